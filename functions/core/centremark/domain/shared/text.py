"""Text that people and programs send: names on one line, reasons on several."""

import unicodedata
from typing import Final

from centremark.domain.shared.errors import Malformed

DIRECTIONS: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""What makes text read in another order than it is written; the marks that names in Arabic need are others."""
BREAKS: Final = frozenset("\u2028\u2029")
IN_LINES: Final = frozenset("\n\t")
BLANKS: Final = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\U00016fe4\U0001d159").union(
    map(chr, (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)
"""Letters, marks and symbols that show nothing, and that Python takes for printable; the last are variation selectors.
Source: Default_Ignorable_Code_Point, https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt, with the
blanks of Braille, music and Khitan."""
NONCHARACTERS: Final = range(0xFDD0, 0xFDF0)


def one_line(text: str) -> str:
    """Check text of one line: composed (NFC), trimmed, and empty when it has nothing visible.

    Raises `Malformed`, naming a character that is not allowed.
    """
    return _composed(text, frozenset())


def some_lines(text: str) -> str:
    """Check text of several lines, tabs allowed, as `one_line` does; every line ends with a line feed alone."""
    return _composed(text.replace("\r\n", "\n").replace("\r", "\n"), IN_LINES)


def is_blank(text: str) -> bool:
    """Whether a text has nothing visible, only spaces, joiners and variation selectors."""
    return not any(c.isprintable() and not c.isspace() and c not in BLANKS for c in text)


def must_say_something(text: str) -> str:
    """Raise `Malformed` unless a text has something visible."""
    if is_blank(text):
        raise Malformed("The text is blank. Enter some text.")
    return text


def _composed(text: str, allowed: frozenset[str]) -> str:
    for place, character in enumerate(text, start=1):
        if character not in allowed and (kind := _unfit(character)):
            raise Malformed(f"Character {place} is {kind} (U+{ord(character):04X}). Remove it.")
    return "" if is_blank(text) else unicodedata.normalize("NFC", text).strip()


def _unfit(character: str) -> str:
    code = ord(character)
    if character in BREAKS:
        return "a line break"
    if character in DIRECTIONS:
        return "one that reverses the direction of text"
    match unicodedata.category(character):
        case "Cc":
            return "a control character"
        case "Cs":
            return "half a character"
        case "Cn" if code in NONCHARACTERS or code & 0xFFFE == 0xFFFE:  # noqa: PLR2004  # the last two of every plane
            return "no character"
        case _:
            return ""
