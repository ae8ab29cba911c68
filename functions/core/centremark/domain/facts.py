"""What happened to a sheet: past-tense facts, each the audit row and, where others care, the event."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar, Self

from centremark.domain.actor import By
from centremark.domain.amendments import Amendment
from centremark.domain.circumstances import Circumstance
from centremark.domain.extensions import Extension
from centremark.domain.moderation import Moderation
from centremark.domain.notices import Telling
from centremark.domain.outcomes import Grade, Mark, Outcome
from centremark.domain.slips import Slips
from centremark.domain.values import CandidateNumber, CentreNumber, SeriesId, SheetId


@dataclass(frozen=True, slots=True)
class Flag:
    """Someone at the centre doubts a mark: `by` is their id, `at` to the second."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Row:
    """One candidate's place on a sheet.

    `revision` goes up with each change of the outcome, the tick and the flag, and for a candidate number that is
    entered again it goes on above all it ever was; a change names the revision it was decided on. A tick (`checked`)
    and a flag belong to the outcome they were made for, and no row has both. `entered_by` is the id of whoever gave the
    outcome, empty when there is none. `carried` is the earlier series whose outcome the board carried forward to this
    one; the centre does not change such a row.
    """

    outcome: Outcome | None = None
    checked: bool = False
    revision: int = 0
    entered_by: str = ""
    carried: SeriesId | None = None
    circumstance: Circumstance | None = None
    flag: Flag | None = None


@dataclass(frozen=True, slots=True)
class Carried:
    """An outcome of an earlier series that counts again in this one."""

    outcome: Mark | Grade
    series: SeriesId


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row before and after one change."""

    candidate: CandidateNumber
    before: Row
    after: Row

    @property
    def without_reasons(self) -> Self:
        """The change with circumstances by their code alone."""
        return replace(self, before=_without_reason(self.before), after=_without_reason(self.after))


def _without_reason(row: Row) -> Row:
    return replace(row, circumstance=replace(row.circumstance, reason="")) if row.circumstance else row


@dataclass(frozen=True, slots=True)
class Submission:
    """One numbered, immutable sending of a sheet's marks to the board.

    `sha256` is of the exact bytes of its document, which the ledger and the board's intake both keep. `version` is the
    sheet's when the submission was made or confirmed: what a print of it shows. `amendment` made it, if
    any; a submission after the first that no amendment made is supplementary: of those entered late, and theirs alone.
    """

    number: int
    reference: str
    sha256: str
    at: datetime
    by: str
    late: bool
    candidates: int
    absent: int
    version: int
    amendment: int | None = None
    confirmed_at: datetime | None = None


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
    for field in fields:
        changes: tuple[RowChange, ...] = getattr(fact, field)
        object.__setattr__(fact, field, tuple(change.without_reasons for change in changes))


@dataclass(frozen=True, slots=True, kw_only=True)
class EntriesChanged(Fact):
    """The board put candidates in for the assessment, took them out, or corrected their entries.

    `corrected` are those whose name, UCI or teaching group changed; what it was is not in the ledger, for names never
    are. `withdrawn` keeps rows as they were; `carried` are rows whose mark was carried forward, or no longer is.
    `other_centre` is where those withdrawn moved to, or those entered came from.
    """

    NAME = "EntriesChanged.v1"
    entered: tuple[CandidateNumber, ...] = ()
    corrected: tuple[CandidateNumber, ...] = ()
    carried: tuple[RowChange, ...] = ()
    withdrawn: tuple[RowChange, ...] = ()
    reason: str = ""
    other_centre: CentreNumber | None = None

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRequested(Fact):
    """Someone asked for a print of the sheet as it stood at this version; `attempt` counts those of one print."""

    NAME = "ReportRequested.v1"
    attempt: int

    @property
    def beside(self) -> str:
        """One for each attempt of a day."""
        return f"report-{self.at.date()}-{self.attempt}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipsRequested(Fact):
    """Someone asked for the mark slips of a teaching group, or (None) of the whole sheet.

    `attempt` counts those of one print.
    """

    NAME = "SlipsRequested.v1"
    attempt: int
    group: str | None
    review_by: date

    @property
    def slips(self) -> Slips:
        """Which slips."""
        return Slips(self.sheet, self.version, self.group, self.review_by)

    @property
    def beside(self) -> str:
        """One for each attempt of a day at these slips."""
        return f"slips-{self.slips.slug}-{self.at.date()}-{self.attempt}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeSent(Fact):
    """Someone was told something about the sheet by e-mail, while it stood at this version."""

    NAME = "NoticeSent.v1"
    telling: Telling

    @property
    def beside(self) -> str:
        """One for each notice and person."""
        return f"notice-{self.telling.slug}"


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


Rows = Mapping[CandidateNumber, Row]
