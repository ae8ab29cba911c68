"""The drawing of who imports whom is what the code says, and has no circle."""

import pytest

from infra import imports


def test_the_committed_drawing_is_what_the_code_says() -> None:
    assert imports.DRAWING.read_text() == imports.rendered(), "Run `make imports`."


@pytest.mark.parametrize("package", imports.PARTS)
def test_no_parts_import_one_another_in_a_circle(package: str) -> None:
    assert imports.circle_in(imports.arrows_in(package)) == []


def test_a_circle_is_found_and_parts_above_or_below_it_are_no_cure() -> None:
    arrows = {
        "top": frozenset({"left"}),
        "left": frozenset({"right", "bottom"}),
        "right": frozenset({"left"}),
        "bottom": frozenset[str](),
    }

    assert imports.circle_in(arrows) == ["left", "right", "top"]
    assert imports.circle_in({**arrows, "right": frozenset()}) == []
