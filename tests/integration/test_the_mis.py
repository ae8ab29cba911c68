"""An MIS at work through the Python client, with real tokens over real HTTP."""

import json
from collections.abc import Iterator

import pytest

from centremark.domain.sheet.declaration import DECLARATION
from centremark_client import Centremark, Problem
from centremark_client.types import AgreementIn, PutRowIn
from infra.local.service import LocalService
from tests.support.uploading import a_csv
from tests.support.waiting import until
from tests.support.workbooks import bomb

HARBOUR, SERIES = "64235", "2027-06"
ENDORSEMENT = "2027-06.64235.H432-04"
LITERATURE = "2027-06.64235.H472-03"
AGREED: AgreementIn = {
    "version": DECLARATION.version,
    "agreed": list(DECLARATION.statements),
    "made_by": "Owen Reid",
}


@pytest.fixture
def mis(service: LocalService) -> Iterator[Centremark]:
    with Centremark(f"{service.url}/api", f"{service.url}/oauth2/token", *service.mis_client) as client:
        yield client


def test_a_sheet_is_put_checked_submitted_and_confirmed(mis: Centremark) -> None:
    _, since = mis.changes(HARBOUR, SERIES)
    sheet = mis.sheet(ENDORSEMENT)
    rows: list[PutRowIn] = [
        {"candidate": row["candidate"], "outcome": {"kind": "grade", "grade": "P"}, "checked": True}
        for row in sheet["rows"]
    ]

    saved = mis.put_marks(ENDORSEMENT, rows, mode="all-or-nothing", whole=True, version=sheet["version"])
    receipt = mis.submit(ENDORSEMENT, saved["version"], AGREED)
    until(lambda: mis.receipt(ENDORSEMENT)["status"] == "confirmed")

    news, _ = mis.changes(HARBOUR, SERIES, since)
    assert receipt["submitted_by"] == "Owen Reid (through Demonstration MIS)"
    assert [change["what"] for change in news if change["sheet"] == ENDORSEMENT] == [
        "MarksSaved",
        "MarksSubmitted",
        "MarksConfirmed",
    ]


def test_a_template_is_filled_in_sent_and_submitted_in_one_step(mis: Centremark) -> None:
    candidates = [int(row["candidate"]) for row in mis.sheet(LITERATURE)["rows"]]
    assert all(str(candidate) in mis.template(LITERATURE).decode() for candidate in candidates)
    upload = mis.send_file(
        HARBOUR, SERIES, "h472.csv", a_csv(*((candidate, "25") for candidate in candidates), assessment="H472/03")
    )

    applied = mis.accept_and_submit(upload["id"], AGREED, mode="all-or-nothing")

    assert applied["applied"]
    assert applied["applied"]["references"] == [mis.receipt(LITERATURE)["reference"]]
    again = mis.send_file(HARBOUR, SERIES, "all.xlsx", mis.export(HARBOUR, SERIES, "xlsx"))
    assert {line["result"] for line in mis.lines(again["id"])} <= {"unchanged", "blank"}


def test_a_client_revoked_while_its_file_is_on_the_way_changes_nothing(service: LocalService, mis: Centremark) -> None:
    sheet = "2027-06.64235.H446-03"
    [first, *_] = [int(row["candidate"]) for row in mis.sheet(sheet)["rows"]]
    ready = mis.send_file(HARBOUR, SERIES, "before.csv", a_csv((first, "45")))
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
    upload = mis.send_file(HARBOUR, SERIES, "marks.xlsx", bomb(honest=True))

    assert (upload["state"], upload["refusal"] and upload["refusal"]["code"]) == ("refused", "file-too-large")
