"""No cell that we write is run as a formula, and the page writes the same cells: frontend/src/lib/csv.test.ts."""

import json
from pathlib import Path
from typing import Any, Final

import pytest

from centremark.adapters.codec.cell_text import as_text

CASES: Final[dict[str, Any]] = json.loads((Path(__file__).parents[2] / "cases/formulas.json").read_text("utf-8"))
BEGINS: Final = set(CASES["begins"])
BLANKS: Final = set(map(chr, CASES["blanks"]))
CHARACTERS: Final = [chr(code) for code in range(0x1_0000)]


@pytest.mark.parametrize(("cell", "text"), CASES["cells"])
def test_a_cell_is_written_as_the_page_writes_it(cell: str, text: str) -> None:
    assert as_text(cell) == text


def test_of_all_characters_those_of_the_page_begin_a_formula() -> None:
    assert {one for one in CHARACTERS if as_text(f"{one}A") != f"{one}A"} == BEGINS


def test_of_all_characters_those_of_the_page_may_stand_before_a_formula() -> None:
    assert {one for one in CHARACTERS if as_text(f"{one}=A") != f"{one}=A"} == BLANKS | BEGINS | {"'"}
