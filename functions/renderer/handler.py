"""Reads the render queue and writes PDFs; this function contains the typesetter."""

import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

import botocore.session
from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response  # pyright: ignore[reportUnknownVariableType]
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from printing import place_of, render

logger = Logger()


@cache
def s3() -> Any:  # noqa: ANN401  # botocore makes its clients' methods at run time
    """The process's one S3 client."""
    return botocore.session.get_session().create_client("s3")


@dataclass(frozen=True, slots=True)
class Order:
    """What a message asks for: the keys of the model, of its PDF, and of the record if printing fails."""

    model: str
    report: str
    failure: str


def print_one(record: SQSRecord) -> None:
    """Print what a message asks for; if that fails, the bucket records when and the log why."""
    try:
        order = Order(**json.loads(record.body))
    except (TypeError, ValueError) as error:
        log_failure(error, message_id=record.message_id)
        raise
    try:
        _print(order)
    except Exception as error:
        log_failure(error, report=order.report)
        told = {"at": datetime.now(UTC).isoformat(), "cause": type(error).__name__}
        _put(order.failure, json.dumps(told).encode(), "application/json")
        raise


def log_failure(error: Exception, **about: str) -> None:
    """Log an error by its kind and place; its message may contain a name or a mark."""
    logger.error("print_failed", extra={"cause": type(error).__name__, "place": place_of(error), **about})


def _print(order: Order) -> None:
    """Render a model to the key its order names; the same order again writes the same bytes."""
    model = json.loads(s3().get_object(Bucket=_bucket(), Key=order.model)["Body"].read())
    report = render(model)
    if not (report.conforms and report.whole):
        logger.warning("glyphs_missing", extra={"report": order.report})
    _put(order.report, report.pdf, "application/pdf")
    logger.info("report_printed", extra={"layout": model["layout"], "bytes": len(report.pdf)})


def _put(key: str, body: bytes, kind: str) -> None:
    s3().put_object(Bucket=_bucket(), Key=key, Body=body, ContentType=kind)


def _bucket() -> str:
    return os.environ["CENTREMARK_REPORTS_BUCKET"]


@logger.inject_lambda_context
def handler(event: dict[str, Any], context: LambdaContext) -> PartialItemFailureResponse:
    """Print a batch of orders; one that fails is delivered again, and ends in the dead-letter queue."""
    processor = BatchProcessor(EventType.SQS, raise_on_entire_batch_failure=False)
    return process_partial_response(event, print_one, processor, context)
