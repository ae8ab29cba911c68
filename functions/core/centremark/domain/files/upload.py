"""An upload: one file from received to applied, and the questions asked about it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Self

from centremark.domain.files.columns import Column, TableSeen
from centremark.domain.files.faults import MEANINGS, NO_LINE, Fault, FaultCode
from centremark.domain.files.marks_file import MarksFile
from centremark.domain.files.preview import PlannedLine, Tally, tallies
from centremark.domain.files.reading import AssessmentNamed, ColumnsChosen, Need, need_of
from centremark.domain.marks.mode import Mode
from centremark.domain.shared.actor import Actor, By, Permission
from centremark.domain.shared.errors import FileHasFaults, Malformed, Point, QuestionUnanswered, UploadNotReady
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber, SeriesId

LINES_NAMED: Final = 20
"""How many lines a question names; the preview has them all."""
MOST_IGNORED: Final = 50
"""How many headings that were not read an upload names; a workbook may have thousands."""
TOKEN: Final = re.compile(r"[0-9]{14}-[0-9a-f]{12}")


class UploadState(StrEnum):
    """How far an upload is; the last three are final.

    An upload that stopped at *applying* continues when it is accepted again. One whose file never came starts again
    only when its sender starts it again.
    """

    EXPECTED = "expected"
    RECEIVED = "received"
    CHECKING = "checking"
    ASKING = "asking"
    READY = "ready"
    APPLYING = "applying"
    APPLIED = "applied"
    REFUSED = "refused"
    CANCELLED = "cancelled"


CHECKED: Final = frozenset({UploadState.ASKING, UploadState.READY, UploadState.REFUSED})
"""Where a file was read to its end and is not applied, so that it can be read once more."""
UNDER_WAY: Final = frozenset({UploadState.EXPECTED, UploadState.RECEIVED, UploadState.CHECKING})
PATIENCE: Final = timedelta(hours=1)
"""How long a file may take to arrive and be checked; a ticket lasts a quarter of it."""


class QuestionCode(StrEnum):
    """Questions to answer before a file is applied, because no program can know."""

    SEQUENCE_REPEATED = "sequence-repeated"
    SEQUENCE_OLDER = "sequence-older"
    FILE_REPEATED = "file-repeated"
    MARKS_NEWER = "marks-newer"
    MAXIMUM_DIFFERS = "maximum-differs"


@dataclass(frozen=True, slots=True)
class Question:
    """A question that a person answers by choosing to go on."""

    code: QuestionCode
    sentence: str


@dataclass(frozen=True, slots=True)
class UploadId:
    """Names one upload of a centre in a series; `token` begins with the time, so later ones sort later."""

    series: SeriesId
    centre: CentreNumber
    token: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2027-06.64235.20270420120000-0a1b2c3d4e5f`; raises `Malformed`."""
        match text.split("."):
            case [series, centre, token] if TOKEN.fullmatch(token):
                return cls(SeriesId(series), CentreNumber(centre), token)
            case _:
                raise Malformed(f"'{text[:60]}' is not an upload id")

    def __str__(self) -> str:
        return f"{self.series}.{self.centre}.{self.token}"


@dataclass(frozen=True, slots=True)
class SheetDone:
    """The result for one mark sheet of an accepted upload.

    `saved` is how many candidates' outcomes or ticks were changed, `reference` the receipt if it was submitted in the
    same step. A sheet that somebody changed meanwhile, or that does not fit into one step, is not changed: `code` and
    `problem` say why.
    """

    assessment: AssessmentCode
    saved: int = 0
    reference: str = ""
    code: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Applied:
    """The result of an accepted upload so far: `sheets` are done, `waiting` are next.

    `checked` and `submits` are what the person who accepted it first asked for on all of them.
    """

    at: datetime
    by: str
    sheets: tuple[SheetDone, ...] = ()
    waiting: tuple[AssessmentCode, ...] = ()
    checked: bool = False
    submits: bool = False

    @property
    def saved(self) -> int:
        """How many candidates' outcomes or ticks were changed."""
        return sum(sheet.saved for sheet in self.sheets)

    @property
    def references(self) -> tuple[str, ...]:
        """Receipts of the sheets submitted in the same step."""
        return tuple(sheet.reference for sheet in self.sheets if sheet.reference)

    def must_be(self, *, checked: bool, submits: bool) -> None:
        """Raise `UploadNotReady` when these are not the choices the file was first accepted with."""
        if (checked, submits) != (self.checked, self.submits):
            now = "is already being applied" if self.waiting else "has already been applied"
            ticks = "with" if self.checked else "without"
            sheets = "submits" if self.submits else "does not submit"
            raise UploadNotReady(
                f"This file {now}. It enters its marks {ticks} ticks and {sheets} its sheets. Ask for the same again."
            )

    def then(self, done: Sequence[SheetDone]) -> "Applied":
        """The result with more sheets done."""
        waiting = frozenset(self.waiting) - {sheet.assessment for sheet in done}
        return replace(
            self, sheets=(*self.sheets, *done), waiting=tuple(code for code in self.waiting if code in waiting)
        )


@dataclass(frozen=True, slots=True)
class Cancelled:
    """Who cancelled an upload, and when."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Upload:
    """One version of a file that someone sends for a centre and series.

    `assessment` is the assessment given on sending, for lines that name none; `named` is one given later. `columns` are
    the roles a person gave its columns. `kept_as` is the id of the file that came first, which no later one replaces.
    `lines` is None until the file has been read. `preview` names this version's preview, whatever others were made;
    applying uses that one. `need` is what a person has to add before it can be checked, and `refusal` says why.
    """

    id: UploadId
    by: By
    at: datetime
    file_name: str
    assessment: AssessmentCode | None = None
    state: UploadState = UploadState.EXPECTED
    version: int = 1
    kept_as: str = ""
    size: int = 0
    sha256: str = ""
    format: str = ""
    sequence: int | None = None
    ignored: tuple[str, ...] = ()
    lines: int | None = None
    preview: str = ""
    tallies: tuple[Tally, ...] = ()
    refusal: Fault | None = None
    need: Need | None = None
    columns: ColumnsChosen | None = None
    named: AssessmentNamed | None = None
    questions: tuple[Question, ...] = ()
    applied: Applied | None = None
    cancelled: Cancelled | None = None

    @property
    def default(self) -> AssessmentCode | None:
        """The assessment of lines that name none."""
        return self.named.assessment if self.named else self.assessment

    def must_be_handled_by(self, actor: Actor) -> None:
        """Pass for whoever sent it, or has the role for the whole centre; raises `RoleLimited`.

        A file may have marks for any mark sheet, so a role for single assessments is not enough for a colleague's.
        """
        if self.by.id != actor.id:
            actor.must_everywhere(Permission.ENTER, self.id.centre)

    def has_chosen(self, role: Column) -> bool:
        """Whether somebody said which column has this role."""
        return self.columns is not None and role in self.columns.roles.values()

    @property
    def good(self) -> int:
        """How many lines can be applied."""
        return sum(tally.accepted + tally.changed + tally.unchanged for tally in self.tallies)

    @property
    def bad(self) -> int:
        """How many lines cannot be applied."""
        return sum(tally.refused + tally.not_on_list for tally in self.tallies)

    def as_of(self, now: datetime) -> "Upload":
        """The upload at this time: refused once it has been under way for too long, even if no one recorded that.

        A file that comes later is ignored: its sender was asked to send it again and may have.
        """
        if self.state not in UNDER_WAY or now - self.at < PATIENCE:
            return self
        arrived = self.state is not UploadState.EXPECTED
        code = FaultCode.FILE_NOT_CHECKED if arrived else FaultCode.FILE_NOT_RECEIVED
        fault = Fault(NO_LINE, code, MEANINGS[code].problem)
        return replace(self, state=UploadState.REFUSED, refusal=fault)

    def expected_from(self, now: datetime) -> "Upload":
        """Record that its sender asked to send it again; this restarts the time to arrive, but not every time."""
        return self if now - self.at < PATIENCE / 2 else self._next(UploadState.EXPECTED, at=now)

    def received(self, size: int, sha256: str, kept_as: str = "") -> "Upload":
        """Record that the file has come; a second one under the same id does not replace it."""
        return self._next(UploadState.RECEIVED, size=size, sha256=sha256, kept_as=kept_as)

    def read(self, file: MarksFile) -> "Upload":
        """Record what the file says about itself; questions about an earlier reading are dropped."""
        head, count = file.head, len(file.lines) + len(file.faults)
        ignored = head.ignored[:MOST_IGNORED]
        return replace(self, lines=count, format=head.format, sequence=head.sequence, ignored=ignored, questions=())

    def checking(self) -> "Upload":
        """Record that the file is being compared with the mark sheets."""
        return self._next(UploadState.CHECKING)

    def ready(self, planned: Sequence[PlannedLine], questions: tuple[Question, ...], preview: str) -> "Upload":
        """Record the name of the finished preview."""
        return self._next(
            UploadState.READY,
            preview=preview,
            tallies=tallies(planned),
            questions=questions,
            refusal=None,
            need=None,
            lines=len(planned),
        )

    def refused(self, fault: Fault, table: TableSeen | None = None, preview: str = "") -> "Upload":
        """Record that the file cannot be used, or not until somebody adds what it lacks."""
        need = need_of(fault, table)
        state = UploadState.ASKING if need else UploadState.REFUSED
        return self._next(state, refusal=fault, need=need, preview=preview, lines=None, tallies=(), questions=())

    def cancel(self, by: str, at: datetime) -> "Upload":
        """Cancel the upload; the first to cancel is named. Raises `UploadNotReady` once it is applied."""
        if self.state is UploadState.APPLIED:
            raise UploadNotReady("This file has already been applied. Change the marks on the mark sheets.")
        if self.state is UploadState.APPLYING:
            raise UploadNotReady("Some of this file has already been applied. Accept the file again to continue.")
        if self.state is UploadState.CANCELLED:
            return self
        return self._next(UploadState.CANCELLED, cancelled=Cancelled(by, at))

    def must_be_checkable(self) -> None:
        """Raise `UploadNotReady` unless the file can be read and compared with the sheets once more."""
        if self.state not in CHECKED:
            raise UploadNotReady(f"The upload is {self.state.value}, so it cannot be checked again now.")

    def must_have_shown(self, preview: str | None) -> None:
        """Raise `UploadNotReady` when the preview that the caller saw has been replaced; None accepts any."""
        if preview is not None and preview != self.preview:
            raise UploadNotReady(
                "This file was checked again after you saw its preview, so nothing was changed. "
                "Look at the latest preview, then decide."
            )

    def must_be_acceptable(self, mode: Mode, answers: frozenset[str], questions: Sequence[Question]) -> None:
        """Raise `UploadNotReady`, `QuestionUnanswered` or `FileHasFaults` when it cannot be applied."""
        if self.state is not UploadState.READY:
            raise UploadNotReady(f"The upload is {self.state.value}, not ready. Nothing was changed.")
        if open_questions := [question for question in questions if question.code not in answers]:
            points = tuple(Point("/answers", question.code, question.sentence) for question in open_questions)
            raise QuestionUnanswered(f"{open_questions[0].sentence} Answer by naming the question, or cancel.", points)
        if mode is Mode.ALL_OR_NOTHING and self.bad:
            raise FileHasFaults(
                f"{self.bad} of {self.lines} lines cannot be used. Correct the file, or apply the other lines."
            )

    def apply(self, applied: Applied) -> "Upload":
        """Record that the marks are on their sheets, or on some of them."""
        return self._next(UploadState.APPLYING if applied.waiting else UploadState.APPLIED, applied=applied)

    def _next(self, state: UploadState, **changes: object) -> "Upload":
        return replace(self, state=state, version=self.version + 1, **changes)  # pyright: ignore[reportArgumentType]


def questions_about(upload: Upload, others: Iterable[Upload], planned: Iterable[PlannedLine]) -> tuple[Question, ...]:
    """Find what to ask, given the centre's other applied files of the series and what each line would do.

    Questions about the file's own headings are asked again.
    """
    applied = [other for other in others if other.applied and other.id != upload.id]
    asked = [question for question in upload.questions if question.code is QuestionCode.MAXIMUM_DIFFERS]
    sequences = [other.sequence for other in applied if other.sequence is not None and other.format == upload.format]
    if upload.sequence is not None and sequences:
        if upload.sequence in sequences:
            sentence = f"A file with sequence number {upload.sequence} has already been applied."
            asked.append(Question(QuestionCode.SEQUENCE_REPEATED, sentence))
        elif upload.sequence < max(sequences):
            sentence = f"A later file, sequence number {max(sequences)}, has already been applied."
            asked.append(Question(QuestionCode.SEQUENCE_OLDER, sentence))
    if upload.sha256 and any(other.sha256 == upload.sha256 for other in applied):
        sentence = "This file has already been applied. Applying it again would overwrite later marks."
        asked.append(Question(QuestionCode.FILE_REPEATED, sentence))
    if newer := [str(line.number) for line in planned if line.since]:
        lines = f"line {newer[0]}" if len(newer) == 1 else f"lines {', '.join(newer[:LINES_NAMED])}"
        more = f" and {len(newer) - LINES_NAMED} more" if len(newer) > LINES_NAMED else ""
        sentence = f"Marks were changed after this file was made. It would overwrite them ({lines}{more})."
        asked.append(Question(QuestionCode.MARKS_NEWER, sentence))
    return tuple(asked)


def no_longer_allowed() -> Fault:
    """The fault of a file whose sender lost the role before it was read."""
    return Fault(1, FaultCode.NO_LONGER_ALLOWED, "You can no longer enter marks for this centre.")
