"""Prints that failed, as their askers meet them over the API, the renderer's word in the bucket between."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from centremark.bootstrap import Services
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import Role
from centremark.domain.shared.outcomes import Mark
from centremark.handlers.api import records
from centremark.usecases.marks.enter_marks import EnterMarksCommand
from tests.contract.conftest import client
from tests.support.beginning import BeginWith
from tests.support.builders import CENTRE, SHEET, a_change, a_key, an_actor
from tests.support.http_api import SUBJECT, call

SLIPS = {"group": None, "review_by": "9999-05-03"}
KINDS: dict[str, tuple[str, Any, dict[str, str], str]] = {
    "a report": ("report", None, {}, "drafts/2027-06/64235/H446-03/2"),
    "slips": ("slips", SLIPS, {"review_by": "9999-05-03"}, "slips/2027-06/64235/H446-03/2-9999-05-03-all"),
}


def marked(services: Services) -> None:
    services.members.put(Member(SUBJECT, "Asha Patel", {CENTRE: frozenset({Role.ENTER})}))
    change = a_change(1001, Mark(1))
    services.enter_marks(EnterMarksCommand(SHEET, (change,), a_key("key-00000001")), an_actor(Role.ENTER))


@pytest.fixture(autouse=True)
def _marked(begin_with: BeginWith) -> None:
    begin_with(marked)


@pytest.mark.parametrize("kind", KINDS)
def test_a_print_that_failed_says_when_and_another_request_tries_again(kind: str) -> None:
    path, order, query, name = KINDS[kind]
    at = f"/v1/sheets/{SHEET}/{path}"
    asked = call(records.handler, "POST", at, order)
    failed_at = datetime.now(UTC)
    word = {"at": failed_at.isoformat(), "cause": "TypstError"}
    client("s3").put_object(Bucket="reports", Key=f"{name}.failed.json", Body=json.dumps(word).encode())

    failed = call(records.handler, "GET", at, query=query).body
    again = call(records.handler, "POST", at, order)
    call(records.handler, "POST", at, order)

    assert (asked.body["status"], asked.body["failed_at"]) == ("preparing", None)
    assert (failed["status"], failed["link"]) == ("failed", None)
    assert datetime.fromisoformat(failed["failed_at"]) == failed_at
    assert (again.status, again.body["status"], again.body["failed_at"]) == (202, "preparing", None)
    history = call(records.handler, "GET", f"/v1/sheets/{SHEET}/history").body["entries"]
    assert [entry["what"].endswith("Requested") for entry in history] == [True, True, False, False]
