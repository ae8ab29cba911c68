"""What a reader sees of people: board staff see one another's names, and no note to a centre's checker.

A centre sees all of the board's people as the exam board.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

from centremark.domain.shared.actor import BOARD_ACTOR, BOARD_CENTRE, Actor, By, Channel, Permission
from centremark.domain.sheet.facts import Fact
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.row import Row, RowChange


def as_seen_by[T](actor: Actor, value: T) -> T:
    """A sheet, a fact or a part of one, with only what this reader may know."""
    if actor.may(Permission.MODERATE, BOARD_CENTRE):
        return cast("T", _without_notes(value))
    return as_a_centre_sees(value)


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
            return _in_its_parts(value, _without_the_boards_people)
        case _:
            return value


def _without_notes(value: Any) -> Any:  # noqa: ANN401  # any value of the domain
    match value:
        case Row():
            return replace(value, note=None) if value.note else value
        case tuple():
            return tuple(_without_notes(part) for part in cast("tuple[object, ...]", value))
        case dict():
            return {key: _without_notes(part) for key, part in cast("dict[object, object]", value).items()}
        case MarkSheet() | Fact() | RowChange():
            return _in_its_parts(value, _without_notes)
        case _:
            return value


def _in_its_parts(value: Any, seen_as: Callable[[Any], Any]) -> Any:  # noqa: ANN401  # any dataclass
    held = {field.name: getattr(value, field.name) for field in fields(value)}
    seen = {name: seen_as(part) for name, part in held.items()}
    changed = {name: part for name, part in seen.items() if part != held[name]}
    return replace(value, **changed) if changed else value
