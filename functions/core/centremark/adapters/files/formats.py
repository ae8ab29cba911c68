"""Finding a file's format from its content, and writing files in the same formats."""

from collections.abc import Mapping, Sequence
from typing import Final

from centremark.adapters.files.csv_text import read_csv, write_csv
from centremark.adapters.files.fixed_width import read_fixed_width, write_fixed_width
from centremark.adapters.files.layouts import Layout, shipped
from centremark.adapters.files.text import decode, split_lines
from centremark.adapters.files.xlsx import read_xlsx
from centremark.adapters.files.xlsx_writer import write_xlsx
from centremark.domain.catalogue.criteria import Criterion
from centremark.domain.files.columns import Column
from centremark.domain.files.faults import Fault, FaultCode, FileRefused
from centremark.domain.files.marks_file import MAX_BYTES, MarksFile, SheetLine
from centremark.domain.shared.errors import NotFound

ZIP: Final = b"PK\x03\x04"
OTHERS: Final[Mapping[bytes, str]] = {
    b"\xd0\xcf\x11\xe0": "an old Excel workbook (.xls), or one with a password. Save it as .xlsx without a password",
    b"%PDF": "a PDF. We cannot read marks from a PDF. Upload the workbook or the file from your MIS",
    b"{\\rtf": "a text document. Upload a workbook or the file from your MIS",
    b"\x89PNG": "a picture. Upload the workbook or the file from your MIS",
    b"\xff\xd8\xff": "a picture. Upload the workbook or the file from your MIS",
    b"GIF8": "a picture. Upload the workbook or the file from your MIS",
    b"\x1f\x8b": "a compressed file. Unzip it and upload the file inside",
    b"Rar!": "a compressed file. Unzip it and upload the file inside",
    b"7z\xbc\xaf": "a compressed file. Unzip it and upload the file inside",
    b"MZ": "a program",
    b"\x7fELF": "a program",
}
MARKUP: Final = ("<!doctype", "<html", "<?xml", "<table")


class FileFormats:
    """Reads and writes files of marks."""

    def __init__(self, layouts: Sequence[Layout] | None = None) -> None:
        self._layouts = shipped() if layouts is None else layouts

    def read(self, content: bytes, columns: Mapping[int, Column] | None = None) -> MarksFile:
        """Read a file; whatever it holds, the answer is its lines, or faults that each name a line."""
        try:
            return self._read(content, columns)
        except FileRefused as refused:
            return MarksFile.refused(refused.fault, table=refused.table)

    def _read(self, content: bytes, columns: Mapping[int, Column] | None) -> MarksFile:
        if len(content) > MAX_BYTES:
            problem = f"The file is larger than {MAX_BYTES // 1024 // 1024} MB."
            raise FileRefused(Fault(1, FaultCode.FILE_TOO_LARGE, problem))
        if content.startswith(ZIP):
            return read_xlsx(content, columns)
        for start, what in OTHERS.items():
            if content.startswith(start):
                raise FileRefused(Fault(1, FaultCode.FORMAT_UNKNOWN, f"The file is {what}."))
        text = decode(content)
        first = next((line for line in split_lines(text) if line.strip()), "")
        if not first:
            raise FileRefused(Fault(1, FaultCode.FILE_EMPTY, "The file is empty."))
        if first.lstrip().casefold().startswith(MARKUP):
            raise FileRefused(Fault(1, FaultCode.FORMAT_UNKNOWN, "The file is a web page. Save it as .xlsx or CSV."))
        layout = next((layout for layout in self._layouts if layout.begins(first)), None)
        return read_fixed_width(text, layout) if layout else read_csv(text, columns)

    def formats(self) -> Sequence[str]:
        """The names of the formats that can be written."""
        return ["csv", "xlsx", *(layout.name for layout in self._layouts)]

    def write(
        self, lines: Sequence[SheetLine], name: str, sequence: int = 1, criteria: Sequence[Criterion] = ()
    ) -> bytes:
        """Write marks in a format, a table with a column for each criterion; raises `NotFound` for an unknown one."""
        match name:
            case "csv":
                return write_csv(lines, criteria).encode()
            case "xlsx":
                return write_xlsx(lines, criteria)
            case _:
                layout = next((layout for layout in self._layouts if layout.name == name), None)
                if layout is None:
                    raise NotFound(f"There is no format {name[:40]}. Choose one of {', '.join(self.formats())}.")
                return write_fixed_width(lines, layout, sequence).encode()
