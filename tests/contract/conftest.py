"""Tables, buckets and queues in process, single-threaded; no test here reaches a network."""

from collections.abc import Iterator
from typing import Any

import pytest
from moto import mock_aws
from moto.core.models import MockAWS

from centremark import bootstrap
from centremark.adapters import aws
from centremark.settings import Settings
from tests.support.builders import SHEET, a_candidate, a_centre, a_series, an_assessment
from tests.support.entering import enter_candidates

ENVIRONMENT = {
    "AWS_DEFAULT_REGION": "eu-west-2",
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
    "CENTREMARK_MAIL_FROM": "marks@board.example",
    "CENTREMARK_MAIL_CONFIGURATION": "mail",
    "CENTREMARK_ORIGIN": "https://marks.example",
}


def client(service: str) -> Any:  # noqa: ANN401  # botocore makes its clients' methods at run time
    """The functions' own client of a service."""
    return aws.client(service)


@pytest.fixture(scope="session")
def _in_process() -> Iterator[MockAWS]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in ENVIRONMENT.items():
            patch.setenv(name, value)
        with mock_aws() as mock:
            yield mock


@pytest.fixture
def aws_in_process(_in_process: MockAWS) -> None:
    """Every resource the functions name, empty."""
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
        client("s3").create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-west-2"})
    client("s3").put_bucket_versioning(Bucket="uploads", VersioningConfiguration={"Status": "Enabled"})
    for queue in ("render", "webhook"):
        client("sqs").create_queue(QueueName=queue)
    client("sqs").create_queue(QueueName="mail.fifo", Attributes={"FifoQueue": "true"})
    client("events").create_event_bus(Name="bus")


@pytest.fixture
def services(aws_in_process: None) -> bootstrap.Services:  # noqa: ARG001
    """Every use case over the tables, with a board, a centre, an assessment and three candidates."""
    made = bootstrap.wire(Settings.from_env())
    for item in (a_series(), a_centre(), an_assessment()):
        made.catalogue.put(item)
    enter_candidates(made, SHEET, [a_candidate(1001), a_candidate(1002), a_candidate(1003)])
    return made
