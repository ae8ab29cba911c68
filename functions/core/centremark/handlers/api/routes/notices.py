"""The routes with which people choose which emails they get."""

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
    """Show the address your emails go to, the topics you get, and their language."""
    return NoticesOut.of(services().manage_mail.read(caller(router.current_event)))


@router.put(  # pyright: ignore[reportUnknownMemberType]
    AT, security=WRITE, responses=answers(NoticesOut, 503), tags=["Notices"], operation_id="chooseNotices"
)
def choose_notices(body: Annotated[NoticesIn, Body()]) -> NoticesOut:
    """Choose your emails and their language; the reminder on the day of a deadline always comes."""
    chosen = services().manage_mail.choose(body.language, frozenset(body.muted), caller(router.current_event))
    return NoticesOut.of(chosen)


@router.post(
    f"{AT}/works", security=WRITE, responses=answers(NoticesOut, 503), tags=["Notices"], operation_id="mailWorks"
)
def mail_works() -> NoticesOut:
    """Report that your address works again after mail to it bounced; mail is sent there from now on."""
    return NoticesOut.of(services().manage_mail.works_again(caller(router.current_event)))
