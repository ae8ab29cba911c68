"""The demonstration loaded over memory, through the same use cases as everyone."""

from functools import cache

from centremark.domain.shared.identifiers import SheetId
from centremark.domain.sheet.amendment import AmendmentState
from centremark.domain.sheet.mark_sheet import MarkSheet, Status
from centremark.domain.sheet.moderation import WorkState
from infra.local.demo import BOARD_MODERATION, HARBOUR_VIEW, LLYS_DERWEN, NORTHGATE, SERIES, demonstration
from tests.support.loading import a_loader
from tests.support.world import World

DATA = demonstration()
HARBOUR, LLYS, NORTH = HARBOUR_VIEW.number, LLYS_DERWEN.number, NORTHGATE.number


@cache
def loaded() -> World:
    world = World(entered=())
    a_loader(world)(DATA)
    return world


def sheet(centre: str, slug: str) -> MarkSheet:
    return loaded().sheets.get(SheetId.parse(f"{SERIES}.{centre}.{slug}"))


def test_one_consortium_is_in_moderation_with_one_sample_asked_of_both_centres() -> None:
    mine, theirs = (sheet(centre, "J587-04").moderation for centre in (HARBOUR, NORTH))

    assert mine
    assert theirs
    assert mine.due == theirs.due
    assert mine.seed == theirs.seed
    assert (len(mine.sample) + len(theirs.sample), mine.centres) == (15, (NORTH, HARBOUR))
    assert min(len(mine.sample), len(theirs.sample)) > 2


def test_another_consortium_waits_for_its_centres() -> None:
    consortia = loaded().services.catalogue.consortia(SERIES)

    assert [consortium.assessment for consortium in consortia] == ["J351/03", "J587/04"]
    assert {sheet(centre, "J351-03").status for centre in (HARBOUR, LLYS)} == {Status.NOT_STARTED}


def test_an_amendment_waits_for_the_board_and_an_outcome_is_released() -> None:
    [amendment] = sheet(HARBOUR, "J587-04").amendments
    moderated = sheet(HARBOUR, "H601-01").moderation

    assert amendment.state is AmendmentState.PENDING
    assert moderated
    assert moderated.outcome
    assert len(moderated.outcome.adjusted) == 3
    assert {work.state for work in moderated.sample} == {WorkState.SENT}
    assert moderated.outcome.attribution.by.name == "Marta Nowak"
    assert moderated.released(loaded().now)


def test_someone_signs_in_who_moderates_for_the_board() -> None:
    member = loaded().services.members.get(f"subject-of-{BOARD_MODERATION}")

    assert member.memberships == {"00000": {"board moderation"}}


def test_loading_it_again_adds_nothing() -> None:
    world = loaded()
    facts, sheets = list(world.memory.facts), dict(world.memory.sheets)

    a_loader(world)(DATA)

    assert world.memory.facts == facts
    assert world.memory.sheets == sheets
