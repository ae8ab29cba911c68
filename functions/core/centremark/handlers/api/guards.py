"""Who may use each route that takes a body, asked when a request is refused for what it says.

Whoever may not use the route hears only that, not what is wrong with the request: the use case, which would say it, is
not reached then.
"""

from collections.abc import Callable, Mapping
from typing import Final

from centremark.domain.files.upload import UploadId
from centremark.domain.shared.actor import Actor, CentrePermission, Permission, SheetPermission
from centremark.domain.shared.identifiers import CentreNumber, SheetId

Path = Mapping[str, str]
Guard = Callable[[Actor, Path], None]
"""Raises what the use case of a route raises for who may not; also `Malformed` for a path that names nothing."""


def _at_centre(permission: CentrePermission) -> Guard:
    return lambda actor, path: actor.must(permission, CentreNumber(path["centre"]))


def _at_centre_of_sheet(permission: CentrePermission) -> Guard:
    return lambda actor, path: actor.must(permission, SheetId.parse(path["sheet"]).centre)


def _on_sheet(permission: SheetPermission) -> Guard:
    return lambda actor, path: actor.must(permission, SheetId.parse(path["sheet"]))


def _of_upload(permission: SheetPermission) -> Guard:
    return lambda actor, path: actor.must_somewhere(permission, UploadId.parse(path["upload"]).centre)


def _own_mail(actor: Actor, _: Path) -> None:
    actor.must_be_a_person("have email notices", "Use a webhook instead.")


def _own_role(actor: Actor, path: Path) -> None:
    actor.must(Permission.READ, CentreNumber(path["centre"]))
    actor.must_be_a_person("ask for a role", "A person of the centre asks its administrator.")


BOARD: Final = "/v1/board/sheets/{sheet}"
CENTRE: Final = "/v1/centres/{centre}"
SHEET: Final = "/v1/sheets/{sheet}"
UPLOAD: Final = "/v1/uploads/{upload}"
GUARDS: Final[Mapping[str, Guard]] = {
    f"POST {BOARD}/amendments/{{number}}/decision": _at_centre_of_sheet(Permission.MODERATE),
    f"POST {BOARD}/amendments/{{number}}/work": _at_centre_of_sheet(Permission.MODERATE),
    f"PUT {BOARD}/consortium": _at_centre_of_sheet(Permission.OPERATE),
    f"POST {BOARD}/entries": _at_centre_of_sheet(Permission.OPERATE),
    f"POST {BOARD}/extension": _at_centre_of_sheet(Permission.OPERATE),
    f"POST {BOARD}/moderation": _at_centre_of_sheet(Permission.MODERATE),
    f"POST {BOARD}/moderation/outcome": _at_centre_of_sheet(Permission.MODERATE),
    f"POST {BOARD}/moves": _at_centre_of_sheet(Permission.OPERATE),
    f"POST {BOARD}/withdrawals": _at_centre_of_sheet(Permission.OPERATE),
    f"PUT {CENTRE}/departments": _at_centre(Permission.SETTINGS),
    f"POST {CENTRE}/people": _at_centre(Permission.PEOPLE),
    f"POST {CENTRE}/people/{{person}}/declined": _at_centre(Permission.PEOPLE),
    f"PUT {CENTRE}/people/{{person}}/roles": _at_centre(Permission.PEOPLE),
    f"POST {CENTRE}/role-requests": _own_role,
    f"POST {CENTRE}/series/{{series_id}}/reminders": _at_centre(Permission.ASK),
    f"POST {CENTRE}/series/{{series_id}}/uploads": lambda actor, path: actor.must_somewhere(
        Permission.ENTER, CentreNumber(path["centre"])
    ),
    f"PUT {CENTRE}/settings": _at_centre(Permission.SETTINGS),
    f"PUT {CENTRE}/webhook": _at_centre(Permission.SETTINGS),
    "PUT /v1/me/notices": _own_mail,
    f"POST {SHEET}/amendments": _on_sheet(Permission.AMEND),
    f"POST {SHEET}/amendments/{{number}}/sent": _on_sheet(Permission.AMEND),
    f"PUT {SHEET}/candidates/{{candidate}}/circumstance": _on_sheet(Permission.ENTER),
    f"POST {SHEET}/extension": _on_sheet(Permission.SUBMIT),
    f"PATCH {SHEET}/marks": _on_sheet(Permission.ENTER),
    f"PUT {SHEET}/marks": _on_sheet(Permission.ENTER),
    f"POST {SHEET}/moderation/lost": _on_sheet(Permission.AMEND),
    f"POST {SHEET}/moderation/sent": _on_sheet(Permission.AMEND),
    f"POST {SHEET}/requests": _at_centre_of_sheet(Permission.ASK),
    f"PUT {SHEET}/requests/{{number}}": _at_centre_of_sheet(Permission.ASK),
    f"POST {SHEET}/slips": _at_centre_of_sheet(Permission.READ),
    f"POST {SHEET}/submit": _on_sheet(Permission.SUBMIT),
    f"POST {UPLOAD}/accept": _of_upload(Permission.ENTER),
    f"PUT {UPLOAD}/reading": _of_upload(Permission.ENTER),
    f"POST {UPLOAD}/submit": _of_upload(Permission.SUBMIT),
}
"""By method and path, as in the API's document."""
