"""A page of history and of changes has room for so many rows, whatever its facts have."""

from base64 import urlsafe_b64encode

import pytest

from centremark.domain.shared.actor import Role
from centremark.domain.shared.errors import Malformed
from centremark.domain.shared.outcomes import Mark
from centremark.usecases.history.pages import PAGE_CHANGES
from tests.support.builders import CENTRE, NOON, SERIES, SHEET, TEACHER, a_change, an_actor
from tests.support.world import World

CANDIDATES = range(1001, 2501)
SAVES = 5


def a_busy_sheet() -> World:
    """Every mark of fifteen hundred is changed again and again, as by files."""
    world = World(entered=CANDIDATES)
    for turn in range(SAVES):
        sheet = world.sheets.get(SHEET)
        rows = {int(number): row.revision for number, row in sheet.rows.items()}
        changed, fact, _ = sheet.enter([a_change(n, Mark(turn), revision=r) for n, r in rows.items()], TEACHER, NOON)
        assert fact
        world.sheets.save(changed, fact)
    return world


def test_history_gives_as_many_facts_as_there_is_room_for_and_each_once() -> None:
    world, actor = a_busy_sheet(), an_actor(Role.ENTER)
    versions: list[list[int]] = []
    before = None
    while True:
        view = world.services.read_history(SHEET, before, actor)
        versions.append([fact.version for fact in view.facts])
        if not (before := view.before):
            break

    assert PAGE_CHANGES // len(CANDIDATES) == 3
    assert versions == [[6, 5, 4], [3, 2, 1]]


def test_changes_give_as_many_facts_as_there_is_room_for_and_each_once() -> None:
    world, actor = a_busy_sheet(), an_actor(Role.ENTER)

    first = world.services.read_changes(CENTRE, SERIES, None, actor)
    second = world.services.read_changes(CENTRE, SERIES, first.since, actor)

    assert [[fact.version for _, fact in view.facts] for view in (first, second)] == [[1, 2, 3, 4], [5, 6]]
    assert (first.more, second.more) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        '["2027-06.64235",[]]',
        '["2027-06.64235",{"no code":1}]',
        '["2027-06.64235",{"H446/03":-1}]',
        '["2027-06.64235",{"H446/03":true}]',
        '["2027-06.64235",{"H446/03":100000000}]',
        '["2027-06.64235", {"H446/03": 1}]',
    ],
)
def test_a_cursor_that_no_answer_can_have_given_is_refused(text: str) -> None:
    cursor = urlsafe_b64encode(text.encode()).decode().rstrip("=")

    with pytest.raises(Malformed):
        World().services.read_changes(CENTRE, SERIES, cursor, an_actor(Role.VIEW))
