"""The verbs of the Makefile: those the documents name exist, and a step says how it ended."""

import re
import subprocess
from pathlib import Path
from typing import Final

import pytest

from infra.package.build import ROOT

STEP: Final = ROOT / "infra" / "step.sh"
CODE: Final = re.compile(r"```.*?```|`[^`]+`", re.DOTALL)
COMMENT: Final = re.compile(r"(?:^| )# .*")
TARGET: Final = re.compile(r"^([\w./-]+):", re.MULTILINE)
VERBS: Final = re.compile(r"\bmake((?: [\w./-]+(?![\w=]))+)")
PAGES: Final = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def verbs_of(page: str) -> set[str]:
    """Every target that a page's code gives to make."""
    calls = (found for code in CODE.findall(page) for found in VERBS.findall(COMMENT.sub("", code)))
    return {verb for call in calls for verb in call.split()}


def test_a_verb_is_found_wherever_code_calls_make() -> None:
    page = "Use `make run`, or:\n```sh\nmake build lint-template   # make both\nmake deploy STAGE=dev\n```\nMake do."

    assert verbs_of(page) == {"run", "build", "lint-template", "deploy"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_verb_a_page_names_exists(page: Path) -> None:
    targets = set(TARGET.findall((ROOT / "Makefile").read_text()))

    assert verbs_of(page.read_text()) <= targets


def test_a_build_of_the_same_source_leaves_what_a_running_service_reads() -> None:
    """Each `make run` builds first; SAM would remove the build under the tests beside it."""
    build, built = ["make", "--silent", "build"], ROOT / ".aws-sam" / "build" / "template.yaml"
    subprocess.run(build, cwd=ROOT, check=True)
    before = built.stat()

    subprocess.run(build, cwd=ROOT, check=True)

    assert (built.stat().st_ino, built.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def step(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([STEP, *words], cwd=folder, check=False, capture_output=True, text=True)


def test_a_step_says_when_it_begins_what_it_printed_and_that_it_is_done(tmp_path: Path) -> None:
    done = step(tmp_path, "Checking the page", "sh", "-c", "echo one; echo two >&2")

    lines = done.stdout.splitlines()
    assert lines[:3] == ["· Checking the page", "one", "two"]
    assert re.fullmatch(r"✓ Checking the page \(\d+ s\)", lines[3])
    assert (done.returncode, (tmp_path / ".local" / "steps" / "failed").exists()) == (0, False)


def test_a_quiet_step_keeps_its_words_to_itself_until_it_fails(tmp_path: Path) -> None:
    done = step(tmp_path, "-q", "Checking the page", "echo", "chatter")
    failed = step(tmp_path, "-q", "Checking the page", "sh", "-c", "echo the fault; exit 3")

    assert "chatter" not in done.stdout
    assert failed.returncode == 3
    assert failed.stdout.splitlines()[1] == "the fault"
    assert failed.stdout.splitlines()[2].startswith("✗ Checking the page")
    assert (tmp_path / ".local" / "steps" / "failed").read_text() == "Checking the page\n"
