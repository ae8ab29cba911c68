"""Who changed marks after a file was made, from the ledger."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from centremark.domain.files.preview import PlannedLine, Since
from centremark.domain.files.upload import UploadId
from centremark.domain.history.ports import Ledger
from centremark.domain.shared.identifiers import AssessmentCode, SheetId
from centremark.domain.sheet.facts import changes_of
from centremark.domain.sheet.visibility import as_a_centre_sees

PAGE: Final = 200
PAGES: Final = 10
"""How far back the ledger is read for who changed a mark; what is older is only said to have changed."""


def saying_who(ledger: Ledger, upload: UploadId, planned: Sequence[PlannedLine]) -> Iterator[PlannedLine]:
    """Add to each line who changed its row, where the row is newer than the file."""
    newer: dict[str, dict[str, int]] = {}
    for line in planned:
        if line.since:
            newer.setdefault(line.assessment, {})[line.candidate] = line.revision
    changed = {
        code: _changed(ledger, SheetId(upload.series, upload.centre, AssessmentCode(code)), revisions)
        for code, revisions in newer.items()
    }
    for line in planned:
        since = changed[line.assessment].get(line.candidate) if line.since else None
        yield replace(line, since=since) if since else line


def _changed(ledger: Ledger, sheet: SheetId, revisions: Mapping[str, int]) -> Mapping[str, Since]:
    """Who gave these candidates' rows their present revisions."""
    found: dict[str, Since] = {}
    before: str | None = None
    for _ in range(PAGES):
        page = ledger.history(sheet, before, PAGE)
        for fact in (one.fact for one in page):
            for change in changes_of(fact):
                if change.after.revision == revisions.get(change.candidate):
                    found.setdefault(change.candidate, Since(as_a_centre_sees(fact.by).name, fact.at))
        if len(found) == len(revisions) or len(page) < PAGE:
            break
        before = page[-1].place
    return found
