"""One state, one word: where a sheet stands, for its centre and for the board, and the line the board keeps of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest

from centremark.domain.amendments.decisions import request_amendment
from centremark.domain.board.board_line import BoardLine, changes_line
from centremark.domain.catalogue.catalogue import Window
from centremark.domain.entries.add import add_entries
from centremark.domain.moderation.decisions import begin
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.outcomes import Mark
from centremark.domain.sheet.facts import Fact
from centremark.domain.sheet.mark_sheet import MarkSheet, Status
from centremark.domain.sheet.moderation import ModerationOutcome
from tests.support.builders import (
    AGREED,
    DEADLINE,
    MODERATOR,
    NOON,
    OFFICER,
    OPENS,
    SERIES,
    TEACHER,
    a_candidate,
    a_change,
    a_moderation,
    a_sheet,
    a_submitted_sheet,
    a_tick,
    an_amendment,
    an_assessment,
)
from tests.support.entering import ENTERED
from tests.support.world import World

RELEASE: Final = NOON + timedelta(days=30)
OUTCOME: Final = ModerationOutcome((), Attribution(MODERATOR, NOON), RELEASE)
IN_MODERATION: Final = begin(a_submitted_sheet(), a_moderation())[0]
MODERATED: Final = replace(IN_MODERATION, moderation=a_moderation(outcome=OUTCOME))
LATE: Final = add_entries(a_submitted_sheet(), [a_candidate(1004).number], ENTERED)[0]
MARKED: Final = {1001: Mark(45), 1002: Mark(0)}


@pytest.mark.parametrize(
    ("sheet", "boards", "centres"),
    [
        (a_sheet({}), Status.NOT_STARTED, Status.NOT_STARTED),
        (a_sheet(), Status.NOT_STARTED, Status.NOT_STARTED),
        (a_sheet({1001: Mark(45), 1002: None}), Status.INCOMPLETE, Status.INCOMPLETE),
        (a_sheet(MARKED), Status.INCOMPLETE, Status.INCOMPLETE),
        (a_sheet(MARKED, checked=True), Status.READY, Status.READY),
        (a_submitted_sheet(confirmed=False), Status.SUBMITTED, Status.SUBMITTED),
        (a_submitted_sheet(), Status.CONFIRMED, Status.CONFIRMED),
        (LATE, Status.CONFIRMED, Status.CONFIRMED),
        (request_amendment(a_submitted_sheet(), an_amendment(), OFFICER, NOON)[0], Status.SUBMITTED, Status.SUBMITTED),
        (IN_MODERATION, Status.IN_MODERATION, Status.IN_MODERATION),
        (request_amendment(IN_MODERATION, an_amendment(), OFFICER, NOON)[0], *[Status.IN_MODERATION] * 2),
        (MODERATED, Status.MODERATED, Status.IN_MODERATION),
    ],
)
def test_a_sheet_stands_in_one_word_and_its_centre_learns_of_an_outcome_at_its_release(
    sheet: MarkSheet, boards: Status, centres: Status
) -> None:
    before, after = RELEASE - timedelta(seconds=1), RELEASE

    assert (sheet.status, sheet.status_at(before)) == (boards, centres)
    assert BoardLine.of(sheet).status is boards
    assert sheet.status_at(after) is boards


def test_a_sheet_that_nobody_is_entered_on_is_never_overdue() -> None:
    late = DEADLINE + timedelta(seconds=1)

    assert [sheet.is_overdue(late) for sheet in (a_sheet({}), a_sheet(), a_submitted_sheet())] == [False, True, False]
    assert [BoardLine.of(sheet).is_overdue(late) for sheet in (a_sheet({}), a_sheet())] == [False, True]


def saves(sheet: MarkSheet, *numbers: int) -> tuple[MarkSheet, Sequence[Fact]]:
    facts: list[Fact] = []
    for number in numbers:
        sheet, fact, _ = sheet.enter([a_change(number, Mark(9))], TEACHER, NOON)
        assert fact
        facts.append(fact)
    return sheet, facts


def test_saved_marks_change_the_boards_line_only_where_the_status_does() -> None:
    begun, first = saves(a_sheet(), 1001)
    still_incomplete, second = saves(begun, 1002)
    both_at_once, both = saves(a_sheet(), 1001, 1002)
    ready, tick, _ = a_sheet({1001: Mark(9)}).enter([a_tick(1001)], TEACHER, NOON)
    assert tick

    assert changes_line(begun, first)
    assert not changes_line(still_incomplete, second)
    assert changes_line(both_at_once, both)
    assert changes_line(ready, [tick])
    assert changes_line(*a_submission())


def a_submission() -> tuple[MarkSheet, Sequence[Fact]]:
    sheet, fact = a_sheet(MARKED, checked=True).submit(AGREED, OFFICER, NOON)
    return sheet, [fact]


@pytest.mark.parametrize("moved", [timedelta(days=-7), timedelta(days=7)])
def test_a_deadline_that_the_catalogue_moves_reaches_the_boards_list(moved: timedelta) -> None:
    world = World()
    world.services.catalogue.put(replace(an_assessment(), window=Window(OPENS, DEADLINE + moved)))

    [line] = world.ports.overview.of_series(SERIES)

    assert line.deadline == DEADLINE + moved
    assert line.is_overdue(DEADLINE + timedelta(seconds=1)) is (moved < timedelta(0))
