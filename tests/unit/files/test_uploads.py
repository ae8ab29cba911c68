"""From a file that came to marks on their sheets: what was previewed is what is applied, once, or nothing is."""

from dataclasses import replace
from datetime import timedelta

import pytest

from centremark.domain.files.marks_file import MAX_BYTES
from centremark.domain.files.ports import Ticket
from centremark.domain.files.preview import LineResult
from centremark.domain.files.upload import PATIENCE, Cancelled, Upload, UploadId, UploadState
from centremark.domain.marks.mode import Mode
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import Channel
from centremark.domain.shared.errors import ChangedSince, FileHasFaults, KeyReused, NotFound, UploadNotReady
from centremark.domain.shared.outcomes import ABSENT, GradeScale, Mark
from centremark.domain.shared.ports import WriteConflict
from centremark.domain.sheet.facts import MarksSaved
from centremark.usecases.files.check_file import ReadFileAs
from centremark.usecases.files.send_file import SendFileCommand
from tests.support.builders import (
    CENTRE,
    CODE,
    SERIES,
    SHEET,
    a_candidate,
    a_key,
    an_assessment,
)
from tests.support.entering import enter_candidates
from tests.support.uploading import (
    FORMATS,
    OFFICER,
    OTHER,
    STRANGER,
    TEACHER,
    a_csv,
    accept,
    check,
    mark_of,
    results,
    send,
    sent_and_checked,
    type_in,
)
from tests.support.world import World


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


def begun(world: World) -> tuple[Upload, Ticket | None]:
    """Ask to send a file, always under the same key."""
    world.services.members.put(Member(TEACHER.id, TEACHER.name, dict(TEACHER.memberships)))
    command = SendFileCommand(CENTRE, SERIES, CODE, "marks.csv", replace(a_key("key-upload-1"), subject=TEACHER.id))
    return world.services.send_file(command, TEACHER)


def said_of(world: World, upload: UploadId) -> tuple[UploadState, str]:
    """What the list and the upload itself say of its state, and why."""
    [listed], found = (
        world.services.find_upload.all(CENTRE, SERIES, TEACHER),
        world.services.find_upload(upload, TEACHER),
    )
    assert listed == found
    return found.state, found.refusal.code if found.refusal else ""


def test_an_upload_that_never_arrives_ends_after_an_hour_without_anyone_doing_anything() -> None:
    world = World()
    upload, _ = begun(world)

    world.now += PATIENCE - timedelta(seconds=1)
    assert said_of(world, upload.id) == (UploadState.EXPECTED, "")
    world.now += timedelta(seconds=1)
    assert said_of(world, upload.id) == (UploadState.REFUSED, "file-not-received")
    with pytest.raises(UploadNotReady):
        accept(world, upload, TEACHER)


@pytest.mark.parametrize("state", ["received", "checking"])
def test_an_upload_whose_check_never_ends_says_so_after_an_hour(state: str) -> None:
    world = World()
    upload_id = send(world, a_csv((1001, "45")), TEACHER)
    upload = world.uploads.get(upload_id).received(20, "5" * 64)
    world.uploads.save(upload)
    if state == "checking":
        world.uploads.save(upload.checking())

    world.now += PATIENCE

    assert said_of(world, upload_id) == (UploadState.REFUSED, "file-not-checked")


def test_a_file_that_did_not_arrive_can_be_sent_again_under_its_key_and_has_the_full_time_again() -> None:
    world = World()
    upload, _ = begun(world)
    world.now += PATIENCE * 3

    again, ticket = begun(world)
    world.now += timedelta(minutes=15)

    assert ticket
    assert (again.id, again.state) == (upload.id, UploadState.EXPECTED)
    assert said_of(world, upload.id) == (UploadState.EXPECTED, "")
    world.files.sent[str(upload.id)] = a_csv((1001, "45"))
    assert check(world, upload.id).state is UploadState.READY


@pytest.mark.parametrize("minutes", [0, 20, 29, 30, 45, 59, 60, 90])
def test_leave_to_send_a_file_never_outlasts_the_upload(minutes: int) -> None:
    world = World()
    upload, _ = begun(world)
    world.now += timedelta(minutes=minutes)

    _, ticket = begun(world)
    assert ticket
    world.now = ticket.expires_at

    assert said_of(world, upload.id) == (UploadState.EXPECTED, "")


def test_a_file_that_comes_late_is_not_looked_at() -> None:
    world = World()
    upload_id = send(world, a_csv((1001, "45")), TEACHER)
    world.now += PATIENCE

    upload = check(world, upload_id)

    assert (upload.state, said_of(world, upload_id)) == (
        UploadState.REFUSED,
        (UploadState.REFUSED, "file-not-received"),
    )
    with pytest.raises(UploadNotReady):
        accept(world, upload, TEACHER)
    with pytest.raises(UploadNotReady):
        world.services.check_file.again(upload_id, TEACHER)


@pytest.mark.parametrize(("content", "code"), [(b"", "file-empty"), (b"x" * (MAX_BYTES + 1), "file-too-large")])
def test_a_file_of_a_size_that_no_ticket_allows_is_refused_in_words(content: bytes, code: str) -> None:
    world = World()

    upload = sent_and_checked(world, content, TEACHER)

    assert said_of(world, upload.id) == (UploadState.REFUSED, code)


def test_the_preview_says_what_every_line_would_do() -> None:
    world = World()
    type_in(world, 1001, 45)
    type_in(world, 1002, 20)
    content = a_csv((1001, "45"), (1002, "21"), (1003, "98"), (4444, "9"), (1003, "99"), (5555, '"9,5"'))

    upload = sent_and_checked(world, content, TEACHER)

    assert results(world, upload) == {
        2: LineResult.UNCHANGED,
        3: LineResult.CHANGED,
        4: LineResult.REFUSED,
        5: LineResult.NOT_ON_LIST,
        6: LineResult.REFUSED,
        7: LineResult.NOT_ON_LIST,
    }
    lines = {line.number: line for line in world.services.read_preview(upload.id, TEACHER)}
    assert (lines[3].before, lines[3].outcome, lines[3].listed) == (Mark(20), Mark(21), "JONES Amelia")
    assert {n: lines[n].code for n in (4, 5, 6, 7)} == {
        4: "candidate-repeated",
        5: "candidate-not-entered",
        6: "candidate-repeated",
        7: "candidate-not-entered",
    }
    assert all(line.problem.endswith(".") and line.cure for n, line in lines.items() if n > 3)


def test_a_mark_above_the_maximum_is_refused_by_the_very_rule_of_the_page() -> None:
    world = World()

    upload = sent_and_checked(world, a_csv((1001, "71"), (1002, "D")), TEACHER)

    lines = world.services.read_preview(upload.id, TEACHER)
    assert [line.code for line in lines] == ["outcome-refused", "mark-unreadable"]
    assert lines[0].problem == "71 is not a mark from 0 to 70."


def test_a_name_of_somebody_else_stops_its_line_and_another_forename_is_warned_of() -> None:
    world = World()
    rows = "H446/03,1001,SMITH Bob,45\nH446/03,1002,Amélia Jones,4\nH446/03,1003,JONES Millie,5\n"
    content = f"Assessment code,Candidate number,Name,Mark\n{rows}"

    upload = sent_and_checked(world, content.encode(), TEACHER)

    lines = world.services.read_preview(upload.id, TEACHER)
    assert [(line.result, line.code) for line in lines] == [
        (LineResult.REFUSED, "identity-disagrees"),
        (LineResult.ACCEPTED, ""),
        (LineResult.ACCEPTED, "name-differs"),
    ]


def test_lines_that_name_no_assessment_are_for_the_one_the_upload_names() -> None:
    world = World()
    content = b"Candidate number,Mark\n1001,45\n"

    upload = check(world, send(world, content, TEACHER, code=CODE))

    assert upload.good == 1


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


def test_a_file_whose_event_comes_twice_is_checked_once_and_a_check_that_stopped_is_continued() -> None:
    world = World()
    upload_id = send(world, a_csv((1001, "45")), TEACHER)
    half_way = world.services.find_upload(upload_id, TEACHER).received(20, "").checking()
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

    again = world.services.check_file.again(upload.id, TEACHER)
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
            raise WriteConflict
        save(*args)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(world.uploads, "save", save_after_myself)

    assert accept(world, upload, TEACHER).state is UploadState.APPLIED
    assert sum(isinstance(fact, MarksSaved) for fact in world.memory.facts) == 1


def test_a_file_that_was_cancelled_names_who_cancelled_it_first() -> None:
    world = World()
    upload = sent_and_checked(world, a_csv((1001, "45")), OFFICER)
    at = world.now

    cancelled = world.services.cancel_file(upload.id, TEACHER)
    world.now += timedelta(minutes=1)

    assert cancelled.cancelled == Cancelled(TEACHER.name, at)
    assert world.services.cancel_file(upload.id, OFFICER) == cancelled
    assert world.services.find_upload.all(CENTRE, SERIES, OFFICER) == [cancelled]


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
    enter_candidates(world.services, OTHER, [a_candidate(1001), a_candidate(1002)])
    content = a_csv((1001, "45")) + b"J351/03,1001,Distinction\nJ351/03,1002,Ace\n"
    upload = sent_and_checked(world, content, TEACHER)
    type_in(world, 1001, 9)

    with pytest.raises(ChangedSince):
        accept(world, upload, TEACHER)
    assert mark_of(world, 1001, OTHER) is None

    accept(world, world.services.check_file.again(upload.id, TEACHER), TEACHER)
    assert mark_of(world, 1001) == Mark(45)
    assert world.sheets.get(OTHER).entered == 2


@pytest.mark.parametrize("file_format", FORMATS.formats())
def test_sending_an_export_back_changes_nothing(file_format: str) -> None:
    world = World()
    scale = GradeScale({"D": "Distinction", "A": "Ace"})
    world.services.catalogue.put(replace(an_assessment(scale), code=OTHER.assessment))
    enter_candidates(world.services, OTHER, [a_candidate(n) for n in (1001, 1002, 1003)])
    content = a_csv((1001, "45"), (1002, "A"), (1003, "")) + b"J351/03,1001,Ace\nJ351/03,1002,D\nJ351/03,1003,Absent\n"
    accept(world, sent_and_checked(world, content, OFFICER), OFFICER, checked=True)
    before = dict(world.memory.sheets)
    export = world.services.export_marks.of_centre(CENTRE, SERIES, file_format, OFFICER)

    upload = sent_and_checked(world, export, OFFICER, key="key-upload-2")
    assert set(results(world, upload).values()) == {LineResult.UNCHANGED, LineResult.BLANK}
    accept(world, upload, OFFICER, Mode.ALL_OR_NOTHING)

    assert world.memory.sheets == before


@pytest.mark.parametrize("file_format", FORMATS.formats())
def test_a_template_has_the_sheets_candidates_and_is_read_back_blank(file_format: str) -> None:
    world = World()
    template = world.services.export_marks.of_sheet(SHEET, file_format, TEACHER)

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
        lambda: world.services.read_preview.table(upload.id, STRANGER),
        lambda: world.services.check_file.read_as(ReadFileAs(upload.id), STRANGER),
        lambda: world.services.cancel_file(upload.id, STRANGER),
        lambda: accept(world, upload, STRANGER),
        lambda: world.services.check_file.again(upload.id, STRANGER),
        lambda: world.services.export_marks.of_centre(CENTRE, SERIES, "csv", STRANGER),
        lambda: world.services.export_marks.of_sheet(SHEET, "csv", STRANGER),
    ]

    for call in calls:
        with pytest.raises(NotFound):
            call()
