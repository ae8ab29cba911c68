"""Submitting by file: whoever sends a complete file may submit it at once, and what was submitted takes none."""

from dataclasses import replace

import pytest

from centremark.domain.files.preview import LineResult
from centremark.domain.files.upload import UploadState
from centremark.domain.marks.mode import Mode
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import Role
from centremark.domain.shared.errors import (
    AlreadySubmitted,
    DeclarantUnknown,
    DeclarationIncomplete,
    DeclaredForAnother,
    Forbidden,
    SecondCheckerNeeded,
    SheetIncomplete,
)
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.sheet.facts import MarksSaved, MarksSubmitted
from centremark.domain.sheet.mark_sheet import Status
from centremark.domain.sheet.row import Flag
from tests.support.builders import (
    AGREED,
    CENTRE,
    NOON,
    SHEET,
    a_flag,
    an_actor,
)
from tests.support.builders import OFFICER as BY
from tests.support.uploading import (
    MIS,
    OFFICER,
    TEACHER,
    a_csv,
    accept,
    mark_of,
    results,
    sent_and_checked,
)
from tests.support.world import World


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
    checked: bool,
    mode: Mode,
) -> None:
    world = World()
    upload = sent_and_checked(world, a_csv(*marks), OFFICER)

    with pytest.raises(SheetIncomplete):
        accept(world, upload, OFFICER, mode, checked=checked, agreement=AGREED)

    assert mark_of(world, 1001) is None
    assert world.services.find_upload(upload.id, OFFICER).state is UploadState.READY


def test_a_tick_for_a_whole_file_settles_no_flag_so_the_file_is_not_submitted_until_someone_looks() -> None:
    world = World()
    complete = a_csv((1001, "45"), (1002, "0"), (1003, "A"))
    accept(world, sent_and_checked(world, complete, TEACHER), TEACHER, checked=True)
    sheet = world.sheets.get(SHEET)
    flagged, fact, _ = sheet.enter([a_flag(1001, revision=sheet.rows[CandidateNumber("1001")].revision)], BY, NOON)
    assert fact
    world.sheets.save(flagged, fact)
    again = sent_and_checked(world, a_csv((1001, "45"), (1002, "1"), (1003, "A")), OFFICER, key="key-upload-2")

    with pytest.raises(SheetIncomplete):
        accept(world, again, OFFICER, checked=True, agreement=AGREED)

    accept(world, again, OFFICER, checked=True)
    rows = world.sheets.get(SHEET).rows
    assert {number: (row.checked, row.flag) for number, row in rows.items()} == {
        "1001": (False, Flag(BY.id, NOON)),
        "1002": (True, None),
        "1003": (True, None),
    }


def test_a_machine_names_the_person_who_declares() -> None:
    world = World()
    upload = sent_and_checked(world, a_csv((1001, "45"), (1002, "0"), (1003, "A")), MIS)

    world.services.members.put(Member("owen", "Owen Reid", {CENTRE: frozenset({Role.SUBMIT})}))
    world.services.members.put(Member("vi", "Vi Ewer", {CENTRE: frozenset({Role.ENTER})}))

    with pytest.raises(DeclarationIncomplete, match="Name the person"):
        accept(world, upload, MIS, checked=True, agreement=AGREED)
    for other in ("Vi Ewer", "Nobody"):
        with pytest.raises(DeclarantUnknown):
            accept(world, upload, MIS, checked=True, agreement=replace(AGREED, made_by=other))
    accept(world, upload, MIS, checked=True, agreement=replace(AGREED, made_by="owen reid"))

    submission = world.sheets.get(SHEET).submission
    assert submission
    assert submission.by == "Owen Reid (through Demonstration MIS)"


def test_a_person_declares_in_their_own_name() -> None:
    world = World()
    upload = sent_and_checked(world, a_csv((1001, "45"), (1002, "0"), (1003, "A")), OFFICER)

    with pytest.raises(DeclaredForAnother) as refused:
        accept(world, upload, OFFICER, checked=True, agreement=replace(AGREED, made_by=OFFICER.name))

    assert [point.pointer for point in refused.value.points] == ["/declaration/made_by"]


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
