"""The words that schools use as headings of columns, and their meanings; headings.json is shared with the page."""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from centremark.domain.files.columns import Column

TEMPLATE: Final[Mapping[Column, str]] = {
    Column.CENTRE: "Centre number",
    Column.SERIES: "Series",
    Column.SEQUENCE: "Sequence number",
    Column.ASSESSMENT: "Assessment code",
    Column.CANDIDATE: "Candidate number",
    Column.NAME: "Candidate name",
    Column.SURNAME: "Surname",
    Column.FORENAME: "Forename",
    Column.UCI: "UCI",
    Column.MARK: "Mark or grade",
    Column.GRADE: "Grade",
    Column.ABSENT: "Absent",
    Column.REVISION: "Row version",
    Column.CRITERION: "Criterion",
    Column.ZERO_REASON: "Reason for 0",
}
"""What each column is called, and headed in what is given out."""
VOCABULARY: Final[Mapping[str, Any]] = json.loads(Path(__file__).with_name("headings.json").read_text(encoding="utf-8"))
WORDS: Final[Mapping[str, Sequence[str]]] = VOCABULARY["headings"]
MAXIMUM: Final = re.compile(
    r"\s*(?:[(\[]\s*(?:max(?:imum)?\.?|out of|allan o|/|uchafswm)?\s*\d+\s*(?:marks?|marc|marciau)?\s*[)\]]"
    r"|/\s*\d+|(?:out of|allan o|max(?:imum)?\.?)\s*\d+)\s*$",
    re.IGNORECASE,
)
"""A maximum at a heading's end: `(70)`, `(max 70)`, `/70`, `out of 70`. It is no part of the heading's word."""
AFTER_TOTAL: Final = re.compile(r"[:=].*$", re.DOTALL)


def normal(text: str) -> str:
    """Words without case, accents, spaces and punctuation."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in plain if c.isalnum() and not unicodedata.combining(c))


MEANT_BY: Final = {normal(word): meaning for meaning, words in WORDS.items() for word in words}
TOTALS: Final = frozenset(normal(word) for word in VOCABULARY["totals"])
PLAIN: Final = {kind: frozenset(map(normal, words)) for kind, words in VOCABULARY["plain"].items()}


def meaning_of(heading: str) -> str | None:
    """The meaning of a heading; None where it is not known. A percentage is never a mark."""
    if "%" in heading:
        return "other"
    return MEANT_BY.get(normal(heading)) or MEANT_BY.get(normal(MAXIMUM.sub("", heading)))


def without_maximum(heading: str) -> str:
    """A heading without the maximum at its end."""
    return MAXIMUM.sub("", heading)


def is_plainly(kind: str, heading: str) -> bool:
    """Whether a heading says just mark, or grade, with nothing that could make it another one."""
    return normal(MAXIMUM.sub("", heading)) in PLAIN[kind]


def is_maximum(heading: str) -> bool:
    """Whether a heading is a maximum and nothing else."""
    return bool(heading) and not normal(MAXIMUM.sub("", heading))


def maximum_in(heading: str) -> int | None:
    """The maximum at the end of a heading: 70 in `Mark (max 70)`."""
    tail = MAXIMUM.search(heading)
    return int("".join(filter(str.isdecimal, tail[0]))) if tail else None


def is_total(cell: str) -> bool:
    """Whether a row that begins with this cell is a total, a mean or similar."""
    return normal(MAXIMUM.sub("", AFTER_TOTAL.sub("", cell))) in TOTALS
