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
from centremark.domain.sheet.row import ZeroReason
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
    """How many of an assessment's lines had each result; the code is empty for lines that name none.

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
    """One thing wrong, on which line (0 for the whole file), and how to put it right."""

    line: int
    candidate: str
    field: str
    code: str
    problem: str
    cure: str

    @classmethod
    def of(cls, fault: Fault) -> "FaultOut":
        return cls(
            line=fault.line,
            candidate=fault.candidate,
            field=fault.field,
            code=fault.code,
            problem=fault.problem,
            cure=fault.cure,
        )


class QuestionOut(Out):
    """A question to answer before the file is applied: send its code in `answers`."""

    code: QuestionCode
    sentence: str


class SheetDoneOut(Out):
    """The result for one mark sheet; `reference` is the receipt, empty when the sheet was not submitted.

    A sheet that changed during the apply, or holds too much text to be saved, is left as it was: `code` and `problem`
    say why.
    """

    assessment: str
    saved: int
    reference: str
    code: str
    problem: str


class AppliedOut(Out):
    """The result of an accepted file, sheet by sheet, and the assessments that `wait`.

    A file of more than 16 sheets or 4,000 candidates, or fewer with much text, is applied in steps. If it breaks off it
    stays *applying*: send the same request again to continue with the sheets that wait. `checked` says whether the
    marks are ticked, `submits` whether the sheets are submitted too; whoever continues has to ask for the same, and
    does it in their own name.
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
        return applied and cls.model_validate(applied)


class SaidOut(Out):
    """Who set how a file is read, or cancelled it, and when."""

    by: str
    at: datetime


class NamedOut(SaidOut):
    """The assessment that somebody said a file's marks are for."""

    assessment: str


class ColumnChosenOut(Out):
    """What somebody said a column is, by its place from 0; `ignored` is not read."""

    place: int
    role: Column


class ColumnsChosenOut(SaidOut):
    """The columns that somebody said how to read, for this file or an earlier one with the same headings."""

    columns: list[ColumnChosenOut]


class UploadOut(Out):
    """The state of an upload. `lines` is null until the file has been read; `good` and `bad` count those checked.

    An upload whose file has not come, or not been checked, within an hour of `sent_at` is *refused*; a file that comes
    later is ignored.

    An upload that is *asking* has a `need`: set the roles of its columns, or its assessment, with `PUT .../reading`;
    `refusal` says why. `assessment` is for lines that name none. `columns_chosen` and `assessment_named` are there
    where somebody set them, for this file or, for columns, for an earlier one with the same headings. `columns_chosen`
    says who, when, and which columns are read as what. `preview` names the preview and changes with it: send it when
    you accept. It is empty until the file was checked.
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
    columns_chosen: ColumnsChosenOut | None
    assessment_named: NamedOut | None
    questions: list[QuestionOut]
    applied: AppliedOut | None
    cancelled: SaidOut | None

    @classmethod
    def of(cls, upload: Upload) -> "UploadOut":
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


def _chosen(chosen: ColumnsChosen | None) -> ColumnsChosenOut | None:
    if not (chosen and chosen.roles):
        return None
    columns = [ColumnChosenOut(place=place, role=role) for place, role in sorted(chosen.roles.items())]
    return ColumnsChosenOut(by=chosen.by, at=chosen.at, columns=columns)


def _named(named: AssessmentNamed | None) -> NamedOut | None:
    return named and NamedOut.model_validate(named)


class BegunOut(Out):
    """An upload and the ticket to send its file; the ticket is null when the file is already there."""

    upload: UploadOut
    ticket: TicketOut | None

    @classmethod
    def of(cls, upload: Upload, ticket: Ticket | None) -> "BegunOut":
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

    `name` is as the file has it, `listed` as the entry has it; `listed` is empty for a line that cannot be used.
    `since` is there where someone changed the row after the file was made, so that the line would undo that change.
    `matched_by` is what the candidate of a good line was found by; the rest of the line was compared with them.
    `criteria` are its marks for the assessment's criteria, empty without any; `zero_reason` is why its mark is 0.
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
    criteria: list[int | None]
    zero_reason: ZeroReason | None

    @classmethod
    def of(cls, line: PlannedLine) -> "LineOut":
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
            criteria=list(line.criteria),
            zero_reason=line.zero,
        )


class LinesOut(Out):
    """A page of a preview, 500 lines each; ask with `page` for the next until `pages`."""

    page: int
    pages: int
    lines: list[LineOut]

    @classmethod
    def of(cls, lines: Sequence[PlannedLine], page: int) -> "LinesOut":
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
    """The columns of a file as they were read, at most a hundred; `row` is the row of headings, 0 without any.

    A file that is no table, such as a fixed-width one, has no columns to choose.
    """

    row: int
    columns: list[ColumnOut]

    @classmethod
    def of(cls, table: TableSeen | None) -> "ColumnsOut":
        if table is None:
            return cls(row=0, columns=[])
        shown = (replace(column, heading=column.heading[:HEADING_SHOWN]) for column in table.columns[:MAX_COLUMNS])
        return cls(row=table.row, columns=[ColumnOut.model_validate(column) for column in shown])


class ColumnIn(In):
    """The role of one column, by its place from 0; `ignored` where it is not to be read."""

    place: Annotated[StrictInt, Field(ge=0, lt=16_384)]
    role: Column


class ReadingIn(In):
    """How to read a file. What is left out or null stays as it was.

    `columns` are remembered for the centre's next file with the same headings; a column not in the list is read by its
    heading. An empty list returns all of them to their headings and deletes what was remembered. `assessment` is for
    lines that name none.
    """

    columns: Annotated[list[ColumnIn] | None, Field(max_length=MAX_COLUMNS)] = None
    assessment: Annotated[str | None, Field(pattern="^[A-Z0-9]{3,6}/[A-Z0-9]{1,4}$")] = None

    def said(self) -> list[tuple[int, Column]] | None:
        return None if self.columns is None else [(column.place, column.role) for column in self.columns]


class AcceptIn(In):
    """What to apply. With `checked` the sender confirms that they checked every mark of the file.

    `preview` is the upload's, from when you looked at its lines: if the file was checked again since, nothing is
    applied. Without it the latest preview is accepted.
    """

    mode: Mode
    answers: Annotated[list[QuestionCode], Field(max_length=10, default_factory=list)]
    checked: StrictBool = False
    preview: Annotated[str | None, Field(max_length=100)] = None


class AcceptAndSubmitIn(AcceptIn):
    """What to apply, and the declaration with which every sheet of the file is submitted."""

    declaration: AgreementIn


class FileLinkOut(Out):
    """A link to the file as it was received, valid for a quarter of an hour."""

    link: str
