from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from centremark.domain.amendments.decisions import request_amendment
from centremark.domain.entries.withdraw import withdraw_entries
from centremark.domain.moderation.decisions import (
    Correction,
    attainment,
    begin,
    correct_sent,
    note_lost,
    note_sent,
    record_outcome,
    request_sample,
)
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.errors import (
    AmendmentOpen,
    Conflict,
    ModerationFinished,
    ModerationNotStarted,
    NotConfirmed,
    NotFound,
    OutcomeRefused,
)
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.shared.outcomes import ABSENT, Grade, GradeScale, Mark, Outcome
from centremark.domain.sheet.facts import Fact
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.moderation import Why, WorkState
from tests.support.builders import (
    MODERATOR,
    NOON,
    OFFICER,
    a_moderation,
    a_sheet,
    a_submitted_sheet,
    an_amendment,
    an_assessment,
)

Attempt = Callable[[datetime], tuple[MarkSheet, Fact | None]]
ONE, TWO, THREE = (CandidateNumber(f"{number}") for number in (1001, 1002, 1003))
DUE = date(2027, 4, 23)
BOARD = Attribution(MODERATOR, NOON)
CENTRE_SAYS = Attribution(OFFICER, NOON + timedelta(days=1), "Tracked")
RELEASE = NOON + timedelta(days=60)


def sampled(outcomes: Mapping[int, Outcome | None] | None = None, *drawn: CandidateNumber) -> MarkSheet:
    """A sheet of 45, 30 and 20 (or those given) in moderation, whose first two candidates' work is asked for."""
    sheet = a_submitted_sheet(outcomes or {1001: Mark(45), 1002: Mark(30), 1003: Mark(20)})
    begun, _ = begin(sheet, a_moderation())
    return request_sample(begun, dict.fromkeys(drawn or (ONE, TWO), Why.DRAWN), 3, DUE, BOARD)[0]


def states(sheet: MarkSheet) -> dict[str, WorkState]:
    assert sheet.moderation
    return {work.candidate: work.state for work in sheet.moderation.sample}


@pytest.mark.parametrize("sheet", [a_sheet(), a_submitted_sheet(confirmed=False)])
def test_moderation_does_not_start_before_every_mark_is_confirmed(sheet: MarkSheet) -> None:
    with pytest.raises(NotConfirmed):
        begin(sheet, a_moderation())


def test_moderation_starts_once_and_keeps_its_seed() -> None:
    begun, fact = begin(a_submitted_sheet(), a_moderation())

    assert fact
    assert fact.moderation == a_moderation()
    assert begin(begun, a_moderation(seed="another")) == (begun, None)


def test_absent_candidates_and_marks_of_nought_are_not_drawn() -> None:
    sheet = a_submitted_sheet({1001: Mark(45), 1002: Mark(0), 1003: ABSENT})

    assert attainment(sheet) == {ONE: 45}


def test_grades_are_drawn_by_their_place_from_the_lowest() -> None:
    graded = an_assessment(GradeScale({"D": "Distinction", "M": "Merit", "P": "Pass"}))
    sheet = a_sheet({1001: Grade("D"), 1002: Grade("P"), 1003: ABSENT}, assessment=graded)

    assert attainment(sheet) == {ONE: 3, TWO: 1}


def test_a_sample_asks_for_work_by_a_day_and_asking_again_for_the_same_changes_nothing() -> None:
    sheet = sampled()

    assert states(sheet) == {"1001": WorkState.ASKED, "1002": WorkState.ASKED}
    assert sheet.moderation
    assert (sheet.moderation.due, sheet.moderation.pool) == (DUE, 3)
    assert request_sample(sheet, {ONE: Why.DRAWN}, 3, DUE, BOARD) == (sheet, None)


def test_more_work_can_be_asked_for_beside_what_was() -> None:
    more, fact = request_sample(note_sent(sampled(), {ONE}, CENTRE_SAYS)[0], {THREE: Why.ADDED}, 4, DUE, BOARD)

    assert fact
    assert states(more) == {"1001": WorkState.SENT, "1002": WorkState.ASKED, "1003": WorkState.ASKED}


def test_a_centre_without_anyone_drawn_is_still_told_when_the_sample_is_asked_for() -> None:
    begun, _ = begin(a_submitted_sheet(), a_moderation())

    asked, fact = request_sample(begun, {}, 40, DUE, BOARD)

    assert fact
    assert asked.moderation
    assert (asked.moderation.sample, asked.moderation.pool) == ((), 40)


def test_the_centre_records_that_work_was_sent_once() -> None:
    sent, fact = note_sent(sampled(), {ONE, TWO}, CENTRE_SAYS)

    assert fact
    assert set(states(sent).values()) == {WorkState.SENT}
    assert sent.moderation
    assert sent.moderation.sample[0].attribution == CENTRE_SAYS
    assert note_sent(sent, {ONE}, BOARD) == (sent, None)


def test_work_recorded_as_sent_by_mistake_is_to_be_sent_again_with_who_said_so_and_why() -> None:
    sent, _ = note_sent(sampled(), {ONE, TWO}, CENTRE_SAYS)
    later = replace(CENTRE_SAYS, at=CENTRE_SAYS.at + timedelta(hours=1), note="")

    corrected, fact = correct_sent(sent, {ONE}, Correction(sent=False, reason="Left on the shelf"), later)

    assert states(corrected) == {"1001": WorkState.ASKED, "1002": WorkState.SENT}
    assert corrected.moderation
    assert corrected.moderation.sample[0].attribution == replace(later, note="Left on the shelf")
    assert fact
    assert (fact.by, fact.reason, fact.version) == (OFFICER, "Left on the shelf", sent.version + 1)


def test_how_work_was_sent_is_corrected_and_the_same_again_changes_nothing() -> None:
    sent, _ = note_sent(sampled(), {ONE, TWO}, CENTRE_SAYS)
    tracked = replace(CENTRE_SAYS, note="AB 123")

    corrected, fact = correct_sent(sent, {ONE, TWO}, Correction(sent=True, reason="A wrong number"), tracked)

    assert corrected.moderation
    assert {work.attribution for work in corrected.moderation.sample} == {tracked}
    assert set(states(corrected).values()) == {WorkState.SENT}
    assert fact
    assert fact.reason == "A wrong number"
    assert correct_sent(corrected, {ONE}, Correction(sent=True, reason="Again"), tracked) == (corrected, None)


@pytest.mark.parametrize("was_sent", [True, False])
def test_only_what_is_recorded_as_sent_is_corrected(*, was_sent: bool) -> None:
    correction = Correction(sent=was_sent, reason="Wrong")

    with pytest.raises(Conflict, match="1002's work is not recorded as sent"):
        correct_sent(note_sent(sampled(), {ONE}, CENTRE_SAYS)[0], {ONE, TWO}, correction, CENTRE_SAYS)
    with pytest.raises(ModerationNotStarted, match="1003's work"):
        correct_sent(sampled(), {THREE}, correction, CENTRE_SAYS)


def test_work_not_sent_after_all_of_a_candidate_withdrawn_meanwhile_is_not_wanted() -> None:
    sent, _ = note_sent(sampled(), {ONE}, CENTRE_SAYS)
    without, _ = withdraw_entries(sent, {ONE}, CENTRE_SAYS)

    corrected, _ = correct_sent(without, {ONE}, Correction(sent=False, reason="Not in the box"), CENTRE_SAYS)

    assert states(corrected)["1001"] is WorkState.WITHDRAWN


def test_only_work_that_was_asked_for_is_sent_or_lost() -> None:
    with pytest.raises(ModerationNotStarted, match="1003's work"):
        note_sent(sampled(), {THREE}, CENTRE_SAYS)
    with pytest.raises(ModerationNotStarted, match="1003's work"):
        note_lost(sampled(), THREE, CENTRE_SAYS)
    with pytest.raises(ModerationNotStarted):
        note_sent(a_submitted_sheet(), {ONE}, CENTRE_SAYS)


def test_lost_work_is_replaced_by_the_nearest_mark_and_the_loss_is_kept_with_its_reason() -> None:
    sheet = sampled({1001: Mark(45), 1002: Mark(30), 1003: Mark(31), 1004: Mark(60)})

    lost, fact = note_lost(sheet, TWO, replace(CENTRE_SAYS, note="Flooded store"))

    assert fact
    assert lost.moderation
    *_, stands_in = lost.moderation.sample
    assert (stands_in.candidate, stands_in.why, stands_in.replaces) == (THREE, Why.REPLACEMENT, TWO)
    assert lost.moderation.sample[1].attribution == replace(CENTRE_SAYS, note="Flooded store")
    assert states(lost)["1002"] is WorkState.LOST
    assert note_lost(lost, TWO, CENTRE_SAYS) == (lost, None)


def test_work_can_be_lost_when_nobody_is_left_to_stand_in() -> None:
    lost, _ = note_lost(sampled({1001: Mark(45), 1002: Mark(30), 1003: ABSENT}), TWO, CENTRE_SAYS)

    assert states(lost) == {"1001": WorkState.ASKED, "1002": WorkState.LOST}


def test_work_that_was_sent_is_not_lost_by_the_centre() -> None:
    sent, _ = note_sent(sampled(), {ONE}, CENTRE_SAYS)

    with pytest.raises(Conflict, match="recorded as sent"):
        note_lost(sent, ONE, CENTRE_SAYS)


@pytest.mark.parametrize("adjusted", [{}, {ONE: Mark(40), TWO: Mark(28)}])
def test_an_outcome_is_kept_apart_from_the_centres_marks(adjusted: dict[CandidateNumber, Outcome]) -> None:
    before = sampled()

    found, fact = record_outcome(before, adjusted, RELEASE, BOARD)

    assert fact.moderation.outcome
    assert dict(fact.moderation.outcome.adjusted) == adjusted
    assert (found.rows, found.submission) == (before.rows, before.submission)


def test_the_centre_sees_an_outcome_from_its_release_on() -> None:
    found, _ = record_outcome(sampled(), {}, RELEASE, BOARD)

    assert found.moderation
    assert found.moderation.released(RELEASE - timedelta(seconds=1)) is None
    assert found.moderation.released(RELEASE) == found.moderation.outcome


def test_an_outcome_can_be_recorded_again_until_it_is_released() -> None:
    found, _ = record_outcome(sampled(), {}, RELEASE, BOARD)

    again, _ = record_outcome(found, {ONE: Mark(40)}, RELEASE, replace(BOARD, at=RELEASE - timedelta(days=1)))

    assert again.moderation
    assert again.moderation.outcome
    assert again.moderation.outcome.adjusted == ((ONE, Mark(40)),)
    with pytest.raises(ModerationFinished):
        record_outcome(again, {}, RELEASE, replace(BOARD, at=RELEASE))


def test_there_is_no_outcome_of_work_nobody_asked_for() -> None:
    with pytest.raises(ModerationNotStarted):
        record_outcome(a_submitted_sheet(), {}, RELEASE, BOARD)
    with pytest.raises(ModerationNotStarted, match="No sample"):
        record_outcome(begin(a_submitted_sheet(), a_moderation())[0], {}, RELEASE, BOARD)


def test_adjusted_marks_are_of_entered_candidates_and_on_the_scale() -> None:
    with pytest.raises(NotFound):
        record_outcome(sampled(), {CandidateNumber("9999"): Mark(1)}, RELEASE, BOARD)
    with pytest.raises(OutcomeRefused):
        record_outcome(sampled(), {ONE: Mark(71)}, RELEASE, BOARD)


def test_an_open_amendment_is_decided_before_the_outcome() -> None:
    asked, _ = request_amendment(sampled(), an_amendment(), OFFICER, NOON)

    with pytest.raises(AmendmentOpen):
        record_outcome(asked, {}, RELEASE, BOARD)


def test_an_outcome_keeps_the_centre_from_amending_sending_correcting_or_losing_work_from_its_release_on() -> None:
    found, _ = record_outcome(sampled(), {}, RELEASE, BOARD)
    found_sent, _ = record_outcome(note_sent(sampled(), {ONE}, CENTRE_SAYS)[0], {}, RELEASE, BOARD)

    attempts: tuple[Attempt, ...] = (
        lambda at: request_amendment(found, an_amendment(), OFFICER, at),
        lambda at: note_sent(found, {ONE}, replace(CENTRE_SAYS, at=at)),
        lambda at: note_lost(found, ONE, replace(CENTRE_SAYS, at=at)),
        lambda at: correct_sent(
            found_sent, {ONE}, Correction(sent=False, reason="Forgotten"), replace(CENTRE_SAYS, at=at)
        ),
        lambda at: request_sample(found, {THREE: Why.ADDED}, 3, DUE, replace(BOARD, at=at)),
    )
    for attempt in attempts:
        assert attempt(RELEASE - timedelta(seconds=1))[1]
        with pytest.raises(ModerationFinished):
            attempt(RELEASE)
