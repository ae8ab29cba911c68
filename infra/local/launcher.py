"""Run the emulator so that what it acknowledged survives a crash.

Runs inside `.venv-local`, started by `infra.local.cloud`. By itself ministack writes its state only when it is stopped
in order, and never writes DynamoDB stream records although it does write how far each consumer had read. Here the state
is written every two seconds while requests change something, and stream records with it. ministack itself writes bodies
of S3 objects as they arrive. A refreshed token keeps the time of its sign-in, and a link to one version of an object
gives the name to save it under. Policies may say which partition keys of a table they are for. The sign-in pages look
as in the cloud.

A crash must leave the services agreeing with each other, whenever it comes. So all files of a snapshot are written
beside the earlier ones, and count from the moment their folder is renamed; the next start moves them into place. What
consumers have taken (stream positions, queues) is copied *before* the tables: at worst a message is delivered again,
which every consumer allows for.

Uses private names of ministack 1.5.33; `tests/integration/test_durability.py` shows whether they still work.
"""

import asyncio
import copy
import hashlib
import importlib
import json
import logging
import os
import re
import shutil
import signal
import threading
import time
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from functools import lru_cache
from pathlib import Path
from string import Template
from typing import Any, Final

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

Untyped = Any
"""A module of the emulator, which ships no types."""

LEADING_KEYS: Final = "dynamodb:leadingkeys"
PARTITION_KEY: Final = "pk"
"""What both tables call theirs."""
EQUALS: Final = re.compile(r"([#\w]+) = (:\w+)")
TRANSACTED: Final = {"Put": "Item", "Update": "Key", "Delete": "Key", "ConditionCheck": "Key", "Get": "Key"}
TAKEN: Final = ("lambda", "sqs")
"""Services whose state says what consumers have taken; it also moves without any request."""
OK: Final = 200
INTERVAL_SECONDS: Final = 2.0
LONGEST_INTERVAL_SECONDS: Final = 6.0
COST_FACTOR: Final = 3.0
"""Rest at least this many times as long as a snapshot took, within the longest interval."""
BEING_WRITTEN: Final = "snapshot-being-written"
WHOLE: Final = "snapshot"
"""Folders beside the emulator's: a snapshot counts from the moment the first is renamed to the second."""
STREAMS: Final = ("_stream_records", "_stream_trimmed")
READING: Final = ("Get", "BatchGet", "Query", "Scan", "Describe", "List")

log = logging.getLogger("snapshots")


def only_reads(scope: Message) -> bool:
    """Whether a request cannot have changed anything.

    A GET that runs a function counts as reading: what the function writes comes in requests of its own.
    """
    if scope["method"] in {"GET", "HEAD", "OPTIONS"}:
        return True
    target = dict(scope["headers"]).get(b"x-amz-target", b"").decode("latin-1")
    return target.rpartition(".")[2].startswith(READING)


class Snapshots:
    """Copies of the emulator's state, taken on its event loop and written by a thread."""

    def __init__(self, app: Untyped, persistence: Untyped) -> None:
        self._app = app
        self._persistence = persistence
        self._changed = False
        self._written: dict[str, str] = {}
        self._one_at_a_time = asyncio.Lock()
        self._task: asyncio.Task[None] | None = None

    def note(self, scope: Message) -> None:
        """Record that a request was answered."""
        self._changed = self._changed or not only_reads(scope)

    def begin(self) -> None:
        """Start, once; the emulator serves no request before it has restored its state."""
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._repeat())

    async def end(self) -> None:
        """Stop, with no write under way, so that the emulator's own last write is the last."""
        async with self._one_at_a_time:
            if self._task:
                self._task.cancel()

    async def _repeat(self) -> None:
        cost = 0.0
        while True:
            await asyncio.sleep(min(max(INTERVAL_SECONDS, COST_FACTOR * cost), LONGEST_INTERVAL_SECONDS))
            async with self._one_at_a_time:
                began = time.monotonic()
                try:
                    await asyncio.to_thread(self._write, self._copy())
                except (RuntimeError, OSError):  # a thread changed what was being copied, or the disk is full
                    log.info("snapshot put off to the next turn", exc_info=True)
                    self._changed = True
                    self._written.clear()
                cost = time.monotonic() - began

    def _copy(self) -> dict[str, Any]:
        """Copy the services that may have changed, those in `TAKEN` first."""
        sources: dict[str, Callable[[], Any]] = self._app._build_persistence_save_dict()
        others = [name for name in sources if name not in TAKEN] if self._changed else []
        self._changed = False
        taken = [name for name in TAKEN if name in sources]
        states = {name: sources[name]() for name in (*taken, *others)}
        return {name: state for name, state in states.items() if state is not None}

    def _write(self, states: dict[str, Any]) -> None:
        """Write the copies, those in `TAKEN` only when they changed, and make them count all at once."""
        new = {name: state for name, state in states.items() if name not in TAKEN or self._is_news(name, state)}
        if not new:
            return
        folder = Path(self._persistence.STATE_DIR)
        being_written = folder.with_name(BEING_WRITTEN)
        shutil.rmtree(being_written, ignore_errors=True)
        try:
            self._persistence.STATE_DIR = str(being_written)
            for name, state in new.items():
                self._persistence.save_state(name, state)
        finally:
            self._persistence.STATE_DIR = str(folder)
        if len(list(being_written.iterdir())) < len(new):
            raise RuntimeError("a service's state could not be written; the emulator has logged which")
        being_written.rename(folder.with_name(WHOLE))
        put_in_place(folder)

    def _is_news(self, name: str, state: object) -> bool:
        text = json.dumps(state, default=self._persistence._json_default)
        before, self._written[name] = self._written.get(name), text
        return before != text


def put_in_place(folder: Path) -> None:
    """Move the files of a complete snapshot to where the emulator reads them, or finish that after a crash."""
    whole = folder.with_name(WHOLE)
    if not whole.exists():
        return
    folder.mkdir(exist_ok=True)
    for file in whole.iterdir():
        file.replace(folder / file.name)
    whole.rmdir()


def keep_streams(dynamodb: Untyped) -> None:
    """Add stream records to DynamoDB's state; without them consumers' positions point nowhere."""
    save, load = dynamodb.get_state, dynamodb.load_persisted_state

    def get_state() -> dict[str, Any]:
        return {**save(), **{name: copy.deepcopy(getattr(dynamodb, name)) for name in STREAMS}}

    def load_persisted_state(data: dict[str, Any]) -> None:
        load(data)
        for name in STREAMS:
            getattr(dynamodb, name).update(data[name])

    dynamodb.get_state = get_state
    dynamodb.load_persisted_state = load_persisted_state


def hash_code_once(functions: Untyped) -> None:
    """Hash each function's code once rather than at every snapshot: it is tens of megabytes."""
    write = functions._write_code_blob

    @lru_cache(maxsize=32)
    def digest(code: bytes) -> str:
        return hashlib.sha256(code).hexdigest()

    def write_code_blob(code: bytes) -> str:
        kept = Path(functions.CODE_BLOB_DIR, f"{digest(code)}.zip")
        return kept.stem if kept.exists() else write(code)

    functions._write_code_blob = write_code_blob


def keep_sign_in_times(cognito: Untyped) -> None:
    """Keep the time of sign-in in refreshed tokens, as Cognito does and the page's library requires.

    The times are kept while the emulator runs; after a restart people are asked to sign in again.
    """
    sign = cognito._signed_jwt
    signed_in: dict[str, int] = {}

    def signed_jwt(claims: dict[str, Any], *pool_and_use: str) -> str:
        if "auth_time" in claims and "origin_jti" in claims:
            claims["auth_time"] = signed_in.setdefault(claims["origin_jti"], claims["auth_time"])
        return sign(claims, *pool_and_use)

    cognito._signed_jwt = signed_jwt


def with_snapshots(app: App, snapshots: Snapshots) -> App:
    """Wrap the emulator: snapshots begin with its first request and end before it shuts down."""

    async def wrapped(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":

            async def receive_when_quiet() -> Message:
                message = await receive()
                if message["type"] == "lifespan.shutdown":
                    await snapshots.end()
                return message

            await app(scope, receive_when_quiet, send)
            return
        snapshots.begin()
        await app(scope, receive, send)
        if scope["type"] == "http":
            snapshots.note(scope)

    return wrapped


def stop_with_parent() -> None:
    """Stop when standard input ends, so that a killed parent leaves no process holding the port."""
    while os.read(0, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def name_versions(s3: Untyped) -> None:
    """Let a link to one version of an object set its file name, as AWS does; the emulator does it for the latest."""
    get_object = s3._get_object

    def named(bucket: str, key: str, headers: Untyped, query: Untyped = None) -> Untyped:
        status, answered, body = get_object(bucket, key, headers, query)
        if status == OK:
            s3._apply_response_overrides(answered, query or {})
        return status, answered, body

    s3._get_object = named


def keys_named(request: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """The partition keys in a DynamoDB request: the action on each if it is a transaction's, its table and the key."""
    for entry in request.get("TransactItems", []):
        for member, part in entry.items():
            name = "ConditionCheckItem" if member == "ConditionCheck" else f"{member}Item"
            yield f"dynamodb:{name}", part["TableName"], part[TRANSACTED[member]].get(PARTITION_KEY)
    for table, asked in request.get("RequestItems", {}).items():
        for key in (
            asked["Keys"] if "Keys" in asked else [(one.get("PutRequest") or one["DeleteRequest"]) for one in asked]
        ):
            yield "", table, (key.get("Item") or key.get("Key") or key).get(PARTITION_KEY)
    table = request.get("TableName", "")
    for part in ("Key", "Item"):
        if part in request:
            yield "", table, request[part].get(PARTITION_KEY)
    names = request.get("ExpressionAttributeNames", {})
    for name, value in EQUALS.findall(request.get("KeyConditionExpression", "")):
        if names.get(name, name) == PARTITION_KEY:
            yield "", table, request["ExpressionAttributeValues"][value]


def give_leading_keys(actions: Untyped, evaluator: Untyped) -> None:
    """Give conditions the partition keys that a DynamoDB request names, those of the action and table in question."""
    context_of, resolve = actions.dynamodb_service_context, evaluator._resolve_condition_key

    def context(body: bytes) -> dict[str, Any]:
        try:
            return {**context_of(body), LEADING_KEYS: list(keys_named(json.loads(body)))}
        except (ValueError, KeyError, AttributeError, TypeError):
            return context_of(body)

    def resolved(key: str, asked: Untyped) -> Untyped:
        if key.lower() != LEADING_KEYS:
            return resolve(key, asked)
        table = asked.resource_arn.partition("table/")[2].partition("/")[0]
        found = [
            key["S"]
            for action, name, key in asked.service_context.get(LEADING_KEYS, [])
            if key and action in {"", asked.action} and name.rpartition("/")[2] == table
        ]
        return found or None

    actions.dynamodb_service_context, evaluator._resolve_condition_key = context, resolved


def show_our_look(cognito: Untyped, provisioners: Untyped) -> None:
    """Accept the look of the sign-in pages in a template, and show the pages so; the emulator knows one look only."""
    page = Template(Path(__file__).with_name("sign_in.html").read_text())

    def shell(title: str, heading: str, body: str) -> str:
        return page.substitute(title=title, heading=heading, body=body.replace(">Username<", ">Email address<"))

    def create(name: str, look: dict[str, Any], _stack: str) -> tuple[str, dict[str, str]]:
        return f"{look['UserPoolId']}|{name}", {"ManagedLoginBrandingId": name}

    def delete(_id: str, _look: dict[str, Any]) -> None:
        """There is nothing to delete."""

    cognito._page_shell = shell
    handlers = provisioners._RESOURCE_HANDLERS
    handlers["AWS::Cognito::ManagedLoginBranding"] = {"create": create, "delete": delete}


def main() -> None:
    """Serve until told to stop."""
    put_in_place(Path(os.environ["STATE_DIR"]))
    emulator: Untyped = importlib.import_module("ministack.app")
    keep_streams(importlib.import_module("ministack.services.dynamodb"))
    cognito = importlib.import_module("ministack.services.cognito")
    keep_sign_in_times(cognito)
    show_our_look(cognito, importlib.import_module("ministack.services.cloudformation.provisioners"))
    name_versions(importlib.import_module("ministack.services.s3"))
    give_leading_keys(*map(importlib.import_module, ("ministack.core.iam_actions", "ministack.core.iam_evaluator")))
    hash_code_once(importlib.import_module("ministack.services.lambda_svc"))
    snapshots = Snapshots(emulator, importlib.import_module("ministack.core.persistence"))
    emulator.app = with_snapshots(emulator.app, snapshots)
    threading.Thread(target=stop_with_parent, daemon=True).start()
    emulator.main()


if __name__ == "__main__":
    main()
