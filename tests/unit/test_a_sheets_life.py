"""Any order of commands, legal or not, keeps what the service promises about a sheet."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import ClassVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from centremark.domain.actor import By
from centremark.domain.errors import CentremarkError
from centremark.domain.facts import EntriesChanged, Fact, MarksConfirmed, MarksSaved, MarksSubmitted, Row
from centremark.domain.mark_sheet import KEEP, Change, MarkSheet, Result, Status
from centremark.domain.outcomes import ABSENT, Mark
from centremark.domain.values import CandidateNumber
from tests.support.builders import AGREED, DEADLINE, OFFICER, OPENS, SHEET, TEACHER, an_assessment

NUMBERS = [CandidateNumber(f"{number}") for number in range(1001, 1005)]
candidates = st.sampled_from(NUMBERS)
outcomes = st.one_of(st.builds(Mark, st.integers(-1, 72)), st.just(ABSENT), st.none(), st.just(KEEP))
changes = st.builds(Change, candidates, st.integers(0, 4), outcomes, st.one_of(st.none(), st.booleans()))
people = st.sampled_from([TEACHER, OFFICER])
ORDER = list(Status)

Command = Callable[[], tuple[MarkSheet, Fact | None]]


class SheetsLife(RuleBasedStateMachine):
    """A sheet, every fact it gave, and what was true when it was submitted."""

    codes: ClassVar = {"already-submitted", "sheet-incomplete", "window-closed", "conflict"}

    def __init__(self) -> None:
        super().__init__()
        self.sheet = MarkSheet(SHEET, an_assessment())
        self.facts: list[Fact] = []
        self.now = OPENS
        self.submitted: MarkSheet | None = None

    def note(self, sheet: MarkSheet, fact: Fact | None) -> None:
        assert (fact is None) == (sheet == self.sheet)
        self.sheet = sheet
        if fact:
            self.facts.append(fact)

    @rule(days=st.integers(0, 200))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days)

    @rule(closed=st.booleans())
    def the_board_opens_or_closes_the_window(self, closed: bool) -> None:  # noqa: FBT001
        window = replace(self.sheet.assessment.window, closes=self.now if closed else None)
        self.sheet = replace(self.sheet, assessment=replace(self.sheet.assessment, window=window))

    @rule(entered=st.lists(candidates, max_size=4))
    def candidates_are_entered(self, entered: list[CandidateNumber]) -> None:
        self.attempt(lambda: self.sheet.add_entries(entered, self.now))

    @rule(wanted=st.lists(changes, min_size=1, max_size=5), by=people, second_checker=st.booleans())
    def marks_are_entered(self, wanted: list[Change], by: By, second_checker: bool) -> None:  # noqa: FBT001
        before = self.sheet.rows
        try:
            sheet, fact, answers = self.sheet.enter(wanted, by, self.now, second_checker=second_checker)
        except CentremarkError as refusal:
            assert refusal.code in self.codes
            return
        saved = {answer.candidate for answer in answers if answer.result is Result.SAVED}
        assert len(answers) == len(wanted)
        assert {c for c in sheet.rows if sheet.rows[c] != before[c]} == saved
        if second_checker:
            assert not any(sheet.rows[c].checked and sheet.rows[c].entered_by == by.id for c in saved)
        self.note(sheet, fact)

    @rule()
    def everything_is_entered_and_ticked(self) -> None:
        wanted = [Change(c, row.revision, row.outcome or Mark(7), checked=True) for c, row in self.sheet.rows.items()]
        self.attempt(lambda: self.sheet.enter(wanted, TEACHER, self.now)[:2])

    @rule()
    def the_marks_are_submitted(self) -> None:
        if self.attempt(lambda: self.sheet.submit(AGREED, OFFICER, self.now)):
            assert self.sheet.submission
            assert self.sheet.submission.late is (self.now > DEADLINE)
            self.submitted = self.sheet

    @rule(number=st.integers(1, 2))
    def the_board_confirms(self, number: int) -> None:
        self.attempt(lambda: self.sheet.confirm(number, self.now))

    def attempt(self, command: Command) -> bool:
        """Do it, or see it refused with a stable code and nothing changed."""
        before, status = self.sheet, self.sheet.status
        try:
            sheet, fact = command()
        except CentremarkError as refusal:
            assert refusal.code in self.codes
            assert self.sheet is before
            return False
        self.note(sheet, fact)
        assert status not in {Status.SUBMITTED, Status.CONFIRMED} or ORDER.index(self.sheet.status) >= ORDER.index(
            status
        )
        return True

    @invariant()
    def every_version_has_its_one_fact(self) -> None:
        assert [fact.version for fact in self.facts] == list(range(1, self.sheet.version + 1))

    @invariant()
    def the_facts_alone_give_the_marks_again(self) -> None:
        rows: dict[CandidateNumber, Row] = {}
        for fact in self.facts:
            match fact:
                case EntriesChanged():
                    rows |= dict.fromkeys(fact.entered, Row())
                case MarksSaved():
                    assert all(rows[change.candidate] == change.before for change in fact.changes)
                    rows |= {change.candidate: change.after for change in fact.changes}
                case _:
                    assert isinstance(fact, MarksSubmitted | MarksConfirmed)
        assert rows == self.sheet.rows

    @invariant()
    def nothing_without_a_mark_is_ticked(self) -> None:
        assert all(row.outcome is not None for row in self.sheet.rows.values() if row.checked)

    @invariant()
    def every_outcome_is_someones_and_everyone_named_gave_one(self) -> None:
        assert all(bool(row.entered_by) == (row.outcome is not None) for row in self.sheet.rows.values())
        assert {row.entered_by for row in self.sheet.rows.values()} - {""} == self.sheet.people.keys()

    @invariant()
    def submitted_marks_never_change(self) -> None:
        if self.submitted:
            assert self.sheet.rows == self.submitted.rows
            assert not self.submitted.missing()


TestASheetsLife = SheetsLife.TestCase
TestASheetsLife.settings = settings(max_examples=200, stateful_step_count=25, deadline=None)
