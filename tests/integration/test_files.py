"""Files of marks over real HTTP: posted to the bucket, checked by its event, applied in one transaction."""

import json
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from centremark.domain.sheet.declaration import DECLARATION
from infra.local.service import LocalService
from tests.integration.conftest import As
from tests.support.uploading import a_csv
from tests.support.waiting import A_BUSY_MACHINE, until

HARBOUR = "/v1/centres/64235/series/2027-06"
NORTHGATE = "/v1/centres/30917/series/2027-06"
SPOKEN = "/v1/sheets/2027-06.64235.J351-03"
PROJECT = "/v1/sheets/2027-06.30917.H446-03"
ASHA, DEV = "asha@harbourview.example", "dev@northgate.example"
AGREED = {"version": DECLARATION.version, "agreed": list(DECLARATION.statements)}


def send(client: httpx.Client, centre: str, content: bytes, key: str, **more: Any) -> str:
    """Begin an upload and post its file as a browser does; gives the upload's address."""
    begun = client.post(
        f"{centre}/uploads", json={"file_name": "marks (1).X01", **more}, headers={"Idempotency-Key": key}
    )
    ticket = begun.raise_for_status().json()["ticket"]
    posted = post(ticket, content)
    assert posted.status_code == 201, posted.text
    return f"/v1/uploads/{begun.json()['upload']['id']}"


def post(ticket: dict[str, Any], content: bytes) -> httpx.Response:
    """Post a file as its ticket says."""
    fields, file = ticket["fields"], {"file": content}
    return httpx.post(ticket["url"], data=fields, files=file, trust_env=False, timeout=A_BUSY_MACHINE)


def checked(client: httpx.Client, at: str) -> dict[str, Any]:
    """Wait until a file has been looked at."""

    def look() -> dict[str, Any] | None:
        upload = client.get(at).raise_for_status().json()
        return upload if upload["state"] in {"ready", "refused"} else None

    return until(look) or {}


@pytest.fixture
def asha(as_: As) -> httpx.Client:
    return as_(ASHA)


def test_a_file_with_errors_is_mended_sent_again_and_applied(asha: httpx.Client) -> None:
    candidates = [row["candidate"] for row in asha.get(SPOKEN, params={"page": "all"}).json()["rows"]]
    marks = [(int(candidate), "Distinction") for candidate in candidates]
    bad = checked(asha, at := send(asha, HARBOUR, a_csv((9999, "D"), *marks[:-1], assessment="J351/03"), "key-bad-1"))
    assert (bad["state"], bad["good"], bad["bad"]) == ("ready", len(marks) - 1, 1)
    assert "candidate-not-entered" in asha.get(f"{at}/errors").text
    refused = asha.post(f"{at}/accept", json={"mode": "all-or-nothing"})
    assert (refused.status_code, refused.json()["code"]) == (409, "file-has-faults")
    asha.post(f"{at}/cancel").raise_for_status()

    at = send(asha, HARBOUR, a_csv(*marks, assessment="J351/03"), "key-good-1")
    assert checked(asha, at)["bad"] == 0
    applied = asha.post(f"{at}/accept", json={"mode": "all-or-nothing"}).raise_for_status().json()

    assert applied["applied"]["saved"] == len(marks)
    sheet = asha.get(SPOKEN).json()
    assert (sheet["entered"], sheet["checked"]) == (len(marks), 0)
    assert asha.get(f"{SPOKEN}/history").json()["entries"][0]["channel"] == "file"
    link = asha.get(f"{at}/file").json()["link"]
    assert httpx.get(link, trust_env=False, timeout=A_BUSY_MACHINE).content == a_csv(*marks, assessment="J351/03")


def test_a_file_sent_again_under_its_ticket_does_not_replace_the_one_that_was_checked(
    asha: httpx.Client,
) -> None:
    first, second = (a_csv((9999, mark), assessment="J351/03") for mark in ("D", "P"))
    begun = asha.post(f"{HARBOUR}/uploads", json={"file_name": "x.csv"}, headers={"Idempotency-Key": "key-twice-1"})
    ticket, at = begun.json()["ticket"], f"/v1/uploads/{begun.json()['upload']['id']}"

    post(ticket, first).raise_for_status()
    checked(asha, at)
    post(ticket, second).raise_for_status()
    asha.post(f"{at}/check").raise_for_status()

    link = asha.get(f"{at}/file").json()["link"]
    assert httpx.get(link, trust_env=False, timeout=A_BUSY_MACHINE).content == first


def test_a_check_that_broke_off_is_made_again_of_the_file_as_it_was_received(
    asha: httpx.Client, service: LocalService
) -> None:
    begun = asha.post(f"{HARBOUR}/uploads", json={"file_name": "x.csv"}, headers={"Idempotency-Key": "key-broken-1"})
    ticket, at = begun.json()["ticket"], f"/v1/uploads/{begun.json()['upload']['id']}"
    before = a_csv((9999, "D"), (9998, "D"), assessment="J351/03")

    post(ticket, before).raise_for_status()
    assert checked(asha, at)["bad"] == 2

    broken_off(service, at.rpartition("/")[2])
    post(ticket, a_csv((9999, "D"), assessment="J351/03")).raise_for_status()

    assert checked(asha, at)["bad"] == 2


def broken_off(service: LocalService, upload: str) -> None:
    """Leave an upload as it is when its check ends in the middle: received, and kept as a version of the object."""
    tables, (series, centre, token) = service.cloud.client("dynamodb"), upload.split(".")
    where = {
        "TableName": service.stack.outputs["MarksTable"],
        "Key": {"pk": {"S": f"UPLOAD#{series}#{centre}"}, "sk": {"S": token}},
    }
    body = json.loads(tables.get_item(**where)["Item"]["b"]["S"]) | {"state": "received", "preview": ""}
    tables.update_item(
        **where, UpdateExpression="SET b = :b", ExpressionAttributeValues={":b": {"S": json.dumps(body)}}
    )


def test_a_file_that_is_older_than_a_mark_says_who_entered_the_mark(asha: httpx.Client) -> None:
    candidate = a_grade(asha, "D")
    export = asha.get(f"{SPOKEN}/file", params={"format": "csv"}).raise_for_status().content
    a_grade(asha, "P")

    checked(asha, at := send(asha, HARBOUR, export, "key-older-1"))

    for _ in range(2):
        [line] = [one for one in asha.get(f"{at}/lines").json()["lines"] if one["candidate"] == candidate]
        assert line["since"]["by"] == "Asha Patel"
        asha.post(f"{at}/check").raise_for_status()
    asha.post(f"{at}/cancel").raise_for_status()


def a_grade(client: httpx.Client, grade: str) -> str:
    """Enter a grade for the first candidate, and give their number."""
    row = client.get(SPOKEN).raise_for_status().json()["rows"][0]
    change = {"candidate": row["candidate"], "revision": row["revision"], "outcome": {"kind": "grade", "grade": grade}}
    saved = client.patch(f"{SPOKEN}/marks", headers={"Idempotency-Key": f"key-grade-{grade}"}, json={"rows": [change]})
    assert saved.raise_for_status().json()["rows"][0]["result"] in {"saved", "unchanged"}, saved.text
    return row["candidate"]


def test_a_file_larger_than_the_ticket_allows_is_refused_by_the_bucket(asha: httpx.Client) -> None:
    begun = asha.post(f"{HARBOUR}/uploads", json={"file_name": "x.csv"}, headers={"Idempotency-Key": "key-large-1"})
    ticket = begun.json()["ticket"]

    posted = post(ticket, b"x" * (ticket["max_bytes"] + 1))

    assert posted.status_code in {400, 403, 413}, posted.status_code


def test_two_files_for_one_sheet_at_the_same_moment_never_mix(as_: As) -> None:
    dev = as_(DEV)
    rows = dev.get(PROJECT, params={"page": "all"}).raise_for_status().json()["rows"]
    candidates = [int(row["candidate"]) for row in rows[:200]]
    files = [a_csv(*((candidate, str(mark)) for candidate in candidates)) for mark in (11, 12, 13)]
    uploads = [send(dev, NORTHGATE, content, f"key-race-{place}") for place, content in enumerate(files)]
    for at in uploads:
        assert checked(dev, at)["bad"] == 0

    def accept(at: str) -> int:
        return dev.post(f"{at}/accept", json={"mode": "good-rows"}).status_code

    with ThreadPoolExecutor(3) as both:
        answers = sorted(both.map(accept, uploads))

    rows = dev.get(PROJECT, params={"page": "all"}).json()["rows"]
    marks = {row["outcome"]["mark"] for row in rows if int(row["candidate"]) in set(candidates)}
    assert answers == [200, 409, 409]
    assert len(marks) == 1


@pytest.fixture
def timed() -> Callable[[Callable[[], Any]], tuple[Any, float]]:
    def measure(work: Callable[[], Any]) -> tuple[Any, float]:
        began = time.monotonic()
        return work(), time.monotonic() - began

    return measure


def test_a_thousand_candidates_are_uploaded_previewed_and_applied(
    as_: As, timed: Callable[[Callable[[], Any]], tuple[Any, float]], record_property: Callable[[str, object], None]
) -> None:
    dev = as_(DEV)
    rows = dev.get(PROJECT, params={"page": "all"}).raise_for_status().json()["rows"]
    content = a_csv(*((int(row["candidate"]), str(30 + place % 40)) for place, row in enumerate(rows)))

    at, sending = timed(lambda: send(dev, NORTHGATE, content, "key-thousand-1"))
    upload, checking = timed(lambda: checked(dev, at))
    applied, applying = timed(lambda: dev.post(f"{at}/accept", json={"mode": "all-or-nothing"}))

    for name, seconds in (("sent", sending), ("previewed", checking), ("applied", applying)):
        record_property(name, round(seconds, 2))
    print(f"1,000 candidates: sent {sending:.2f} s, previewed {checking:.2f} s, applied {applying:.2f} s")  # noqa: T201
    assert (upload["good"], upload["bad"]) == (1000, 0)
    assert applied.raise_for_status().json()["state"] == "applied"
    assert dev.get(PROJECT).json()["entered"] == 1000
