"""Send one event to a centre's own system, and record the result."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from centremark.domain.catalogue.centre_facts import WebhookChange
from centremark.domain.shared.identifiers import CentreNumber
from centremark.domain.shared.ports import Clock
from centremark.domain.webhooks.ports import Sender, Webhooks
from centremark.domain.webhooks.webhook import GONE, TYPES, Delivery, DeliveryState, Try, body_of, message_id
from centremark.usecases.shared.retry import retry_on_conflict
from centremark.usecases.webhooks.manage_webhook import ITSELF, webhook_changed


@dataclass(frozen=True, slots=True)
class Happened:
    """An event of the bus that a centre's webhook can get."""

    id: str
    name: str
    centre: CentreNumber
    at: datetime
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class TellCentre:
    """Send one event to a centre's system and record the result.

    A delivered message is not sent again, however often the event comes. An endpoint that answers 410 Gone gets no more
    messages.
    """

    webhooks: Webhooks
    sender: Sender
    clock: Clock

    def __call__(self, happened: Happened) -> Delivery | None:
        """Make one attempt; gives the message afterwards, or None when no attempt is left."""
        endpoint = self.webhooks.endpoint(happened.centre)
        if not endpoint.url or happened.name not in TYPES:
            return None
        wanted = Delivery(message_id(happened.id), TYPES[happened.name], happened.at)
        before = self.webhooks.delivery(happened.centre, wanted) or wanted
        if before.state is not DeliveryState.WAITING:
            return None
        body = body_of(before.type, happened.at, happened.data)
        now = self.clock()
        status, words = self.sender.send(endpoint.url, endpoint.headers(before.id, body, now), body)
        after = before.tried(Try(now, status, words))
        self.webhooks.note(happened.centre, after)
        if status == GONE:
            retry_on_conflict(lambda: self._end(happened.centre, now))
        return after

    def _end(self, centre: CentreNumber, now: datetime) -> None:
        endpoint = self.webhooks.endpoint(centre)
        if endpoint.url:
            ended = endpoint.removed(ITSELF.name, now)
            self.webhooks.put(ended, webhook_changed(endpoint, ended, WebhookChange.REMOVED, ITSELF, now))
