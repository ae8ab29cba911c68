"""What the API refuses: always a problem body with a stable code that names the place, and nothing half done."""

import json
import re
from dataclasses import replace
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from centremark.bootstrap import Services
from centremark.domain.shared.identifiers import AssessmentCode
from centremark.handlers.api import account, after_submission, board, files, people, read_files, records, sheets
from centremark.usecases.shared import retry as racing
from infra import openapi
from tests.support.beginning import BeginWith
from tests.support.builders import CENTRE, SHEET, a_candidate, an_assessment
from tests.support.entering import enter_candidates
from tests.support.http_api import SUBJECT, Handler, call
from tests.support.marks_api import AGREED, AT, LISTED, OWEN, complete, enrol, mark, save, submit
from tests.support.wire import transactions_refused


@pytest.fixture(autouse=True)
def _people(begin_with: BeginWith) -> None:
    begin_with(enrol)


DOCUMENT: Final[dict[str, Any]] = json.loads(openapi.COMMITTED.read_text())
ROUTES: Final = [(method.upper(), path) for path, methods in DOCUMENT["paths"].items() for method in methods]
HANDLERS: Final[tuple[Handler, ...]] = (
    sheets.handler,
    account.handler,
    people.handler,
    records.handler,
    files.handler,
    read_files.handler,
    after_submission.handler,
    board.handler,
)
PARAMETER: Final = re.compile(r"{(\w+)}")
EXAMPLES: Final = {
    "candidate": "1001",
    "centre": str(CENTRE),
    "number": "1",
    "person": "subject-of-owen",
    "series_id": "2027-06",
    "sheet": str(SHEET),
    "upload": "2027-06.64235.20270420120000-0123456789ab",
}
REFUSALS: dict[str, tuple[Handler, str, str, Any, dict[str, str], str, int, str]] = {
    "a stranger": (sheets.handler, "GET", AT, None, {}, "nobody", 404, "not-found"),
    "another centre": (sheets.handler, "GET", AT.replace("64235", "11111"), None, {}, SUBJECT, 404, "not-found"),
    "a viewer who enters": (
        sheets.handler, "PATCH", f"{AT}/marks", {"rows": [mark(1001, 1)]},
        {"Idempotency-Key": "key-00000001"}, "viewer", 403, "forbidden",
    ),
    "a teacher who chooses for the centre": (
        account.handler, "PUT", f"/v1/centres/{CENTRE}/settings", {"second_checker": False}, {}, SUBJECT,
        403, "forbidden",
    ),
    "a choice that is none": (
        account.handler, "PUT", f"/v1/centres/{CENTRE}/settings", {"second_checker": None}, {}, "head",
        422, "malformed-request",
    ),
    "no address": (records.handler, "GET", "/v1/nothing", None, {}, SUBJECT, 404, "not-found"),
    "no sheet id": (sheets.handler, "GET", "/v1/sheets/nonsense", None, {}, SUBJECT, 422, "malformed"),
    "no assessment": (sheets.handler, "GET", AT.replace("H446", "X446"), None, {}, SUBJECT, 404, "not-found"),
    "no such series": (
        records.handler, "GET", f"{LISTED}/submissions".replace("2027", "2031"), None, {}, SUBJECT, 404, "not-found",
    ),
    "no idempotency key": (
        sheets.handler, "PATCH", f"{AT}/marks", {"rows": [mark(1001, 1)]}, {}, SUBJECT, 422, "malformed-request",
    ),
    "no precondition": (
        sheets.handler, "POST", f"{AT}/submit", {"declaration": AGREED},
        {"Idempotency-Key": "key-00000001"}, SUBJECT, 428, "precondition-required",
    ),
    "a fraction of a mark": (
        sheets.handler, "PATCH", f"{AT}/marks",
        {"rows": [{"candidate": "1001", "revision": 0, "outcome": {"kind": "mark", "mark": 4.5}}]},
        {"Idempotency-Key": "key-00000001"}, SUBJECT, 422, "malformed-request",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSALS.values(), ids=REFUSALS.keys())
def test_a_refusal_is_a_problem_body_with_a_stable_code(
    case: tuple[Handler, str, str, Any, dict[str, str], str, int, str],
) -> None:
    handler, method, path, body, headers, subject, status, code = case

    answer = call(handler, method, path, body, headers=headers, subject=subject)

    assert (answer.status, answer.body["code"]) == (status, code)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert set(answer.body) == {"type", "title", "status", "code", "detail", "errors"}


@pytest.mark.parametrize(("method", "path"), ROUTES)
@pytest.mark.parametrize("subject", [SUBJECT, "nobody"])
def test_no_answer_of_any_route_is_kept_on_the_callers_computer(method: str, path: str, subject: str) -> None:
    address = PARAMETER.sub(lambda found: EXAMPLES[found[1]], path)

    answers = [call(handler, method, address, subject=subject) for handler in HANDLERS]

    [answer] = [each for each in answers if "The API does not have this address" not in each.text]
    assert (answer.headers["Cache-Control"], answer.status < 500) == ("no-store", True)


@pytest.mark.parametrize("path", [AT, f"{AT}/review"])
def test_an_answer_that_is_not_kept_still_has_its_entity_tag(path: str) -> None:
    answer = call(sheets.handler, "GET", path)

    assert (answer.status, answer.headers["ETag"], answer.headers["Cache-Control"]) == (200, '"1"', "no-store")


@pytest.mark.parametrize("claims", [{"token_use": "id"}, {}], ids=["an ID token", "a token that does not say"])
@pytest.mark.parametrize(("method", "path"), [("GET", AT), ("PATCH", f"{AT}/marks")])
def test_only_an_access_token_says_who_calls(claims: dict[str, str], method: str, path: str) -> None:
    body, headers = {"rows": [mark(1001, 1)]}, {"Idempotency-Key": "key-00000001"}

    answer = call(sheets.handler, method, path, body, headers=headers, claims=claims)

    assert (answer.status, answer.body["code"]) == (403, "forbidden")
    assert "access token" in answer.body["detail"]
    assert call(sheets.handler, "GET", AT).headers["ETag"] == '"1"'


def test_a_stale_review_and_a_lacking_declaration_are_refused() -> None:
    etag = complete()

    stale, lacking = submit('"1"'), submit(etag, key="key-submit-2", agreed=["marking"])

    assert (stale.status, stale.body["code"]) == (412, "stale")
    assert (lacking.status, lacking.body["code"]) == (422, "declaration-incomplete")


def test_a_key_used_for_another_request_is_refused() -> None:
    save(mark(1001, 45))

    again = save(mark(1001, 46))

    assert (again.status, again.body["code"]) == (422, "idempotency-key-reused")


def test_a_key_is_its_callers_own() -> None:
    save(mark(1001, 45))

    theirs = save(mark(1001, 45), subject=OWEN)

    assert (theirs.status, theirs.body["rows"][0]["result"]) == (200, "unchanged")


def test_a_key_is_for_one_address(services: Services) -> None:
    other = replace(SHEET, assessment=AssessmentCode("A100/01"))
    services.catalogue.put(replace(an_assessment(), code=other.assessment))
    enter_candidates(services, other, [a_candidate(1001)])
    save(mark(1001, 45))

    elsewhere = save(mark(1001, 45), at=f"/v1/sheets/{other}")

    assert (elsewhere.status, elsewhere.body["code"]) == (422, "idempotency-key-reused")


def test_who_loses_every_race_is_told_when_to_try_again_and_then_saves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(racing, "FIRST_PAUSE_SECONDS", 0)

    with transactions_refused("TransactionCanceledException", "TransactionConflict"):
        busy = save(mark(1001, 45))
    again = save(mark(1001, 45))

    assert (busy.status, busy.body["code"], busy.headers["Retry-After"]) == (503, "busy", "1")
    assert (again.status, again.body["rows"][0]["result"]) == (200, "saved")


def test_a_malformed_row_is_pointed_at() -> None:
    answer = save(mark(1001, 1), {"candidate": "1002", "revision": 0, "outcome": {"kind": "mark", "mark": "45"}})

    assert [error["pointer"] for error in answer.body["errors"]] == ["/rows/1/outcome/mark"]


@pytest.mark.parametrize(
    ("raw", "kind", "status"),
    [
        ("", "application/json", 422),
        ("{", "application/json", 422),
        ("[]", "application/json", 422),
        ("null", "application/json", 422),
        ("\ud800", "application/json", 422),
        ("rows=1", "application/x-www-form-urlencoded", 415),
        ("--x", "multipart/form-data", 415),
        ("x" * 100_000, "text/plain", 415),
    ],
)
def test_a_body_that_is_not_a_request_is_refused_as_the_callers_error(raw: str, kind: str, status: int) -> None:
    headers = {"Idempotency-Key": "key-00000001", "Content-Type": kind}

    answer = call(sheets.handler, "PATCH", f"{AT}/marks", headers=headers, raw=raw)

    assert answer.status == status
    assert answer.headers["Content-Type"] == "application/problem+json"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
near_rows = st.fixed_dictionaries(
    {},
    optional={
        "candidate": st.sampled_from(["1001", "1002", "9999"]) | json_values,
        "revision": st.integers(-1, 3) | json_values,
        "outcome": st.sampled_from([{"kind": "absent"}, {"kind": "mark", "mark": 5}, None]) | json_values,
        "checked": st.booleans() | json_values,
        "more": json_values,
    },
)


@pytest.mark.slow
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(near_rows, max_size=3), key=st.uuids())
def test_a_body_of_nearly_the_right_shape_never_gives_a_server_error(rows: list[Any], key: object) -> None:
    answer = call(sheets.handler, "PATCH", f"{AT}/marks", {"rows": rows}, headers={"Idempotency-Key": str(key)})

    assert answer.status in {200, 422}
