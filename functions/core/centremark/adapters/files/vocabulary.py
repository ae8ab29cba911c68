"""The words that head columns of marks in schools, and which column each stands for."""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from centremark.domain.columns import Column

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
    Column.ABSENT: "Absent",
    Column.REVISION: "Row version",
}
"""What each column is called, and headed in what is given out."""
WORDS: Final[Mapping[str, Sequence[str]]] = json.loads(
    (Path(__file__).parent / "headings.json").read_text(encoding="utf-8")
)["headings"]
"""The words by what they mean; the page reads what is pasted by the same file."""
MEANINGS: Final[Mapping[Column, Sequence[str]]] = {
    Column.CENTRE: ["centre"],
    Column.SERIES: ["series"],
    Column.SEQUENCE: ["sequence"],
    Column.ASSESSMENT: ["assessment"],
    Column.CANDIDATE: ["candidate", "person"],
    Column.UCI: ["uci"],
    Column.NAME: ["name"],
    Column.SURNAME: ["surname"],
    Column.FORENAME: ["forename"],
    Column.MARK: ["mark", "grade", "outcome"],
    Column.ABSENT: ["absent"],
    Column.REVISION: ["revision"],
}


def plain(text: str) -> str:
    """A heading's letters and digits alone, so that case, spaces, accents and punctuation make no difference."""
    return "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if c.isalnum())


MEANT_BY: Final = {
    plain(word): column for column, meanings in MEANINGS.items() for meaning in meanings for word in WORDS[meaning]
}
MAXIMUM: Final = re.compile(
    r"[(\[][^)\]]*[0-9][^)\]]*[)\]]\s*$|(?:/|\bout of\b|\bmax\.?(?:imum)?\b)\s*[0-9]+\s*$", re.IGNORECASE
)
"""A maximum at a heading's end: `(70)`, `(max 70)`, `/70`, `out of 70`. It is no part of the heading's word."""


def meaning_of(heading: str) -> Column | None:
    """Which column a heading stands for; None where it is not known."""
    return MEANT_BY.get(plain(MAXIMUM.sub("", heading)))
