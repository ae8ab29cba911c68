"""The routes that read a file of marks again; a function of its own, because the file comes from a stranger."""

from typing import Annotated, Any

from aws_lambda_powertools.event_handler.openapi.params import Body
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter
from aws_lambda_powertools.logging import correlation_paths
from aws_lambda_powertools.utilities.typing import LambdaContext

from centremark.bootstrap import services
from centremark.domain.files.upload import UploadId
from centremark.domain.shared.identifiers import AssessmentCode
from centremark.handlers.api.http import WRITE, UploadPath, answer, answers, api, caller, logger
from centremark.handlers.api.schemas.files import ReadingIn, UploadOut
from centremark.usecases.files.check_file import ReadFileAs

router = APIGatewayHttpRouter()


@router.put(
    "/v1/uploads/<upload>/reading",
    security=WRITE,
    responses=answers(UploadOut, 409, 503),
    tags=["Files"],
    operation_id="readUploadAs",
)
def read_upload_as(upload: UploadPath, body: Annotated[ReadingIn, Body()]) -> UploadOut:
    """Set the roles of a file's columns, or the assessment it is for, and check it again."""
    assessment = AssessmentCode(body.assessment) if body.assessment else None
    command = ReadFileAs(UploadId.parse(upload), body.said(), assessment)
    return UploadOut.of(services().check_file.read_as(command, caller(router.current_event)))


@router.post(
    "/v1/uploads/<upload>/check",
    security=WRITE,
    responses=answers(UploadOut, 409, 503),
    tags=["Files"],
    operation_id="checkUpload",
)
def check_upload(upload: UploadPath) -> UploadOut:
    """Compare a file with the mark sheets again, after marks changed."""
    checked = services().check_file.again(UploadId.parse(upload), caller(router.current_event))
    return UploadOut.of(checked)


app = api(router)


@logger.inject_lambda_context(correlation_id_path=correlation_paths.API_GATEWAY_HTTP)
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answer an HTTP API request (payload 2.0)."""
    return answer(app, event, context)
