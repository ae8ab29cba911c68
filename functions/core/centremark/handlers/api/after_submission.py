"""The routes with which a centre follows its marks after submission."""

from typing import Annotated, Any

from aws_lambda_powertools.event_handler.openapi.params import Body
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter
from aws_lambda_powertools.logging import correlation_paths
from aws_lambda_powertools.utilities.typing import LambdaContext

from centremark.bootstrap import services
from centremark.domain.moderation.decisions import Correction
from centremark.domain.shared.identifiers import CandidateNumber, SheetId
from centremark.handlers.api.http import (
    READ,
    SUBMIT,
    AmendmentPath,
    IdempotencyKey,
    SheetPath,
    answer,
    answers,
    api,
    caller,
    key_of,
    logger,
)
from centremark.handlers.api.schemas.amendments import AmendIn, AmendmentsOut, NoteIn
from centremark.handlers.api.schemas.checks import SensesOut
from centremark.handlers.api.schemas.extensions import AskExtensionIn, ExtensionOut
from centremark.handlers.api.schemas.moderation import ModerationOut, WorkLostIn, WorkSentIn
from centremark.handlers.api.seen import amendments_seen, moderation_seen
from centremark.usecases.amendments.amend_marks import AmendMarksCommand

router = APIGatewayHttpRouter()


@router.get(
    "/v1/sheets/<sheet>/amendments",
    security=READ,
    responses=answers(AmendmentsOut),
    tags=["After submission"],
    operation_id="amendments",
)
def amendments(sheet: SheetPath) -> AmendmentsOut:
    """List every amendment of a sheet, latest first, with the reasons to choose from."""
    return amendments_seen(SheetId.parse(sheet), caller(router.current_event))


@router.post(
    "/v1/sheets/<sheet>/amendments",
    security=SUBMIT,
    responses=answers(AmendmentsOut, 409, 503),
    tags=["After submission"],
    operation_id="amendMarks",
)
def amend_marks(sheet: SheetPath, body: Annotated[AmendIn, Body()], idempotency_key: IdempotencyKey) -> AmendmentsOut:
    """Amend submitted marks: applied at once before moderation has started, decided by the board after."""
    actor, sheet_id = caller(router.current_event), SheetId.parse(sheet)
    key = key_of(router.current_event, idempotency_key, actor)
    changed, amendment = services().amend_marks(AmendMarksCommand(sheet_id, body.to_domain(), key), actor)
    logger.info("amendment_requested", extra={"version": changed.version, "state": amendment.state})
    return amendments_seen(sheet_id, actor)


@router.post(
    "/v1/sheets/<sheet>/amendments/<number>/withdraw",
    security=SUBMIT,
    responses=answers(AmendmentsOut, 409, 503),
    tags=["After submission"],
    operation_id="withdrawAmendment",
)
def withdraw_amendment(sheet: SheetPath, number: AmendmentPath) -> AmendmentsOut:
    """Withdraw an amendment that the board has not decided."""
    actor, sheet_id = caller(router.current_event), SheetId.parse(sheet)
    services().follow_amendment.withdraw(sheet_id, number, actor)
    return amendments_seen(sheet_id, actor)


@router.post(
    "/v1/sheets/<sheet>/amendments/<number>/sent",
    security=SUBMIT,
    responses=answers(AmendmentsOut, 409, 503),
    tags=["After submission"],
    operation_id="amendmentWorkSent",
)
def amendment_work_sent(sheet: SheetPath, number: AmendmentPath, body: Annotated[NoteIn, Body()]) -> AmendmentsOut:
    """Record that the work the board requested was sent; the note may say how."""
    actor, sheet_id = caller(router.current_event), SheetId.parse(sheet)
    services().follow_amendment.work_sent(sheet_id, number, body.note, actor)
    return amendments_seen(sheet_id, actor)


@router.get(
    "/v1/sheets/<sheet>/moderation",
    security=READ,
    responses=answers(ModerationOut),
    tags=["After submission"],
    operation_id="moderation",
)
def moderation(sheet: SheetPath) -> ModerationOut:
    """Show the state of moderation: the sample with its reasons, and the outcome once it is released."""
    return moderation_seen(SheetId.parse(sheet), caller(router.current_event))


@router.post(
    "/v1/sheets/<sheet>/moderation/sent",
    security=SUBMIT,
    responses=answers(ModerationOut, 409, 503),
    tags=["After submission"],
    operation_id="sampleWorkSent",
)
def sample_work_sent(sheet: SheetPath, body: Annotated[WorkSentIn, Body()]) -> ModerationOut:
    """Record that candidates' work of the sample was sent, or correct what was recorded, until the outcome is released.

    Work already recorded as sent changes only with a correction, which has a reason.
    """
    actor, sheet_id, follow = caller(router.current_event), SheetId.parse(sheet), services().follow_moderation
    if body.correction:
        correction = Correction(body.correction.sent, body.correction.reason)
        follow.correct(sheet_id, body.numbers(), body.note, correction, actor)
    else:
        follow.sent(sheet_id, body.numbers(), body.note, actor)
    return moderation_seen(sheet_id, actor)


@router.post(
    "/v1/sheets/<sheet>/moderation/lost",
    security=SUBMIT,
    responses=answers(ModerationOut, 409, 503),
    tags=["After submission"],
    operation_id="sampleWorkLost",
)
def sample_work_lost(sheet: SheetPath, body: Annotated[WorkLostIn, Body()]) -> ModerationOut:
    """Record that a candidate's work is lost; another candidate's is requested instead, if there is one."""
    actor, sheet_id = caller(router.current_event), SheetId.parse(sheet)
    services().follow_moderation.lost(sheet_id, CandidateNumber(body.candidate), body.explanation, actor)
    return moderation_seen(sheet_id, actor)


@router.get(
    "/v1/sheets/<sheet>/extension",
    security=READ,
    responses=answers(ExtensionOut),
    tags=["Deadlines"],
    operation_id="extension",
)
def extension(sheet: SheetPath) -> ExtensionOut:
    """Show a sheet's deadline and the extension requested, if any."""
    return ExtensionOut.of(services().read_sheet(SheetId.parse(sheet), caller(router.current_event)).sheet)


@router.post(
    "/v1/sheets/<sheet>/extension",
    security=SUBMIT,
    responses=answers(ExtensionOut, 409, 503),
    tags=["Deadlines"],
    operation_id="askForExtension",
)
def ask_for_extension(sheet: SheetPath, body: Annotated[AskExtensionIn, Body()]) -> ExtensionOut:
    """Request more time from the board for marks that are not submitted."""
    actor = caller(router.current_event)
    return ExtensionOut.of(services().ask_for_extension(SheetId.parse(sheet), body.until, body.reason, actor))


@router.get(
    "/v1/sheets/<sheet>/sense",
    security=READ,
    responses=answers(SensesOut),
    tags=["Mark sheets"],
    operation_id="sense",
)
def sense(sheet: SheetPath) -> SensesOut:
    """Show odd patterns across a sheet's marks, alone and compared with a year before; they block nothing."""
    return SensesOut.of(services().read_sheet_patterns(SheetId.parse(sheet), caller(router.current_event)))


app = api(router)


@logger.inject_lambda_context(correlation_id_path=correlation_paths.API_GATEWAY_HTTP)
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answer an HTTP API request (payload 2.0)."""
    return answer(app, event, context)
