"""Deadlines in London and extensions of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

import pytest

from centremark.domain.board.board_line import BoardLine
from centremark.domain.catalogue.catalogue import Series, Window, WindowState
from centremark.domain.extensions.decisions import ask_for_extension, decide_extension
from centremark.domain.shared.actor import BOARD_CENTRE, Actor, Role
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.errors import (
    AlreadySubmitted,
    ExtensionNotLater,
    ExtensionOpen,
    Forbidden,
    NotFound,
    WindowClosed,
)
from centremark.domain.shared.outcomes import Mark
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.usecases.shared.london import end_of
from tests.support.builders import (
    AGREED,
    DEADLINE,
    MODERATOR,
    NOON,
    OFFICER,
    OPENS,
    SERIES,
    SHEET,
    a_sheet,
    a_submitted_sheet,
    an_actor,
    an_assessment,
)
from tests.support.world import World

LATER: Final = DEADLINE + timedelta(days=7)
ASKED: Final = Attribution(OFFICER, NOON, "The teacher is ill")
DECIDED: Final = Attribution(MODERATOR, NOON, "Get well")
SUBMITS: Final = an_actor(Role.SUBMIT, name="Owen Reid")
OPERATOR: Final = an_actor(Role.OPERATOR, centre=BOARD_CENTRE, name="Olu Perator")


def asked(until: datetime = LATER) -> MarkSheet:
    return ask_for_extension(a_sheet({1001: Mark(9)}, checked=True), until, ASKED)[0]


@pytest.mark.parametrize(
    ("day", "instant"),
    [
        (date(2027, 3, 27), datetime(2027, 3, 27, 23, 59, 59, tzinfo=UTC)),
        (date(2027, 3, 28), datetime(2027, 3, 28, 22, 59, 59, tzinfo=UTC)),
        (date(2027, 10, 30), datetime(2027, 10, 30, 22, 59, 59, tzinfo=UTC)),
        (date(2027, 10, 31), datetime(2027, 10, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_a_day_ends_as_it_does_in_london_across_both_clock_changes(day: date, instant: datetime) -> None:
    window = Window(OPENS, end_of(day))

    assert end_of(day) == instant
    assert not window.is_late(instant)
    assert window.is_late(instant + timedelta(seconds=1))


LAST_INSTANT: Final = timedelta(seconds=1) - timedelta(microseconds=1)


def test_the_last_second_of_a_deadline_and_of_a_closing_counts_to_its_end() -> None:
    window, series = Window(OPENS, DEADLINE, LATER), Series(SERIES, "June 2027", OPENS, LATER)
    submitted, _ = a_sheet({1001: Mark(9)}, checked=True).submit(AGREED, OFFICER, DEADLINE + LAST_INSTANT)

    assert submitted.submission
    assert not submitted.submission.late
    assert not BoardLine.of(a_sheet()).is_overdue(DEADLINE + LAST_INSTANT)
    assert window.state(LATER + LAST_INSTANT) is WindowState.OPEN
    assert series.is_open(LATER + LAST_INSTANT)
    assert window.state(LATER + timedelta(seconds=1)) is WindowState.CLOSED
    assert window.state(OPENS - timedelta(seconds=1)) is WindowState.NOT_OPEN
    assert not series.is_open(LATER + timedelta(seconds=1))
    assert ask_for_extension(a_sheet(), LATER, replace(ASKED, at=LATER + LAST_INSTANT))[0].extension


def test_an_extension_counts_once_the_board_has_granted_it() -> None:
    waiting = asked()
    granted, fact = decide_extension(waiting, LATER, DECIDED)

    assert fact
    assert waiting.window.deadline == DEADLINE
    assert granted.window.deadline == LATER
    submitted, _ = granted.submit(AGREED, OFFICER, LATER)
    assert submitted.submission
    assert not submitted.submission.late


def test_the_board_may_grant_another_day_than_was_asked_for() -> None:
    granted, _ = decide_extension(asked(), DEADLINE + timedelta(days=2), DECIDED)

    assert granted.window.deadline == DEADLINE + timedelta(days=2)


def test_a_declined_extension_leaves_the_deadline_and_what_was_granted_before() -> None:
    granted, _ = decide_extension(asked(), LATER, DECIDED)
    again, _ = ask_for_extension(granted, LATER + timedelta(days=7), ASKED)

    declined, _ = decide_extension(again, None, DECIDED)

    assert again.window.deadline == declined.window.deadline == LATER
    assert decide_extension(asked(), None, DECIDED)[0].window.deadline == DEADLINE


def test_an_extension_opens_a_window_that_would_have_closed() -> None:
    closes = DEADLINE + timedelta(days=1)
    sheet = replace(asked(), assessment=an_assessment(closes=closes))

    with pytest.raises(WindowClosed):
        sheet.submit(AGREED, OFFICER, closes + timedelta(seconds=1))
    granted, _ = decide_extension(sheet, LATER, DECIDED)
    assert granted.submit(AGREED, OFFICER, LATER - timedelta(seconds=1))[1].submission.number == 1


def test_the_same_decision_again_changes_nothing_and_another_one_replaces_it() -> None:
    granted, _ = decide_extension(asked(), LATER, DECIDED)

    assert decide_extension(granted, LATER, DECIDED) == (granted, None)
    assert decide_extension(granted, LATER + timedelta(days=1), DECIDED)[1]


REFUSED: Final[dict[str, tuple[Callable[[], object], type[Exception]]]] = {
    "a second request": (lambda: ask_for_extension(asked(), LATER, ASKED), ExtensionOpen),
    "no more time than there is": (lambda: asked(DEADLINE), ExtensionNotLater),
    "a day that is over": (
        lambda: ask_for_extension(a_sheet(), LATER, replace(ASKED, at=LATER + timedelta(seconds=1))),
        ExtensionNotLater,
    ),
    "a grant of no more time": (lambda: decide_extension(asked(), DEADLINE, DECIDED), ExtensionNotLater),
    "marks that are submitted": (lambda: ask_for_extension(a_submitted_sheet(), LATER, ASKED), AlreadySubmitted),
    "a decision nobody asked for": (lambda: decide_extension(a_sheet(), LATER, DECIDED), NotFound),
}


@pytest.mark.parametrize(("attempt", "refusal"), REFUSED.values(), ids=REFUSED.keys())
def test_an_extension_that_makes_no_sense_is_refused(attempt: Callable[[], object], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        attempt()


def test_a_centre_asks_and_the_boards_operator_decides_by_days_in_london() -> None:
    world = World()
    world.services.ask_for_extension(SHEET, date(2027, 5, 22), "Illness", SUBMITS)
    [waiting] = world.services.read_series_of_board(SERIES, OPERATOR)[0]

    granted = world.services.decide_extension(SHEET, date(2027, 5, 20), "", OPERATOR)

    assert waiting.extension_asked
    assert granted.window.deadline == datetime(2027, 5, 20, 22, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize("actor", [an_actor(Role.ENTER), OPERATOR])
def test_whoever_submits_asks_for_more_time(actor: Actor) -> None:
    with pytest.raises(Forbidden):
        World().services.ask_for_extension(SHEET, date(2027, 5, 22), "", actor)


@pytest.mark.parametrize("actor", [SUBMITS, an_actor(Role.MODERATION, centre=BOARD_CENTRE)])
def test_the_boards_operators_alone_decide_on_more_time(actor: Actor) -> None:
    with pytest.raises(Forbidden):
        World().services.decide_extension(SHEET, None, "", actor)


def test_the_board_rings_whoever_is_past_their_own_deadline_and_has_not_submitted() -> None:
    granted, _ = decide_extension(asked(), LATER, DECIDED)

    assert BoardLine.of(asked()).is_overdue(DEADLINE + timedelta(seconds=1))
    assert not BoardLine.of(granted).is_overdue(LATER)
    assert BoardLine.of(granted).is_overdue(LATER + timedelta(seconds=1))
    assert not BoardLine.of(a_submitted_sheet()).is_overdue(LATER + timedelta(days=1))
