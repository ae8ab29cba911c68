"""Remind colleagues of what they were asked: one message for each, at most one a day for the same thing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from centremark.domain.catalogue.ports import Rosters
from centremark.domain.notices.notice import Kind
from centremark.domain.notices.ports import NotificationPreferences
from centremark.domain.people.ports import Members
from centremark.domain.requests.facts import Asked, ColleagueReminded
from centremark.domain.requests.ports import Requests, RequestsSaving
from centremark.domain.requests.request import Reminded, Request, SheetRequests
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.errors import Invalid, Point
from centremark.domain.shared.identifiers import CentreNumber, SeriesId, SheetId
from centremark.domain.shared.ports import Clock, IdempotencyRecord, IdempotencyStore, Key
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.ports import Sheets
from centremark.usecases.requests.count_progress import CountProgress
from centremark.usecases.shared.london import today
from centremark.usecases.shared.retry import retry_on_conflict

MOST_AT_ONCE = 40
"""How many requests one call reminds of: an item and a fact for each fit into one transaction."""


class Reached(StrEnum):
    """How a message reaches a colleague; on the page they see it always."""

    BY_MAIL = "mail"
    OFF = "off"
    CAME_BACK = "came back"
    NO_ADDRESS = "no address"


class Reminding(StrEnum):
    """What came of a reminder."""

    REMINDED = "reminded"
    REMINDED_TODAY = "reminded today"
    DONE = "done"
    TAKEN_BACK = "taken back"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class RemindAnswer:
    """What came of reminding of one request; `by` reminded of it today, and `reached` says how it arrives."""

    asked: Asked
    result: Reminding
    by: str = ""
    reached: Reached | None = None


@dataclass(frozen=True, slots=True)
class RemindAnswers:
    """What came of a call, as it is kept for a repeat."""

    all: tuple[RemindAnswer, ...]


@dataclass(frozen=True, slots=True)
class RemindCommand:
    """The requests of a centre's sheets in a series to remind of, under a key of the caller's."""

    centre: CentreNumber
    series: SeriesId
    asked: tuple[Asked, ...]
    key: Key


@dataclass(frozen=True, slots=True)
class FindReach:
    """Whether mail reaches a person with notices about what they were asked."""

    members: Members
    preferences: NotificationPreferences

    def __call__(self, subject: str) -> Reached:
        """Find it for someone at the centre."""
        address, preferences = self.members.get(subject).email, self.preferences.get(subject)
        if not address:
            return Reached.NO_ADDRESS
        if preferences.trouble_at(address):
            return Reached.CAME_BACK
        return Reached.BY_MAIL if preferences.want(Kind.REMINDED) else Reached.OFF


@dataclass(frozen=True, slots=True)
class RemindColleagues:
    """Remind of several requests; each has its own result, and one that needs none does not stop the others.

    Raises `NotFound`, `Forbidden`, `Invalid` (a sheet of elsewhere), `KeyReused`, `Busy`.
    """

    requests: Requests
    sheets: Sheets
    rosters: Rosters
    members: Members
    find_reach: FindReach
    idempotency: IdempotencyStore
    clock: Clock

    def __call__(self, command: RemindCommand, actor: Actor) -> Sequence[RemindAnswer]:
        """Remind, once for a key."""
        actor.must(Permission.ASK, command.centre)
        for place, asked in enumerate(command.asked):
            if (asked.sheet.centre, asked.sheet.series) != (command.centre, command.series):
                detail = "This mark sheet is of another centre or series."
                raise Invalid(detail, (Point(f"/requests/{place}/sheet", Invalid.code, detail),))
        by = actor.by(command.centre)

        def attempt() -> Sequence[RemindAnswer]:
            if earlier := self.idempotency.find(command.key, RemindAnswers):
                return earlier.all
            now = self.clock()
            found = {
                sheet: _Found(self.requests.get(sheet), self.sheets.get(sheet))
                for sheet in dict.fromkeys(asked.sheet for asked in command.asked)
            }
            answers = self._judged(dict.fromkeys(command.asked), found, now)
            given = RemindAnswers(tuple(self._reaching(answers, found)))
            record = IdempotencyRecord(command.key, given)
            if reminded := [answer.asked for answer in answers if answer.result is Reminding.REMINDED]:
                self.requests.save(_savings(reminded, found, Reminded(by, now, today(now)), command.key), record)
            else:
                self.idempotency.keep(record, now)
            return given.all

        return retry_on_conflict(attempt)

    def _judged(
        self, all_asked: Iterable[Asked], found: Mapping[SheetId, "_Found"], now: datetime
    ) -> Sequence[RemindAnswer]:
        count = CountProgress(self.rosters)
        answers: list[RemindAnswer] = []
        for asked in all_asked:
            on = found[asked.sheet]
            request = on.request(asked.number)
            if request is None:
                answers.append(RemindAnswer(asked, Reminding.TAKEN_BACK))
            elif count(request, on.sheet).done:
                answers.append(RemindAnswer(asked, Reminding.DONE))
            elif earlier := request.reminded_on(today(now)):
                answers.append(RemindAnswer(asked, Reminding.REMINDED_TODAY, earlier.by.name))
            else:
                may = self.members.get(request.wanted.to.id).may(Permission.ENTER, on.sheet.id)
                answers.append(RemindAnswer(asked, Reminding.REMINDED if may else Reminding.LEFT))
        return answers

    def _reaching(self, answers: Sequence[RemindAnswer], found: Mapping[SheetId, "_Found"]) -> Iterator[RemindAnswer]:
        """Say how each reminder arrives; a person is looked up once."""
        reach: dict[str, Reached] = {}
        for answer in answers:
            reached = None
            if answer.result is Reminding.REMINDED:
                to = found[answer.asked.sheet].requests.get(answer.asked.number).wanted.to.id
                reached = reach[to] = reach.get(to) or self.find_reach(to)
            yield replace(answer, reached=reached)


@dataclass(frozen=True, slots=True)
class _Found:
    """A sheet and what is asked of it."""

    requests: SheetRequests
    sheet: MarkSheet

    def request(self, number: int) -> Request | None:
        return next((request for request in self.requests.requests if request.number == number), None)


def _savings(
    reminded: Sequence[Asked], found: Mapping[SheetId, _Found], by: Reminded, key: Key
) -> Sequence[RequestsSaving]:
    """The requests of each sheet with the facts; those of one person share a reminder, which is one message."""
    theirs: dict[str, list[Asked]] = {}
    for asked in reminded:
        theirs.setdefault(found[asked.sheet].requests.get(asked.number).wanted.to.id, []).append(asked)
    savings: list[RequestsSaving] = []
    for id_ in dict.fromkeys(asked.sheet for asked in reminded):
        numbers = frozenset(asked.number for asked in reminded if asked.sheet == id_)
        changed = found[id_].requests.remind(numbers, by)
        facts = [
            ColleagueReminded(
                sheet=id_,
                version=found[id_].sheet.version,
                at=by.at,
                by=by.by,
                request=request,
                reminder=sha256(f"{key.subject}\n{key.value}\n{request.wanted.to.id}".encode()).hexdigest()[:16],
                all_asked=tuple(theirs[request.wanted.to.id]),
            )
            for request in changed.requests
            if request.number in numbers
        ]
        savings.append(RequestsSaving(changed, facts))
    return savings
