"""What was asked to be printed of a sheet."""

from dataclasses import dataclass
from datetime import date

from centremark.domain.prints.slips import Slips
from centremark.domain.sheet.facts import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRequested(Fact):
    """Someone asked for a print of the sheet as it stood at this version; `attempt` counts those of one print."""

    NAME = "ReportRequested.v1"
    attempt: int

    @property
    def beside(self) -> str:
        """One for each attempt of a day."""
        return f"report-{self.at.date()}-{self.attempt}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipsRequested(Fact):
    """Someone asked for the mark slips of a teaching group, or (None) of the whole sheet.

    `attempt` counts those of one print.
    """

    NAME = "SlipsRequested.v1"
    attempt: int
    group: str | None
    review_by: date

    @property
    def slips(self) -> Slips:
        """Which slips."""
        return Slips(self.sheet, self.version, self.group, self.review_by)

    @property
    def beside(self) -> str:
        """One for each attempt of a day at these slips."""
        return f"slips-{self.slips.slug}-{self.at.date()}-{self.attempt}"
