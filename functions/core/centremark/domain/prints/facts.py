"""Facts about prints requested of a sheet."""

from dataclasses import dataclass
from datetime import date, datetime

from centremark.domain.prints.kinds import Print, Report, Slips
from centremark.domain.shared.actor import By
from centremark.domain.sheet.facts import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRequested(Fact):
    """Someone requested a print of the sheet at this version; `attempt` numbers the requests for one print."""

    NAME = "ReportRequested.v1"
    attempt: int

    @property
    def beside(self) -> str:
        """Unique for each attempt of a day."""
        return f"report-{self.at.date()}-{self.attempt}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipsRequested(Fact):
    """Someone requested the mark slips of a teaching group, or (None) of the whole sheet.

    `attempt` numbers the requests for one print.
    """

    NAME = "SlipsRequested.v1"
    attempt: int
    group: str | None
    review_by: date

    @property
    def slips(self) -> Slips:
        """The slips requested."""
        return Slips(self.sheet, self.version, self.group, self.review_by)

    @property
    def beside(self) -> str:
        """Unique for each attempt of a day at these slips."""
        return f"{self.slips.slug}-{self.at.date()}-{self.attempt}"


PrintRequested = ReportRequested | SlipsRequested


def print_requested(wanted: Print, at: datetime, by: By, attempt: int) -> PrintRequested:
    """The fact that someone requested a print."""
    match wanted:
        case Report(sheet, version):
            return ReportRequested(sheet=sheet, version=version, at=at, by=by, attempt=attempt)
        case Slips(sheet, version, group, review_by):
            return SlipsRequested(
                sheet=sheet, version=version, at=at, by=by, attempt=attempt, group=group, review_by=review_by
            )
