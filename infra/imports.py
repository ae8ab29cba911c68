"""A drawing of who imports whom, written from the code: `make imports`."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import grimp

DRAWING: Final = Path(__file__).parents[1] / "docs" / "imports.md"
PACKAGE: Final = "centremark"
PARTS: Final = {
    PACKAGE: "The layers",
    f"{PACKAGE}.domain": "The rooms of the domain",
    f"{PACKAGE}.usecases": "The rooms of the use cases",
    f"{PACKAGE}.adapters": "The adapters",
    f"{PACKAGE}.handlers.api": "The API: its functions, and what they share",
    f"{PACKAGE}.handlers.consumers": "The consumers of events: their functions, and what they share",
}
HEAD: Final = """# Who imports whom

`make imports` writes this page from the code; `tests/architecture/test_imports.py` fails when it is out of date or has
a circle. The contracts at the end of `pyproject.toml` say which arrows may exist. An arrow points from a part to one
that it imports. Where A imports B and B imports C, an arrow from A to C is not drawn, but it is counted.
"""

type Arrows = Mapping[str, frozenset[str]]


def arrows_in(package: str) -> Arrows:
    """The parts directly below a package, and the parts that each of them imports."""
    graph = grimp.build_graph(PACKAGE)
    parts = sorted(graph.find_children(package))
    return {
        _name(one): frozenset(
            _name(other)
            for other in parts
            if one != other and graph.direct_import_exists(importer=one, imported=other, as_packages=True)
        )
        for one in parts
    }


def circle_in(arrows: Arrows) -> list[str]:
    """The parts that import one another in a circle, or parts that import such parts; empty when there is none."""
    left = dict(arrows)
    while ready := [part for part, imported in left.items() if not imported & left.keys()]:
        for part in ready:
            del left[part]
    return sorted(left)


def rendered() -> str:
    """The page as it should be committed."""
    return "\n".join([HEAD, *(_drawing(title, arrows_in(package)) for package, title in PARTS.items())])


def _drawing(title: str, arrows: Arrows) -> str:
    count = sum(map(len, arrows.values()))
    lines = [f"## {title}", "", f"{len(arrows)} parts, {count} arrows.", "", "```mermaid", "flowchart TD"]
    lines += [f"  {part}" for part in arrows if part not in _drawn(arrows)]
    lines += [f"  {part} --> {other}" for part in arrows for other in sorted(_shortest(part, arrows))]
    return "\n".join([*lines, "```", ""])


def _drawn(arrows: Arrows) -> set[str]:
    return {part for part in arrows if arrows[part]} | {part for imported in arrows.values() for part in imported}


def _shortest(part: str, arrows: Arrows) -> frozenset[str]:
    """What a part imports, without what it would reach by another of its arrows."""
    return arrows[part] - {far for near in arrows[part] for far in _reached(arrows[near], arrows)}


def _reached(parts: Iterable[str], arrows: Arrows) -> Iterator[str]:
    for part in parts:
        yield part
        yield from _reached(arrows[part], arrows)


def _name(module: str) -> str:
    return module.rpartition(".")[2]


if __name__ == "__main__":
    DRAWING.write_text(rendered())
    sys.stdout.write(f"Wrote {DRAWING.name}\n")
