"""How a centre's files are read, in the Marks table: an item for each row of headings that somebody explained."""

from pynamodb.attributes import UnicodeAttribute, UTCDateTimeAttribute

from centremark.adapters.dynamodb.items import CentreItem, CompactAttribute, MarksItem
from centremark.domain.files.columns import Column
from centremark.domain.files.reading import ColumnsChosen
from centremark.domain.shared.identifiers import CentreNumber


class ReadingItem(MarksItem, discriminator="reading"):
    """The roles of columns under certain headings, and who set them."""

    roles = CompactAttribute()
    by = UnicodeAttribute()
    at = UTCDateTimeAttribute()

    @staticmethod
    def key(centre: CentreNumber, headings: str) -> tuple[str, str]:
        """For example ``("CENTRE#64235", "READING#8f2c…")``."""
        return CentreItem.partition(centre), f"READING#{headings}"


class DynamoReadings:
    """How each centre's files with certain headings are read."""

    def get(self, centre: CentreNumber, headings: str) -> ColumnsChosen | None:
        """The columns chosen for these headings, if any; consistently, because a file may follow at once."""
        item = ReadingItem.find(ReadingItem.key(centre, headings), consistent=True)
        if item is None:
            return None
        return ColumnsChosen(item.by, item.at, {int(place): Column(role) for place, role in item.roles.items()})

    def keep(self, centre: CentreNumber, headings: str, chosen: ColumnsChosen) -> None:
        """Save the columns chosen for these headings in place of earlier ones."""
        roles = {str(place): role.value for place, role in chosen.roles.items()}
        ReadingItem(*ReadingItem.key(centre, headings), roles=roles, by=chosen.by, at=chosen.at).save()
