"""Queue notices: about an event to the people of its centre, and every morning about what has to be done."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from centremark.domain.board.board_line import BoardLine
from centremark.domain.board.ports import Overview
from centremark.domain.catalogue.catalogue import Series
from centremark.domain.catalogue.ports import Catalogue
from centremark.domain.notices.news import Event, news_of
from centremark.domain.notices.notice import About, Kind, Notice, Topic, Waiting
from centremark.domain.notices.ports import NotificationPreferences, Post
from centremark.domain.notices.reminders import DAYS_BEFORE, Recipient, reminders
from centremark.domain.people.ports import Members
from centremark.domain.requests.facts import Asked, ColleagueAsked, ColleagueReminded, MarksReady
from centremark.domain.requests.ports import Requests
from centremark.domain.shared.actor import BOARD_CENTRE, Permission, Place
from centremark.domain.shared.identifiers import CentreNumber, SheetId
from centremark.domain.sheet.mark_sheet import MarkSheet, Status
from centremark.domain.sheet.ports import Sheets
from centremark.usecases.shared.london import LONDON, today


@dataclass(frozen=True, slots=True)
class TellOfEvent:
    """Queue a notice for everyone at the centre who can do something about an event. Raises `NotFound`."""

    sheets: Sheets
    members: Members
    post: Post

    def __call__(self, event: Event) -> int:
        """Give how many were queued."""
        sheet = self.sheets.get(event.sheet)
        kind = news_of(event, sheet)
        if kind is None:
            return 0
        about = (About(sheet.id, _day(kind, sheet, event.amendment)),)
        people = _told(self.members, sheet.id, kind)
        for subject in people:
            self.post.send(Notice(event.id, subject, kind, event.at, about))
        return len(people)


NEWS_OF_REQUESTS: Final[Mapping[str, Kind]] = {
    ColleagueAsked.NAME: Kind.ASKED,
    ColleagueReminded.NAME: Kind.REMINDED,
    MarksReady.NAME: Kind.READY,
}
"""The events about what one colleague asked another."""


@dataclass(frozen=True, slots=True)
class RequestNews:
    """An event about requests at a centre: who made it, whom it is for, and the requests it is about.

    `id` is the same for events that become one message.
    """

    id: str
    name: str
    at: datetime
    by: str
    to: str
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class TellOfRequest:
    """Queue a notice for the colleague it is for. When whoever asked has left, all who may ask hear what is ready."""

    members: Members
    post: Post

    def __call__(self, news: RequestNews) -> int:
        """Give how many were queued; nobody gets one about what they did themselves."""
        kind, centre = NEWS_OF_REQUESTS[news.name], news.asked[0].sheet.centre
        sheets = dict.fromkeys(asked.sheet for asked in news.asked)
        told = {
            m.subject: m
            for m in self.members.of_centre(centre)
            if not m.machine and any(m.may(kind.permission, sheet) for sheet in sheets)
        }
        if news.to in told:
            people = [news.to]
        elif kind is Kind.READY:
            people = [subject for subject, m in told.items() if m.may(Permission.ASK, centre)]
        else:
            people = []
        about = tuple(About(asked.sheet, request=asked.number) for asked in news.asked)
        others = [subject for subject in people if subject != news.by]
        for subject in others:
            self.post.send(Notice(news.id, subject, kind, news.at, about))
        return len(others)


@dataclass(frozen=True, slots=True)
class TellOfDay:
    """Queue the notices of a morning: reminders, outcomes released since the last morning, and the board's list.

    Reminders are of the board's deadlines, and of centres' own dates on that day and the next.

    A repeat for the same morning queues the same notices, which are then dropped as repeats.
    """

    catalogue: Catalogue
    overview: Overview
    members: Members
    preferences: NotificationPreferences
    requests: Requests
    post: Post

    def __call__(self, at: datetime) -> int:
        """Give how many were queued."""
        open_ = [series for series in self.catalogue.series() if series.is_open(at)]
        lines = [line for series in open_ for line in self.overview.of_series(series.id) if line.candidates]
        notices = [*self._reminders(lines, at), *self._outcomes(lines, at), *self._waiting(lines, at)]
        notices += self._asked(open_, at)
        for notice in notices:
            self.post.send(notice)
        return len(notices)

    def _reminders(self, lines: Sequence[BoardLine], at: datetime) -> Iterator[Notice]:
        day = today(at)
        due = {line.sheet: today(line.deadline) for line in lines if line.is_open}
        near = {sheet: last for sheet, last in due.items() if (last - day).days in DAYS_BEFORE}
        for reminder in reminders(day, near, self._recipients({sheet.centre for sheet in near})):
            kind = Kind.LAST_DAY if any(left == 0 for _, left in reminder.sheets) else Kind.DEADLINE
            about = tuple(About(sheet, near[sheet]) for sheet, _ in reminder.sheets)
            yield Notice(f"deadlines-{day}", reminder.subject, kind, at, about)

    def _asked(self, open_: Sequence[Series], at: datetime) -> Iterator[Notice]:
        """One message for each person; what is done by then is left out when it is sent."""
        day = today(at)
        near = frozenset({day, day + timedelta(days=1)})
        theirs: dict[str, list[About]] = {}
        for held in (held for series in open_ for held in self.requests.due_on(series.id, near)):
            for request in held.requests:
                if request.wanted.due in near and not request.ready:
                    about = About(held.sheet, request.wanted.due, request.number)
                    theirs.setdefault(request.wanted.to.id, []).append(about)
        for subject, about in theirs.items():
            first = sorted(about, key=lambda one: (one.day or day, str(one.sheet), one.request))
            yield Notice(f"asked-{day}", subject, Kind.ASKED_DUE, at, tuple(first))

    def _recipients(self, centres: set[CentreNumber]) -> list[Recipient]:
        found: dict[str, Recipient] = {}
        for member in (m for centre in sorted(centres) for m in self.members.of_centre(centre) if not m.machine):
            before = found.get(member.subject)
            muted = before.opted_out if before else Topic.DEADLINES in self.preferences.get(member.subject).muted
            roles = {**before.memberships, **member.memberships} if before else member.memberships
            limits = {**before.limits, **member.limits} if before else member.limits
            found[member.subject] = Recipient(member.subject, roles, muted, limits)
        return [*found.values()]

    def _outcomes(self, lines: Sequence[BoardLine], at: datetime) -> Iterator[Notice]:
        since = at.astimezone(LONDON) - timedelta(days=1)  # the morning before by the clock on the wall
        released = [line.sheet for line in lines if line.outcome_at and since < line.outcome_at <= at]
        theirs: dict[str, list[About]] = {}
        for sheet in released:
            for subject in _told(self.members, sheet, Kind.OUTCOME):
                theirs.setdefault(subject, []).append(About(sheet))
        for subject, about in theirs.items():
            yield Notice(f"outcomes-{today(at)}", subject, Kind.OUTCOME, at, tuple(about))

    def _waiting(self, lines: Sequence[BoardLine], at: datetime) -> Iterator[Notice]:
        waiting = _waiting(lines, at)
        if waiting:
            for subject in _told(self.members, BOARD_CENTRE, Kind.WAITING):
                yield Notice(f"waiting-{today(at)}", subject, Kind.WAITING, at, waiting=waiting)


def _waiting(lines: Sequence[BoardLine], at: datetime) -> Waiting:
    day: Final = today(at)
    return Waiting(
        overdue=sum(line.is_overdue(at) for line in lines),
        amendments=sum(line.waiting for line in lines),
        extensions=sum(line.extension_asked for line in lines),
        work=sum(
            line.status is Status.IN_MODERATION and line.due is not None and line.due < day and line.sent < line.sampled
            for line in lines
        ),
    )


def _told(members: Members, place: Place, kind: Kind) -> list[str]:
    """The subjects of the people who get this notice about a place; a machine client reads no mail."""
    centre = place.centre if isinstance(place, SheetId) else place
    return [m.subject for m in members.of_centre(centre) if not m.machine and m.may(kind.permission, place)]


def _day(kind: Kind, sheet: MarkSheet, amendment: int) -> date | None:
    """The day in London that a notice is about."""
    match kind:
        case Kind.SAMPLE:
            return sheet.moderation.due if sheet.moderation else None
        case Kind.WORK:
            asked = next((a.work for a in sheet.amendments if a.number == amendment), None)
            return asked.wanted.due if asked else None
        case Kind.EXTENDED | Kind.NOT_EXTENDED:
            return today(sheet.window.deadline)
        case _:
            return None
