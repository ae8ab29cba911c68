"""Shapes of the routes for a centre's webhook."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

from pydantic import Field

from centremark.domain.webhooks.webhook import Delivery, DeliveryState
from centremark.handlers.api.schemas.shared import In, Out
from centremark.usecases.webhooks.manage_webhook import EndpointView


class WebhookIn(In):
    """The address for messages to the centre's system: https, on the public internet."""

    url: Annotated[str, Field(min_length=1, max_length=500)]


class WebhookOut(Out):
    """The address of the webhook, empty for none. `secret` is shown once, when it is new."""

    url: str
    secrets: int
    changed_by: str
    changed_at: datetime | None
    secret: str | None

    @classmethod
    def of(cls, view: EndpointView) -> "WebhookOut":
        endpoint, valid = view.endpoint, view.endpoint.valid(view.at)
        return cls(
            url=endpoint.url,
            secrets=len(valid),
            changed_by=endpoint.changed_by,
            changed_at=endpoint.changed_at,
            secret=valid[0].value if view.new and valid else None,
        )


class TryOut(Out):
    """One attempt: the status in the answer, 0 when there was none."""

    at: datetime
    status: int
    words: str


class DeliveryOut(Out):
    """One message and its attempts; `id` is its webhook-id."""

    id: str
    type: str
    happened: datetime
    state: DeliveryState
    tries: list[TryOut]


class DeliveriesOut(Out):
    """The latest fifty messages, latest first; they are kept for a month."""

    deliveries: list[DeliveryOut]

    @classmethod
    def of(cls, deliveries: Sequence[Delivery]) -> "DeliveriesOut":
        return cls(deliveries=[DeliveryOut.model_validate(delivery) for delivery in deliveries])
