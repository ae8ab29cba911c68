"""The body of a request, as JSON with a single meaning."""

import json
from typing import Any, Final, cast

from centremark.domain.shared.errors import CentremarkError, Point

ESCAPES: Final = str.maketrans({"~": "~0", "/": "~1"})


class UnreadableBody(CentremarkError):
    """The body is not JSON, repeats a name, or has numbers too long or lists too deep for any request here."""

    code = "malformed-request"


class _Repeating(dict[str, Any]):
    """An object that repeats a name."""

    name: str


def read_json(text: str) -> Any:  # noqa: ANN401  # JSON of any shape
    """Parse a body; raises `UnreadableBody`, also for what Python refuses, such as a number of thousands of digits."""
    repeating: list[_Repeating] = []

    def object_of(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        read = dict(pairs)
        if len(read) == len(pairs):
            return read
        marked = _Repeating(read)
        names = [name for name, _ in pairs]
        marked.name = next(name for name in names if names.count(name) > 1)
        repeating.append(marked)
        return marked

    try:
        body = json.loads(text, object_pairs_hook=object_of)
    except json.JSONDecodeError as error:
        raise unreadable(f"The body is not JSON: {error.msg} at line {error.lineno}, column {error.colno}.") from error
    except ValueError as error:
        raise unreadable("The body has a number with thousands of digits.") from error
    except RecursionError as error:
        raise unreadable("The body is nested too deep.") from error
    if repeating:
        pointer = _first_repeat(body, "")
        raise unreadable(f"The body gives {pointer} twice. Give it once.", pointer or "")
    return body


def unreadable(detail: str, pointer: str = "") -> UnreadableBody:
    """The refusal of a body, pointing at a place or at the whole of it."""
    place = Point(pointer, UnreadableBody.code, detail)
    return UnreadableBody(f"{detail} Nothing was saved. Correct it and send it again.", (place,))


def _first_repeat(value: object, at: str) -> str | None:
    """The pointer to the outermost name that is repeated."""
    match value:
        case _Repeating():
            return f"{at}/{value.name.translate(ESCAPES)}"
        case dict():
            parts = [(name.translate(ESCAPES), part) for name, part in cast("dict[str, object]", value).items()]
        case list():
            parts = [(str(place), part) for place, part in enumerate(cast("list[object]", value))]
        case _:
            return None
    return next((found for name, part in parts if (found := _first_repeat(part, f"{at}/{name}"))), None)
