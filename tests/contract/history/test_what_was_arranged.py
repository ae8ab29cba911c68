"""What was arranged at a centre or at the board, as the API writes it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from centremark.domain.catalogue.catalogue import Assessment
from centremark.domain.catalogue.centre_facts import CatalogueChanged
from centremark.domain.shared.actor import BOARD_CENTRE
from centremark.domain.shared.outcomes import MarkScale
from centremark.handlers.api.schemas.centre_history import OfficeHistoryEntry
from tests.support.builders import TEACHER, an_assessment

AT = datetime(2027, 4, 20, 12, tzinfo=UTC)


def shown(before: Assessment | None, after: Assessment) -> OfficeHistoryEntry:
    return OfficeHistoryEntry.of(CatalogueChanged(office=BOARD_CENTRE, at=AT, by=TEACHER, before=before, after=after))


def fields(before: Assessment | None, after: Assessment) -> dict[str, tuple[str | None, str | None]]:
    return {one.field: (one.before, one.after) for one in shown(before, after).fields}


WINDOW = an_assessment().window
LATER = replace(WINDOW, deadline=WINDOW.deadline + timedelta(days=7))


@pytest.mark.parametrize(
    ("after", "field", "was", "now"),
    [
        (replace(an_assessment(), window=LATER), "window.deadline", "2027-05-15T22:59:59Z", "2027-05-22T22:59:59Z"),
        (replace(an_assessment(), title="Project"), "title", "Programming project", "Project"),
        (an_assessment(MarkScale(80)), "scale.maximum", "70", "80"),
        (replace(an_assessment(), boundaries={"A": 60}), "boundaries.A", None, "60"),
    ],
)
def test_what_the_board_changed_is_a_field_with_what_it_was_and_is(
    after: Assessment, field: str, was: str | None, now: str
) -> None:
    assert fields(an_assessment(), after) == {field: (was, now)}


def test_what_is_no_longer_so_is_a_field_without_an_after() -> None:
    item = an_assessment()

    gone = fields(item, replace(item, circumstances={}))

    assert {after for _, after in gone.values()} == {None}
    assert gone["circumstances.L.sampled"] == ("false", None)


def test_what_is_new_in_the_catalogue_says_so_and_names_its_series() -> None:
    entry = shown(None, an_assessment())

    assert (entry.change, entry.kind, entry.about, entry.series) == ("added", "assessment", "H446/03", "2027-06")
    assert {one.before for one in entry.fields} == {None}
