"""Checks each file as soon as it is in the uploads bucket."""

import json
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import EventType
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from centremark.adapters.codec.object_keys import upload_of_key
from centremark.bootstrap import services
from centremark.handlers.consumers.batches import each

logger = Logger()


def check(record: SQSRecord) -> None:
    """Check the file of an "Object Created" event; a repeat changes nothing."""
    upload = services().check_file(upload_of_key(json.loads(record.body)["detail"]["object"]["key"]))
    logger.info("file_checked", extra={"state": upload.state, "lines": upload.lines, "bad": upload.bad})


@logger.inject_lambda_context
def handler(event: dict[str, Any], context: LambdaContext) -> PartialItemFailureResponse:
    """Check a batch of files; one that fails is delivered again, and ends in the dead-letter queue."""
    return each(EventType.SQS, event, context, check)
