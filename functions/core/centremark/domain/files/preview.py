"""The dry run of a file: the same decision as entering its marks, line by line, on a copy of the mark sheet."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from centremark.domain.catalogue.catalogue import Assessment
from centremark.domain.files.columns import TableSeen
from centremark.domain.files.criteria_columns import CriteriaColumns, must_have_marks
from centremark.domain.files.faults import MEANINGS, SHOWN, Fault, FaultCode, FileRefused, Unreadable
from centremark.domain.files.marks_file import MarksFile, MarksLine, Written
from centremark.domain.files.matching import Found, MatchedBy, People
from centremark.domain.files.zero_reasons import zero_reason_of
from centremark.domain.shared.actor import By
from centremark.domain.shared.errors import Conflict
from centremark.domain.shared.identifiers import AssessmentCode, CandidateNumber
from centremark.domain.shared.outcomes import MarkScale, Outcome, Scale
from centremark.domain.sheet.listed_sheet import ListedSheet
from centremark.domain.sheet.mark_sheet import MarkSheet, Result
from centremark.domain.sheet.row import UNCHANGED, Change, CriteriaMarks, Row, ZeroReason

A_SLIP: Final = 3
"""How many lines have to disagree before the whole file is stopped; fewer are stopped one by one."""


class LineResult(StrEnum):
    """What applying a line would do, or why it cannot be applied."""

    ACCEPTED = "accepted"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    BLANK = "blank"
    NOT_ON_LIST = "not on the list"
    REFUSED = "refused"


GOOD = frozenset({LineResult.ACCEPTED, LineResult.CHANGED, LineResult.UNCHANGED})


@dataclass(frozen=True, slots=True)
class Since:
    """Who changed a row after the file was made, and when; empty where that is not known."""

    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """One line of a file beside its candidate's row, as it was when the preview was made.

    `name` is the file's and `listed` the entry's. `revision` is the row's, so that a later apply changes only what was
    shown. `code` and `problem` are a warning on a good line, and say what is wrong with any other. `since` is set where
    the row changed after the file was made, so that the line would undo a later change. `matched_by` is what a good
    line's candidate was found by.
    """

    number: int
    assessment: str
    candidate: str
    result: LineResult
    name: str = ""
    before: Outcome | None = None
    outcome: Outcome | None = None
    revision: int = 0
    code: str = ""
    field: str = ""
    problem: str = ""
    since: Since | None = None
    listed: str = ""
    matched_by: MatchedBy | None = None
    criteria: CriteriaMarks = ()
    zero: ZeroReason | None = None

    @property
    def change(self) -> Change:
        """The change of its candidate's row that a good line wants; what it leaves out stays."""
        return Change(
            CandidateNumber(self.candidate),
            self.revision,
            self.outcome,
            criteria=self.criteria or UNCHANGED,
            zero=self.zero or UNCHANGED,
        )

    def is_on(self, sheet: MarkSheet) -> bool:
        """Whether a good line's row is as the line wants it already."""
        row = sheet.rows.get(CandidateNumber(self.candidate), Row())
        same = row.outcome == self.outcome and self.criteria in {(), row.criteria}
        return same and self.zero in {None, row.zero and row.zero.reason}

    @property
    def cure(self) -> str:
        """How to put it right; empty when nothing is wrong."""
        return MEANINGS[FaultCode(self.code)].cure if self.code else ""

    @classmethod
    def of_fault(cls, fault: Fault) -> "PlannedLine":
        """Build the result for a line that could not be read, or for a fault that stopped the whole file."""
        return cls(
            fault.line,
            "",
            fault.candidate,
            LineResult.BLANK if fault.code is FaultCode.TOTAL_ROW else LineResult.REFUSED,
            code=fault.code,
            field=fault.field,
            problem=fault.problem,
        )


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would do, line by line, and its table as it was read; `table` is None for other formats."""

    lines: Sequence[PlannedLine] = ()
    table: TableSeen | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of an assessment's lines had each result; the code is empty for lines that name no assessment.

    The last three count the good lines matched by number, UCI and name.
    """

    assessment: str
    accepted: int = 0
    changed: int = 0
    unchanged: int = 0
    blank: int = 0
    not_on_list: int = 0
    refused: int = 0
    by_number: int = 0
    by_uci: int = 0
    by_name: int = 0


def tallies(lines: Sequence[PlannedLine]) -> tuple[Tally, ...]:
    """Count lines by assessment, those without one last."""
    results = Counter((line.assessment, line.result) for line in lines)
    matches = Counter((line.assessment, line.matched_by) for line in lines)
    codes = sorted({line.assessment for line in lines}, key=lambda code: (not code, code))
    return tuple(
        Tally(
            code,
            **{result.name.lower(): results[code, result] for result in LineResult},
            **{f"by_{by}": matches[code, by] for by in MatchedBy},
        )
        for code in codes
    )


@dataclass(frozen=True, slots=True)
class Expected:
    """What a file is sent for: the assessment of lines that name none, by whom, and those their role is not for."""

    default: AssessmentCode | None
    by: By
    barred: frozenset[AssessmentCode] = frozenset()


def preview(
    file: MarksFile, sheets: Mapping[AssessmentCode, ListedSheet], expected: Expected, at: datetime
) -> tuple[PlannedLine, ...]:
    """Say what would become of every line, in the file's order; no sheet is changed.

    Raises `FileRefused` when a column has slipped against the others, or the marks are out of another maximum.
    """
    planned = [PlannedLine.of_fault(fault) for fault in file.faults]
    planned += _of_candidates([People(listed) for listed in sheets.values()], file.above)
    wanted: dict[AssessmentCode, list[MarksLine]] = {}
    for line in file.lines:
        code = line.assessment or expected.default
        if code is None:
            planned.append(_refused(line, "", FaultCode.ASSESSMENT_MISSING, "The line does not name an assessment."))
        elif code not in sheets:
            problem = f"Your centre has no candidates entered for {code}."
            planned.append(_refused(line, code, FaultCode.ASSESSMENT_UNKNOWN, problem))
        else:
            wanted.setdefault(code, []).append(line)
    assessments = [sheets[code].sheet.assessment for code in wanted]
    must_have_marks(file, assessments)
    must_be_out_of_the_same(file, assessments)
    for code, lines in wanted.items():
        columns = CriteriaColumns.of(file, sheets[code].sheet.assessment)
        planned += _Preview(sheets[code], columns, expected, at).of(lines)
    must_not_have_slipped(file, planned)
    return tuple(sorted(planned, key=lambda line: line.number))


def _of_candidates(sheets: Sequence[People], above: Iterable[MarksLine]) -> Iterator[PlannedLine]:
    """Rows above the headings that are a candidate's: of someone entered, or with a candidate number and a mark."""
    for line in above:
        if (line.candidate and not line.is_blank) or any(people.may_have(line) for people in sheets):
            problem = "The line is at or above the headings, so we cannot tell what its columns are."
            yield _refused(line, "", FaultCode.ABOVE_HEADINGS, problem)


def must_be_out_of_the_same(file: MarksFile, assessments: Iterable[Assessment]) -> None:
    """Raise `FileRefused` when the heading of the marks gives another maximum than the assessment has."""
    said = file.head.maximum
    for assessment in assessments:
        scale = assessment.scale
        if said is not None and isinstance(scale, MarkScale) and scale.maximum != said:
            problem = (
                f"The heading says marks out of {said}, but marks for {assessment.code} are out of {scale.maximum}."
            )
            row = file.table.row if file.table else 1
            raise FileRefused(Fault(row, FaultCode.MAXIMUM_DIFFERS, problem, "mark"), file.table)


def must_not_have_slipped(file: MarksFile, planned: Sequence[PlannedLine]) -> None:
    """Raise `FileRefused` when most lines with a mark name one candidate by number and another by UCI or name."""
    twice = {line.number for line in file.lines if line.is_named_twice}
    compared = [line for line in planned if line.number in twice and line.result is not LineResult.BLANK]
    slipped = [line for line in compared if line.code == FaultCode.IDENTITY_DISAGREES]
    if len(slipped) >= A_SLIP and len(slipped) * 2 > len(compared):
        problem = f"On {len(slipped)} of {len(compared)} lines the number, UCI and name belong to different candidates."
        raise FileRefused(Fault(min(line.number for line in slipped), FaultCode.IDENTITY_SLIPPED, problem), file.table)


@dataclass(frozen=True, slots=True)
class _Preview:
    """The lines of one sheet, decided on a copy of it."""

    listed: ListedSheet
    columns: CriteriaColumns
    expected: Expected
    at: datetime

    @property
    def code(self) -> AssessmentCode:
        return self.listed.sheet.id.assessment

    def of(self, lines: Sequence[MarksLine]) -> list[PlannedLine]:
        """Decide every line; one without an outcome leaves its row alone, whoever it names."""
        people, graded = People(self.listed), self._are_grades(lines)
        planned: list[PlannedLine] = []
        named: list[tuple[MarksLine, Found]] = []
        for line in lines:
            if self._is_blank(line):
                planned.append(PlannedLine(line.number, self.code, line.candidate or "", LineResult.BLANK, line.name))
                continue
            try:
                found = people.whose(line)
                named.append((replace(line, candidate=found.candidate), found))
            except Unreadable as error:
                missing = error.code is FaultCode.CANDIDATE_NOT_ENTERED
                result = LineResult.NOT_ON_LIST if missing else LineResult.REFUSED
                planned.append(_refused(line, self.code, error.code, str(error), "candidate", result))
        times = Counter(found.candidate for _, found in named)
        readable: dict[CandidateNumber, _Reading] = {}
        for line, found in named:
            if times[found.candidate] > 1:
                problem = f"Candidate {found.candidate} comes {times[found.candidate]} times for {self.code}."
                planned.append(_refused(line, self.code, FaultCode.CANDIDATE_REPEATED, problem))
                continue
            try:
                readable[found.candidate] = self._reading(line, found, graded=graded)
            except Unreadable as error:
                planned.append(_refused(line, self.code, error.code, str(error), "mark"))
        return planned + self._entered(readable)

    def _are_grades(self, lines: Sequence[MarksLine]) -> bool:
        """Whether grades were sent for an assessment that takes marks: some are no outcome and none has a digit."""
        scale, values = self.listed.sheet.assessment.scale, [line.written.value for line in lines]
        if not isinstance(scale, MarkScale) or any(c.isdigit() for value in values for c in value):
            return False
        return any(_is_unreadable(Written(value), scale) for value in values)

    def _is_blank(self, line: MarksLine) -> bool:
        try:
            outcome, _ = self.columns.read(line, line.on(self.listed.sheet.assessment.scale))
        except Unreadable:
            return False
        return outcome is None and not line.zero

    def _reading(self, line: MarksLine, found: Found, *, graded: bool) -> "_Reading":
        outcome, criteria = self.columns.read(line, line.on(self.listed.sheet.assessment.scale))
        zero = zero_reason_of(line.zero, outcome)
        if outcome is None or (graded and not criteria and not line.written.absent):
            problem = (
                f"'{line.written.value[:SHOWN]}' may be a grade, as on other lines, but this assessment has marks."
            )
            raise Unreadable(FaultCode.MARK_UNREADABLE, problem)
        return _Reading(line, found, outcome, criteria, zero)

    def _entered(self, readable: Mapping[CandidateNumber, "_Reading"]) -> list[PlannedLine]:
        if self.code in self.expected.barred:
            problem = f"The role of {self.expected.by.name}, who sent the file, is not for {self.code}."
            return [_refused(one.line, self.code, FaultCode.ROLE_LIMITED, problem) for one in readable.values()]
        sheet = self.listed.sheet
        wanted = [self._good(reading).change for reading in readable.values()]
        try:
            _, _, answers = sheet.enter(wanted, self.expected.by, self.at)
        except Conflict as refusal:
            return [self._as_it_stands(reading, refusal) for reading in readable.values()]
        decided = {answer.candidate: answer for answer in answers}
        planned: list[PlannedLine] = []
        for candidate, reading in readable.items():
            answer = decided[candidate]
            if answer.result is Result.REFUSED:
                planned.append(_refused(reading.line, self.code, FaultCode(answer.code), answer.detail, "mark"))
            else:
                planned.append(self._good(reading))
        return planned

    def _as_it_stands(self, reading: "_Reading", refusal: Conflict) -> PlannedLine:
        """Say that the sheet is closed to changes; a line equal to its row wants none."""
        if (line := self._good(reading)).result is LineResult.UNCHANGED:
            return line
        return _refused(reading.line, self.code, FaultCode(refusal.code), str(refusal))

    def _good(self, reading: "_Reading") -> PlannedLine:
        line, found = reading.line, reading.found
        row = self.listed.sheet.rows[found.candidate]
        differs = f"The entry of candidate {found.candidate} has a different forename." if found.differs else ""
        planned = PlannedLine(
            line.number,
            self.code,
            found.candidate,
            LineResult.ACCEPTED if row.outcome is None else LineResult.CHANGED,
            line.name,
            row.outcome,
            reading.outcome,
            row.revision,
            FaultCode.NAME_DIFFERS if found.differs else "",
            "name" if found.differs else "",
            differs,
            Since() if line.revision not in {None, row.revision} else None,
            self.listed.roster[found.candidate].name,
            found.by,
            reading.criteria,
            reading.zero,
        )
        unchanged = planned.is_on(self.listed.sheet)
        return replace(planned, result=LineResult.UNCHANGED, since=None) if unchanged else planned


@dataclass(frozen=True, slots=True)
class _Reading:
    """A line, its candidate and what it says of them."""

    line: MarksLine
    found: Found
    outcome: Outcome
    criteria: CriteriaMarks
    zero: ZeroReason | None


def _is_unreadable(written: Written, scale: Scale) -> bool:
    try:
        written.on(scale)
    except Unreadable:
        return True
    return False


def _refused(  # noqa: PLR0913, PLR0917  # all that a refusal says
    line: MarksLine,
    assessment: str,
    code: FaultCode,
    problem: str,
    field: str = "",
    result: LineResult = LineResult.REFUSED,
) -> PlannedLine:
    return PlannedLine(
        line.number, assessment, line.candidate or "", result, line.name, code=code, field=field, problem=problem
    )
