"""The demonstration: three fictional centres and the board's own people, always the same.

The assessments are modelled on public specifications; centres, people and candidates are invented. Marks are drawn
from a fixed seed.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle, islice
from typing import Final

from centremark.domain.catalogue.catalogue import Assessment, Candidate, Centre, Qualification, Series, Window
from centremark.domain.catalogue.circumstances import Circumstance, CircumstanceKind
from centremark.domain.catalogue.criteria import Criterion
from centremark.domain.moderation.decisions import Arrangement
from centremark.domain.shared.actor import BOARD_CENTRE, Role
from centremark.domain.shared.identifiers import AssessmentCode, CandidateNumber, CentreNumber, SeriesId, SheetId, Uci
from centremark.domain.shared.outcomes import ABSENT, Grade, GradeScale, Mark, MarkScale, Outcome, Scale
from centremark.domain.sheet.amendment import AmendedMark, Reason, Wanted
from centremark.domain.sheet.moderation import Method, Moderator
from centremark.domain.sheet.row import Carried, Change
from infra.dataset import Amended, Choice, Dataset, Found, Moderated, Person, Sheet, Together
from infra.local import last_year
from infra.local.names import NAMES_AT_LLYS_DERWEN, NAMES_EVERYWHERE

PASSWORD: Final = "Centremark-demo-1"  # noqa: S105  # printed on the screen for everyone
SEED: Final = 64235
SERIES: Final = SeriesId("2027-06")
OPENS: Final = datetime(2026, 9, 1, tzinfo=UTC)
GROUP_SIZE: Final = 25
ABSENT_SHARE: Final = 0.02

HARBOUR_VIEW: Final = Centre(CentreNumber("64235"), "Harbour View Academy")
LLYS_DERWEN: Final = Centre(CentreNumber("58410"), "Llys Derwen School")
NORTHGATE: Final = Centre(CentreNumber("30917"), "Northgate Sixth Form College")

ASHA: Final = "asha@harbourview.example"
OWEN: Final = "owen@harbourview.example"
MAIR: Final = "mair@llysderwen.example"
RHYS: Final = "rhys@llysderwen.example"
DEV: Final = "dev@northgate.example"
BOARD_OPERATOR: Final = "board@centremark.example"
BOARD_MODERATION: Final = "marta@centremark.example"


def demonstration() -> Dataset:
    """The demonstration's dataset."""
    sheets = tuple(_sheets())
    return Dataset(
        series=(Series(SERIES, "June 2027", OPENS, None), last_year.SERIES),
        assessments=(*CATALOGUE.values(), *map(last_year.a_year_before, CATALOGUE.values())),
        centres=(HARBOUR_VIEW, LLYS_DERWEN, NORTHGATE),
        people=PEOPLE,
        password=PASSWORD,
        choices=(Choice(LLYS_DERWEN.number, MAIR, second_checker=True),),
        sheets=sheets,
        consortia=(
            Together(SERIES, AssessmentCode(SPOKEN_LANGUAGE), (HARBOUR_VIEW.number, LLYS_DERWEN.number)),
            Together(SERIES, AssessmentCode(PERFORMANCES), (HARBOUR_VIEW.number, NORTHGATE.number)),
        ),
        moderated=(
            Moderated(_id(HARBOUR_VIEW, PERFORMANCES), BOARD_MODERATION, ARRANGED),
            Moderated(_id(HARBOUR_VIEW, INVESTIGATION), BOARD_MODERATION, ARRANGED, OWEN, _found(sheets)),
        ),
        amended=(Amended(_id(HARBOUR_VIEW, PERFORMANCES), OWEN, _wanted(sheets)),),
        mis={c.number: frozenset({Role.ENTER, Role.SUBMIT}) for c in (HARBOUR_VIEW, LLYS_DERWEN, NORTHGATE)},
    )


def _deadline(month: int, day: int) -> datetime:
    """The last second of a British summer day, in UTC."""
    return datetime(2027, month, day, 22, 59, 59, tzinfo=UTC)


def _assessment(  # noqa: PLR0913, PLR0917  # a row of the table below
    code: str, title: str, qualification: str, of: str, scale: Scale, month: int, day: int
) -> Assessment:
    window = Window(OPENS, _deadline(month, day))
    return Assessment(
        SERIES,
        AssessmentCode(code),
        title,
        Qualification(qualification, of),
        scale,
        window,
        last_year.BOUNDARIES.get(code, {}),
        CIRCUMSTANCES,
        CRITERIA.get(code, ()),
    )


CIRCUMSTANCES: Final = {
    "L": CircumstanceKind("Lost work", sampled=False),
    "S": CircumstanceKind("Special consideration", sampled=True),
}
CRITERIA: Final = {
    "H472/03": (Criterion("T1", "Close reading or re-creative writing", 15), Criterion("T2", "Comparative essay", 25)),
    "H601/01": (
        Criterion("AO1", "Develop ideas", 30),
        Criterion("AO2", "Explore media", 30),
        Criterion("AO3", "Record observations", 30),
        Criterion("AO4", "Present a response", 30),
    ),
}
SPOKEN: Final = GradeScale({"D": "Distinction", "M": "Merit", "P": "Pass", "N": "Not classified"})
PRACTICAL: Final = GradeScale({"P": "Pass", "N": "Not classified"})

CATALOGUE: Final = {
    a.code: a
    for a in (
        _assessment("H432/04", "Practical endorsement", "H432", "A Level Chemistry A", PRACTICAL, 5, 15),
        _assessment("H446/03", "Programming project", "H446", "A Level Computer Science", MarkScale(70), 5, 15),
        _assessment("H472/03", "Literature post-1900", "H472", "A Level English Literature", MarkScale(40), 5, 15),
        _assessment("H601/01", "Personal investigation", "H601", "A Level Fine Art", MarkScale(120), 5, 31),
        _assessment("J351/03", "Spoken language", "J351", "GCSE English Language", SPOKEN, 5, 15),
        _assessment("J587/04", "Practical performances", "J587", "GCSE Physical Education", MarkScale(60), 3, 31),
        _assessment(
            "R033/02",
            "Supporting individuals through life events",
            "J835",
            "Cambridge National Health and Social Care",
            MarkScale(60),
            5,
            15,
        ),
        _assessment("Y100/03", "Topic-based essay", "H505", "A Level History A", MarkScale(40), 5, 15),
    )
}

PEOPLE: Final = (
    Person(ASHA, "Asha Patel", "Enters marks at Harbour View Academy", {HARBOUR_VIEW.number: frozenset({Role.ENTER})}),
    Person(
        OWEN,
        "Owen Reid",
        "Exams officer: checks and submits at Harbour View Academy",
        {HARBOUR_VIEW.number: frozenset({Role.SUBMIT})},
    ),
    Person(
        MAIR,
        "Mair Pugh",
        "Centre administrator at Llys Derwen School, where a second person checks; enters and submits",
        {LLYS_DERWEN.number: frozenset({Role.ENTER, Role.SUBMIT, Role.ADMINISTRATOR})},
    ),
    Person(RHYS, "Rhys Bevan", "Enters marks at Llys Derwen School", {LLYS_DERWEN.number: frozenset({Role.ENTER})}),
    Person(
        DEV,
        "Dev Anand",
        "Enters and submits at Northgate Sixth Form College (1,000 candidates)",
        {NORTHGATE.number: frozenset({Role.ENTER, Role.SUBMIT})},
    ),
    Person(
        BOARD_OPERATOR,
        "Board operator",
        "Operates for the exam board: every centre, entries, extensions, consortia",
        {BOARD_CENTRE: frozenset({Role.OPERATOR})},
    ),
    Person(
        BOARD_MODERATION,
        "Marta Nowak",
        "Moderates for the exam board: a consortium in moderation, an amendment to decide",
        {BOARD_CENTRE: frozenset({Role.MODERATION})},
    ),
)


SPOKEN_LANGUAGE, PERFORMANCES, INVESTIGATION = "J351/03", "J587/04", "H601/01"
"""A consortium that waits for its centres, one in moderation, and an assessment with an outcome."""
ARRANGED: Final = Arrangement(
    Moderator("Marta Nowak", ("Centremark Moderation", "12 Examination Row", "Cambridge", "CB1 2AB")), Method.POST, 10
)


CARRIED: Final = {CandidateNumber("1142"): Carried(Mark(87), SeriesId("2026-06"))}
LOST: Final = Circumstance("L", "The sketchbook was damaged when the art block flooded")


def _sheets() -> Iterable[Sheet]:
    """Sheets in every state: not started, incomplete, ready, submitted, moderated by the board; two from last year."""
    chance = random.Random(SEED)  # noqa: S311  # the same marks every time, not a secret
    harbour = _cohort(HARBOUR_VIEW, 136, NAMES_EVERYWHERE)
    llys = _cohort(LLYS_DERWEN, 60, NAMES_AT_LLYS_DERWEN)
    northgate = _cohort(NORTHGATE, 1000, NAMES_EVERYWHERE)

    yield _sheet(HARBOUR_VIEW, "H446/03", harbour[:48])
    yield _partly(_sheet(HARBOUR_VIEW, "H472/03", harbour[40:60]), chance, ASHA, marked=0.6, checked=0.3)
    yield _partly(_sheet(HARBOUR_VIEW, "H432/04", harbour[10:33]), chance, ASHA, marked=1, checked=0.5)
    yield _partly(_sheet(HARBOUR_VIEW, "R033/02", harbour[60:69]), chance, OWEN, marked=1, checked=1)
    yield _sheet(HARBOUR_VIEW, "J351/03", harbour[60:117])
    yield _submitted(_sheet(HARBOUR_VIEW, "Y100/03", harbour[20:36]), chance, OWEN)

    yield _sheet(LLYS_DERWEN, "H446/03", llys[:21])
    yield _partly(_sheet(LLYS_DERWEN, "H472/03", llys[15:41]), chance, RHYS, marked=0.25, checked=0)
    yield _sheet(LLYS_DERWEN, "J351/03", llys[26:60])

    yield _sheet(NORTHGATE, "H446/03", northgate)
    art = _partly(_sheet(NORTHGATE, INVESTIGATION, northgate[100:142]), chance, DEV, marked=0.8, checked=0.8)
    yield replace(art, carried=CARRIED, circumstances={CandidateNumber("1103"): LOST})

    yield _submitted(_sheet(HARBOUR_VIEW, PERFORMANCES, harbour[72:96]), chance, OWEN)
    yield _submitted(_sheet(NORTHGATE, PERFORMANCES, northgate[300:318]), chance, DEV)
    yield _submitted(_sheet(HARBOUR_VIEW, INVESTIGATION, harbour[4:22]), chance, OWEN)

    yield last_year.submitted(HARBOUR_VIEW, last_year.SAME_PEOPLE, harbour[60:69], OWEN)
    yield last_year.submitted(HARBOUR_VIEW, last_year.OTHER_PEOPLE, harbour[120:136], OWEN)


def _found(sheets: Sequence[Sheet]) -> Found:
    """The outcome for the investigation: the three highest marks are four lower."""
    marks = sorted(_marks(sheets, INVESTIGATION).items(), key=lambda item: -item[1])[:3]
    return Found(
        {candidate: Mark(mark - 4) for candidate, mark in marks},
        "The order of merit is sound. Marks at the top of the range were a little generous.",
    )


def _wanted(sheets: Sequence[Sheet]) -> Wanted:
    """An amendment of the lowest mark of the performances, which was added up wrongly."""
    candidate, mark = min(_marks(sheets, PERFORMANCES).items(), key=lambda item: item[1])
    marks = (AmendedMark(candidate, Mark(mark), Mark(mark + 6)),)
    return Wanted(marks, Reason.ADDED, "The marks of the second activity were left out of the sum.", "Helen Marsh")


def _marks(sheets: Sequence[Sheet], code: str) -> dict[CandidateNumber, int]:
    """The marks of Harbour View's sheet of an assessment."""
    [sheet] = [sheet for sheet in sheets if sheet.id == _id(HARBOUR_VIEW, code)]
    return {change.candidate: change.outcome.value for change in sheet.changes if isinstance(change.outcome, Mark)}


def _id(centre: Centre, code: str) -> SheetId:
    return SheetId(SERIES, centre.number, AssessmentCode(code))


def _cohort(centre: Centre, size: int, names: Sequence[str]) -> tuple[Candidate, ...]:
    """The candidates of one centre; each keeps their number, name and UCI in every assessment."""
    return tuple(
        Candidate(CandidateNumber(f"{1000 + place:04d}"), name, _uci(centre.number, place))
        for place, name in enumerate(islice(cycle(names), size), start=1)
    )


def _uci(centre: CentreNumber, place: int) -> Uci:
    body = f"{centre}A25{place:04d}"
    return Uci(body + Uci.check_character(body))


def _sheet(centre: Centre, code: str, cohort: Sequence[Candidate]) -> Sheet:
    """Enter candidates for an assessment, in teaching groups the size of a class."""
    year = "13" if code[0] in "HY" else "11"
    entered = tuple(
        Candidate(c.number, c.name, c.uci, f"{year}{_letters(place // GROUP_SIZE)}") for place, c in enumerate(cohort)
    )
    return Sheet(_id(centre, code), entered)


def _letters(place: int) -> str:
    """A to Z, then AA, AB and so on."""
    quotient, rest = divmod(place, 26)
    return (_letters(quotient - 1) if quotient else "") + chr(ord("A") + rest)


def _partly(sheet: Sheet, chance: random.Random, by: str, *, marked: float, checked: float) -> Sheet:
    """Give marks to a share of the candidates, from the top, and tick a share of those."""
    scale = CATALOGUE[sheet.id.assessment].scale
    size = len(sheet.candidates)
    changes = tuple(
        _by_criteria(Change(candidate.number, 0, _outcome(scale, chance), checked=place < round(size * checked)), sheet)
        for place, candidate in enumerate(sheet.candidates[: round(size * marked)])
    )
    return Sheet(sheet.id, sheet.candidates, changes, by)


def _by_criteria(change: Change, sheet: Sheet) -> Change:
    """The change with its mark spread over the criteria of the investigation; other marks were given as totals."""
    if sheet.id.assessment != INVESTIGATION or not isinstance(change.outcome, Mark):
        return change
    count = len(CRITERIA[INVESTIGATION])
    each, rest = divmod(change.outcome.value, count)
    return replace(change, criteria=tuple(each + (place < rest) for place in range(count)))


def _submitted(sheet: Sheet, chance: random.Random, by: str) -> Sheet:
    return replace(_partly(sheet, chance, by, marked=1, checked=1), submitted=True)


def _outcome(scale: Scale, chance: random.Random) -> Outcome:
    if chance.random() < ABSENT_SHARE:
        return ABSENT
    match scale:
        case MarkScale(maximum):
            return Mark(min(maximum, max(0, round(chance.gauss(maximum * 0.62, maximum * 0.18)))))
        case GradeScale(grades):
            return Grade(chance.choice(list(grades)))
