"""Names of candidates, compared as people compare them."""

import unicodedata


def words_of(name: str) -> tuple[str, ...]:
    """A name's words in order of the alphabet, without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return tuple(sorted(kept.split()))


def same_name(one: str, other: str) -> bool:
    """Whether two names differ in case, accents, punctuation or the order of their words at most."""
    return one == other or (words_of(one) == words_of(other) != ())
