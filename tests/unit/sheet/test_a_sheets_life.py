"""Any order of commands, legal or not, keeps what the service promises about a sheet, from entry to moderation."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from typing import ClassVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from centremark.domain.amendments.decisions import (
    accept,
    ask_for_work,
    decline,
    note_work_sent,
    request_amendment,
    withdraw,
)
from centremark.domain.catalogue.catalogue import Candidate, EntryPart, Roster
from centremark.domain.catalogue.circumstances import Circumstance
from centremark.domain.entries.add import add_entries
from centremark.domain.entries.enter import enter_candidates
from centremark.domain.entries.move import move_candidate
from centremark.domain.entries.withdraw import withdraw_entries
from centremark.domain.extensions.decisions import ask_for_extension, decide_extension
from centremark.domain.marks.circumstances import record_circumstance
from centremark.domain.moderation.decisions import (
    attainment,
    begin,
    note_lost,
    note_sent,
    record_outcome,
    request_sample,
)
from centremark.domain.moderation.sample import draw
from centremark.domain.shared.actor import By
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.errors import CentremarkError
from centremark.domain.shared.identifiers import CandidateNumber, CentreNumber, SeriesId, Uci
from centremark.domain.shared.outcomes import ABSENT, Mark
from centremark.domain.sheet.amendment import Amendment, WorkWanted
from centremark.domain.sheet.facts import (
    AmendmentApplied,
    CircumstanceRecorded,
    EntriesChanged,
    Fact,
    MarksSaved,
    MarksSubmitted,
    ModerationOutcomeRecorded,
)
from centremark.domain.sheet.listed_sheet import ListedSheet
from centremark.domain.sheet.mark_sheet import MarkSheet, Result, Status
from centremark.domain.sheet.row import UNCHANGED, Carried, Change, Row, RowChange
from tests.support.builders import (
    AGREED,
    DEADLINE,
    LOST,
    MODERATOR,
    OFFICER,
    OPENS,
    SHEET,
    TEACHER,
    a_candidate,
    a_moderation,
    an_amendment,
    an_assessment,
)
from tests.support.entering import ENTERED

NUMBERS = [CandidateNumber(f"{number}") for number in range(1001, 1005)]
candidates = st.sampled_from(NUMBERS)
EARLIER = [SeriesId("2026-06"), SHEET.series]
wishes = st.sampled_from([None, LOST, Circumstance("S", "Ill"), Circumstance("X", "Unknown"), Circumstance("L", " ")])
entries = st.sampled_from(
    [
        entry
        for number in NUMBERS
        for entry in (
            a_candidate(int(number)),
            replace(a_candidate(int(number) + 1000, "ZEDD Zoe"), number=number),
        )
    ]
)
"""Two people for each number."""
outcomes = st.one_of(st.builds(Mark, st.integers(-1, 72)), st.just(ABSENT), st.none(), st.just(UNCHANGED))
signs = st.one_of(st.none(), st.booleans())
changes = st.builds(Change, candidates, st.integers(0, 4), outcomes, signs, signs)
people = st.sampled_from([TEACHER, OFFICER])
numbers = st.integers(1, 3)

Decision = Callable[[MarkSheet], tuple[MarkSheet, Fact | None]]


class SheetsLife(RuleBasedStateMachine):
    """A sheet, every fact it gave, and what was true when it was submitted and sampled."""

    codes: ClassVar = {
        *("already-submitted", "sheet-incomplete", "window-closed", "conflict", "not-found", "outcome-refused"),
        *("not-submitted", "amendment-refused", "amendment-closed", "amendment-open"),
        *("extension-open", "extension-not-later"),
        *("not-confirmed", "moderation-not-started", "moderation-finished"),
        *("carried-forward", "not-earlier-series", "circumstance-refused", "number-taken", "already-entered"),
        "entries-refused",
    }

    def __init__(self) -> None:
        super().__init__()
        self.sheet = MarkSheet(SHEET, an_assessment())
        self.elsewhere = ListedSheet(MarkSheet(replace(SHEET, centre=CentreNumber("58410")), an_assessment()), {})
        self.roster: Roster = {number: a_candidate(int(number)) for number in NUMBERS}
        self.entries: dict[CandidateNumber, int] = {}
        """Which entry each number stands for, in order of entering."""
        self.decided_for: dict[CandidateNumber, int] = {}
        """The entry that each mark was decided for."""
        self.bound: dict[CandidateNumber, Uci] = {}
        """Whose marks or work the board was sent or asked for under a number."""
        self.seen: list[tuple[Change, int]] = []
        """What someone could decide on rows as they once saw them, and for which entries."""
        self.facts: list[Fact] = []
        self.now = OPENS

    @rule(days=st.integers(0, 200))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days)

    @rule(closed=st.booleans())
    def the_board_opens_or_closes_the_window(self, closed: bool) -> None:
        window = replace(self.sheet.assessment.window, closes=self.now - timedelta(seconds=1) if closed else None)
        self.sheet = replace(self.sheet, assessment=replace(self.sheet.assessment, window=window))

    @rule(entered=st.lists(entries, max_size=4))
    def candidates_are_entered(self, entered: list[Candidate]) -> None:
        self.enter(entered)

    @rule(entry=entries)
    def a_number_is_taken_from_one_and_given_to_another(self, entry: Candidate) -> None:
        self.candidates_are_withdrawn([entry.number])
        self.enter([entry])

    @rule(decided=st.integers(0), mark=st.integers(0, 70), checked=st.booleans())
    def a_mark_decided_earlier_is_saved(self, decided: int, mark: int, checked: bool) -> None:
        if not self.seen:
            return
        change, entry = self.seen[decided % len(self.seen)]
        wanted = replace(change, outcome=Mark(mark), checked=checked)
        try:
            sheet, fact, [answer] = self.sheet.enter([wanted], TEACHER, self.now)
        except CentremarkError as refusal:
            assert refusal.code in self.codes
            return
        if answer.result is Result.SAVED:
            self.decided_for[change.candidate] = entry
        self.note(sheet, fact)

    @rule(leaving=st.lists(candidates, max_size=2))
    def candidates_are_withdrawn(self, leaving: list[CandidateNumber]) -> None:
        self.attempt(lambda sheet: withdraw_entries(sheet, leaving, self.told(MODERATOR)))

    @rule(renamed=st.sets(candidates, max_size=2))
    def entries_are_corrected(self, renamed: set[CandidateNumber]) -> None:
        before, there = self.sheet, dict.fromkeys(renamed & self.sheet.rows.keys(), (EntryPart.NAME,))
        self.attempt(lambda sheet: add_entries(sheet, [], replace(ENTERED, at=self.now), corrected=there))
        assert replace(self.sheet, version=before.version, named_at=before.named_at) == before

    @rule(candidate=candidates, mark=st.integers(-1, 72), series=st.sampled_from(EARLIER))
    def a_mark_is_carried_forward(self, candidate: CandidateNumber, mark: int, series: SeriesId) -> None:
        given = {candidate: Carried(Mark(mark), series)}
        self.attempt(lambda sheet: add_entries(sheet, [candidate], replace(ENTERED, at=self.now), carried=given))

    @rule(candidate=candidates, number=candidates, away=st.booleans())
    def a_candidate_moves(self, candidate: CandidateNumber, number: CandidateNumber, away: bool) -> None:
        here, there = ListedSheet(self.sheet, self.roster), self.elsewhere
        origin, target = (here, there) if away else (there, here)
        try:
            moved = move_candidate(origin, target, candidate, number, self.told(MODERATOR))
        except CentremarkError as refusal:
            assert refusal.code in self.codes
            return
        if moved:
            left, joined = moved
            assert joined.listed.roster[number].uci == origin.roster[candidate].uci
            assert joined.listed.sheet.rows[number].carried == origin.sheet.rows[candidate].carried
            mine, self.elsewhere = (left, joined.listed) if away else (joined, left.listed)
            self.roster = dict(mine.listed.roster)
            self.note(mine.listed.sheet, mine.fact)

    @rule(candidate=candidates, wanted=wishes, by=people)
    def a_circumstance_is_recorded(self, candidate: CandidateNumber, wanted: Circumstance | None, by: By) -> None:
        before = self.sheet.rows.get(candidate)
        if self.attempt(lambda sheet: record_circumstance(sheet, candidate, wanted, by, self.now)):
            assert before
            assert self.sheet.rows[candidate] == replace(before, circumstance=wanted)

    @rule(wanted=st.lists(changes, min_size=1, max_size=5), by=people, second_checker=st.booleans())
    def marks_are_entered(self, wanted: list[Change], by: By, second_checker: bool) -> None:
        before = self.sheet
        try:
            sheet, fact, answers = before.enter(wanted, by, self.now, second_checker=second_checker)
        except CentremarkError as refusal:
            assert refusal.code in self.codes
            return
        saved = {answer.candidate for answer in answers if answer.result is Result.SAVED}
        assert len(answers) == len(wanted)
        assert {c for c in sheet.rows if sheet.rows[c] != before.rows[c]} == saved
        assert saved <= before.late or before.submission is None
        if second_checker:
            assert not any(sheet.rows[c].checked and sheet.rows[c].entered_by == by.id for c in saved)
        self.note(sheet, fact)

    @rule()
    def everything_is_entered_and_ticked(self) -> None:
        wanted = [
            Change(c, row.revision, row.outcome or Mark(7 + place), checked=True)
            for place, (c, row) in enumerate(self.sheet.rows.items())
        ]
        self.attempt(lambda sheet: sheet.enter(wanted, TEACHER, self.now)[:2])

    @rule()
    def the_marks_are_submitted(self) -> None:
        if self.attempt(lambda sheet: sheet.submit(AGREED, OFFICER, self.now)):
            assert self.sheet.submission
            assert self.sheet.submission.late is (self.now > self.sheet.window.deadline)
            assert not self.sheet.missing()

    @rule(number=numbers)
    def the_board_confirms(self, number: int) -> None:
        self.attempt(lambda sheet: sheet.confirm(number, self.now))

    @rule()
    def the_board_confirms_the_latest(self) -> None:
        number = self.sheet.submission.number if self.sheet.submission else 1
        self.attempt(lambda sheet: sheet.confirm(number, self.now))

    @rule(moderated=st.booleans())
    def everything_goes_well_up_to_the_confirmation(self, moderated: bool) -> None:
        self.enter([self.roster[number] for number in NUMBERS[:3]])
        self.everything_is_entered_and_ticked()
        self.the_marks_are_submitted()
        self.the_board_confirms_the_latest()
        if moderated:
            self.moderation_starts()

    @rule()
    def someone_is_entered_late_and_marked(self) -> None:
        self.enter(self.roster.values())
        self.everything_is_entered_and_ticked()

    @rule(candidate=candidates, after=st.integers(-1, 72))
    def an_amendment_is_asked_for(self, candidate: CandidateNumber, after: int) -> None:
        row = self.sheet.rows.get(candidate, Row())
        wanted = an_amendment(int(candidate), row.outcome or Mark(1), Mark(after))
        self.attempt(lambda sheet: request_amendment(sheet, wanted, OFFICER, self.now))

    @rule(number=numbers, accepted=st.booleans())
    def the_board_decides(self, number: int, accepted: bool) -> None:
        decide = accept if accepted else decline
        self.attempt(lambda sheet: decide(sheet, number, "", MODERATOR, self.now))

    @rule(number=numbers)
    def an_amendment_is_withdrawn(self, number: int) -> None:
        self.attempt(lambda sheet: withdraw(sheet, number, OFFICER, self.now))

    @rule(number=numbers, candidate=candidates)
    def the_board_asks_for_an_amendments_work(self, number: int, candidate: CandidateNumber) -> None:
        work = WorkWanted((candidate,), "1 Exam Street", self.now.date())
        self.attempt(lambda sheet: ask_for_work(sheet, number, work, MODERATOR, self.now))

    @rule(number=numbers)
    def an_amendments_work_is_sent(self, number: int) -> None:
        self.attempt(lambda sheet: note_work_sent(sheet, number, "", OFFICER, self.now))

    @rule()
    def moderation_starts(self) -> None:
        before = self.sheet
        if self.attempt(lambda sheet: begin(sheet, a_moderation())) and before.moderation is None:
            assert before.status is Status.CONFIRMED
            assert not before.late

    @rule(size=st.sampled_from([2, 4]))
    def the_sample_is_asked_for(self, size: int) -> None:
        marks, held = attainment(self.sheet), self.sampled()
        drawn = {d.key: d.why for d in draw(marks, min(size, len(marks)), "seed")}
        if self.attempt(lambda sheet: request_sample(sheet, drawn, len(marks), self.now.date(), self.told(MODERATOR))):
            assert all(
                self.sheet.rows[c].outcome not in {None, ABSENT, Mark(0)}
                and c not in self.sheet.late
                and self.sheet.rows[c].circumstance != LOST
                and not self.sheet.rows[c].carried
                for c in self.sampled() - held
            )

    @rule(candidate=candidates)
    def work_is_sent(self, candidate: CandidateNumber) -> None:
        self.attempt(lambda sheet: note_sent(sheet, {candidate}, self.told(OFFICER)))

    @rule(candidate=candidates)
    def work_is_lost(self, candidate: CandidateNumber) -> None:
        self.attempt(lambda sheet: note_lost(sheet, candidate, self.told(OFFICER)))

    @rule(candidate=candidates, adjusted=st.integers(-1, 72), days=st.integers(0, 30))
    def the_outcome_is_recorded(self, candidate: CandidateNumber, adjusted: int, days: int) -> None:
        release = self.now + timedelta(days=days)
        self.attempt(lambda sheet: record_outcome(sheet, {candidate: Mark(adjusted)}, release, self.told(MODERATOR)))

    @rule(days=st.integers(-5, 40))
    def more_time_is_asked_for(self, days: int) -> None:
        until = DEADLINE + timedelta(days=days)
        self.attempt(lambda sheet: ask_for_extension(sheet, until, self.told(OFFICER)))

    @rule(days=st.one_of(st.none(), st.integers(-5, 40)))
    def the_board_decides_on_more_time(self, days: int | None) -> None:
        until = None if days is None else DEADLINE + timedelta(days=days)
        self.attempt(lambda sheet: decide_extension(sheet, until, self.told(MODERATOR)))

    def enter(self, entered: Iterable[Candidate]) -> None:
        listed, wanted = ListedSheet(self.sheet, self.roster), tuple(entered)

        def decide(_: MarkSheet) -> tuple[MarkSheet, Fact | None]:
            changed, fact = enter_candidates(listed, wanted, replace(ENTERED, at=self.now))
            self.roster = changed.roster
            return changed.sheet, fact

        self.attempt(decide)

    def told(self, by: By) -> Attribution:
        return Attribution(by, self.now)

    def sampled(self) -> set[CandidateNumber]:
        return {work.candidate for work in self.sheet.moderation.sample} if self.sheet.moderation else set()

    def attempt(self, decide: Decision) -> bool:
        """Do it, or see it refused with a stable code and nothing changed."""
        before = self.sheet
        try:
            sheet, fact = decide(before)
        except CentremarkError as refusal:
            assert refusal.code in self.codes
            assert self.sheet is before
            return False
        self.note(sheet, fact)
        return True

    def note(self, sheet: MarkSheet, fact: Fact | None) -> None:
        before, self.sheet = self.sheet, sheet
        self.note_whose(before)
        assert (fact is None) == (sheet == before)
        if fact:
            self.facts.append(fact)
        for candidate, row in before.rows.items():
            assert not row.carried or sheet.rows.get(candidate) == row or isinstance(fact, EntriesChanged)
        self.nothing_goes_back(before)

    def note_whose(self, before: MarkSheet) -> None:
        for candidate in self.sheet.rows.keys() - before.rows.keys():
            self.entries[candidate] = len(self.seen) + 1
            self.decided_for.pop(candidate, None)
        for candidate, row in self.sheet.rows.items():
            self.seen.append((Change(candidate, row.revision), self.entries[candidate]))
        if self.sheet.submission:
            told = self.sheet.sent.keys() | self.sampled()
            self.bound = {candidate: self.roster[candidate].uci for candidate in told} | self.bound

    def nothing_goes_back(self, before: MarkSheet) -> None:
        assert _progress(self.sheet) >= _progress(before)
        assert len(self.sheet.amendments) >= len(before.amendments)
        for was, now in zip(before.amendments, self.sheet.amendments, strict=False):
            assert was.is_open or now == was
            assert _asked(now) == _asked(was)

    @invariant()
    def every_version_has_its_one_fact_and_an_outcome_makes_none(self) -> None:
        made = [fact.version for fact in self.facts if not isinstance(fact, ModerationOutcomeRecorded)]
        assert made == list(range(1, self.sheet.version + 1))
        assert len(self.facts) == self.sheet.turn

    @invariant()
    def the_facts_alone_give_the_marks_again(self) -> None:
        rows: dict[CandidateNumber, Row] = {}
        withdrawn_at = 0
        for fact in self.facts:
            match fact:
                case EntriesChanged():
                    rows |= dict.fromkeys(fact.entered, Row(revision=withdrawn_at))
                    withdrawn_at = fact.version if fact.withdrawn else withdrawn_at
                    assert all(rows[change.candidate] == change.before for change in fact.carried)
                    rows |= {change.candidate: change.after for change in fact.carried}
                    for change in fact.withdrawn:
                        assert rows.pop(change.candidate) == change.before
                case MarksSaved() | CircumstanceRecorded() | AmendmentApplied():
                    changes = [change.without_reasons for change in fact.changes]
                    assert all(rows[change.candidate] == change.before for change in changes)
                    rows |= {change.candidate: change.after for change in changes}
                case _:
                    pass
        assert rows == {c: RowChange(c, row, row).without_reasons.after for c, row in self.sheet.rows.items()}

    @invariant()
    def no_mark_is_held_by_another_entry_than_it_was_decided_for(self) -> None:
        for candidate, entry in self.decided_for.items():
            row = self.sheet.rows.get(candidate)
            assert row is None or row.outcome is None or self.entries[candidate] == entry

    @invariant()
    def a_number_that_the_board_knows_stands_for_one_person(self) -> None:
        assert all(self.roster[candidate].uci == uci for candidate, uci in self.bound.items())

    @invariant()
    def no_revision_is_above_the_version(self) -> None:
        assert all(row.revision <= self.sheet.version for row in self.sheet.rows.values())

    @invariant()
    def the_documents_alone_give_the_submitted_marks_again(self) -> None:
        sent: dict[str, str] = {}
        number = 0
        for fact in self.facts:
            match fact:
                case MarksSubmitted() | AmendmentApplied():
                    document = json.loads(fact.document)
                    number += 1
                    assert (document["number"], fact.submission.number) == (number, number)
                    assert sha256(fact.document.encode()).hexdigest() == fact.submission.sha256
                    sent = document["outcomes"] if "replaces" in document else {**sent, **document["outcomes"]}
                case EntriesChanged():
                    sent = {c: code for c, code in sent.items() if c not in {w.candidate for w in fact.withdrawn}}
                case _:
                    pass
        if self.sheet.submission:
            assert {c: row.outcome.code for c, row in self.sheet.sent.items() if row.outcome} == sent
            assert self.sheet.submission.number == number

    @invariant()
    def what_is_submitted_is_complete(self) -> None:
        if self.sheet.submission:
            assert self.sheet.missing().keys() <= self.sheet.late <= self.sheet.rows.keys()
        else:
            assert not self.sheet.late

    @invariant()
    def nothing_without_a_mark_is_ticked(self) -> None:
        assert all(row.outcome is not None for row in self.sheet.rows.values() if row.checked)

    @invariant()
    def what_is_flagged_has_a_mark_and_neither_a_tick_nor_a_submission(self) -> None:
        flagged = {candidate: row for candidate, row in self.sheet.rows.items() if row.flag}
        assert all(row.outcome and not row.checked and not row.carried for row in flagged.values())
        assert flagged.keys() <= self.sheet.late or self.sheet.submission is None

    @invariant()
    def every_outcome_is_someones_and_everyone_named_gave_one_or_flagged_one(self) -> None:
        rows = self.sheet.rows.values()
        assert all(bool(row.entered_by) == (row.outcome is not None) for row in rows)
        named = {row.entered_by for row in rows} | {row.flag.by for row in rows if row.flag}
        assert named - {""} == self.sheet.people.keys()

    @invariant()
    def what_is_carried_forward_is_complete(self) -> None:
        assert all(row.outcome and row.checked for row in self.sheet.rows.values() if row.carried)

    @invariant()
    def nobody_is_sampled_twice(self) -> None:
        if self.sheet.moderation:
            assert len(self.sheet.moderation.sample) == len(self.sampled())


def _progress(sheet: MarkSheet) -> tuple[int, bool, bool, bool]:
    """How far a sheet is: submissions first, for an amended one is confirmed anew."""
    submission, moderation = sheet.submission, sheet.moderation
    number = submission.number if submission else 0
    confirmed = bool(submission and submission.confirmed_at)
    return number, confirmed, moderation is not None, bool(moderation and moderation.outcome)


def _asked(amendment: Amendment) -> tuple[object, ...]:
    return amendment.number, amendment.wanted, amendment.asked


TestASheetsLife = SheetsLife.TestCase
TestASheetsLife.settings = settings(max_examples=60, stateful_step_count=40)
