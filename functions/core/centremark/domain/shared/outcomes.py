"""The outcomes a candidate can have: a mark, an endorsement grade, or absent. Absent is never zero."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from centremark.domain.shared.errors import OutcomeRefused


@dataclass(frozen=True, slots=True)
class Mark:
    """A whole mark; 0 means that work was submitted and earned no marks."""

    value: int

    @property
    def code(self) -> str:
        """The mark as stored and as sent to the board."""
        return str(self.value)


@dataclass(frozen=True, slots=True)
class Grade:
    """An endorsement grade by its code in the catalogue."""

    letter: str

    @property
    def code(self) -> str:
        """The grade as stored and as sent to the board; the prefix tells a grade A from absent."""
        return f"={self.letter}"


@dataclass(frozen=True, slots=True)
class Absent:
    """Absent, or no work submitted."""

    @property
    def code(self) -> str:
        """Absent as stored and as sent to the board."""
        return "A"


Outcome = Mark | Grade | Absent
ABSENT: Final = Absent()
SAID_WHOLE: Final = 10**9
"""A number of thousands of digits is not said again in each sentence about it."""


def outcome_of(code: str) -> Outcome:
    """Read an outcome back from its `code`."""
    if code == ABSENT.code:
        return ABSENT
    return Grade(code[1:]) if code.startswith("=") else Mark(int(code))


@dataclass(frozen=True, slots=True)
class MarkScale:
    """Whole marks from 0 to a maximum."""

    maximum: int

    def must_have(self, outcome: Outcome) -> None:
        """Raise `OutcomeRefused` unless the outcome is on this scale."""
        match outcome:
            case Mark(value) if not 0 <= value <= self.maximum:
                shown = str(value) if abs(value) < SAID_WHOLE else "This number"
                raise OutcomeRefused(f"{shown} is not a mark from 0 to {self.maximum}")
            case Grade(letter):
                raise OutcomeRefused(f"{letter} is a grade, but this assessment has marks from 0 to {self.maximum}")
            case _:
                pass

    def words(self, outcome: Outcome) -> str:
        """The outcome as people read it."""
        return "Absent" if outcome == ABSENT else outcome.code

    def __str__(self) -> str:
        return f"Maximum mark {self.maximum}"


@dataclass(frozen=True, slots=True)
class GradeScale:
    """Endorsement grades, best first: code to title."""

    grades: Mapping[str, str]

    def must_have(self, outcome: Outcome) -> None:
        """Raise `OutcomeRefused` unless the outcome is on this scale."""
        allowed = ", ".join(f"{code} ({title})" for code, title in self.grades.items())
        match outcome:
            case Grade(letter) if letter not in self.grades:
                raise OutcomeRefused(f"{letter} is not one of this assessment's grades: {allowed}")
            case Mark(value):
                raise OutcomeRefused(f"{value} is a mark, but this assessment has grades: {allowed}")
            case _:
                pass

    def words(self, outcome: Outcome) -> str:
        """The outcome as people read it."""
        return self.grades[outcome.letter] if isinstance(outcome, Grade) else "Absent"

    def __str__(self) -> str:
        return f"Grades: {', '.join(self.grades.values())}"


Scale = MarkScale | GradeScale
