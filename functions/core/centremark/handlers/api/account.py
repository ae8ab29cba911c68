"""The routes about people and centres themselves: who is signed in, notices, a centre's settings and its webhook."""

from typing import Annotated, Any

from aws_lambda_powertools.event_handler.openapi.params import Body
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter
from aws_lambda_powertools.logging import correlation_paths
from aws_lambda_powertools.utilities.typing import LambdaContext

from centremark.bootstrap import services
from centremark.domain.shared.identifiers import CentreNumber
from centremark.handlers.api.http import READ, WRITE, CentrePath, answer, answers, api, caller, logger
from centremark.handlers.api.routes import notices, webhooks
from centremark.handlers.api.schemas.people import DepartmentsIn, DepartmentsOut, SettingsIn, SettingsOut
from centremark.handlers.api.schemas.shared import MeOut

router = APIGatewayHttpRouter()


@router.get("/v1/me", security=READ, responses=answers(MeOut), tags=["Who"], operation_id="me")
def me() -> MeOut:
    """Show who is signed in and what they may do where."""
    actor = caller(router.current_event)
    services().note_sighting(actor)
    return MeOut.of(actor, list(services().read_memberships(actor)))


@router.get(
    "/v1/centres/<centre>/settings",
    security=READ,
    responses=answers(SettingsOut),
    tags=["Centres"],
    operation_id="centreSettings",
)
def centre_settings(centre: CentrePath) -> SettingsOut:
    """Show a centre's settings."""
    return SettingsOut.of(services().read_centre_settings(CentreNumber(centre), caller(router.current_event)))


@router.put(
    "/v1/centres/<centre>/settings",
    security=WRITE,
    responses=answers(SettingsOut, 503),
    tags=["Centres"],
    operation_id="changeCentreSettings",
)
def change_centre_settings(centre: CentrePath, body: Annotated[SettingsIn, Body()]) -> SettingsOut:
    """Change a centre's settings, effective at once; only for its administrator."""
    actor = caller(router.current_event)
    chosen = services().change_centre_settings(CentreNumber(centre), actor, second_checker=body.second_checker)
    logger.info("settings_changed", extra={"second_checker": chosen.second_checker})
    return SettingsOut.of(chosen)


@router.get(
    "/v1/centres/<centre>/departments",
    security=READ,
    responses=answers(DepartmentsOut),
    tags=["Centres"],
    operation_id="departments",
)
def departments(centre: CentrePath) -> DepartmentsOut:
    """Show how a centre groups its qualifications."""
    return DepartmentsOut.of(services().read_departments(CentreNumber(centre), caller(router.current_event)))


@router.put(
    "/v1/centres/<centre>/departments",
    security=WRITE,
    responses=answers(DepartmentsOut, 503),
    tags=["Centres"],
    operation_id="changeDepartments",
)
def change_departments(centre: CentrePath, body: Annotated[DepartmentsIn, Body()]) -> DepartmentsOut:
    """Name a centre's departments and put qualifications in them; only for its administrator."""
    actor = caller(router.current_event)
    changed = services().change_departments(CentreNumber(centre), body.to_domain(), actor)
    logger.info("departments_changed", extra={"departments": len(changed.all)})
    return DepartmentsOut.of(changed)


app = api(router, notices.router, webhooks.router)


@logger.inject_lambda_context(correlation_id_path=correlation_paths.API_GATEWAY_HTTP)
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answer an HTTP API request (payload 2.0)."""
    return answer(app, event, context)
