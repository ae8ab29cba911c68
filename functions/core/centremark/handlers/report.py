"""Report models for the renderer, whenever a sheet was submitted or confirmed, or someone asked."""

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import EventType
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from centremark.bootstrap import services
from centremark.handlers.batches import each
from centremark.handlers.bus_events import detail_of, sheet_of

logger = Logger()


def prepare(record: SQSRecord) -> None:
    """Prepare the report of the sheet an event is about."""
    services().print_report(sheet_of(detail_of(record)))
    logger.info("report_prepared")


@logger.inject_lambda_context
def handler(event: dict[str, Any], context: LambdaContext) -> PartialItemFailureResponse:
    """Prepare a batch of reports; one that fails comes again, and in the end rests in the dead-letter queue."""
    return each(EventType.SQS, event, context, prepare)
