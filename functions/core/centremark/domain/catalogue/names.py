"""Names as people write them, and whether two may be one person's; features/marks/pasting/names.ts does the same."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

PARTICLES: Final = frozenset(
    {"al", "ap", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "van", "von", "y"}
)
LETTERS: Final = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "\u0131": "i"})
DROPPED: Final = frozenset("'\u2019\u2018\u02bc`\u00b4")
OF_SURNAMES: Final = re.compile("^(?:Mac|Mc|Fitz|[ODd]['\u2019])")


def words_of(text: str) -> tuple[str, ...]:
    """Split a name into words, ignoring case, accents and apostrophes; a hyphen ends a word."""
    plain = unicodedata.normalize("NFKD", text).casefold().translate(LETTERS)
    kept = (c for c in plain if c not in DROPPED and not unicodedata.combining(c))
    return tuple("".join(c if c.isalnum() else " " for c in kept).split())


@dataclass(frozen=True, slots=True)
class Name:
    """A name as comparable words; `surname` is empty when nothing tells it from the forenames."""

    words: tuple[str, ...]
    surname: tuple[str, ...] = ()

    @classmethod
    def written(cls, text: str) -> "Name":
        """Parse a name in one field: SURNAME Forename, Forename SURNAME or Surname, Forename; else just its words."""
        words = words_of(text)
        before, _, after = text.partition(",")
        if words_of(before) and words_of(after):
            return cls(words, words_of(before))
        parts = text.split()
        plain = next((n for n, part in enumerate(parts) if not _is_capitals(part) and part != part.lower()), None)
        first = next((n for n, part in enumerate(parts) if _is_capitals(part)), None)
        if plain is None or first is None:
            return cls(words)
        return cls(words, words_of(" ".join(parts[:plain] if first < plain else parts[first:])))

    @classmethod
    def in_two(cls, surname: str, forename: str) -> "Name":
        """Parse a name in two fields; either may be empty."""
        return cls(words_of(surname) + words_of(forename), words_of(surname))

    @property
    def forenames(self) -> tuple[str, ...]:
        """The words that are not part of the surname."""
        return tuple(word for word in self.words if word not in self.surname)

    def is_same(self, other: "Name") -> bool:
        """Whether both names have the same words, in any order and with or without hyphens."""
        if not self._may_be_family(other):
            return False
        turned = ("".join(self.words[n:] + self.words[:n]) for n in range(len(self.words)))
        return "".join(sorted(self.words)) == "".join(sorted(other.words)) or "".join(other.words) in turned

    def may_be(self, person: "Name") -> bool:
        """Whether a surname and forename may be this person's; middle names may be left out."""
        if self.is_same(person):
            return True
        if not self._may_be_family(person):
            return False
        if self.surname and person.surname:
            one, other = self.forenames, person.forenames
            if not one or not other:
                return False
            return _within(one, other) or _within(other, one) or "".join(one) == "".join(other)
        few, many = sorted((self.words, person.words), key=len)
        return len(few) > 1 and _within(few, many) and _within(person.surname, self.words)

    def shares_surname(self, person: "Name") -> bool:
        """Whether both have the same surname, or any word in common where nothing tells which word is the surname."""
        return _are_family(person.surname or person.words, self.surname or self.words)

    def is_part_of(self, person: "Name") -> bool:
        """Whether this is only part of a person's name: a surname or a forename alone, or with an initial."""
        return bool(self.words) and all(
            any(whole.startswith(word) if len(word) == 1 else whole == word for whole in person.words)
            for word in self.words
        )

    def _may_be_family(self, other: "Name") -> bool:
        return not self.surname or not other.surname or _are_family(self.surname, other.surname)


def _is_capitals(word: str) -> bool:
    """Whether a word is in capitals, as surnames are written: JONES, McDONALD, O'NEILL."""
    rest = OF_SURNAMES.sub("", word)
    return sum(c.isalpha() for c in rest) > 1 and rest == rest.upper()


def _within(few: Collection[str], many: Collection[str]) -> bool:
    return all(word in many for word in few)


def _are_family(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two surnames may be one person's: equal, or one of them a part of a double-barrelled one."""
    return "".join(one) == "".join(other) or any(word in other for word in one if word not in PARTICLES)


def same_name(one: str, other: str) -> bool:
    """Whether two names differ at most in case, accents, punctuation or word order."""
    words = words_of(one)
    return one == other or (bool(words) and Name(words).is_same(Name(words_of(other))))
