"""Writes submitted marks to the board's intake, and confirms them."""

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import EventType
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from centremark.bootstrap import services
from centremark.handlers.consumers.batches import each
from centremark.handlers.consumers.bus_events import detail_of, sheet_of

logger = Logger()


def take_in(record: SQSRecord) -> None:
    """Confirm the submission of a MarksSubmitted event; a repeat changes nothing.

    Marks of late entries may extend a sample that was already requested.
    """
    detail = detail_of(record)
    match detail["submission"]:
        case {"number": int(number)}:
            sheet = services().confirm_submission(sheet_of(detail), number)
            services().top_up_sample(sheet.id)
            logger.info("submission_confirmed", extra={"version": sheet.version})
        case _:
            raise ValueError("a MarksSubmitted event names its submission's number")


@logger.inject_lambda_context
def handler(event: dict[str, Any], context: LambdaContext) -> PartialItemFailureResponse:
    """Confirm a batch of submissions; one that fails is delivered again, and ends in the dead-letter queue."""
    return each(EventType.SQS, event, context, take_in)
