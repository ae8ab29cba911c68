"""Where the board's catalogue and its entries are kept."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from centremark.domain.catalogue.catalogue import Assessment, Centre, Consortium, Roster, Series
from centremark.domain.catalogue.centre_facts import CatalogueChanged, CentreFact
from centremark.domain.shared.identifiers import CentreNumber, SeriesId, SheetId


class Rosters(Protocol):
    """The names of candidates. They never sit on the sheet itself and are written whenever entries change."""

    def get(self, sheet: SheetId) -> Roster:
        """The candidates of a sheet, or none if it has no list."""
        ...


class Catalogue(Protocol):
    """The board's series, assessments and centres."""

    def series(self) -> Sequence[Series]:
        """All series, latest first."""
        ...

    def a_series(self, series: SeriesId) -> Series:
        """One series; raises `NotFound`."""
        ...

    def centre(self, number: CentreNumber) -> Centre:
        """One centre; raises `NotFound`."""
        ...

    def centres(self, numbers: Collection[CentreNumber]) -> Mapping[CentreNumber, Centre]:
        """The centres with these numbers, by number; numbers that are not in the catalogue are left out."""
        ...

    def assessments(self, series: SeriesId) -> Sequence[Assessment]:
        """The assessments of a series, in order of their codes."""
        ...

    def consortium_of(self, sheet: SheetId) -> Sequence[CentreNumber]:
        """The centres moderated together with a sheet's, in order and including it; it alone without one."""
        ...

    def consortia(self, series: SeriesId) -> Sequence[Consortium]:
        """The consortia of a series, in order of assessment and first centre."""
        ...

    def arrange(self, before: Consortium | None, after: Consortium | None, *facts: CentreFact) -> None:
        """Save a consortium in place of the one before, with its facts, all or none.

        Raises `WriteConflict` when a centre of either is by now in another consortium than `before`.
        """
        ...

    def put(self, item: Series | Assessment | Centre, fact: CatalogueChanged | None = None) -> None:
        """Save an item in place of the one with the same code.

        Raises `WriteConflict` when that is no longer what the fact says was before.
        """
        ...
