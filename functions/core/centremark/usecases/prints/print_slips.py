"""Request, make and fetch the slips that tell candidates their marks."""

from dataclasses import dataclass
from datetime import date

from centremark.domain.history.ports import Ledger
from centremark.domain.prints.facts import SlipsRequested
from centremark.domain.prints.ports import Reports
from centremark.domain.prints.progress import KEPT, Link, Progress, ReportStatus, progress_without
from centremark.domain.prints.slips import Slips
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.errors import NothingToPrint, Point, ReviewDatePassed
from centremark.domain.shared.identifiers import SheetId
from centremark.domain.shared.ports import Clock
from centremark.domain.sheet.ports import Sheets
from centremark.usecases.prints.slips_model import slips_model, to_tell
from centremark.usecases.shared.london import day, today
from centremark.usecases.sheet.read_sheets import ReadSheet


@dataclass(frozen=True, slots=True)
class SlipsOrder:
    """The slips of a sheet's teaching group, or (None) of everyone on it, and the last day to ask for a review."""

    sheet: SheetId
    group: str | None
    review_by: date

    def at(self, version: int) -> Slips:
        """The slips of the sheet at a version."""
        return Slips(self.sheet, version, self.group, self.review_by)


@dataclass(frozen=True, slots=True)
class SlipsView:
    """How far slips are."""

    progress: Progress
    slips: Slips


@dataclass(frozen=True, slots=True)
class FindSlips:
    """How far the slips of a sheet's latest version are. Raises `NotFound`, `Forbidden`."""

    sheets: Sheets
    ledger: Ledger
    reports: Reports
    clock: Clock

    def __call__(self, order: SlipsOrder, actor: Actor) -> SlipsView:
        """Find the slips, or whether they are being made or failed."""
        actor.must(Permission.READ, order.sheet.centre)
        slips = order.at(self.sheets.get(order.sheet).version)
        return SlipsView(self.progress(slips), slips)

    def progress(self, slips: Slips) -> Progress:
        """How far these slips are."""
        now = self.clock()
        found = self.reports.find_slips(slips, now=now)
        if isinstance(found, Link):
            return Progress(ReportStatus.READY, found)
        return progress_without(found, self.ledger.slips_requests(slips, since=now - KEPT), now)


@dataclass(frozen=True, slots=True)
class RequestSlips:
    """Request slips of a sheet as it is now.

    Raises `NotFound`, `Forbidden`, `ReviewDatePassed`, `NothingToPrint`.
    """

    read_sheet: ReadSheet
    find: FindSlips
    ledger: Ledger
    clock: Clock

    def __call__(self, order: SlipsOrder, actor: Actor) -> None:
        """Record the request, which starts the print; while one is ready or being made, nothing new is printed."""
        view, now = self.read_sheet(order.sheet, actor), self.clock()
        if order.review_by < today(now):
            detail = f"{day(order.review_by)} has passed. Choose a day when candidates can still request a review."
            raise ReviewDatePassed(detail, (Point("/review_by", ReviewDatePassed.code, detail),))
        if not to_tell(view, order.group):
            who = f"Nobody in group {order.group}" if order.group else "No candidate"
            raise NothingToPrint(f"{who} has a mark, grade or absence yet. Enter them first.")
        slips = order.at(view.sheet.version)
        progress = self.find.progress(slips)
        if progress.may_be_asked_for:
            self.ledger.request_slips(
                SlipsRequested(
                    sheet=slips.sheet,
                    version=slips.version,
                    at=now,
                    by=actor.by(slips.sheet.centre),
                    attempt=progress.requests + 1,
                    group=slips.group,
                    review_by=slips.review_by,
                )
            )


@dataclass(frozen=True, slots=True)
class PrintSlips:
    """Build slips and send them to be printed.

    They show the sheet as it is now, even when the call is late or repeated; when nobody has an outcome any more
    nothing is printed. Raises `NotFound`.
    """

    read_sheet: ReadSheet
    reports: Reports

    def __call__(self, order: SlipsOrder) -> None:
        view = self.read_sheet.for_print(order.sheet)
        if to_tell(view, order.group):
            model = slips_model(view, order.group, order.review_by)
            self.reports.print_slips(order.at(view.sheet.version), model)
