"""What a file of marks contains, before it is compared with a mark sheet."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from centremark.domain.catalogue.names import Name
from centremark.domain.files.columns import TableSeen
from centremark.domain.files.faults import FATAL, HARMLESS, MEANINGS, NO_LINE, SHOWN, Fault, FaultCode, Unreadable
from centremark.domain.shared.identifiers import AssessmentCode, CandidateNumber, CentreNumber, SeriesId
from centremark.domain.shared.outcomes import ABSENT, Grade, GradeScale, Mark, Outcome, Scale

MAX_BYTES: Final = 5 * 1024 * 1024
"""How large a file may be: the marks of ten thousand candidates take less than one tenth of it."""
WHOLE: Final = re.compile(r"([0-9]{1,4})(?:[.,]0{1,2})?")
"""A whole mark, with a decimal part of zeros at most: three zeros may be a thousand, so they are not read."""
FRACTION: Final = re.compile(r"[0-9]{1,4}[.,][0-9]+")
ABSENT_WORDS: Final = frozenset({"a", "abs", "absent", "absennol"})
UNSEEN: Final = r"[\s\x1c-\x1f\x85\u200b-\u200f\u2060\ufeff]+"
AROUND: Final = re.compile(rf"^{UNSEEN}|{UNSEEN}$")
"""What nobody sees around a value: spaces of every width, marks of direction and of byte order."""


FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""The letters, digits and signs of a full-width keyboard, as what they are."""


@dataclass(frozen=True, slots=True)
class Written:
    """An outcome as written in a file: the text of the mark or grade, and whether the line says absent."""

    value: str = ""
    absent: bool = False

    def on(self, scale: Scale) -> Outcome | None:
        """Read the outcome on this scale, or None when nothing was written; raises `Unreadable` rather than guess."""
        value = AROUND.sub("", self.value.translate(FULL_WIDTH))
        if self.absent:
            if value and value.casefold() not in ABSENT_WORDS:
                raise Unreadable(FaultCode.MARK_AND_ABSENT, f"'{value[:SHOWN]}' is beside absent.")
            return ABSENT
        if not value:
            return None
        if isinstance(scale, GradeScale):
            return _grade(value, scale)
        if value.casefold() in ABSENT_WORDS:
            return ABSENT
        if whole := WHOLE.fullmatch(value):
            return Mark(int(whole[1]))
        if FRACTION.fullmatch(value):
            raise Unreadable(FaultCode.MARK_FRACTION, f"'{value[:SHOWN]}' is not a whole number.")
        raise Unreadable(FaultCode.MARK_UNREADABLE, f"'{value[:SHOWN]}' is not a mark.")


def _grade(value: str, scale: GradeScale) -> Outcome:
    """Read a grade by its code or title; on a scale with a grade A, the letter is that grade and never absent."""
    by_name = {_folded(name): code for code, title in scale.grades.items() for name in (title, code)}
    if found := by_name.get(_folded(value)):
        return Grade(found)
    if value.casefold() in ABSENT_WORDS:
        return ABSENT
    raise Unreadable(
        FaultCode.MARK_UNREADABLE,
        f"'{value[:SHOWN]}' is not one of this assessment's grades: {', '.join(scale.grades)}.",
    )


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


@dataclass(frozen=True, slots=True)
class MarksLine:
    """What one line says about one candidate; `assessment` is None where the file leaves it to the upload.

    A line may name its candidate by number, UCI and name, or by some of them; without an outcome it may name nobody.
    `surname` is what `name` begins with, where the file has it in a column of its own. `grade` is what stands under
    Grade beside a mark; with `only_grades` the file has no other column of outcomes. `revision` is that of the
    candidate's row when the file was made; None where the file does not say. `others` are the cells of the columns that
    may be of criteria, and `zero` is why the mark is 0.
    """

    number: int
    assessment: AssessmentCode | None
    candidate: CandidateNumber | None
    written: Written
    name: str = ""
    revision: int | None = None
    uci: str = ""
    surname: str = ""
    grade: Written | None = None
    only_grades: bool = False
    others: tuple[str, ...] = ()
    zero: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether the line has nothing that could be an outcome."""
        return not any(one and (one.value or one.absent) for one in (self.written, self.grade))

    @property
    def written_name(self) -> Name:
        """The name as comparable words."""
        if self.surname:
            return Name.in_two(self.surname, self.name.removeprefix(self.surname))
        return Name.written(self.name)

    @property
    def is_named_twice(self) -> bool:
        """Whether the line names its candidate in two ways or more, which can disagree."""
        return sum(map(bool, (self.candidate, self.uci, self.name))) > 1

    def on(self, scale: Scale) -> Outcome | None:
        """Read the outcome on this scale, or None when nothing was written; raises `Unreadable` rather than guess."""
        if isinstance(scale, GradeScale):
            return (self.grade or self.written).on(scale)
        if self.only_grades and self.written.value and not self.written.absent:
            problem = f"'{self.written.value[:SHOWN]}' is under Grade, but this assessment has marks."
            raise Unreadable(FaultCode.MARK_UNREADABLE, problem)
        return self.written.on(scale)


@dataclass(frozen=True, slots=True)
class OtherColumn:
    """A column by its place from 0; `heading` is without the maximum that it may end with."""

    place: int
    heading: str
    maximum: int | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What a file says about itself; None where its format or its author leaves it out."""

    format: str
    centre: CentreNumber | None = None
    series: SeriesId | None = None
    sequence: int | None = None
    ignored: tuple[str, ...] = ()
    """Headings of columns that were not read."""
    maximum: int | None = None
    """What the marks are out of, as their heading says."""
    titles: Mapping[AssessmentCode, int] = field(default_factory=dict[AssessmentCode, int])
    """What may be codes of assessments in rows that are no lines, as in a title, and the row of each."""
    others: tuple[OtherColumn, ...] = ()
    """Columns of a heading that the assessment may know as a criterion."""


@dataclass(frozen=True, slots=True)
class MarksFile:
    """A file as read: every line is either in `lines` or has a fault.

    `table` describes the columns of a CSV file or a workbook; None for other formats and for what is not a table.
    `above` are the rows above the headings, or those taken for headings, read as lines: one may be a candidate's.
    `unmarked` is the fault of a file that has no column of marks, unless it has those of criteria.
    """

    head: Head
    lines: tuple[MarksLine, ...] = ()
    faults: tuple[Fault, ...] = ()
    table: TableSeen | None = None
    above: tuple[MarksLine, ...] = ()
    unmarked: Fault | None = None

    @classmethod
    def refused(cls, fault: Fault, head: Head | None = None, table: TableSeen | None = None) -> "MarksFile":
        """Build the result for a file of which nothing can be used."""
        return cls(head or Head(""), faults=(fault,), table=table)

    @property
    def fatal(self) -> Fault | None:
        """The fault that stops the whole file, if there is one."""
        return next((fault for fault in self.faults if fault.code in FATAL), None)

    @property
    def without_lines(self) -> Fault | None:
        """The fault of a file without a single line of marks, such as one with headings alone; None for others."""
        if self.lines or any(not line.is_blank for line in self.above):
            return None
        if any(fault.code not in HARMLESS for fault in self.faults):
            return None
        return Fault(NO_LINE, FaultCode.NO_MARKS, MEANINGS[FaultCode.NO_MARKS].problem)

    def for_centre(self, centre: CentreNumber, series: SeriesId) -> "MarksFile":
        """Refuse the file if it was made for another centre or series than it was sent for, whatever its name."""
        if self.fatal:
            return self
        if self.head.centre not in {None, centre}:
            problem = f"The file is for centre {self.head.centre}, but you uploaded it for centre {centre}."
            return self.refused(Fault(1, FaultCode.OTHER_CENTRE, problem, "centre"), self.head, self.table)
        if self.head.series not in {None, series}:
            problem = f"The file is for series {self.head.series}, but you uploaded it for series {series}."
            return self.refused(Fault(1, FaultCode.OTHER_SERIES, problem, "series"), self.head, self.table)
        return self


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line of a file to be written: a candidate on a mark sheet, with a text for each of its criteria."""

    centre: CentreNumber
    series: SeriesId
    assessment: AssessmentCode
    candidate: CandidateNumber
    name: str
    uci: str
    written: Written
    revision: int | None = None
    criteria: tuple[str, ...] = ()
    zero: str = ""
