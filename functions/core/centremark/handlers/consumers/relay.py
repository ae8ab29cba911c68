"""The one publisher of events: from the ledger's stream to the bus."""

from functools import cache
from typing import Any, Final

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import EventType
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.dynamo_db_stream_event import (
    DynamoDBRecord,
    DynamoDBRecordEventName,
)
from aws_lambda_powertools.utilities.typing import LambdaContext

from centremark.adapters.eventbridge.bus import EventBus, event_of
from centremark.handlers.consumers.batches import each
from centremark.settings import Settings

logger = Logger()
FORBIDDEN: Final = {DynamoDBRecordEventName.MODIFY, DynamoDBRecordEventName.REMOVE}
"""What never happens to a fact."""


@cache
def bus() -> EventBus:
    """The process's bus, made when first used."""
    return EventBus(Settings().bus)


def relay(record: DynamoDBRecord) -> None:
    """Publish the fact in a new ledger item, if it is one that is published; report one that was changed or removed."""
    if (how := record.event_name) in FORBIDDEN:
        logger.error(
            "ledger_changed", extra={"how": how and how.name, "keys": record.dynamodb and record.dynamodb.keys}
        )
        return
    if record.dynamodb is None or not record.dynamodb.new_image:
        return
    if event := event_of(record.dynamodb.new_image):
        bus().publish(event)
        logger.info("event_published", extra={"event": event["name"], "version": event["version"]})


@logger.inject_lambda_context
def handler(event: dict[str, Any], context: LambdaContext) -> PartialItemFailureResponse:
    """Relay a batch of stream records; after a failure the stream continues from that record."""
    return each(EventType.DynamoDBStreams, event, context, relay)
