"""How much of a history fits into one answer."""

from collections.abc import Sequence
from typing import Final

from centremark.domain.history.ports import LedgerEntry
from centremark.domain.sheet.facts import Fact, changes_of

PAGE_CHANGES: Final = 5_000
"""How many changed rows one answer has room for; Lambda gives back 6 MB at most, and a fact has up to 2,000 rows.
https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html"""


def within_a_page(found: Sequence[LedgerEntry[Fact]], room: int = PAGE_CHANGES) -> Sequence[LedgerEntry[Fact]]:
    """As many of these facts as fit, in their order, and at least one."""
    taken: list[LedgerEntry[Fact]] = []
    for one in found:
        room -= len(changes_of(one.fact))
        if taken and room < 0:
            break
        taken.append(one)
    return taken
