"""Who may not use a route hears that, and nothing about what the request says."""

import json
from pathlib import Path
from typing import Any, Final

import pytest

from centremark.bootstrap import Services
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import BOARD_CENTRE, BOARD_ROLES, CENTRE_ROLES, MAY, Permission, Role
from centremark.domain.shared.identifiers import CentreNumber
from centremark.handlers.api.guards import GUARDS
from centremark.handlers.api.http import answer, api
from infra.openapi import ROUTES
from tests.support.beginning import BeginWith
from tests.support.builders import CENTRE, SERIES, SHEET
from tests.support.http_api import Answer, call

THERE: Final = CentreNumber("58410")
UPLOAD: Final = f"{SERIES}.{CENTRE}.20270420120000-0a1b2c3d4e5f"
PLACES: Final = {
    "sheet": str(SHEET),
    "centre": CENTRE,
    "series_id": SERIES,
    "upload": UPLOAD,
    "number": "1",
    "candidate": "1001",
    "person": "asha",
}
APP: Final = api(*(routes.router for routes in ROUTES))
HEADERS: Final = {"Idempotency-Key": "key-00000001"}

DOCUMENT: Final = json.loads((Path(__file__).parents[3] / "infra/openapi.json").read_text(encoding="utf-8"))
WITH_BODY: Final = {
    f"{method.upper()} {path}": operation["operationId"]
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
    if "requestBody" in operation
}
NEEDS: Final = {
    **dict.fromkeys(
        ("decideAmendment", "askForAmendmentWork", "startModeration", "recordOutcome"), Permission.MODERATE
    ),
    **dict.fromkeys(("arrangeConsortium", "enterCandidates", "decideExtension"), Permission.OPERATE),
    **dict.fromkeys(("moveCandidate", "withdrawCandidates"), Permission.OPERATE),
    **dict.fromkeys(("changeDepartments", "changeCentreSettings", "putWebhook"), Permission.SETTINGS),
    **dict.fromkeys(("invitePerson", "declineRole", "giveRoles"), Permission.PEOPLE),
    **dict.fromkeys(("remindColleagues", "askColleague", "changeRequest"), Permission.ASK),
    **dict.fromkeys(("beginUpload", "acceptUpload", "readUploadAs"), Permission.ENTER),
    **dict.fromkeys(("recordCircumstance", "enterMarks", "putMarks"), Permission.ENTER),
    **dict.fromkeys(("askForExtension", "submitMarks", "submitUpload"), Permission.SUBMIT),
    **dict.fromkeys(("amendMarks", "amendmentWorkSent", "sampleWorkLost", "sampleWorkSent"), Permission.AMEND),
    **dict.fromkeys(("askForRole", "requestSlips"), Permission.READ),
}
"""What each route with a body needs, by its operation id."""
OF_EVERYONE: Final = {"chooseNotices"}


def everyone(services: Services) -> None:
    """A person for each role, and strangers."""
    for role in Role:
        at = BOARD_CENTRE if role in BOARD_ROLES else CENTRE
        services.members.put(Member(f"with {role}", "Somebody", {at: frozenset({role})}))
    services.members.put(Member("of elsewhere", "Somebody", {THERE: CENTRE_ROLES}))
    services.members.put(Member("mis", "The MIS", {CENTRE: CENTRE_ROLES}, machine=True))


@pytest.fixture(autouse=True)
def _everyone(begin_with: BeginWith) -> None:
    begin_with(everyone)


def send(route: str, subject: str, **body: Any) -> Answer:
    method, _, path = route.partition(" ")
    return call(
        lambda event, context: answer(APP, event, context),  # pyright: ignore[reportArgumentType]
        method,
        path.format_map(PLACES),
        headers=HEADERS,
        subject=subject,
        **body,
    )


BAD: Final[dict[str, dict[str, Any]]] = {
    "of another shape": {"body": {"nonsense": 1}},
    "no JSON": {"raw": "{"},
    "a name twice": {"raw": '{"a": 1, "a": 2}'},
}


def test_every_route_with_a_body_has_its_guard_and_its_permission_here() -> None:
    assert sorted(WITH_BODY) == sorted(GUARDS)
    assert sorted(WITH_BODY.values()) == sorted(NEEDS.keys() | OF_EVERYONE)


@pytest.mark.parametrize("body", BAD.values(), ids=BAD)
@pytest.mark.parametrize(("route", "operation"), WITH_BODY.items(), ids=WITH_BODY.values())
def test_a_bad_request_of_who_lacks_the_role_is_forbidden_before_it_is_wrong(
    route: str, operation: str, body: dict[str, Any]
) -> None:
    allowed = MAY[NEEDS[operation]] if operation in NEEDS else frozenset(Role)

    answers = {role: send(route, f"with {role}", **body).status for role in Role}

    assert answers == {role: 422 if role in allowed else 403 for role in Role}


@pytest.mark.parametrize(("route", "operation"), WITH_BODY.items(), ids=WITH_BODY.values())
def test_a_stranger_finds_no_centre_whatever_they_send(route: str, operation: str) -> None:
    for subject in ("of elsewhere", "nobody known"):
        status = send(route, subject, body={"nonsense": 1}).status

        assert status == (422 if operation in OF_EVERYONE else 404)


def test_a_machine_hears_what_is_for_people_alone_whatever_it_sends() -> None:
    of_people = {
        route for route in WITH_BODY if "machine client" in send(route, "mis", body={"nonsense": 1}, machine=True).text
    }

    assert {WITH_BODY[route] for route in of_people} == {
        *("changeDepartments", "changeCentreSettings", "putWebhook", "invitePerson", "declineRole", "giveRoles"),
        *("remindColleagues", "askColleague", "changeRequest", "askForRole", "chooseNotices"),
    }


def test_what_the_domain_finds_wrong_with_a_body_is_said_after_who_may() -> None:
    twice: dict[str, Any] = {"departments": [{"name": name, "qualifications": []} for name in ("Art", "art")]}

    assert send(f"PUT /v1/centres/{CENTRE}/departments", "with enter marks", body=twice).status == 403
    assert send(f"PUT /v1/centres/{CENTRE}/departments", "with centre administrator", body=twice).status == 422


@pytest.mark.parametrize("tag", ["", "garbage", 'W/"1"', '"of something else"'])
def test_a_version_that_cannot_be_used_is_said_after_who_may(tag: str) -> None:
    body: dict[str, Any] = {"declaration": {"version": "2026-1", "agreed": []}}
    path = f"/v1/sheets/{SHEET}/submit"

    answers = [
        call(
            lambda event, context: answer(APP, event, context),  # pyright: ignore[reportArgumentType]
            "POST",
            path,
            body,
            headers={**HEADERS, **({"If-Match": tag} if tag else {})},
            subject=subject,
        ).status
        for subject in ("with view", "with submit marks")
    ]

    assert answers[0] == 403
    assert answers[1] in {412, 422, 428}


def test_a_path_that_names_nothing_is_said_to_be_none() -> None:
    answers = [send(f"PATCH /v1/sheets/{sheet}/marks", "with enter marks", body={}).status for sheet in ("x", "a.b.c")]

    assert answers == [422, 422]
