"""Text in a workbook, which writes characters that XML cannot hold as `_x0041_` (ECMA-376, ST_Xstring)."""

import re
from typing import Final

CODED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
LOOKS_CODED: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
HALVES: Final = range(0xD800, 0xE000)


def to_coded(text: str) -> str:
    """Escape text for a workbook, so that text which looks like an escape is read as it is."""
    return LOOKS_CODED.sub("_x005F_", text)


def from_coded(text: str) -> str:
    """Unescape text as people see it; an escape for half a character stays as it is."""
    return CODED.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return found[0] if code in HALVES else chr(code)
