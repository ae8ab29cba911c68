"""The columns of a file that hold marks for an assessment's criteria, and what a line says in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Self

from centremark.domain.catalogue.catalogue import Assessment
from centremark.domain.catalogue.criteria import Criterion
from centremark.domain.files.columns import Column
from centremark.domain.files.faults import SHOWN, Fault, FaultCode, FileRefused, Unreadable
from centremark.domain.files.marks_file import MarksFile, MarksLine, OtherColumn, Written
from centremark.domain.shared.outcomes import ABSENT, Mark, Outcome
from centremark.domain.sheet.entering import lacking_in, total_of
from centremark.domain.sheet.row import CriteriaMarks


def recognising(file: MarksFile, assessments: Sequence[Assessment]) -> MarksFile:
    """Say of each column that is headed by a criterion of these assessments that it is read."""
    criteria = [criterion for assessment in assessments for criterion in assessment.criteria]
    if file.table is None or not criteria:
        return file
    headed = {column.place for column in file.head.others if any(one.is_headed(column.heading) for one in criteria)}
    columns = tuple(
        replace(column, role=Column.CRITERION) if column.place in headed else column for column in file.table.columns
    )
    read = {column.heading[:SHOWN] for column in columns if column.role is Column.CRITERION}
    ignored = tuple(heading for heading in file.head.ignored if heading not in read)
    return replace(file, table=replace(file.table, columns=columns), head=replace(file.head, ignored=ignored))


def must_have_marks(file: MarksFile, assessments: Iterable[Assessment]) -> None:
    """Raise `FileRefused` for a file without a column of marks, unless it has those of an assessment's criteria."""
    if file.unmarked and not any(CriteriaColumns.of(file, assessment).are_there for assessment in assessments):
        raise FileRefused(file.unmarked, file.table)


@dataclass(frozen=True, slots=True)
class CriteriaColumns:
    """An assessment's criteria, each with the place of its column among a line's other cells, None without one."""

    criteria: tuple[Criterion, ...]
    places: tuple[int | None, ...]

    @classmethod
    def of(cls, file: MarksFile, assessment: Assessment) -> Self:
        """Find the columns by their headings; raises `FileRefused` where two are one criterion's, or out of another."""
        return cls(assessment.criteria, tuple(_place_of(one, file) for one in assessment.criteria))

    @property
    def are_there(self) -> bool:
        """Whether the file has a column of any criterion."""
        return any(place is not None for place in self.places)

    def read(self, line: MarksLine, outcome: Outcome | None) -> tuple[Outcome | None, CriteriaMarks]:
        """Read the marks of the criteria beside a line's outcome, which they give where it has none.

        Empty when the line has none of them, or says in each that the candidate is absent. Raises `Unreadable`.
        """
        given = [(one, self._on(one, place, line)) for one, place in zip(self.criteria, self.places, strict=True)]
        filled = [mark for _, mark in given if mark is not None]
        if not filled:
            return outcome, ()
        if all(mark == ABSENT for mark in filled) and outcome in {None, ABSENT}:
            return ABSENT, ()
        if outcome == ABSENT or ABSENT in filled:
            raise Unreadable(FaultCode.MARK_AND_ABSENT, "The line has marks for criteria and absent.")
        if len(filled) < len(given):
            values = tuple(mark.value if isinstance(mark, Mark) else None for _, mark in given)
            raise Unreadable(FaultCode.CRITERIA_INCOMPLETE, f"{lacking_in(values, self.criteria)}.")
        marks = tuple(mark.value for mark in filled if isinstance(mark, Mark))
        total = total_of(marks)
        if outcome is not None and total != outcome:
            problem = f"The criteria add up to {sum(marks)}, but the total is {outcome.code}."
            raise Unreadable(FaultCode.TOTAL_DIFFERS, problem)
        return total, marks

    @staticmethod
    def _on(criterion: Criterion, place: int | None, line: MarksLine) -> Outcome | None:
        try:
            return None if place is None else Written(line.others[place]).on(criterion.scale)
        except Unreadable as error:
            raise Unreadable(error.code, f"{criterion.words}: {error}") from error


def _place_of(criterion: Criterion, file: MarksFile) -> int | None:
    found = [(place, one) for place, one in enumerate(file.head.others) if criterion.is_headed(one.heading)]
    if not found:
        return None
    row = file.table.row if file.table else 1
    if len(found) > 1:
        problem = f"Two columns are headed as {criterion.words}."
        raise FileRefused(Fault(row, FaultCode.HEADINGS_UNCLEAR, problem, Column.CRITERION), file.table)
    place, column = found[0]
    _must_be_out_of_the_same(criterion, column, Fault(row, FaultCode.MAXIMUM_DIFFERS, "", Column.CRITERION), file)
    return place


def _must_be_out_of_the_same(criterion: Criterion, column: OtherColumn, fault: Fault, file: MarksFile) -> None:
    if column.maximum in {None, criterion.maximum}:
        return
    problem = f"The heading says {criterion.code} out of {column.maximum}, but it is out of {criterion.maximum}."
    raise FileRefused(replace(fault, problem=problem), file.table)
