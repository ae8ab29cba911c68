"""Notices on their way, in a queue."""

import json
from datetime import date, datetime
from typing import Any

from centremark.adapters.aws import client
from centremark.domain.notices.notice import (
    About,
    Kind,
    Notice,
    Waiting,
)
from centremark.domain.shared.identifiers import SheetId

Json = dict[str, Any]


class SqsPost:
    """A first-in-first-out queue: one person's notices come one after the other, so a repeat meets what was noted."""

    def __init__(self, queue: str) -> None:
        self.queue = queue

    def send(self, notice: Notice) -> None:
        """Put a notice into the queue, which drops a repeat for five minutes."""
        client("sqs").send_message(
            QueueUrl=self.queue,
            MessageBody=json.dumps(_plain(notice)),
            MessageGroupId=notice.to,
            MessageDeduplicationId=f"{notice.id}/{notice.to}",
        )


def notice_from(text: str) -> Notice:
    """Read a notice out of the queue; raises ValueError or KeyError when it is none."""
    plain: Json = json.loads(text)
    return Notice(
        plain["id"],
        plain["to"],
        Kind(plain["kind"]),
        datetime.fromisoformat(plain["at"]),
        tuple(About(SheetId.parse(sheet), date.fromisoformat(day) if day else None) for sheet, day in plain["about"]),
        Waiting(*plain["waiting"]),
    )


def _plain(notice: Notice) -> Json:
    waiting = notice.waiting
    return {
        "id": notice.id,
        "to": notice.to,
        "kind": notice.kind,
        "at": notice.at.isoformat(),
        "about": [[str(about.sheet), about.day and about.day.isoformat()] for about in notice.about],
        "waiting": [waiting.overdue, waiting.amendments, waiting.extensions, waiting.work],
    }
