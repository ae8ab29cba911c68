"""Who to remind of which deadlines on a day: one message for each person, whatever the number of sheets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from centremark.domain.shared.actor import MAY, Permission, Role
from centremark.domain.shared.identifiers import CentreNumber, SheetId

DAYS_BEFORE: Final = frozenset({14, 7, 2, 0})
"""How many days before a deadline people are reminded; on the day itself they are, whatever they have chosen."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person who may be reminded, and whether they want only the last reminder."""

    subject: str
    memberships: Mapping[CentreNumber, frozenset[Role]]
    opted_out: bool = False


@dataclass(frozen=True, slots=True)
class Reminder:
    """One message: its sheets and the days left for each, the nearest first."""

    subject: str
    sheets: tuple[tuple[SheetId, int], ...]


def reminders(today: date, due: Mapping[SheetId, date], people: Iterable[Recipient]) -> Sequence[Reminder]:
    """The messages of a day in London about sheets that are not submitted, by the day their marks are due.

    They go to everyone who may enter or submit marks at a sheet's centre.
    """
    left = {sheet: (day - today).days for sheet, day in due.items()}
    near = sorted((days, str(sheet), sheet) for sheet, days in left.items() if days in DAYS_BEFORE)
    found: list[Reminder] = []
    for person in people:
        theirs = tuple(
            (sheet, days)
            for days, _, sheet in near
            if person.memberships.get(sheet.centre, frozenset[Role]()) & MAY[Permission.ENTER]
            and (days == 0 or not person.opted_out)
        )
        if theirs:
            found.append(Reminder(person.subject, theirs))
    return found
