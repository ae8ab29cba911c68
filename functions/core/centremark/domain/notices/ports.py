"""What sending people email needs of the world.

Every implementation of a port passes the one suite in tests/contract.
"""

from dataclasses import dataclass
from typing import Protocol

from centremark.domain.notices.notice import Notice, Preferences


class NotificationPreferences(Protocol):
    """Which emails each person wants, effective at once."""

    def get(self, subject: str) -> Preferences:
        """A person's preferences, or the defaults when they have chosen nothing."""
        ...

    def put(self, subject: str, preferences: Preferences) -> None:
        """Save preferences over the version before; raises `WriteConflict`."""
        ...


@dataclass(frozen=True, slots=True)
class Letter:
    """A notice as written: plain text, and HTML that says the same."""

    subject: str
    text: str
    html: str


class Post(Protocol):
    """The queue of notices to be written and mailed; each person's keep their order."""

    def send(self, notice: Notice) -> None:
        """Queue a notice; the same one twice within minutes goes out once."""
        ...


class Mailer(Protocol):
    """Sends mail."""

    def send(self, subject: str, address: str, letter: Letter) -> None:
        """Mail a letter; delivery problems are reported later under the person's subject."""
        ...
