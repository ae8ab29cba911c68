"""Installing Chromium on a machine whose apt is busy, which fresh machines' often is."""

import subprocess
from pathlib import Path
from typing import Final

import pytest

from infra.local.cloud import ROOT

pytestmark = pytest.mark.architecture

LOCKED: Final = "E: Could not get lock {}. It is held by process 42 (apt-get)"
BUSY_ONCE: Final = """
if [ "$verb" = "{verb}" ] && [ ! -e {seen} ]; then : > {seen}; echo "{said}" >&2; exit 100; fi
"""


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder of commands where root has apt and no Chromium; what apt is asked is written down."""
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
            [ $verb = update ] || {{ : > {machine}/chromium; /bin/chmod +x {machine}/chromium; }}""",
    )


def install(machine: Path) -> "subprocess.CompletedProcess[str]":
    script = ROOT / "infra" / "local" / "chromium.sh"
    return subprocess.run(
        ["/bin/bash", script], env={"PATH": str(machine)}, capture_output=True, text=True, check=False, timeout=60
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
