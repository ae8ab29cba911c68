"""A test in a browser or on the local cloud fails when a promise is broken, not when the machine is slow.

What looks once at what comes later passes on a quiet machine and fails on a full one. This finds the ways that did.
"""

import ast
from collections.abc import Iterator
from typing import Final

import pytest

from infra.package.build import ROOT

FOLDERS: Final = ("e2e", "integration", "support")
FILES: Final = sorted(file for folder in FOLDERS for file in (ROOT / "tests" / folder).glob("*.py"))
INSTEAD: Final = {
    "expect_response": "the answer to what a page sends while it is left is lost: look at what it did to the service",
    "networkidle": "a slow page is idle before it has begun: expect what it shows",
    "wait_for_timeout": "wait for a condition",
    "page.url": "the address changes after the click: expect(page).to_have_url",
    "httpx": "an answer may take long: timeout=A_BUSY_MACHINE",
}
"""What is found, and what to do instead."""
ASKS: Final = ("get", "post", "request", "Client")
"""Of httpx, what gives up after five seconds unless it is told otherwise."""


def found_in(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(attr=("expect_response" | "wait_for_timeout") as name)):
                yield name
            case ast.Constant(value="networkidle"):
                yield "networkidle"
            case ast.Assert(test=test) if any(ast.unparse(part).endswith("page.url") for part in ast.walk(test)):
                yield "page.url"
            case ast.Call(func=ast.Attribute(value=ast.Name("httpx"), attr=name), keywords=given):
                if name in ASKS and not any(one.arg == "timeout" for one in given):
                    yield "httpx"
            case _:
                pass


def test_no_test_looks_once_at_what_comes_later() -> None:
    found = [f"{file.relative_to(ROOT)}: {INSTEAD[name]}" for file in FILES for name in found_in(file.read_text())]

    assert found == []


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("with page.expect_response('**/revoke'):\n    leave()", "expect_response"),
        ("page.goto(address, wait_until='networkidle')", "networkidle"),
        ("desk.page.wait_for_timeout(500)", "wait_for_timeout"),
        ("assert sheet in desk.page.url", "page.url"),
        ("httpx.get(link, trust_env=False)", "httpx"),
        ("httpx.Client(base_url=url)", "httpx"),
    ],
)
def test_what_looks_once_is_found(source: str, name: str) -> None:
    assert list(found_in(source)) == [name]
