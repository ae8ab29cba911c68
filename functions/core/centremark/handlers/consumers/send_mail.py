"""Writes, mails and records notices from the queue."""

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import EventType
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from centremark.adapters.codec.notices import notice_from
from centremark.bootstrap import services
from centremark.handlers.consumers.batches import each

logger = Logger()


def mail(record: SQSRecord) -> None:
    """Mail one notice."""
    notice = notice_from(record.body)
    became = services().send_notice(notice)
    logger.info("notice_handled", extra={"notice": notice.kind, "became": became})


@logger.inject_lambda_context
def handler(event: dict[str, Any], context: LambdaContext) -> PartialItemFailureResponse:
    """Mail the notices of a batch, one at a time; one that fails is delivered again before the same person's next."""
    return each(EventType.SQS, event, context, mail)
