"""What every format shares: one value of one line, read or refused."""

import re
from typing import Final

from centremark.domain.errors import Malformed
from centremark.domain.marks_file import SHOWN, FaultCode, Unreadable
from centremark.domain.values import AssessmentCode, CandidateNumber

YES: Final = frozenset({"a", "abs", "absent", "y", "yes", "x", "1", "true"})
NO: Final = frozenset({"", "n", "no", "0", "false", "p", "present", "-"})
SHORT_NUMBER: Final = re.compile(r"[0-9]{1,4}")
"""A spreadsheet drops a candidate number's leading zeros, and as the number has 4 digits they can be put back."""


def candidate_of(text: str) -> CandidateNumber:
    """A candidate number; raises `Unreadable`."""
    if not text:
        raise Unreadable(FaultCode.CANDIDATE_MISSING, "There is no candidate number.")
    if not SHORT_NUMBER.fullmatch(text):
        raise Unreadable(FaultCode.CANDIDATE_MALFORMED, f"'{text[:SHOWN]}' is not a candidate number (4 digits).")
    return CandidateNumber(text.zfill(4))


def assessment_of(text: str) -> AssessmentCode | None:
    """An assessment code, with / or - between its parts; None when empty; raises `Unreadable`."""
    if not text:
        return None
    try:
        return AssessmentCode.from_slug(text.upper())
    except Malformed as error:
        raise Unreadable(FaultCode.ASSESSMENT_MALFORMED, f"{error}.") from error


def is_absent(text: str) -> bool:
    """Whether a field says absent; raises `Unreadable` when it says neither yes nor no."""
    word = text.strip().casefold()
    if word in YES:
        return True
    if word in NO:
        return False
    raise Unreadable(FaultCode.ABSENT_UNCLEAR, f"'{text[:SHOWN]}' says neither absent nor present.")
