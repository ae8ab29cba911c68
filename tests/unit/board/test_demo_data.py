"""The demonstration is always the same, and every sheet of it could be real."""

import unicodedata
from collections import defaultdict
from collections.abc import Sequence

import pytest

from centremark.domain.checks.sheet_patterns import ScoredSheet, SheetPattern, sheet_patterns
from centremark.domain.entries.add import add_entries
from centremark.domain.marks.circumstances import record_circumstance
from centremark.domain.shared.actor import Role
from centremark.domain.shared.outcomes import Mark, MarkScale
from centremark.domain.sheet.declaration import DECLARATION, Agreement
from centremark.domain.sheet.mark_sheet import MarkSheet, Result, Status
from infra.dataset import Sheet
from infra.local import last_year
from infra.local.demo import CATALOGUE, LLYS_DERWEN, demonstration
from tests.support.builders import NOON, OFFICER
from tests.support.entering import ENTERED

DATA = demonstration()
ENTERING = {Role.ENTER, Role.SUBMIT}
SHEETS = {str(sheet.id): sheet for sheet in DATA.sheets}


def as_it_stands(sheet: Sheet) -> MarkSheet:
    """A sheet after its entries, marks and submission."""
    entered, _ = add_entries(
        MarkSheet(sheet.id, CATALOGUE[sheet.id.assessment]),
        (candidate.number for candidate in sheet.candidates),
        ENTERED,
        carried=sheet.carried,
    )
    marked, _, answers = entered.enter(sheet.changes, by=OFFICER, at=NOON)
    assert {answer.result for answer in answers} <= {Result.SAVED}
    if not sheet.submitted:
        return marked
    agreed = Agreement(DECLARATION.version, frozenset(DECLARATION.statements))
    return marked.submit(agreed, by=OFFICER, at=NOON)[0]


def test_it_is_the_same_every_time() -> None:
    assert demonstration() == DATA


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_mark_is_one_the_assessment_takes(sheet: str) -> None:
    as_it_stands(SHEETS[sheet])


def test_it_shows_a_sheet_in_every_state_before_confirmation() -> None:
    assert {as_it_stands(sheet).status for sheet in DATA.sheets} == {
        Status.NOT_STARTED,
        Status.INCOMPLETE,
        Status.READY,
        Status.SUBMITTED,
    }


def test_it_shows_a_mark_carried_forward_and_lost_work() -> None:
    for sheet in DATA.sheets:
        for candidate, circumstance in sheet.circumstances.items():
            record_circumstance(as_it_stands(sheet), candidate, circumstance, OFFICER, NOON)

    assert any(sheet.carried for sheet in DATA.sheets)
    assert any(sheet.circumstances for sheet in DATA.sheets)


def test_one_assessment_has_a_thousand_candidates_and_the_others_are_class_sized() -> None:
    *ordinary, largest = sorted(len(sheet.candidates) for sheet in DATA.sheets)

    assert largest == 1000
    assert ordinary[0] < 10
    assert ordinary[-1] <= 60


def test_a_candidate_number_is_one_person_in_a_centre() -> None:
    people: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for sheet in DATA.sheets:
        for candidate in sheet.candidates:
            people[sheet.id.centre, candidate.number].add((candidate.name, candidate.uci))

    assert all(len(found) == 1 for found in people.values())


def test_names_come_in_the_scripts_of_real_class_lists() -> None:
    letters = {letter for sheet in DATA.sheets for candidate in sheet.candidates for letter in candidate.name}
    scripts = {unicodedata.name(letter).split()[0] for letter in letters if letter.isalpha()}

    assert scripts == {"LATIN", "ARABIC", "BENGALI", "CJK", "GREEK", "CYRILLIC"}
    assert {"Ŷ", "Ł", "Đ", "ễ".upper()} <= letters


def test_names_are_written_as_on_entries() -> None:
    for sheet in DATA.sheets:
        for candidate in sheet.candidates:
            surname, _, forename = candidate.name.partition(" ")
            assert surname == surname.upper()
            assert forename


def test_a_centre_with_a_second_checker_has_someone_to_check_what_each_enters() -> None:
    people = {person.email: person for person in DATA.people}
    for choice in DATA.choices:
        entering = [person for person in DATA.people if ENTERING & person.memberships.get(choice.centre, frozenset())]
        assert Role.ADMINISTRATOR in people[choice.by].memberships[choice.centre]
        assert not choice.second_checker or len(entering) > 1


def test_nobody_ticks_their_own_marks_where_a_second_person_checks() -> None:
    choosing = {choice.centre for choice in DATA.choices if choice.second_checker}

    assert choosing == {LLYS_DERWEN.number}
    assert not any(change.checked for sheet in DATA.sheets if sheet.id.centre in choosing for change in sheet.changes)


def test_whoever_enters_a_sheets_marks_may_do_so() -> None:
    people = {person.email: person for person in DATA.people}
    for sheet in DATA.sheets:
        if sheet.changes:
            assert sheet.id.centre in people[sheet.by].memberships


def test_this_years_marks_beside_last_years_show_what_is_odd_to_the_centre_and_to_the_board() -> None:
    told = {code: [odd.code for odd in odd_of(code)] for code in (last_year.SAME_PEOPLE, last_year.OTHER_PEOPLE)}

    assert told == {
        last_year.SAME_PEOPLE: ["order-unlike-earlier-series"],
        last_year.OTHER_PEOPLE: ["outside-earlier-series"],
    }


def odd_of(code: str) -> Sequence[SheetPattern]:
    """What is odd about one of Harbour View's sheets beside the year before."""
    before, now = (marked(SHEETS[f"{series}.64235.{code.replace('/', '-')}"]) for series in ("2026-06", "2027-06"))
    return sheet_patterns(now, before)


def marked(sheet: Sheet) -> ScoredSheet:
    """A sheet's marks by the candidates' UCIs."""
    assessment = CATALOGUE[sheet.id.assessment]
    assert isinstance(assessment.scale, MarkScale)
    ucis = {candidate.number: candidate.uci for candidate in sheet.candidates}
    marks = {ucis[c.candidate]: c.outcome.value for c in sheet.changes if isinstance(c.outcome, Mark)}
    [series] = [series for series in DATA.series if series.id == sheet.id.series]
    return ScoredSheet(series, marks, assessment.scale.maximum, assessment.boundaries)
