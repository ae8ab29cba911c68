"""The limits and the error catalogue of docs/mis-guide.md, written from the code: `make guide`."""

import inspect
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from annotated_types import MaxLen
from pydantic import BaseModel

from centremark.adapters.dynamodb.stores import KEYS_KEPT, LARGEST_ITEM, ROOM_OF_THE_BOARD, ROOM_TO_DECIDE
from centremark.adapters.files.tables import MAX_LINES
from centremark.adapters.s3.prints import LINK_LASTS
from centremark.domain.catalogue.catalogue import MOST_CANDIDATES, MOST_CENTRES
from centremark.domain.files.faults import FATAL, HARMLESS, MEANINGS, FaultCode
from centremark.domain.files.marks_file import MAX_BYTES
from centremark.domain.files.upload import QuestionCode
from centremark.domain.people.ports import MOST_MEMBERSHIPS
from centremark.domain.people.rate_limits import REQUESTS
from centremark.domain.shared.actor import Channel
from centremark.domain.shared.errors import CentremarkError
from centremark.handlers.api.http import STATUS, AnswerTooLarge
from centremark.handlers.api.schemas.amendments import AMENDED_AT_ONCE, AmendIn, AskWorkIn
from centremark.handlers.api.schemas.circumstances import GivenCircumstanceIn
from centremark.handlers.api.schemas.entries import EntriesIn, EntryIn
from centremark.handlers.api.schemas.files import PAGE_LINES, UploadIn
from centremark.handlers.api.schemas.marks_in_bulk import BULK_ROWS
from centremark.handlers.api.schemas.sheet import PAGE_ROWS
from centremark.handlers.api.schemas.webhooks import WebhookIn
from centremark.usecases.files.accept_file import CANDIDATES_AT_ONCE, SHEETS_AT_ONCE
from centremark.usecases.files.check_file import MAX_SHEETS
from centremark.usecases.files.send_file import UPLOADS_SHOWN
from centremark.usecases.history.pages import PAGE_CHANGES
from centremark.usecases.history.read_changes import CHANGES_PAGE
from centremark.usecases.history.read_history import HISTORY_PAGE

GUIDE: Final = Path(__file__).parents[1] / "docs" / "mis-guide.md"
BEGINS: Final = "<!-- catalogue begins: written by `make guide` -->"
ENDS: Final = "<!-- catalogue ends -->"
LIMITS_BEGIN: Final = "<!-- limits begin: written by `make guide` -->"
LIMITS_END: Final = "<!-- limits end -->"
LENGTHS: Final[Sequence[tuple[str, type[BaseModel], str]]] = (
    ("a candidate's name", EntryIn, "name"),
    ("a teaching group", EntryIn, "group"),
    ("a code of a grade or a circumstance", GivenCircumstanceIn, "code"),
    ("the reason of a circumstance", GivenCircumstanceIn, "reason"),
    ("other reasons, explanations and notes", AmendIn, "explanation"),
    ("an address that work is sent to", AskWorkIn, "send_to"),
    ("the name of a file", UploadIn, "file_name"),
    ("the address of a webhook", WebhookIn, "url"),
)
ELSEWHERE: Final = {
    "malformed-request": (422, "The request is not of the documented shape; `errors` point at each place."),
    "unsupported-media-type": (415, "Send the request as application/json."),
    "fault": (500, "Something went wrong on our side. Check what was saved, then try again."),
}
ROWS: Final = {
    "revision-conflict": "Someone else changed the row since the revision named.",
    "candidate-not-entered": MEANINGS[FaultCode.CANDIDATE_NOT_ENTERED].problem,
    "candidate-repeated": "The candidate appears twice in the request. Only the first was used.",
    "candidate-left-out": "`whole` was said, and the candidate is not among the rows.",
    "outcome-refused": MEANINGS[FaultCode.OUTCOME_REFUSED].problem,
    "nothing-to-check": "A tick was wanted for a row without an outcome.",
    "nothing-to-flag": "A flag was wanted for a row without an outcome.",
    "criteria-refused": "The row has marks for criteria, and not one place for each of the assessment's.",
    "criterion-refused": "The mark of one criterion is not from 0 to its maximum; the sentence names it.",
    "criteria-and-absent": "The row is absent and has marks for criteria.",
    "criteria-incomplete": "A total or a tick was sent for a row without a mark for each criterion.",
    "total-differs": "The mark is not what the marks of the criteria add up to. Nothing was replaced.",
    "too-many-notes": "A note to the checker was sent for one more row than a sheet can have notes.",
    "not-a-zero": "A reason for 0 was sent for a row whose mark is not 0.",
    "checked-and-flagged": "A tick and a flag were wanted of one row, which has one of them at most.",
    "second-checker-needed": "The centre has a second person tick, and the caller entered the outcome.",
}
KB: Final = 1024


def _errors(kind: type[CentremarkError] = CentremarkError) -> Iterator[type[CentremarkError]]:
    for child in sorted(kind.__subclasses__(), key=lambda one: one.code):
        yield child
        yield from _errors(child)


def _status(kind: type[CentremarkError]) -> int:
    return next(STATUS[parent] for parent in kind.__mro__ if parent in STATUS)


def _first_paragraph(kind: type) -> str:
    return " ".join((inspect.getdoc(kind) or "").split("\n\n")[0].split())


def catalogue() -> str:
    """Every code of the API and the file reader, with its meaning."""
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


def longest(model: type[BaseModel], field: str) -> int:
    """How many characters, or entries, a field may have."""
    found = model.model_fields[field].metadata
    return next(rule.max_length for rule in found if isinstance(rule, MaxLen))


def limits() -> str:
    """Every limit that a caller can meet."""
    mb = MAX_BYTES // 1024 // 1024
    said = [
        ("candidates of a mark sheet", f"{MOST_CANDIDATES:,}, counting those withdrawn"),
        ("candidates entered or withdrawn in one request", f"{longest(EntriesIn, 'entries'):,}"),
        ("rows of one request", f"{BULK_ROWS:,}; of a larger sheet send some, without `whole`"),
        ("marks of one amendment", f"{AMENDED_AT_ONCE:,}"),
        ("a request's body, an answer", f"6 MB; a larger answer is `{AnswerTooLarge.code}`"),
        ("a page of a mark sheet, of a file's lines", f"{PAGE_ROWS} rows, or all; {PAGE_LINES} lines"),
        ("a page of history, of changes", f"{HISTORY_PAGE}, {CHANGES_PAGE} facts; {PAGE_CHANGES:,} changed rows"),
        ("files listed of a centre and series", f"the latest {UPLOADS_SHOWN}"),
        *((what, f"{longest(model, field):,} characters") for what, model, field in LENGTHS),
        (
            "amendments of a sheet",
            f"{LARGEST_ITEM // KB} KB, of which each open one keeps {ROOM_TO_DECIDE // KB} KB free",
        ),
        (
            "what a centre says in moderation",
            f"{(LARGEST_ITEM - ROOM_OF_THE_BOARD) // KB} KB of a sheet; then `no-room`",
        ),
        ("a file", f"{mb} MB; {MAX_LINES:,} lines; {MAX_SHEETS} assessments; a workbook may unpack to 32 MB"),
        ("sheets of a file saved in one step", f"{SHEETS_AT_ONCE}, of {CANDIDATES_AT_ONCE:,} candidates together"),
        ("centres of a member or client, of a consortium", f"{MOST_MEMBERSHIPS:,}; {MOST_CENTRES}"),
        ("an Idempotency-Key", f"8 to 100 characters; kept {KEYS_KEPT.days} days"),
        ("a ticket, a link", f"{LINK_LASTS.seconds // 60} minutes"),
        (
            "requests of one caller",
            f"{REQUESTS[Channel.API]:,} a minute for a client, {REQUESTS[Channel.WEB]:,} for a person",
        ),
        ("requests of all callers together", "2,000 a second and 2,500 at once"),
        ("a token", "60 minutes"),
    ]
    return "\n".join(["| what | limit |", "|---|---|", *(f"| {what} | {limit} |" for what, limit in said)])


def rendered() -> str:
    """The guide with the limits and the catalogue of this code."""
    text = _around(GUIDE.read_text(), LIMITS_BEGIN, limits(), LIMITS_END)
    return _around(text, BEGINS, catalogue(), ENDS)


def _around(text: str, begins: str, inner: str, ends: str) -> str:
    before, _, rest = text.partition(begins)
    _, _, after = rest.partition(ends)
    return f"{before}{begins}\n\n{inner}\n\n{ends}{after}"


if __name__ == "__main__":
    GUIDE.write_text(rendered())
    sys.stdout.write(f"Wrote {GUIDE.name}\n")
