"""Valid things with sensible defaults, to be varied by the test that needs it."""

from collections.abc import Mapping
from datetime import UTC, datetime

from centremark.domain.actor import Actor, By, Channel, Role
from centremark.domain.catalogue import Assessment, Candidate, Centre, Qualification, Series, Window
from centremark.domain.declaration import DECLARATION, Agreement
from centremark.domain.facts import Row
from centremark.domain.mark_sheet import Change, MarkSheet
from centremark.domain.outcomes import MarkScale, Outcome, Scale
from centremark.domain.ports import Key
from centremark.domain.values import AssessmentCode, CandidateNumber, CentreNumber, SeriesId, SheetId, Uci

SERIES = SeriesId("2027-06")
CENTRE = CentreNumber("64235")
CODE = AssessmentCode("H446/03")
SHEET = SheetId(SERIES, CENTRE, CODE)

OPENS = datetime(2026, 9, 1, tzinfo=UTC)
NOON = datetime(2027, 4, 20, 12, 0, tzinfo=UTC)
DEADLINE = datetime(2027, 5, 15, 22, 59, 59, tzinfo=UTC)

TEACHER = By("teacher-1", "Asha Patel", Channel.WEB)
OFFICER = By("officer-1", "Owen Reid", Channel.WEB)
AGREED = Agreement(DECLARATION.version, frozenset(DECLARATION.statements))


def a_series() -> Series:
    return Series(SERIES, "June 2027", OPENS, None)


def a_centre() -> Centre:
    return Centre(CENTRE, "Harbour View Academy")


def an_assessment(scale: Scale | None = None, closes: datetime | None = None) -> Assessment:
    return Assessment(
        SERIES,
        CODE,
        "Programming project",
        Qualification("H446", "A Level Computer Science"),
        scale or MarkScale(70),
        Window(OPENS, DEADLINE, closes),
    )


def a_candidate(number: int, name: str = "JONES Amelia", group: str = "13A") -> Candidate:
    body = f"{CENTRE}026{number:04d}"
    uci = Uci(f"{body}{Uci.check_character(body)}")
    return Candidate(CandidateNumber(f"{number:04d}"), name, uci, group)


def a_sheet(
    outcomes: Mapping[int, Outcome | None] | None = None,
    *,
    checked: bool = False,
    assessment: Assessment | None = None,
    by: By = TEACHER,
) -> MarkSheet:
    """A sheet of candidates 1001, 1002 and 1003 without marks, or of those given, entered by one person."""
    given = dict.fromkeys((1001, 1002, 1003)) if outcomes is None else outcomes
    rows = {
        CandidateNumber(f"{number:04d}"): Row(outcome, checked, 1, by.id) if outcome else Row()
        for number, outcome in given.items()
    }
    people = {by.id: by.name} if any(given.values()) else {}
    return MarkSheet(SHEET, assessment or an_assessment(), rows, version=1, people=people)


def a_change(number: int, outcome: Outcome | None = None, *, revision: int = 0, checked: bool | None = None) -> Change:
    return Change(CandidateNumber(f"{number:04d}"), revision, outcome, checked)


def a_tick(number: int, *, revision: int = 1, checked: bool = True) -> Change:
    return Change(CandidateNumber(f"{number:04d}"), revision, checked=checked)


def an_actor(*roles: Role, centre: CentreNumber = CENTRE, name: str = "Asha Patel") -> Actor:
    return Actor(f"subject-of-{name}", name, Channel.WEB, {centre: frozenset(roles)})


def a_key(value: str = "key-00000001", fingerprint: str = "the same body") -> Key:
    return Key("teacher-1", value, fingerprint)
