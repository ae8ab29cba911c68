"""Texts in requests: each is read by the domain's own rule, so that a refusal points at its place."""

from collections.abc import Callable
from typing import Annotated, Final

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from centremark.domain.errors import Malformed
from centremark.domain.text import must_say_something, one_line, some_lines
from centremark.domain.values import CandidateNumber, CentreNumber, SeriesId, Uci


def whole(text: str) -> str:
    """Text that can be sent: half a character, as JSON's escapes can say it, is shown as a question mark."""
    return text.encode(errors="replace").decode()


def _read_by(rule: Callable[[str], str]) -> AfterValidator:
    def read(text: str) -> str:
        try:
            return str(rule(text))
        except Malformed as error:
            raise PydanticCustomError("malformed", "{sentence}", {"sentence": whole(str(error))}) from error

    return AfterValidator(read)


def not_above(most: int) -> AfterValidator:
    """Composing can make a text longer: there are letters that only exist in two."""

    def read(text: str) -> str:
        if len(text) > most:
            raise Malformed(f"The text is kept in {len(text)} characters; the most is {most}. Shorten it.")
        return text

    return _read_by(read)


OneLine: Final = _read_by(one_line)
SomeLines: Final = _read_by(some_lines)
NotBlank: Final = _read_by(must_say_something)

CandidateIn = Annotated[str, Field(pattern="^[0-9]{4}$"), _read_by(CandidateNumber)]
CentreIn = Annotated[str, Field(pattern="^[0-9]{5}$"), _read_by(CentreNumber)]
SeriesIn = Annotated[str, _read_by(SeriesId)]
UciIn = Annotated[str, Field(min_length=13, max_length=13), _read_by(Uci)]
NameIn = Annotated[str, Field(min_length=1, max_length=100), OneLine, not_above(100), NotBlank]
ReasonIn = Annotated[str, Field(min_length=1, max_length=1000), SomeLines, NotBlank]
