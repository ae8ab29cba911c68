"""Look at a file that has come: read it, compare it with the mark sheets, and say what it would do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from centremark.domain.actor import Actor, Channel, Permission
from centremark.domain.errors import NotFound
from centremark.domain.file_ports import Files, Formats
from centremark.domain.listed import ListedSheet
from centremark.domain.marks_file import Fault, FaultCode, MarksFile
from centremark.domain.ports import Clock, Ledger, Members, Rosters, Sheets, Uploads
from centremark.domain.preview import PlannedLine, Since, preview
from centremark.domain.upload import UNDER_WAY, Upload, UploadId, UploadState, no_longer_allowed, questions_about
from centremark.domain.values import AssessmentCode, SheetId
from centremark.usecases.racing import until_won

HISTORY_PAGE: Final = 200
HISTORY_PAGES: Final = 10
"""How far back the ledger is read for who changed a mark; what is older is only said to have changed."""
MAX_SHEETS: Final = 40
"""How many assessments one file may have marks for: an upload is applied in one transaction of 100 items."""


@dataclass(frozen=True, slots=True)
class CheckFile:
    """Make the preview of an upload.

    Told of again, it goes on where it was left, and an upload that is past checking stays as it is. Raises `NotFound`
    (no such upload, or no file), `Busy`.
    """

    uploads: Uploads
    files: Files
    formats: Formats
    sheets: Sheets
    rosters: Rosters
    members: Members
    ledger: Ledger
    clock: Clock

    def __call__(self, upload_id: UploadId) -> Upload:
        """Read, compare, keep the preview."""
        return until_won(lambda: self._attempt(upload_id))

    def again(self, upload_id: UploadId, actor: Actor) -> Upload:
        """Compare once more, after marks changed. Raises `NotFound`, `Forbidden`, `UploadNotReady`, `Busy`."""
        actor.must(Permission.ENTER, upload_id.centre)
        return until_won(lambda: self._again(upload_id))

    def _attempt(self, upload_id: UploadId) -> Upload:
        upload = self.uploads.get(upload_id)
        if upload.state not in UNDER_WAY:
            return upload
        content = self.files.received(upload_id)
        if upload.state is UploadState.EXPECTED:
            upload = self._saved(upload.received(len(content), sha256(content).hexdigest()))
        if not self._sender(upload).may(Permission.ENTER, upload_id.centre):
            return self._saved(upload.refused(no_longer_allowed()))
        file = self._read(upload, content)
        if file.fatal:
            return self._saved(upload.refused(file.fatal))
        if upload.state is UploadState.RECEIVED:
            count = len(file.lines) + len(file.faults)
            upload = self._saved(upload.checking(count, file.head.format, file.head.sequence, file.head.ignored))
        return self._compare(upload, file)

    def _again(self, upload_id: UploadId) -> Upload:
        upload = self.uploads.get(upload_id)
        upload.must_be_checkable()
        file = self._read(upload, self.files.received(upload_id))
        return self._saved(upload.refused(file.fatal)) if file.fatal else self._compare(upload, file)

    def _read(self, upload: Upload, content: bytes) -> MarksFile:
        if sha256(content).hexdigest() != upload.sha256:
            problem = "Another file was sent in place of the one that came first."
            return MarksFile.refused(Fault(1, FaultCode.FILE_DAMAGED, problem))
        file = self.formats.read(content).for_centre(upload.id.centre, upload.id.series)
        codes = {line.assessment for line in file.lines}
        if len(codes) > MAX_SHEETS:
            line = file.lines[MAX_SHEETS].number
            problem = f"The file has marks for more than {MAX_SHEETS} assessments. Send it in parts."
            return MarksFile.refused(Fault(line, FaultCode.FILE_TOO_LARGE, problem))
        return file

    def _sender(self, upload: Upload) -> Actor:
        """Whoever sent the file, with the memberships of this moment."""
        member = self.members.get(upload.by.id)
        return Actor(upload.by.id, upload.by.name, Channel.FILE, member.memberships)

    def _compare(self, upload: Upload, file: MarksFile) -> Upload:
        planned = self._planned(upload, file)
        asked = questions_about(upload, self.uploads.of_centre(upload.id.centre, upload.id.series), planned)
        self.files.keep_preview(upload.id, planned)
        return self._saved(upload.ready(planned, asked))

    def _planned(self, upload: Upload, file: MarksFile) -> tuple[PlannedLine, ...]:
        codes = {line.assessment or upload.assessment for line in file.lines} - {None}
        sheets = {code: listed for code in codes if code and (listed := self._listed(upload.id, code))}
        planned = preview(file, sheets, upload.assessment, upload.by, self.clock())
        return tuple(self._saying_who(upload.id, planned))

    def _saying_who(self, upload_id: UploadId, planned: Sequence[PlannedLine]) -> Iterator[PlannedLine]:
        """Name who changed each row that is newer than the file."""
        newer: dict[str, dict[str, int]] = {}
        for line in planned:
            if line.since:
                newer.setdefault(line.assessment, {})[line.candidate] = line.revision
        changed = {
            code: self._changed(SheetId(upload_id.series, upload_id.centre, AssessmentCode(code)), revisions)
            for code, revisions in newer.items()
        }
        for line in planned:
            since = changed[line.assessment].get(line.candidate) if line.since else None
            yield replace(line, since=since) if since else line

    def _changed(self, sheet: SheetId, revisions: Mapping[str, int]) -> Mapping[str, Since]:
        """Who gave candidates' rows the revisions they are at."""
        found: dict[str, Since] = {}
        before: str | None = None
        for _ in range(HISTORY_PAGES):
            entries = self.ledger.history(sheet, before, HISTORY_PAGE)
            for entry in entries:
                for change in entry.changes:
                    if change.after.revision == revisions.get(change.candidate):
                        found.setdefault(change.candidate, Since(entry.by.name, entry.at))
            if len(found) == len(revisions) or len(entries) < HISTORY_PAGE:
                break
            before = entries[-1].place
        return found

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
