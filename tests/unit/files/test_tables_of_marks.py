"""Tables of marks as people send them, by the cases that pasting is held to as well: tests/cases/tables.json."""

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from centremark.adapters.files.formats import FileFormats
from centremark.domain.catalogue.catalogue import Candidate
from centremark.domain.files.columns import Column
from centremark.domain.files.faults import FileRefused
from centremark.domain.files.marks_file import MarksFile
from centremark.domain.files.preview import GOOD, Expected, LineResult, PlannedLine, preview
from centremark.domain.shared.identifiers import CandidateNumber, Uci
from centremark.domain.shared.outcomes import GradeScale, MarkScale, Scale
from centremark.domain.sheet.listed_sheet import ListedSheet
from tests.support.builders import CODE, NOON, TEACHER, a_sheet, an_assessment

CASES: Final = Path(__file__).parents[2] / "cases"
SHARED: Final[dict[str, Any]] = json.loads((CASES / "tables.json").read_text(encoding="utf-8"))
SCALES: Final[dict[str, Any]] = json.loads((CASES / "values.json").read_text(encoding="utf-8"))["scales"]
FORMATS: Final = FileFormats()
MEANT: Final[Mapping[str, set[str]]] = {
    "nobody": {"candidate-missing"},
    "not a number": {"candidate-malformed"},
    "not on the sheet": {"candidate-not-entered"},
    "part of a name": {"name-incomplete"},
    "several have the name": {"name-shared"},
    "two people": {"identity-disagrees"},
    "twice": {"candidate-repeated"},
    "other headings": {"headings-differ", "above-headings"},
    "longer than its headings": {"row-too-long"},
    "mark and absent": {"mark-and-absent"},
    "absent unclear": {"absent-unclear"},
    "not a mark": {"mark-unreadable"},
    "not a grade": {"mark-unreadable"},
    "not whole": {"mark-fraction"},
    "over the maximum": {"outcome-refused"},
}
HEADED: Final = [case for case in SHARED["cases"] if case["heading"] is not None]
WITH_NONE: Final = [case for case in SHARED["cases"] if case["heading"] is None]
OF_OTHERS: Final = "rows of another assessment, centre or series are of another sheet"


def scale_of(case: Mapping[str, Any]) -> Scale:
    plain = SCALES[case.get("scale", "marks")]
    if plain["kind"] == "mark":
        return MarkScale(plain["maximum"])
    return GradeScale({grade["code"]: grade["title"] for grade in plain["grades"]})


def listed(case: Mapping[str, Any]) -> ListedSheet:
    people = SHARED["sheets"][case.get("sheet", "class")]
    entries = [Candidate(CandidateNumber(p["candidate"]), p["name"], Uci(p["uci"])) for p in people]
    sheet = a_sheet({int(entry.number): None for entry in entries}, assessment=an_assessment(scale_of(case)))
    return ListedSheet(sheet, {entry.number: entry for entry in entries})


def read(case: Mapping[str, Any], columns: Mapping[int, Column] | None = None) -> MarksFile:
    out = io.StringIO()
    csv.writer(out).writerows(row.split("\t") for row in case["table"])
    return FORMATS.read(out.getvalue().encode(), columns)


def planned(case: Mapping[str, Any]) -> Mapping[int, PlannedLine]:
    try:
        lines = preview(read(case), {CODE: listed(case)}, Expected(CODE, TEACHER), NOON)
    except FileRefused:
        return {}
    return {line.number: line for line in lines}


@pytest.mark.parametrize("case", HEADED, ids=lambda case: case["name"])
def test_each_column_is_what_the_page_takes_it_for(case: dict[str, Any]) -> None:
    table = read(case).table

    assert table
    assert table.row == case["heading"] + 1
    of_grades = isinstance(scale_of(case), GradeScale)
    outcome = Column.GRADE if of_grades and any(c.role is Column.GRADE for c in table.columns) else Column.MARK
    other = {Column.MARK, Column.GRADE} - {outcome}
    seen = ["ignored" if c.role is None or c.role in other else c.role for c in table.columns]
    expected = [outcome if role == "mark" else role for role in case["roles"]]
    if case.get("asked") == ["mark"]:
        seen = ["ignored" if role is outcome else role for role in seen]
    assert seen[: len(expected)] == expected


@pytest.mark.parametrize("case", [case for case in SHARED["cases"] if "asked" in case], ids=lambda case: case["name"])
def test_nothing_is_taken_of_a_table_whose_columns_nobody_can_tell(case: dict[str, Any]) -> None:
    file = read(case)

    assert file.fatal or not any(line.result in GOOD for line in planned(case).values())


@pytest.mark.parametrize("case", WITH_NONE, ids=lambda case: case["name"])
def test_a_file_without_headings_is_asked_about(case: dict[str, Any]) -> None:
    file = read(case)

    assert file.fatal
    assert file.fatal.code.value == "headings-missing"
    assert file.table


@pytest.mark.parametrize(
    "case",
    [case for case in HEADED if "rows" in case and case["name"] != OF_OTHERS],
    ids=lambda case: case["name"],
)
def test_each_row_of_a_file_has_the_result_it_has_when_pasted(case: dict[str, Any]) -> None:
    lines = planned(case)

    if read(case).fatal:
        assert all(row == "heading" or "stopped" in row for row in case["rows"])
        return
    for number, expected in enumerate(case["rows"], start=1):
        line = lines.get(number)
        if expected in ("title", "heading", "empty"):
            assert line is None
            continue
        assert line, number
        if isinstance(expected, str):
            assert (line.result, line.code) == (LineResult.BLANK, "total-row" if expected == "total" else "")
        elif why := expected.get("stopped") or expected.get("fault"):
            assert line.result not in GOOD
            assert line.code in MEANT[why]
        else:
            assert (line.result, line.candidate) == (LineResult.ACCEPTED, expected["candidate"])
            assert line.code == ("name-differs" if expected.get("differs") else "")


def test_a_case_has_a_row_for_each_row_of_its_table() -> None:
    assert all(len(case["rows"]) == len(case["table"]) for case in SHARED["cases"] if "rows" in case)


def test_a_file_whose_rows_are_of_several_centres_is_refused_whole() -> None:
    [case] = [case for case in HEADED if case["name"] == OF_OTHERS]

    assert [fault.code.value for fault in read(case).faults] == ["other-centre"]


def test_marks_out_of_another_maximum_stop_the_file_with_both_maxima() -> None:
    [case] = [case for case in HEADED if case["table"][0].endswith("Mark (max 100)")]

    with pytest.raises(FileRefused) as refused:
        preview(read(case), {CODE: listed(case)}, Expected(CODE, TEACHER), NOON)

    assert refused.value.fault.code.value == "maximum-differs"
    assert "out of 100, but marks for H446/03 are out of 70" in refused.value.fault.problem
