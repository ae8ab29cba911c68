"""What colleagues ask of one another: kept alike in memory and on AWS, at the routes, and from the bus to the mail."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

import pytest
from aws_lambda_powertools.utilities.data_classes.dynamo_db_stream_event import DynamoDBRecord

from centremark.adapters.codec.notices import notice_from, text_of
from centremark.adapters.dynamodb.items import bind
from centremark.adapters.dynamodb.requests import DynamoRequests, RequestsItem
from centremark.adapters.dynamodb.stores import LARGEST_ITEM, size_of
from centremark.adapters.eventbridge.bus import event_of
from centremark.bootstrap import Services
from centremark.domain.catalogue.catalogue import Window
from centremark.domain.notices.notice import About, Kind, Notice
from centremark.domain.people.ports import Member
from centremark.domain.requests.facts import ColleagueAsked
from centremark.domain.requests.ports import Requests, RequestsSaving
from centremark.domain.requests.request import (
    MOST_ON_A_SHEET,
    Colleague,
    Reminded,
    Request,
    SheetRequests,
    Wanted,
)
from centremark.domain.shared.actor import Role
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber
from centremark.domain.shared.ports import IdempotencyRecord, WriteConflict
from centremark.handlers.api import records, sheets
from centremark.handlers.consumers import queue_notices
from centremark.usecases.shared.london import today
from tests.contract.conftest import ENVIRONMENT, client
from tests.support.beginning import BeginWith
from tests.support.builders import CENTRE, NOON, OFFICER, OPENS, SERIES, SHEET, a_key, an_assessment
from tests.support.http_api import SUBJECT, Answer, Context, call
from tests.support.marks_api import AT, LISTED, OWEN, enrol, mark, save
from tests.support.memory import Memory
from tests.support.memory_requests import MemoryRequests

BY: Final = date(2027, 5, 3)
WANTED: Final = Wanted(Colleague("asha", "Asha Patel"), ("13A",), BY)
ASKED: Final = SheetRequests(SHEET).ask(WANTED, Attribution(OFFICER, NOON), NOON.date())
OTHER: Final = replace(SHEET, assessment=AssessmentCode("H446/04"))
ELSEWHERE: Final = replace(SHEET, centre=CentreNumber("64236"))


@pytest.fixture(params=["memory", "dynamodb"])
def requests(request: pytest.FixtureRequest, aws_in_process: None) -> Requests:
    if request.param == "memory":
        return MemoryRequests(Memory())
    bind("marks", "ledger")
    return DynamoRequests()


def saving(held: SheetRequests, at: datetime = NOON) -> RequestsSaving:
    request = held.requests[-1]
    return RequestsSaving(held, [ColleagueAsked(sheet=held.sheet, version=1, at=at, by=OFFICER, request=request)])


def test_requests_come_back_as_they_were_and_are_kept_over_the_version_before(requests: Requests) -> None:
    reminded = ASKED.remind(frozenset({1}), Reminded(OFFICER, NOON, today(NOON)))

    requests.save([saving(ASKED)])
    requests.save([saving(reminded, NOON + timedelta(minutes=1))])

    assert requests.get(SHEET) == reminded
    assert requests.get(OTHER) == SheetRequests(OTHER)
    for late in (ASKED, reminded):
        with pytest.raises(WriteConflict):
            requests.save([saving(late, NOON + timedelta(minutes=2))])


def test_a_centre_sees_its_own_of_a_series_in_order(requests: Requests) -> None:
    for sheet in (OTHER, ELSEWHERE, SHEET):
        requests.save([saving(replace(ASKED, sheet=sheet))])

    assert [held.sheet for held in requests.of_centre(CENTRE, SERIES)] == [SHEET, OTHER]


def test_those_of_a_day_are_found_whatever_their_centre(requests: Requests) -> None:
    for sheet in (SHEET, ELSEWHERE):
        requests.save([saving(replace(ASKED, sheet=sheet))])

    assert {held.sheet for held in requests.due_on(SERIES, frozenset({BY}))} == {SHEET, ELSEWHERE}
    assert list(requests.due_on(SERIES, frozenset({date(2027, 5, 4)}))) == []


def test_several_sheets_and_the_key_are_saved_all_or_none(requests: Requests) -> None:
    requests.save([saving(ASKED)], IdempotencyRecord(a_key(), 1))
    both = [saving(replace(ASKED, sheet=OTHER)), saving(ASKED, NOON + timedelta(minutes=1))]

    with pytest.raises(WriteConflict):
        requests.save(both)
    with pytest.raises(WriteConflict):
        requests.save([saving(replace(ASKED, sheet=OTHER))], IdempotencyRecord(a_key(), 1))

    assert requests.get(OTHER) == SheetRequests(OTHER)


def test_the_longest_requests_fit_into_a_small_item() -> None:
    long = Attribution(replace(OFFICER, id="i" * 100, name="Ŵ" * 100), NOON)
    wanted = Wanted(Colleague("i" * 100, "Ŵ" * 100), ("Ŵ" * 50,), BY)
    request = Request(1, wanted, long, Reminded(long.by, NOON, BY), NOON)
    held = SheetRequests(SHEET, (request,) * MOST_ON_A_SHEET, MOST_ON_A_SHEET, 1)

    assert size_of(RequestsItem.of(held)) < LARGEST_ITEM / 4


def test_a_notice_of_before_an_update_is_still_read() -> None:
    now = Notice("id", "asha", Kind.ASKED, NOON, (About(SHEET, BY, 2),))
    before = text_of(now).replace(", 2]", "]")

    assert notice_from(text_of(now)) == now
    assert notice_from(before).about == (About(SHEET, BY),)


DUE: Final = "9999-05-03"
"""Asked by the service's own clock, so for a day that is not over."""


def ask(to: str = SUBJECT, *, subject: str = OWEN, key: str = "key-ask-0001", **more: Any) -> Answer:
    body = {"to": to, "due": DUE, **more}
    return call(sheets.handler, "POST", f"{AT}/requests", body, headers={"Idempotency-Key": key}, subject=subject)


def remind(*numbers: int, subject: str = OWEN, key: str = "key-remind-1") -> Answer:
    body = {"requests": [{"sheet": str(SHEET), "number": number} for number in numbers]}
    return call(sheets.handler, "POST", f"{LISTED}/reminders", body, headers={"Idempotency-Key": key}, subject=subject)


@pytest.fixture
def people(begin_with: BeginWith) -> None:
    begin_with(enrolled)


def enrolled(services: Services) -> None:
    enrol(services)
    services.catalogue.put(
        replace(an_assessment(), window=Window(OPENS, datetime(9999, 5, 15, 22, 59, 59, tzinfo=UTC)))
    )


@pytest.mark.usefixtures("people")
def test_an_officer_asks_changes_reminds_and_takes_back() -> None:
    asked = ask(groups=["13A"])
    again = ask(groups=["13A"])
    changed = call(sheets.handler, "PUT", f"{AT}/requests/1", {"to": SUBJECT, "due": DUE}, subject=OWEN)
    reminded, twice = remind(1), remind(1, 2, key="key-remind-2")
    seen = call(sheets.handler, "GET", f"{AT}/requests", subject=OWEN).body
    gone = call(sheets.handler, "DELETE", f"{AT}/requests/1", subject=OWEN)

    assert (asked.status, again.body) == (200, asked.body)
    assert {k: asked.body["requests"][0][k] for k in ("number", "own", "groups", "due", "unmarked", "done")} == {
        "number": 1,
        "own": False,
        "groups": ["13A"],
        "due": DUE,
        "unmarked": 3,
        "done": False,
    }
    assert [person["name"] for person in asked.body["people"]] == ["Asha Patel", "Owen Reid"]
    assert (asked.body["groups"], asked.body["last_day"]) == (["13A"], "9999-05-15")
    assert changed.body["requests"][0]["groups"] == []
    assert reminded.body["results"] == [
        {"sheet": str(SHEET), "number": 1, "result": "reminded", "by": None, "reached": "no address"}
    ]
    assert [(r["result"], r["by"]) for r in twice.body["results"]] == [
        ("reminded today", "Owen Reid"),
        ("taken back", None),
    ]
    assert (seen["requests"][0]["reminded_by"], seen["requests"][0]["reminded_today"]) == ("Owen Reid", True)
    assert seen["reach"] == {SUBJECT: "no address"}
    assert gone.body["requests"] == []


@pytest.mark.usefixtures("people")
def test_whoever_was_asked_finds_it_in_the_list_of_assessments_and_says_that_it_is_ready() -> None:
    ask()
    early = call(sheets.handler, "POST", f"{AT}/requests/1/ready")
    save(*(mark(number, 45) for number in (1001, 1002, 1003)))
    ready = call(sheets.handler, "POST", f"{AT}/requests/1/ready")

    [summary] = call(sheets.handler, "GET", f"{LISTED}/assessments").body["assessments"]

    assert (early.status, early.body["code"]) == (409, "marks-missing")
    assert ready.status == 200
    [request] = summary["requests"]
    assert (request["own"], request["asked_by"], request["unchecked"]) == (True, "Owen Reid", 3)
    assert request["ready_at"]


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("wrong", "pointer", "code"),
    [
        ({"to": "nobody"}, "/to", "cannot-be-asked"),
        ({"groups": ["99Z"]}, "/groups", "no-such-group"),
        ({"due": "2020-05-03"}, "/due", "day-passed"),
        ({"due": "9999-05-16"}, "/due", "after-deadline"),
    ],
)
def test_a_refusal_points_at_what_is_wrong(wrong: dict[str, str], pointer: str, code: str) -> None:
    body = {"to": SUBJECT, "due": DUE, **wrong}

    answer = call(
        sheets.handler, "POST", f"{AT}/requests", body, headers={"Idempotency-Key": "key-ask-1"}, subject=OWEN
    )

    assert (answer.status, [(e["pointer"], e["code"]) for e in answer.body["errors"]]) == (422, [(pointer, code)])


@pytest.mark.usefixtures("people")
def test_who_may_not_submit_may_not_ask_or_remind(services: Services) -> None:
    services.members.put(Member("tess", "Tess Teacher", {CENTRE: frozenset({Role.ENTER})}))
    ask()

    refused = [ask(subject="tess", key="key-ask-2"), remind(1, subject="tess")]

    assert [answer.status for answer in refused] == [403, 403]
    assert call(sheets.handler, "GET", f"{AT}/requests", subject="tess").body["people"] == []


@pytest.mark.usefixtures("people")
def test_history_says_who_asked_whom_for_what() -> None:
    ask(groups=["13A"])

    entry, *_ = call(records.handler, "GET", f"{AT}/history", subject=OWEN).body["entries"]

    assert (entry["what"], entry["by"]) == ("ColleagueAsked", "Owen Reid")
    assert entry["request"] == {"to": "Asha Patel", "groups": ["13A"], "due": DUE}


@pytest.mark.usefixtures("people")
def test_a_reminder_on_the_bus_becomes_one_message_in_the_persons_queue(services: Services) -> None:
    services.members.put(Member("tess", "Tess Teacher", {CENTRE: frozenset({Role.ENTER})}, email="t@school.example"))
    ask("tess", key="key-ask-1")
    ask("tess", key="key-ask-2", groups=["13A"])
    remind(1, 2)

    given(*(event for event in events() if event["name"] == "ColleagueReminded.v1"))

    url = ENVIRONMENT["CENTREMARK_MAIL_QUEUE"]
    [message] = client("sqs").receive_message(QueueUrl=url, MaxNumberOfMessages=10)["Messages"]
    notice = notice_from(message["Body"])
    assert (notice.to, notice.kind, notice.about) == (
        "tess",
        Kind.REMINDED,
        (About(SHEET, None, 1), About(SHEET, None, 2)),
    )


def events() -> list[dict[str, Any]]:
    items = client("dynamodb").scan(TableName="ledger")["Items"]
    images = [DynamoDBRecord({"dynamodb": {"NewImage": item}}).dynamodb for item in items]
    made = [event_of(image.new_image) for image in images if image and image.new_image]
    return [event for event in made if event]


def given(*details: dict[str, Any]) -> None:
    """Hand events to the function as its queue does."""
    bodies = [json.dumps({"source": "centremark", "detail": detail}) for detail in details]
    messages = [{"messageId": f"m{n}", "eventSource": "aws:sqs", "body": body} for n, body in enumerate(bodies)]
    answer: Any = queue_notices.handler({"Records": messages}, Context())  # pyright: ignore[reportArgumentType]
    assert answer["batchItemFailures"] == []
