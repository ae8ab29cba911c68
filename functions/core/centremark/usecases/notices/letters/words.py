"""The texts a language needs for every notice; placeholders in braces are filled in when a letter is written."""

from collections.abc import Mapping
from dataclasses import dataclass

from centremark.domain.notices.notice import Kind


@dataclass(frozen=True, slots=True)
class NoticeText:
    """The texts of one kind of notice.

    `{about}` is its sheet, or how many there are; `day` is repeated for each sheet that has a `{day}`. `{by}` is the
    colleague who asked, or who was asked, or who gave access.
    """

    subject: str
    lead: str
    action: str
    day: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """All texts of one language."""

    tag: str
    """The language for browsers and mail programs (BCP 47)."""
    greeting: str
    several: str
    """What a notice is about when it is about several sheets, as many as `{count}`; always two or more."""
    kinds: Mapping[Kind, NoticeText]
    administrator: str
    """Whoever gave access, where they are not known or have left."""
    group: str
    groups: str
    unmarked: str
    ungraded: str
    unchecked: str
    complete: str
    overdue: str
    amendments: str
    extensions: str
    work: str
    day: str
    months: tuple[str, ...]
    why_centre: str
    why_board: str
    change: str
    no_reply: str
