"""What can be wrong with a file of marks or one of its lines, and how to put it right."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from centremark.domain.files.columns import TableSeen

SHOWN: Final = 40
"""How many characters of a value a message repeats."""
NO_LINE: Final = 0
"""The line of a fault that nothing in the file can be pointed at for."""


class FaultCode(StrEnum):
    """Faults of a file or one of its lines; callers may rely on the codes."""

    FILE_NOT_RECEIVED = "file-not-received"
    FILE_NOT_CHECKED = "file-not-checked"
    FORMAT_UNKNOWN = "format-unknown"
    FILE_EMPTY = "file-empty"
    NO_MARKS = "no-marks"
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
    ROLE_LIMITED = "role-limited"
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
    CRITERIA_INCOMPLETE = "criteria-incomplete"
    CRITERIA_REFUSED = "criteria-refused"
    CRITERION_REFUSED = "criterion-refused"
    TOTAL_DIFFERS = "total-differs"
    NO_WORK_IS_ABSENT = "no-work-is-absent"
    ZERO_REASON_UNKNOWN = "zero-reason-unknown"
    NOT_A_ZERO = "not-a-zero"
    ABSENT_UNCLEAR = "absent-unclear"
    OUTCOME_REFUSED = "outcome-refused"
    ALREADY_SUBMITTED = "already-submitted"
    WINDOW_CLOSED = "window-closed"
    CARRIED_FORWARD = "carried-forward"
    NAME_DIFFERS = "name-differs"
    TOTAL_ROW = "total-row"


class Meaning(NamedTuple):
    """What a code stands for, and how to put it right."""

    problem: str
    cure: str


MEANINGS: Final[Mapping[FaultCode, Meaning]] = {
    FaultCode.FILE_NOT_RECEIVED: Meaning(
        "The file did not arrive within an hour.",
        "Upload it again. The file must not be empty or over 5 MB. Your network may also have stopped it.",
    ),
    FaultCode.FILE_NOT_CHECKED: Meaning(
        "We could not finish checking the file within an hour.",
        "Upload it again. If that does not help, contact the exam board.",
    ),
    FaultCode.FORMAT_UNKNOWN: Meaning(
        "We cannot read files of this format.",
        "Upload a file from your MIS, a CSV file or an .xlsx workbook, or fill in a file that you download here.",
    ),
    FaultCode.FILE_EMPTY: Meaning("The file is empty.", "Save the file, then choose it again."),
    FaultCode.NO_MARKS: Meaning(
        "The file has no lines with marks.",
        "Write a mark, a grade or Absent on the candidates' lines, save the file and upload it again.",
    ),
    FaultCode.FILE_TOO_LARGE: Meaning(
        "The file, or its unpacked contents, is too large.",
        "Upload only the marks: one row for each candidate, without pictures or other sheets.",
    ),
    FaultCode.FILE_DAMAGED: Meaning(
        "The file is damaged or incomplete.", "Save or export it again and upload the new file."
    ),
    FaultCode.ENCODING_UNKNOWN: Meaning(
        "We cannot be sure how to read the characters in the file.", "Save the file as UTF-8 and upload it again."
    ),
    FaultCode.HEADINGS_MISSING: Meaning(
        "We found no row of headings with a candidate number and a mark.",
        "Say what each column is, or put headings above them: Candidate number, Name, Mark, Absent.",
    ),
    FaultCode.HEADINGS_UNCLEAR: Meaning(
        "Two columns could have the same meaning.", "Say what each column is, or rename or remove one of the two."
    ),
    FaultCode.SHEETS_UNCLEAR: Meaning(
        "More than one sheet of the workbook has marks.", "Leave one sheet with marks, or upload a file for each."
    ),
    FaultCode.COLUMN_HIDDEN: Meaning(
        "A column that we would read is hidden in the workbook.",
        "Unhide the column, check it and save the file again.",
    ),
    FaultCode.IDENTITY_SLIPPED: Meaning(
        "On most lines the candidate number, UCI and name belong to different candidates. A column may have slipped.",
        "Line up the numbers, UCIs and names again, check the marks too, and upload the file again. "
        "A column that is not about these candidates can be ignored on the upload page.",
    ),
    FaultCode.MAXIMUM_DIFFERS: Meaning(
        "The heading gives a different maximum mark from the assessment.",
        "Upload marks out of the assessment's maximum, or say which column has them. Correct a wrong heading.",
    ),
    FaultCode.RECORD_OUT_OF_PLACE: Meaning(
        "A record is in the wrong place.", "Export the file again from your MIS. Do not edit it by hand."
    ),
    FaultCode.TRAILER_MISSING: Meaning(
        "The last record is missing, so the file may have been cut off.", "Export the file again from your MIS."
    ),
    FaultCode.COUNT_DIFFERS: Meaning(
        "The count in a trailer does not match the records in the file.", "Export the file again from your MIS."
    ),
    FaultCode.OTHER_CENTRE: Meaning(
        "The file is for another centre.", "Check which centre you chose, and upload that centre's file."
    ),
    FaultCode.OTHER_SERIES: Meaning(
        "The file is for another series.", "Check which series you chose, and upload the file for it."
    ),
    FaultCode.NO_LONGER_ALLOWED: Meaning(
        "The person who uploaded the file can no longer enter marks for this centre.",
        "Ask your centre administrator for the role.",
    ),
    FaultCode.ROLE_LIMITED: Meaning(
        "The person who uploaded the file may enter marks for other assessments only.",
        "Ask a colleague who has the role for this assessment to upload these lines, or ask your centre administrator "
        "for the role, then check the file again.",
    ),
    FaultCode.RECORD_UNKNOWN: Meaning("The format has no record of this type.", "Export the file again from your MIS."),
    FaultCode.LINE_MALFORMED: Meaning(
        "A line does not fit the columns of the format.", "Export the file again from your MIS. Do not edit it by hand."
    ),
    FaultCode.ROW_TOO_LONG: Meaning(
        "The line has a value in a column without a heading, so the mark may be incomplete.",
        "Put a value with a comma in quotation marks, move notes to another sheet, or give the column a heading.",
    ),
    FaultCode.HEADINGS_DIFFER: Meaning(
        "The line is under other headings, with the columns in a different order from the first ones.",
        "Put the columns of every class in the same order, or upload a file for each.",
    ),
    FaultCode.ABOVE_HEADINGS: Meaning(
        "The line has a candidate above the headings, or was read as headings.",
        "Put one row of headings above all candidates: Candidate number, Name, Mark, Absent.",
    ),
    FaultCode.ROW_HIDDEN: Meaning(
        "The row is hidden in the workbook.",
        "Clear the filter or unhide the row, check it and save the file again.",
    ),
    FaultCode.CELLS_MERGED: Meaning(
        "The row has merged cells, so we cannot tell whose mark it is.",
        "Unmerge the cells and write each candidate's mark in its own cell.",
    ),
    FaultCode.FORMULA_WITHOUT_VALUE: Meaning(
        "The cell has a formula whose result was not saved.",
        "Open the workbook in your spreadsheet program, save it and upload it again, or paste the values.",
    ),
    FaultCode.CELL_UNREADABLE: Meaning(
        "The cell must show plain text or a whole number.",
        "Type the value into the cell as a plain number or as text.",
    ),
    FaultCode.CANDIDATE_MISSING: Meaning(
        "The line has a mark, but nothing says whose it is.",
        "Write the candidate number on the line, or clear the mark.",
    ),
    FaultCode.CANDIDATE_MALFORMED: Meaning(
        "The candidate number must have 4 digits.", "Write the candidate number as it is on the entry."
    ),
    FaultCode.CANDIDATE_REPEATED: Meaning(
        "The candidate appears more than once for one assessment, so none of the lines were used.",
        "Leave one line for each candidate.",
    ),
    FaultCode.CANDIDATE_NOT_ENTERED: Meaning(
        "The candidate is not entered for the assessment.", "Check the number, or have the candidate entered first."
    ),
    FaultCode.IDENTITY_DISAGREES: Meaning(
        "The candidate number, UCI and name on the line belong to different candidates.",
        "Check whose mark this is. Then correct or clear the number, the UCI or the name.",
    ),
    FaultCode.NAME_INCOMPLETE: Meaning(
        "The line has no candidate number and only part of a name.",
        "Write the candidate number on the line, or the whole name.",
    ),
    FaultCode.NAME_SHARED: Meaning(
        "The line has no candidate number, and more than one candidate could have this name.",
        "Write the candidate number on the line.",
    ),
    FaultCode.ASSESSMENT_MISSING: Meaning(
        "Neither the line nor the upload says which assessment the mark is for.",
        "Say which assessment the file is for, or add an Assessment code column.",
    ),
    FaultCode.ASSESSMENT_MALFORMED: Meaning(
        "The assessment code is not in the right format.", "Write the code as the board does, for example H446/03."
    ),
    FaultCode.ASSESSMENT_UNKNOWN: Meaning(
        "The centre has no mark sheet for this assessment in the series.",
        "Check the code, or have the candidates entered first.",
    ),
    FaultCode.MARK_FRACTION: Meaning("The mark is not a whole number.", "Enter a whole mark."),
    FaultCode.MARK_UNREADABLE: Meaning(
        "The value is not a mark, a grade of the assessment or absent.",
        "Enter a whole mark, one of the assessment's grades, or Absent.",
    ),
    FaultCode.MARK_AND_ABSENT: Meaning(
        "The line has both a mark and absent.", "If the candidate was absent, clear the mark. If not, clear Absent."
    ),
    FaultCode.CRITERIA_INCOMPLETE: Meaning(
        "The line has marks for some criteria and not for all.",
        "Enter a mark for every criterion, or clear them all and give the total alone.",
    ),
    FaultCode.CRITERIA_REFUSED: Meaning(
        "The candidate's marks are for other criteria than the assessment has now.",
        "Enter a mark for each criterion of the assessment.",
    ),
    FaultCode.CRITERION_REFUSED: Meaning(
        "The mark for a criterion is above its maximum.", "Check the mark against the criterion's maximum."
    ),
    FaultCode.TOTAL_DIFFERS: Meaning(
        "The total is not what the marks for the criteria add up to.", "Correct the total, or a mark of a criterion."
    ),
    FaultCode.NO_WORK_IS_ABSENT: Meaning(
        "The mark is 0 because no work was handed in.",
        "A candidate who handed in no work is absent: write Absent in place of the 0, and clear the reason.",
    ),
    FaultCode.ZERO_REASON_UNKNOWN: Meaning(
        "The reason for a mark of 0 is not one that we know.",
        "Write Worth no marks or Not authenticated, or clear the reason.",
    ),
    FaultCode.NOT_A_ZERO: Meaning(
        "The line has a reason for a mark of 0, but its mark is not 0.", "Correct the mark, or clear the reason."
    ),
    FaultCode.ABSENT_UNCLEAR: Meaning(
        "The Absent column must say yes or no.",
        "Write A or Yes under Absent, or leave it empty.",
    ),
    FaultCode.OUTCOME_REFUSED: Meaning(
        "The assessment does not have this mark or grade.", "Check the mark against the maximum, or the grade."
    ),
    FaultCode.ALREADY_SUBMITTED: Meaning(
        "The mark sheet is submitted.", "If a mark is wrong, request an amendment to centre marks."
    ),
    FaultCode.WINDOW_CLOSED: Meaning("The board is not accepting marks for this assessment now.", "Contact the board."),
    FaultCode.CARRIED_FORWARD: Meaning(
        "The mark is carried forward from an earlier series, but the file has a different one.",
        "Leave the candidate out of the file, or contact the board if the mark should not be carried forward.",
    ),
    FaultCode.NAME_DIFFERS: Meaning(
        "The surname matches the entry, but the forename does not. The mark will still be used.",
        "Check that this is the same person.",
    ),
    FaultCode.TOTAL_ROW: Meaning(
        "The row looks like a total or a mean, not a candidate, so it was ignored.",
        "If it is a candidate, write the candidate number on the line. If not, do nothing.",
    ),
}

FATAL: Final = frozenset(list(FaultCode)[: list(FaultCode).index(FaultCode.RECORD_UNKNOWN)])
"""Faults that stop a whole file; every other stops its own line alone."""
HARMLESS: Final = frozenset({FaultCode.NAME_DIFFERS, FaultCode.TOTAL_ROW})
"""Faults that are only pointed out."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: the line (from 1, or `NO_LINE`), the candidate, the field, and a sentence that describes it."""

    line: int
    code: FaultCode
    problem: str
    field: str = ""
    candidate: str = ""

    @property
    def cure(self) -> str:
        """How to put it right."""
        return MEANINGS[self.code].cure


class FileRefused(Exception):  # a way out of reading, which gives the fault to the reader's caller
    """Nothing of the file can be used; `table` shows its columns where a person can correct how they are read."""

    def __init__(self, fault: Fault, table: TableSeen | None = None) -> None:
        super().__init__(fault.problem)
        self.fault = fault
        self.table = table


class Unreadable(Exception):  # a way out of one line; the line's reader makes the fault
    """A value that could mean more than one thing, or nothing."""

    def __init__(self, code: FaultCode, problem: str) -> None:
        super().__init__(problem)
        self.code = code
