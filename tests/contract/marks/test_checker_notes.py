"""Notes to the checker, as the page sends and reads them."""

import pytest

from centremark.bootstrap import Services
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import BOARD_CENTRE, Role
from centremark.handlers.api import records, sheets
from tests.support.beginning import BeginWith
from tests.support.http_api import call
from tests.support.marks_api import AT, OWEN, enrol, mark, save

NOTE = "Please look at criterion 3 again"


@pytest.fixture(autouse=True)
def people(begin_with: BeginWith) -> None:
    begin_with(enrolled)


def enrolled(services: Services) -> None:
    enrol(services)
    services.members.put(Member("opal", "Opal Operator", {BOARD_CENTRE: frozenset({Role.OPERATOR})}))


def test_a_note_is_saved_and_answered_with_the_row_read_by_the_checker_and_resolved_by_them() -> None:
    saved, again = (save(mark(1001, 45, checker_note=NOTE)) for _ in range(2))
    seen = call(sheets.handler, "GET", AT, subject=OWEN).body["rows"][0]["checker_note"]
    resolved = save({"candidate": "1001", "revision": 1, "checker_note": None}, key="key-resolve-1", subject=OWEN)

    [row] = saved.body["rows"]
    assert {k: row["checker_note"][k] for k in ("text", "by", "own")} == {"text": NOTE, "by": "Asha Patel", "own": True}
    assert again.body == saved.body
    assert (seen["text"], seen["by"], seen["own"]) == (NOTE, "Asha Patel", False)
    assert (resolved.body["rows"][0]["result"], resolved.body["rows"][0]["checker_note"]) == ("saved", None)
    history = call(records.handler, "GET", f"{AT}/history").body["entries"]
    assert [(entry["by"], entry["changes"][0]["checker_note"]) for entry in history[:2]] == [
        ("Owen Reid", ""),
        ("Asha Patel", NOTE),
    ]


@pytest.mark.parametrize("text", ["", " ", "N" * 201, "two\nlines"], ids=["empty", "blank", "too long", "two lines"])
def test_a_note_that_cannot_be_is_refused_where_it_is(text: str) -> None:
    answer = save(mark(1001, 45, checker_note=text))

    assert (answer.status, answer.body["errors"][0]["pointer"]) == (422, "/rows/0/checker_note")


def test_the_board_reads_no_note() -> None:
    save(mark(1001, 45, checker_note=NOTE))

    answers = [
        call(sheets.handler, "GET", AT, subject="opal"),
        call(records.handler, "GET", f"{AT}/history", subject="opal"),
    ]

    assert [answer.status for answer in answers] == [200, 200]
    assert not any(NOTE in str(answer.body) for answer in answers)
