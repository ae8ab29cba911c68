"""The routes with which people choose what they are told by e-mail."""

from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Body
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from centremark.bootstrap import services
from centremark.handlers.api.http import READ, WRITE, answers, caller
from centremark.handlers.api.schemas.notices import NoticesIn, NoticesOut

router = APIGatewayHttpRouter()

AT = "/v1/me/notices"


@router.get(AT, security=READ, responses=answers(NoticesOut), tags=["Notices"], operation_id="notices")
def read_notices() -> NoticesOut:
    """Say where you are told of things by e-mail, of which, and in which language."""
    return NoticesOut.of(services().manage_mail.read(caller(router.current_event)))


@router.put(  # pyright: ignore[reportUnknownMemberType]
    AT, security=WRITE, responses=answers(NoticesOut, 503), tags=["Notices"], operation_id="chooseNotices"
)
def choose_notices(body: Annotated[NoticesIn, Body()]) -> NoticesOut:
    """Choose what you are told and in which language; the reminder on a deadline's own day comes in any case."""
    chosen = services().manage_mail.choose(body.language, frozenset(body.muted), caller(router.current_event))
    return NoticesOut.of(chosen)


@router.post(
    f"{AT}/works", security=WRITE, responses=answers(NoticesOut, 503), tags=["Notices"], operation_id="mailWorks"
)
def mail_works() -> NoticesOut:
    """Say that your address works again after mail to it came back; mail is sent there from now on."""
    return NoticesOut.of(services().manage_mail.works_again(caller(router.current_event)))
