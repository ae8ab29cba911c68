"""Which letters the fonts here have, and what is printed instead of others."""

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

FONTS: Final = Path(__file__).parent / "fonts"
STAND_IN: Final = "\N{REPLACEMENT CHARACTER}"
"""Printed for a letter that no font has; the layouts say in words what it is."""
NEEDS_NO_LETTER: Final = frozenset({"Cc", "Cf"})
SELECTORS: Final = range(0xFE00, 0xFE10)
"""They choose how the letter before them looks, and show nothing themselves."""
SEGMENTS: Final = 4


def shown(value: Any) -> Any:  # noqa: ANN401  # JSON of any shape
    """A copy of a model with a substitute for every letter that cannot be printed."""
    if isinstance(value, str):
        return "".join(letter if _is_printed(letter) else STAND_IN for letter in value)
    if isinstance(value, list):
        return [shown(one) for one in cast("list[Any]", value)]
    if isinstance(value, dict):
        return {name: shown(one) for name, one in cast("dict[str, Any]", value).items()}
    return value


def _is_printed(letter: str) -> bool:
    if ord(letter) in _letters() or unicodedata.category(letter) in NEEDS_NO_LETTER or ord(letter) in SELECTORS:
        return True
    parts = unicodedata.normalize("NFD", letter)
    return parts != letter and all(ord(part) in _letters() for part in parts)


@cache
def _letters() -> frozenset[int]:
    return frozenset(code for font in FONTS.glob("*-Regular.ttf") for code in _letters_of(font.read_bytes()))


def _letters_of(font: bytes) -> Iterator[int]:
    """The characters that a TrueType font maps to glyphs, from every segmented table of its `cmap`."""
    tables = struct.unpack_from(">H", font, 4)[0]
    places = {font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0] for at in range(12, 12 + 16 * tables, 16)}
    cmap = places[b"cmap"]
    for number in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        table = cmap + struct.unpack_from(">I", font, cmap + 8 + 8 * number)[0]
        if struct.unpack_from(">H", font, table)[0] == SEGMENTS:
            yield from _segments(font, table)


def _segments(font: bytes, table: int) -> Iterator[int]:
    double = struct.unpack_from(">H", font, table + 6)[0]
    ends, starts = table + 14, table + 16 + double
    for at in range(0, double, 2):
        end, start = struct.unpack_from(">H", font, ends + at)[0], struct.unpack_from(">H", font, starts + at)[0]
        delta, offset = (struct.unpack_from(">H", font, starts + row * double + at)[0] for row in (1, 2))
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if offset:
                glyph = struct.unpack_from(">H", font, starts + 2 * double + at + offset + 2 * (code - start))[0]
            if (glyph + delta) % 0x10000 and (glyph or not offset):
                yield code
