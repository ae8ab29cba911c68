"""Comma-separated values, with any separator that spreadsheet programs use."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from centremark.adapters.codec.cell_text import FIGURES, FORMULA, as_text
from centremark.adapters.files.cells import Cell, TableRow
from centremark.adapters.files.headings import headings_in
from centremark.adapters.files.tables import read_table
from centremark.adapters.files.text import split_lines
from centremark.adapters.files.vocabulary import TEMPLATE
from centremark.domain.catalogue.criteria import Criterion
from centremark.domain.files.columns import Column
from centremark.domain.files.faults import Fault, FaultCode, FileRefused
from centremark.domain.files.marks_file import MarksFile, SheetLine

SEPARATORS: Final = (",", ";", "\t", "|")
NAMED: Final = "sep="
"""How Excel's own first line names the separator."""
LOOKED_AT: Final = 40
"""How many rows tell which separator a file has."""
LONGEST_LINE: Final = 32_768
LINES_OF_A_ROW: Final = 50
"""How many lines one row may go over; a cell may have line breaks in it."""
BOM: Final = "\ufeff"
"""What makes Excel read a CSV file as UTF-8."""
QUOTED: Final = re.compile('="([^"]*)"')
"""How some programs write text that a spreadsheet program would take for a number."""


def read_csv(text: str, chosen: Mapping[int, Column] | None = None) -> MarksFile:
    """Read a table with headings; raises `FileRefused` when there are none or a quotation mark never ends."""
    skipped = 0
    if text[: len(NAMED)].casefold() == NAMED:
        _, _, text = text.partition("\n")
        skipped = 1
    by_separator = {sep: headings_in(islice(_rows(text, sep, skipped, lenient=True), LOOKED_AT)) for sep in SEPARATORS}
    separator = max(by_separator, key=lambda sep: by_separator[sep].rank)
    headings = headings_in(_rows(text, separator, skipped, lenient=True), chosen)
    return read_table(_rows(text, separator, skipped), headings, "csv")


def _rows(text: str, separator: str, skipped: int, *, lenient: bool = False) -> Iterator[TableRow]:
    """Rows by the line they begin on; `lenient` stops at a line that cannot be read."""
    begins = 0

    def fed() -> Iterator[str]:
        """Feed lines one by one: a quotation mark that never ends would otherwise consume the file."""
        for number, line in enumerate(split_lines(text), start=1):
            if len(line) > LONGEST_LINE or number - begins > LINES_OF_A_ROW:
                raise csv.Error("the row is longer than any row of marks")
            yield f"{line}\n"

    reader = csv.reader(fed(), delimiter=separator, strict=True)
    while True:
        begins = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if lenient:
                return
            problem = f"The row that begins here cannot be read: {error}."
            raise FileRefused(Fault(begins + skipped, FaultCode.FILE_DAMAGED, problem)) from error
        yield TableRow(begins + skipped, [Cell(_from_text(cell.strip())) for cell in cells])


def write_csv(lines: Sequence[SheetLine], criteria: Sequence[Criterion] = ()) -> str:
    """Write marks with a template's headings, ready to open in a spreadsheet program."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    columns = written_columns(lines, criteria)
    writer.writerow(heading for _, heading in columns)
    for line in lines:
        writer.writerow(as_text(cell) for cell in cells_of(line, columns))
    return BOM + out.getvalue()


def written_columns(lines: Sequence[SheetLine], criteria: Sequence[Criterion]) -> Sequence[tuple[Column, str]]:
    """A template's columns with their headings, in order; reasons for 0 have one where there are any."""
    whose = (Column.CENTRE, Column.SERIES, Column.ASSESSMENT, Column.CANDIDATE, Column.NAME, Column.UCI)
    reasons = [Column.ZERO_REASON] if any(line.zero for line in lines) else []
    return [
        *((column, TEMPLATE[column]) for column in whose),
        *((Column.CRITERION, f"{criterion.words} ({criterion.maximum})") for criterion in criteria),
        *((column, TEMPLATE[column]) for column in (Column.MARK, Column.ABSENT, *reasons, Column.REVISION)),
    ]


def _from_text(cell: str) -> str:
    """Remove what keeps a cell as text in a spreadsheet program: '0012 and ="0012" are 0012."""
    if quoted := QUOTED.fullmatch(cell):
        return quoted[1]
    return cell[1:] if cell.startswith("'") and (FORMULA.match(cell) or FIGURES.fullmatch(cell)) else cell


def cells_of(line: SheetLine, columns: Sequence[tuple[Column, str]]) -> tuple[str, ...]:
    """A line in the order of these columns."""
    said = {
        Column.CENTRE: line.centre,
        Column.SERIES: line.series,
        Column.ASSESSMENT: line.assessment,
        Column.CANDIDATE: line.candidate,
        Column.NAME: line.name,
        Column.UCI: line.uci,
        Column.MARK: line.written.value,
        Column.ABSENT: "A" if line.written.absent else "",
        Column.ZERO_REASON: line.zero,
        Column.REVISION: "" if line.revision is None else str(line.revision),
    }
    criteria = iter(line.criteria)
    return tuple(next(criteria) if column is Column.CRITERION else said[column] for column, _ in columns)
