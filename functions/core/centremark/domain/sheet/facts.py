"""What happened to a sheet, in the past tense: each fact is the audit row and, where others subscribe, the event."""

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
        """What tells a fact that made no version from others at the same version; empty for one that made it."""
        return ""


def _say_no_reasons(fact: Fact, *fields: str) -> None:
    """Drop the reasons of circumstances and notes, which the fact that recorded each one has: many of them are long."""
    for name in fields:
        changes: tuple[RowChange, ...] = getattr(fact, name)
        object.__setattr__(fact, name, tuple(change.without_reasons for change in changes))


@dataclass(frozen=True, slots=True, kw_only=True)
class EntriesChanged(Fact):
    """The board entered candidates for the assessment, withdrew some, or corrected their entries.

    `corrected` are those whose name, UCI or teaching group changed, and `parts` says which of them; the old value is
    not stored, for names never are in the ledger. `withdrawn` keeps rows as they were; `carried` are rows whose mark
    was carried forward, or no longer is. `other_centre` is where those withdrawn moved to, or those entered came from.
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
    """Outcomes, ticks, flags or notes to the checker were changed."""

    NAME = "MarksSaved.v1"
    changes: tuple[RowChange, ...]

    def __post_init__(self) -> None:
        _say_no_reasons(self, "changes")


@dataclass(frozen=True, slots=True, kw_only=True)
class CircumstanceRecorded(Fact):
    """The centre recorded a candidate's circumstance, or removed it."""

    NAME = "CircumstanceRecorded.v1"
    changes: tuple[RowChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRestored(Fact):
    """The board put the marks back as they were at an earlier version, `restored`, for a reason.

    `changes` are the rows that changed since; a circumstance has its reason where it is put back.
    """

    NAME = "SheetRestored.v1"
    changes: tuple[RowChange, ...]
    restored: int
    reason: str


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
    """Something that happened to an amendment, with the amendment as it was then."""

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
    """The centre withdrew a request that was still open."""

    NAME = "AmendmentWithdrawn.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentWorkRequested(AboutAmendment):
    """The board requested work to see before it decides on an amendment."""

    NAME = "AmendmentWorkRequested.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentWorkSent(AboutAmendment):
    """The centre recorded that the work for an amendment was sent."""

    NAME = "AmendmentWorkSent.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutModeration(Fact):
    """Something that happened in a sheet's moderation, with the moderation as it was then."""

    moderation: Moderation


@dataclass(frozen=True, slots=True, kw_only=True)
class ModerationStarted(AboutModeration):
    """The board started moderation; from now on it decides on amendments."""

    NAME = "ModerationStarted.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleRequested(AboutModeration):
    """The board requested the work of a sample, or added candidates to it."""

    NAME = "SampleRequested.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleWorkSent(AboutModeration):
    """The centre recorded that work of the sample was sent."""

    NAME = "SampleWorkSent.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleWorkCorrected(AboutModeration):
    """The centre corrected what it had recorded as sent: how it was sent, or that it was not sent after all."""

    NAME = "SampleWorkCorrected.v1"
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleWorkLost(AboutModeration):
    """The centre reported a candidate's work lost; another candidate's replaces it, if there is one."""

    NAME = "SampleWorkLost.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModerationOutcomeRecorded(AboutModeration):
    """The board recorded what moderation found, for the `number`th time; the centre sees it from the release date.

    It makes no version and stands beside the one that was there.
    """

    NAME = "ModerationOutcomeRecorded.v1"
    number: int

    @property
    def beside(self) -> str:
        """Unique for each time an outcome was recorded."""
        return f"outcome-{self.number:04d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutExtension(Fact):
    """Something that happened to an extension, with the extension as it was then."""

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
    """The row changes in a fact."""
    match fact:
        case MarksSaved() | CircumstanceRecorded() | SheetRestored() | AmendmentApplied():
            return fact.changes
        case EntriesChanged():
            return (*fact.withdrawn, *fact.carried)
        case _:
            return ()


def submission_of(fact: Fact) -> Submission | None:
    """The submission that a fact is about."""
    return fact.submission if isinstance(fact, MarksSubmitted | MarksConfirmed | AmendmentApplied) else None
