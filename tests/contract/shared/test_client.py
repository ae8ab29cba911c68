"""The Python client against the API's own document: its types are the schemas, its calls are the routes."""

import inspect
import json
import re
from pathlib import Path
from typing import Any, Final, get_type_hints, is_typeddict

import httpx
import pytest

from centremark_client import Centremark, Problem, client, types

DOCUMENT: Final[dict[str, Any]] = json.loads(Path("infra/openapi.json").read_text())
SCHEMAS: Final[dict[str, Any]] = DOCUMENT["components"]["schemas"]
MINE: Final = {name: kind for name, kind in vars(types).items() if is_typeddict(kind)}
CALL: Final = re.compile(r'"(GET|PUT|POST|PATCH)", f?"(/v1/[^"]+)"')


@pytest.mark.parametrize("name", MINE)
def test_a_type_has_the_fields_of_its_schema(name: str) -> None:
    schema, kind = SCHEMAS[name], MINE[name]

    assert set(get_type_hints(kind)) == set(schema["properties"])
    if name.endswith("In"):
        assert set(kind.__required_keys__) == set(schema["required"])


def test_a_call_goes_to_a_documented_route() -> None:
    source = inspect.getsource(client).replace('path = f"', '"GET", f"')
    called = {(method, re.sub(r"{\w+}", "{}", path)) for method, path in CALL.findall(source)}
    documented = {
        (method.upper(), re.sub(r"{\w+}", "{}", path))
        for path, operations in DOCUMENT["paths"].items()
        for method in operations
    }

    assert len(called) > 12
    assert called <= documented


class Board:
    """A board that answers in turn, and a client of it; notes what was asked and how long the client paused."""

    def __init__(self, *answers: httpx.Response) -> None:
        self.answers = list(answers)
        self.asked: list[httpx.Request] = []
        self.pauses: list[float] = []
        http = httpx.Client(transport=httpx.MockTransport(self._answer))
        where = "https://board.example/api", "https://board.example/oauth2/token"
        self.client = Centremark(*where, "id", "secret", http=http, pause=self.pauses.append)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/oauth2/token":
            return httpx.Response(200, json={"access_token": "token", "expires_in": 3600})
        self.asked.append(request)
        return self.answers.pop(0)


def test_a_throttled_request_is_sent_again_with_the_same_key_after_the_time_asked_for() -> None:
    board = Board(
        httpx.Response(429, json={"message": "Too Many Requests"}),
        httpx.Response(503, headers={"Retry-After": "1"}, json={}),
        httpx.Response(200, json={"version": 2}),
    )

    board.client.put_marks("2027-06.64235.H446-03", [{"candidate": "1001"}], mode="good-rows", overwrite=True)

    assert len({request.headers["Idempotency-Key"] for request in board.asked}) == 1
    assert [request.headers["Authorization"] for request in board.asked] == ["Bearer token"] * 3
    assert 0.7 < board.pauses[1] < 1.3


def test_a_service_that_stays_busy_is_told_after_a_while() -> None:
    board = Board(*[httpx.Response(503, json={"code": "busy", "detail": "Others are saving."})] * 6)

    with pytest.raises(Problem, match="busy"):
        board.client.me()

    assert sum(board.pauses) < 30


def test_a_refusal_is_a_problem_with_its_code() -> None:
    refusal: dict[str, object] = {"code": "stale", "detail": "The sheet changed.", "errors": []}
    board = Board(httpx.Response(412, json=refusal), httpx.Response(401, text="no"))

    with pytest.raises(Problem, match="stale: The sheet changed") as refused:
        board.client.me()
    with pytest.raises(Problem, match="http-401"):
        board.client.me()

    assert (refused.value.status, refused.value.code) == (412, "stale")


def test_changes_are_read_to_their_end() -> None:
    board = Board(
        httpx.Response(200, json={"changes": [{"version": 1}], "since": "a", "more": True}),
        httpx.Response(200, json={"changes": [{"version": 2}], "since": "b", "more": False}),
    )

    found, since = board.client.changes("64235", "2027-06")

    assert ([change["version"] for change in found], since) == ([1, 2], "b")
    assert board.asked[1].url.params["since"] == "a"


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("<Error><Code>EntityTooLarge</Code><ProposedSize>9</ProposedSize></Error>", "the file: EntityTooLarge."),
        ("<Error><Code>EntityTooSmall</Code></Error>", "the file: EntityTooSmall."),
        ("", "the file."),
    ],
)
def test_a_file_that_the_store_does_not_take_says_why(answer: str, why: str) -> None:
    begun = {"upload": {"id": "u"}, "ticket": {"url": "https://files.example/", "fields": {"key": "k"}}}
    board = Board(httpx.Response(201, json=begun), httpx.Response(400, text=answer))

    with pytest.raises(Problem) as refused:
        board.client.send_file("64235", "2027-06", "marks.csv", b"")

    assert (refused.value.status, refused.value.code) == (400, "file-not-taken")
    assert refused.value.detail.endswith(why)
