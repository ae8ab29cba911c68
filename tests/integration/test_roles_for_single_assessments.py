"""A teacher whose role is for one assessment: on the deployed template, by real tokens."""

from typing import Any, Final

import httpx

from tests.integration.conftest import As

PEOPLE: Final = "/v1/centres/58410/people"
OWN, OTHER = "/v1/sheets/2027-06.58410.H472-03", "/v1/sheets/2027-06.58410.J351-03"
OUTCOMES: Final = {OWN: {"kind": "mark", "mark": 12}, OTHER: {"kind": "grade", "grade": "D"}}
MAIR, RHYS = "mair@llysderwen.example", "rhys@llysderwen.example"
ONE: Final = [{"role": "enter marks", "assessments": ["H472/03"]}]


def give(as_: As, key: str, **wanted: Any) -> dict[str, Any]:
    """Set Rhys's roles over those he has."""
    people = as_(MAIR).get(PEOPLE).raise_for_status().json()["people"]
    [rhys] = [one for one in people if one["name"] == "Rhys Bevan"]
    body = {"before": rhys["roles"], "limits_before": rhys["limits"], **wanted}
    answer = as_(MAIR).put(f"{PEOPLE}/{rhys['id']}/roles", headers={"Idempotency-Key": key}, json=body)
    return answer.raise_for_status().json()["person"]


def enter(client: httpx.Client, sheet: str, key: str) -> httpx.Response:
    """Enter a mark or a grade for the last candidate, who has none."""
    row = client.get(sheet).raise_for_status().json()["rows"][-1]
    wanted = {"candidate": row["candidate"], "revision": row["revision"], "outcome": OUTCOMES[sheet]}
    return client.patch(f"{sheet}/marks", headers={"Idempotency-Key": key}, json={"rows": [wanted]})


def test_a_role_for_one_assessment_holds_at_the_next_request_and_is_taken_away_at_once(as_: As) -> None:
    limited = give(as_, "limit-rhys-to-one", roles=[], limits=ONE)
    rhys = as_(RHYS)
    try:
        own, other = enter(rhys, OWN, "rhys-enters-his-own"), enter(rhys, OTHER, "rhys-enters-another")
        may = [rhys.get(sheet).json()["may"]["enter"] for sheet in (OWN, OTHER)]
        key = {"Idempotency-Key": "rhys-sends-a-file-of-another"}
        file = {"assessment": "J351/03", "file_name": "marks.csv"}
        sent = rhys.post("/v1/centres/58410/series/2027-06/uploads", headers=key, json=file)
    finally:
        again = give(as_, "give-rhys-all-again", roles=["enter marks"], limits=[])

    assert (limited["roles"], limited["limits"]) == (["view"], ONE)
    assert own.raise_for_status().json()["rows"][0]["result"] == "saved"
    assert (other.status_code, other.json()["code"]) == (403, "role-limited")
    assert "enter marks is for H472/03 only, not for J351/03" in other.json()["detail"]
    assert may == [True, False]
    assert (sent.status_code, sent.json()["code"]) == (403, "role-limited")
    assert (again["roles"], again["limits"]) == (["enter marks"], [])
    assert enter(rhys, OTHER, "rhys-enters-another-again").raise_for_status().json()["rows"][0]["result"] == "saved"
