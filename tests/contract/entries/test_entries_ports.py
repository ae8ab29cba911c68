"""Entries that change are kept as they were decided, over memory and over DynamoDB."""

from dataclasses import replace

import pytest

from centremark.adapters.codec.compact_rows import row_to_list
from centremark.adapters.dynamodb.items import SheetItem
from centremark.domain.catalogue.catalogue import EntryPart
from centremark.domain.entries.add import add_entries
from centremark.domain.entries.move import Moved, move_candidate
from centremark.domain.entries.withdraw import withdraw_entries
from centremark.domain.marks.circumstances import record_circumstance
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.identifiers import CandidateNumber, CentreNumber, SeriesId
from centremark.domain.shared.outcomes import Mark
from centremark.domain.shared.ports import WriteConflict
from centremark.domain.sheet.facts import EntriesChanged
from centremark.domain.sheet.listed_sheet import ListedSheet
from centremark.domain.sheet.ports import Saving
from centremark.domain.sheet.row import Carried, Row
from tests.contract.sheet.test_ports import Store, entered, store, tables
from tests.support.builders import CENTRE, LOST, MODERATOR, NOON, SHEET, TEACHER, a_candidate, a_sheet, an_assessment
from tests.support.entering import ENTERED
from tests.support.trail import facts_of, latest

__all__ = ["store", "tables"]

ONE, NEW = CandidateNumber("1001"), CandidateNumber("2001")
THEIRS = replace(SHEET, centre=CentreNumber("58410"))


def test_a_former_name_is_kept_with_the_name(store: Store) -> None:
    sheet, fact = add_entries(entered(store, 1001), [ONE], ENTERED, corrected={ONE: (EntryPart.NAME, EntryPart.UCI)})
    assert fact
    renamed = a_candidate(1001).as_entered_again(a_candidate(1001, "SMITH Amelia"))

    store.sheets.save(sheet, fact, roster={ONE: renamed})

    assert store.rosters.get(SHEET) == {ONE: renamed}
    assert renamed.former == "JONES Amelia"
    assert latest(EntriesChanged, store.ledger, SHEET).parts == {ONE: ("name", "uci")}


def moved(store: Store) -> tuple[Moved, Moved]:
    origin = ListedSheet(entered(store, 1001, 1002), store.rosters.get(SHEET))
    both = move_candidate(origin, ListedSheet(store.sheets.get(THEIRS), {}), ONE, NEW, Attribution(MODERATOR, NOON))
    assert both
    return both


def test_two_sheets_are_saved_together_with_the_names_of_the_one_that_has_new_ones(store: Store) -> None:
    left, joined = moved(store)

    store.sheets.save_together(
        [
            Saving(1, left.listed.sheet, (left.fact,)),
            Saving(0, joined.listed.sheet, (joined.fact,), joined.listed.roster),
        ]
    )

    assert (store.sheets.get(SHEET), store.sheets.get(THEIRS)) == (left.listed.sheet, joined.listed.sheet)
    assert store.rosters.get(THEIRS)[NEW].moved_from == CENTRE
    assert store.rosters.get(SHEET).keys() == {"1001", "1002"}
    came = latest(EntriesChanged, store.ledger, THEIRS)
    assert (came.entered, came.other_centre, came.reason) == ((NEW,), CENTRE, "")


@pytest.mark.parametrize("stale", [0, 1])
def test_of_two_sheets_saved_together_neither_is_when_one_has_changed(store: Store, stale: int) -> None:
    left, joined = moved(store)
    versions = [1, 0]
    versions[stale] += 4
    savings = [
        Saving(version, half.listed.sheet, (half.fact,), half.listed.roster)
        for version, half in zip(versions, (left, joined), strict=True)
    ]

    with pytest.raises(WriteConflict):
        store.sheets.save_together(savings)

    assert (store.sheets.get(SHEET).version, store.sheets.get(THEIRS).version) == (1, 0)
    assert store.rosters.get(THEIRS) == {}
    assert store.ledger.history(THEIRS, None, 9) == []


def test_a_mark_carried_forward_is_kept_with_its_series_and_history_has_it(store: Store) -> None:
    given = {ONE: Carried(Mark(41), SeriesId("2026-06"))}
    sheet, fact = add_entries(entered(store, 1001, 1002), [ONE], ENTERED, carried=given)
    assert fact

    store.sheets.save(sheet, fact)

    assert store.sheets.get(SHEET) == sheet
    assert facts_of(store.ledger, SHEET)[0] == fact
    left, gone = withdraw_entries(sheet, [ONE], Attribution(MODERATOR, NOON, "Left"))
    assert gone
    store.sheets.save(left, gone)
    assert facts_of(store.ledger, SHEET)[0] == gone


def test_who_is_entered_after_a_withdrawal_begins_above_every_revision_before(store: Store) -> None:
    left, gone = withdraw_entries(entered(store, 1001, 1002), [ONE], Attribution(MODERATOR, NOON, "Left"))
    assert gone
    store.sheets.save(left, gone)

    sheet, fact = add_entries(store.sheets.get(SHEET), [ONE], ENTERED)

    assert fact
    assert sheet.rows[ONE] == Row(revision=left.version)
    store.sheets.save(sheet, fact)
    assert store.sheets.get(SHEET) == sheet


def test_a_sheet_kept_before_withdrawals_were_remembered_may_have_had_one_just_now() -> None:
    item = SheetItem.of(a_sheet({1001: Mark(45), 1002: None}))
    item.withdrawn_at = None

    sheet, _ = add_entries(item.to_domain(an_assessment()), [CandidateNumber("1003")], ENTERED)

    assert sheet.rows[CandidateNumber("1003")] == Row(revision=1)


def test_a_circumstance_is_kept_with_its_reason_and_history_has_it(store: Store) -> None:
    sheet, fact = record_circumstance(entered(store, 1001, 1002), ONE, LOST, TEACHER, NOON)
    assert fact

    store.sheets.save(sheet, fact)

    assert store.sheets.get(SHEET) == sheet
    assert sheet.rows[ONE].circumstance == LOST
    assert facts_of(store.ledger, SHEET)[0] == fact


def test_a_row_without_anything_beside_the_mark_costs_nothing_for_it() -> None:
    assert row_to_list(Row(Mark(45), checked=True, revision=2, entered_by="t"), {"t": 0}) == ["45", 1, 2, 0]
    assert row_to_list(Row(), {}) == ["", 0, 0]
