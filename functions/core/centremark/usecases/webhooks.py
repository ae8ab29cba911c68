"""A centre's webhook: who is told, with which secret, and what became of each message."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from centremark.domain.actor import Actor, By, Channel, Permission
from centremark.domain.office_facts import WebhookChange, WebhookChanged
from centremark.domain.ports import Clock
from centremark.domain.values import CentreNumber
from centremark.domain.webhook import (
    GONE,
    TYPES,
    Deliveries,
    Delivery,
    DeliveryState,
    Endpoint,
    Secret,
    Try,
    body_of,
    message_id,
)
from centremark.domain.webhook_ports import Sender, Webhooks
from centremark.usecases.racing import until_won

SHOWN = 50
Change = Callable[[Endpoint, datetime], Endpoint]
ITSELF = By("webhook", "the endpoint itself (410 Gone)", Channel.API)


@dataclass(frozen=True, slots=True)
class ManageWebhook:
    """Let a centre's administrator say where its system is told.

    Raises `NotFound`, `Forbidden`, `Malformed`, `Busy`.
    """

    webhooks: Webhooks
    sender: Sender
    random: Callable[[int], bytes]
    clock: Clock

    def read(self, centre: CentreNumber, actor: Actor) -> Endpoint:
        """The endpoint as it is."""
        actor.must(Permission.SETTINGS, centre)
        return self.webhooks.endpoint(centre)

    def deliveries(self, centre: CentreNumber, actor: Actor) -> Deliveries:
        """The latest fifty messages and what became of each."""
        actor.must(Permission.SETTINGS, centre)
        return self.webhooks.deliveries(centre, SHOWN)

    def tell(self, centre: CentreNumber, url: str, actor: Actor) -> tuple[Endpoint, bool]:
        """Tell another address, with a secret; says whether the secret is new, which the same address keeps.

        An address within a private network is refused.
        """
        actor.must(Permission.SETTINGS, centre)
        self.sender.must_be_public(url)
        secret = self._secret()
        endpoint = self._change(centre, WebhookChange.SET, actor, lambda was, now: was.at(url, secret, actor.name, now))
        return endpoint, secret in endpoint.secrets

    def rotate(self, centre: CentreNumber, actor: Actor) -> Endpoint:
        """Give a new secret; the old one is valid beside it for a day."""
        actor.must(Permission.SETTINGS, centre)
        secret = self._secret()
        return self._change(centre, WebhookChange.ROTATED, actor, lambda was, now: was.rotated(secret, actor.name, now))

    def remove(self, centre: CentreNumber, actor: Actor) -> Endpoint:
        """Tell nothing any more."""
        actor.must(Permission.SETTINGS, centre)
        return self._change(centre, WebhookChange.REMOVED, actor, lambda was, now: was.removed(actor.name, now))

    def _change(self, centre: CentreNumber, what: WebhookChange, actor: Actor, change: Change) -> Endpoint:
        def attempt() -> Endpoint:
            held, now = self.webhooks.endpoint(centre), self.clock()
            changed = change(held, now)
            if changed is not held:
                self.webhooks.put(changed, _changed(held, changed, what, actor.by, now))
            return changed

        return until_won(attempt)

    def _secret(self) -> Secret:
        return Secret.of(self.random(32))


def _changed(before: Endpoint, after: Endpoint, what: WebhookChange, by: By, now: datetime) -> WebhookChanged:
    return WebhookChanged(office=after.centre, at=now, by=by, change=what, before=before.url, after=after.url)


@dataclass(frozen=True, slots=True)
class Happened:
    """An event of the bus that a centre may be told of."""

    id: str
    name: str
    centre: CentreNumber
    at: datetime
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class TellCentre:
    """Tell a centre's system of one event, and note how it went.

    A message that was delivered is not sent again, however often the event comes. An endpoint that answers 410 Gone is
    told nothing any more.
    """

    webhooks: Webhooks
    sender: Sender
    clock: Clock

    def __call__(self, happened: Happened) -> Delivery | None:
        """Try once; gives the message as it stands then, or None when there is nothing left to try."""
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
            until_won(lambda: self._end(happened.centre, now))
        return after

    def _end(self, centre: CentreNumber, now: datetime) -> None:
        endpoint = self.webhooks.endpoint(centre)
        if endpoint.url:
            ended = endpoint.removed(ITSELF.name, now)
            self.webhooks.put(ended, _changed(endpoint, ended, WebhookChange.REMOVED, ITSELF, now))
