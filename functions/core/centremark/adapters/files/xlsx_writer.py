"""A plain Excel workbook: one sheet, headings, text and whole numbers."""

import io
import re
import zipfile
from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape

from centremark.adapters.files.coded_text import to_coded
from centremark.adapters.files.csv_text import cells_of, written_columns
from centremark.domain.catalogue.criteria import Criterion
from centremark.domain.files.columns import Column
from centremark.domain.files.marks_file import SheetLine

PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SPREADSHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DATED: Final = (1980, 1, 1, 0, 0, 0)
"""Every part has the same date, so that the same marks give the same bytes."""
WIDTHS: Final = {Column.NAME: 32, Column.ASSESSMENT: 17, Column.CANDIDATE: 18, Column.UCI: 16, Column.MARK: 15}
BOLD, TEXT = 1, 2
UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 has no way to write; everything else in a name is kept."""

PARTS: Final = {
    "[Content_Types].xml": (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{SPREADSHEET}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{SPREADSHEET}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{SPREADSHEET}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Marks" sheetId="1" r:id="rId1"/></sheets>'
        "</workbook>"
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'<styleSheet xmlns="{MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
        '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>'
    ),
}


def write_xlsx(lines: Sequence[SheetLine], criteria: Sequence[Criterion] = ()) -> bytes:
    """Write marks with a template's headings; candidate numbers are text, so that they keep their zeros."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in (PARTS | {"xl/worksheets/sheet1.xml": _sheet(lines, criteria)}).items():
            package.writestr(zipfile.ZipInfo(name, DATED), XML + part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _sheet(lines: Sequence[SheetLine], criteria: Sequence[Criterion]) -> str:
    written = written_columns(lines, criteria)
    kinds = [column for column, _ in written]
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{WIDTHS.get(column, 14)}" customWidth="1"/>'
        for n, column in enumerate(kinds, start=1)
    )
    rows = [_row(1, tuple(heading for _, heading in written), kinds, BOLD)]
    rows += [_row(number, cells_of(line, written), kinds, TEXT) for number, line in enumerate(lines, start=2)]
    return (
        f'<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>{''.join(rows)}</sheetData></worksheet>"
    )


def _row(number: int, cells: Sequence[str], kinds: Sequence[Column], style: int) -> str:
    written = (
        _cell(f"{chr(ord('A') + place)}{number}", text, style, kind)
        for place, (text, kind) in enumerate(zip(cells, kinds, strict=True))
    )
    return f'<row r="{number}">{"".join(written)}</row>'


def _cell(reference: str, text: str, style: int, kind: Column) -> str:
    if kind in {Column.MARK, Column.CRITERION} and style == TEXT:
        # General, so that a mark typed into an empty template is a number and one exported can be summed
        return f'<c r="{reference}"><v>{text}</v></c>' if text.isdecimal() else _text(reference, text, 0)
    return _text(reference, text, style)


def _text(reference: str, text: str, style: int) -> str:
    if not text:
        return f'<c r="{reference}" s="{style}"/>'
    written = escape(to_coded(UNWRITABLE.sub("", text)))
    return f'<c r="{reference}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{written}</t></is></c>'
