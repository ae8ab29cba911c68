"""The API as its callers meet it: real HTTP API events through the handlers, over DynamoDB."""

import io
from datetime import date
from typing import Any

import pytest

from centremark.bootstrap import Services
from centremark.domain.people.ports import Member
from centremark.domain.prints.kinds import Slips
from centremark.domain.shared.actor import BOARD_CENTRE, Role
from centremark.domain.shared.identifiers import AssessmentCode
from centremark.handlers.api import account, http, records, sheets
from infra import openapi
from tests.contract.conftest import client
from tests.support.beginning import BeginWith
from tests.support.builders import CENTRE, SHEET, a_candidate
from tests.support.entering import enter_candidates
from tests.support.http_api import SUBJECT, Answer, call
from tests.support.marks_api import AGREED, AT, LISTED, OWEN, complete, enrol, mark, save, submit


@pytest.fixture(autouse=True)
def _people(begin_with: BeginWith) -> None:
    begin_with(enrol)


def test_a_teacher_sees_who_they_are_and_what_is_to_be_done() -> None:
    me = call(account.handler, "GET", "/v1/me").body
    [assessment] = call(sheets.handler, "GET", f"{LISTED}/assessments").body["assessments"]

    assert me["name"] == "Asha Patel"
    assert me["memberships"][0]["centre"] == {"number": "64235", "name": "Harbour View Academy"}
    assert (assessment["sheet"], assessment["status"], assessment["next"]) == (str(SHEET), "not started", "enter")


def test_the_boards_office_is_no_centre_of_its_operators(services: Services) -> None:
    roles = {BOARD_CENTRE: frozenset({Role.OPERATOR}), CENTRE: frozenset({Role.VIEW})}
    services.members.put(Member("operator", "Olu Operator", roles))

    me = call(account.handler, "GET", "/v1/me", subject="operator").body

    assert [membership["centre"]["number"] for membership in me["memberships"]] == [CENTRE]
    assert me["board"] == ["board operator"]


def test_a_centres_own_people_have_no_role_of_the_board() -> None:
    assert call(account.handler, "GET", "/v1/me").body["board"] == []


def test_a_centres_list_says_how_each_submitted_sheet_stands() -> None:
    version = complete()
    [before] = call(sheets.handler, "GET", f"{LISTED}/assessments").body["assessments"]
    submit(version)
    [after] = call(sheets.handler, "GET", f"{LISTED}/assessments").body["assessments"]

    assert before["after"] is None
    assert after["after"] == {"to_send": 0, "send_by": None, "amendments": 0, "work_by": None, "outcome_at": None}


@pytest.mark.parametrize(
    ("query", "found"),
    [({"code": "h446/03"}, 1), ({"code": "H446-03"}, 1), ({"code": "J277"}, 0), ({"qualification": "h446"}, 1)],
)
def test_assessments_are_found_by_code_or_qualification(query: dict[str, str], found: int) -> None:
    assert len(call(sheets.handler, "GET", f"{LISTED}/assessments", query=query).body["assessments"]) == found


def test_each_row_is_answered_by_itself_and_again_the_same() -> None:
    rows = mark(1001, 45), mark(1002, 71), mark(9999, 1)

    first, again = save(*rows), save(*rows)

    assert [row["result"] for row in first.body["rows"]] == ["saved", "refused", "refused"]
    assert first.body["rows"][1]["problem"] == {"code": "outcome-refused", "detail": "71 is not a mark from 0 to 70."}
    assert (again.status, again.body) == (first.status, first.body)


def test_a_mark_left_out_stays_and_a_null_mark_is_cleared() -> None:
    save(mark(1001, 45))

    save({"candidate": "1001", "revision": 1, "checked": True}, key="key-00000002")
    ticked = call(sheets.handler, "GET", AT).body["rows"][0]
    save({"candidate": "1001", "revision": 2, "outcome": None}, key="key-00000003")
    cleared = call(sheets.handler, "GET", AT).body["rows"][0]

    assert (ticked["outcome"], ticked["checked"]) == ({"kind": "mark", "mark": 45}, True)
    assert (cleared["outcome"], cleared["checked"]) == (None, False)


def test_each_row_says_who_entered_it_and_whether_that_is_the_reader() -> None:
    save(mark(1001, 45))
    save(mark(1002, 46), key="key-00000002", subject=OWEN)

    seen = {
        who: [(row["entered_by"], row["own"]) for row in call(sheets.handler, "GET", AT, subject=who).body["rows"]]
        for who in (SUBJECT, OWEN)
    }

    assert seen[SUBJECT] == [("Asha Patel", True), ("Owen Reid", False), ("", False)]
    assert seen[OWEN] == [("Asha Patel", False), ("Owen Reid", True), ("", False)]


def test_a_conflict_names_who_saved_meanwhile() -> None:
    save(mark(1001, 47), key="key-of-owen-1", subject=OWEN)

    first, again = save(mark(1001, 45)), save(mark(1001, 45), mark(1002, 1), key="key-00000002")

    [row] = first.body["rows"]
    assert (row["result"], row["entered_by"], row["own"]) == ("conflict", "Owen Reid", False)
    assert [(r["result"], r["entered_by"], r["own"]) for r in again.body["rows"]] == [
        ("conflict", "Owen Reid", False),
        ("saved", "Asha Patel", True),
    ]
    assert save(mark(1001, 45), mark(1002, 1), key="key-00000002").body == again.body


def test_a_centres_people_are_named_by_what_they_may_do_and_a_machine_is_not_one_of_them(services: Services) -> None:
    services.members.put(Member("teacher", "Zadie Teacher", {CENTRE: frozenset({Role.ENTER})}))
    services.members.put(Member("mis", "The MIS", {CENTRE: frozenset({Role.ENTER, Role.SUBMIT})}, machine=True))
    only = {CENTRE: {Role.ENTER: frozenset({AssessmentCode("J277/02")}), Role.SUBMIT: frozenset({SHEET.assessment})}}
    services.members.put(Member("hana", "Hana Lee", {CENTRE: frozenset({Role.VIEW})}, limits=only))
    services.members.put(Member("elsewhere", "Someone Elsewhere", {BOARD_CENTRE: frozenset({Role.OPERATOR})}))

    centre = call(sheets.handler, "GET", f"{LISTED}/assessments").body
    sheet = call(sheets.handler, "GET", AT).body

    assert centre["people"] == {
        "enter": ["Asha Patel", "Owen Reid", "Zadie Teacher"],
        "submit": ["Asha Patel", "Owen Reid"],
        "limited": [{"name": "Hana Lee", "enter": ["H446/03", "J277/02"], "submit": ["H446/03"]}],
    }
    assert sheet["submitters"] == ["Asha Patel", "Hana Lee", "Owen Reid"]


@pytest.mark.parametrize(("code", "may"), [("H446/03", True), ("J277/02", False)])
def test_what_the_person_signed_in_may_do_is_that_of_the_sheet(services: Services, code: str, may: bool) -> None:
    limits = {CENTRE: {Role.SUBMIT: frozenset({AssessmentCode(code)})}}
    services.members.put(Member("hana", "Hana Lee", {CENTRE: frozenset({Role.VIEW})}, limits=limits))

    sheet = call(sheets.handler, "GET", AT, subject="hana").body

    assert sheet["may"] == {"enter": may, "submit": may}


def choose(subject: str = "head", **settings: Any) -> Answer:
    return call(account.handler, "PUT", f"/v1/centres/{CENTRE}/settings", settings, subject=subject)


def test_a_centres_administrator_chooses_a_second_checker_and_everyone_sees_who_did() -> None:
    before = call(account.handler, "GET", f"/v1/centres/{CENTRE}/settings").body

    chosen = choose(second_checker=True)

    assert before == {"second_checker": False, "changed_by": None, "changed_at": None}
    assert (chosen.status, chosen.body["second_checker"], chosen.body["changed_by"]) == (200, True, "Helen Head")
    assert call(account.handler, "GET", f"/v1/centres/{CENTRE}/settings", subject="viewer").body == chosen.body
    assert call(sheets.handler, "GET", AT).body["second_checker"] is True


def test_with_a_second_checker_a_tick_on_ones_own_mark_is_refused_and_a_colleagues_is_saved() -> None:
    choose(second_checker=True)
    save(mark(1001, 45))
    tick = {"candidate": "1001", "revision": 1, "checked": True}

    own, colleagues = save(tick, key="key-00000002"), save(tick, key="key-00000003", subject=OWEN)

    assert own.body["rows"][0]["result"] == "refused"
    assert own.body["rows"][0]["problem"]["code"] == "second-checker-needed"
    assert colleagues.body["rows"][0]["result"] == "saved"
    assert (colleagues.body["rows"][0]["entered_by"], colleagues.body["rows"][0]["own"]) == ("Asha Patel", False)


def test_a_long_sheet_comes_in_pages_of_fifty_or_whole(services: Services) -> None:
    enter_candidates(services, SHEET, [a_candidate(number) for number in range(2000, 2100)])

    pages = [call(sheets.handler, "GET", AT, query={"page": page}).body for page in ("1", "3", "4", "all")]

    assert [len(page["rows"]) for page in pages] == [50, 3, 0, 103]
    assert [page["page"] for page in pages] == [1, 3, 4, None]
    assert {page["pages"] for page in pages} == {3}


def test_marks_are_submitted_once_and_the_receipt_comes_again() -> None:
    etag = complete()

    first, again = submit(etag), submit(etag)

    assert first.status == 200
    assert (first.body["reference"], first.body["status"]) == ("64235-H446-03-2027-06-1", "submitted")
    assert again.body == first.body
    assert submit(etag, key="key-another").body["code"] == "already-submitted"


def test_the_review_says_what_is_missing_and_on_which_page() -> None:
    save(mark(1001, 45, checked=True), mark(1002, 0))

    review = call(sheets.handler, "GET", f"{AT}/review").body

    assert [(m["candidate"], m["missing"], m["page"]) for m in review["missing"]] == [
        ("1002", "check", 1),
        ("1003", "mark", 1),
    ]
    assert [s["key"] for s in review["declaration"]["statements"]] == AGREED["agreed"]


def test_odd_marks_are_asked_about_where_they_are_entered_read_and_reviewed_and_stop_nothing() -> None:
    saved = save(mark(1001, 45, checked=True), mark(1002, 0, checked=True), mark(1003, 46, checked=True))
    zero = {"code": "zero-mark", "figure": None}

    read = call(sheets.handler, "GET", AT)
    review = call(sheets.handler, "GET", f"{AT}/review")

    assert [row["query"] for row in saved.body["rows"]] == [None, zero, None]
    assert save(mark(1001, 45, checked=True), mark(1002, 0, checked=True), mark(1003, 46, checked=True)).body == (
        saved.body
    )
    assert [row["query"] for row in read.body["rows"]] == [None, zero, None]
    assert review.body["queries"] == [{"candidate": "1002", "name": "JONES Amelia", "page": 1, **zero}]
    assert submit(review.headers["ETag"]).status == 200


def test_the_figure_of_a_query_is_a_whole_number_where_it_can_be(services: Services) -> None:
    enter_candidates(services, SHEET, [a_candidate(number) for number in range(1004, 1014)])

    save(*(mark(number, value) for number, value in enumerate([30, 31, 33, 34, 35, 36, 38, 70], start=1001)))
    save(*(mark(number, 34) for number in range(1009, 1014)), key="key-00000002")
    rows = call(sheets.handler, "GET", AT).text

    assert '"query":{"code":"far-from-class","figure":34}' in rows
    assert rows.count('"query":{"code":"same-as-neighbours","figure":5}') == 5


def test_an_incomplete_sheet_is_refused_with_every_candidate_named() -> None:
    etag = call(sheets.handler, "GET", f"{AT}/review").headers["ETag"]

    answer = submit(etag)

    assert (answer.status, answer.body["code"]) == (409, "sheet-incomplete")
    assert [error["pointer"] for error in answer.body["errors"]] == ["", "", ""]
    assert [error["detail"].split()[1] for error in answer.body["errors"]] == ["1001", "1002", "1003"]


def test_marks_that_changed_since_the_review_are_said_before_what_the_sheet_lacks() -> None:
    etag = call(sheets.handler, "GET", f"{AT}/review").headers["ETag"]
    save(mark(1001, 45))

    answer = submit(etag)

    assert (answer.status, answer.body["code"]) == (412, "stale")


def test_what_was_submitted_and_who_did_what_can_be_read() -> None:
    submit(complete())

    [submission] = call(records.handler, "GET", f"{LISTED}/submissions").body["submissions"]
    history = call(records.handler, "GET", f"{AT}/history").body["entries"]

    assert (submission["reference"], submission["absent"]) == ("64235-H446-03-2027-06-1", 1)
    assert [entry["what"] for entry in history] == ["MarksSubmitted", "MarksSaved", "EntriesChanged"]
    assert history[1]["changes"][2] == {
        "candidate": "1003",
        "before": None,
        "after": "Absent",
        "checked": True,
        "flag": None,
        "carried_from": None,
        "circumstance": None,
        "criteria": [],
        "zero_reason": None,
        "checker_note": None,
        "was_checked": False,
        "entered_before": {"outcome": None, "criteria": [], "zero_reason": None},
        "entered_after": {"outcome": {"kind": "absent"}, "criteria": [], "zero_reason": None},
    }


def test_history_says_whether_a_change_came_from_the_page_or_from_an_mis(services: Services) -> None:
    services.members.put(Member("mis", "The MIS", {CENTRE: frozenset({Role.ENTER})}, machine=True))
    save(mark(1001, 45))
    save(mark(1002, 46), subject="mis", machine=True)

    history = call(records.handler, "GET", f"{AT}/history").body["entries"]

    assert [(entry["by"], entry["channel"]) for entry in history] == [
        ("The MIS", "api"),
        ("Asha Patel", "web"),
        ("Exam board", "board"),
    ]


def test_a_draft_report_is_asked_for_and_then_on_its_way() -> None:
    before = call(records.handler, "GET", f"{AT}/report").body
    asked = call(records.handler, "POST", f"{AT}/report")

    assert (before["status"], before["link"]) == ("none", None)
    assert (asked.status, asked.body["status"], asked.body["draft"]) == (202, "preparing", True)


def ask_for_slips(group: str | None, review_by: str = "9999-05-03", subject: str = SUBJECT) -> Answer:
    return call(records.handler, "POST", f"{AT}/slips", {"group": group, "review_by": review_by}, subject=subject)


def test_slips_are_asked_for_by_whoever_may_see_the_marks_and_then_on_their_way() -> None:
    save(mark(1001, 45))
    query = {"group": "13A", "review_by": "9999-05-03"}

    before = call(records.handler, "GET", f"{AT}/slips", query=query).body
    asked = ask_for_slips("13A", subject="viewer")
    whole = call(records.handler, "GET", f"{AT}/slips", query={"group": "", "review_by": "9999-05-03"}).body

    assert (before["status"], before["link"]) == ("none", None)
    assert (asked.status, asked.body) == (202, {**before, "status": "preparing"})
    assert (asked.body["version"], asked.body["group"], asked.body["review_by"]) == (2, "13A", "9999-05-03")
    assert (whole["status"], whole["group"]) == ("none", None)
    assert call(records.handler, "GET", f"{AT}/slips", query=query).body == asked.body


def test_printed_slips_come_with_a_link() -> None:
    save(mark(1001, 45))
    ask_for_slips(None)
    choice = Slips(SHEET, 2, None, date(9999, 5, 3)).choice
    client("s3").put_object(Bucket="reports", Key=f"slips/2027-06/64235/H446-03/2-{choice}.pdf", Body=b"%PDF")

    found = call(records.handler, "GET", f"{AT}/slips", query={"review_by": "9999-05-03"}).body

    assert found["status"] == "ready"
    assert found["link"].startswith("https://")
    assert found["expires_at"]


@pytest.mark.parametrize(
    ("group", "review_by", "status", "code"),
    [
        ("13A", "9999-05-03", 409, "nothing-to-print"),
        (None, "9999-05-03", 409, "nothing-to-print"),
        (None, "2020-05-03", 422, "review-date-passed"),
        (None, "3 May 9999", 422, "malformed-request"),
    ],
)
def test_slips_that_cannot_be_are_refused(group: str | None, review_by: str, status: int, code: str) -> None:
    answer = ask_for_slips(group, review_by)

    assert (answer.status, answer.body["code"]) == (status, code)


def test_nothing_personal_is_logged(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.StringIO()
    [handler] = http.logger.handlers
    monkeypatch.setattr(handler, "stream", written)
    submit(complete())
    call(sheets.handler, "GET", AT)
    save(mark(1001, 99), key="key-00000009")
    call(sheets.handler, "GET", AT, subject="nobody")

    logged = written.getvalue()

    assert "request_answered" in logged
    for personal in ("JONES", "Amelia", "Asha", '"mark"', "1001"):
        assert personal not in logged


def test_the_committed_document_is_what_the_routes_say() -> None:
    assert openapi.COMMITTED.read_text() == openapi.rendered()


def group(*departments: dict[str, Any], subject: str = "head") -> Answer:
    body = {"departments": [*departments]}
    return call(account.handler, "PUT", f"/v1/centres/{CENTRE}/departments", body, subject=subject)


def test_a_centres_administrator_groups_its_qualifications_and_the_list_and_the_history_say_so() -> None:
    science = a_department("Science", "H446")

    grouped = group(science)

    assert (grouped.status, grouped.body) == (200, {"departments": [science]})
    assert call(account.handler, "GET", f"/v1/centres/{CENTRE}/departments", subject="viewer").body == grouped.body
    assert call(sheets.handler, "GET", f"{LISTED}/assessments").body["departments"] == [science]
    [entry] = call(records.handler, "GET", f"/v1/centres/{CENTRE}/history", subject="head").body["entries"]
    assert (entry["what"], entry["by"], entry["before"], entry["after"]) == (
        "DepartmentsChanged",
        "Helen Head",
        [],
        ["Science: H446"],
    )


def a_department(name: str, *qualifications: str) -> dict[str, Any]:
    return {"name": name, "qualifications": [*qualifications]}


@pytest.mark.parametrize(
    ("departments", "pointer"),
    [
        ([a_department(" ")], "/departments/0/name"),
        ([a_department("A" * 61)], "/departments/0/name"),
        ([a_department("Science", "h446")], "/departments/0/qualifications/0"),
        ([a_department("Science"), a_department("science")], "/departments/1/name"),
        ([a_department(f"{n}") for n in range(61)], "/departments"),
    ],
)
def test_departments_that_cannot_be_are_refused_where_they_are_wrong(
    departments: list[dict[str, Any]], pointer: str
) -> None:
    refused = group(*departments)

    assert (refused.status, [error["pointer"] for error in refused.body["errors"]]) == (422, [pointer])


def test_a_teacher_does_not_name_departments() -> None:
    assert group(subject=SUBJECT).status == 403
