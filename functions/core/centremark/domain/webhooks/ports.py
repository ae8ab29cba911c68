"""What telling centres' own systems needs of the world.

Every implementation of a port passes the one suite in tests/contract.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Protocol

from centremark.domain.catalogue.centre_facts import CentreFact
from centremark.domain.shared.identifiers import CentreNumber
from centremark.domain.webhooks.webhook import Delivery, Endpoint


class Webhooks(Protocol):
    """Where each centre's system is told, and what became of each message; notes are kept for a month."""

    def endpoint(self, centre: CentreNumber) -> Endpoint:
        """A centre's endpoint; one without an address when it never gave one."""
        ...

    def put(self, endpoint: Endpoint, *facts: CentreFact) -> None:
        """Keep an endpoint over the version before, and the facts that say who, all or none; raises `LostRace`."""
        ...

    def delivery(self, centre: CentreNumber, wanted: Delivery) -> Delivery | None:
        """What is known of a message, if anything."""
        ...

    def note(self, centre: CentreNumber, delivery: Delivery) -> None:
        """Keep what became of a message."""
        ...

    def deliveries(self, centre: CentreNumber, limit: int) -> Sequence[Delivery]:
        """The latest messages, latest first."""
        ...


class Sender(Protocol):
    """Sends messages to addresses that others chose, and to none within a private network."""

    def must_be_public(self, url: str) -> None:
        """Raise `Malformed` when an address cannot be told, or leads where no message may go."""
        ...

    def send(self, url: str, headers: Mapping[str, str], body: str) -> tuple[int, str]:
        """Post a message; gives the status, 0 when there was no answer, and words for people."""
        ...


class Retries(Protocol):
    """Brings a message again whose try failed."""

    def after(self, receipt: str, pause: timedelta) -> None:
        """Bring the message that came with this receipt again after the pause."""
        ...
