"""`make dev`, over the cloud the other tests share: the page and the functions follow their source."""

import re
from collections.abc import Generator

import httpx
import pytest

from infra.local.cloud import free_port
from infra.local.dev import page_from_source
from infra.local.service import LocalService


@pytest.fixture
def page(service: LocalService) -> Generator[httpx.Client]:
    with (
        page_from_source(free_port(), service.url) as url,
        httpx.Client(base_url=url.replace("localhost", "127.0.0.1"), trust_env=False, timeout=60) as browser,
    ):
        yield browser


def test_the_page_is_served_from_its_source_in_front_of_the_cloud(page: httpx.Client, service: LocalService) -> None:
    sheet = page.get("/sheets/2027-06.64235.H446-03", headers={"Accept": "text/html"})
    [source] = re.findall(r'src="(/src/[^"?]+)', sheet.text)

    assert "/@vite/client" in sheet.text
    assert "import" in page.get(source).text
    assert page.get("/config.json").json()["clientId"] == service.stack.outputs["SpaClientId"]
    assert page.get("/api/v1/me").status_code == 401
