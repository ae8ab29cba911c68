"""Posting to addresses that centres choose, and never into a private network.

The host is resolved here, every address it has must be public, and the connection goes to the address that was checked,
so that a name that resolves differently a moment later gains nothing. No redirect is followed. One time limit covers
the whole exchange, so a slow answer holds nobody up.
"""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final
from urllib.parse import SplitResult, urlsplit

from centremark.domain.shared.errors import Malformed
from centremark.domain.webhooks.webhook import must_be_an_address

PATIENCE_SECONDS: Final = 10
HTTPS: Final = 443
NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
SIX_TO_FOUR: Final = ipaddress.ip_network("2002::/16")

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_public(address: IpAddress) -> bool:
    """Whether an IP address is on the public internet, including one embedded in another."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return is_public(address.ipv4_mapped)
        if address in NAT64 or address in SIX_TO_FOUR or address.teredo:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


class _Pinned(http.client.HTTPSConnection):
    """A connection to one IP address, in the name of the host."""

    def __init__(self, host: str, port: int, address: str) -> None:
        super().__init__(host, port, timeout=PATIENCE_SECONDS, context=_tls())
        self._address = address

    def connect(self) -> None:
        """Connect to the IP address that was checked."""
        plain = socket.create_connection((self._address, self.port), PATIENCE_SECONDS)
        self.sock = _tls().wrap_socket(plain, server_hostname=self.host)


@cache
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()


@dataclass(frozen=True, slots=True)
class OutsideSender:
    """Posts messages over HTTPS to the public internet; `local` is for development: HTTP, and only to loopback."""

    local: bool = False
    patience: float = PATIENCE_SECONDS

    def must_be_public(self, url: str) -> None:
        """Raise `Malformed` when no message may be sent to an address, or to the network it leads to."""
        self._address_of(urlsplit(_sound(url)))

    def send(self, url: str, headers: Mapping[str, str], body: str) -> tuple[int, str]:
        """Post a message; every failure is a result, never an exception."""
        try:
            parts = urlsplit(_sound(url))
            connection = self._connection(parts)
        except Malformed as error:
            return 0, str(error)
        answers: SimpleQueue[tuple[int, str]] = SimpleQueue()
        exchange = Thread(
            target=lambda: answers.put(_exchanged(connection, parts, headers, body)), name="webhook", daemon=True
        )
        exchange.start()
        try:
            return answers.get(timeout=self.patience)
        except Empty:
            _cut(connection)
            return 0, f"There was no complete answer within {self.patience:g} seconds."

    def _connection(self, parts: SplitResult) -> http.client.HTTPConnection:
        address, port, host = self._address_of(parts), _port(parts), parts.hostname or ""
        if self.local:
            return http.client.HTTPConnection(address, port, timeout=PATIENCE_SECONDS)
        return _Pinned(host, port, address)

    def _address_of(self, parts: SplitResult) -> str:
        """The IP address to connect to; raises `Malformed` unless all addresses of the host are allowed."""
        if self.local and parts.scheme != "http":
            raise Malformed("On this machine a webhook address must start with http://.")
        if not self.local and (parts.scheme != "https" or _port(parts) != HTTPS):
            raise Malformed("A webhook address must start with https:// and must not have a port.")
        try:
            found = socket.getaddrinfo(parts.hostname, _port(parts), proto=socket.IPPROTO_TCP)
        except (OSError, UnicodeError) as error:
            raise Malformed("The webhook's host has no address. Check its name.") from error
        addresses = [ipaddress.ip_address(str(place[0]).partition("%")[0]) for *_, place in found]
        allowed = all(address.is_loopback if self.local else is_public(address) for address in addresses)
        if not addresses or not allowed:
            raise Malformed("The webhook's host is not on the public internet, so we do not send anything there.")
        return str(addresses[0])


def _exchanged(
    connection: http.client.HTTPConnection, parts: SplitResult, headers: Mapping[str, str], body: str
) -> tuple[int, str]:
    """Post a message and read the status of the answer."""
    try:
        path = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
        connection.request("POST", path, body.encode(), {**headers, "user-agent": "centremark-webhooks/1"})
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException) as error:
        return 0, f"There was no answer: {type(error).__name__}."
    finally:
        connection.close()
    return status, f"The endpoint answered {status}."


def _cut(connection: http.client.HTTPConnection) -> None:
    """End an exchange in another thread; its next read fails."""
    with suppress(OSError):
        if connection.sock:
            connection.sock.shutdown(socket.SHUT_RDWR)


def _sound(url: str) -> str:
    must_be_an_address(url)
    return url


def _port(parts: SplitResult) -> int:
    return parts.port or (HTTPS if parts.scheme == "https" else http.client.HTTP_PORT)
