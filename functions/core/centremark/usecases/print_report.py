"""Ask for, assemble and fetch the printable report of a sheet's marks."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

from centremark.domain.actor import Actor, Permission
from centremark.domain.facts import ReportRequested
from centremark.domain.ports import Clock, Ledger, Link, Reports, Sheets
from centremark.domain.values import SheetId
from centremark.usecases.read_sheets import ReadSheet
from centremark.usecases.report_model import report_model

KEPT: Final = timedelta(days=7)
"""How long a print that can be asked for again is kept: drafts and slips."""


class ReportStatus(StrEnum):
    """How far a report is."""

    NONE = "none"
    PREPARING = "preparing"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class ReportView:
    """The report of a sheet as it stands now; `link` only when it is ready."""

    status: ReportStatus
    draft: bool
    version: int
    link: Link | None


@dataclass(frozen=True, slots=True)
class FindReport:
    """How far the report of a sheet's latest version is. Raises `NotFound`, `Forbidden`."""

    sheets: Sheets
    ledger: Ledger
    reports: Reports
    clock: Clock

    def __call__(self, sheet_id: SheetId, actor: Actor) -> ReportView:
        """Find the report, or say whether one is on its way."""
        actor.must(Permission.READ, sheet_id.centre)
        sheet = self.sheets.get(sheet_id)
        draft = sheet.submission is None
        now = self.clock()
        link = self.reports.link(sheet_id, sheet.print_version, draft=draft, now=now)
        if link:
            return ReportView(ReportStatus.READY, draft, sheet.print_version, link)
        coming = not draft or self.ledger.report_requested(sheet_id, sheet.print_version, since=now - KEPT)
        return ReportView(ReportStatus.PREPARING if coming else ReportStatus.NONE, draft, sheet.print_version, None)


@dataclass(frozen=True, slots=True)
class RequestReport:
    """Ask for a print of a sheet as it stands now. Raises `NotFound`, `Forbidden`."""

    sheets: Sheets
    ledger: Ledger
    clock: Clock

    def __call__(self, sheet_id: SheetId, actor: Actor) -> None:
        """Note who asked; the print follows, and asking again while it is kept prints nothing new."""
        actor.must(Permission.READ, sheet_id.centre)
        sheet, now = self.sheets.get(sheet_id), self.clock()
        if not self.ledger.report_requested(sheet_id, sheet.print_version, since=now - KEPT):
            self.ledger.request_report(
                ReportRequested(sheet=sheet_id, version=sheet.print_version, at=now, by=actor.by)
            )


@dataclass(frozen=True, slots=True)
class PrintReport:
    """Assemble a sheet's report and send it to be printed.

    It shows the sheet as it is now, so a late or repeated call prints what is true. Raises `NotFound`.
    """

    read_sheet: ReadSheet
    reports: Reports

    def __call__(self, sheet_id: SheetId) -> None:
        """Print the latest version."""
        view = self.read_sheet.for_print(sheet_id)
        draft = view.sheet.submission is None
        self.reports.print(sheet_id, view.sheet.print_version, draft=draft, model=report_model(view))
