"""Apply a file's marks to their sheets exactly as previewed, or cancel the file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from centremark.domain.files.applying import Accepting, put_on_sheet
from centremark.domain.files.columns import TableSeen
from centremark.domain.files.ports import Files, Uploads
from centremark.domain.files.preview import GOOD, PlannedLine
from centremark.domain.files.upload import Applied, SheetDone, Upload, UploadId, UploadState, questions_about
from centremark.domain.marks.mode import Mode
from centremark.domain.people.ports import CentreSettingsStore, Members
from centremark.domain.shared.actor import Actor, Permission, SheetPermission
from centremark.domain.shared.errors import CentremarkError, Conflict, NoRoom, PreviewMissing, RoleLimited
from centremark.domain.shared.identifiers import AssessmentCode, SheetId
from centremark.domain.shared.ports import Clock
from centremark.domain.sheet.declaration import Agreement
from centremark.domain.sheet.facts import Fact
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.ports import Saving, Sheets
from centremark.usecases.shared.retry import retry_on_conflict
from centremark.usecases.sheet.read_sheets import made_by_a_submitter


@dataclass(frozen=True, slots=True)
class AcceptFileCommand:
    """What to apply of a file, and what its sender confirms.

    `answers` are the codes of the questions that the sender has answered by going on. `checked` ticks each candidate
    the file gives an outcome for. With `agreement` every sheet of the file is submitted in the same step. `preview`
    names the preview that was seen; without it the latest is accepted.
    """

    upload: UploadId
    mode: Mode
    answers: frozenset[str] = frozenset()
    checked: bool = False
    agreement: Agreement | None = None
    preview: str | None = None


SHEETS_AT_ONCE: Final = 16
CANDIDATES_AT_ONCE: Final = 4_000
"""How many sheets, and candidates of theirs, are saved in one step at most: a transaction has 100 items and 4 MB, and a
sheet that is submitted at once has up to six items. Where long amendments leave no room for so many, half as many are
tried. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html"""


@dataclass(frozen=True, slots=True)
class _Decided:
    """The new version of one sheet, and how it is saved if anything changes."""

    done: SheetDone
    candidates: int
    saving: Saving | None = None


@dataclass(frozen=True, slots=True)
class AcceptFile:
    """Apply an upload, once: every sheet is decided before the first is saved, so that a refusal changes nothing.

    Up to 16 sheets with their facts and the upload's own state are saved together or not at all; those of a larger file
    follow in further steps. A sheet too large for one step by itself is left as it is, and the upload says so. If
    applying breaks off, the same request continues with the sheets that wait, in the name of whoever sends it; of
    these, one that changed meanwhile is left as it is. Once all is done, a repeat answers as the first time. Who
    may not change one of the sheets applies nothing. Raises `NotFound`, `Forbidden`, `RoleLimited`, `UploadNotReady`,
    `QuestionUnanswered`, `FileHasFaults`, `ChangedSince`, `AlreadySubmitted`, `WindowClosed`, `SheetIncomplete`,
    `DeclarationIncomplete`, `DeclarantUnknown`, `DeclaredForAnother`, `Busy`.
    """

    uploads: Uploads
    files: Files
    sheets: Sheets
    centre_settings: CentreSettingsStore
    members: Members
    clock: Clock

    def __call__(self, command: AcceptFileCommand, actor: Actor) -> Upload:
        actor.must_somewhere(_needed(command), command.upload.centre)
        if command.agreement:
            command.agreement.must_be_a_persons(actor)
        while (upload := retry_on_conflict(lambda: self._step(command, actor))).state is UploadState.APPLYING:
            pass
        return upload

    def _step(self, command: AcceptFileCommand, actor: Actor) -> Upload:
        upload, submits = self.uploads.get(command.upload), command.agreement is not None
        upload.must_have_shown(command.preview)
        if upload.applied:
            upload.applied.must_be(checked=command.checked, submits=submits)
            return self._go_on(upload, upload.applied, command, actor) if upload.applied.waiting else upload
        others = self.uploads.of_centre(upload.id.centre, upload.id.series)
        planned = self.files.preview(upload.id, upload.preview).lines if upload.state is UploadState.READY else ()
        upload.must_be_acceptable(command.mode, command.answers, questions_about(upload, others, planned))
        how = self._accepting(upload, actor, checked=command.checked)
        lines = _by_assessment(planned)
        agreement = self._allowed(command, actor, lines)
        decided = [self._decided(self._sheet(upload, code), lines[code], agreement, how) for code in lines]
        begun = Applied(how.at, how.by.name, (), tuple(lines), command.checked, submits)
        return self._saved(upload, begun, _first_of(decided))

    def _go_on(self, upload: Upload, begun: Applied, command: AcceptFileCommand, actor: Actor) -> Upload:
        how = self._accepting(upload, actor, checked=command.checked)
        agreement = self._allowed(command, actor, begun.waiting)
        try:
            lines = _by_assessment(self.files.preview(upload.id, upload.preview).lines)
        except PreviewMissing as gone:
            return self._saved(upload, begun, [_Decided(_left(code, gone), 0) for code in begun.waiting])
        decided = (self._decided_or_left(self._sheet(upload, c), lines[c], agreement, how) for c in begun.waiting)
        return self._saved(upload, begun, _first_of(decided))

    def _saved(self, upload: Upload, begun: Applied, part: Sequence[_Decided]) -> Upload:
        """Save as many of these sheets as one step takes; one that does not fit by itself is left as it is."""
        applied = upload.apply(begun.then([decided.done for decided in part]))
        try:
            self.uploads.save(applied, [decided.saving for decided in part if decided.saving])
        except NoRoom as refusal:
            fewer = part[: len(part) // 2] or [_Decided(_left(part[0].done.assessment, refusal), 0)]
            return self._saved(upload, begun, fewer)
        return applied

    def _sheet(self, upload: Upload, code: AssessmentCode) -> MarkSheet:
        return self.sheets.get(SheetId(upload.id.series, upload.id.centre, code))

    def _accepting(self, upload: Upload, actor: Actor, *, checked: bool) -> Accepting:
        second = self.centre_settings.get(upload.id.centre).second_checker
        return Accepting(actor.by_file(upload.id.centre), self.clock(), checked, second)

    def _allowed(self, command: AcceptFileCommand, actor: Actor, codes: Iterable[AssessmentCode]) -> Agreement | None:
        """The agreement to submit these sheets, if there is one; raises `RoleLimited` and `DeclarantUnknown`."""
        id_ = command.upload
        sheets = [SheetId(id_.series, id_.centre, code) for code in codes]
        try:
            for sheet in sheets:
                actor.must(_needed(command), sheet)
        except RoleLimited as refusal:
            raise RoleLimited(f"Nothing was applied. {refusal}") from refusal
        return command.agreement and made_by_a_submitter(command.agreement, self.members, id_.centre, sheets)

    def _decided_or_left(
        self, before: MarkSheet, lines: Sequence[PlannedLine], agreement: Agreement | None, how: Accepting
    ) -> _Decided:
        try:
            return self._decided(before, lines, agreement, how)
        except Conflict as refusal:
            return _Decided(_left(before.id.assessment, refusal), len(before.rows))

    def _decided(
        self, before: MarkSheet, lines: Sequence[PlannedLine], agreement: Agreement | None, how: Accepting
    ) -> _Decided:
        after, saved = put_on_sheet(before, lines, how)
        done = SheetDone(before.id.assessment, saved=len(saved.changes) if saved else 0)
        facts = list[Fact](filter(None, (saved,)))
        if agreement:
            after, submitted = after.submit(agreement, how.by, how.at)
            done = replace(done, reference=submitted.submission.reference)
            facts.append(submitted)
        return _Decided(done, len(before.rows), Saving(before.turn, after, tuple(facts)) if facts else None)


def _needed(command: AcceptFileCommand) -> SheetPermission:
    return Permission.SUBMIT if command.agreement else Permission.ENTER


def _left(code: AssessmentCode, refusal: CentremarkError) -> SheetDone:
    return SheetDone(code, code=refusal.code, problem=str(refusal))


def _first_of(decided: Iterable[_Decided]) -> list[_Decided]:
    """As many of these sheets as one step takes, and at least one."""
    part: list[_Decided] = []
    candidates = 0
    for one in decided:
        candidates += one.candidates
        if part and (len(part) == SHEETS_AT_ONCE or candidates > CANDIDATES_AT_ONCE):
            break
        part.append(one)
    return part


def _by_assessment(lines: Sequence[PlannedLine]) -> dict[AssessmentCode, list[PlannedLine]]:
    grouped: dict[AssessmentCode, list[PlannedLine]] = {}
    for line in lines:
        if line.result in GOOD:
            grouped.setdefault(AssessmentCode(line.assessment), []).append(line)
    return grouped


@dataclass(frozen=True, slots=True)
class ReadPreview:
    """The lines of an upload's preview, in the file's order. Raises `NotFound`, `Forbidden`."""

    uploads: Uploads
    files: Files

    def __call__(self, upload_id: UploadId, actor: Actor) -> Sequence[PlannedLine]:
        """Read every line; a fault that stopped the whole file is the only one."""
        actor.must(Permission.READ, upload_id.centre)
        upload = self.uploads.get(upload_id)
        if upload.refusal:
            return [PlannedLine.of_fault(upload.refusal)]
        return self.files.preview(upload_id, upload.preview).lines

    def table(self, upload_id: UploadId, actor: Actor) -> TableSeen | None:
        """The file's table as it was read, or None for other formats; raises `NotFound` before it was read."""
        actor.must(Permission.READ, upload_id.centre)
        return self.files.preview(upload_id, self.uploads.get(upload_id).preview).table


@dataclass(frozen=True, slots=True)
class CancelFile:
    """Cancel an upload, which then names who did; cancelling it again changes nothing.

    Raises `NotFound`, `Forbidden`, `UploadNotReady`, `Busy`.
    """

    uploads: Uploads
    clock: Clock

    def __call__(self, upload_id: UploadId, actor: Actor) -> Upload:
        actor.must_somewhere(Permission.ENTER, upload_id.centre)
        return retry_on_conflict(lambda: self._attempt(upload_id, actor))

    def _attempt(self, upload_id: UploadId, actor: Actor) -> Upload:
        upload = self.uploads.get(upload_id)
        upload.must_be_handled_by(actor)
        cancelled = upload.cancel(actor.by(upload_id.centre).name, self.clock())
        if cancelled is not upload:
            self.uploads.save(cancelled)
        return cancelled
