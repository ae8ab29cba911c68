"""Check a file that has arrived: read it, compare it with the mark sheets, and preview what it would do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from centremark.domain.catalogue.ports import Rosters
from centremark.domain.files.columns import Column
from centremark.domain.files.criteria_columns import recognising
from centremark.domain.files.faults import Fault, FaultCode, FileRefused
from centremark.domain.files.marks_file import MarksFile
from centremark.domain.files.ports import Files, Formats, Readings, Uploads
from centremark.domain.files.preview import Expected, PlannedLine, Preview, preview
from centremark.domain.files.reading import AssessmentNamed, ColumnsChosen, Need, headings_of
from centremark.domain.files.upload import (
    UNDER_WAY,
    Question,
    QuestionCode,
    Upload,
    UploadId,
    UploadState,
    no_longer_allowed,
    questions_about,
)
from centremark.domain.history.ports import Ledger
from centremark.domain.people.ports import Members
from centremark.domain.shared.actor import Actor, Channel, Permission
from centremark.domain.shared.errors import NotFound
from centremark.domain.shared.identifiers import AssessmentCode, SheetId
from centremark.domain.shared.ports import Clock
from centremark.domain.sheet.listed_sheet import ListedSheet
from centremark.domain.sheet.ports import Sheets
from centremark.usecases.files.newer_marks import saying_who
from centremark.usecases.shared.retry import retry_on_conflict

MAX_SHEETS: Final = 100
"""How many assessments one file may have marks for: more than any centre enters candidates for in a series."""


@dataclass(frozen=True, slots=True)
class ReadFileAs:
    """What a person says about a file: the roles of its columns, by place from 0, and the assessment its marks are for.

    None leaves what was said before. An empty set of columns leaves them to the headings again, and deletes what was
    remembered for these headings if the person's role is for the whole centre.
    """

    upload: UploadId
    columns: Sequence[tuple[int, Column]] | None = None
    assessment: AssessmentCode | None = None


@dataclass(frozen=True, slots=True)
class CheckFile:
    """Make the preview of an upload.

    A repeated call continues where the last one stopped; an upload that is past checking, or was under way for too
    long, stays as it is. Raises `NotFound` (no such upload, or no file), `Busy`.
    """

    uploads: Uploads
    files: Files
    formats: Formats
    readings: Readings
    sheets: Sheets
    rosters: Rosters
    members: Members
    ledger: Ledger
    clock: Clock

    def __call__(self, upload_id: UploadId) -> Upload:
        """Read the file, compare it and save the preview."""
        return retry_on_conflict(lambda: self._attempt(upload_id))

    def again(self, upload_id: UploadId, actor: Actor) -> Upload:
        """Compare again after marks changed. Raises `NotFound`, `Forbidden`, `UploadNotReady`, `Busy`."""
        actor.must_somewhere(Permission.ENTER, upload_id.centre)

        def attempt() -> Upload:
            upload = self.uploads.get(upload_id)
            upload.must_be_handled_by(actor)
            return self._again(upload)

        return retry_on_conflict(attempt)

    def read_as(self, command: ReadFileAs, actor: Actor) -> Upload:
        """Read the file with these columns or this assessment, and check it again.

        The columns are remembered for the centre's later files if the actor's role is for the whole centre.
        Raises `NotFound`, `Forbidden`, `UploadNotReady`, `ColumnsUnclear`, `Busy`.
        """
        actor.must_somewhere(Permission.ENTER, command.upload.centre)
        return retry_on_conflict(lambda: self._read_as(command, actor))

    def _attempt(self, upload_id: UploadId) -> Upload:
        upload = self.uploads.get(upload_id).as_of(self.clock())
        if upload.state not in UNDER_WAY:
            return upload
        found = self.files.received(upload_id, upload.kept_as)
        content = found.content
        if upload.state is UploadState.EXPECTED:
            upload = self._saved(upload.received(len(content), sha256(content).hexdigest(), found.kept_as))
        if not self._sender(upload).may_somewhere(Permission.ENTER, upload_id.centre):
            return self._saved(upload.refused(no_longer_allowed()))
        return self._look(upload, content)

    def _again(self, upload: Upload) -> Upload:
        upload.must_be_checkable()
        return self._look(upload, self.files.received(upload.id, upload.kept_as).content)

    def _read_as(self, command: ReadFileAs, actor: Actor) -> Upload:
        upload, now = self.uploads.get(command.upload), self.clock()
        upload.must_be_handled_by(actor)
        if command.assessment:
            upload = replace(upload, named=AssessmentNamed(command.assessment, actor.by(upload.id.centre).name, now))
        if command.columns is None:
            return self._again(upload)
        chosen = ColumnsChosen.of(command.columns, actor.by(upload.id.centre).name, now)
        checked = self._again(replace(upload, columns=chosen))
        table = self.files.preview(checked.id, checked.preview).table
        served = checked.state is not UploadState.REFUSED and checked.need is not Need.COLUMNS
        for_all = actor.may_everywhere(Permission.ENTER, checked.id.centre)
        if for_all and table and (headings := headings_of(table)) and (served or not chosen.roles):
            self.readings.keep(checked.id.centre, headings, chosen)
        return checked

    def _look(self, upload: Upload, content: bytes) -> Upload:
        upload, read = self._read(upload, content)
        sheets = self._sheets(upload, read)
        file = recognising(read, [listed.sheet.assessment for listed in sheets.values()])
        of_another, unmarked = self._is_of_another(upload, file), None if sheets else file.unmarked
        if fault := file.fatal or file.without_lines or of_another or unmarked or _names_no_assessment(upload, file):
            return self._refused(upload, fault, file)
        upload = upload.read(file)
        if upload.state is UploadState.RECEIVED:
            upload = self._saved(upload.checking())
        try:
            planned, doubted = self._planned(upload, file, sheets)
        except FileRefused as refused:
            return self._refused(upload, refused.fault, file)
        others = self.uploads.of_centre(upload.id.centre, upload.id.series)
        asked = (*doubted, *questions_about(upload, others, planned))
        kept = self.files.keep_preview(upload.id, Preview(planned, file.table))
        return self._saved(upload.ready(planned, asked, kept))

    def _refused(self, upload: Upload, fault: Fault, file: MarksFile) -> Upload:
        kept = self.files.keep_preview(upload.id, Preview(table=file.table))
        return self._saved(upload.refused(fault, file.table, kept))

    def _read(self, upload: Upload, content: bytes) -> tuple[Upload, MarksFile]:
        """Read the file with the columns chosen for it, or earlier for a file with the same headings."""
        if sha256(content).hexdigest() != upload.sha256:
            problem = "Another file was uploaded in place of the first one."
            return upload, MarksFile.refused(Fault(1, FaultCode.FILE_DAMAGED, problem))
        file = self.formats.read(content, upload.columns.roles if upload.columns else None)
        if upload.columns is None and (remembered := self._remembered(upload, file)):
            upload = replace(upload, columns=remembered)
            file = self.formats.read(content, remembered.roles)
        return upload, _within_bounds(file.for_centre(upload.id.centre, upload.id.series))

    def _remembered(self, upload: Upload, file: MarksFile) -> ColumnsChosen | None:
        headings = headings_of(file.table) if file.table else None
        found = self.readings.get(upload.id.centre, headings) if headings else None
        return found if found and found.roles else None

    def _sender(self, upload: Upload) -> Actor:
        """Whoever sent the file, with the memberships they have now."""
        return self.members.get(upload.by.id).through(Channel.FILE)

    def _barred(self, upload: Upload, codes: Iterable[AssessmentCode]) -> frozenset[AssessmentCode]:
        """The assessments that the sender's role is not for, while it is for others."""
        sender, id_ = self._sender(upload), upload.id
        if not sender.may_somewhere(Permission.ENTER, id_.centre):
            return frozenset()
        return frozenset(c for c in codes if not sender.may(Permission.ENTER, SheetId(id_.series, id_.centre, c)))

    def _sheets(self, upload: Upload, file: MarksFile) -> Mapping[AssessmentCode, ListedSheet]:
        """The sheets that a file has lines for, or is sent for."""
        codes = {line.assessment or upload.default for line in file.lines} or {upload.default}
        return {code: listed for code in codes if code and (listed := self._listed(upload.id, code))}

    def _planned(
        self, upload: Upload, file: MarksFile, sheets: Mapping[AssessmentCode, ListedSheet]
    ) -> tuple[tuple[PlannedLine, ...], tuple[Question, ...]]:
        """Decide each line, and ask about marks chosen although their heading has another maximum."""
        doubted: tuple[Question, ...] = ()
        expected = Expected(upload.default, upload.by, self._barred(upload, sheets))
        try:
            planned = preview(file, sheets, expected, self.clock())
        except FileRefused as refused:
            if refused.fault.code is not FaultCode.MAXIMUM_DIFFERS or not upload.has_chosen(Column.MARK):
                raise
            doubted = (
                Question(QuestionCode.MAXIMUM_DIFFERS, f"{refused.fault.problem} The marks would be used as they are."),
            )
            chosen = replace(file, head=replace(file.head, maximum=None))
            planned = preview(chosen, sheets, expected, self.clock())
        return tuple(saying_who(self.ledger, upload.id, planned)), doubted

    def _is_of_another(self, upload: Upload, file: MarksFile) -> Fault | None:
        """The fault of a file whose title names another assessment than it was sent for, unless a person chose one."""
        if upload.named or all(line.assessment for line in file.lines):
            return None
        for code, row in file.head.titles.items():
            if code != upload.assessment and self._is_assessment(SheetId(upload.id.series, upload.id.centre, code)):
                sent = f", and was uploaded for {upload.assessment}" if upload.assessment else ""
                problem = f"The file names {code} beside its lines{sent}, but its lines do not say which they are for."
                return Fault(row, FaultCode.ASSESSMENT_MISSING, problem, "assessment")
        return None

    def _is_assessment(self, sheet_id: SheetId) -> bool:
        try:
            self.sheets.get(sheet_id)
        except NotFound:
            return False
        return True

    def _listed(self, upload_id: UploadId, code: AssessmentCode) -> ListedSheet | None:
        sheet_id = SheetId(upload_id.series, upload_id.centre, code)
        try:
            sheet = self.sheets.get(sheet_id)
        except NotFound:
            return None
        return ListedSheet(sheet, self.rosters.get(sheet_id)) if sheet.rows else None

    def _saved(self, upload: Upload) -> Upload:
        self.uploads.save(upload)
        return upload


def _names_no_assessment(upload: Upload, file: MarksFile) -> Fault | None:
    """The fault of a file that names no assessment: its sender is asked once."""
    if upload.default or not file.lines or any(line.assessment for line in file.lines):
        return None
    problem = "The file does not say which assessment its marks are for."
    return Fault(file.lines[0].number, FaultCode.ASSESSMENT_MISSING, problem, "assessment")


def _within_bounds(file: MarksFile) -> MarksFile:
    codes = {line.assessment for line in file.lines}
    if len(codes) <= MAX_SHEETS:
        return file
    problem = f"The file has marks for more than {MAX_SHEETS} assessments. Send it in parts."
    return MarksFile.refused(Fault(file.lines[MAX_SHEETS].number, FaultCode.FILE_TOO_LARGE, problem))
