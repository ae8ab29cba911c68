"""Tables, buckets and queues in process, single-threaded; no test here reaches a network."""

import copyreg
from collections.abc import Callable, Iterator
from copy import deepcopy
from threading import Condition
from typing import Any, Final

import pytest
from moto import mock_aws
from moto.core.models import DEFAULT_ACCOUNT_ID, MockAWS
from moto.dynamodb.models import dynamodb_backends
from moto.events.models import events_backends
from moto.s3.models import s3_backends
from moto.sqs.models import sqs_backends

from centremark import bootstrap
from centremark.adapters import aws
from centremark.settings import Settings
from tests.support.beginning import BeginWith
from tests.support.builders import SHEET, a_candidate, a_centre, a_series, an_assessment
from tests.support.entering import enter_candidates

REGION: Final = "eu-west-2"
ENVIRONMENT = {
    "AWS_DEFAULT_REGION": REGION,
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "AWS_ACCOUNT_ID_ENDPOINT_MODE": "disabled",
    "POWERTOOLS_SERVICE_NAME": "centremark",
    "CENTREMARK_MARKS_TABLE": "marks",
    "CENTREMARK_LEDGER_TABLE": "ledger",
    "CENTREMARK_BUS": "bus",
    "CENTREMARK_INTAKE_BUCKET": "intake",
    "CENTREMARK_REPORTS_BUCKET": "reports",
    "CENTREMARK_UPLOADS_BUCKET": "uploads",
    "CENTREMARK_RENDER_QUEUE": "https://sqs.eu-west-2.amazonaws.com/123456789012/render",
    "CENTREMARK_WEBHOOK_QUEUE": "https://sqs.eu-west-2.amazonaws.com/123456789012/webhook",
    "CENTREMARK_WEBHOOK_TARGETS": "public",
    "CENTREMARK_MAIL_QUEUE": "https://sqs.eu-west-2.amazonaws.com/123456789012/mail.fifo",
    "CENTREMARK_USER_POOL": "eu-west-2_people",
    "CENTREMARK_MAIL_FROM": "marks@board.example",
    "CENTREMARK_MAIL_CONFIGURATION": "mail",
    "CENTREMARK_ORIGIN": "https://marks.example",
}


def client(service: str) -> Any:
    """The functions' own client of a service."""
    return aws.client(service)


@pytest.fixture(scope="session")
def _in_process() -> Iterator[MockAWS]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in ENVIRONMENT.items():
            patch.setenv(name, value)
        with mock_aws() as mock:
            yield mock


copyreg.pickle(Condition, lambda _: (Condition, ()))  # a copied queue has a lock of its own


class Scene:
    """What the services in process hold, kept once; to put it back is twenty times as quick as to make it anew."""

    def __init__(self, mock: MockAWS) -> None:
        self._mock = mock
        self._kept = deepcopy(held())

    def set(self) -> None:
        """Make everything as it was when it was kept."""
        self._mock.reset()
        for now, kept in zip(held(), deepcopy(self._kept), strict=True):
            now.update(kept)


def held() -> list[dict[str, Any]]:
    """What each service holds, as moto keeps it."""
    regional = (dynamodb_backends, events_backends, sqs_backends)
    backends = [s3_backends[DEFAULT_ACCOUNT_ID]["aws"], *(of[DEFAULT_ACCOUNT_ID][REGION] for of in regional)]
    return [vars(backend) for backend in backends]


@pytest.fixture(scope="session")
def _empty(_in_process: MockAWS) -> Scene:
    _in_process.reset()
    keys = [("pk", "HASH"), ("sk", "RANGE")]
    for table in ("marks", "ledger"):
        client("dynamodb").create_table(
            TableName=table,
            BillingMode="PAY_PER_REQUEST",
            AttributeDefinitions=[{"AttributeName": name, "AttributeType": "S"} for name, _ in keys],
            KeySchema=[{"AttributeName": name, "KeyType": kind} for name, kind in keys],
        )
    for bucket in ("intake", "reports", "uploads"):
        client("s3").create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
    client("s3").put_bucket_versioning(Bucket="uploads", VersioningConfiguration={"Status": "Enabled"})
    for queue in ("render", "webhook"):
        client("sqs").create_queue(QueueName=queue)
    client("sqs").create_queue(QueueName="mail.fifo", Attributes={"FifoQueue": "true"})
    client("events").create_event_bus(Name="bus")
    return Scene(_in_process)


@pytest.fixture(scope="session")
def _furnished(_in_process: MockAWS, _empty: Scene) -> Scene:
    _empty.set()
    made = bootstrap.wire(Settings())
    for item in (a_series(), a_centre(), an_assessment()):
        made.catalogue.put(item)
    enter_candidates(made, SHEET, [a_candidate(1001), a_candidate(1002), a_candidate(1003)])
    return Scene(_in_process)


@pytest.fixture
def aws_in_process(_empty: Scene) -> None:
    """Every resource the functions name, empty."""
    _empty.set()


@pytest.fixture
def services(_furnished: Scene) -> bootstrap.Services:
    """Every use case over the tables, with a board, a centre, an assessment and three candidates."""
    _furnished.set()
    return bootstrap.wire(Settings())


@pytest.fixture(scope="session")
def _begun() -> dict[Callable[[bootstrap.Services], Any], tuple[Scene, Any]]:
    return {}


@pytest.fixture
def begin_with(
    _furnished: Scene,
    _in_process: MockAWS,
    _begun: dict[Callable[[bootstrap.Services], Any], tuple[Scene, Any]],
    services: bootstrap.Services,
) -> BeginWith:
    """The same with more in it."""

    def begin[T](furnish: Callable[[bootstrap.Services], T]) -> T:
        if furnish in _begun:
            scene, given = _begun[furnish]
            scene.set()
            return given
        _furnished.set()
        given = furnish(services)
        _begun[furnish] = Scene(_in_process), given
        return given

    return begin
