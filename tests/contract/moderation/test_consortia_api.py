"""Consortia as the board meets them over the API, and what a centre of one sees: over DynamoDB."""

from dataclasses import replace
from typing import Any

import pytest

from centremark.bootstrap import Services
from centremark.domain.catalogue.catalogue import Centre
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import BOARD_CENTRE, Role
from centremark.domain.shared.identifiers import CentreNumber, SheetId
from centremark.domain.shared.outcomes import Mark
from centremark.handlers.api import after_submission, board
from centremark.usecases.marks.enter_marks import EnterMarksCommand
from centremark.usecases.submission.submit_marks import SubmitMarksCommand
from tests.support.beginning import BeginWith
from tests.support.builders import AGREED, CENTRE, SHEET, a_candidate, a_change, a_key, an_actor
from tests.support.entering import enter_candidates
from tests.support.http_api import SUBJECT, Answer, call

OTHER = CentreNumber("58410")
THEIRS = replace(SHEET, centre=OTHER)
OPERATOR, MODERATOR = "subject-of-olu", "subject-of-mo"
LISTED = "/v1/board/series/2027-06/consortia"
STARTED = {"moderator": {"name": "Mo Derator", "address": ["1 Exam Street"]}, "method": "post", "working_days": 3}


def people(services: Services) -> None:
    services.catalogue.put(Centre(OTHER, "Llys Derwen School"))
    services.members.put(Member(SUBJECT, "Asha Patel", {CENTRE: frozenset({Role.SUBMIT})}))
    services.members.put(Member(OPERATOR, "Olu Perator", {BOARD_CENTRE: frozenset({Role.OPERATOR})}))
    services.members.put(Member(MODERATOR, "Mo Derator", {BOARD_CENTRE: frozenset({Role.MODERATION})}))


@pytest.fixture(autouse=True)
def _people(begin_with: BeginWith) -> None:
    begin_with(people)


def at(sheet: SheetId) -> str:
    return f"/v1/board/sheets/{sheet}"


def arrange(*centres: str, sheet: SheetId = SHEET, subject: str = OPERATOR) -> Answer:
    return call(board.handler, "PUT", f"{at(sheet)}/consortium", {"centres": [*centres]}, subject=subject)


def seen(sheet: SheetId = SHEET, subject: str = MODERATOR) -> Any:
    return call(board.handler, "GET", f"{at(sheet)}/consortium", subject=subject).body


def confirm(services: Services, sheet: SheetId) -> None:
    """Enter, mark, submit and confirm three candidates of a centre."""
    officer = an_actor(Role.SUBMIT, centre=sheet.centre)
    enter_candidates(services, sheet, [a_candidate(number) for number in (1001, 1002, 1003)])
    changes = tuple(a_change(number, Mark(number - 956), checked=True) for number in (1001, 1002, 1003))
    saved = services.enter_marks(EnterMarksCommand(sheet, changes, a_key(f"marks-{sheet}")), officer)
    services.submit_marks(
        SubmitMarksCommand(sheet, frozenset({saved.version}), AGREED, a_key(f"submit-{sheet}")), officer
    )
    services.confirm_submission(sheet, 1)


def test_the_board_arranges_lists_and_dissolves() -> None:
    assert call(board.handler, "GET", LISTED, subject=OPERATOR).body == {
        "consortia": [],
        "assessments": [{"code": "H446/03", "title": "Programming project"}],
        "may": True,
    }

    arranged = arrange("58410")

    assert (arranged.status, [c["centre"]["name"] for c in arranged.body["centres"]]) == (
        200,
        ["Llys Derwen School", "Harbour View Academy"],
    )
    listed = call(board.handler, "GET", LISTED, subject=MODERATOR).body
    [line] = listed["consortia"]
    assert [(c["centre"]["number"], c["status"]) for c in line["centres"]] == [
        ("58410", None),
        ("64235", "not started"),
    ]
    assert (line["assessment"], line["arranged"]["by"], line["changeable"]) == ("H446/03", "Olu Perator", True)
    assert not listed["may"]

    dissolved = call(board.handler, "DELETE", f"{at(THEIRS)}/consortium", subject=OPERATOR)

    assert [c["centre"]["number"] for c in dissolved.body["centres"]] == ["58410"]
    assert call(board.handler, "GET", LISTED, subject=OPERATOR).body["consortia"] == []


def test_the_board_sees_what_each_centre_lacks_before_moderation_can_begin(services: Services) -> None:
    arrange("58410")
    assert [(c["centre"]["number"], c["lacks"]) for c in seen()["centres"]] == [
        ("58410", "entries"),
        ("64235", "submission"),
    ]

    confirm(services, SHEET)
    refused = call(board.handler, "POST", f"{at(SHEET)}/moderation", STARTED, subject=MODERATOR)
    assert (refused.status, refused.body["code"], seen()["ready"]) == (409, "not-confirmed", False)

    confirm(services, THEIRS)
    assert ([c["lacks"] for c in seen()["centres"]], seen()["ready"]) == ([None, None], True)


def test_the_board_reviews_one_sample_and_a_centre_sees_its_own_part_and_the_others_names(services: Services) -> None:
    arrange("58410")
    confirm(services, SHEET)
    confirm(services, THEIRS)

    call(board.handler, "POST", f"{at(SHEET)}/moderation", STARTED, subject=MODERATOR)

    moderations = [c["moderation"] for c in seen(THEIRS)["centres"]]
    assert [len(m["sample"]) for m in moderations] == [3, 3]
    assert {m["pool"] for m in moderations} == {6}
    mine = call(after_submission.handler, "GET", f"/v1/sheets/{SHEET}/moderation").body
    assert mine["centres"] == [
        {"number": "58410", "name": "Llys Derwen School"},
        {"number": "64235", "name": "Harbour View Academy"},
    ]
    assert mine["sample"] == moderations[1]["sample"]
    assert call(after_submission.handler, "GET", f"/v1/sheets/{THEIRS}/moderation").status == 404
    [line] = call(board.handler, "GET", LISTED, subject=MODERATOR).body["consortia"]
    assert not line["changeable"]
    changed = call(board.handler, "DELETE", f"{at(SHEET)}/consortium", subject=OPERATOR)
    assert (changed.status, changed.body["code"]) == (409, "moderation-begun")


@pytest.mark.parametrize(
    ("centres", "subject", "status", "code", "pointers"),
    [
        ([], OPERATOR, 422, "consortium-refused", ["/centres"]),
        (["99999"], OPERATOR, 422, "consortium-refused", ["/centres/0"]),
        (["9999"], OPERATOR, 422, "malformed-request", ["/centres/0"]),
        (["58410"], MODERATOR, 403, "forbidden", []),
        (["58410"], SUBJECT, 403, "forbidden", []),
        (["58410"], "nobody", 404, "not-found", []),
    ],
)
def test_what_cannot_be_arranged_is_refused(
    centres: list[str], subject: str, status: int, code: str, pointers: list[str]
) -> None:
    answer = arrange(*centres, subject=subject)

    assert (answer.status, answer.body["code"]) == (status, code)
    assert [error["pointer"] for error in answer.body["errors"]] == pointers


def test_a_centre_in_another_consortium_is_named(services: Services) -> None:
    services.catalogue.put(Centre(CentreNumber("30917"), "Northgate Sixth Form College"))
    arrange("58410")

    answer = arrange("58410", sheet=replace(SHEET, centre=CentreNumber("30917")))

    assert (answer.status, answer.body["code"]) == (409, "in-another-consortium")
    assert "58410 and 64235" in answer.body["errors"][0]["detail"]
