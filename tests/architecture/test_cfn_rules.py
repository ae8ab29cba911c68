"""Each rule of ours refuses a small template that breaks it; the template that breaks none passes."""

import json
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest

from infra.package.build import ROOT

pytestmark = pytest.mark.xdist_group("cfn-lint")

QUEUE: Final = {"Type": "AWS::SQS::Queue"}
KEYS: Final = {
    "BillingMode": "PAY_PER_REQUEST",
    "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
    "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
}
FUNCTION: Final = {
    "CodeUri": "s3://bucket/key",
    "Handler": "handler.handler",
    "Runtime": "python3.13",
}
REDRIVE: Final = {"deadLetterTargetArn": {"Fn::GetAtt": ["Dead", "Arn"]}, "maxReceiveCount": 5}
OPEN_BY_ONE: Final = {"BlockPublicAcls": True, "BlockPublicPolicy": True, "IgnorePublicAcls": True}
WILDCARD: Final = {"Statement": [{"Effect": "Allow", "Action": ["s3:GetObject", "s3:Put*"], "Resource": "*"}]}


def pool(**given: Any) -> dict[str, Any]:
    """A user pool that breaks no rule but in what is given."""
    return {
        "People": {
            "Type": "AWS::Cognito::UserPool",
            "Properties": {"UsernameConfiguration": {"CaseSensitive": False}, **given},
        }
    }


PATTERN: Final = {"EventPattern": {"source": ["centremark"]}}
TARGET: Final = "arn:aws:sqs:eu-west-2:123456789012:work"
BAD: Final[dict[str, tuple[str, str, dict[str, Any]]]] = {
    "a queue without dead letters": ("E9101", "Work", {"Work": QUEUE}),
    "a dead-letter queue without an alarm": (
        "E9101",
        "Dead",
        {"Work": {"Type": "AWS::SQS::Queue", "Properties": {"RedrivePolicy": REDRIVE}}, "Dead": QUEUE},
    ),
    "a function without a log group": (
        "E9102",
        "Forgetful",
        {"Forgetful": {"Type": "AWS::Serverless::Function", "Properties": FUNCTION}},
    ),
    "logs that are kept for ever": (
        "E9102",
        "Hoarder",
        {
            "Logs": {"Type": "AWS::Logs::LogGroup"},
            "Hoarder": {
                "Type": "AWS::Serverless::Function",
                "Properties": {**FUNCTION, "LoggingConfig": {"LogGroup": {"Ref": "Logs"}}},
            },
        },
    ),
    "a wildcard action": (
        "E9103",
        "Mighty",
        {"Mighty": {"Type": "AWS::Serverless::Function", "Properties": {**FUNCTION, "Policies": [WILDCARD]}}},
    ),
    "a table that cannot be restored": (
        "E9104",
        "Fragile",
        {"Fragile": {"Type": "AWS::DynamoDB::Table", "Properties": KEYS}},
    ),
    "a pool that tells capitals apart": ("E9106", "People", pool(UsernameConfiguration={"CaseSensitive": True})),
    "an invitation that Cognito refuses": (
        "E9106",
        "People",
        pool(AdminCreateUserConfig={"InviteMessageTemplate": {"EmailMessage": "{username} {####}"}}),
    ),
    "second factors in a pool without": ("E9106", "People", pool(EnabledMfas=["SOFTWARE_TOKEN_MFA"])),
    "a rule whose target has no dead-letter queue": (
        "E9107",
        "Lossy",
        {"Lossy": {"Type": "AWS::Events::Rule", "Properties": {**PATTERN, "Targets": [{"Id": "work", "Arn": TARGET}]}}},
    ),
    "a rule whose dead-letter queue refuses it": (
        "E9107",
        "Refused",
        {
            "Refused": {
                "Type": "AWS::Events::Rule",
                "Properties": {
                    **PATTERN,
                    "Targets": [
                        {"Id": "work", "Arn": TARGET, "DeadLetterConfig": {"Arn": {"Fn::GetAtt": ["Dead", "Arn"]}}}
                    ],
                },
            },
            "Dead": QUEUE,
        },
    ),
    "a schedule without a dead-letter queue": (
        "E9107",
        "Forgotten",
        {
            "Forgotten": {
                "Type": "AWS::Scheduler::Schedule",
                "Properties": {
                    "ScheduleExpression": "rate(1 day)",
                    "FlexibleTimeWindow": {"Mode": "OFF"},
                    "Target": {"Arn": TARGET, "RoleArn": "arn:aws:iam::123456789012:role/r"},
                },
            }
        },
    ),
    "a bucket without the block": ("E9105", "Open", {"Open": {"Type": "AWS::S3::Bucket"}}),
    "a bucket with three of four switches": (
        "E9105",
        "Ajar",
        {"Ajar": {"Type": "AWS::S3::Bucket", "Properties": {"PublicAccessBlockConfiguration": OPEN_BY_ONE}}},
    ),
}


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[tuple[str, str]]]:
    """Our rules' complaints, as rule and resource, about each bad template and the real one: one run of cfn-lint."""
    folder = tmp_path_factory.mktemp("templates")
    for name, (_, _, resources) in BAD.items():
        body = {"Transform": "AWS::Serverless-2016-10-31", "Resources": resources}
        (folder / f"{name}.json").write_text(json.dumps(body))
    real = ROOT / "template.yaml"
    rules = ["--append-rules", "infra/cfn_rules", "--regions", "eu-west-2", "--format", "json"]
    command = [".venv-sam/bin/cfn-lint", *rules, "--", *sorted(folder.iterdir()), real]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)  # our own linter
    found: dict[str, set[tuple[str, str]]] = {Path(name).stem: set() for name in [*BAD, real]}
    for fault in json.loads(done.stdout):
        if fault["Rule"]["Id"].startswith("E91"):
            found[Path(fault["Filename"]).stem].add((fault["Rule"]["Id"], fault["Location"]["Path"][1]))
    return found


@pytest.mark.parametrize("name", BAD)
def test_our_rule_refuses(complaints: dict[str, set[tuple[str, str]]], name: str) -> None:
    rule, resource, _ = BAD[name]

    assert (rule, resource) in complaints[name]


def test_the_template_breaks_none_of_our_rules(complaints: dict[str, set[tuple[str, str]]]) -> None:
    assert complaints["template"] == set()
