"""Entries that change, as the board and the centre meet them: over DynamoDB."""

import json
from typing import Any

import pytest

from centremark.bootstrap import Services
from centremark.domain.actor import BOARD_OFFICE, Role
from centremark.domain.ports import Member
from centremark.handlers import board, marks, records
from tests.support.builders import CENTRE, SHEET, a_candidate
from tests.support.http_api import SUBJECT, Answer, call

AT = f"/v1/sheets/{SHEET}"
BOARD_AT = f"/v1/board/sheets/{SHEET}"
OPERATOR = "subject-of-olu"


@pytest.fixture(autouse=True)
def _people(services: Services) -> None:
    services.members.put(Member(SUBJECT, "Asha Patel", {CENTRE: frozenset({Role.ENTER, Role.SUBMIT})}))
    services.members.put(Member(OPERATOR, "Olu Perator", {BOARD_OFFICE: frozenset({Role.OPERATOR})}))


def by_board(what: str, body: dict[str, Any], subject: str = OPERATOR) -> Answer:
    return call(board.handler, "POST", f"{BOARD_AT}/{what}", body, subject=subject)


def an_entry(number: int, name: str = "JONES Amelia", **more: Any) -> dict[str, Any]:  # noqa: ANN401
    candidate = a_candidate(number)
    return {"candidate": candidate.number, "name": name, "uci": candidate.uci, **more}


def rows() -> dict[str, dict[str, Any]]:
    """The sheet's rows by candidate."""
    return {row["candidate"]: row for row in call(marks.handler, "GET", AT, query={"page": "all"}).body["rows"]}


def latest() -> dict[str, Any]:
    """The latest entry of the sheet's history."""
    return call(records.handler, "GET", f"{AT}/history").body["entries"][0]


def test_a_changed_name_is_shown_with_the_former_one_and_history_names_nobody() -> None:
    assert by_board("entries", {"entries": [an_entry(1001, "SMITH Amelia")]}).status == 200

    row, entry = rows()["1001"], latest()
    assert (row["name"], row["group"], row["note"]["former"]) == ("SMITH Amelia", "13A", "JONES Amelia")
    assert rows()["1002"]["note"] is None
    assert (entry["what"], entry["corrected"]) == ("EntriesChanged", ["1001"])
    assert "SMITH" not in json.dumps(entry)
    assert "JONES" not in json.dumps(entry)
