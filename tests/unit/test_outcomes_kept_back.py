"""Before its release nothing tells a centre that moderation has an outcome, and the board sees it at once."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from centremark.domain.actor import BOARD_OFFICE, Actor, Channel, Role
from centremark.domain.facts import EntriesChanged, ModerationOutcomeRecorded
from centremark.domain.moderating import Arrangement
from centremark.domain.moderation import Method, Moderator
from centremark.domain.outcomes import Mark
from centremark.usecases.enter_marks import EnterMarksCommand
from centremark.usecases.moderate import OutcomeFound
from centremark.usecases.read_sheets import HISTORY_PAGE
from centremark.usecases.submit_marks import SubmitMarksCommand
from tests.support.builders import AGREED, CENTRE, SERIES, SHEET, a_candidate, a_change, a_key, an_actor
from tests.support.world import World

OFFICER: Final = an_actor(Role.SUBMIT, name="Owen Reid")
MIS: Final = replace(OFFICER, channel=Channel.API)
MODERATOR: Final = an_actor(Role.MODERATION, centre=BOARD_OFFICE, name="Mo Derator")
ARRANGED: Final = Arrangement(Moderator("Mo Derator", ("1 Exam Street", "Leeds")), Method.POST, 3)
RECORDED: Final = ModerationOutcomeRecorded.NAME
WEEK: Final = timedelta(days=7)


def a_moderated_world() -> World:
    world = World()
    changes = tuple(a_change(number, Mark(number - 956), checked=True) for number in (1001, 1002, 1003))
    saved = world.services.enter_marks(EnterMarksCommand(SHEET, changes, a_key()), OFFICER)
    world.services.submit_marks(
        SubmitMarksCommand(SHEET, frozenset({saved.version}), AGREED, a_key("key-submit-1")), OFFICER
    )
    world.services.confirm_submission(SHEET, 1)
    world.services.start_moderation(SHEET, ARRANGED, MODERATOR)
    return world


def record(world: World, release_in: timedelta) -> None:
    world.services.record_outcome(SHEET, OutcomeFound({}, world.now + release_in, ""), MODERATOR)


def shown(world: World, actor: Actor) -> int:
    """How often the history shows someone that an outcome was recorded."""
    return [fact.NAME for fact in world.services.read_history(SHEET, None, actor).facts].count(RECORDED)


def test_the_history_tells_a_centre_of_an_outcome_from_its_release_on_and_the_board_at_once() -> None:
    world = a_moderated_world()
    record(world, WEEK)

    assert (shown(world, OFFICER), shown(world, MIS), shown(world, MODERATOR)) == (0, 0, 1)
    world.now += WEEK
    assert (shown(world, OFFICER), shown(world, MIS), shown(world, MODERATOR)) == (1, 1, 1)


def test_an_outcome_recorded_anew_is_kept_back_with_the_one_before_until_the_later_release() -> None:
    world = a_moderated_world()
    record(world, WEEK)
    record(world, 2 * WEEK)

    world.now += WEEK
    assert (shown(world, OFFICER), shown(world, MODERATOR)) == (0, 2)
    world.now += WEEK
    assert shown(world, OFFICER) == 2


def test_a_page_of_history_that_keeps_an_outcome_back_still_leads_to_what_is_older() -> None:
    world = a_moderated_world()
    for _ in range(HISTORY_PAGE):
        record(world, WEEK)

    latest = world.services.read_history(SHEET, None, OFFICER)
    older = world.services.read_history(SHEET, latest.before, OFFICER)

    assert latest.facts == []
    assert (older.facts[-1].NAME, older.before) == (EntriesChanged.NAME, None)


def test_the_changes_leave_an_outcome_out_for_a_centre_and_tell_what_comes_after_it_once() -> None:
    world = a_moderated_world()
    before = world.services.read_changes(CENTRE, SERIES, None, MIS)
    record(world, WEEK)
    kept_back = world.services.read_changes(CENTRE, SERIES, before.since, MIS)
    boards = world.services.read_changes(CENTRE, SERIES, before.since, MODERATOR)
    world.services.enter_candidates(SHEET, [replace(a_candidate(1001), name="JONES Amelia Mair")])
    world.now += WEEK
    after = world.services.read_changes(CENTRE, SERIES, kept_back.since, MIS)
    last = world.services.read_changes(CENTRE, SERIES, after.since, MIS)

    assert (kept_back.facts, kept_back.more) == ([], False)
    assert [fact.NAME for _, fact in boards.facts] == [RECORDED]
    assert [fact.NAME for _, fact in after.facts] == [EntriesChanged.NAME]
    assert (last.facts, last.more) == ([], False)
