"""How a centre's files are read, in the Marks table: an item for each row of headings that somebody explained.

They have a partition of their own, so that the function that reads files may write there and not beside a centre's
people. 0.1.0 kept them beside the people, where they are found until they are saved again.
"""

from pynamodb.attributes import UnicodeAttribute, UTCDateTimeAttribute

from centremark.adapters.dynamodb.items import CentreItem, CompactAttribute, MarksItem
from centremark.domain.files.columns import Column
from centremark.domain.files.reading import ColumnsChosen
from centremark.domain.shared.identifiers import CentreNumber

PREFIX = "READING#"


class ReadingItem(MarksItem, discriminator="reading"):
    """The roles of columns under certain headings, and who set them."""

    roles = CompactAttribute()
    by = UnicodeAttribute()
    at = UTCDateTimeAttribute()

    @staticmethod
    def key(centre: CentreNumber, headings: str) -> tuple[str, str]:
        """For example ``("READING#64235", "8f2c…")``."""
        return f"{PREFIX}{centre}", headings

    @staticmethod
    def key_of_0_1(centre: CentreNumber, headings: str) -> tuple[str, str]:
        """For example ``("CENTRE#64235", "READING#8f2c…")``."""
        return CentreItem.partition(centre), f"{PREFIX}{headings}"


class DynamoReadings:
    """How each centre's files with certain headings are read."""

    def get(self, centre: CentreNumber, headings: str) -> ColumnsChosen | None:
        """The columns chosen for these headings, if any; consistently, because a file may follow at once."""
        keys = (key(centre, headings) for key in (ReadingItem.key, ReadingItem.key_of_0_1))
        item = next(filter(None, (ReadingItem.find(key, consistent=True) for key in keys)), None)
        if item is None:
            return None
        return ColumnsChosen(item.by, item.at, {int(place): Column(role) for place, role in item.roles.items()})

    def keep(self, centre: CentreNumber, headings: str, chosen: ColumnsChosen) -> None:
        """Save the columns chosen for these headings in place of earlier ones."""
        roles = {str(place): role.value for place, role in chosen.roles.items()}
        ReadingItem(*ReadingItem.key(centre, headings), roles=roles, by=chosen.by, at=chosen.at).save()
