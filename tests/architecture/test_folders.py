"""A test's marker is the name of its folder."""

import subprocess
import sys

from infra.package.build import ROOT


def test_a_marker_selects_the_whole_of_its_folder_and_nothing_else() -> None:
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-m", "unit"]

    done = subprocess.run(
        [*command, "tests/unit", "tests/architecture/test_rules.py"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )

    selected = {line.partition("::")[0] for line in done.stdout.splitlines() if "::" in line}
    assert selected == {str(file.relative_to(ROOT)) for file in (ROOT / "tests" / "unit").rglob("test_*.py")}
