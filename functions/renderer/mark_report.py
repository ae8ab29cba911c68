"""Lay out a mark report: a model of words in, an accessible PDF out; no table read, no rule known."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

import typst

HERE: Final = Path(__file__).parent
LAYOUT: Final = HERE / "mark_report.typ"
FONTS: Final = HERE / "fonts"
type Standard = Literal["ua-1", "a-2a"]
STANDARDS: Final[tuple[Standard, ...]] = ("ua-1", "a-2a")
STAMP: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""One date for every file: the model says when it was printed, and the same model gives the same bytes."""


@dataclass(frozen=True, slots=True)
class MarkReport:
    """A PDF; `conforms` is false when its text has a letter that no font here has, or that PDF/A forbids."""

    pdf: bytes
    conforms: bool


def render(model: Mapping[str, Any]) -> MarkReport:
    """Render a report as tagged PDF/UA-1 and PDF/A-2a, or, where the text forbids that, as a tagged PDF.

    Raises `typst.TypstError` when the model lacks something the layout shows.
    """
    words = {"model": json.dumps(model, ensure_ascii=False)}
    try:
        return MarkReport(_compile(words, STANDARDS), conforms=True)
    except typst.TypstError as error:
        if not error.message.startswith("PDF/A-2a, PDF/UA-1 error: the text"):
            raise
        return MarkReport(_compile(words, ()), conforms=False)


def _compile(words: dict[str, str], standards: tuple[Standard, ...]) -> bytes:
    pdf = _compiler().compile(format="pdf", sys_inputs=words, pdf_standards=[*standards], timestamp=STAMP)
    if not isinstance(pdf, bytes):
        raise TypeError("a report is one PDF")
    return pdf


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(font_paths=[FONTS], include_system_fonts=False, include_embedded_fonts=False)
    return typst.Compiler(LAYOUT, root=HERE, font_paths=fonts)
