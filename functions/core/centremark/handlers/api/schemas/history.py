"""Shapes of submissions, histories and changes."""

from datetime import date, datetime
from typing import Literal

from centremark.domain.catalogue.catalogue import Assessment, EntryPart
from centremark.domain.notices.facts import NoticeSent
from centremark.domain.notices.notice import Kind
from centremark.domain.requests.facts import AboutRequest
from centremark.domain.requests.request import Wanted
from centremark.domain.shared.actor import Actor
from centremark.domain.sheet.amendment import Amendment
from centremark.domain.sheet.facts import (
    AboutAmendment,
    AboutExtension,
    EntriesChanged,
    Fact,
    SampleWorkCorrected,
    SheetRestored,
    changes_of,
    submission_of,
)
from centremark.domain.sheet.mark_sheet import MarkSheet, Status
from centremark.domain.sheet.row import RowChange, ZeroReason
from centremark.handlers.api.schemas.circumstances import CircumstanceOut
from centremark.handlers.api.schemas.criteria import CriterionChange, EnteredOut
from centremark.handlers.api.schemas.extensions import MoreTimeOut
from centremark.handlers.api.schemas.shared import Out, OutcomeModel, SubmissionOut, outcome_out
from centremark.usecases.history.read_changes import ChangesView
from centremark.usecases.history.read_history import HistoryView
from centremark.usecases.sheet.read_sheets import CentreView, status_seen


class SubmittedOut(SubmissionOut):
    """The latest submission of a sheet, and the sheet's status."""

    sheet_status: Status


class SubmissionsOut(Out):
    """What a centre has submitted in a series, latest first."""

    submissions: list[SubmittedOut]

    @classmethod
    def of(cls, view: CentreView, actor: Actor) -> "SubmissionsOut":
        made = [
            SubmittedOut(**dict(SubmissionOut.of(sheet)), sheet_status=status_seen(sheet, actor, view.at))
            for sheet in view.sheets
            if sheet.submission
        ]
        return cls(submissions=sorted(made, key=lambda s: s.submitted_at, reverse=True))


class HistoryChange(Out):
    """What happened to one candidate's row; outcomes in words and as they are entered, null where there was none.

    `checked` is the tick after the change, `was_checked` the one before.
    `flag` is true when the mark was flagged, false when the flag was removed, else null; `carried_from` is the series a
    mark is now carried forward from, `circumstance` what is now recorded, with its reason if this fact recorded it.
    `criteria` are those whose mark changed; `zero_reason` is why the mark is now 0, where somebody said so.
    `checker_note` is the note to the checker that was written, empty when it was removed, null when it did not change.
    """

    candidate: str
    before: str | None
    after: str | None
    checked: bool
    entered_before: EnteredOut
    entered_after: EnteredOut
    was_checked: bool
    flag: Literal["set", "lifted"] | None
    carried_from: str | None
    circumstance: CircumstanceOut | None
    criteria: list[CriterionChange]
    zero_reason: ZeroReason | None
    checker_note: str | None


class NoticeOut(Out):
    """An email that someone was sent."""

    kind: Kind
    to: str


class RequestOfHistory(Out):
    """What a colleague was asked for: teaching groups or (none) the whole sheet, by the centre's own date."""

    to: str
    groups: list[str]
    due: date


class AmendmentWhy(Out):
    """Why the centre requested an amendment, and the note on the decision, empty where there was none."""

    reason: str
    explanation: str
    note: str

    @classmethod
    def of(cls, amendment: Amendment) -> "AmendmentWhy":
        wanted, decided = amendment.wanted, amendment.decided
        return cls(reason=wanted.reason.slug, explanation=wanted.explanation, note=decided.note if decided else "")


class HistoryEntry(Out):
    """One fact of a sheet's history.

    For a change of entries it lists the numbers `entered`, `corrected` and `withdrawn`, and the board's `reason`.
    `corrections` says what was corrected for whom; older facts do not have it. `other_centre` is where those withdrawn
    moved to, or those entered came from. `why` is for amendments. When the board put earlier marks back
    (`SheetRestored`), `changes` are from the marks before to those put back, and `reason` is the board's; when the
    centre corrected what it had recorded as sent (`SampleWorkCorrected`), the centre's. `request` is what one colleague
    asked another.
    """

    version: int
    at: datetime
    by: str
    channel: Literal["web", "api", "file", "board"]
    what: str
    changes: list[HistoryChange]
    submission: int | None
    amendment: int | None
    why: AmendmentWhy | None
    extension: MoreTimeOut | None
    entered: list[str]
    corrected: list[str]
    corrections: dict[str, list[EntryPart]]
    withdrawn: list[str]
    reason: str
    other_centre: str | None
    notice: NoticeOut | None
    request: RequestOfHistory | None

    @property
    def candidates(self) -> set[str]:
        return {change.candidate for change in self.changes}.union(self.entered, self.corrected, self.withdrawn)

    @classmethod
    def of(cls, fact: Fact, assessment: Assessment) -> "HistoryEntry":
        scale, submission = assessment.scale, submission_of(fact)
        changes = [
            HistoryChange(
                candidate=change.candidate,
                before=scale.words(change.before.outcome) if change.before.outcome else None,
                after=scale.words(change.after.outcome) if change.after.outcome else None,
                checked=change.after.checked,
                entered_before=EnteredOut.on(change.before),
                entered_after=EnteredOut.on(change.after),
                was_checked=change.before.checked,
                flag=_flag(change),
                carried_from=change.after.carried,
                circumstance=CircumstanceOut.on(change.after, assessment),
                criteria=CriterionChange.all_in(change, assessment),
                zero_reason=change.after.zero and change.after.zero.reason,
                checker_note=_note(change),
            )
            for change in changes_of(fact)
        ]
        entries = fact if isinstance(fact, EntriesChanged) else None
        amendment = fact.amendment if isinstance(fact, AboutAmendment) else None
        telling = fact.telling if isinstance(fact, NoticeSent) else None
        return cls(
            version=fact.version,
            at=fact.at,
            by=fact.by.name,
            channel=fact.by.channel.value,
            what=fact.NAME.partition(".")[0],
            changes=changes,
            submission=submission.number if submission else None,
            amendment=amendment.number if amendment else None,
            why=AmendmentWhy.of(amendment) if amendment else None,
            extension=MoreTimeOut.of(fact.extension) if isinstance(fact, AboutExtension) else None,
            entered=list(entries.entered) if entries else [],
            corrected=list(entries.corrected) if entries else [],
            corrections={candidate: list(parts) for candidate, parts in entries.parts.items()} if entries else {},
            withdrawn=[change.candidate for change in entries.withdrawn] if entries else [],
            reason=fact.reason if isinstance(fact, EntriesChanged | SheetRestored | SampleWorkCorrected) else "",
            other_centre=entries.other_centre if entries else None,
            notice=NoticeOut(kind=telling.kind, to=telling.name) if telling else None,
            request=_request(fact.request.wanted) if isinstance(fact, AboutRequest) else None,
        )


def _request(wanted: Wanted) -> RequestOfHistory:
    return RequestOfHistory(to=wanted.to.name, groups=list(wanted.groups), due=wanted.due)


def _note(change: RowChange) -> str | None:
    if change.before.note == change.after.note:
        return None
    return change.after.note.text if change.after.note else ""


def _flag(change: RowChange) -> Literal["set", "lifted"] | None:
    if change.before.flag == change.after.flag:
        return None
    return "set" if change.after.flag else "lifted"


class HistoryOut(Out):
    """A page of history, latest first; ask with `before` for the next, null at the end.

    `names` are the names of the candidates on the page, as the list of candidates has them now.
    """

    entries: list[HistoryEntry]
    names: dict[str, str]
    before: str | None

    @classmethod
    def of(cls, view: HistoryView) -> "HistoryOut":
        entries = [HistoryEntry.of(fact, view.sheet.assessment) for fact in view.facts]
        numbers = {number for entry in entries for number in entry.candidates}
        names: dict[str, str] = {
            number: candidate.name for number, candidate in sorted(view.roster.items()) if number in numbers
        }
        return cls(entries=entries, names=names, before=view.before)


class ChangedRowOut(Out):
    """A row after a change."""

    candidate: str
    outcome: OutcomeModel | None
    checked: bool
    flagged: bool
    revision: int
    criteria: list[int | None]
    zero_reason: ZeroReason | None


class ChangeOut(Out):
    """One fact of one sheet; `reference` is the receipt of the submission it is about, if any."""

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
                    criteria=list(change.after.criteria),
                    zero_reason=change.after.zero and change.after.zero.reason,
                )
                for change in changes_of(fact)
            ],
            reference=submission.reference if submission else None,
        )


class ChangesOut(Out):
    """What changed; ask with `since` for what follows, at once when there is `more`."""

    changes: list[ChangeOut]
    since: str
    more: bool

    @classmethod
    def of(cls, view: ChangesView) -> "ChangesOut":
        return cls(changes=[ChangeOut.of(sheet, fact) for sheet, fact in view.facts], since=view.since, more=view.more)
