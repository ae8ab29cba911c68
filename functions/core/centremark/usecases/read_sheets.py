"""Read what a centre sees: its sheets, one sheet with names, its submissions, a sheet's history."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Final

from centremark.domain.actor import MAY, Actor, Permission
from centremark.domain.catalogue import Centre, Roster, Series, shown_first
from centremark.domain.declaration import Agreement
from centremark.domain.errors import Malformed, Point
from centremark.domain.facts import Fact
from centremark.domain.mark_sheet import MarkSheet, Status
from centremark.domain.ports import Catalogue, Choices, Clock, Ledger, Member, Members, Recorded, Rosters, Sheets
from centremark.domain.seen import as_seen_by
from centremark.domain.values import CentreNumber, SeriesId, SheetId
from centremark.usecases.pages import within_a_page
from centremark.usecases.unreleased import is_for_the_board

HISTORY_PAGE = 50
PLACE: Final = re.compile("([0-9]{8})(#[a-z0-9-]+)?")


@dataclass(frozen=True, slots=True)
class People:
    """The names of a centre's people by what they may do, in order; a machine client is nobody to ask."""

    enter: tuple[str, ...] = ()
    submit: tuple[str, ...] = ()

    @classmethod
    def of(cls, members: Iterable[Member], centre: CentreNumber) -> "People":
        """Sort a centre's members."""
        people = sorted((m.name, m.memberships[centre]) for m in members if not m.machine)
        enter, submit = (
            tuple(name for name, roles in people if roles & MAY[permission])
            for permission in (Permission.ENTER, Permission.SUBMIT)
        )
        return cls(enter, submit)


NOBODY: Final = People()


def made_by_a_submitter(agreement: Agreement, members: Members, centre: CentreNumber) -> Agreement:
    """The agreement, made by who may submit at a centre; raises `DeclarantUnknown` when it names somebody else."""
    return agreement.made_by_one_of(People.of(members.of_centre(centre), centre).submit)


def status_seen(sheet: MarkSheet, actor: Actor, at: datetime) -> Status:
    """Where a sheet stands as an actor may know it: the board sees an outcome of moderation before its release."""
    return sheet.status if actor.may(Permission.MODERATE, sheet.id.centre) else sheet.status_at(at)


@dataclass(frozen=True, slots=True)
class CentreView:
    """A centre's people and its sheets in one series, and when they were looked at."""

    centre: Centre
    series: Series
    sheets: Sequence[MarkSheet]
    people: People
    at: datetime


@dataclass(frozen=True, slots=True)
class SheetView:
    """A sheet with its candidates' names, its centre's people and how they work, and when it was looked at."""

    sheet: MarkSheet
    centre: Centre
    series: Series
    roster: Roster
    at: datetime
    people: People = NOBODY
    second_checker: bool = False

    def status(self, actor: Actor) -> Status:
        """Where the sheet stands as this actor may know it."""
        return status_seen(self.sheet, actor, self.at)


@dataclass(frozen=True, slots=True)
class ReadSeries:
    """Every exam series, latest first, and those to open on, in order; they are no secret."""

    catalogue: Catalogue
    clock: Clock

    def __call__(self) -> tuple[Sequence[Series], Sequence[Series]]:
        """Read them."""
        all_series = self.catalogue.series()
        return all_series, shown_first(all_series, self.clock())


@dataclass(frozen=True, slots=True)
class ReadCentre:
    """Every sheet of a centre in a series. Raises `NotFound`, `Forbidden`."""

    sheets: Sheets
    catalogue: Catalogue
    members: Members
    clock: Clock

    def __call__(self, centre: CentreNumber, series: SeriesId, actor: Actor) -> CentreView:
        """Read the centre's sheets."""
        actor.must(Permission.READ, centre)
        return CentreView(
            self.catalogue.centre(centre),
            self.catalogue.a_series(series),
            as_seen_by(actor, tuple(self.sheets.of_centre(centre, series))),
            People.of(self.members.of_centre(centre), centre),
            self.clock(),
        )


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """One sheet with its candidates. Raises `NotFound`, `Forbidden`."""

    sheets: Sheets
    rosters: Rosters
    catalogue: Catalogue
    members: Members
    choices: Choices
    clock: Clock

    def __call__(self, sheet: SheetId, actor: Actor) -> SheetView:
        """Read the sheet for someone who may see it."""
        actor.must(Permission.READ, sheet.centre)
        view = self.for_print(sheet)
        return replace(
            view,
            sheet=as_seen_by(actor, view.sheet),
            people=People.of(self.members.of_centre(sheet.centre), sheet.centre),
            second_checker=self.choices.get(sheet.centre).second_checker,
        )

    def for_print(self, sheet: SheetId) -> SheetView:
        """Read the sheet for the service itself, which prints it whoever may do what."""
        return SheetView(
            self.sheets.get(sheet),
            self.catalogue.centre(sheet.centre),
            self.catalogue.a_series(sheet.series),
            self.rosters.get(sheet),
            self.clock(),
        )


@dataclass(frozen=True, slots=True)
class HistoryView:
    """A page of a sheet's history, and the place to ask for what is older with, if there may be more."""

    sheet: MarkSheet
    facts: Sequence[Fact]
    before: str | None


@dataclass(frozen=True, slots=True)
class ReadHistory:
    """Who changed what, latest first, up to fifty facts at a time, and of those with many rows fewer.

    That an outcome of moderation was recorded is for the board alone until the one that stands is released, and takes
    no place on a page. Raises `NotFound`, `Forbidden`, `Malformed` (no place of this history).
    """

    sheets: Sheets
    ledger: Ledger
    clock: Clock

    def __call__(self, sheet_id: SheetId, before: str | None, actor: Actor) -> HistoryView:
        """Read the entries older than the place `before`, or the latest."""
        actor.must(Permission.READ, sheet_id.centre)
        sheet = self.sheets.get(sheet_id)
        if before is not None:
            _must_be_a_place(before, sheet)
        released = sheet.moderation is not None and sheet.moderation.released(self.clock()) is not None
        older = self._older(sheet_id, before)
        shown = (one for one in older if released or not is_for_the_board(one.fact, sheet_id.centre, actor))
        listed = list(islice(shown, HISTORY_PAGE))
        seen = within_a_page(listed)
        more = len(seen) < len(listed) or len(listed) == HISTORY_PAGE
        facts = [as_seen_by(actor, one.fact) for one in seen]
        return HistoryView(sheet, facts, seen[-1].place if more else None)

    def _older(self, sheet_id: SheetId, before: str | None) -> Iterator[Recorded[Fact]]:
        """Every entry older than a place, read as far as it is wanted: what is left out shortens no page."""
        while found := self.ledger.history(sheet_id, before, HISTORY_PAGE):
            yield from found
            if len(found) < HISTORY_PAGE:
                return
            before = found[-1].place


def _must_be_a_place(before: str, sheet: MarkSheet) -> None:
    found = PLACE.fullmatch(before)
    if not found or int(found[1]) > sheet.version:
        detail = "This is not a place in the history of this mark sheet. Leave before out to see the latest."
        raise Malformed(detail, (Point("/query/before", Malformed.code, detail),))
