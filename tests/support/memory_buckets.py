"""The board's intake and the prints in memory; they pass the same suite as the buckets."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from centremark.domain.prints.kinds import Print
from centremark.domain.prints.progress import Failure, Link
from centremark.domain.shared.identifiers import SheetId


@dataclass
class MemoryIntake:
    held: dict[str, bytes] = field(default_factory=dict[str, bytes])

    def keep(self, reference: str, sheet: SheetId, document: bytes) -> bytes:
        return self.held.setdefault(f"{sheet}/{reference}", document)


@dataclass
class MemoryPrints:
    """Prints at once, or fails while `broken_at` is set."""

    printed: dict[Print, dict[str, object]] = field(default_factory=dict[Print, dict[str, object]])
    failed: dict[Print, Failure] = field(default_factory=dict[Print, Failure])
    broken_at: datetime | None = None

    def find(self, wanted: Print, *, now: datetime) -> Link | Failure | None:
        if wanted in self.printed:
            return Link(f"https://prints.example/{wanted.sheet}/{wanted.version}", now + timedelta(minutes=15))
        return self.failed.get(wanted)

    def print(self, wanted: Print, model: dict[str, object]) -> None:
        if self.broken_at:
            self.failed[wanted] = Failure(self.broken_at)
        else:
            self.printed[wanted] = model
