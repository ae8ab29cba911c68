"""Names that files spoil: each export writes them so that our own reader gives the same names.

The page's exports write the same cells from the same cases (frontend/src/features/prints/names.test.ts).
"""

import csv
import io
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET

import pytest

from centremark.adapters.files.formats import FileFormats
from centremark.domain.files.marks_file import SheetLine, Written
from tests.support.builders import CENTRE, CODE, SERIES, a_candidate

CASES: Final[list[dict[str, Any]]] = json.loads(
    (Path(__file__).parents[2] / "cases/names.json").read_text(encoding="utf-8")
)["names"]
NAMES: Final = [case["name"] for case in CASES]
FORMATS: Final = ("csv", "xlsx", "centremark-1")
MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def lines(names: Sequence[str]) -> list[SheetLine]:
    candidates = [a_candidate(1001 + place, name) for place, name in enumerate(names)]
    return [SheetLine(CENTRE, SERIES, CODE, c.number, c.name, c.uci, Written("41")) for c in candidates]


def read_back(names: Sequence[str], file_format: str) -> list[str]:
    formats = FileFormats()
    read = formats.read(formats.write(lines(names), file_format))
    assert not read.faults
    assert [line.written.value for line in read.lines] == ["41"] * len(names)
    return [line.name for line in read.lines]


@pytest.mark.parametrize("file_format", FORMATS)
def test_every_name_comes_back_as_it_was(file_format: str) -> None:
    assert read_back(NAMES, file_format) == NAMES


def test_the_cells_of_a_csv_file_are_the_cases() -> None:
    written = FileFormats().write(lines(NAMES), "csv").decode("utf-8-sig")

    _, *rows = csv.reader(io.StringIO(written, newline=""))

    assert [row[4] for row in rows] == [case.get("csv", case["name"]) for case in CASES]


def test_the_cells_of_a_workbook_are_the_cases() -> None:
    package = zipfile.ZipFile(io.BytesIO(FileFormats().write(lines(NAMES), "xlsx")))

    sheet = ET.fromstring(package.read("xl/worksheets/sheet1.xml"))  # noqa: S314  # we wrote it

    texts = [[cell.findtext(f".//{MAIN}t") or "" for cell in row] for row in sheet.iter(f"{MAIN}row")]
    assert [row[4] for row in texts[1:]] == [case.get("xlsx", case["name"]) for case in CASES]


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_name_kept_with_a_control_character_spoils_no_export(file_format: str) -> None:
    [name] = read_back(["JONES\x07 Amelia\x0c"], file_format)

    assert name.replace("\x07", "").replace("  ", " ").strip() == "JONES Amelia"
