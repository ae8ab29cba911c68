"""Whoever enters a mark leaves a note for the checker; it stays until it is resolved, and the board never has it."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest

from centremark.domain.board.restoring import restore_marks
from centremark.domain.shared.actor import BOARD_CENTRE, Role
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.shared.outcomes import ABSENT, Mark
from centremark.domain.sheet.facts import MarksSaved
from centremark.domain.sheet.mark_sheet import Answer, MarkSheet, Result
from centremark.domain.sheet.row import MOST_NOTES, Change, CheckerNote
from centremark.domain.sheet.visibility import as_seen_by
from tests.support.builders import AGREED, MODERATOR, NOON, OFFICER, TEACHER, a_sheet, an_actor

ONE, TWO = CandidateNumber("1001"), CandidateNumber("1002")
TEXT: Final = "Please look at criterion 3 again"
NOTED: Final = CheckerNote(TEXT, TEACHER.id, NOON)
BOARD: Final = an_actor(Role.OPERATOR, centre=BOARD_CENTRE)


def save(
    sheet: MarkSheet, *changes: Change, second_checker: bool = False
) -> tuple[MarkSheet, MarksSaved, list[Answer]]:
    after, fact, answers = sheet.enter(changes, TEACHER, NOON, second_checker=second_checker)
    assert fact
    return after, fact, list(answers)


def noted(sheet: MarkSheet, candidate: CandidateNumber = ONE, text: str = TEXT) -> MarkSheet:
    return save(sheet, Change(candidate, sheet.rows[candidate].revision, note=text))[0]


def test_a_note_is_kept_with_who_wrote_it_and_leaves_the_mark_and_its_tick_as_they_are() -> None:
    ticked = a_sheet({1001: Mark(45)}, checked=True)

    after, fact, _ = save(ticked, Change(ONE, ticked.rows[ONE].revision, note=TEXT))

    row = after.rows[ONE]
    assert (row.note, row.outcome, row.checked) == (NOTED, Mark(45), True)
    assert row.revision == ticked.rows[ONE].revision + 1
    assert after.people[TEACHER.id] == TEACHER.name
    assert [(change.before.note, change.after.note) for change in fact.changes] == [(None, NOTED)]


def test_a_candidate_without_a_mark_can_have_a_note() -> None:
    assert noted(a_sheet({1001: None})).rows[ONE].note == NOTED


@pytest.mark.parametrize("outcome", [Mark(46), ABSENT, None])
def test_a_note_stays_with_another_mark_a_tick_or_none_until_it_is_removed(outcome: Mark | None) -> None:
    sheet = noted(a_sheet({1001: Mark(45)}))

    after, fact, _ = save(sheet, Change(ONE, sheet.rows[ONE].revision, outcome, checked=outcome is not None))
    resolved, gone, _ = save(after, Change(ONE, after.rows[ONE].revision, note=""))

    assert after.rows[ONE].note == NOTED
    assert [change.after.note for change in fact.changes] == [None], "a note that did not change is not in the fact"
    assert resolved.rows[ONE].note is None
    assert [(change.before.note, change.after.note) for change in gone.changes] == [(NOTED, None)]


def test_the_same_note_again_changes_nothing_and_keeps_its_writer() -> None:
    sheet = noted(a_sheet({1001: Mark(45)}))

    after, fact, [answer] = sheet.enter([Change(ONE, 1, note=TEXT)], OFFICER, NOON + timedelta(minutes=1))

    assert (after, fact, answer.result) == (sheet, None, Result.UNCHANGED)


def test_a_note_decided_on_an_older_row_is_a_conflict_that_shows_the_other_note() -> None:
    sheet = noted(a_sheet({1001: Mark(45)}))

    _, _, [answer] = sheet.enter([Change(ONE, 0, note="Another note")], OFFICER, NOON)

    assert (answer.result, answer.row and answer.row.note) == (Result.CONFLICT, NOTED)


def test_with_a_second_checker_whoever_entered_a_mark_that_is_ticked_may_still_leave_a_note() -> None:
    sheet = a_sheet({1001: Mark(45)})
    ticked, _, _ = sheet.enter([Change(ONE, sheet.rows[ONE].revision, checked=True)], OFFICER, NOON)

    revision = ticked.rows[ONE].revision
    after, _, [answer] = save(ticked, Change(ONE, revision, checked=True, note=TEXT), second_checker=True)
    _, _, [ticks] = after.enter([Change(ONE, revision + 1, Mark(46), checked=True)], TEACHER, NOON, second_checker=True)

    assert (answer.result, after.rows[ONE].checked) == (Result.SAVED, True)
    assert ticks.code == "second-checker-needed"


def test_a_sheet_has_only_as_many_notes_as_its_item_has_room_for() -> None:
    sheet = a_sheet(dict.fromkeys(range(1001, 1003 + MOST_NOTES)))
    numbers = sorted(sheet.rows)
    full, _, _ = save(sheet, *(Change(number, 0, note=TEXT) for number in numbers[:MOST_NOTES]))
    revision = full.rows[ONE].revision

    changes = [
        Change(numbers[-1], 0, note=TEXT),
        Change(ONE, revision, note="Another note"),
        Change(TWO, revision, note=""),
        Change(numbers[-2], 0, note=TEXT),
    ]
    after, _, answers = save(full, *changes)

    assert [answer.result for answer in answers] == [Result.REFUSED, Result.SAVED, Result.SAVED, Result.SAVED]
    assert (answers[0].code, answers[0].row) == ("too-many-notes", full.rows[numbers[-1]])
    assert sum(row.note is not None for row in after.rows.values()) == MOST_NOTES


def test_no_note_is_sent_to_the_board_and_its_people_see_none() -> None:
    sheet = noted(a_sheet({1001: Mark(45)}, checked=True))
    _, written, _ = save(a_sheet({1001: Mark(45)}), Change(ONE, 1, note=TEXT))

    _, sent = sheet.submit(AGREED, OFFICER, NOON)

    assert TEXT not in sent.document
    assert as_seen_by(BOARD, sheet).rows[ONE] == replace(sheet.rows[ONE], note=None)
    assert TEXT not in str(as_seen_by(BOARD, written))
    assert as_seen_by(an_actor(Role.ENTER), (sheet, written)) == (sheet, written)


def test_marks_that_the_board_puts_back_leave_the_notes_as_they_are() -> None:
    then = noted(a_sheet({1001: Mark(45), 1002: Mark(9)}), text="An older note")
    revision = then.rows[ONE].revision
    held, fact, _ = save(then, Change(ONE, revision, Mark(50), note=TEXT), Change(TWO, 1, note="Their second note"))

    restored, said = restore_marks(held, then, [fact], Attribution(MODERATOR, NOON, "By mistake"))

    assert [restored.rows[number].outcome for number in (ONE, TWO)] == [Mark(45), Mark(9)]
    assert [restored.rows[number].note for number in (ONE, TWO)] == [held.rows[number].note for number in (ONE, TWO)]
    assert restored.people[TEACHER.id] == TEACHER.name
    assert said
    assert TEXT not in str(said)
