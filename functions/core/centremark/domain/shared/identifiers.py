"""The field's identifiers; a value that exists is well formed."""

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final, Self

from centremark.domain.shared.errors import Malformed


class Code(str):
    """A short identifier of fixed form.

    Raises `Malformed`, naming the form, when the text does not have it.
    """

    __slots__ = ()
    FORM: ClassVar[re.Pattern[str]]
    WORDS: ClassVar[str]

    def __new__(cls, text: str) -> Self:
        """Parse a code; raises `Malformed`."""
        if not cls.FORM.fullmatch(text):
            raise Malformed(f"'{text[:40]}' is not {cls.WORDS}")
        return super().__new__(cls, text)


class CentreNumber(Code):
    """A centre's national centre number (NCN)."""

    __slots__ = ()
    FORM = re.compile(r"[0-9]{5}")
    WORDS = "a centre number (5 digits)"


class EmailAddress(Code):
    """The address someone signs in with, in small letters: capitals make no other address.

    Only letters of the Latin alphabet without accents, digits and signs: letters that look like others would make an
    address that looks like a colleague's.
    """

    __slots__ = ()
    FORM = re.compile(
        r"(?=.{6,128}\Z)(?=.{1,64}@)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
        r"@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]"
    )
    WORDS = "an email address, such as asha@school.example, in the letters a to z, digits and signs"

    @classmethod
    def of(cls, text: str) -> Self:
        """Read an address as it was typed; raises `Malformed`."""
        typed = text.strip()
        return cls(typed.lower() if typed.isascii() else typed)


class CandidateNumber(Code):
    """A candidate's number, unique in one centre and series.

    Source: Pearson, UCI numbers, which gives the range 0001 to 9999.
    """

    __slots__ = ()
    FORM = re.compile(r"(?!0000)[0-9]{4}")
    WORDS = "a candidate number (4 digits, from 0001)"


class SeriesId(Code):
    """An exam series by its year and month: 2027-06 is June 2027."""

    __slots__ = ()
    FORM = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])")
    WORDS = "a series (year and month, as in 2027-06)"

    @property
    def words(self) -> str:
        """The series as people say it: June 2027."""
        return f"{date(int(self[:4]), int(self[5:]), 1):%B %Y}"


class AssessmentCode(Code):
    """A unit or component as the board prints it: H446/03."""

    __slots__ = ()
    FORM = re.compile(r"[A-Z0-9]{3,6}/[A-Z0-9]{1,4}")
    WORDS = "an assessment code (as in H446/03)"

    @property
    def slug(self) -> str:
        """The code as used in ids and addresses: H446-03."""
        return self.replace("/", "-")

    @classmethod
    def from_slug(cls, slug: str) -> Self:
        """Parse the form used in ids and addresses; raises `Malformed`."""
        return cls(slug.replace("-", "/"))


class Uci(Code):
    """A unique candidate identifier: 12 characters and a check character.

    Source: JCQ, Unique Candidate Identifiers. Letters beyond P have no agreed value and no board uses them,
    so they are malformed here.
    """

    __slots__ = ()
    FORM = re.compile(r"[0-9]{5}[0-9A-P][0-9]{6}[ABCDEFGHKLMRTVWXY]")
    WORDS = "a UCI (13 characters)"
    CHECK: Final = "ABCDEFGHKLMRTVWXY"

    def __new__(cls, text: str) -> Self:
        """Parse a UCI and compare its check character; raises `Malformed`."""
        uci = super().__new__(cls, text)
        if uci[-1] != cls.check_character(uci[:12]):
            raise Malformed(f"'{text}' is not a UCI: its check character is wrong")
        return uci

    @classmethod
    def check_character(cls, body: str) -> str:
        """The character that ends a UCI of these 12: weights 16 to 5, A=1 to P=16, modulo 17."""
        values = (int(c) if c.isdigit() else ord(c) - ord("A") + 1 for c in body)
        return cls.CHECK[sum(weight * value for weight, value in zip(range(16, 4, -1), values, strict=True)) % 17]


@dataclass(frozen=True, slots=True)
class SheetId:
    """Names one mark sheet: a centre's marks for one assessment in one series."""

    series: SeriesId
    centre: CentreNumber
    assessment: AssessmentCode

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2027-06.64235.H446-03`; raises `Malformed`."""
        match text.split("."):
            case [series, centre, slug]:
                return cls(SeriesId(series), CentreNumber(centre), AssessmentCode.from_slug(slug))
            case _:
                raise Malformed(f"'{text[:60]}' is not a sheet id (as in 2027-06.64235.H446-03)")

    def __str__(self) -> str:
        return f"{self.series}.{self.centre}.{self.assessment.slug}"
