"""The routes about a centre's people: who is here, invitations, roles, and requests for roles."""

from typing import Annotated, Any, Final

from aws_lambda_powertools.event_handler.openapi.params import Body, Path
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter
from aws_lambda_powertools.logging import correlation_paths
from aws_lambda_powertools.utilities.typing import LambdaContext

from centremark.bootstrap import services
from centremark.domain.people.centre_people import RolesWanted
from centremark.domain.people.names import PersonName
from centremark.domain.shared.identifiers import CentreNumber, EmailAddress
from centremark.handlers.api.http import (
    READ,
    WRITE,
    CentrePath,
    IdempotencyKey,
    answer,
    answers,
    api,
    caller,
    key_of,
    logger,
)
from centremark.handlers.api.schemas.centre_people import (
    AdministratorsOut,
    CentrePeopleOut,
    DeclinedOut,
    GivenOut,
    GiveRolesIn,
    InviteIn,
    LeftOut,
    PersonOut,
    RoleIn,
    limits_in,
)
from centremark.usecases.people.manage_people import InviteCommand, PersonCommand, RoleCommand, RolesCommand

router = APIGatewayHttpRouter()

AT: Final = "/v1/centres/<centre>/people"
TAGS: Final = ["People"]
PersonPath = Annotated[str, Path(description="A person's id, from the list of the centre's people")]


@router.get(AT, security=READ, responses=answers(CentrePeopleOut), tags=TAGS, operation_id="centrePeople")
def centre_people(centre: CentrePath) -> CentrePeopleOut:
    """Show who is at a centre, with their roles, and who asks for a role; only for its administrator."""
    return CentrePeopleOut.of(services().manage_people.read(CentreNumber(centre), caller(router.current_event)))


@router.post(  # pyright: ignore[reportUnknownMemberType]
    AT, security=WRITE, responses=answers(PersonOut, 409, 503), tags=TAGS, operation_id="invitePerson"
)
def invite_person(centre: CentrePath, body: Annotated[InviteIn, Body()], idempotency_key: IdempotencyKey) -> PersonOut:
    """Give someone roles at a centre and mail them how to sign in; an address that is known already keeps its sign-in.

    When the mail cannot be sent, the person is there with `invitation_sent_at` null: send the invitation later.
    """
    actor = caller(router.current_event)
    key = key_of(router.current_event, idempotency_key, actor)
    command = InviteCommand(
        CentreNumber(centre),
        PersonName(body.name),
        EmailAddress(body.email),
        body.roles,
        key,
        limits_in(body.limits),
    )
    view = services().manage_people.invite(command, actor)
    logger.info("person_invited", extra={"mailed": bool(view.invitation and view.invitation.sent_at)})
    return PersonOut.of(view)


@router.post(
    f"{AT}/<person>/invitation",
    security=WRITE,
    responses=answers(PersonOut, 409, 503),
    tags=TAGS,
    operation_id="invitePersonAgain",
)
def invite_person_again(centre: CentrePath, person: PersonPath, idempotency_key: IdempotencyKey) -> PersonOut:
    """Mail someone who has not signed in yet how to do it, again; a new temporary password works for 7 days."""
    actor = caller(router.current_event)
    key = key_of(router.current_event, idempotency_key, actor)
    view = services().manage_people.invite_again(PersonCommand(CentreNumber(centre), person, key), actor)
    return PersonOut.of(view)


@router.put(
    f"{AT}/<person>/roles",
    security=WRITE,
    responses=answers(GivenOut, 409, 503),
    tags=TAGS,
    operation_id="giveRoles",
)
def give_roles(
    centre: CentrePath, person: PersonPath, body: Annotated[GiveRolesIn, Body()], idempotency_key: IdempotencyKey
) -> GivenOut:
    """Set someone's roles at a centre, effective at once; without any role they leave it."""
    actor = caller(router.current_event)
    key = key_of(router.current_event, idempotency_key, actor)
    command = RolesCommand(
        CentreNumber(centre),
        RolesWanted(person, body.roles, body.before, limits_in(body.limits), limits_in(body.limits_before)),
        key,
    )
    view = services().manage_people.give(command, actor)
    logger.info("roles_given", extra={"stays": view is not None})
    return GivenOut(person=view and PersonOut.of(view))


@router.post(
    f"{AT}/<person>/declined",
    security=WRITE,
    responses=answers(DeclinedOut, 409, 503),
    tags=TAGS,
    operation_id="declineRole",
)
def decline_role(
    centre: CentrePath, person: PersonPath, body: Annotated[RoleIn, Body()], idempotency_key: IdempotencyKey
) -> DeclinedOut:
    """Decline the role that someone asked for; to give it, set their roles."""
    actor = caller(router.current_event)
    key = key_of(router.current_event, idempotency_key, actor)
    services().manage_people.decline(RoleCommand(CentreNumber(centre), person, body.wanted, key), actor)
    return DeclinedOut(person=person, role=body.role, assessment=body.assessment)


@router.get(
    "/v1/centres/<centre>/administrators",
    security=READ,
    responses=answers(AdministratorsOut),
    tags=TAGS,
    operation_id="administrators",
)
def administrators(centre: CentrePath) -> AdministratorsOut:
    """Show who can give roles at a centre, the roles that you asked them for, and who gave you access."""
    view = services().ask_for_role.administrators(CentreNumber(centre), caller(router.current_event))
    return AdministratorsOut.of(view)


@router.post(
    "/v1/centres/<centre>/role-requests",
    security=WRITE,
    responses=answers(AdministratorsOut, 409, 503),
    tags=TAGS,
    operation_id="askForRole",
)
def ask_for_role(
    centre: CentrePath, body: Annotated[RoleIn, Body()], idempotency_key: IdempotencyKey
) -> AdministratorsOut:
    """Ask a centre's administrators for a role; each gets an email, and the request on their page of people."""
    actor = caller(router.current_event)
    key = key_of(router.current_event, idempotency_key, actor)
    return AdministratorsOut.of(services().ask_for_role.ask(CentreNumber(centre), body.wanted, key, actor))


@router.post(
    "/v1/centres/<centre>/leave",
    security=WRITE,
    responses=answers(LeftOut, 409, 503),
    tags=TAGS,
    operation_id="leaveCentre",
)
def leave_centre(centre: CentrePath, idempotency_key: IdempotencyKey) -> LeftOut:
    """Leave a centre: give up all your roles there, effective at once. Its last administrator cannot.

    Once you have left, the answer to the same request is 404.
    """
    actor = caller(router.current_event)
    services().leave_centre(CentreNumber(centre), key_of(router.current_event, idempotency_key, actor), actor)
    logger.info("centre_left")
    return LeftOut(centre=centre)


app = api(router)


@logger.inject_lambda_context(correlation_id_path=correlation_paths.API_GATEWAY_HTTP)
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answer an HTTP API request (payload 2.0)."""
    return answer(app, event, context)
