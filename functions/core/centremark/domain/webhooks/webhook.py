"""Telling a centre's own system what happened, as the Standard Webhooks specification 1.0 says.

Source: https://www.standardwebhooks.com: headers webhook-id, webhook-timestamp and webhook-signature; the signature is
``v1,`` and the base64 HMAC-SHA256 of ``id.timestamp.body``, one for each secret that is valid, separated by spaces.
"""

import hmac
import json
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Final
from urllib.parse import urlsplit

from centremark.domain.shared.errors import Malformed
from centremark.domain.shared.identifiers import CentreNumber

PREFIX: Final = "whsec_"
SECRET_BYTES: Final = 32
OLD_SECRET_LASTS: Final = timedelta(hours=24)
"""How long both secrets are valid after a rotation: each message is signed with both."""
PAUSES: Final = tuple(
    timedelta(seconds=seconds) for seconds in (5, 60, 300, 1_800, 7_200, 18_000, 36_000, 43_200, 43_200)
)
"""How long to wait after each try that failed; ten tries over nearly two days."""
GONE: Final = 410
"""The answer of an endpoint that is to be told nothing any more."""
TYPES: Final[Mapping[str, str]] = {
    "MarksConfirmed.v1": "marks.confirmed",
    "SampleRequested.v1": "sample.requested",
    "AmendmentApplied.v1": "amendment.applied",
    "AmendmentDeclined.v1": "amendment.declined",
}
"""Events that a centre's system is told of, by the type it sees."""
MAX_URL: Final = 500


@dataclass(frozen=True, slots=True)
class Secret:
    """A signing secret in the specification's form; `until` is when an old one stops being valid."""

    value: str
    until: datetime | None = None

    @classmethod
    def of(cls, random: bytes) -> "Secret":
        """Make a secret of random bytes; raises ValueError when they are too few."""
        if len(random) < SECRET_BYTES:
            raise ValueError(f"a secret needs {SECRET_BYTES} random bytes")
        return cls(f"{PREFIX}{b64encode(random).decode()}")

    def signature(self, message: str, timestamp: int, body: str) -> str:
        """Sign a message's id, time and body."""
        key = b64decode(self.value.removeprefix(PREFIX))
        signed = hmac.new(key, f"{message}.{timestamp}.{body}".encode(), sha256).digest()
        return f"v1,{b64encode(signed).decode()}"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where messages to a centre's system go; without an address it gets none."""

    centre: CentreNumber
    url: str = ""
    secrets: tuple[Secret, ...] = ()
    version: int = 0
    changed_by: str = ""
    changed_at: datetime | None = None

    def at(self, url: str, secret: Secret, by: str, now: datetime) -> "Endpoint":
        """Change the address; a new one starts with a new secret, the same one keeps its own. Raises `Malformed`."""
        must_be_an_address(url)
        if url == self.url:
            return self
        return self._changed(by, now, url=url, secrets=(secret,))

    def rotated(self, secret: Secret, by: str, now: datetime) -> "Endpoint":
        """Sign with a new secret, and for one day with the old one too. Raises `Malformed` without an address."""
        if not self.url:
            raise Malformed("There is no webhook yet, so there is no secret to rotate. Give its address first.")
        old = (replace(known, until=known.until or now + OLD_SECRET_LASTS) for known in self.valid(now))
        return self._changed(by, now, secrets=(secret, *old))

    def removed(self, by: str, now: datetime) -> "Endpoint":
        """Stop all messages."""
        return self._changed(by, now, url="", secrets=())

    def valid(self, now: datetime) -> tuple[Secret, ...]:
        """The secrets to sign with, newest first."""
        return tuple(secret for secret in self.secrets if secret.until is None or now < secret.until)

    def headers(self, message: str, body: str, now: datetime) -> dict[str, str]:
        """The headers of a message."""
        timestamp = int(now.timestamp())
        signatures = (secret.signature(message, timestamp, body) for secret in self.valid(now))
        return {
            "content-type": "application/json",
            "webhook-id": message,
            "webhook-timestamp": str(timestamp),
            "webhook-signature": " ".join(signatures),
        }

    def _changed(self, by: str, now: datetime, **changes: object) -> "Endpoint":
        made = {"version": self.version + 1, "changed_by": by, "changed_at": now}
        return replace(self, **made, **changes)  # pyright: ignore[reportArgumentType]


def must_be_an_address(url: str) -> None:
    """Raise `Malformed` unless messages can be sent to this address; where it leads is checked at each sending."""
    try:
        parts = urlsplit(url)
        sound = bool(parts.hostname) and not (parts.username or parts.password or parts.fragment)
        sound = sound and (parts.port is None or parts.port > 0)
    except ValueError:
        sound = False
    if not sound or len(url) > MAX_URL or not url.isascii() or any(c.isspace() for c in url):
        raise Malformed("This is not a webhook address. Give one like https://mis.example/centremark.")


class DeliveryState(StrEnum):
    """How far the delivery of one event is."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    GIVEN_UP = "given up"


@dataclass(frozen=True, slots=True)
class Try:
    """One attempt: the status in the answer, 0 when there was none, and a description for people."""

    at: datetime
    status: int
    words: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """The delivery of one event. `id` is the same at every attempt, so that receivers can drop repeats."""

    id: str
    type: str
    happened: datetime
    state: DeliveryState = DeliveryState.WAITING
    tries: tuple[Try, ...] = ()

    def tried(self, made: Try) -> "Delivery":
        """Record an attempt: 2xx is delivered; after the last pause, or when the endpoint is removed, it has failed."""
        tries = (*self.tries, made)
        if 200 <= made.status < 300:  # noqa: PLR2004  # what HTTP calls success
            return replace(self, tries=tries, state=DeliveryState.DELIVERED)
        given_up = made.status == GONE or len(tries) > len(PAUSES)
        return replace(self, tries=tries, state=DeliveryState.GIVEN_UP if given_up else DeliveryState.WAITING)

    @property
    def pause(self) -> timedelta | None:
        """How long to wait before the next attempt; None when there is none."""
        return PAUSES[len(self.tries) - 1] if self.state is DeliveryState.WAITING else None


def message_id(event: str) -> str:
    """The id of an event's message."""
    return f"msg_{sha256(event.encode()).hexdigest()[:32]}"


def body_of(kind: str, happened: datetime, data: Mapping[str, object]) -> str:
    """A message's body, the same bytes at every try: no names and no marks."""
    plain = {"type": kind, "timestamp": happened.isoformat(), "data": data}
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


Deliveries = Sequence[Delivery]
