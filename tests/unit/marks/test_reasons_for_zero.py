"""Why a mark is 0: who checks says so, so that nobody has to ask whether the candidate was absent."""

import json
from typing import Any

import pytest

from centremark.domain.amendments.decisions import request_amendment
from centremark.domain.checks.candidate_queries import QueryCode, queries
from centremark.domain.checks.summary import Summary
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.shared.outcomes import ABSENT, Mark
from centremark.domain.sheet.amendment import Reason
from centremark.domain.sheet.facts import MarksSubmitted
from centremark.domain.sheet.mark_sheet import MarkSheet, Result
from centremark.domain.sheet.row import Change, ExplainedZero, ZeroReason
from centremark.usecases.prints.report_model import report_model
from centremark.usecases.sheet.read_sheets import SheetView
from tests.support.builders import (
    AGREED,
    NOON,
    OFFICER,
    TEACHER,
    a_candidate,
    a_centre,
    a_series,
    a_sheet,
    an_amendment,
)

ONE = CandidateNumber("1001")
WORTHLESS, NOT_THEIRS = ZeroReason.WORTH_NOTHING, ZeroReason.NOT_AUTHENTICATED


def entered(sheet: MarkSheet, **change: Any) -> MarkSheet:
    after, _, [answer] = sheet.enter([Change(ONE, sheet.rows[ONE].revision, **change)], OFFICER, NOON)
    assert answer.result is Result.SAVED, answer.detail
    return after


def a_zero() -> MarkSheet:
    return a_sheet({1001: Mark(0)})


def test_a_reason_is_kept_with_who_gave_it_and_settles_the_question() -> None:
    sheet = entered(a_zero(), zero=WORTHLESS, checked=True)

    row = sheet.rows[ONE]
    assert (row.zero, row.checked, row.entered_by) == (ExplainedZero(WORTHLESS, OFFICER.id), True, TEACHER.id)
    assert sheet.people == {TEACHER.id: TEACHER.name, OFFICER.id: OFFICER.name}
    assert queries(a_zero().rows)[ONE].code is QueryCode.ZERO
    assert queries(sheet.rows) == {}


def test_a_zero_without_a_reason_is_asked_about_and_can_be_submitted() -> None:
    ticked = entered(a_zero(), checked=True)

    assert ONE in queries(ticked.rows)
    assert ticked.submit(AGREED, OFFICER, NOON)[0].submission


def test_a_reason_keeps_the_tick_and_goes_with_the_mark() -> None:
    ticked = entered(entered(a_zero(), checked=True), zero=NOT_THEIRS)

    assert ticked.rows[ONE].checked
    assert entered(ticked, outcome=Mark(1)).rows[ONE].zero is None
    assert entered(ticked, outcome=ABSENT).rows[ONE].zero is None
    assert entered(ticked, zero=None).rows[ONE].zero is None


def test_the_same_reason_again_changes_nothing_and_keeps_who_gave_it_first() -> None:
    sheet = entered(a_zero(), zero=WORTHLESS)

    after, fact, [answer] = sheet.enter([Change(ONE, 2, zero=WORTHLESS)], TEACHER, NOON)

    assert (after, fact, answer.result) == (sheet, None, Result.UNCHANGED)


@pytest.mark.parametrize("outcome", [Mark(1), ABSENT, None])
def test_only_a_zero_takes_a_reason(outcome: Mark | None) -> None:
    sheet = a_sheet({1001: outcome})

    _, _, [answer] = sheet.enter([Change(ONE, sheet.rows[ONE].revision, zero=WORTHLESS)], OFFICER, NOON)

    assert (answer.result, answer.code) == (Result.REFUSED, "not-a-zero")


def test_the_review_and_the_report_count_zeros_by_their_reason() -> None:
    sheet = entered(a_zero(), zero=NOT_THEIRS)
    report: dict[str, Any] = report_model(SheetView(sheet, a_centre(), a_series(), {ONE: a_candidate(1001)}, NOON))

    assert Summary.of(sheet).zeros == {NOT_THEIRS: 1}
    assert report["rows"][0]["note"] == "Not authenticated"
    assert {"label": "0: not authenticated", "value": "1"} in report["totals"]


def test_the_board_is_sent_the_reason() -> None:
    _, fact = entered(a_zero(), zero=NOT_THEIRS, checked=True).submit(AGREED, OFFICER, NOON)

    assert isinstance(fact, MarksSubmitted)
    assert json.loads(fact.document)["zero_reasons"] == {"1001": "not-authenticated"}


@pytest.mark.parametrize(
    ("reason", "kept"),
    [(Reason.NOT_AUTHENTIC, ExplainedZero(NOT_THEIRS, OFFICER.id)), (Reason.STANDARDISED, None)],
)
def test_an_amendment_to_zero_says_why_where_its_own_reason_does(reason: Reason, kept: ExplainedZero | None) -> None:
    submitted, _ = a_sheet({1001: Mark(45)}, checked=True).submit(AGREED, OFFICER, NOON)

    amended, _ = request_amendment(submitted, an_amendment(after=Mark(0), reason=reason), OFFICER, NOON)

    assert amended.rows[ONE].zero == kept
