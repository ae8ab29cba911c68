"""The largest of everything that is kept, in bytes as DynamoDB counts them: marks always fit.

https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html: an item has 400 KB, a transaction
100 items and 4 MB.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

import pytest
from pynamodb.expressions.condition import Condition
from pynamodb.models import Model
from pynamodb.transactions import TransactWrite

from centremark.adapters.dynamodb.after_submission_items import AfterItem
from centremark.adapters.dynamodb.facts import fact_item
from centremark.adapters.dynamodb.items import KeyItem, SheetItem
from centremark.adapters.dynamodb.names_and_texts import RosterItem
from centremark.adapters.dynamodb.stores import LARGEST_ITEM, size_of, write
from centremark.domain.amendments.decisions import request_amendment
from centremark.domain.catalogue.catalogue import MOST_CANDIDATES, Assessment
from centremark.domain.catalogue.circumstances import Circumstance, CircumstanceKind
from centremark.domain.catalogue.criteria import Criterion
from centremark.domain.entries.withdraw import withdraw_entries
from centremark.domain.marks.circumstances import record_circumstance
from centremark.domain.moderation.decisions import record_outcome
from centremark.domain.shared.actor import By, Channel
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.identifiers import CandidateNumber, CentreNumber
from centremark.domain.shared.outcomes import Grade, GradeScale, Mark, MarkScale
from centremark.domain.shared.ports import IdempotencyRecord, Key
from centremark.domain.sheet.amendment import AmendedMark, Wanted
from centremark.domain.sheet.facts import EntriesChanged, Fact, MarksSaved, ModerationOutcomeRecorded
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.moderation import SampledWork, Why, WorkState
from centremark.domain.sheet.ports import Saving
from centremark.domain.sheet.row import MOST_NOTES, Change, CheckerNote, ExplainedZero, Flag, Row, RowChange, ZeroReason
from centremark.handlers.api.schemas.sheet import SAVE_ROWS
from centremark.usecases.files.accept_file import CANDIDATES_AT_ONCE, SHEETS_AT_ONCE
from centremark.usecases.marks.enter_marks import Saved
from tests.support.builders import (
    AGREED,
    MODERATOR,
    NOON,
    OFFICER,
    SHEET,
    TEACHER,
    a_candidate,
    a_moderation,
    an_amendment,
    an_assessment,
)

TRANSACTION: Final = 4 * 1024 * 1024
WIDE: Final = "\U0001f600"
CODE: Final = "C" * 10
NUMBERS: Final = [CandidateNumber(f"{number:04d}") for number in range(1, MOST_CANDIDATES + 1)]
PEOPLE: Final = [By(f"{place:036d}", "N" * 100, Channel.WEB) for place in range(150)]
"""As many as enter marks at one centre, and more."""
REASON: Final = Circumstance(CODE, WIDE * 500)
GRADES: Final = tuple(f"GRADE-{place:04d}" for place in range(10))


def graded() -> Assessment:
    """An assessment with the longest codes of grades and circumstances."""
    scale = GradeScale({grade: f"The grade {grade}" for grade in GRADES})
    return replace(an_assessment(scale), circumstances={CODE: CircumstanceKind("A circumstance", sampled=True)})


def a_full_row(place: int, grade: str, *, flagged: bool) -> Row:
    """The longest row: rows with a tick, or carried forward, are shorter than those with a flag."""
    by = PEOPLE[place % len(PEOPLE)].id
    flag = Flag(PEOPLE[-1 - place % len(PEOPLE)].id, NOON) if flagged else None
    note = a_note(WIDE) if place < MOST_NOTES else None
    return Row(Grade(grade), not flagged, 99_999, by, None, REASON, flag, note=note)


def a_note(letter: str) -> CheckerNote:
    """As long as a note to the checker can be."""
    return CheckerNote(letter * 200, PEOPLE[-1].id, NOON)


def by_twelve() -> Assessment:
    """An assessment of 1,000 marks, as large as one can be, marked by as many criteria as there can be."""
    worth = [84] * 4 + [83] * 8
    criteria = tuple(Criterion(f"CRITERIO{n:02d}", f"Criterion {n}", most) for n, most in enumerate(worth))
    circumstances = {CODE: CircumstanceKind("A circumstance", sampled=True)}
    return replace(an_assessment(MarkScale(1000)), circumstances=circumstances, criteria=criteria)


def a_full_sheet_by_criteria(lost: int = 0) -> MarkSheet:
    """As many candidates as can be, with a mark of two digits for each of twelve criteria."""
    assessment = by_twelve()
    marks = tuple(criterion.maximum - lost for criterion in assessment.criteria)
    full = a_full_sheet()
    rows = {number: replace(row, outcome=Mark(sum(marks)), criteria=marks) for number, row in full.rows.items()}
    return replace(full, assessment=assessment, rows=rows)


def a_full_sheet_of_zeros() -> MarkSheet:
    """The same with 0 everywhere, each explained."""
    full = a_full_sheet_by_criteria()
    why = ExplainedZero(ZeroReason.NOT_AUTHENTICATED, PEOPLE[-1].id)
    rows = {n: replace(row, outcome=Mark(0), criteria=(0,) * 12, zero=why) for n, row in full.rows.items()}
    return replace(full, rows=rows)


def a_full_sheet(*, flagged: bool = True, grade: str = GRADES[0]) -> MarkSheet:
    """A sheet of as many candidates as can be, all of them late, with all that a row can have."""
    return MarkSheet(
        SHEET,
        graded(),
        {number: a_full_row(place, grade, flagged=flagged) for place, number in enumerate(NUMBERS)},
        version=99_999,
        people={by.id: by.name for by in PEOPLE},
        late=frozenset(NUMBERS) if flagged else frozenset(),
        withdrawn_at=99_999,
    )


def a_submitted_full_sheet() -> MarkSheet:
    """The same, submitted."""
    return a_full_sheet(flagged=False).submit(AGREED, OFFICER, NOON)[0]


def test_the_marks_of_as_many_candidates_as_a_sheet_can_have_fit_in_its_item() -> None:
    assert size_of(SheetItem.of(a_full_sheet())) < LARGEST_ITEM
    assert size_of(SheetItem.of(a_submitted_full_sheet())) < LARGEST_ITEM
    assert size_of(SheetItem.of(a_full_sheet_by_criteria())) < LARGEST_ITEM
    assert size_of(SheetItem.of(a_full_sheet_of_zeros())) < LARGEST_ITEM


def test_no_reason_is_kept_in_the_item_of_the_marks() -> None:
    sheet = a_full_sheet()
    bare = {number: replace(row, circumstance=Circumstance(CODE, "")) for number, row in sheet.rows.items()}

    assert size_of(SheetItem.of(sheet)) == size_of(SheetItem.of(replace(sheet, rows=bare)))


def saved() -> Fact:
    """A file changes every row of a sheet at once: the facts of a request have half as many."""
    before, after = a_full_sheet(), a_full_sheet(grade=GRADES[1])
    changes = tuple(RowChange(number, before.rows[number], after.rows[number]) for number in NUMBERS)
    return MarksSaved(sheet=SHEET, version=99_999, at=NOON, by=TEACHER, changes=changes)


def saved_by_criteria() -> Fact:
    """A file changes the mark of every criterion of every row."""
    before, after = a_full_sheet_by_criteria(1), a_full_sheet_by_criteria()
    changes = tuple(RowChange(number, before.rows[number], after.rows[number]) for number in NUMBERS)
    return MarksSaved(sheet=SHEET, version=99_999, at=NOON, by=TEACHER, changes=changes)


def noted() -> Fact:
    """One request changes as many rows as it can, with their criteria, and all the notes that a sheet can have."""
    before, after = a_full_sheet_by_criteria(1), a_full_sheet_by_criteria()
    rows = {n: replace(row, note=row.note and a_note("\U0001f601")) for n, row in after.rows.items()}
    changes = tuple(RowChange(number, before.rows[number], rows[number]) for number in NUMBERS[:SAVE_ROWS])
    return MarksSaved(sheet=SHEET, version=99_999, at=NOON, by=TEACHER, changes=changes)


def explained() -> Fact:
    """Every row becomes 0 for a reason."""
    before, after = a_full_sheet_by_criteria(), a_full_sheet_of_zeros()
    changes = tuple(RowChange(number, before.rows[number], after.rows[number]) for number in NUMBERS)
    return MarksSaved(sheet=SHEET, version=99_999, at=NOON, by=TEACHER, changes=changes)


def submitted_by_criteria() -> Fact:
    """The document with the marks of all criteria."""
    sheet = a_full_sheet_by_criteria()
    ticked = {number: replace(row, checked=True, flag=None) for number, row in sheet.rows.items()}
    return replace(sheet, rows=ticked).submit(AGREED, replace(OFFICER, name="N" * 100), NOON)[1]


def submitted() -> Fact:
    """The document of all."""
    return a_full_sheet(flagged=False).submit(AGREED, replace(OFFICER, name="N" * 100), NOON)[1]


def amended() -> Fact:
    """A thousand rows are amended at once, with the longest words, and the whole is sent again."""
    return request_amendment(*_amended())[1]


def amended_sheet() -> MarkSheet:
    """The sheet afterwards."""
    return request_amendment(*_amended())[0]


def _amended() -> tuple[MarkSheet, Wanted, By, datetime]:
    sheet = a_submitted_full_sheet()
    marks = tuple(AmendedMark(number, Grade(GRADES[0]), Grade(GRADES[1])) for number in NUMBERS[:1000])
    wanted = replace(an_amendment(), marks=marks, explanation=f"{WIDE} {WIDE} {WIDE * 996}", approved_by=WIDE * 100)
    return sheet, wanted, OFFICER, NOON


def withdrawn() -> Fact:
    """A thousand candidates leave at once."""
    _, fact = withdraw_entries(a_full_sheet(), NUMBERS[:1000], Attribution(MODERATOR, NOON, WIDE * 1000))
    assert isinstance(fact, EntriesChanged)
    return fact


def recorded() -> Fact:
    """A reason takes the place of another."""
    sheet = a_full_sheet()
    _, fact = record_circumstance(sheet, NUMBERS[0], replace(REASON, reason="\U0001f601" * 500), TEACHER, NOON)
    assert fact
    return fact


def found() -> Fact:
    """A hundred works were sent, each with a note of its own, and moderation moves every mark."""
    notes = [Attribution(OFFICER, NOON + timedelta(minutes=place), "N" * 1000) for place in range(100)]
    works = tuple(
        SampledWork(number, Why.DRAWN, None, WorkState.SENT, note) for number, note in zip(NUMBERS, notes, strict=False)
    )
    moderation = a_moderation(sample=works, due=NOON.date())
    sheet = replace(a_submitted_full_sheet(), moderation=moderation)
    adjusted = dict.fromkeys(NUMBERS, Grade(GRADES[1]))
    moderated, fact = record_outcome(sheet, adjusted, NOON, Attribution(MODERATOR, NOON, WIDE * 1000))
    assert isinstance(fact, ModerationOutcomeRecorded)
    assert size_of(AfterItem.of(moderated)) < LARGEST_ITEM
    return fact


@pytest.mark.parametrize(
    "make",
    [saved, saved_by_criteria, noted, explained, submitted_by_criteria, submitted, amended, withdrawn, recorded, found],
)
def test_the_largest_facts_fit_in_the_ledger(make: Callable[[], Fact]) -> None:
    assert size_of(fact_item(make())) < LARGEST_ITEM


def test_what_is_said_of_many_works_at_once_is_kept_once() -> None:
    told = Attribution(OFFICER, NOON, "N" * 1000)
    works = tuple(SampledWork(number, Why.DRAWN, None, WorkState.SENT, told) for number in NUMBERS)

    item = AfterItem.of(replace(a_submitted_full_sheet(), moderation=a_moderation(sample=works)))

    assert size_of(item) < LARGEST_ITEM / 4


def test_the_longest_names_and_the_marks_beside_them_fit_in_one_transaction() -> None:
    longest = {
        number: replace(
            a_candidate(int(number)),
            name=WIDE * 100,
            group=WIDE * 50,
            former=WIDE * 100,
            moved_from=CentreNumber("64235"),
        )
        for number in NUMBERS
    }
    items = [*RosterItem.all_of(SHEET, longest, 99_999), SheetItem.of(a_full_sheet()), fact_item(withdrawn())]

    sizes = [size_of(item) for item in items]

    assert max(sizes) < LARGEST_ITEM
    assert sum(sizes) < TRANSACTION
    assert len(items) < 20


def test_the_answer_to_a_thousand_refused_rows_fits_beside_its_key() -> None:
    sheet = a_full_sheet(flagged=False)
    unknown = [Change(number, 99_999, Grade("X" * 10)) for number in NUMBERS[:1000]]
    _, _, answers = sheet.enter(unknown, OFFICER, NOON)
    answer = Saved.of(sheet, answers, NOON)

    item = KeyItem.of(IdempotencyRecord(Key("s" * 36, "k" * 100, "f" * 64), answer), NOON)

    assert size_of(item) < LARGEST_ITEM / 4
    assert item.answer(Saved) == answer


class Counted(TransactWrite):
    """A transaction of which only the items are looked at."""

    def __init__(self) -> None:
        self.items: list[Model] = []

    def save(self, model: Model, condition: Condition | None = None, return_values: str | None = None) -> None:  # noqa: ARG002
        self.items.append(model)


def test_as_many_sheets_of_a_file_as_are_saved_in_one_step_fit_in_a_transaction() -> None:
    before = a_full_sheet(flagged=False)
    fact = saved()
    after, sent = before.submit(AGREED, OFFICER, NOON)
    everything = replace(after, amendments=amended_sheet().amendments, moderation=a_moderation())
    one = Counted()

    write(one, Saving(before.version, everything, (fact, sent)))

    sizes = [size_of(item) for item in one.items]
    assert len(sizes) * SHEETS_AT_ONCE + 1 <= 100
    assert sum(sizes) * (CANDIDATES_AT_ONCE // MOST_CANDIDATES) < TRANSACTION
