"""The browsers that schools use, each at its own controls: Chromium, Firefox and WebKit, which is Safari's.

Playwright drives Chromium. Firefox and WebKit are Debian's own, which Playwright does not know: they take WebDriver's
commands, Firefox over its Marionette port and WebKit over HTTP.
"""

import base64
import json
import os
import re
import socket
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Generator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, Final, override

import httpx
import pytest
from playwright.sync_api import Browser, Error, Page, ViewportSize

from infra.local.cloud import ROOT, free_port
from tests.e2e.wire import Wire
from tests.support.reports import text_of
from tests.support.waiting import A_BUSY_MACHINE

ENTER: Final = "\ue007"
CONTROL: Final = "\ue009"
"""Keys by WebDriver's names."""
NAMES: Final = {ENTER: "Enter", CONTROL: "Control"}
"""The same keys by Playwright's."""
SIZE: Final[ViewportSize] = {"width": 1280, "height": 700}
LISTENS: Final = re.compile(r"Listening on port (\d+)")
PREFERENCES: Final[dict[str, object]] = {
    "marionette.port": 0,  # any that is free; Firefox writes down which
    "network.proxy.type": 1,
    "network.proxy.socks": "127.0.0.1",
    "network.proxy.socks_version": 5,
    "network.proxy.allow_hijacking_localhost": True,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "app.update.auto": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
}
TIMEOUTS: Final = {"script": 30_000}
"""After how many milliseconds a driver gives up a script whose page was left meanwhile."""
ON_PAPER: Final = """
for (const { cssRules } of document.styleSheets)
  for (const { media } of cssRules) if (media?.mediaText === "print") media.mediaText = "all";
return document.body.innerText;
"""


class Away(Exception):
    """A command was not carried out: the page it was for may just be left."""


class AtBrowser(ABC):
    """A person at a browser: they type, and look."""

    @abstractmethod
    def go(self, address: str) -> None:
        """Load a page."""

    @abstractmethod
    def run(self, script: str, *arguments: object) -> Any:
        """Run the body of a function in the page; a promise is awaited."""

    @abstractmethod
    def press(self, *keys: str) -> None:
        """Press keys down in turn, and let go of them."""

    @abstractmethod
    def paper(self) -> str:
        """What the page says when it is printed."""

    def type(self, text: str) -> None:
        """Type on the keyboard."""
        for key in text:
            self.press(key)

    def focus(self, selector: str) -> None:
        """Put the focus on what a selector finds, when it comes."""
        self.until("document.querySelector(selector)", selector=selector)
        self.run("document.querySelector(arguments[0]).focus()", selector)

    def until(self, condition: str, **given: object) -> None:
        """Wait until an expression of the page is true."""
        script = f"return (({', '.join(given)}) => Boolean({condition}))(...arguments)"
        end = time.monotonic() + A_BUSY_MACHINE
        while time.monotonic() < end:
            with suppress(Away):
                if self.run(script, *given.values()):
                    return
            time.sleep(0.05)
        pytest.fail(f"{condition} {given} never came: {self.run('return document.body.innerText')}")


class AtChromium(AtBrowser):
    """At the Chromium of the other tests."""

    def __init__(self, page: Page) -> None:
        self._page = page

    @override
    def go(self, address: str) -> None:
        self._page.goto(address)

    @override
    def run(self, script: str, *arguments: object) -> Any:
        try:
            return self._page.evaluate(f"(given) => (function () {{ {script} }})(...given)", arguments)
        except Error as fault:
            raise Away(fault) from fault

    @override
    def press(self, *keys: str) -> None:
        self._page.keyboard.press("+".join(NAMES.get(key, key) for key in keys))

    @override
    def paper(self) -> str:
        return "\n".join(text_of(self._page.pdf(prefer_css_page_size=True)))


class Driven(AtBrowser):
    """At a browser that takes WebDriver's commands."""

    @abstractmethod
    def command(self, name: str, **given: object) -> Any:
        """Have one command carried out."""

    @override
    def go(self, address: str) -> None:
        self.command("url", url=address)

    @override
    def run(self, script: str, *arguments: object) -> Any:
        return self.command("execute/sync", script=script, args=arguments)

    @override
    def press(self, *keys: str) -> None:
        moves = [
            *({"type": "keyDown", "value": key} for key in keys),
            *({"type": "keyUp", "value": key} for key in reversed(keys)),
        ]
        self.command("actions", actions=[{"type": "key", "id": "keyboard", "actions": moves}])


class AtFirefox(Driven):
    """At a Firefox, whose Marionette takes commands as lines of JSON, each after its length."""

    COMMANDS: Final = {
        "session": "WebDriver:NewSession",
        "rect": "WebDriver:SetWindowRect",
        "url": "WebDriver:Navigate",
        "execute/sync": "WebDriver:ExecuteScript",
        "actions": "WebDriver:PerformActions",
        "print": "WebDriver:Print",
    }

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        self._answers = line.makefile("rb")
        self._answer()
        self.command("session", capabilities={"alwaysMatch": {"timeouts": TIMEOUTS}})
        self.command("rect", **SIZE)

    def _answer(self) -> Any:
        length = bytearray()
        while (digit := self._answers.read(1)) != b":":
            length += digit
        return json.loads(self._answers.read(int(length)))

    @override
    def command(self, name: str, **given: object) -> Any:
        sent = json.dumps([0, 1, self.COMMANDS[name], given]).encode()
        self._line.sendall(b"%d:%b" % (len(sent), sent))
        _, _, fault, answer = self._answer()
        if fault:
            raise Away(fault)
        return answer.get("value", answer)

    @override
    def paper(self) -> str:
        return "\n".join(text_of(base64.b64decode(self.command("print"))))


class AtWebKit(Driven):
    """At a WebKit, whose driver takes commands by HTTP."""

    def __init__(self, driver: httpx.Client, wire: Wire) -> None:
        options = {"args": ["--automation", f"--proxy=socks5://127.0.0.1:{wire.port}"]}
        self._driver = driver
        self._session = ""
        self._session = self.command(
            "", capabilities={"alwaysMatch": {"webkitgtk:browserOptions": options, "timeouts": TIMEOUTS}}
        )["sessionId"]
        self.command("window/rect", **SIZE)

    @override
    def command(self, name: str, **given: object) -> Any:
        answer = self._driver.post("/".join(filter(None, ("/session", self._session, name))), json=given)
        if answer.is_error:
            raise Away(answer.text)
        return answer.json()["value"]

    def close(self) -> None:
        """Close the browser."""
        self._driver.delete(f"/session/{self._session}")

    @override
    def paper(self) -> str:
        """WebKit's driver cannot print, so its rules for paper are laid on the screen."""
        return self.run(ON_PAPER)


@contextmanager
def at_chromium(browser: Browser, wire: Wire) -> Generator[AtBrowser]:
    """Sit down at Chromium, whose every request takes the wire."""
    proxy = {"server": f"socks5://127.0.0.1:{wire.port}", "bypass": "<-loopback>"}
    with browser.new_context(viewport=SIZE, proxy=proxy) as context:  # pyright: ignore[reportArgumentType]  # a TypedDict
        yield AtChromium(context.new_page())


@contextmanager
def at_firefox(wire: Wire, home: Path) -> Generator[AtBrowser]:
    """Sit down at Firefox, whose every request takes the wire."""
    chosen = {**PREFERENCES, "network.proxy.socks_port": wire.port}
    (home / "user.js").write_text("".join(f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in chosen.items()))
    command = [path_of("firefox"), "--headless", "--marionette", "--remote-allow-system-access", "--profile", str(home)]
    with ExitStack() as room:
        firefox = room.enter_context(running([*command, "--no-remote"], {"HOME": str(home)}))
        assert firefox.stdout
        port = int(next(found[1] for line in firefox.stdout if (found := LISTENS.search(line))))
        yield AtFirefox(room.enter_context(socket.create_connection(("127.0.0.1", port), timeout=2 * A_BUSY_MACHINE)))


@contextmanager
def at_webkit(wire: Wire, home: Path) -> Generator[AtBrowser]:
    """Sit down at WebKit, on a screen that nobody sees; its every request takes the wire."""
    port = free_port()
    with ExitStack() as room:
        screen = room.enter_context(a_screen())
        env = {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "DISPLAY": screen, "NO_AT_BRIDGE": "1"}
        room.enter_context(running([path_of("webkit"), f"--port={port}"], env))
        transport = httpx.HTTPTransport(retries=8)  # each waits twice as long for the driver to listen
        driver = httpx.Client(base_url=f"http://127.0.0.1:{port}", transport=transport, timeout=2 * A_BUSY_MACHINE)
        desk = AtWebKit(room.enter_context(driver), wire)
        room.callback(desk.close)
        yield desk


@contextmanager
def a_screen() -> Generator[str]:
    """Give a screen that nobody sees, by its name."""
    reads, writes = os.pipe()
    command = ["Xvfb", "-displayfd", str(writes), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    with running(command, {}, writes), os.fdopen(reads) as number:
        os.close(writes)
        yield f":{number.readline().strip()}"


@contextmanager
def running(command: list[str], env: Mapping[str, str], *files: int) -> Generator["subprocess.Popen[str]"]:
    """Run a program until the end of the block."""
    with subprocess.Popen(
        command,
        env={**os.environ, **env},
        pass_fds=files,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


def path_of(browser: str) -> str:
    """Where `make` found or installed a browser's program."""
    return (ROOT / ".local" / f"{browser}.path").read_text().strip()
