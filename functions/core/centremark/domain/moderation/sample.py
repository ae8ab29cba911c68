"""Which candidates' work a moderator sees: a draw that can be explained, and repeated from its seed.

Source: OCR, sample sizes of general qualifications. The highest and the lowest mark are always in (Pearson names both),
the rest covers the range of attainment, and neither absent candidates nor marks of 0 are drawn.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from centremark.domain.sheet.moderation import Why


@dataclass(frozen=True, slots=True)
class SampleTable:
    """Sample sizes: pairs of a number of candidates and the size up to it, then `beyond` for larger numbers."""

    steps: tuple[tuple[int, int], ...]
    beyond: int

    def size(self, candidates: int) -> int:
        """The sample for a number of candidates: never more than there are."""
        size = next((sample for up_to, sample in self.steps if candidates <= up_to), self.beyond)
        return min(candidates, size)


OCR_TABLE: Final = SampleTable(((15, 15), (100, 15), (200, 20)), beyond=25)


@dataclass(frozen=True, slots=True)
class Drawn[K]:
    """One candidate in the sample, and why."""

    key: K
    why: Why


def draw[K](marks: Mapping[K, int], size: int, seed: str) -> Sequence[Drawn[K]]:
    """Draw `size` of these candidates, highest mark first; the same seed draws the same.

    The highest and the lowest mark are in. The marks between them are divided into as many equal bands as there are
    places left. Each band with someone in it gives one; places left by empty bands go to the bands where most
    candidates share one place. The seed decides within a band and between equal marks. Everyone is drawn when there is
    room.
    """
    ordered = sorted(marks, key=lambda key: (-marks[key], _lot(seed, key)))
    if len(ordered) <= size:
        return [Drawn(key, Why.EVERYONE) for key in ordered]
    highest, *between, lowest = ordered
    drawn = {highest: Why.HIGHEST}
    if size > 1:
        drawn[lowest] = Why.LOWEST
        spread = _spread(between, marks, size - len(drawn), (marks[lowest], marks[highest]), seed)
        drawn |= dict.fromkeys(spread, Why.DRAWN)
    return [Drawn(key, drawn[key]) for key in ordered if key in drawn]


def top_up[K](taken: Iterable[K], marks: Mapping[K, int], size: int, seed: str) -> Sequence[Drawn[K]]:
    """Say who joins a sample after others were entered: a new highest or lowest mark, then as many as `size` lacks.

    Nobody leaves the sample. Those who fill it are the ones farthest from every mark already in it.
    """
    held = {key for key in taken if key in marks}
    rest = sorted(marks.keys() - held, key=lambda key: _lot(seed, key))
    added: dict[K, Why] = {}
    for why, beyond in ((Why.HIGHEST, max), (Why.LOWEST, min)):
        extreme = beyond(marks.values(), default=0)
        if all(marks[key] != extreme for key in held | added.keys()):
            added[next(key for key in rest if marks[key] == extreme)] = why
    while len(held) + len(added) < size and (left := [key for key in rest if key not in added]):
        inside = [marks[key] for key in (*held, *added)]
        farthest = max(left, key=lambda key: min((abs(marks[key] - mark) for mark in inside), default=0))
        added[farthest] = Why.ADDED
    return [Drawn(key, why) for key, why in added.items()]


def replacement[K](lost: K, taken: Iterable[K], marks: Mapping[K, int], seed: str) -> K | None:
    """Who replaces a candidate whose work is lost: the nearest mark outside the sample, or None when all are in it."""
    rest = marks.keys() - {lost, *taken}
    return min(rest, key=lambda key: (abs(marks[key] - marks[lost]), _lot(seed, key)), default=None)


def _spread[K](
    between: Sequence[K], marks: Mapping[K, int], places: int, ends: tuple[int, int], seed: str
) -> Iterable[K]:
    low, high = ends
    bands: dict[int, list[K]] = {}
    for key in sorted(between, key=lambda key: _lot(seed, key)):
        bands.setdefault(places * (marks[key] - low) // (high - low + 1), []).append(key)
    given = dict.fromkeys(sorted(bands), 1 if places else 0)
    for _ in range(places - sum(given.values())):
        open_bands = [band for band in given if given[band] < len(bands[band])]
        given[max(open_bands, key=lambda band: len(bands[band]) / given[band])] += 1
    return [key for band, count in given.items() for key in bands[band][:count]]


def _lot(seed: str, key: object) -> str:
    """A candidate's random rank under this seed."""
    return sha256(f"{seed}/{key}".encode()).hexdigest()
