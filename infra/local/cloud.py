"""The embedded cloud: one emulator process with its own folder, address and account."""

import fcntl
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Final, Self

import botocore.session
from botocore.config import Config

ROOT: Final = Path(__file__).resolve().parents[2]
PYTHON: Final = ROOT / ".venv-local" / "bin" / "python"
LAUNCHER: Final = Path(__file__).with_name("launcher.py")
REGION: Final = "eu-west-2"
HOST: Final = "127.0.0.1"
START_SECONDS: Final = 60
STOP_SECONDS: Final = 30
PORTS: Final = range(20000, 32000)
CONCURRENT_FUNCTIONS: Final = 40
"""Each running function is a process of some 60 MB. Beyond this many the cloud throttles; queues try again."""


class CloudError(Exception):
    """The cloud cannot do what was asked; the message says why and what to do."""


class LocalCloud:
    """An emulator on this machine. All its state is in one folder, so that it can be stopped, killed and resumed.

    A free port is chosen at the first start and kept, because queues' addresses contain it. Raises `CloudError` from
    `start` when the port or the folder is in use or the emulator does not come up.
    """

    def __init__(self, state: Path) -> None:
        self.state = state.resolve()
        self.port = _port_of(self.state)
        self._process: subprocess.Popen[bytes] | None = None
        self._lock: IO[str] | None = None
        self._clients: dict[str, Any] = {}

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """Where the emulator listens, on this machine only."""
        return f"http://{HOST}:{self.port}"

    @property
    def log(self) -> Path:
        """The log of the emulator and the functions in this run."""
        return self.state / "cloud.log"

    @property
    def pid(self) -> int | None:
        """The emulator's process id while it runs."""
        return self._process.pid if self._process else None

    def has_ended(self) -> bool:
        """Whether the emulator stopped by itself."""
        return self._process is not None and self._process.poll() is not None

    def start(self) -> None:
        """Start and wait until it answers."""
        if not PYTHON.exists():
            raise CloudError("The local cloud is not installed. Run `make .venv-local/.ready`.")
        self._lock = _locked(self.state / "lock")
        try:
            must_be_free(self.port)
            self._launch()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Stop the emulator after it has written its state."""
        for client in self._clients.values():
            client.close()
        self._clients.clear()
        if self._process:
            self._end(signal.SIGTERM)
        if self._lock:
            self._lock.close()
            self._lock = None

    def forget(self) -> None:
        """Remove all state; raises `CloudError` while the cloud runs."""
        with _locked(self.state / "lock"):
            shutil.rmtree(self.state)

    def kill(self) -> None:
        """Kill the emulator and the functions, as a power cut would (for tests)."""
        self._end(signal.SIGKILL)
        self.stop()

    @property
    def access(self) -> dict[str, str]:
        """Environment variables that point an AWS SDK at this cloud, as the account's root."""
        return {
            "AWS_ENDPOINT_URL": self.url,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
        }

    def client(self, service: str) -> Any:  # noqa: ANN401  # botocore makes its clients' methods at run time
        """The client of one of the cloud's services, as the account's root."""
        if service not in self._clients:
            self._clients[service] = botocore.session.get_session().create_client(
                service,
                region_name=REGION,
                endpoint_url=self.url,
                aws_access_key_id="test",
                aws_secret_access_key="test",  # noqa: S106  # the emulator's published root key
                config=Config(s3={"addressing_style": "path"}, retries={"mode": "standard"}, read_timeout=120),
            )
        return self._clients[service]

    def _launch(self) -> None:
        scratch = self.state / "tmp"
        shutil.rmtree(scratch, ignore_errors=True)  # a killed emulator leaves its unpacked functions behind
        scratch.mkdir()
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                [PYTHON, LAUNCHER],
                cwd=self.state,
                env=self._environment(scratch),
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                pass_fds=[self._lock.fileno()] if self._lock else [],
            )
        deadline = time.monotonic() + START_SECONDS
        while not self._is_healthy():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise CloudError(f"The local cloud did not start. Its last words: {_last_line(self.log)} ({self.log})")
            time.sleep(0.05)

    def _environment(self, scratch: Path) -> dict[str, str]:
        """The environment of the emulator and the functions; nothing of the caller's shell is passed on."""
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(scratch),
            "TMPDIR": str(scratch),
            "LANG": "C.UTF-8",
            "PYTHONUNBUFFERED": "1",
            "GATEWAY_PORT": str(self.port),
            "BIND_HOST": HOST,
            "MINISTACK_HOST": HOST,
            "MINISTACK_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AUTH": "true",
            "PERSIST_STATE": "1",
            "STATE_DIR": str(self.state / "services"),
            "S3_PERSIST": "1",
            "S3_DATA_DIR": str(self.state / "objects"),
            "IOT_MTLS_ENABLED": "0",
            "SFTP_ENABLED": "0",
            "LAMBDA_ACCOUNT_CONCURRENCY": str(CONCURRENT_FUNCTIONS),
        }

    def _is_healthy(self) -> bool:
        with (
            suppress(urllib.error.URLError, OSError, json.JSONDecodeError),
            urllib.request.urlopen(f"{self.url}/_ministack/health", timeout=2) as answer,  # noqa: S310
        ):
            return answer.status == 200  # noqa: PLR2004
        return False

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if how is signal.SIGKILL:
            os.killpg(process.pid, how)
        elif process.poll() is None:
            process.send_signal(how)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdin:
            process.stdin.close()


def free_port() -> int:
    """Find a free port outside the range that systems use for outgoing connections."""
    for port in random.sample(PORTS, 100):
        with suppress(CloudError):
            must_be_free(port)
            return port
    raise CloudError("There is no free port. Stop something that listens on one.")


def _port_of(state: Path) -> int:
    """The port a state was made with; a new state gets a free one."""
    state.mkdir(parents=True, exist_ok=True)
    kept = state / "port"
    if not kept.exists():
        kept.write_text(str(free_port()))
    return int(kept.read_text())


def must_be_free(port: int) -> None:
    """Raise `CloudError` when something listens on a port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise CloudError(f"Port {port} is in use. Stop what listens there, or choose another.") from error


def _locked(path: Path) -> IO[str]:
    """Reserve a folder for one cloud, until this process and the emulator have both ended.

    When an owner was killed, its emulator is waited for, because it is still writing its state. Raises `CloudError`
    while the owner lives.
    """
    lock = path.open("a+")
    deadline = time.monotonic() + STOP_SECONDS
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            owner = int(path.read_text() or 0)
            if _is_alive(owner) or time.monotonic() > deadline:
                lock.close()
                raise CloudError(f"Already running (process {owner}). Stop that one first.") from error
            time.sleep(0.1)
        else:
            break
    lock.truncate(0)
    lock.write(str(os.getpid()))
    lock.flush()
    return lock


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True  # it is someone else's
    return True


def _last_line(log: Path) -> str:
    return next((line for line in reversed(log.read_text(errors="replace").splitlines()) if line.strip()), "nothing")
