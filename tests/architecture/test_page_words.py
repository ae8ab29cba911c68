"""The page's own sentences for what the service says by code: none is missing, none says something else."""

import re
from collections.abc import Iterator
from typing import Final

from centremark.domain.declaration import DECLARATION
from centremark.domain.errors import CentremarkError
from centremark.domain.marks_file import FaultCode
from infra.package.build import ROOT

PAGE: Final = ROOT / "frontend" / "src"
UPLOAD: Final = PAGE / "features" / "upload" / "words"
BROAD: Final = {"error", "invalid", "malformed", "conflict", "not-found"}
"""Codes that stand for many things: the page shows the service's own words."""


def _codes(kind: type[CentremarkError]) -> Iterator[str]:
    yield kind.code
    for narrower in kind.__subclasses__():
        yield from _codes(narrower)


def test_the_page_has_a_sentence_for_every_refusal_that_means_one_thing() -> None:
    domain = {
        code for kind in CentremarkError.__subclasses__() if "domain" in kind.__module__ for code in _codes(kind)
    } - BROAD
    known = set(re.findall(r'^ {4}"?([a-z-]+)"?: "', (PAGE / "i18n" / "en" / "problems.ts").read_text(), re.MULTILINE))

    assert domain - known == set()


def test_the_declaration_on_the_page_is_the_one_that_is_agreed_to() -> None:
    page = (PAGE / "sheet" / "words" / "en.ts").read_text()

    assert f'version: "{DECLARATION.version}"' in page
    assert [key for key, text in DECLARATION.statements.items() if f'{key}: "{text}"' not in page] == []


def test_the_page_has_welsh_for_everything_that_can_be_wrong_with_a_file() -> None:
    known = set(re.findall(r'^ {2}"?([a-z-]+)"?: \[', (UPLOAD / "cy-file-faults.ts").read_text(), re.MULTILINE))

    assert known == {*FaultCode}
