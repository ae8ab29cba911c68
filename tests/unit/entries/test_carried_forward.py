"""Marks carried forward from an earlier series: the board's to set, locked for the centre, and never sampled."""

import json
from dataclasses import replace
from datetime import date
from typing import Any, Final

import pytest

from centremark.domain.amendments.decisions import request_amendment
from centremark.domain.checks.candidate_queries import queries
from centremark.domain.checks.summary import Summary
from centremark.domain.entries.add import add_entries
from centremark.domain.entries.withdraw import withdraw_entries
from centremark.domain.files.preview import LineResult
from centremark.domain.moderation.decisions import attainment, begin, record_outcome, request_sample
from centremark.domain.shared.actor import BOARD_ACTOR, BOARD_CENTRE, Role
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.errors import (
    AlreadySubmitted,
    AmendmentRefused,
    CarriedForward,
    NotEarlier,
    OutcomeRefused,
)
from centremark.domain.shared.identifiers import CandidateNumber, CentreNumber, SeriesId
from centremark.domain.shared.outcomes import ABSENT, Grade, Mark
from centremark.domain.sheet.facts import MarksSubmitted
from centremark.domain.sheet.mark_sheet import MarkSheet, Result, Status
from centremark.domain.sheet.row import Carried, Change, Row
from centremark.usecases.prints.report_model import report_model
from centremark.usecases.prints.slips_model import slips_model
from centremark.usecases.sheet.read_sheets import SheetView
from tests.support.builders import (
    AGREED,
    MODERATOR,
    NOON,
    OFFICER,
    SHEET,
    TEACHER,
    a_candidate,
    a_centre,
    a_change,
    a_moderation,
    a_series,
    a_sheet,
    a_tick,
    an_actor,
    an_amendment,
)
from tests.support.entering import ENTERED
from tests.support.uploading import a_csv, accept, sent_and_checked
from tests.support.world import World

ONE, LATE = CandidateNumber("1001"), CandidateNumber("1004")
JUNE_2026: Final = SeriesId("2026-06")
FORTY_ONE: Final = {ONE: Carried(Mark(41), JUNE_2026)}
TEACHES: Final = an_actor(Role.ENTER)
OPERATOR: Final = an_actor(Role.OPERATOR, centre=BOARD_CENTRE, name="Olu Perator")


def carried(sheet: MarkSheet | None = None) -> MarkSheet:
    """Candidates 1001 to 1003, of whom the first has 41 carried forward."""
    return add_entries(sheet or a_sheet(), [ONE], ENTERED, carried=FORTY_ONE)[0]


def submitted() -> MarkSheet:
    marks = [a_change(1002, Mark(30), checked=True), a_change(1003, ABSENT, checked=True)]
    return carried().enter(marks, TEACHER, NOON)[0].submit(AGREED, OFFICER, NOON)[0]


def test_a_carried_mark_is_complete_from_the_start_and_the_fact_has_the_row_before_and_after() -> None:
    sheet, fact = add_entries(a_sheet({1001: Mark(9), 1002: None}), [ONE, LATE], ENTERED, carried=FORTY_ONE)

    assert fact
    assert sheet.rows[ONE] == Row(Mark(41), checked=True, revision=2, entered_by=BOARD_ACTOR.id, carried=JUNE_2026)
    assert ONE not in sheet.missing()
    assert [(change.candidate, change.before.outcome) for change in fact.carried] == [(ONE, Mark(9))]
    assert fact.entered == (LATE,)
    assert sheet.people == {BOARD_ACTOR.id: BOARD_ACTOR.name}


@pytest.mark.parametrize(
    "change",
    [
        a_change(1001, Mark(42), revision=1),
        a_change(1001, Mark(42)),
        a_change(1001, None, revision=1),
        a_tick(1001, checked=False),
    ],
)
def test_the_centre_cannot_change_clear_or_untick_what_is_carried_forward(change: Change) -> None:
    sheet = carried()

    same, fact, [answer] = sheet.enter([change], TEACHER, NOON)

    assert (same, fact, answer.result, answer.code) == (sheet, None, Result.REFUSED, "carried-forward")
    assert "June 2026" in answer.detail


def test_sending_the_carried_mark_itself_changes_nothing() -> None:
    _, fact, [answer] = carried().enter([a_change(1001, Mark(41), checked=True)], TEACHER, NOON)

    assert (fact, answer.result) == (None, Result.UNCHANGED)


def test_a_submission_holds_the_mark_and_says_which_series_it_is_from() -> None:
    marks = [a_change(1002, Mark(30), checked=True), a_change(1003, ABSENT, checked=True)]
    _, fact = carried().enter(marks, TEACHER, NOON)[0].submit(AGREED, OFFICER, NOON)

    assert isinstance(fact, MarksSubmitted)
    document = json.loads(fact.document)
    assert document["outcomes"] == {"1001": "41", "1002": "30", "1003": "A"}
    assert document["carried_forward"] == {"1001": "2026-06"}


def test_carried_marks_are_not_sampled_not_asked_about_and_counted_apart() -> None:
    sheet = submitted()

    assert attainment(sheet) == {"1002": 30}
    nought, _ = add_entries(a_sheet(), [ONE], ENTERED, carried={ONE: Carried(Mark(0), JUNE_2026)})
    assert not queries(nought.rows)
    assert Summary.of(sheet).carried == 1


def test_nobody_amends_or_adjusts_a_carried_mark() -> None:
    with pytest.raises(AmendmentRefused, match="carried forward from June 2026"):
        request_amendment(submitted(), an_amendment(1001, Mark(41)), OFFICER, NOON)

    told = Attribution(MODERATOR, NOON)
    begun, _ = begin(submitted().confirm(1, NOON)[0], a_moderation())
    asked, _ = request_sample(begun, {}, 1, NOON.date(), told)
    with pytest.raises(CarriedForward):
        record_outcome(asked, {ONE: Mark(44)}, NOON, told)


def test_entering_the_candidate_again_without_the_mark_leaves_them_to_the_centre() -> None:
    freed, fact = add_entries(carried(), [ONE], ENTERED)

    assert fact
    assert freed.rows[ONE] == Row(revision=2)
    assert freed.enter([a_change(1001, Mark(5), revision=2)], TEACHER, NOON)[1]


def test_entering_the_candidate_again_with_the_same_mark_changes_nothing() -> None:
    sheet = carried()

    assert add_entries(sheet, [ONE], ENTERED, carried=FORTY_ONE) == (sheet, None)


def test_a_withdrawal_takes_a_carried_mark_away_and_keeps_it_in_the_fact() -> None:
    left, fact = withdraw_entries(carried(), [ONE], Attribution(MODERATOR, NOON, "Not entered after all"))

    assert fact
    assert ONE not in left.rows
    assert fact.withdrawn[0].before.carried == JUNE_2026


def test_once_submitted_a_mark_is_carried_forward_by_withdrawing_and_entering_again() -> None:
    sheet = submitted()
    for candidates, marks in (([ONE], {}), (["1002"], {CandidateNumber("1002"): Carried(Mark(1), JUNE_2026)})):
        with pytest.raises(AlreadySubmitted, match="Withdraw the candidate"):
            add_entries(sheet, map(CandidateNumber, candidates), ENTERED, carried=marks)

    late, _ = add_entries(sheet, [LATE], ENTERED, carried={LATE: Carried(Mark(12), JUNE_2026)})
    again, fact = late.submit(AGREED, OFFICER, NOON)
    assert (again.status, json.loads(fact.document)["carried_forward"]) == (Status.SUBMITTED, {"1004": "2026-06"})


@pytest.mark.parametrize(
    ("given", "error"),
    [
        (Carried(Mark(71), JUNE_2026), OutcomeRefused),
        (Carried(Grade("P"), JUNE_2026), OutcomeRefused),
        (Carried(Mark(41), SHEET.series), NotEarlier),
        (Carried(Mark(41), SeriesId("2027-11")), NotEarlier),
    ],
)
def test_only_a_mark_of_the_scale_and_of_an_earlier_series_is_carried_forward(
    given: Carried, error: type[Exception]
) -> None:
    with pytest.raises(error):
        add_entries(a_sheet(), [ONE], ENTERED, carried={ONE: given})


def test_the_board_enters_a_candidate_with_a_mark_carried_forward_and_loading_it_again_changes_nothing() -> None:
    world = World()

    first, again = (
        world.services.change_entries.enter(SHEET, [a_candidate(1001)], "Entered late", OPERATOR, FORTY_ONE)
        for _ in range(2)
    )

    assert (first.version, first.rows[ONE].carried, again) == (2, JUNE_2026, first)


def the_view(sheet: MarkSheet) -> SheetView:
    roster = {number: a_candidate(int(number)) for number in sheet.rows}
    roster[ONE] = replace(roster[ONE], former="SMITH Amelia", moved_from=CentreNumber("58410"))
    return SheetView(sheet, a_centre(), a_series(), roster, NOON)


def test_the_report_says_below_the_name_where_a_mark_and_its_candidate_come_from() -> None:
    report: dict[str, Any] = report_model(the_view(submitted()))

    assert [row["note"] for row in report["rows"]] == [
        "Formerly SMITH Amelia; moved from centre 58410; carried forward from June 2026",
        "",
        "",
    ]
    assert {"label": "Carried forward", "value": "1"} in report["totals"]


def test_a_slip_tells_the_candidate_that_the_mark_is_carried_forward() -> None:
    model: dict[str, Any] = slips_model(the_view(submitted()), None, date(2027, 5, 3))

    assert [slip["outcome"] for slip in model["slips"]] == [
        "41 out of 70, carried forward from June 2026",
        "30 out of 70",
        "Absent: no work was submitted",
    ]


def test_a_file_may_repeat_a_carried_mark_and_not_change_it() -> None:
    world = World()
    world.services.change_entries.enter(SHEET, [a_candidate(1001)], "Entered late", OPERATOR, FORTY_ONE)

    same, other = (
        sent_and_checked(world, a_csv((1001, mark), (1002, "9")), TEACHES, key=f"key-of-{mark}")
        for mark in ("41", "42")
    )

    lines = [world.services.read_preview(upload.id, TEACHES)[0] for upload in (same, other)]
    assert [line.result for line in lines] == [LineResult.UNCHANGED, LineResult.REFUSED]
    assert (lines[1].code, "June 2026" in lines[1].problem, bool(lines[1].cure)) == ("carried-forward", True, True)
    accept(world, same, TEACHES, checked=True)
    assert world.sheets.get(SHEET).rows[ONE].carried == JUNE_2026
