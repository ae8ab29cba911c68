"""The ports of webhooks in memory; they pass the same suite as those on AWS."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from centremark.domain.catalogue.centre_facts import CentreFact
from centremark.domain.shared.errors import Malformed
from centremark.domain.shared.identifiers import CentreNumber
from centremark.domain.shared.ports import WriteConflict
from centremark.domain.webhooks.webhook import Delivery, Endpoint, must_be_an_address
from tests.support.memory import Memory


@dataclass
class MemoryWebhooks:
    memory: Memory

    def endpoint(self, centre: CentreNumber) -> Endpoint:
        return self.memory.endpoints.get(centre, Endpoint(centre))

    def put(self, endpoint: Endpoint, *facts: CentreFact) -> None:
        if self.endpoint(endpoint.centre).version != endpoint.version - 1:
            raise WriteConflict
        self.memory.endpoints[endpoint.centre] = endpoint
        self.memory.office_facts += facts

    def delivery(self, centre: CentreNumber, wanted: Delivery) -> Delivery | None:
        return self.memory.deliveries.get((centre, wanted.happened, wanted.id))

    def note(self, centre: CentreNumber, delivery: Delivery) -> None:
        self.memory.deliveries[centre, delivery.happened, delivery.id] = delivery

    def deliveries(self, centre: CentreNumber, limit: int) -> Sequence[Delivery]:
        latest = sorted((key for key in self.memory.deliveries if key[0] == centre), reverse=True)
        return [self.memory.deliveries[key] for key in latest[:limit]]


@dataclass
class MemorySender:
    """Gives the answers in turn, then 204; a host that begins with `private` counts as within a private network."""

    statuses: list[int] = field(default_factory=list[int])
    sent: list[tuple[str, dict[str, str], str]] = field(default_factory=list[tuple[str, dict[str, str], str]])

    def must_be_public(self, url: str) -> None:
        must_be_an_address(url)
        if "//private" in url:
            raise Malformed("The webhook's host is not on the public internet.")

    def send(self, url: str, headers: Mapping[str, str], body: str) -> tuple[int, str]:
        self.sent.append((url, dict(headers), body))
        return self.statuses.pop(0) if self.statuses else 204, "Answered."


@dataclass
class MemoryRetries:
    put_off: dict[str, timedelta] = field(default_factory=dict[str, timedelta])

    def after(self, receipt: str, pause: timedelta) -> None:
        self.put_off[receipt] = pause
