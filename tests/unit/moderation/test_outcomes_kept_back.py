"""Before its release nothing tells a centre that moderation has an outcome, and the board sees it at once."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest

from centremark.domain.moderation.decisions import Arrangement, note_sent
from centremark.domain.shared.actor import BOARD_CENTRE, Actor, Channel, Role
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.errors import AmendmentOpen
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.shared.outcomes import Mark
from centremark.domain.shared.ports import WriteConflict
from centremark.domain.sheet.facts import EntriesChanged, ModerationOutcomeRecorded
from centremark.domain.sheet.moderation import Method, Moderator, WorkState
from centremark.usecases.amendments.amend_marks import AmendMarksCommand, Decision
from centremark.usecases.history.read_history import HISTORY_PAGE
from centremark.usecases.marks.enter_marks import EnterMarksCommand
from centremark.usecases.moderation.moderate import OutcomeFound
from centremark.usecases.submission.submit_marks import SubmitMarksCommand
from tests.support.builders import AGREED, CENTRE, SERIES, SHEET, a_candidate, a_change, a_key, an_actor, an_amendment
from tests.support.entering import enter_candidates
from tests.support.world import World

OFFICER: Final = an_actor(Role.SUBMIT, name="Owen Reid")
MIS: Final = replace(OFFICER, channel=Channel.API)
MODERATOR: Final = an_actor(Role.MODERATION, centre=BOARD_CENTRE, name="Mo Derator")
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


def test_an_outcome_recorded_again_is_kept_back_with_the_one_before_until_the_later_release() -> None:
    world = a_moderated_world()
    record(world, WEEK)
    record(world, 2 * WEEK)

    world.now += WEEK
    assert (shown(world, OFFICER), shown(world, MODERATOR)) == (0, 2)
    world.now += WEEK
    assert shown(world, OFFICER) == 2


def test_an_outcome_kept_back_takes_no_place_on_a_page_of_history() -> None:
    world = a_moderated_world()
    before = world.services.read_history(SHEET, None, OFFICER)
    for _ in range(HISTORY_PAGE):
        record(world, WEEK)

    assert world.services.read_history(SHEET, None, OFFICER) == replace(before, sheet=world.sheets.get(SHEET))
    boards = world.services.read_history(SHEET, None, MODERATOR)
    assert [fact.NAME for fact in boards.facts] == [RECORDED] * HISTORY_PAGE
    assert world.services.read_history(SHEET, boards.before, MODERATOR).facts[-1].NAME == EntriesChanged.NAME


def test_an_outcome_makes_no_version_and_still_loses_nothing_to_a_colleague_who_was_quicker() -> None:
    world = a_moderated_world()
    before = world.sheets.get(SHEET)
    sent, fact = note_sent(before, {CandidateNumber("1001")}, Attribution(OFFICER.by(CENTRE), world.now))
    assert fact
    record(world, WEEK)

    with pytest.raises(WriteConflict):
        world.sheets.save(sent, fact)
    assert world.sheets.get(SHEET).version == before.version


def test_until_the_release_a_centre_goes_on_and_the_board_decides_what_it_asks_for() -> None:
    world = a_moderated_world()
    record(world, WEEK)
    one = CandidateNumber("1001")

    _, asked = world.services.amend_marks(AmendMarksCommand(SHEET, an_amendment(1001), a_key("key-amend-1")), OFFICER)
    sent = world.services.follow_moderation.sent(SHEET, frozenset({one}), "By post", OFFICER)
    with pytest.raises(AmendmentOpen):
        record(world, WEEK)
    world.now += WEEK
    decided = world.services.decide_amendment(SHEET, 1, Decision.ACCEPT, "", MODERATOR)

    assert asked.is_open
    assert sent.moderation
    assert {work.candidate: work.state for work in sent.moderation.sample}[one] is WorkState.SENT
    assert decided.rows[one].outcome == Mark(54)


def test_the_changes_leave_an_outcome_out_and_tell_what_comes_after_it_once() -> None:
    world = a_moderated_world()
    before = world.services.read_changes(CENTRE, SERIES, None, MIS)
    record(world, WEEK)
    kept_back = world.services.read_changes(CENTRE, SERIES, before.since, MIS)
    boards = world.services.read_changes(CENTRE, SERIES, before.since, MODERATOR)
    enter_candidates(world.services, SHEET, [replace(a_candidate(1001), name="JONES Amelia Mair")])
    world.now += WEEK
    after = world.services.read_changes(CENTRE, SERIES, kept_back.since, MIS)
    last = world.services.read_changes(CENTRE, SERIES, after.since, MIS)

    assert (kept_back.facts, kept_back.more) == ([], False)
    assert (boards.facts, kept_back.since) == ([], before.since)
    assert [fact.NAME for _, fact in after.facts] == [EntriesChanged.NAME]
    assert (last.facts, last.more) == ([], False)
