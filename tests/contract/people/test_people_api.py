"""The routes about a centre's people, as the page calls them, and the keys that they ask the tables for."""

import json
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any, Final

import pytest

from centremark.bootstrap import Services
from centremark.bootstrap.aws import AwsPorts
from centremark.domain.people.ports import Member, SignIn
from centremark.domain.shared.actor import Role
from centremark.handlers.api import account, people, records
from infra.local.template import Json, read_template
from infra.package.build import ROOT
from tests.contract.conftest import ENVIRONMENT, client
from tests.contract.people.test_what_the_account_function_reaches import keys, requested
from tests.support.builders import CENTRE
from tests.support.http_api import Answer, call
from tests.support.memory_people import MemorySignIns

__all__ = ["keys", "requested"]

AT: Final = f"/v1/centres/{CENTRE}/people"
RHYS: Final = {"name": "Rhys Bevan", "email": "Rhys@School.example", "roles": ["enter marks"]}


@pytest.fixture
def sign_ins(services: Services, monkeypatch: pytest.MonkeyPatch) -> MemorySignIns:
    made = MemorySignIns()
    monkeypatch.setattr(AwsPorts, "sign_ins", made)
    people.services.cache_clear()
    for subject, name, role in (
        ("helen", "Helen Head", Role.ADMINISTRATOR),
        ("asha", "Asha Patel", Role.ENTER),
    ):
        email = f"{subject}@school.example"
        services.members.put(Member(subject, name, {CENTRE: frozenset({role})}, email=email))
        made.known[email] = SignIn(subject, has_password=True)
    made.known["rhys@school.example"] = SignIn("subject-of-rhys", has_password=False)
    return made


@pytest.fixture(autouse=True)
def _used(sign_ins: MemorySignIns) -> Iterator[None]:
    assert sign_ins
    yield
    people.services.cache_clear()


def ask(method: str, path: str, body: object = None, *, subject: str = "helen", key: str = "") -> Answer:
    headers = {"Idempotency-Key": key or f"key-{method}-{path}-{json.dumps(body)}"[:100]} if method != "GET" else {}
    return call(people.handler, method, path, body, headers=headers, subject=subject)


def test_an_administrator_invites_gives_roles_and_removes(sign_ins: MemorySignIns) -> None:
    invited = ask("POST", AT, RHYS)
    assert (invited.status, invited.body["email"], invited.body["roles"]) == (
        200,
        "rhys@school.example",
        ["enter marks"],
    )
    assert invited.body["invitation_sent_at"]
    assert sign_ins.mailed == ["rhys@school.example"]

    given = ask("PUT", f"{AT}/subject-of-rhys/roles", {"roles": ["submit marks"], "before": ["enter marks"]})
    assert given.body["person"]["roles"] == ["submit marks"]
    call(account.handler, "GET", "/v1/me", subject="subject-of-rhys")
    [rhys] = [one for one in ask("GET", AT).body["people"] if one["id"] == "subject-of-rhys"]
    assert rhys["last_signed_in"]

    removed = ask("PUT", f"{AT}/subject-of-rhys/roles", {"roles": [], "before": ["submit marks"]})
    assert (removed.status, removed.body) == (200, {"person": None})
    assert call(account.handler, "GET", "/v1/me", subject="subject-of-rhys").body["memberships"] == []

    history = call(records.handler, "GET", f"/v1/centres/{CENTRE}/history", subject="helen").body["entries"]
    assert [(entry["what"], entry["about"], entry["before"], entry["after"]) for entry in history] == [
        ("MembershipChanged", "Rhys Bevan", ["submit marks"], []),
        ("MembershipChanged", "Rhys Bevan", ["enter marks"], ["submit marks"]),
        ("InvitationSent", "Rhys Bevan", [], []),
        ("MembershipChanged", "Rhys Bevan", [], ["enter marks"]),
    ]
    assert {entry["by"] for entry in history} == {"Helen Head"}


def test_a_role_is_asked_for_and_given_or_declined() -> None:
    wanted = {"role": "submit marks"}

    asked = ask("POST", f"/v1/centres/{CENTRE}/role-requests", wanted, subject="asha")
    assert (asked.body["administrators"], asked.body["asked"][0]["role"]) == (["Helen Head"], "submit marks")
    [request] = ask("GET", AT).body["requests"]
    assert (request["person"], request["name"], request["role"]) == ("asha", "Asha Patel", "submit marks")
    kept = client("sqs").receive_message(QueueUrl=ENVIRONMENT["CENTREMARK_MAIL_QUEUE"])["Messages"]
    assert json.loads(kept[0]["Body"])["kind"] == "role-asked"

    declined = ask("POST", f"{AT}/asha/declined", wanted)
    assert (declined.status, ask("GET", AT).body["requests"]) == (200, [])
    again = ask("POST", f"/v1/centres/{CENTRE}/role-requests", wanted, subject="asha", key="another-key")
    assert (again.status, again.body["code"]) == (409, "asked-today")


def test_a_person_leaves_a_centre_and_the_history_says_so_in_their_name() -> None:
    at = f"/v1/centres/{CENTRE}/leave"

    left = ask("POST", at, subject="asha", key="key-leave")

    assert (left.status, left.body) == (200, {"centre": CENTRE})
    assert call(account.handler, "GET", "/v1/me", subject="asha").body["memberships"] == []
    [entry] = call(records.handler, "GET", f"/v1/centres/{CENTRE}/history", subject="helen").body["entries"]
    assert (entry["what"], entry["about"], entry["by"], entry["after"]) == (
        "MembershipChanged",
        "Asha Patel",
        "Asha Patel",
        [],
    )
    assert ask("POST", at, subject="asha", key="key-leave").status == 404
    last = ask("POST", at, key="key-leave")
    assert (last.status, last.body["code"]) == (409, "last-administrator")


def test_a_person_sees_who_gave_them_access() -> None:
    invited = ask("POST", AT, RHYS).body

    seen = ask("GET", f"/v1/centres/{CENTRE}/administrators", subject="subject-of-rhys").body

    assert (seen["given_by"], seen["given_at"]) == ("Helen Head", invited["given_at"])
    seen = ask("GET", f"/v1/centres/{CENTRE}/administrators", subject="asha").body
    assert (seen["given_by"], seen["given_at"]) == (None, None)


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({**RHYS, "email": "rhys"}, "/email"),
        ({**RHYS, "email": "\u0430sha@school.example"}, "/email"),
        ({**RHYS, "name": " "}, "/name"),
        ({**RHYS, "name": "Rhys\u202eBevan"}, "/name"),
        ({**RHYS, "name": "http://evil.example/login click here"}, "/name"),
        ({**RHYS, "name": "evil.example"}, "/name"),
        ({**RHYS, "roles": ["head of everything"]}, "/roles/0"),
        ({**RHYS, "centre": "58410"}, "/centre"),
    ],
)
def test_what_is_wrong_with_an_invitation_is_pointed_at(body: Json, pointer: str) -> None:
    refused = ask("POST", AT, body)

    assert (refused.status, [one["pointer"] for one in refused.body["errors"]]) == (422, [pointer])


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("POST", AT, {**RHYS, "roles": ["board operator"]}, 422, "roles-refused"),
        ("POST", AT, {**RHYS, "roles": []}, 422, "roles-refused"),
        ("POST", AT, {**RHYS, "email": "ASHA@school.example"}, 409, "already-at-centre"),
        ("PUT", f"{AT}/helen/roles", {"roles": [], "before": ["centre administrator"]}, 409, "last-administrator"),
        ("PUT", f"{AT}/asha/roles", {"roles": ["view"], "before": ["view"]}, 409, "person-changed"),
        ("PUT", f"{AT}/nobody/roles", {"roles": ["view"], "before": []}, 404, "not-found"),
        ("POST", f"{AT}/nobody/invitation", None, 404, "not-found"),
        ("PUT", "/v1/centres/00000/people/asha/roles", {"roles": ["board operator"], "before": []}, 404, "not-found"),
    ],
)
def test_what_cannot_be_is_refused_in_words(method: str, path: str, body: Any, status: int, code: str) -> None:
    refused = ask(method, path, body)

    assert (refused.status, refused.body["code"]) == (status, code)


LIMITED: Json = {"role": "enter marks", "assessments": ["H446/03"]}


@pytest.mark.parametrize(
    ("method", "path", "body", "pointer"),
    [
        ("POST", AT, {**RHYS, "roles": ["board operator"]}, "/roles"),
        ("POST", AT, {**RHYS, "roles": []}, "/roles"),
        ("POST", AT, {**RHYS, "limits": [{**LIMITED, "role": "board operator"}]}, "/limits"),
        ("POST", AT, {**RHYS, "limits": [{**LIMITED, "role": "view"}]}, "/limits"),
        ("POST", AT, {**RHYS, "limits": [LIMITED]}, "/limits"),
        ("POST", AT, {**RHYS, "email": "ASHA@school.example"}, "/email"),
        ("PUT", f"{AT}/asha/roles", {"roles": ["board operator"], "before": ["enter marks"]}, "/roles"),
        ("PUT", f"{AT}/asha/roles", {"roles": ["view"], "before": ["view"]}, "/before"),
        ("POST", f"/v1/centres/{CENTRE}/role-requests", {"role": "board operator"}, "/role"),
        ("POST", f"/v1/centres/{CENTRE}/role-requests", {"role": "centre administrator"}, "/role"),
    ],
)
def test_what_a_centre_refuses_about_a_person_is_pointed_at(method: str, path: str, body: Json, pointer: str) -> None:
    refused = ask(method, path, body)

    assert [(one["pointer"], one["code"]) for one in refused.body["errors"]] == [(pointer, refused.body["code"])]
    assert refused.body["errors"][0]["detail"] == refused.body["detail"]


def test_roles_for_single_assessments_are_given_shown_and_asked_for() -> None:
    limits = [{"role": "enter marks", "assessments": ["H446/03", "J277/02"]}]
    body = {"roles": [], "limits": limits, "before": ["enter marks"]}

    given = ask("PUT", f"{AT}/asha/roles", body)
    assert (given.status, given.body["person"]["roles"], given.body["person"]["limits"]) == (200, ["view"], limits)
    me = call(account.handler, "GET", "/v1/me", subject="asha").body
    assert [(held["roles"], held["limits"]) for held in me["memberships"]] == [(["view"], limits)]

    wanted = {"role": "submit marks", "assessment": "H446/03"}
    asked = ask("POST", f"/v1/centres/{CENTRE}/role-requests", wanted, subject="asha")
    assert [(one["role"], one["assessment"]) for one in asked.body["asked"]] == [("submit marks", "H446/03")]
    [request] = ask("GET", AT).body["requests"]
    assert (request["role"], request["assessment"]) == ("submit marks", "H446/03")
    declined = ask("POST", f"{AT}/asha/declined", wanted)
    assert (declined.status, declined.body["assessment"]) == (200, "H446/03")

    entries = call(records.handler, "GET", f"/v1/centres/{CENTRE}/history", subject="helen").body["entries"]
    assert {(entry["what"], *entry["before"], *entry["after"]) for entry in entries} == {
        ("MembershipChanged", "enter marks", "view", "enter marks (H446/03, J277/02)"),
        ("RoleRequested", "submit marks (H446/03)"),
        ("RoleDeclined", "submit marks (H446/03)"),
    }


UNREADABLE: Final[dict[str, tuple[list[str], str]]] = {
    "none": ([], "/limits/0/assessments"),
    "a code without its stroke": (["h446-03"], "/limits/0/assessments/0"),
    "too many": ([f"A{n:03d}/01" for n in range(41)], "/limits/0/assessments"),
}


@pytest.mark.parametrize(("codes", "pointer"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_limit_that_cannot_be_read_is_pointed_at(codes: list[str], pointer: str) -> None:
    limits = [{"role": "enter marks", "assessments": codes}]
    refused = ask("PUT", f"{AT}/asha/roles", {"roles": [], "limits": limits, "before": ["enter marks"]})

    assert (refused.status, [error["pointer"] for error in refused.body["errors"]]) == (422, [pointer])


def test_a_page_that_knows_no_limits_cannot_take_them_away_unseen() -> None:
    limits = [{"role": "enter marks", "assessments": ["H446/03"]}]
    ask("PUT", f"{AT}/asha/roles", {"roles": [], "limits": limits, "before": ["enter marks"]})

    refused = ask("PUT", f"{AT}/asha/roles", {"roles": ["enter marks"], "before": ["view"]})

    assert (refused.status, refused.body["code"]) == (409, "person-changed")


@pytest.mark.parametrize("subject", ["asha", "nobody"])
def test_only_the_administrator_reaches_the_people(subject: str) -> None:
    for method, path, body in (
        ("GET", AT, None),
        ("POST", AT, RHYS),
        ("PUT", f"{AT}/{subject}/roles", {"roles": ["centre administrator"], "before": ["enter marks"]}),
        ("POST", f"{AT}/helen/invitation", None),
        ("POST", f"{AT}/helen/declined", {"role": "view"}),
    ):
        assert ask(method, path, body, subject=subject).status == (403 if subject == "asha" else 404)


def test_the_policy_of_the_people_function_allows_every_key_that_its_routes_ask_for(keys: set[str]) -> None:
    role = read_template(ROOT / "template.yaml")["Resources"]["PeopleRole"]["Properties"]
    [policy] = role["Policies"]
    allowed = {
        pattern
        for statement in policy["PolicyDocument"]["Statement"]
        if statement["Resource"] == {"Fn::GetAtt": ["MarksTable", "Arn"]}
        for pattern in statement["Condition"]["ForAllValues:StringLike"]["dynamodb:LeadingKeys"]
    }

    requests: list[tuple[str, str, Any, str]] = [
        ("POST", AT, RHYS, "helen"),
        ("POST", f"{AT}/subject-of-rhys/invitation", None, "helen"),
        ("GET", f"/v1/centres/{CENTRE}/administrators", None, "asha"),
        ("POST", f"/v1/centres/{CENTRE}/role-requests", {"role": "view"}, "asha"),
        ("POST", f"{AT}/asha/declined", {"role": "view"}, "helen"),
        ("PUT", f"{AT}/subject-of-rhys/roles", {"roles": [], "before": ["enter marks"]}, "helen"),
        ("GET", AT, None, "helen"),
    ]
    for method, path, body, subject in requests:
        answer = ask(method, path, body, subject=subject)
        assert answer.status == 200, (method, path, answer.text)

    assert {pattern for pattern in allowed if not any(fnmatchcase(key, pattern) for key in keys)} == set()
    assert {key for key in keys if not any(fnmatchcase(key, pattern) for pattern in allowed)} == set()
