"""Deploying again brings the stack to the template as it now is, and touches no data."""

import json
import os
import shutil
from collections.abc import Generator
from pathlib import Path

import pytest

from infra.local.cloud import LocalCloud
from infra.local.deploy import BUILT, LIVE, STACK, deploy
from infra.local.service import parameters
from infra.local.stack import Stack
from infra.local.template import read_template

PARAMETERS = parameters("http://localhost:8080")


@pytest.fixture
def cloud(tmp_path: Path) -> Generator[LocalCloud]:
    with LocalCloud(tmp_path / "cloud") as running:
        yield running


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A copy of what was built, to be changed."""
    shutil.copytree(BUILT.parent, tmp_path / "build", copy_function=os.link)
    template = tmp_path / "build" / BUILT.name
    template.unlink()
    shutil.copy(BUILT, template)
    return template


def test_a_changed_build_is_deployed_and_an_unchanged_one_is_not(cloud: LocalCloud, built: Path) -> None:
    assert deploy(cloud, PARAMETERS, built)
    assert not deploy(cloud, PARAMETERS, built)

    before = Stack.read(cloud, STACK)
    table = before.outputs["MarksTable"]
    cloud.client("dynamodb").put_item(TableName=table, Item={"pk": {"S": "kept"}, "sk": {"S": "kept"}})
    routes, code = _routes(cloud, before), _code(cloud, before.ids["SheetsFunction"])
    _drop_a_route(built)
    (built.parent / "SheetsFunction" / "centremark" / "new.py").write_text("")

    assert deploy(cloud, PARAMETERS, built)
    after = Stack.read(cloud, STACK)
    assert after.outputs == before.outputs
    assert routes - _routes(cloud, after) == {"GET /v1/sheets/{sheet}/history"}
    assert _code(cloud, after.ids["SheetsFunction"]) != code
    assert cloud.client("dynamodb").scan(TableName=table)["Count"] == 1


def _drop_a_route(template: Path) -> None:
    content = read_template(template)
    del content["Resources"]["RecordsFunction"]["Properties"]["Events"]["History"]
    template.write_text(json.dumps(content))


def _routes(cloud: LocalCloud, stack: Stack) -> set[str]:
    routes = cloud.client("apigatewayv2").get_routes(ApiId=stack.outputs["ApiId"])["Items"]
    return {route["RouteKey"] for route in routes}


def _code(cloud: LocalCloud, function: str) -> str:
    """A hash of what callers of the API are answered by."""
    return cloud.client("lambda").get_function_configuration(FunctionName=function, Qualifier=LIVE)["CodeSha256"]
