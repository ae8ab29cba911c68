"""Moderation as the board and the centre go through it, over memory: one centre, and a consortium of two."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest

from centremark.domain.catalogue.catalogue import Centre
from centremark.domain.moderation.decisions import Arrangement
from centremark.domain.shared.actor import BOARD_CENTRE, Actor, Role
from centremark.domain.shared.errors import Busy, Forbidden, NotConfirmed
from centremark.domain.shared.identifiers import CandidateNumber, CentreNumber, SheetId
from centremark.domain.shared.outcomes import Mark
from centremark.domain.sheet.facts import ModerationStarted, SampleRequested
from centremark.domain.sheet.mark_sheet import MarkSheet, Status
from centremark.domain.sheet.moderation import Method, Moderator, Why
from centremark.usecases.amendments.amend_marks import AmendMarksCommand
from centremark.usecases.marks.enter_marks import EnterMarksCommand
from centremark.usecases.moderation.moderate import OutcomeFound
from centremark.usecases.submission.submit_marks import SubmitMarksCommand
from tests.support.builders import (
    AGREED,
    CENTRE,
    SERIES,
    SHEET,
    a_candidate,
    a_change,
    a_consortium,
    a_key,
    an_actor,
    an_amendment,
)
from tests.support.entering import enter_candidates
from tests.support.world import World

OTHER: Final = CentreNumber("11111")
THEIRS: Final = replace(SHEET, centre=OTHER)
OFFICER: Final = an_actor(Role.SUBMIT, name="Owen Reid")
THEIR_OFFICER: Final = an_actor(Role.SUBMIT, centre=OTHER, name="Nia Rees")
MODERATOR: Final = an_actor(Role.MODERATION, centre=BOARD_CENTRE, name="Mo Derator")
ARRANGED: Final = Arrangement(Moderator("Mo Derator", ("1 Exam Street", "Leeds")), Method.POST, 3)
ONE: Final = CandidateNumber("1001")


def mark_all(world: World, sheet: SheetId = SHEET, by: Actor = OFFICER, count: int = 30, first: int = 20) -> None:
    """Enter, mark, submit and confirm so many candidates, with the marks from `first` on."""
    numbers = range(1001, 1001 + count)
    enter_candidates(world.services, sheet, [a_candidate(number) for number in numbers])
    changes = tuple(a_change(number, Mark(first + number - 1001), checked=True) for number in numbers)
    saved = world.services.enter_marks(EnterMarksCommand(sheet, changes, a_key(f"marks-{sheet}")), by)
    world.services.submit_marks(
        SubmitMarksCommand(sheet, frozenset({saved.version}), AGREED, a_key(f"submit-{sheet}")), by
    )
    world.services.confirm_submission(sheet, 1)


def two_centres() -> World:
    world = World()
    world.services.catalogue.put(Centre(OTHER, "Riverside School"))
    world.services.catalogue.arrange(None, a_consortium(OTHER))
    return world


def start(world: World, by: Actor = MODERATOR, sheet: SheetId = SHEET) -> MarkSheet:
    return world.services.start_moderation(sheet, ARRANGED, by)


def sample_of(sheet: MarkSheet) -> dict[CandidateNumber, Why]:
    assert sheet.moderation
    return {work.candidate: work.why for work in sheet.moderation.sample}


def test_a_started_moderation_asks_for_a_sample_of_the_tables_size_in_working_days() -> None:
    world = World()
    mark_all(world)

    started = start(world)

    whys = list(sample_of(started).values())
    assert (len(whys), whys.count(Why.HIGHEST), whys.count(Why.LOWEST)) == (15, 1, 1)
    assert started.moderation
    assert (started.moderation.seed, started.moderation.pool) == ("a seed", 30)
    assert started.moderation.due == date(2027, 4, 23)
    assert [type(fact) for fact in world.memory.facts[-2:]] == [ModerationStarted, SampleRequested]


def test_starting_again_changes_nothing() -> None:
    world = World()
    mark_all(world)
    started = start(world)
    facts = len(world.memory.facts)

    world.now += timedelta(days=9)

    assert start(world) == started
    assert len(world.memory.facts) == facts


def test_moderation_does_not_start_while_an_amendment_is_not_confirmed_yet() -> None:
    world = World()
    mark_all(world)
    world.services.amend_marks(AmendMarksCommand(SHEET, an_amendment(before=Mark(20)), a_key("key-amend-1")), OFFICER)

    with pytest.raises(NotConfirmed, match="centre 64235 are submitted"):
        start(world)

    assert world.sheets.get(SHEET).moderation is None


def test_a_consortium_is_not_moderated_until_every_centre_is_confirmed() -> None:
    world = two_centres()
    mark_all(world)

    with pytest.raises(NotConfirmed, match="centre 11111 are not started"):
        start(world)

    assert not any(isinstance(fact, ModerationStarted) for fact in world.memory.facts)


def test_one_sample_is_drawn_over_a_consortium_and_each_centre_is_asked_for_its_part() -> None:
    world = two_centres()
    mark_all(world, first=20)
    mark_all(world, THEIRS, THEIR_OFFICER, first=31)

    start(world)

    ours, theirs = sample_of(world.sheets.get(SHEET)), sample_of(world.sheets.get(THEIRS))
    assert len(ours) + len(theirs) == 15
    assert Why.LOWEST in ours.values()
    assert Why.HIGHEST in theirs.values()
    assert {Why.HIGHEST, Why.LOWEST}.isdisjoint(set(ours.values()) & set(theirs.values()))
    for sheet in (SHEET, THEIRS):
        moderation = world.sheets.get(sheet).moderation
        assert moderation
        assert (moderation.pool, moderation.centres) == (60, (OTHER, CENTRE))


def test_a_start_that_broke_off_goes_on_with_the_same_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    world = two_centres()
    mark_all(world, first=20)
    mark_all(world, THEIRS, THEIR_OFFICER, first=31)
    whole = two_centres()
    mark_all(whole, first=20)
    mark_all(whole, THEIRS, THEIR_OFFICER, first=31)
    start(whole)
    save = world.sheets.save

    def save_but_not_ours(sheet: MarkSheet, *args: object) -> None:
        if sheet.id == SHEET:
            raise Busy("The other centre was begun, this one not.")
        save(sheet, *args)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(world.sheets, "save", save_but_not_ours)
    with pytest.raises(Busy):
        start(world)
    monkeypatch.undo()
    object.__setattr__(world.services.start_moderation, "seeds", lambda: "another seed")

    start(world, sheet=THEIRS)

    assert [world.sheets.get(s).moderation for s in (SHEET, THEIRS)] == [
        whole.sheets.get(s).moderation for s in (SHEET, THEIRS)
    ]


def test_the_centre_sends_work_loses_some_and_another_is_drawn() -> None:
    world = World()
    mark_all(world)
    [first, second, *_] = sample_of(start(world))

    world.services.follow_moderation.sent(SHEET, frozenset({first}), "Tracked", OFFICER)
    lost = world.services.follow_moderation.lost(SHEET, second, "Flood", OFFICER)

    assert list(sample_of(lost).values()).count(Why.REPLACEMENT) == 1
    [line] = world.services.read_series_of_board(SERIES, MODERATOR)[0]
    assert (line.sampled, line.sent, line.status) == (15, 1, Status.IN_MODERATION)


def test_the_board_sees_every_sheet_in_a_line_and_nobody_else_does() -> None:
    world = two_centres()
    mark_all(world)
    enter_candidates(world.services, THEIRS, [a_candidate(1001)])

    lines, names, _ = world.services.read_series_of_board(SERIES, MODERATOR)

    assert [(line.sheet.centre, line.status) for line in lines] == [
        (OTHER, Status.NOT_STARTED),
        (CENTRE, Status.CONFIRMED),
    ]
    assert names[OTHER].name == "Riverside School"
    with pytest.raises(Forbidden, match="Only the exam board"):
        world.services.read_series_of_board(SERIES, OFFICER)


def test_an_outcome_is_recorded_by_the_board() -> None:
    world = World()
    mark_all(world)
    start(world)

    found = world.services.record_outcome(SHEET, OutcomeFound({ONE: Mark(19)}, world.now, "Generous"), MODERATOR)

    assert found.moderation
    assert found.moderation.outcome
    assert found.moderation.outcome.attribution.note == "Generous"
    assert found.rows[ONE].outcome == Mark(20)
