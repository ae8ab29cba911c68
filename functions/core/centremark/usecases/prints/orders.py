"""What can be printed of a sheet, whatever its version."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from centremark.domain.prints.kinds import Print, Report, Slips
from centremark.domain.shared.errors import NothingToPrint, Point, ReviewDatePassed
from centremark.domain.shared.identifiers import SheetId
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.usecases.prints.report_model import report_model
from centremark.usecases.prints.slips_model import slips_model, to_tell
from centremark.usecases.shared.london import day, today
from centremark.usecases.sheet.read_sheets import SheetView


class Order[P: Print](Protocol):
    """What someone wants printed of a sheet."""

    @property
    def sheet(self) -> SheetId:
        """Which sheet."""
        ...

    def of(self, sheet: MarkSheet) -> P:
        """The print that shows the sheet as it is."""
        ...

    def due(self, sheet: MarkSheet) -> datetime | None:
        """Since when the print is made without a request, if it is."""
        ...

    def must_be_printable(self, view: SheetView) -> None:
        """Raise why a print makes no sense now."""
        ...

    def model(self, view: SheetView) -> dict[str, object] | None:
        """The content of the print, or None when there is nothing to print."""
        ...


@dataclass(frozen=True, slots=True)
class ReportOrder:
    """The report of a sheet, which is also printed after each submission and confirmation."""

    sheet: SheetId

    def of(self, sheet: MarkSheet) -> Report:
        """The report of the version that is submitted, or a draft of the latest."""
        return Report(self.sheet, sheet.print_version, draft=sheet.submission is None)

    def due(self, sheet: MarkSheet) -> datetime | None:
        """Since the latest submission or its confirmation."""
        sent = sheet.submission
        return (sent.confirmed_at or sent.at) if sent else None

    def must_be_printable(self, view: SheetView) -> None:
        """Any sheet has a report."""

    def model(self, view: SheetView) -> dict[str, object]:
        """Every candidate and the totals."""
        return report_model(view)


@dataclass(frozen=True, slots=True)
class SlipsOrder:
    """The slips of a sheet's teaching group, or (None) of everyone on it, and the last day to ask for a review."""

    sheet: SheetId
    group: str | None
    review_by: date

    def of(self, sheet: MarkSheet) -> Slips:
        """The slips of the latest version."""
        return Slips(self.sheet, sheet.version, self.group, self.review_by)

    def due(self, sheet: MarkSheet) -> None:  # a report's time depends on it
        """Slips are only printed on request."""

    def must_be_printable(self, view: SheetView) -> None:
        """Raise `ReviewDatePassed`, or `NothingToPrint` when nobody has an outcome."""
        if self.review_by < today(view.at):
            detail = f"{day(self.review_by)} has passed. Choose a day when candidates can still request a review."
            raise ReviewDatePassed(detail, (Point("/review_by", ReviewDatePassed.code, detail),))
        if not to_tell(view, self.group):
            who = f"Nobody in group {self.group}" if self.group else "No candidate"
            raise NothingToPrint(f"{who} has a mark, grade or absence yet. Enter them first.")

    def model(self, view: SheetView) -> dict[str, object] | None:
        """One slip for each candidate who has an outcome."""
        return slips_model(view, self.group, self.review_by) if to_tell(view, self.group) else None
