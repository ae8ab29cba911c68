"""Decisions of moderation: each gives the sheet's next version and the fact that made it.

Source: OCR and JCQ: moderation cannot begin until all the centre's marks for the assessment are in, and for a
consortium until every centre's are.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from centremark.domain.moderation.sample import replacement
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.errors import (
    AmendmentOpen,
    CarriedForward,
    Conflict,
    ModerationFinished,
    ModerationNotStarted,
    NotConfirmed,
    NotFound,
)
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.shared.outcomes import Grade, GradeScale, Mark, Outcome
from centremark.domain.sheet.facts import (
    ModerationOutcomeRecorded,
    ModerationStarted,
    SampleRequested,
    SampleWorkCorrected,
    SampleWorkLost,
    SampleWorkSent,
)
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.moderation import (
    Method,
    Moderation,
    ModerationOutcome,
    Moderator,
    SampledWork,
    Why,
    WorkState,
)
from centremark.domain.sheet.row import Row


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the board moderates: who does it, how the work is seen, and how many working days a centre has to send it."""

    moderator: Moderator
    method: Method
    working_days: int


def attainment(sheet: MarkSheet) -> Mapping[CandidateNumber, int]:
    """Rank candidates for the draw: by mark above 0, or by grade from the lowest, which is 1.

    Absent candidates, marks of 0, work that cannot be seen and marks carried forward, whose work the board saw in an
    earlier series, are left out.
    """
    scale = sheet.assessment.scale
    grades = [*scale.grades][::-1] if isinstance(scale, GradeScale) else []
    found: dict[CandidateNumber, int] = {}
    for candidate, row in sheet.sent.items():
        if row.carried or not _can_be_seen(sheet, row):
            continue
        match row.outcome:
            case Mark(value) if value:
                found[candidate] = value
            case Grade(letter):
                found[candidate] = grades.index(letter) + 1
            case _:
                pass
    return found


def _can_be_seen(sheet: MarkSheet, row: Row) -> bool:
    kind = sheet.assessment.circumstances.get(row.circumstance.code) if row.circumstance else None
    return kind is None or kind.sampled


def begin(sheet: MarkSheet, moderation: Moderation) -> tuple[MarkSheet, ModerationStarted | None]:
    """Start moderation: from now on the board decides on amendments. Starting again changes nothing.

    Raises `NotConfirmed`.
    """
    if sheet.moderation:
        return sheet, None
    must_be_confirmed(sheet)
    begun, started = _with(sheet, moderation), moderation.started
    return begun, ModerationStarted(
        sheet=sheet.id, version=begun.version, at=started.at, by=started.by, moderation=moderation
    )


class Lack(StrEnum):
    """What a centre still has to do before moderation can begin."""

    ENTRIES = "entries"
    SUBMISSION = "submission"
    LATE_MARKS = "late marks"
    CONFIRMATION = "confirmation"

    @classmethod
    def of(cls, sheet: MarkSheet) -> "Lack | None":
        """What a sheet still lacks, or None when the board holds all of its marks."""
        if sheet.is_confirmed:
            return cls.LATE_MARKS if sheet.late else None
        if sheet.submission is None:
            return cls.SUBMISSION if sheet.rows else cls.ENTRIES
        return cls.CONFIRMATION


def must_be_confirmed(sheet: MarkSheet) -> None:
    """Raise `NotConfirmed`, which names the centre, unless the board holds every mark of the sheet."""
    if Lack.of(sheet):
        standing = "waiting for late entries" if sheet.late else sheet.status
        raise NotConfirmed(
            f"Moderation of {sheet.id.assessment} can start when all the marks are confirmed. The marks of centre "
            f"{sheet.id.centre} are {standing}."
        )


def request_sample(
    sheet: MarkSheet, drawn: Mapping[CandidateNumber, Why], pool: int, due: date, attribution: Attribution
) -> tuple[MarkSheet, SampleRequested | None]:
    """Request the work of the candidates drawn at this centre; those already in the sample stay as they are.

    Raises `ModerationNotStarted`, `ModerationFinished`.
    """
    moderation = _going_on(sheet, attribution.at)
    held = {work.candidate for work in moderation.sample}
    added = tuple(SampledWork(candidate, why) for candidate, why in drawn.items() if candidate not in held)
    if not added and moderation.due:
        return sheet, None
    asked = replace(moderation, pool=pool, due=due, sample=(*moderation.sample, *added))
    changed = _with(sheet, asked)
    return changed, SampleRequested(
        sheet=sheet.id, version=changed.version, at=attribution.at, by=attribution.by, moderation=asked
    )


def note_sent(
    sheet: MarkSheet, candidates: Collection[CandidateNumber], attribution: Attribution
) -> tuple[MarkSheet, SampleWorkSent | None]:
    """Record that these candidates' work was sent; work already recorded as sent is not changed.

    Raises `ModerationNotStarted` (their work was not requested), `ModerationFinished`.
    """
    moderation = _going_on(sheet, attribution.at)
    _must_be_sampled(moderation, candidates)
    sent = {
        work.candidate: replace(work, state=WorkState.SENT, attribution=attribution)
        for work in moderation.sample
        if work.candidate in candidates and work.state is WorkState.ASKED
    }
    if not sent:
        return sheet, None
    noted = _with_works(moderation, sent)
    changed = _with(sheet, noted)
    return changed, SampleWorkSent(
        sheet=sheet.id, version=changed.version, at=attribution.at, by=attribution.by, moderation=noted
    )


@dataclass(frozen=True, slots=True)
class Correction:
    """What was really so with work that was recorded as sent, and why the record was wrong."""

    sent: bool
    reason: str


def correct_sent(
    sheet: MarkSheet, candidates: Collection[CandidateNumber], correction: Correction, attribution: Attribution
) -> tuple[MarkSheet, SampleWorkCorrected | None]:
    """Correct work recorded as sent: how it was sent (the attribution's note), or that it was not sent after all.

    Work not sent is requested as before, unless the candidate was withdrawn meanwhile.

    Raises `ModerationNotStarted` (their work was not requested), `ModerationFinished`, `Conflict` (not recorded as
    sent).
    """
    moderation = _going_on(sheet, attribution.at)
    _must_be_sampled(moderation, candidates)
    works = [work for work in moderation.sample if work.candidate in candidates]
    for work in works:
        if work.state is not WorkState.SENT:
            raise Conflict(
                f"Candidate {work.candidate}'s work is not recorded as sent, so there is nothing to correct."
            )
    if correction.sent:
        works = [work for work in works if work.attribution is None or work.attribution.note != attribution.note]
    if not works:
        return sheet, None
    corrected = _with_works(
        moderation, {work.candidate: _corrected(sheet, work, correction, attribution) for work in works}
    )
    changed = _with(sheet, corrected)
    return changed, SampleWorkCorrected(
        sheet=sheet.id,
        version=changed.version,
        at=attribution.at,
        by=attribution.by,
        moderation=corrected,
        reason=correction.reason,
    )


def _corrected(sheet: MarkSheet, work: SampledWork, correction: Correction, attribution: Attribution) -> SampledWork:
    if correction.sent:
        return replace(work, attribution=attribution)
    state = WorkState.ASKED if work.candidate in sheet.rows else WorkState.WITHDRAWN
    return replace(work, state=state, attribution=replace(attribution, note=correction.reason))


def note_lost(
    sheet: MarkSheet, candidate: CandidateNumber, attribution: Attribution
) -> tuple[MarkSheet, SampleWorkLost | None]:
    """Record that a candidate's work is lost; the nearest mark outside the sample, if any, replaces it.

    Raises `ModerationNotStarted` (the work was not requested), `ModerationFinished`, `Conflict` (it was sent, or the
    candidate withdrawn).
    """
    moderation = _going_on(sheet, attribution.at)
    _must_be_sampled(moderation, (candidate,))
    [work] = [work for work in moderation.sample if work.candidate == candidate]
    if work.state is WorkState.LOST:
        return sheet, None
    if work.state is WorkState.SENT:
        raise Conflict(f"Candidate {candidate}'s work was recorded as sent. Contact the board if it did not arrive.")
    if work.state is WorkState.WITHDRAWN:
        raise Conflict(f"Candidate {candidate} was withdrawn. Their work is no longer needed.")
    lost = _with_works(moderation, {candidate: replace(work, state=WorkState.LOST, attribution=attribution)})
    taken = [work.candidate for work in moderation.sample]
    stands_in = replacement(candidate, taken, {candidate: 0, **attainment(sheet)}, moderation.seed)
    if stands_in:
        lost = replace(lost, sample=(*lost.sample, SampledWork(stands_in, Why.REPLACEMENT, candidate)))
    changed = _with(sheet, lost)
    return changed, SampleWorkLost(
        sheet=sheet.id, version=changed.version, at=attribution.at, by=attribution.by, moderation=lost
    )


def record_outcome(
    sheet: MarkSheet,
    adjusted: Mapping[CandidateNumber, Outcome],
    release_at: datetime,
    attribution: Attribution,
) -> tuple[MarkSheet, ModerationOutcomeRecorded]:
    """Record what moderation found; until its release it can be recorded again. Centre marks stay as they are.

    The version does not change, and the centre may do the same things as before until the release, so it cannot tell
    that there is an outcome.

    Raises `ModerationNotStarted`, `ModerationFinished` (released), `AmendmentOpen`, `NotFound` (no such candidate),
    `CarriedForward`, `OutcomeRefused`.
    """
    moderation = _started(sheet)
    if moderation.released(attribution.at):
        raise ModerationFinished("The centre has seen the outcome, so it can no longer change.")
    if moderation.due is None:
        raise ModerationNotStarted("No sample has been requested yet, so there is no outcome to record.")
    if waiting := [amendment.number for amendment in sheet.amendments if amendment.is_open]:
        raise AmendmentOpen(f"Amendment {waiting[0]} has not been decided. Accept or decline it first.")
    for candidate, outcome in adjusted.items():
        if candidate not in sheet.rows:
            raise NotFound(f"Candidate {candidate} is not entered for {sheet.assessment.code}.")
        if series := sheet.rows[candidate].carried:
            raise CarriedForward(candidate, series.words)
        sheet.assessment.scale.must_have(outcome)
    recorded = replace(
        moderation,
        outcome=ModerationOutcome(tuple(sorted(adjusted.items())), attribution, release_at),
    )
    changed = replace(sheet, moderation=recorded, outcomes=sheet.outcomes + 1)
    return changed, ModerationOutcomeRecorded(
        sheet=sheet.id,
        version=sheet.version,
        at=attribution.at,
        by=attribution.by,
        moderation=recorded,
        number=changed.outcomes,
    )


def _started(sheet: MarkSheet) -> Moderation:
    if sheet.moderation is None:
        raise ModerationNotStarted("The board has not started moderating these marks.")
    return sheet.moderation


def _going_on(sheet: MarkSheet, at: datetime) -> Moderation:
    moderation = _started(sheet)
    if moderation.released(at):
        raise ModerationFinished("Moderation of these marks has ended.")
    return moderation


def _must_be_sampled(moderation: Moderation, candidates: Iterable[CandidateNumber]) -> None:
    sampled = {work.candidate for work in moderation.sample}
    if strangers := sorted(set(candidates) - sampled):
        raise ModerationNotStarted(f"The board has not requested candidate {strangers[0]}'s work.")


def _with_works(moderation: Moderation, works: Mapping[CandidateNumber, SampledWork]) -> Moderation:
    return replace(moderation, sample=tuple(works.get(work.candidate, work) for work in moderation.sample))


def _with(sheet: MarkSheet, moderation: Moderation) -> MarkSheet:
    return replace(sheet, moderation=moderation, version=sheet.version + 1)
