"""What happened to a sheet: past-tense facts, each the audit row and, where others care, the event."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from centremark.domain.catalogue.catalogue import EntryPart
from centremark.domain.shared.actor import By
from centremark.domain.shared.identifiers import CandidateNumber, CentreNumber, SheetId
from centremark.domain.sheet.amendment import Amendment
from centremark.domain.sheet.extension import Extension
from centremark.domain.sheet.moderation import Moderation
from centremark.domain.sheet.row import RowChange
from centremark.domain.sheet.submission import Submission


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that happened to a sheet, at the version it made.

    `NAME` is the event's name and version for consumers; it outlives any renaming of the class.
    """

    NAME: ClassVar[str]

    sheet: SheetId
    version: int
    at: datetime
    by: By

    @property
    def beside(self) -> str:
        """What tells a fact that stands beside a version from the one that made it; empty for that one."""
        return ""


def _say_no_reasons(fact: Fact, *fields: str) -> None:
    """Leave it to the fact that recorded a circumstance to say why: a thousand reasons are long."""
    for name in fields:
        changes: tuple[RowChange, ...] = getattr(fact, name)
        object.__setattr__(fact, name, tuple(change.without_reasons for change in changes))


@dataclass(frozen=True, slots=True, kw_only=True)
class EntriesChanged(Fact):
    """The board put candidates in for the assessment, took them out, or corrected their entries.

    `corrected` are those whose name, UCI or teaching group changed, and `parts` says which of them; what it was is not
    in the ledger, for names never are. `withdrawn` keeps rows as they were; `carried` are rows whose mark was carried
    forward, or no longer is. `other_centre` is where those withdrawn moved to, or those entered came from.
    """

    NAME = "EntriesChanged.v1"
    entered: tuple[CandidateNumber, ...] = ()
    corrected: tuple[CandidateNumber, ...] = ()
    carried: tuple[RowChange, ...] = ()
    withdrawn: tuple[RowChange, ...] = ()
    reason: str = ""
    other_centre: CentreNumber | None = None
    parts: Mapping[CandidateNumber, tuple[EntryPart, ...]] = field(
        default_factory=dict[CandidateNumber, tuple[EntryPart, ...]]
    )

    def __post_init__(self) -> None:
        _say_no_reasons(self, "carried", "withdrawn")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksSaved(Fact):
    """Outcomes, ticks or flags were changed."""

    NAME = "MarksSaved.v1"
    changes: tuple[RowChange, ...]

    def __post_init__(self) -> None:
        _say_no_reasons(self, "changes")


@dataclass(frozen=True, slots=True, kw_only=True)
class CircumstanceRecorded(Fact):
    """The centre recorded a candidate's circumstance, or that there is none after all."""

    NAME = "CircumstanceRecorded.v1"
    changes: tuple[RowChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksSubmitted(Fact):
    """The centre sent the sheet to the board. `document` is what was sent, byte for byte."""

    NAME = "MarksSubmitted.v1"
    submission: Submission
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksConfirmed(Fact):
    """The board holds the submission: written, read back and compared."""

    NAME = "MarksConfirmed.v1"
    submission: Submission


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutAmendment(Fact):
    """Something that happened to an amendment, as it then stood."""

    amendment: Amendment


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentRequested(AboutAmendment):
    """The centre asked for an amendment that the board has to decide on."""

    NAME = "AmendmentRequested.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentApplied(AboutAmendment):
    """An amendment changed rows and made a new submission; `document` is what was sent, byte for byte."""

    NAME = "AmendmentApplied.v1"
    changes: tuple[RowChange, ...]
    submission: Submission
    document: str

    def __post_init__(self) -> None:
        _say_no_reasons(self, "changes")


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentDeclined(AboutAmendment):
    """The board left the marks as they are."""

    NAME = "AmendmentDeclined.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentWithdrawn(AboutAmendment):
    """The centre took back a request that was still open."""

    NAME = "AmendmentWithdrawn.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentWorkRequested(AboutAmendment):
    """The board wants to see work before it decides on an amendment."""

    NAME = "AmendmentWorkRequested.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentWorkSent(AboutAmendment):
    """The centre recorded that the work for an amendment was sent."""

    NAME = "AmendmentWorkSent.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutModeration(Fact):
    """Something that happened in a sheet's moderation, as it then stood."""

    moderation: Moderation


@dataclass(frozen=True, slots=True, kw_only=True)
class ModerationStarted(AboutModeration):
    """From here on an amendment waits for the board."""

    NAME = "ModerationStarted.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleRequested(AboutModeration):
    """The board asked for candidates' work, at first or more of it."""

    NAME = "SampleRequested.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleWorkSent(AboutModeration):
    """The centre recorded that work of the sample was sent."""

    NAME = "SampleWorkSent.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleWorkLost(AboutModeration):
    """The centre said that a candidate's work is lost; another candidate's stands in for it, if there is one."""

    NAME = "SampleWorkLost.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModerationOutcomeRecorded(AboutModeration):
    """The board recorded what moderation found, for the `number`th time; the centre sees it from the release date.

    It stands beside the version that was there and makes none.
    """

    NAME = "ModerationOutcomeRecorded.v1"
    number: int

    @property
    def beside(self) -> str:
        """Which time it was recorded."""
        return f"outcome-{self.number:04d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutExtension(Fact):
    """Something that happened to an extension, as it then stood."""

    extension: Extension


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionRequested(AboutExtension):
    """The centre asked for more time."""

    NAME = "ExtensionRequested.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionDecided(AboutExtension):
    """The board granted or declined it."""

    NAME = "ExtensionDecided.v1"


def changes_of(fact: Fact) -> tuple[RowChange, ...]:
    """The rows that a fact changed."""
    match fact:
        case MarksSaved() | CircumstanceRecorded() | AmendmentApplied():
            return fact.changes
        case EntriesChanged():
            return (*fact.withdrawn, *fact.carried)
        case _:
            return ()


def submission_of(fact: Fact) -> Submission | None:
    """The submission that a fact is about."""
    return fact.submission if isinstance(fact, MarksSubmitted | MarksConfirmed | AmendmentApplied) else None
