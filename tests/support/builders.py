"""Valid objects with defaults, for tests to vary."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from centremark.domain.catalogue.catalogue import (
    Assessment,
    Candidate,
    Centre,
    Consortium,
    Qualification,
    Series,
    Window,
)
from centremark.domain.catalogue.circumstances import Circumstance, CircumstanceKind
from centremark.domain.catalogue.criteria import Criterion
from centremark.domain.shared.actor import Actor, By, Channel, Role
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.identifiers import AssessmentCode, CandidateNumber, CentreNumber, SeriesId, SheetId, Uci
from centremark.domain.shared.outcomes import ABSENT, Mark, MarkScale, Outcome, Scale
from centremark.domain.shared.ports import Key
from centremark.domain.sheet.amendment import AmendedMark, Reason, Wanted
from centremark.domain.sheet.declaration import DECLARATION, Agreement
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.moderation import Method, Moderation, Moderator
from centremark.domain.sheet.row import Change, Row

SERIES = SeriesId("2027-06")
CENTRE = CentreNumber("64235")
CODE = AssessmentCode("H446/03")
SHEET = SheetId(SERIES, CENTRE, CODE)

OPENS = datetime(2026, 9, 1, tzinfo=UTC)
NOON = datetime(2027, 4, 20, 12, 0, tzinfo=UTC)
DEADLINE = datetime(2027, 5, 15, 22, 59, 59, tzinfo=UTC)

TEACHER = By("teacher-1", "Asha Patel", Channel.WEB)
OFFICER = By("officer-1", "Owen Reid", Channel.WEB)
MODERATOR = By("moderator-1", "Mo Derator", Channel.BOARD)
AGREED = Agreement(DECLARATION.version, frozenset(DECLARATION.statements))


def a_series() -> Series:
    return Series(SERIES, "June 2027", OPENS, None)


def a_centre() -> Centre:
    return Centre(CENTRE, "Harbour View Academy")


def a_consortium(*others: CentreNumber, centre: CentreNumber = CENTRE) -> Consortium:
    return Consortium(SERIES, CODE, (centre, *others), Attribution(MODERATOR, NOON))


LOST: Final = Circumstance("L", "Lost in the fire of 3 March")
CIRCUMSTANCES: Final = {
    "L": CircumstanceKind("Lost work", sampled=False),
    "S": CircumstanceKind("Special consideration", sampled=True),
}


def an_assessment(scale: Scale | None = None, closes: datetime | None = None) -> Assessment:
    return Assessment(
        SERIES,
        CODE,
        "Programming project",
        Qualification("H446", "A Level Computer Science"),
        scale or MarkScale(70),
        Window(OPENS, DEADLINE, closes),
        circumstances=CIRCUMSTANCES,
    )


ANALYSIS: Final = Criterion("A01", "Analysis", 10)
DESIGN: Final = Criterion("A02", "Design", 15)
MAKING: Final = Criterion("A03", "Making", 45)


def by_criteria() -> Assessment:
    """An assessment of 70 marks, marked by three criteria."""
    return replace(an_assessment(), criteria=(ANALYSIS, DESIGN, MAKING))


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
    """A sheet without marks, of candidates 1001, 1002 and 1003 or those given, entered by one person."""
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


def a_flag(number: int, *, revision: int = 1, flagged: bool = True) -> Change:
    return Change(CandidateNumber(f"{number:04d}"), revision, flagged=flagged)


def a_submitted_sheet(outcomes: Mapping[int, Outcome | None] | None = None, *, confirmed: bool = True) -> MarkSheet:
    """A sheet with a first submission, confirmed by the board unless told otherwise."""
    given: Mapping[int, Outcome | None] = outcomes or {1001: Mark(45), 1002: Mark(0), 1003: ABSENT}
    submitted, _ = a_sheet(given, checked=True).submit(AGREED, OFFICER, NOON)
    return submitted.confirm(1, NOON)[0] if confirmed else submitted


def an_amendment(number: int = 1001, before: Outcome = Mark(45), after: Outcome = Mark(54), **changes: Any) -> Wanted:  # noqa: B008
    """An amendment of one candidate's mark, copied wrongly; other values where given."""
    mark = AmendedMark(CandidateNumber(f"{number}"), before, after)
    return replace(Wanted((mark,), Reason.COPIED, "The digits were swapped.", "Helen Head"), **changes)


def a_moderation(**changes: Any) -> Moderation:
    """A moderation that has started and not drawn a sample; other values where given."""
    moderator = Moderator("Mo Derator", ("1 Exam Street", "Leeds", "LS1 1AA"))
    return replace(Moderation("seed", (CENTRE,), moderator, Method.POST, Attribution(MODERATOR, NOON)), **changes)


def an_actor(*roles: Role, centre: CentreNumber = CENTRE, name: str = "Asha Patel") -> Actor:
    return Actor(f"subject-of-{name}", name, Channel.WEB, {centre: frozenset(roles)})


def limited(role: Role, *codes: str, centre: CentreNumber = CENTRE, name: str = "Asha Patel") -> Actor:
    """Someone who has a role for these assessments only."""
    limits = {centre: {role: frozenset(map(AssessmentCode, codes))}}
    return replace(an_actor(Role.VIEW, centre=centre, name=name), limits=limits)


def a_key(value: str = "key-00000001", fingerprint: str = "the same body") -> Key:
    return Key("teacher-1", value, fingerprint)
