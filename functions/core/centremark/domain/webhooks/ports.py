"""What sending messages to centres' own systems needs of the world.

Every implementation of a port passes the one suite in tests/contract.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Protocol

from centremark.domain.catalogue.centre_facts import CentreFact
from centremark.domain.shared.identifiers import CentreNumber
from centremark.domain.webhooks.webhook import Delivery, Endpoint


class Webhooks(Protocol):
    """Each centre's endpoint, and the result of each message, kept for a month."""

    def endpoint(self, centre: CentreNumber) -> Endpoint:
        """A centre's endpoint; one without an address when none is set."""
        ...

    def put(self, endpoint: Endpoint, *facts: CentreFact) -> None:
        """Save an endpoint over the version before, and the facts that say who, all or none; raises `WriteConflict`."""
        ...

    def delivery(self, centre: CentreNumber, wanted: Delivery) -> Delivery | None:
        """What is known about a message, if anything."""
        ...

    def note(self, centre: CentreNumber, delivery: Delivery) -> None:
        """Save what is known about a message."""
        ...

    def deliveries(self, centre: CentreNumber, limit: int) -> Sequence[Delivery]:
        """The latest messages, latest first."""
        ...


class Sender(Protocol):
    """Sends messages to addresses that centres choose, and to none within a private network."""

    def must_be_public(self, url: str) -> None:
        """Raise `Malformed` when no message may be sent to an address, or to the network it leads to."""
        ...

    def send(self, url: str, headers: Mapping[str, str], body: str) -> tuple[int, str]:
        """Post a message; gives the status, 0 when there was no answer, and a description for people."""
        ...


class Retries(Protocol):
    """Schedules another attempt for a message that failed."""

    def after(self, receipt: str, pause: timedelta) -> None:
        """Redeliver the message that came with this receipt, after the pause."""
        ...
