"""The whole service on one machine: the cloud, the stack, the demonstration and the front door."""

import os
import subprocess
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from infra.dataset import Dataset
from infra.local.artifacts import BUCKET
from infra.local.cloud import ROOT, CloudError, LocalCloud, must_be_free
from infra.local.demo import demonstration
from infra.local.deploy import STACK, deploy
from infra.local.front_door import FrontDoor
from infra.local.site import PAGE, origin_of
from infra.local.stack import Stack

MAIL_FROM: Final = "marks@centremark.example"
LOADED: Final = "demonstration-loaded"
"""The object whose presence says that the demonstration was loaded to its end."""


@dataclass(frozen=True, slots=True)
class LocalService:
    """A running installation."""

    cloud: LocalCloud
    stack: Stack
    data: Dataset
    url: str
    """The origin people open; the API is at `/api` below it."""

    @property
    def mis_client(self) -> tuple[str, str]:
        """The MIS client's id and secret."""
        pool, client = self.stack.outputs["UserPoolId"], self.stack.outputs["MisClientId"]
        described = self.cloud.client("cognito-idp").describe_user_pool_client(UserPoolId=pool, ClientId=client)
        return client, described["UserPoolClient"]["ClientSecret"]


def _silent(_: str) -> None:
    """Say nothing."""


@contextmanager
def local_service(
    state: Path,
    page_port: int,
    page: Path = PAGE,
    say: Callable[[str], None] = _silent,
    door_port: int | None = None,
) -> Generator[LocalService]:
    """Start what is needed, and stop it at the end; an up-to-date state is only resumed.

    People open the page at its port. The front door is there too, unless it has a port of its own behind another
    server. Raises `CloudError`, which says what is in the way.
    """
    data = demonstration()
    with LocalCloud(state) as cloud:
        must_be_free(page_port)
        say("The local cloud is up.")
        if deploy(cloud, parameters(f"http://localhost:{page_port}")):
            say("The stack is deployed.")
        if _load(cloud):
            say("The demonstration is loaded.")
        stack = Stack.read(cloud, STACK)
        with FrontDoor(origin_of(stack, cloud, data, page), door_port or page_port) as door:
            yield LocalService(cloud, stack, data, door.url)


def parameters(origin: str) -> dict[str, str]:
    """The template's parameters on one machine: no protection from deletion, and no archive in the emulator."""
    return {
        "Stage": "local",
        "BoardName": "Demonstration Exam Board",
        "BoardContact": "01632 960123, exams@board.example",
        "SpaOrigin": origin,
        "SignInPrefix": "centremark-local",
        "MfaConfiguration": "OFF",
        "DeletionProtection": "false",
        "EventArchive": "false",
        "WebhookTargets": "local",
        "MailFrom": MAIL_FROM,
    }


def _load(cloud: LocalCloud) -> bool:
    """Load the demonstration unless it is there, in a process whose environment points at the cloud."""
    s3 = cloud.client("s3")
    if s3.list_objects_v2(Bucket=BUCKET, Prefix=LOADED)["KeyCount"]:
        return False
    path = os.pathsep.join((str(ROOT), str(ROOT / "functions" / "core")))
    done = subprocess.run(
        [sys.executable, "-m", "infra.load", STACK],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": path, **cloud.access},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise CloudError(f"The demonstration did not load: {done.stderr.strip().splitlines()[-1]}")
    s3.put_object(Bucket=BUCKET, Key=LOADED, Body=b"")
    return True
