"""Every submission of a sheet, and one as it was sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from centremark.domain.catalogue.catalogue import Roster
from centremark.domain.catalogue.ports import Rosters
from centremark.domain.history.ports import Ledger, OfSubmission
from centremark.domain.prints.kinds import Report
from centremark.domain.prints.ports import Prints
from centremark.domain.prints.progress import Link
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.errors import NotFound
from centremark.domain.shared.identifiers import SheetId
from centremark.domain.shared.ports import Clock
from centremark.domain.sheet.facts import MarksConfirmed
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.ports import Sheets
from centremark.domain.sheet.sealing import SentMarks, marks_in
from centremark.domain.sheet.submission import Submission


@dataclass(frozen=True, slots=True)
class SubmissionsView:
    """A sheet and its submissions, latest first, each as it was last: confirmed if the board confirmed it."""

    sheet: MarkSheet
    submissions: Sequence[Submission]


@dataclass(frozen=True, slots=True)
class SubmissionView:
    """One submission of a sheet as it was sent, and the report that was printed of it, if one was.

    `roster` is the list of candidates as it is now, including those withdrawn: documents have no names.
    """

    sheet: MarkSheet
    roster: Roster
    submission: Submission
    sent: SentMarks
    report: Link | None


@dataclass(frozen=True, slots=True)
class ReadSubmissions:
    """Read the submissions of a sheet, those that were replaced too. Raises `NotFound`, `Forbidden`."""

    sheets: Sheets
    rosters: Rosters
    ledger: Ledger
    prints: Prints
    clock: Clock

    def every(self, sheet_id: SheetId, actor: Actor) -> SubmissionsView:
        """Read all of them, latest first."""
        actor.must(Permission.READ, sheet_id.centre)
        sheet = self.sheets.get(sheet_id)
        latest: dict[int, Submission] = {}
        for fact in self._facts(sheet):
            latest.setdefault(fact.submission.number, fact.submission)
        return SubmissionsView(sheet, list(latest.values()))

    def one(self, sheet_id: SheetId, number: int, actor: Actor) -> SubmissionView:
        """Read one by its number; its report is the one printed when it was confirmed, or else when it was made."""
        actor.must(Permission.READ, sheet_id.centre)
        sheet = self.sheets.get(sheet_id)
        facts = [fact for fact in self._facts(sheet) if fact.submission.number == number]
        documents = [fact.document for fact in facts if not isinstance(fact, MarksConfirmed)]
        if not documents:
            raise NotFound(f"These marks have no submission {number}.")
        report = next(filter(None, (self._report(sheet_id, fact.submission.version) for fact in facts)), None)
        return SubmissionView(sheet, self.rosters.get(sheet_id), facts[0].submission, marks_in(documents[0]), report)

    def _facts(self, sheet: MarkSheet) -> Sequence[OfSubmission]:
        return self.ledger.of_submissions(sheet.id) if sheet.submission else ()

    def _report(self, sheet: SheetId, version: int) -> Link | None:
        found = self.prints.find(Report(sheet, version, draft=False), now=self.clock())
        return found if isinstance(found, Link) else None
