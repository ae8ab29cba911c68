"""Queues a notice for each person concerned, after an event of the bus and on every scheduled morning."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import EventType
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from centremark.bootstrap import services
from centremark.domain.notices.news import Event
from centremark.domain.requests.facts import Asked
from centremark.domain.shared.identifiers import SheetId
from centremark.handlers.consumers.batches import each
from centremark.handlers.consumers.bus_events import sheet_of
from centremark.usecases.notices.tell_people import RequestNews

logger = Logger()


def notify(record: SQSRecord) -> None:
    """Queue the notices of an event, or of a scheduled morning, however late it comes."""
    match json.loads(record.body):
        case {"source": "aws.scheduler", "time": str(time)}:
            sent = services().tell_of_day(datetime.fromisoformat(time))
            logger.info("day_told", extra={"notices": sent})
        case {"source": "centremark", "detail": {"request": {"to": str(), "by": str()}} as detail}:
            sent = services().tell_of_request(_news_of(detail))
            logger.info("request_told", extra={"event": detail["name"], "notices": sent})
        case {"source": "centremark", "detail": {"id": str(id_), "name": str(name), "at": str(at), **detail}}:
            event = Event(
                id_,
                name,
                sheet_of(detail),
                datetime.fromisoformat(at),
                _number(detail, "amendment", "number"),
                _number(detail, "entries", "entered"),
                _number(detail, "entries", "withdrawn"),
            )
            sent = services().tell_of_event(event)
            logger.info("event_told", extra={"event": name, "notices": sent})
        case _:
            raise ValueError("neither our event nor the scheduler's")


def _news_of(detail: Mapping[str, Any]) -> RequestNews:
    """The news in an event about requests; a reminder of several is one message, and each has an event of it."""
    said, sheet = detail["request"], sheet_of(dict(detail))
    asked = tuple(Asked(SheetId.parse(id_), number) for id_, number in said.get("all", ()))
    return RequestNews(
        said.get("reminder", detail["id"]),
        detail["name"],
        datetime.fromisoformat(detail["at"]),
        said["by"],
        said["to"],
        asked or (Asked(sheet, said["number"]),),
    )


def _number(detail: Mapping[str, Any], part: str, field: str) -> int:
    return int(detail.get(part, {}).get(field, 0))


@logger.inject_lambda_context
def handler(event: dict[str, Any], context: LambdaContext) -> PartialItemFailureResponse:
    """Queue the notices of a batch; an event that fails is delivered again."""
    return each(EventType.SQS, event, context, notify)
