"""What every use case needs of the world: the time, and a store that makes repeated requests harmless."""

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
    """An idempotency key, its owner, and the fingerprint of the request it came with."""

    subject: str
    value: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class IdempotencyRecord:
    """A used key and the answer to repeat when it comes again: a value of the domain or of a use case."""

    key: Key
    answer: object


class WriteConflict(Exception):  # it is an outcome of saving, not a fault to report
    """Someone saved first and nothing was written: load again, then decide again."""


class IdempotencyStore(Protocol):
    """Idempotency keys already used."""

    def find[A](self, key: Key, answer_type: type[A]) -> A | None:
        """The answer stored for this key, or None; raises `KeyReused` when the request differs."""
        ...

    def keep(self, claim: IdempotencyRecord, at: datetime) -> None:
        """Store the key of a request that changed nothing; raises `WriteConflict` when it is already used."""
        ...
