"""Every file that we give, sent back as it is, is understood without a question and changes nothing."""

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from centremark.domain.catalogue.catalogue import Candidate
from centremark.domain.catalogue.criteria import Criterion
from centremark.domain.files.preview import LineResult
from centremark.domain.files.upload import Upload, UploadState
from centremark.domain.marks.mode import Mode
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.shared.outcomes import ABSENT, Grade, GradeScale, Mark, MarkScale, Outcome, Scale
from centremark.domain.sheet.row import UNCHANGED, Change
from centremark.usecases.marks.enter_marks import EnterMarksCommand
from tests.support.builders import SHEET, a_candidate, a_key, an_assessment
from tests.support.entering import enter_candidates
from tests.support.uploading import FORMATS, OFFICER, TEACHER, accept, results, sent_and_checked, type_in
from tests.support.world import World

CASES: Final = Path(__file__).parents[2] / "cases"
SHEETS: Final[list[dict[str, Any]]] = json.loads((CASES / "page-files.json").read_text(encoding="utf-8"))["files"]
SCALES: Final[dict[str, Any]] = json.loads((CASES / "values.json").read_text(encoding="utf-8"))["scales"]


def scale_of(case: Mapping[str, Any]) -> Scale:
    plain = SCALES[case["scale"]]
    if plain["kind"] == "mark":
        return MarkScale(plain["maximum"])
    return GradeScale({grade["code"]: grade["title"] for grade in plain["grades"]})


def outcome_in(row: Mapping[str, Any]) -> Outcome | None:
    match row["outcome"]:
        case {"mark": value}:
            return Mark(value)
        case {"grade": code}:
            return Grade(code)
        case {"kind": "absent"}:
            return ABSENT
        case _:
            return None


def a_world(case: Mapping[str, Any]) -> World:
    """The sheet of a case, with its candidates and their marks."""
    world = World(entered=())
    criteria = tuple(Criterion(**one) for one in case.get("criteria", ()))
    world.services.catalogue.put(replace(an_assessment(scale_of(case)), criteria=criteria))
    enter_candidates(world.services, SHEET, [entry(row) for row in case["rows"]])
    changes = tuple(
        Change(CandidateNumber(row["candidate"]), 0, outcome, criteria=tuple(row.get("criteria", ())) or UNCHANGED)
        for row in case["rows"]
        if (outcome := outcome_in(row))
    )
    if changes:
        world.services.enter_marks(EnterMarksCommand(SHEET, changes, a_key("key-marks")), TEACHER)
    return world


def entry(row: Mapping[str, Any]) -> Candidate:
    return a_candidate(int(row["candidate"]), row["name"], row["group"])


def the_pages_csv(case: Mapping[str, Any], _: World) -> bytes:
    return case["csv"].encode()


def the_pages_workbook(case: Mapping[str, Any], _: World) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, part in case["xlsx"].items():
            package.writestr(name, part)
    return out.getvalue()


def an_export(file_format: str) -> Callable[[Mapping[str, Any], World], bytes]:
    def made(_: Mapping[str, Any], world: World) -> bytes:
        return world.services.export_marks.of_sheet(SHEET, file_format, TEACHER)

    made.__name__ = file_format
    return made


WRITERS: Final = (the_pages_csv, the_pages_workbook, *map(an_export, FORMATS.formats()))


@pytest.mark.parametrize("write", WRITERS, ids=lambda write: write.__name__)
@pytest.mark.parametrize("case", SHEETS, ids=lambda case: case["name"])
def test_a_file_sent_back_is_understood_without_a_question_and_changes_nothing(
    case: dict[str, Any], write: Callable[[Mapping[str, Any], World], bytes]
) -> None:
    world = a_world(case)
    before = dict(world.memory.sheets)

    upload = sent_and_checked(world, write(case, world), OFFICER)

    assert (upload.state, upload.questions, upload.bad) == (UploadState.READY, (), 0)
    assert set(results(world, upload).values()) <= {LineResult.UNCHANGED, LineResult.BLANK}
    assert len(results(world, upload)) == len(case["rows"])
    assert upload.tallies[0].by_number == sum(row["outcome"] is not None for row in case["rows"])
    assert warnings(world, upload) == set()
    accept(world, upload, OFFICER, Mode.ALL_OR_NOTHING)
    assert world.memory.sheets == before


def warnings(world: World, upload: Upload) -> set[str]:
    return {line.code for line in world.services.read_preview(upload.id, TEACHER)} - {""}


@pytest.mark.parametrize("write", [the_pages_csv, the_pages_workbook], ids=lambda write: write.__name__)
def test_a_file_of_the_page_that_is_older_than_a_mark_is_asked_about(
    write: Callable[[Mapping[str, Any], World], bytes],
) -> None:
    case = SHEETS[0]
    world = a_world(case)
    file = write(case, world)
    [row, *_] = case["rows"]
    assert outcome_in(row) == Mark(45)
    type_in(world, 51, 46, revision=1)

    upload = sent_and_checked(world, file, OFFICER)

    assert [question.code for question in upload.questions] == ["marks-newer"]
