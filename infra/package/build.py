"""Make an artifact that ships: `sam build` asks for one for each function, through the unit's Makefile.

Each unit (a CodeUri of the template) becomes a folder of `.aws-sam/units` with its source, its pinned dependencies
for the Lambda runtime, bytecode that is trusted without looking at file times (zips made for Lambda date every file
1980, so ordinary bytecode is thrown away at every cold start), and botocore stripped to the services it calls.
A unit is made once from the same inputs, and laid by hard links where SAM wants it for each of its functions.
"""

import argparse
import compileall
import json
import os
import py_compile
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from fcntl import LOCK_EX, flock
from hashlib import sha256
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
BUILT: Final = ROOT / ".aws-sam" / "units"
RUNTIME: Final = (3, 13)
IGNORED: Final = {"__pycache__", "Makefile"}
"""What stands in a unit's folder and does not ship."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A folder of source that is deployed as one, and the AWS services it calls."""

    name: str
    services: frozenset[str]

    @property
    def source(self) -> Path:
        """The unit's CodeUri in the repository."""
        return ROOT / "functions" / self.name

    @property
    def requirements(self) -> Path:
        """The unit's locked dependencies."""
        return self.source / "requirements.txt"


UNITS: Final = (
    Unit("core", frozenset({"cognito-idp", "dynamodb", "events", "s3", "sesv2", "sqs"})),
    Unit("renderer", frozenset({"s3"})),
    Unit("deployment", frozenset({"cognito-idp"})),
)


def inputs(unit: Unit) -> list[Path]:
    """Every file an artifact is made from."""
    source = (path for path in unit.source.rglob("*") if path.is_file() and not IGNORED & set(path.parts))
    return [Path(__file__), *sorted(source)]


def digest(paths: Iterable[Path]) -> str:
    """A hash of names and contents."""
    total = sha256()
    for path in paths:
        total.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def build(unit: Unit) -> bool:
    """Build a unit unless it is already built from the same inputs; gives whether it was built."""
    stamp, made_from = BUILT / f"{unit.name}.inputs", digest(inputs(unit))
    if stamp.exists() and stamp.read_text() == made_from:
        return False
    target = BUILT / unit.name
    stamp.unlink(missing_ok=True)
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(unit.source, target, ignore=shutil.ignore_patterns(*IGNORED))
    _install(unit, target)
    _strip_botocore(target / "botocore" / "data", unit.services)
    compile_below(target, target)
    stamp.write_text(made_from)
    return True


def _uv() -> str:
    """The uv that make found or installed; a test run without make finds the same one."""
    return os.environ.get("UV") or shutil.which("uv") or str(ROOT / ".uv" / "bin" / "uv")


def _install(unit: Unit, target: Path) -> None:
    runtime = ["--python-version", ".".join(map(str, RUNTIME)), "--python-platform", "x86_64-manylinux_2_28"]
    locked_wheels = ["--no-deps", "--only-binary", ":all:", "--requirements", unit.requirements]
    # Copies, because uv would share the files with its cache and every other environment, and we are about to cut them.
    command = [_uv(), "pip", "install", "--quiet", "--link-mode", "copy", "--target", target, *runtime, *locked_wheels]
    subprocess.run(command, check=True)
    shutil.rmtree(target / "bin", ignore_errors=True)


def _strip_botocore(data: Path, services: frozenset[str]) -> None:
    """Keep only the newest description of each service called, and its endpoints in the public partition."""
    for folder in (path for path in data.iterdir() if path.is_dir()):
        if folder.name not in services:
            shutil.rmtree(folder)
            continue
        *older, newest = sorted(folder.iterdir())
        for version in older:
            shutil.rmtree(version)
        for examples in newest.glob("examples-*"):
            examples.unlink()
    listing = data / "endpoints.json"
    endpoints = json.loads(listing.read_text())
    public = next(part for part in endpoints["partitions"] if part["partition"] == "aws")
    public["services"] = {name: where for name, where in public["services"].items() if name in services}
    listing.write_text(json.dumps({**endpoints, "partitions": [public]}, separators=(",", ":")))


def compile_below(target: Path, changed: Path) -> None:
    """Compile a module of an artifact, or all in a folder of it. Raises `SystemExit` when one does not compile."""
    files = changed.rglob("*.py") if changed.is_dir() else [changed]
    compiled = [
        compileall.compile_file(
            file,
            quiet=1,
            force=True,
            stripdir=str(target),
            prependdir="/var/task",
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )
        for file in files
    ]
    if not all(compiled):
        raise SystemExit(f"Some of {target.name} does not compile.")


def lay(unit: Unit, into: Path) -> None:
    """Put a built unit into a folder that SAM made; the files are hard links to the unit's."""
    shutil.copytree(BUILT / unit.name, into, copy_function=os.link, dirs_exist_ok=True)


def main() -> None:
    """Build one unit, unless it is built already, and lay it into a folder. Raises `SystemExit` for another Python."""
    ask = argparse.ArgumentParser(description=main.__doc__)
    ask.add_argument("unit", choices=[unit.name for unit in UNITS])
    ask.add_argument("--into", type=Path, required=True)
    given = ask.parse_args()
    if sys.version_info[:2] != RUNTIME:
        raise SystemExit(f"Build with Python {RUNTIME}, whose bytecode the Lambda runtime reads.")
    BUILT.mkdir(parents=True, exist_ok=True)
    [unit] = (one for one in UNITS if one.name == given.unit)
    with (BUILT / f"{unit.name}.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        build(unit)
    lay(unit, given.into)


if __name__ == "__main__":
    main()
