"""Names and free text beside a sheet's marks, so that neither can take up the room of a mark."""

from collections.abc import Collection, Iterator, Sequence
from itertools import batched
from typing import Final

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from centremark.adapters.codec.compact_rows import candidate_from_list, candidate_to_list
from centremark.adapters.dynamodb.beside_a_sheet import read_whole
from centremark.adapters.dynamodb.items import CompactAttribute, MarksItem, SheetItem
from centremark.domain.catalogue.catalogue import Roster
from centremark.domain.catalogue.circumstances import Circumstance
from centremark.domain.shared.identifiers import CandidateNumber, SheetId
from centremark.domain.sheet.facts import CircumstanceRecorded, SheetRestored

IN_AN_ITEM: Final = 250
"""How many candidates one item names: the longest names of so many, in the widest letters, are 270 KB."""


class RosterItem(MarksItem, discriminator="roster"):
    """Candidates of a sheet: number to name, UCI, teaching group and, if there is one, former name and centre.

    Candidates stay in the item they were first written to, in the order they were entered; the first item says how many
    `more` there are. Each has the version of the sheet it was written with, which the sheet has in `named_at`; those
    stored by 0.1.0 have none.
    """

    candidates = CompactAttribute()
    more = NumberAttribute(default=0)
    version = NumberAttribute(attr_name="v", null=True)

    @staticmethod
    def key(sheet: SheetId, place: int = 0) -> tuple[str, str]:
        """For example ``("C#2027-06#64235", "ROSTER#H446/03")``, and ``"ROSTER#H446/03#1"`` for the next."""
        suffix = f"#{place}" if place else ""
        return SheetItem.partition(sheet.series, sheet.centre), f"ROSTER#{sheet.assessment}{suffix}"

    @classmethod
    def all_of(cls, sheet: SheetId, roster: Roster, version: int) -> "Sequence[RosterItem]":
        """Make the items of a roster with the version of its sheet."""
        parts = list(batched(roster.items(), IN_AN_ITEM, strict=False))
        return [
            cls(
                *cls.key(sheet, place),
                candidates={number: candidate_to_list(candidate) for number, candidate in part},
                more=0 if place else len(parts) - 1,
                version=version,
            )
            for place, part in enumerate(parts)
        ]

    @classmethod
    def read(cls, sheet: SheetId) -> Roster:
        """Read a roster of the same save as the sheet; raises `Busy`."""
        return read_whole(lambda: cls._read(sheet))

    @classmethod
    def _read(cls, sheet: SheetId) -> Roster | None:
        """Read a roster, or None when its items and the sheet's are not of one save."""
        both = SheetItem.key(sheet), cls.key(sheet)
        found = {item.sk: item for item in MarksItem.batch_get(both, consistent_read=True)}
        on, first = (found.get(sk) for _, sk in both)
        if not found:
            return {}
        if not (isinstance(on, SheetItem) and isinstance(first, RosterItem)):
            return None
        keys = [cls.key(sheet, place) for place in range(1, int(first.more) + 1)]
        rest = sorted(cls.batch_get(keys, consistent_read=True), key=lambda item: int(item.sk.rpartition("#")[2]))
        if len(rest) != len(keys) or {item.version for item in (first, *rest)} != {on.named_at}:
            return None
        listed = (candidate_from_list(n, plain) for item in (first, *rest) for n, plain in item.candidates.items())
        return {candidate.number: candidate for candidate in listed}


class TextItem(MarksItem, discriminator="text"):
    """Why a circumstance was recorded, in the centre's words; empty once it was removed."""

    reason = UnicodeAttribute()

    @staticmethod
    def key(sheet: SheetId, candidate: CandidateNumber) -> tuple[str, str]:
        """For example ``("C#2027-06#64235", "TEXT#H446/03#1001")``."""
        return SheetItem.partition(sheet.series, sheet.centre), f"TEXT#{sheet.assessment}#{candidate}"

    @classmethod
    def all_of(cls, fact: CircumstanceRecorded | SheetRestored) -> "Iterator[TextItem]":
        """Make the items of the reasons that a fact recorded or put back."""
        for change in fact.changes:
            if change.before.circumstance != change.after.circumstance:
                recorded = change.after.circumstance or Circumstance("", "")
                yield cls(*cls.key(fact.sheet, change.candidate), reason=recorded.reason)

    @classmethod
    def reasons(cls, keys: Collection[tuple[str, str]]) -> dict[tuple[str, str], str]:
        """Read reasons, a hundred at a time."""
        return {(item.pk, item.sk): item.reason for item in cls.batch_get(keys, consistent_read=True)}
