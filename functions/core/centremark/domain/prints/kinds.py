"""The kinds of prints: a sheet's report, and the mark slips that tell each candidate their mark.

Source for slips: JCQ, Instructions for conducting non-examination assessments: a centre tells its candidates their
centre-assessed marks in time for them to ask for a review of marking, and says that moderation may change them.
"""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from centremark.domain.shared.identifiers import SheetId


@dataclass(frozen=True, slots=True)
class Report:
    """Names one report: of a sheet at a version; a draft unless that version is submitted."""

    sheet: SheetId
    version: int
    draft: bool

    @property
    def slug(self) -> str:
        """The name among the prints of a version, in ids."""
        return "report"


@dataclass(frozen=True, slots=True)
class Slips:
    """Names one print of slips: of a sheet at a version, for one teaching group or (None) the whole sheet.

    `review_by` is the last day, in London, on which a candidate may ask the centre for a review of marking.
    """

    sheet: SheetId
    version: int
    group: str | None
    review_by: date

    @property
    def slug(self) -> str:
        """The name among the prints of a version, in ids."""
        return f"slips-{self.choice}"

    @property
    def choice(self) -> str:
        """The date and the group as they stand in ids and addresses, where a group's own letters may not."""
        group = "all" if self.group is None else sha256(self.group.encode()).hexdigest()[:16]
        return f"{self.review_by}-{group}"


Print = Report | Slips
