"""Begin an upload: permission to send one file of marks."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Final

from centremark.domain.catalogue.ports import Catalogue
from centremark.domain.files.ports import Files, Ticket, Uploads
from centremark.domain.files.upload import Upload, UploadId, UploadState
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.errors import KeyReused, NotFound
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber, SeriesId, SheetId
from centremark.domain.shared.ports import Clock, Key, WriteConflict

UPLOADS_SHOWN: Final = 100
"""How many files of a centre are listed; an older one is still found by its id."""


@dataclass(frozen=True, slots=True)
class SendFileCommand:
    """A file for a centre and series; `assessment` is for lines that name none."""

    centre: CentreNumber
    series: SeriesId
    assessment: AssessmentCode | None
    file_name: str
    key: Key


@dataclass(frozen=True, slots=True)
class SendFile:
    """Record that a file is coming and give permission to send it.

    A repeat with the same key gives new permission for the same upload until a file has come. Raises `NotFound`,
    `Forbidden`, `KeyReused`.
    """

    uploads: Uploads
    files: Files
    catalogue: Catalogue
    clock: Clock

    def __call__(self, command: SendFileCommand, actor: Actor) -> tuple[Upload, Ticket | None]:
        """Give the ticket, or None when the file is already there."""
        actor.must_somewhere(Permission.ENTER, command.centre)
        if command.assessment:
            actor.must(Permission.ENTER, SheetId(command.series, command.centre, command.assessment))
        self.catalogue.a_series(command.series)
        now = self.clock()
        upload = self._noted(command, actor, now)
        waits = upload.state is UploadState.EXPECTED
        return upload.as_of(now), self.files.ticket(upload.id, now) if waits else None

    def _noted(self, command: SendFileCommand, actor: Actor, now: datetime) -> Upload:
        name = sha256(f"{actor.id}\n{command.key.value}".encode()).hexdigest()[:12]
        earlier = [u for u in self.uploads.of_centre(command.centre, command.series) if u.id.token.endswith(name)]
        wanted = Upload(
            UploadId(command.series, command.centre, f"{now:%Y%m%d%H%M%S}-{name}"),
            actor.by_file(command.centre),
            now,
            command.file_name,
            command.assessment,
        )
        if earlier:
            if (earlier[0].file_name, earlier[0].assessment) != (wanted.file_name, wanted.assessment):
                raise KeyReused("This Idempotency-Key was used for another file. Use a new key for a new file.")
            found = earlier[0]
            wanted = found.expected_from(now) if found.state is UploadState.EXPECTED else found
            if wanted is found:
                return found
        try:
            self.uploads.save(wanted)
        except WriteConflict:
            return self.uploads.get(wanted.id)
        return wanted


@dataclass(frozen=True, slots=True)
class FindUpload:
    """An upload as it is now, for anyone who may see the centre's marks. Raises `NotFound`, `Forbidden`."""

    uploads: Uploads
    files: Files
    clock: Clock

    def __call__(self, upload: UploadId, actor: Actor) -> Upload:
        actor.must(Permission.READ, upload.centre)
        return self.uploads.get(upload).as_of(self.clock())

    def all(self, centre: CentreNumber, series: SeriesId, actor: Actor) -> list[Upload]:
        """A centre's files of a series, latest first, up to `UPLOADS_SHOWN`."""
        actor.must(Permission.READ, centre)
        now = self.clock()
        return [upload.as_of(now) for upload in self.uploads.of_centre(centre, series)[:UPLOADS_SHOWN]]

    def file(self, upload: UploadId, actor: Actor) -> str:
        """Link to the file as it was received; raises `NotFound` while none has come."""
        found = self(upload, actor)
        if not found.sha256:
            raise NotFound("No file has arrived for this upload yet.")
        return self.files.link(found, self.clock()).url
