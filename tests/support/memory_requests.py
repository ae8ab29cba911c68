"""The ports of requests and presences in memory; they pass the same suites as those on AWS."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from centremark.domain.requests.ports import RequestsSaving
from centremark.domain.requests.request import SheetRequests
from centremark.domain.shared.identifiers import CentreNumber, SeriesId, SheetId
from centremark.domain.shared.ports import IdempotencyRecord, WriteConflict
from centremark.domain.sheet.presence import Presence
from tests.support.memory import Memory


@dataclass
class MemoryPresences:
    noted: dict[tuple[SheetId, str], Presence] = field(default_factory=dict[tuple[SheetId, str], Presence])

    def on(self, sheet: SheetId) -> Sequence[Presence]:
        return [presence for (on, _), presence in self.noted.items() if on == sheet]

    def note(self, sheet: SheetId, presence: Presence) -> None:
        self.noted[sheet, presence.id] = presence


@dataclass
class MemoryRequests:
    memory: Memory

    def get(self, sheet: SheetId) -> SheetRequests:
        return self.memory.requests.get(sheet, SheetRequests(sheet))

    def of_centre(self, centre: CentreNumber, series: SeriesId) -> Sequence[SheetRequests]:
        mine = [sheet for sheet in self.memory.requests if (sheet.centre, sheet.series) == (centre, series)]
        return [self.get(sheet) for sheet in sorted(mine, key=lambda sheet: sheet.assessment)]

    def due_on(self, series: SeriesId, days: frozenset[date]) -> Iterable[SheetRequests]:
        for sheet, held in self.memory.requests.items():
            if sheet.series == series and any(request.wanted.due in days for request in held.requests):
                yield held

    def save(self, savings: Sequence[RequestsSaving], claim: IdempotencyRecord | None = None) -> None:
        if any(self.get(s.requests.sheet).version != s.requests.version - 1 for s in savings):
            raise WriteConflict
        if claim and (claim.key.subject, claim.key.value) in self.memory.claims:
            raise WriteConflict
        for saving in savings:
            self.memory.requests[saving.requests.sheet] = saving.requests
            self.memory.facts += saving.facts
        if claim:
            self.memory.claims[claim.key.subject, claim.key.value] = claim
