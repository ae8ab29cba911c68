"""Who to remind of which deadlines on a day: one message for each person, whatever the number of sheets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from centremark.domain.shared.actor import Limits, Permission, Role, permits
from centremark.domain.shared.identifiers import CentreNumber, SheetId

DAYS_BEFORE: Final = frozenset({14, 7, 2, 0})
"""How many days before a deadline people are reminded; on the day itself they are, whatever they have chosen."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person who may be reminded, and whether they want only the last reminder."""

    subject: str
    memberships: Mapping[CentreNumber, frozenset[Role]]
    opted_out: bool = False
    limits: Mapping[CentreNumber, Limits] = field(default_factory=dict[CentreNumber, Limits])

    def may_enter(self, sheet: SheetId) -> bool:
        """Whether they may enter marks on a sheet."""
        roles, limits = self.memberships.get(sheet.centre, frozenset[Role]()), self.limits.get(sheet.centre, {})
        return permits(Permission.ENTER, roles, limits, sheet)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One message: its sheets and the days left for each, the nearest first."""

    subject: str
    sheets: tuple[tuple[SheetId, int], ...]


def reminders(today: date, due: Mapping[SheetId, date], people: Iterable[Recipient]) -> Sequence[Reminder]:
    """The messages of a day in London about sheets that are not submitted, by the day their marks are due.

    They go to everyone who may enter or submit a sheet's marks.
    """
    left = {sheet: (day - today).days for sheet, day in due.items()}
    near = sorted((days, str(sheet), sheet) for sheet, days in left.items() if days in DAYS_BEFORE)
    found: list[Reminder] = []
    for person in people:
        theirs = tuple(
            (sheet, days) for days, _, sheet in near if person.may_enter(sheet) and (days == 0 or not person.opted_out)
        )
        if theirs:
            found.append(Reminder(person.subject, theirs))
    return found
