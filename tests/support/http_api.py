"""Requests as the HTTP API passes them to a function (payload 2.0), and the answers."""

import json
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

SUBJECT = "subject-of-asha"


class Context:
    """The Lambda context that a handler gets."""

    function_name = "function"
    memory_limit_in_mb = 1024
    invoked_function_arn = "arn:aws:lambda:eu-west-2:123456789012:function:function"
    aws_request_id = "request"


@dataclass(frozen=True)
class Answer:
    """A function's answer to a request."""

    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def body(self) -> Any:
        return json.loads(self.text)


Handler = Callable[[dict[str, Any], Any], dict[str, Any]]


def call(  # noqa: PLR0913  # a request has this many parts
    handler: Handler,
    method: str,
    path: str,
    body: object = None,
    *,
    headers: Mapping[str, str] | None = None,
    query: Mapping[str, str] | None = None,
    subject: str = SUBJECT,
    raw: str | None = None,
    encoded: bytes | None = None,
    machine: bool = False,
    claims: Mapping[str, str] | None = None,
) -> Answer:
    """Send one request as a person or machine client that the gateway has verified."""
    about = {"token_use": "access"} if claims is None else claims
    said = {"sub": subject, **about} | ({} if machine else {"username": "asha"})
    event: dict[str, Any] = {
        "version": "2.0",
        "routeKey": f"{method} {path}",
        "rawPath": path,
        "rawQueryString": "",
        "headers": {"content-type": "application/json", **{k.lower(): v for k, v in (headers or {}).items()}},
        "queryStringParameters": dict(query or {}),
        "requestContext": {
            "accountId": "123456789012",
            "apiId": "api",
            "domainName": "api.example",
            "domainPrefix": "api",
            "http": {"method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "127.0.0.1", "userAgent": "t"},
            "requestId": "request",
            "routeKey": f"{method} {path}",
            "stage": "$default",
            "time": "20/Apr/2027:12:00:00 +0000",
            "timeEpoch": 1808222400000,
            "authorizer": {"jwt": {"claims": said, "scopes": []}},
        },
        "body": raw if raw is not None else None if body is None else json.dumps(body),
        "isBase64Encoded": False,
    }
    if encoded is not None:
        event |= {"body": b64encode(encoded).decode(), "isBase64Encoded": True}
    answer = handler(event, Context())
    return Answer(answer["statusCode"], answer.get("headers", {}), answer["body"])
