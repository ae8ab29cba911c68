"""What is written for a mark or a grade, by the table of cases that the page's tests read too."""

import json
from pathlib import Path
from typing import Any, Final

import pytest

from centremark.domain.files.faults import FaultCode, Unreadable
from centremark.domain.files.marks_file import Written
from centremark.domain.shared.errors import OutcomeRefused
from centremark.domain.shared.outcomes import ABSENT, Grade, GradeScale, Mark, MarkScale, Outcome, Scale

TABLE: Final = json.loads((Path(__file__).parents[2] / "cases" / "values.json").read_text())
FAULTS: Final = {
    "not a mark": FaultCode.MARK_UNREADABLE,
    "not whole": FaultCode.MARK_FRACTION,
    "not a grade": FaultCode.MARK_UNREADABLE,
}


def scale_of(name: str) -> Scale:
    scale = TABLE["scales"][name]
    if scale["kind"] == "mark":
        return MarkScale(scale["maximum"])
    return GradeScale({grade["code"]: grade["title"] for grade in scale["grades"]})


def outcome_of(case: dict[str, Any]) -> Outcome | None:
    if "mark" in case:
        return Mark(case["mark"])
    if "grade" in case:
        return Grade(case["grade"])
    return ABSENT if "absent" in case else None


def named(case: dict[str, Any]) -> str:
    return f"{case['scale']}: {case['written']!a}"


@pytest.mark.parametrize("case", [case for case in TABLE["cases"] if "fault" not in case], ids=named)
def test_what_is_written_in_a_file_means_what_it_means_in_the_page(case: dict[str, Any]) -> None:
    scale = scale_of(case["scale"])

    outcome = Written(case["written"]).on(scale)

    assert outcome == outcome_of(case)
    if outcome:
        scale.must_have(outcome)


@pytest.mark.parametrize("case", [case for case in TABLE["cases"] if "fault" in case], ids=named)
def test_what_the_page_refuses_as_an_outcome_a_file_refuses_too(case: dict[str, Any]) -> None:
    scale, written = scale_of(case["scale"]), Written(case["written"])

    if case["fault"] == "over the maximum":
        outcome = written.on(scale)
        assert outcome
        with pytest.raises(OutcomeRefused):
            scale.must_have(outcome)
    else:
        with pytest.raises(Unreadable) as refusal:
            written.on(scale)
        assert refusal.value.code is FAULTS[case["fault"]]
