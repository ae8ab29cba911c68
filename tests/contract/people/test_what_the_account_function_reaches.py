"""The keys of the Marks table that the account's routes ask for, which its policy must allow."""

from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any, Final

import pytest

from centremark.bootstrap import Services
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import Role
from centremark.handlers.api import account
from infra.local.template import Json, read_template
from infra.package.build import ROOT
from tests.contract.conftest import client
from tests.support.builders import CENTRE
from tests.support.http_api import call

WEBHOOK: Final = f"/v1/centres/{CENTRE}/webhook"
DEPARTMENTS: Final = f"/v1/centres/{CENTRE}/departments"
SETTINGS: Final = f"/v1/centres/{CENTRE}/settings"
REQUESTS: Final[tuple[tuple[str, str, Json | None], ...]] = (
    ("GET", "/v1/me", None),
    ("GET", "/v1/me/notices", None),
    ("PUT", "/v1/me/notices", {"language": "cy", "muted": []}),
    ("POST", "/v1/me/notices/works", None),
    ("GET", SETTINGS, None),
    ("PUT", SETTINGS, {"second_checker": True}),
    ("GET", DEPARTMENTS, None),
    ("PUT", DEPARTMENTS, {"departments": [{"name": "Science", "qualifications": ["H446"]}]}),
    ("GET", WEBHOOK, None),
    ("PUT", WEBHOOK, {"url": "https://93.184.215.14/hook"}),
    ("POST", f"{WEBHOOK}/secret", None),
    ("GET", f"{WEBHOOK}/deliveries", None),
    ("DELETE", WEBHOOK, None),
)


def requested(asked: Json) -> Iterator[Json]:
    """Every part of a request to DynamoDB that names a key of the Marks table."""
    if asked.get("TableName") == "marks":
        yield asked.get("Item") or asked.get("Key") or {"pk": asked["ExpressionAttributeValues"][":0"]}
    yield from asked.get("RequestItems", {}).get("marks", {}).get("Keys", [])
    for written in asked.get("TransactItems", []):
        for part in written.values():
            yield from requested(part)


@pytest.fixture
def keys() -> Iterator[set[str]]:
    """The partitions of the Marks table that are asked for."""
    found: set[str] = set()

    def note(params: Json, **_: Any) -> None:
        found.update(part["pk"]["S"] for part in requested(params))

    events = client("dynamodb").meta.events
    events.register("before-parameter-build.dynamodb", note)
    yield found
    events.unregister("before-parameter-build.dynamodb", note)


def test_the_policy_of_the_account_function_allows_every_key_that_its_routes_ask_for(
    services: Services, keys: set[str]
) -> None:
    resources = read_template(ROOT / "template.yaml")["Resources"]
    function = resources["AccountFunction"]["Properties"]
    [policy] = resources["AccountRole"]["Properties"]["Policies"]
    allowed = [
        pattern
        for statement in policy["PolicyDocument"]["Statement"]
        if statement["Resource"] == {"Fn::GetAtt": ["MarksTable", "Arn"]}
        for pattern in statement["Condition"]["ForAllValues:StringLike"]["dynamodb:LeadingKeys"]
    ]
    services.members.put(Member("mair", "Mair Pugh", {CENTRE: frozenset({Role.ADMINISTRATOR})}))

    for method, path, body in REQUESTS:
        answer = call(account.handler, method, path, body, subject="mair")
        assert answer.status == 200, (method, path, answer.text)

    assert {pattern for pattern in allowed if not any(fnmatchcase(key, pattern) for key in keys)} == set()
    assert {key for key in keys if not any(fnmatchcase(key, pattern) for pattern in allowed)} == set()
    assert {
        f"{event['Properties']['Method']} {event['Properties']['Path']}" for event in function["Events"].values()
    } == {f"{method} {path.replace(CENTRE, '{centre}')}" for method, path, _ in REQUESTS}
