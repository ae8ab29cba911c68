"""What mail programs make a link of: refused in names, and shown in our mail so that nothing joins."""

import re
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from centremark.domain.people.names import LONGEST_NAME, PersonName
from centremark.domain.shared.errors import Malformed
from centremark.domain.shared.links import APART, unlinked

ADDRESSES: Final = [
    "http://evil.example/login click here",
    "Rhys HTTPS://EVIL.EXAMPLE",
    "http:/evil.example",
    "http:\\\\evil.example",
    "//evil.example",
    "See \\\\server\\share",
    "www.evil.example",
    "WWW2.EVIL.EXAMPLE",
    "Rhys Evil.Example/login",
    "EVIL.EXAMPLE:8080",
    "EVIL.EXAMPLE?next",
    "Your account is blocked: evil.example Best regards",
    "rhys.bevan",
    "rhys@evil.example",
    "RHYS@EVIL.EXAMPLE",
    "mailto:rhys",
    "www\uff0eevil\uff0eexample",  # wide dots
    "http\uff1a\uff0f\uff0fevil.example",  # a wide colon and slashes
    "evil\u3002example/login",  # a Chinese full stop
    "http:\u200b//evil.example",  # a blank without width
    "ww\u00adw.evil.example",  # a soft hyphen
]
NAMES: Final = [
    "Rhys Bevan",
    "St.John Smith",
    "J.Smith",
    "J.R.R. Tolkien",
    "Dr. A. Patel (supply)",
    "O'Neill-Jones",
    "MIS: Harbour View",
    "Head of Art/Design",
    "N/A",
    "李 小龍",
    "Ann @ Harbour",
]


@pytest.mark.parametrize("name", ADDRESSES)
def test_an_address_is_no_name(name: str) -> None:
    with pytest.raises(Malformed, match="address"):
        PersonName(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_people_have_is_taken_as_it_is(name: str) -> None:
    assert PersonName(name) == name


@pytest.mark.parametrize(
    ("name", "words"), [("Rhys\x00Bevan", "control"), (" ", "blank"), ("A" * (LONGEST_NAME + 1), "101 characters")]
)
def test_a_name_is_one_short_line_that_can_be_seen(name: str, words: str) -> None:
    with pytest.raises(Malformed, match=words):
        PersonName(name)


@pytest.mark.parametrize("text", [*ADDRESSES, "Y11.Cs/1", "ASP.NET project", "Evil.Com", "St.John"])
def test_what_could_be_linked_reads_the_same_and_no_longer_joins(text: str) -> None:
    shown = unlinked(text)

    assert shown.replace(APART, "") == text.replace(APART, "")
    assert not re.search(r"://|:\\|www\d*\.\w|\w[.@\uff0e\u3002]\w\w", shown, re.IGNORECASE)


@pytest.mark.parametrize("text", ["H446/03 Programming project", "Harbour View (64235)", "13 A/B, 13 C/D", "J. Smith"])
def test_what_nobody_links_is_shown_as_it_is(text: str) -> None:
    assert unlinked(text) == text


@given(st.text(alphabet="ab .:/\\@w\uff0e\u200b", max_size=30))
def test_no_name_that_is_taken_has_the_beginning_of_an_address(text: str) -> None:
    try:
        name = PersonName(text)
    except Malformed:
        return
    assert not re.search(r"://|\bwww\.|\w\w\.[a-z]{2}|\w@\w+\.\w", name)
