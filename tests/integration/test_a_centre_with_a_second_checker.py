"""Marks that one person enters, another checks, and candidates are told: on the deployed template, by real tokens."""

import json
from typing import Any

import httpx

from infra.local.service import LocalService
from tests.integration.conftest import As
from tests.support.waiting import A_BUSY_MACHINE, until

SHEET = "/v1/sheets/2027-06.58410.H472-03"
SETTINGS = "/v1/centres/58410/settings"
MAIR, RHYS = "mair@llysderwen.example", "rhys@llysderwen.example"


def save(client: httpx.Client, key: str, **change: Any) -> dict[str, Any]:
    """Change the first candidate's row as it now is; gives the row's answer."""
    row = client.get(SHEET).raise_for_status().json()["rows"][0]
    wanted = {"candidate": row["candidate"], "revision": row["revision"], **change}
    answer = client.patch(f"{SHEET}/marks", headers={"Idempotency-Key": key}, json={"rows": [wanted]})
    return answer.raise_for_status().json()["rows"][0]


def test_the_demonstrations_choice_is_kept_and_only_its_administrator_may_change_it(as_: As) -> None:
    settings = as_(RHYS).get(SETTINGS).raise_for_status().json()

    assert (settings["second_checker"], settings["changed_by"]) == (True, "Mair Pugh")
    assert as_(RHYS).put(SETTINGS, json={"second_checker": False}).status_code == 403
    assert as_(MAIR).put(SETTINGS, json={"second_checker": True}).raise_for_status().json() == settings


def test_whoever_enters_a_mark_cannot_tick_it_be_it_a_person_or_the_mis(as_: As) -> None:
    mark = {"kind": "mark", "mark": 31}

    entered = save(as_("MIS"), "mis-enters-a-mark", outcome=mark)
    refused = save(as_("MIS"), "mis-ticks-its-own", checked=True)
    ticked = save(as_(RHYS), "rhys-ticks-the-mis-s", checked=True)

    assert (entered["result"], entered["entered_by"], entered["own"]) == ("saved", "Demonstration MIS", True)
    assert (refused["result"], refused["problem"]["code"]) == ("refused", "second-checker-needed")
    assert (ticked["result"], ticked["entered_by"], ticked["own"]) == ("saved", "Demonstration MIS", False)


def test_the_people_to_ask_are_named_and_the_mis_is_not_one_of_them(as_: As) -> None:
    people = as_(RHYS).get("/v1/centres/58410/series/2027-06/assessments").raise_for_status().json()["people"]

    assert people == {"enter": ["Mair Pugh", "Rhys Bevan"], "submit": ["Mair Pugh"], "limited": []}
    assert as_(RHYS).get(SHEET).json()["submitters"] == ["Mair Pugh"]


def test_slips_that_are_asked_for_are_printed(as_: As) -> None:
    wanted = {"group": "13A", "review_by": "2099-05-03"}

    asked = as_(RHYS).post(f"{SHEET}/slips", json=wanted).raise_for_status()
    link = until(lambda: as_(RHYS).get(f"{SHEET}/slips", params=wanted).raise_for_status().json()["link"])

    pdf = httpx.get(link, trust_env=False, timeout=A_BUSY_MACHINE).raise_for_status()
    assert (asked.status_code, asked.json()["group"]) == (202, "13A")
    assert (pdf.headers["Content-Type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")


def test_slips_that_failed_say_so_and_are_printed_when_asked_for_again(as_: As, service: LocalService) -> None:
    wanted = {"group": None, "review_by": "2099-05-04"}
    look = {"review_by": "2099-05-04"}
    outputs, bucket = service.stack.outputs, service.cloud.client("s3")
    as_(RHYS).post(f"{SHEET}/slips", json=wanted).raise_for_status()
    assert until(lambda: slips(as_(RHYS), look)["link"])

    report = f"slips/2027-06/58410/H472-03/{slips(as_(RHYS), look)['version']}-2099-05-04-all"
    bucket.delete_object(Bucket=outputs["ReportsBucket"], Key=f"{report}.pdf")
    order = {"model": "models/none.json", "report": f"{report}.pdf", "failure": f"{report}.failed.json"}
    service.cloud.client("sqs").send_message(QueueUrl=outputs["RenderQueueUrl"], MessageBody=json.dumps(order))

    assert until(lambda: slips(as_(RHYS), look)["failed_at"])
    again = as_(RHYS).post(f"{SHEET}/slips", json=wanted).raise_for_status().json()
    assert (again["status"], again["failed_at"]) == ("preparing", None)
    assert until(lambda: slips(as_(RHYS), look)["link"])


def slips(client: httpx.Client, which: dict[str, str]) -> dict[str, Any]:
    return client.get(f"{SHEET}/slips", params=which).raise_for_status().json()
