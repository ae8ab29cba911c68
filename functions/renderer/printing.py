"""Layout of what is printed: a model of words in, an accessible PDF out; it reads no table and knows no rule."""

import json
import re
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

import typst

from alphabet import FONTS, shown

PLACE: Final = re.compile(r"\w+\.typ:\d+")
HERE: Final = Path(__file__).parent
LAYOUTS: Final = {name: HERE / f"{name}.typ" for name in ("mark_report", "mark_slips")}
type Standard = Literal["ua-1", "a-2a"]
STANDARDS: Final[tuple[Standard, ...]] = ("ua-1", "a-2a")
STAMP: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""One date for every file: the model says when it was printed, and the same model gives the same bytes."""


@dataclass(frozen=True, slots=True)
class Print:
    """A PDF.

    `conforms` is false when its text has a character that PDF/A forbids, `whole` when it has a letter that no font here
    has: the print then says so in words, with a substitute for the letter.
    """

    pdf: bytes
    conforms: bool
    whole: bool


def render(model: Mapping[str, Any]) -> Print:
    """Render a model as tagged PDF/UA-1 and PDF/A-2a, or as plain tagged PDF where its text forbids that.

    Raises KeyError when there is no such layout, `typst.TypstError` when the model lacks something it shows.
    """
    compiler = _compiler(model["layout"])
    printed = shown(dict(model))
    whole = printed == model
    words = {"model": json.dumps(printed, ensure_ascii=False)}
    try:
        return Print(_compile(compiler, words, STANDARDS), conforms=True, whole=whole)
    except typst.TypstError as error:
        if not error.message.startswith("PDF/A-2a, PDF/UA-1 error: the text"):
            raise
        return Print(_compile(compiler, words, ()), conforms=False, whole=whole)


def place_of(error: Exception) -> str:
    """The file and line of an error: in a layout where the typesetter says so, else in the code."""
    if isinstance(error, typst.TypstError) and (found := PLACE.search(error.diagnostic or "")):
        return found[0]
    *_, (frame, line) = traceback.walk_tb(error.__traceback__)
    return f"{Path(frame.f_code.co_filename).name}:{line}"


def _compile(compiler: typst.Compiler, words: dict[str, str], standards: tuple[Standard, ...]) -> bytes:
    pdf = compiler.compile(format="pdf", sys_inputs=words, pdf_standards=[*standards], timestamp=STAMP)
    if not isinstance(pdf, bytes):
        raise TypeError("a print is one PDF")
    return pdf


@cache
def _compiler(layout: str) -> typst.Compiler:
    fonts = typst.Fonts(font_paths=[FONTS], include_system_fonts=False, include_embedded_fonts=False)
    return typst.Compiler(LAYOUTS[layout], root=HERE, font_paths=fonts)
