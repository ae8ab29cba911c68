"""A connection that a test can cut: what a browser asks for passes through it, or is lost."""

import socket
import struct
from collections.abc import Generator
from contextlib import contextmanager, suppress
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Thread
from typing import Final, override

CHUNK: Final = 65_536
NO_PASSWORD: Final = b"\x05\x00"
DONE: Final = b"\x05\x00\x00\x01" + bytes(6)
REST: Final = {1: 4, 4: 16}
"""How long an address is, by its kind; that of a name (3) is its first byte."""


class Wire(ThreadingTCPServer):
    """A SOCKS proxy that leads everywhere to one port of this machine."""

    daemon_threads = True

    def __init__(self, to: int) -> None:
        super().__init__(("127.0.0.1", 0), Passage)
        self.to = to
        self.whole = True
        self.open: set[socket.socket] = set()

    @property
    def port(self) -> int:
        """Where it listens."""
        return self.server_address[1]

    def cut(self) -> None:
        """Lose what is on its way, and all that is asked for until the wire is mended."""
        self.whole = False
        for end in list(self.open):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        """Let everything through again."""
        self.whole = True

    @override
    def handle_error(self, request: object, client_address: object) -> None:
        """A connection that a browser dropped is no fault."""


class Passage(BaseRequestHandler):
    """One connection through the wire."""

    @override
    def handle(self) -> None:
        browser: socket.socket = self.request
        wire = self.server
        assert isinstance(wire, Wire)
        self._greet(browser)
        if not wire.whole:
            return
        with socket.create_connection(("127.0.0.1", wire.to)) as service:
            browser.sendall(DONE)
            ends = {browser, service}
            wire.open |= ends
            back = Thread(target=_pass_on, args=(service, browser))
            back.start()
            _pass_on(browser, service)
            back.join()
            wire.open -= ends

    @staticmethod
    def _greet(browser: socket.socket) -> None:
        """Read what SOCKS 5 says first (RFC 1928); where it wants to go does not matter."""
        hello = browser.makefile("rb", buffering=0)
        _, methods = struct.unpack("BB", hello.read(2))
        hello.read(methods)
        browser.sendall(NO_PASSWORD)
        kind = hello.read(4)[3]
        hello.read((REST.get(kind) or hello.read(1)[0]) + 2)


def _pass_on(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while said := one.recv(CHUNK):
            other.sendall(said)
    with suppress(OSError):
        other.shutdown(socket.SHUT_WR)


@contextmanager
def wire_to(port: int) -> Generator[Wire]:
    """Lay a wire."""
    with Wire(port) as wire:
        Thread(target=wire.serve_forever, daemon=True).start()
        yield wire
        wire.cut()
        wire.shutdown()
