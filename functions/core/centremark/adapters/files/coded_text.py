"""Text in a workbook, where `_x0041_` stands for A: that is how it has what XML cannot (ECMA-376, ST_Xstring)."""

import re
from typing import Final

CODED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
LOOKS_CODED: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
HALVES: Final = range(0xD800, 0xE000)


def to_coded(text: str) -> str:
    """Text as a workbook has it, so that what only looks like a code is read as it stands."""
    return LOOKS_CODED.sub("_x005F_", text)


def from_coded(text: str) -> str:
    """Text as people see it; a code for half a character stays a code."""
    return CODED.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return found[0] if code in HALVES else chr(code)
