"""A centre's own system is told of a confirmation by the deployed service, signed, and again when it was away."""

import json
from typing import Any

import httpx
import pytest

from centremark.domain.sheet.declaration import DECLARATION
from centremark_client.webhooks import Unverified, verify
from tests.integration.conftest import As
from tests.support.receiving import receiver
from tests.support.waiting import until

MAIR = "mair@llysderwen.example"
CENTRE = "/v1/centres/58410"
SHEET = "/v1/sheets/2027-06.58410.H446-03"


def test_a_confirmation_reaches_a_system_that_was_away_once_it_is_back(as_: As) -> None:
    mair = as_(MAIR)
    with receiver(503, 204) as (url, received):
        secret = mair.put(f"{CENTRE}/webhook", json={"url": url}).raise_for_status().json()["secret"]
        numbers = [row["candidate"] for row in mair.get(SHEET, params={"page": "all"}).json()["rows"]]
        marks = [{"candidate": number, "outcome": {"kind": "mark", "mark": 20}} for number in numbers]
        put_whole(as_("MIS"), marks)
        version = put_whole(mair, [{"candidate": number, "checked": True} for number in numbers])
        mair.post(
            f"{SHEET}/submit",
            json={"declaration": {"version": DECLARATION.version, "agreed": list(DECLARATION.statements)}},
            headers={"Idempotency-Key": "key-webhook-2", "If-Match": f'"{version}"'},
        ).raise_for_status()
        until(lambda: len(received) == 2)
        until(lambda: _state(as_) == "delivered")
        mair.delete(f"{CENTRE}/webhook").raise_for_status()

    first, again = received
    body = again["body"].encode()
    assert verify(again, body, [secret]) == first["webhook-id"]
    assert json.loads(body)["type"] == "marks.confirmed"
    assert json.loads(body)["data"]["sheet"] == "2027-06.58410.H446-03"
    with pytest.raises(Unverified):
        verify(again, body, [secret], now=float(again["webhook-timestamp"]) + 3600)


def put_whole(client: httpx.Client, rows: list[dict[str, Any]]) -> int:
    """Put every row of the sheet; gives its version."""
    body = {"mode": "all-or-nothing", "whole": True, "rows": rows}
    headers = {"Idempotency-Key": "key-webhook-1", "If-Match": "*"}
    return client.put(f"{SHEET}/marks", json=body, headers=headers).raise_for_status().json()["version"]


def _state(as_: As) -> str:
    [delivery] = as_(MAIR).get(f"{CENTRE}/webhook/deliveries").json()["deliveries"]
    return delivery["state"]


@pytest.mark.parametrize("url", ["https://mis.example/", "http://10.0.0.1/", "http://169.254.169.254/", "nonsense"])
def test_on_one_machine_no_message_leaves_it(as_: As, url: str) -> None:
    answer = as_(MAIR).put(f"{CENTRE}/webhook", json={"url": url})

    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")
