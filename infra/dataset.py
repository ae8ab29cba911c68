"""Data to load into an installation: a catalogue, centres, sheets and the people who work on them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from centremark.domain.catalogue.catalogue import Assessment, Candidate, Centre, Series
from centremark.domain.catalogue.circumstances import Circumstance
from centremark.domain.moderation.decisions import Arrangement
from centremark.domain.shared.actor import Role
from centremark.domain.shared.identifiers import AssessmentCode, CandidateNumber, CentreNumber, SeriesId, SheetId
from centremark.domain.shared.outcomes import Outcome
from centremark.domain.sheet.amendment import Wanted
from centremark.domain.sheet.row import Carried, Change

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
    """A centre's settings."""

    centre: CentreNumber
    by: str
    """Email of the administrator who chose."""
    second_checker: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """The candidates entered for an assessment, and the state of their marks."""

    id: SheetId
    candidates: tuple[Candidate, ...]
    changes: tuple[Change, ...] = ()
    """Marks and ticks to enter, in one save."""
    by: str = ""
    """Email of the person who enters and submits."""
    submitted: bool = False
    at: datetime | None = None
    """When all this was done and the submission confirmed; without it, marks are entered as they are loaded."""
    carried: Mapping[CandidateNumber, Carried] = field(default_factory=dict[CandidateNumber, Carried])
    """Marks carried forward with the entries."""
    circumstances: Mapping[CandidateNumber, Circumstance] = field(default_factory=dict[CandidateNumber, Circumstance])
    """What is recorded beside the marks, before they are submitted."""


@dataclass(frozen=True, slots=True)
class Together:
    """Centres that are moderated together."""

    series: SeriesId
    assessment: AssessmentCode
    centres: tuple[CentreNumber, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """An outcome of moderation, released when it is loaded."""

    adjusted: dict[CandidateNumber, Outcome]
    note: str


@dataclass(frozen=True, slots=True)
class Moderated:
    """A submitted sheet that the board moderates, together with its consortium's."""

    sheet: SheetId
    by: str
    """Email of the board's person."""
    arrangement: Arrangement
    sent_by: str = ""
    """Email of the person of the centre who sends all its work of the sample; nobody does without one."""
    found: Found | None = None
    """Comes after the work was sent."""


@dataclass(frozen=True, slots=True)
class Amended:
    """An amendment a centre requests once the sheet is in moderation."""

    sheet: SheetId
    by: str
    """Email of the person who asks."""
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Dataset:
    """Everything to load, in the order of the fields, except that settings apply before any mark is entered."""

    series: tuple[Series, ...]
    assessments: tuple[Assessment, ...]
    centres: tuple[Centre, ...]
    people: tuple[Person, ...]
    password: str = ""
    """Every person's password; without one, who is new is invited by e-mail."""
    sheets: tuple[Sheet, ...] = ()
    consortia: tuple[Together, ...] = ()
    moderated: tuple[Moderated, ...] = ()
    amended: tuple[Amended, ...] = ()
    choices: tuple[Choice, ...] = ()
    unnamed: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict[tuple[str, str], frozenset[str]])
    """What stays as it is of a series, or of an assessment by series and code: its fields that a file leaves out."""
    mis: Memberships = field(default_factory=dict[CentreNumber, frozenset[Role]])
    """What the stack's MIS client may do."""
