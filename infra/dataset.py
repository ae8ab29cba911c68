"""What can be loaded into an installation: a catalogue, centres, sheets and the people who work on them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from centremark.domain.actor import Role
from centremark.domain.catalogue import Assessment, Candidate, Centre, Series
from centremark.domain.circumstances import Circumstance
from centremark.domain.facts import Carried
from centremark.domain.mark_sheet import Change
from centremark.domain.values import CandidateNumber, CentreNumber, SheetId

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
    carried: Mapping[CandidateNumber, Carried] = field(default_factory=dict[CandidateNumber, Carried])
    """Marks carried forward with the entries."""
    circumstances: Mapping[CandidateNumber, Circumstance] = field(default_factory=dict[CandidateNumber, Circumstance])
    """What is recorded beside the marks, before they are submitted."""


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
