"""What every use case needs of the world: the time, and keys that make a repeated request harmless."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time, aware and in UTC."""

    def __call__(self) -> datetime:
        """Give the present instant."""
        ...


@dataclass(frozen=True, slots=True)
class Key:
    """An idempotency key, whose it is, and the fingerprint of the request it came with."""

    subject: str
    value: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class IdempotencyRecord:
    """A key and the answer to give when it comes again."""

    key: Key
    answer: str


class WriteConflict(Exception):  # it is an outcome of saving, not a fault to report
    """Someone saved first: nothing was written; load again and decide again."""


class IdempotencyStore(Protocol):
    """Idempotency keys already used."""

    def find(self, key: Key) -> str | None:
        """Give the answer a key was claimed with, or None; raises `KeyReused` when the request differs."""
        ...

    def keep(self, claim: IdempotencyRecord, at: datetime) -> None:
        """Keep the claim of a request that changed nothing; raises `WriteConflict` when the key is already used."""
        ...
