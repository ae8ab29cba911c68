"""Makes models for the renderer: a report after each submission, confirmation or request, slips on request."""

from datetime import date
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import EventType
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from centremark.bootstrap import services
from centremark.handlers.consumers.batches import each
from centremark.handlers.consumers.bus_events import detail_of, sheet_of
from centremark.usecases.prints.orders import ReportOrder, SlipsOrder

logger = Logger()


def prepare(record: SQSRecord) -> None:
    """Prepare the slips that an event requests, or the report of the sheet it is about."""
    detail = detail_of(record)
    match detail:
        case {"slips": {"group": str() | None as group, "review_by": str(review_by)}}:
            services().make_print(SlipsOrder(sheet_of(detail), group, date.fromisoformat(review_by)))
            logger.info("slips_prepared")
        case {"slips": _}:
            raise ValueError("a SlipsRequested event names a group or none, and a date")
        case _:
            services().make_print(ReportOrder(sheet_of(detail)))
            logger.info("report_prepared")


@logger.inject_lambda_context
def handler(event: dict[str, Any], context: LambdaContext) -> PartialItemFailureResponse:
    """Prepare a batch of prints; one that fails is delivered again, and ends in the dead-letter queue."""
    return each(EventType.SQS, event, context, prepare)
