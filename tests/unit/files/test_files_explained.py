"""Files that do not say all that has to be known: a person says it once, and the next such file needs no one."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from centremark.domain.files.columns import Column
from centremark.domain.files.reading import Need
from centremark.domain.files.upload import Upload, UploadState
from centremark.domain.shared.actor import Actor
from centremark.domain.shared.errors import ColumnsUnclear, UploadNotReady
from centremark.domain.shared.identifiers import AssessmentCode
from centremark.domain.shared.outcomes import Mark
from centremark.usecases.files.check_file import ReadFileAs
from centremark.usecases.files.send_file import SendFileCommand
from tests.support.builders import CENTRE, CODE, SERIES, a_key, an_assessment
from tests.support.uploading import OFFICER, OTHER, TEACHER, accept, check, mark_of, send, sent_and_checked
from tests.support.world import World

UNKNOWN = b"Assessment code,Candidate no,Points given,Notes\nH446/03,1001,45,ok\nH446/03,1002,9,\n"
POINTS = ((2, Column.MARK), (3, Column.IGNORED))
NAMELESS = b"Candidate number,Mark\n1001,45\n1002,44\n"


def explain(
    world: World,
    upload: Upload,
    columns: Sequence[tuple[int, Column]] | None = None,
    assessment: AssessmentCode | None = None,
    *,
    actor: Actor = TEACHER,
) -> Upload:
    command = ReadFileAs(upload.id, columns, assessment)
    return world.services.check_file.read_as(command, actor)


def test_a_column_that_was_not_recognised_is_asked_for_and_assigned_by_a_person() -> None:
    world = World()
    asking = sent_and_checked(world, UNKNOWN, TEACHER)
    table = world.services.read_preview.table(asking.id, TEACHER)
    with pytest.raises(UploadNotReady):
        accept(world, asking, TEACHER)

    ready = explain(world, asking, POINTS)

    assert (asking.state, asking.need, asking.lines) == (UploadState.ASKING, Need.COLUMNS, None)
    assert asking.refusal
    assert "'Points given'" in asking.refusal.problem
    assert table
    assert [(c.heading, c.role, c.samples) for c in table.columns[1:3]] == [
        ("Candidate no", Column.CANDIDATE, ("1001", "1002")),
        ("Points given", None, ("45", "9")),
    ]
    assert (ready.state, ready.need, ready.refusal, ready.good, ready.lines) == (UploadState.READY, None, None, 2, 2)
    assert ready.columns
    assert (ready.columns.by, ready.columns.at) == ("Asha Patel", world.now)
    accept(world, ready, TEACHER)
    assert mark_of(world, 1001) == Mark(45)


def test_what_was_said_of_columns_is_remembered_for_the_centres_next_file_with_the_same_headings() -> None:
    world = World()
    asking = sent_and_checked(world, UNKNOWN, TEACHER)
    explain(world, asking, POINTS)
    same = UNKNOWN.replace(b"Points given", b"POINTS  given ").replace(b"45", b"46")
    another = UNKNOWN.replace(b"Points given", b"Points taken")

    known = sent_and_checked(world, same, OFFICER, key="key-upload-2")
    unknown = sent_and_checked(world, another, OFFICER, key="key-upload-3")

    assert (known.state, known.good) == (UploadState.READY, 2)
    assert known.columns
    assert known.columns.by == "Asha Patel"
    assert unknown.need is Need.COLUMNS


def test_what_was_remembered_can_be_forgotten_and_what_did_not_serve_is_not_remembered() -> None:
    world = World()
    asking = sent_and_checked(world, UNKNOWN, TEACHER)
    in_vain = explain(world, asking, ((2, Column.IGNORED),))
    after_vain = sent_and_checked(world, UNKNOWN, TEACHER, key="key-upload-2")
    explain(world, after_vain, POINTS)

    forgotten = explain(world, after_vain, ())
    after = sent_and_checked(world, UNKNOWN, TEACHER, key="key-upload-3")

    assert [upload.need for upload in (in_vain, after_vain, forgotten, after)] == [Need.COLUMNS] * 4
    assert after.columns is None


def test_a_column_read_as_the_wrong_thing_can_be_changed_while_the_file_waits() -> None:
    world = World()
    content = b"Assessment code,Candidate number,Mark,Second mark\nH446/03,1001,45,46\n"
    ready = sent_and_checked(world, content, TEACHER)

    changed = explain(world, ready, ((2, Column.IGNORED), (3, Column.MARK)))

    accept(world, changed, TEACHER)
    assert mark_of(world, 1001) == Mark(46)
    with pytest.raises(UploadNotReady):
        explain(world, changed, ((2, Column.MARK), (3, Column.IGNORED)))


@pytest.mark.parametrize(
    ("columns", "pointer"),
    [
        (((1, Column.MARK), (2, Column.MARK)), "/columns/1/role"),
        (((1, Column.MARK), (1, Column.IGNORED)), "/columns/1/place"),
    ],
)
def test_two_columns_cannot_be_the_same_thing(columns: tuple[tuple[int, Column], ...], pointer: str) -> None:
    world = World()
    asking = sent_and_checked(world, UNKNOWN, TEACHER)

    with pytest.raises(ColumnsUnclear) as refusal:
        explain(world, asking, columns)

    assert [point.pointer for point in refusal.value.points] == [pointer]
    assert world.uploads.get(asking.id) == asking


def test_a_file_that_names_no_assessment_is_asked_once_which_and_not_refused_line_by_line() -> None:
    world = World()
    asking = sent_and_checked(world, NAMELESS, TEACHER)

    ready = explain(world, asking, assessment=CODE, actor=OFFICER)

    assert (asking.state, asking.need, asking.bad) == (UploadState.ASKING, Need.ASSESSMENT, 0)
    assert [line.code for line in world.services.read_preview(ready.id, TEACHER)] == ["", ""]
    assert ready.named
    assert (ready.named.assessment, ready.named.by) == (CODE, "Owen Reid")
    assert (ready.state, ready.good) == (UploadState.READY, 2)


@pytest.mark.parametrize("title", ["J351/03 Drawing", "Class 11A,j351-03", "Marks for J351 / 03 (2026/27)"])
def test_a_title_of_another_assessment_than_the_file_was_sent_for_is_asked_about(title: str) -> None:
    world = World()
    world.services.catalogue.put(replace(an_assessment(), code=OTHER.assessment))
    below = f"{title}\n".encode() + NAMELESS
    between = NAMELESS + f"{title}\n1003,45\n".encode()

    asking = [
        check(world, send(world, content, TEACHER, key=f"key-upload-{turn}", code=CODE))
        for turn, content in enumerate((below, between))
    ]
    ready = explain(world, asking[0], assessment=CODE)

    assert [(upload.state, upload.need) for upload in asking] == [(UploadState.ASKING, Need.ASSESSMENT)] * 2
    assert [upload.refusal.line for upload in asking if upload.refusal] == [1, 4]
    assert (ready.state, ready.good) == (UploadState.READY, 2)


@pytest.mark.parametrize("title", ["H446/03 project", "2026/27", "Class 11A/Cs1", "X999/99", "01/06/2027"])
def test_a_title_that_names_no_other_assessment_asks_nothing(title: str) -> None:
    world = World()

    upload = check(world, send(world, f"{title}\n".encode() + NAMELESS, TEACHER, code=CODE))

    assert (upload.state, upload.good) == (UploadState.READY, 2)


def test_only_lines_without_an_assessment_are_refused_where_others_name_one() -> None:
    world = World()

    upload = sent_and_checked(world, b"Assessment code,Candidate number,Mark\nH446/03,1001,45\n,1002,44\n", TEACHER)

    assert [line.code for line in world.services.read_preview(upload.id, TEACHER)] == ["", "assessment-missing"]


def test_both_can_be_said_in_one_step() -> None:
    world = World()
    asking = sent_and_checked(world, b"Candidate number,Points given\n1001,45\n", TEACHER)

    ready = explain(world, asking, ((1, Column.MARK),), CODE)

    assert (ready.state, ready.good) == (UploadState.READY, 1)


def test_begun_again_with_its_key_an_explained_file_is_the_same_upload() -> None:
    world = World()
    asking = sent_and_checked(world, NAMELESS, TEACHER)
    ready = explain(world, asking, assessment=CODE)
    key = replace(a_key("key-upload-1"), subject=TEACHER.id)

    again, ticket = world.services.send_file(SendFileCommand(CENTRE, SERIES, None, asking.file_name, key), TEACHER)

    assert (again, ticket) == (ready, None)
