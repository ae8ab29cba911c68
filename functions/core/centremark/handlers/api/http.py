"""What every route shares: the caller, problem bodies, entity tags, the log line."""

import json
from base64 import b64decode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from http import HTTPStatus
from typing import Annotated, Any, Final

from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.event_handler.exceptions import NotFoundError
from aws_lambda_powertools.event_handler.openapi.exceptions import RequestValidationError
from aws_lambda_powertools.event_handler.openapi.params import Header, Path
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter
from aws_lambda_powertools.utilities.data_classes import APIGatewayProxyEventV2
from aws_lambda_powertools.utilities.typing import LambdaContext

from centremark.bootstrap import services
from centremark.domain.shared.actor import Actor, Channel
from centremark.domain.shared.errors import (
    Busy,
    CentremarkError,
    Conflict,
    Forbidden,
    Invalid,
    Malformed,
    NotFound,
    Stale,
    TooManyRequests,
)
from centremark.domain.shared.ports import Key
from centremark.handlers.api.fields import whole
from centremark.handlers.api.json_body import UnreadableBody, read_json, unreadable
from centremark.handlers.api.schemas.shared import GatewayProblem, Problem

logger = Logger()

READ: Final = [{"token": ["centremark/read"]}]
WRITE: Final = [{"token": ["centremark/write"]}]
SUBMIT: Final = [{"token": ["centremark/submit"]}]
"""The scopes of a route, as the template's authorizer asks for them."""

CentrePath = Annotated[str, Path(description="Centre number")]
SeriesPath = Annotated[str, Path(description="Series, as 2027-06")]
SheetPath = Annotated[str, Path(description="Series, centre and assessment, as 2027-06.64235.H446-03")]
UploadPath = Annotated[str, Path(description="An upload's id")]
AmendmentPath = Annotated[int, Path(description="Which amendment of the sheet, from 1", ge=1)]

IdempotencyKey = Annotated[
    str,
    Header(
        alias="Idempotency-Key", min_length=8, max_length=100, description="The same for every attempt at one request"
    ),
]


class PreconditionRequired(CentremarkError):
    """The request must name the version it is based on."""

    code = "precondition-required"


class UnusableTag(CentremarkError):
    """If-Match names no version of a mark sheet: its tags are weak, or of something else."""

    code = "unusable-tag"


class AnswerTooLarge(CentremarkError):
    """The answer would be too large. Ask for less at once, such as a page of rows."""

    code = "answer-too-large"


TOO_LARGE: Final = "The answer is too large to send at once. Request a page or a part of it."
MOST_ANSWERED: Final = 6 * 1024 * 1024 - 1024
"""What Lambda gives back: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html."""
JSON_TYPE: Final = "application/json"
PROBLEM_TYPE: Final = "application/problem+json"
STATUS: Final[Mapping[type[CentremarkError], HTTPStatus]] = {
    CentremarkError: HTTPStatus.BAD_REQUEST,
    Invalid: HTTPStatus.UNPROCESSABLE_ENTITY,
    NotFound: HTTPStatus.NOT_FOUND,
    Forbidden: HTTPStatus.FORBIDDEN,
    Conflict: HTTPStatus.CONFLICT,
    Stale: HTTPStatus.PRECONDITION_FAILED,
    UnreadableBody: HTTPStatus.UNPROCESSABLE_ENTITY,
    UnusableTag: HTTPStatus.PRECONDITION_FAILED,
    AnswerTooLarge: HTTPStatus.UNPROCESSABLE_ENTITY,
    PreconditionRequired: HTTPStatus.PRECONDITION_REQUIRED,
    TooManyRequests: HTTPStatus.TOO_MANY_REQUESTS,
    Busy: HTTPStatus.SERVICE_UNAVAILABLE,
}


OF_THE_REQUEST: Final = (Invalid, UnreadableBody, UnusableTag, PreconditionRequired)
"""Refusals of what a request says, which only those hear who may use its route."""


def answers(model: type, *errors: int, status: int = 200) -> dict[int, Any]:
    """The documented answers of a route: its own, its problems, and those that the gateway gives."""
    documented: dict[int, Any] = {status: {"description": "Done", "content": {"application/json": {"model": model}}}}
    ours, gateways = {PROBLEM_TYPE: {"model": Problem}}, {"application/json": {"model": GatewayProblem}}
    for fault in sorted({404, 415, 422, *errors}):
        documented[fault] = {"description": HTTPStatus(fault).phrase, "content": ours}
    documented[401] = {"description": "There is no token, or it is not valid", "content": gateways}
    documented[403] = {
        "description": "This token's scopes or this person's role do not allow it",
        "content": ours | gateways,
    }
    documented[429] = {"description": "Too many requests; wait, then send it again", "content": ours | gateways}
    return documented


def caller(event: APIGatewayProxyEventV2) -> Actor:
    """The actor behind the token, which the gateway has verified; also counts their request.

    A person's access token names a user; a machine client's names only itself. Raises `Forbidden` for an ID token,
    which the gateway would take too, because its audience is the client; and `TooManyRequests`.
    """
    actor = _recognised(event)
    services().limit_rate(actor)
    return actor


def _recognised(event: APIGatewayProxyEventV2) -> Actor:
    authorizer = event.request_context.authorizer
    claims: Mapping[str, str] = (authorizer.jwt_claim if authorizer else None) or {}
    if claims.get("token_use") != "access":
        raise Forbidden("This is not an access token. Send the access_token that the sign-in gave, not the id_token.")
    channel = Channel.WEB if "username" in claims else Channel.API
    return services().recognise(claims["sub"], channel)


def key_of(event: APIGatewayProxyEventV2, value: str, actor: Actor) -> Key:
    """The idempotency key of a request, with a fingerprint of the request."""
    asked = f"{event.request_context.http.method} {event.raw_path}\n{event.body or ''}"
    return Key(actor.id, value, sha256(asked.encode()).hexdigest())


def problem_body(status: HTTPStatus, code: str, detail: str, errors: list[dict[str, str]] | None = None) -> str:
    """Write a problem as JSON."""
    body = {
        "type": f"https://centremark.example/problems/{code}",
        "title": status.phrase,
        "status": status.value,
        "code": code,
        "detail": detail,
        "errors": errors or [],
    }
    return whole(json.dumps(body, ensure_ascii=False))


def problem(
    status: HTTPStatus, code: str, detail: str, errors: list[dict[str, str]] | None = None, wait: int | None = None
) -> Response[str]:
    """Answer with a problem; `wait` is the seconds to wait before asking again (Retry-After)."""
    headers: dict[str, str | list[str]] = {} if wait is None else {"Retry-After": str(wait)}
    return Response(status, PROBLEM_TYPE, problem_body(status, code, detail, errors), headers)


def refuse(error: CentremarkError) -> Response[str]:
    """Answer with the problem of a refusal; an error without a status of its own has its parent's."""
    status = next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)
    errors = [point._asdict() for point in error.points]
    return problem(status, error.code, str(error), errors, _wait(error))


def _wait(error: CentremarkError) -> int | None:
    match error:
        case TooManyRequests():
            return error.wait
        case Busy():
            return 1
        case _:
            return None


def malformed(error: RequestValidationError) -> Response[str]:
    """Answer that the request does not have the documented shape, with a pointer to each place."""
    errors = [
        {
            "pointer": _pointer(fault["loc"]),
            "code": str(fault["type"]),
            "detail": str(fault.get("msg") or fault["type"]),
        }
        for fault in error.errors()
    ]
    places = ", ".join(fault["pointer"] or "its beginning" for fault in errors[:3])
    detail = (
        f"The request does not match the documentation at {places}. Nothing was saved. Correct it and send it again."
    )
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "malformed-request", detail, errors)


def _pointer(place: Sequence[str | int]) -> str:
    """The JSON pointer of a place in the validator's terms, without the kind of outcome that it inserts.

    For a query parameter the types it might have had are left out.
    """
    if place[:1] == ("query",):
        return "/" + "/".join(map(str, place[:2]))
    parts = [str(part) for part in place if part != "body"]
    kinds = {at + 1 for at, part in enumerate(parts) if part == "outcome"}
    return "".join(f"/{part}" for at, part in enumerate(parts) if at not in kinds)


def failed(error: Exception) -> Response[str]:
    """Answer that something went wrong on our side; only the log has the details."""
    logger.error("request_failed", exc_info=error)
    detail = "Something went wrong on our side. Check what was saved, then try again."
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, "fault", detail)


def no_such_route(_: NotFoundError) -> Response[str]:
    """Answer that the API has no such address."""
    return problem(HTTPStatus.NOT_FOUND, "not-found", "The API does not have this address.")


def api(*routers: APIGatewayHttpRouter) -> APIGatewayHttpResolver:
    """Make a resolver of these routes that answers every refusal and fault with a problem body."""
    app = APIGatewayHttpResolver(
        enable_validation=True, response_validation_error_http_code=500, json_body_deserializer=read_json
    )
    for router in routers:
        app.include_router(router)

    def refuse_what_it_says(error: CentremarkError) -> Response[str]:
        return _not_permitted(app) or refuse(error)

    def refuse_its_shape(error: RequestValidationError) -> Response[str]:
        return _not_permitted(app) or malformed(error)

    app.exception_handler(CentremarkError)(refuse)
    for kind in OF_THE_REQUEST:
        app.exception_handler(kind)(refuse_what_it_says)
    app.exception_handler(RequestValidationError)(refuse_its_shape)
    app.exception_handler(Exception)(failed)
    app.not_found(no_such_route)  # pyright: ignore[reportUnknownMemberType]
    return app


def _not_permitted(app: APIGatewayHttpResolver) -> Response[str] | None:
    """The refusal of a caller who may not use the route at all, which comes before what is wrong with the request."""
    from centremark.handlers.api.guards import GUARDS  # noqa: PLC0415  # loaded with the first refusal, not at a start

    asked = app.request
    guard = GUARDS.get(f"{asked.method} {asked.route}")
    try:
        if guard:
            guard(_recognised(app.current_event), asked.path_parameters)
    except (Forbidden, NotFound) as refusal:
        return refuse(refusal)
    except Malformed:
        return None
    return None


def answer(app: APIGatewayHttpResolver, event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answer a request and log it once, without names, marks or tokens."""
    given = _resolved(app, event, context)
    given["body"] = given["body"] or ""  # an answer without a body, such as 304
    if len(given["body"]) > MOST_ANSWERED // 2 and len(json.dumps(given)) > MOST_ANSWERED:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        given = _plainly(status, problem_body(status, AnswerTooLarge.code, TOO_LARGE))
    given.setdefault("headers", {})["Cache-Control"] = "no-store"  # names and marks stay on no shared computer
    logger.info("request_answered", extra={"status": given["statusCode"]})
    return given


def _resolved(app: APIGatewayHttpResolver, event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    if not event.get("body"):
        return app.resolve(event, context)
    headers: dict[str, str] = event.get("headers", {})
    if headers.get("content-type", "").partition(";")[0].strip().lower() != JSON_TYPE:
        status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE
        return _plainly(status, problem_body(status, "unsupported-media-type", "Send the request as application/json."))
    try:
        body = _text_of(event)
    except ValueError:
        refused = refuse(unreadable("The body is not text in UTF-8."))
        return _plainly(HTTPStatus(refused.status_code), refused.body or "")
    read = {"headers": {**headers, "content-type": JSON_TYPE}, "body": body, "isBase64Encoded": False}
    return app.resolve(event | read, context)


def _text_of(event: Mapping[str, Any]) -> str:
    """The body as text; the gateway sends it in base64 unless its media type says that it is text."""
    body: str = event["body"]
    return b64decode(body, validate=True).decode() if event.get("isBase64Encoded") else body


def _plainly(status: HTTPStatus, body: str) -> dict[str, Any]:
    return {"statusCode": status.value, "headers": {"Content-Type": PROBLEM_TYPE}, "body": body}
