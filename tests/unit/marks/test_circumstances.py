"""Lost work and special consideration: recorded beside the mark, which is still given."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

import pytest

from centremark.domain.amendments.decisions import request_amendment
from centremark.domain.catalogue.circumstances import Circumstance
from centremark.domain.checks.summary import Summary
from centremark.domain.entries.add import add_entries
from centremark.domain.entries.withdraw import withdraw_entries
from centremark.domain.marks.circumstances import record_circumstance
from centremark.domain.moderation.decisions import attainment
from centremark.domain.shared.actor import BOARD_CENTRE, Role
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.errors import (
    AlreadySubmitted,
    CarriedForward,
    CircumstanceRefused,
    NotFound,
    WindowClosed,
)
from centremark.domain.shared.identifiers import CandidateNumber, SeriesId
from centremark.domain.shared.outcomes import ABSENT, Mark
from centremark.domain.sheet.facts import MarksSubmitted
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.row import Carried
from centremark.usecases.prints.report_model import report_model
from centremark.usecases.sheet.read_sheets import SheetView
from tests.support.builders import (
    AGREED,
    LOST,
    MODERATOR,
    NOON,
    OFFICER,
    SHEET,
    TEACHER,
    a_candidate,
    a_centre,
    a_change,
    a_series,
    a_sheet,
    an_actor,
    an_amendment,
    an_assessment,
)
from tests.support.entering import ENTERED
from tests.support.world import World

ONE, TWO = CandidateNumber("1001"), CandidateNumber("1002")
SPECIAL: Final = Circumstance("S", "Ill in the last week")


def recorded(sheet: MarkSheet, candidate: CandidateNumber = ONE, wanted: Circumstance | None = LOST) -> MarkSheet:
    return record_circumstance(sheet, candidate, wanted, TEACHER, NOON)[0]


def complete() -> MarkSheet:
    """Three checked outcomes; the first candidate's work is lost, the second has special consideration."""
    sheet = a_sheet({1001: Mark(45), 1002: Mark(30), 1003: ABSENT}, checked=True)
    return recorded(recorded(sheet), TWO, SPECIAL)


def test_a_circumstance_stands_beside_the_mark_and_its_tick_and_the_fact_says_who_recorded_it() -> None:
    before = a_sheet({1001: Mark(45)}, checked=True)

    sheet, fact = record_circumstance(before, ONE, LOST, OFFICER, NOON)

    assert fact
    assert sheet.rows[ONE] == replace(before.rows[ONE], circumstance=LOST)
    [change] = fact.changes
    assert (fact.by, change.before.circumstance, change.after.circumstance) == (OFFICER, None, LOST)
    assert record_circumstance(sheet, ONE, LOST, TEACHER, NOON) == (sheet, None)


def test_a_circumstance_takes_no_colleagues_place_and_stays_when_the_mark_changes() -> None:
    sheet = recorded(a_sheet({1001: Mark(45)}))

    changed, fact, _ = sheet.enter([a_change(1001, Mark(46), revision=1)], TEACHER, NOON)

    assert fact
    assert (changed.rows[ONE].outcome, changed.rows[ONE].circumstance) == (Mark(46), LOST)


def test_a_candidate_with_a_circumstance_still_needs_a_mark_or_an_absence() -> None:
    assert ONE in recorded(a_sheet({1001: None})).missing()


def test_a_circumstance_can_be_changed_and_taken_back() -> None:
    other = recorded(recorded(a_sheet()), ONE, SPECIAL)

    assert other.rows[ONE].circumstance == SPECIAL
    assert recorded(other, ONE, None).rows == a_sheet().rows


def test_lost_work_is_not_sampled_and_special_consideration_is() -> None:
    submitted, _ = complete().submit(AGREED, OFFICER, NOON)

    assert attainment(submitted) == {"1002": 30}


def test_a_submission_says_which_candidates_have_which_circumstance_and_not_why() -> None:
    _, fact = complete().submit(AGREED, OFFICER, NOON)

    assert isinstance(fact, MarksSubmitted)
    assert json.loads(fact.document)["circumstances"] == {"1001": "L", "1002": "S"}
    assert "fire" not in fact.document


def test_an_amendment_leaves_the_circumstance() -> None:
    amended, _ = request_amendment(complete().submit(AGREED, OFFICER, NOON)[0], an_amendment(), OFFICER, NOON)

    assert (amended.rows[ONE].outcome, amended.rows[ONE].circumstance) == (Mark(54), LOST)


def test_circumstances_are_counted_and_printed_without_the_reason() -> None:
    roster = {c: a_candidate(int(c)) for c in complete().rows}
    report: dict[str, Any] = report_model(SheetView(complete(), a_centre(), a_series(), roster, NOON))

    assert Summary.of(complete()).circumstances == {"L": 1, "S": 1}
    assert [row["note"] for row in report["rows"]] == ["Lost work", "Special consideration", ""]
    assert {"label": "Lost work", "value": "1"} in report["totals"]
    assert "fire" not in json.dumps(report)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [(Circumstance("X", "Because"), r"L \(Lost work\), S"), (Circumstance("L", "  "), "what happened")],
)
def test_only_what_the_catalogue_defines_is_recorded_and_with_a_reason(wanted: Circumstance, words: str) -> None:
    with pytest.raises(CircumstanceRefused, match=words):
        recorded(a_sheet(), ONE, wanted)


def test_nothing_is_recorded_of_a_row_that_is_not_the_centres_to_change() -> None:
    submitted, _ = complete().submit(AGREED, OFFICER, NOON)
    late, _ = add_entries(submitted, [CandidateNumber("1004")], ENTERED)
    carried, _ = add_entries(a_sheet(), [ONE], ENTERED, carried={ONE: Carried(Mark(41), SeriesId("2026-06"))})
    closed = a_sheet(assessment=an_assessment(closes=NOON - timedelta(days=1)))

    for sheet, error in (
        (submitted, AlreadySubmitted),
        (late, AlreadySubmitted),
        (carried, CarriedForward),
        (closed, WindowClosed),
    ):
        with pytest.raises(error):
            recorded(sheet)
    with pytest.raises(NotFound):
        recorded(a_sheet(), CandidateNumber("7777"))
    assert recorded(late, CandidateNumber("1004")).rows[CandidateNumber("1004")].circumstance == LOST


def test_a_mark_carried_forward_or_a_withdrawal_ends_a_circumstance_and_the_fact_says_which() -> None:
    before = recorded(a_sheet())

    carried, fact = add_entries(before, [ONE], ENTERED, carried={ONE: Carried(Mark(41), SeriesId("2026-06"))})
    _, gone = withdraw_entries(before, [ONE], Attribution(MODERATOR, NOON))

    assert carried.rows[ONE].circumstance is None
    assert fact
    assert gone
    assert fact.carried[0].before.circumstance == gone.withdrawn[0].before.circumstance == replace(LOST, reason="")


def test_whoever_may_enter_marks_records_a_circumstance_and_the_board_sees_it() -> None:
    world = World()

    world.services.record_circumstance(SHEET, ONE, LOST, an_actor(Role.ENTER))

    board = an_actor(Role.MODERATION, centre=BOARD_CENTRE)
    assert world.services.read_sheet(SHEET, board).sheet.rows[ONE].circumstance == LOST
    assert world.ledger.history(SHEET, None, 1)[0].fact.by.name == "Asha Patel"
