"""Ask colleagues for marks by a date of the centre's own, change that, take it back, and say that they are ready."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from centremark.domain.catalogue.ports import Rosters
from centremark.domain.people.ports import Members
from centremark.domain.requests.facts import AboutRequest, ColleagueAsked, MarksReady, RequestTakenBack
from centremark.domain.requests.ports import Requests, RequestsSaving
from centremark.domain.requests.request import Colleague, SheetRequests, Wanted
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.errors import AfterDeadline, CannotBeAsked, Forbidden, NoSuchGroup, Point, WindowNotOpen
from centremark.domain.shared.identifiers import SheetId
from centremark.domain.shared.ports import Clock, IdempotencyRecord, IdempotencyStore, Key
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.ports import Sheets
from centremark.usecases.requests.count_progress import CountProgress
from centremark.usecases.shared.london import day, must_not_be_over, today
from centremark.usecases.shared.retry import retry_on_conflict


@dataclass(frozen=True, slots=True)
class Asking:
    """Whom to ask, by their id, for teaching groups or (none) the whole of a sheet, by the end of a day in London."""

    sheet: SheetId
    to: str
    groups: frozenset[str]
    due: date


@dataclass(frozen=True, slots=True)
class AskColleagueCommand:
    """What to ask for, under a key of the caller's."""

    asking: Asking
    key: Key


Decide = Callable[[SheetRequests, MarkSheet, datetime], tuple[SheetRequests, AboutRequest | None]]


@dataclass(frozen=True, slots=True)
class AskColleague:
    """Ask someone at the centre who may enter marks, change that, or take it back.

    Raises `NotFound`, `Forbidden`, `AlreadySubmitted`, `WindowClosed`, `CannotBeAsked`, `NoSuchGroup`, `DayPassed`,
    `AfterDeadline`, `AlreadyAsked`, `TooManyAsked`, `KeyReused`, `Busy`.
    """

    requests: Requests
    sheets: Sheets
    rosters: Rosters
    members: Members
    idempotency: IdempotencyStore
    clock: Clock

    def __call__(self, command: AskColleagueCommand, actor: Actor) -> int:
        """Ask, once for a key; gives the number of the request."""
        asking = command.asking
        actor.must(Permission.ASK, asking.sheet.centre)
        by = actor.by(asking.sheet.centre)

        def attempt() -> int:
            earlier = self.idempotency.find(command.key, int)
            if earlier is not None:
                return earlier
            sheet, now = self.sheets.get(asking.sheet), self.clock()
            wanted = self._wanted(asking, sheet, now)
            held = self.requests.get(sheet.id).ask(wanted, Attribution(by, now), today(now))
            fact = ColleagueAsked(sheet=sheet.id, version=sheet.version, at=now, by=by, request=held.get(held.last))
            self.requests.save([RequestsSaving(held, [fact])], IdempotencyRecord(command.key, held.last))
            return held.last

        return retry_on_conflict(attempt)

    def change(self, number: int, asking: Asking, actor: Actor) -> None:
        """Ask something else in its place; the same as before changes nothing."""
        actor.must(Permission.ASK, asking.sheet.centre)
        by = actor.by(asking.sheet.centre)

        def decide(held: SheetRequests, sheet: MarkSheet, now: datetime) -> tuple[SheetRequests, ColleagueAsked | None]:
            before = held.get(number)
            changed = held.change(number, self._wanted(asking, sheet, now), Attribution(by, now), today(now))
            if changed is held:
                return held, None
            made = changed.get(number)
            return changed, ColleagueAsked(
                sheet=sheet.id, version=sheet.version, at=now, by=by, request=made, before=before
            )

        change_requests(self.requests, self.sheets, self.clock, asking.sheet, decide)

    def take_back(self, sheet: SheetId, number: int, actor: Actor) -> None:
        """Ask for it no more; it can be asked again."""
        actor.must(Permission.ASK, sheet.centre)
        by = actor.by(sheet.centre)
        change_requests(
            self.requests,
            self.sheets,
            self.clock,
            sheet,
            lambda held, on, now: (
                held.take_back(number),
                RequestTakenBack(sheet=sheet, version=on.version, at=now, by=by, request=held.get(number)),
            ),
        )

    def _wanted(self, asking: Asking, sheet: MarkSheet, now: datetime) -> Wanted:
        with suppress(WindowNotOpen):  # a centre may plan before the board takes marks
            sheet.must_be_open(now)
        asked = self.members.get(asking.to)
        if asked.machine or not asked.may(Permission.ENTER, sheet.id):
            raise _refused(
                CannotBeAsked,
                "/to",
                f"This person has no role to enter marks of {sheet.id.assessment} at your centre. Choose someone from "
                "the list, or ask your centre administrator to give them the role.",
            )
        there = {candidate.group for candidate in self.rosters.get(sheet.id).values()} if asking.groups else set[str]()
        if asking.groups - there:
            raise _refused(NoSuchGroup, "/groups", "A teaching group has no candidate. Choose groups from the list.")
        must_not_be_over(asking.due, now, "/due")
        last = today(sheet.window.deadline)
        if asking.due > last >= today(now):
            raise _refused(
                AfterDeadline, "/due", f"The board's deadline is {day(last)}. Choose that day or an earlier one."
            )
        return Wanted(
            Colleague(asked.subject, asked.name_at(sheet.id.centre)), tuple(sorted(asking.groups)), asking.due
        )


def _refused[E: AfterDeadline | CannotBeAsked | NoSuchGroup](kind: type[E], place: str, detail: str) -> E:
    return kind(detail, (Point(place, kind.code, detail),))


@dataclass(frozen=True, slots=True)
class SayReady:
    """Tell whoever asked that the marks are ready. Raises `NotFound`, `Forbidden`, `MarksMissing`, `Busy`."""

    requests: Requests
    sheets: Sheets
    rosters: Rosters
    clock: Clock

    def __call__(self, sheet: SheetId, number: int, actor: Actor) -> None:
        """Say it for the actor's own request; saying it again changes nothing."""
        actor.must(Permission.ENTER, sheet)
        actor.must_be_a_person("say that marks are ready", "Whoever was asked for them does this on the page.")
        by = actor.by(sheet.centre)

        def decide(held: SheetRequests, on: MarkSheet, now: datetime) -> tuple[SheetRequests, MarksReady | None]:
            asked = held.get(number).wanted.to
            if asked.id != actor.id:
                raise Forbidden(f"{asked.name} was asked for these marks. Only they can say that they are ready.")
            count = CountProgress(self.rosters)
            changed = held.say_ready(number, lambda request: count(request, on), now)
            if changed is held:
                return held, None
            return changed, MarksReady(sheet=sheet, version=on.version, at=now, by=by, request=changed.get(number))

        change_requests(self.requests, self.sheets, self.clock, sheet, decide)


def change_requests(requests: Requests, sheets: Sheets, clock: Clock, sheet: SheetId, decide: Decide) -> None:
    """Decide on the latest requests of a sheet until no one else is quicker; without a fact nothing is saved."""

    def attempt() -> None:
        changed, fact = decide(requests.get(sheet), sheets.get(sheet), clock())
        if fact:
            requests.save([RequestsSaving(changed, [fact])])

    retry_on_conflict(attempt)
