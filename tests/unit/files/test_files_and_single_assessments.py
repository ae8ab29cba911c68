"""A file does what its sender may do: lines for other mark sheets are refused one by one, in words."""

from dataclasses import replace
from typing import Final

import pytest

from centremark.domain.files.columns import Column
from centremark.domain.files.reading import Need
from centremark.domain.files.upload import Upload, UploadState
from centremark.domain.marks.mode import Mode
from centremark.domain.shared.actor import Actor, Role
from centremark.domain.shared.errors import DeclarantUnknown, FileHasFaults, RoleLimited
from centremark.domain.shared.identifiers import AssessmentCode, SheetId
from centremark.domain.shared.outcomes import ABSENT, Mark
from centremark.usecases.files.check_file import ReadFileAs
from tests.support.builders import AGREED, CENTRE, SERIES, SHEET, a_candidate, an_assessment, limited
from tests.support.entering import enter_candidates
from tests.support.uploading import MIS, OFFICER, accept, mark_of, send, sent_and_checked
from tests.support.world import World

OTHER: Final = SheetId(SERIES, CENTRE, AssessmentCode("H446/04"))
ASHA: Final = limited(Role.ENTER, SHEET.assessment)
HEAD_OF_DEPARTMENT: Final = limited(Role.SUBMIT, SHEET.assessment, name="Hana Lee")
BOTH: Final = (
    b"Assessment code,Candidate number,Mark\n"
    b"H446/03,1001,45\nH446/03,1002,A\nH446/03,1003,40\nH446/04,1001,50\nH446/04,1002,\n"
)
ONE: Final = b"Assessment code,Candidate number,Mark\nH446/03,1001,45\nH446/03,1002,A\nH446/03,1003,40\n"


@pytest.fixture
def world() -> World:
    world = World()
    world.services.catalogue.put(replace(an_assessment(), code=OTHER.assessment))
    enter_candidates(world.services, OTHER, [a_candidate(1001), a_candidate(1002)])
    return world


def bad(world: World, upload: Upload, actor: Actor = ASHA) -> dict[int, str]:
    """The code of each line that says what is wrong."""
    return {line.number: line.code for line in world.services.read_preview(upload.id, actor) if line.code}


def test_the_preview_says_of_each_line_that_its_sender_may_not_change_that_sheet(world: World) -> None:
    ready = sent_and_checked(world, BOTH, ASHA)

    assert bad(world, ready) == {5: "role-limited"}
    [refused] = [line for line in world.services.read_preview(ready.id, ASHA) if line.code]
    assert refused.problem == "The role of Asha Patel, who sent the file, is not for H446/04."
    assert "or ask your centre administrator" in refused.cure
    assert {tally.assessment: (tally.accepted, tally.refused, tally.blank) for tally in ready.tallies} == {
        "H446/03": (3, 0, 0),
        "H446/04": (0, 1, 1),
    }


def test_applying_changes_only_what_the_sender_may_or_nothing(world: World) -> None:
    ready = sent_and_checked(world, BOTH, ASHA)

    with pytest.raises(FileHasFaults, match="1 of 5 lines cannot be used"):
        accept(world, ready, ASHA, Mode.ALL_OR_NOTHING)
    assert mark_of(world, 1001) is None
    accept(world, ready, ASHA)

    assert [mark_of(world, candidate) for candidate in (1001, 1002, 1003)] == [Mark(45), ABSENT, Mark(40)]
    assert mark_of(world, 1001, OTHER) is None


def test_whoever_has_a_role_for_single_assessments_decides_how_their_own_file_is_read_and_no_other(
    world: World,
) -> None:
    two_marks = b"Assessment code,Candidate number,Mark,Old mark\nH446/03,1001,45,12\n"
    others = two_marks.replace(b"H446/03,1001,45,12", b"H446/04,1001,50,13")
    roles = enumerate((Column.ASSESSMENT, Column.CANDIDATE, Column.IGNORED, Column.MARK))
    mine = sent_and_checked(world, two_marks, ASHA)

    read = world.services.check_file.read_as(ReadFileAs(mine.id, tuple(roles)), ASHA)
    colleagues = sent_and_checked(world, others, OFFICER, key="key-officer")

    assert [line.outcome for line in world.services.read_preview(read.id, ASHA)] == [Mark(12)]
    assert [line.outcome for line in world.services.read_preview(colleagues.id, OFFICER)] == [Mark(50)]
    assert colleagues.columns is None


def test_whoever_has_a_role_for_single_assessments_forgets_no_choice_of_the_centre(world: World) -> None:
    points = b"Assessment code,Candidate number,Points\nH446/03,1001,45\n"
    roles = tuple(enumerate((Column.ASSESSMENT, Column.CANDIDATE, Column.MARK)))
    world.services.check_file.read_as(ReadFileAs(sent_and_checked(world, points, OFFICER).id, roles), OFFICER)
    mine = sent_and_checked(world, points, ASHA, key="key-asha")

    forgotten = world.services.check_file.read_as(ReadFileAs(mine.id, ()), ASHA)
    after = sent_and_checked(
        world,
        points,
        OFFICER,
        key="key-officer",
    )

    assert forgotten.need is Need.COLUMNS
    assert after.state is UploadState.READY


def test_ticks_of_a_file_reach_no_sheet_that_its_sender_may_not_change(world: World) -> None:
    accept(world, sent_and_checked(world, BOTH, OFFICER, key="key-officer"), OFFICER)
    again = sent_and_checked(world, BOTH, ASHA, key="key-asha")

    accept(world, again, ASHA, answers=frozenset(question.code for question in again.questions), checked=True)

    assert world.sheets.get(SHEET).checked == 3
    assert world.sheets.get(OTHER).checked == 0


@pytest.mark.parametrize("actor", [ASHA, HEAD_OF_DEPARTMENT])
def test_whoever_may_not_change_one_sheet_of_a_colleagues_file_applies_nothing_of_it(
    world: World, actor: Actor
) -> None:
    ready = sent_and_checked(world, BOTH, OFFICER)

    with pytest.raises(RoleLimited, match=r"Nothing was applied. Your role .* is for H446/03 only, not for H446/04"):
        accept(world, ready, actor)

    assert world.services.find_upload(ready.id, OFFICER).state is UploadState.READY
    assert mark_of(world, 1001) is None
    assert accept(world, ready, OFFICER).state is UploadState.APPLIED


def test_whoever_may_submit_other_assessments_only_enters_the_files_marks_and_submits_nothing(world: World) -> None:
    teacher = replace(
        ASHA,
        memberships={CENTRE: frozenset({Role.ENTER})},
        limits={CENTRE: {Role.SUBMIT: frozenset({OTHER.assessment})}},
    )
    ready = sent_and_checked(world, ONE, teacher)

    with pytest.raises(RoleLimited, match=r"Nothing was applied. Your role submit marks is for H446/04 only"):
        accept(world, ready, teacher, checked=True, agreement=AGREED)

    assert mark_of(world, 1001) is None
    assert accept(world, ready, teacher).state is UploadState.APPLIED


def test_a_role_for_the_files_one_assessment_enters_and_submits_it(world: World) -> None:
    ready = sent_and_checked(world, ONE, HEAD_OF_DEPARTMENT)

    applied = accept(world, ready, HEAD_OF_DEPARTMENT, checked=True, agreement=AGREED)

    assert applied.applied
    assert len(applied.applied.references) == 1


def test_a_file_sent_for_another_assessment_is_refused_before_it_is_sent(world: World) -> None:
    with pytest.raises(RoleLimited, match="not for H446/04"):
        send(world, BOTH, ASHA, code=OTHER.assessment)


def test_a_colleagues_file_is_handled_only_with_a_role_for_the_whole_centre(world: World) -> None:
    theirs = sent_and_checked(world, BOTH, OFFICER, key="key-officer")
    own = sent_and_checked(world, BOTH, ASHA, key="key-asha")

    for refused in (
        lambda: world.services.cancel_file(theirs.id, ASHA),
        lambda: world.services.check_file.again(theirs.id, ASHA),
        lambda: world.services.check_file.read_as(ReadFileAs(theirs.id), ASHA),
    ):
        with pytest.raises(RoleLimited, match="not for the whole centre"):
            refused()

    assert world.services.check_file.again(own.id, ASHA).state is UploadState.READY
    assert world.services.cancel_file(own.id, ASHA).state is UploadState.CANCELLED
    assert world.services.cancel_file(theirs.id, OFFICER).state is UploadState.CANCELLED


def test_checking_again_counts_the_role_that_the_sender_has_by_now(world: World) -> None:
    ready = sent_and_checked(world, BOTH, ASHA)
    member = world.services.members.get(ASHA.id)
    world.services.members.put(replace(member, memberships={CENTRE: frozenset({Role.ENTER})}, limits={}))

    again = world.services.check_file.again(ready.id, ASHA)

    assert (again.good, again.bad) == (4, 0)


def test_a_program_names_someone_who_may_submit_every_sheet_of_its_file(world: World) -> None:
    for person in (MIS, OFFICER, HEAD_OF_DEPARTMENT):
        member = world.services.members.get(person.id)
        world.services.members.put(
            replace(member, name=person.name, memberships=dict(person.memberships), limits=person.limits)
        )
    content = BOTH.replace(b"H446/04,1002,", b"H446/04,1002,A")
    ready = sent_and_checked(world, content, MIS)

    with pytest.raises(DeclarantUnknown):
        accept(world, ready, MIS, checked=True, agreement=replace(AGREED, made_by="Hana Lee"))
    applied = accept(world, ready, MIS, checked=True, agreement=replace(AGREED, made_by="Owen Reid"))

    assert applied.applied
    assert len(applied.applied.references) == 2
