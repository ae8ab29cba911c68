"""Deploy the built template to the local cloud, when it or its code differs from what is there."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from botocore.exceptions import ClientError, WaiterError

from infra.local import artifacts, fixup
from infra.local.cloud import ROOT, CloudError, LocalCloud
from infra.local.stack import Stack
from infra.local.template import Json, read_template

BUILT: Final = ROOT / ".aws-sam" / "build" / "template.yaml"
STACK: Final = "centremark"
LIVE: Final = "live"
"""The alias by which the API calls its functions."""
DEPLOYED: Final = "deployed.json"
"""The object that says what is deployed; written last, so that a broken deployment is done again."""


def deploy(cloud: LocalCloud, parameters: Mapping[str, str], built: Path = BUILT) -> bool:
    """Bring the stack to the built template and code; gives whether that changed anything. Data stays.

    Raises `CloudError`, saying what failed.
    """
    if not built.exists():
        raise CloudError(f"There is no built template at {built}. Run `make build`.")
    template = read_template(built)
    folders = {name: (built.parent / uri).resolve() for name, uri in code_folders(template)}
    keys = {folder: artifacts.key_of(folder) for folder in set(folders.values())}
    for name, folder in folders.items():
        template["Resources"][name]["Properties"]["CodeUri"] = f"s3://{artifacts.BUCKET}/{keys[folder]}"
    body = json.dumps(template)
    wanted = {
        "template": hashlib.sha256(body.encode()).hexdigest(),
        "parameters": dict(parameters),
        "fixup": hashlib.sha256(Path(fixup.__file__).read_bytes()).hexdigest(),
    }
    if _deployed(cloud) == wanted:
        return False
    artifacts.ensure_bucket(cloud)
    for folder, key in keys.items():
        artifacts.upload(cloud, folder, key)
    again = _exists(cloud.client("cloudformation"))
    _apply(cloud, body, parameters)
    fixup.complete(cloud, STACK)
    if again:  # CloudFormation does not see code that was given beside it
        for folder, key in keys.items():
            give_code(cloud, [name for name, of in folders.items() if of == folder], key)
    cloud.client("s3").put_object(Bucket=artifacts.BUCKET, Key=DEPLOYED, Body=json.dumps(wanted).encode())
    artifacts.remove_others(cloud, keys.values())
    return True


def give_code(cloud: LocalCloud, functions: Iterable[str], key: str) -> None:
    """Let functions of the stack, by their names in the template, run a zip from the artifacts' bucket.

    Callers get it from their next call. The deployed code then differs from the recorded one, so the next deployment
    runs in full.
    """
    cloud.client("s3").delete_object(Bucket=artifacts.BUCKET, Key=DEPLOYED)
    ids, lambdas = Stack.read(cloud, STACK).ids, cloud.client("lambda")
    for name in functions:
        given = lambdas.update_function_code(FunctionName=ids[name], S3Bucket=artifacts.BUCKET, S3Key=key, Publish=True)
        if f"{name}Alias{LIVE}" in ids:
            lambdas.update_alias(FunctionName=ids[name], Name=LIVE, FunctionVersion=given["Version"])


def code_folders(template: Json) -> Iterator[tuple[str, str]]:
    """Each function's name in a template and its CodeUri."""
    for name, resource in template["Resources"].items():
        if resource["Type"] == "AWS::Serverless::Function":
            yield name, resource["Properties"]["CodeUri"]


def _deployed(cloud: LocalCloud) -> Json | None:
    try:
        kept = cloud.client("s3").get_object(Bucket=artifacts.BUCKET, Key=DEPLOYED)
    except ClientError:
        return None
    return json.loads(kept["Body"].read())


def _apply(cloud: LocalCloud, body: str, parameters: Mapping[str, str]) -> None:
    formation = cloud.client("cloudformation")
    request: dict[str, Any] = {
        "StackName": STACK,
        "TemplateURL": artifacts.put_template(cloud, body),
        "Parameters": [{"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()],
        "Capabilities": ["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
    }
    verb = "update" if _exists(formation) else "create"
    try:
        getattr(formation, f"{verb}_stack")(**request)
        formation.get_waiter(f"stack_{verb}_complete").wait(
            StackName=STACK, WaiterConfig={"Delay": 1, "MaxAttempts": 120}
        )
    except WaiterError as error:
        raise CloudError(f"The stack did not deploy: {_reason(formation)}") from error
    except ClientError as error:
        if "No updates" not in str(error):
            raise CloudError(f"The stack did not deploy: {error}") from error


def _exists(formation: Any) -> bool:  # noqa: ANN401  # a botocore client
    try:
        formation.describe_stacks(StackName=STACK)
    except ClientError:
        return False
    return True


def _reason(formation: Any) -> str:  # noqa: ANN401
    """The first failure in the stack's events, oldest first."""
    events = reversed(formation.describe_stack_events(StackName=STACK)["StackEvents"])
    failures = (e for e in events if e["ResourceStatus"].endswith("FAILED") and "ResourceStatusReason" in e)
    first = next(failures, None)
    return f"{first['LogicalResourceId']}: {first['ResourceStatusReason']}" if first else "no reason was given"
