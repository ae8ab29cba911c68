"""Which names a reader sees: board staff see one another's; a centre sees them all as the exam board."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

from centremark.domain.shared.actor import BOARD_ACTOR, BOARD_CENTRE, Actor, By, Channel, Permission
from centremark.domain.sheet.row import RowChange


def as_seen_by[T](actor: Actor, value: T) -> T:
    """A sheet, a fact or a part of one, with only the names that this reader may know."""
    return value if actor.may(Permission.MODERATE, BOARD_CENTRE) else as_a_centre_sees(value)


def as_a_centre_sees[T](value: T) -> T:
    """The same without names or ids of the board's people."""
    return cast("T", _without_the_boards_people(value))


def _without_the_boards_people(value: Any) -> Any:  # noqa: ANN401  # any value of the domain
    match value:
        case By():
            return BOARD_ACTOR if value.channel is Channel.BOARD else value
        case tuple():
            return tuple(_without_the_boards_people(part) for part in cast("tuple[object, ...]", value))
        case RowChange():
            return value
        case _ if is_dataclass(value) and not isinstance(value, type):
            held = {field.name: getattr(value, field.name) for field in fields(value)}
            seen = {name: _without_the_boards_people(part) for name, part in held.items()}
            changed = {name: part for name, part in seen.items() if part != held[name]}
            return replace(value, **changed) if changed else value
        case _:
            return value
