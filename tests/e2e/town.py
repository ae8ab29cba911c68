"""Centres for the browser tests, beside the demonstration: each test has an assessment of its own.

`python -m tests.e2e.town` loads it into the stack that the AWS environment variables point at.
"""

import sys
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from centremark.domain.catalogue.catalogue import Assessment, Candidate, Centre, Qualification, Window
from centremark.domain.shared.actor import Role
from centremark.domain.shared.identifiers import AssessmentCode, CandidateNumber, CentreNumber, SeriesId, SheetId, Uci
from centremark.domain.shared.outcomes import GradeScale, Mark, MarkScale, Scale
from centremark.domain.sheet.row import Carried
from infra.dataset import Dataset, Person, Sheet
from infra.load import DEMONSTRATION, loader_for
from infra.local.demo import CATALOGUE, CIRCUMSTANCES, PASSWORD, SERIES
from infra.local.names import NAMES_EVERYWHERE

MAXIMUM: Final = 80
LONG_NAME: Final = f"WOLFE{'schlegelstein' * 7}haus"
"""That of candidate 1003 everywhere: 100 letters and no space, as long as a name may be."""
LONG_PLACE: Final = 2
TOWN: Final = Centre(CentreNumber("64999"), "Test Town School")
VILLAGE: Final = Centre(CentreNumber("64998"), f"Llan{'fairpwllgwyngyll' * 6}")
"""Moderated together with the town's in one test; its name has 100 letters and no space."""
TEACHER: Final = "tess@town.example"
COLLEAGUE: Final = "colin@town.example"
OFFICER: Final = "olwen@town.example"
STRANGER: Final = "sam@town.example"
VILLAGER: Final = "vera@village.example"

CLASSES: Final = {
    "T001/01": 250,
    "T002/01": 1000,
    "T003/01": 1000,
    "T004/01": 60,
    "T005/01": 12,
    "T006/01": 12,
    "T007/01": 12,
    "T008/01": 12,
    "T009/01": 12,
    "T010/01": 12,
    "T011/01": 12,
    "T012/01": 12,
    "T013/01": 12,
    "T014/01": 120,
    "T015/01": 12,
    "T016/01": 30,
    "T017/01": 12,
    "T018/01": 12,
    "T019/01": 12,
    "T020/01": 12,
    "T021/01": 120,
    "T022/01": 12,
    "T023/01": 30,
    "T024/01": 12,
    "T025/01": 12,
    "T026/01": 3,
    "T030/01": 12,
    "T031/01": 12,
    "T032/01": 12,
    "T033/01": 3,
    "T040/01": 12,
    "T041/01": 12,
    "T042/01": 12,
    "T043/01": 12,
    "T050/01": 12,
    "T051/01": 12,
    "T060/01": 12,
    "T061/01": 12,
    "T070/01": 3,
    "T071/01": 12,
    "T080/01": 24,
    "T085/01": 12,
    "T086/01": 3,
    "T110/01": 12,
    "T111/01": 12,
    "T112/01": 12,
    "T087/01": 12,
    "T180/01": 3,
    "T181/01": 3,
    "T182/01": 3,
    "T183/01": 3,
    "T088/01": 3,
    "T089/01": 3,
    "T150/01": 3,
    "T120/01": 30,
    "T121/01": 30,
    "T122/01": 30,
}
"""Candidates by assessment; numbers begin at 1001."""
OVERDUE: Final = "T070/01"
"""The assessment whose deadline is over: the day after the series opened."""
CLOSED: Final = "T088/01"
NOT_OPEN: Final = "T089/01"
OVER: Final = datetime(2026, 9, 2, 22, 59, 59, tzinfo=UTC)
YEARS_AWAY: Final = datetime(2099, 9, 1, tzinfo=UTC)
SHUT: Final[dict[str, dict[str, datetime]]] = {
    OVERDUE: {"deadline": OVER},
    CLOSED: {"deadline": OVER, "closes": OVER},
    NOT_OPEN: {"opens": YEARS_AWAY, "deadline": YEARS_AWAY},
}
"""What is particular about the windows of some assessments."""
GRADED: Final = "T090/01"
TOGETHER: Final = "T060/01"
"""Taught in the village too."""
CHANGED: Final = "T061/01"
"""Where candidates 1002 and 1003 have a story: the one's mark is carried forward, the other moved and changed name."""
MOVING: Final = "T086/01"
"""Taught in the village too, to which a candidate of the town moves."""
BOUNDARIES: Final = {"T080/01": {"A": 60, "C": 42}}


def sheet_of(code: str, centre: Centre = TOWN) -> str:
    """The id of a centre's sheet of an assessment."""
    return str(SheetId(SERIES, centre.number, AssessmentCode(code)))


def town() -> Dataset:
    """Make the dataset."""
    scales: dict[str, Scale] = {code: MarkScale(MAXIMUM) for code in CLASSES}
    scales[GRADED] = GradeScale({"D": "Distinction", "M": "Merit", "P": "Pass", "N": "Not classified"})
    qualification = Qualification("T000", "Test Certificate")
    return Dataset(
        series=(),
        assessments=tuple(
            Assessment(
                SERIES,
                AssessmentCode(code),
                f"Test piece {code[:4]}",
                qualification,
                scale,
                _window(code),
                BOUNDARIES.get(code, {}),
                CIRCUMSTANCES if code == CHANGED else {},
            )
            for code, scale in scales.items()
        ),
        centres=(TOWN, VILLAGE),
        people=(
            Person(TEACHER, "Tess Teacher", "", {TOWN.number: frozenset({Role.ENTER})}),
            Person(COLLEAGUE, "Colin Colleague", "", {TOWN.number: frozenset({Role.ENTER})}),
            Person(OFFICER, "Olwen Officer", "", {TOWN.number: frozenset({Role.SUBMIT, Role.ADMINISTRATOR})}),
            Person(VILLAGER, "Vera Villager", "", {VILLAGE.number: frozenset({Role.SUBMIT})}),
            Person(STRANGER, "Sam Stranger", "", {CentreNumber("64235"): frozenset({Role.ENTER})}),
        ),
        password=PASSWORD,
        sheets=(
            *(_sheet(TOWN, code, size) for code, size in {**CLASSES, GRADED: 12}.items()),
            *(_sheet(VILLAGE, code, CLASSES[code]) for code in (TOGETHER, MOVING)),
        ),
    )


def _sheet(centre: Centre, code: str, size: int) -> Sheet:
    sheet = Sheet(SheetId.parse(sheet_of(code, centre)), tuple(_candidate(centre, place) for place in range(size)))
    return _with_a_story(sheet) if code == CHANGED else sheet


def _with_a_story(sheet: Sheet) -> Sheet:
    first, carried, moved, *others = sheet.candidates
    moved = replace(moved, former="BEFORE Someone", moved_from=CentreNumber("64235"))
    marks = {carried.number: Carried(Mark(61), SeriesId("2026-06"))}
    return replace(sheet, candidates=(first, carried, moved, *others), carried=marks)


def _window(code: str) -> Window:
    return replace(CATALOGUE[AssessmentCode("H446/03")].window, **SHUT.get(code, {}))


def _candidate(centre: Centre, place: int) -> Candidate:
    body = f"{centre.number}A25{place:04d}"
    return Candidate(
        CandidateNumber(f"{1001 + place}"),
        LONG_NAME if place == LONG_PLACE else NAMES_EVERYWHERE[place % len(NAMES_EVERYWHERE)],
        Uci(body + Uci.check_character(body)),
        f"11{'ABCDEFGH'[place // 30 % 8]}",
    )


if __name__ == "__main__":
    loader_for(sys.argv[1], DEMONSTRATION)(town())
