"""What a centre records about a candidate beside the mark."""

from dataclasses import replace
from datetime import datetime

from centremark.domain.catalogue.circumstances import Circumstance
from centremark.domain.shared.actor import By
from centremark.domain.shared.errors import AlreadySubmitted, CarriedForward, CircumstanceRefused, NotFound
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.sheet.facts import CircumstanceRecorded
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.row import RowChange


def record_circumstance(
    sheet: MarkSheet, candidate: CandidateNumber, wanted: Circumstance | None, by: By, at: datetime
) -> tuple[MarkSheet, CircumstanceRecorded | None]:
    """Record a candidate's circumstance, or (None) that there is none; the mark and its tick stay as they are.

    Raises `AlreadySubmitted`, `WindowClosed`, `NotFound` (not on the sheet), `CarriedForward`, `CircumstanceRefused`.
    """
    sheet.must_be_open(at)
    row = sheet.rows.get(candidate)
    if row is None:
        raise NotFound(f"Candidate {candidate} is not entered for {sheet.assessment.code}.")
    if row.carried:
        raise CarriedForward(candidate, row.carried.words)
    if sheet.submission and candidate in sheet.sent:
        raise AlreadySubmitted(f"Candidate {candidate}'s mark was submitted. Contact the board instead.")
    if wanted:
        _must_be_known(sheet, wanted)
    if wanted == row.circumstance:
        return sheet, None
    after = replace(row, circumstance=wanted)
    changed = replace(sheet, rows={**sheet.rows, candidate: after}, version=sheet.version + 1)
    changes = (RowChange(candidate, row, after),)
    return changed, CircumstanceRecorded(sheet=sheet.id, version=changed.version, at=at, by=by, changes=changes)


def _must_be_known(sheet: MarkSheet, wanted: Circumstance) -> None:
    kinds = sheet.assessment.circumstances
    if wanted.code not in kinds:
        known = ", ".join(f"{code} ({kind.title})" for code, kind in kinds.items()) or "none"
        raise CircumstanceRefused(f"{wanted.code} is not one of this assessment's circumstances: {known}.")
    if not wanted.reason.strip():
        raise CircumstanceRefused("Say briefly what happened.")
