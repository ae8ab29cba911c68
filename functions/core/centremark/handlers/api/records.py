"""The routes for submissions, histories, reports and mark slips."""

from http import HTTPStatus
from typing import Annotated, Any

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Path, Query
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter
from aws_lambda_powertools.logging import correlation_paths
from aws_lambda_powertools.utilities.typing import LambdaContext

from centremark.bootstrap import services
from centremark.domain.shared.identifiers import CentreNumber, SeriesId, SheetId
from centremark.handlers.api.fields import DayIn
from centremark.handlers.api.http import READ, CentrePath, SeriesPath, SheetPath, answer, answers, api, caller, logger
from centremark.handlers.api.schemas.centre_history import OfficeHistoryOut
from centremark.handlers.api.schemas.history import ChangesOut, HistoryOut, SubmissionsOut
from centremark.handlers.api.schemas.prints import ReportOut, SlipsIn, SlipsOut
from centremark.handlers.api.schemas.shared import SubmissionOut
from centremark.handlers.api.schemas.submissions import SheetSubmissionsOut, SubmittedMarksOut
from centremark.usecases.prints.orders import ReportOrder, SlipsOrder

router = APIGatewayHttpRouter()

BeforeQuery = Annotated[str | None, Query(description="From the previous page, to show older changes")]


@router.get(
    "/v1/centres/<centre>/series/<series_id>/submissions",
    security=READ,
    responses=answers(SubmissionsOut),
    tags=["Records"],
    operation_id="submissions",
)
def submissions(
    centre: CentrePath,
    series_id: SeriesPath,
) -> SubmissionsOut:
    """List what a centre has submitted in a series, latest first."""
    actor = caller(router.current_event)
    return SubmissionsOut.of(services().read_centre(CentreNumber(centre), SeriesId(series_id), actor), actor)


@router.get(
    "/v1/sheets/<sheet>/history", security=READ, responses=answers(HistoryOut), tags=["Records"], operation_id="history"
)
def history(
    sheet: SheetPath,
    before: BeforeQuery = None,
) -> HistoryOut:
    """Show who changed what and when, latest first, fifty entries a page."""
    return HistoryOut.of(services().read_history(SheetId.parse(sheet), before, caller(router.current_event)))


@router.get(
    "/v1/centres/<centre>/history",
    security=READ,
    responses=answers(OfficeHistoryOut),
    tags=["Records"],
    operation_id="centreHistory",
)
def centre_history(
    centre: CentrePath,
    before: BeforeQuery = None,
) -> OfficeHistoryOut:
    """Show what was changed at a centre and by whom: roles, settings, webhook. For its administrator and the board."""
    actor = caller(router.current_event)
    return OfficeHistoryOut.of(services().read_office_history.of_centre(CentreNumber(centre), before, actor))


@router.get(
    "/v1/board/history",
    security=READ,
    responses=answers(OfficeHistoryOut),
    tags=["Board"],
    operation_id="boardHistory",
)
def board_history(
    before: BeforeQuery = None,
) -> OfficeHistoryOut:
    """Show what was changed at the board and by whom: catalogue, consortia, its own people. For the board."""
    return OfficeHistoryOut.of(services().read_office_history.of_board(before, caller(router.current_event)))


@router.get(
    "/v1/sheets/<sheet>/report", security=READ, responses=answers(ReportOut), tags=["Records"], operation_id="report"
)
def report(sheet: SheetPath) -> ReportOut:
    """Show whether the printed report of the sheet as it is now is ready, with a link once it is."""
    return ReportOut.of(services().find_print(ReportOrder(SheetId.parse(sheet)), caller(router.current_event)))


@router.post(
    "/v1/sheets/<sheet>/report",
    security=READ,
    responses=answers(ReportOut, status=202),
    status_code=202,
    tags=["Records"],
    operation_id="requestReport",
)
def request_report(sheet: SheetPath) -> Response[ReportOut]:
    """Request a printed report of the sheet as it is now; a draft when it is not submitted."""
    order, actor = ReportOrder(SheetId.parse(sheet)), caller(router.current_event)
    services().request_print(order, actor)
    return Response(HTTPStatus.ACCEPTED, "application/json", ReportOut.of(services().find_print(order, actor)))


@router.get(
    "/v1/sheets/<sheet>/slips", security=READ, responses=answers(SlipsOut), tags=["Records"], operation_id="slips"
)
def slips(
    sheet: SheetPath,
    review_by: Annotated[DayIn, Query(description="Last day to request a review, as 2027-05-03")],
    group: Annotated[str | None, Query(description="Teaching group; none or empty for the whole sheet")] = None,
) -> SlipsOut:
    """Show whether the mark slips of the sheet as it is now are ready, with a link once they are."""
    order = SlipsOrder(SheetId.parse(sheet), group or None, review_by)
    return SlipsOut.of(services().find_print(order, caller(router.current_event)))


@router.post(
    "/v1/sheets/<sheet>/slips",
    security=READ,
    responses=answers(SlipsOut, 409, status=202),
    status_code=202,
    tags=["Records"],
    operation_id="requestSlips",
)
def request_slips(sheet: SheetPath, body: Annotated[SlipsIn, Body()]) -> Response[SlipsOut]:
    """Request a slip for each candidate who has an outcome, in one teaching group or on the whole sheet."""
    order, actor = SlipsOrder(SheetId.parse(sheet), body.group or None, body.review_by), caller(router.current_event)
    services().request_print(order, actor)
    return Response(HTTPStatus.ACCEPTED, "application/json", SlipsOut.of(services().find_print(order, actor)))


@router.get(
    "/v1/centres/<centre>/series/<series_id>/changes",
    security=READ,
    responses=answers(ChangesOut),
    tags=["Records"],
    operation_id="changes",
)
def changes(
    centre: CentrePath,
    series_id: SeriesPath,
    since: Annotated[
        str | None,
        Query(max_length=4000, description="From the previous answer. Leave it out to start at the beginning"),
    ] = None,
) -> ChangesOut:
    """Show what changed since a cursor, each sheet's changes in order, 200 at a time; while there is more, ask again.

    A recorded outcome of moderation is not among a centre's changes; ask for the sheet's moderation.
    """
    actor = caller(router.current_event)
    view = services().read_changes(CentreNumber(centre), SeriesId(series_id), since, actor)
    return ChangesOut.of(view)


@router.get(
    "/v1/sheets/<sheet>/receipt",
    security=READ,
    responses=answers(SubmissionOut),
    tags=["Records"],
    operation_id="receipt",
)
def receipt(sheet: SheetPath) -> SubmissionOut:
    """Give the receipt of a submitted sheet; *confirmed* means that the board holds the marks."""
    return SubmissionOut.of(services().read_receipt(SheetId.parse(sheet), caller(router.current_event)))


@router.get(
    "/v1/sheets/<sheet>/submissions",
    security=READ,
    responses=answers(SheetSubmissionsOut),
    tags=["Records"],
    operation_id="sheetSubmissions",
)
def sheet_submissions(sheet: SheetPath) -> SheetSubmissionsOut:
    """List the receipts of a sheet's submissions, latest first, those that were replaced too."""
    return SheetSubmissionsOut.of(services().read_submissions.every(SheetId.parse(sheet), caller(router.current_event)))


@router.get(
    "/v1/sheets/<sheet>/submissions/<number>",
    security=READ,
    responses=answers(SubmittedMarksOut),
    tags=["Records"],
    operation_id="submittedMarks",
)
def submitted_marks(
    sheet: SheetPath,
    number: Annotated[int, Path(ge=1, le=9999, description="Which submission of the sheet, from 1")],
) -> SubmittedMarksOut:
    """Show one submission of a sheet as it was sent: receipt, marks, and the report that was printed of it."""
    view = services().read_submissions.one(SheetId.parse(sheet), number, caller(router.current_event))
    return SubmittedMarksOut.seen(view)


app = api(router)


@logger.inject_lambda_context(correlation_id_path=correlation_paths.API_GATEWAY_HTTP)
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answer an HTTP API request (payload 2.0)."""
    return answer(app, event, context)
