"""Who has a sheet open, in the Marks table: an item for each person, which is deleted soon after."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import islice
from typing import Final

from pynamodb.attributes import NumberAttribute, UnicodeAttribute, UTCDateTimeAttribute

from centremark.adapters.dynamodb.items import MarksItem
from centremark.domain.shared.identifiers import SheetId
from centremark.domain.sheet.presence import MOST_THERE, Presence

KEPT: Final = timedelta(minutes=10)


class PresenceItem(MarksItem, discriminator="presence"):
    """A person whose page of a sheet asked at a time; DynamoDB deletes it after some minutes, or days later."""

    name = UnicodeAttribute()
    at = UTCDateTimeAttribute()
    expires = NumberAttribute(attr_name="ttl")

    @staticmethod
    def partition(sheet: SheetId) -> str:
        """For example ``LIVE#2027-06#64235#H446/03``."""
        return f"LIVE#{sheet.series}#{sheet.centre}#{sheet.assessment}"


class DynamoPresences:
    """Presences of a sheet, side by side; a lost or late one does no harm, so nothing is read consistently."""

    def on(self, sheet: SheetId) -> Sequence[Presence]:
        """Those noted on a sheet."""
        items = PresenceItem.query(PresenceItem.partition(sheet), limit=MOST_THERE)
        return [Presence(item.sk, item.name, item.at) for item in islice(items, MOST_THERE)]

    def note(self, sheet: SheetId, presence: Presence) -> None:
        """Write down that someone is there."""
        expires = int((presence.at + KEPT).timestamp())
        PresenceItem(
            PresenceItem.partition(sheet), presence.id, name=presence.name, at=presence.at, expires=expires
        ).save()
