"""Shapes of the routes that take files of marks and give them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Annotated

from pydantic import Field, StrictBool, StrictInt

from centremark.domain.files.columns import Column, TableSeen
from centremark.domain.files.faults import Fault
from centremark.domain.files.matching import MatchedBy
from centremark.domain.files.ports import Ticket
from centremark.domain.files.preview import LineResult, PlannedLine
from centremark.domain.files.reading import MAX_COLUMNS, AssessmentNamed, ColumnsChosen, Need
from centremark.domain.files.upload import Applied, QuestionCode, Upload, UploadState
from centremark.domain.marks.mode import Mode
from centremark.handlers.api.fields import NotBlank, OneLine
from centremark.handlers.api.schemas.shared import In, Out, OutcomeModel, outcome_out
from centremark.handlers.api.schemas.submission import AgreementIn

PAGE_LINES = 500
HEADING_SHOWN = 100


class UploadIn(In):
    """A file that is about to be sent. `assessment` is for a file whose lines name none."""

    file_name: Annotated[str, Field(min_length=1, max_length=200), OneLine, NotBlank]
    assessment: Annotated[str | None, Field(pattern="^[A-Z0-9]{3,6}/[A-Z0-9]{1,4}$")] = None


class TicketOut(Out):
    """Post these fields and then the file (field `file`, last) to the address as multipart/form-data."""

    url: str
    fields: dict[str, str]
    expires_at: datetime
    max_bytes: int


class TallyOut(Out):
    """How many of an assessment's lines went which way; an empty code is for lines that name none.

    `by_number`, `by_uci` and `by_name` count its good lines by what their candidates were found by.
    """

    assessment: str
    accepted: int
    changed: int
    unchanged: int
    blank: int
    not_on_list: int
    refused: int
    by_number: int
    by_uci: int
    by_name: int


class FaultOut(Out):
    """One thing wrong, on which line (0 where it is of no line), and what to do about it."""

    line: int
    candidate: str
    field: str
    code: str
    problem: str
    cure: str

    @classmethod
    def of(cls, fault: Fault) -> "FaultOut":
        """Write a fault."""
        return cls(
            line=fault.line,
            candidate=fault.candidate,
            field=fault.field,
            code=fault.code,
            problem=fault.problem,
            cure=fault.cure,
        )


class QuestionOut(Out):
    """Something to answer before the file is applied: name its code under `answers`."""

    code: QuestionCode
    sentence: str


class SheetDoneOut(Out):
    """What became of one mark sheet of a file; `reference` is the receipt, empty where it was not submitted too.

    A sheet that changed while those before it were saved, or holds too much text to be saved, was left as it is: `code`
    and `problem` say why.
    """

    assessment: str
    saved: int
    reference: str
    code: str
    problem: str


class AppliedOut(Out):
    """What became of an accepted file, sheet by sheet, and the assessments that `wait`.

    A file of more than 16 sheets, or 4,000 candidates, is applied in steps; of fewer where much text is kept with them.
    If it breaks off it is *applying*: send the same request again, and it goes on with the sheets that wait. `checked`
    says whether the marks are ticked, `submits` whether the sheets are submitted too; who goes on has to ask for the
    same, and does it in their own name.
    """

    at: datetime
    by: str
    saved: int
    references: list[str]
    sheets: list[SheetDoneOut]
    waiting: list[str]
    checked: bool
    submits: bool

    @classmethod
    def of(cls, applied: Applied | None) -> "AppliedOut | None":
        """Write it, if the file was accepted."""
        return applied and cls.model_validate(applied)


class SaidOut(Out):
    """Who said how a file is read, or cancelled it, and when."""

    by: str
    at: datetime


class NamedOut(SaidOut):
    """Which assessment somebody said that a file's marks are for."""

    assessment: str


class UploadOut(Out):
    """How far an upload is. `lines` is null until the file has been read; `good` and `bad` count those checked.

    One whose file has not come, or not been checked, within an hour of `sent_at` is *refused* by itself; a file that
    comes later is not looked at.

    A file that is *asking* has a `need`: say with `PUT .../reading` what its columns are or which assessment it is for;
    `refusal` says why. `assessment` is what lines are for that name none. `columns_chosen` and `assessment_named` are
    there where somebody said so, for this file or, of columns, for one with the same headings before. `preview` names
    what the lines would do, and changes with it: send it when you accept. It is empty until the file was checked.
    """

    id: str
    state: UploadState
    sent_by: str
    sent_at: datetime
    file_name: str
    size: int
    sha256: str
    format: str
    sequence: int | None
    ignored: list[str]
    assessment: str | None
    lines: int | None
    preview: str
    good: int
    bad: int
    assessments: list[TallyOut]
    refusal: FaultOut | None
    need: Need | None
    columns_chosen: SaidOut | None
    assessment_named: NamedOut | None
    questions: list[QuestionOut]
    applied: AppliedOut | None
    cancelled: SaidOut | None

    @classmethod
    def of(cls, upload: Upload) -> "UploadOut":
        """Write an upload."""
        return cls(
            id=str(upload.id),
            state=upload.state,
            sent_by=upload.by.name,
            sent_at=upload.at,
            file_name=upload.file_name,
            size=upload.size,
            sha256=upload.sha256,
            format=upload.format,
            sequence=upload.sequence,
            ignored=list(upload.ignored),
            assessment=upload.default,
            lines=upload.lines,
            preview=upload.preview,
            good=upload.good,
            bad=upload.bad,
            assessments=[TallyOut.model_validate(tally) for tally in upload.tallies],
            refusal=FaultOut.of(upload.refusal) if upload.refusal else None,
            need=upload.need,
            columns_chosen=_chosen(upload.columns),
            assessment_named=_named(upload.named),
            questions=[QuestionOut.model_validate(question) for question in upload.questions],
            applied=AppliedOut.of(upload.applied),
            cancelled=SaidOut.model_validate(upload.cancelled) if upload.cancelled else None,
        )


def _chosen(columns: ColumnsChosen | None) -> SaidOut | None:
    return SaidOut.model_validate(columns) if columns and columns.roles else None


def _named(named: AssessmentNamed | None) -> NamedOut | None:
    return named and NamedOut.model_validate(named)


class BegunOut(Out):
    """An upload and the leave to send its file; null when the file is there already."""

    upload: UploadOut
    ticket: TicketOut | None

    @classmethod
    def of(cls, upload: Upload, ticket: Ticket | None) -> "BegunOut":
        """Write what was begun."""
        return cls(upload=UploadOut.of(upload), ticket=ticket and TicketOut.model_validate(ticket))


class UploadsOut(Out):
    """A centre's files of a series, latest first."""

    uploads: list[UploadOut]


class SinceOut(Out):
    """Who changed the row after the file was made, and when; an empty name and null where that is not known."""

    by: str
    at: datetime | None


class LineOut(Out):
    """One line beside the row it is about. A good line may carry a warning; a bad one says what is wrong.

    `name` is as the file has it, `listed` as the entry has it; that of a line that cannot be used is empty.
    `since` is there where someone changed the row after the file was made, so that the line would set it back.
    `matched_by` is what the candidate of a good line was found by; what else the line says was compared with them.
    """

    line: int
    assessment: str
    candidate: str
    name: str
    listed: str
    result: LineResult
    before: OutcomeModel | None
    outcome: OutcomeModel | None
    field: str
    code: str
    problem: str
    cure: str
    since: SinceOut | None
    matched_by: MatchedBy | None

    @classmethod
    def of(cls, line: PlannedLine) -> "LineOut":
        """Write a line."""
        return cls(
            line=line.number,
            assessment=line.assessment,
            candidate=line.candidate,
            name=line.name,
            listed=line.listed,
            result=line.result,
            before=outcome_out(line.before),
            outcome=outcome_out(line.outcome),
            field=line.field,
            code=line.code,
            problem=line.problem,
            cure=line.cure,
            since=line.since and SinceOut.model_validate(line.since),
            matched_by=line.matched_by,
        )


class LinesOut(Out):
    """A page of a preview, 500 lines each; ask with `page` for the next until `pages`."""

    page: int
    pages: int
    lines: list[LineOut]

    @classmethod
    def of(cls, lines: Sequence[PlannedLine], page: int) -> "LinesOut":
        """Write one page; a page past the end has no lines."""
        shown = lines[(page - 1) * PAGE_LINES : page * PAGE_LINES]
        pages = max(1, -(-len(lines) // PAGE_LINES))
        return cls(page=page, pages=pages, lines=[LineOut.of(line) for line in shown])


class ColumnOut(Out):
    """A column by its place from 0, with its heading and first cells; `role` is null where it was not recognised."""

    place: int
    heading: str
    role: Column | None
    samples: list[str]


class ColumnsOut(Out):
    """The columns of a file as they were read, a hundred at most; `row` is that of the headings, 0 without any.

    A file that is no table, such as one of fixed width, has no columns to choose.
    """

    row: int
    columns: list[ColumnOut]

    @classmethod
    def of(cls, table: TableSeen | None) -> "ColumnsOut":
        """Write a table."""
        if table is None:
            return cls(row=0, columns=[])
        shown = (replace(column, heading=column.heading[:HEADING_SHOWN]) for column in table.columns[:MAX_COLUMNS])
        return cls(row=table.row, columns=[ColumnOut.model_validate(column) for column in shown])


class ColumnIn(In):
    """What one column is, by its place from 0; `ignored` where it is not to be read."""

    place: Annotated[StrictInt, Field(ge=0, lt=16_384)]
    role: Column


class ReadingIn(In):
    """How a file is to be read. What is left out or null stays as it was.

    `columns` are remembered for the centre's next file with the same headings; a column that is not among them is read
    by its heading. An empty list leaves all of them to their headings, and forgets. `assessment` is for lines that name
    none.
    """

    columns: Annotated[list[ColumnIn] | None, Field(max_length=MAX_COLUMNS)] = None
    assessment: Annotated[str | None, Field(pattern="^[A-Z0-9]{3,6}/[A-Z0-9]{1,4}$")] = None

    def said(self) -> list[tuple[int, Column]] | None:
        """Each column's place and role, in the order they were said."""
        return None if self.columns is None else [(column.place, column.role) for column in self.columns]


class AcceptIn(In):
    """What of a file is wanted. `checked` says that whoever sends this has checked every mark of the file.

    `preview` is the upload's, as it was when its lines were looked at: where the file was checked again since, nothing
    is applied. Without it the latest preview is accepted.
    """

    mode: Mode
    answers: Annotated[list[QuestionCode], Field(max_length=10, default_factory=list)]
    checked: StrictBool = False
    preview: Annotated[str | None, Field(max_length=100)] = None


class AcceptAndSubmitIn(AcceptIn):
    """The same, and the declaration with which every sheet of the file is submitted."""

    declaration: AgreementIn


class FileLinkOut(Out):
    """Where the file can be fetched as it was received, for a quarter of an hour."""

    link: str
