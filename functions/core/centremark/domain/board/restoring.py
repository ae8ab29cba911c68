"""Putting a sheet's marks back as they were, as a new version over all that the ledger has."""

from collections.abc import Sequence
from dataclasses import replace

from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.errors import Conflict
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.sheet.facts import (
    CircumstanceRecorded,
    Fact,
    MarksSaved,
    ModerationOutcomeRecorded,
    SheetRestored,
    changes_of,
)
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.row import Row, RowChange


def restore_marks(
    held: MarkSheet, then: MarkSheet, since: Sequence[Fact], attribution: Attribution
) -> tuple[MarkSheet, SheetRestored | None]:
    """Put back the sheet as it was `then`; `since` are the facts after that version, and `attribution` says why.

    The new version is above all in the ledger, whatever the sheet that is held, which may be lost or older than the
    ledger. Notes to the checker stay as they are. Without a difference there is no fact. Raises `Conflict` when more
    than marks changed since.
    """
    for fact in since:
        _must_be_about_marks(fact, then)
    latest = max([held.version, then.version, *(fact.version for fact in since)])
    is_behind = held.version < latest
    unseen = (
        {change.candidate for fact in since for change in changes_of(fact)} if is_behind else set[CandidateNumber]()
    )
    version = latest + 1
    changes: list[RowChange] = []
    marks = {c: replace(row, note=held.rows[c].note) if c in held.rows else row for c, row in then.rows.items()}
    for candidate, row in marks.items():
        before = held.rows.get(candidate, Row())
        if candidate in unseen or replace(before, revision=row.revision) != row:
            changes.append(RowChange(candidate, before, replace(row, revision=version)))
    if not changes and not is_behind:
        return held, None
    rows = {**marks, **{change.candidate: change.after for change in changes}}
    people = replace(then, people={**held.people, **then.people}).people_of(rows, attribution.by)
    restored = replace(then, assessment=held.assessment, rows=rows, version=version, named_at=version, people=people)
    return restored, SheetRestored(
        sheet=held.id,
        version=version,
        at=attribution.at,
        by=attribution.by,
        changes=tuple(map(_recorded, changes)),
        restored=then.version,
        reason=attribution.note,
    )


def _recorded(change: RowChange) -> RowChange:
    """The change as the ledger keeps it: with the reason of a circumstance only if it is put back or removed."""
    return change.without_reasons if change.before.circumstance == change.after.circumstance else change


def _must_be_about_marks(fact: Fact, then: MarkSheet) -> None:
    is_outcome = isinstance(fact, ModerationOutcomeRecorded) and fact.number > then.outcomes
    makes_no_version = bool(fact.beside) and not is_outcome
    if not makes_no_version and not isinstance(fact, MarksSaved | CircumstanceRecorded | SheetRestored):
        raise Conflict(
            f"Restoring puts back marks only, and after that moment the sheet has {fact.NAME} "
            f"(version {fact.version}, {fact.at:%Y-%m-%dT%H:%M:%SZ}). Choose a moment after it."
        )
