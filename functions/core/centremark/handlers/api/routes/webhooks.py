"""The routes with which a centre's administrator manages its webhook."""

from typing import Annotated, Final

from aws_lambda_powertools.event_handler.openapi.params import Body
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from centremark.bootstrap import services
from centremark.domain.shared.identifiers import CentreNumber
from centremark.handlers.api.http import READ, WRITE, CentrePath, answers, caller
from centremark.handlers.api.schemas.webhooks import DeliveriesOut, WebhookIn, WebhookOut

router = APIGatewayHttpRouter()

AT: Final = "/v1/centres/<centre>/webhook"


@router.get(AT, security=READ, responses=answers(WebhookOut), tags=["Webhooks"], operation_id="webhook")
def read_webhook(centre: CentrePath) -> WebhookOut:
    """Show the address of a centre's webhook."""
    view = services().manage_webhook.read(CentreNumber(centre), caller(router.current_event))
    return WebhookOut.of(view)


@router.put(  # pyright: ignore[reportUnknownMemberType]
    AT, security=WRITE, responses=answers(WebhookOut, 503), tags=["Webhooks"], operation_id="putWebhook"
)
def put_webhook(centre: CentrePath, body: Annotated[WebhookIn, Body()]) -> WebhookOut:
    """Set the address. The answer shows the new secret, once; the same address keeps the secret it has."""
    view = services().manage_webhook.tell(CentreNumber(centre), body.url, caller(router.current_event))
    return WebhookOut.of(view)


@router.delete(AT, security=WRITE, responses=answers(WebhookOut, 503), tags=["Webhooks"], operation_id="removeWebhook")
def remove_webhook(centre: CentrePath) -> WebhookOut:
    """Remove the address, which stops all messages."""
    view = services().manage_webhook.remove(CentreNumber(centre), caller(router.current_event))
    return WebhookOut.of(view)


@router.post(
    f"{AT}/secret",
    security=WRITE,
    responses=answers(WebhookOut, 503),
    tags=["Webhooks"],
    operation_id="rotateWebhookSecret",
)
def rotate_secret(centre: CentrePath) -> WebhookOut:
    """Make a new secret, shown once; the old one stays valid for a day."""
    view = services().manage_webhook.rotate(CentreNumber(centre), caller(router.current_event))
    return WebhookOut.of(view)


@router.get(
    f"{AT}/deliveries",
    security=READ,
    responses=answers(DeliveriesOut),
    tags=["Webhooks"],
    operation_id="webhookDeliveries",
)
def webhook_deliveries(centre: CentrePath) -> DeliveriesOut:
    """Show the latest messages and every attempt to deliver them."""
    found = services().manage_webhook.deliveries(CentreNumber(centre), caller(router.current_event))
    return DeliveriesOut.of(found)
