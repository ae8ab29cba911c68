"""From ledger to bus and from queue to bucket, with real record shapes; what may come twice, late or broken."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from centremark.adapters.eventbridge import bus as eventbridge
from centremark.bootstrap import Services
from centremark.domain.catalogue.catalogue import Window
from centremark.domain.moderation.decisions import Arrangement, Correction
from centremark.domain.people.ports import Member
from centremark.domain.prints.facts import ReportRequested
from centremark.domain.requests.facts import Asked
from centremark.domain.shared.actor import BOARD_CENTRE, Role
from centremark.domain.shared.identifiers import CandidateNumber, SheetId
from centremark.domain.shared.outcomes import Mark
from centremark.domain.sheet.amendment import WorkWanted
from centremark.domain.sheet.mark_sheet import Status
from centremark.domain.sheet.moderation import Method, Moderator
from centremark.handlers.consumers import confirm_submissions as intake
from centremark.handlers.consumers import prepare_prints as report
from centremark.handlers.consumers import relay
from centremark.usecases.amendments.amend_marks import AmendMarksCommand, Decision
from centremark.usecases.marks.enter_marks import EnterMarksCommand
from centremark.usecases.moderation.moderate import OutcomeFound
from centremark.usecases.prints.orders import ReportOrder, SlipsOrder
from centremark.usecases.requests.ask_colleagues import AskColleagueCommand, Asking
from centremark.usecases.requests.remind import RemindCommand
from centremark.usecases.submission.submit_marks import SubmitMarksCommand
from tests.contract.conftest import client
from tests.support.builders import (
    AGREED,
    CENTRE,
    NOON,
    OPENS,
    SHEET,
    a_candidate,
    a_change,
    a_key,
    an_actor,
    an_amendment,
    an_assessment,
)
from tests.support.http_api import Context

SCHEMAS = {
    path.name.removesuffix(".json"): json.loads(path.read_text()) for path in Path("infra/events").glob("*.json")
}
OFFICER = an_actor(Role.SUBMIT, name="Owen Reid")
OPERATOR = an_actor(Role.OPERATOR, centre=BOARD_CENTRE, name="Olu Perator")
MODERATOR = an_actor(Role.MODERATION, centre=BOARD_CENTRE, name="Mo Derator")
SLIPS = SlipsOrder(SHEET, "13A", date(9999, 5, 3))
"""Asked for by the service's own clock, so for a day that is not over."""


@pytest.fixture
def submitted(services: Services) -> Services:
    """A sheet that is submitted, with a draft asked for before, and slips after."""
    changes = tuple(a_change(number, Mark(number - 990), checked=True) for number in (1001, 1002, 1003))
    saved = services.enter_marks(EnterMarksCommand(SHEET, changes, a_key("key-save-1")), OFFICER)
    services.request_print(ReportOrder(SHEET), OFFICER)
    services.submit_marks(SubmitMarksCommand(SHEET, frozenset({saved.version}), AGREED, a_key("key-submit-1")), OFFICER)
    services.request_print(SLIPS, OFFICER)
    return services


def moderate(services: Services) -> None:
    """A late entry with more time, withdrawn; then moderation with amendments accepted, declined and withdrawn."""
    services.change_entries.enter(SHEET, [a_candidate(1009)], "Entered late", OPERATOR)
    services.ask_for_extension(SHEET, date(2027, 5, 22), "Illness", OFFICER)
    services.decide_extension(SHEET, date(2027, 5, 22), "", OPERATOR)
    services.change_entries.withdraw(SHEET, frozenset({CandidateNumber("1009")}), "Left", OPERATOR)
    arranged = Arrangement(Moderator("Mo Derator", ("1 Exam Street",)), Method.POST, 3)
    services.start_moderation(SHEET, arranged, MODERATOR)
    wanted = [an_amendment(number, Mark(number - 990), Mark(1)) for number in (1001, 1002, 1003)]
    for number, amendment in enumerate(wanted, start=1):
        services.amend_marks(AmendMarksCommand(SHEET, amendment, a_key(f"key-amend-{number}")), OFFICER)
    work = WorkWanted((CandidateNumber("1001"),), "1 Exam Street", date(2027, 5, 10))
    services.decide_amendment.ask_for_work(SHEET, 1, work, MODERATOR)
    services.follow_amendment.work_sent(SHEET, 1, "By post", OFFICER)
    services.decide_amendment(SHEET, 1, Decision.ACCEPT, "", MODERATOR)
    services.decide_amendment(SHEET, 2, Decision.DECLINE, "", MODERATOR)
    services.follow_amendment.withdraw(SHEET, 3, OFFICER)
    services.follow_moderation.sent(SHEET, frozenset({CandidateNumber("1001")}), "By post", OFFICER)
    correction = Correction(sent=True, reason="Wrong parcel")
    services.follow_moderation.correct(SHEET, frozenset({CandidateNumber("1001")}), "AB 1", correction, OFFICER)
    services.follow_moderation.lost(SHEET, CandidateNumber("1002"), "Flood", OFFICER)
    services.record_outcome(SHEET, OutcomeFound({CandidateNumber("1003"): Mark(2)}, NOON, "Generous"), MODERATOR)


def ask(services: Services) -> None:
    """Asha is asked for the marks of a late entry, reminded, and says that they are ready."""
    services.members.put(Member("asha", "Asha Patel", {CENTRE: frozenset({Role.ENTER})}))
    services.change_entries.enter(SHEET, [a_candidate(1010, group="13Z")], "Entered late", OPERATOR)
    never = Window(OPENS, datetime(9999, 5, 15, tzinfo=UTC))
    services.catalogue.put(replace(an_assessment(), window=never))
    asking = Asking(SHEET, "asha", frozenset({"13Z"}), date(9999, 5, 3))
    owen = replace(OFFICER, id="owen")
    services.ask_colleague(AskColleagueCommand(asking, a_key("key-ask-1")), owen)
    command = RemindCommand(CENTRE, SHEET.series, (Asked(SHEET, 1),), a_key("key-remind-1"))
    services.remind_colleagues(command, owen)
    change = a_change(1010, Mark(20))
    services.enter_marks(EnterMarksCommand(SHEET, (change,), a_key("key-save-2")), OFFICER)
    services.say_ready(SHEET, 1, replace(an_actor(Role.ENTER), id="asha"))
    services.change_entries.withdraw(SHEET, frozenset({CandidateNumber("1010")}), "Left", OPERATOR)
    services.catalogue.put(an_assessment())


def the_ledgers_stream() -> list[dict[str, Any]]:
    """Stream records of every ledger item, oldest first."""
    items = client("dynamodb").query(
        TableName="ledger",
        KeyConditionExpression="pk = :pk",
        ExpressionAttributeValues={":pk": {"S": "2027-06#64235#H446/03"}},
    )["Items"]
    return [
        {
            "eventID": str(place),
            "eventName": "INSERT",
            "eventSource": "aws:dynamodb",
            "dynamodb": {"NewImage": item, "SequenceNumber": str(place), "StreamViewType": "NEW_IMAGE"},
        }
        for place, item in enumerate(items)
    ]


def events_of(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    from aws_lambda_powertools.utilities.data_classes.dynamo_db_stream_event import DynamoDBRecord  # noqa: PLC0415

    images = [DynamoDBRecord(record).dynamodb for record in records]
    events = [eventbridge.event_of(image.new_image) for image in images if image and image.new_image]
    return [event for event in events if event]


def messages(*bodies: object) -> dict[str, Any]:
    return {
        "Records": [
            {
                "messageId": f"m{place}",
                "eventSource": "aws:sqs",
                "body": body if isinstance(body, str) else json.dumps(body),
            }
            for place, body in enumerate(bodies)
        ]
    }


def told_of(sheet: SheetId = SHEET, number: int = 1) -> dict[str, Any]:
    detail = {
        "sheet": {"series": sheet.series, "centre": sheet.centre, "assessment": sheet.assessment},
        "submission": {"number": number},
    }
    return {"source": "centremark", "detail-type": "MarksSubmitted.v1", "detail": detail}


def failures(answer: Any) -> list[str]:
    return [failure["itemIdentifier"] for failure in answer["batchItemFailures"]]


def test_every_published_event_has_a_schema_and_the_reverse() -> None:
    assert set(SCHEMAS) == eventbridge.PUBLISHED


@pytest.mark.usefixtures("submitted")
def test_events_are_what_their_schemas_say_and_hold_nothing_personal(submitted: Services) -> None:
    ask(submitted)
    submitted.confirm_submission(SHEET, 1)
    moderate(submitted)

    events = events_of(the_ledgers_stream())

    assert {event["name"] for event in events} == set(SCHEMAS)
    for event in events:
        jsonschema.validate(event, SCHEMAS[event["name"]], format_checker=jsonschema.FormatChecker())
        assert not any(
            personal in json.dumps(event) for personal in ("Owen", "Asha", "JONES", "Mo ", "outcomes", '"1001"')
        )


def test_an_event_tells_entries_from_withdrawals_and_corrections_by_their_number(submitted: Services) -> None:
    submitted.change_entries.enter(SHEET, [a_candidate(1009)], "Entered late", OPERATOR)
    submitted.change_entries.enter(SHEET, [replace(a_candidate(1009), name="SMITH Jo")], "Entered late", OPERATOR)
    submitted.change_entries.withdraw(SHEET, frozenset({CandidateNumber("1009")}), "Left", OPERATOR)

    events = [event for event in events_of(the_ledgers_stream()) if event["name"] == "EntriesChanged.v1"]

    assert [event["entries"] for event in events[-3:]] == [
        {"entered": 1, "withdrawn": 0},
        {"entered": 0, "withdrawn": 0},
        {"entered": 0, "withdrawn": 1},
    ]


def test_an_event_counts_the_work_that_is_wanted_and_not_that_of_who_was_withdrawn(submitted: Services) -> None:
    submitted.confirm_submission(SHEET, 1)
    submitted.start_moderation(
        SHEET, Arrangement(Moderator("Mo Derator", ("1 Exam Street",)), Method.POST, 3), MODERATOR
    )
    submitted.change_entries.withdraw(SHEET, frozenset({CandidateNumber("1001")}), "Left", OPERATOR)
    submitted.follow_moderation.sent(SHEET, frozenset({CandidateNumber("1002")}), "By post", OFFICER)

    [event] = [event for event in events_of(the_ledgers_stream()) if event["name"] == "SampleWorkSent.v1"]

    assert (event["moderation"]["sampled"], event["moderation"]["sent"]) == (2, 1)


@pytest.mark.parametrize("how", ["MODIFY", "REMOVE"])
@pytest.mark.usefixtures("submitted")
def test_the_relay_reports_a_fact_that_was_changed_or_removed_and_does_not_publish_it(
    how: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(relay, "bus", lambda: pytest.fail("it was published"))
    [*_, record] = the_ledgers_stream()
    image = record["dynamodb"]["NewImage"]
    left = {"NewImage": image} if how == "MODIFY" else {}
    record |= {"eventName": how, "dynamodb": {"Keys": {name: image[name] for name in ("pk", "sk")}, **left}}

    answer = relay.handler({"Records": [record]}, Context())  # pyright: ignore[reportArgumentType]

    [said] = [vars(line) for line in caplog.records if line.message == "ledger_changed"]
    assert failures(answer) == []
    assert (said["levelname"], said["how"], said["keys"]["pk"]) == ("ERROR", how, "2027-06#64235#H446/03")


@pytest.mark.usefixtures("submitted")
def test_the_relay_publishes_what_others_care_about_and_only_that() -> None:
    client("events").put_rule(Name="all", EventBusName="bus", EventPattern=json.dumps({"source": ["centremark"]}))
    queue = client("sqs").create_queue(QueueName="spy")["QueueUrl"]
    arn = client("sqs").get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    client("events").put_targets(Rule="all", EventBusName="bus", Targets=[{"Id": "spy", "Arn": arn}])

    answer = relay.handler({"Records": the_ledgers_stream()}, Context())  # pyright: ignore[reportArgumentType]

    seen = client("sqs").receive_message(QueueUrl=queue, MaxNumberOfMessages=10)["Messages"]
    assert failures(answer) == []
    assert sorted(json.loads(message["Body"])["detail-type"] for message in seen) == [
        "EntriesChanged.v1",
        "MarksSubmitted.v1",
        "ReportRequested.v1",
        "SlipsRequested.v1",
    ]


@pytest.mark.usefixtures("submitted")
def test_a_record_the_relay_cannot_read_is_reported_and_does_not_stop_the_function() -> None:
    broken = {"eventID": "x", "dynamodb": {"NewImage": {"name": {"S": "MarksSubmitted.v1"}}, "SequenceNumber": "9"}}

    answer = relay.handler({"Records": [broken]}, Context())  # pyright: ignore[reportArgumentType]

    assert failures(answer) == ["9"]


def test_a_submission_is_taken_in_and_confirmed_however_often_it_is_told(submitted: Services) -> None:
    for _ in range(2):
        answer = intake.handler(messages(told_of(), told_of()), Context())  # pyright: ignore[reportArgumentType]
        assert failures(answer) == []

    history = submitted.read_history(SHEET, None, OFFICER)
    assert history.sheet.status is Status.CONFIRMED
    assert [fact.NAME for fact in history.facts].count("MarksConfirmed.v1") == 1
    [held] = client("s3").list_objects_v2(Bucket="intake")["Contents"]
    assert held["Key"] == "2027-06/64235/64235-H446-03-2027-06-1.json"


def test_a_submission_overtaken_by_an_amendment_is_taken_in_however_late_it_is_told(submitted: Services) -> None:
    wanted = an_amendment(1001, Mark(11), Mark(1))
    submitted.amend_marks(AmendMarksCommand(SHEET, wanted, a_key("key-amend-1")), OFFICER)

    for number in (2, 1, 2, 1):
        answer = intake.handler(messages(told_of(number=number)), Context())  # pyright: ignore[reportArgumentType]
        assert failures(answer) == []

    assert submitted.read_history(SHEET, None, OFFICER).sheet.status is Status.CONFIRMED
    assert [held["Key"].rpartition("-")[2] for held in client("s3").list_objects_v2(Bucket="intake")["Contents"]] == [
        "1.json",
        "2.json",
    ]


POISON: list[object] = [
    "",
    "{}",
    "null",
    {"detail": {}},
    {"detail": {"sheet": "x", "submission": 1}},
    told_of(number=7),
]


@pytest.mark.parametrize("poison", POISON)
def test_one_poison_message_fails_alone(submitted: Services, poison: object) -> None:
    answer = intake.handler(messages(poison, told_of()), Context())  # pyright: ignore[reportArgumentType]

    assert failures(answer) == ["m0"]
    assert submitted.read_history(SHEET, None, OFFICER).sheet.status is Status.CONFIRMED


def slips_asked_for(**slips: Any) -> dict[str, Any]:
    told = told_of()["detail"]["sheet"]
    return {"source": "centremark", "detail-type": "SlipsRequested.v1", "detail": {"sheet": told, "slips": slips}}


@pytest.mark.usefixtures("submitted")
def test_slips_are_prepared_for_the_group_that_was_asked_for_and_a_poison_order_fails_alone() -> None:
    [event] = [event for event in events_of(the_ledgers_stream()) if event["name"] == "SlipsRequested.v1"]
    poison = [slips_asked_for(), slips_asked_for(group="13A"), slips_asked_for(group=7, review_by="2027-05-03")]
    late = slips_asked_for(group=None, review_by="soon")

    answer = report.handler(messages({"detail": event}, *poison, late), Context())  # pyright: ignore[reportArgumentType]

    [message] = client("sqs").receive_message(QueueUrl=client("sqs").get_queue_url(QueueName="render")["QueueUrl"])[
        "Messages"
    ]
    told = json.loads(message["Body"])
    model = json.loads(client("s3").get_object(Bucket="reports", Key=told["model"])["Body"].read())
    assert failures(answer) == ["m1", "m2", "m3", "m4"]
    assert told["report"].startswith("slips/2027-06/64235/H446-03/3-9999-05-03-")
    assert (model["review_by"], len(model["slips"])) == ("3 May 9999", 3)


@pytest.mark.usefixtures("submitted")
def test_a_report_is_prepared_for_the_sheet_an_event_is_about() -> None:
    answer = report.handler(messages(told_of(), "{}"), Context())  # pyright: ignore[reportArgumentType]

    [message] = client("sqs").receive_message(QueueUrl=client("sqs").get_queue_url(QueueName="render")["QueueUrl"])[
        "Messages"
    ]
    told = json.loads(message["Body"])
    model = json.loads(client("s3").get_object(Bucket="reports", Key=told["model"])["Body"].read())
    assert failures(answer) == ["m1"]
    assert told["report"] == "submissions/2027-06/64235/H446-03/3.pdf"
    assert (model["status"], len(model["rows"])) == ("Submitted", 3)


def test_what_the_core_assembles_the_renderer_prints(submitted: Services) -> None:
    from centremark.usecases.prints.report_model import report_model  # noqa: PLC0415
    from centremark.usecases.prints.slips_model import slips_model  # noqa: PLC0415
    from printing import render  # noqa: PLC0415

    view = submitted.read_sheet.for_print(SHEET)

    assert render(report_model(view)).conforms
    assert render(slips_model(view, SLIPS.group, SLIPS.review_by)).conforms


def test_a_print_asked_for_is_a_fact_with_a_name_of_its_own() -> None:
    assert ReportRequested.NAME in eventbridge.PUBLISHED
