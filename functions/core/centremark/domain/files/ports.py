"""What the use cases about files need of the world."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from centremark.domain.catalogue.criteria import Criterion
from centremark.domain.files.columns import Column
from centremark.domain.files.marks_file import MarksFile, SheetLine
from centremark.domain.files.preview import Preview
from centremark.domain.files.reading import ColumnsChosen
from centremark.domain.files.upload import Upload, UploadId
from centremark.domain.prints.progress import Link
from centremark.domain.shared.identifiers import CentreNumber, SeriesId
from centremark.domain.sheet.ports import Saving


class Uploads(Protocol):
    """Uploads in every state, each saved over the version it was decided on."""

    def get(self, upload: UploadId) -> Upload:
        """Load an upload; raises `NotFound`."""
        ...

    def of_centre(self, centre: CentreNumber, series: SeriesId) -> Sequence[Upload]:
        """Every upload of a centre in a series, latest first."""
        ...

    def save(self, upload: Upload, savings: Sequence[Saving] = ()) -> None:
        """Save an upload and with it the sheets its marks went to, all or none.

        Raises `WriteConflict`, and `NoRoom` when the sheets do not fit into one step.
        """
        ...


@dataclass(frozen=True, slots=True)
class Ticket:
    """Permission to send one file: post these form fields, then the file, to the address before it expires."""

    url: str
    fields: dict[str, str]
    expires_at: datetime
    max_bytes: int


@dataclass(frozen=True, slots=True)
class Received:
    """A file as it was received, and the id that tells it from another sent in its place."""

    content: bytes
    kept_as: str


class Files(Protocol):
    """Files as they were received, and their previews."""

    def ticket(self, upload: UploadId, now: datetime) -> Ticket:
        """Give permission to send an upload's file."""
        ...

    def received(self, upload: UploadId, kept_as: str = "") -> Received:
        """The file byte for byte: the one kept under this id, or the latest; raises `NotFound` while none has come."""
        ...

    def link(self, upload: Upload, now: datetime) -> Link:
        """Link to the file that was checked, under its own name, whatever was sent in its place since."""
        ...

    def keep_preview(self, upload: UploadId, preview: Preview) -> str:
        """Save a new preview beside the earlier ones; gives its name, unique within the upload."""
        ...

    def preview(self, upload: UploadId, name: str) -> Preview:
        """The preview of this name; raises `PreviewMissing` when there is none, or its format is no longer readable."""
        ...


class Readings(Protocol):
    """How a centre reads files with certain headings, once somebody there has said so."""

    def get(self, centre: CentreNumber, headings: str) -> ColumnsChosen | None:
        """The columns chosen for these headings, if anyone chose."""
        ...

    def keep(self, centre: CentreNumber, headings: str, chosen: ColumnsChosen) -> None:
        """Save the columns chosen for these headings in place of earlier ones."""
        ...


class Formats(Protocol):
    """The formats of files of marks."""

    def read(self, content: bytes, columns: Mapping[int, Column] | None = None) -> MarksFile:
        """Read a file; whatever it holds, the answer is its lines or its faults.

        `columns` is the role a person gave each column, by its place from 0; it overrides the headings.
        """
        ...

    def write(self, lines: Sequence[SheetLine], name: str, *, criteria: Sequence[Criterion] = ()) -> bytes:
        """Write marks in a format, a table with a column for each criterion; raises `NotFound` for an unknown one."""
        ...
