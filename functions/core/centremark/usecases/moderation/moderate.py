"""Moderation: the board starts it, draws the sample and records the outcome; the centre sends the work."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from centremark.domain.board.board_line import BoardLine
from centremark.domain.board.ports import Overview
from centremark.domain.catalogue.catalogue import Centre
from centremark.domain.catalogue.ports import Catalogue
from centremark.domain.moderation import decisions as moderating
from centremark.domain.moderation.decisions import Arrangement, Correction
from centremark.domain.moderation.ports import SeedSource
from centremark.domain.moderation.sample import OCR_TABLE, SampleTable, draw, top_up
from centremark.domain.moderation.sample import Drawn as DrawnOf
from centremark.domain.shared.actor import BOARD_ACTOR, Actor, Permission
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.identifiers import CandidateNumber, CentreNumber, SeriesId, SheetId
from centremark.domain.shared.outcomes import Outcome
from centremark.domain.shared.ports import Clock
from centremark.domain.shared.working_days import due_after
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.moderation import Moderation, Why
from centremark.domain.sheet.ports import Sheets
from centremark.usecases.shared.london import must_not_be_over, today
from centremark.usecases.sheet.change import change_sheet

Place = tuple[CentreNumber, CandidateNumber]
Drawn = Mapping[CandidateNumber, Why]
WORKING_DAYS: Final = 3
"""How long a centre has to send work that is asked for beside the rest (OCR)."""


@dataclass(frozen=True, slots=True)
class ReadSeriesOfBoard:
    """Every centre's sheets of a series for the board, one line each, with the centres' names. Raises `Forbidden`."""

    overview: Overview
    catalogue: Catalogue
    clock: Clock

    def __call__(
        self, series: SeriesId, actor: Actor
    ) -> tuple[Sequence[BoardLine], Mapping[CentreNumber, Centre], datetime]:
        actor.must_on_board(Permission.MODERATE)
        lines = self.overview.of_series(series)
        return lines, self.catalogue.centres({line.sheet.centre for line in lines}), self.clock()


@dataclass(frozen=True, slots=True)
class StartModeration:
    """Start to moderate a sheet, with those of its consortium, and request the sample.

    Every sheet must be confirmed. First moderation begins at each of them, and from then on only the board changes
    marks; then one sample is drawn over all of them, and each centre's part is requested. If a call fails midway, a
    repeat continues with the same seed; once all is done it changes nothing. Raises `NotFound`, `Forbidden`,
    `NotConfirmed` (it names the centre), `ModerationFinished`, `Busy`.
    """

    sheets: Sheets
    catalogue: Catalogue
    seeds: SeedSource
    clock: Clock
    table: SampleTable = OCR_TABLE

    def __call__(self, sheet_id: SheetId, arrangement: Arrangement, actor: Actor) -> MarkSheet:
        actor.must(Permission.MODERATE, sheet_id.centre)
        centres = self.catalogue.consortium_of(sheet_id)
        group = [replace(sheet_id, centre=centre) for centre in centres]
        seed = self._seed([self.sheets.get(member) for member in group])
        attribution = Attribution(actor.by_board, self.clock())
        moderation = Moderation(seed, tuple(centres), arrangement.moderator, arrangement.method, attribution)
        begun = [change_sheet(self.sheets, member, lambda held: moderating.begin(held, moderation)) for member in group]
        drawn, pool = self._draw(begun, seed)
        due = due_after(today(attribution.at), arrangement.working_days)
        asked = {
            member.id: change_sheet(
                self.sheets,
                member.id,
                lambda held, of=drawn[member.id.centre]: moderating.request_sample(held, of, pool, due, attribution),
            )
            for member in begun
        }
        return asked[sheet_id]

    def _seed(self, group: Sequence[MarkSheet]) -> str:
        """The seed of those that have begun, or a new one; raises `NotConfirmed` before anything has begun."""
        for sheet in group:
            if sheet.moderation is None:
                moderating.must_be_confirmed(sheet)
        return next((sheet.moderation.seed for sheet in group if sheet.moderation), None) or self.seeds()

    def _draw(self, group: Sequence[MarkSheet], seed: str) -> tuple[Mapping[CentreNumber, Drawn], int]:
        """Draw at each centre; gives also how many candidates there were to draw from."""
        marks = _marks(group)
        drawn = draw(marks, self.table.size(len(marks)), seed)
        return {sheet.id.centre: _part(drawn, sheet.id.centre) for sheet in group}, len(marks)


@dataclass(frozen=True, slots=True)
class TopUpSample:
    """Extend a sample once late marks are confirmed: a new highest or lowest mark, and what the size then lacks.

    Nobody leaves the sample, and each centre's part is requested. Does nothing unless there are more candidates to draw
    from than before, so a repeated call changes nothing. Raises `NotFound`, `Busy`.
    """

    sheets: Sheets
    catalogue: Catalogue
    clock: Clock
    table: SampleTable = OCR_TABLE

    def __call__(self, sheet_id: SheetId) -> None:
        group = [self.sheets.get(replace(sheet_id, centre=c)) for c in self.catalogue.consortium_of(sheet_id)]
        marks = _marks(group)
        moderations = [sheet.moderation for sheet in group]
        now = self.clock()
        if not all(m and m.due and not m.released(now) and m.pool < len(marks) for m in moderations):
            return
        taken = [(s.id.centre, work.candidate) for s in group if s.moderation for work in s.moderation.sample]
        seed = next(moderation.seed for moderation in moderations if moderation)
        added = top_up(taken, marks, self.table.size(len(marks)), seed)
        attribution = Attribution(BOARD_ACTOR, now)
        due = due_after(today(now), WORKING_DAYS)
        for sheet in group:
            if part := _part(added, sheet.id.centre):
                change_sheet(
                    self.sheets,
                    sheet.id,
                    lambda held, of=part: moderating.request_sample(held, of, len(marks), due, attribution),
                )


def _marks(group: Sequence[MarkSheet]) -> dict[Place, int]:
    return {
        (sheet.id.centre, candidate): mark
        for sheet in group
        for candidate, mark in moderating.attainment(sheet).items()
    }


def _part(drawn: Iterable[DrawnOf[Place]], centre: CentreNumber) -> Drawn:
    return {d.key[1]: d.why for d in drawn if d.key[0] == centre}


@dataclass(frozen=True, slots=True)
class FollowModeration:
    """What a centre can do about a sample.

    Raises `NotFound`, `Forbidden`, `ModerationNotStarted`, `ModerationFinished`, `Busy`.
    """

    sheets: Sheets
    clock: Clock

    def sent(self, sheet: SheetId, candidates: frozenset[CandidateNumber], note: str, actor: Actor) -> MarkSheet:
        """Record that candidates' work was sent."""
        actor.must(Permission.AMEND, sheet)
        attribution = Attribution(actor.by(sheet.centre), self.clock(), note)
        return change_sheet(self.sheets, sheet, lambda held: moderating.note_sent(held, candidates, attribution))

    def correct(
        self, sheet: SheetId, candidates: frozenset[CandidateNumber], note: str, correction: Correction, actor: Actor
    ) -> MarkSheet:
        """Correct what was recorded as sent; also raises `Conflict` when it is not recorded as sent."""
        actor.must(Permission.AMEND, sheet)
        attribution = Attribution(actor.by(sheet.centre), self.clock(), note)
        return change_sheet(
            self.sheets, sheet, lambda held: moderating.correct_sent(held, candidates, correction, attribution)
        )

    def lost(self, sheet: SheetId, candidate: CandidateNumber, explanation: str, actor: Actor) -> MarkSheet:
        """Record that a candidate's work is lost, and draw another; also raises `Conflict` when it was sent."""
        actor.must(Permission.AMEND, sheet)
        attribution = Attribution(actor.by(sheet.centre), self.clock(), explanation)
        return change_sheet(self.sheets, sheet, lambda held: moderating.note_lost(held, candidate, attribution))


@dataclass(frozen=True, slots=True)
class OutcomeFound:
    """What moderation found: marks that differ from the centre's, if any, and from when the centre sees them."""

    adjusted: Mapping[CandidateNumber, Outcome]
    release_at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class RecordOutcome:
    """Record what moderation found, for the centre to see from a date.

    Raises `NotFound`, `Forbidden`, `DayPassed`, `ModerationNotStarted`, `ModerationFinished`, `AmendmentOpen`,
    `OutcomeRefused`, `Busy`.
    """

    sheets: Sheets
    clock: Clock

    def __call__(self, sheet: SheetId, found: OutcomeFound, actor: Actor) -> MarkSheet:
        actor.must(Permission.MODERATE, sheet.centre)
        attribution = Attribution(actor.by_board, self.clock(), found.note)
        must_not_be_over(today(found.release_at), attribution.at, "/release_at")
        return change_sheet(
            self.sheets,
            sheet,
            lambda held: moderating.record_outcome(held, found.adjusted, found.release_at, attribution),
        )
