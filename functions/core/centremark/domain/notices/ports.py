"""What telling people by e-mail needs of the world.

Every implementation of a port passes the one suite in tests/contract.
"""

from dataclasses import dataclass
from typing import Protocol

from centremark.domain.notices.notice import Notice, Preferences


class NotificationPreferences(Protocol):
    """What each person wants to be told by e-mail, effective at once."""

    def get(self, subject: str) -> Preferences:
        """Give a person's preferences; those everyone starts with when they have chosen nothing."""
        ...

    def put(self, subject: str, preferences: Preferences) -> None:
        """Keep preferences over the version before; raises `LostRace`."""
        ...


@dataclass(frozen=True, slots=True)
class Letter:
    """A notice in words, as plain text and as HTML that says the same."""

    subject: str
    text: str
    html: str


class Post(Protocol):
    """Notices on their way to be written and mailed, each person's in order."""

    def send(self, notice: Notice) -> None:
        """Send a notice on its way; sent twice within minutes it goes once."""
        ...


class Mailer(Protocol):
    """Sends mail."""

    def send(self, subject: str, address: str, letter: Letter) -> None:
        """Mail a letter; what becomes of it is reported under the person's subject."""
        ...
