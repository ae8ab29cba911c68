"""What outlives a stack can be taken over by the next one."""

import json
import re

import pytest

from infra.adopt import IDENTIFIERS, to_import, what_stays
from infra.local.template import Json

STAYS = {"MarksTable", "LedgerTable", "UserPool", "IntakeBucket", "ReportsBucket", "UploadsBucket"}
REFERENCE = re.compile(r'"(?:Ref|Condition)": "(\w+)"|"Fn::If": \["(\w+)"|"Fn::GetAtt": \["(\w+)"')


def test_marks_ledger_people_and_files_stay_when_their_stack_goes(template: Json) -> None:
    kept = what_stays(template)["Resources"]

    assert kept.keys() == STAYS
    assert all(template["Resources"][name]["UpdateReplacePolicy"] == "Retain" for name in kept)


def test_what_stays_needs_nothing_that_goes(template: Json) -> None:
    kept = what_stays(template)
    there = kept["Parameters"].keys() | kept["Conditions"].keys() | STAYS
    named = {name for found in REFERENCE.findall(json.dumps(kept["Resources"])) for name in found if name}

    assert named <= there
    assert not {"Outputs", "Transform", "Globals"} & kept.keys()


def test_what_stays_is_imported_by_the_name_it_has(template: Json) -> None:
    kept = what_stays(template)
    left = [{"LogicalResourceId": name, "PhysicalResourceId": f"stack-{name}-1X"} for name in (*STAYS, "Api")]

    wanted = to_import(kept, left)

    assert {one["LogicalResourceId"] for one in wanted} == STAYS
    assert {one["ResourceType"] for one in wanted} == IDENTIFIERS.keys()
    assert {"TableName": "stack-LedgerTable-1X"} in [one["ResourceIdentifier"] for one in wanted]


def test_a_stack_that_did_not_have_it_all_is_no_stack_to_take_over_from(template: Json) -> None:
    with pytest.raises(SystemExit, match="does not have LedgerTable, MarksTable"):
        to_import(
            what_stays(template), [{"LogicalResourceId": n, "PhysicalResourceId": n} for n in STAYS if "Table" not in n]
        )
