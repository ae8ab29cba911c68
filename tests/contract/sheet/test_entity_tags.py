"""If-Match as RFC 9110 has it: strong comparison, lists, and whatever is there."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from centremark.bootstrap import Services
from centremark.domain.shared.errors import Malformed
from centremark.handlers.api import sheets
from centremark.handlers.api.entity_tags import tag_of, versions_in
from centremark.handlers.api.http import UnusableTag
from centremark.usecases.marks.put_marks import ANY_VERSION
from tests.support.beginning import BeginWith
from tests.support.builders import SHEET, a_candidate
from tests.support.entering import enter_candidates
from tests.support.http_api import Answer, call
from tests.support.marks_api import AT, complete, enrol, submit


def a_candidate_and_people(services: Services) -> None:
    enter_candidates(services, SHEET, [a_candidate(1001)])
    enrol(services)


@pytest.fixture(autouse=True)
def _centre(begin_with: BeginWith) -> None:  # pyright: ignore[reportUnusedFunction]  # pytest calls it
    begin_with(a_candidate_and_people)


def put(if_match: str, key: str = "key-put-00001") -> Answer:
    row = {"candidate": "1001", "outcome": {"kind": "mark", "mark": 45}, "checked": True}
    body: dict[str, Any] = {"mode": "all-or-nothing", "rows": [row]}
    return call(sheets.handler, "PUT", f"{AT}/marks", body, headers={"Idempotency-Key": key, "If-Match": if_match})


@pytest.mark.parametrize(
    ("if_match", "versions"),
    [
        ('"10"', {10}),
        ('"9", "10"', {9, 10}),
        (' ,"9",,\t"10" , ', {9, 10}),
        ('W/"9", "10"', {10}),
        ('"of,another", "10"', {10}),
        ("*", ANY_VERSION),
        (" * ", ANY_VERSION),
    ],
)
def test_the_strong_tags_of_a_list_name_versions(if_match: str, versions: object) -> None:
    assert versions_in(if_match) == versions


@pytest.mark.parametrize(
    ("if_match", "words"),
    [
        ('W/"10"', 'Send the ETag as you got it with the sheet, without W/: "10".'),
        ('W/"9", W/"10"', 'W/"9" is a weak tag'),
        ('"of-another"', "If-Match names no version of a mark sheet."),
        ('"010"', "If-Match names no version of a mark sheet."),
        ('""', "If-Match names no version of a mark sheet."),
    ],
)
def test_a_tag_that_names_no_version_is_told_why(if_match: str, words: str) -> None:
    with pytest.raises(UnusableTag) as refused:
        versions_in(if_match)

    assert words in str(refused.value)


@pytest.mark.parametrize("if_match", ["", ",", "10", '"10', '10"', 'w/"10"', '"9" "10"', '"9", *', "*, *", '"9"x'])
def test_what_is_no_tag_is_malformed_and_pointed_at(if_match: str) -> None:
    with pytest.raises(Malformed) as refused:
        versions_in(if_match)

    assert [point.pointer for point in refused.value.points] == ["/header/If-Match"]


@given(st.integers(0, 999_999_999))
def test_the_tag_of_a_version_names_that_version(version: int) -> None:
    assert versions_in(tag_of(version)) == {version}


@given(st.text())
def test_no_header_is_read_as_anything_but_versions_or_a_refusal(if_match: str) -> None:
    try:
        found = versions_in(if_match)
    except (Malformed, UnusableTag):
        return
    assert found


def test_marks_are_put_on_any_of_the_versions_named_and_not_on_a_weak_one() -> None:
    weak, other, malformed = put('W/"1"'), put('"2", "3"'), put("1")
    one_of_two = put('"9", "1"', key="key-put-00002")

    assert [(a.status, a.body["code"]) for a in (weak, other, malformed)] == [
        (412, "unusable-tag"),
        (412, "stale"),
        (422, "malformed"),
    ]
    assert "weak" in weak.body["detail"]
    assert one_of_two.status == 200


def test_a_submission_names_the_version_that_was_reviewed() -> None:
    tag = complete()

    weak, whatever = submit(f"W/{tag}", "key-submit-1"), submit("*", "key-submit-2")
    one_of_two = submit(f'"1", {tag}', "key-submit-3")

    assert [(a.status, a.body["code"]) for a in (weak, whatever)] == [
        (412, "unusable-tag"),
        (428, "precondition-required"),
    ]
    assert one_of_two.status == 200
