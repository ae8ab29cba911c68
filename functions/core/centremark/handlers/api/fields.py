"""Types for texts, days and times in requests; each has one rule, so that a refusal points at its field."""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Final

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from centremark.domain.people.names import LONGEST_NAME, PersonName
from centremark.domain.shared.errors import Malformed
from centremark.domain.shared.identifiers import (
    AssessmentCode,
    CandidateNumber,
    CentreNumber,
    EmailAddress,
    SeriesId,
    SheetId,
    Uci,
)
from centremark.domain.shared.text import must_say_something, one_line, some_lines


def whole(text: str) -> str:
    """Check that text can be stored: half a character, which JSON's escapes allow, becomes a question mark."""
    return text.encode(errors="replace").decode()


def _read_by(rule: Callable[[str], object]) -> AfterValidator:
    def read(text: str) -> str:
        try:
            return str(rule(text))
        except Malformed as error:
            raise PydanticCustomError("malformed", "{sentence}", {"sentence": whole(str(error))}) from error

    return AfterValidator(read)


def not_above(most: int) -> AfterValidator:
    """Check the length again after composing: a few letters become longer, because they exist only in two parts."""

    def read(text: str) -> str:
        if len(text) > most:
            raise Malformed(f"The text has {len(text)} characters, but the most is {most}. Shorten it.")
        return text

    return _read_by(read)


def _written(form: str, example: str) -> BeforeValidator:
    """Accept a time only as text: the number 0 is not the first day of 1970."""

    def read(sent: object) -> object:
        if not isinstance(sent, str) or not re.match(form, sent):
            raise PydanticCustomError("malformed", "Write it as {example}", {"example": example})
        return sent

    return BeforeValidator(read)


OneLine: Final = _read_by(one_line)
SomeLines: Final = _read_by(some_lines)
NotBlank: Final = _read_by(must_say_something)

CandidateIn = Annotated[str, Field(pattern="^[0-9]{4}$"), _read_by(CandidateNumber)]
CentreIn = Annotated[str, Field(pattern="^[0-9]{5}$"), _read_by(CentreNumber)]
SeriesIn = Annotated[str, _read_by(SeriesId)]
AssessmentIn = Annotated[
    str, Field(json_schema_extra={"pattern": f"^{AssessmentCode.FORM.pattern}$"}), _read_by(AssessmentCode)
]
SheetIn = Annotated[str, _read_by(SheetId.parse)]
UciIn = Annotated[str, Field(min_length=13, max_length=13), _read_by(Uci)]
NameIn = Annotated[str, Field(min_length=1, max_length=100), OneLine, not_above(100), NotBlank]
PersonNameIn = Annotated[str, Field(min_length=1, max_length=LONGEST_NAME), _read_by(PersonName)]
EmailIn = Annotated[str, Field(min_length=1, max_length=128), _read_by(EmailAddress.of)]
CheckerNoteIn = Annotated[str, Field(min_length=1, max_length=200), OneLine, not_above(200), NotBlank]
ReasonIn = Annotated[str, Field(min_length=1, max_length=1000), SomeLines, NotBlank]
DayIn = Annotated[date, _written(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z", "2027-05-03")]
InstantIn = Annotated[AwareDatetime, _written(r"2[0-9]{3}-[0-9]{2}-[0-9]{2}[Tt ]", "2027-05-03T12:00:00Z")]
