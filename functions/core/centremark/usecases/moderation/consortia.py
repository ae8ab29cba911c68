"""Consortia: the board sets which centres are moderated together, and sees how far each of them is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from centremark.domain.board.board_line import BoardLine
from centremark.domain.board.ports import Overview
from centremark.domain.catalogue.catalogue import Assessment, Centre, Consortium
from centremark.domain.catalogue.centre_facts import ConsortiumArranged
from centremark.domain.catalogue.ports import Catalogue
from centremark.domain.moderation.consortia import must_be_free, must_exist, must_not_have_begun
from centremark.domain.shared.actor import BOARD_CENTRE, Actor, Permission
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.identifiers import CentreNumber, SeriesId, SheetId
from centremark.domain.shared.ports import Clock
from centremark.domain.sheet.ports import Sheets
from centremark.usecases.shared.retry import retry_on_conflict
from centremark.usecases.sheet.read_sheets import ReadSheet, SheetView


@dataclass(frozen=True, slots=True)
class ArrangeConsortium:
    """Set or dissolve the consortium of a sheet's centre, until moderation has begun at one of the centres.

    Raises `NotFound`, `Forbidden`, `ConsortiumRefused`, `InAnotherConsortium`, `ModerationBegun`, `Busy`.
    """

    sheets: Sheets
    catalogue: Catalogue
    clock: Clock

    def __call__(self, sheet: SheetId, others: Sequence[CentreNumber], actor: Actor) -> Consortium:
        """Moderate the sheet's centre together with these others only; repeating it changes nothing."""
        actor.must(Permission.OPERATE, sheet.centre)
        self.sheets.get(sheet)
        self.catalogue.centre(sheet.centre)
        must_exist(others, self.catalogue.centres(others))
        attribution = Attribution(actor.by_board, self.clock())
        wanted = Consortium(sheet.series, sheet.assessment, (sheet.centre, *others), attribution)

        def attempt() -> Consortium:
            before, apart = self._before(sheet)
            if before and before.centres == wanted.centres:
                return before
            must_be_free(others, apart)
            self._must_not_have_begun(before, wanted)
            self.catalogue.arrange(before, wanted, _arranged(sheet, before, wanted, attribution))
            return wanted

        return retry_on_conflict(attempt)

    def dissolve(self, sheet: SheetId, actor: Actor) -> None:
        """Moderate every centre of the consortium by itself; without a consortium nothing changes."""
        actor.must(Permission.OPERATE, sheet.centre)
        attribution = Attribution(actor.by_board, self.clock())

        def attempt() -> None:
            before, _ = self._before(sheet)
            if before:
                self._must_not_have_begun(before)
                self.catalogue.arrange(before, None, _arranged(sheet, before, None, attribution))

        retry_on_conflict(attempt)

    def _before(self, sheet: SheetId) -> tuple[Consortium | None, Sequence[Consortium]]:
        """The consortium of a sheet's centre, and the other consortia of the assessment."""
        all_of_it = [c for c in self.catalogue.consortia(sheet.series) if c.assessment == sheet.assessment]
        before = next((consortium for consortium in all_of_it if sheet.centre in consortium.centres), None)
        return before, [consortium for consortium in all_of_it if consortium is not before]

    def _must_not_have_begun(self, *consortia: Consortium | None) -> None:
        places = {(of.series, centre, of.assessment) for of in consortia if of for centre in of.centres}
        must_not_have_begun(self.sheets.get(SheetId(*place)) for place in sorted(places))


def _arranged(
    sheet: SheetId, before: Consortium | None, after: Consortium | None, attribution: Attribution
) -> ConsortiumArranged:
    return ConsortiumArranged(
        office=BOARD_CENTRE,
        at=attribution.at,
        by=attribution.by,
        series=sheet.series,
        assessment=sheet.assessment,
        before=before.centres if before else (),
        after=after.centres if after else (),
    )


@dataclass(frozen=True, slots=True)
class ConsortiaView:
    """The consortia of a series, the status of their sheets, the names of their centres, and the assessments."""

    consortia: Sequence[Consortium]
    lines: Mapping[SheetId, BoardLine]
    names: Mapping[CentreNumber, Centre]
    assessments: Sequence[Assessment]


@dataclass(frozen=True, slots=True)
class ReadConsortia:
    """Every consortium of a series, for the board. Raises `Forbidden`, `NotFound`."""

    catalogue: Catalogue
    overview: Overview

    def __call__(self, series: SeriesId, actor: Actor) -> ConsortiaView:
        actor.must_on_board(Permission.MODERATE)
        self.catalogue.a_series(series)
        consortia = self.catalogue.consortia(series)
        return ConsortiaView(
            consortia,
            {line.sheet: line for line in self.overview.of_series(series)},
            self.catalogue.centres({centre for consortium in consortia for centre in consortium.centres}),
            self.catalogue.assessments(series),
        )


@dataclass(frozen=True, slots=True)
class ReadConsortium:
    """The sheets moderated together with one, including itself, for the board. Raises `NotFound`, `Forbidden`."""

    catalogue: Catalogue
    read_sheet: ReadSheet

    def __call__(self, sheet: SheetId, actor: Actor) -> Sequence[SheetView]:
        """Read them by centre; a centre without others is moderated alone."""
        actor.must(Permission.MODERATE, sheet.centre)
        return [self.read_sheet.for_print(replace(sheet, centre=each)) for each in self.catalogue.consortium_of(sheet)]


@dataclass(frozen=True, slots=True)
class ReadModeration:
    """A sheet, and the names of the centres it is moderated together with. Raises `NotFound`, `Forbidden`."""

    catalogue: Catalogue
    read_sheet: ReadSheet

    def __call__(self, sheet: SheetId, actor: Actor) -> tuple[SheetView, Sequence[Centre]]:
        """Read the sheet, and all centres moderated together in order, including its own."""
        view = self.read_sheet(sheet, actor)
        moderation = view.sheet.moderation
        numbers = moderation.centres if moderation else self.catalogue.consortium_of(sheet)
        names = self.catalogue.centres(numbers)
        return view, [names.get(number, Centre(number, "")) for number in numbers]
