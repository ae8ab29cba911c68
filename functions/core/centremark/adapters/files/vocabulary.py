"""The words that head columns of marks in schools, and which column each stands for."""

import re
import unicodedata
from collections.abc import Mapping
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
WORDS: Final[Mapping[Column, frozenset[str]]] = {
    Column.CENTRE: frozenset({"centre", "centrenumber", "centreno", "center", "centernumber", "ncn"}),
    Column.SERIES: frozenset({"series", "examseries", "season"}),
    Column.SEQUENCE: frozenset({"sequence", "sequencenumber", "sequenceno"}),
    Column.ASSESSMENT: frozenset(
        {"assessment", "assessmentcode", "component", "componentcode", "unit", "unitcode", "unitcomponent"}
    ),
    Column.CANDIDATE: frozenset(
        {
            *("candidatenumber", "candidateno", "candidatenum", "candidate", "candnumber", "candno", "candnum", "cand"),
            *("examnumber", "examno", "examinationnumber", "candidateexamnumber"),
        }
    ),
    Column.NAME: frozenset({"name", "candidatename", "studentname", "pupilname", "fullname", "learnername", "student"}),
    Column.UCI: frozenset({"uci"}),
    Column.MARK: frozenset(
        {
            *("mark", "marks", "grade", "markorgrade", "markgrade", "marksgrades", "finalmark", "totalmark", "total"),
            *("score", "result", "outcome", "rawmark", "coursework", "courseworkmark", "neamark", "totalmarks"),
        }
    ),
    Column.ABSENT: frozenset({"absent", "absence", "abs", "isabsent", "absentyn"}),
    Column.REVISION: frozenset({"rowversion", "fersiwnyrhes"}),
}
MEANT_BY: Final = {word: column for column, words in WORDS.items() for word in words}
MAXIMUM: Final = re.compile(
    r"[(\[][^)\]]*[0-9][^)\]]*[)\]]\s*$|(?:/|\bout of\b|\bmax\.?(?:imum)?\b)\s*[0-9]+\s*$", re.IGNORECASE
)
"""A maximum at a heading's end: `(70)`, `(max 70)`, `/70`, `out of 70`. It is no part of the heading's word."""


def meaning_of(heading: str) -> Column | None:
    """Which column a heading stands for; None where it is not known."""
    return MEANT_BY.get(plain(MAXIMUM.sub("", heading)))


def plain(text: str) -> str:
    """A heading's letters and digits alone, so that case, spaces, accents and punctuation make no difference."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if c.isalnum())
