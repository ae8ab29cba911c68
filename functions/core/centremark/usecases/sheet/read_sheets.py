"""Read what a centre sees: its sheets, or one sheet with names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from centremark.domain.catalogue.catalogue import Centre, Roster, Series, shown_first
from centremark.domain.catalogue.departments import Departments
from centremark.domain.catalogue.ports import Catalogue, Rosters
from centremark.domain.people.ports import CentreSettingsStore, DepartmentsStore, Member, Members
from centremark.domain.shared.actor import MAY, Actor, Permission
from centremark.domain.shared.identifiers import CentreNumber, SeriesId, SheetId
from centremark.domain.shared.ports import Clock
from centremark.domain.sheet.declaration import Agreement
from centremark.domain.sheet.mark_sheet import MarkSheet, Status
from centremark.domain.sheet.ports import Sheets
from centremark.domain.sheet.visibility import as_seen_by


@dataclass(frozen=True, slots=True)
class People:
    """The names of a centre's people by what they may do, in order; machine clients are left out."""

    enter: tuple[str, ...] = ()
    submit: tuple[str, ...] = ()

    @classmethod
    def of(cls, members: Iterable[Member], centre: CentreNumber) -> "People":
        """Sort a centre's members by permission."""
        people = sorted((m.name_at(centre), m.memberships[centre]) for m in members if not m.machine)
        enter, submit = (
            tuple(name for name, roles in people if roles & MAY[permission])
            for permission in (Permission.ENTER, Permission.SUBMIT)
        )
        return cls(enter, submit)


NOBODY: Final = People()


def made_by_a_submitter(agreement: Agreement, members: Members, centre: CentreNumber) -> Agreement:
    """Give the agreement with the name of a person who may submit; raises `DeclarantUnknown` for anybody else.

    The person named is looked up among the centre's members, whose roles decide.
    """
    named = (members.get(listed.subject) for listed in members.of_centre(centre) if agreement.names(listed.name))
    there = (member for member in named if centre in member.memberships)
    return agreement.made_by_one_of(People.of(there, centre).submit)


def status_seen(sheet: MarkSheet, actor: Actor, at: datetime) -> Status:
    """The status an actor may know: the board sees an outcome of moderation before its release."""
    return sheet.status if actor.may(Permission.MODERATE, sheet.id.centre) else sheet.status_at(at)


@dataclass(frozen=True, slots=True)
class CentreView:
    """A centre's people, its departments and its sheets in one series, and when they were read."""

    centre: Centre
    series: Series
    sheets: Sequence[MarkSheet]
    people: People
    departments: Departments
    at: datetime


@dataclass(frozen=True, slots=True)
class SheetView:
    """A sheet with its candidates' names, its centre's people and settings, and when it was read."""

    sheet: MarkSheet
    centre: Centre
    series: Series
    roster: Roster
    at: datetime
    people: People = NOBODY
    second_checker: bool = False

    def status(self, actor: Actor) -> Status:
        """The status this actor may know."""
        return status_seen(self.sheet, actor, self.at)


@dataclass(frozen=True, slots=True)
class ReadSeries:
    """Every exam series, latest first, and those to open on, in order; anybody may read them."""

    catalogue: Catalogue
    clock: Clock

    def __call__(self) -> tuple[Sequence[Series], Sequence[Series]]:
        all_series = self.catalogue.series()
        return all_series, shown_first(all_series, self.clock())


@dataclass(frozen=True, slots=True)
class ReadCentre:
    """Every sheet of a centre in a series. Raises `NotFound`, `Forbidden`."""

    sheets: Sheets
    catalogue: Catalogue
    members: Members
    departments: DepartmentsStore
    clock: Clock

    def __call__(self, centre: CentreNumber, series: SeriesId, actor: Actor) -> CentreView:
        actor.must(Permission.READ, centre)
        return CentreView(
            self.catalogue.centre(centre),
            self.catalogue.a_series(series),
            as_seen_by(actor, tuple(self.sheets.of_centre(centre, series))),
            People.of(self.members.of_centre(centre), centre),
            self.departments.get(centre),
            self.clock(),
        )


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """One sheet with its candidates. Raises `NotFound`, `Forbidden`."""

    sheets: Sheets
    rosters: Rosters
    catalogue: Catalogue
    members: Members
    centre_settings: CentreSettingsStore
    clock: Clock

    def __call__(self, sheet: SheetId, actor: Actor) -> SheetView:
        """Read the sheet for someone who may see it."""
        actor.must(Permission.READ, sheet.centre)
        view = self.for_print(sheet)
        return replace(
            view,
            sheet=as_seen_by(actor, view.sheet),
            people=People.of(self.members.of_centre(sheet.centre), sheet.centre),
            second_checker=self.centre_settings.get(sheet.centre).second_checker,
        )

    def for_print(self, sheet: SheetId) -> SheetView:
        """Read the sheet for the service itself, without a check of roles, to print it."""
        return SheetView(
            self.sheets.get(sheet),
            self.catalogue.centre(sheet.centre),
            self.catalogue.a_series(sheet.series),
            self.rosters.get(sheet),
            self.clock(),
        )
