"""Request, make and fetch the printable report of a sheet's marks."""

from dataclasses import dataclass

from centremark.domain.history.ports import Ledger
from centremark.domain.prints.facts import ReportRequested
from centremark.domain.prints.ports import Reports
from centremark.domain.prints.progress import KEPT, Link, Progress, ReportStatus, progress_without
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.identifiers import SheetId
from centremark.domain.shared.ports import Clock
from centremark.domain.sheet.ports import Sheets
from centremark.usecases.prints.report_model import report_model
from centremark.usecases.sheet.read_sheets import ReadSheet


@dataclass(frozen=True, slots=True)
class ReportView:
    """The report of a sheet as it is now."""

    progress: Progress
    draft: bool
    version: int


@dataclass(frozen=True, slots=True)
class FindReport:
    """How far the report of a sheet's latest version is. Raises `NotFound`, `Forbidden`."""

    sheets: Sheets
    ledger: Ledger
    reports: Reports
    clock: Clock

    def __call__(self, sheet_id: SheetId, actor: Actor) -> ReportView:
        """Find the report, or whether one is being made or failed."""
        actor.must(Permission.READ, sheet_id.centre)
        sheet, now = self.sheets.get(sheet_id), self.clock()
        sent, version = sheet.submission, sheet.print_version
        found = self.reports.find(sheet_id, version, draft=sent is None, now=now)
        if isinstance(found, Link):
            return ReportView(Progress(ReportStatus.READY, found), sent is None, version)
        requests = self.ledger.report_requests(sheet_id, version, since=now - KEPT)
        due = (sent.confirmed_at or sent.at) if sent else None
        return ReportView(progress_without(found, requests, now, by_itself=due), sent is None, version)


@dataclass(frozen=True, slots=True)
class RequestReport:
    """Request a print of a sheet as it is now. Raises `NotFound`, `Forbidden`."""

    find: FindReport
    ledger: Ledger
    clock: Clock

    def __call__(self, sheet_id: SheetId, actor: Actor) -> None:
        """Record the request, which starts the print; while one is ready or being made, nothing new is printed."""
        view = self.find(sheet_id, actor)
        if view.progress.may_be_asked_for:
            attempt = view.progress.requests + 1
            self.ledger.request_report(
                ReportRequested(
                    sheet=sheet_id, version=view.version, at=self.clock(), by=actor.by(sheet_id.centre), attempt=attempt
                )
            )


@dataclass(frozen=True, slots=True)
class PrintReport:
    """Build a sheet's report and send it to be printed.

    It shows the sheet as it is now, even when the call is late or repeated. Raises `NotFound`.
    """

    read_sheet: ReadSheet
    reports: Reports

    def __call__(self, sheet_id: SheetId) -> None:
        view = self.read_sheet.for_print(sheet_id)
        draft = view.sheet.submission is None
        self.reports.print(sheet_id, view.sheet.print_version, draft=draft, model=report_model(view))
