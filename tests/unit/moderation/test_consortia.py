"""Which centres are moderated together, as the board arranges it, over memory."""

from dataclasses import replace
from typing import Final

import pytest

from centremark.domain.catalogue.catalogue import MOST_CENTRES, Centre, Consortium
from centremark.domain.entries.add import add_entries
from centremark.domain.moderation.decisions import Lack, must_be_confirmed
from centremark.domain.shared.actor import BOARD_CENTRE, Actor, Role
from centremark.domain.shared.errors import (
    CentremarkError,
    ConsortiumRefused,
    InAnotherConsortium,
    ModerationBegun,
    NotFound,
)
from centremark.domain.shared.identifiers import AssessmentCode, CandidateNumber, CentreNumber
from tests.support.builders import (
    CENTRE,
    SERIES,
    SHEET,
    a_consortium,
    a_moderation,
    a_sheet,
    a_submitted_sheet,
    an_actor,
)
from tests.support.entering import ENTERED
from tests.support.world import World

OTHER, THIRD = CentreNumber("11111"), CentreNumber("22222")
OPERATOR: Final = an_actor(Role.OPERATOR, centre=BOARD_CENTRE, name="Olu Perator")
MODERATOR: Final = an_actor(Role.MODERATION, centre=BOARD_CENTRE, name="Mo Derator")
EXAMS_OFFICER: Final = an_actor(Role.SUBMIT)


def a_world() -> World:
    world = World()
    for number in (OTHER, THIRD):
        world.services.catalogue.put(Centre(number, f"School {number}"))
    return world


def arrange(world: World, *others: CentreNumber, by: Actor = OPERATOR, centre: CentreNumber = CENTRE) -> Consortium:
    return world.services.arrange_consortium(replace(SHEET, centre=centre), others, by)


def arranged(world: World) -> list[tuple[CentreNumber, ...]]:
    return [consortium.centres for consortium in world.services.read_consortia(SERIES, MODERATOR).consortia]


def test_centres_are_moderated_together_once_the_board_has_arranged_it() -> None:
    world = a_world()

    consortium = arrange(world, OTHER, THIRD)

    assert (consortium.centres, consortium.arranged.by.name) == ((OTHER, THIRD, CENTRE), "Olu Perator")
    view = world.services.read_consortia(SERIES, MODERATOR)
    assert (list(view.consortia), view.names[OTHER].name) == ([consortium], "School 11111")
    together = world.services.read_consortium(replace(SHEET, centre=OTHER), MODERATOR)
    assert [member.sheet.id.centre for member in together] == [OTHER, THIRD, CENTRE]


def test_arranging_the_same_again_changes_nothing_not_even_who_did_it() -> None:
    world = a_world()
    first = arrange(world, OTHER)

    assert arrange(world, CENTRE, centre=OTHER, by=replace(OPERATOR, name="Someone Else")) == first


def test_a_consortium_is_changed_by_arranging_another_for_one_of_its_centres() -> None:
    world = a_world()
    arrange(world, OTHER)

    arrange(world, THIRD)

    assert arranged(world) == [(THIRD, CENTRE)]


def test_a_consortium_is_dissolved_and_each_centre_is_moderated_alone_again() -> None:
    world = a_world()
    arrange(world, OTHER)

    for _ in range(2):
        world.services.arrange_consortium.dissolve(replace(SHEET, centre=OTHER), OPERATOR)

    assert arranged(world) == []
    assert [member.sheet.id for member in world.services.read_consortium(SHEET, MODERATOR)] == [SHEET]


@pytest.mark.parametrize(
    ("others", "pointer", "code"),
    [
        ((), "/centres", "too-few-centres"),
        ((CENTRE,), "/centres", "too-few-centres"),
        ((OTHER, CentreNumber("99999")), "/centres/1", "no-such-centre"),
    ],
)
def test_a_consortium_that_could_not_be_one_is_refused_with_the_place(
    others: tuple[CentreNumber, ...], pointer: str, code: str
) -> None:
    world = a_world()

    with pytest.raises(ConsortiumRefused) as refused:
        arrange(world, *others)

    assert [(point.pointer, point.code) for point in refused.value.points] == [(pointer, code)]
    assert arranged(world) == []


def test_a_consortium_is_no_larger_than_can_be_saved_at_once() -> None:
    with pytest.raises(ConsortiumRefused, match="at most"):
        a_consortium(*(CentreNumber(f"{number:05d}") for number in range(1, MOST_CENTRES + 1)))


def test_a_centre_is_in_one_consortium_at_a_time_for_an_assessment() -> None:
    world = a_world()
    arrange(world, OTHER)

    with pytest.raises(InAnotherConsortium, match="11111 is in the consortium of 11111 and 64235") as refused:
        arrange(world, OTHER, centre=THIRD)

    assert [point.pointer for point in refused.value.points] == ["/centres/0"]
    assert arranged(world) == [(OTHER, CENTRE)]


@pytest.mark.parametrize("begun", [CENTRE, OTHER, THIRD])
def test_nothing_is_arranged_once_moderation_has_begun_at_a_centre_that_joins_stays_or_leaves(
    begun: CentreNumber,
) -> None:
    world = a_world()
    arrange(world, OTHER)
    sheet = replace(a_submitted_sheet(), moderation=a_moderation())
    sheet_id = replace(SHEET, centre=begun)
    world.memory.sheets[sheet_id] = replace(sheet, id=sheet_id)

    with pytest.raises(ModerationBegun, match=begun):
        arrange(world, THIRD)

    assert arranged(world) == [(OTHER, CENTRE)]


def test_a_consortium_in_moderation_is_not_dissolved() -> None:
    world = a_world()
    arrange(world, OTHER)
    world.memory.sheets[SHEET] = replace(a_submitted_sheet(), moderation=a_moderation())

    with pytest.raises(ModerationBegun):
        world.services.arrange_consortium.dissolve(SHEET, OPERATOR)


def test_an_assessment_that_does_not_exist_has_no_consortium() -> None:
    with pytest.raises(NotFound):
        a_world().services.arrange_consortium(replace(SHEET, assessment=AssessmentCode("X999/01")), (OTHER,), OPERATOR)


def test_a_centre_sees_whom_it_is_moderated_together_with_by_name() -> None:
    world = a_world()
    arrange(world, OTHER)

    _, together = world.services.read_moderation(SHEET, EXAMS_OFFICER)

    assert [centre.name for centre in together] == ["School 11111", "Harbour View Academy"]


def test_what_moderation_waits_for_is_told_of_each_sheet() -> None:
    confirmed = a_submitted_sheet()
    late, _ = add_entries(confirmed, [CandidateNumber("1009")], ENTERED)
    sheets = {
        Lack.ENTRIES: a_sheet({}),
        Lack.SUBMISSION: a_sheet(),
        Lack.CONFIRMATION: a_submitted_sheet(confirmed=False),
        Lack.LATE_MARKS: late,
    }

    assert {lack: Lack.of(sheet) for lack, sheet in sheets.items()} == {lack: lack for lack in sheets}
    assert Lack.of(confirmed) is None
    for sheet in sheets.values():
        with pytest.raises(CentremarkError):
            must_be_confirmed(sheet)
