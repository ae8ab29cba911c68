"""A centre's own system: an endpoint on this machine that receives webhooks."""

import socket
from collections.abc import Generator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Event, Thread


@contextmanager
def receiver(*statuses: int, where: str = "") -> Generator[tuple[str, list[dict[str, str]]]]:
    """Answer with these statuses in turn, then with the last or 204; gives the address and what was received."""
    received: list[dict[str, str]] = []

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # as http.server names it
            body = self.rfile.read(int(self.headers["content-length"])).decode()
            received.append({**{name.lower(): value for name, value in self.headers.items()}, "body": body})
            self.send_response(statuses[min(len(received), len(statuses)) - 1] if statuses else 204)
            if where:
                self.send_header("Location", where)
            self.end_headers()

        do_PUT = do_POST  # noqa: N815  # as http.server names it

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Log nothing."""

    with HTTPServer(("127.0.0.1", 0), Receiver) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/centremark?x=1", received
        server.shutdown()


@contextmanager
def dripping(drip: bytes) -> Generator[str]:
    """Answer with a header now and then, and never end; gives the address."""
    over = Event()

    def answer(listening: socket.socket) -> None:
        with suppress(OSError):
            taken, _ = listening.accept()
            with taken:
                taken.sendall(b"HTTP/1.1 200 OK\r\n")
                while not over.wait(0.05):
                    taken.sendall(drip)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        answering = Thread(target=answer, args=(listening,), daemon=True)
        answering.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        over.set()
        answering.join()
