"""The board's intake and the printed reports in memory; they pass the same suite as the buckets."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from centremark.domain.prints.progress import Failure, Link
from centremark.domain.prints.slips import Slips
from centremark.domain.shared.identifiers import SheetId


@dataclass
class MemoryIntake:
    held: dict[str, bytes] = field(default_factory=dict[str, bytes])

    def keep(self, reference: str, sheet: SheetId, document: bytes) -> bytes:
        return self.held.setdefault(f"{sheet}/{reference}", document)


@dataclass
class MemoryReports:
    """Prints at once, or fails while `broken_at` is set."""

    printed: dict[str, dict[str, object]] = field(default_factory=dict[str, dict[str, object]])
    failed: dict[str, Failure] = field(default_factory=dict[str, Failure])
    broken_at: datetime | None = None

    def find(self, sheet: SheetId, version: int, *, draft: bool, now: datetime) -> Link | Failure | None:
        return self._find(_report(sheet, version, draft=draft), now)

    def print(self, sheet: SheetId, version: int, *, draft: bool, model: dict[str, object]) -> None:
        self._print(_report(sheet, version, draft=draft), model)

    def find_slips(self, slips: Slips, *, now: datetime) -> Link | Failure | None:
        return self._find(_slips(slips), now)

    def print_slips(self, slips: Slips, model: dict[str, object]) -> None:
        self._print(_slips(slips), model)

    def _find(self, name: str, now: datetime) -> Link | Failure | None:
        if name in self.printed:
            return Link(f"https://reports.example/{name}", now + timedelta(minutes=15))
        return self.failed.get(name)

    def _print(self, name: str, model: dict[str, object]) -> None:
        if self.broken_at:
            self.failed[name] = Failure(self.broken_at)
        else:
            self.printed[name] = model


def _report(sheet: SheetId, version: int, *, draft: bool) -> str:
    return f"{sheet}/{version}/{draft}"


def _slips(slips: Slips) -> str:
    return f"{slips.sheet}/{slips.version}/{slips.slug}"
