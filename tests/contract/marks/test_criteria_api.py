"""Marks of criteria and reasons for a 0, as the page and programs send and read them."""

from typing import Any

import pytest

from centremark.bootstrap import Services
from centremark.handlers.api import records, sheets
from tests.contract.sheet.test_ports import Store, store, tables
from tests.support.beginning import BeginWith
from tests.support.builders import by_criteria
from tests.support.http_api import call
from tests.support.marks_api import AT, LISTED, enrol, mark, save

__all__ = ["store", "tables"]


def begin(services: Services) -> None:
    enrol(services)
    services.catalogue.put(by_criteria())


@pytest.fixture
def _people(begin_with: BeginWith) -> None:
    begin_with(begin)


def put(*rows: dict[str, Any], mode: str = "all-or-nothing") -> Any:
    headers = {"Idempotency-Key": "key-put-criteria", "If-Match": "*"}
    return call(sheets.handler, "PUT", f"{AT}/marks", {"mode": mode, "rows": list(rows)}, headers=headers)


def criteria(*marks: int | None, revision: int = 0, **more: Any) -> dict[str, Any]:
    return {"candidate": "1001", "revision": revision, "criteria": list(marks), **more}


def the_row() -> dict[str, Any]:
    [row, *_] = call(sheets.handler, "GET", AT).body["rows"]
    return row


def latest() -> dict[str, Any]:
    return call(records.handler, "GET", f"{AT}/history").body["entries"][0]["changes"][0]


def test_the_criteria_of_an_assessment_are_kept(store: Store) -> None:
    store.catalogue.put(by_criteria())

    assert store.catalogue.assessments(by_criteria().series) == [by_criteria()]


@pytest.mark.usefixtures("_people")
def test_a_sheet_names_its_criteria_and_a_row_their_marks_and_their_sum() -> None:
    [answer] = save(criteria(8, 12, 30)).body["rows"]

    assert (answer["result"], answer["outcome"], answer["criteria"]) == (
        "saved",
        {"kind": "mark", "mark": 50},
        [8, 12, 30],
    )
    assert the_row()["criteria"] == [8, 12, 30]
    head = call(sheets.handler, "GET", AT).body["criteria"]
    assert next((one["code"], one["title"], one["maximum"]) for one in head) == ("A01", "Analysis", 10)


@pytest.mark.usefixtures("_people")
def test_a_total_that_differs_is_pointed_at_and_nothing_is_replaced() -> None:
    save(criteria(8, 12, 30))

    answer = put({"candidate": "1001", "outcome": {"kind": "mark", "mark": 51}})

    assert (answer.status, answer.body["code"]) == (409, "nothing-saved")
    [point] = answer.body["errors"]
    assert (point["pointer"], point["code"]) == ("/rows/0", "total-differs")
    assert "add up to 50, but the total is 51" in point["detail"]
    assert the_row()["outcome"]["mark"] == 50


@pytest.mark.usefixtures("_people")
def test_a_program_sends_criteria_and_a_reason_and_reads_them_among_the_changes() -> None:
    put({"candidate": "1001", "criteria": [0, 0, 0], "zero_reason": "not-authenticated", "checked": True})

    [row] = call(records.handler, "GET", f"{LISTED}/changes").body["changes"][-1]["rows"]

    assert (row["criteria"], row["zero_reason"], row["checked"]) == ([0, 0, 0], "not-authenticated", True)


@pytest.mark.usefixtures("_people")
def test_history_says_which_criteria_changed_and_why_a_mark_is_0() -> None:
    save(criteria(8, 12, 30))
    save(criteria(8, 13, 29, revision=1), key="key-00000002")
    changed = latest()
    save(criteria(0, 0, 0, revision=2, zero_reason="worth-nothing"), key="key-00000003")

    assert (changed["before"], changed["after"]) == ("50", "50")
    assert changed["criteria"] == [
        {"code": "A02", "before": 12, "after": 13},
        {"code": "A03", "before": 30, "after": 29},
    ]
    assert latest()["zero_reason"] == "worth-nothing"


@pytest.mark.usefixtures("_people")
def test_a_zero_is_asked_about_until_somebody_says_why() -> None:
    [asked] = save(mark(1001, 0)).body["rows"]

    [told] = save({"candidate": "1001", "revision": 1, "zero_reason": "worth-nothing"}, key="key-00000002").body["rows"]

    assert (asked["query"]["code"], asked["zero_reason"]) == ("zero-mark", None)
    assert (told["query"], told["zero_reason"]) == (None, {"reason": "worth-nothing", "by": "Asha Patel"})
    assert the_row()["zero_reason"] == told["zero_reason"]


@pytest.mark.parametrize(
    "wrong",
    [{"criteria": [1.5, 2, 3]}, {"criteria": ["8", 2, 3]}, {"criteria": [1] * 13}, {"zero_reason": "no-work"}],
)
@pytest.mark.usefixtures("_people")
def test_what_is_no_mark_or_no_reason_is_refused_with_its_place(wrong: dict[str, Any]) -> None:
    answer = save({"candidate": "1001", "revision": 0, **wrong})

    assert answer.status == 422
    assert answer.body["errors"][0]["pointer"].startswith(f"/rows/0/{next(iter(wrong))}")
