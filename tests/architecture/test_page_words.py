"""What the page and the service say: a sentence for every code, none that says something else, none that puzzles."""

import ast
import json
import re
from collections.abc import Iterator
from typing import Final

import pytest

from centremark.domain.files.marks_file import FaultCode
from centremark.domain.notices.reminders import DAYS_BEFORE
from centremark.domain.shared.errors import CentremarkError
from centremark.domain.sheet.declaration import DECLARATION
from infra.package.build import ROOT

PAGE: Final = ROOT / "frontend" / "src"
FILES: Final = PAGE / "features" / "files" / "words"
BROAD: Final = {"error", "invalid", "malformed", "conflict", "not-found", "roles-refused"}
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


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_page_says_on_which_days_people_are_reminded(language: str) -> None:
    words = (PAGE / "features" / "notices" / "words" / f"{language}.ts").read_text()
    [sentence] = re.findall(r'^ +deadlines: "(.*)",$', words, re.MULTILINE)

    assert {int(days) for days in re.findall(r"\d+", sentence)} == DAYS_BEFORE - {0}


LIMITS: Final = {
    "features/people/manage/given.ts": ("MOST", "LimitIn", "assessments"),
    "features/requests/remind/to-remind.ts": ("MOST", "RemindIn", "requests"),
    "features/marks/NoteDialog.tsx": ("MOST", "ChangeIn", "checker_note"),
    "features/history/PutBack.tsx": ("MOST_ROWS", "SaveIn", "rows"),
}
"""Where the page keeps to a limit of the API: the name of its figure, and the field of the request."""


@pytest.mark.parametrize("file", LIMITS)
def test_the_page_keeps_to_the_limits_of_the_api(file: str) -> None:
    figure, model, field = LIMITS[file]
    schemas = json.loads((ROOT / "infra" / "openapi.json").read_text())["components"]["schemas"]
    [allowed] = re.findall(r'"max(?:Items|Length)": (\d+)', json.dumps(schemas[model]["properties"][field]))
    [kept] = re.findall(rf"\b{figure} = ([\d_]+);", (PAGE / file).read_text())

    assert int(kept) == int(allowed)


def test_the_declaration_on_the_page_is_the_one_that_is_agreed_to() -> None:
    page = (PAGE / "sheet" / "words" / "en.ts").read_text()

    assert f'version: "{DECLARATION.version}"' in page
    assert [key for key, text in DECLARATION.statements.items() if f'{key}: "{text}"' not in page] == []


def test_the_page_has_welsh_for_everything_that_can_be_wrong_with_a_file() -> None:
    known = set(re.findall(r'^ {2}"?([a-z-]+)"?: \[', (FILES / "cy-file-faults.ts").read_text(), re.MULTILINE))

    assert known == {*FaultCode}


PUZZLES: Final = re.compile(
    r"e-mail|web site|\bturn to\b|taken for each other|set (?:them|it|one) back|all the same\b|dear to undo|laid over"
    r"|of which the middle|comes twice|\bof ours\b|\bvery file\b|\bmend (?:it|the|that)\b|\bplease\b|told by e",
    re.IGNORECASE,
)
"""Old words that readers stumbled over; CONTRIBUTING says how to put it instead."""


def _literals(source: str) -> Iterator[str]:
    """The texts of a Python file, without its docstrings."""
    tree = ast.parse(source)
    documents = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documents:
            yield node.value


def _sentences() -> Iterator[tuple[str, str]]:
    page = (*(PAGE / "i18n" / "en").glob("*.ts"), *PAGE.glob("**/words/en.ts"))
    docs = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "docs" / "mis-guide.md", ROOT / "docs" / "runbook.md")
    for path in (*page, *docs):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            yield f"{path.relative_to(ROOT)}:{number}", line
    for path in (ROOT / "functions" / "core" / "centremark").rglob("*.py"):
        for text in _literals(path.read_text()):
            yield str(path.relative_to(ROOT)), text


def test_no_sentence_that_people_read_has_a_word_that_puzzled_readers() -> None:
    sentences = list(_sentences())

    assert len({place.split(":")[0] for place, _ in sentences}) > 100
    assert [(place, text) for place, text in sentences if PUZZLES.search(text)] == []
