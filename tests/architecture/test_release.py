"""How a new version of the API reaches people: a tenth of the requests first, and back at an alarm."""

import json
import tomllib
from collections.abc import Callable, Iterator
from graphlib import TopologicalSorter
from re import findall
from typing import Any, Final, cast

import pytest

from infra.local.template import Json
from infra.package.build import ROOT

APIS: Final = ("Sheets", "Account", "People", "Records", "Files", "ReadFiles", "AfterSubmission", "Board")


def of_type(resources: dict[str, Json], kind: str) -> dict[str, Json]:
    return {name: r["Properties"] for name, r in resources.items() if r["Type"] == kind}


def test_every_function_with_a_route_is_released_gradually_and_no_other(template: Json) -> None:
    functions = of_type(template["Resources"], "AWS::Serverless::Function")
    answering = {n for n, f in functions.items() if any(e["Type"] == "HttpApi" for e in f.get("Events", {}).values())}
    released = {name for name, function in functions.items() if "DeploymentPreference" in function}

    assert released == answering == {f"{name}Function" for name in APIS}
    # Without it a changed setting of a function would stay with the version before.
    assert all(functions[name]["AutoPublishAliasAllProperties"] is True for name in released)


@pytest.mark.parametrize("name", APIS)
def test_a_release_goes_back_by_itself_at_a_fault_of_the_function_or_of_the_api(
    expanded: dict[str, Json], name: str
) -> None:
    alias = expanded[f"{name}FunctionAliaslive"]
    moved = alias["UpdatePolicy"]["CodeDeployLambdaAliasUpdate"]
    group = expanded[moved["DeploymentGroupName"]["Ref"]]["Properties"]
    alarms = {alarm["Name"]["Ref"] for alarm in group["AlarmConfiguration"]["Alarms"]}

    assert group["AlarmConfiguration"]["Enabled"] is True
    assert alarms == {"ApiFaultsAlarm", f"{name}ErrorsAlarm"} <= set(of_type(expanded, "AWS::CloudWatch::Alarm"))
    assert {"DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"} <= set(group["AutoRollbackConfiguration"]["Events"])
    assert "Canary10Percent10Minutes" in str(group["DeploymentConfigName"])
    assert group["ServiceRoleArn"] == {"Fn::GetAtt": ["ReleaseRole", "Arn"]}


def test_an_alarm_that_stops_a_release_can_go_while_the_tenth_of_the_requests_is_tried(
    expanded: dict[str, Json],
) -> None:
    watching = [expanded[f"{name}ErrorsAlarm"]["Properties"] for name in APIS]
    watching.append(expanded["ApiFaultsAlarm"]["Properties"])

    assert all(alarm["Period"] * alarm["EvaluationPeriods"] <= 10 * 60 / 2 for alarm in watching)


def test_every_route_calls_the_version_that_is_live_and_the_gateway_may_call_it(expanded: dict[str, Json]) -> None:
    routes = [r for path in expanded["Api"]["Properties"]["Body"]["paths"].values() for r in path.values()]
    called = {name for r in routes for name in findall(r"\${(\w+)", str(r["x-amazon-apigateway-integration"]["uri"]))}
    allowed = {p["FunctionName"]["Ref"] for p in of_type(expanded, "AWS::Lambda::Permission").values()}

    assert called - {"AWS"} == allowed == {f"{name}FunctionAliaslive" for name in APIS}


def test_faults_of_the_api_are_counted_by_the_status_in_its_log(expanded: dict[str, Json]) -> None:
    logged = json.loads(expanded["Api" + "ApiGatewayDefaultStage"]["Properties"]["AccessLogSettings"]["Format"])
    counted, alarm = expanded["ApiFaults"]["Properties"], expanded["ApiFaultsAlarm"]["Properties"]
    [metric] = counted["MetricTransformations"]

    assert logged["status"] == "$context.status"
    assert counted["FilterPattern"] == '{ $.status = "5*" }'
    assert counted["LogGroupName"] == {"Ref": "ApiLogs"}
    assert (alarm["Namespace"], alarm["MetricName"]) == (metric["MetricNamespace"], metric["MetricName"])


def test_nothing_waits_for_itself(expanded: dict[str, Json]) -> None:
    """cfn-lint does not look into update policies, and CloudFormation does."""
    waits = {name: set(named_in(resource)) & expanded.keys() for name, resource in expanded.items()}

    assert len(list(TopologicalSorter(waits).static_order())) == len(expanded)


def named_in(value: Any) -> Iterator[str]:
    match value:
        case {"Ref": str(name)}:
            yield name
        case {"Fn::GetAtt": [str(name), *_]}:
            yield name
        case {"Fn::Sub": str(text)}:
            yield from findall(r"\${(\w+)", text)
        case dict():
            for inner in cast("Json", value).values():
                yield from named_in(inner)
        case list():
            for inner in cast("list[Any]", value):
                yield from named_in(inner)
        case _:
            pass


def test_who_moves_callers_may_do_nothing_else_and_nowhere_else(expanded: dict[str, Json]) -> None:
    [policy] = expanded["ReleaseRole"]["Properties"]["Policies"]
    moving, watching = policy["PolicyDocument"]["Statement"]

    assert set(moving["Action"]) == {"lambda:GetAlias", "lambda:UpdateAlias", "lambda:GetProvisionedConcurrencyConfig"}
    assert set(named_in(moving["Resource"])) == {f"{name}Function" for name in APIS}
    assert watching["Action"] == "cloudwatch:DescribeAlarms"


def test_a_stage_releases_at_once_unless_it_says_otherwise(expand: Callable[..., dict[str, Json]]) -> None:
    """The local cloud has no CodeDeploy, and gives SAM the defaults of the parameters."""
    resources = expand()

    assert {name for name in resources if "Deployment" in name or "UpdatePolicy" in resources[name]} == set()
    assert {f"{name}FunctionAliaslive" for name in APIS} <= resources.keys()


def test_production_releases_gradually() -> None:
    settings = tomllib.loads((ROOT / "samconfig.toml").read_text())["prod"]["deploy"]["parameters"]

    assert "GradualRelease=true" in settings["parameter_overrides"]


def test_the_runbook_finds_the_releases_of_a_stack(expanded: dict[str, Json]) -> None:
    runbook = (ROOT / "docs" / "runbook.md").read_text()
    [application] = of_type(expanded, "AWS::CodeDeploy::Application")

    assert f"--logical-resource-id {application} " in runbook
