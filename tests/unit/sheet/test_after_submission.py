"""What the centre's list says of a sheet that is submitted: work to send, what the board decides, its outcome."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest

from centremark.domain.amendments.decisions import ask_for_work, note_work_sent, request_amendment
from centremark.domain.moderation.decisions import begin, note_sent, request_sample
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.sheet.after_submission import AfterSubmission
from centremark.domain.sheet.amendment import WorkWanted
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.moderation import ModerationOutcome, Why
from tests.support.builders import MODERATOR, NOON, OFFICER, a_moderation, a_sheet, a_submitted_sheet, an_amendment

ONE, TWO = CandidateNumber("1001"), CandidateNumber("1002")
DUE: Final = date(2027, 5, 20)
NOTHING: Final = AfterSubmission(0, None, 0, None, None)


def _sampled() -> MarkSheet:
    begun = begin(a_submitted_sheet(), a_moderation())[0]
    drawn = {ONE: Why.HIGHEST, TWO: Why.LOWEST}
    return request_sample(begun, drawn, 2, DUE, Attribution(MODERATOR, NOON))[0]


def _sent(*candidates: CandidateNumber) -> MarkSheet:
    return note_sent(_sampled(), frozenset(candidates), Attribution(OFFICER, NOON))[0]


def _amending() -> MarkSheet:
    return request_amendment(_sampled(), an_amendment(), OFFICER, NOON)[0]


def _work_wanted() -> MarkSheet:
    return ask_for_work(_amending(), 1, WorkWanted((ONE,), "1 Exam Street", DUE), MODERATOR, NOON)[0]


def _decided(release_in: timedelta) -> MarkSheet:
    sheet = _sampled()
    assert sheet.moderation
    outcome = ModerationOutcome((), Attribution(MODERATOR, NOON), NOON + release_in)
    return replace(sheet, moderation=replace(sheet.moderation, outcome=outcome))


@pytest.mark.parametrize(
    ("sheet", "stands"),
    [
        (a_sheet(), None),
        (a_submitted_sheet(), NOTHING),
        (begin(a_submitted_sheet(), a_moderation())[0], NOTHING),
        (_sampled(), AfterSubmission(2, DUE, 0, None, None)),
        (_sent(ONE), AfterSubmission(1, DUE, 0, None, None)),
        (_sent(ONE, TWO), NOTHING),
        (_amending(), AfterSubmission(2, DUE, 1, None, None)),
        (_work_wanted(), AfterSubmission(2, DUE, 1, DUE, None)),
        (note_work_sent(_work_wanted(), 1, "By post", OFFICER, NOON)[0], AfterSubmission(2, DUE, 1, None, None)),
        (_decided(timedelta(days=1)), AfterSubmission(2, DUE, 0, None, None)),
        (_decided(timedelta(0)), AfterSubmission(0, None, 0, None, NOON)),
    ],
)
def test_the_list_says_what_is_left_to_do_after_a_submission(sheet: MarkSheet, stands: AfterSubmission | None) -> None:
    assert AfterSubmission.of(sheet, NOON) == stands


def test_an_outcome_recorded_after_its_release_date_is_news_from_the_day_it_was_recorded() -> None:
    sheet = _decided(timedelta(days=-7))

    assert AfterSubmission.of(sheet, NOON) == replace(NOTHING, outcome_at=NOON)
