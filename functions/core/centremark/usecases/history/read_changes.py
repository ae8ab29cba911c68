"""What changed at a centre since a program last asked."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast

from centremark.domain.catalogue.ports import Catalogue
from centremark.domain.history.ports import Ledger
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.errors import Malformed, Point
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber, SeriesId
from centremark.domain.sheet.facts import Fact, changes_of
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.ports import Sheets
from centremark.domain.sheet.visibility import as_seen_by
from centremark.usecases.history.pages import PAGE_CHANGES, within_a_page

CHANGES_PAGE: Final = 200

Seen = Mapping[AssessmentCode, int]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """Facts in the order of each sheet's versions, the cursor for the next request, and whether more are waiting."""

    facts: Sequence[tuple[MarkSheet, Fact]]
    since: str
    more: bool


@dataclass(frozen=True, slots=True)
class ReadChanges:
    """Every fact of a centre's sheets in a series after a cursor, none left out and none twice.

    The cursor names the centre and the series and holds the version seen of each sheet, so that an unchanged sheet
    costs no read of its history. A recorded outcome of moderation is not among them, because it makes no version.
    Raises `NotFound`, `Forbidden`, `Malformed` (no cursor of these changes).
    """

    sheets: Sheets
    ledger: Ledger
    catalogue: Catalogue

    def __call__(self, centre: CentreNumber, series: SeriesId, since: str | None, actor: Actor) -> ChangesView:
        """Read up to 200 facts, and fewer where they have many rows."""
        actor.must(Permission.READ, centre)
        self.catalogue.a_series(series)
        of = f"{series}.{centre}"
        seen = {} if since is None else _seen(since, of)
        facts: list[tuple[MarkSheet, Fact]] = []
        more = False
        for sheet in self.sheets.of_centre(centre, series):
            code, place = sheet.id.assessment, seen.get(sheet.id.assessment, 0)
            if place >= sheet.version:
                continue
            room, rows = CHANGES_PAGE - len(facts), PAGE_CHANGES - sum(len(changes_of(fact)) for _, fact in facts)
            found = within_a_page(self.ledger.since(sheet.id, place, room), rows) if room and rows > 0 else ()
            facts += [(sheet, as_seen_by(actor, one.fact)) for one in found]
            seen[code] = found[-1].fact.version if found else place
            more = more or seen[code] < sheet.version
        return ChangesView(facts, _cursor(seen, of), more)


def _cursor(seen: Seen, of: str) -> str:
    text = json.dumps([of, seen], separators=(",", ":"), sort_keys=True)
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _seen(cursor: str, of: str) -> dict[AssessmentCode, int]:
    """Read the versions from a cursor; raises `Malformed` for one that we would not have written in this form."""
    try:
        named, versions = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, TypeError, RecursionError) as error:
        raise _no_cursor("This cursor is not valid.") from error
    if not isinstance(versions, dict):
        raise _no_cursor("This cursor is not valid.")
    if named != of:
        raise _no_cursor("This cursor is for another centre or series.")
    seen = {_code(code): _version(version) for code, version in cast("dict[str, object]", versions).items()}
    if _cursor(seen, of) != cursor:
        raise _no_cursor("This cursor is not valid.")
    return seen


def _code(code: str) -> AssessmentCode:
    try:
        return AssessmentCode(code)
    except Malformed as error:
        raise _no_cursor("This cursor is not valid.") from error


def _version(version: object) -> int:
    if type(version) is not int or not 0 <= version < 10**8:
        raise _no_cursor("This cursor is not valid.")
    return version


def _no_cursor(why: str) -> Malformed:
    detail = f"{why} Leave since out to start from the first change."
    return Malformed(detail, (Point("/query/since", Malformed.code, detail),))
