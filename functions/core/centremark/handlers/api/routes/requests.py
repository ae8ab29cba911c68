"""The routes with which colleagues ask one another for marks, remind, and say that marks are ready."""

from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Body, Path
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from centremark.bootstrap import services
from centremark.domain.shared.actor import Actor
from centremark.domain.shared.identifiers import CentreNumber, SeriesId, SheetId
from centremark.handlers.api.http import (
    READ,
    WRITE,
    CentrePath,
    IdempotencyKey,
    SeriesPath,
    SheetPath,
    answers,
    caller,
    key_of,
    logger,
)
from centremark.handlers.api.schemas.requests import RemindedOut, RemindersOut, RemindIn, RequestIn, RequestsOut
from centremark.usecases.requests.ask_colleagues import AskColleagueCommand
from centremark.usecases.requests.remind import RemindCommand

router = APIGatewayHttpRouter()

AT = "/v1/sheets/<sheet>/requests"
NumberPath = Annotated[int, Path(description="Which request of the sheet, from 1", ge=1)]


@router.get(AT, security=READ, responses=answers(RequestsOut), tags=["Requests"], operation_id="requests")
def read_requests(sheet: SheetPath) -> RequestsOut:
    """Show who at the centre is asked for which marks of a sheet, by when, and how far they are."""
    return _seen(SheetId.parse(sheet), caller(router.current_event))


@router.post(
    AT,
    security=WRITE,
    responses=answers(RequestsOut, 409, 503),
    tags=["Requests"],
    operation_id="askColleague",
)
def ask_colleague(sheet: SheetPath, body: Annotated[RequestIn, Body()], idempotency_key: IdempotencyKey) -> RequestsOut:
    """Ask someone at the centre for the marks of a sheet or of teaching groups, by a date of the centre's own."""
    actor, sheet_id = caller(router.current_event), SheetId.parse(sheet)
    key = key_of(router.current_event, idempotency_key, actor)
    services().ask_colleague(AskColleagueCommand(body.to_domain(sheet_id), key), actor)
    logger.info("colleague_asked")
    return _seen(sheet_id, actor)


@router.put(  # pyright: ignore[reportUnknownMemberType]
    f"{AT}/<number>",
    security=WRITE,
    responses=answers(RequestsOut, 409, 503),
    tags=["Requests"],
    operation_id="changeRequest",
)
def change_request(sheet: SheetPath, number: NumberPath, body: Annotated[RequestIn, Body()]) -> RequestsOut:
    """Ask someone else, for another part or by another date."""
    actor, sheet_id = caller(router.current_event), SheetId.parse(sheet)
    services().ask_colleague.change(number, body.to_domain(sheet_id), actor)
    return _seen(sheet_id, actor)


@router.delete(
    f"{AT}/<number>",
    security=WRITE,
    responses=answers(RequestsOut, 503),
    tags=["Requests"],
    operation_id="takeRequestBack",
)
def take_request_back(sheet: SheetPath, number: NumberPath) -> RequestsOut:
    """Stop asking for these marks."""
    actor, sheet_id = caller(router.current_event), SheetId.parse(sheet)
    services().ask_colleague.take_back(sheet_id, number, actor)
    return _seen(sheet_id, actor)


@router.post(
    f"{AT}/<number>/ready",
    security=WRITE,
    responses=answers(RequestsOut, 409, 503),
    tags=["Requests"],
    operation_id="sayReady",
)
def say_ready(sheet: SheetPath, number: NumberPath) -> RequestsOut:
    """Tell whoever asked that the marks they asked you for are ready."""
    actor, sheet_id = caller(router.current_event), SheetId.parse(sheet)
    services().say_ready(sheet_id, number, actor)
    return _seen(sheet_id, actor)


@router.post(
    "/v1/centres/<centre>/series/<series_id>/reminders",
    security=WRITE,
    responses=answers(RemindersOut, 503),
    tags=["Requests"],
    operation_id="remindColleagues",
)
def remind_colleagues(
    centre: CentrePath, series_id: SeriesPath, body: Annotated[RemindIn, Body()], idempotency_key: IdempotencyKey
) -> RemindersOut:
    """Remind colleagues of what they were asked, at most once a day for the same thing; each has its own result."""
    actor = caller(router.current_event)
    key = key_of(router.current_event, idempotency_key, actor)
    command = RemindCommand(CentreNumber(centre), SeriesId(series_id), body.to_domain(), key)
    results = [RemindedOut.of(answer) for answer in services().remind_colleagues(command, actor)]
    logger.info("colleagues_reminded", extra={"asked": len(command.asked)})
    return RemindersOut(results=results)


def _seen(sheet: SheetId, actor: Actor) -> RequestsOut:
    return RequestsOut.of(services().read_requests(sheet, actor), actor)
