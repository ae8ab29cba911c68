"""Requests of the process's own AWS clients: recorded, or refused."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from botocore.awsrequest import AWSResponse
from botocore.compat import HTTPHeaders

from centremark.adapters.aws import client


@contextmanager
def asked(service: str = "dynamodb") -> Generator[list[tuple[str, dict[str, Any]]]]:
    """Every operation requested of a service, with its parameters, in order."""
    events, seen = client(service).meta.events, list[tuple[str, dict[str, Any]]]()

    def note(params: dict[str, Any], model: Any, **_: object) -> None:
        seen.append((model.name, params))

    operation = f"before-parameter-build.{service}"
    events.register(operation, note)
    try:
        yield seen
    finally:
        events.unregister(operation, note)


@contextmanager
def transactions_refused(code: str, *reasons: str, after: int = 0) -> Generator[None]:
    """Refuse every DynamoDB transaction `after` the first ones with this error, as if its retries had failed."""
    events, operation = client("dynamodb").meta.events, "before-call.dynamodb.TransactWriteItems"
    refusal = {
        "Error": {"Code": code, "Message": "Refused"},
        "CancellationReasons": [{"Code": reason} for reason in reasons],
    }

    let_through = iter(range(after))

    def refuse(**_: object) -> tuple[AWSResponse, dict[str, Any]] | None:
        if next(let_through, None) is not None:
            return None
        return AWSResponse("", 400, HTTPHeaders(), None), refusal

    events.register(operation, refuse)
    try:
        yield
    finally:
        events.unregister(operation, refuse)
