"""A numbered sending of a sheet's marks to the board."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Submission:
    """One numbered, immutable sending of a sheet's marks to the board.

    `sha256` is of the exact bytes of its document, which the ledger and the board's intake both keep. `version` is the
    sheet's when the submission was made or confirmed: what a print of it shows. `amendment` made it, if
    any; a submission after the first that no amendment made is supplementary: of those entered late, and theirs alone.
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
