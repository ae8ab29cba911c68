"""What came after submission is kept with the sheet, over memory and over DynamoDB."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from centremark.adapters.after_rows import AfterItem
from centremark.domain.amending import accept, ask_for_work, note_work_sent, request_amendment
from centremark.domain.amendments import WorkWanted
from centremark.domain.errors import NotFound
from centremark.domain.facts import AmendmentApplied, Fact
from centremark.domain.mark_sheet import MarkSheet
from centremark.domain.outcomes import ABSENT, Mark
from centremark.domain.ports import Sheets
from centremark.domain.values import CandidateNumber
from tests.contract.test_ports import Store, entered, save, store
from tests.support.builders import (
    AGREED,
    CENTRE,
    MODERATOR,
    NOON,
    OFFICER,
    SERIES,
    SHEET,
    a_moderation,
    a_submitted_sheet,
    an_amendment,
)

__all__ = ["store"]

Decide = Callable[[MarkSheet], tuple[MarkSheet, Fact | None]]
WORK = WorkWanted((CandidateNumber("1001"),), "1 Exam Street", date(2027, 5, 10))


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
    [entry] = store.ledger.history(SHEET, None, 1)
    assert isinstance(fact, AmendmentApplied)
    assert (entry.amendment, entry.changes, entry.submission) == (fact.amendment, fact.changes, fact.submission)


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
        assert store.ledger.history(SHEET, None, 1)[0].amendment == sheet.amendments[0]


def test_a_centres_list_knows_what_came_after_submission(store: Store) -> None:
    amended, fact = request_amendment(submitted(store), an_amendment(), OFFICER, NOON)
    kept(store.sheets, amended, fact)

    assert list(store.sheets.of_centre(CENTRE, SERIES)) == [amended]


def test_a_hundred_amendments_stay_out_of_the_hot_item_and_within_forty_kilobytes() -> None:
    sheet = a_submitted_sheet({1001: Mark(45)})
    for _ in range(50):
        for before, after in ((Mark(45), Mark(54)), (Mark(54), Mark(45))):
            sheet, _ = request_amendment(sheet, an_amendment(before=before, after=after), OFFICER, NOON)

    item = AfterItem.of(sheet).serialize()

    assert len(sheet.amendments) == 100
    assert sum(len(str(value).encode()) for attribute in item.values() for value in attribute.values()) < 40_000
