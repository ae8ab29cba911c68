"""Excel workbooks (.xlsx): what a person sees in the one visible sheet with marks, or why that is uncertain."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Final

from centremark.adapters.files.cells import Cell, TableRow
from centremark.adapters.files.coded_text import from_coded
from centremark.adapters.files.headings import Headings, headings_in
from centremark.adapters.files.tables import read_table
from centremark.adapters.files.vocabulary import TEMPLATE
from centremark.adapters.files.workbook_parts import Attributes, Parts, beside, damaged, too_large
from centremark.domain.files.columns import Column
from centremark.domain.files.faults import SHOWN, Fault, FaultCode, FileRefused
from centremark.domain.files.marks_file import MarksFile

WORKBOOK: Final = "xl/workbook.xml"
REFERENCE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
PLAIN_FORMATS: Final = frozenset({0, 1, 2, 3, 4, 37, 38, 39, 40, 49})
"""Excel's built-in number formats that show the number itself, and text."""
PLAIN_PATTERN: Final = re.compile(r"(General|@|[#0?,]*[0?#](\.[0?#]+)?)", re.IGNORECASE)
DECORATION: Final = re.compile(r"\[[^\]]*\]|_.|\*.| ")
NUMBER: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")
MAX_COLUMNS: Final = 256
MAX_CELLS: Final = 400_000
MAX_MERGES: Final = 2_000
MAX_ROW: Final = 1_048_576
CHECKED: Final = frozenset({Column.NAME, Column.SURNAME, Column.FORENAME, Column.UCI})
"""Columns that beside a candidate number are only compared; any other that is read must not be hidden."""


@dataclass
class _Sheet:
    """A worksheet as it is read."""

    rows: dict[int, dict[int, Cell]] = field(default_factory=dict[int, dict[int, Cell]])
    hidden_rows: set[int] = field(default_factory=set[int])
    hidden_columns: set[int] = field(default_factory=set[int])
    merges: list[tuple[int, int, int, int]] = field(default_factory=list[tuple[int, int, int, int]])
    """First column, first row, last column, last row."""

    def table(self) -> Iterator[TableRow]:
        """The rows that have cells, in order."""
        for number, cells in self.rows.items():
            width = max(cells, default=-1) + 1
            yield TableRow(number, [cells.get(place, Cell()) for place in range(width)])

    def marked(self, headings: Headings) -> Iterator[TableRow]:
        """The rows, each with what makes it unreadable, if anything."""
        merged = self._merged_rows(set(headings.columns.values()))
        for row in self.table():
            if row.number in self.hidden_rows:
                yield TableRow(row.number, row.cells, FaultCode.ROW_HIDDEN, "The row is hidden.")
            elif row.number in merged:
                yield TableRow(row.number, row.cells, FaultCode.CELLS_MERGED, "Cells of the row are merged.")
            else:
                yield row

    def covered_in(self, row: int) -> frozenset[int]:
        """The places of a row that belong to a merged cell before them."""
        ranges = (range(first + 1, last + 1) for first, top, last, bottom in self.merges if top <= row <= bottom)
        return frozenset(place for places in ranges for place in places[:MAX_COLUMNS])

    def _merged_rows(self, places: set[int]) -> set[int]:
        """Rows where a merged range reaches into a column that is read."""
        last = max(self.rows, default=0)
        change = [0] * (last + 2)
        for first_column, first_row, last_column, last_row in self.merges:
            if first_row <= last and any(first_column <= place <= last_column for place in places):
                change[first_row] += 1
                change[min(last_row, last) + 1] -= 1
        return {row for row, depth in enumerate(accumulate(change)) if depth}


def read_xlsx(content: bytes, chosen: Mapping[int, Column] | None = None) -> MarksFile:
    """Read the one visible sheet that has marks; raises `FileRefused` when there is none, or more than one."""
    parts = Parts(content)
    if WORKBOOK not in parts:
        problem = "The file is compressed, but it is not an Excel workbook (.xlsx)."
        raise FileRefused(Fault(1, FaultCode.FORMAT_UNKNOWN, problem))
    sheet = _with_marks(_Workbook(parts))
    found = headings_in(sheet.table(), chosen)
    others = tuple(place for place in found.others if place not in sheet.hidden_columns)
    headings = replace(found, covered=sheet.covered_in(found.row), others=others)
    may_be_hidden = CHECKED if Column.CANDIDATE in headings.columns else frozenset[Column]()
    for column, place in headings.columns.items():
        if place in sheet.hidden_columns and column not in may_be_hidden:
            problem = f"The column {TEMPLATE[column]} is hidden."
            raise FileRefused(Fault(headings.row, FaultCode.COLUMN_HIDDEN, problem, column))
    return read_table(sheet.marked(headings), headings, "xlsx")


def _with_marks(book: "_Workbook") -> _Sheet:
    """The one sheet with the headings of marks, or else the one most like it."""
    sheets = [(name, sheet, headings_in(sheet.table())) for name, part in book.visible() if (sheet := book.sheet(part))]
    found = [(name, headings) for name, _, headings in sheets if not headings.fault]
    if len(found) > 1:
        problem = f"The sheets '{found[0][0][:SHOWN]}' and '{found[1][0][:SHOWN]}' both have marks."
        raise FileRefused(Fault(found[1][1].row, FaultCode.SHEETS_UNCLEAR, problem))
    if not sheets:
        raise FileRefused(Fault(1, FaultCode.HEADINGS_MISSING, "The workbook has no visible sheet."))
    return max(sheets, key=lambda sheet: sheet[2].rank)[1]


class _Workbook:
    """What the sheets share: names, texts and number formats."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._cells = 0
        self._relations = self._read_relations()
        by_kind = dict(self._relations.values())
        self._texts = self._read_texts(by_kind.get("sharedStrings", ""))
        self._plain = self._read_formats(by_kind.get("styles", ""))

    def visible(self) -> list[tuple[str, str]]:
        """The name and part of every sheet that is not hidden."""
        sheets: list[tuple[str, str]] = []

        def start(tag: str, about: Attributes) -> None:
            if tag == "sheet" and about.get("state", "visible") == "visible":
                kind, part = self._relations.get(about.get("id", ""), ("", ""))
                if kind == "worksheet":
                    sheets.append((about.get("name", ""), part))

        self._parts.parse(WORKBOOK, start, _nothing)
        return sheets

    def _read_relations(self) -> dict[str, tuple[str, str]]:
        relations: dict[str, tuple[str, str]] = {}

        def start(tag: str, about: Attributes) -> None:
            if tag == "Relationship" and about.get("TargetMode") != "External":
                kind = about.get("Type", "").rpartition("/")[2]
                relations[about.get("Id", "")] = kind, beside(WORKBOOK, about.get("Target", ""))

        self._parts.parse("xl/_rels/workbook.xml.rels", start, _nothing)
        return relations

    def _read_texts(self, part: str) -> list[str]:
        """Read the shared texts, without the phonetic guides above them."""
        texts: list[str] = []
        pieces: list[str] = []
        small = 0

        def start(tag: str, _: Attributes) -> None:
            nonlocal small
            small += tag == "rPh"

        def end(tag: str, text: str) -> None:
            nonlocal small
            if tag == "t" and not small:
                pieces.append(text)
            elif tag == "rPh":
                small -= 1
            elif tag == "si":
                texts.append("".join(pieces))
                pieces.clear()

        if part:
            self._parts.parse(part, start, end)
        return texts

    def _read_formats(self, part: str) -> list[bool]:
        """Read for every cell style whether it shows a number as it is."""
        own: dict[int, str] = {}
        used: list[int] = []
        within: list[str] = []

        def start(tag: str, about: Attributes) -> None:
            within.append(tag)
            if tag == "numFmt":
                own[_whole(about.get("numFmtId", "0"))] = about.get("formatCode", "")
            elif tag == "xf" and "cellXfs" in within:
                used.append(_whole(about.get("numFmtId", "0")))

        def end(_tag: str, _text: str) -> None:
            within.pop()

        if part:
            self._parts.parse(part, start, end)
        return [_is_plain(number, own) for number in used]

    def sheet(self, part: str) -> _Sheet:
        """Read a worksheet; rows and cells must be in order, as every program writes them."""
        reader = _SheetReader(self._texts, self._plain, self._count_cell)
        self._parts.parse(part, reader.start, reader.end)
        return reader.sheet

    def _count_cell(self) -> None:
        self._cells += 1
        if self._cells > MAX_CELLS:
            raise too_large("The workbook has too many cells.")


class _SheetReader:
    """Reads the elements of a worksheet."""

    def __init__(self, texts: list[str], plain: list[bool], count: Callable[[], None]) -> None:
        self.sheet = _Sheet()
        self._texts, self._plain, self._count = texts, plain, count
        self._rows_hidden = False
        self._row = self._column = 0
        self._about: Attributes = {}
        self._formula = False
        self._value = ""
        self._inline: list[str] = []

    def start(self, tag: str, about: Attributes) -> None:
        """Record the place of the next cell, and what is hidden or merged."""
        match tag:
            case "sheetFormatPr":
                self._rows_hidden = _is_on(about.get("zeroHeight", ""))
            case "col" if _is_on(about.get("hidden", "")) or _is_zero(about.get("width", "")):
                first, last = _whole(about.get("min", "1")), _whole(about.get("max", "1"))
                self.sheet.hidden_columns.update(range(first - 1, min(last, MAX_COLUMNS)))
            case "row":
                self._start_row(about)
            case "c":
                self._start_cell(about)
            case "f":
                self._formula = True
            case "mergeCell":
                self._merge(about.get("ref", ""))
            case _:
                pass

    def end(self, tag: str, text: str) -> None:
        """Keep a cell's value, and at its end the cell."""
        match tag:
            case "v":
                self._value = text
            case "t":
                self._inline.append(text)
            case "c":
                self._end_cell()
            case _:
                pass

    def _start_row(self, about: Attributes) -> None:
        number = _whole(about["r"]) if "r" in about else self._row + 1
        if not self._row < number <= MAX_ROW:
            raise damaged("The rows of the workbook are out of order.")
        self._row, self._column = number, 0
        if _is_on(about.get("hidden", "1" if self._rows_hidden else "")) or _is_zero(about.get("ht", "")):
            self.sheet.hidden_rows.add(number)

    def _start_cell(self, about: Attributes) -> None:
        self._count()
        column = self._column + 1
        if "r" in about:
            column, row = _place(about["r"])
            if row != self._row or column <= self._column:
                raise damaged(f"The cells of row {self._row} of the workbook are out of order.")
        self._column, self._about = column, about
        self._formula, self._value, self._inline = False, "", []

    def _end_cell(self) -> None:
        if self._column <= MAX_COLUMNS and (cell := self._cell()) != Cell():
            self.sheet.rows.setdefault(self._row, {})[self._column - 1] = cell

    def _cell(self) -> Cell:
        kind, value = self._about.get("t", "n"), self._value.strip()
        match kind:
            case "s" | "inlineStr" | "str" | "b":
                return Cell(self._text(kind, value))
            case "n" if not value and self._formula:
                return Cell("", FaultCode.FORMULA_WITHOUT_VALUE, "The cell has a formula without a result.")
            case "n":
                return self._number(value)
            case _:
                shown = value[:SHOWN]
                return Cell(shown, FaultCode.CELL_UNREADABLE, f"The cell shows {shown or 'no plain value'}.")

    def _text(self, kind: str, value: str) -> str:
        match kind:
            case "inlineStr":
                return from_coded("".join(self._inline)).strip()
            case "str":
                return from_coded(value).strip()
            case "b":
                return "true" if value == "1" else "false"
            case _:
                return self._shared(value)

    def _shared(self, value: str) -> str:
        place = _whole(value)
        if place >= len(self._texts):
            raise damaged("Some text is missing from the workbook.")
        return from_coded(self._texts[place]).strip()

    def _number(self, value: str) -> Cell:
        if not value:
            return Cell()
        style = _whole(self._about.get("s", "0"))
        if not NUMBER.fullmatch(value):
            return Cell(value[:SHOWN], FaultCode.CELL_UNREADABLE, f"'{value[:SHOWN]}' is not a number.")
        shown = f"{float(value):.15g}"  # as many digits as Excel itself shows
        if style < len(self._plain) and not self._plain[style]:
            problem = "The cell is formatted as a date, a percentage or something else that is not a plain number."
            return Cell(shown, FaultCode.CELL_UNREADABLE, problem)
        return Cell(shown)

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        (left, top), (right, bottom) = _place(first), _place(last or first)
        self.sheet.merges.append((left - 1, top, right - 1, bottom))
        if len(self.sheet.merges) > MAX_MERGES:
            raise too_large("The workbook has too many merged cells.")


def _nothing(_tag: str, _text: str) -> None:
    """Do nothing at an element's end."""


def _place(reference: str) -> tuple[int, int]:
    """Column and row of a cell, each from 1: C5 is 3, 5."""
    found = REFERENCE.fullmatch(reference.replace("$", ""))
    if not found:
        raise damaged(f"'{reference[:SHOWN]}' is not a cell of a workbook.")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column, int(found[2])


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 10):  # noqa: PLR2004  # more than any count in a workbook
        raise damaged(f"The workbook has '{text[:SHOWN]}' where there should be a number.")
    return int(text)


def _is_on(text: str) -> bool:
    return text in {"1", "true", "on"}


def _is_zero(text: str) -> bool:
    return bool(text) and not text.strip("0.")


def _is_plain(number: int, own: Mapping[int, str]) -> bool:
    """Whether a number format shows a number as it is, not as a date, percentage, fraction, thousands or words."""
    if number not in own:
        return number in PLAIN_FORMATS
    first = DECORATION.sub("", own[number].partition(";")[0])
    return bool(PLAIN_PATTERN.fullmatch(first)) and not first.endswith(",")
