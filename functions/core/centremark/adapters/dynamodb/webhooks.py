"""Webhook endpoints and deliveries in the Marks table."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any, Final

from pynamodb.attributes import NumberAttribute

from centremark.adapters.dynamodb.facts import keep_facts
from centremark.adapters.dynamodb.items import CompactAttribute, MarksItem
from centremark.adapters.dynamodb.stores import in_one_transaction
from centremark.domain.catalogue.centre_facts import CentreFact
from centremark.domain.shared.identifiers import CentreNumber
from centremark.domain.webhooks.webhook import Delivery, DeliveryState, Endpoint, Secret, Try

Json = dict[str, Any]
KEPT: Final = timedelta(days=30)
DELIVERY: Final = "DELIVERY#"


def _partition(centre: CentreNumber) -> str:
    return f"WEBHOOK#{centre}"


class EndpointItem(MarksItem, discriminator="webhook"):
    """A centre's endpoint, under ``("WEBHOOK#64235", "ENDPOINT")``."""

    version = NumberAttribute(attr_name="v")
    body = CompactAttribute(attr_name="b")


class DeliveryItem(MarksItem, discriminator="delivery"):
    """One message, under ``("WEBHOOK#64235", "DELIVERY#2027-04-20T12:00:00+00:00#msg_…")``."""

    body = CompactAttribute(attr_name="b")
    expires = NumberAttribute(attr_name="ttl")


class DynamoWebhooks:
    """Endpoints, each saved over the version before, and deliveries."""

    def endpoint(self, centre: CentreNumber) -> Endpoint:
        """A centre's endpoint."""
        item = EndpointItem.find((_partition(centre), "ENDPOINT"), consistent=True)
        if item is None:
            return Endpoint(centre)
        body: Json = item.body
        secrets = (Secret(value, until and datetime.fromisoformat(until)) for value, until in body["secrets"])
        changed = datetime.fromisoformat(body["changed_at"]) if body["changed_at"] else None
        return Endpoint(centre, body["url"], tuple(secrets), int(item.version), body["changed_by"], changed)

    def put(self, endpoint: Endpoint, *facts: CentreFact) -> None:
        """Save an endpoint over the version before, with the facts."""
        body = {
            "url": endpoint.url,
            "secrets": [[secret.value, secret.until and secret.until.isoformat()] for secret in endpoint.secrets],
            "changed_by": endpoint.changed_by,
            "changed_at": endpoint.changed_at and endpoint.changed_at.isoformat(),
        }
        before = endpoint.version - 1
        unchanged = EndpointItem.version == before if before else EndpointItem.pk.does_not_exist()
        item = EndpointItem(_partition(endpoint.centre), "ENDPOINT", version=endpoint.version, body=body)
        with in_one_transaction() as transaction:
            transaction.save(item, condition=unchanged)
            keep_facts(transaction, facts)

    def delivery(self, centre: CentreNumber, wanted: Delivery) -> Delivery | None:
        """What is known about a message."""
        item = DeliveryItem.find(_key(centre, wanted), consistent=True)
        return _delivery(item) if item else None

    def note(self, centre: CentreNumber, delivery: Delivery) -> None:
        """Save what is known about a message."""
        body = asdict(delivery) | {
            "happened": delivery.happened.isoformat(),
            "tries": [[made.at.isoformat(), made.status, made.words] for made in delivery.tries],
        }
        expires = int((delivery.happened + KEPT).timestamp())
        DeliveryItem(*_key(centre, delivery), body=body, expires=expires).save()

    def deliveries(self, centre: CentreNumber, limit: int) -> Sequence[Delivery]:
        """The latest messages, latest first."""
        starts = DeliveryItem.sk.startswith(DELIVERY)
        found = DeliveryItem.query(_partition(centre), starts, scan_index_forward=False, limit=limit)
        return [_delivery(item) for item in found]


def _key(centre: CentreNumber, delivery: Delivery) -> tuple[str, str]:
    return _partition(centre), f"{DELIVERY}{delivery.happened.isoformat()}#{delivery.id}"


def _delivery(item: DeliveryItem) -> Delivery:
    body: Json = item.body
    tries = tuple(Try(datetime.fromisoformat(at), status, words) for at, status, words in body["tries"])
    happened = datetime.fromisoformat(body["happened"])
    return Delivery(body["id"], body["type"], happened, DeliveryState(body["state"]), tries)
