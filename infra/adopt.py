"""Say what a stage's deleted stack left, so that a new stack can take it over.

`python -m infra.adopt STACK_ID FOLDER --stage STAGE` asks CloudFormation, which knows a deleted stack by its id for 90
days. The folder gets `template.json`, `resources.json` and `parameters.json`, which together make a change set of type
IMPORT.
"""

import json
from argparse import ArgumentParser
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from infra.aws import client, in_a_sentence
from infra.local.template import Json, read_template
from infra.stage import ask_for_stage

TEMPLATE: Final = Path(__file__).parents[1] / "template.yaml"
IDENTIFIERS: Final = {
    "AWS::DynamoDB::Table": "TableName",
    "AWS::S3::Bucket": "BucketName",
    "AWS::Cognito::UserPool": "UserPoolId",
}
"""The property by which each type is imported:
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resource-import-supported-resources.html."""


def what_stays(template: Json) -> Json:
    """The template of what outlives its stack, as an import takes it: nothing else, no outputs, no transform."""
    kept = {
        name: {**resource, "DeletionPolicy": "Retain"}
        for name, resource in template["Resources"].items()
        if str(resource.get("DeletionPolicy", "")).startswith("Retain")
    }
    stated = {part: template[part] for part in ("AWSTemplateFormatVersion", "Parameters", "Conditions")}
    return {**stated, "Resources": kept}


def to_import(kept: Json, left: Iterable[Mapping[str, Any]]) -> list[Json]:
    """Name what a stack left by its physical name; raises `SystemExit` for what cannot be found there."""
    named = {found["LogicalResourceId"]: found["PhysicalResourceId"] for found in left}
    if missing := sorted(kept["Resources"].keys() - named.keys()):
        raise SystemExit(f"The stack does not have {', '.join(missing)}. Give the id of the stack that had them.")
    return [
        {
            "ResourceType": resource["Type"],
            "LogicalResourceId": name,
            "ResourceIdentifier": {IDENTIFIERS[resource["Type"]]: named[name]},
        }
        for name, resource in kept["Resources"].items()
    ]


def main(stack: str, folder: Path) -> None:
    """Write the three files."""
    cloudformation = client("cloudformation")
    [found] = cloudformation.describe_stacks(StackName=stack)["Stacks"]
    kept = what_stays(read_template(TEMPLATE))
    left = cloudformation.describe_stack_resources(StackName=stack)["StackResources"]
    given = [one for one in found["Parameters"] if one["ParameterKey"] in kept["Parameters"]]
    folder.mkdir(exist_ok=True)
    written = {"template": kept, "resources": to_import(kept, left), "parameters": given}
    for name, value in written.items():
        (folder / f"{name}.json").write_text(json.dumps(value, indent=2))
    print(f"{folder} has what an import of {', '.join(kept['Resources'])} takes.")


if __name__ == "__main__":
    ask = ArgumentParser(prog="python -m infra.adopt", description=__doc__)
    ask.add_argument("stack", help="the id of the deleted stack")
    ask.add_argument("folder", type=Path)
    ask_for_stage(ask)
    asked = ask.parse_args()
    asked.stage.use_region()
    with in_a_sentence():
        main(asked.stack, asked.folder)
