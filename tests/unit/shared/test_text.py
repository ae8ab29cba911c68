"""Text that is sent: composed, in one line or in a few, and without what files cannot carry."""

import json
import unicodedata
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from centremark.domain.shared.errors import Malformed
from centremark.domain.shared.text import must_say_something, one_line, some_lines
from tests.support.texts import SHOWS_NOTHING

NAMES: Final[list[str]] = [
    case["name"] for case in json.loads((Path(__file__).parents[2] / "cases/names.json").read_text("utf-8"))["names"]
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_someone_has_is_accepted_as_it_is(name: str) -> None:
    assert must_say_something(one_line(name)) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("JONES\x00Amelia", r"Character 6 is a control character \(U\+0000\)"),
        ("JONES\nAmelia", "a control character"),
        ("JONES\tAmelia", "a control character"),
        ("JONES\x85Amelia", "a control character"),
        ("JONES\u2028Amelia", "a line break"),
        ("JONES\u202eailemA", "reverses the direction"),
        ("JONES\u2066Amelia", "reverses the direction"),
        ("JONES\ud800", "half a character"),
        ("JONES\ufffe", "no character"),
        ("JONES\U0001ffff", "no character"),
    ],
)
def test_what_a_name_cannot_have_in_it_is_named_with_its_place(text: str, words: str) -> None:
    with pytest.raises(Malformed, match=words):
        one_line(text)


@pytest.mark.parametrize("text", SHOWS_NOTHING)
def test_text_that_shows_nothing_is_blank(text: str) -> None:
    assert some_lines(text) == ""
    with pytest.raises(Malformed, match="blank"):
        must_say_something(text)


@pytest.mark.parametrize(
    "text", ["\u2764\ufe0f", "\u1820\u180b", "\U0001f3f4\U000e0067\U000e007f", "a\u200bb", "\u5147\U000e0100"]
)
def test_what_shows_keeps_what_shows_nothing_beside_it(text: str) -> None:
    assert must_say_something(one_line(text)) == text


def test_a_reason_may_have_lines_and_nothing_else_that_controls() -> None:
    assert some_lines("The fire\r\nof 3 March\rin the\tlab\n") == "The fire\nof 3 March\nin the\tlab"
    with pytest.raises(Malformed):
        some_lines("The fire\x07")


@given(st.text())
def test_whatever_is_taken_is_composed_and_taken_again_as_it_is(text: str) -> None:
    for rule in (one_line, some_lines):
        try:
            taken = rule(text)
        except Malformed:
            continue
        assert unicodedata.is_normalized("NFC", taken)
        assert rule(taken) == taken
