"""What can be wrong with a file of marks or one of its lines, and what to do about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from centremark.domain.columns import TableSeen

SHOWN: Final = 40
"""How many characters of a value a message repeats."""
NO_LINE: Final = 0
"""The line of a fault that nothing in the file can be pointed at for."""


class FaultCode(StrEnum):
    """What can be wrong with a file or one of its lines; stable, as callers may rely on them."""

    FILE_NOT_RECEIVED = "file-not-received"
    FILE_NOT_CHECKED = "file-not-checked"
    FORMAT_UNKNOWN = "format-unknown"
    FILE_EMPTY = "file-empty"
    FILE_TOO_LARGE = "file-too-large"
    FILE_DAMAGED = "file-damaged"
    ENCODING_UNKNOWN = "encoding-unknown"
    HEADINGS_MISSING = "headings-missing"
    HEADINGS_UNCLEAR = "headings-unclear"
    SHEETS_UNCLEAR = "sheets-unclear"
    COLUMN_HIDDEN = "column-hidden"
    IDENTITY_SLIPPED = "identity-slipped"
    MAXIMUM_DIFFERS = "maximum-differs"
    RECORD_OUT_OF_PLACE = "record-out-of-place"
    TRAILER_MISSING = "trailer-missing"
    COUNT_DIFFERS = "count-differs"
    OTHER_CENTRE = "other-centre"
    OTHER_SERIES = "other-series"
    NO_LONGER_ALLOWED = "no-longer-allowed"
    RECORD_UNKNOWN = "record-unknown"
    LINE_MALFORMED = "line-malformed"
    ROW_TOO_LONG = "row-too-long"
    HEADINGS_DIFFER = "headings-differ"
    ABOVE_HEADINGS = "above-headings"
    ROW_HIDDEN = "row-hidden"
    CELLS_MERGED = "cells-merged"
    FORMULA_WITHOUT_VALUE = "formula-without-value"
    CELL_UNREADABLE = "cell-unreadable"
    CANDIDATE_MISSING = "candidate-missing"
    CANDIDATE_MALFORMED = "candidate-malformed"
    CANDIDATE_REPEATED = "candidate-repeated"
    CANDIDATE_NOT_ENTERED = "candidate-not-entered"
    IDENTITY_DISAGREES = "identity-disagrees"
    NAME_INCOMPLETE = "name-incomplete"
    NAME_SHARED = "name-shared"
    ASSESSMENT_MISSING = "assessment-missing"
    ASSESSMENT_MALFORMED = "assessment-malformed"
    ASSESSMENT_UNKNOWN = "assessment-unknown"
    MARK_FRACTION = "mark-fraction"
    MARK_UNREADABLE = "mark-unreadable"
    MARK_AND_ABSENT = "mark-and-absent"
    ABSENT_UNCLEAR = "absent-unclear"
    OUTCOME_REFUSED = "outcome-refused"
    ALREADY_SUBMITTED = "already-submitted"
    WINDOW_CLOSED = "window-closed"
    CARRIED_FORWARD = "carried-forward"
    NAME_DIFFERS = "name-differs"
    TOTAL_ROW = "total-row"


class Meaning(NamedTuple):
    """What a code stands for, and what to do about it."""

    problem: str
    cure: str


MEANINGS: Final[Mapping[FaultCode, Meaning]] = {
    FaultCode.FILE_NOT_RECEIVED: Meaning(
        "The file did not arrive within an hour.",
        "Send it again. A file that is empty or over 5 MB is not taken, and a network may stop it on its way.",
    ),
    FaultCode.FILE_NOT_CHECKED: Meaning(
        "Checking the file was not finished within an hour.",
        "Send it again. If that does not help, ask the exam board.",
    ),
    FaultCode.FORMAT_UNKNOWN: Meaning(
        "The file is none of the formats that are read.",
        "Send a file from your MIS, a CSV file or an .xlsx workbook; or fill in the template of the mark sheet.",
    ),
    FaultCode.FILE_EMPTY: Meaning("There is nothing in the file.", "Choose the file again; it may not be saved yet."),
    FaultCode.FILE_TOO_LARGE: Meaning(
        "The file, or what it would unpack to, is larger than any centre's marks.",
        "Send only the marks: one row for each candidate, without pictures or other sheets.",
    ),
    FaultCode.FILE_DAMAGED: Meaning(
        "The file breaks off or contradicts itself.", "Save or export it again and send the new file."
    ),
    FaultCode.ENCODING_UNKNOWN: Meaning(
        "The characters cannot be read for certain.", "Save the file as UTF-8 and send it again."
    ),
    FaultCode.HEADINGS_MISSING: Meaning(
        "No row of headings with a candidate number and a mark was found.",
        "Say what each column is, or put headings above them: Candidate number, Name, Mark, Absent.",
    ),
    FaultCode.HEADINGS_UNCLEAR: Meaning(
        "Two columns could be the same thing.", "Say what each column is, or rename or remove one of the two."
    ),
    FaultCode.SHEETS_UNCLEAR: Meaning(
        "More than one sheet of the workbook has marks.", "Leave one sheet with marks, or send a file for each."
    ),
    FaultCode.COLUMN_HIDDEN: Meaning(
        "A column of the marks is hidden, so what you see is not what would be read.",
        "Unhide the column, look at it and save the file again.",
    ),
    FaultCode.IDENTITY_SLIPPED: Meaning(
        "On most lines the candidate number, UCI and name are not one candidate's: a column may have slipped.",
        "Put numbers, UCIs and names beside each other again, look at the marks too, and send the file again. "
        "A column that is not about these candidates can be ignored on the upload page.",
    ),
    FaultCode.MAXIMUM_DIFFERS: Meaning(
        "The heading says that the marks are out of another maximum than the assessment has.",
        "Send the marks as the scheme gives them, or say which column has them. Correct a heading that is wrong.",
    ),
    FaultCode.RECORD_OUT_OF_PLACE: Meaning(
        "A record stands where its kind cannot be.", "Export the file again from your MIS; do not edit it by hand."
    ),
    FaultCode.TRAILER_MISSING: Meaning(
        "The last record is missing, so the file may have been cut off.", "Export the file again from your MIS."
    ),
    FaultCode.COUNT_DIFFERS: Meaning(
        "A trailer counts other records than the file has.", "Export the file again from your MIS."
    ),
    FaultCode.OTHER_CENTRE: Meaning(
        "The file is of another centre.", "Check which centre you chose, and send the file that is its own."
    ),
    FaultCode.OTHER_SERIES: Meaning(
        "The file is of another series.", "Check which series you chose, and send the file that is for it."
    ),
    FaultCode.NO_LONGER_ALLOWED: Meaning(
        "Whoever sent the file may no longer enter marks for this centre.", "Ask the centre administrator for the role."
    ),
    FaultCode.RECORD_UNKNOWN: Meaning(
        "A record is of no kind that the format has.", "Export the file again from your MIS."
    ),
    FaultCode.LINE_MALFORMED: Meaning(
        "A line does not keep to its columns.", "Export the file again from your MIS; do not edit it by hand."
    ),
    FaultCode.ROW_TOO_LONG: Meaning(
        "Something stands on the line in a column without a heading, so the mark may not be all of it.",
        "Put a value with a comma in quotation marks, move notes to another sheet, or give the column a heading.",
    ),
    FaultCode.HEADINGS_DIFFER: Meaning(
        "The line is under headings of its own, which put the columns elsewhere than the first ones.",
        "Put the columns of every class in the same order, or send a file for each.",
    ),
    FaultCode.ABOVE_HEADINGS: Meaning(
        "The line is a candidate's and stands above the headings, or was taken for them.",
        "Put one row of headings above all candidates: Candidate number, Name, Mark, Absent.",
    ),
    FaultCode.ROW_HIDDEN: Meaning(
        "The row is hidden in the workbook, so nobody saw it when the file was saved.",
        "Clear the filter or unhide the row, look at it and save the file again.",
    ),
    FaultCode.CELLS_MERGED: Meaning(
        "The row has cells merged with others, so whose mark it is cannot be told.",
        "Unmerge the cells and write each candidate's mark in its own cell.",
    ),
    FaultCode.FORMULA_WITHOUT_VALUE: Meaning(
        "The cell has a formula whose result was not saved.",
        "Open the workbook in the spreadsheet program, save it and send it again; or paste the values.",
    ),
    FaultCode.CELL_UNREADABLE: Meaning(
        "The cell shows something other than plain text or a whole number.",
        "Type the value into the cell as a plain number or as text.",
    ),
    FaultCode.CANDIDATE_MISSING: Meaning(
        "The line has a mark and nothing that says whose it is.",
        "Write the candidate's number on the line, or clear the mark.",
    ),
    FaultCode.CANDIDATE_MALFORMED: Meaning(
        "The candidate number is not of 4 digits.", "Write the candidate's number as on the entries."
    ),
    FaultCode.CANDIDATE_REPEATED: Meaning(
        "The candidate comes more than once for one assessment, so none of the lines was used.",
        "Leave one line for each candidate.",
    ),
    FaultCode.CANDIDATE_NOT_ENTERED: Meaning(
        "The candidate is not entered for the assessment.", "Check the number, or have the candidate entered first."
    ),
    FaultCode.IDENTITY_DISAGREES: Meaning(
        "The candidate number, the UCI and the name on the line are not all of one candidate.",
        "Check whose mark this is, and correct or clear what is wrong: the number, the UCI or the name.",
    ),
    FaultCode.NAME_INCOMPLETE: Meaning(
        "The line has no candidate number, and its name is only a part of a candidate's.",
        "Write the candidate's number on the line, or the whole name.",
    ),
    FaultCode.NAME_SHARED: Meaning(
        "The line has no candidate number, and more than one candidate can have its name.",
        "Write the candidate's number on the line.",
    ),
    FaultCode.ASSESSMENT_MISSING: Meaning(
        "Neither the line nor the upload says for which assessment the mark is.",
        "Say which assessment the file is for, or add a column Assessment code.",
    ),
    FaultCode.ASSESSMENT_MALFORMED: Meaning(
        "The assessment code is not of its form.", "Write the code as the board prints it, as in H446/03."
    ),
    FaultCode.ASSESSMENT_UNKNOWN: Meaning(
        "The centre has no mark sheet for this assessment in the series.", "Check the code, or make the entries first."
    ),
    FaultCode.MARK_FRACTION: Meaning("The mark is not a whole number.", "Enter the whole mark the scheme gives."),
    FaultCode.MARK_UNREADABLE: Meaning(
        "The value is neither a mark, a grade of the assessment nor absent.",
        "Enter a whole mark, a grade as the assessment has it, or Absent.",
    ),
    FaultCode.MARK_AND_ABSENT: Meaning(
        "The line has a mark and says absent.", "Leave the mark empty if the candidate was absent, or clear Absent."
    ),
    FaultCode.ABSENT_UNCLEAR: Meaning(
        "The Absent column must say yes or no.",
        "Write A or Yes under Absent, or leave it empty.",
    ),
    FaultCode.OUTCOME_REFUSED: Meaning(
        "The assessment's scale has no such mark or grade.", "Check the mark against the maximum, or the grade."
    ),
    FaultCode.ALREADY_SUBMITTED: Meaning(
        "The mark sheet is submitted.", "Ask for an amendment to centre marks where a mark is wrong."
    ),
    FaultCode.WINDOW_CLOSED: Meaning("The board takes no marks for the assessment now.", "Contact the board."),
    FaultCode.CARRIED_FORWARD: Meaning(
        "The mark is carried forward from an earlier series, and the file has another.",
        "Leave the candidate out of the file, or contact the board if the mark should not be carried forward.",
    ),
    FaultCode.NAME_DIFFERS: Meaning(
        "The surname is the candidate's and the forename is another than on the entry. The mark is taken all the same.",
        "Make sure that this is the same person.",
    ),
    FaultCode.TOTAL_ROW: Meaning(
        "The row is a total, a mean or the like, and of no candidate. It was left alone.",
        "Nothing, if it is one. Otherwise write the candidate's number on the line.",
    ),
}

FATAL: Final = frozenset(list(FaultCode)[: list(FaultCode).index(FaultCode.RECORD_UNKNOWN)])
"""Faults that stop a whole file; every other stops its own line alone."""
HARMLESS: Final = frozenset({FaultCode.NAME_DIFFERS, FaultCode.TOTAL_ROW})
"""Faults that are only pointed out."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: on which line (from 1, or `NO_LINE`), of whom, in which field, and a sentence that says it."""

    line: int
    code: FaultCode
    problem: str
    field: str = ""
    candidate: str = ""

    @property
    def cure(self) -> str:
        """What to do about it."""
        return MEANINGS[self.code].cure


class FileRefused(Exception):  # a way out of reading, which gives the fault to the reader's caller
    """Nothing of the file can be used; `table` is what a person can mend it by, where the columns are at fault."""

    def __init__(self, fault: Fault, table: TableSeen | None = None) -> None:
        super().__init__(fault.problem)
        self.fault = fault
        self.table = table


class Unreadable(Exception):  # a way out of one line; the line's reader makes the fault
    """A value cannot be read for certain."""

    def __init__(self, code: FaultCode, problem: str) -> None:
        super().__init__(problem)
        self.code = code
