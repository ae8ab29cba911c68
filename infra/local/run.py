"""`make run`: the whole service on this machine, until Ctrl-C."""

import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from threading import Event
from typing import Final

from infra.local.cloud import ROOT, CloudError, LocalCloud, must_be_free
from infra.local.demo import demonstration
from infra.local.deploy import ARTIFACTS, STACK, deploy
from infra.local.front_door import FrontDoor
from infra.local.site import origin_of
from infra.local.stack import Stack

STATE: Final = ROOT / ".local" / "cloud"
LOADED: Final = "demonstration-loaded"
"""The object whose presence says that the demonstration was loaded to its end."""
PAGE_PORT: Final = 8080


def parameters(origin: str) -> dict[str, str]:
    """The template's parameters on one machine: nothing to protect, nobody to alarm."""
    return {
        "SpaOrigin": origin,
        "SignInPrefix": "centremark-local",
        "MfaConfiguration": "OFF",
        "DeletionProtection": "false",
        "EventArchive": "false",
    }


def load_demonstration(cloud: LocalCloud) -> bool:
    """Load the demonstration unless it is there, and say whether it took loading; raises `CloudError`."""
    s3 = cloud.client("s3")
    if s3.list_objects_v2(Bucket=ARTIFACTS, Prefix=LOADED)["KeyCount"]:
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
    s3.put_object(Bucket=ARTIFACTS, Key=LOADED, Body=b"")
    return True


def mis_client(cloud: LocalCloud, stack: Stack) -> tuple[str, str]:
    """The MIS client's id and secret."""
    pool, client = stack.outputs["UserPoolId"], stack.outputs["MisClientId"]
    described = cloud.client("cognito-idp").describe_user_pool_client(UserPoolId=pool, ClientId=client)
    return client, described["UserPoolClient"]["ClientSecret"]


def run(page_port: int) -> None:
    """Start, tell where it is, wait for Ctrl-C, stop. Raises `CloudError` when it cannot start."""
    began = time.monotonic()
    stop = Event()

    def told_to_stop(_sign: int, _frame: object) -> None:
        stop.set()

    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, told_to_stop)
    with ExitStack() as stack:
        cloud = stack.enter_context(LocalCloud(STATE))
        must_be_free(page_port)
        print("The local cloud is up.", flush=True)
        if deploy(cloud, parameters(f"http://localhost:{page_port}")):
            print("The stack is deployed.", flush=True)
        if load_demonstration(cloud):
            print("The demonstration is loaded.", flush=True)
        data, deployed = demonstration(), Stack.read(cloud, STACK)
        door = stack.enter_context(FrontDoor(origin_of(deployed, cloud, data), page_port))
        print(f"\nCentremark is at {door.url} ({time.monotonic() - began:.0f} s). Sign in with one of:\n")
        for person in data.people:
            print(f"  {person.email:32} {data.password:20} {person.what}")
        client, secret = mis_client(cloud, deployed)
        print(f"\nAn MIS gets its token from {door.url}/oauth2/token with client {client}, secret {secret}")
        print("\nCtrl-C stops it; what you entered is kept. `make clean-local` starts afresh.", flush=True)
        while not stop.wait(1):
            if cloud.has_ended():
                raise CloudError(f"The local cloud ended by itself; see {cloud.log}. Run `make run` again.")
        print("\nStopping.", flush=True)


def main() -> None:
    """Read the page's port from the environment (`make run PORT=8081`) and run."""
    try:
        run(int(os.environ.get("PORT", PAGE_PORT)))
    except CloudError as error:
        raise SystemExit(f"make run: {error}") from error


if __name__ == "__main__":
    main()
