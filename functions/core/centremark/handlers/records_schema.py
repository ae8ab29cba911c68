"""Shapes of the routes that show what was submitted, the history and the report."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from centremark.domain.actor import Actor
from centremark.domain.catalogue import Assessment
from centremark.domain.facts import (
    AboutAmendment,
    AboutExtension,
    EntriesChanged,
    Fact,
    NoticeSent,
    RowChange,
    changes_of,
    submission_of,
)
from centremark.domain.mark_sheet import MarkSheet, Status
from centremark.domain.notices import Kind
from centremark.domain.prints import ReportStatus
from centremark.handlers.circumstances_schema import CircumstanceOut
from centremark.handlers.extensions_schema import MoreTimeOut
from centremark.handlers.schema import In, Out, OutcomeModel, SubmissionOut, outcome_out
from centremark.handlers.texts import DayIn, OneLine
from centremark.usecases.print_report import ReportView
from centremark.usecases.print_slips import SlipsView
from centremark.usecases.read_changes import ChangesView
from centremark.usecases.read_sheets import CentreView, HistoryView, status_seen


class SubmittedOut(SubmissionOut):
    """The latest submission of a sheet, and where the sheet stands since."""

    sheet_status: Status


class SubmissionsOut(Out):
    """What a centre has submitted in a series, latest first."""

    submissions: list[SubmittedOut]

    @classmethod
    def of(cls, view: CentreView, actor: Actor) -> "SubmissionsOut":
        """Write a centre's submissions as this actor sees them."""
        made = [
            SubmittedOut(**dict(SubmissionOut.of(sheet)), sheet_status=status_seen(sheet, actor, view.at))
            for sheet in view.sheets
            if sheet.submission
        ]
        return cls(submissions=sorted(made, key=lambda s: s.submitted_at, reverse=True))


class HistoryChange(Out):
    """What happened to one candidate's row; outcomes in words, null where there was none.

    `flag` says whether the mark was flagged or its flag lifted, null where neither; `carried_from` is the series a mark
    is carried forward from since, `circumstance` what is recorded since, with its reason where this fact recorded it.
    """

    candidate: str
    before: str | None
    after: str | None
    checked: bool
    flag: Literal["set", "lifted"] | None
    carried_from: str | None
    circumstance: CircumstanceOut | None


class NoticeOut(Out):
    """What someone was told by e-mail."""

    kind: Kind
    to: str


class HistoryEntry(Out):
    """One fact of a sheet's history.

    Where entries changed it numbers those `entered`, those whose entry was `corrected` and those `withdrawn`, and gives
    the board's `reason`. `other_centre` is where those withdrawn moved to, or those entered came from.
    """

    version: int
    at: datetime
    by: str
    channel: Literal["web", "api", "file", "board"]
    what: str
    changes: list[HistoryChange]
    submission: int | None
    amendment: int | None
    extension: MoreTimeOut | None
    entered: list[str]
    corrected: list[str]
    withdrawn: list[str]
    reason: str
    other_centre: str | None
    notice: NoticeOut | None

    @classmethod
    def of(cls, fact: Fact, assessment: Assessment) -> "HistoryEntry":
        """Write a fact."""
        scale, submission = assessment.scale, submission_of(fact)
        changes = [
            HistoryChange(
                candidate=change.candidate,
                before=scale.words(change.before.outcome) if change.before.outcome else None,
                after=scale.words(change.after.outcome) if change.after.outcome else None,
                checked=change.after.checked,
                flag=_flag(change),
                carried_from=change.after.carried,
                circumstance=CircumstanceOut.on(change.after, assessment),
            )
            for change in changes_of(fact)
        ]
        entries = fact if isinstance(fact, EntriesChanged) else None
        telling = fact.telling if isinstance(fact, NoticeSent) else None
        return cls(
            version=fact.version,
            at=fact.at,
            by=fact.by.name,
            channel=fact.by.channel.value,
            what=fact.NAME.partition(".")[0],
            changes=changes,
            submission=submission.number if submission else None,
            amendment=fact.amendment.number if isinstance(fact, AboutAmendment) else None,
            extension=MoreTimeOut.of(fact.extension) if isinstance(fact, AboutExtension) else None,
            entered=list(entries.entered) if entries else [],
            corrected=list(entries.corrected) if entries else [],
            withdrawn=[change.candidate for change in entries.withdrawn] if entries else [],
            reason=entries.reason if entries else "",
            other_centre=entries.other_centre if entries else None,
            notice=NoticeOut(kind=telling.kind, to=telling.name) if telling else None,
        )


def _flag(change: RowChange) -> Literal["set", "lifted"] | None:
    if change.before.flag == change.after.flag:
        return None
    return "set" if change.after.flag else "lifted"


class HistoryOut(Out):
    """A page of history, latest first; ask with `before` for the next, null at the end."""

    entries: list[HistoryEntry]
    before: str | None

    @classmethod
    def of(cls, view: HistoryView) -> "HistoryOut":
        """Write a page of a sheet's history."""
        return cls(entries=[HistoryEntry.of(fact, view.sheet.assessment) for fact in view.facts], before=view.before)


class ReportOut(Out):
    """How far the printed report of the sheet's latest version is; the link lasts a quarter of an hour.

    `failed_at` is when printing failed, if it did; ask again to have it tried again.
    """

    status: ReportStatus
    draft: bool
    version: int
    link: str | None
    expires_at: datetime | None
    failed_at: datetime | None

    @classmethod
    def of(cls, view: ReportView) -> "ReportOut":
        """Write a report's state."""
        link = view.progress.link
        return cls(
            status=view.progress.status,
            draft=view.draft,
            version=view.version,
            link=link.url if link else None,
            expires_at=link.expires_at if link else None,
            failed_at=view.progress.failed_at,
        )


class SlipsIn(In):
    """Which candidates to tell their marks, and the last day (in London) on which they may ask for a review."""

    group: Annotated[str, Field(max_length=50), OneLine] | None
    review_by: DayIn


class SlipsOut(Out):
    """How far the mark slips of the sheet's latest version are; the link lasts a quarter of an hour.

    `failed_at` is when printing failed, if it did; ask again to have it tried again.
    """

    status: ReportStatus
    version: int
    group: str | None
    review_by: date
    link: str | None
    expires_at: datetime | None
    failed_at: datetime | None

    @classmethod
    def of(cls, view: SlipsView) -> "SlipsOut":
        """Write slips' state."""
        link = view.progress.link
        return cls(
            status=view.progress.status,
            version=view.slips.version,
            group=view.slips.group,
            review_by=view.slips.review_by,
            link=link.url if link else None,
            expires_at=link.expires_at if link else None,
            failed_at=view.progress.failed_at,
        )


class ChangedRowOut(Out):
    """A row after a change."""

    candidate: str
    outcome: OutcomeModel | None
    checked: bool
    flagged: bool
    revision: int


class ChangeOut(Out):
    """One fact of one sheet; `reference` is the receipt where it is about a submission."""

    sheet: str
    version: int
    at: datetime
    by: str
    channel: Literal["web", "api", "file", "board"]
    what: str
    rows: list[ChangedRowOut]
    reference: str | None

    @classmethod
    def of(cls, sheet: MarkSheet, fact: Fact) -> "ChangeOut":
        """Write a fact."""
        submission = submission_of(fact)
        return cls(
            sheet=str(sheet.id),
            version=fact.version,
            at=fact.at,
            by=fact.by.name,
            channel=fact.by.channel.value,
            what=fact.NAME.partition(".")[0],
            rows=[
                ChangedRowOut(
                    candidate=change.candidate,
                    outcome=outcome_out(change.after.outcome),
                    checked=change.after.checked,
                    flagged=change.after.flag is not None,
                    revision=change.after.revision,
                )
                for change in changes_of(fact)
            ],
            reference=submission.reference if submission else None,
        )


class ChangesOut(Out):
    """What changed; ask with `since` for what comes after, at once when there is `more`."""

    changes: list[ChangeOut]
    since: str
    more: bool

    @classmethod
    def of(cls, view: ChangesView) -> "ChangesOut":
        """Write a page of changes."""
        return cls(changes=[ChangeOut.of(sheet, fact) for sheet, fact in view.facts], since=view.since, more=view.more)
