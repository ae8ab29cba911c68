"""What a first save costs a fresh process: `python -m tests.bench.start_cost` after `make build`.

CPU from the handler's import to the answer of a first PATCH, over what Lambda's runtime has loaded: for the artifact,
and for the same libraries used as their quick starts show (Powertools, a pynamodb model for each item, boto3), as
`sam build` ships them, without bytecode. Both ask one DynamoDB on this machine, whose CPU is not counted. The least of
interleaved fresh processes; milliseconds vary between machines, ratios much less. Further artifacts may be named.
"""

import json
import os
import subprocess
import sys
from base64 import b64decode, b64encode
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import distribution
from pathlib import Path
from shutil import copy2
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any, Final

from moto import mock_aws

from centremark import bootstrap
from centremark.adapters import aws
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import Role
from centremark.settings import Settings
from tests.contract.conftest import ENVIRONMENT
from tests.support.builders import CENTRE, SHEET, a_candidate, a_centre, a_series, an_assessment
from tests.support.entering import enter_candidates
from tests.support.http_api import SUBJECT

ROOT: Final = Path(__file__).parents[2]
ARTIFACT: Final = ROOT / ".aws-sam/units/core"
ROUNDS: Final = 10
NAIVE: Final = ("boto3", "pynamodb", "aws-lambda-powertools", "pydantic")
BESIDE_THEM: Final = (
    *("botocore", "s3transfer", "jmespath", "python-dateutil", "six", "urllib3", "typing_extensions"),
    *("pydantic_core", "annotated-types", "typing-inspection"),
)
START: Final = """
import json, logging, os, sys, time, traceback, http.client, decimal, concurrent.futures
event = json.loads(sys.argv[3])
class Context:
    function_name, memory_limit_in_mb, aws_request_id = "function", 1024, "request"
    invoked_function_arn = "arn:aws:lambda:eu-west-2:123456789012:function:function"
sys.path.insert(0, sys.argv[1])
before, began = set(sys.modules), time.process_time()
handler = __import__(sys.argv[2], fromlist=["handler"]).handler
loaded = time.process_time()
answer = handler(event, Context())
done = time.process_time()
assert answer["statusCode"] == 200, answer
print(json.dumps([(loaded - began) * 1e3, (done - loaded) * 1e3, len(set(sys.modules) - before)]), file=sys.stderr)
"""
NAIVE_HANDLER: Final = """
import os
from datetime import UTC, datetime
from typing import Annotated, Any

import boto3
from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver
from pydantic import BaseModel, Field
from pynamodb.attributes import JSONAttribute, NumberAttribute, UnicodeAttribute, UTCDateTimeAttribute
from pynamodb.connection import Connection
from pynamodb.models import Model
from pynamodb.transactions import TransactWrite

HOST = os.environ["AWS_ENDPOINT_URL_DYNAMODB"]
logger, metrics = Logger(), Metrics(namespace="marks")
events = boto3.client("events")
app = APIGatewayHttpResolver(enable_validation=True)


class MemberItem(Model):
    class Meta:
        table_name, region, host = "marks", "eu-west-2", HOST
    pk, sk = UnicodeAttribute(hash_key=True), UnicodeAttribute(range_key=True)
    name, roles = UnicodeAttribute(), JSONAttribute()


class AssessmentItem(Model):
    class Meta:
        table_name, region, host = "marks", "eu-west-2", HOST
    pk, sk = UnicodeAttribute(hash_key=True), UnicodeAttribute(range_key=True)
    title, maximum, deadline = UnicodeAttribute(), NumberAttribute(null=True), UTCDateTimeAttribute()


class SheetItem(Model):
    class Meta:
        table_name, region, host = "marks", "eu-west-2", HOST
    pk, sk = UnicodeAttribute(hash_key=True), UnicodeAttribute(range_key=True)
    turn, rows = NumberAttribute(attr_name="v"), JSONAttribute(attr_name="r")


class FactItem(Model):
    class Meta:
        table_name, region, host = "ledger", "eu-west-2", HOST
    pk, sk = UnicodeAttribute(hash_key=True), UnicodeAttribute(range_key=True)
    at, body = UTCDateTimeAttribute(), JSONAttribute()


class Outcome(BaseModel):
    kind: str
    mark: Annotated[int, Field(ge=0)] | None = None


class Row(BaseModel):
    candidate: str
    revision: int
    outcome: Outcome


class Save(BaseModel):
    rows: Annotated[list[Row], Field(min_length=1, max_length=1000)]


class Saved(BaseModel):
    version: int
    rows: list[Row]


@app.patch("/v1/sheets/<sheet>/marks")
def enter_marks(sheet: str, body: Save) -> Saved:
    series, centre, code = sheet.split(".")
    member = MemberItem.get("MEMBER#" + app.current_event.request_context.authorizer.jwt_claim["sub"], "MEMBER")
    assert centre in member.roles
    AssessmentItem.get(f"CATALOGUE#{series}", code.replace("-", "/"))
    found = SheetItem.get(f"C#{series}#{centre}", "SHEET#" + code.replace("-", "/"), consistent_read=True)
    rows = found.rows | {row.candidate: [row.outcome.mark] for row in body.rows}
    version = int(found.turn) + 1
    with TransactWrite(connection=Connection(region="eu-west-2", host=HOST)) as transaction:
        changes = [SheetItem.turn.set(version), SheetItem.rows.set(rows)]
        transaction.update(found, actions=changes, condition=SheetItem.turn == version - 1)
        fact = FactItem(sheet, f"{version:08d}", at=datetime.now(UTC), body=body.model_dump())
        transaction.save(fact, condition=FactItem.pk.does_not_exist())
    logger.info("marks_saved", extra={"version": version})
    return Saved(version=version, rows=body.rows)


@logger.inject_lambda_context
def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return app.resolve(event, context)
"""
BODY: Final = {"rows": [{"candidate": "1001", "revision": 0, "outcome": {"kind": "mark", "mark": 40}}]}
EVENT: Final[dict[str, Any]] = {
    "version": "2.0",
    "rawPath": f"/v1/sheets/{SHEET}/marks",
    "rawQueryString": "",
    "headers": {"content-type": "application/json", "idempotency-key": "key-00000001"},
    "requestContext": {
        "http": {"method": "PATCH", "path": f"/v1/sheets/{SHEET}/marks"},
        "requestId": "request",
        "stage": "$default",
        "authorizer": {"jwt": {"claims": {"sub": SUBJECT, "token_use": "access", "username": "asha"}}},
    },
    "body": json.dumps(BODY),
    "isBase64Encoded": False,
}


class Tables(BaseHTTPRequestHandler):
    """DynamoDB's protocol before moto; what is written is forgotten, so that each process finds the same."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Answer one operation."""
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])), object_hook=_unpacked)
        operation = self.headers["X-Amz-Target"].partition(".")[2]
        answer: dict[str, Any] = {}
        if operation not in {"TransactWriteItems", "PutItem"}:
            answer = aws.client("dynamodb")._make_api_call(operation, asked)  # noqa: SLF001
            answer.pop("ResponseMetadata", None)
        body = json.dumps(answer, default=lambda value: b64encode(value).decode()).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/x-amz-json-1.0")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name there
        """Say nothing."""


def _unpacked(value: dict[str, Any]) -> dict[str, Any]:
    return {name: b64decode(held) if name == "B" and isinstance(held, str) else held for name, held in value.items()}


@contextmanager
def tables() -> Generator[str]:
    """A board with a mark sheet and someone who may enter marks, at an address."""
    os.environ.update(ENVIRONMENT)
    with mock_aws():
        keys = [("pk", "HASH"), ("sk", "RANGE")]
        for table in ("marks", "ledger"):
            aws.client("dynamodb").create_table(
                TableName=table,
                BillingMode="PAY_PER_REQUEST",
                AttributeDefinitions=[{"AttributeName": name, "AttributeType": "S"} for name, _ in keys],
                KeySchema=[{"AttributeName": name, "KeyType": kind} for name, kind in keys],
            )
        services = bootstrap.wire(Settings())
        for item in (a_series(), a_centre(), an_assessment()):
            services.catalogue.put(item)
        enter_candidates(services, SHEET, [a_candidate(1001), a_candidate(1002), a_candidate(1003)])
        services.members.put(Member(SUBJECT, "Asha Patel", {CENTRE: frozenset({Role.ENTER})}))
        server = ThreadingHTTPServer(("127.0.0.1", 0), Tables)
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def as_sam_ships(target: Path) -> None:
    """Put the naive handler and its libraries in a folder, without bytecode and with every service's description."""
    for name in (*NAIVE, *BESIDE_THEM):
        held = distribution(name)
        for file in held.files or ():
            if ".." not in file.parts and file.suffix != ".pyc":
                (target / file).parent.mkdir(parents=True, exist_ok=True)
                copy2(str(held.locate_file(file)), target / file)
    (target / "naive.py").write_text(NAIVE_HANDLER)


def spent(folder: Path, handler: str, address: str) -> tuple[float, float, int]:
    """CPU milliseconds of the import and of the first answer, and how many modules both loaded."""
    done = subprocess.run(  # our own program
        [sys.executable, "-I", "-S", "-B", "-c", START, str(folder), handler, json.dumps(EVENT)],
        env=ENVIRONMENT | {"AWS_ENDPOINT_URL_DYNAMODB": address, "AWS_EC2_METADATA_DISABLED": "true"},
        check=True,
        capture_output=True,
        text=True,
    )
    loading, answering, modules = json.loads(done.stderr.splitlines()[-1])
    return loading, answering, modules


def main() -> None:
    """Print the table."""
    with TemporaryDirectory() as made, tables() as address:
        as_sam_ships(Path(made))
        stacks = [("naive", Path(made), "naive")]
        stacks += [(str(at), at, "centremark.handlers.api.sheets") for at in (ARTIFACT, *map(Path, sys.argv[1:]))]
        runs = [[spent(at, handler, address) for _, at, handler in stacks] for _ in range(ROUNDS)]
    least = [min(tries, key=lambda run: run[0] + run[1]) for tries in zip(*runs, strict=True)]
    naive = least[0][0] + least[0][1]
    print(f"{'ms to import':>12} {'to answer':>10} {'together':>9} {'naive is':>9} {'modules':>8}")  # noqa: T201
    for (name, _, _), (loading, answering, modules) in zip(stacks, least, strict=True):
        both = loading + answering
        print(f"{loading:12.0f} {answering:10.0f} {both:9.0f} {naive / both:8.1f}x {modules:8}  {name}")  # noqa: T201


if __name__ == "__main__":
    main()
