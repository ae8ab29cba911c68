"""What people want to be told, in the Marks table, and notices on their way, in a queue."""

import json
from datetime import date, datetime
from typing import Any, Final

from pynamodb.attributes import NumberAttribute
from pynamodb.exceptions import PutError

from centremark.adapters.aws import client
from centremark.adapters.rows import CompactAttribute, MarksItem
from centremark.domain.notices import About, Kind, Language, Notice, Preferences, Topic, Trouble, Waiting, What
from centremark.domain.ports import LostRace
from centremark.domain.values import SheetId

Json = dict[str, Any]
SORT: Final = "NOTICES"


class WishesItem(MarksItem, discriminator="wishes"):
    """A person's preferences, under ``("MEMBER#1c9f…", "NOTICES")``."""

    version = NumberAttribute(attr_name="v")
    body = CompactAttribute(attr_name="b")


class DynamoWishes:
    """Preferences, each kept over the version before."""

    def get(self, subject: str) -> Preferences:
        """Give a person's preferences; consistently, so that a choice is effective at once."""
        item = WishesItem.find((f"MEMBER#{subject}", SORT), consistent=True)
        if item is None:
            return Preferences()
        body: Json = item.body
        trouble = body["trouble"]
        return Preferences(
            Language(body["language"]),
            frozenset(map(Topic, body["muted"])),
            Trouble(What(trouble[0]), trouble[1], datetime.fromisoformat(trouble[2])) if trouble else None,
            int(item.version),
        )

    def put(self, subject: str, preferences: Preferences) -> None:
        """Keep preferences over the version before."""
        trouble = preferences.trouble
        body = {
            "language": preferences.language,
            "muted": sorted(preferences.muted),
            "trouble": trouble and [trouble.what, trouble.address, trouble.at.isoformat()],
        }
        before = preferences.version - 1
        unchanged = WishesItem.version == before if before else WishesItem.pk.does_not_exist()
        try:
            item = WishesItem(f"MEMBER#{subject}", SORT, version=preferences.version, body=body)
            item.save(condition=unchanged)
        except PutError as error:
            if error.cause_response_code == "ConditionalCheckFailedException":
                raise LostRace from error
            raise


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
