"""Render queue in, PDFs out: the function that carries the typesetter."""

import json
import os
from functools import cache
from typing import Any

import botocore.session
from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response  # pyright: ignore[reportUnknownVariableType]
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from printing import render

logger = Logger()


@cache
def s3() -> Any:  # noqa: ANN401  # botocore makes its clients' methods at run time
    """The process's one S3 client."""
    return botocore.session.get_session().create_client("s3")


def print_one(record: SQSRecord) -> None:
    """Render the model a message names to the file it names; the same message again writes the same bytes."""
    message = json.loads(record.body)
    bucket = os.environ["CENTREMARK_REPORTS_BUCKET"]
    model = json.loads(s3().get_object(Bucket=bucket, Key=message["model"])["Body"].read())
    report = render(model)
    if not report.conforms:
        logger.warning("glyphs_missing", extra={"report": message["report"]})
    s3().put_object(Bucket=bucket, Key=message["report"], Body=report.pdf, ContentType="application/pdf")
    logger.info("report_printed", extra={"layout": model["layout"], "bytes": len(report.pdf)})


@logger.inject_lambda_context
def handler(event: dict[str, Any], context: LambdaContext) -> PartialItemFailureResponse:
    """Print a batch of reports; one that fails comes again, and in the end rests in the dead-letter queue."""
    processor = BatchProcessor(EventType.SQS, raise_on_entire_batch_failure=False)
    return process_partial_response(event, print_one, processor, context)
