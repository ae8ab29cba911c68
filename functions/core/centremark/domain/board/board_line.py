"""One sheet as one line of the board's list, which covers every centre."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from centremark.domain.catalogue.catalogue import is_over
from centremark.domain.shared.identifiers import SheetId
from centremark.domain.sheet.facts import Fact, MarksSaved
from centremark.domain.sheet.mark_sheet import MarkSheet, Status
from centremark.domain.sheet.moderation import WorkState


@dataclass(frozen=True, slots=True)
class BoardLine:
    """What the board needs to know about a sheet to decide what to do next.

    While marks are entered, only `status` changes. `waiting` counts amendments that the board has yet to decide;
    `sampled` and `sent` count work that is still wanted. `deadline` is the centre's own: the catalogue's, or the one
    the board `allowed` this centre where that is later. `outcome_at` is when the centre may first see the outcome of
    moderation.
    """

    sheet: SheetId
    status: Status
    candidates: int
    deadline: datetime
    submission: int = 0
    late: bool = False
    submitted_at: datetime | None = None
    waiting: int = 0
    due: date | None = None
    sampled: int = 0
    sent: int = 0
    allowed: datetime | None = None
    extension_asked: bool = False
    outcome_at: datetime | None = None

    @classmethod
    def of(cls, sheet: MarkSheet) -> "BoardLine":
        """Sum up a sheet."""
        submission, moderation = sheet.submission, sheet.moderation
        works = [work.state for work in moderation.sample] if moderation else []
        outcome = moderation.outcome if moderation else None
        return cls(
            sheet.id,
            sheet.status,
            len(sheet.rows),
            sheet.window.deadline,
            submission.number if submission else 0,
            submission.late if submission else False,
            submission.at if submission else None,
            sum(amendment.is_open for amendment in sheet.amendments),
            moderation.due if moderation else None,
            sum(state.is_wanted for state in works),
            works.count(WorkState.SENT),
            sheet.extension and sheet.extension.allowed,
            bool(sheet.extension and sheet.extension.granted is None),
            outcome and max(outcome.release_at, outcome.attribution.at),
        )

    @property
    def is_open(self) -> bool:
        """Whether the sheet has candidates and none of their marks is submitted."""
        return self.candidates > 0 and not self.submission

    def is_overdue(self, at: datetime) -> bool:
        """Whether the deadline has passed with nothing submitted, so that the board should contact the centre."""
        return self.is_open and is_over(self.deadline, at)


def changes_line(sheet: MarkSheet, facts: Iterable[Fact]) -> bool:
    """Whether these facts change the sheet's line; saving marks does so only when it changed the status."""
    rows = dict(sheet.rows)
    for fact in reversed([*facts]):
        if not isinstance(fact, MarksSaved):
            return True
        rows |= {change.candidate: change.before for change in fact.changes}
    return replace(sheet, rows=rows).status is not sheet.status
