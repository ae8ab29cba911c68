"""Delaying messages of a queue."""

from dataclasses import dataclass
from datetime import timedelta

from centremark.adapters.aws import client


@dataclass(frozen=True, slots=True)
class SqsRetries:
    """A queue delivers a message again when its visibility timeout has passed."""

    queue: str

    def after(self, receipt: str, pause: timedelta) -> None:
        """Deliver the message of this receipt handle again after the pause, which is at most twelve hours."""
        client("sqs").change_message_visibility(
            QueueUrl=self.queue, ReceiptHandle=receipt, VisibilityTimeout=int(pause.total_seconds())
        )
