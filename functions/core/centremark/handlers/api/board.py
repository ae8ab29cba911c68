"""The routes for the exam board's own people."""

from typing import Annotated, Any

from aws_lambda_powertools.event_handler.openapi.params import Body
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter
from aws_lambda_powertools.logging import correlation_paths
from aws_lambda_powertools.utilities.typing import LambdaContext

from centremark.bootstrap import services
from centremark.domain.shared.actor import Actor
from centremark.domain.shared.identifiers import SeriesId, SheetId
from centremark.handlers.api.http import (
    READ,
    SUBMIT,
    AmendmentPath,
    SeriesPath,
    SheetPath,
    answer,
    answers,
    api,
    caller,
    logger,
)
from centremark.handlers.api.schemas.amendments import AmendmentsOut, AskWorkIn, DecisionIn
from centremark.handlers.api.schemas.consortia import ArrangeIn, ConsortiaOut, ConsortiumOut
from centremark.handlers.api.schemas.entries import EntriesIn, EntriesOut, MovedOut, MoveIn, WithdrawIn
from centremark.handlers.api.schemas.extensions import DecideExtensionIn, ExtensionOut
from centremark.handlers.api.schemas.moderation import BoardSheetsOut, ModerationOut, OutcomeIn, StartIn
from centremark.handlers.api.seen import amendments_seen, moderation_seen

router = APIGatewayHttpRouter()


@router.post(
    "/v1/board/sheets/<sheet>/amendments/<number>/decision",
    security=SUBMIT,
    responses=answers(AmendmentsOut, 409, 503),
    tags=["Board"],
    operation_id="decideAmendment",
)
def decide_amendment(sheet: SheetPath, number: AmendmentPath, body: Annotated[DecisionIn, Body()]) -> AmendmentsOut:
    """Accept or decline an amendment that a centre requested after moderation had started."""
    actor, sheet_id = caller(router.current_event), SheetId.parse(sheet)
    decided = services().decide_amendment(sheet_id, number, body.decision, body.note, actor)
    logger.info("amendment_decided", extra={"version": decided.version, "decision": body.decision})
    return amendments_seen(sheet_id, actor)


@router.post(
    "/v1/board/sheets/<sheet>/amendments/<number>/work",
    security=SUBMIT,
    responses=answers(AmendmentsOut, 409, 503),
    tags=["Board"],
    operation_id="askForAmendmentWork",
)
def ask_for_amendment_work(
    sheet: SheetPath, number: AmendmentPath, body: Annotated[AskWorkIn, Body()]
) -> AmendmentsOut:
    """Request candidates' work from the centre before deciding on an amendment."""
    actor, sheet_id = caller(router.current_event), SheetId.parse(sheet)
    services().decide_amendment.ask_for_work(sheet_id, number, body.to_domain(), actor)
    return amendments_seen(sheet_id, actor)


@router.get(
    "/v1/board/series/<series_id>/sheets",
    security=READ,
    responses=answers(BoardSheetsOut),
    tags=["Board"],
    operation_id="boardSheets",
)
def board_sheets(series_id: SeriesPath) -> BoardSheetsOut:
    """List every centre's sheets of a series, in order of assessment and centre, and whether each is overdue."""
    lines, names, at = services().read_series_of_board(SeriesId(series_id), caller(router.current_event))
    return BoardSheetsOut.of(lines, names, at)


@router.get(
    "/v1/board/series/<series_id>/consortia",
    security=READ,
    responses=answers(ConsortiaOut),
    tags=["Board"],
    operation_id="consortia",
)
def consortia(series_id: SeriesPath) -> ConsortiaOut:
    """List the consortia of a series, each with how far its centres' sheets are."""
    actor = caller(router.current_event)
    return ConsortiaOut.of(services().read_consortia(SeriesId(series_id), actor), actor)


@router.get(
    "/v1/board/sheets/<sheet>/consortium",
    security=READ,
    responses=answers(ConsortiumOut),
    tags=["Board"],
    operation_id="consortium",
)
def consortium(sheet: SheetPath) -> ConsortiumOut:
    """Show which centres are moderated together with a sheet's, what is missing before it can begin, and the sample."""
    return _consortium(SheetId.parse(sheet), caller(router.current_event))


@router.put(
    "/v1/board/sheets/<sheet>/consortium",
    security=SUBMIT,
    responses=answers(ConsortiumOut, 409, 503),
    tags=["Board"],
    operation_id="arrangeConsortium",
)
def arrange_consortium(sheet: SheetPath, body: Annotated[ArrangeIn, Body()]) -> ConsortiumOut:
    """Moderate a sheet's centre together with these other centres only; repeating it changes nothing."""
    actor, sheet_id = caller(router.current_event), SheetId.parse(sheet)
    arranged = services().arrange_consortium(sheet_id, body.to_domain(), actor)
    logger.info("consortium_arranged", extra={"centres": len(arranged.centres)})
    return _consortium(sheet_id, actor)


@router.delete(
    "/v1/board/sheets/<sheet>/consortium",
    security=SUBMIT,
    responses=answers(ConsortiumOut, 409, 503),
    tags=["Board"],
    operation_id="dissolveConsortium",
)
def dissolve_consortium(sheet: SheetPath) -> ConsortiumOut:
    """Moderate every centre of a sheet's consortium by itself; without a consortium nothing changes."""
    actor, sheet_id = caller(router.current_event), SheetId.parse(sheet)
    services().arrange_consortium.dissolve(sheet_id, actor)
    logger.info("consortium_dissolved")
    return _consortium(sheet_id, actor)


@router.post(
    "/v1/board/sheets/<sheet>/moderation",
    security=SUBMIT,
    responses=answers(ModerationOut, 409, 503),
    tags=["Board"],
    operation_id="startModeration",
)
def start_moderation(sheet: SheetPath, body: Annotated[StartIn, Body()]) -> ModerationOut:
    """Start to moderate a confirmed sheet and its consortium's, and request the sample; a repeat changes nothing."""
    actor, sheet_id = caller(router.current_event), SheetId.parse(sheet)
    started = services().start_moderation(sheet_id, body.to_domain(), actor)
    logger.info("moderation_started", extra={"version": started.version})
    return moderation_seen(sheet_id, actor)


@router.post(
    "/v1/board/sheets/<sheet>/moderation/outcome",
    security=SUBMIT,
    responses=answers(ModerationOut, 409, 503),
    tags=["Board"],
    operation_id="recordOutcome",
)
def record_outcome(sheet: SheetPath, body: Annotated[OutcomeIn, Body()]) -> ModerationOut:
    """Record what moderation found; until its release it can be recorded again, and the centre does not see it."""
    actor, sheet_id = caller(router.current_event), SheetId.parse(sheet)
    recorded = services().record_outcome(sheet_id, body.to_domain(), actor)
    logger.info("outcome_recorded", extra={"version": recorded.version, "adjusted": len(body.adjusted)})
    return moderation_seen(sheet_id, actor)


@router.post(
    "/v1/board/sheets/<sheet>/entries",
    security=SUBMIT,
    responses=answers(EntriesOut, 409, 503),
    tags=["Board"],
    operation_id="enterCandidates",
)
def enter_candidates(sheet: SheetPath, body: Annotated[EntriesIn, Body()]) -> EntriesOut:
    """Enter candidates or correct their entries; after a submission new ones are sent in a supplementary submission."""
    actor, sheet_id = caller(router.current_event), SheetId.parse(sheet)
    return EntriesOut.of(
        services().change_entries.enter(sheet_id, body.to_domain(), body.reason, actor, body.carried())
    )


@router.post(
    "/v1/board/sheets/<sheet>/withdrawals",
    security=SUBMIT,
    responses=answers(EntriesOut, 409, 503),
    tags=["Board"],
    operation_id="withdrawCandidates",
)
def withdraw_candidates(sheet: SheetPath, body: Annotated[WithdrawIn, Body()]) -> EntriesOut:
    """Withdraw candidates; history and submissions keep all of theirs."""
    actor, sheet_id = caller(router.current_event), SheetId.parse(sheet)
    return EntriesOut.of(services().change_entries.withdraw(sheet_id, body.numbers(), body.reason, actor))


@router.post(
    "/v1/board/sheets/<sheet>/moves",
    security=SUBMIT,
    responses=answers(MovedOut, 409, 503),
    tags=["Board"],
    operation_id="moveCandidate",
)
def move_candidate(sheet: SheetPath, body: Annotated[MoveIn, Body()]) -> MovedOut:
    """Withdraw a candidate here and enter them at another centre, both or neither; their mark stays here."""
    left, joined = services().move_candidate(body.to_domain(SheetId.parse(sheet)), caller(router.current_event))
    return MovedOut(left=EntriesOut.of(left), joined=EntriesOut.of(joined))


@router.post(
    "/v1/board/sheets/<sheet>/extension",
    security=SUBMIT,
    responses=answers(ExtensionOut, 409, 503),
    tags=["Board"],
    operation_id="decideExtension",
)
def decide_extension(sheet: SheetPath, body: Annotated[DecideExtensionIn, Body()]) -> ExtensionOut:
    """Grant the extension a centre requested, until the day requested or another, or decline it."""
    actor = caller(router.current_event)
    return ExtensionOut.of(services().decide_extension(SheetId.parse(sheet), body.until, body.note, actor))


def _consortium(sheet: SheetId, actor: Actor) -> ConsortiumOut:
    return ConsortiumOut.of(services().read_consortium(sheet, actor), sheet, actor)


app = api(router)


@logger.inject_lambda_context(correlation_id_path=correlation_paths.API_GATEWAY_HTTP)
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answer an HTTP API request (payload 2.0)."""
    return answer(app, event, context)
