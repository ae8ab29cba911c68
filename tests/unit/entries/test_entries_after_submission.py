"""Late entries, whose marks are a submission of their own, and withdrawals, which remove nothing from history."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest

from centremark.domain.amendments.decisions import request_amendment
from centremark.domain.board.board_line import BoardLine
from centremark.domain.entries.add import add_entries
from centremark.domain.entries.withdraw import withdraw_entries
from centremark.domain.moderation.decisions import (
    attainment,
    begin,
    note_lost,
    note_sent,
    record_outcome,
    request_sample,
)
from centremark.domain.shared.actor import BOARD_CENTRE, Role
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.errors import (
    AlreadySubmitted,
    AmendmentOpen,
    AmendmentRefused,
    Conflict,
    Forbidden,
    ModerationFinished,
    NotConfirmed,
    NotFound,
)
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.shared.outcomes import Mark
from centremark.domain.sheet.facts import AmendmentApplied, EntriesChanged, MarksSubmitted
from centremark.domain.sheet.mark_sheet import MarkSheet, Result, Status
from centremark.domain.sheet.moderation import Why, WorkState
from centremark.usecases.marks.enter_marks import EnterMarksCommand
from centremark.usecases.submission.submit_marks import SubmitMarksCommand
from tests.support.builders import (
    AGREED,
    DEADLINE,
    MODERATOR,
    NOON,
    OFFICER,
    SHEET,
    TEACHER,
    a_candidate,
    a_change,
    a_key,
    a_moderation,
    a_submitted_sheet,
    an_actor,
    an_amendment,
)
from tests.support.doing import REPORT
from tests.support.entering import ENTERED
from tests.support.trail import facts_of
from tests.support.world import World
from tests.unit.moderation.test_moderating import mark_all, sample_of, start

ONE, LATE = CandidateNumber("1001"), CandidateNumber("1004")
OPERATOR: Final = an_actor(Role.OPERATOR, centre=BOARD_CENTRE, name="Olu Perator")
CENTRES: Final = an_actor(Role.SUBMIT, name="Owen Reid")
BOARD: Final = Attribution(MODERATOR, NOON, "Moved away")


def with_a_late_entry(mark: int | None = 30) -> MarkSheet:
    """A confirmed sheet with one candidate entered since, whose mark, if given, is entered and checked."""
    sheet, _ = add_entries(a_submitted_sheet(), [LATE], ENTERED)
    return sheet if mark is None else sheet.enter([a_change(1004, Mark(mark), checked=True)], TEACHER, NOON)[0]


def test_a_late_entry_opens_its_own_row_and_no_other() -> None:
    sheet, fact, answers = with_a_late_entry(None).enter(
        [a_change(1004, Mark(30)), a_change(1001, Mark(9), revision=1)], TEACHER, NOON
    )

    assert fact
    assert [(answer.result, answer.code) for answer in answers] == [
        (Result.SAVED, ""),
        (Result.REFUSED, "already-submitted"),
    ]
    assert (sheet.rows[ONE].outcome, sheet.rows[LATE].outcome) == (Mark(45), Mark(30))


def test_a_supplementary_submission_holds_the_late_entries_alone() -> None:
    before = with_a_late_entry()

    sent, fact = before.submit(AGREED, OFFICER, DEADLINE + timedelta(days=1))

    assert isinstance(fact, MarksSubmitted)
    document = json.loads(fact.document)
    assert document["outcomes"] == {"1004": "30"}
    assert document["supplements"] == "64235-H446-03-2027-06-1"
    assert (fact.submission.number, fact.submission.candidates, fact.submission.late) == (2, 1, True)
    assert (sent.late, sent.status) == (frozenset(), Status.SUBMITTED)
    with pytest.raises(AlreadySubmitted):
        sent.submit(AGREED, OFFICER, NOON)


def test_an_amendment_beside_a_late_entry_leaves_it_with_the_centre() -> None:
    amended, fact = request_amendment(with_a_late_entry(), an_amendment(), OFFICER, NOON)

    assert isinstance(fact, AmendmentApplied)
    assert sorted(json.loads(fact.document)["outcomes"]) == ["1001", "1002", "1003"]
    assert amended.late == {LATE}
    with pytest.raises(AmendmentRefused, match="not submitted yet"):
        request_amendment(with_a_late_entry(), an_amendment(1004, Mark(30)), OFFICER, NOON)


def test_moderation_waits_for_late_entries_and_draws_from_submitted_marks() -> None:
    sheet = with_a_late_entry()

    assert LATE not in attainment(sheet)
    with pytest.raises(NotConfirmed, match="waiting for late entries"):
        begin(sheet, a_moderation())


def test_a_withdrawal_keeps_the_row_in_the_fact_and_takes_the_candidate_off_the_sheet() -> None:
    before = a_submitted_sheet()

    after, fact = withdraw_entries(before, [ONE, CandidateNumber("9999")], BOARD)

    assert fact
    [change] = fact.withdrawn
    assert (change.candidate, change.before, fact.reason) == (ONE, before.rows[ONE], "Moved away")
    assert ONE not in after.rows
    assert after.submission == before.submission
    assert withdraw_entries(after, [ONE], BOARD) == (after, None)


def test_a_late_entry_that_is_withdrawn_leaves_nothing_to_submit() -> None:
    after, _ = withdraw_entries(with_a_late_entry(), [LATE], BOARD)

    with pytest.raises(AlreadySubmitted):
        after.submit(AGREED, OFFICER, NOON)


def with_withdrawn_work() -> MarkSheet:
    """Of three candidates asked for their work one was withdrawn, one after sending it."""
    begun, _ = begin(a_submitted_sheet({1001: Mark(45), 1002: Mark(30), 1003: Mark(20)}), a_moderation())
    two, three = CandidateNumber("1002"), CandidateNumber("1003")
    asked, _ = request_sample(begun, dict.fromkeys((ONE, two, three), Why.EVERYONE), 3, NOON.date(), BOARD)
    sent, _ = note_sent(asked, {two}, Attribution(OFFICER, NOON))
    return withdraw_entries(sent, [ONE, two], BOARD)[0]


def test_work_asked_of_a_withdrawn_candidate_need_not_be_sent_and_what_was_sent_stays_so() -> None:
    after = with_withdrawn_work()

    assert after.moderation
    withdrawn, sent, asked = after.moderation.sample
    assert (withdrawn.state, withdrawn.attribution) == (WorkState.WITHDRAWN, BOARD)
    assert (sent.state, asked.state) == (WorkState.SENT, WorkState.ASKED)
    assert note_sent(after, {ONE}, Attribution(OFFICER, NOON)) == (after, None)
    with pytest.raises(Conflict, match="1001 was withdrawn"):
        note_lost(after, ONE, Attribution(OFFICER, NOON))


def test_the_board_counts_no_work_of_a_withdrawn_candidate() -> None:
    after = with_withdrawn_work()

    line = BoardLine.of(after)
    assert (line.sampled, line.sent) == (2, 1)


def test_nobody_is_withdrawn_out_of_an_open_amendment() -> None:
    asked, _ = request_amendment(replace(a_submitted_sheet(), moderation=a_moderation()), an_amendment(), OFFICER, NOON)

    with pytest.raises(AmendmentOpen, match="amendment 1"):
        withdraw_entries(asked, [ONE], BOARD)


def test_once_there_is_an_outcome_entries_stand() -> None:
    asked, _ = request_sample(begin(a_submitted_sheet(), a_moderation())[0], {}, 1, NOON.date(), BOARD)
    found, _ = record_outcome(asked, {}, NOON, BOARD)

    with pytest.raises(ModerationFinished):
        add_entries(found, [LATE], ENTERED)
    with pytest.raises(ModerationFinished):
        withdraw_entries(found, [ONE], BOARD)


def add_late(world: World, mark: int) -> None:
    """Enter one candidate after submission, and send and confirm the supplementary submission."""
    world.services.change_entries.enter(SHEET, [a_candidate(9001)], "Entered late", OPERATOR)
    change = (a_change(9001, Mark(mark), checked=True),)
    saved = world.services.enter_marks(EnterMarksCommand(SHEET, change, a_key("marks-of-late")), CENTRES)
    command = SubmitMarksCommand(SHEET, frozenset({saved.version}), AGREED, a_key("submit-late"))
    world.services.submit_marks(command, CENTRES)
    world.services.confirm_submission(SHEET, 2)


@pytest.mark.parametrize(("mark", "why"), [(70, Why.HIGHEST), (1, Why.LOWEST)])
def test_a_sample_is_topped_up_once_when_a_late_entry_is_beyond_it(mark: int, why: Why) -> None:
    world = World()
    mark_all(world)
    before = sample_of(start(world))
    add_late(world, mark)

    world.services.top_up_sample(SHEET)
    world.services.top_up_sample(SHEET)

    after = sample_of(world.sheets.get(SHEET))
    assert {candidate: reason for candidate, reason in after.items() if candidate not in before} == {"9001": why}


def test_a_sample_of_the_right_size_is_not_topped_up_for_an_ordinary_late_entry() -> None:
    world = World()
    mark_all(world)
    before = sample_of(start(world))
    add_late(world, 30)

    world.services.top_up_sample(SHEET)

    assert sample_of(world.sheets.get(SHEET)) == before


def test_late_entries_are_printed_once_they_are_submitted() -> None:
    world = World()
    mark_all(world)
    world.services.change_entries.enter(SHEET, [a_candidate(9001)], "Entered late", OPERATOR)
    world.services.make_print(REPORT)
    [model] = world.prints.printed.values()

    assert len(list(model["rows"])) == 30  # pyright: ignore[reportArgumentType, reportUnknownArgumentType]


def test_the_operators_alone_change_entries() -> None:
    world = World()

    for actor in (CENTRES, an_actor(Role.MODERATION, centre=BOARD_CENTRE)):
        with pytest.raises(Forbidden):
            world.services.change_entries.enter(SHEET, [a_candidate(1009)], "Entered late", actor)
        with pytest.raises(Forbidden):
            world.services.change_entries.withdraw(SHEET, frozenset({ONE}), "", actor)
    with pytest.raises(NotFound):
        world.services.change_entries.withdraw(SHEET, frozenset({ONE}), "", an_actor(Role.SUBMIT, centre=BOARD_CENTRE))


def test_a_withdrawal_before_submission_leaves_a_sheet_that_can_be_submitted() -> None:
    world = World()
    changes = tuple(a_change(number, Mark(9), checked=True) for number in (1001, 1002))
    world.services.enter_marks(EnterMarksCommand(SHEET, changes, a_key()), CENTRES)

    left = world.services.change_entries.withdraw(SHEET, frozenset({CandidateNumber("1003")}), "Left", OPERATOR)
    world.services.submit_marks(
        SubmitMarksCommand(SHEET, frozenset({left.version}), AGREED, a_key("submit-1")), CENTRES
    )

    entries = facts_of(world.ledger, SHEET)[1]
    assert isinstance(entries, EntriesChanged)
    assert entries.withdrawn[0].candidate == "1003"
