"""A sheet in one line, for the board, which sees every centre's."""

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
    """What the board needs of a sheet to know what to do next; while marks are entered only its status changes.

    `waiting` counts amendments the board has yet to decide; `sampled` and `sent` count work that is wanted.
    `deadline` is the centre's own: the catalogue's, or what the board `allowed` this centre where that is later.
    `outcome_at` is when the centre may first see the outcome of moderation.
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
            outcome and max(outcome.release_at, outcome.told.at),
        )

    @property
    def is_open(self) -> bool:
        """Whether there are candidates and nothing of theirs is submitted."""
        return self.candidates > 0 and not self.submission

    def is_overdue(self, at: datetime) -> bool:
        """Whether the deadline has passed and nothing is submitted: whom the board rings."""
        return self.is_open and is_over(self.deadline, at)


def changes_line(sheet: MarkSheet, facts: Iterable[Fact]) -> bool:
    """Whether the facts that made this version changed the sheet's line: saved marks do where the status changed."""
    rows = dict(sheet.rows)
    for fact in reversed([*facts]):
        if not isinstance(fact, MarksSaved):
            return True
        rows |= {change.candidate: change.before for change in fact.changes}
    return replace(sheet, rows=rows).status is not sheet.status
