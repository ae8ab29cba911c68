"""A numbered set of a sheet's marks as sent to the board."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Submission:
    """One numbered set of a sheet's marks as sent to the board; it never changes.

    `sha256` is of the exact bytes of its document, which the ledger and the board's intake both keep. `version` is the
    sheet's when the submission was made or confirmed: what a print of it shows. `amendment` is the amendment that made
    it, if any; a later submission without one is supplementary: it holds only the marks of candidates entered late.
    """

    number: int
    reference: str
    sha256: str
    at: datetime
    by: str
    late: bool
    candidates: int
    absent: int
    version: int
    amendment: int | None = None
    confirmed_at: datetime | None = None
