"""What the local cloud's launcher copies, and in which order: queues never get ahead of the tables."""

import asyncio
import types
from collections.abc import Callable
from typing import Any

import pytest

from infra.local import launcher

CHANGES = {"type": "http", "method": "POST", "headers": [(b"x-amz-target", b"DynamoDB_20120810.PutItem")]}
READS = {"type": "http", "method": "POST", "headers": [(b"x-amz-target", b"DynamoDB_20120810.Query")]}


class Emulator(types.ModuleType):
    """Three services whose state is the number of times each was copied."""

    def __init__(self) -> None:
        super().__init__("emulator")
        self.did: list[str] = []

    def _build_persistence_save_dict(self) -> dict[str, Callable[[], Any]]:
        return {name: lambda name=name: self._copy(name) for name in ("dynamodb", "sqs", "lambda")}

    def _copy(self, name: str) -> dict[str, int]:
        self.did.append(f"copy {name}")
        return {"copies": self.did.count(f"copy {name}")}

    def _json_default(self, value: object) -> str:
        return str(value)

    def save_state(self, name: str, state: object) -> None:
        assert state
        self.did.append(f"write {name}")


@pytest.fixture
def emulator(monkeypatch: pytest.MonkeyPatch) -> Emulator:
    monkeypatch.setattr(launcher, "INTERVAL_SECONDS", 0.01)
    return Emulator()


def after(emulator: Emulator, *scopes: dict[str, Any]) -> list[str]:
    """What was done by the end of the first turn after these requests."""

    async def turn() -> None:
        snapshots = launcher.Snapshots(emulator, emulator)
        snapshots.begin()
        for scope in scopes:
            snapshots.note(scope)
        while not any(done.startswith("write") for done in emulator.did):  # noqa: ASYNC110  # a thread writes
            await asyncio.sleep(0)
        await snapshots.end()

    asyncio.run(turn())
    return emulator.did[:6]


def test_queues_are_copied_before_the_tables_and_written_after_them(emulator: Emulator) -> None:
    assert after(emulator, CHANGES) == [
        "copy lambda",
        "copy sqs",
        "copy dynamodb",
        "write dynamodb",
        "write sqs",
        "write lambda",
    ]


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
def test_only_requests_that_cannot_change_anything_count_as_reading(method: str, target: bytes, reads: bool) -> None:  # noqa: FBT001
    scope = {"type": "http", "method": method, "headers": [(b"x-amz-target", target)]}

    assert launcher.only_reads(scope) is reads
