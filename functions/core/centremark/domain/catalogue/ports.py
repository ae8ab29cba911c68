"""Where the board's catalogue and its entries are kept."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from centremark.domain.catalogue.catalogue import Assessment, Centre, Consortium, Roster, Series
from centremark.domain.catalogue.centre_facts import CatalogueChanged, CentreFact
from centremark.domain.shared.identifiers import CentreNumber, SeriesId, SheetId


class Rosters(Protocol):
    """Who is entered: names never sit on the sheet itself; they are written as entries change it."""

    def get(self, sheet: SheetId) -> Roster:
        """Give the candidates of a sheet; empty when there are none."""
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
        """Those of these centres that there are, by number."""
        ...

    def assessments(self, series: SeriesId) -> Sequence[Assessment]:
        """The assessments of a series, in order of their codes."""
        ...

    def consortium_of(self, sheet: SheetId) -> Sequence[CentreNumber]:
        """The centres moderated together with a sheet's, in order, its own among them; it alone without others."""
        ...

    def consortia(self, series: SeriesId) -> Sequence[Consortium]:
        """The consortia of a series, in order of assessment and first centre."""
        ...

    def arrange(self, before: Consortium | None, after: Consortium | None, *facts: CentreFact) -> None:
        """Keep a consortium in place of the one before, with the facts of it, all or none; raises `WriteConflict`.

        The race is lost when a centre of either is by now in another consortium than `before`.
        """
        ...

    def put(self, item: Series | Assessment | Centre, fact: CatalogueChanged | None = None) -> None:
        """Keep an item in place of the one with the same code, over what the fact says was before.

        Raises `WriteConflict`.
        """
        ...
