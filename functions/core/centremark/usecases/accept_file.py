"""Put a file's marks on their sheets exactly as previewed, or let it go."""

from collections.abc import Sequence
from dataclasses import dataclass

from centremark.domain.actor import Actor, Permission
from centremark.domain.columns import TableSeen
from centremark.domain.declaration import Agreement
from centremark.domain.facts import Fact, MarksSaved, MarksSubmitted
from centremark.domain.file_ports import Files
from centremark.domain.ports import Choices, Clock, Members, Saving, Sheets, Uploads
from centremark.domain.preview import GOOD, Accepting, PlannedLine, put_on_sheet
from centremark.domain.upload import Applied, Mode, Upload, UploadId, UploadState, questions_about
from centremark.domain.values import AssessmentCode, SheetId
from centremark.usecases.racing import until_won
from centremark.usecases.read_sheets import made_by_a_submitter


@dataclass(frozen=True, slots=True)
class AcceptFileCommand:
    """What of a file is wanted, and what its sender says of it.

    `answers` are the codes of the questions to go on in spite of. `checked` ticks each candidate the file gives an
    outcome for. With `agreement` every sheet of the file is submitted in the same step.
    """

    upload: UploadId
    mode: Mode
    answers: frozenset[str] = frozenset()
    checked: bool = False
    agreement: Agreement | None = None


@dataclass(frozen=True, slots=True)
class AcceptFile:
    """Apply an upload, once: its sheets, their facts and its own state are saved together or not at all.

    Asked again it answers as it was applied. Raises `NotFound`, `Forbidden`, `UploadNotReady`, `QuestionUnanswered`,
    `FileHasFaults`, `ChangedSince`, `AlreadySubmitted`, `WindowClosed`, `SheetIncomplete`, `DeclarationIncomplete`,
    `Busy`; nothing was changed then.
    """

    uploads: Uploads
    files: Files
    sheets: Sheets
    choices: Choices
    members: Members
    clock: Clock

    def __call__(self, command: AcceptFileCommand, actor: Actor) -> Upload:
        """Permit, then put the lines on the latest versions of their sheets until no one else is quicker."""
        actor.must(Permission.SUBMIT if command.agreement else Permission.ENTER, command.upload.centre)
        if command.agreement:
            command.agreement.must_be_a_persons(actor)
        return until_won(lambda: self._attempt(command, actor))

    def _attempt(self, command: AcceptFileCommand, actor: Actor) -> Upload:
        upload = self.uploads.get(command.upload)
        submitted = upload.applied is not None and bool(upload.applied.references)
        if upload.state is UploadState.APPLIED and submitted == (command.agreement is not None):
            return upload
        others = self.uploads.of_centre(upload.id.centre, upload.id.series)
        planned = self.files.preview(upload.id).lines if upload.state is UploadState.READY else ()
        upload.must_be_acceptable(command.mode, command.answers, questions_about(upload, others, planned))
        agreement = command.agreement and made_by_a_submitter(command.agreement, self.members, upload.id.centre)
        second = self.choices.get(upload.id.centre).second_checker
        how = Accepting(actor.by_file, self.clock(), command.checked, second)
        savings = [
            saving
            for code, lines in _by_assessment(planned).items()
            if (saving := self._saving(SheetId(upload.id.series, upload.id.centre, code), lines, agreement, how))
        ]
        applied = upload.apply(_summed_up(savings, how))
        self.uploads.save(applied, savings)
        return applied

    def _saving(
        self, sheet_id: SheetId, lines: Sequence[PlannedLine], agreement: Agreement | None, how: Accepting
    ) -> Saving | None:
        before = self.sheets.get(sheet_id)
        after, saved = put_on_sheet(before, lines, how)
        facts: tuple[Fact, ...] = (saved,) if saved else ()
        if agreement:
            after, submitted = after.submit(agreement, how.by, how.at)
            facts = (*facts, submitted)
        return Saving(before.version, after, facts) if facts else None


def _by_assessment(lines: Sequence[PlannedLine]) -> dict[AssessmentCode, list[PlannedLine]]:
    grouped: dict[AssessmentCode, list[PlannedLine]] = {}
    for line in lines:
        if line.result in GOOD:
            grouped.setdefault(AssessmentCode(line.assessment), []).append(line)
    return grouped


def _summed_up(savings: Sequence[Saving], how: Accepting) -> Applied:
    facts = [fact for saving in savings for fact in saving.facts]
    return Applied(
        how.at,
        how.by.name,
        saved=sum(len(fact.changes) for fact in facts if isinstance(fact, MarksSaved)),
        references=tuple(fact.submission.reference for fact in facts if isinstance(fact, MarksSubmitted)),
    )


@dataclass(frozen=True, slots=True)
class ReadPreview:
    """The lines of an upload's preview, in the file's order. Raises `NotFound`, `Forbidden`."""

    uploads: Uploads
    files: Files

    def __call__(self, upload_id: UploadId, actor: Actor) -> Sequence[PlannedLine]:
        """Read every line; one that stopped the whole file stands alone."""
        actor.must(Permission.READ, upload_id.centre)
        upload = self.uploads.get(upload_id)
        if upload.refusal:
            return [PlannedLine.of_fault(upload.refusal)]
        return self.files.preview(upload_id).lines

    def table(self, upload_id: UploadId, actor: Actor) -> TableSeen | None:
        """The file's table as it was read; None where it is no table. Raises `NotFound` before it was read, too."""
        actor.must(Permission.READ, upload_id.centre)
        self.uploads.get(upload_id)
        return self.files.preview(upload_id).table


@dataclass(frozen=True, slots=True)
class CancelFile:
    """Let an upload go; doing so again changes nothing. Raises `NotFound`, `Forbidden`, `UploadNotReady`, `Busy`."""

    uploads: Uploads

    def __call__(self, upload_id: UploadId, actor: Actor) -> Upload:
        """Cancel."""
        actor.must(Permission.ENTER, upload_id.centre)
        return until_won(lambda: self._attempt(upload_id))

    def _attempt(self, upload_id: UploadId) -> Upload:
        upload = self.uploads.get(upload_id)
        cancelled = upload.cancelled()
        if cancelled is not upload:
            self.uploads.save(cancelled)
        return cancelled
