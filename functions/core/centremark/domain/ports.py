"""What the use cases need of the world, each named for its role.

Every implementation of a port passes the one suite in tests/contract.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from centremark.domain.actor import BOARD_OFFICE, BOARDS, Role
from centremark.domain.catalogue import Assessment, Centre, Consortium, Roster, Series
from centremark.domain.centre_settings import CentreSettings
from centremark.domain.errors import Malformed
from centremark.domain.facts import Fact, NoticeSent, ReportRequested, SlipsRequested
from centremark.domain.mark_sheet import MarkSheet
from centremark.domain.office_facts import OfficeFact
from centremark.domain.overview import BoardLine
from centremark.domain.prints import Failure, Link
from centremark.domain.slips import Slips
from centremark.domain.upload import Upload, UploadId
from centremark.domain.values import CentreNumber, SeriesId, SheetId


class Lots(Protocol):
    """Casts the lots that a sample is drawn by: nobody can tell the next."""

    def __call__(self) -> str:
        """Give a new seed."""
        ...


class Clock(Protocol):
    """Tells the time, aware and in UTC."""

    def __call__(self) -> datetime:
        """Give the present instant."""
        ...


@dataclass(frozen=True, slots=True)
class Key:
    """An idempotency key, whose it is, and the fingerprint of the request it came with."""

    subject: str
    value: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A key and the answer to give when it comes again."""

    key: Key
    answer: str


class LostRace(Exception):  # it is an outcome of saving, not a fault to report
    """Someone saved first: nothing was written; load again and decide again."""


class Sheets(Protocol):
    """The mark sheets, saved with their fact, the caller's claim and the names, all or none."""

    def get(self, sheet: SheetId) -> MarkSheet:
        """Load a sheet; raises `NotFound`."""
        ...

    def of_centre(self, centre: CentreNumber, series: SeriesId) -> Sequence[MarkSheet]:
        """Load every sheet of a centre in a series, in order of assessment."""
        ...

    def save(self, sheet: MarkSheet, fact: Fact, claim: Claim | None = None, roster: Roster | None = None) -> None:
        """Save the version the fact made, with the names when entries changed them; raises `LostRace`."""
        ...

    def save_together(self, savings: "Sequence[Saving]") -> None:
        """Save several sheets, all or none; raises `LostRace`."""
        ...


class Overview(Protocol):
    """Every centre's sheets in a line each."""

    def of_series(self, series: SeriesId) -> Sequence[BoardLine]:
        """The lines of a series in order of assessment and centre, with the deadlines the catalogue now has."""
        ...


class Claims(Protocol):
    """Idempotency keys already used."""

    def find(self, key: Key) -> str | None:
        """Give the answer a key was claimed with, or None; raises `KeyReused` when the request differs."""
        ...

    def keep(self, claim: Claim, at: datetime) -> None:
        """Keep the claim of a request that changed nothing; raises `LostRace` when the key is already used."""
        ...


class Rosters(Protocol):
    """Who is entered: names never sit on the sheet itself; they are written as entries change it."""

    def get(self, sheet: SheetId) -> Roster:
        """Give the candidates of a sheet; empty when there are none."""
        ...


class Catalogue(Protocol):
    """The board's series, assessments and centres."""

    def series(self) -> Sequence[Series]:
        """All series, latest first."""
        ...

    def a_series(self, series: SeriesId) -> Series:
        """One series; raises `NotFound`."""
        ...

    def centre(self, number: CentreNumber) -> Centre:
        """One centre; raises `NotFound`."""
        ...

    def centres(self, numbers: Collection[CentreNumber]) -> Mapping[CentreNumber, Centre]:
        """Those of these centres that there are, by number."""
        ...

    def assessments(self, series: SeriesId) -> Sequence[Assessment]:
        """The assessments of a series, in order of their codes."""
        ...

    def together(self, sheet: SheetId) -> Sequence[CentreNumber]:
        """The centres moderated together with a sheet's, in order, its own among them; it alone without others."""
        ...

    def consortia(self, series: SeriesId) -> Sequence[Consortium]:
        """The consortia of a series, in order of assessment and first centre."""
        ...

    def arrange(self, before: Consortium | None, after: Consortium | None, *facts: OfficeFact) -> None:
        """Keep a consortium in place of the one before, and the facts that say who did, all or none; raises `LostRace`.

        The race is lost when a centre of either is by now in another consortium than `before`.
        """
        ...

    def put(self, item: Series | Assessment | Centre, *facts: OfficeFact) -> None:
        """Keep an item in place of the one with the same code, and the facts that say who did; raises `LostRace`."""
        ...


class Choices(Protocol):
    """How each centre has chosen to work, effective at once."""

    def get(self, centre: CentreNumber) -> CentreSettings:
        """Give a centre's settings; those every centre starts with when it has chosen nothing."""
        ...

    def put(self, centre: CentreNumber, settings: CentreSettings, *facts: OfficeFact) -> None:
        """Keep a centre's settings and the facts that say who chose them; raises `LostRace`."""
        ...


MOST_MEMBERSHIPS: Final = 1_000
"""How many centres a member can belong to: who signs in is read with all of them, at each request."""


@dataclass(frozen=True, slots=True)
class Member:
    """A person, or a machine client, known to the service; at the board's office there are the board's roles only.

    `email` is where a person is told of things; empty for nowhere, as for every machine.
    """

    subject: str
    name: str
    memberships: dict[CentreNumber, frozenset[Role]]
    machine: bool = False
    email: str = ""

    def __post_init__(self) -> None:
        if others := self.memberships.get(BOARD_OFFICE, frozenset[Role]()) - BOARDS:
            raise Malformed(f"{BOARD_OFFICE} is the board's own office and has no role: {', '.join(sorted(others))}.")
        if len(self.memberships) > MOST_MEMBERSHIPS:
            raise Malformed(
                f"A member belongs to {MOST_MEMBERSHIPS:,} centres at most, and this one to {len(self.memberships):,}. "
                "Give the others to another person or client."
            )


class Members(Protocol):
    """Who may do what, effective at once."""

    def get(self, subject: str) -> Member:
        """Find who signed in; a stranger is a member without a name or memberships."""
        ...

    def put(self, member: Member, *facts: OfficeFact) -> None:
        """Keep a member and all memberships in place of those before, with the facts; raises `LostRace`."""
        ...

    def of_centre(self, centre: CentreNumber) -> Sequence[Member]:
        """Everyone with a membership at a centre, each with that one alone and no address, in order of subject."""
        ...


class Rates(Protocol):
    """How often machine clients ask."""

    def count(self, subject: str, window: datetime) -> int:
        """Note one more request in the window that begins then, and say how many that makes."""
        ...


@dataclass(frozen=True, slots=True)
class Recorded[F]:
    """A fact as the ledger has it; `place` orders it among the others."""

    place: str
    fact: F


class Ledger(Protocol):
    """Everything that ever happened, append-only."""

    def history(self, sheet: SheetId, before: str | None, limit: int) -> Sequence[Recorded[Fact]]:
        """The latest `limit` entries below the place `before`, latest first."""
        ...

    def of_office(self, office: CentreNumber, before: str | None, limit: int) -> Sequence[Recorded[OfficeFact]]:
        """The latest `limit` facts of a centre, or of the board's office, below the place `before`, latest first."""
        ...

    def since(self, sheet: SheetId, version: int, limit: int) -> Sequence[Recorded[Fact]]:
        """The first `limit` entries after a version, oldest first; what made no version is left out."""
        ...

    def document(self, sheet: SheetId, number: int) -> str:
        """The exact text of a numbered submission; raises `NotFound`."""
        ...

    def request_report(self, fact: ReportRequested) -> None:
        """Note that a print was asked for; the same attempt at the same version on the same day adds nothing."""
        ...

    def report_requests(self, sheet: SheetId, version: int, since: datetime) -> Sequence[datetime]:
        """When a print of this version was asked for, on that day or later, in no order."""
        ...

    def request_slips(self, fact: SlipsRequested) -> None:
        """Note that slips were asked for; the same attempt at the same ones on the same day adds nothing."""
        ...

    def slips_requests(self, slips: Slips, since: datetime) -> Sequence[datetime]:
        """When these slips were asked for, on that day or later, in no order."""
        ...

    def note_notice(self, fact: NoticeSent) -> None:
        """Note that someone was told; noting the same again adds nothing."""
        ...


@dataclass(frozen=True, slots=True)
class Saving:
    """A sheet after a decision and the facts that made it, in order, over the turn (`before`) it was decided on.

    `roster` are its names, when entries changed them.
    """

    before: int
    sheet: MarkSheet
    facts: tuple[Fact, ...]
    roster: Roster | None = None


class Uploads(Protocol):
    """Files on their way, each saved over the version it was decided on."""

    def get(self, upload: UploadId) -> Upload:
        """Load an upload; raises `NotFound`."""
        ...

    def of_centre(self, centre: CentreNumber, series: SeriesId) -> Sequence[Upload]:
        """Every upload of a centre in a series, latest first."""
        ...

    def save(self, upload: Upload, savings: Sequence[Saving] = ()) -> None:
        """Save an upload and with it the sheets its marks went to, all or none; raises `LostRace`."""
        ...


class Intake(Protocol):
    """The board's strong-box for submissions."""

    def keep(self, reference: str, sheet: SheetId, document: bytes) -> bytes:
        """Write a submission's document unless it is there, and give back what is there now."""
        ...


class Reports(Protocol):
    """Printed reports, by the sheet and the version they show, and candidates' mark slips."""

    def find(self, sheet: SheetId, version: int, *, draft: bool, now: datetime) -> Link | Failure | None:
        """A link to the report; while there is none, the last failure to print it, if any."""
        ...

    def print(self, sheet: SheetId, version: int, *, draft: bool, model: dict[str, object]) -> None:
        """Send a report model to be printed; the same model again prints the same report."""
        ...

    def find_slips(self, slips: Slips, *, now: datetime) -> Link | Failure | None:
        """A link to the slips; while there are none, the last failure to print them, if any."""
        ...

    def print_slips(self, slips: Slips, model: dict[str, object]) -> None:
        """Send a model of slips to be printed; the same model again prints the same slips."""
        ...
