"""Request, make and fetch the prints of a sheet: its report, and candidates' mark slips."""

from dataclasses import dataclass

from centremark.domain.history.ports import Ledger
from centremark.domain.prints.facts import print_requested
from centremark.domain.prints.kinds import Print
from centremark.domain.prints.ports import Prints
from centremark.domain.prints.progress import KEPT, Link, Progress, ReportStatus, progress_without
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.ports import Clock
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.ports import Sheets
from centremark.usecases.prints.orders import Order
from centremark.usecases.sheet.read_sheets import ReadSheet


@dataclass(frozen=True, slots=True)
class PrintView[P: Print]:
    """How far a print of a sheet as it is now is."""

    wanted: P
    progress: Progress


@dataclass(frozen=True, slots=True)
class FindPrint:
    """How far a print of a sheet's latest version is. Raises `NotFound`, `Forbidden`."""

    sheets: Sheets
    ledger: Ledger
    prints: Prints
    clock: Clock

    def __call__[P: Print](self, order: Order[P], actor: Actor) -> PrintView[P]:
        """Find the print, or whether it is being made or failed."""
        actor.must(Permission.READ, order.sheet.centre)
        return self.of(order, self.sheets.get(order.sheet))

    def of[P: Print](self, order: Order[P], sheet: MarkSheet) -> PrintView[P]:
        """How far the print of a sheet that was read already is."""
        wanted, now = order.of(sheet), self.clock()
        found = self.prints.find(wanted, now=now)
        if isinstance(found, Link):
            return PrintView(wanted, Progress(ReportStatus.READY, found))
        requests = self.ledger.print_requests(wanted, since=now - KEPT)
        return PrintView(wanted, progress_without(found, requests, now, by_itself=order.due(sheet)))


@dataclass(frozen=True, slots=True)
class RequestPrint:
    """Request a print of a sheet as it is now.

    Raises `NotFound`, `Forbidden`; of slips also `ReviewDatePassed`, `NothingToPrint`.
    """

    read_sheet: ReadSheet
    find: FindPrint
    ledger: Ledger

    def __call__[P: Print](self, order: Order[P], actor: Actor) -> None:
        """Record the request, which starts the print; while one is ready or being made, nothing new is printed."""
        view = self.read_sheet(order.sheet, actor)
        order.must_be_printable(view)
        found = self.find.of(order, view.sheet)
        if found.progress.may_be_asked_for:
            by, attempt = actor.by(order.sheet.centre), found.progress.requests + 1
            self.ledger.request_print(print_requested(found.wanted, view.at, by, attempt))


@dataclass(frozen=True, slots=True)
class MakePrint:
    """Build a print of a sheet and send it to be printed.

    It shows the sheet as it is now, even when the call is late or repeated; when there is nothing to print any more
    nothing is printed. Raises `NotFound`.
    """

    read_sheet: ReadSheet
    prints: Prints

    def __call__[P: Print](self, order: Order[P]) -> None:
        view = self.read_sheet.for_print(order.sheet)
        if model := order.model(view):
            self.prints.print(order.of(view.sheet), model)
