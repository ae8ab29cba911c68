"""The routes that show, change and submit mark sheets."""

from http import HTTPStatus
from typing import Annotated, Any, Final, Literal

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Header, Path, Query
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter
from aws_lambda_powertools.logging import correlation_paths
from aws_lambda_powertools.utilities.typing import LambdaContext
from pydantic import Field

from centremark.bootstrap import services
from centremark.domain.shared.identifiers import CandidateNumber, CentreNumber, SeriesId, SheetId, Uci
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.handlers.api.entity_tags import names, tag_of, tag_of_text, versions_asked_for
from centremark.handlers.api.http import (
    READ,
    SUBMIT,
    WRITE,
    CentrePath,
    IdempotencyKey,
    PreconditionRequired,
    SeriesPath,
    SheetPath,
    answer,
    answers,
    api,
    caller,
    key_of,
    logger,
)
from centremark.handlers.api.routes import marks_in_bulk as bulk
from centremark.handlers.api.routes import requests
from centremark.handlers.api.schemas.circumstances import CircumstanceIn, RecordedOut
from centremark.handlers.api.schemas.shared import SeriesListOut, SubmissionOut
from centremark.handlers.api.schemas.sheet import CentreAssessmentsOut, NowOut, SavedOut, SaveIn, SheetOut
from centremark.handlers.api.schemas.submission import ReviewOut, SubmitIn
from centremark.usecases.marks.enter_marks import EnterMarksCommand
from centremark.usecases.marks.put_marks import ANY_VERSION
from centremark.usecases.submission.submit_marks import SubmitMarksCommand

router = APIGatewayHttpRouter()

PageNumber = Annotated[int, Field(ge=1, le=1000)]
NOT_MODIFIED: Final[dict[int, Any]] = {304: {"description": "Nothing has changed since the ETag in If-None-Match"}}
IfMatch = Annotated[str | None, Header(alias="If-Match", description="The ETag of the review that was agreed to")]


@router.get("/v1/series", security=READ, responses=answers(SeriesListOut), tags=["Catalogue"], operation_id="series")
def series() -> SeriesListOut:
    """List the exam series, latest first."""
    return SeriesListOut.of(*services().read_series())


@router.get(
    "/v1/centres/<centre>/series/<series_id>/assessments",
    security=READ,
    responses=answers(CentreAssessmentsOut),
    tags=["Mark sheets"],
    operation_id="centreAssessments",
)
def centre_assessments(
    centre: CentrePath,
    series_id: SeriesPath,
    qualification: Annotated[str, Query(description="Only this qualification, as H446")] = "",
    code: Annotated[str, Query(description="Only this assessment, as H446/03 or the start of it")] = "",
) -> CentreAssessmentsOut:
    """Show how far a centre is with each assessment of a series."""
    actor = caller(router.current_event)
    view = services().read_centre(CentreNumber(centre), SeriesId(series_id), actor)
    asked = services().read_requests.of_sheets(view.centre.number, view.series.id, view.sheets)
    sheets = [sheet for sheet in view.sheets if _asked_for(sheet, qualification, code)]
    return CentreAssessmentsOut.of(view, sheets, asked, actor)


def _asked_for(sheet: MarkSheet, qualification: str, code: str) -> bool:
    asked = code.upper().replace("-", "/")
    return sheet.assessment.code.startswith(asked) and sheet.assessment.qualification.code.startswith(
        qualification.upper()
    )


@router.get(
    "/v1/sheets/<sheet>", security=READ, responses=answers(SheetOut), tags=["Mark sheets"], operation_id="sheet"
)
def read_sheet(
    sheet: SheetPath,
    page: Annotated[PageNumber | Literal["all"], Query(description="Page of 50 rows from 1, or all")] = 1,
) -> Response[SheetOut]:
    """Show a mark sheet; the ETag is its version."""
    actor = caller(router.current_event)
    view = services().read_sheet(SheetId.parse(sheet), actor)
    body = SheetOut.paged(view, actor, None if page == "all" else page)
    return _with_etag(body, view.sheet.version)


@router.get(
    "/v1/sheets/<sheet>/now",
    security=READ,
    responses=answers(NowOut) | NOT_MODIFIED,
    tags=["Mark sheets"],
    operation_id="sheetNow",
)
def sheet_now(
    sheet: SheetPath,
    if_none_match: Annotated[str, Header(alias="If-None-Match", description="The ETag of the last answer")] = "",
) -> Response[NowOut | None]:
    """Show the version of a sheet and who else has it open; note that you have. Ask every few seconds at most."""
    body = NowOut.of(services().see_colleagues(SheetId.parse(sheet), caller(router.current_event)))
    tag = tag_of_text(body.model_dump_json())
    if names(if_none_match, tag):
        return Response(HTTPStatus.NOT_MODIFIED, headers={"ETag": tag})
    return Response(HTTPStatus.OK, "application/json", body, headers={"ETag": tag})


@router.get(
    "/v1/sheets/<sheet>/review",
    security=READ,
    responses=answers(ReviewOut),
    tags=["Mark sheets"],
    operation_id="review",
)
def review(sheet: SheetPath) -> Response[ReviewOut]:
    """Show everything to look at before submitting; submit with this ETag."""
    actor = caller(router.current_event)
    view = services().read_sheet(SheetId.parse(sheet), actor)
    return _with_etag(ReviewOut.of(view, actor), view.sheet.version)


@router.patch(  # pyright: ignore[reportUnknownMemberType]
    "/v1/sheets/<sheet>/marks",
    security=WRITE,
    responses=answers(SavedOut, 409, 503),
    tags=["Mark sheets"],
    operation_id="enterMarks",
)
def enter_marks(sheet: SheetPath, body: Annotated[SaveIn, Body()], idempotency_key: IdempotencyKey) -> SavedOut:
    """Enter, clear, tick, untick or flag rows; each has its own result, and a bad one does not stop the others."""
    actor = caller(router.current_event)
    changes = tuple(row.to_domain() for row in body.rows)
    key = key_of(router.current_event, idempotency_key, actor)
    saved = services().enter_marks(EnterMarksCommand(SheetId.parse(sheet), changes, key), actor)
    logger.info("marks_saved", extra={"version": saved.version, "rows": len(changes)})
    return SavedOut.of(saved, actor)


@router.put(
    "/v1/sheets/<sheet>/candidates/<candidate>/circumstance",
    security=WRITE,
    responses=answers(RecordedOut, 409, 503),
    tags=["Mark sheets"],
    operation_id="recordCircumstance",
)
def record_circumstance(
    sheet: SheetPath,
    candidate: Annotated[str, Path(description="Candidate number, as 1001")],
    body: Annotated[CircumstanceIn, Body()],
) -> RecordedOut:
    """Record lost work or special consideration for a candidate, or remove it; the mark stays."""
    actor, number = caller(router.current_event), CandidateNumber(candidate)
    uci = Uci(body.uci) if body.uci else None
    changed = services().record_circumstance(SheetId.parse(sheet), number, body.to_domain(), actor, uci)
    logger.info("circumstance_recorded", extra={"version": changed.version})
    return RecordedOut.of(changed, number)


@router.post(
    "/v1/sheets/<sheet>/submit",
    security=SUBMIT,
    responses=answers(SubmissionOut, 409, 412, 428, 503),
    tags=["Mark sheets"],
    operation_id="submitMarks",
)
def submit_marks(
    sheet: SheetPath,
    body: Annotated[SubmitIn, Body()],
    idempotency_key: IdempotencyKey,
    _if_match: IfMatch = None,
) -> SubmissionOut:
    """Submit to the board exactly the marks that were reviewed."""
    versions = versions_asked_for(router.current_event)
    if versions is None or versions is ANY_VERSION:
        raise PreconditionRequired(
            "Send If-Match with the ETag of the review, so that what you saw is what you submit."
        )
    actor = caller(router.current_event)
    command = SubmitMarksCommand(
        sheet=SheetId.parse(sheet),
        versions=versions,
        agreement=body.declaration.to_domain(),
        key=key_of(router.current_event, idempotency_key, actor),
    )
    submitted = services().submit_marks(command, actor)
    logger.info("marks_submitted", extra={"version": submitted.version})
    return SubmissionOut.of(submitted)


def _with_etag[T](body: T, version: int) -> Response[T]:
    return Response(HTTPStatus.OK, "application/json", body, headers={"ETag": tag_of(version)})


app = api(router, bulk.router, requests.router)


@logger.inject_lambda_context(correlation_id_path=correlation_paths.API_GATEWAY_HTTP)
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answer an HTTP API request (payload 2.0)."""
    return answer(app, event, context)
