import json
from datetime import timedelta
from hashlib import sha256

import pytest

from centremark.domain.checks.summary import Summary
from centremark.domain.entries.add import add_entries
from centremark.domain.shared.actor import By
from centremark.domain.shared.errors import (
    AlreadySubmitted,
    Conflict,
    DeclarationIncomplete,
    SheetIncomplete,
    WindowClosed,
)
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.shared.outcomes import ABSENT, Grade, GradeScale, Mark, MarkScale
from centremark.domain.sheet.declaration import DECLARATION, Agreement
from centremark.domain.sheet.mark_sheet import Answer, MarkSheet, Missing, Result, Status
from centremark.domain.sheet.row import UNCHANGED, Change, Flag, Row
from tests.support.builders import (
    AGREED,
    DEADLINE,
    NOON,
    OFFICER,
    OPENS,
    SHEET,
    TEACHER,
    a_candidate,
    a_change,
    a_flag,
    a_sheet,
    a_tick,
    an_assessment,
)
from tests.support.entering import ENTERED

FIRST, SECOND, THIRD = (CandidateNumber(str(n)) for n in (1001, 1002, 1003))


def a_complete_sheet() -> MarkSheet:
    return a_sheet({1001: Mark(45), 1002: Mark(0), 1003: ABSENT}, checked=True)


def test_a_mark_is_saved_and_the_fact_says_what_it_was_before() -> None:
    sheet, fact, [answer] = a_sheet().enter([a_change(1001, Mark(45))], TEACHER, NOON)

    assert sheet.rows[FIRST] == Row(Mark(45), checked=False, revision=1, entered_by=TEACHER.id)
    assert answer.result is Result.SAVED
    assert fact
    assert (fact.version, fact.by, fact.at) == (2, TEACHER, NOON)
    assert [(c.candidate, c.before.outcome, c.after.outcome) for c in fact.changes] == [(FIRST, None, Mark(45))]


def test_one_bad_row_never_stops_the_others() -> None:
    changes = [a_change(1001, Mark(71)), a_change(1002, Mark(70)), a_change(9999, Mark(1)), a_change(1003, ABSENT)]

    sheet, _, answers = a_sheet().enter(changes, TEACHER, NOON)

    assert [(a.result, a.code) for a in answers] == [
        (Result.REFUSED, "outcome-refused"),
        (Result.SAVED, ""),
        (Result.REFUSED, "candidate-not-entered"),
        (Result.SAVED, ""),
    ]
    assert sheet.entered == 2


def test_a_candidate_named_twice_in_one_save_is_refused_the_second_time() -> None:
    sheet, _, answers = a_sheet().enter([a_change(1001, Mark(4)), a_change(1001, Mark(5))], TEACHER, NOON)

    assert [a.result for a in answers] == [Result.SAVED, Result.REFUSED]
    assert answers[1].code == "candidate-repeated"
    assert sheet.rows[FIRST].outcome == Mark(4)


def test_a_change_decided_on_an_older_row_is_told_what_the_row_now_is() -> None:
    sheet = a_sheet({1001: Mark(47)})

    _, fact, [answer] = sheet.enter([a_change(1001, Mark(45), revision=0)], TEACHER, NOON)

    assert fact is None
    assert (answer.result, answer.code) == (Result.CONFLICT, "revision-conflict")
    assert answer.row == Row(Mark(47), checked=False, revision=1, entered_by=TEACHER.id)


def test_wanting_what_is_already_so_is_no_conflict_and_no_change() -> None:
    _, fact, [answer] = a_sheet({1001: Mark(47)}).enter([a_change(1001, Mark(47), revision=0)], TEACHER, NOON)

    assert fact is None
    assert answer.result is Result.UNCHANGED


def test_a_tick_belongs_to_the_mark_it_was_made_for() -> None:
    ticked, *_ = a_sheet({1001: Mark(45)}).enter([a_tick(1001)], TEACHER, NOON)
    assert ticked.rows[FIRST].checked

    changed, *_ = ticked.enter([a_change(1001, Mark(46), revision=2)], TEACHER, NOON)
    assert not changed.rows[FIRST].checked


def test_a_new_mark_may_come_with_its_own_tick() -> None:
    sheet, *_ = a_complete_sheet().enter([a_change(1001, Mark(46), revision=1, checked=True)], TEACHER, NOON)

    assert sheet.rows[FIRST] == Row(Mark(46), checked=True, revision=2, entered_by=TEACHER.id)


def test_an_outcome_is_its_givers_whoever_ticks_it() -> None:
    entered, *_ = a_sheet().enter([a_change(1001, Mark(45)), a_change(1002, ABSENT)], TEACHER, NOON)
    ticked, *_ = entered.enter([a_tick(1001), a_change(1002, Mark(7), revision=1)], OFFICER, NOON)

    assert [ticked.rows[c].entered_by for c in (FIRST, SECOND, THIRD)] == [TEACHER.id, OFFICER.id, ""]
    assert ticked.people == {TEACHER.id: "Asha Patel", OFFICER.id: "Owen Reid"}


def test_saying_again_what_someone_else_entered_leaves_it_theirs() -> None:
    sheet, *_ = a_sheet({1001: Mark(45)}).enter([a_change(1001, Mark(45), revision=1, checked=True)], OFFICER, NOON)

    assert sheet.rows[FIRST] == Row(Mark(45), checked=True, revision=2, entered_by=TEACHER.id)
    assert sheet.people == {TEACHER.id: "Asha Patel"}


def test_a_sheet_names_only_those_whose_outcomes_stand_and_by_their_latest_name() -> None:
    sheet = a_sheet({1001: Mark(45), 1002: Mark(46)})
    married = By(TEACHER.id, "Asha Reid", TEACHER.channel)

    renamed, *_ = sheet.enter([a_change(1001, Mark(44), revision=1)], married, NOON)
    replaced, *_ = renamed.enter([a_change(n, Mark(1), revision=r) for n, r in ((1001, 2), (1002, 1))], OFFICER, NOON)
    cleared, *_ = replaced.enter([a_change(n, None, revision=r) for n, r in ((1001, 3), (1002, 2))], OFFICER, NOON)

    assert renamed.people == {TEACHER.id: "Asha Reid"}
    assert replaced.people == {OFFICER.id: "Owen Reid"}
    assert cleared.people == {}


def enter_with_second_checker(sheet: MarkSheet, change: Change, by: By) -> tuple[MarkSheet, Answer]:
    changed, _, [answer] = sheet.enter([change], by, NOON, second_checker=True)
    return changed, answer


@pytest.mark.parametrize(
    ("sheet", "change"),
    [
        (a_sheet({1001: Mark(45)}), a_tick(1001)),
        (a_sheet({1001: ABSENT}), a_tick(1001)),
        (a_sheet(), a_change(1001, Mark(45), checked=True)),
        (a_sheet({1001: Mark(45)}, by=OFFICER), a_change(1001, Mark(46), revision=1, checked=True)),
        (a_sheet({1001: Mark(45)}, checked=True, by=OFFICER), a_change(1001, Mark(46), revision=1, checked=True)),
    ],
    ids=["a mark", "an absence", "entered and ticked at once", "a colleague's changed", "a ticked one changed"],
)
def test_with_a_second_checker_nobody_ticks_what_they_entered(sheet: MarkSheet, change: Change) -> None:
    after, answer = enter_with_second_checker(sheet, change, TEACHER)

    assert (answer.result, answer.code) == (Result.REFUSED, "second-checker-needed")
    assert "colleague" in answer.detail
    assert after is sheet


@pytest.mark.parametrize(
    ("sheet", "change"),
    [
        (a_sheet({1001: Mark(45)}), a_tick(1001)),
        (a_sheet({1001: Mark(45)}), a_change(1001, Mark(45), revision=1, checked=True)),
    ],
    ids=["a tick", "a tick that says the mark again"],
)
def test_a_second_checker_ticks_what_a_colleague_entered(sheet: MarkSheet, change: Change) -> None:
    after, answer = enter_with_second_checker(sheet, change, OFFICER)

    assert answer.result is Result.SAVED
    assert after.rows[FIRST] == Row(Mark(45), checked=True, revision=2, entered_by=TEACHER.id)


def test_with_a_second_checker_whoever_entered_an_outcome_may_still_change_it_and_take_its_tick_off() -> None:
    ticked = a_sheet({1001: Mark(45)}, checked=True)

    changed, _ = enter_with_second_checker(ticked, a_change(1001, Mark(46), revision=1), TEACHER)
    unticked, _ = enter_with_second_checker(ticked, a_tick(1001, checked=False), TEACHER)
    again, answer = enter_with_second_checker(ticked, a_tick(1001), TEACHER)

    assert changed.rows[FIRST] == Row(Mark(46), checked=False, revision=2, entered_by=TEACHER.id)
    assert not unticked.rows[FIRST].checked
    assert (answer.result, again) == (Result.UNCHANGED, ticked)


def test_an_outcome_kept_from_before_people_were_may_be_ticked_by_anyone() -> None:
    sheet = MarkSheet(SHEET, an_assessment(), {FIRST: Row(Mark(45), checked=False, revision=1)}, version=1)

    assert enter_with_second_checker(sheet, a_tick(1001), TEACHER)[1].result is Result.SAVED


def test_there_is_nothing_to_check_without_a_mark() -> None:
    _, _, [answer] = a_sheet().enter([Change(FIRST, 0, UNCHANGED, checked=True)], TEACHER, NOON)

    assert (answer.result, answer.code) == (Result.REFUSED, "nothing-to-check")


def test_a_flag_says_who_doubts_a_mark_since_when_and_takes_its_tick_off() -> None:
    sheet, fact, [answer] = a_sheet({1001: Mark(45)}, checked=True).enter([a_flag(1001)], OFFICER, NOON)

    row = Row(Mark(45), checked=False, revision=2, entered_by=TEACHER.id, flag=Flag(OFFICER.id, NOON))
    assert (answer.result, sheet.rows[FIRST]) == (Result.SAVED, row)
    assert sheet.people == {TEACHER.id: TEACHER.name, OFFICER.id: OFFICER.name}
    assert fact
    assert (fact.by, fact.changes[0].after) == (OFFICER, row)


def test_a_flagged_mark_keeps_a_sheet_from_being_submitted_until_it_is_ticked() -> None:
    flagged, _, _ = a_sheet({1001: Mark(45)}, checked=True).enter([a_flag(1001)], OFFICER, NOON)

    with pytest.raises(SheetIncomplete):
        flagged.submit(AGREED, OFFICER, NOON)

    ticked, _, _ = flagged.enter([a_tick(1001, revision=2)], TEACHER, NOON)
    assert ticked.rows[FIRST].flag is None
    assert ticked.people.keys() == {TEACHER.id}
    assert ticked.submit(AGREED, OFFICER, NOON)[0].status is Status.SUBMITTED


@pytest.mark.parametrize(
    "change",
    [
        Change(FIRST, 2, flagged=False),
        Change(FIRST, 2, checked=True),
        Change(FIRST, 2, Mark(46)),
        Change(FIRST, 2, None),
    ],
)
def test_a_flag_goes_when_anyone_lifts_it_ticks_the_mark_or_changes_it(change: Change) -> None:
    flagged, _, _ = a_sheet({1001: Mark(45)}).enter([a_flag(1001)], OFFICER, NOON)

    sheet, fact, _ = flagged.enter([change], TEACHER, NOON)

    assert sheet.rows[FIRST].flag is None
    assert fact
    assert (fact.by, fact.changes[0].before.flag) == (TEACHER, Flag(OFFICER.id, NOON))


def test_the_first_flag_stays_its_setters_and_a_new_mark_may_bring_its_own() -> None:
    flagged, _, _ = a_sheet({1001: Mark(45)}).enter([a_flag(1001)], OFFICER, NOON)

    _, fact, [answer] = flagged.enter([a_flag(1001, revision=2)], TEACHER, NOON)
    assert (fact, answer.result) == (None, Result.UNCHANGED)

    doubted, _, _ = flagged.enter([Change(FIRST, 2, Mark(46), flagged=True)], TEACHER, NOON)
    assert doubted.rows[FIRST].flag == Flag(TEACHER.id, NOON)


def test_where_a_second_person_checks_anyone_may_flag_also_their_own_mark() -> None:
    _, _, [answer] = a_sheet({1001: Mark(45)}).enter([a_flag(1001)], TEACHER, NOON, second_checker=True)

    assert answer.result is Result.SAVED


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (Change(FIRST, 1, flagged=True, checked=True), "checked-and-flagged"),
        (Change(FIRST, 1, None, flagged=True), "nothing-to-flag"),
        (Change(SECOND, 0, flagged=True), "nothing-to-flag"),
        (Change(FIRST, 9, flagged=True), "revision-conflict"),
    ],
)
def test_a_flag_needs_a_mark_that_is_not_ticked_with_it_and_was_seen(change: Change, code: str) -> None:
    _, _, [answer] = a_sheet({1001: Mark(45), 1002: None}).enter([change], OFFICER, NOON)

    assert answer.code == code


def test_a_mark_can_be_cleared_and_takes_its_tick_along() -> None:
    sheet, *_ = a_complete_sheet().enter([a_change(1001, None, revision=1)], TEACHER, NOON)

    assert sheet.rows[FIRST] == Row(None, checked=False, revision=2)


def test_the_list_of_what_is_missing_is_exact() -> None:
    sheet = a_sheet({1001: Mark(1), 1002: None, 1003: ABSENT})
    sheet, *_ = sheet.enter([a_tick(1003)], TEACHER, NOON)

    assert sheet.missing() == {FIRST: Missing.CHECK, SECOND: Missing.MARK}


@pytest.mark.parametrize(
    ("sheet", "status"),
    [
        (a_sheet(), Status.NOT_STARTED),
        (a_sheet({1001: Mark(1), 1002: None}), Status.INCOMPLETE),
        (a_sheet({1001: Mark(1)}), Status.INCOMPLETE),
        (a_sheet({1001: Mark(1)}, checked=True), Status.READY),
    ],
)
def test_progress_is_derived_from_the_rows(sheet: MarkSheet, status: Status) -> None:
    assert sheet.status is status


def test_an_incomplete_sheet_is_not_submitted_and_every_candidate_is_named() -> None:
    with pytest.raises(SheetIncomplete) as refusal:
        a_sheet({1001: Mark(1), 1002: None}).submit(AGREED, OFFICER, NOON)

    assert refusal.value.missing == {"1001": "check", "1002": "mark"}


def test_an_absent_candidate_is_ticked_too_before_the_sheet_is_submitted() -> None:
    with pytest.raises(SheetIncomplete) as refusal:
        a_sheet({1001: ABSENT}).submit(AGREED, OFFICER, NOON)

    assert refusal.value.missing == {"1001": "check"}


def test_a_sheet_without_candidates_has_nothing_to_submit() -> None:
    with pytest.raises(Conflict):
        a_sheet({}).submit(AGREED, OFFICER, NOON)


@pytest.mark.parametrize("lacking", list(DECLARATION.statements))
def test_every_statement_of_the_declaration_must_be_agreed(lacking: str) -> None:
    agreement = Agreement(DECLARATION.version, frozenset(DECLARATION.statements) - {lacking})

    with pytest.raises(DeclarationIncomplete) as refusal:
        a_complete_sheet().submit(agreement, OFFICER, NOON)

    assert [(point.pointer, lacking in point.detail) for point in refusal.value.points] == [
        ("/declaration/agreed", True)
    ]


def test_a_declaration_refused_names_every_statement_not_agreed_to() -> None:
    with pytest.raises(DeclarationIncomplete) as refusal:
        a_complete_sheet().submit(Agreement(DECLARATION.version, frozenset()), OFFICER, NOON)

    assert len(refusal.value.points) == len(DECLARATION.statements)


def test_another_wording_of_the_declaration_is_not_agreed() -> None:
    with pytest.raises(DeclarationIncomplete):
        a_complete_sheet().submit(Agreement("2025-9", AGREED.agreed), OFFICER, NOON)


def test_a_submission_is_numbered_referenced_and_sealed() -> None:
    sheet, fact = a_complete_sheet().submit(AGREED, OFFICER, NOON)

    assert sheet.status is Status.SUBMITTED
    assert sheet.submission == fact.submission
    assert fact.submission.reference == "64235-H446-03-2027-06-1"
    assert (fact.submission.candidates, fact.submission.absent, fact.submission.by) == (3, 1, "Owen Reid")
    assert fact.submission.sha256 == sha256(fact.document.encode()).hexdigest()
    assert json.loads(fact.document)["outcomes"] == {"1001": "45", "1002": "0", "1003": "A"}


def test_the_document_holds_no_candidate_names() -> None:
    _, fact = a_complete_sheet().submit(AGREED, OFFICER, NOON)

    assert set(json.loads(fact.document)) == {
        "reference",
        "series",
        "centre",
        "assessment",
        "number",
        "submitted_at",
        "submitted_by",
        "late",
        "declaration",
        "outcomes",
    }


@pytest.mark.parametrize(("after", "late"), [(timedelta(0), False), (timedelta(seconds=1), True)])
def test_marks_after_the_deadline_are_taken_and_marked_late(after: timedelta, late: bool) -> None:
    _, fact = a_complete_sheet().submit(AGREED, OFFICER, DEADLINE + after)

    assert fact.submission.late is late


def test_nothing_is_taken_before_the_window_opens() -> None:
    early, change = OPENS - timedelta(seconds=1), a_change(1001, Mark(2), revision=1)

    with pytest.raises(WindowClosed):
        a_complete_sheet().submit(AGREED, OFFICER, early)
    with pytest.raises(WindowClosed):
        a_complete_sheet().enter([change], TEACHER, early)
    assert a_complete_sheet().submit(AGREED, OFFICER, OPENS)[0].status is Status.SUBMITTED
    assert a_complete_sheet().enter([change], TEACHER, OPENS)[0].version == 2


def test_nothing_is_taken_once_the_board_has_closed_the_window() -> None:
    closed = a_sheet({1001: Mark(1)}, checked=True, assessment=an_assessment(closes=NOON - timedelta(seconds=1)))

    with pytest.raises(WindowClosed):
        closed.submit(AGREED, OFFICER, NOON)
    with pytest.raises(WindowClosed):
        closed.enter([a_change(1001, Mark(2), revision=1)], TEACHER, NOON)


def test_submitted_marks_are_neither_entered_nor_submitted_again() -> None:
    submitted, _ = a_complete_sheet().submit(AGREED, OFFICER, NOON)

    with pytest.raises(AlreadySubmitted, match="amendment"):
        submitted.enter([a_change(1001, Mark(2), revision=1)], TEACHER, NOON)
    with pytest.raises(AlreadySubmitted):
        submitted.submit(AGREED, OFFICER, NOON)


def test_a_submission_is_confirmed_once() -> None:
    submitted, _ = a_complete_sheet().submit(AGREED, OFFICER, NOON)

    confirmed, fact = submitted.confirm(1, NOON)
    again, nothing = confirmed.confirm(1, NOON + timedelta(days=1))

    assert confirmed.status is Status.CONFIRMED
    assert fact
    assert fact.version == confirmed.version
    assert (again, nothing) == (confirmed, None)


@pytest.mark.parametrize("sheet", [a_sheet(), a_complete_sheet().submit(AGREED, OFFICER, NOON)[0]])
def test_a_submission_that_was_never_made_is_not_confirmed(sheet: MarkSheet) -> None:
    with pytest.raises(Conflict):
        sheet.confirm(2, NOON)


def test_entries_are_added_beside_marks_and_without_a_change_there_is_no_fact() -> None:
    candidates = [a_candidate(1001), a_candidate(1004)]

    sheet, fact = add_entries(a_sheet({1001: Mark(9)}), [c.number for c in candidates], ENTERED)
    again, nothing = add_entries(sheet, [c.number for c in candidates], ENTERED)

    assert fact
    assert fact.entered == ("1004",)
    assert sheet.rows[FIRST].outcome == Mark(9)
    assert (again, nothing) == (sheet, None)


def test_a_summary_counts_absent_apart_from_zero() -> None:
    summary = Summary.of(a_sheet({1001: Mark(70), 1002: Mark(0), 1003: ABSENT, 1004: None}))

    assert (summary.absent, summary.zero, summary.highest, summary.lowest, summary.mean) == (1, 1, 70, 0, 35.0)


@pytest.mark.parametrize("maximum", [1, 9, 10, 40, 70, 100, 300])
def test_the_bands_of_a_distribution_hold_every_mark_once(maximum: int) -> None:
    marks = {1000 + mark: Mark(mark) for mark in range(maximum + 1)}
    summary = Summary.of(a_sheet(marks, assessment=an_assessment(MarkScale(maximum))))

    *_, (last, _) = summary.distribution
    assert sum(count for _, count in summary.distribution) == maximum + 1
    assert len(summary.distribution) <= 10
    assert last.endswith(str(maximum))


def test_a_distribution_of_grades_is_in_the_scales_order() -> None:
    scale = GradeScale({"D": "Distinction", "M": "Merit", "N": "Not classified"})
    sheet = a_sheet({1001: Grade("M"), 1002: Grade("M"), 1003: ABSENT}, assessment=an_assessment(scale))

    assert Summary.of(sheet).distribution == (("Distinction", 0), ("Merit", 2), ("Not classified", 0))
