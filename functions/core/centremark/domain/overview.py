"""A sheet in one line, for the board, which sees every centre's."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from centremark.domain.catalogue import is_over
from centremark.domain.mark_sheet import MarkSheet
from centremark.domain.moderation import WorkState
from centremark.domain.values import SheetId


class Stage(StrEnum):
    """How far a sheet is, as the board sees it."""

    OPEN = "open"
    SUBMITTED = "submitted"
    CONFIRMED = "confirmed"
    MODERATION = "in moderation"
    MODERATED = "moderated"


@dataclass(frozen=True, slots=True)
class BoardLine:
    """What the board needs of a sheet to know what to do next; nothing of it changes while marks are entered.

    `waiting` counts amendments the board has yet to decide; `sampled` and `sent` count work that is
    wanted. `deadline` is
    the centre's own, with its extension; `outcome_at` is when the centre may first see the outcome of moderation.
    """

    sheet: SheetId
    stage: Stage
    candidates: int
    submission: int = 0
    late: bool = False
    submitted_at: datetime | None = None
    waiting: int = 0
    due: date | None = None
    sampled: int = 0
    sent: int = 0
    deadline: datetime | None = None
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
            _stage(sheet),
            len(sheet.rows),
            submission.number if submission else 0,
            submission.late if submission else False,
            submission.at if submission else None,
            sum(amendment.is_open for amendment in sheet.amendments),
            moderation.due if moderation else None,
            sum(state.is_wanted for state in works),
            works.count(WorkState.SENT),
            sheet.window.deadline,
            bool(sheet.extension and sheet.extension.granted is None),
            outcome and max(outcome.release_at, outcome.told.at),
        )

    def overdue(self, at: datetime) -> bool:
        """Whether the deadline has passed and nothing is submitted: whom the board rings."""
        return self.stage is Stage.OPEN and self.deadline is not None and is_over(self.deadline, at)


def _stage(sheet: MarkSheet) -> Stage:
    if sheet.submission is None:
        return Stage.OPEN
    if sheet.moderation:
        return Stage.MODERATED if sheet.moderation.outcome else Stage.MODERATION
    return Stage.CONFIRMED if sheet.submission.confirmed_at else Stage.SUBMITTED
