"""What a centre and the board do after submission, as their callers meet it: over DynamoDB."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from centremark.bootstrap import Services
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import BOARD_CENTRE, Role
from centremark.domain.shared.outcomes import Mark
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.handlers.api import after_submission, board, records, sheets
from centremark.usecases.marks.enter_marks import EnterMarksCommand
from centremark.usecases.submission.submit_marks import SubmitMarksCommand
from tests.support.beginning import BeginWith
from tests.support.builders import AGREED, CENTRE, SHEET, a_candidate, a_change, a_key, an_actor, an_assessment
from tests.support.entering import enter_candidates
from tests.support.http_api import SUBJECT, Answer, Handler, call

AT = f"/v1/sheets/{SHEET}"
BOARD_AT = f"/v1/board/sheets/{SHEET}"
MODERATOR = "subject-of-mo"
OPERATOR = "subject-of-olu"
TODAY = datetime.now(UTC).isoformat()
OWEN = an_actor(Role.SUBMIT, name="Owen Reid")


def people(services: Services) -> None:
    services.members.put(Member(SUBJECT, "Asha Patel", {CENTRE: frozenset({Role.ENTER, Role.SUBMIT})}))
    services.members.put(Member("teacher", "Tea Cher", {CENTRE: frozenset({Role.ENTER})}))
    services.members.put(Member(MODERATOR, "Mo Derator", {BOARD_CENTRE: frozenset({Role.MODERATION})}))
    services.members.put(Member(OPERATOR, "Olu Perator", {BOARD_CENTRE: frozenset({Role.OPERATOR})}))


@pytest.fixture(autouse=True)
def _people(begin_with: BeginWith) -> None:
    begin_with(people)


def confirm(services: Services) -> MarkSheet:
    """Have a sheet confirmed by the board: 45, 46 and 47."""
    people(services)
    changes = tuple(a_change(number, Mark(number - 956), checked=True) for number in (1001, 1002, 1003))
    saved = services.enter_marks(EnterMarksCommand(SHEET, changes, a_key()), OWEN)
    services.submit_marks(SubmitMarksCommand(SHEET, frozenset({saved.version}), AGREED, a_key("key-submit-1")), OWEN)
    return services.confirm_submission(SHEET, 1)


@pytest.fixture
def confirmed(begin_with: BeginWith) -> MarkSheet:
    """A sheet the board has confirmed."""
    return begin_with(confirm)


STARTED = {
    "moderator": {"name": "Mo Derator", "address": ["1 Exam Street", "Leeds", "LS1 1AA"]},
    "method": "post",
    "working_days": 3,
}


def confirm_and_moderate(services: Services) -> None:
    """Have the same sheet confirmed and the sample asked for."""
    confirm(services)
    assert start().status == 200


@pytest.fixture
def moderated(begin_with: BeginWith) -> None:
    """The same, with the sample asked for."""
    begin_with(confirm_and_moderate)


def start(subject: str = MODERATOR) -> Answer:
    return call(board.handler, "POST", f"{BOARD_AT}/moderation", STARTED, subject=subject)


def a_mark(value: int) -> dict[str, Any]:
    return {"kind": "mark", "mark": value}


def asked(candidate: int = 1001, before: int = 45, after: int = 54, **changes: Any) -> dict[str, Any]:
    return {
        "marks": [{"candidate": f"{candidate}", "before": a_mark(before), "after": a_mark(after)}],
        "reason": "copied",
        "explanation": "The digits were swapped.",
        "approved_by": "Helen Head",
        **changes,
    }


def amend(body: dict[str, Any] | None = None, key: str = "key-amend-01", subject: str = SUBJECT) -> Answer:
    headers = {"Idempotency-Key": key}
    return call(after_submission.handler, "POST", f"{AT}/amendments", body or asked(), headers=headers, subject=subject)


@pytest.mark.usefixtures("confirmed")
def test_a_submission_that_was_replaced_is_shown_as_it_was_sent() -> None:
    amend()

    listed = call(records.handler, "GET", f"{AT}/submissions").body["submissions"]
    first = call(records.handler, "GET", f"{AT}/submissions/1").body

    assert [(one["number"], one["kind"], one["status"]) for one in listed] == [
        (2, "amended", "submitted"),
        (1, "first", "confirmed"),
    ]
    assert {key: first[key] for key in listed[1]} == listed[1]
    assert (first["submissions"], first["declaration"], first["report"]) == (2, AGREED.version, None)
    assert first["marks"][0] == {
        "candidate": "1001",
        "name": "JONES Amelia",
        "outcome": a_mark(45),
        "criteria": [],
        "zero_reason": None,
        "note": None,
    }
    assert call(records.handler, "GET", f"{AT}/submissions/3").status == 404
    assert call(records.handler, "GET", f"{AT}/submissions/0").status == 422


@pytest.mark.usefixtures("confirmed")
def test_a_centre_sees_how_an_amendment_would_go_and_the_reasons_to_choose_from() -> None:
    seen = call(after_submission.handler, "GET", f"{AT}/amendments").body

    assert (seen["may"], seen["at_once"], seen["amendments"]) == (True, True, [])
    assert {"code": "copied", "words": "a mark was copied wrongly"} in seen["reasons"]
    assert not call(after_submission.handler, "GET", f"{AT}/amendments", subject="teacher").body["may"]


@pytest.mark.usefixtures("confirmed")
def test_an_amendment_before_moderation_is_made_and_history_shows_it() -> None:
    answer = amend()

    [amendment] = answer.body["amendments"]
    assert (answer.status, amendment["state"], amendment["approved_by"]) == (200, "applied", "Helen Head")
    assert amendment["marks"] == [
        {"candidate": "1001", "name": "JONES Amelia", "before": a_mark(45), "after": a_mark(54)}
    ]
    assert (answer.body["submission"]["number"], answer.body["submission"]["status"]) == (2, "submitted")
    [entry, *_] = call(records.handler, "GET", f"{AT}/history").body["entries"]
    assert (entry["what"], entry["submission"], entry["amendment"]) == ("AmendmentApplied", 2, 1)
    assert (entry["changes"][0]["before"], entry["changes"][0]["after"]) == ("45", "54")
    assert amend().body == answer.body


@pytest.mark.usefixtures("moderated")
def test_once_moderation_has_started_the_board_sees_the_work_and_decides() -> None:
    assert not call(after_submission.handler, "GET", f"{AT}/amendments").body["at_once"]
    assert amend().body["amendments"][0]["state"] == "pending"

    work = {"candidates": ["1001"], "send_to": "1 Exam Street, Leeds", "due": "2027-05-10"}
    call(board.handler, "POST", f"{BOARD_AT}/amendments/1/work", work, subject=MODERATOR)
    sent = call(after_submission.handler, "POST", f"{AT}/amendments/1/sent", {"note": "AB123"}).body["amendments"][0][
        "work"
    ]
    decided = call(
        board.handler, "POST", f"{BOARD_AT}/amendments/1/decision", {"decision": "accept"}, subject=MODERATOR
    )

    assert {field: sent[field] for field in work} == work
    assert (sent["asked"]["by"], sent["sent"]["by"], sent["sent"]["note"]) == ("Exam board", "Asha Patel", "AB123")
    assert (decided.status, decided.body["amendments"][0]["state"]) == (200, "applied")
    assert decided.body["submission"]["submitted_by"] == "Asha Patel"


@pytest.mark.usefixtures("moderated")
def test_a_centre_takes_back_what_is_open_and_not_what_is_decided() -> None:
    amend()

    withdrawn = call(after_submission.handler, "POST", f"{AT}/amendments/1/withdraw")
    decided = call(
        board.handler,
        "POST",
        f"{BOARD_AT}/amendments/1/decision",
        {"decision": "decline", "note": "It stands."},
        subject=MODERATOR,
    )

    assert withdrawn.body["amendments"][0]["state"] == "withdrawn"
    assert (decided.status, decided.body["code"]) == (409, "amendment-closed")


@pytest.mark.parametrize(
    ("what", "declining"), [("amendments/1/decision", {"decision": "decline"}), ("extension", {"until": None})]
)
def test_whoever_declines_says_why(what: str, declining: dict[str, Any]) -> None:
    answer = call(board.handler, "POST", f"{BOARD_AT}/{what}", {**declining, "note": " "}, subject=OPERATOR)

    assert (answer.status, answer.body["code"]) == (422, "malformed-request")
    assert answer.body["errors"][0]["pointer"] == "/note"
    assert "Tell the centre why you decline" in answer.body["errors"][0]["detail"]


@pytest.mark.usefixtures("confirmed")
def test_an_amendment_that_cannot_be_made_points_at_each_place() -> None:
    wrong = [
        {"candidate": "1001", "before": a_mark(44), "after": a_mark(54)},
        {"candidate": "9999", "before": a_mark(44), "after": a_mark(54)},
    ]

    answer = amend(asked(marks=wrong))

    assert (answer.status, answer.body["code"]) == (422, "amendment-refused")
    assert [(fault["pointer"], fault["code"]) for fault in answer.body["errors"]] == [
        ("/marks/0", "amended-meanwhile"),
        ("/marks/1", "candidate-not-entered"),
    ]


@pytest.mark.usefixtures("confirmed")
@pytest.mark.parametrize("name", [" \u200b", "\u3164", "H" * 101, "\u0958" * 60])
def test_whoever_approved_an_amendment_is_named_in_one_short_line_that_can_be_seen(name: str) -> None:
    answer = amend(asked(approved_by=name))

    assert answer.status == 422
    assert [fault["pointer"] for fault in answer.body["errors"]] == ["/approved_by"]


@pytest.mark.usefixtures("confirmed")
def test_the_name_of_whoever_approved_an_amendment_is_kept_composed_and_without_space_around_it() -> None:
    answer = amend(asked(approved_by=" Sia\u0302n Pugh\u00a0"))

    assert answer.body["amendments"][0]["approved_by"] == "Si\u00e2n Pugh"


def test_moderation_waits_for_the_marks() -> None:
    answer = start()

    assert (answer.status, answer.body["code"]) == (409, "not-confirmed")
    assert call(after_submission.handler, "GET", f"{AT}/moderation").body["state"] == "not started"


@pytest.mark.usefixtures("moderated")
def test_a_centre_sees_whose_work_is_asked_for_why_where_to_send_it_and_no_seed() -> None:
    seen = call(after_submission.handler, "GET", f"{AT}/moderation").body

    assert (seen["state"], seen["method"], seen["moderator"]) == ("sample requested", "post", STARTED["moderator"])
    assert [(work["candidate"], work["name"], work["why"], work["state"]) for work in seen["sample"]] == [
        (candidate, "JONES Amelia", "everyone", "asked") for candidate in ("1003", "1002", "1001")
    ]
    assert (seen["pool"], seen["due"] is not None, seen["seed"], seen["outcome"]) == (3, True, None, None)
    assert len(call(after_submission.handler, "GET", f"{AT}/moderation", subject=MODERATOR).body["seed"]) == 32


@pytest.mark.usefixtures("moderated")
def test_what_was_recorded_as_sent_is_corrected_with_a_reason_that_the_history_keeps() -> None:
    sent = {"candidates": ["1001", "1002"], "note": "AB123"}
    call(after_submission.handler, "POST", f"{AT}/moderation/sent", sent)

    why = {"sent": False, "reason": "Left on the shelf"}
    call(after_submission.handler, "POST", f"{AT}/moderation/sent", {"candidates": ["1001"], "correction": why})
    how = {"candidates": ["1002"], "note": "AB124", "correction": {"sent": True, "reason": "A wrong number"}}
    seen = call(after_submission.handler, "POST", f"{AT}/moderation/sent", how).body["sample"]
    again = call(after_submission.handler, "POST", f"{AT}/moderation/sent", {"candidates": ["1001"], "correction": why})
    blank = call(
        after_submission.handler,
        "POST",
        f"{AT}/moderation/sent",
        {"candidates": ["1002"], "correction": {"sent": False, "reason": " "}},
    )

    found = {work["candidate"]: (work["state"], work["told"] and work["told"]["note"]) for work in seen}
    assert (found["1001"], found["1002"]) == (("asked", "Left on the shelf"), ("sent", "AB124"))
    assert (again.status, again.body["code"]) == (409, "conflict")
    assert (blank.status, blank.body["errors"][0]["pointer"]) == (422, "/correction/reason")
    history = call(records.handler, "GET", f"{AT}/history").body["entries"]
    assert [(entry["by"], entry["reason"]) for entry in history if entry["what"] == "SampleWorkCorrected"] == [
        ("Asha Patel", "A wrong number"),
        ("Asha Patel", "Left on the shelf"),
    ]


@pytest.mark.usefixtures("moderated")
def test_a_centre_sends_work_and_reports_some_lost() -> None:
    call(after_submission.handler, "POST", f"{AT}/moderation/sent", {"candidates": ["1001"], "note": "AB123"})
    lost = {"candidate": "1002", "explanation": "Flood"}
    seen = call(after_submission.handler, "POST", f"{AT}/moderation/lost", lost).body["sample"]

    assert {work["candidate"]: work["state"] for work in seen} == {"1001": "sent", "1002": "lost", "1003": "asked"}
    assert seen[1]["told"]["note"] == "Flood"


@pytest.mark.usefixtures("moderated")
@pytest.mark.parametrize(("release", "seen"), [(TODAY, True), ("2900-01-01T09:00:00Z", False)], ids=["now", "later"])
def test_the_centre_sees_the_outcome_from_its_release_and_the_board_at_once(release: str, seen: bool) -> None:
    body = {"adjusted": [{"candidate": "1001", "outcome": a_mark(40)}], "release_at": release, "note": "Generous"}

    recorded = call(board.handler, "POST", f"{BOARD_AT}/moderation/outcome", body, subject=MODERATOR)
    centres = call(after_submission.handler, "GET", f"{AT}/moderation").body

    assert (recorded.status, recorded.body["outcome"]["result"]) == (200, "adjusted")
    assert recorded.body["outcome"]["adjusted"] == [
        {"candidate": "1001", "name": "JONES Amelia", "centre": a_mark(45), "adjusted": a_mark(40)}
    ]
    assert (centres["outcome"] is not None) is seen
    assert (centres["state"] == "outcome recorded") is seen


@pytest.mark.usefixtures("moderated")
@pytest.mark.parametrize(("release", "seen"), [(TODAY, True), ("2900-01-01T09:00:00Z", False)], ids=["now", "later"])
def test_history_keeps_an_outcome_back_until_its_release_and_changes_do_not_have_it(release: str, seen: bool) -> None:
    body: dict[str, object] = {"adjusted": [], "release_at": release}
    call(board.handler, "POST", f"{BOARD_AT}/moderation/outcome", body, subject=MODERATOR)

    def told(path: str, of: str, subject: str) -> bool:
        listed = call(records.handler, "GET", path, subject=subject).body[of]
        return "ModerationOutcomeRecorded" in [fact["what"] for fact in listed]

    changes = f"/v1/centres/{CENTRE}/series/2027-06/changes"
    assert (told(f"{AT}/history", "entries", SUBJECT), told(f"{AT}/history", "entries", MODERATOR)) == (seen, True)
    assert (told(changes, "changes", SUBJECT), told(changes, "changes", MODERATOR)) == (False, False)


@pytest.mark.usefixtures("moderated")
@pytest.mark.parametrize("release", ["2020-01-01T09:00:00Z", "2000-01-01T00:00:00+14:00"])
def test_an_outcome_is_not_released_on_a_day_that_was_over_before(release: str) -> None:
    body: dict[str, object] = {"adjusted": [], "release_at": release}

    answer = call(board.handler, "POST", f"{BOARD_AT}/moderation/outcome", body, subject=MODERATOR)

    assert (answer.status, answer.body["code"]) == (422, "day-passed")
    assert [error["pointer"] for error in answer.body["errors"]] == ["/release_at"]


@pytest.mark.usefixtures("confirmed")
def test_work_is_not_due_on_a_day_that_is_over() -> None:
    work = {"candidates": ["1001"], "send_to": "1 Exam Street, Leeds", "due": "2020-05-10"}

    answer = call(board.handler, "POST", f"{BOARD_AT}/amendments/1/work", work, subject=MODERATOR)

    assert (answer.status, answer.body["code"]) == (422, "day-passed")
    assert [error["pointer"] for error in answer.body["errors"]] == ["/due"]


@pytest.mark.usefixtures("moderated")
def test_the_board_lists_every_centres_sheets() -> None:
    listed = call(board.handler, "GET", "/v1/board/series/2027-06/sheets", subject=MODERATOR).body["sheets"]

    assert [(line["sheet"], line["centre"]["name"], line["status"], line["sampled"]) for line in listed] == [
        (str(SHEET), "Harbour View Academy", "in moderation", 3)
    ]
    assert call(board.handler, "GET", "/v1/board/series/2027-06/sheets").status == 403


@pytest.mark.usefixtures("confirmed")
def test_a_late_entry_is_marked_and_submitted_beside_the_others(services: Services) -> None:
    services.members.put(Member("operator", "Olu Perator", {BOARD_CENTRE: frozenset({Role.OPERATOR})}))
    late = a_candidate(1004, "NEW Candidate")
    entry = {"candidate": "1004", "name": late.name, "uci": late.uci}
    entered = call(
        board.handler, "POST", f"{BOARD_AT}/entries", {"entries": [entry], "reason": "Entered late"}, subject="operator"
    )
    assert (entered.status, entered.body["late"]) == (200, ["1004"])

    row = {"candidate": "1004", "revision": 0, "outcome": a_mark(30), "checked": True}
    call(sheets.handler, "PATCH", f"{AT}/marks", {"rows": [row]}, headers={"Idempotency-Key": "key-of-late-1"})
    review = call(sheets.handler, "GET", f"{AT}/review")
    assert review.body["sheet"]["late_entries"] == 1
    assert review.body["late_entries"] == [
        {"candidate": "1004", "name": "NEW Candidate", "page": 1, "outcome": {"kind": "mark", "mark": 30}}
    ]
    declaration = {"version": AGREED.version, "agreed": sorted(AGREED.agreed)}
    headers = {"Idempotency-Key": "key-of-late-2", "If-Match": review.headers["ETag"]}
    sent = call(sheets.handler, "POST", f"{AT}/submit", {"declaration": declaration}, headers=headers)

    assert (sent.status, sent.body["kind"], sent.body["candidates"]) == (200, "supplementary", 1)
    body = {"candidates": ["1004"], "reason": "Entered by mistake"}
    left = call(board.handler, "POST", f"{BOARD_AT}/withdrawals", body, subject="operator").body
    assert left["candidates"] == ["1001", "1002", "1003"]


def test_a_supplementary_submission_is_asked_about_its_own_marks_alone(services: Services) -> None:
    changes = tuple(a_change(number, Mark(0), checked=True) for number in (1001, 1002, 1003))
    saved = services.enter_marks(EnterMarksCommand(SHEET, changes, a_key()), OWEN)
    services.submit_marks(SubmitMarksCommand(SHEET, frozenset({saved.version}), AGREED, a_key("key-submit-1")), OWEN)
    enter_candidates(services, SHEET, [a_candidate(1004)])
    late = (a_change(1004, Mark(0)),)
    services.enter_marks(EnterMarksCommand(SHEET, late, a_key("key-of-late-1")), OWEN)

    review = call(sheets.handler, "GET", f"{AT}/review").body

    assert [(query["candidate"], query["code"]) for query in review["queries"]] == [("1004", "zero-mark")]
    assert [missing["candidate"] for missing in review["missing"]] == ["1004"]


def test_a_centre_asks_for_more_time_and_the_board_grants_it(services: Services) -> None:
    services.members.put(Member("operator", "Olu Perator", {BOARD_CENTRE: frozenset({Role.OPERATOR})}))
    before = call(after_submission.handler, "GET", f"{AT}/extension").body
    assert (before["deadline"], before["extension"]) == ("2027-05-15T22:59:59Z", None)

    asked_for = call(after_submission.handler, "POST", f"{AT}/extension", {"until": "2027-05-22", "reason": "Illness"})
    [line] = call(board.handler, "GET", "/v1/board/series/2027-06/sheets", subject="operator").body["sheets"]
    decision = {"until": "2027-05-20", "note": "Get well"}
    granted = call(board.handler, "POST", f"{BOARD_AT}/extension", decision, subject="operator")

    assert (asked_for.status, asked_for.body["extension"]["until"]) == (200, "2027-05-22T22:59:59Z")
    assert (line["extension_asked"], line["overdue"], line["deadline"]) == (True, False, "2027-05-15T22:59:59Z")
    assert (granted.status, granted.body["deadline"]) == (200, "2027-05-20T22:59:59Z")
    [listed] = call(sheets.handler, "GET", "/v1/centres/64235/series/2027-06/assessments").body["assessments"]
    for seen in (call(sheets.handler, "GET", AT).body, listed):
        assert seen["deadline"] == "2027-05-20T22:59:59Z"
        assert (seen["extension"]["granted"], seen["extension"]["decided"]["note"]) == (True, "Get well")
    history = call(records.handler, "GET", f"{AT}/history").body["entries"]
    told = [(entry["what"], entry["extension"] and entry["extension"]["granted"]) for entry in history]
    assert told == [("ExtensionDecided", True), ("ExtensionRequested", None), ("EntriesChanged", None)]


@pytest.mark.usefixtures("confirmed")
def test_odd_marks_of_a_whole_sheet_are_told_in_sentences_and_few_marks_are_not_odd() -> None:
    assert call(after_submission.handler, "GET", f"{AT}/sense").body == {"senses": []}


def test_each_oddity_comes_with_its_figures_and_a_sentence(services: Services) -> None:
    services.catalogue.put(replace(an_assessment(), boundaries={"C": 42}))
    enter_candidates(services, SHEET, [a_candidate(1004 + place) for place in range(20)])
    changes = tuple(a_change(1004 + place, Mark(42 if place < 12 else 5 * place - 50)) for place in range(20))
    services.enter_marks(EnterMarksCommand(SHEET, changes, a_key()), an_actor(Role.ENTER))

    [odd] = call(after_submission.handler, "GET", f"{AT}/sense").body["senses"]

    assert odd.pop("sentence").startswith("12 marks of 42 or 43, but only 1 of 40 or 41")
    assert odd == {
        "code": "bunched-at-boundaries",
        "boundaries": [{"grade": "C", "lowest": 42}],
        "above": 12,
        "below": 1,
        "once_in": 585,
    }


REFUSALS: dict[str, tuple[Handler, str, Any, str, int, str]] = {
    "marks that are not submitted": (
        after_submission.handler, f"{AT}/amendments", asked(), SUBJECT, 409, "not-submitted",
    ),
    "someone who may only enter": (after_submission.handler, f"{AT}/amendments", asked(), "teacher", 403, "forbidden"),
    "a stranger": (after_submission.handler, f"{AT}/amendments", asked(), "nobody", 404, "not-found"),
    "another reason": (
        after_submission.handler, f"{AT}/amendments", asked(reason="because"), SUBJECT, 422, "malformed-request",
    ),
    "no such amendment": (after_submission.handler, f"{AT}/amendments/7/withdraw", None, SUBJECT, 404, "not-found"),
    "a centre deciding for the board": (
        board.handler, f"{BOARD_AT}/amendments/1/decision", {"decision": "accept"}, SUBJECT, 403, "forbidden",
    ),
    "work of no sample": (
        after_submission.handler, f"{AT}/moderation/sent", {"candidates": ["1001"]}, SUBJECT,
        409, "moderation-not-started",
    ),
    "a centre moderating itself": (board.handler, f"{BOARD_AT}/moderation", STARTED, SUBJECT, 403, "forbidden"),
    "a release at no instant": (
        board.handler, f"{BOARD_AT}/moderation/outcome", {"adjusted": [], "release_at": "2027-08-01T09:00:00"},
        MODERATOR, 422, "malformed-request",
    ),
    "a centre entering candidates": (
        board.handler, f"{BOARD_AT}/withdrawals", {"candidates": ["1001"], "reason": "x"}, SUBJECT, 403, "forbidden",
    ),
    "a stranger deciding for the board": (
        board.handler, f"{BOARD_AT}/amendments/1/decision", {"decision": "accept"}, "nobody", 404, "not-found",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSALS.values(), ids=REFUSALS.keys())
def test_a_refusal_is_a_problem_body_with_a_stable_code(case: tuple[Handler, str, Any, str, int, str]) -> None:
    handler, path, body, subject, status, code = case

    answer = call(handler, "POST", path, body, headers={"Idempotency-Key": "key-00000001"}, subject=subject)

    assert (answer.status, answer.body["code"]) == (status, code)
    assert answer.headers["Content-Type"] == "application/problem+json"
