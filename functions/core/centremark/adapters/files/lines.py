"""Reading single values, alike in every format."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from centremark.adapters.files.cells import Cell
from centremark.domain.files.faults import SHOWN, FaultCode, Unreadable
from centremark.domain.shared.errors import Malformed
from centremark.domain.shared.identifiers import AssessmentCode, CandidateNumber, SeriesId

NUMBER: Final = re.compile(r"([0-9]{1,4})(?:[.,]0)?")
"""A candidate number, from which a spreadsheet may have taken zeros before it, and to which it may have put one."""
MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MONTH_AND_YEAR: Final = re.compile(r"([a-z]+)[- ](?:20)?([0-9]{2})", re.IGNORECASE)
FIRST_OF_MONTH: Final = re.compile(r"0?1/([0-9]{1,2})/(?:20)?([0-9]{2})")
BEFORE_DAY_1: Final = date(1899, 12, 30)
"""From which a workbook counts days."""
DAY: Final = re.compile(r"[1-9][0-9]{4}")
REVISION: Final = re.compile(r"[0-9]{1,9}")
NAMED: Final = re.compile(r"(?<![A-Z0-9/-])([A-Z0-9]{3,6}) ?[/-] ?([A-Z0-9]{1,4})(?![A-Z0-9/-])")
YES: Final = frozenset({"a", "abs", "absent", "absennol", "y", "yes", "x", "1", "true"})
NO: Final = frozenset({"", "n", "no", "0", "false", "p", "present", "-"})


def candidate_of(text: str) -> CandidateNumber:
    """Read a candidate number, restoring the leading zeros that a spreadsheet drops; raises `Unreadable`."""
    if not text:
        raise Unreadable(FaultCode.CANDIDATE_MISSING, "There is no candidate number.")
    try:
        return CandidateNumber(number[1].zfill(4) if (number := NUMBER.fullmatch(text)) else text)
    except Malformed as error:
        words = f"'{text[:SHOWN]}' is not {CandidateNumber.WORDS}."
        raise Unreadable(FaultCode.CANDIDATE_MALFORMED, words) from error


def assessment_of(text: str) -> AssessmentCode | None:
    """Read an assessment code, with / or - between its parts; None when empty; raises `Unreadable`."""
    if not text:
        return None
    try:
        return AssessmentCode.from_slug(text.upper())
    except Malformed as error:
        raise Unreadable(FaultCode.ASSESSMENT_MALFORMED, f"{error}.") from error


def series_of(text: str) -> SeriesId:
    """Read a series, even as a spreadsheet turns it into a date: Jun-27, 01/06/2027; raises `Malformed`."""
    if found := MONTH_AND_YEAR.fullmatch(text):
        word = found[1].lower()
        months = [number for number, name in enumerate(MONTHS, start=1) if word in {name, name[:3]}]
        return SeriesId(f"20{found[2]}-{months[0]:02d}" if months else text)
    found = FIRST_OF_MONTH.fullmatch(text)
    return SeriesId(f"20{found[2]}-{found[1].zfill(2)}" if found else text)


def without_date(cell: Cell) -> Cell:
    """The text of a cell with a series; a first day of a month, which a workbook made of it, is a series again."""
    if not cell.fault or not DAY.fullmatch(cell.text):
        return cell
    day = BEFORE_DAY_1 + timedelta(days=int(cell.text))
    return Cell(f"{day:%Y-%m}") if day.day == 1 else cell


def revision_of(text: str) -> int | None:
    """Read the revision a row had when the file was made; None when empty; raises `Unreadable`."""
    if not text:
        return None
    if not REVISION.fullmatch(text):
        words = f"'{text[:SHOWN]}' is not a row version. Leave the column as it was downloaded, or clear the cell."
        raise Unreadable(FaultCode.CELL_UNREADABLE, words)
    return int(text)


def uci_of(text: str) -> str:
    """The text of a UCI as entries have it: no spaces, capitals. It need not be valid."""
    return "".join(text.split()).upper()


def is_absent(text: str) -> bool:
    """Read a field that says absent; raises `Unreadable` when it says neither yes nor no."""
    word = text.strip().casefold()
    if word in YES:
        return True
    if word in NO:
        return False
    raise Unreadable(FaultCode.ABSENT_UNCLEAR, f"'{text[:SHOWN]}' does not say yes or no.")


def assessments_in(text: str) -> Iterator[AssessmentCode]:
    """Parts of a title that may be assessment codes, with / or - between their parts; 2026/27 may be one too."""
    for unit, part in NAMED.findall(text.upper()):
        yield AssessmentCode(f"{unit}/{part}")
