"""What cannot be read or is of something else is refused with its place, and never understood in some way."""

import json
from typing import Any, Final

import pytest

from centremark.bootstrap import Services
from centremark.domain.catalogue.catalogue import Centre
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import BOARD_CENTRE, Role
from centremark.domain.shared.identifiers import CentreNumber
from centremark.handlers.api import after_submission, board, records, sheets
from tests.support.beginning import BeginWith
from tests.support.builders import CENTRE, SHEET
from tests.support.http_api import Answer, Handler, call
from tests.support.marks_api import AT, LISTED, enrol, mark

KEY: Final = {"Idempotency-Key": "key-00000001"}
CHANGES: Final = f"{LISTED}/changes"
LONG: Final = "9" * 5000
BOARD_AT: Final = f"/v1/board/sheets/{SHEET}"
OUTCOME: Final = f"{BOARD_AT}/moderation/outcome"
A_MARK: Final = '{{"rows":[{{"candidate":"1001","revision":{revision},"outcome":{{"kind":"mark","mark":{mark}}}}}]}}'


def people(services: Services) -> None:
    enrol(services)
    services.members.put(Member("olu", "Olu Perator", {BOARD_CENTRE: frozenset({Role.OPERATOR})}))
    both = {CENTRE: frozenset({Role.SUBMIT}), BOARD_CENTRE: frozenset({Role.OPERATOR})}
    services.members.put(Member("both", "Bo Thoffices", both))


@pytest.fixture(autouse=True)
def _people(begin_with: BeginWith) -> None:
    begin_with(people)


def pointers(answer: Answer) -> list[str]:
    return [error["pointer"] for error in answer.body["errors"]]


@pytest.mark.parametrize("kind", ["Application/JSON", "application/json;charset=UTF-8", "APPLICATION/JSON ; charset=x"])
def test_media_types_are_compared_without_case_and_without_parameters(kind: str) -> None:
    answer = call(
        sheets.handler, "PATCH", f"{AT}/marks", {"rows": [mark(1001, 45)]}, headers={"content-type": kind} | KEY
    )

    assert (answer.status, answer.body["rows"][0]["result"]) == (200, "saved")


@pytest.mark.parametrize("kind", ["application/jsonx", "application/json-patch+json", "text/json", ""])
def test_another_media_type_is_refused(kind: str) -> None:
    answer = call(
        sheets.handler, "PATCH", f"{AT}/marks", {"rows": [mark(1001, 45)]}, headers={"content-type": kind} | KEY
    )

    assert (answer.status, answer.body["code"]) == (415, "unsupported-media-type")


@pytest.mark.parametrize("kind", ["application/json", "application/json; charset=utf-8", "application/json;charset="])
def test_a_body_that_the_gateway_encoded_is_the_same_request_as_one_it_did_not(kind: str) -> None:
    request = {"rows": [mark(1001, 45)]}
    headers = {"content-type": kind} | KEY

    first = call(sheets.handler, "PATCH", f"{AT}/marks", headers=headers, encoded=json.dumps(request).encode())
    again = call(sheets.handler, "PATCH", f"{AT}/marks", request, headers=headers)

    assert (first.status, first.body["rows"][0]["result"]) == (200, "saved")
    assert again.body == first.body


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe{\x00", '{"rows": "Łukasz"}'.encode("utf-16"), b'{"rows":"\xe9"}', b"\x89PNG\r\n", b"\xed\xa0\x80"],
)
@pytest.mark.parametrize("kind", ["application/json", "application/json; charset=iso-8859-1"])
def test_a_body_that_is_no_text_is_refused(content: bytes, kind: str) -> None:
    answer = call(sheets.handler, "PATCH", f"{AT}/marks", encoded=content, headers={"content-type": kind} | KEY)

    assert (answer.status, answer.body["code"], pointers(answer)) == (422, "malformed-request", [""])
    assert "UTF-8" in answer.body["detail"]


@pytest.mark.parametrize("kind", ["image/png", "application/octet-stream", "multipart/form-data; boundary=x"])
def test_a_file_sent_in_place_of_a_request_is_refused(kind: str) -> None:
    answer = call(sheets.handler, "PATCH", f"{AT}/marks", encoded=b"\x89PNG\xff", headers={"content-type": kind} | KEY)

    assert (answer.status, answer.body["code"]) == (415, "unsupported-media-type")


BODIES: Final = {
    "a mark": A_MARK.format(mark=LONG, revision=0),
    "a revision": A_MARK.format(mark=1, revision=LONG),
    "below nought": A_MARK.format(mark=f"-{LONG}", revision=0),
    "elsewhere": f'{{"rows":[],"{LONG}":{LONG}}}',
    "lists in lists": "[" * 100_000,
    "objects in objects": '{"rows":' * 100_000,
    "cut short": '{"rows":[{"candidate":"1001"',
    "no JSON": "{'rows': []}",
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
@pytest.mark.parametrize(
    ("handler", "method", "path"),
    [
        (sheets.handler, "PATCH", f"{AT}/marks"),
        (sheets.handler, "PUT", f"{AT}/marks"),
        (board.handler, "POST", OUTCOME),
    ],
)
def test_a_body_that_cannot_be_read_is_refused_at_every_route(
    handler: Handler, method: str, path: str, body: str
) -> None:
    answer = call(handler, method, path, raw=body, headers=KEY, subject="both")

    assert (answer.status, answer.body["code"]) == (422, "malformed-request")
    assert pointers(answer) == [""]


TWICE: Final = {
    "/rows/0/outcome": '{"rows":[{"candidate":"1001","revision":0,"outcome":null,"outcome":{"kind":"absent"}}]}',
    "/rows/1/candidate": '{"rows":[{"candidate":"1001"},{"candidate":"1002","revision":0,"candidate":"1003"}]}',
    "/rows": '{"rows":[{"a":1,"a":2}],"mode":"good-rows","rows":[]}',
    "/a~1b~0": '{"a/b~":1,"a/b~":1}',
    "/": '{"":1,"":2}',
}


@pytest.mark.parametrize(("place", "body"), TWICE.items())
@pytest.mark.parametrize("method", ["PATCH", "PUT"])
def test_a_name_that_is_given_twice_is_refused_at_its_place_and_neither_is_taken(
    method: str, place: str, body: str
) -> None:
    answer = call(sheets.handler, method, f"{AT}/marks", raw=body, headers=KEY | {"If-Match": "*"})

    assert (answer.status, answer.body["code"], pointers(answer)) == (422, "malformed-request", [place])
    assert {row["outcome"] for row in call(sheets.handler, "GET", AT).body["rows"]} == {None}


def test_a_mark_of_thousands_of_digits_is_no_mark_of_the_assessment() -> None:
    answer = call(sheets.handler, "PATCH", f"{AT}/marks", raw=A_MARK.format(mark="9" * 4000, revision=0), headers=KEY)

    assert (answer.status, answer.body["rows"][0]["result"]) == (200, "refused")


@pytest.mark.parametrize(
    ("tag", "code"), [(f'"{LONG}"', "unusable-tag"), (LONG, "malformed"), (f'W/"{LONG}"', "unusable-tag")]
)
def test_an_if_match_of_thousands_of_digits_names_no_version(tag: str, code: str) -> None:
    answer = call(
        sheets.handler,
        "POST",
        f"{AT}/submit",
        {"declaration": {"version": "", "agreed": []}},
        headers=KEY | {"If-Match": tag},
    )

    assert (answer.status, answer.body["code"]) == (412 if code == "unusable-tag" else 422, code)


@pytest.mark.parametrize("number", ["0", "-1", LONG, "x", "1.5"])
@pytest.mark.parametrize("decision", ["withdraw", "sent"])
def test_an_amendment_number_that_cannot_exist_is_refused(number: str, decision: str) -> None:
    answer = call(after_submission.handler, "POST", f"{AT}/amendments/{number}/{decision}", {})

    assert 400 <= answer.status < 500


@pytest.mark.parametrize("page", ["0", "-1", LONG, "1001", "one", "1.5", ""])
def test_a_page_number_that_cannot_exist_is_refused(page: str) -> None:
    answer = call(sheets.handler, "GET", AT, query={"page": page})

    assert answer.status == 422
    assert set(pointers(answer)) == {"/query/page"}


@pytest.mark.parametrize(
    "day",
    ["0", "86400", "1799971200", "2027-05-03T00:00:00Z", "2027-02-30", "3 May 2027", ""],
)
def test_a_day_is_written_out_or_refused_in_an_address(day: str) -> None:
    answer = call(records.handler, "GET", f"{AT}/slips", query={"review_by": day})

    assert (answer.status, pointers(answer)) == (422, ["/query/review_by"])


@pytest.mark.parametrize("day", [0, "86400", True, "2027-13-01", "0001-01-01T00:00:00+14:00", "2027-05-03\n"])
@pytest.mark.parametrize(
    ("handler", "path", "body", "place"),
    [
        (records.handler, f"{AT}/slips", {"group": None}, "review_by"),
        (after_submission.handler, f"{AT}/extension", {"reason": "Illness"}, "until"),
        (board.handler, f"{BOARD_AT}/extension", {"note": "No"}, "until"),
        (board.handler, f"{BOARD_AT}/amendments/1/work", {"candidates": ["1001"], "send_to": "A"}, "due"),
        (board.handler, OUTCOME, {"adjusted": []}, "release_at"),
    ],
)
def test_a_day_is_written_out_or_refused_in_a_body(
    handler: Handler, path: str, body: dict[str, Any], place: str, day: object
) -> None:
    answer = call(handler, "POST", path, {**body, place: day}, subject="both")

    assert (answer.status, pointers(answer)) == (422, [f"/{place}"])


@pytest.mark.parametrize(
    "before", ["x", "1", "00000002", "99999999", LONG, "00000001#", "00000001#A B", "\u0661" * 8, ""]
)
def test_a_place_in_no_history_is_refused(before: str) -> None:
    answer = call(records.handler, "GET", f"{AT}/history", query={"before": before})

    assert (answer.status, pointers(answer)) == (422, ["/query/before"])


def test_a_place_of_the_history_is_taken() -> None:
    assert call(records.handler, "GET", f"{AT}/history", query={"before": "00000001"}).body["entries"] == []


def cursor(path: str = CHANGES) -> str:
    return call(records.handler, "GET", path, subject="both").body["since"]


@pytest.fixture
def _two_centres(services: Services) -> None:
    other = Centre(CentreNumber("11111"), "Other School")
    services.catalogue.put(other)
    services.members.put(
        Member("both", "Bo Th", {number: frozenset({Role.ENTER}) for number in (CENTRE, other.number)})
    )


@pytest.mark.usefixtures("_two_centres")
def test_a_cursor_of_another_centre_is_refused_and_its_own_is_taken() -> None:
    elsewhere = CHANGES.replace(CENTRE, "11111")

    theirs = call(records.handler, "GET", elsewhere, query={"since": cursor()}, subject="both")
    own = call(records.handler, "GET", elsewhere, query={"since": cursor(elsewhere)}, subject="both")

    assert (theirs.status, theirs.body["code"], pointers(theirs)) == (422, "malformed", ["/query/since"])
    assert "another centre" in theirs.body["detail"]
    assert own.status == 200


@pytest.mark.usefixtures("_two_centres")
@pytest.mark.parametrize("change", ["{}!", "{}====", "A{}", "", "W1tbW1tb", "eyJINDQ2LzAzIjoxfQ", "Wy", "é"])
def test_a_cursor_that_was_touched_is_refused(change: str) -> None:
    touched = change.format(cursor())

    answer = call(records.handler, "GET", CHANGES, query={"since": touched}, subject="both")

    assert (answer.status, pointers(answer)) == (422, ["/query/since"])
