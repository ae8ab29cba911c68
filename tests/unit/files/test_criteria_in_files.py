"""Files with a column for each criterion, and with reasons for a mark of 0."""

from typing import Any

import pytest

from centremark.domain.files.columns import Column
from centremark.domain.files.preview import LineResult
from centremark.domain.files.upload import Upload, UploadState
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.shared.outcomes import ABSENT, Mark
from centremark.domain.sheet.row import Change, CriteriaMarks, ExplainedZero, ZeroReason
from centremark.usecases.files.check_file import ReadFileAs
from centremark.usecases.marks.enter_marks import EnterMarksCommand
from tests.support.builders import CODE, SHEET, a_key, by_criteria
from tests.support.uploading import TEACHER, accept, check, results, send, sent_and_checked
from tests.support.world import World


def a_world(*changes: Change) -> World:
    world = World()
    world.services.catalogue.put(by_criteria())
    if changes:
        world.services.enter_marks(EnterMarksCommand(SHEET, changes, a_key("key-marks")), TEACHER)
    return world


def uploaded(world: World, *rows: str, key: str = "key-upload-1") -> Upload:
    """Send a table to the sheet and have it checked."""
    return check(world, send(world, "\n".join(rows).encode(), TEACHER, key=key, code=CODE))


def the_line(world: World, upload: Upload) -> Any:
    [line] = world.services.read_preview(upload.id, TEACHER)
    return line


def the_row(world: World) -> tuple[object, CriteriaMarks, ExplainedZero | None]:
    row = world.sheets.get(SHEET).rows[CandidateNumber("1001")]
    return row.outcome, row.criteria, row.zero


@pytest.mark.parametrize(
    "heading",
    [
        "Candidate number,A01,A02,A03",
        "Candidate number,a 01 (10),A02 /15,A-03 (max 45)",
        "Candidate number,Analysis,Design,Making",
        "Candidate number,A01 Analysis,A02 Design (15),A03 Making",
    ],
)
def test_criteria_are_read_by_code_or_title_and_give_the_total(heading: str) -> None:
    world = a_world()

    upload = accept(world, uploaded(world, heading, "1001,8,12,30"), TEACHER)

    assert upload.state is UploadState.APPLIED
    assert the_row(world)[:2] == (Mark(50), (8, 12, 30))


@pytest.mark.parametrize(
    ("row", "code", "said"),
    [
        ("1001,8,12,30,51", "total-differs", "The criteria add up to 50, but the total is 51."),
        ("1001,8,,30,50", "criteria-incomplete", "A02 is missing."),
        ("1001,11,12,30,53", "criterion-refused", "mark for A01 Analysis is not from 0 to 10"),
        ("1001,8.5,12,30,", "mark-fraction", "A01 Analysis: '8.5' is not a whole number."),
        ("1001,8,twelve,30,", "mark-unreadable", "A02 Design: 'twelve' is not a mark."),
        ("1001,8,12,30,A", "mark-and-absent", "marks for criteria and absent"),
        ("1001,8,A,30,", "mark-and-absent", "marks for criteria and absent"),
    ],
)
def test_a_line_whose_criteria_cannot_be_right_is_refused_by_name(row: str, code: str, said: str) -> None:
    world = a_world()

    line = the_line(world, uploaded(world, "Candidate number,A01,A02,A03,Total", row))

    assert (line.result, line.code) == (LineResult.REFUSED, code)
    assert said in line.problem
    assert line.cure


def test_a_total_that_agrees_or_stands_alone_is_taken() -> None:
    world = a_world()

    upload = uploaded(world, "Candidate number,A01,A02,A03,Total", "1001,8,12,30,50", "1002,,,,41", "1003,A,A,A,A")

    lines = world.services.read_preview(upload.id, TEACHER)
    assert [(line.outcome, line.criteria) for line in lines] == [(Mark(50), (8, 12, 30)), (Mark(41), ()), (ABSENT, ())]


def test_a_total_alone_that_differs_from_the_criteria_on_the_sheet_is_refused() -> None:
    world = a_world(Change(CandidateNumber("1001"), 0, criteria=(8, 12, 30)))

    same = the_line(world, uploaded(world, "Candidate number,Total", "1001,50"))
    other = the_line(world, uploaded(world, "Candidate number,Total", "1001,49", key="key-upload-2"))

    assert (same.result, other.code) == (LineResult.UNCHANGED, "total-differs")


def test_criteria_that_change_without_the_total_are_a_change() -> None:
    world = a_world(Change(CandidateNumber("1001"), 0, criteria=(8, 12, 30)))

    upload = uploaded(world, "Candidate number,A01,A02,A03", "1001,9,11,30")
    accept(world, upload, TEACHER)

    assert the_line(world, upload).result is LineResult.CHANGED
    assert the_row(world)[:2] == (Mark(50), (9, 11, 30))


def test_the_columns_that_are_read_as_criteria_are_named_so_and_can_be_sent_back() -> None:
    world = a_world()
    upload = uploaded(world, "Candidate number,A01,A02,A03,Shoe size", "1001,8,12,30,43")

    table = world.services.read_preview.table(upload.id, TEACHER)

    assert table
    assert [column.role for column in table.columns] == [Column.CANDIDATE, *[Column.CRITERION] * 3, None]
    assert upload.ignored == ("Shoe size",)
    said = [(column.place, column.role or Column.IGNORED) for column in table.columns]
    again = world.services.check_file.read_as(ReadFileAs(upload.id, said), TEACHER)
    assert the_line(world, again).criteria == (8, 12, 30)


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (("Candidate number,A01 (12),A02,A03", "1001,8,12,30"), "maximum-differs"),
        (("Candidate number,A01,Analysis,A02,A03", "1001,8,8,12,30"), "headings-unclear"),
        (("Candidate number,Height,Weight", "1001,8,12"), "headings-missing"),
    ],
)
def test_headings_that_cannot_be_the_criteria_are_asked_about(rows: tuple[str, ...], code: str) -> None:
    world = a_world()

    upload = uploaded(world, *rows)

    assert (upload.state, upload.refusal and upload.refusal.code) == (UploadState.ASKING, code)


def test_lines_that_name_their_assessment_need_no_other_word_for_it() -> None:
    world = a_world()

    upload = sent_and_checked(
        world, f"Assessment code,Candidate number,A01,A02,A03\n{CODE},1001,8,12,30".encode(), TEACHER
    )

    assert the_line(world, upload).criteria == (8, 12, 30)


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_a_sheet_that_is_downloaded_has_its_criteria_and_reasons_and_changes_nothing(file_format: str) -> None:
    world = a_world(
        Change(CandidateNumber("1001"), 0, criteria=(8, 12, 30)),
        Change(CandidateNumber("1002"), 0, Mark(0), zero=ZeroReason.NOT_AUTHENTICATED),
    )
    given = world.services.export_marks.of_sheet(SHEET, file_format, TEACHER)

    upload = sent_and_checked(world, given, TEACHER)

    assert results(world, upload) == {2: LineResult.UNCHANGED, 3: LineResult.UNCHANGED, 4: LineResult.BLANK}
    assert upload.ignored == ()


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("Worth no marks", ZeroReason.WORTH_NOTHING),
        ("no credit", ZeroReason.WORTH_NOTHING),
        ("NOT AUTHENTICATED", ZeroReason.NOT_AUTHENTICATED),
    ],
)
def test_a_reason_for_0_is_taken(written: str, reason: ZeroReason) -> None:
    world = a_world()

    accept(world, uploaded(world, "Candidate number,Mark,Reason for 0", f"1001,0,{written}"), TEACHER)

    assert the_row(world) == (Mark(0), (), ExplainedZero(reason, TEACHER.id))


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("1001,0,No work", "no-work-is-absent"),
        ("1001,0,because", "zero-reason-unknown"),
        ("1001,5,Worth no marks", "not-a-zero"),
        ("1001,,Worth no marks", "not-a-zero"),
    ],
)
def test_a_reason_that_does_not_fit_is_refused_and_no_work_points_to_absent(row: str, code: str) -> None:
    world = a_world()

    line = the_line(world, uploaded(world, "Candidate number,Mark,Reason for 0", row))

    assert (line.result, line.code) == (LineResult.REFUSED, code)
    assert "Absent" in line.cure or code != "no-work-is-absent"


def test_who_is_absent_for_want_of_work_may_say_so_in_the_column_of_reasons() -> None:
    world = a_world()

    assert the_line(world, uploaded(world, "Candidate number,Mark,Reason for 0", "1001,A,No work")).outcome == ABSENT
