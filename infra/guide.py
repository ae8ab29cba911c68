"""The error catalogue of docs/mis-guide.md, written from the code: `make guide`."""

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from centremark.domain.errors import CentremarkError
from centremark.domain.file_faults import FATAL, HARMLESS, MEANINGS, FaultCode
from centremark.domain.upload import QuestionCode
from centremark.handlers.http import STATUS

GUIDE: Final = Path(__file__).parents[1] / "docs" / "mis-guide.md"
BEGINS: Final = "<!-- catalogue begins: written by `make guide` -->"
ENDS: Final = "<!-- catalogue ends -->"
ELSEWHERE: Final = {
    "malformed-request": (422, "The request is not of the documented shape; `errors` point at each place."),
    "unsupported-media-type": (415, "Send the request as application/json."),
    "fault": (500, "The fault is ours and has been noted. Nothing was half done; try again."),
}
ROWS: Final = {
    "revision-conflict": "Someone else changed the row since the revision named.",
    "candidate-not-entered": MEANINGS[FaultCode.CANDIDATE_NOT_ENTERED].problem,
    "candidate-repeated": "The candidate comes twice in the request; only the first was used.",
    "candidate-left-out": "`whole` was said, and the candidate is not among the rows.",
    "outcome-refused": MEANINGS[FaultCode.OUTCOME_REFUSED].problem,
    "nothing-to-check": "A tick was wanted for a row without an outcome.",
    "nothing-to-flag": "A flag was wanted for a row without an outcome.",
    "checked-and-flagged": "A tick and a flag were wanted of one row, which has one of them at most.",
    "second-checker-needed": "The centre has a second person tick, and the caller entered the outcome.",
}


def _errors(kind: type[CentremarkError] = CentremarkError) -> Iterator[type[CentremarkError]]:
    for child in sorted(kind.__subclasses__(), key=lambda one: one.code):
        yield child
        yield from _errors(child)


def _status(kind: type[CentremarkError]) -> int:
    return next(STATUS[parent] for parent in kind.__mro__ if parent in STATUS)


def _first_paragraph(kind: type) -> str:
    return " ".join((inspect.getdoc(kind) or "").split("\n\n")[0].split())


def catalogue() -> str:
    """Every code the API and the file reader give, with what it means."""
    problems = {kind.code: (int(_status(kind)), _first_paragraph(kind)) for kind in _errors()} | ELSEWHERE
    lines = ["### Problem bodies", "", "| code | status | meaning |", "|---|---|---|"]
    lines += [f"| `{code}` | {status} | {meaning} |" for code, (status, meaning) in sorted(problems.items())]
    lines += ["", "### Rows of a save", "", "| code | meaning |", "|---|---|"]
    lines += [f"| `{code}` | {meaning} |" for code, meaning in sorted(ROWS.items())]
    lines += ["", "### Files and their lines", "", "| code | stops | meaning | what to do |", "|---|---|---|---|"]
    for code, meaning in sorted(MEANINGS.items()):
        stops = "the file" if code in FATAL else "nothing" if code in HARMLESS else "its line"
        lines.append(f"| `{code.value}` | {stops} | {meaning.problem} | {meaning.cure} |")
    lines += ["", f"### Questions before a file is applied\n\n{', '.join(f'`{q.value}`' for q in QuestionCode)}."]
    return "\n".join(lines)


def rendered() -> str:
    """The guide as it should be: its own words around the catalogue of this code."""
    before, _, rest = GUIDE.read_text().partition(BEGINS)
    _, _, after = rest.partition(ENDS)
    return f"{before}{BEGINS}\n\n{catalogue()}\n\n{ENDS}{after}"


if __name__ == "__main__":
    GUIDE.write_text(rendered())
    sys.stdout.write(f"Wrote {GUIDE.name}\n")
