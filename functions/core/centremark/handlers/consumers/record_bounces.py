"""Records bounces and complaints: an address that has one gets no more mail."""

import json
from datetime import datetime
from email.utils import parseaddr
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import EventType
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from centremark.adapters.codec.notices import TO_TAG
from centremark.bootstrap import services
from centremark.domain.notices.notice import MailFailure
from centremark.handlers.consumers.batches import each

logger = Logger()


def note(record: SQSRecord) -> None:
    """Record a permanent bounce or a complaint; a temporary bounce is ignored."""
    detail = json.loads(record.body)["detail"]
    match detail:
        case {"eventType": "Bounce", "bounce": {"bounceType": "Permanent"} as bounce}:
            what, recipients, at = MailFailure.BOUNCED, bounce["bouncedRecipients"], bounce["timestamp"]
        case {"eventType": "Complaint", "complaint": complaint}:
            what, recipients, at = MailFailure.COMPLAINED, complaint["complainedRecipients"], complaint["timestamp"]
        case {"eventType": "Bounce"}:
            logger.info("bounce_may_pass")
            return
        case _:
            raise ValueError("neither a bounce nor a complaint")
    [subject] = detail["mail"]["tags"][TO_TAG]
    addresses = [parseaddr(recipient["emailAddress"])[1] for recipient in recipients]
    noted = services().note_trouble(subject, what, addresses, datetime.fromisoformat(at))
    logger.info("mail_trouble", extra={"what": what, "noted": noted})


@logger.inject_lambda_context
def handler(event: dict[str, Any], context: LambdaContext) -> PartialItemFailureResponse:
    """Record a batch of bounces and complaints."""
    return each(EventType.SQS, event, context, note)
