"""Amendments to centre marks: the centre requests, follows and withdraws them, and the board decides."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from centremark.domain.amendments import decisions as amending
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.identifiers import SheetId
from centremark.domain.shared.ports import Clock, Key
from centremark.domain.sheet.amendment import Amendment, Wanted, WorkWanted
from centremark.domain.sheet.facts import AboutAmendment
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.ports import Sheets
from centremark.usecases.shared.london import must_not_be_over
from centremark.usecases.sheet.change import ChangeSheetOnce, change_sheet


@dataclass(frozen=True, slots=True)
class AmendMarksCommand:
    """The amendment a centre requests of one sheet."""

    sheet: SheetId
    wanted: Wanted
    key: Key


@dataclass(frozen=True, slots=True)
class AmendMarks:
    """Request an amendment: it applies at once before moderation has started, and waits for the board after.

    A repeat with the same key answers with that amendment as it is now. Raises `NotFound`, `Forbidden`, `NotSubmitted`,
    `ModerationFinished`, `AmendmentRefused`, `KeyReused`, `Busy`.
    """

    change_once: ChangeSheetOnce

    def __call__(self, command: AmendMarksCommand, actor: Actor) -> tuple[MarkSheet, Amendment]:
        actor.must(Permission.AMEND, command.sheet)
        by = actor.by(command.sheet.centre)

        def request(sheet: MarkSheet, now: datetime) -> tuple[MarkSheet, AboutAmendment, int]:
            changed, fact = amending.request_amendment(sheet, command.wanted, by, now)
            return changed, fact, fact.amendment.number

        changed, number = self.change_once(command, int, request)
        return changed, amending.amendment_of(changed, number)


@dataclass(frozen=True, slots=True)
class FollowAmendment:
    """What a centre can do about an amendment that is open.

    Raises `NotFound`, `Forbidden`, `AmendmentClosed`, `Busy`.
    """

    sheets: Sheets
    clock: Clock

    def withdraw(self, sheet: SheetId, number: int, actor: Actor) -> MarkSheet:
        """Withdraw the request."""
        actor.must(Permission.AMEND, sheet)
        by = actor.by(sheet.centre)
        return change_sheet(self.sheets, sheet, lambda held: amending.withdraw(held, number, by, self.clock()))

    def work_sent(self, sheet: SheetId, number: int, note: str, actor: Actor) -> MarkSheet:
        """Record that the work the board requested was sent."""
        actor.must(Permission.AMEND, sheet)
        by = actor.by(sheet.centre)
        return change_sheet(
            self.sheets, sheet, lambda held: amending.note_work_sent(held, number, note, by, self.clock())
        )


class Decision(StrEnum):
    """How the board decides an amendment."""

    ACCEPT = "accept"
    DECLINE = "decline"


@dataclass(frozen=True, slots=True)
class DecideAmendment:
    """What the board can do about an amendment that is open.

    Raises `NotFound`, `Forbidden`, `AmendmentClosed`, `Busy`.
    """

    sheets: Sheets
    clock: Clock

    def __call__(self, sheet: SheetId, number: int, decision: Decision, note: str, actor: Actor) -> MarkSheet:
        """Accept or decline the amendment."""
        actor.must(Permission.MODERATE, sheet.centre)
        decide = amending.accept if decision is Decision.ACCEPT else amending.decline
        return change_sheet(self.sheets, sheet, lambda held: decide(held, number, note, actor.by_board, self.clock()))

    def ask_for_work(self, sheet: SheetId, number: int, wanted: WorkWanted, actor: Actor) -> MarkSheet:
        """Request candidates' work before deciding; also raises `AmendmentRefused`, `DayPassed`."""
        actor.must(Permission.MODERATE, sheet.centre)
        must_not_be_over(wanted.due, self.clock(), "/due")
        return change_sheet(
            self.sheets, sheet, lambda held: amending.ask_for_work(held, number, wanted, actor.by_board, self.clock())
        )
