import pytest
from hypothesis import given
from hypothesis import strategies as st

from centremark.domain.shared.errors import OutcomeRefused
from centremark.domain.shared.outcomes import ABSENT, Grade, GradeScale, Mark, MarkScale, Outcome, outcome_of

MARKS = MarkScale(70)
GRADES = GradeScale({"D": "Distinction", "A": "Ace", "N": "Not classified"})

outcomes = st.one_of(
    st.builds(Mark, st.integers(0, 500)), st.just(ABSENT), st.builds(Grade, st.sampled_from(["D", "A", "N"]))
)


@given(outcomes)
def test_an_outcome_is_read_back_from_its_code(outcome: Outcome) -> None:
    assert outcome_of(outcome.code) == outcome


@given(outcomes, outcomes)
def test_no_two_outcomes_share_a_code(one: Outcome, other: Outcome) -> None:
    assert (one.code == other.code) is (one == other)


def test_absent_is_never_zero_nor_a_grade_a() -> None:
    assert len({ABSENT.code, Mark(0).code, Grade("A").code}) == 3


@pytest.mark.parametrize("outcome", [Mark(0), Mark(70), ABSENT])
def test_marks_from_nought_to_the_maximum_and_absent_are_on_a_mark_scale(outcome: Outcome) -> None:
    MARKS.must_have(outcome)


@pytest.mark.parametrize("outcome", [Mark(-1), Mark(71), Grade("D")])
def test_anything_else_is_refused_by_a_mark_scale_which_names_the_maximum(outcome: Outcome) -> None:
    with pytest.raises(OutcomeRefused, match="70"):
        MARKS.must_have(outcome)


@pytest.mark.parametrize("outcome", [Grade("D"), Grade("N"), ABSENT])
def test_the_grades_an_assessment_lists_and_absent_are_on_its_scale(outcome: Outcome) -> None:
    GRADES.must_have(outcome)


@pytest.mark.parametrize("outcome", [Grade("P"), Mark(3)])
def test_a_grade_scale_refuses_what_it_does_not_list_and_lists_what_it_takes(outcome: Outcome) -> None:
    with pytest.raises(OutcomeRefused, match=r"D \(Distinction\)"):
        GRADES.must_have(outcome)


def test_outcomes_are_said_in_words() -> None:
    assert MARKS.words(Mark(0)) == "0"
    assert MARKS.words(ABSENT) == "Absent"
    assert GRADES.words(Grade("D")) == "Distinction"
    assert GRADES.words(ABSENT) == "Absent"
