"""From a file that came to marks on their sheets: what was previewed is what is applied, once, or nothing is."""

from dataclasses import replace
from typing import Final

import pytest

from centremark.domain.actor import Channel, Role
from centremark.domain.errors import (
    AlreadySubmitted,
    ChangedSince,
    DeclarationIncomplete,
    FileHasFaults,
    Forbidden,
    KeyReused,
    NotFound,
    QuestionUnanswered,
    SecondCheckerNeeded,
    SheetIncomplete,
    UploadNotReady,
)
from centremark.domain.facts import MarksSaved, MarksSubmitted
from centremark.domain.mark_sheet import Status
from centremark.domain.outcomes import ABSENT, GradeScale, Mark
from centremark.domain.ports import LostRace, Member
from centremark.domain.preview import LineResult
from centremark.domain.upload import Mode, QuestionCode, Upload, UploadState
from centremark.domain.values import AssessmentCode, CandidateNumber, CentreNumber, SheetId
from centremark.usecases.enter_marks import EnterMarksCommand
from centremark.usecases.send_file import SendFileCommand
from tests.support.builders import (
    AGREED,
    CENTRE,
    CODE,
    SERIES,
    SHEET,
    a_candidate,
    a_change,
    a_key,
    an_actor,
    an_assessment,
)
from tests.support.uploading import FORMATS, a_csv, a_layout_file, accept, check, send, sent_and_checked
from tests.support.world import World

TEACHER: Final = an_actor(Role.ENTER)
OFFICER: Final = an_actor(Role.SUBMIT, name="Owen Reid")
MIS: Final = replace(an_actor(Role.SUBMIT, name="Demonstration MIS"), channel=Channel.API)
STRANGER: Final = an_actor(Role.SUBMIT, centre=CentreNumber("11111"))
OTHER: Final = SheetId(SERIES, CENTRE, AssessmentCode("J351/03"))


def mark_of(world: World, candidate: int, sheet: SheetId = SHEET) -> object:
    return world.sheets.get(sheet).rows[CandidateNumber(f"{candidate}")].outcome


def results(world: World, upload: Upload) -> dict[int, LineResult]:
    return {line.number: line.result for line in world.services.read_preview(upload.id, TEACHER)}


def type_in(world: World, candidate: int, mark: int, revision: int = 0) -> None:
    change = a_change(candidate, Mark(mark), revision=revision)
    world.services.enter_marks(EnterMarksCommand(SHEET, (change,), a_key(f"typed-{candidate}-{mark}")), TEACHER)


def test_a_file_is_received_checked_previewed_and_applied() -> None:
    world = World()
    upload = world.services.find_upload(send(world, a_csv((1001, "45"), (1002, "A")), TEACHER), TEACHER)
    assert upload.state is UploadState.EXPECTED

    ready = check(world, upload.id)
    assert (ready.state, ready.good, ready.bad, ready.lines) == (UploadState.READY, 2, 0, 2)
    assert mark_of(world, 1001) is None

    applied = accept(world, ready, TEACHER)
    assert (applied.state, applied.applied and applied.applied.saved) == (UploadState.APPLIED, 2)
    assert (mark_of(world, 1001), mark_of(world, 1002)) == (Mark(45), ABSENT)


def test_every_line_is_told_what_it_would_do() -> None:
    world = World()
    type_in(world, 1001, 45)
    type_in(world, 1002, 20)
    content = a_csv((1001, "45"), (1002, "21"), (1003, ""), (4444, "9"), (1003, "99"), (5555, '"9,5"'))

    upload = sent_and_checked(world, content, TEACHER)

    assert results(world, upload) == {
        2: LineResult.UNCHANGED,
        3: LineResult.CHANGED,
        4: LineResult.REFUSED,
        5: LineResult.NOT_ON_LIST,
        6: LineResult.REFUSED,
        7: LineResult.REFUSED,
    }
    lines = {line.number: line for line in world.services.read_preview(upload.id, TEACHER)}
    assert (lines[3].before, lines[3].outcome) == (Mark(20), Mark(21))
    assert {n: lines[n].code for n in (4, 5, 6, 7)} == {
        4: "candidate-repeated",
        5: "candidate-not-entered",
        6: "candidate-repeated",
        7: "mark-fraction",
    }
    assert all(line.problem.endswith(".") and line.cure for n, line in lines.items() if n > 3)


def test_a_mark_above_the_maximum_is_refused_by_the_very_rule_of_the_page() -> None:
    world = World()

    upload = sent_and_checked(world, a_csv((1001, "71"), (1002, "D")), TEACHER)

    lines = world.services.read_preview(upload.id, TEACHER)
    assert [line.code for line in lines] == ["outcome-refused", "mark-unreadable"]
    assert lines[0].problem == "71 is not a mark from 0 to 70."


def test_a_name_that_belongs_to_someone_else_is_warned_of_and_taken() -> None:
    world = World()
    content = "Assessment code,Candidate number,Name,Mark\nH446/03,1001,SMITH Bob,45\nH446/03,1002,Amélia Jones,4\n"

    upload = sent_and_checked(world, content.encode(), TEACHER)

    lines = world.services.read_preview(upload.id, TEACHER)
    assert [(line.result, line.code) for line in lines] == [
        (LineResult.ACCEPTED, "name-differs"),
        (LineResult.ACCEPTED, ""),
    ]


def test_lines_that_name_no_assessment_are_for_the_one_the_upload_names() -> None:
    world = World()
    content = b"Candidate number,Mark\n1001,45\n"

    with_one = check(world, send(world, content, TEACHER, code=CODE))
    without = check(world, send(world, content, TEACHER, key="key-upload-2"))

    assert (with_one.good, without.good) == (1, 0)
    assert [line.code for line in world.services.read_preview(without.id, TEACHER)] == ["assessment-missing"]


def test_an_assessment_the_centre_has_no_list_for_is_refused_line_by_line() -> None:
    world = World()

    upload = sent_and_checked(world, a_csv((1001, "45"), assessment="X999/01"), TEACHER)

    assert [tally.assessment for tally in upload.tallies] == ["X999/01"]
    assert [line.code for line in world.services.read_preview(upload.id, TEACHER)] == ["assessment-unknown"]


def test_what_came_in_a_file_says_so_in_the_ledger_and_is_not_ticked() -> None:
    world = World()

    accept(world, sent_and_checked(world, a_csv((1001, "45")), TEACHER), TEACHER)

    fact = world.memory.facts[-1]
    assert isinstance(fact, MarksSaved)
    assert (fact.by.channel, fact.by.name) == (Channel.FILE, "Asha Patel")
    assert world.sheets.get(SHEET).checked == 0


def test_a_file_applied_twice_is_applied_once() -> None:
    world = World()
    upload = sent_and_checked(world, a_csv((1001, "45")), TEACHER)

    first, again = accept(world, upload, TEACHER), accept(world, upload, TEACHER)

    assert again == first
    assert sum(isinstance(fact, MarksSaved) for fact in world.memory.facts) == 1


def test_a_file_told_of_twice_is_looked_at_once_and_one_left_half_way_is_gone_on_with() -> None:
    world = World()
    upload_id = send(world, a_csv((1001, "45")), TEACHER)
    half_way = world.services.find_upload(upload_id, TEACHER).received(20, "").checking(1, "csv", None, ())
    content_sha = check(world, upload_id).sha256
    world.memory.uploads[upload_id] = replace(half_way, sha256=content_sha)

    ready, again = check(world, upload_id), check(world, upload_id)

    assert ready.state is UploadState.READY
    assert again == ready


def test_all_or_nothing_takes_nothing_of_a_file_with_a_bad_line() -> None:
    world = World()
    upload = sent_and_checked(world, a_csv((1001, "45"), (1002, "99")), TEACHER)

    with pytest.raises(FileHasFaults, match="1 of 2"):
        accept(world, upload, TEACHER, Mode.ALL_OR_NOTHING)
    assert mark_of(world, 1001) is None

    accept(world, upload, TEACHER, Mode.GOOD_ROWS)
    assert (mark_of(world, 1001), mark_of(world, 1002)) == (Mark(45), None)


@pytest.mark.parametrize("typed", [46, 44])
def test_marks_typed_after_the_preview_are_never_overwritten_unseen(typed: int) -> None:
    world = World()
    upload = sent_and_checked(world, a_csv((1001, "45"), (1002, "9")), TEACHER)
    type_in(world, 1001, typed)

    with pytest.raises(ChangedSince) as refusal:
        accept(world, upload, TEACHER)

    assert [(point.pointer, point.code) for point in refusal.value.points] == [("/lines/2", "revision-conflict")]
    assert (mark_of(world, 1001), mark_of(world, 1002)) == (Mark(typed), None)

    again = world.services.with_formats(FORMATS).check_file.again(upload.id, TEACHER)
    assert results(world, again)[2] is LineResult.CHANGED
    accept(world, again, TEACHER)
    assert (mark_of(world, 1001), mark_of(world, 1002)) == (Mark(45), Mark(9))


def test_the_same_mark_typed_meanwhile_is_no_obstacle() -> None:
    world = World()
    upload = sent_and_checked(world, a_csv((1001, "45"), (1002, "9")), TEACHER)
    type_in(world, 1001, 45)

    accept(world, upload, TEACHER)

    assert (mark_of(world, 1001), mark_of(world, 1002)) == (Mark(45), Mark(9))


def test_a_mark_the_file_would_leave_but_someone_changed_is_told() -> None:
    world = World()
    type_in(world, 1001, 45)
    upload = sent_and_checked(world, a_csv((1001, "45"), (1002, "9")), TEACHER)
    type_in(world, 1001, 50, revision=1)

    with pytest.raises(ChangedSince):
        accept(world, upload, TEACHER)


def test_two_files_for_one_sheet_at_the_same_moment_never_mix(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    one = sent_and_checked(world, a_csv((1001, "45"), (1002, "10")), TEACHER)
    other = sent_and_checked(world, a_csv((1001, "46"), (1002, "11")), OFFICER, key="key-upload-2")
    save, raced = world.uploads.save, list[bool]()

    def save_after_the_other(*args: object) -> None:
        if not raced:
            raced.append(True)
            accept(world, other, OFFICER)
        save(*args)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(world.uploads, "save", save_after_the_other)
    with pytest.raises(ChangedSince):
        accept(world, one, TEACHER)

    assert (mark_of(world, 1001), mark_of(world, 1002)) == (Mark(46), Mark(11))
    assert world.services.find_upload(one.id, TEACHER).state is UploadState.READY


def test_a_race_on_the_upload_itself_applies_it_once(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    upload = sent_and_checked(world, a_csv((1001, "45")), TEACHER)
    save, raced = world.uploads.save, list[bool]()

    def save_after_myself(*args: object) -> None:
        if not raced:
            raced.append(True)
            accept(world, upload, TEACHER)
            raise LostRace
        save(*args)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(world.uploads, "save", save_after_myself)

    assert accept(world, upload, TEACHER).state is UploadState.APPLIED
    assert sum(isinstance(fact, MarksSaved) for fact in world.memory.facts) == 1


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
        (b"Assessment,Candidate,Mark\n" + b"".join(b"X%d/01,1001,4\n" % n for n in range(100, 150)), "file-too-large"),
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


def test_a_file_put_in_place_of_the_one_that_was_checked_is_refused() -> None:
    world = World()
    upload = sent_and_checked(world, a_csv((1001, "45")), TEACHER)
    world.files.sent[str(upload.id)] = a_csv((1001, "70"))

    again = world.services.with_formats(FORMATS).check_file.again(upload.id, TEACHER)

    assert again.state is UploadState.REFUSED


def test_a_complete_file_is_submitted_in_the_same_step_by_who_may_and_declares() -> None:
    world = World()
    content = a_csv((1001, "45"), (1002, "0"), (1003, "A"))
    upload = sent_and_checked(world, content, OFFICER)

    applied = accept(world, upload, OFFICER, checked=True, agreement=AGREED)

    sheet = world.sheets.get(SHEET)
    assert sheet.status is Status.SUBMITTED
    assert applied.applied
    assert applied.applied.references == ("64235-H446-03-2027-06-1",)
    saved, submitted = world.memory.facts[-2:]
    assert isinstance(saved, MarksSaved)
    assert isinstance(submitted, MarksSubmitted)
    assert [change.after.checked for change in saved.changes] == [True, True, True]
    assert (saved.version, submitted.version, sheet.version) == (2, 3, 3)
    assert accept(world, upload, OFFICER, checked=True, agreement=AGREED) == applied


@pytest.mark.parametrize(
    ("marks", "checked", "mode"),
    [
        ([(1001, "45"), (1002, "0")], True, Mode.GOOD_ROWS),
        ([(1001, "45"), (1002, "0"), (1003, "A")], False, Mode.GOOD_ROWS),
    ],
)
def test_an_incomplete_or_unchecked_file_is_not_submitted_and_leaves_nothing(
    marks: list[tuple[int, str]],
    checked: bool,  # noqa: FBT001
    mode: Mode,
) -> None:
    world = World()
    upload = sent_and_checked(world, a_csv(*marks), OFFICER)

    with pytest.raises(SheetIncomplete):
        accept(world, upload, OFFICER, mode, checked=checked, agreement=AGREED)

    assert mark_of(world, 1001) is None
    assert world.services.find_upload(upload.id, OFFICER).state is UploadState.READY


def test_a_machine_names_the_person_who_declares() -> None:
    world = World()
    upload = sent_and_checked(world, a_csv((1001, "45"), (1002, "0"), (1003, "A")), MIS)

    with pytest.raises(DeclarationIncomplete, match="Name the person"):
        accept(world, upload, MIS, checked=True, agreement=AGREED)
    accept(world, upload, MIS, checked=True, agreement=replace(AGREED, made_by="Owen Reid"))

    submission = world.sheets.get(SHEET).submission
    assert submission
    assert submission.by == "Owen Reid (through Demonstration MIS)"


def test_who_may_only_enter_does_not_submit_by_file() -> None:
    world = World()
    upload = sent_and_checked(world, a_csv((1001, "45"), (1002, "0"), (1003, "A")), TEACHER)

    with pytest.raises(Forbidden):
        accept(world, upload, TEACHER, checked=True, agreement=AGREED)


def test_where_a_second_person_checks_the_one_who_sends_the_file_does_not_tick() -> None:
    world = World()
    administrator = an_actor(Role.ADMINISTRATOR, name="Mair Pugh")
    world.services.change_centre_settings(CENTRE, administrator, second_checker=True)
    upload = sent_and_checked(world, a_csv((1001, "45"), (1002, "0"), (1003, "A")), OFFICER)

    with pytest.raises(SecondCheckerNeeded):
        accept(world, upload, OFFICER, checked=True)

    assert mark_of(world, 1001) is None


def test_a_submitted_sheet_takes_no_file_but_one_that_says_the_same() -> None:
    world = World()
    content = a_csv((1001, "45"), (1002, "0"), (1003, "A"))
    accept(world, sent_and_checked(world, content, OFFICER), OFFICER, checked=True, agreement=AGREED)

    changed = sent_and_checked(world, a_csv((1001, "46"), (1002, "0")), OFFICER, key="key-upload-2")

    assert results(world, changed) == {2: LineResult.REFUSED, 3: LineResult.UNCHANGED}
    before = len(world.memory.facts)
    accept(world, changed, OFFICER)
    assert len(world.memory.facts) == before


def test_a_sheet_submitted_after_the_preview_takes_nothing() -> None:
    world = World()
    complete = a_csv((1001, "45"), (1002, "0"), (1003, "A"))
    late = sent_and_checked(world, a_csv((1001, "46")), TEACHER, key="key-upload-2")
    accept(world, sent_and_checked(world, complete, OFFICER), OFFICER, checked=True, agreement=AGREED)

    with pytest.raises(AlreadySubmitted):
        accept(world, late, TEACHER)


def test_a_file_let_go_is_not_applied_and_an_applied_one_is_not_let_go() -> None:
    world = World()
    upload = sent_and_checked(world, a_csv((1001, "45")), TEACHER)
    applied = sent_and_checked(world, a_csv((1002, "45")), TEACHER, key="key-upload-2")
    accept(world, applied, TEACHER)

    cancelled = world.services.cancel_file(upload.id, TEACHER)

    assert world.services.cancel_file(upload.id, TEACHER) == cancelled
    with pytest.raises(UploadNotReady):
        accept(world, upload, TEACHER)
    with pytest.raises(UploadNotReady):
        world.services.cancel_file(applied.id, TEACHER)


def test_a_key_stands_for_one_file() -> None:
    world = World()
    first = send(world, b"", TEACHER)
    command = SendFileCommand(
        CENTRE, SERIES, None, "M64235OC (1).X01", replace(a_key("key-upload-1"), subject=TEACHER.id)
    )

    again, ticket = world.services.send_file(command, TEACHER)

    assert (again.id, ticket is not None) == (first, True)
    with pytest.raises(KeyReused):
        world.services.send_file(replace(command, file_name="another.csv"), TEACHER)


def test_a_whole_centres_file_goes_to_its_sheets_together_or_not_at_all() -> None:
    world = World()
    scale = GradeScale({"D": "Distinction", "A": "Ace"})
    world.services.catalogue.put(replace(an_assessment(scale), code=OTHER.assessment))
    world.services.enter_candidates(OTHER, [a_candidate(1001), a_candidate(1002)])
    content = a_csv((1001, "45")) + b"J351/03,1001,Distinction\nJ351/03,1002,Ace\n"
    upload = sent_and_checked(world, content, TEACHER)
    type_in(world, 1001, 9)

    with pytest.raises(ChangedSince):
        accept(world, upload, TEACHER)
    assert mark_of(world, 1001, OTHER) is None

    accept(world, world.services.with_formats(FORMATS).check_file.again(upload.id, TEACHER), TEACHER)
    assert mark_of(world, 1001) == Mark(45)
    assert world.sheets.get(OTHER).entered == 2


@pytest.mark.parametrize("file_format", FORMATS.formats())
def test_sending_an_export_back_changes_nothing(file_format: str) -> None:
    world = World()
    scale = GradeScale({"D": "Distinction", "A": "Ace"})
    world.services.catalogue.put(replace(an_assessment(scale), code=OTHER.assessment))
    world.services.enter_candidates(OTHER, [a_candidate(n) for n in (1001, 1002, 1003)])
    content = a_csv((1001, "45"), (1002, "A"), (1003, "")) + b"J351/03,1001,Ace\nJ351/03,1002,D\nJ351/03,1003,Absent\n"
    accept(world, sent_and_checked(world, content, OFFICER), OFFICER, checked=True)
    before = dict(world.memory.sheets)
    export = world.services.with_formats(FORMATS).export_marks.of_centre(CENTRE, SERIES, file_format, OFFICER)

    upload = sent_and_checked(world, export, OFFICER, key="key-upload-2")
    assert set(results(world, upload).values()) == {LineResult.UNCHANGED, LineResult.BLANK}
    accept(world, upload, OFFICER, Mode.ALL_OR_NOTHING)

    assert world.memory.sheets == before


@pytest.mark.parametrize("file_format", FORMATS.formats())
def test_a_template_has_the_sheets_candidates_and_is_read_back_blank(file_format: str) -> None:
    world = World()
    template = world.services.with_formats(FORMATS).export_marks.of_sheet(SHEET, file_format, TEACHER)

    upload = sent_and_checked(world, template, TEACHER)

    assert set(results(world, upload).values()) == {LineResult.BLANK}
    assert len(results(world, upload)) == 3


def test_a_stranger_cannot_tell_an_upload_from_none() -> None:
    world = World()
    upload = sent_and_checked(world, a_csv((1001, "45")), TEACHER)
    calls = [
        lambda: send(world, b"", STRANGER, key="key-upload-9"),
        lambda: world.services.find_upload(upload.id, STRANGER),
        lambda: world.services.find_upload.all(CENTRE, SERIES, STRANGER),
        lambda: world.services.find_upload.file(upload.id, STRANGER),
        lambda: world.services.read_preview(upload.id, STRANGER),
        lambda: world.services.cancel_file(upload.id, STRANGER),
        lambda: accept(world, upload, STRANGER),
        lambda: world.services.with_formats(FORMATS).check_file.again(upload.id, STRANGER),
        lambda: world.services.with_formats(FORMATS).export_marks.of_centre(CENTRE, SERIES, "csv", STRANGER),
        lambda: world.services.with_formats(FORMATS).export_marks.of_sheet(SHEET, "csv", STRANGER),
    ]

    for call in calls:
        with pytest.raises(NotFound):
            call()
