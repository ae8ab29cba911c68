"""However much a centre writes, the board can decide; and what a centre can write tells it of no outcome."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Final

import pytest
from pynamodb.expressions.condition import Condition
from pynamodb.models import Model
from pynamodb.transactions import TransactWrite

from centremark.adapters.dynamodb.stores import LARGEST_ITEM, size_of, write
from centremark.domain.amendments.decisions import accept, decline, request_amendment, withdraw
from centremark.domain.catalogue.catalogue import MOST_CANDIDATES
from centremark.domain.moderation.decisions import note_lost, record_outcome, request_sample
from centremark.domain.shared.actor import By, Channel
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.errors import NoRoom
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.shared.outcomes import Grade, GradeScale
from centremark.domain.sheet.amendment import AmendedMark
from centremark.domain.sheet.facts import Fact
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.moderation import Why
from centremark.domain.sheet.ports import Saving
from centremark.domain.sheet.row import Row
from tests.support.builders import (
    AGREED,
    NOON,
    OFFICER,
    SHEET,
    a_moderation,
    an_amendment,
    an_assessment,
)

WIDE: Final = "\U0001f600"
NOTE: Final = WIDE * 1000
NUMBERS: Final = [CandidateNumber(f"{number:04d}") for number in range(1, MOST_CANDIDATES + 1)]
LOW, HIGH = Grade("GRADE-0000"), Grade("GRADE-0001")
BOARD: Final = By("b" * 36, WIDE * 100, Channel.WEB)
RELEASE: Final = NOON + timedelta(days=60)
Decide = Callable[[MarkSheet, int], tuple[MarkSheet, Fact | None]]


class WithinLimits(TransactWrite):
    """A transaction that takes what DynamoDB takes."""

    def __init__(self) -> None:
        """Connect to nothing."""

    def save(self, model: Model, condition: Condition | None = None, return_values: str | None = None) -> None:  # noqa: ARG002
        assert size_of(model) <= LARGEST_ITEM


def in_moderation() -> MarkSheet:
    """The largest sheet there can be, confirmed and in moderation."""
    scale = GradeScale({"GRADE-0000": "The lowest grade", "GRADE-0001": "The highest grade"})
    rows = {number: Row(LOW, checked=True, revision=1, entered_by=OFFICER.id) for number in NUMBERS}
    sheet = MarkSheet(SHEET, an_assessment(scale), rows, 1, people={OFFICER.id: OFFICER.name})
    submitted, _ = sheet.submit(AGREED, OFFICER, NOON)
    confirmed, _ = submitted.confirm(1, NOON)
    return replace(confirmed, moderation=a_moderation(due=NOON.date()))


def saved(sheet: MarkSheet, decided: tuple[MarkSheet, Fact | None]) -> MarkSheet:
    """The next sheet, for which there is room."""
    after, fact = decided
    assert fact
    write(WithinLimits(), Saving(sheet.turn, after, (fact,)))
    return after


def filled_with_amendments() -> MarkSheet:
    """As many amendments wait as there is room for, with the longest words and, at last, the shortest."""
    sheet, numbers = in_moderation(), iter(NUMBERS)

    def ask(sheet: MarkSheet, words: str) -> MarkSheet:
        marks = (AmendedMark(next(numbers), LOW, HIGH),)
        wanted = replace(an_amendment(), marks=marks, explanation=words, approved_by=words[:100])
        return saved(sheet, request_amendment(sheet, wanted, OFFICER, NOON))

    for words in (f"{WIDE} {WIDE} {WIDE * 996}", "W W " + "W" * 96, "W W W"):
        _, sheet = until_full(sheet, lambda sheet, of=words: ask(sheet, of))
    return sheet


def until_full(sheet: MarkSheet, write_more: Callable[[MarkSheet], MarkSheet]) -> tuple[int, MarkSheet]:
    """Write until there is no more room, which is said with its cure; how often there was, and the sheet then."""
    for times in count():
        try:
            sheet = write_more(sheet)
        except NoRoom as refusal:
            assert str(refusal).endswith("Shorten what you wrote. If it still does not fit, contact the board.")
            return times, sheet
    raise AssertionError


ENDS: Final[Mapping[str, Decide]] = {
    "accept": lambda sheet, number: accept(sheet, number, NOTE, BOARD, NOON),
    "decline": lambda sheet, number: decline(sheet, number, NOTE, BOARD, NOON),
    "withdraw": lambda sheet, number: withdraw(sheet, number, BOARD, NOON),
}


@pytest.mark.slow
@pytest.mark.parametrize("end", ENDS)
def test_however_many_amendments_wait_each_can_end_with_the_longest_note(end: str) -> None:
    sheet = filled_with_amendments()
    assert len(sheet.amendments) > 30

    for amendment in sheet.amendments:
        sheet = saved(sheet, ENDS[end](sheet, amendment.number))

    saved(sheet, record_outcome(sheet, {}, RELEASE, Attribution(BOARD, NOON, NOTE)))


def lost(sheet: MarkSheet, words: str, place: int) -> MarkSheet:
    told = Attribution(OFFICER, NOON + timedelta(seconds=place), f"{place:04d}{words}")
    return saved(sheet, note_lost(sheet, NUMBERS[place], told))


def with_a_sample() -> MarkSheet:
    drawn = dict.fromkeys(NUMBERS[:400], Why.DRAWN)
    sheet = in_moderation()
    return saved(sheet, request_sample(sheet, drawn, 400, NOON.date(), Attribution(BOARD, NOON)))


def moderated(sheet: MarkSheet) -> MarkSheet:
    """Every mark is moved, and it is said at length; nobody at the centre sees it yet."""
    outcome = dict.fromkeys(NUMBERS, HIGH)
    return saved(sheet, record_outcome(sheet, outcome, RELEASE, Attribution(BOARD, NOON, NOTE)))


def what_is_taken(sheet: MarkSheet, words: str = NOTE[:996]) -> tuple[int, MarkSheet]:
    """How many works a centre can say are lost, each with so many words."""
    places = count()
    return until_full(sheet, lambda sheet: lost(sheet, words, next(places)))


@pytest.mark.slow
def test_what_a_centre_can_write_is_the_same_with_an_outcome_it_may_not_know_of() -> None:
    sheet = with_a_sample()

    without, knowing = what_is_taken(sheet), what_is_taken(moderated(sheet))

    assert without[0] == knowing[0] > 30


@pytest.mark.slow
def test_however_much_a_centre_wrote_the_board_can_ask_for_every_work_and_record_any_outcome() -> None:
    _, sheet = what_is_taken(with_a_sample())
    told = Attribution(BOARD, NOON, NOTE)

    everyone = saved(sheet, request_sample(sheet, dict.fromkeys(NUMBERS, Why.EVERYONE), 2000, NOON.date(), told))

    moderated(moderated(everyone))
