"""`make dev`: what `make run` runs, for developers.

vite serves the page from its source and shows a change at once. A change of a unit below `functions` is put into a copy
of the build, and its functions run it from their next call. The build itself stays as it is.
"""

import os
import shutil
import subprocess
import time
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import Final

from botocore.exceptions import BotoCoreError, ClientError
from watchfiles import watch

from infra.local import artifacts
from infra.local.cloud import ROOT, CloudError, LocalCloud, free_port, must_be_free
from infra.local.deploy import code_folders, give_code
from infra.local.run import run, say, state
from infra.local.service import LocalService, local_service
from infra.local.template import read_template
from infra.package.build import BUILT, compile_below

FRONTEND: Final = ROOT / "frontend"
FUNCTIONS: Final = ROOT / "functions"
START_SECONDS: Final = 60
SETTLED_MILLISECONDS: Final = 50
"""How long nothing more has to change before a change is whole: an editor writes in steps."""


@contextmanager
def developing(port: int) -> Generator[LocalService]:
    """`local_service`, opened at vite's page, following changes of the source."""
    with (
        local_service(state(), port, say=say, door_port=free_port()) as service,
        following(service.cloud, FUNCTIONS, say),
        page_from_source(port, service.url) as url,
    ):
        yield replace(service, url=url)


@contextmanager
def page_from_source(port: int, door: str, frontend: Path = FRONTEND) -> Generator[str]:
    """Serve the page from its source, with a front door behind it, and give its origin."""
    must_be_free(port)
    with subprocess.Popen(
        [frontend / "node_modules" / ".bin" / "vite", "--logLevel", "warn"],
        cwd=frontend,
        env={**os.environ, "PAGE_PORT": str(port), "FRONT_DOOR": door},
        stdin=subprocess.DEVNULL,
    ) as vite:
        try:
            _wait_for(vite, port)
            yield f"http://localhost:{port}"
        finally:
            vite.terminate()


def _wait_for(vite: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while _is_free(port):
        if vite.poll() is not None or time.monotonic() > deadline:
            raise CloudError(f"The page is not served at port {port}.")
        time.sleep(0.05)


def _is_free(port: int) -> bool:
    try:
        must_be_free(port)
    except CloudError:
        return False
    return True


@contextmanager
def following(cloud: LocalCloud, functions: Path, tell: Callable[[str], None]) -> Generator[None]:
    """Deploy the functions' source below a folder whenever it changes."""
    stop, watching = Event(), Event()
    with TemporaryDirectory() as copies:
        units = {unit: Unit(cloud, functions / unit, Path(copies, unit), names) for unit, names in _units().items()}

        def follow() -> None:
            for changed in watch(
                functions, stop_event=stop, step=SETTLED_MILLISECONDS, rust_timeout=200, yield_on_timeout=True
            ):
                watching.set()
                paths: dict[str, set[Path]] = defaultdict(set)
                for _, path in changed:
                    paths[Path(path).relative_to(functions).parts[0]].add(Path(path))
                for unit in paths.keys() & units.keys():
                    tell(units[unit].follow(paths[unit]))

        thread = Thread(target=follow, name="following the functions", daemon=True)
        thread.start()
        watching.wait(START_SECONDS)
        try:
            yield
        finally:
            stop.set()
            thread.join()


def _units() -> dict[str, list[str]]:
    """The functions of each unit, by their names in the template."""
    units: dict[str, list[str]] = defaultdict(list)
    for name, uri in code_folders(read_template(ROOT / "template.yaml")):
        units[Path(uri).name].append(name)
    return units


class Unit:
    """A folder of source, and the copy of its artifact that is kept up to date."""

    def __init__(self, cloud: LocalCloud, source: Path, copy: Path, functions: list[str]) -> None:
        self._cloud = cloud
        self._source = source
        self._copy = copy
        self._functions = functions
        shutil.copytree(BUILT / source.name, copy)

    def follow(self, changed: Iterable[Path]) -> str:
        """Deploy what changed and say the result; code that does not compile is not deployed."""
        began = time.monotonic()
        key = f"{self._source.name}-in-the-making.zip"
        try:
            for path in changed:
                self._take(path, self._copy / path.relative_to(self._source))
            artifacts.put_unit(self._cloud, self._copy, key)
            give_code(self._cloud, self._functions, key)
        except (SystemExit, BotoCoreError, ClientError) as error:
            return f"{error} {self._source.name} was not deployed."
        return f"Deployed {self._source.name} in {time.monotonic() - began:.1f} s."

    def _take(self, path: Path, into: Path) -> None:
        if not path.exists():
            into.unlink(missing_ok=True)
        elif path.is_file():
            into.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, into)
        if into.suffix == ".py" and into.exists():
            compile_below(self._copy, into)


if __name__ == "__main__":
    run(developing)
