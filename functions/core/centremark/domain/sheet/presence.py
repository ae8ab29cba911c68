"""Who else has a mark sheet open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

SEEN_FOR: Final = timedelta(seconds=90)
"""How long after a person's page last asked they count as there: an idle page asks once a minute."""
NOTED_EVERY: Final = timedelta(seconds=20)
"""How often a person's page is written down at most: two pages that follow one another ask more often."""
MOST_THERE: Final = 20
"""How many people are looked for on one sheet."""


@dataclass(frozen=True, slots=True)
class Presence:
    """A person whose page of a sheet asked at this time."""

    id: str
    name: str
    at: datetime


def others_there(noted: Iterable[Presence], me: str, at: datetime) -> Sequence[Presence]:
    """Everyone else whose page asked just now, by name."""
    there = [one for one in noted if one.id != me and at - one.at <= SEEN_FOR]
    return sorted(there, key=lambda one: (one.name, one.id))


def to_be_noted(noted: Iterable[Presence], me: str, at: datetime) -> bool:
    """Whether it is time to write down that this person is there."""
    return all(one.id != me or at - one.at >= NOTED_EVERY for one in noted)
