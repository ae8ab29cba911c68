"""Which permission of which function the integration tests use, and what fails without one.

`python -m tests.bench.permissions` after `make build` runs them once on clouds that write down each permission asked
for, and prints a table: function, action, on what, how often, and the first test in whose time it was used. With
`--without Sheets:dynamodb:Query` (as often as wanted) those are taken out of the roles first: the table then has what
was denied, and the tests that failed follow. The rest of the line goes to pytest: `-k` and names of files.
"""

import argparse
import json
import re
import sys
import tempfile
from bisect import bisect
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import pytest

from infra.local import cloud, fixup
from infra.local.cloud import LocalCloud
from infra.local.stack import Stack

ROLE: Final = re.compile(r"-(\w+)Role-")
RANDOM: Final = re.compile(r"[0-9a-f]{8}[0-9a-f-]{4,}|\d{12,}")


class Tests:
    """When each test began, and which failed."""

    def __init__(self, without: Iterable[str]) -> None:
        self.began: list[tuple[float, str]] = []
        self.failed: list[str] = []
        self.without = [one.split(":", 1) for one in without]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a test."""
        if report.when == "setup":
            self.began.append((report.start, report.nodeid))
        if report.failed:
            self.failed.append(report.nodeid)

    def at(self, moment: float) -> str:
        """The test that ran then."""
        place = bisect(self.began, (moment, "~")) - 1
        return self.began[place][1] if place >= 0 else "before the first test"

    def take_away(self, running: LocalCloud, name: str) -> None:
        """Take the permissions out of the roles of a stack that was deployed."""
        iam, ids = running.client("iam"), Stack.read(running, name).ids
        for role, action in self.without:
            where = {"RoleName": ids[f"{role}Role"], "PolicyName": "work"}
            policy: dict[str, Any] = iam.get_role_policy(**where)["PolicyDocument"]
            kept = [s | {"Action": left} for s in policy["Statement"] if (left := others(s["Action"], action))]
            iam.put_role_policy(**where, PolicyDocument=json.dumps(policy | {"Statement": kept}))


def others(actions: str | list[str], without: str) -> list[str]:
    """The actions of a statement without one."""
    return [action for action in ([actions] if isinstance(actions, str) else actions) if action != without]


def place(line: dict[str, Any]) -> str:
    """What was asked for, without what is random in it: a table's partitions, a bucket's folder, a queue."""
    if line["keys"]:
        kinds = sorted({key.partition("#")[0] if key[0].isalpha() else "sheet" for key in line["keys"]})
        return f"{'Ledger' if 'Ledger' in line['resource'] else 'Marks'} {' '.join(kinds)}"
    return RANDOM.sub("…", line["resource"].rpartition(":")[2]).partition("/202")[0]


def main() -> None:
    """Run the tests and print what was used."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--without", action="append", default=[])
    options, rest = parser.parse_known_args()
    tests, complete = Tests(options.without), fixup.complete

    def complete_and_take_away(running: LocalCloud, name: str) -> None:
        complete(running, name)
        tests.take_away(running, name)

    cloud.LAUNCHER = Path(__file__).with_name("recording_launcher.py")  # pyright: ignore[reportAttributeAccessIssue, reportConstantRedefinition]
    fixup.complete = complete_and_take_away
    with tempfile.TemporaryDirectory() as folder:
        pytest.main(["-q", "--basetemp", f"{folder}/tests", *(rest or ["tests/integration"])], plugins=[tests])
        records = (path.read_text().splitlines() for path in Path(folder).rglob("permissions.jsonl"))
        lines = [json.loads(line) for record in records for line in record]
    used: Counter[tuple[str, str, str, str]] = Counter()
    first: dict[tuple[str, str, str, str], float] = {}
    for line in lines:
        if role := ROLE.search(line["who"]):
            key = (role[1], line["action"], place(line), line["decision"])
            used[key] += 1
            first[key] = min(first.get(key, line["at"]), line["at"])
    for key in sorted(used):
        if not options.without or key[3] == "denied":
            sys.stdout.write(f"| {' | '.join(key)} | {used[key]} | {tests.at(first[key])} |\n")
    sys.stdout.write("".join(f"FAILED {name}\n" for name in tests.failed))


if __name__ == "__main__":
    main()
