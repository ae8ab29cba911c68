"""The route with which programs send many rows at once."""

from http import HTTPStatus
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.exceptions import RequestValidationError
from aws_lambda_powertools.event_handler.openapi.params import Header
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter
from pydantic import ValidationError

from centremark.bootstrap import services
from centremark.domain.shared.identifiers import SheetId
from centremark.handlers.api.entity_tags import versions_asked_for
from centremark.handlers.api.http import (
    WRITE,
    IdempotencyKey,
    PreconditionRequired,
    SheetPath,
    answers,
    caller,
    key_of,
    logger,
)
from centremark.handlers.api.json_body import read_json
from centremark.handlers.api.schemas.marks_in_bulk import PUT_MARKS, PutMarksIn
from centremark.handlers.api.schemas.sheet import SavedOut
from centremark.usecases.marks.put_marks import PutMarksCommand

router = APIGatewayHttpRouter()

IfMatchAny = Annotated[
    str | None,
    Header(alias="If-Match", description="The ETag of the sheet that rows without a revision were decided on, or *"),
]


@router.put(  # pyright: ignore[reportUnknownMemberType]
    "/v1/sheets/<sheet>/marks",
    security=WRITE,
    responses=answers(SavedOut, 409, 412, 428, 503),
    tags=["Mark sheets"],
    operation_id="putMarks",
)
def put_marks(sheet: SheetPath, idempotency_key: IdempotencyKey, _if_match: IfMatchAny = None):  # noqa: ANN201  # written as JSON here
    """Put up to 1,000 rows of a sheet: all or nothing, or those that can be saved."""
    body = _body(router.current_event.decoded_body)
    basis = versions_asked_for(router.current_event)
    if basis is None and any(row.revision is None for row in body.rows):
        raise PreconditionRequired(
            "Give each row's revision, or send If-Match with the sheet's ETag, or * to overwrite whatever is there."
        )
    actor = caller(router.current_event)
    command = PutMarksCommand(
        sheet=SheetId.parse(sheet),
        rows=tuple(row.to_domain() for row in body.rows),
        mode=body.mode,
        whole=body.whole,
        basis=frozenset() if basis is None else basis,
        key=key_of(router.current_event, idempotency_key, actor),
    )
    saved = services().put_marks(command, actor)
    logger.info("marks_put", extra={"version": saved.version, "rows": len(command.rows)})
    return Response(HTTPStatus.OK, "application/json", SavedOut.of(saved, actor).model_dump_json())


def _body(text: str | None) -> PutMarksIn:
    try:
        return PUT_MARKS.validate_python(read_json(text or ""))
    except ValidationError as error:
        raise RequestValidationError(error.errors(include_url=False, include_context=False)) from error
