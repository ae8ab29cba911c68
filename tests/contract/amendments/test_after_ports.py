"""What came after submission is kept with the sheet, over memory and over DynamoDB."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from centremark.adapters.dynamodb.after_submission_items import AmendmentsItem
from centremark.domain.amendments.decisions import accept, ask_for_work, note_work_sent, request_amendment
from centremark.domain.board.board_line import BoardLine
from centremark.domain.catalogue.catalogue import Window
from centremark.domain.entries.add import add_entries
from centremark.domain.entries.withdraw import withdraw_entries
from centremark.domain.extensions.decisions import ask_for_extension, decide_extension
from centremark.domain.moderation.decisions import begin, note_lost, note_sent, record_outcome, request_sample
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.errors import NotFound
from centremark.domain.shared.identifiers import AssessmentCode, CandidateNumber, CentreNumber, SeriesId
from centremark.domain.shared.outcomes import ABSENT, Mark
from centremark.domain.shared.ports import WriteConflict
from centremark.domain.sheet.amendment import WorkWanted
from centremark.domain.sheet.facts import AboutAmendment, AboutModeration, AmendmentApplied, Fact
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.moderation import Why
from centremark.domain.sheet.ports import Sheets
from tests.contract.sheet.test_ports import Store, entered, save, store, tables
from tests.support.builders import (
    AGREED,
    CENTRE,
    DEADLINE,
    MODERATOR,
    NOON,
    OFFICER,
    OPENS,
    SERIES,
    SHEET,
    TEACHER,
    a_candidate,
    a_centre,
    a_change,
    a_consortium,
    a_moderation,
    a_submitted_sheet,
    an_amendment,
    an_assessment,
)
from tests.support.entering import ENTERED
from tests.support.trail import facts_of, latest

__all__ = ["store", "tables"]

Decide = Callable[[MarkSheet], tuple[MarkSheet, Fact | None]]
ONE, TWO = CandidateNumber("1001"), CandidateNumber("1002")
WORK = WorkWanted((ONE,), "1 Exam Street", date(2027, 5, 10))


def submitted(store: Store) -> MarkSheet:
    sheet, fact = save(store, entered(store, 1001, 1002), 45, 46).submit(AGREED, OFFICER, NOON)
    return kept(store.sheets, sheet, fact)


def kept(sheets: Sheets, sheet: MarkSheet, fact: Fact | None) -> MarkSheet:
    assert fact
    sheets.save(sheet, fact)
    return sheet


def test_an_amendment_and_the_rows_it_changed_are_kept(store: Store) -> None:
    amended, fact = request_amendment(submitted(store), an_amendment(after=ABSENT), OFFICER, NOON)
    kept(store.sheets, amended, fact)

    assert store.sheets.get(SHEET) == amended
    assert isinstance(fact, AmendmentApplied)
    assert facts_of(store.ledger, SHEET)[0] == fact


def test_every_submissions_document_is_kept_beside_the_others(store: Store) -> None:
    before = submitted(store)
    first = store.ledger.document(SHEET, 1)
    amended, fact = request_amendment(before, an_amendment(), OFFICER, NOON)
    kept(store.sheets, amended, fact)

    assert isinstance(fact, AmendmentApplied)
    assert (store.ledger.document(SHEET, 1), store.ledger.document(SHEET, 2)) == (first, fact.document)
    with pytest.raises(NotFound):
        store.ledger.document(SHEET, 3)


def test_an_open_amendment_its_work_and_its_end_are_kept(store: Store) -> None:
    sheet = replace(submitted(store), moderation=a_moderation())
    decisions: tuple[Decide, ...] = (
        lambda sheet: request_amendment(sheet, an_amendment(), OFFICER, NOON),
        lambda sheet: ask_for_work(sheet, 1, WORK, MODERATOR, NOON),
        lambda sheet: note_work_sent(sheet, 1, "By post", OFFICER, NOON),
        lambda sheet: accept(sheet, 1, "Seen", MODERATOR, NOON),
    )
    for decide in decisions:
        sheet = kept(store.sheets, *decide(sheet))
        assert store.sheets.get(SHEET) == sheet
        assert latest(AboutAmendment, store.ledger, SHEET).amendment == sheet.amendments[0]


def test_a_centres_list_knows_what_came_after_submission(store: Store) -> None:
    amended, fact = request_amendment(submitted(store), an_amendment(), OFFICER, NOON)
    kept(store.sheets, amended, fact)

    assert list(store.sheets.of_centre(CENTRE, SERIES)) == [amended]


def test_every_part_of_a_moderation_is_kept(store: Store) -> None:
    told, release = Attribution(MODERATOR, NOON, "note"), NOON + timedelta(days=60)
    sheet, fact = submitted(store).confirm(1, NOON)
    sheet = kept(store.sheets, sheet, fact)
    decisions: tuple[Decide, ...] = (
        lambda sheet: begin(sheet, a_moderation()),
        lambda sheet: request_sample(sheet, {ONE: Why.HIGHEST, TWO: Why.LOWEST}, 2, date(2027, 5, 10), told),
        lambda sheet: note_sent(sheet, {TWO}, told),
        lambda sheet: note_lost(sheet, ONE, told),
        lambda sheet: record_outcome(sheet, {ONE: Mark(40), TWO: ABSENT}, release, told),
    )
    for decide in decisions:
        sheet = kept(store.sheets, *decide(sheet))
        assert store.sheets.get(SHEET) == sheet
        assert latest(AboutModeration, store.ledger, SHEET).moderation == sheet.moderation
        assert list(store.overview.of_series(SERIES)) == [BoardLine.of(sheet)]


def test_an_outcome_is_not_overwritten_by_what_was_decided_without_it(store: Store) -> None:
    told = Attribution(MODERATOR, NOON)
    sheet = kept(store.sheets, *submitted(store).confirm(1, NOON))
    sheet = kept(store.sheets, *begin(sheet, a_moderation()))
    sheet = kept(store.sheets, *request_sample(sheet, {ONE: Why.HIGHEST}, 2, date(2027, 5, 10), told))
    sent, work_sent = note_sent(sheet, {ONE}, told)
    found = kept(store.sheets, *record_outcome(sheet, {}, NOON + timedelta(days=60), told))

    with pytest.raises(WriteConflict):
        kept(store.sheets, sent, work_sent)
    assert store.sheets.get(SHEET) == found
    assert found.version == sheet.version
    assert store.ledger.since(SHEET, sheet.version - 1, 9) == store.ledger.history(SHEET, None, 2)[1:]


def test_the_board_finds_every_centres_sheets_in_a_line_as_they_now_are(store: Store) -> None:
    theirs = replace(SHEET, centre=CentreNumber("11111"))
    sheet, fact = add_entries(store.sheets.get(theirs), [a_candidate(1001).number], ENTERED)
    kept(store.sheets, sheet, fact)
    ours = submitted(store)

    assert list(store.overview.of_series(SERIES)) == [BoardLine.of(sheet), BoardLine.of(ours)]
    assert list(store.overview.of_series(SeriesId("2027-01"))) == []


def test_the_boards_line_follows_the_status_while_marks_are_entered(store: Store) -> None:
    sheet = entered(store, 1001, 1002)
    for mark in (45, None, 46):
        sheet, fact, _ = sheet.enter(
            [a_change(1001, mark and Mark(mark), revision=sheet.rows[ONE].revision)], TEACHER, NOON
        )
        kept(store.sheets, sheet, fact)
        assert list(store.overview.of_series(SERIES)) == [BoardLine.of(sheet)]


def test_a_deadline_the_catalogue_moves_reaches_the_lines_there_are_and_leaves_extensions(store: Store) -> None:
    sheet, fact = ask_for_extension(
        entered(store, 1001), DEADLINE + timedelta(days=7), Attribution(OFFICER, NOON, "Ill")
    )
    sheet = kept(store.sheets, sheet, fact)
    kept(store.sheets, *decide_extension(sheet, None, Attribution(MODERATOR, NOON, "No")))
    theirs = replace(SHEET, centre=CentreNumber("11111"))
    sheet, fact = add_entries(store.sheets.get(theirs), [a_candidate(1001).number], ENTERED)
    sheet = kept(store.sheets, sheet, fact)
    sheet = kept(
        store.sheets, *ask_for_extension(sheet, DEADLINE + timedelta(days=7), Attribution(OFFICER, NOON, "Ill"))
    )
    kept(store.sheets, *decide_extension(sheet, DEADLINE + timedelta(days=7), Attribution(MODERATOR, NOON, "Yes")))

    for days, expected in ((-3, [7, -3]), (3, [7, 3]), (9, [9, 9])):
        window = Window(OPENS, DEADLINE + timedelta(days=days))
        store.catalogue.put(replace(an_assessment(), window=window))
        lines = store.overview.of_series(SERIES)
        assert [line.deadline - DEADLINE for line in lines] == [timedelta(days=one) for one in expected]


def test_late_entries_and_withdrawals_are_kept(store: Store) -> None:
    sheet, fact = add_entries(submitted(store), [CandidateNumber("1009")], ENTERED)
    sheet = kept(store.sheets, sheet, fact)
    assert store.sheets.get(SHEET).late == {"1009"}

    left, withdrawal = withdraw_entries(sheet, [ONE], Attribution(MODERATOR, NOON, "Left"))
    kept(store.sheets, left, withdrawal)

    assert store.sheets.get(SHEET) == left
    assert withdrawal
    assert facts_of(store.ledger, SHEET)[0] == withdrawal


def test_an_extension_is_kept_before_and_after_it_is_decided(store: Store) -> None:
    told, until = Attribution(OFFICER, NOON, "Illness"), DEADLINE + timedelta(days=7)
    asked, fact = ask_for_extension(entered(store, 1001), until, told)
    kept(store.sheets, asked, fact)
    assert store.sheets.get(SHEET) == asked
    assert list(store.sheets.of_centre(CENTRE, SERIES)) == [asked]

    decided, decision = decide_extension(asked, until, told)
    kept(store.sheets, decided, decision)

    assert store.sheets.get(SHEET) == decided
    assert facts_of(store.ledger, SHEET)[0] == decision
    assert list(store.overview.of_series(SERIES)) == [BoardLine.of(decided)]


def test_each_centre_of_a_consortium_knows_the_others(store: Store) -> None:
    other = CentreNumber("11111")
    assert list(store.catalogue.consortium_of(SHEET)) == [CENTRE]

    store.catalogue.arrange(None, a_consortium(other))

    assert list(store.catalogue.consortium_of(SHEET)) == [other, CENTRE]
    assert list(store.catalogue.consortium_of(replace(SHEET, centre=other))) == [other, CENTRE]
    assert list(store.catalogue.consortium_of(replace(SHEET, centre=CentreNumber("22222")))) == ["22222"]


def test_a_consortium_takes_the_place_of_the_one_before_and_can_be_dissolved(store: Store) -> None:
    other, third = CentreNumber("11111"), CentreNumber("22222")
    first, second = a_consortium(other), a_consortium(third)
    elsewhere = replace(a_consortium(other), assessment=AssessmentCode("A100/01"))
    store.catalogue.arrange(None, first)
    store.catalogue.arrange(None, elsewhere)

    store.catalogue.arrange(first, second)

    assert list(store.catalogue.consortia(SERIES)) == [elsewhere, second]
    assert list(store.catalogue.consortium_of(replace(SHEET, centre=other))) == [other]
    assert list(store.catalogue.consortia(SeriesId("2027-01"))) == []

    store.catalogue.arrange(second, None)

    assert list(store.catalogue.consortium_of(SHEET)) == [CENTRE]
    assert list(store.catalogue.consortia(SERIES)) == [elsewhere]


def test_two_operators_do_not_put_a_centre_into_two_consortia(store: Store) -> None:
    other, third = CentreNumber("11111"), CentreNumber("22222")
    first = a_consortium(other)
    store.catalogue.arrange(None, first)
    stale = a_consortium(third)

    for before, after in ((None, a_consortium(third)), (stale, None), (stale, a_consortium(third, other))):
        with pytest.raises(WriteConflict):
            store.catalogue.arrange(before, after)

    assert list(store.catalogue.consortia(SERIES)) == [first]


def test_the_assessments_of_a_series_come_in_order_of_their_codes(store: Store) -> None:
    earlier = replace(an_assessment(), code=AssessmentCode("A100/01"))
    store.catalogue.put(earlier)

    assert list(store.catalogue.assessments(SERIES)) == [earlier, an_assessment()]
    assert list(store.catalogue.assessments(SeriesId("2027-01"))) == []


def test_centres_are_found_by_number_and_those_there_are_not_are_left_out(store: Store) -> None:
    assert store.catalogue.centres({CENTRE, CentreNumber("11111")}) == {CENTRE: a_centre()}


def test_a_hundred_amendments_stay_out_of_the_hot_item_and_within_forty_kilobytes() -> None:
    sheet = a_submitted_sheet({1001: Mark(45)})
    for _ in range(50):
        for before, after in ((Mark(45), Mark(54)), (Mark(54), Mark(45))):
            sheet, _ = request_amendment(sheet, an_amendment(before=before, after=after), OFFICER, NOON)

    item = AmendmentsItem.of(sheet).serialize()

    assert len(sheet.amendments) == 100
    assert sum(len(str(value).encode()) for attribute in item.values() for value in attribute.values()) < 40_000
