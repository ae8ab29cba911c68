"""What the use cases of files need of the world."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from centremark.domain.files.columns import Column
from centremark.domain.files.marks_file import MarksFile, SheetLine
from centremark.domain.files.preview import Preview
from centremark.domain.files.reading import ColumnsChosen
from centremark.domain.files.upload import Upload, UploadId
from centremark.domain.prints.progress import Link
from centremark.domain.shared.identifiers import CentreNumber, SeriesId
from centremark.domain.sheet.ports import Saving


class Uploads(Protocol):
    """Files on their way, each saved over the version it was decided on."""

    def get(self, upload: UploadId) -> Upload:
        """Load an upload; raises `NotFound`."""
        ...

    def of_centre(self, centre: CentreNumber, series: SeriesId) -> Sequence[Upload]:
        """Every upload of a centre in a series, latest first."""
        ...

    def save(self, upload: Upload, savings: Sequence[Saving] = ()) -> None:
        """Save an upload and with it the sheets its marks went to, all or none.

        Raises `WriteConflict`, and `NoRoom` where the sheets are more than is saved at once.
        """
        ...


@dataclass(frozen=True, slots=True)
class Ticket:
    """Leave to send one file: post these form fields, and then the file, to the address until it expires."""

    url: str
    fields: dict[str, str]
    expires_at: datetime
    max_bytes: int


@dataclass(frozen=True, slots=True)
class Received:
    """A file as it was received, and what tells it from another that is sent in its place."""

    content: bytes
    kept_as: str


class Files(Protocol):
    """Files as they were received, and the previews made of them."""

    def ticket(self, upload: UploadId, now: datetime) -> Ticket:
        """Leave to send an upload's file."""
        ...

    def received(self, upload: UploadId, kept_as: str = "") -> Received:
        """The file, to the byte: the one kept as this, or the latest; raises `NotFound` while none has come."""
        ...

    def link(self, upload: Upload, now: datetime) -> Link:
        """A link to the file that was checked, under its own name, whatever was sent in its place since."""
        ...

    def keep_preview(self, upload: UploadId, preview: Preview) -> str:
        """Keep a preview beside those before; gives its name, which no other preview of the upload has."""
        ...

    def preview(self, upload: UploadId, name: str) -> Preview:
        """The preview of this name; raises `PreviewMissing` when there is none, or none that is understood today."""
        ...


class Readings(Protocol):
    """How each centre's files with certain headings are read, because somebody there said so."""

    def get(self, centre: CentreNumber, headings: str) -> ColumnsChosen | None:
        """What was said for these headings, if anything."""
        ...

    def keep(self, centre: CentreNumber, headings: str, chosen: ColumnsChosen) -> None:
        """Remember what somebody said, in place of what was said before."""
        ...


class Formats(Protocol):
    """The formats of files of marks."""

    def read(self, content: bytes, columns: Mapping[int, Column] | None = None) -> MarksFile:
        """Read a file; whatever it holds, the answer is its lines or faults.

        `columns` is what a person says the columns of a table are, by their places from 0; it wins over the headings.
        """
        ...

    def write(self, lines: Sequence[SheetLine], name: str) -> bytes:
        """Write marks in a format; raises `NotFound` when there is no such format."""
        ...
