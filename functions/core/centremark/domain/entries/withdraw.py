"""Withdrawing candidates from an assessment; their history is kept."""

from collections.abc import Iterable
from dataclasses import replace

from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.errors import AmendmentOpen, ModerationFinished
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.sheet.facts import EntriesChanged
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.moderation import SampledWork, WorkState
from centremark.domain.sheet.row import Row, RowChange


def withdraw_entries(
    sheet: MarkSheet, candidates: Iterable[CandidateNumber], attribution: Attribution
) -> tuple[MarkSheet, EntriesChanged | None]:
    """Take candidates off the sheet, with the board's reason in `attribution`; those not on it are ignored.

    Their rows are kept in the fact and their submitted marks in the submissions. Work requested of them need not be
    sent, and nobody replaces them in the sample. Raises `AmendmentOpen`, `ModerationFinished`.
    """
    leaving = tuple(sorted(set(candidates) & sheet.rows.keys()))
    if not leaving:
        return sheet, None
    if sheet.moderation and sheet.moderation.outcome:
        raise ModerationFinished("Moderation of these marks has ended, so you can no longer withdraw candidates.")
    waiting = {mark.candidate: a.number for a in sheet.amendments if a.is_open for mark in a.wanted.marks}
    if stuck := [candidate for candidate in leaving if candidate in waiting]:
        raise AmendmentOpen(f"Candidate {stuck[0]} is in amendment {waiting[stuck[0]]}. Decide it first.")
    rows = {candidate: row for candidate, row in sheet.rows.items() if candidate not in leaving}
    changed = replace(
        sheet,
        rows=rows,
        people=sheet.people_of(rows, attribution.by),
        late=sheet.late - set(leaving),
        moderation=sheet.moderation
        and replace(
            sheet.moderation, sample=tuple(_without(work, leaving, attribution) for work in sheet.moderation.sample)
        ),
        version=sheet.version + 1,
        withdrawn_at=sheet.version + 1,
    )
    return changed, EntriesChanged(
        sheet=sheet.id,
        version=changed.version,
        at=attribution.at,
        by=attribution.by,
        withdrawn=tuple(RowChange(candidate, sheet.rows[candidate], Row()) for candidate in leaving),
        reason=attribution.note,
    )


def _without(work: SampledWork, leaving: Iterable[CandidateNumber], attribution: Attribution) -> SampledWork:
    if work.candidate in leaving and work.state is WorkState.ASKED:
        return replace(work, state=WorkState.WITHDRAWN, attribution=attribution)
    return work
