"""How much of a history one answer gives."""

from collections.abc import Sequence
from typing import Final

from centremark.domain.facts import Fact, changes_of
from centremark.domain.ports import Recorded

PAGE_CHANGES: Final = 5_000
"""How many changed rows one answer has room for; Lambda gives back 6 MB at most, and a fact has up to 2,000 rows.
https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html"""


def within_a_page(found: Sequence[Recorded[Fact]], room: int = PAGE_CHANGES) -> Sequence[Recorded[Fact]]:
    """As many of these facts, in their order, as there is room for, and one at least."""
    taken: list[Recorded[Fact]] = []
    for one in found:
        room -= len(changes_of(one.fact))
        if taken and room < 0:
            break
        taken.append(one)
    return taken
