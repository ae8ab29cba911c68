"""Checking that a webhook message comes from the board, is recent and is complete, as Standard Webhooks defines it."""

import hmac
import time
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256

TOLERANCE_SECONDS = 300


class Unverified(Exception):  # named for what it means to the receiver
    """The message cannot be trusted."""


def verify(headers: Mapping[str, str], body: bytes, secrets: Iterable[str], now: float | None = None) -> str:
    """Give the message's id if one of the secrets signed these bytes less than five minutes ago.

    Store the ids you have handled: a message may be delivered again with the same id. Raises `Unverified`.
    """
    given = {name.lower(): value for name, value in headers.items()}
    message, timestamp = given.get("webhook-id", ""), given.get("webhook-timestamp", "")
    if not (timestamp.isascii() and timestamp.isdecimal() and len(timestamp) < 16):  # noqa: PLR2004  # as times are
        raise Unverified("The message has no time.")
    if abs((time.time() if now is None else now) - int(timestamp)) > TOLERANCE_SECONDS:
        raise Unverified("The message is too old, or from the future.")
    signed = f"{message}.{timestamp}.".encode() + body
    expected = [_signature(secret, signed) for secret in secrets]
    for signature in given.get("webhook-signature", "").split():
        if any(hmac.compare_digest(signature.encode(), one) for one in expected):
            return message
    raise Unverified("No signature fits.")


def _signature(secret: str, signed: bytes) -> bytes:
    key = b64decode(secret.removeprefix("whsec_"))
    return b"v1," + b64encode(hmac.new(key, signed, sha256).digest())
