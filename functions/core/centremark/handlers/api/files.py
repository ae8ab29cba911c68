"""The routes that take files of marks, preview and apply them, and give marks as files."""

import csv
import io
from collections.abc import Sequence
from http import HTTPStatus
from typing import Annotated, Any, Final

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter
from aws_lambda_powertools.logging import correlation_paths
from aws_lambda_powertools.utilities.typing import LambdaContext

from centremark.adapters.codec.cell_text import as_text
from centremark.bootstrap import services
from centremark.domain.files.preview import LineResult, PlannedLine
from centremark.domain.files.upload import UploadId
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber, SeriesId, SheetId
from centremark.domain.sheet.declaration import Agreement
from centremark.handlers.api.http import (
    READ,
    SUBMIT,
    WRITE,
    CentrePath,
    IdempotencyKey,
    SeriesPath,
    SheetPath,
    UploadPath,
    answer,
    answers,
    api,
    caller,
    key_of,
    logger,
)
from centremark.handlers.api.schemas.files import (
    AcceptAndSubmitIn,
    AcceptIn,
    BegunOut,
    ColumnsOut,
    FileLinkOut,
    LinesOut,
    UploadIn,
    UploadOut,
    UploadsOut,
)
from centremark.usecases.files.accept_file import AcceptFileCommand
from centremark.usecases.files.send_file import SendFileCommand

router = APIGatewayHttpRouter()

MOST_ERRORS: Final = 10_000
UPLOADS: Final = "/v1/centres/<centre>/series/<series_id>/uploads"
FormatQuery = Annotated[str, Query(alias="format", description="csv, xlsx or the name of a layout, as centremark-1")]
KINDS: Final = {
    "csv": ("text/csv; charset=utf-8", "csv"),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
}
A_FILE: Final[dict[int, Any]] = {
    **{code: documented for code, documented in answers(FileLinkOut).items() if code != HTTPStatus.OK},
    200: {"description": "The file", "content": {"*/*": {"schema": {"type": "string", "format": "binary"}}}},
}


@router.post(UPLOADS, security=WRITE, responses=answers(BegunOut), tags=["Files"], operation_id="beginUpload")
def begin_upload(
    centre: CentrePath, series_id: SeriesPath, body: Annotated[UploadIn, Body()], idempotency_key: IdempotencyKey
) -> BegunOut:
    """Begin to send a file of marks; the answer says where to post it."""
    actor = caller(router.current_event)
    command = SendFileCommand(
        CentreNumber(centre),
        SeriesId(series_id),
        AssessmentCode(body.assessment) if body.assessment else None,
        body.file_name,
        key_of(router.current_event, idempotency_key, actor),
    )
    upload, ticket = services().send_file(command, actor)
    return BegunOut.of(upload, ticket)


@router.get(UPLOADS, security=READ, responses=answers(UploadsOut), tags=["Files"], operation_id="uploads")
def uploads(centre: CentrePath, series_id: SeriesPath) -> UploadsOut:
    """List the files a centre has sent for a series, latest first."""
    found = services().find_upload.all(CentreNumber(centre), SeriesId(series_id), caller(router.current_event))
    return UploadsOut(uploads=[UploadOut.of(upload) for upload in found])


@router.get("/v1/uploads/<upload>", security=READ, responses=answers(UploadOut), tags=["Files"], operation_id="upload")
def read_upload(upload: UploadPath) -> UploadOut:
    """Show how far an upload is and the counts of its lines; ask again while it is `received` or `checking`."""
    return UploadOut.of(services().find_upload(UploadId.parse(upload), caller(router.current_event)))


@router.get(
    "/v1/uploads/<upload>/lines",
    security=READ,
    responses=answers(LinesOut),
    tags=["Files"],
    operation_id="uploadLines",
)
def upload_lines(
    upload: UploadPath,
    result: Annotated[LineResult | None, Query(description="Only lines with this result")] = None,
    assessment: Annotated[str, Query(description="Only lines of this assessment, as H446/03")] = "",
    page: Annotated[int, Query(ge=1, le=1000, description="Page of 500 lines from 1")] = 1,
) -> LinesOut:
    """Show what each line of a file would do, or did."""
    lines = services().read_preview(UploadId.parse(upload), caller(router.current_event))
    wanted = [
        line
        for line in lines
        if (result is None or line.result is result) and (not assessment or line.assessment == assessment)
    ]
    return LinesOut.of(wanted, page)


@router.get(
    "/v1/uploads/<upload>/columns",
    security=READ,
    responses=answers(ColumnsOut),
    tags=["Files"],
    operation_id="uploadColumns",
)
def upload_columns(upload: UploadPath) -> ColumnsOut:
    """Show the columns of a file: heading, role and first cells."""
    return ColumnsOut.of(services().read_preview.table(UploadId.parse(upload), caller(router.current_event)))


@router.get("/v1/uploads/<upload>/errors", security=READ, responses=A_FILE, tags=["Files"], operation_id="uploadErrors")
def upload_errors(upload: UploadPath):  # noqa: ANN201  # a stated type would make JSON of the file
    """Give the lines that cannot be used, and the warnings, as a CSV file."""
    upload_id = UploadId.parse(upload)
    lines = services().read_preview(upload_id, caller(router.current_event))
    return _file(_errors([line for line in lines if line.code]), "csv", f"errors-{upload_id}")


@router.get(
    "/v1/uploads/<upload>/file",
    security=READ,
    responses=answers(FileLinkOut),
    tags=["Files"],
    operation_id="uploadFile",
)
def upload_file(upload: UploadPath) -> FileLinkOut:
    """Give a link to the file as it was received."""
    return FileLinkOut(link=services().find_upload.file(UploadId.parse(upload), caller(router.current_event)))


@router.post(
    "/v1/uploads/<upload>/accept",
    security=WRITE,
    responses=answers(UploadOut, 409, 503),
    tags=["Files"],
    operation_id="acceptUpload",
)
def accept_upload(upload: UploadPath, body: Annotated[AcceptIn, Body()]) -> UploadOut:
    """Apply a file's marks exactly as previewed, or say what changed since; it is applied once, however often asked."""
    return _accept(upload, body, None)


@router.post(
    "/v1/uploads/<upload>/submit",
    security=SUBMIT,
    responses=answers(UploadOut, 409, 503),
    tags=["Files"],
    operation_id="submitUpload",
)
def submit_upload(upload: UploadPath, body: Annotated[AcceptAndSubmitIn, Body()]) -> UploadOut:
    """Apply a file's marks and submit those sheets; if one cannot be submitted, nothing is applied."""
    return _accept(upload, body, body.declaration.to_domain())


def _accept(upload: str, body: AcceptIn, agreement: Agreement | None) -> UploadOut:
    answered = frozenset(body.answers)
    command = AcceptFileCommand(UploadId.parse(upload), body.mode, answered, body.checked, agreement, body.preview)
    applied = services().accept_file(command, caller(router.current_event))
    logger.info("file_applied", extra={"lines": applied.lines, "saved": applied.applied and applied.applied.saved})
    return UploadOut.of(applied)


@router.post(
    "/v1/uploads/<upload>/cancel",
    security=WRITE,
    responses=answers(UploadOut, 409, 503),
    tags=["Files"],
    operation_id="cancelUpload",
)
def cancel_upload(upload: UploadPath) -> UploadOut:
    """Cancel an upload that is not applied."""
    return UploadOut.of(services().cancel_file(UploadId.parse(upload), caller(router.current_event)))


@router.get("/v1/sheets/<sheet>/file", security=READ, responses=A_FILE, tags=["Files"], operation_id="sheetFile")
def sheet_file(sheet: SheetPath, file_format: FormatQuery = "csv"):  # noqa: ANN201  # the same
    """Give a mark sheet with its candidates as a file: to fill in and upload, or to keep."""
    sheet_id = SheetId.parse(sheet)
    content = services().export_marks.of_sheet(sheet_id, file_format, caller(router.current_event))
    return _file(content, file_format, f"marks-{sheet_id}")


@router.get(
    "/v1/centres/<centre>/series/<series_id>/file",
    security=READ,
    responses=A_FILE,
    tags=["Files"],
    operation_id="centreFile",
)
def centre_file(centre: CentrePath, series_id: SeriesPath, file_format: FormatQuery = "csv"):  # noqa: ANN201  # the same
    """Give all marks of a centre in a series as a file; uploading it unchanged changes nothing."""
    number, series = CentreNumber(centre), SeriesId(series_id)
    content = services().export_marks.of_centre(number, series, file_format, caller(router.current_event))
    return _file(content, file_format, f"marks-{series}.{number}")


def _file(content: bytes | str, file_format: str, name: str) -> Response[Any]:
    kind, ending = KINDS.get(file_format, ("text/plain; charset=utf-8", "txt"))
    headers = {"Content-Disposition": f'attachment; filename="{name}.{ending}"'}
    return Response(HTTPStatus.OK, kind, content, headers=headers)


def _errors(lines: Sequence[PlannedLine]) -> str:
    """Write faults and warnings as CSV, up to the 6 MB an answer may have."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["Line", "Assessment code", "Candidate number", "Field", "Code", "Problem", "What to do"])
    for line in lines[:MOST_ERRORS]:
        row = line.number, line.assessment, line.candidate, line.field, line.code, line.problem, line.cure
        writer.writerow([as_text(str(cell)) for cell in row])
    if len(lines) > MOST_ERRORS:
        writer.writerow(["", "", "", "", "", f"{len(lines) - MOST_ERRORS:,} more lines cannot be used.", ""])
    return f"\ufeff{out.getvalue()}"


app = api(router)


@logger.inject_lambda_context(correlation_id_path=correlation_paths.API_GATEWAY_HTTP)
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answer an HTTP API request (payload 2.0)."""
    return answer(app, event, context)
