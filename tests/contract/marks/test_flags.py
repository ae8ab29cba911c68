"""A flag on a doubtful mark: kept with the sheet, seen by colleagues, and gone once somebody settles it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from centremark.adapters.codec.compact_rows import row_from_list, row_to_list
from centremark.adapters.dynamodb.items import SheetItem
from centremark.domain.catalogue.circumstances import Circumstance
from centremark.domain.entries.add import add_entries
from centremark.domain.shared.actor import By
from centremark.domain.shared.identifiers import CandidateNumber, SeriesId
from centremark.domain.shared.outcomes import ABSENT, Mark
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.row import CheckerNote, ExplainedZero, Flag, Row, ZeroReason
from centremark.handlers.api import records, sheets
from tests.contract.sheet.test_ports import Store, entered, store, tables
from tests.support.beginning import BeginWith
from tests.support.builders import NOON, OFFICER, SHEET, TEACHER, a_change, a_flag, an_assessment
from tests.support.entering import ENTERED
from tests.support.http_api import call
from tests.support.marks_api import AT, LISTED, OWEN, complete, enrol, mark, save, submit
from tests.support.trail import facts_of

__all__ = ["store", "tables"]

ONE = CandidateNumber("1001")
PEOPLE = ["a", "b"]
rows = st.builds(
    Row,
    st.sampled_from([None, Mark(45), ABSENT]),
    st.booleans(),
    st.integers(0, 99),
    st.sampled_from(["", *PEOPLE]),
    st.sampled_from([None, SeriesId("2026-06")]),
    st.sampled_from([None, Circumstance("L", "")]),
    st.one_of(st.none(), st.builds(Flag, st.sampled_from(PEOPLE), st.just(NOON))),
    st.lists(st.one_of(st.none(), st.integers(0, 99)), max_size=12).map(tuple),
    st.one_of(st.none(), st.builds(ExplainedZero, st.sampled_from(ZeroReason), st.sampled_from(PEOPLE))),
    st.one_of(st.none(), st.builds(CheckerNote, st.text(max_size=200), st.sampled_from(PEOPLE), st.just(NOON))),
)


@given(rows)
def test_a_row_is_read_back_as_it_was_kept_whatever_it_holds(row: Row) -> None:
    assert row_from_list(row_to_list(row, {id_: place for place, id_ in enumerate(PEOPLE)}), PEOPLE) == row


@pytest.mark.parametrize(
    ("kept", "row"),
    [
        (["", 0, 0], Row()),
        (["45", 1, 2], Row(Mark(45), checked=True, revision=2)),
        (["45", 1, 2, 0], Row(Mark(45), checked=True, revision=2, entered_by="a")),
        (
            ["45", 1, 2, 0, "2026-06"],
            Row(Mark(45), checked=True, revision=2, entered_by="a", carried=SeriesId("2026-06")),
        ),
        (["", 0, 1, None, None, "L"], Row(None, revision=1, circumstance=Circumstance("L", ""))),
    ],
)
def test_rows_kept_before_there_were_flags_are_read_as_they_were(kept: list[Any], row: Row) -> None:
    assert row_from_list(kept, PEOPLE) == row


def test_a_flag_is_kept_and_history_has_who_set_and_who_lifted_it(store: Store) -> None:
    sheet, saved, _ = entered(store, 1001).enter([a_change(1001, Mark(45))], TEACHER, NOON)
    assert saved
    store.sheets.save(sheet, saved)
    flagged, doubted, _ = sheet.enter([a_flag(1001)], OFFICER, NOON)
    assert doubted
    store.sheets.save(flagged, doubted)

    assert store.sheets.get(SHEET) == flagged
    assert flagged.rows[ONE].flag == Flag(OFFICER.id, NOON)

    lifted, settled, _ = flagged.enter([a_flag(1001, revision=2, flagged=False)], TEACHER, NOON)
    assert settled
    store.sheets.save(lifted, settled)
    assert facts_of(store.ledger, SHEET)[:2] == [settled, doubted]


@pytest.mark.slow
def test_the_largest_sheet_takes_a_flag_on_every_mark() -> None:
    numbers = [CandidateNumber(f"{number}") for number in range(1000, 9100)]
    sheet, _ = add_entries(MarkSheet(SHEET, an_assessment()), numbers, ENTERED)
    by = By("1c9f0a52-7c1e-4f0a-9d2b-0123456789ab", TEACHER.name, TEACHER.channel)
    sheet, *_ = sheet.enter([a_change(int(n), Mark(45)) for n in numbers], by, NOON)
    sheet, *_ = sheet.enter([a_flag(int(n)) for n in numbers], by, NOON)

    item = SheetItem.of(sheet).serialize()

    assert sum(len(str(value).encode()) for attribute in item.values() for value in attribute.values()) < 400_000


@pytest.fixture
def _people(begin_with: BeginWith) -> None:
    begin_with(enrol)


def flag(revision: int, *, flagged: bool = True, **caller: Any) -> dict[str, Any]:
    change = {"candidate": "1001", "revision": revision, "flagged": flagged}
    [row] = save(change, key=f"key-flag-{revision}", **caller).body["rows"]
    return row


def latest() -> dict[str, Any]:
    return call(records.handler, "GET", f"{AT}/history").body["entries"][0]


@pytest.mark.usefixtures("_people")
def test_a_colleague_sees_whose_flag_it_is_where_marks_are_entered_reviewed_and_looked_back_at() -> None:
    complete()

    set_, again = flag(1, subject=OWEN), flag(1, subject=OWEN)

    assert (set_["result"], set_["checked"], set_["flag"]["by"], set_["flag"]["own"]) == (
        "saved",
        False,
        "Owen Reid",
        True,
    )
    assert again == set_
    seen = call(sheets.handler, "GET", AT).body["rows"][0]["flag"]
    assert seen == {**set_["flag"], "own": False}
    review = call(sheets.handler, "GET", f"{AT}/review")
    assert [(one["candidate"], one["missing"], one["flag"]) for one in review.body["missing"]] == [
        ("1001", "check", seen)
    ]
    assert (latest()["by"], latest()["changes"][0]["flag"]) == ("Owen Reid", "set")
    assert submit(review.headers["ETag"]).body["code"] == "sheet-incomplete"


@pytest.mark.usefixtures("_people")
def test_a_tick_settles_a_flag_and_history_says_who_did() -> None:
    complete()
    flag(1, subject=OWEN)

    [row] = save({"candidate": "1001", "revision": 2, "checked": True}, key="key-tick-1").body["rows"]

    assert (row["checked"], row["flag"]) == (True, None)
    assert (latest()["by"], latest()["changes"][0]["flag"]) == ("Asha Patel", "lifted")
    assert submit(call(sheets.handler, "GET", f"{AT}/review").headers["ETag"]).status == 200


@pytest.mark.usefixtures("_people")
def test_who_ticks_a_mark_that_a_colleague_flagged_meanwhile_is_told_whose_flag_it_is() -> None:
    save(mark(1001, 45))
    flag(1, subject=OWEN)

    [row] = save({"candidate": "1001", "revision": 1, "checked": True}, key="key-tick-1").body["rows"]

    assert (row["result"], row["flag"]["by"]) == ("conflict", "Owen Reid")


@pytest.mark.usefixtures("_people")
def test_an_mis_reads_flags_and_their_changes_as_they_come() -> None:
    save(mark(1001, 45))
    flag(1)
    flag(2, flagged=False)

    changes = call(records.handler, "GET", f"{LISTED}/changes").body["changes"]

    assert [row["flagged"] for change in changes for row in change["rows"]] == [False, True, False]
