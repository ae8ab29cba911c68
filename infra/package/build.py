"""Make the artifacts that ship: `make build`.

Each unit (a CodeUri of the template) becomes a folder of `.aws-sam/build` with its source, its pinned dependencies
for the Lambda runtime, bytecode that is trusted without looking at file times (zips made for Lambda date every file
1980, so ordinary bytecode is thrown away at every cold start), and botocore stripped to the services it calls.
The template beside them points at the folders: `sam deploy` uploads them, and the local cloud runs them.
"""

import compileall
import json
import os
import py_compile
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
BUILT: Final = ROOT / ".aws-sam" / "build"
RUNTIME: Final = (3, 13)


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
    Unit("core", frozenset({"dynamodb", "events", "s3", "sesv2", "sqs"})),
    Unit("renderer", frozenset({"s3"})),
)


def locked(unit: Unit) -> str:
    """The unit's dependency group as the lock has it, in pip's words."""
    command = [_uv(), "export", "--quiet", "--locked", "--only-group", unit.name, "--no-header", "--no-annotate"]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def inputs(unit: Unit) -> list[Path]:
    """Every file an artifact is made from."""
    source = (path for path in unit.source.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return [Path(__file__), *sorted(source)]


def digest(paths: Iterable[Path]) -> str:
    """One hash of names and contents."""
    total = sha256()
    for path in paths:
        total.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def build(unit: Unit) -> bool:
    """Build a unit unless it is built from these very inputs already; tell whether it was built."""
    stamp, made_from = BUILT / f"{unit.name}.inputs", digest(inputs(unit))
    if stamp.exists() and stamp.read_text() == made_from:
        return False
    target = BUILT / unit.name
    stamp.unlink(missing_ok=True)
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(unit.source, target, ignore=shutil.ignore_patterns("__pycache__"))
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
    """Leave the newest description of each service called, and their endpoints in the public partition."""
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


def write_template() -> None:
    """Put the template beside the artifacts, pointing at them."""
    text = (ROOT / "template.yaml").read_text()
    for unit in UNITS:
        text = text.replace(f"CodeUri: functions/{unit.name}/", f"CodeUri: {unit.name}/")
    (BUILT / "template.yaml").write_text(text)


def main() -> None:
    """Build every unit that changed."""
    if sys.version_info[:2] != RUNTIME:
        raise SystemExit(f"Build with Python {RUNTIME}, whose bytecode the Lambda runtime reads.")
    BUILT.mkdir(parents=True, exist_ok=True)
    for unit in UNITS:
        if locked(unit) != (unit.requirements.read_text() if unit.requirements.exists() else ""):
            unit.requirements.write_text(locked(unit))
            print(f"Wrote {unit.requirements.relative_to(ROOT)} anew from the lock; commit it.")
        print(f"{'Built' if build(unit) else 'Unchanged:'} {unit.name}")
    write_template()


if __name__ == "__main__":
    main()
