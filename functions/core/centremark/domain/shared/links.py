"""What mail programs make a link of, in texts that people wrote."""

import re
import unicodedata
from typing import Final

ADDRESS: Final = re.compile(
    r"""
      :[/\\]                                      # https://…, also with one slash
    | (?:^|\s)(?://|\\\\)                         # //school.example, \\server
    | (?<!\w)(?i:www\d*\.|mailto:)                # www.…, mailto:…
    | \w\.[^\W\d_]{2,}\.?[/\\?\#:]                # school.example/…, in any letters
    | [^\W_]{2}\.[a-z]{2}                         # school.example, in small letters
    | \S@\S+\.\S                                  # asha@school.example
    """,
    re.VERBOSE,
)
DOMAIN: Final = re.compile(r"\w\.[^\W\d_]{2}")
JOINTS: Final = re.compile(r"[./\\:@\u3002\uff0e\uff61\uff0f\uff3c\uff1a\uff20](?=\S)")
"""What holds the parts of an address together, in wide and Chinese forms too."""
APART: Final = "\u200b"


def has_address(text: str) -> bool:
    """Whether a text has an address of the web or of mail in it, however wide or hidden its signs are.

    St.John and J.Smith are names, though a mail program could take them for a domain.
    """
    return bool(ADDRESS.search(_plain(text)))


def unlinked(text: str) -> str:
    """A text that reads the same, of which no mail program makes a link: the parts of what may be one do not join."""
    return " ".join(JOINTS.sub(rf"\g<0>{APART}", word) if _may_be_linked(word) else word for word in text.split(" "))


def _may_be_linked(word: str) -> bool:
    plain = _plain(word)
    return bool(ADDRESS.search(plain) or DOMAIN.search(plain))


def _plain(text: str) -> str:
    """The text with plain signs, without what does not show."""
    shown = (c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")
    return "".join(shown).replace("\u3002", ".")
