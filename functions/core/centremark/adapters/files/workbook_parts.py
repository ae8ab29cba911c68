"""The parts of an .xlsx workbook, unpacked and parsed within limits, so that a hostile file is only refused.

No library is used: openpyxl never ends on a workbook of 1.4 KB that merges every cell there is, and calamine aborts the
process on one that uses the last cell; docs/adr/0009-reading-files.md has the figures.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import Final
from xml.parsers import expat

from centremark.domain.files.faults import Fault, FaultCode, FileRefused

MAX_PARTS: Final = 1_000
MAX_INFLATED: Final = 32 * 1024 * 1024
MAX_RATIO: Final = 200
"""How many times its packed size a part may be; sheets of marks are 5 to 30 times as large."""
RATIO_FROM: Final = 1024 * 1024
"""A part smaller than this may be packed as tightly as it likes."""
MAX_ELEMENTS: Final = 2_000_000
CHUNK: Final = 65_536
ENCRYPTED: Final = 0x1
MACROS: Final = "vbaproject.bin"

Attributes = Mapping[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str, str], None]


def damaged(problem: str) -> FileRefused:
    """Refuse a workbook that contradicts itself."""
    return FileRefused(Fault(1, FaultCode.FILE_DAMAGED, problem))


def too_large(problem: str) -> FileRefused:
    """Refuse a workbook whose unpacked size is more than any centre's marks."""
    return FileRefused(Fault(1, FaultCode.FILE_TOO_LARGE, problem))


class Parts:
    """A workbook's parts by name. Raises `FileRefused` when it is not a workbook, too large or damaged."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
            raise damaged("The workbook cannot be unpacked.") from error
        entries = self._zip.infolist()
        if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_INFLATED:
            raise too_large(f"The workbook would unpack to more than {MAX_INFLATED // 1024 // 1024} MB.")
        if any(entry.filename.casefold().endswith(MACROS) for entry in entries):
            raise FileRefused(Fault(1, FaultCode.FORMAT_UNKNOWN, "The workbook has macros. Save it as .xlsx."))
        self._entries = {entry.filename: entry for entry in entries}
        self._left = MAX_INFLATED
        self._elements = 0

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def parse(self, name: str, start: Start, end: End) -> None:
        """Call `start` for every element and `end` with its own text; names come without their namespace."""
        texts: list[list[str]] = []

        def started(tag: str, attributes: dict[str, str]) -> None:
            self._elements += 1
            if self._elements > MAX_ELEMENTS:
                raise too_large("The workbook has too many cells.")
            texts.append([])
            start(_local(tag), {_local(key): value for key, value in attributes.items()})

        def ended(tag: str) -> None:
            end(_local(tag), "".join(texts.pop()))

        def said(text: str) -> None:
            texts[-1].append(text)

        def has_a_document_type(*_: object) -> None:
            raise damaged("The workbook has a document type declaration, which is not allowed.")

        parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = has_a_document_type
        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = started, ended, said
        try:
            parser.Parse(self._inflated(name), True)  # noqa: FBT003  # expat names no argument
        except expat.ExpatError as error:
            raise damaged(f"The part {name} of the workbook is not well formed.") from error

    def _inflated(self, name: str) -> bytes:
        entry = self._entries.get(name)
        if entry is None or entry.flag_bits & ENCRYPTED:
            raise damaged(f"The part {name} of the workbook is missing or locked.")
        parts: list[bytes] = []
        size = 0
        try:
            with self._zip.open(entry) as packed:
                while chunk := packed.read(CHUNK):
                    parts.append(chunk)
                    size += len(chunk)
                    if size > self._left or (size > RATIO_FROM and size > MAX_RATIO * entry.compress_size):
                        raise too_large("The workbook unpacks to far more than its size suggests.")
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError) as error:
            raise damaged(f"The part {name} of the workbook cannot be unpacked.") from error
        self._left -= size
        return b"".join(parts)


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def beside(part: str, target: str) -> str:
    """The name of the part that a relation of `part` points to."""
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
