"""What a centre's people ask of one another: the marks of a sheet or of teaching groups, by a date of their own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from centremark.domain.catalogue.catalogue import Roster
from centremark.domain.shared.actor import By
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.errors import AlreadyAsked, MarksMissing, NotFound, TooManyAsked
from centremark.domain.shared.identifiers import SheetId
from centremark.domain.sheet.mark_sheet import MarkSheet, Missing

MOST_ON_A_SHEET: Final = 60
"""How many things can be asked of one mark sheet at a time, so that they fit into one small item."""

MOST_A_DAY: Final = 5
"""How often a colleague is asked for marks of one sheet in a day, each with an email: also after it was taken back."""


@dataclass(frozen=True, slots=True)
class Colleague:
    """A person at a centre, as they were called when they were asked."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom to ask for what: teaching groups in order, or the whole sheet when there are none, by the end of a day."""

    to: Colleague
    groups: tuple[str, ...]
    due: date

    @property
    def things(self) -> int:
        """How many things are asked for: each group is one, and so is the whole sheet."""
        return len(self.groups) or 1

    def repeats(self, other: "Wanted") -> bool:
        """Whether the same colleague is asked for the whole sheet in both, or for a group that is in both."""
        both = set(self.groups) & set(other.groups)
        return self.to.id == other.to.id and (bool(both) or self.groups == other.groups)


@dataclass(frozen=True, slots=True)
class Reminded:
    """Who reminded a colleague last, and when; `day` is the day in London."""

    by: By
    at: datetime
    day: date


@dataclass(frozen=True, slots=True)
class Request:
    """What a colleague was asked, by whom, and what has come of it; `number` counts from 1 on each sheet.

    `ready` is when the colleague said that the marks are ready; a reminder after that takes it back.
    """

    number: int
    wanted: Wanted
    asked: Attribution
    reminded: Reminded | None = None
    ready: datetime | None = None

    def reminded_on(self, day: date) -> Reminded | None:
        """Who reminded the colleague of it on this day, if anybody did."""
        return self.reminded if self.reminded and self.reminded.day == day else None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the marks asked for are; they are done when every candidate has an outcome and is ticked."""

    candidates: int
    unmarked: int
    unchecked: int

    @property
    def done(self) -> bool:
        """Whether nothing is left to do; a group without candidates is never done."""
        return self.candidates > 0 and self.unmarked == self.unchecked == 0

    @classmethod
    def of(cls, request: Request, sheet: MarkSheet, roster: Roster) -> "Progress":
        """Count what the part of a sheet that was asked for lacks; only that of groups needs the roster."""
        groups = request.wanted.groups
        numbers = [n for n in sheet.rows if not groups or (n in roster and roster[n].group in groups)]
        lacks = [lack for number, lack in sheet.missing().items() if number in set(numbers)]
        return cls(len(numbers), lacks.count(Missing.MARK), lacks.count(Missing.CHECK))


@dataclass(frozen=True, slots=True)
class AskedToday:
    """How often each colleague, by id, was asked for marks of a sheet on a day in London."""

    day: date
    times: Mapping[str, int]

    def once_more(self, to: Colleague, day: date) -> "AskedToday":
        """Count one more; raises `TooManyAsked` after `MOST_A_DAY` on the same day."""
        earlier: Mapping[str, int] = self.times if self.day == day else {}
        times = earlier.get(to.id, 0) + 1
        if times > MOST_A_DAY:
            raise TooManyAsked(
                f"{to.name} was asked for marks of this mark sheet {MOST_A_DAY} times today, with an email each. "
                "Ask again tomorrow, or speak to them."
            )
        return AskedToday(day, {**earlier, to.id: times})


@dataclass(frozen=True, slots=True)
class SheetRequests:
    """Everything asked of one sheet that was not taken back, at one version; `last` is the highest number used."""

    sheet: SheetId
    requests: tuple[Request, ...] = ()
    last: int = 0
    version: int = 0
    today: AskedToday = AskedToday(date.min, {})

    def get(self, number: int) -> Request:
        """One request; raises `NotFound` when it was never made or was taken back."""
        found = next((request for request in self.requests if request.number == number), None)
        if found is None:
            raise NotFound("This was taken back, or was never asked. Read again who is asked for these marks.")
        return found

    def ask(self, wanted: Wanted, asked: Attribution, day: date) -> "SheetRequests":
        """Ask a colleague on a day in London; raises `AlreadyAsked`, `TooManyAsked`."""
        self._must_be_new(wanted, 0)
        made = Request(self.last + 1, wanted, asked)
        today = self.today.once_more(wanted.to, day)
        return replace(self, requests=(*self.requests, made), last=made.number, version=self.version + 1, today=today)

    def change(self, number: int, wanted: Wanted, asked: Attribution, day: date) -> "SheetRequests":
        """Ask another colleague, for another part or by another date; the same as before changes nothing.

        Raises `NotFound`, `AlreadyAsked`, `TooManyAsked`.
        """
        before = self.get(number)
        if before.wanted == wanted:
            return self
        self._must_be_new(wanted, number)
        same = (before.wanted.to.id, before.wanted.groups) == (wanted.to.id, wanted.groups)
        made = replace(before, wanted=wanted, asked=asked) if same else Request(number, wanted, asked)
        return replace(self._with(made), today=self.today.once_more(wanted.to, day))

    def take_back(self, number: int) -> "SheetRequests":
        """Ask for it no more; raises `NotFound`."""
        gone = self.get(number)
        return replace(self, requests=tuple(r for r in self.requests if r is not gone), version=self.version + 1)

    def remind(self, numbers: frozenset[int], reminded: Reminded) -> "SheetRequests":
        """Note that colleagues were reminded of these requests, which are then not ready any more."""
        made = tuple(replace(r, reminded=reminded, ready=None) if r.number in numbers else r for r in self.requests)
        return replace(self, requests=made, version=self.version + 1)

    def say_ready(self, number: int, progress: Callable[[Request], Progress], at: datetime) -> "SheetRequests":
        """Note that the colleague says the marks are ready; saying it again changes nothing.

        Raises `NotFound`, and `MarksMissing` while a candidate has no outcome. What is not ticked may be someone else's
        to check.
        """
        held = self.get(number)
        if held.ready:
            return self
        found = progress(held)
        if found.unmarked or not found.candidates:
            raise MarksMissing(
                f"{found.unmarked} candidate{' has' if found.unmarked == 1 else 's have'} no mark yet. "
                "Enter a mark or absent for each, then say that it is ready."
                if found.candidates
                else "No candidate is in these teaching groups any more. Ask for the request to be changed."
            )
        return self._with(replace(held, ready=at))

    def _with(self, changed: Request) -> "SheetRequests":
        made = tuple(changed if request.number == changed.number else request for request in self.requests)
        return replace(self, requests=made, version=self.version + 1)

    def _must_be_new(self, wanted: Wanted, number: int) -> None:
        others = [held.wanted for held in self.requests if held.number != number]
        for theirs in others:
            if theirs.repeats(wanted):
                both = ", ".join(group for group in wanted.groups if group in theirs.groups)
                raise AlreadyAsked(
                    f"{theirs.to.name} is already asked for {both or 'this'}, by {theirs.due:%-d %B %Y}. "
                    "Change that date instead."
                )
        if sum(theirs.things for theirs in others) + wanted.things > MOST_ON_A_SHEET:
            raise TooManyAsked(
                f"You can ask for {MOST_ON_A_SHEET} things at a time on one mark sheet. "
                "Take back what is done, then ask again."
            )
