"""The local cloud's snapshots: queues never get ahead of the tables, and a snapshot counts whole or not at all."""

import asyncio
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from infra.local import launcher

CHANGES = {"type": "http", "method": "POST", "headers": [(b"x-amz-target", b"DynamoDB_20120810.PutItem")]}
READS = {"type": "http", "method": "POST", "headers": [(b"x-amz-target", b"DynamoDB_20120810.Query")]}


class Emulator(types.ModuleType):
    """Three services whose state is the number of times each was copied; that of `unwritable` cannot be written."""

    def __init__(self, folder: Path) -> None:
        super().__init__("emulator")
        self.STATE_DIR = str(folder)
        self.did: list[str] = []
        self.unwritable = ""

    def _build_persistence_save_dict(self) -> dict[str, Callable[[], Any]]:
        return {name: lambda name=name: self._copy(name) for name in ("dynamodb", "sqs", "lambda")}

    def _copy(self, name: str) -> dict[str, int]:
        self.did.append(f"copy {name}")
        return {"copies": self.did.count(f"copy {name}")}

    def _json_default(self, value: object) -> str:
        return str(value)

    def save_state(self, name: str, state: object) -> None:
        self.did.append(f"write {name}")
        folder = Path(self.STATE_DIR)
        folder.mkdir(exist_ok=True)
        if name != self.unwritable:
            (folder / f"{name}.json").write_text(str(state))


@pytest.fixture
def emulator(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Emulator:
    monkeypatch.setattr(launcher, "INTERVAL_SECONDS", 0.01)
    return Emulator(tmp_path / "services")


def after(emulator: Emulator, *scopes: dict[str, Any]) -> list[str]:
    """What was done by the end of the first turn after these requests."""

    async def turn() -> None:
        snapshots = launcher.Snapshots(emulator, emulator)
        snapshots.begin()
        for scope in scopes:
            snapshots.note(scope)
        async with asyncio.timeout(60):
            while not any(done.startswith("write") for done in emulator.did):  # noqa: ASYNC110  # a thread writes
                await asyncio.sleep(0)
        await snapshots.end()

    asyncio.run(turn())
    return emulator.did[:6]


def test_queues_are_copied_before_the_tables(emulator: Emulator) -> None:
    assert after(emulator, CHANGES)[:3] == ["copy lambda", "copy sqs", "copy dynamodb"]


def test_a_snapshot_is_where_the_emulator_reads_it_and_nothing_else_is_left(emulator: Emulator, tmp_path: Path) -> None:
    after(emulator, CHANGES)

    assert sorted(file.name for file in tmp_path.rglob("*")) == ["dynamodb.json", "lambda.json", "services", "sqs.json"]


def test_a_snapshot_with_a_service_that_cannot_be_written_changes_nothing(emulator: Emulator, tmp_path: Path) -> None:
    emulator.unwritable = "lambda"

    after(emulator, CHANGES)

    assert not (tmp_path / "services").exists()


def test_a_snapshot_that_was_whole_when_the_power_was_cut_is_put_in_place_at_the_next_start(tmp_path: Path) -> None:
    services, whole = tmp_path / "services", tmp_path / launcher.WHOLE
    for folder, moment in ((services, "before"), (whole, "after")):
        folder.mkdir()
        for name in ("dynamodb", "lambda"):
            (folder / f"{name}.json").write_text(moment)
    (whole / "dynamodb.json").replace(services / "dynamodb.json")

    launcher.put_in_place(services)

    assert {file.read_text() for file in services.iterdir()} == {"after"}
    assert not whole.exists()


def test_reading_costs_no_copy_of_the_tables(emulator: Emulator) -> None:
    assert not {"copy dynamodb", "write dynamodb"} & set(after(emulator, READS, {**READS, "method": "GET"}))


@pytest.mark.parametrize(
    ("method", "target", "reads"),
    [
        ("GET", b"", True),
        ("PUT", b"", False),
        ("POST", b"", False),
        ("POST", b"DynamoDB_20120810.BatchGetItem", True),
        ("POST", b"DynamoDB_20120810.TransactWriteItems", False),
        ("POST", b"AmazonSQS.ReceiveMessage", False),
        ("POST", b"AWSCognitoIdentityProviderService.AdminCreateUser", False),
    ],
)
def test_only_requests_that_cannot_change_anything_count_as_reading(method: str, target: bytes, reads: bool) -> None:
    scope = {"type": "http", "method": method, "headers": [(b"x-amz-target", target)]}

    assert launcher.only_reads(scope) is reads
