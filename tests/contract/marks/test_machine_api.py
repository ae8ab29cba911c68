"""The API as an MIS uses it: many rows at once, what changed since, receipts, one client for several centres."""

from collections.abc import Mapping
from typing import Any, cast

import pytest

from centremark.bootstrap import Services
from centremark.domain.catalogue.catalogue import Centre
from centremark.domain.people import rate_limits as limits
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import Channel, Role
from centremark.domain.shared.identifiers import CentreNumber, SheetId
from centremark.domain.sheet.declaration import DECLARATION
from centremark.handlers.api import account, records, sheets
from tests.support.beginning import BeginWith
from tests.support.builders import CENTRE, CODE, SERIES, SHEET, a_candidate
from tests.support.entering import enter_candidates
from tests.support.http_api import Answer, call

AT = f"/v1/sheets/{SHEET}"
CHANGES = f"/v1/centres/{CENTRE}/series/{SERIES}/changes"
MIS = "client-of-the-mis"
SECOND = SheetId(SERIES, CentreNumber("58410"), CODE)
AGREED = {"version": DECLARATION.version, "agreed": list(DECLARATION.statements)}


def an_mis_and_people(services: Services) -> None:
    roles = frozenset({Role.ENTER, Role.SUBMIT})
    services.members.put(Member(MIS, "Demonstration MIS", {CENTRE: roles, SECOND.centre: roles}, machine=True))
    services.members.put(Member("owen", "Owen Reid", {CENTRE: roles}))
    services.members.put(Member("vi", "Vi Ewer", {CENTRE: frozenset({Role.VIEW, Role.ENTER})}))
    services.members.put(Member("elsewhere", "Elsa Where", {SECOND.centre: roles}))


@pytest.fixture(autouse=True)
def _mis(begin_with: BeginWith) -> None:  # pyright: ignore[reportUnusedFunction]  # pytest uses it
    begin_with(an_mis_and_people)


def ask(handler: Any, method: str, path: str, body: object = None, **more: Any) -> Answer:
    return call(handler, method, path, body, subject=MIS, machine=True, **more)


def put(*rows: Mapping[str, Any], key: str = "key-put-00001", if_match: str | None = "*", **more: Any) -> Answer:
    headers = {"Idempotency-Key": key} | ({"If-Match": if_match} if if_match else {})
    body = {"mode": "all-or-nothing", "rows": list(rows), **more}
    return ask(sheets.handler, "PUT", f"{AT}/marks", body, headers=headers)


def mark(candidate: int, value: int, **more: Any) -> dict[str, Any]:
    return {"candidate": f"{candidate}", "outcome": {"kind": "mark", "mark": value}, **more}


def entered() -> dict[str, Any]:
    rows = ask(sheets.handler, "GET", AT).body["rows"]
    return {row["candidate"]: row["outcome"] and row["outcome"].get("mark") for row in rows}


def test_a_whole_sheet_is_put_and_ticked_without_knowing_a_revision() -> None:
    absent = {"candidate": "1003", "outcome": {"kind": "absent"}, "checked": True}

    saved = put(mark(1001, 45, checked=True), mark(1002, 0, checked=True), absent, whole=True)

    assert (saved.status, saved.body["status"]) == (200, "ready")
    assert [row["result"] for row in saved.body["rows"]] == ["saved"] * 3
    assert put(mark(1001, 45, checked=True), mark(1002, 0, checked=True), absent, whole=True).body == saved.body


def test_a_put_that_changes_nothing_uses_up_its_key_too() -> None:
    put(mark(1001, 45))
    again = put(mark(1001, 45), key="key-put-00002")

    assert [row["result"] for row in again.body["rows"]] == ["unchanged"]
    reused = put(mark(1001, 46), key="key-put-00002")
    assert (reused.status, reused.body["code"]) == (422, "idempotency-key-reused")


def test_a_whole_sheet_that_leaves_someone_out_is_refused_with_their_numbers() -> None:
    answer = put(mark(1001, 45), whole=True)

    assert (answer.status, answer.body["code"]) == (409, "nothing-saved")
    assert [error["detail"] for error in answer.body["errors"]] == [
        "Candidate 1002 is left out.",
        "Candidate 1003 is left out.",
    ]


def test_all_or_nothing_points_at_every_row_that_cannot_be_saved() -> None:
    answer = put(mark(1001, 45), mark(1002, 71), mark(9999, 1), mark(1001, 46))

    assert (answer.status, answer.body["code"]) == (409, "nothing-saved")
    assert [(error["pointer"], error["code"]) for error in answer.body["errors"]] == [
        ("/rows/1", "outcome-refused"),
        ("/rows/2", "candidate-not-entered"),
        ("/rows/3", "candidate-repeated"),
    ]
    assert entered() == {"1001": None, "1002": None, "1003": None}


def test_good_rows_are_saved_beside_bad_ones_when_that_is_wanted() -> None:
    answer = put(mark(1001, 45), mark(1002, 71), mode="good-rows")

    assert [row["result"] for row in answer.body["rows"]] == ["saved", "refused"]
    assert entered()["1001"] == 45


def test_a_row_says_what_it_was_decided_on_or_the_request_does() -> None:
    nothing_said = put(mark(1001, 45), if_match=None)
    by_row = put(mark(1001, 45, revision=0), if_match=None, key="key-put-00002")
    stale_row = put(mark(1001, 46, revision=0), if_match=None, key="key-put-00003")
    stale_sheet = put(mark(1001, 46), if_match='"1"', key="key-put-00004")
    latest = put(mark(1001, 46), if_match=f'"{by_row.body["version"]}"', key="key-put-00005")
    no_tag_of_ours = put(mark(1001, 47), if_match='W/"1"', key="key-put-00006")

    assert (nothing_said.status, nothing_said.body["code"]) == (428, "precondition-required")
    assert by_row.status == 200
    assert [error["code"] for error in stale_row.body["errors"]] == ["revision-conflict"]
    assert [answer.status for answer in (stale_sheet, latest, no_tag_of_ours)] == [412, 200, 412]
    assert entered()["1001"] == 46


def test_a_tick_alone_keeps_the_mark_and_null_clears_it() -> None:
    put(mark(1001, 45))
    put({"candidate": "1001", "checked": True}, key="key-put-00002")
    assert ask(sheets.handler, "GET", AT).body["checked"] == 1

    put({"candidate": "1001", "outcome": None}, key="key-put-00003")
    assert entered()["1001"] is None


@pytest.mark.parametrize(
    ("raw", "pointers"),
    [
        ("", [""]),
        ("[", [""]),
        ('{"mode":"all-or-nothing","rows":[]}', ["/rows"]),
        ('{"mode":"some","rows":[{"candidate":"1001"}]}', ["/mode"]),
        (
            '{"mode":"good-rows","rows":[{"candidate":"1001","outcome":{"kind":"mark","mark":4.5}}]}',
            ["/rows/0/outcome/mark"],
        ),
        ('{"mode":"good-rows","rows":[{"candidate":"1001","shoe":4}]}', ["/rows/0/shoe"]),
        ('{"mode":"good-rows","rows":[{"candidate":"101"}]}', ["/rows/0/candidate"]),
        ('{"mode":"good-rows","rows":[' + ",".join(['{"candidate":"1001"}'] * 1001) + "]}", ["/rows"]),
    ],
)  # fmt: skip
def test_a_body_that_is_not_of_the_documented_shape_is_pointed_at(raw: str, pointers: list[str]) -> None:
    headers = {"Idempotency-Key": "key-put-00001", "If-Match": "*"}

    answer = ask(sheets.handler, "PUT", f"{AT}/marks", headers=headers, raw=raw)

    assert (answer.status, answer.body["code"]) == (422, "malformed-request")
    assert [error["pointer"] for error in answer.body["errors"]] == pointers


def changes(since: str | None = None) -> Any:
    return ask(records.handler, "GET", CHANGES, query={"since": since} if since else {}).body


def test_a_program_reads_every_change_once_and_then_only_news() -> None:
    put(mark(1001, 45))
    first = changes()
    nothing = changes(first["since"])
    put(mark(1001, 46), mark(1002, 9), key="key-put-00002")
    news = changes(nothing["since"])

    assert [change["what"] for change in first["changes"]] == ["EntriesChanged", "MarksSaved"]
    assert (nothing["changes"], nothing["more"]) == ([], False)
    [change] = news["changes"]
    assert (change["sheet"], change["channel"], change["by"]) == (str(SHEET), "api", "Demonstration MIS")
    assert change["rows"] == [
        {
            "candidate": "1001",
            "outcome": {"kind": "mark", "mark": 46},
            "checked": False,
            "flagged": False,
            "revision": 2,
            "criteria": [],
            "zero_reason": None,
        },
        {
            "candidate": "1002",
            "outcome": {"kind": "mark", "mark": 9},
            "checked": False,
            "flagged": False,
            "revision": 1,
            "criteria": [],
            "zero_reason": None,
        },
    ]


@pytest.mark.slow
def test_many_changes_come_in_pages_with_none_left_out() -> None:
    for turn in range(205):
        put(mark(1001, turn % 70), key=f"key-many-{turn:04d}")

    first = changes()
    rest = changes(first["since"])

    assert (len(first["changes"]), first["more"], rest["more"]) == (200, True, False)
    versions = [change["version"] for change in (*first["changes"], *rest["changes"])]
    assert versions == list(range(1, 207))


@pytest.mark.parametrize("cursor", ["nonsense", "e30x", "WzFd", "eyJIIjoxfQ", "eyJINDQ2LzAzIjoieCJ9"])
def test_a_cursor_of_someone_elses_is_refused(cursor: str) -> None:
    answer = ask(records.handler, "GET", CHANGES, query={"since": cursor})

    assert (answer.status, answer.body["code"]) == (422, "malformed")


def test_a_receipt_comes_once_the_marks_are_submitted_in_a_persons_name() -> None:
    absent = {"candidate": "1003", "outcome": {"kind": "absent"}, "checked": True}
    version = put(mark(1001, 45, checked=True), mark(1002, 0, checked=True), absent).body["version"]
    before = ask(records.handler, "GET", f"{AT}/receipt")

    def submit(key: str, **more: str) -> Answer:
        headers = {"Idempotency-Key": key, "If-Match": f'"{version}"'}
        return ask(sheets.handler, "POST", f"{AT}/submit", {"declaration": {**AGREED, **more}}, headers=headers)

    nobodys = submit("key-submit-1")
    others = [submit("key-submit-1", made_by=name) for name in ("Vi Ewer", "Elsa Where", "Demonstration MIS", "x")]
    submitted = submit("key-submit-2", made_by="Owen Reid")
    receipt = ask(records.handler, "GET", f"{AT}/receipt")

    assert (before.status, nobodys.status, nobodys.body["code"]) == (404, 422, "declaration-incomplete")
    assert {(other.status, other.body["code"], other.body["errors"][0]["pointer"]) for other in others} == {
        (422, "declarant-unknown", "/declaration/made_by")
    }
    assert receipt.body == submitted.body
    assert receipt.body["submitted_by"] == "Owen Reid (through Demonstration MIS)"
    assert changes()["changes"][-1]["reference"] == receipt.body["reference"]


def test_one_client_serves_each_of_its_centres_and_no_other(services: Services) -> None:
    services.catalogue.put(Centre(SECOND.centre, "Llys Derwen School"))
    enter_candidates(services, SECOND, [a_candidate(1001)])

    mine = [membership["centre"]["number"] for membership in ask(account.handler, "GET", "/v1/me").body["memberships"]]
    headers = {"Idempotency-Key": "key-put-00001", "If-Match": "*"}
    body = {"mode": "all-or-nothing", "rows": [mark(1001, 45)]}
    theirs = ask(sheets.handler, "PUT", f"/v1/sheets/{SECOND}/marks", body, headers=headers)
    strangers = ask(sheets.handler, "PUT", f"/v1/sheets/{SERIES}.11111.H446-03/marks", body, headers=headers)

    assert mine == ["58410", "64235"]
    assert (theirs.status, strangers.status) == (200, 404)


@pytest.mark.parametrize("channel", [Channel.API, Channel.WEB])
def test_who_asks_too_often_is_told_how_long_to_wait_and_others_are_not(
    monkeypatch: pytest.MonkeyPatch, channel: Channel
) -> None:
    monkeypatch.setitem(cast("dict[Channel, int]", limits.REQUESTS), channel, 2)
    too_often, other = (ask, call) if channel is Channel.API else (call, ask)

    answers = [too_often(account.handler, "GET", "/v1/me") for _ in range(5)]

    refused = [answer for answer in answers if answer.status == 429]
    assert refused
    assert {answer.body["code"] for answer in refused} == {"too-many-requests"}
    assert all(1 <= int(answer.headers["Retry-After"]) <= 60 for answer in refused)
    assert {other(account.handler, "GET", "/v1/me").status for _ in range(5)} == {200}
