"""Counts of callers' requests for each minute."""

from datetime import datetime, timedelta
from typing import Final

from pynamodb.attributes import NumberAttribute

from centremark.adapters.dynamodb.items import MarksItem

KEPT: Final = timedelta(hours=1)


class RateItem(MarksItem, discriminator="rate"):
    """How many requests a subject sent in one minute; deleted after an hour."""

    count_ = NumberAttribute(attr_name="n")
    expires = NumberAttribute(attr_name="ttl")

    @staticmethod
    def key(subject: str, window: datetime) -> tuple[str, str]:
        """For example ``("RATE#1c9f…", "2027-04-20T12:00")``."""
        return f"RATE#{subject}", f"{window:%Y-%m-%dT%H:%M}"


class DynamoRates:
    """Counters in the Marks table."""

    def count(self, subject: str, window: datetime) -> int:
        """Add one to a subject's count in a single write, so that concurrent requests are all counted."""
        item = RateItem(*RateItem.key(subject, window))
        item.update([RateItem.count_.add(1), RateItem.expires.set(int((window + KEPT).timestamp()))])
        return int(item.count_)
