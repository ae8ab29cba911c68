"""A sheet's amendments and moderation as an actor sees them, which the centre's and the board's routes answer with."""

from centremark.bootstrap import services
from centremark.domain.shared.actor import Actor
from centremark.domain.shared.identifiers import SheetId
from centremark.handlers.api.schemas.amendments import AmendmentsOut
from centremark.handlers.api.schemas.moderation import ModerationOut


def amendments_seen(sheet: SheetId, actor: Actor) -> AmendmentsOut:
    """Every amendment of a sheet; raises `NotFound`, `Forbidden`."""
    return AmendmentsOut.of(services().read_sheet(sheet, actor), actor)


def moderation_seen(sheet: SheetId, actor: Actor) -> ModerationOut:
    """The state of a sheet's moderation, with its outcome once released; raises `NotFound`, `Forbidden`."""
    view, together = services().read_moderation(sheet, actor)
    return ModerationOut.of(view, together, actor)
