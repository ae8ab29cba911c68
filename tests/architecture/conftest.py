"""The template as data, as it is written and as SAM expands it."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from infra.local.template import Json, read_template
from infra.package.build import ROOT

SAM: Final = ROOT / ".venv-sam" / "bin" / "python"
EXPAND: Final = """
import json, sys
from unittest.mock import Mock
from samtranslator.translator.transform import transform
given = json.load(sys.stdin)
print(json.dumps(transform(given["template"], given["parameters"], Mock(load=dict))))
"""


@pytest.fixture(scope="session")
def template_at() -> Callable[[Path], Any]:
    """Read a template, short forms come out long."""
    return read_template


@pytest.fixture(scope="session")
def template() -> Json:
    """The template as it is deployed to AWS."""
    return read_template(ROOT / "template.yaml")


@pytest.fixture(scope="session")
def expand(template: Json) -> Callable[..., dict[str, Json]]:
    """Give the resources that CloudFormation makes where a stage has these parameters."""

    def resources(**parameters: str) -> dict[str, Json]:
        given = json.loads(json.dumps(template))
        for resource in given["Resources"].values():
            if resource["Type"] == "AWS::Serverless::Function":
                resource["Properties"]["CodeUri"] = "s3://bucket/key"
        done = subprocess.run(  # our own translator
            [SAM, "-c", EXPAND],
            input=json.dumps({"template": given, "parameters": parameters}),
            env={"AWS_DEFAULT_REGION": "eu-west-2"},
            check=True,
            capture_output=True,
            text=True,
        )
        return json.loads(done.stdout)["Resources"]

    return resources


@pytest.fixture(scope="session")
def expanded(expand: Callable[..., dict[str, Json]]) -> dict[str, Json]:
    """The resources that CloudFormation makes where a release is gradual; there are more of them then."""
    return expand(GradualRelease="true")
