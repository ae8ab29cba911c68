"""The dry run: the very decision that entering makes, line by line, on a copy of the mark sheet."""

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from centremark.domain.actor import By
from centremark.domain.columns import TableSeen
from centremark.domain.errors import ChangedSince, Conflict, Point, SecondCheckerNeeded
from centremark.domain.facts import MarksSaved
from centremark.domain.listed import ListedSheet
from centremark.domain.mark_sheet import Change, MarkSheet, Result
from centremark.domain.marks_file import MEANINGS, Fault, FaultCode, MarksFile, MarksLine, Unreadable
from centremark.domain.outcomes import Outcome
from centremark.domain.values import AssessmentCode, CandidateNumber


class LineResult(StrEnum):
    """What putting a line on its sheet does, or why it cannot be put there."""

    ACCEPTED = "accepted"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    BLANK = "blank"
    NOT_ON_LIST = "not on the list"
    REFUSED = "refused"


GOOD = frozenset({LineResult.ACCEPTED, LineResult.CHANGED, LineResult.UNCHANGED})


@dataclass(frozen=True, slots=True)
class Since:
    """Who changed a row after the file that would change it was made, and when; empty where it is not known."""

    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """One line of a file beside its candidate's row, as it was when the preview was made.

    `name` is the file's and `listed` the entry's. `revision` is the row's, so that what is accepted is what was seen.
    A good line may still carry a warning (`code` and `problem`); any other says with them what is wrong. `since` is
    there where the row changed after the file was made, so that the line would set it back.
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

    @property
    def cure(self) -> str:
        """What to do about it; empty when nothing is wrong."""
        return MEANINGS[FaultCode(self.code)].cure if self.code else ""

    @classmethod
    def of_fault(cls, fault: Fault) -> "PlannedLine":
        """A line that could not be read, or that stopped the whole file."""
        return cls(
            fault.line,
            "",
            fault.candidate,
            LineResult.REFUSED,
            code=fault.code,
            field=fault.field,
            problem=fault.problem,
        )


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would do, line by line, and its table as it was read; None where it is no table."""

    lines: Sequence[PlannedLine] = ()
    table: TableSeen | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of an assessment's lines went which way; no code for lines that name no assessment."""

    assessment: str
    accepted: int = 0
    changed: int = 0
    unchanged: int = 0
    blank: int = 0
    not_on_list: int = 0
    refused: int = 0


def tallies(lines: Sequence[PlannedLine]) -> tuple[Tally, ...]:
    """Count lines by assessment, those without one last."""
    counts = Counter((line.assessment, line.result) for line in lines)
    codes = sorted({line.assessment for line in lines}, key=lambda code: (not code, code))
    return tuple(Tally(code, **{result.name.lower(): counts[code, result] for result in LineResult}) for code in codes)


def preview(
    file: MarksFile,
    sheets: Mapping[AssessmentCode, ListedSheet],
    default: AssessmentCode | None,
    by: By,
    at: datetime,
) -> tuple[PlannedLine, ...]:
    """Say of every line, in the file's order, what would become of it; no sheet is changed."""
    planned = [PlannedLine.of_fault(fault) for fault in file.faults]
    wanted: dict[AssessmentCode, list[MarksLine]] = {}
    for line in file.lines:
        code = line.assessment or default
        if code is None:
            planned.append(_refused(line, "", FaultCode.ASSESSMENT_MISSING, "The line names no assessment."))
        elif code not in sheets:
            problem = f"Your centre has no candidates entered for {code}."
            planned.append(_refused(line, code, FaultCode.ASSESSMENT_UNKNOWN, problem))
        else:
            wanted.setdefault(code, []).append(line)
    for code, lines in wanted.items():
        planned += _Preview(sheets[code], code, by, at).of(lines)
    return tuple(sorted(planned, key=lambda line: line.number))


@dataclass(frozen=True, slots=True)
class Accepting:
    """Who accepts a file and when; `checked` ticks what it enters, for they say that they checked it."""

    by: By
    at: datetime
    checked: bool
    second_checker: bool
    """Whether the centre has another person tick."""


def put_on_sheet(sheet: MarkSheet, lines: Sequence[PlannedLine], how: Accepting) -> tuple[MarkSheet, MarksSaved | None]:
    """Enter exactly what was previewed; a tick for a whole file settles no colleague's flag on a mark in it.

    Raises `ChangedSince` with every line that someone changed since the preview, `SecondCheckerNeeded` when ticks are
    another person's to make, and what `MarkSheet.enter` raises.
    """
    good = [line for line in lines if line.result in GOOD]
    if not how.checked and all(line.outcome == _outcome_on(sheet, line) for line in good):
        return sheet, None
    changes = [_change(sheet, line, checked=how.checked) for line in good]
    entered, fact, answers = sheet.enter(changes, how.by, how.at, second_checker=how.second_checker)
    numbers = {line.candidate: line.number for line in good}
    points = tuple(
        Point(f"/lines/{numbers[answer.candidate]}", answer.code, answer.detail)
        for answer in answers
        if answer.result in {Result.CONFLICT, Result.REFUSED}
    )
    if any(point.code == SecondCheckerNeeded.code for point in points):
        raise SecondCheckerNeeded(
            "Your centre has a second person check each mark, so whoever sends a file cannot tick what it enters. "
            "Put the marks on the sheet without ticks, and ask a colleague to check them.",
            points,
        )
    if points:
        raise ChangedSince(points)
    return entered, fact


def _change(sheet: MarkSheet, line: PlannedLine, *, checked: bool) -> Change:
    candidate = CandidateNumber(line.candidate)
    row = sheet.rows.get(candidate)
    doubted = row and row.flag and row.outcome == line.outcome
    return Change(candidate, line.revision, line.outcome, checked=True if checked and not doubted else None)


def _outcome_on(sheet: MarkSheet, line: PlannedLine) -> Outcome | None:
    row = sheet.rows.get(CandidateNumber(line.candidate))
    return row.outcome if row else None


@dataclass(frozen=True, slots=True)
class _Preview:
    """One sheet's lines, decided on a copy."""

    listed: ListedSheet
    code: AssessmentCode
    by: By
    at: datetime

    def of(self, lines: Sequence[MarksLine]) -> list[PlannedLine]:
        """Decide every line."""
        times = Counter(line.candidate for line in lines)
        planned: list[PlannedLine] = []
        readable: dict[CandidateNumber, tuple[MarksLine, Outcome]] = {}
        for line in lines:
            if times[line.candidate] > 1:
                problem = f"Candidate {line.candidate} comes {times[line.candidate]} times for {self.code}."
                planned.append(_refused(line, self.code, FaultCode.CANDIDATE_REPEATED, problem))
                continue
            try:
                outcome = line.written.on(self.listed.sheet.assessment.scale)
            except Unreadable as error:
                planned.append(_refused(line, self.code, error.code, str(error), "mark"))
                continue
            if outcome is None:
                planned.append(PlannedLine(line.number, self.code, line.candidate, LineResult.BLANK, line.name))
            else:
                readable[line.candidate] = line, outcome
        return planned + self._entered(readable)

    def _entered(self, readable: Mapping[CandidateNumber, tuple[MarksLine, Outcome]]) -> list[PlannedLine]:
        sheet = self.listed.sheet
        changes = [
            Change(candidate, sheet.rows[candidate].revision if candidate in sheet.rows else 0, outcome)
            for candidate, (_, outcome) in readable.items()
        ]
        try:
            _, _, answers = sheet.enter(changes, self.by, self.at)
        except Conflict as refusal:
            return [self._as_it_stands(line, outcome, refusal) for line, outcome in readable.values()]
        decided = {answer.candidate: answer for answer in answers}
        planned: list[PlannedLine] = []
        for candidate, (line, outcome) in readable.items():
            answer, row = decided[candidate], sheet.rows.get(candidate)
            if row is None:
                missing = FaultCode.CANDIDATE_NOT_ENTERED
                problem = f"Candidate {candidate} is not entered for {self.code}."
                planned.append(_refused(line, self.code, missing, problem, "candidate", LineResult.NOT_ON_LIST))
            elif answer.result is Result.REFUSED:
                planned.append(_refused(line, self.code, FaultCode(answer.code), answer.detail, "mark"))
            else:
                planned.append(self._good(line, outcome))
        return planned

    def _as_it_stands(self, line: MarksLine, outcome: Outcome, refusal: Conflict) -> PlannedLine:
        """Nothing can be entered on this sheet; a line that says what it says already wants nothing."""
        row = self.listed.sheet.rows.get(line.candidate)
        if row and row.outcome == outcome:
            return self._good(line, outcome)
        return _refused(line, self.code, FaultCode(refusal.code), str(refusal))

    def _good(self, line: MarksLine, outcome: Outcome) -> PlannedLine:
        row = self.listed.sheet.rows[line.candidate]
        result = LineResult.ACCEPTED if row.outcome is None else LineResult.CHANGED
        if row.outcome == outcome:
            result = LineResult.UNCHANGED
        entry = self.listed.roster.get(line.candidate)
        outdated = result is not LineResult.UNCHANGED and line.revision not in {None, row.revision}
        slipped = entry is not None and all(_differ(line.name, name) for name in (entry.name, entry.former) if name)
        return PlannedLine(
            line.number,
            self.code,
            line.candidate,
            result,
            line.name,
            row.outcome,
            outcome,
            row.revision,
            FaultCode.NAME_DIFFERS if slipped else "",
            "name" if slipped else "",
            f"The file names someone else than the entry of candidate {line.candidate}." if slipped else "",
            Since() if outdated else None,
            entry.name if entry else "",
        )


def _words(name: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(c if c.isalpha() else " " for c in plain if not unicodedata.combining(c))
    return set(kept.split())


def _differ(one: str, other: str) -> bool:
    """Whether two names have no word in common; an empty one says nothing."""
    return bool(_words(one) and _words(other)) and not _words(one) & _words(other)


def _refused(  # noqa: PLR0913, PLR0917  # all that a refusal says
    line: MarksLine,
    assessment: str,
    code: FaultCode,
    problem: str,
    field: str = "",
    result: LineResult = LineResult.REFUSED,
) -> PlannedLine:
    return PlannedLine(
        line.number, assessment, line.candidate, result, line.name, code=code, field=field, problem=problem
    )
