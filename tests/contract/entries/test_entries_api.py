"""Entries that change, as the board and the centre meet them: over DynamoDB."""

import json
from dataclasses import replace
from typing import Any

import pytest

from centremark.bootstrap import Services
from centremark.domain.catalogue.catalogue import MOST_CANDIDATES, Centre
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import BOARD_CENTRE, Role
from centremark.domain.shared.identifiers import CentreNumber
from centremark.handlers.api import board, records, sheets
from tests.support.beginning import BeginWith
from tests.support.builders import CENTRE, SHEET, a_candidate
from tests.support.entering import enter_candidates
from tests.support.http_api import SUBJECT, Answer, call

AT = f"/v1/sheets/{SHEET}"
BOARD_AT = f"/v1/board/sheets/{SHEET}"
OPERATOR = "subject-of-olu"


def people(services: Services) -> None:
    services.members.put(Member(SUBJECT, "Asha Patel", {CENTRE: frozenset({Role.ENTER, Role.SUBMIT})}))
    services.members.put(Member(OPERATOR, "Olu Perator", {BOARD_CENTRE: frozenset({Role.OPERATOR})}))


@pytest.fixture(autouse=True)
def _people(begin_with: BeginWith) -> None:
    begin_with(people)


def by_board(what: str, body: dict[str, Any], subject: str = OPERATOR) -> Answer:
    return call(board.handler, "POST", f"{BOARD_AT}/{what}", body, subject=subject)


def an_entry(number: int, name: str = "JONES Amelia", **more: Any) -> dict[str, Any]:
    candidate = a_candidate(number)
    return {"candidate": candidate.number, "name": name, "uci": candidate.uci, **more}


def rows() -> dict[str, dict[str, Any]]:
    """The sheet's rows by candidate."""
    return {row["candidate"]: row for row in call(sheets.handler, "GET", AT, query={"page": "all"}).body["rows"]}


def latest() -> dict[str, Any]:
    """The latest entry of the sheet's history."""
    return call(records.handler, "GET", f"{AT}/history").body["entries"][0]


def test_a_changed_name_is_shown_with_the_former_one_and_history_names_nobody() -> None:
    assert by_board("entries", {"entries": [an_entry(1001, "SMITH Amelia")], "reason": "Entered late"}).status == 200

    row, entry = rows()["1001"], latest()
    assert (row["name"], row["group"], row["note"]["former"]) == ("SMITH Amelia", "13A", "JONES Amelia")
    assert rows()["1002"]["note"] is None
    assert (entry["what"], entry["corrected"]) == ("EntriesChanged", ["1001"])
    assert entry["corrections"] == {"1001": ["name"]}
    assert "SMITH" not in json.dumps(entry)
    assert "JONES" not in json.dumps(entry)


def test_history_names_the_candidates_it_numbers_as_the_list_has_them_now() -> None:
    by_board("entries", {"entries": [an_entry(1001, "SMITH Amelia")], "reason": "Married"})
    by_board("withdrawals", {"candidates": ["1001"], "reason": "Left the course"})

    page = call(records.handler, "GET", f"{AT}/history").body

    assert page["entries"][0]["withdrawn"] == ["1001"]
    assert page["names"]["1001"] == "SMITH Amelia"


def test_a_number_given_to_another_person_is_a_conflict_for_whoever_saw_the_first() -> None:
    seen = rows()["1001"]["revision"]
    by_board("withdrawals", {"candidates": ["1001"], "reason": "Left"})
    zedd = {"candidate": "1001", "name": "ZEDD Zoe", "uci": a_candidate(2001).uci}
    assert by_board("entries", {"entries": [zedd], "reason": "Entered late"}).status == 200

    [saved] = save("PATCH", {"revision": seen, "outcome": {"kind": "mark", "mark": 45}}, "key-of-abbott").body["rows"]

    assert (saved["result"], saved["problem"]["code"]) == ("conflict", "revision-conflict")
    assert (rows()["1001"]["name"], rows()["1001"]["outcome"]) == ("ZEDD Zoe", None)


def test_entries_that_contradict_each_other_are_refused_with_each_place() -> None:
    twice = by_board(
        "entries",
        {
            "entries": [an_entry(1004), an_entry(1004), {**an_entry(1004), "candidate": "1005"}],
            "reason": "Entered late",
        },
    )
    over = by_board(
        "entries",
        {"entries": [an_entry(1006), {**an_entry(2001, "ZEDD Zoe"), "candidate": "1001"}], "reason": "Entered late"},
    )
    beside = by_board("entries", {"entries": [{**an_entry(1002), "candidate": "1005"}], "reason": "Entered late"})

    assert [(answer.status, answer.body["code"]) for answer in (twice, over, beside)] == [
        (422, "entries-refused"),
        (409, "number-taken"),
        (409, "already-entered"),
    ]
    assert [(error["pointer"], error["code"]) for error in twice.body["errors"]] == [
        ("/entries/1/candidate", "candidate-repeated"),
        ("/entries/2/uci", "uci-repeated"),
    ]
    assert [error["pointer"] for error in over.body["errors"]] == ["/entries/1/candidate"]
    assert [error["pointer"] for error in beside.body["errors"]] == ["/entries/0/uci"]
    assert sorted(rows()) == ["1001", "1002", "1003"]


def test_a_circumstance_meant_for_another_candidate_is_refused() -> None:
    path = f"{AT}/candidates/1001/circumstance"

    other = call(sheets.handler, "PUT", path, {"circumstance": LOST, "uci": a_candidate(2001).uci})
    meant = call(sheets.handler, "PUT", path, {"circumstance": LOST, "uci": a_candidate(1001).uci})

    assert (other.status, other.body["code"], meant.status) == (409, "entry-changed", 200)


def test_a_candidate_moves_and_both_centres_see_where_to_and_where_from(services: Services) -> None:
    there = CentreNumber("58410")
    theirs = replace(SHEET, centre=there)
    services.catalogue.put(Centre(there, "Llys Derwen School"))
    services.members.put(Member("subject-of-mair", "Mair Pugh", {there: frozenset({Role.ENTER})}))
    move = {"candidate": "1001", "centre": there, "number": "2001", "reason": "Changed schools"}

    moved = by_board("moves", move)

    assert moved.status == 200
    assert (moved.body["left"]["candidates"], moved.body["joined"]["candidates"]) == (["1002", "1003"], ["2001"])
    assert (latest()["other_centre"], latest()["changes"][0]["candidate"]) == (there, "1001")
    assert latest()["reason"] == "Changed schools"
    shown = call(sheets.handler, "GET", f"/v1/sheets/{theirs}", subject="subject-of-mair").body["rows"]
    assert [(row["candidate"], row["name"], row["note"]["moved_from"]) for row in shown] == [
        ("2001", "JONES Amelia", CENTRE)
    ]
    assert by_board("moves", move).body == moved.body


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"centre": CENTRE}, 422, "same-centre"),
        ({"centre": "99999"}, 404, "not-found"),
        ({"centre": "Harbour"}, 422, "malformed-request"),
        ({"number": "0000"}, 422, "malformed-request"),
        ({"reason": " "}, 422, "malformed-request"),
    ],
)
def test_a_move_that_cannot_be_made_is_a_problem_body(change: dict[str, str], status: int, code: str) -> None:
    answer = by_board(
        "moves", {"candidate": "1001", "centre": "58410", "number": "2001", "reason": "Changed schools", **change}
    )

    assert (answer.status, answer.body["code"]) == (status, code)
    assert "1001" in rows()


def test_a_centre_moves_nobody() -> None:
    answer = by_board(
        "moves",
        {"candidate": "1001", "centre": "58410", "number": "2001", "reason": "Changed schools"},
        subject=SUBJECT,
    )

    assert (answer.status, answer.body["code"]) == (403, "forbidden")


CARRIED = {"series": "2026-06", "outcome": {"kind": "mark", "mark": 41}}


def save(method: str, row: dict[str, Any], key: str, **more: Any) -> Answer:
    headers = {"Idempotency-Key": key, "If-Match": "*"}
    return call(
        sheets.handler, method, f"{AT}/marks", {"rows": [{"candidate": "1001", **row}], **more}, headers=headers
    )


def test_the_board_says_why_and_a_centre_sees_the_board_and_no_person() -> None:
    refused = by_board("entries", {"entries": [an_entry(1001, "SMITH Amelia")]})
    assert [error["pointer"] for error in refused.body["errors"]] == ["/reason"]

    by_board("entries", {"entries": [an_entry(1001, "SMITH Amelia")], "reason": "Married"})

    seen = latest()
    assert (seen["by"], seen["channel"], seen["reason"]) == ("Exam board", "board", "Married")
    theirs = call(records.handler, "GET", f"{AT}/history", subject=OPERATOR).body["entries"][0]
    assert (theirs["by"], theirs["reason"]) == ("Olu Perator", "Married")


def test_a_carried_mark_is_shown_with_its_series_and_locked_on_every_route() -> None:
    assert (
        by_board("entries", {"entries": [an_entry(1001, carried_forward=CARRIED)], "reason": "Entered late"}).status
        == 200
    )

    row = rows()["1001"]
    assert (row["outcome"], row["checked"], row["entered_by"]) == (CARRIED["outcome"], True, "Exam board")
    assert row["note"]["carried_from"] == "2026-06"
    [change] = latest()["changes"]
    assert (change["candidate"], change["after"], change["carried_from"]) == ("1001", "41", "2026-06")
    [typed] = save("PATCH", {"revision": 1, "outcome": {"kind": "mark", "mark": 42}}, "key-patch-01").body["rows"]
    [same] = save("PUT", {"outcome": CARRIED["outcome"]}, "key-put-0001", mode="all-or-nothing").body["rows"]
    refused = save("PUT", {"outcome": {"kind": "absent"}}, "key-put-0002", mode="all-or-nothing")
    assert (typed["result"], typed["problem"]["code"], same["result"]) == ("refused", "carried-forward", "unchanged")
    assert (refused.status, refused.body["errors"][0]["code"]) == (409, "carried-forward")
    counts = call(sheets.handler, "GET", f"{AT}/review").body["counts"]
    assert (counts["entered"], counts["checked"], counts["carried_forward"]) == (1, 1, 1)

    by_board("entries", {"entries": [an_entry(1001)], "reason": "Entered late"})
    assert (rows()["1001"]["outcome"], rows()["1001"]["note"]) == (None, None)


@pytest.mark.parametrize(
    ("carried", "status", "code"),
    [
        ({**CARRIED, "series": "2027-06"}, 422, "not-earlier-series"),
        ({**CARRIED, "series": "June"}, 422, "malformed-request"),
        ({**CARRIED, "outcome": {"kind": "mark", "mark": 71}}, 422, "outcome-refused"),
        ({**CARRIED, "outcome": {"kind": "absent"}}, 422, "malformed-request"),
    ],
)
def test_a_mark_that_cannot_be_carried_forward_is_a_problem_body(
    carried: dict[str, Any], status: int, code: str
) -> None:
    answer = by_board("entries", {"entries": [an_entry(1001, carried_forward=carried)], "reason": "Entered late"})

    assert (answer.status, answer.body["code"]) == (status, code)


LOST = {"code": "L", "reason": "Lost in the fire of 3 March"}


def record(circumstance: object, candidate: str = "1001", subject: str = SUBJECT) -> Answer:
    path = f"{AT}/candidates/{candidate}/circumstance"
    return call(sheets.handler, "PUT", path, {"circumstance": circumstance}, subject=subject)


def test_lost_work_is_recorded_beside_the_mark_shown_counted_and_taken_back() -> None:
    save("PATCH", {"revision": 0, "outcome": {"kind": "mark", "mark": 30}}, "key-patch-01")

    recorded = record(LOST)

    lost = {**LOST, "title": "Lost work"}
    assert (recorded.status, recorded.body["circumstance"]) == (200, lost)
    row = rows()["1001"]
    assert (row["outcome"]["mark"], row["revision"], row["note"]["circumstance"]) == (30, 1, lost)
    assert (latest()["what"], latest()["by"]) == ("CircumstanceRecorded", "Asha Patel")
    assert latest()["changes"][0]["circumstance"] == lost
    review = call(sheets.handler, "GET", f"{AT}/review").body
    assert review["counts"]["circumstances"] == [{"code": "L", "title": "Lost work", "count": 1}]
    assert review["sheet"]["circumstances"][0] == {"code": "L", "title": "Lost work", "sampled": False}

    assert record(None).body["circumstance"] is None
    assert rows()["1001"]["note"] is None


@pytest.mark.parametrize(
    ("circumstance", "candidate", "subject", "status", "code"),
    [
        ({"code": "X", "reason": "Because"}, "1001", SUBJECT, 422, "circumstance-refused"),
        ({"code": "L", "reason": " "}, "1001", SUBJECT, 422, "malformed-request"),
        ({"code": "L"}, "1001", SUBJECT, 422, "malformed-request"),
        (LOST, "7777", SUBJECT, 404, "not-found"),
        (LOST, "77", SUBJECT, 422, "malformed"),
        (LOST, "1001", OPERATOR, 403, "forbidden"),
    ],
)
def test_a_circumstance_that_cannot_be_recorded_is_a_problem_body(
    circumstance: object, candidate: str, subject: str, status: int, code: str
) -> None:
    answer = record(circumstance, candidate, subject)

    assert (answer.status, answer.body["code"]) == (status, code)


def test_nobody_is_entered_at_a_centre_that_does_not_exist() -> None:
    nowhere = f"/v1/board/sheets/{replace(SHEET, centre=CentreNumber('99999'))}/entries"

    answer = call(
        board.handler, "POST", nowhere, {"entries": [an_entry(1001)], "reason": "Entered late"}, subject=OPERATOR
    )

    assert (answer.status, answer.body["detail"]) == (404, "There is no centre 99999.")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("\ufb2c" * 60, "The text has 180 characters, but the most is 100. Shorten it."),
        ("\u3164", "The text is blank. Enter some text."),
        ("\u2800 \u2800", "The text is blank. Enter some text."),
    ],
)
def test_a_name_is_refused_that_would_be_cut_or_cannot_be_seen(name: str, says: str) -> None:
    answer = by_board("entries", {"entries": [an_entry(1004, name)], "reason": "Entered late"})

    assert answer.status == 422
    assert [(error["pointer"], error["detail"]) for error in answer.body["errors"]] == [("/entries/0/name", says)]


@pytest.mark.slow
def test_a_sheet_takes_two_thousand_of_the_longest_names_and_refuses_the_next_in_words() -> None:
    def enter(*numbers: int) -> Answer:
        longest = {"name": "\U0001f600" * 100, "group": "\U0001f600" * 50}
        return by_board(
            "entries", {"entries": [an_entry(number, **longest) for number in numbers], "reason": "Entered late"}
        )

    assert enter(*range(2000, 3000)).status == 200
    assert enter(*range(3000, 3997)).status == 200
    over = enter(3997)

    assert (over.status, over.body["code"]) == (409, "too-many-candidates")
    assert "at most 2,000 candidates" in over.body["detail"]
    assert "You can enter 0 more" in over.body["detail"]
    assert enter(3996).status == 200, "a correction adds nobody"
    shown = call(sheets.handler, "GET", AT, query={"page": "40"}).body
    assert (shown["candidates"], len(shown["rows"]), shown["rows"][-1]["name"]) == (2000, 50, "\U0001f600" * 100)


@pytest.mark.slow
def test_an_answer_larger_than_one_can_be_is_refused_in_words_and_its_pages_are_given(services: Services) -> None:
    wide = [a_candidate(number, name="\U0001f600" * 100, group="\U0001f600" * 50) for number in range(2000, 3997)]
    for letter in "\U0001f600\U0001f601":
        enter_candidates(services, SHEET, [replace(one, name=letter * 100) for one in wide])

    whole = call(sheets.handler, "GET", AT, query={"page": "all"})
    page = call(sheets.handler, "GET", AT, query={"page": "2"})

    assert (whole.status, whole.body["code"]) == (422, "answer-too-large")
    assert (page.status, len(page.body["rows"])) == (200, 50)


def test_nobody_moves_to_a_sheet_that_has_all_the_candidates_it_can(services: Services) -> None:
    there = CentreNumber("58410")
    services.catalogue.put(Centre(there, "Llys Derwen School"))
    full = [a_candidate(number) for number in range(3000, 3000 + MOST_CANDIDATES)]
    enter_candidates(services, replace(SHEET, centre=there), full)

    answer = by_board("moves", {"candidate": "1001", "centre": there, "number": "2001", "reason": "Changed schools"})

    assert (answer.status, answer.body["code"]) == (409, "too-many-candidates")
    assert sorted(rows()) == ["1001", "1002", "1003"]


@pytest.mark.slow
def test_every_mark_can_be_saved_at_once_beside_long_reasons(services: Services) -> None:
    enter_candidates(services, SHEET, [a_candidate(number) for number in range(2000, 2110)])
    for number in range(2000, 2110):
        path, long = f"{AT}/candidates/{number}/circumstance", {"code": "L", "reason": "\U0001f525" * 500}
        assert call(sheets.handler, "PUT", path, {"circumstance": long}).status == 200
    everyone = [
        {"candidate": number, "revision": 0, "outcome": {"kind": "mark", "mark": 45}}
        for number, row in rows().items()
        if row["revision"] == 0
    ]

    saved = call(
        sheets.handler, "PATCH", f"{AT}/marks", {"rows": everyone}, headers={"Idempotency-Key": "key-of-everyone"}
    )

    assert saved.status == 200
    assert {row["result"] for row in saved.body["rows"]} == {"saved"}
