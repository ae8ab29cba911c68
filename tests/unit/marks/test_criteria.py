"""A mark that is the sum of its criteria's marks."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from centremark.domain.amendments.decisions import request_amendment
from centremark.domain.catalogue.criteria import MOST_CRITERIA, Criterion
from centremark.domain.shared.errors import Malformed
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.shared.outcomes import ABSENT, Mark, MarkScale, Outcome
from centremark.domain.sheet.entering import total_of
from centremark.domain.sheet.facts import MarksSubmitted
from centremark.domain.sheet.mark_sheet import MarkSheet, Missing, Result
from centremark.domain.sheet.row import UNCHANGED, Change, CriteriaMarks, Row, Unchanged
from tests.support.builders import AGREED, NOON, OFFICER, TEACHER, a_sheet, an_amendment, an_assessment, by_criteria

ONE = CandidateNumber("1001")


def entered(sheet: MarkSheet, criteria: CriteriaMarks | Unchanged = UNCHANGED, **change: Any) -> MarkSheet:
    """Save one row, which must be saved."""
    wanted = Change(ONE, sheet.rows[ONE].revision, criteria=criteria, **change)
    after, _, [answer] = sheet.enter([wanted], TEACHER, NOON)
    assert answer.result is Result.SAVED, answer.detail
    return after


def refused(sheet: MarkSheet, criteria: CriteriaMarks | Unchanged = UNCHANGED, **change: Any) -> tuple[str, str]:
    """The code and the sentence with which a change is refused; nothing was saved."""
    after, _, [answer] = sheet.enter(
        [Change(ONE, sheet.rows[ONE].revision, criteria=criteria, **change)], TEACHER, NOON
    )
    assert after == sheet
    assert answer.result is Result.REFUSED
    return answer.code, answer.detail


def unmarked() -> MarkSheet:
    return a_sheet(assessment=by_criteria())


def marked(*marks: int | None) -> MarkSheet:
    return entered(unmarked(), marks)


def given_total(value: int) -> MarkSheet:
    return entered(unmarked(), outcome=Mark(value))


def test_the_total_is_the_sum_once_every_criterion_has_a_mark() -> None:
    begun = marked(8, None, 30)

    done = entered(begun, (8, 12, 30))

    assert (begun.rows[ONE].outcome, begun.rows[ONE].criteria, begun.missing()[ONE]) == (
        None,
        (8, None, 30),
        Missing.MARK,
    )
    assert (done.rows[ONE].outcome, done.rows[ONE].entered_by) == (Mark(50), TEACHER.id)


@pytest.mark.parametrize(
    ("criteria", "outcome", "code", "said"),
    [
        ((11, 12, 30), UNCHANGED, "criterion-refused", "Candidate 1001's mark for A01 Analysis is not from 0 to 10."),
        ((8, -1, None), UNCHANGED, "criterion-refused", "mark for A02 Design is not from 0 to 15"),
        ((10**30, 12, 30), UNCHANGED, "criterion-refused", "mark for A01 Analysis is not from 0 to 10"),
        ((10**30,), UNCHANGED, "criteria-refused", "The criteria of H446/03 are: A01, A02, A03."),
        ((8, 12), UNCHANGED, "criteria-refused", "The criteria of H446/03 are: A01, A02, A03."),
        ((8, 12, 30), Mark(51), "total-differs", "Candidate 1001's criteria add up to 50, but the total is 51."),
        ((8, None, None), ABSENT, "criteria-and-absent", "cannot be absent and have marks"),
    ],
)
def test_marks_that_cannot_be_are_refused_by_the_name_of_what_is_wrong(
    criteria: CriteriaMarks, outcome: Outcome | Unchanged, code: str, said: str
) -> None:
    found, detail = refused(unmarked(), criteria, outcome=outcome)

    assert found == code
    assert said in detail


def test_an_assessment_without_criteria_takes_none() -> None:
    assert refused(a_sheet(), (8, 12, 30)) == (
        "criteria-refused",
        "H446/03 has no criteria. Leave criteria out.",
    )


def test_a_total_that_differs_from_the_criteria_is_said_and_replaces_nothing() -> None:
    assert refused(marked(8, 12, 30), outcome=Mark(49))[0] == "total-differs"
    assert entered(marked(8, 12, 30), (), outcome=Mark(49)).rows[ONE].criteria == ()
    assert entered(marked(8, 12, 30), (8, 11, 30), outcome=Mark(49)).rows[ONE].outcome == Mark(49)


def test_a_total_that_was_given_stays_until_all_criteria_have_a_mark_and_is_then_compared() -> None:
    given = given_total(50)

    assert refused(given, (8, 12, None))[0] == "criteria-incomplete"
    assert entered(given, (8, 12, 30)).rows[ONE].outcome == Mark(50)
    assert refused(given, (8, 12, 31))[0] == "total-differs"
    assert entered(given, (8, 12, 31), outcome=None).rows[ONE].outcome == Mark(51)
    assert entered(given, (8, 12, None), outcome=None).rows[ONE].outcome is None


@pytest.mark.parametrize(
    ("marks", "said"),
    [((5, None, 7), "Candidate 1001: A02 is missing."), ((None, 7, None), "Candidate 1001: A01, A03 are missing.")],
)
def test_a_row_that_lacks_a_criterion_has_no_total(marks: CriteriaMarks, said: str) -> None:
    begun = entered(unmarked(), marks)

    for code, detail in (refused(unmarked(), marks, outcome=Mark(12)), refused(begun, outcome=Mark(12))):
        assert code == "criteria-incomplete"
        assert detail.startswith(said)
    assert begun.missing()[ONE] is Missing.MARK


def test_a_sum_goes_with_the_mark_of_a_criterion() -> None:
    assert entered(marked(8, 12, 30), (8, None, 30)).rows[ONE].outcome is None
    assert entered(marked(8, 12, 30), (None, None, None)).rows[ONE] == Row(revision=2)


@pytest.mark.parametrize("outcome", [None, ABSENT])
def test_clearing_a_mark_or_absence_takes_the_criteria_with_it(outcome: Outcome | None) -> None:
    row = entered(marked(8, 12, 30), outcome=outcome).rows[ONE]

    assert (row.outcome, row.criteria) == (outcome, ())


def test_a_mark_for_a_criterion_takes_the_place_of_absent() -> None:
    absent = entered(unmarked(), outcome=ABSENT)

    assert entered(absent, (8, None, None)).rows[ONE].outcome is None


def test_a_tick_and_a_flag_belong_to_the_criteria_and_not_to_their_sum() -> None:
    ticked, flagged = entered(marked(8, 12, 30), checked=True), entered(marked(8, 12, 30), flagged=True)

    for sheet in (ticked, flagged):
        row = entered(sheet, (9, 11, 30)).rows[ONE]
        assert (row.outcome, row.checked, row.flag) == (Mark(50), False, None)
    assert ticked.enter([Change(ONE, 2, criteria=(8, 12, 30))], TEACHER, NOON)[2][0].result is Result.UNCHANGED


def test_a_mark_is_not_checked_while_a_criterion_has_none() -> None:
    code, detail = refused(marked(8, None, 30), checked=True)

    assert (code, "A02 is missing" in detail) == ("criteria-incomplete", True)


def test_a_submission_carries_the_marks_of_criteria_and_an_amendment_leaves_only_the_total() -> None:
    sheet = entered(a_sheet({1001: Mark(45)}, assessment=by_criteria()), (5, 10, 30), checked=True)

    submitted, fact = sheet.submit(AGREED, OFFICER, NOON)
    amended, _ = request_amendment(submitted, an_amendment(), OFFICER, NOON)

    assert isinstance(fact, MarksSubmitted)
    assert json.loads(fact.document)["criteria"] == {"1001": [5, 10, 30]}
    assert (amended.rows[ONE].outcome, amended.rows[ONE].criteria) == (Mark(54), ())


@pytest.mark.parametrize(
    "criteria",
    [
        [Criterion("A01", "Analysis", 69)],
        [Criterion("A01", "Analysis", 70), Criterion("A02", "Design", 0)],
        [Criterion("A01", "Analysis", 170), Criterion("A02", "Design", -100)],
        [Criterion("A01", "Analysis", 35), Criterion("A02", "analysis", 35)],
        [Criterion("A01", "Analysis", 35), Criterion("A02", "!", 35)],
        [Criterion(f"A{n}", f"Part {n}", 5) for n in range(MOST_CRITERIA + 2)],
    ],
)
def test_criteria_that_do_not_add_up_or_cannot_be_told_apart_are_malformed(criteria: Sequence[Criterion]) -> None:
    with pytest.raises(Malformed):
        replace(an_assessment(MarkScale(70)), criteria=tuple(criteria))


marks = st.tuples(*(st.one_of(st.none(), st.integers(-1, most + 1)) for most in (10, 15, 45)))
outcomes = st.sampled_from([UNCHANGED, None, ABSENT, Mark(0), Mark(25), Mark(70)])
changes = st.tuples(st.one_of(st.just(UNCHANGED), st.just(()), marks), outcomes, st.sampled_from([None, True]))


@given(st.lists(changes, max_size=6))
def test_whatever_is_saved_a_row_with_criteria_has_their_sum_or_no_total_at_all(
    wanted: list[tuple[CriteriaMarks | Unchanged, Outcome | Unchanged | None, bool | None]],
) -> None:
    sheet = unmarked()
    for criteria, outcome, checked in wanted:
        change = Change(ONE, sheet.rows[ONE].revision, outcome, checked, criteria=criteria)

        sheet, _, _ = sheet.enter([change], TEACHER, NOON)

        row = sheet.rows[ONE]
        assert not row.criteria or row.outcome != ABSENT
        assert not row.criteria or row.outcome == total_of(row.criteria)
        assert not row.checked or row.outcome
