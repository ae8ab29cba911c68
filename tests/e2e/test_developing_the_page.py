"""`make dev` shows a change of the page's source; tests/integration/test_developing.py has the functions' half."""

import shutil
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, expect

from infra.local.cloud import ROOT, free_port
from infra.local.dev import FRONTEND, page_from_source

SAID: Final = "{signInWords}"


@pytest.fixture
def frontend(tmp_path: Path) -> Path:
    """A copy of the page's source, to be changed, with the packages that are installed."""
    unchanging = shutil.ignore_patterns("node_modules", "dist")
    copy = shutil.copytree(FRONTEND, tmp_path / "frontend", ignore=unchanging)
    (copy / "node_modules").symlink_to(FRONTEND / "node_modules")
    (tmp_path / "functions").symlink_to(ROOT / "functions")
    return copy


def test_a_browser_that_has_the_page_open_shows_a_changed_component(
    frontend: Path, address: str, browser: Browser
) -> None:
    component = frontend / "src" / "app" / "SignedOut.tsx"
    source = component.read_text()
    assert SAID in source

    with page_from_source(free_port(), address, frontend) as url, browser.new_context() as context:
        page = context.new_page()
        with page.expect_console_message(lambda said: "[vite] connected" in said.text):  # else it misses the change
            page.goto(url)
        expect(page.get_by_role("button", name="Sign in", exact=True)).to_be_visible()
        component.write_text(source.replace(SAID, "Sign in as changed"))

        expect(page.get_by_role("button", name="Sign in as changed")).to_be_visible()
