"""Delivers events to centres' own systems; a failed attempt is repeated at growing intervals."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import EventType
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from centremark.bootstrap import services
from centremark.handlers.consumers.batches import each
from centremark.handlers.consumers.bus_events import detail_of, sheet_of
from centremark.usecases.webhooks.tell_centre import Happened

ENVELOPE: Final = frozenset({"id", "name", "at"})
"""What a message says of itself; the rest of an event is its data: numbers, states and days, never names or marks."""
KEPT_BACK: Final = "release_at"
"""What only the board's own systems get of moderation: that there is an outcome, before the centre may know."""

logger = Logger()


class NotYetDelivered(Exception):
    """The message goes back into its queue until the next attempt."""


def tell(record: SQSRecord) -> None:
    """Deliver an event to its centre; raises `NotYetDelivered` after scheduling the next attempt."""
    detail = detail_of(record)
    sheet = sheet_of(detail)
    happened = Happened(
        id=str(detail["id"]),
        name=str(detail["name"]),
        centre=sheet.centre,
        at=datetime.fromisoformat(str(detail["at"])),
        data=_data(detail) | {"sheet": str(sheet)},
    )
    tried = services().tell_centre(happened)
    if tried is None:
        return
    logger.info(
        "webhook_tried",
        extra={
            "centre": sheet.centre,
            "webhook_message": tried.id,
            "type": tried.type,
            "try": len(tried.tries),
            "status": tried.tries[-1].status,
            "state": tried.state,
            "next_in_seconds": tried.pause and int(tried.pause.total_seconds()),
        },
    )
    if tried.pause:
        services().ports.retries.after(record.receipt_handle, tried.pause)
        raise NotYetDelivered


def _data(detail: Mapping[str, Any]) -> dict[str, Any]:
    data = {name: value for name, value in detail.items() if name not in ENVELOPE}
    if moderation := data.get("moderation"):
        data["moderation"] = {name: value for name, value in moderation.items() if name != KEPT_BACK}
    return data


@logger.inject_lambda_context
def handler(event: dict[str, Any], context: LambdaContext) -> PartialItemFailureResponse:
    """Deliver a batch of events."""
    return each(EventType.SQS, event, context, tell)
