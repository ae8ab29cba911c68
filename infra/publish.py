"""Finish a deployment: `make publish STAGE=dev`, after `sam deploy`.

The built page is published, every file with its kind and how long it may be kept, the entry page last. The stage is
then asked whether it answers, and what it lacks is named. A change set that waits to be executed publishes nothing,
nor does a deployment that was rolled back: the page would be newer than its API.
"""

import argparse
import json
import mimetypes
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import sign_in
from infra.aws import client, in_a_sentence, outputs_of
from infra.page_config import config
from infra.smoke import faults
from infra.stage import Stage

WHOLE: Final = {"CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "IMPORT_COMPLETE"}
"""The states of a stack that is as its template says."""
DIST: Final = Path(__file__).parents[1] / "frontend" / "dist"

A_YEAR = "public, max-age=31536000, immutable"
ASK_EACH_TIME = "no-cache"
KEEP_NOTHING = "no-store"
"""For the entry page: a browser that keeps it may show a page again, with names and marks, after its person left."""


@dataclass(frozen=True, slots=True)
class Upload:
    """One object of the page."""

    key: str
    body: bytes
    kind: str
    cache: str


def uploads(dist: Path, outputs: Mapping[str, str]) -> Iterator[Upload]:
    """The page's objects in the order to publish them: first what the page loads, then the page.

    Files under assets/ have their content's hash in their name and may be cached for a year.
    """
    yield Upload("config.json", json.dumps(config(outputs)).encode(), "application/json", ASK_EACH_TIME)
    files = [path for path in sorted(dist.rglob("*")) if path.is_file()]
    for path in sorted(files, key=lambda path: path.name == "index.html"):
        key = path.relative_to(dist).as_posix()
        cache = A_YEAR if key.startswith("assets/") else KEEP_NOTHING if key == "index.html" else ASK_EACH_TIME
        kind = mimetypes.guess_type(key)[0] or "application/octet-stream"
        yield Upload(key, path.read_bytes(), kind, cache)


def publish(dist: Path, outputs: Mapping[str, str]) -> None:
    """Upload the page and invalidate the distribution's cache."""
    s3 = client("s3")
    for upload in uploads(dist, outputs):
        s3.put_object(
            Bucket=outputs["SpaBucket"],
            Key=upload.key,
            Body=upload.body,
            ContentType=upload.kind,
            CacheControl=upload.cache,
        )
    client("cloudfront").create_invalidation(
        DistributionId=outputs["DistributionId"],
        InvalidationBatch={
            "Paths": {"Quantity": 2, "Items": ["/index.html", "/config.json"]},
            "CallerReference": str(time.time_ns()),
        },
    )


def waiting(stack: str) -> list[str]:
    """The names of a stack's change sets that somebody has yet to execute or has declined."""
    found = client("cloudformation").list_change_sets(StackName=stack)["Summaries"]
    return [change["ChangeSetName"] for change in found if change.get("ExecutionStatus") == "AVAILABLE"]


def lacking(outputs: Mapping[str, str], parameters: Mapping[str, str]) -> Iterator[str]:
    """What a stage still needs before real use, a sentence each."""
    if not client("cognito-idp").list_users(UserPoolId=outputs["UserPoolId"], Limit=1)["Users"]:
        yield "Nobody can sign in yet. See docs/runbook.md, The first people."
    if not (sender := parameters["MailFrom"]):
        yield "No email is sent, because MailFrom is not set. See docs/runbook.md, Send mail."
    elif not may_send_from(sender):
        yield f"No email is sent, because SES has not verified {sender}. See docs/runbook.md, Send mail."
    if not (parameters["BoardName"] and parameters["BoardContact"]):
        yield "The page does not say whose service it is, or whom to ring: set BoardName and BoardContact."
    if not parameters["AlarmTopic"]:
        yield "Alarms tell nobody, because AlarmTopic is not set. See docs/runbook.md, Alarms."


def may_send_from(address: str) -> bool:
    """Whether SES has verified an address or its domain."""
    mail = client("sesv2")
    for identity in (address, address.partition("@")[2]):
        with suppress(mail.exceptions.NotFoundException):
            if mail.get_email_identity(EmailIdentity=identity)["VerifiedForSendingStatus"]:
                return True
    return False


def must_be_whole(stack: str, status: str) -> None:
    """Raise `SystemExit` for a stack that is not as its template says: the page would be newer than its API."""
    if status not in WHOLE:
        raise SystemExit(f"Nothing was published: {stack} is {status}. Deploy again first.")


def let_sign_in(outputs: Mapping[str, str]) -> None:
    """Let people sign in from the page's address where the client has lost it, as it does in a roll-back."""
    pool, client_id = outputs["UserPoolId"], outputs["SpaClientId"]
    described = client("cognito-idp").describe_user_pool_client(UserPoolId=pool, ClientId=client_id)
    if f"{outputs['SpaUrl']}/signed-in" not in described["UserPoolClient"]["CallbackURLs"]:
        sign_in.complete(pool, client_id, outputs["SpaUrl"])
        print("The sign-in had lost the page's address, and has it again.")


def main(stage: Stage, dist: Path = DIST) -> None:
    """Publish to a stage and tell what it lacks; raises `SystemExit` when that or an answer fails."""
    if not (dist / "index.html").exists():
        raise SystemExit(f"Nothing was published: {dist} has no page. Run make frontend/dist/index.html.")
    if names := waiting(stage.stack):
        remove = f"aws cloudformation delete-change-set --stack-name {stage.stack} --change-set-name {names[0]}"
        raise SystemExit(
            f"Nothing was published: {stage.stack} has a change set that was not executed, {names[0]}. "
            f"Deploy again, or remove it: {remove}"
        )
    outputs, parameters = outputs_of(stage.stack)
    let_sign_in(outputs)
    [stack] = client("cloudformation").describe_stacks(StackName=stage.stack)["Stacks"]
    must_be_whole(stage.stack, stack["StackStatus"])
    publish(dist, outputs)
    print(f"The page is published at {outputs['SpaUrl']}")
    for sentence in lacking(outputs, parameters):
        print(f"- {sentence}")
    if found := list(faults(outputs["SpaUrl"], config(outputs))):
        raise SystemExit("\n".join(["The stage does not answer as it should:", *(f"- {fault}" for fault in found)]))
    print("The page, its sign-in and the API answer.")


if __name__ == "__main__":
    ask = argparse.ArgumentParser(description=main.__doc__)
    ask.add_argument("stage", help="a stage of samconfig.toml")
    asked = Stage.named(ask.parse_args().stage)
    asked.use_region()
    with in_a_sentence():
        main(asked)
