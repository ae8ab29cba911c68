"""Files that cannot be meant, or may not be: refused whole, or asked about."""

from dataclasses import replace
from datetime import timedelta

import pytest

from centremark.domain.files.columns import Column
from centremark.domain.files.preview import LineResult, Since
from centremark.domain.files.reading import Need
from centremark.domain.files.upload import QuestionCode, Upload, UploadState
from centremark.domain.people.ports import Member
from centremark.domain.shared.errors import NotFound, QuestionUnanswered, UploadNotReady
from centremark.domain.shared.outcomes import Mark
from centremark.usecases.files.check_file import ReadFileAs
from tests.support.builders import CODE, SHEET, a_candidate
from tests.support.entering import enter_candidates
from tests.support.uploading import (
    MIS,
    OFFICER,
    TEACHER,
    a_csv,
    a_layout_file,
    accept,
    check,
    clear,
    mark_of,
    results,
    send,
    sent_and_checked,
    type_in,
)
from tests.support.world import World


def test_a_repeated_or_older_sequence_number_is_asked_about() -> None:
    world = World()
    accept(world, sent_and_checked(world, a_layout_file((1001, 45), sequence=7), TEACHER), TEACHER)

    same = sent_and_checked(world, a_layout_file((1001, 46), sequence=7), TEACHER, key="key-upload-2")
    older = sent_and_checked(world, a_layout_file((1001, 47), sequence=6), TEACHER, key="key-upload-3")
    newer = sent_and_checked(world, a_layout_file((1001, 48), sequence=8), TEACHER, key="key-upload-4")

    assert [[question.code for question in upload.questions] for upload in (same, older, newer)] == [
        [QuestionCode.SEQUENCE_REPEATED],
        [QuestionCode.SEQUENCE_OLDER],
        [],
    ]
    with pytest.raises(QuestionUnanswered, match="sequence number 7"):
        accept(world, same, TEACHER)
    accept(world, same, TEACHER, answers=frozenset({"sequence-repeated"}))
    assert mark_of(world, 1001) == Mark(46)


@pytest.mark.parametrize("content", [b"Candidate,Mark\n", b"Candidate,Mark\n\n,\n", b"Candidate,Mark\nTotal,\n"])
def test_a_file_without_any_line_of_marks_is_refused_in_words(content: bytes) -> None:
    refused = sent_and_checked(World(), content, TEACHER)

    assert refused.state is UploadState.REFUSED
    assert refused.refusal is not None
    assert (refused.refusal.code, refused.refusal.problem) == ("no-marks", "The file has no lines with marks.")


def test_a_question_that_arose_after_the_preview_is_asked_all_the_same() -> None:
    world = World()
    mine = sent_and_checked(world, a_layout_file((1001, 45), sequence=7), TEACHER)
    theirs = sent_and_checked(world, a_layout_file((1002, 45), sequence=7), OFFICER, key="key-upload-2")
    accept(world, theirs, OFFICER)

    with pytest.raises(QuestionUnanswered):
        accept(world, mine, TEACHER)


def test_the_very_same_file_again_is_asked_about() -> None:
    world = World()
    accept(world, sent_and_checked(world, a_csv((1001, "45")), TEACHER), TEACHER)

    again = sent_and_checked(world, a_csv((1001, "45")), TEACHER, key="key-upload-2")

    assert [question.code for question in again.questions] == [QuestionCode.FILE_REPEATED]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (a_layout_file((1001, 45)).replace(b"64235", b"58410"), "other-centre"),
        (a_layout_file((1001, 45)).replace(b"2027-06", b"2027-01"), "other-series"),
        (b"not marks at all", "headings-missing"),
        (b"Assessment,Candidate,Mark\n" + b"".join(b"X%d/01,1001,4\n" % n for n in range(100, 250)), "file-too-large"),
    ],
)
def test_a_file_that_cannot_be_for_this_centre_is_refused_whole(content: bytes, code: str) -> None:
    world = World()

    upload = sent_and_checked(world, content, TEACHER)

    assert upload.state is UploadState.REFUSED
    assert upload.refusal
    assert upload.refusal.code.value == code
    [line] = world.services.read_preview(upload.id, TEACHER)
    assert (line.code, line.number >= 1) == (code, True)
    with pytest.raises(UploadNotReady):
        accept(world, upload, TEACHER)


def test_a_client_that_lost_its_role_while_its_file_was_on_the_way_changes_nothing() -> None:
    world = World()
    before = send(world, a_csv((1001, "45")), MIS)
    ready = sent_and_checked(world, a_csv((1001, "46")), MIS, key="key-upload-2")
    world.services.members.put(Member(MIS.id, MIS.name, {}))
    revoked = replace(MIS, memberships={})

    refused = check(world, before)
    with pytest.raises(NotFound):
        accept(world, ready, revoked)

    assert (refused.state, refused.refusal and refused.refusal.code.value) == (
        UploadState.REFUSED,
        "no-longer-allowed",
    )
    assert mark_of(world, 1001) is None


def test_a_file_sent_after_the_one_that_was_checked_does_not_replace_it() -> None:
    world = World()
    upload = sent_and_checked(world, a_csv((1001, "45")), TEACHER)
    world.files.sent[str(upload.id)] = a_csv((1001, "70"))

    again = world.services.check_file.again(upload.id, TEACHER)
    accept(world, again, TEACHER)

    assert (again.state, again.sha256) == (UploadState.READY, upload.sha256)
    assert mark_of(world, 1001) == Mark(45)


def test_where_no_version_was_kept_a_file_put_in_place_of_the_first_is_refused() -> None:
    world = World()
    upload = sent_and_checked(world, a_csv((1001, "45")), TEACHER)
    world.uploads.save(replace(upload, kept_as="", version=upload.version + 1))
    world.files.sent[str(upload.id)] = a_csv((1001, "70"))

    again = world.services.check_file.again(upload.id, TEACHER)

    assert again.state is UploadState.REFUSED


def an_export(world: World, file_format: str = "csv") -> bytes:
    return world.services.export_marks.of_sheet(SHEET, file_format, TEACHER)


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_a_file_older_than_the_marks_it_would_change_is_asked_about_line_by_line(file_format: str) -> None:
    world = World()
    type_in(world, 1001, 44)
    type_in(world, 1002, 20)
    export = an_export(world, file_format)
    world.now += timedelta(days=13)
    type_in(world, 1001, 46, revision=1, actor=OFFICER)

    upload = sent_and_checked(world, export, TEACHER)

    lines = {line.candidate: line for line in world.services.read_preview(upload.id, TEACHER)}
    assert (lines["1001"].before, lines["1001"].outcome) == (Mark(46), Mark(44))
    assert lines["1001"].since == Since("Owen Reid", world.now)
    assert lines["1002"].since is None
    assert [question.code for question in upload.questions] == [QuestionCode.MARKS_NEWER]
    assert "(line 2)" in upload.questions[0].sentence
    with pytest.raises(QuestionUnanswered, match="changed after this file was made"):
        accept(world, upload, TEACHER)
    assert mark_of(world, 1001) == Mark(46)
    accept(world, upload, TEACHER, answers=frozenset({"marks-newer"}))
    assert mark_of(world, 1001) == Mark(44)


def test_a_mark_entered_or_cleared_after_the_template_was_made_is_asked_about_too() -> None:
    world = World()
    type_in(world, 1002, 30)
    filled = an_export(world).replace(b",,,0", b",44,,0")
    type_in(world, 1001, 46, actor=OFFICER)
    clear(world, 1002, revision=1)

    upload = sent_and_checked(world, filled, TEACHER)

    lines = {line.candidate: line for line in world.services.read_preview(upload.id, TEACHER)}
    assert {candidate: line.since is not None for candidate, line in lines.items()} == {
        "1001": True,
        "1002": True,
        "1003": False,
    }


def test_a_file_made_after_the_latest_change_or_without_row_versions_is_not_asked_about() -> None:
    world = World()
    type_in(world, 1001, 44)
    type_in(world, 1001, 46, revision=1)
    edited = an_export(world).replace(b",46,", b",47,")

    fresh = sent_and_checked(world, edited, TEACHER)
    unknown = sent_and_checked(world, a_csv((1001, "47")), TEACHER, key="key-upload-2")

    assert (fresh.questions, unknown.questions) == ((), ())
    assert [results(world, upload)[2] for upload in (fresh, unknown)] == [LineResult.CHANGED] * 2


def test_a_row_version_that_cannot_be_read_stops_its_line() -> None:
    world = World()
    content = "Assessment code,Candidate number,Mark,Row version\nH446/03,1001,45,x1\nH446/03,1002,45,\n"

    upload = sent_and_checked(world, content.encode(), TEACHER)

    lines = world.services.read_preview(upload.id, TEACHER)
    assert [(line.result, line.code) for line in lines] == [
        (LineResult.REFUSED, "cell-unreadable"),
        (LineResult.ACCEPTED, ""),
    ]


def named(*people: str) -> World:
    """Candidates 1001, 1002 and so on, by these names."""
    world = World(entered=())
    enter_candidates(world.services, SHEET, [a_candidate(1001 + place, name) for place, name in enumerate(people)])
    return world


def read_as(world: World, content: str, *roles: Column) -> Upload:
    """Send a file whose columns are asked about, and say what they are."""
    asked = check(world, send(world, content.encode(), TEACHER, code=CODE))
    assert asked.need is Need.COLUMNS
    command = ReadFileAs(asked.id, [*enumerate(roles)])
    return world.services.check_file.read_as(command, TEACHER)


def told(world: World, upload: Upload) -> list[tuple[int, str, str]]:
    return [(line.number, line.result.value, line.code) for line in world.services.read_preview(upload.id, TEACHER)]


def test_a_candidate_who_was_taken_for_headings_is_named() -> None:
    world = named("JONES Amelia", "SMITH Ben", "KHAN Aisha")

    upload = read_as(world, "JONES Amelia,withdrawn\nSMITH Ben,45\nKHAN Aisha,44\n", Column.NAME, Column.MARK)

    assert told(world, upload) == [(1, "refused", "above-headings"), (2, "accepted", ""), (3, "accepted", "")]


def test_rows_above_the_headings_that_are_a_candidates_are_named_and_titles_are_not() -> None:
    world = named("JONES Amelia", "SMITH Ben", "KHAN Aisha", "KHAN Aisha")
    content = "Class 13A,Mrs Khan\nJONES Amelia,45\nKHAN Aisha,40\nMax,70\nName,Mark\nSMITH Ben,44\n"

    upload = check(world, send(world, content.encode(), TEACHER, code=CODE))

    assert told(world, upload) == [
        (2, "refused", "above-headings"),
        (3, "refused", "above-headings"),
        (6, "accepted", ""),
    ]


def test_a_column_that_somebody_chose_counts_though_its_heading_has_another_maximum_once_they_confirm_it() -> None:
    world = named("JONES Amelia", "SMITH Ben")
    content = "Candidate number,Mark (max 100)\n1001,64\n1002,71\n"

    upload = read_as(world, content, Column.CANDIDATE, Column.MARK)

    assert told(world, upload) == [(2, "accepted", ""), (3, "refused", "outcome-refused")]
    [question] = upload.questions
    assert question.code is QuestionCode.MAXIMUM_DIFFERS
    assert "out of 100, but marks for H446/03 are out of 70" in question.sentence
    with pytest.raises(QuestionUnanswered, match="out of 100"):
        accept(world, upload, TEACHER)
    again = world.services.check_file.again(upload.id, TEACHER)
    assert again.questions == upload.questions
    accept(world, again, TEACHER, answers=frozenset({"maximum-differs"}))
    assert mark_of(world, 1001) == Mark(64)
