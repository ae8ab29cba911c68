"""What can be loaded into an installation: a catalogue, centres, sheets and the people who work on them."""

from dataclasses import dataclass, field
from datetime import datetime

from centremark.domain.actor import Role
from centremark.domain.catalogue import Assessment, Candidate, Centre, Series
from centremark.domain.mark_sheet import Change
from centremark.domain.values import CentreNumber, SheetId

Memberships = dict[CentreNumber, frozenset[Role]]


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who can sign in."""

    email: str
    name: str
    what: str
    """Shown beside the sign-in: what this person does."""
    memberships: Memberships


@dataclass(frozen=True, slots=True)
class Choice:
    """How a centre has chosen to work."""

    centre: CentreNumber
    by: str
    """Email of the administrator who chose."""
    second_checker: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """The candidates entered for an assessment and how far their marks have come."""

    id: SheetId
    candidates: tuple[Candidate, ...]
    changes: tuple[Change, ...] = ()
    """Marks and ticks to enter, in one save."""
    by: str = ""
    """Email of the person who enters and submits."""
    submitted: bool = False
    at: datetime | None = None
    """When all this was done and the submission confirmed; without it, marks are entered as they are loaded."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """Everything to load; the choices hold before any mark is entered."""

    series: tuple[Series, ...]
    assessments: tuple[Assessment, ...]
    centres: tuple[Centre, ...]
    people: tuple[Person, ...]
    password: str
    """Every person's password."""
    sheets: tuple[Sheet, ...]
    choices: tuple[Choice, ...] = ()
    mis: Memberships = field(default_factory=dict[CentreNumber, frozenset[Role]])
    """What the stack's MIS client may do."""
