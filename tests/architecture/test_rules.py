"""docs/rules.md and the tests it names: a rule that nothing holds is a wish."""

import ast
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from infra.package.build import ROOT

PAGE: Final = (ROOT / "docs" / "rules.md").read_text()
HEAD: Final = ["Rule", "Kind", "Source", "Test"]
KINDS: Final = {"policy", "security"}
TEST: Final = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
SOURCE: Final = re.compile(r"^- \*\*(.+?)\*\*:", re.MULTILINE)
AT_LEAST: Final = 90
"""Fewer rules than this means that the page, or the reading of it, has lost some."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of a table of the page."""

    words: str
    kind: str
    source: str
    tests: tuple[tuple[str, str], ...]


def rows_of(page: str) -> list[list[str]]:
    """The cells of every table row but heads and the lines under them."""
    tables = [line for line in page.splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in tables]
    return [cells for cells in rows if cells != HEAD and set("".join(cells)) != {"-"}]


def rules_of(page: str) -> list[Rule]:
    """Every rule of a page; a row of another shape is one that lacks everything but its words."""
    rules: list[Rule] = []
    for cells in rows_of(page):
        words, kind, source, tests = cells if len(cells) == len(HEAD) else (cells[0], "", "", "")
        rules.append(Rule(words, kind, source, tuple(TEST.findall(tests))))
    return rules


@cache
def living(path: Path) -> frozenset[str]:
    """The tests a file defines: functions, and classes or test cases under a name of their own."""
    if not path.exists():
        return frozenset()
    names: set[str] = set()
    for statement in ast.parse(path.read_text()).body:
        match statement:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.Assign(targets=[ast.Name(id=name)]):
                names.add(name)
            case _:
                pass
    return frozenset(name for name in names if name.startswith(("test_", "Test")))


def faults_of(page: str) -> list[str]:
    """What is wrong with a page, a line for each thing."""
    known = set(SOURCE.findall(page))
    faults: list[str] = []
    for rule in rules_of(page):
        faults += [] if rule.kind in KINDS else [f"{rule.words} is neither policy nor security"]
        faults += [] if rule.source in known else [f"{rule.words} has no source that the page explains"]
        faults += [] if rule.tests else [f"{rule.words} names no test"]
        faults += [
            f"{rule.words} names {file}::{name}, which is not there"
            for file, name in rule.tests
            if name not in living(ROOT / file)
        ]
    times = Counter(rule.words for rule in rules_of(page))
    return faults + [f"{words} is stated {count} times" for words, count in times.items() if count > 1]


def a_page(row: str) -> str:
    """A page of one row."""
    return f"- **ours**: decided here.\n\n| Rule | Kind | Source | Test |\n|---|---|---|---|\n{row}\n"


LIVING: Final = "`tests/architecture/test_rules.py::test_every_rule_has_a_kind_a_source_and_a_living_test`"
GONE: Final = "`tests/architecture/test_rules.py::test_that_was_renamed`"
NO_FILE: Final = "`tests/architecture/test_gone.py::test_x`"
BAD: Final = {
    "no kind": (f"| A. | | ours | {LIVING} |", "neither policy nor security"),
    "another kind": (f"| A. | habit | ours | {LIVING} |", "neither policy nor security"),
    "no source": (f"| A. | policy | | {LIVING} |", "no source"),
    "a source the page does not explain": (f"| A. | policy | hearsay | {LIVING} |", "no source"),
    "no test": ("| A. | policy | ours | |", "names no test"),
    "a test that is gone": (f"| A. | policy | ours | {GONE} |", "not there"),
    "a test in a file that is gone": (f"| A. | policy | ours | {NO_FILE} |", "not there"),
    "a living test beside one that is gone": (f"| A. | policy | ours | {LIVING} {GONE} |", "not there"),
    "a cell too few": (f"| A. | policy | {LIVING} |", "neither policy nor security"),
    "the same rule twice": (f"| A. | policy | ours | {LIVING} |\n" * 2, "stated 2 times"),
}


def test_every_rule_has_a_kind_a_source_and_a_living_test() -> None:
    assert faults_of(PAGE) == []


def test_the_page_is_read_to_its_end() -> None:
    assert len(rules_of(PAGE)) >= AT_LEAST


def test_every_source_that_the_page_explains_is_used() -> None:
    assert set(SOURCE.findall(PAGE)) == {rule.source for rule in rules_of(PAGE)}


def test_a_good_rule_has_no_fault() -> None:
    assert faults_of(a_page(f"| A. | policy | ours | {LIVING} |")) == []


@pytest.mark.parametrize(("row", "fault"), BAD.values(), ids=BAD.keys())
def test_the_checker_finds(row: str, fault: str) -> None:
    assert fault in "\n".join(faults_of(a_page(row)))
