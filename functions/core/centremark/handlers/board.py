"""The routes of the exam board's own people."""

from typing import Annotated, Any

from aws_lambda_powertools.event_handler.openapi.params import Body, Path
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter
from aws_lambda_powertools.logging import correlation_paths
from aws_lambda_powertools.utilities.typing import LambdaContext

from centremark.bootstrap import services
from centremark.domain.actor import Actor
from centremark.domain.values import SheetId
from centremark.handlers.amendments_schema import AmendmentsOut, AskWorkIn, DecisionIn
from centremark.handlers.http import SUBMIT, SheetPath, answer, answers, api, caller, logger

router = APIGatewayHttpRouter()

NumberPath = Annotated[int, Path(description="Which amendment of the sheet, from 1", ge=1)]


@router.post(
    "/v1/board/sheets/<sheet>/amendments/<number>/decision",
    security=SUBMIT,
    responses=answers(AmendmentsOut, 409, 503),
    tags=["Board"],
    operation_id="decideAmendment",
)
def decide_amendment(sheet: SheetPath, number: NumberPath, body: Annotated[DecisionIn, Body()]) -> AmendmentsOut:
    """Accept or decline an amendment that a centre asked for after moderation had started."""
    actor, sheet_id = caller(router.current_event), SheetId.parse(sheet)
    decided = services().decide_amendment(sheet_id, number, body.decision, body.note, actor)
    logger.info("amendment_decided", extra={"version": decided.version, "decision": body.decision})
    return _amendments(sheet_id, actor)


@router.post(
    "/v1/board/sheets/<sheet>/amendments/<number>/work",
    security=SUBMIT,
    responses=answers(AmendmentsOut, 409, 503),
    tags=["Board"],
    operation_id="askForAmendmentWork",
)
def ask_for_amendment_work(sheet: SheetPath, number: NumberPath, body: Annotated[AskWorkIn, Body()]) -> AmendmentsOut:
    """Ask the centre for candidates' work before deciding on an amendment."""
    actor, sheet_id = caller(router.current_event), SheetId.parse(sheet)
    services().decide_amendment.ask_for_work(sheet_id, number, body.to_domain(), actor)
    return _amendments(sheet_id, actor)


def _amendments(sheet: SheetId, actor: Actor) -> AmendmentsOut:
    return AmendmentsOut.of(services().read_sheet(sheet, actor), actor)


app = api(router)


@logger.inject_lambda_context(correlation_id_path=correlation_paths.API_GATEWAY_HTTP)
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answer an HTTP API request (payload 2.0)."""
    return answer(app, event, context)
