"""Text in the cells of spreadsheet programs."""

import re
from typing import Final

FORMULA: Final = re.compile("'*[\\s\ufeff]*[=+\\-@\t\r\uff0b\uff0d\uff1d\uff20]")
"""How text begins that a spreadsheet program may run, as typed on any keyboard; with apostrophes before, it is text.

The page writes its files by the same rule (frontend/src/lib/csv.ts); tests/cases/formulas.json holds both to it.
"""
FIGURES: Final = re.compile("'+[0-9]+")
"""Figures as text, with the apostrophe that people type before them."""


def as_text(cell: str) -> str:
    """Write a cell that is never run as a formula: an apostrophe makes it text, and `_from_text` removes it again."""
    return f"'{cell}" if FORMULA.match(cell) or FIGURES.fullmatch(cell) else cell
