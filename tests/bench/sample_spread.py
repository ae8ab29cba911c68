"""How a sample spreads over attainment, against a uniform draw: `python -m tests.bench.sample_spread`.

Writes docs/sample-spread.svg. Conditions: 180 candidates, marks out of 70 drawn once from a normal distribution (mean
46, deviation 11, within 1 to 70, random seed 7); a sample of 20 by OCR's table; 2,000 seeds of each way to draw.
"""

import random
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Final

from centremark.domain.moderation.sample import OCR_TABLE, draw
from infra.package.build import ROOT

PICTURE: Final = ROOT / "docs" / "sample-spread.svg"
CANDIDATES, MAXIMUM, SEEDS, BAND = 180, 70, 2000, 10
WIDTH, HEIGHT, LEFT, BASE = 640, 300, 44, 232

Draw = Callable[[Mapping[str, int], int, str], list[str]]


def a_class() -> dict[str, int]:
    """The marks of one large centre."""
    lots = random.Random(7)  # noqa: S311  # a class, not a secret
    return {f"{1000 + n}": min(MAXIMUM, max(1, round(lots.gauss(46, 11)))) for n in range(CANDIDATES)}


def stratified(marks: Mapping[str, int], size: int, seed: str) -> list[str]:
    """The service's own draw."""
    return [drawn.key for drawn in draw(marks, size, seed)]


def uniform(marks: Mapping[str, int], size: int, seed: str) -> list[str]:
    """Anyone as likely as anyone else."""
    return random.Random(seed).sample(sorted(marks), size)  # noqa: S311


def per_band(marks: Mapping[str, int], how: Draw) -> tuple[list[float], float]:
    """The mean number drawn in each band of ten marks, and how often a band with someone in it is not seen."""
    size, counts, unseen = OCR_TABLE.size(len(marks)), Counter[int](), 0
    filled = {mark // BAND for mark in marks.values()}
    for seed in range(SEEDS):
        drawn = [marks[key] // BAND for key in how(marks, size, str(seed))]
        counts.update(drawn)
        unseen += set(drawn) != filled
    return [counts[band] / SEEDS for band in range(MAXIMUM // BAND + 1)], unseen / SEEDS


def picture(marks: Mapping[str, int]) -> str:
    """Both ways side by side, band by band, with the numbers on the bars."""
    (ours, ours_unseen), (theirs, theirs_unseen) = per_band(marks, stratified), per_band(marks, uniform)
    step, tall = (WIDTH - LEFT - 12) / len(ours), (BASE - 62) / max(*ours, *theirs)
    in_band = Counter(mark // BAND for mark in marks.values())
    parts = [_text(LEFT, 20, "Candidates drawn in each band of marks, mean of 2,000 draws of 20 from 180", "b")]
    for place, (label, unseen) in enumerate((("this service", ours_unseen), ("uniform", theirs_unseen))):
        parts.append(f'<rect x="{LEFT + 290 * place}" y="30" width="11" height="11" class="k{place}"/>')
        parts.append(_text(LEFT + 16 + 290 * place, 40, f"{label}: misses a band in {unseen:.1%} of draws"))
    for band, heights in enumerate(zip(ours, theirs, strict=True)):
        x = LEFT + step * band
        for place, mean in enumerate(heights):
            left = x + 4 + place * (step - 8) / 2
            top = BASE - mean * tall
            width = (step - 10) / 2
            parts.append(
                f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{mean * tall:.1f}" class="k{place}"/>'
            )
            parts.append(_text(left + width / 2, top - 4, f"{mean:.1f}", "m"))
        parts.append(_text(x + step / 2, BASE + 18, _words(band), "m"))
        parts.append(_text(x + step / 2, BASE + 34, f"of {in_band[band]}", "m"))
    parts.append(f'<line x1="{LEFT}" x2="{WIDTH - 12}" y1="{BASE}" y2="{BASE}" class="l"/>')
    parts.append(_text(WIDTH / 2, HEIGHT - 12, "mark, and how many candidates have it", "m"))
    return "\n".join([_HEAD, *parts, "</svg>", ""])


def _words(band: int) -> str:
    low, high = band * BAND, min(band * BAND + BAND - 1, MAXIMUM)
    return f"{low} to {high}" if low < high else f"{low}"


_HEAD: Final = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">
<title>Candidates drawn in each band of marks: this service against a uniform draw</title>
<style>text{{font:11px sans-serif;fill:#222}}.b{{font-weight:bold;font-size:13px}}.m{{text-anchor:middle}}
.k0{{fill:#1d5b8f}}.k1{{fill:#d9902f}}.l{{stroke:#222}}</style>
<rect width="100%" height="100%" fill="#fff"/>"""


def _text(x: float, y: float, words: str, kind: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}"' + (f' class="{kind}"' if kind else "") + f">{words}</text>"


if __name__ == "__main__":
    PICTURE.write_text(picture(a_class()))
    print(f"Wrote {PICTURE.name}")  # noqa: T201
