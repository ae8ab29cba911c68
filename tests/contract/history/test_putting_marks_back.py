"""What a history says was entered is saved again as it stands: marks are put back by an ordinary save."""

from typing import Any

import pytest

from centremark.bootstrap import Services
from centremark.handlers.api import records, sheets
from tests.support.beginning import BeginWith
from tests.support.builders import by_criteria
from tests.support.http_api import Answer, call
from tests.support.marks_api import AT, OWEN, enrol, mark, save

PARTS: dict[str, list[dict[str, Any]]] = {
    "a mark": [mark(1001, 45), mark(1001, 54, 1)],
    "absent": [{"candidate": "1001", "revision": 0, "outcome": {"kind": "absent"}}, mark(1001, 54, 1)],
    "nothing": [mark(1001, 54)],
    "a 0 and its reason": [mark(1001, 0, zero_reason="worth-nothing"), mark(1001, 54, 1)],
    "a mark that was cleared": [mark(1001, 45), {"candidate": "1001", "revision": 1, "outcome": None}],
}


@pytest.fixture(autouse=True)
def _people(begin_with: BeginWith) -> None:
    begin_with(enrol)


def entered(row: dict[str, Any]) -> dict[str, Any]:
    """What is entered in a row of a sheet, as a history says it."""
    zero = row["zero_reason"]
    return {"outcome": row["outcome"], "criteria": row["criteria"], "zero_reason": zero and zero["reason"]}


def the_row() -> dict[str, Any]:
    row: dict[str, Any] = call(sheets.handler, "GET", AT).body["rows"][0]
    return row


def latest() -> dict[str, Any]:
    [change] = call(records.handler, "GET", f"{AT}/history").body["entries"][0]["changes"]
    return change


def put_back(key: str, **caller: str) -> Answer:
    """Put the latest change back, as the page does it."""
    was, row = latest()["entered_before"], the_row()
    change = {"candidate": "1001", "revision": row["revision"], "outcome": was["outcome"]}
    criteria = {"criteria": was["criteria"] or None} if call(sheets.handler, "GET", AT).body["criteria"] else {}
    return save({**change, "zero_reason": was["zero_reason"], **criteria}, key=key, **caller)


@pytest.mark.parametrize("saves", PARTS.values(), ids=PARTS)
def test_a_change_is_put_back_and_so_is_putting_it_back(saves: list[dict[str, Any]]) -> None:
    for place, row in enumerate(saves):
        save(row, key=f"key-enter-{place}")
    before, after = latest()["entered_before"], latest()["entered_after"]

    answers = put_back("key-put-back"), entered(the_row()), put_back("key-again-01"), entered(the_row())

    assert [answers[place].body["rows"][0]["result"] for place in (0, 2)] == ["saved", "saved"]  # type: ignore[union-attr]
    assert (answers[1], answers[3]) == (before, after)


def with_criteria(services: Services) -> None:
    enrol(services)
    services.catalogue.put(by_criteria())


@pytest.mark.parametrize("first", [[8, 12, 30], [8, None, 30], []], ids=["all", "some", "none"])
def test_the_marks_of_criteria_are_put_back_as_they_were(begin_with: BeginWith, first: list[int | None]) -> None:
    begin_with(with_criteria)
    save({"candidate": "1001", "revision": 0, "criteria": first}, key="key-enter-1")
    held = the_row()["revision"]
    save({"candidate": "1001", "revision": held, "criteria": [1, 2, 3]}, key="key-enter-2")
    before = latest()["entered_before"]

    put_back("key-put-back")

    assert entered(the_row()) == before


def test_a_mark_put_back_loses_its_tick_and_is_in_the_name_of_whoever_did_it() -> None:
    save(mark(1001, 45, checked=True))
    save(mark(1001, 54, 1, checked=True), key="key-enter-2")

    put_back("key-put-back", subject=OWEN)

    row = the_row()
    assert (row["outcome"]["mark"], row["checked"], row["entered_by"]) == (45, False, "Owen Reid")
    [put, *_] = call(records.handler, "GET", f"{AT}/history").body["entries"]
    assert (put["what"], put["by"]) == ("MarksSaved", "Owen Reid")
