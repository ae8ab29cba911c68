"""Requests for prints in the ledger, over memory and over DynamoDB."""

from dataclasses import replace
from datetime import date, timedelta

from centremark.domain.prints.facts import ReportRequested, SlipsRequested
from centremark.domain.prints.kinds import Report
from tests.contract.sheet.test_ports import Store, entered, save, store, tables
from tests.support.builders import NOON, SHEET, TEACHER

__all__ = ["store", "tables"]

TOMORROW = NOON + timedelta(days=1)


def test_a_request_for_a_print_is_noted_once_a_day_and_attempt_beside_the_version_it_is_of(store: Store) -> None:
    sheet = save(store, entered(store, 1001), 45)
    first = ReportRequested(sheet=SHEET, version=sheet.version, at=NOON, by=TEACHER, attempt=1)
    assert store.ledger.print_requests(Report(SHEET, sheet.version, draft=True), since=NOON) == []

    store.ledger.request_print(first)
    store.ledger.request_print(replace(first, at=NOON + timedelta(minutes=1)))
    assert store.ledger.print_requests(Report(SHEET, sheet.version, draft=True), since=NOON) == [NOON]
    history = store.ledger.history(SHEET, None, 50)
    assert [entry.fact.NAME for entry in history] == ["ReportRequested.v1", "MarksSaved.v1", "EntriesChanged.v1"]
    assert [entry.fact.version for entry in store.ledger.history(SHEET, history[0].place, 50)] == [2, 1]

    again = NOON + timedelta(minutes=2)
    store.ledger.request_print(replace(first, at=again, attempt=2))
    assert sorted(store.ledger.print_requests(Report(SHEET, sheet.version, draft=True), since=NOON)) == [NOON, again]

    assert store.ledger.print_requests(Report(SHEET, sheet.version, draft=True), since=TOMORROW) == []
    store.ledger.request_print(replace(first, at=TOMORROW))
    assert store.ledger.print_requests(Report(SHEET, sheet.version, draft=True), since=TOMORROW) == [TOMORROW]


def test_a_request_for_slips_is_noted_once_a_day_and_attempt_for_each_version_group_and_date(store: Store) -> None:
    sheet = save(store, entered(store, 1001), 45)
    whole = SlipsRequested(
        sheet=SHEET, version=sheet.version, at=NOON, by=TEACHER, attempt=1, group=None, review_by=date(2027, 5, 3)
    )
    requests = [whole, replace(whole, group="13A"), replace(whole, review_by=date(2027, 5, 4))]
    assert not any(store.ledger.print_requests(request.slips, since=NOON) for request in requests)

    for request in (*requests, *requests):
        store.ledger.request_print(request)

    assert [store.ledger.print_requests(request.slips, since=NOON) for request in requests] == [[NOON]] * 3
    assert store.ledger.print_requests(whole.slips, since=NOON - timedelta(days=7)) == [NOON]
    assert store.ledger.print_requests(whole.slips, since=TOMORROW) == []
    assert store.ledger.print_requests(replace(whole.slips, version=9), since=NOON) == []
    assert store.ledger.print_requests(Report(SHEET, sheet.version, draft=True), since=NOON) == []
    names = [entry.fact.NAME for entry in store.ledger.history(SHEET, None, 50)]
    assert names == [*["SlipsRequested.v1"] * 3, "MarksSaved.v1", "EntriesChanged.v1"]

    again = NOON + timedelta(minutes=2)
    store.ledger.request_print(replace(whole, at=again, attempt=2))
    assert sorted(store.ledger.print_requests(whole.slips, since=NOON)) == [NOON, again]
