"""Decisions about amendments: each gives the sheet's next version and the fact that made it.

Source: OCR, *Amendment to centre marks*: before moderation starts an amendment is simply made; after, the board decides
and may ask for the candidate's work. Nothing is overwritten: each amendment makes a new submission beside those before.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from centremark.domain.shared.actor import By
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.errors import (
    AmendmentClosed,
    AmendmentRefused,
    CarriedForward,
    ModerationFinished,
    NotFound,
    NotSubmitted,
    OutcomeRefused,
    Point,
)
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.shared.outcomes import Mark
from centremark.domain.shared.text import is_blank
from centremark.domain.sheet.amendment import (
    AmendedMark,
    Amendment,
    AmendmentState,
    Reason,
    Wanted,
    WorkAsked,
    WorkWanted,
)
from centremark.domain.sheet.facts import (
    AmendmentApplied,
    AmendmentDeclined,
    AmendmentRequested,
    AmendmentWithdrawn,
    AmendmentWorkRequested,
    AmendmentWorkSent,
)
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.row import ExplainedZero, RowChange, ZeroReason
from centremark.domain.sheet.sealing import Sending
from centremark.domain.sheet.submission import Submission

FEWEST_WORDS: Final = 3
"""Of an explanation: one letter says nothing."""


def request_amendment(
    sheet: MarkSheet, wanted: Wanted, by: By, at: datetime
) -> tuple[MarkSheet, AmendmentRequested | AmendmentApplied]:
    """Ask for an amendment: it applies at once before moderation has started, and waits for the board after.

    Raises `NotSubmitted`, `ModerationFinished` (released), `AmendmentRefused`.
    """
    _submission_of(sheet)
    if sheet.moderation and sheet.moderation.released(at):
        raise ModerationFinished(
            "Moderation of these marks has ended. Contact the board about enquiries after results."
        )
    if points := tuple(_points(sheet, wanted)):
        raise AmendmentRefused(points)
    amendment = Amendment(len(sheet.amendments) + 1, wanted, Attribution(by, at))
    asked = replace(sheet, amendments=(*sheet.amendments, amendment))
    if sheet.moderation is None:
        return _apply(asked, amendment, by, at)
    asked = replace(asked, version=sheet.version + 1)
    return asked, AmendmentRequested(sheet=sheet.id, version=asked.version, at=at, by=by, amendment=amendment)


def accept(sheet: MarkSheet, number: int, note: str, by: By, at: datetime) -> tuple[MarkSheet, AmendmentApplied | None]:
    """Let the board accept an amendment and apply it to the sheet; accepting it again changes nothing.

    Raises `NotFound`, `AmendmentClosed`.
    """
    amendment = amendment_of(sheet, number)
    if amendment.state is AmendmentState.APPLIED:
        return sheet, None
    return _apply(sheet, _open(amendment), by, at, note)


def decline(
    sheet: MarkSheet, number: int, note: str, by: By, at: datetime
) -> tuple[MarkSheet, AmendmentDeclined | None]:
    """Let the board decline an amendment; the marks stay. Declining it again changes nothing.

    Raises `NotFound`, `AmendmentClosed`.
    """
    amendment = amendment_of(sheet, number)
    if amendment.state is AmendmentState.DECLINED:
        return sheet, None
    ended = replace(_open(amendment), state=AmendmentState.DECLINED, decided=Attribution(by, at, note))
    changed = _with(sheet, ended)
    return changed, AmendmentDeclined(sheet=sheet.id, version=changed.version, at=at, by=by, amendment=ended)


def withdraw(sheet: MarkSheet, number: int, by: By, at: datetime) -> tuple[MarkSheet, AmendmentWithdrawn | None]:
    """Withdraw a request that is still open; withdrawing it again changes nothing.

    Raises `NotFound`, `AmendmentClosed`.
    """
    amendment = amendment_of(sheet, number)
    if amendment.state is AmendmentState.WITHDRAWN:
        return sheet, None
    ended = replace(_open(amendment), state=AmendmentState.WITHDRAWN, decided=Attribution(by, at))
    changed = _with(sheet, ended)
    return changed, AmendmentWithdrawn(sheet=sheet.id, version=changed.version, at=at, by=by, amendment=ended)


def ask_for_work(
    sheet: MarkSheet, number: int, wanted: WorkWanted, by: By, at: datetime
) -> tuple[MarkSheet, AmendmentWorkRequested]:
    """Request the work of some of an amendment's candidates; a later request replaces the earlier one.

    Raises `NotFound`, `AmendmentClosed`, `AmendmentRefused` (a candidate the amendment is not about).
    """
    amendment = _open(amendment_of(sheet, number))
    about = {mark.candidate for mark in amendment.wanted.marks}
    if strangers := [candidate for candidate in wanted.candidates if candidate not in about]:
        detail = f"Candidate {strangers[0]} is not in amendment {number}."
        raise AmendmentRefused((Point("/candidates", "not-in-amendment", detail),))
    changed = _with(sheet, replace(amendment, work=WorkAsked(wanted, Attribution(by, at))))
    return changed, AmendmentWorkRequested(
        sheet=sheet.id, version=changed.version, at=at, by=by, amendment=amendment_of(changed, number)
    )


def note_work_sent(
    sheet: MarkSheet, number: int, note: str, by: By, at: datetime
) -> tuple[MarkSheet, AmendmentWorkSent | None]:
    """Record that the work the board asked for was sent; recording it again changes nothing.

    Raises `NotFound` (no such amendment, or no work was asked for), `AmendmentClosed`.
    """
    amendment = _open(amendment_of(sheet, number))
    if amendment.work is None:
        raise NotFound(f"The board has not requested work for amendment {number}.")
    if amendment.work.sent:
        return sheet, None
    changed = _with(sheet, replace(amendment, work=replace(amendment.work, sent=Attribution(by, at, note))))
    return changed, AmendmentWorkSent(
        sheet=sheet.id, version=changed.version, at=at, by=by, amendment=amendment_of(changed, number)
    )


def amendment_of(sheet: MarkSheet, number: int) -> Amendment:
    """Find one of a sheet's amendments by its number; raises `NotFound`."""
    if not 1 <= number <= len(sheet.amendments):
        raise NotFound(f"There is no amendment {number} of these marks.")
    return sheet.amendments[number - 1]


def _apply(
    sheet: MarkSheet, amendment: Amendment, by: By, at: datetime, note: str = ""
) -> tuple[MarkSheet, AmendmentApplied]:
    before = _submission_of(sheet)
    ended = replace(amendment, state=AmendmentState.APPLIED, decided=Attribution(by, at, note))
    giver = amendment.asked.by
    changes = tuple(_change(sheet, mark, amendment) for mark in amendment.wanted.marks)
    amended = {change.candidate: change.after for change in changes}
    rows = {**sheet.rows, **amended}
    number = before.number + 1
    submission, document = Sending(
        sheet.id, {**sheet.sent, **amended}, number, giver.name, at, before.late, sheet.version + 1, ended.number
    ).sealed()
    changed = replace(_with(sheet, ended), rows=rows, submission=submission, people=sheet.people_of(rows, giver))
    return changed, AmendmentApplied(
        sheet=sheet.id,
        version=changed.version,
        at=at,
        by=by,
        amendment=ended,
        changes=changes,
        submission=submission,
        document=document,
    )


def _change(sheet: MarkSheet, mark: AmendedMark, amendment: Amendment) -> RowChange:
    """Give a candidate the amended outcome, without marks for criteria, which add up to the one before."""
    row, by = sheet.rows[mark.candidate], amendment.asked.by
    not_authentic = mark.after == Mark(0) and amendment.wanted.reason is Reason.NOT_AUTHENTIC
    after = replace(
        row,
        outcome=mark.after,
        checked=True,
        revision=row.revision + 1,
        entered_by=by.id,
        criteria=(),
        zero=ExplainedZero(ZeroReason.NOT_AUTHENTICATED, by.id) if not_authentic else None,
    )
    return RowChange(mark.candidate, row, after)


def _with(sheet: MarkSheet, amendment: Amendment) -> MarkSheet:
    amendments = tuple(amendment if a.number == amendment.number else a for a in sheet.amendments)
    return replace(sheet, amendments=amendments, version=sheet.version + 1)


def _submission_of(sheet: MarkSheet) -> Submission:
    if sheet.submission is None:
        raise NotSubmitted("These marks are not submitted yet. Change them on the mark sheet.")
    return sheet.submission


def _open(amendment: Amendment) -> Amendment:
    if not amendment.is_open:
        raise AmendmentClosed(f"Amendment {amendment.number} was {amendment.state}. Request a new one.")
    return amendment


def _points(sheet: MarkSheet, wanted: Wanted) -> Iterator[Point]:
    waiting = {mark.candidate for a in sheet.amendments if a.is_open for mark in a.wanted.marks}
    seen: set[CandidateNumber] = set()
    if not wanted.marks:
        yield Point("/marks", "nothing-to-amend", "Choose at least one candidate.")
    if sum(not is_blank(word) for word in wanted.explanation.split()) < FEWEST_WORDS:
        yield Point("/explanation", "explanation-missing", "Explain what was wrong, in at least three words.")
    if is_blank(wanted.approved_by):
        yield Point("/approved_by", "approval-missing", "Name the person at the centre who approved the amendment.")
    for place, mark in enumerate(wanted.marks):
        for code, detail in _objections(sheet, mark, waiting, seen):
            yield Point(f"/marks/{place}", code, detail)
        seen.add(mark.candidate)


def _objections(
    sheet: MarkSheet, mark: AmendedMark, waiting: set[CandidateNumber], seen: set[CandidateNumber]
) -> Iterator[tuple[str, str]]:
    """Say what prevents amending one candidate: the first problem found, or nothing."""
    row, who = sheet.rows.get(mark.candidate), f"Candidate {mark.candidate}"
    if mark.candidate in seen:
        yield "candidate-repeated", f"{who} appears twice in this amendment."
    elif row is None:
        yield "candidate-not-entered", f"{who} is not entered for {sheet.assessment.code}."
    elif mark.candidate in sheet.late:
        yield "not-submitted", f"{who}'s mark is not submitted yet. Change it on the mark sheet."
    elif row.carried:
        yield CarriedForward.code, str(CarriedForward(mark.candidate, row.carried.words))
    elif mark.candidate in waiting:
        yield (
            "amendment-pending",
            f"{who} has an amendment that the board has not decided yet. Withdraw that one first.",
        )
    elif mark.before != row.outcome:
        yield "amended-meanwhile", f"{who}'s mark has changed since you saw it. Check it again."
    elif mark.after == row.outcome:
        yield "nothing-to-amend", f"{who} already has that mark."
    else:
        try:
            sheet.assessment.scale.must_have(mark.after)
        except OutcomeRefused as refusal:
            yield refusal.code, f"{refusal}."
