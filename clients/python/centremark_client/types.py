"""What the API takes and gives; each type has the name and the fields of a schema in the OpenAPI document."""

from typing import Literal, NotRequired, TypedDict

Mode = Literal["all-or-nothing", "good-rows"]
Role = Literal[
    "centre",
    "series",
    "sequence",
    "assessment",
    "candidate",
    "uci",
    "name",
    "surname",
    "forename",
    "mark",
    "grade",
    "absent",
    "revision",
    "criterion",
    "zero_reason",
    "ignored",
]
ZeroReason = Literal["worth-nothing", "not-authenticated"]
State = Literal["expected", "received", "checking", "asking", "ready", "applying", "applied", "refused", "cancelled"]


class MarkModel(TypedDict):
    """A whole mark."""

    kind: Literal["mark"]
    mark: int


class GradeModel(TypedDict):
    """An endorsement grade by its code."""

    kind: Literal["grade"]
    grade: str


class AbsentModel(TypedDict):
    """Absent, or no work submitted."""

    kind: Literal["absent"]


Outcome = MarkModel | GradeModel | AbsentModel


class PutRowIn(TypedDict):
    """The change to one row; a field left out stays as it is."""

    candidate: str
    outcome: NotRequired[Outcome | None]
    checked: NotRequired[bool | None]
    revision: NotRequired[int | None]
    criteria: NotRequired[list[int | None] | None]
    zero_reason: NotRequired[ZeroReason | None]


class AgreementIn(TypedDict):
    """The declaration, and the person who made it."""

    version: str
    agreed: list[str]
    made_by: NotRequired[str | None]


class RowProblem(TypedDict):
    """Why a row was not saved."""

    code: str
    detail: str


class FieldProblem(TypedDict):
    """One thing wrong in a request, and where."""

    pointer: str
    code: str
    detail: str


class TallyOut(TypedDict):
    """How many of an assessment's lines had each result."""

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


class FaultOut(TypedDict):
    """One thing wrong with a file, on which line, and how to put it right."""

    line: int
    candidate: str
    field: str
    code: str
    problem: str
    cure: str


class QuestionOut(TypedDict):
    """A question to answer before a file is applied."""

    code: str
    sentence: str


class SheetDoneOut(TypedDict):
    """The result for one mark sheet of a file; `code` and `problem` say why it was left as it is."""

    assessment: str
    saved: int
    reference: str
    code: str
    problem: str


class AppliedOut(TypedDict):
    """The result of an accepted file, sheet by sheet; send the same request again while sheets are `waiting`."""

    at: str
    by: str
    saved: int
    references: list[str]
    sheets: list[SheetDoneOut]
    waiting: list[str]
    checked: bool
    submits: bool


class SaidOut(TypedDict):
    """Who set how a file is read, or cancelled it, and when."""

    by: str
    at: str


class NamedOut(TypedDict):
    """The assessment that somebody said a file's marks are for."""

    by: str
    at: str
    assessment: str


class ColumnOut(TypedDict):
    """A column of a file by its place from 0; its role is None where it was not recognised."""

    place: int
    heading: str
    role: Role | None
    samples: list[str]


class ColumnsOut(TypedDict):
    """The columns of a file as they were read."""

    row: int
    columns: list[ColumnOut]


class ColumnIn(TypedDict):
    """The role of one column."""

    place: int
    role: Role


class ColumnChosenOut(TypedDict):
    """What somebody said a column is."""

    place: int
    role: Role


class ColumnsChosenOut(TypedDict):
    """The columns that somebody said how to read."""

    by: str
    at: str
    columns: list[ColumnChosenOut]


class UploadOut(TypedDict):
    """How far an upload is."""

    id: str
    state: State
    sent_by: str
    sent_at: str
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
    need: Literal["columns", "assessment"] | None
    columns_chosen: ColumnsChosenOut | None
    assessment_named: NamedOut | None
    questions: list[QuestionOut]
    applied: AppliedOut | None
    cancelled: SaidOut | None


class SinceOut(TypedDict):
    """Who changed a row after the file was made, and when."""

    by: str
    at: str | None


class LineOut(TypedDict):
    """One line of a file beside the row it is about."""

    line: int
    assessment: str
    candidate: str
    name: str
    listed: str
    result: str
    before: Outcome | None
    outcome: Outcome | None
    field: str
    code: str
    problem: str
    cure: str
    since: SinceOut | None
    matched_by: Literal["number", "uci", "name"] | None
    criteria: list[int | None]
    zero_reason: ZeroReason | None


class ChangedRowOut(TypedDict):
    """A row after a change."""

    candidate: str
    outcome: Outcome | None
    checked: bool
    flagged: bool
    revision: int
    criteria: list[int | None]
    zero_reason: ZeroReason | None


class ChangeOut(TypedDict):
    """One fact of one sheet."""

    sheet: str
    version: int
    at: str
    by: str
    channel: Literal["web", "api", "file", "board"]
    what: str
    rows: list[ChangedRowOut]
    reference: str | None
