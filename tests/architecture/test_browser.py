"""Installing browsers on a machine whose apt is busy, which fresh machines' often is."""

import subprocess
from pathlib import Path
from typing import Final

import pytest

from infra.local.cloud import ROOT

pytestmark = pytest.mark.architecture

LOCKED: Final = "E: Could not get lock {}. It is held by process 42 (apt-get)"
FILES: Final = {"chromium": "chromium", "firefox": "firefox-esr", "webkit": "WebKitWebDriver", "screen": "Xvfb"}
"""What the packages of each browser bring."""
BUSY_ONCE: Final = """
if [ "$verb" = "{verb}" ] && [ ! -e {seen} ]; then : > {seen}; echo "{said}" >&2; exit 100; fi
"""


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder of commands where root has apt and no browser; what apt is asked is written down."""
    command(tmp_path / "id", "echo 0")
    command(tmp_path / "sleep", "")
    return tmp_path


def command(where: Path, does: str) -> None:
    where.write_text(f"#!/bin/sh\n{does}\n")
    where.chmod(0o755)


def apt(machine: Path, trouble: str) -> None:
    """An apt that has its trouble first, and else installs what it is asked to."""
    command(
        machine / "apt-get",
        f"""for word in "$@"; do case $word in update|install) verb=$word;; esac; done
            {trouble}
            echo $verb >> {machine}/done
            [ $verb = install ] || exit 0
            for file in {" ".join(FILES.values())}; do : > {machine}/$file; /bin/chmod +x {machine}/$file; done""",
    )


def install(machine: Path, browser: str = "chromium") -> "subprocess.CompletedProcess[str]":
    script = ROOT / "infra" / "local" / "browser.sh"
    return subprocess.run(
        ["/bin/bash", script, browser],
        env={"PATH": str(machine)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("verb", "lock"),
    [
        ("update", "/var/lib/apt/lists/lock"),
        ("install", "/var/cache/apt/archives/lock"),
        ("install", "/var/lib/dpkg/lock-frontend"),
    ],
)
def test_a_lock_that_another_apt_holds_is_waited_for(machine: Path, verb: str, lock: str) -> None:
    apt(machine, BUSY_ONCE.format(verb=verb, seen=machine / "seen", said=LOCKED.format(lock)))

    ended = install(machine)

    assert ended.returncode == 0, ended.stderr
    assert ended.stdout == f"{machine}/chromium\n"
    assert (machine / "done").read_text() == "update\ninstall\n"
    assert "Installing Chromium" in ended.stderr
    assert f"Waiting for another apt to finish: {LOCKED.format(lock)}" in ended.stderr


def test_what_else_apt_says_is_passed_on_at_once(machine: Path) -> None:
    apt(machine, 'echo "E: Unable to locate package" >&2; exit 100')

    ended = install(machine)

    assert ended.returncode != 0
    assert ended.stdout == ""
    assert "E: Unable to locate package" in ended.stderr


def test_apt_is_asked_to_wait_for_dpkgs_own_lock(machine: Path) -> None:
    apt(machine, f'case "$*" in *DPkg::Lock::Timeout=*) ;; *) echo "$*" >> {machine}/impatient;; esac')

    install(machine)

    assert not (machine / "impatient").exists()


@pytest.mark.parametrize("browser", ["chromium", "firefox", "webkit"])
def test_each_browser_is_installed_where_it_lacks_and_then_found(machine: Path, browser: str) -> None:
    apt(machine, "")

    ended = install(machine, browser)
    again = install(machine, browser)

    assert ended.stdout == again.stdout == f"{machine}/{FILES[browser]}\n"
    assert (machine / "done").read_text() == "update\ninstall\n"


def test_webkit_is_of_no_use_without_a_screen(machine: Path) -> None:
    command(machine / FILES["webkit"], "")
    apt(machine, "")

    install(machine, "webkit")

    assert (machine / "done").read_text() == "update\ninstall\n"


def test_who_is_not_root_is_told_what_to_install(machine: Path) -> None:
    command(machine / "id", "echo 1000")

    ended = install(machine, "webkit")

    assert ended.returncode != 0
    assert "sudo apt-get install webkit2gtk-driver xvfb" in ended.stderr
