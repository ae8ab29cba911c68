"""`make run`: the whole service on this machine, until Ctrl-C."""

import os
import signal
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from threading import Event
from typing import Final

from infra.local.cloud import ROOT, CloudError
from infra.local.service import LocalService, local_service

STATE: Final = ROOT / ".local" / "cloud"
PORT: Final = 8080


def state() -> Path:
    """Where the local data are kept; `make run STATE=<folder>` keeps another set."""
    return Path(os.environ.get("STATE", STATE))


def run(begin: Callable[[int], AbstractContextManager[LocalService]]) -> None:
    """Start at the port of the environment (`make run PORT=8081`), print the address, wait for Ctrl-C, stop."""
    try:
        _run(begin(int(os.environ.get("PORT", PORT))))
    except CloudError as error:
        raise SystemExit(f"Centremark cannot run: {error}") from error


def _run(beginning: AbstractContextManager[LocalService]) -> None:
    began = time.monotonic()
    stop = Event()

    def told_to_stop(_sign: int, _frame: object) -> None:
        stop.set()

    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, told_to_stop)
    with beginning as service:
        print(_welcome(service, time.monotonic() - began), flush=True)
        while not stop.wait(1):
            if service.cloud.has_ended():
                raise CloudError(f"The local cloud ended by itself; see {service.cloud.log}. Run `make run` again.")
        print("\nStopping.", flush=True)


def say(words: str) -> None:
    """Print the progress on standard output."""
    print(words, flush=True)


def _welcome(service: LocalService, seconds: float) -> str:
    client, secret = service.mis_client
    people = "\n".join(f"  {p.email:26} {service.data.password:18} {p.what}" for p in service.data.people)
    return (
        f"\nCentremark is at {service.url} ({seconds:.0f} s). Sign in with one of:\n\n{people}\n\n"
        f"An MIS gets its token from {service.url}/oauth2/token as client {client}, secret {secret}\n"
        f"Mail that it sends is read at {service.url}/inbox\n"
        "Ctrl-C stops it and keeps what you entered; `make clean-local` starts afresh."
    )


if __name__ == "__main__":
    run(lambda port: local_service(state(), port, say=say))
