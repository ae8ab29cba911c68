"""An MIS at work through the Python client, with real tokens over real HTTP."""

import json
from collections.abc import Iterator

import pytest

from centremark.domain.declaration import DECLARATION
from centremark_client import Centremark, Problem
from centremark_client.types import AgreementIn, PutRowIn
from infra.local.service import LocalService
from tests.support.uploading import a_csv
from tests.support.waiting import until
from tests.support.workbooks import bomb

pytestmark = pytest.mark.integration

LLYS, SERIES = "58410", "2027-06"
SPOKEN = "2027-06.58410.J351-03"
PROJECT = "2027-06.58410.H446-03"
AGREED: AgreementIn = {
    "version": DECLARATION.version,
    "agreed": list(DECLARATION.statements),
    "made_by": "Mair Pugh",
}


@pytest.fixture
def mis(service: LocalService) -> Iterator[Centremark]:
    with Centremark(f"{service.url}/api", f"{service.url}/oauth2/token", *service.mis_client) as client:
        yield client


def test_a_sheet_is_put_checked_submitted_and_confirmed(mis: Centremark) -> None:
    _, since = mis.changes(LLYS, SERIES)
    sheet = mis.sheet(SPOKEN)
    rows: list[PutRowIn] = [
        {"candidate": row["candidate"], "outcome": {"kind": "grade", "grade": "M"}, "checked": True}
        for row in sheet["rows"]
    ]

    saved = mis.put_marks(SPOKEN, rows, mode="all-or-nothing", whole=True, version=sheet["version"])
    receipt = mis.submit(SPOKEN, saved["version"], AGREED)
    until(lambda: mis.receipt(SPOKEN)["status"] == "confirmed")

    news, _ = mis.changes(LLYS, SERIES, since)
    assert receipt["submitted_by"] == "Mair Pugh (through Demonstration MIS)"
    assert [change["what"] for change in news if change["sheet"] == SPOKEN] == [
        "MarksSaved",
        "MarksSubmitted",
        "MarksConfirmed",
    ]


def test_a_template_is_filled_in_sent_and_submitted_in_one_step(mis: Centremark) -> None:
    candidates = [int(row["candidate"]) for row in mis.sheet(PROJECT)["rows"]]
    assert all(str(candidate) in mis.template(PROJECT).decode() for candidate in candidates)
    upload = mis.send_file(LLYS, SERIES, "h446.csv", a_csv(*((candidate, "45") for candidate in candidates)))

    applied = mis.accept_and_submit(upload["id"], AGREED, mode="all-or-nothing")

    assert applied["applied"]
    assert applied["applied"]["references"] == [mis.receipt(PROJECT)["reference"]]
    again = mis.send_file(LLYS, SERIES, "all.xlsx", mis.export(LLYS, SERIES, "xlsx"))
    assert {line["result"] for line in mis.lines(again["id"])} <= {"unchanged", "blank"}


def test_a_client_revoked_while_its_file_is_on_the_way_changes_nothing(service: LocalService, mis: Centremark) -> None:
    sheet = "2027-06.64235.H446-03"
    [first, *_] = [int(row["candidate"]) for row in mis.sheet(sheet)["rows"]]
    ready = mis.send_file("64235", SERIES, "before.csv", a_csv((first, "45")))
    assert ready["state"] == "ready"
    table, dynamodb = service.stack.outputs["MarksTable"], service.cloud.client("dynamodb")
    key = {"pk": {"S": f"MEMBER#{service.mis_client[0]}"}, "sk": {"S": "MEMBER"}}
    member = dynamodb.get_item(TableName=table, Key=key)["Item"]
    try:
        roles = json.loads(member["roles"]["S"])
        del roles["64235"]
        dynamodb.put_item(TableName=table, Item={**member, "roles": {"S": json.dumps(roles)}})

        with pytest.raises(Problem, match="not-found"):
            mis.accept(ready["id"], mode="good-rows")
    finally:
        dynamodb.put_item(TableName=table, Item=member)

    assert all(row["outcome"] is None for row in mis.sheet(sheet)["rows"] if int(row["candidate"]) == first)


def test_a_workbook_that_is_a_bomb_is_refused_with_a_line_and_a_cure(mis: Centremark) -> None:
    upload = mis.send_file(LLYS, SERIES, "marks.xlsx", bomb(honest=True))

    assert (upload["state"], upload["refusal"] and upload["refusal"]["code"]) == ("refused", "file-too-large")
