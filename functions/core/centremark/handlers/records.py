"""The routes that show what was submitted, a sheet's history and its printed report."""

from http import HTTPStatus
from typing import Annotated, Any

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Path, Query
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter
from aws_lambda_powertools.logging import correlation_paths
from aws_lambda_powertools.utilities.typing import LambdaContext

from centremark.bootstrap import services
from centremark.domain.values import CentreNumber, SeriesId, SheetId
from centremark.handlers.http import READ, SheetPath, answer, answers, api, caller, logger
from centremark.handlers.records_schema import HistoryOut, ReportOut, SubmissionsOut

router = APIGatewayHttpRouter()


@router.get(
    "/v1/centres/<centre>/series/<series_id>/submissions",
    security=READ,
    responses=answers(SubmissionsOut),
    tags=["Records"],
    operation_id="submissions",
)
def submissions(
    centre: Annotated[str, Path(description="Centre number")],
    series_id: Annotated[str, Path(description="Series, as 2027-06")],
) -> SubmissionsOut:
    """List what a centre has submitted in a series, latest first."""
    view = services().read_centre(CentreNumber(centre), SeriesId(series_id), caller(router.current_event))
    return SubmissionsOut.of(view)


@router.get(
    "/v1/sheets/<sheet>/history", security=READ, responses=answers(HistoryOut), tags=["Records"], operation_id="history"
)
def history(
    sheet: SheetPath,
    before: Annotated[str | None, Query(description="From the page before: show what is older")] = None,
) -> HistoryOut:
    """Show who changed what and when, latest first, fifty entries a page."""
    read, entries = services().read_history(SheetId.parse(sheet), before, caller(router.current_event))
    return HistoryOut.of(read, entries)


@router.get(
    "/v1/sheets/<sheet>/report", security=READ, responses=answers(ReportOut), tags=["Records"], operation_id="report"
)
def report(sheet: SheetPath) -> ReportOut:
    """Say how far the printed report of the sheet as it now is has come, with a link when it is ready."""
    return ReportOut.of(services().find_report(SheetId.parse(sheet), caller(router.current_event)))


@router.post(
    "/v1/sheets/<sheet>/report",
    security=READ,
    responses=answers(ReportOut, status=202),
    status_code=202,
    tags=["Records"],
    operation_id="requestReport",
)
def request_report(sheet: SheetPath) -> Response[ReportOut]:
    """Ask for a printed report of the sheet as it now is: a draft when it is not submitted."""
    sheet_id, actor = SheetId.parse(sheet), caller(router.current_event)
    services().request_report(sheet_id, actor)
    body = ReportOut.of(services().find_report(sheet_id, actor))
    return Response(HTTPStatus.ACCEPTED, "application/json", body)


app = api(router)


@logger.inject_lambda_context(correlation_id_path=correlation_paths.API_GATEWAY_HTTP)
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answer an HTTP API request (payload 2.0)."""
    return answer(app, event, context)
