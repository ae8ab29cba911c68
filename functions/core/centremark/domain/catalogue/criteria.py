"""The criteria an assessment is marked by, whose marks add up to the mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from centremark.domain.catalogue.names import words_of
from centremark.domain.shared.errors import Malformed
from centremark.domain.shared.outcomes import MarkScale, Scale

MOST_CRITERIA: Final = 12
"""How many criteria an assessment can have."""
MOST_MARKS: Final = 99
"""How many marks one criterion can give: two digits for each of twelve fit beside every mark of the largest sheet."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion: its code, as A01, what it is about, and the most marks it gives."""

    code: str
    title: str
    maximum: int

    @property
    def scale(self) -> MarkScale:
        """The marks it takes."""
        return MarkScale(self.maximum)

    @property
    def words(self) -> str:
        """The criterion as people read it."""
        return f"{self.code} {self.title}"

    def is_headed(self, heading: str) -> bool:
        """Whether a column's heading, without a maximum, is this criterion's code, its title or both."""
        return _folded(heading) in {_folded(self.code), _folded(self.title), _folded(self.words)}


def _folded(name: str) -> str:
    """A name without case, accents, spaces and punctuation."""
    return "".join(words_of(name))


def must_add_up(criteria: Sequence[Criterion], scale: Scale) -> None:
    """Raise `Malformed` unless the criteria are few, differ from each other and give the scale's maximum together."""
    if not criteria:
        return
    if len(criteria) > MOST_CRITERIA:
        raise Malformed(f"{len(criteria)} criteria are more than the {MOST_CRITERIA} that an assessment can have")
    names = [_folded(name) for criterion in criteria for name in (criterion.code, criterion.title)]
    if not all(names) or len({*names}) < len(names):
        raise Malformed("Each criterion needs a code and a title that no other criterion has")
    if not all(1 <= criterion.maximum <= MOST_MARKS for criterion in criteria):
        raise Malformed(f"Each criterion gives from 1 to {MOST_MARKS} marks")
    together = sum(criterion.maximum for criterion in criteria)
    if not isinstance(scale, MarkScale) or together != scale.maximum:
        raise Malformed(f"The criteria give {together} marks together, which is not this assessment's scale ({scale})")
