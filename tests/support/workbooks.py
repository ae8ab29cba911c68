"""Excel workbooks as other programs write them, and hostile ones."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import openpyxl

HEADINGS = ("Candidate number", "Candidate name", "Mark", "Absent")
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def a_workbook(
    *rows: Sequence[object],
    headings: Sequence[str] = HEADINGS,
    touch: Callable[[Any, Any], None] | None = None,
) -> bytes:
    """A workbook written by openpyxl; `touch` gets the workbook and its sheet before it is saved."""
    book: Any = openpyxl.Workbook()
    sheet = book.active
    for row in (headings, *rows):
        sheet.append(list(row))
    if touch:
        touch(book, sheet)
    return saved(book)


def saved(book: Any) -> bytes:
    """The bytes of a workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def a_package(sheet: str, others: Mapping[str, str] | None = None) -> bytes:
    """A workbook made by hand around the XML of its one sheet, with other parts by name."""
    parts = {
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r1"/>'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": "<Relationships>"
        f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f"<worksheet {MAIN}>{sheet}</worksheet>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in (parts | dict(others or {})).items():
            package.writestr(name, text)
    return out.getvalue()


def bomb(*, honest: bool) -> bytes:
    """A workbook of 100 KB that unpacks to 100 MB; its directory tells the true size or not."""
    content = a_package("<sheetData>" + "<row><c><v>1</v></c></row>" * 4_000_000 + "</sheetData>")
    if honest:
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        size = package.getinfo("xl/worksheets/sheet1.xml").file_size
    return content.replace(size.to_bytes(4, "little"), (1_000_000).to_bytes(4, "little"))
