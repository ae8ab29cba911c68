"""The README's `make run` in a folder of its own, and a real browser."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import IO, Final

import pytest
from playwright.sync_api import Browser, sync_playwright

from infra.local.cloud import ROOT, LocalCloud, free_port
from infra.local.deploy import STACK
from tests.e2e.fonts import configuration
from tests.e2e.people import Computer, Desk, sit_down

ADDRESS: Final = re.compile(r"Centremark is at (\S+)")
CHROMIUM: Final = ROOT / ".local" / "chromium.path"
"""Where `make` writes the path of the browser it found or installed."""
SCREENS: Final = ROOT / ".local" / "e2e"
"""Where the screens of a failed test are kept."""
FLAGS: Final = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync")

SitDown = Callable[..., Desk]


@pytest.fixture(scope="session")
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where `make run` keeps its data."""
    return tmp_path_factory.mktemp("run") / "cloud"


@pytest.fixture(scope="session")
def address(state: Path) -> Iterator[str]:
    """Where `make run` serves; stopped with Ctrl-C in the end."""
    command = ["make", "--silent", "run", f"PORT={free_port()}", f"STATE={state}"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    ) as running:
        assert running.stdout
        try:
            yield served(running.stdout, state)
        finally:
            os.killpg(running.pid, signal.SIGINT)
        assert "Stopping." in running.stdout.read()


def served(output: IO[str], state: Path) -> str:
    """Where it serves, once it does and the tests' own centres are loaded."""
    said: list[str] = []
    for line in output:
        said.append(line)
        if found := ADDRESS.search(line):
            load("tests.e2e.town", state)
            return found[1]
    pytest.fail(f"make run ended: {''.join(said)}")


@pytest.fixture(scope="session")
def the_city(address: str, state: Path) -> None:
    """A centre with 64 assessments."""
    load("tests.e2e.city", state)


def load(dataset: str, state: Path) -> None:
    """Load one of the tests' own datasets into the running cloud."""
    subprocess.run(
        [sys.executable, "-m", dataset, STACK],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": f"{ROOT}:{ROOT / 'functions' / 'core'}",
            **LocalCloud(state).access,
        },
        check=True,
    )


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """The machine's Chromium, without a window and with the tests' own fonts."""
    fonts = configuration(tmp_path_factory.mktemp("fonts"))
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM.read_text().strip(),
            args=[*FLAGS],
            env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
        )
        yield chromium
        chromium.close()


@pytest.fixture
def at_desk(address: str, browser: Browser, request: pytest.FixtureRequest) -> Generator[SitDown]:
    """Seat a person, signed in, or nobody; no browser may have met an error the test did not expect."""
    desks: list[Desk] = []

    def seat(email: str | None, computer: Computer = Computer()) -> Desk:  # noqa: B008  # it is frozen
        desks.append(sit_down(browser, address, email, computer))
        return desks[-1]

    failed_before = request.session.testsfailed
    yield seat
    for place, desk in enumerate(desks):
        if request.session.testsfailed > failed_before:
            keep_screen(desk, SCREENS / f"{request.node.name}-{place}.png")
        desk.context.close()
    assert [fault for desk in desks for fault in desk.faults] == []


def keep_screen(desk: Desk, where: Path) -> None:
    """Keep what a person saw last."""
    where.parent.mkdir(parents=True, exist_ok=True)
    desk.page.screenshot(path=where, full_page=True)
