import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from centremark.domain.amendments.decisions import (
    accept,
    amendment_of,
    ask_for_work,
    decline,
    note_work_sent,
    request_amendment,
    withdraw,
)
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.errors import AmendmentClosed, AmendmentRefused, NotFound, NotSubmitted
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.shared.outcomes import ABSENT, Mark
from centremark.domain.sheet.amendment import AmendedMark, AmendmentState, Wanted, WorkWanted
from centremark.domain.sheet.facts import AmendmentApplied, AmendmentRequested
from centremark.domain.sheet.mark_sheet import MarkSheet, Status
from centremark.domain.sheet.row import Row
from tests.support.builders import (
    DEADLINE,
    MODERATOR,
    NOON,
    OFFICER,
    TEACHER,
    a_moderation,
    a_sheet,
    a_submitted_sheet,
    an_amendment,
)

LATER = NOON + timedelta(days=3)
ONE = CandidateNumber("1001")
WORK = WorkWanted((ONE,), "Mo Derator, 1 Exam Street, Leeds", date(2027, 5, 10))


def pending(wanted: Wanted | None = None) -> MarkSheet:
    """A sheet in moderation with one amendment for the board to decide."""
    sheet = replace(a_submitted_sheet(), moderation=a_moderation())
    return request_amendment(sheet, wanted or an_amendment(), OFFICER, LATER)[0]


def test_before_moderation_an_amendment_is_made_at_once_and_is_a_new_submission() -> None:
    before = a_submitted_sheet()

    after, fact = request_amendment(before, an_amendment(), OFFICER, LATER)

    assert isinstance(fact, AmendmentApplied)
    assert after.rows[ONE] == Row(Mark(54), checked=True, revision=2, entered_by=OFFICER.id)
    assert after.amendments[0].state is AmendmentState.APPLIED
    assert after.amendments[0].decided == Attribution(OFFICER, LATER)
    assert after.submission
    assert before.submission
    assert (after.submission.number, after.submission.reference) == (2, "64235-H446-03-2027-06-2")
    assert after.submission.sha256 != before.submission.sha256
    assert (after.status, after.version) == (Status.SUBMITTED, before.version + 1)


def test_an_amended_document_says_what_it_replaces_and_which_amendment_made_it() -> None:
    _, fact = request_amendment(a_submitted_sheet(), an_amendment(), OFFICER, LATER)

    assert isinstance(fact, AmendmentApplied)
    document = json.loads(fact.document)
    assert (document["replaces"], document["amendment"], document["number"]) == ("64235-H446-03-2027-06-1", 1, 2)
    assert document["outcomes"]["1001"] == "54"
    assert "Head" not in fact.document


def test_the_fact_of_an_amendment_keeps_the_rows_before_and_after() -> None:
    before = a_submitted_sheet()

    after, fact = request_amendment(before, an_amendment(1003, ABSENT, Mark(9)), OFFICER, LATER)

    assert isinstance(fact, AmendmentApplied)
    [change] = fact.changes
    assert (change.before, change.after) == (before.rows[change.candidate], after.rows[change.candidate])
    assert after.submission
    assert after.submission.absent == 0


def test_an_amendment_after_the_deadline_makes_no_marks_late_that_came_in_time() -> None:
    after, _ = request_amendment(a_submitted_sheet(), an_amendment(), OFFICER, DEADLINE + timedelta(days=1))

    assert after.submission
    assert not after.submission.late


def test_whoever_asked_for_an_amendment_gave_the_outcome_even_when_the_board_makes_it() -> None:
    made, _ = accept(pending(), 1, "", MODERATOR, LATER)

    assert made.rows[ONE].entered_by == OFFICER.id
    assert made.people == {TEACHER.id: TEACHER.name, OFFICER.id: OFFICER.name}
    assert made.submission
    assert made.submission.by == OFFICER.name


def test_once_moderation_has_started_an_amendment_waits_and_changes_no_mark() -> None:
    before = replace(a_submitted_sheet(), moderation=a_moderation())

    after, fact = request_amendment(before, an_amendment(), OFFICER, LATER)

    assert isinstance(fact, AmendmentRequested)
    assert (after.rows, after.submission) == (before.rows, before.submission)
    assert after.amendments[0].is_open


def test_the_board_accepts_an_amendment_and_only_then_is_there_a_new_submission() -> None:
    made, fact = accept(pending(), 1, "Thank you", MODERATOR, LATER)

    assert fact
    assert fact.by == MODERATOR
    assert made.amendments[0].decided == Attribution(MODERATOR, LATER, "Thank you")
    assert made.submission
    assert (made.submission.number, made.rows[ONE].outcome) == (2, Mark(54))


@pytest.mark.parametrize("end", ["decline", "withdraw"])
def test_an_amendment_that_is_declined_or_withdrawn_leaves_the_marks_as_they_are(end: str) -> None:
    asked = pending()

    ended, fact = decline(asked, 1, "No", MODERATOR, LATER) if end == "decline" else withdraw(asked, 1, OFFICER, LATER)

    assert fact
    assert (ended.rows, ended.submission) == (asked.rows, asked.submission)
    assert not ended.amendments[0].is_open


def test_ending_an_amendment_again_the_same_way_changes_nothing() -> None:
    accepted, _ = accept(pending(), 1, "", MODERATOR, LATER)
    declined, _ = decline(pending(), 1, "", MODERATOR, LATER)
    withdrawn, _ = withdraw(pending(), 1, OFFICER, LATER)

    assert accept(accepted, 1, "again", MODERATOR, LATER) == (accepted, None)
    assert decline(declined, 1, "again", MODERATOR, LATER) == (declined, None)
    assert withdraw(withdrawn, 1, OFFICER, LATER) == (withdrawn, None)


def test_an_amendment_that_has_ended_is_not_ended_another_way() -> None:
    accepted, _ = accept(pending(), 1, "", MODERATOR, LATER)
    withdrawn, _ = withdraw(pending(), 1, OFFICER, LATER)

    for attempt in (
        lambda: decline(accepted, 1, "", MODERATOR, LATER),
        lambda: withdraw(accepted, 1, OFFICER, LATER),
        lambda: accept(withdrawn, 1, "", MODERATOR, LATER),
        lambda: ask_for_work(withdrawn, 1, WORK, MODERATOR, LATER),
        lambda: note_work_sent(accepted, 1, "", OFFICER, LATER),
    ):
        with pytest.raises(AmendmentClosed):
            attempt()


def test_the_board_may_ask_for_the_work_first_and_the_centre_records_that_it_was_sent() -> None:
    asked, _ = ask_for_work(pending(), 1, WORK, MODERATOR, LATER)
    sent, fact = note_work_sent(asked, 1, "Royal Mail AB123", OFFICER, LATER)

    assert fact
    work = sent.amendments[0].work
    assert work
    assert (work.wanted, work.asked, work.sent) == (
        WORK,
        Attribution(MODERATOR, LATER),
        Attribution(OFFICER, LATER, "Royal Mail AB123"),
    )
    assert note_work_sent(sent, 1, "again", OFFICER, LATER) == (sent, None)


def test_work_is_asked_for_of_the_amendments_own_candidates_alone() -> None:
    with pytest.raises(AmendmentRefused, match="1002 is not in amendment 1"):
        ask_for_work(pending(), 1, replace(WORK, candidates=(CandidateNumber("1002"),)), MODERATOR, LATER)


def test_no_work_is_sent_that_nobody_asked_for() -> None:
    with pytest.raises(NotFound, match="not requested work"):
        note_work_sent(pending(), 1, "", OFFICER, LATER)


def test_an_amendment_is_of_submitted_marks() -> None:
    with pytest.raises(NotSubmitted):
        request_amendment(a_sheet({1001: Mark(45)}), an_amendment(), OFFICER, NOON)


def test_marks_are_amended_while_their_submission_is_still_being_processed() -> None:
    submitted = a_submitted_sheet(confirmed=False)

    amended, _ = request_amendment(submitted, an_amendment(), OFFICER, LATER)

    assert amended.confirm(1, LATER) == (amended, None)
    assert amended.confirm(2, LATER)[0].status is Status.CONFIRMED


def marks(*wanted: tuple[int, Mark, Mark]) -> tuple[AmendedMark, ...]:
    return tuple(AmendedMark(CandidateNumber(f"{number}"), before, after) for number, before, after in wanted)


@pytest.mark.parametrize(
    ("wanted", "fault"),
    [
        (an_amendment(marks=()), ("/marks", "nothing-to-amend")),
        (an_amendment(explanation=" "), ("/explanation", "explanation-missing")),
        (an_amendment(explanation="Copied wrongly"), ("/explanation", "explanation-missing")),
        (an_amendment(approved_by=" "), ("/approved_by", "approval-missing")),
        (an_amendment(9999), ("/marks/0", "candidate-not-entered")),
        (an_amendment(before=Mark(44)), ("/marks/0", "amended-meanwhile")),
        (an_amendment(after=Mark(45)), ("/marks/0", "nothing-to-amend")),
        (an_amendment(after=Mark(71)), ("/marks/0", "outcome-refused")),
        (
            an_amendment(marks=marks((1001, Mark(45), Mark(54)), (1001, Mark(45), Mark(55)))),
            ("/marks/1", "candidate-repeated"),
        ),
    ],
)
def test_an_amendment_that_cannot_be_made_is_refused_whole_with_the_place(
    wanted: Wanted, fault: tuple[str, str]
) -> None:
    with pytest.raises(AmendmentRefused) as refused:
        request_amendment(a_submitted_sheet(), wanted, OFFICER, NOON)

    assert [(f.pointer, f.code) for f in refused.value.points] == [fault]


def test_a_candidate_is_in_one_open_amendment_at_a_time() -> None:
    asked = pending()

    with pytest.raises(AmendmentRefused, match="has not decided yet"):
        request_amendment(asked, an_amendment(after=Mark(60)), OFFICER, LATER)

    again, _ = request_amendment(withdraw(asked, 1, OFFICER, LATER)[0], an_amendment(after=Mark(60)), OFFICER, LATER)
    assert amendment_of(again, 2).is_open


@pytest.mark.parametrize("number", [0, 2])
def test_there_is_no_amendment_of_another_number(number: int) -> None:
    with pytest.raises(NotFound):
        accept(pending(), number, "", MODERATOR, LATER)
