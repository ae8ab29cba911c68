"""A centre's webhook: its address, its secret, and the result of each message."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from centremark.domain.catalogue.centre_facts import WebhookChange, WebhookChanged
from centremark.domain.shared.actor import Actor, By, Channel, Permission
from centremark.domain.shared.identifiers import CentreNumber
from centremark.domain.shared.ports import Clock
from centremark.domain.webhooks.ports import Sender, Webhooks
from centremark.domain.webhooks.webhook import Deliveries, Endpoint, Secret
from centremark.usecases.shared.retry import retry_on_conflict

SHOWN = 50
Change = Callable[[Endpoint, datetime], Endpoint]
ITSELF = By("webhook", "the endpoint itself (410 Gone)", Channel.API)


@dataclass(frozen=True, slots=True)
class EndpointView:
    """An endpoint at an instant; `new` when its secret has not been shown yet."""

    endpoint: Endpoint
    at: datetime
    new: bool = False


@dataclass(frozen=True, slots=True)
class ManageWebhook:
    """Let a centre's administrator set where messages to its system go.

    Raises `NotFound`, `Forbidden`, `Malformed`, `Busy`.
    """

    webhooks: Webhooks
    sender: Sender
    random: Callable[[int], bytes]
    clock: Clock

    def read(self, centre: CentreNumber, actor: Actor) -> EndpointView:
        """Read the endpoint."""
        actor.must(Permission.SETTINGS, centre)
        return EndpointView(self.webhooks.endpoint(centre), self.clock())

    def deliveries(self, centre: CentreNumber, actor: Actor) -> Deliveries:
        """The latest fifty messages, with every attempt."""
        actor.must(Permission.SETTINGS, centre)
        return self.webhooks.deliveries(centre, SHOWN)

    def tell(self, centre: CentreNumber, url: str, actor: Actor) -> EndpointView:
        """Set the address, with a new secret; the same address keeps the secret it has.

        Raises `Malformed` for an address within a private network.
        """
        actor.must(Permission.SETTINGS, centre)
        self.sender.must_be_public(url)
        secret = self._secret()
        return self._change(
            centre, WebhookChange.SET, actor, lambda was, now: was.at(url, secret, actor.by(centre).name, now), secret
        )

    def rotate(self, centre: CentreNumber, actor: Actor) -> EndpointView:
        """Make a new secret; the old one stays valid for a day."""
        actor.must(Permission.SETTINGS, centre)
        secret = self._secret()
        return self._change(
            centre,
            WebhookChange.ROTATED,
            actor,
            lambda was, now: was.rotated(secret, actor.by(centre).name, now),
            secret,
        )

    def remove(self, centre: CentreNumber, actor: Actor) -> EndpointView:
        """Remove the address, which stops all messages."""
        actor.must(Permission.SETTINGS, centre)
        return self._change(
            centre, WebhookChange.REMOVED, actor, lambda was, now: was.removed(actor.by(centre).name, now)
        )

    def _change(
        self, centre: CentreNumber, what: WebhookChange, actor: Actor, change: Change, secret: Secret | None = None
    ) -> EndpointView:
        def attempt() -> EndpointView:
            held, now = self.webhooks.endpoint(centre), self.clock()
            changed = change(held, now)
            if changed is not held:
                self.webhooks.put(changed, webhook_changed(held, changed, what, actor.by(centre), now))
            return EndpointView(changed, now, new=secret in changed.secrets)

        return retry_on_conflict(attempt)

    def _secret(self) -> Secret:
        return Secret.of(self.random(32))


def webhook_changed(before: Endpoint, after: Endpoint, what: WebhookChange, by: By, now: datetime) -> WebhookChanged:
    """The fact that a centre's webhook changed."""
    return WebhookChanged(office=after.centre, at=now, by=by, change=what, before=before.url, after=after.url)
