"""The queue of notices."""

from centremark.adapters.aws import client
from centremark.adapters.codec.notices import text_of
from centremark.domain.notices.notice import Notice


class SqsPost:
    """A first-in-first-out queue: one person's notices are handled in order, so a repeat finds the first recorded."""

    def __init__(self, queue: str) -> None:
        self.queue = queue

    def send(self, notice: Notice) -> None:
        """Queue a notice; the queue drops a repeat for five minutes."""
        client("sqs").send_message(
            QueueUrl=self.queue,
            MessageBody=text_of(notice),
            MessageGroupId=notice.to,
            MessageDeduplicationId=f"{notice.id}/{notice.to}",
        )
