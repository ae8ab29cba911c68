"""Deploy the built template to the local cloud, when it or its code differs from what is there."""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from botocore.exceptions import ClientError, WaiterError

from infra.local import fixup
from infra.local.cloud import REGION, ROOT, CloudError, LocalCloud
from infra.local.template import Json, read_template

BUILT: Final = ROOT / ".aws-sam" / "build" / "template.yaml"
STACK: Final = "centremark"
ARTIFACTS: Final = "centremark-local-artifacts"
DEPLOYED: Final = "deployed.json"
"""The object that says what is deployed; written last, so that a broken deployment is done again."""
ZIP_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""Every file's date in an artifact: the same files always make the same artifact."""


def deploy(cloud: LocalCloud, parameters: Mapping[str, str], built: Path = BUILT) -> bool:
    """Bring the stack to the built template and code, and say whether that took a change; data stays.

    Raises `CloudError`, saying what failed.
    """
    if not built.exists():
        raise CloudError(f"There is no built template at {built}. Run `make build`.")
    template = read_template(built)
    folders = {name: (built.parent / uri).resolve() for name, uri in _code_folders(template)}
    digests = {folder: _digest(folder) for folder in set(folders.values())}
    for name, folder in folders.items():
        template["Resources"][name]["Properties"]["CodeUri"] = f"s3://{ARTIFACTS}/{digests[folder]}.zip"
    body = json.dumps(template)
    wanted = {"template": hashlib.sha256(body.encode()).hexdigest(), "parameters": dict(parameters)}
    if _deployed(cloud) == wanted:
        return False
    for folder, digest in digests.items():
        _upload(cloud, folder, f"{digest}.zip")
    _apply(cloud, body, parameters)
    fixup.complete(cloud, STACK)
    _put(cloud, DEPLOYED, json.dumps(wanted).encode())
    return True


def _code_folders(template: Json) -> Iterator[tuple[str, str]]:
    for name, resource in template["Resources"].items():
        if resource["Type"] == "AWS::Serverless::Function":
            yield name, resource["Properties"]["CodeUri"]


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in _files(folder):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(folder)}\0{path.stat().st_mode & 0o777}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _zip(folder: Path) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for path in _files(folder):
            entry = zipfile.ZipInfo(str(path.relative_to(folder)), ZIP_EPOCH)
            entry.external_attr = path.stat().st_mode << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())
    return buffer.getvalue()


def _upload(cloud: LocalCloud, folder: Path, key: str) -> None:
    s3 = cloud.client("s3")
    with suppress(s3.exceptions.BucketAlreadyOwnedByYou):
        s3.create_bucket(Bucket=ARTIFACTS, CreateBucketConfiguration={"LocationConstraint": REGION})
    try:
        s3.head_object(Bucket=ARTIFACTS, Key=key)
    except ClientError:
        _put(cloud, key, _zip(folder))


def _put(cloud: LocalCloud, key: str, body: bytes) -> None:
    cloud.client("s3").put_object(Bucket=ARTIFACTS, Key=key, Body=body)


def _deployed(cloud: LocalCloud) -> Json | None:
    try:
        kept = cloud.client("s3").get_object(Bucket=ARTIFACTS, Key=DEPLOYED)
    except ClientError:
        return None
    return json.loads(kept["Body"].read())


def _apply(cloud: LocalCloud, body: str, parameters: Mapping[str, str]) -> None:
    formation = cloud.client("cloudformation")
    request: dict[str, Any] = {
        "StackName": STACK,
        "TemplateBody": body,
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
