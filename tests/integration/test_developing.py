"""`make dev`, over the cloud the other tests share: the page and the functions follow their source."""

import re
import shutil
from collections.abc import Generator
from pathlib import Path
from typing import Final

import httpx
import pytest

from infra.local.cloud import ROOT, free_port
from infra.local.demo import ASHA
from infra.local.dev import following, page_from_source
from infra.local.service import LocalService
from infra.local.template import read_template
from tests.integration.conftest import As
from tests.support.waiting import A_BUSY_MACHINE, until

CHANGE: Final = """

_before = handler


def handler(event, context):
    answer = _before(event, context)
    return {**answer, "headers": {**answer.get("headers", {}), "X-Changed": "yes"}}
"""


@pytest.fixture
def functions(tmp_path: Path) -> Path:
    """A copy of the functions' source, to be changed."""
    return shutil.copytree(ROOT / "functions", tmp_path / "functions", ignore=shutil.ignore_patterns("__pycache__"))


@pytest.fixture
def module(functions: Path) -> Path:
    """The source of the handler of mark sheets."""
    template = read_template(ROOT / "template.yaml")
    module = template["Resources"]["SheetsFunction"]["Properties"]["Handler"].rpartition(".")[0]
    return functions / "core" / f"{module.replace('.', '/')}.py"


@pytest.fixture
def told(service: LocalService, functions: Path, module: Path) -> Generator[list[str]]:
    """What is said while the service follows the copy; in the end it has its own code again."""
    own, words = module.read_bytes(), list[str]()
    with following(service.cloud, functions, words.append):
        yield words
        said = len(words)
        module.write_bytes(own + b"\n")
        until(lambda: any("Deployed core" in word for word in words[said:]))


@pytest.fixture
def page(service: LocalService) -> Generator[httpx.Client]:
    with (
        page_from_source(free_port(), service.url) as url,
        httpx.Client(
            base_url=url.replace("localhost", "127.0.0.1"), trust_env=False, timeout=A_BUSY_MACHINE
        ) as browser,
    ):
        yield browser


def test_changed_python_runs_from_the_next_call_and_a_slip_of_the_pen_is_not_deployed(
    told: list[str], module: Path, as_: As
) -> None:
    teacher = as_(ASHA)
    before = teacher.get("/v1/series")

    module.write_text(f"{module.read_text()}\ndef broken(:\n")
    until(lambda: [words for words in told if "core was not deployed" in words])
    broken = teacher.get("/v1/series")
    module.write_text(f"{module.read_text().removesuffix('def broken(:\n')}{CHANGE}")
    until(lambda: [words for words in told if "Deployed core" in words])

    assert [answer.headers.get("X-Changed") for answer in (before, broken, teacher.get("/v1/series"))] == [
        None,
        None,
        "yes",
    ]


def test_the_page_is_served_from_its_source_in_front_of_the_cloud(page: httpx.Client, service: LocalService) -> None:
    sheet = page.get("/sheets/2027-06.64235.H446-03", headers={"Accept": "text/html"})
    [source] = re.findall(r'src="(/src/[^"?]+)', sheet.text)

    assert "/@vite/client" in sheet.text
    assert "import" in page.get(source).text
    assert page.get("/config.json").json()["clientId"] == service.stack.outputs["SpaClientId"]
    assert page.get("/api/v1/me").status_code == 401
