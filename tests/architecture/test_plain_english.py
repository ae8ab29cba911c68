"""Docstrings, comments and documents are in plain English, and name only what exists."""

import ast
import re
import subprocess
from collections.abc import Iterator
from typing import Final

from infra.package.build import ROOT

PUZZLES: Final = re.compile(
    r"\banew\b|what became of|\btold of\b|\bgive leave\b|\bleave to send\b|\bthe very\b|all the same\b|no news is"
    r"|\bcasts? (?:a |the )?lots?\b|^Permit\b|\bbear(?:s|ing)? repeats|\bkept up by\b|\bnobody to ask\b"
    r"|\bhow (?:each row|one row|a save) went\b|^(?:Read them|Look it up|Cancel)\.$|^(?:Write|Read) it\b",
    re.IGNORECASE | re.MULTILINE,
)
"""Constructions that readers stumbled over. Say it as an engineer of another company would."""
CODE: Final = ("functions", "infra", "clients", "tests/support")
DOCUMENTS: Final = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "docs")
NAME: Final = re.compile(r"(?<!`)`([A-Z][a-z]+(?:[A-Z][a-z]+)+)(?:\.\w+)?`(?!`)")
OF_OTHERS: Final = {"SystemExit", "CodeUri", "PutItem", "SecurityHeaders", "Distribution"}
"""Names of Python, AWS and the template."""


def _files(places: tuple[str, ...], suffix: str) -> list[str]:
    listed = subprocess.run(["git", "ls-files", *places], cwd=ROOT, check=True, capture_output=True, text=True)
    return [name for name in listed.stdout.splitlines() if name.endswith(suffix)]


def _docstrings() -> Iterator[tuple[str, str]]:
    for name in _files(CODE, ".py"):
        for node in ast.walk(ast.parse((ROOT / name).read_text())):
            documented = isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
            if documented and (text := ast.get_docstring(node)):
                yield f"{name}:{getattr(node, 'name', '')}", text


def _comments() -> Iterator[tuple[str, str]]:
    for name in (*_files(("frontend/src",), ".ts"), *_files(("frontend/src",), ".tsx")):
        for comment in re.findall(r"/\*\*.*?\*/", (ROOT / name).read_text(), re.DOTALL):
            yield name, re.sub(r"`[^`]*`", "", comment)


def test_no_docstring_has_a_construction_that_puzzled_readers() -> None:
    docstrings = list(_docstrings())

    assert len(docstrings) > 1000
    assert [(place, text) for place, text in docstrings if PUZZLES.search(text)] == []


def test_no_comment_of_the_page_has_a_construction_that_puzzled_readers() -> None:
    comments = list(_comments())

    assert len(comments) > 500
    assert [(place, text) for place, text in comments if PUZZLES.search(text)] == []


def test_no_document_has_a_construction_that_puzzled_readers() -> None:
    lines = [
        (f"{name}:{number}", line)
        for name in _files(DOCUMENTS, ".md")
        for number, line in enumerate((ROOT / name).read_text().splitlines(), 1)
    ]

    assert len(lines) > 1000
    assert [(place, line) for place, line in lines if PUZZLES.search(line)] == []


def test_a_class_that_a_docstring_names_exists() -> None:
    sources = "\n".join((ROOT / name).read_text() for name in _files(CODE, ".py"))
    defined = set(re.findall(r"^\s*(?:class|type) (\w+)", sources, re.MULTILINE)) | OF_OTHERS

    named = [(place, name) for place, text in _docstrings() for name in NAME.findall(text)]

    assert len(named) > 100
    assert [(place, name) for place, name in named if name not in defined] == []
