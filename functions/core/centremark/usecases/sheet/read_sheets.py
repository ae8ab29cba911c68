"""Read what a centre sees: its sheets, or one sheet with names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from centremark.domain.catalogue.catalogue import Centre, Roster, Series, shown_first
from centremark.domain.catalogue.departments import Departments
from centremark.domain.catalogue.ports import Catalogue, Rosters
from centremark.domain.people.ports import CentreSettingsStore, DepartmentsStore, Member, Members
from centremark.domain.shared.actor import Actor, Permission, Place
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber, SeriesId, SheetId
from centremark.domain.shared.ports import Clock
from centremark.domain.sheet.declaration import Agreement
from centremark.domain.sheet.mark_sheet import MarkSheet, Status
from centremark.domain.sheet.ports import Sheets
from centremark.domain.sheet.visibility import as_seen_by


@dataclass(frozen=True, slots=True)
class LimitedPerson:
    """Someone who may enter or submit the marks of these assessments, and not those of the whole centre."""

    name: str
    enter: frozenset[AssessmentCode]
    submit: frozenset[AssessmentCode]


@dataclass(frozen=True, slots=True)
class People:
    """The names of a centre's people by what they may do there or with a sheet, in order; no machine clients.

    Of a centre, those who may for single assessments are in `limited`.
    """

    enter: tuple[str, ...] = ()
    submit: tuple[str, ...] = ()
    limited: tuple[LimitedPerson, ...] = ()

    @classmethod
    def of(cls, members: Iterable[Member], place: Place) -> "People":
        """Sort a centre's members by permission."""
        centre = place.centre if isinstance(place, SheetId) else place
        people = sorted((m for m in members if not m.machine), key=lambda m: m.name_at(centre))
        enter, submit = (
            tuple(m.name_at(centre) for m in people if m.may(permission, place))
            for permission in (Permission.ENTER, Permission.SUBMIT)
        )
        if isinstance(place, SheetId):
            return cls(enter, submit)
        limited = (
            LimitedPerson(m.name_at(centre), *(m.limited_to(p, centre) for p in (Permission.ENTER, Permission.SUBMIT)))
            for m in people
        )
        return cls(enter, submit, tuple(one for one in limited if one.enter or one.submit))


NOBODY: Final = People()


def made_by_a_submitter(
    agreement: Agreement, members: Members, centre: CentreNumber, sheets: Sequence[SheetId]
) -> Agreement:
    """Give the agreement with the name of a person who may submit these sheets; otherwise raises `DeclarantUnknown`.

    The person named is looked up among the centre's members, whose roles decide.
    """
    named = (members.get(listed.subject) for listed in members.of_centre(centre) if agreement.names(listed.name))
    may = (m for m in named if not m.machine and all(m.may(Permission.SUBMIT, sheet) for sheet in sheets))
    return agreement.made_by_one_of(m.name_at(centre) for m in may)


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
            people=People.of(self.members.of_centre(sheet.centre), sheet),
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
