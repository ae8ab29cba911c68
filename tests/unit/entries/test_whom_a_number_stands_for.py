"""A candidate number given to another person takes over nothing that was decided for the first."""

from dataclasses import replace
from typing import Final

import pytest

from centremark.domain.catalogue.catalogue import Candidate, Centre
from centremark.domain.shared.actor import BOARD_CENTRE, Role
from centremark.domain.shared.errors import (
    AlreadyEntered,
    CentremarkError,
    ChangedSince,
    EntriesRefused,
    EntryChanged,
    NumberTaken,
)
from centremark.domain.shared.identifiers import CandidateNumber, CentreNumber
from centremark.domain.shared.outcomes import Mark
from centremark.domain.sheet.mark_sheet import MarkSheet, Result
from centremark.domain.sheet.row import Row
from centremark.usecases.entries.move_candidate import MoveCommand
from centremark.usecases.marks.enter_marks import EnterMarksCommand
from centremark.usecases.submission.submit_marks import SubmitMarksCommand
from tests.support.builders import AGREED, LOST, SHEET, a_candidate, a_change, a_key, a_tick, an_actor
from tests.support.entering import enter_candidates
from tests.support.uploading import a_csv, accept, sent_and_checked
from tests.support.world import World

ONE: Final = CandidateNumber("1001")
TEACHER: Final = an_actor(Role.ENTER)
OFFICER: Final = an_actor(Role.SUBMIT, name="Owen Reid")
OPERATOR: Final = an_actor(Role.OPERATOR, centre=BOARD_CENTRE, name="Olu Perator")
ABBOTT: Final = a_candidate(1001, "ABBOTT Ann")
ZEDD: Final = replace(a_candidate(2001, "ZEDD Zoe"), number=ONE)


def given_to_zedd(world: World) -> MarkSheet:
    """Abbott is withdrawn, and Zedd entered under the same number."""
    world.services.change_entries.withdraw(SHEET, frozenset({ONE}), "Left", OPERATOR)
    return world.services.change_entries.enter(SHEET, [ZEDD], "Entered late", OPERATOR)


def with_abbott() -> World:
    world = World(entered=(1002, 1003))
    enter_candidates(world.services, SHEET, [ABBOTT])
    return world


def save(world: World, *changes: object, key: str = "key-00000001") -> list[Result]:
    command = EnterMarksCommand(SHEET, changes, a_key(key))  # pyright: ignore[reportArgumentType]
    return [answer.result for answer in world.services.enter_marks(command, TEACHER).answers]


def submit_all(world: World) -> None:
    sheet = world.sheets.get(SHEET)
    for number, row in sheet.rows.items():
        save(world, a_change(int(number), Mark(30), revision=row.revision, checked=True), key=f"key-of-{number}")
    version = world.sheets.get(SHEET).version
    world.services.submit_marks(SubmitMarksCommand(SHEET, frozenset({version}), AGREED, a_key("submit-1")), OFFICER)


def test_a_mark_decided_for_the_first_is_a_conflict_for_the_second() -> None:
    world = with_abbott()
    seen = world.sheets.get(SHEET).rows[ONE].revision

    given_to_zedd(world)

    assert save(world, a_change(1001, Mark(45), revision=seen)) == [Result.CONFLICT]
    assert world.sheets.get(SHEET).rows[ONE].outcome is None


def test_a_tick_or_a_later_revision_for_the_first_is_refused_however_often_the_number_changes_hands() -> None:
    world = with_abbott()
    seen = [world.sheets.get(SHEET).rows[ONE].revision]
    for turn, entry in enumerate((ZEDD, ABBOTT, ZEDD)):
        save(world, a_change(1001, Mark(turn), revision=seen[-1]), key=f"key-of-turn-{turn}")
        seen.append(world.sheets.get(SHEET).rows[ONE].revision)
        world.services.change_entries.withdraw(SHEET, frozenset({ONE}), "Left", OPERATOR)
        sheet = world.services.change_entries.enter(SHEET, [entry], "Entered late", OPERATOR)

        assert sheet.rows[ONE].revision > max(seen)
        for revision in seen:
            assert a_tick(1001, revision=revision).revision != sheet.rows[ONE].revision
        seen.append(sheet.rows[ONE].revision)


def test_a_preview_made_before_is_not_applied_after() -> None:
    world = with_abbott()
    upload = sent_and_checked(world, a_csv((1001, "45")), TEACHER)

    given_to_zedd(world)

    with pytest.raises(ChangedSince):
        accept(world, upload, TEACHER)
    assert world.sheets.get(SHEET).rows[ONE].outcome is None


def test_a_circumstance_of_the_first_is_not_recorded_of_the_second() -> None:
    world = with_abbott()
    given_to_zedd(world)

    with pytest.raises(EntryChanged, match="has changed"):
        world.services.record_circumstance(SHEET, ONE, LOST, TEACHER, ABBOTT.uci)

    recorded = world.services.record_circumstance(SHEET, ONE, LOST, TEACHER, ZEDD.uci)
    assert recorded.rows[ONE].circumstance == LOST


def test_who_was_never_withdrawn_is_entered_at_revision_nought() -> None:
    world = World()

    sheet = enter_candidates(world.services, SHEET, [a_candidate(1004)])

    assert sheet.rows[CandidateNumber("1004")] == Row()


def test_another_person_is_not_entered_over_one_who_is_there() -> None:
    world = with_abbott()

    with pytest.raises(NumberTaken, match="withdraw the entry first") as refusal:
        enter_candidates(world.services, SHEET, [a_candidate(1004), ZEDD])

    assert [(point.pointer, point.code) for point in refusal.value.points] == [("/entries/1/candidate", "number-taken")]
    assert world.sheets.get(SHEET).version == 2


@pytest.mark.parametrize(
    ("entry", "former"),
    [
        (replace(ABBOTT, uci=ZEDD.uci), ""),
        (replace(ABBOTT, name="ZEDD Zoe"), "ABBOTT Ann"),
        (replace(ABBOTT, name="Abbott  ann", uci=ZEDD.uci), ""),
        (replace(ABBOTT, name="ABBÓTT-Ann"), ""),
        (replace(ABBOTT, name="Ann ABBOTT"), ""),
    ],
)
def test_a_correction_changes_the_name_or_the_uci_and_keeps_the_mark(entry: Candidate, former: str) -> None:
    world = with_abbott()
    save(world, a_change(1001, Mark(45)))

    sheet = enter_candidates(world.services, SHEET, [entry])

    candidate = world.services.read_sheet(SHEET, TEACHER).roster[ONE]
    assert (sheet.rows[ONE].outcome, sheet.rows[ONE].revision) == (Mark(45), 1)
    assert (candidate.name, candidate.uci, candidate.former) == (entry.name, entry.uci, former)


def test_numbers_that_two_candidates_swap_are_refused_for_both() -> None:
    world = with_abbott()
    two = world.services.read_sheet(SHEET, TEACHER).roster[CandidateNumber("1002")]

    with pytest.raises(NumberTaken) as refusal:
        enter_candidates(world.services, SHEET, [replace(two, number=ONE), replace(ABBOTT, number=two.number)])

    assert [point.pointer for point in refusal.value.points] == ["/entries/0/candidate", "/entries/1/candidate"]


def test_once_marks_are_submitted_a_withdrawn_number_is_not_given_to_another() -> None:
    world = with_abbott()
    submit_all(world)
    world.services.change_entries.withdraw(SHEET, frozenset({ONE}), "Left", OPERATOR)

    for other in (ZEDD, replace(ZEDD, name=ABBOTT.name)):
        with pytest.raises(NumberTaken, match="Give this candidate a different number"):
            world.services.change_entries.enter(SHEET, [other], "Entered late", OPERATOR)

    again = world.services.change_entries.enter(SHEET, [ABBOTT], "Entered late", OPERATOR)
    assert again.late == {ONE}


def test_nobody_moves_to_the_number_of_a_withdrawn_candidate_after_submission() -> None:
    world = with_abbott()
    there = CentreNumber("58410")
    world.services.catalogue.put(Centre(there, "Llys Derwen School"))
    theirs = replace(SHEET, centre=there)
    enter_candidates(world.services, theirs, [a_candidate(2001, "ZEDD Zoe")])
    submit_all(world)
    world.services.change_entries.withdraw(SHEET, frozenset({ONE}), "Left", OPERATOR)

    with pytest.raises(NumberTaken):
        world.services.move_candidate(
            MoveCommand(theirs, CandidateNumber("2001"), SHEET.centre, ONE, "Changed schools"), OPERATOR
        )


@pytest.mark.parametrize(
    ("entries", "error", "points"),
    [
        (
            [a_candidate(1004), a_candidate(1005), replace(a_candidate(1004), name="ZEDD Zoe")],
            EntriesRefused,
            [("/entries/2/candidate", "candidate-repeated")],
        ),
        (
            [a_candidate(1004), replace(a_candidate(1004), number=CandidateNumber("1005"))],
            EntriesRefused,
            [("/entries/1/uci", "uci-repeated")],
        ),
        (
            [a_candidate(1004), replace(a_candidate(1002), number=CandidateNumber("1005"))],
            AlreadyEntered,
            [("/entries/1/uci", "already-entered")],
        ),
    ],
)
def test_a_number_or_a_uci_comes_once_and_nothing_is_half_done(
    entries: list[Candidate], error: type[CentremarkError], points: list[tuple[str, str]]
) -> None:
    world = World()

    with pytest.raises(error) as refusal:
        enter_candidates(world.services, SHEET, entries)

    assert [(point.pointer, point.code) for point in refusal.value.points] == points
    assert world.sheets.get(SHEET).version == 1


def test_two_candidates_ucis_that_were_swapped_are_put_right_in_one_request() -> None:
    world = World()
    one, two = a_candidate(1001), a_candidate(1002)

    enter_candidates(world.services, SHEET, [replace(one, uci=two.uci), replace(two, uci=one.uci)])

    roster = world.services.read_sheet(SHEET, TEACHER).roster
    assert (roster[one.number].uci, roster[two.number].uci) == (two.uci, one.uci)
