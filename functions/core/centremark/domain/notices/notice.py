"""Notices that people get by email, which never hold a candidate's name or a mark, and who wants which."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Final

from centremark.domain.shared.actor import Permission
from centremark.domain.shared.identifiers import CentreNumber, SheetId


class Topic(StrEnum):
    """What a person can choose to get no email about."""

    CONFIRMATIONS = "confirmations"
    AMENDMENTS = "amendments"
    EXTENSIONS = "extensions"
    ENTRIES = "entries"
    MODERATION = "moderation"
    DEADLINES = "deadlines"
    REQUESTS = "requests"
    BOARD = "board"
    PEOPLE = "people"


FOR: Final[Mapping[Topic, Permission]] = {
    Topic.CONFIRMATIONS: Permission.SUBMIT,
    Topic.AMENDMENTS: Permission.SUBMIT,
    Topic.EXTENSIONS: Permission.SUBMIT,
    Topic.ENTRIES: Permission.ENTER,
    Topic.MODERATION: Permission.SUBMIT,
    Topic.DEADLINES: Permission.ENTER,
    Topic.REQUESTS: Permission.ENTER,
    Topic.BOARD: Permission.MODERATE,
    Topic.PEOPLE: Permission.PEOPLE,
}
"""Who is told of a topic: those who can do something about it."""


class Kind(StrEnum):
    """The kinds of notice."""

    CONFIRMED = "confirmed"
    SAMPLE = "sample"
    OUTCOME = "outcome"
    WORK = "work"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXTENDED = "extended"
    NOT_EXTENDED = "not-extended"
    ENTRIES = "entries"
    WITHDRAWN = "withdrawn"
    DEADLINE = "deadline"
    LAST_DAY = "last-day"
    ASKED = "asked"
    REMINDED = "reminded"
    ASKED_DUE = "asked-due"
    READY = "ready"
    WAITING = "waiting"
    ROLE_ASKED = "role-asked"
    ACCESS_GIVEN = "access-given"

    @property
    def of_a_request(self) -> bool:
        """Whether it is about what one colleague asked another."""
        return self.topic is Topic.REQUESTS

    @property
    def topic(self) -> Topic:
        """The topic that a person turns off to stop this kind."""
        return _TOPICS[self]

    @property
    def permission(self) -> Permission:
        """What someone must be permitted where it happened, to get it."""
        return FOR[self.topic]


_TOPICS: Final[Mapping[Kind, Topic]] = {
    Kind.CONFIRMED: Topic.CONFIRMATIONS,
    Kind.SAMPLE: Topic.MODERATION,
    Kind.OUTCOME: Topic.MODERATION,
    Kind.WORK: Topic.AMENDMENTS,
    Kind.ACCEPTED: Topic.AMENDMENTS,
    Kind.DECLINED: Topic.AMENDMENTS,
    Kind.EXTENDED: Topic.EXTENSIONS,
    Kind.NOT_EXTENDED: Topic.EXTENSIONS,
    Kind.ENTRIES: Topic.ENTRIES,
    Kind.WITHDRAWN: Topic.ENTRIES,
    Kind.DEADLINE: Topic.DEADLINES,
    Kind.LAST_DAY: Topic.DEADLINES,
    **dict.fromkeys((Kind.ASKED, Kind.REMINDED, Kind.ASKED_DUE, Kind.READY), Topic.REQUESTS),
    Kind.WAITING: Topic.BOARD,
    Kind.ROLE_ASKED: Topic.PEOPLE,
    Kind.ACCESS_GIVEN: Topic.PEOPLE,
}


ALWAYS_SENT: Final = frozenset({Kind.LAST_DAY, Kind.ACCESS_GIVEN})
"""The last reminder of a deadline, and that somebody was given access: without it they would not know."""


@dataclass(frozen=True, slots=True)
class About:
    """A sheet a notice is about, the day in London by which something has to be done, and what a colleague asked.

    `request` is the number of what was asked of the sheet, 0 for nothing.
    """

    sheet: SheetId
    day: date | None = None
    request: int = 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much waits for the board: overdue sheets, requests to decide, samples whose work is late."""

    overdue: int = 0
    amendments: int = 0
    extensions: int = 0
    work: int = 0

    def __bool__(self) -> bool:
        return any((self.overdue, self.amendments, self.extensions, self.work))


@dataclass(frozen=True, slots=True)
class Notice:
    """One message to one person, about mark sheets, about what waits for the board, or about a centre.

    `id` is the same whenever the same notice is made, so that repeats are dropped. `by` is the id of whoever gave the
    access that it is about.
    """

    id: str
    to: str
    kind: Kind
    at: datetime
    about: tuple[About, ...] = ()
    waiting: Waiting = Waiting()
    centre: CentreNumber | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class NoticeRecord:
    """The record in a sheet's history that a person was sent a notice."""

    id: str
    kind: Kind
    to: str
    name: str

    @property
    def slug(self) -> str:
        """What tells it from the other notices about a sheet."""
        return sha256(f"{self.id}\n{self.to}".encode()).hexdigest()[:16]


class Language(StrEnum):
    """The language notices are written in."""

    EN = "en"
    CY = "cy"


class MailFailure(StrEnum):
    """Why mail did not arrive."""

    BOUNCED = "bounced"
    COMPLAINED = "complained"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Mail to this address bounced for good or was reported as spam; none is sent there until it works again."""

    what: MailFailure
    address: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Preferences:
    """Which emails a person wants, and in which language."""

    language: Language = Language.EN
    muted: frozenset[Topic] = frozenset()
    trouble: Trouble | None = None
    version: int = 0

    def choose(self, language: Language, muted: frozenset[Topic]) -> "Preferences":
        """Replace the choices."""
        return replace(self, language=language, muted=muted, version=self.version + 1)

    def with_trouble(self, trouble: Trouble | None) -> "Preferences":
        """Record that mail does not arrive, or (None) that it works again."""
        return replace(self, trouble=trouble, version=self.version + 1)

    def trouble_at(self, address: str) -> Trouble | None:
        """What is wrong with an address, if anything; trouble with an earlier address does not count."""
        return self.trouble if self.trouble and self.trouble.address.casefold() == address.casefold() else None

    def want(self, kind: Kind) -> bool:
        """Whether to send a notice of this kind; what must reach a person goes out whatever they chose."""
        return kind in ALWAYS_SENT or kind.topic not in self.muted
