"""Notices over memory and AWS, at the routes, and out of the queues."""

import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from types import ModuleType
from typing import Any, Final

import pytest

from centremark.adapters.codec.notices import notice_from
from centremark.adapters.dynamodb.items import bind
from centremark.adapters.dynamodb.preferences import DynamoNotificationPreferences
from centremark.adapters.sqs.post import SqsPost
from centremark.bootstrap import Services
from centremark.domain.notices.facts import NoticeSent
from centremark.domain.notices.notice import (
    About,
    Kind,
    Language,
    MailFailure,
    Notice,
    NoticeRecord,
    Topic,
    Trouble,
    Waiting,
)
from centremark.domain.notices.ports import NotificationPreferences
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import BOARD_ACTOR, Role
from centremark.domain.shared.outcomes import Mark
from centremark.domain.shared.ports import WriteConflict
from centremark.handlers.api import account, records
from centremark.handlers.consumers import queue_notices as notify
from centremark.handlers.consumers import record_bounces as bounces
from centremark.handlers.consumers import send_mail as mail
from centremark.usecases.marks.enter_marks import EnterMarksCommand
from centremark.usecases.submission.submit_marks import SubmitMarksCommand
from tests.contract.conftest import ENVIRONMENT, client
from tests.contract.sheet.test_ports import Store, entered, save, store, tables
from tests.support.builders import AGREED, CENTRE, NOON, SHEET, a_change, a_key, an_actor
from tests.support.http_api import Context, call
from tests.support.memory import Memory
from tests.support.memory_mail import MemoryWishes
from tests.support.trail import facts_of
from tests.support.wire import asked

__all__ = ["store", "tables"]

OWEN: Final = Member("owen", "Owen Reid", {CENTRE: frozenset({Role.SUBMIT})}, email="owen@school.example")
NOTICE: Final = Notice("the event", "owen", Kind.CONFIRMED, NOON, (About(SHEET),))
AT: Final = "/v1/me/notices"
OFFICER: Final = an_actor(Role.SUBMIT)


@pytest.fixture(params=["memory", "dynamodb"])
def preferences(request: pytest.FixtureRequest, aws_in_process: None) -> NotificationPreferences:
    if request.param == "memory":
        return MemoryWishes(Memory())
    bind("marks", "ledger")
    return DynamoNotificationPreferences()


def test_preferences_come_back_as_they_were_and_are_kept_over_the_version_before(
    preferences: NotificationPreferences,
) -> None:
    none = preferences.get("owen")
    chosen = none.choose(Language.CY, frozenset({Topic.ENTRIES, Topic.DEADLINES}))
    troubled = chosen.with_trouble(Trouble(MailFailure.BOUNCED, "owen@school.example", NOON))

    preferences.put("owen", chosen)
    preferences.put("owen", troubled)

    assert (none.language, none.muted, none.trouble) == (Language.EN, frozenset(), None)
    assert preferences.get("owen") == troubled
    assert preferences.get("asha") == none
    for late in (chosen, troubled):
        with pytest.raises(WriteConflict):
            preferences.put("owen", late)


def test_an_address_is_kept_with_the_person_and_with_no_centre(store: Store) -> None:
    store.members.put(OWEN)
    moved = replace(OWEN, email="o.reid@school.example")
    store.members.put(moved)

    assert store.members.get("owen") == moved
    assert list(store.members.of_centre(CENTRE)) == [replace(OWEN, email="")]


def test_a_notice_stands_once_in_the_history_beside_the_version_it_is_of_and_is_no_change(store: Store) -> None:
    sheet = save(store, entered(store, 1001), 45)
    telling = NoticeRecord("the event", Kind.SAMPLE, "owen", "Owen Reid")
    told = NoticeSent(sheet=SHEET, version=sheet.version, at=NOON, by=BOARD_ACTOR, telling=telling)
    for fact in (told, told, replace(told, telling=replace(telling, to="mair"))):
        store.ledger.note_notice(fact)

    latest = facts_of(store.ledger, SHEET)

    assert [fact.NAME for fact in latest][-2:] == ["MarksSaved.v1", "EntriesChanged.v1"]
    assert {fact.telling.to for fact in latest if isinstance(fact, NoticeSent)} == {"owen", "mair"}
    assert fact in latest
    assert [entry.fact.version for entry in store.ledger.since(SHEET, 0, 9)] == [1, 2]


@pytest.mark.usefixtures("aws_in_process")
def test_a_notice_comes_out_of_the_queue_as_it_went_in_in_its_persons_order() -> None:
    whole = replace(NOTICE, about=(About(SHEET, date(2027, 5, 15)),), waiting=Waiting(1, 2, 3, 4))
    post = SqsPost(ENVIRONMENT["CENTREMARK_MAIL_QUEUE"])
    for notice in (whole, whole, replace(whole, id="another event")):
        post.send(notice)

    found = waiting_in_queue()

    assert [notice_from(message["Body"]) for message in found] == [whole, replace(whole, id="another event")]
    assert {message["Attributes"]["MessageGroupId"] for message in found} == {"owen"}
    assert not any("@" in message["Body"] for message in found)


@pytest.fixture
def told(services: Services) -> Services:
    """A sheet that is confirmed, an exams officer with an address, and an address that mail may come from."""
    services.members.put(OWEN)
    changes = tuple(a_change(number, Mark(45), checked=True) for number in (1001, 1002, 1003))
    saved = services.enter_marks(EnterMarksCommand(SHEET, changes, a_key("key-save-1")), OFFICER)
    services.submit_marks(SubmitMarksCommand(SHEET, frozenset({saved.version}), AGREED, a_key("key-submit-1")), OFFICER)
    services.confirm_submission(SHEET, 1)
    client("sesv2").create_email_identity(EmailIdentity=ENVIRONMENT["CENTREMARK_MAIL_FROM"])
    return services


def waiting_in_queue() -> list[dict[str, Any]]:
    url = ENVIRONMENT["CENTREMARK_MAIL_QUEUE"]
    got = client("sqs").receive_message(QueueUrl=url, MaxNumberOfMessages=10, AttributeNames=["All"])
    return got.get("Messages", [])


def given(function: ModuleType, *bodies: object) -> list[str]:
    """Hand messages to a function as its queue does; gives those that failed."""
    records = [
        {
            "messageId": f"m{place}",
            "eventSource": "aws:sqs",
            "body": body if isinstance(body, str) else json.dumps(body),
        }
        for place, body in enumerate(bodies)
    ]
    answer = function.handler({"Records": records}, Context())
    return [failure["itemIdentifier"] for failure in answer["batchItemFailures"]]


def confirmed() -> dict[str, Any]:
    """The event of a confirmation that has just happened."""
    detail = {
        "id": "2027-06#64235#H446/03/00000004",
        "name": "MarksConfirmed.v1",
        "at": datetime.now(UTC).isoformat(),
        "sheet": {"series": "2027-06", "centre": "64235", "assessment": "H446/03"},
        "version": 4,
        "submission": {"number": 1},
    }
    return {"source": "centremark", "detail-type": "MarksConfirmed.v1", "detail": detail}


def a_bounce(to: str = "owen", kind: str = "Permanent", address: str = "owen@school.example") -> dict[str, Any]:
    """The event SES gives for mail that came back."""
    bounce = {
        "bounceType": kind,
        "bouncedRecipients": [{"emailAddress": address, "status": "5.1.1"}],
        "timestamp": "2027-04-20T12:00:01.000Z",
    }
    tags = {"to": [to], "ses:configuration-set": ["mail"]}
    return {"source": "aws.ses", "detail": {"eventType": "Bounce", "bounce": bounce, "mail": {"tags": tags}}}


@pytest.mark.usefixtures("told")
def test_an_event_becomes_a_mail_to_the_officer_once_however_often_it_comes() -> None:
    given(notify, confirmed())
    bodies = [message["Body"] for message in waiting_in_queue()]

    with asked("sesv2") as sent:
        answers = [given(mail, *bodies) for _ in range(3)]

    assert answers == [[], [], []]
    [(operation, mailed)] = sent
    assert operation == "SendEmail"
    assert mailed["FromEmailAddress"] == "Centremark <marks@board.example>"
    assert mailed["Destination"] == {"ToAddresses": ["owen@school.example"]}
    assert (mailed["ConfigurationSetName"], mailed["EmailTags"]) == ("mail", [{"Name": "to", "Value": "owen"}])
    assert mailed["Content"]["Simple"]["Subject"]["Data"] == "Marks confirmed: H446/03 Programming project"


@pytest.mark.usefixtures("told")
def test_the_mail_about_a_withdrawal_asks_for_no_mark_and_leads_to_the_history() -> None:
    event = confirmed()
    withdrawal = {"name": "EntriesChanged.v1", "entries": {"entered": 0, "withdrawn": 1}}
    bodies = told_notices({**event, "detail": {**event["detail"], **withdrawal}})

    with asked("sesv2") as sent:
        given(mail, *bodies)

    content = sent[0][1]["Content"]["Simple"]
    assert content["Subject"]["Data"] == "Entries withdrawn after submission: H446/03 Programming project"
    assert "needs a mark" not in content["Body"]["Text"]["Data"]
    assert f"/sheets/{SHEET}/history" in content["Body"]["Text"]["Data"]


@pytest.mark.usefixtures("told")
def test_the_history_says_who_was_told_and_not_at_which_address() -> None:
    given(mail, *told_notices(confirmed()))

    answer = call(records.handler, "GET", f"/v1/sheets/{SHEET}/history", subject="owen")

    latest = answer.body["entries"][0]
    assert (latest["what"], latest["notice"]) == ("NoticeSent", {"kind": "confirmed", "to": "Owen Reid"})
    assert "@" not in answer.text
    ledger = client("dynamodb").scan(TableName="ledger")["Items"]
    assert "@" not in json.dumps(ledger)


def told_notices(event: dict[str, Any]) -> list[str]:
    given(notify, event)
    return [message["Body"] for message in waiting_in_queue()]


@pytest.mark.usefixtures("told")
def test_mail_that_ses_refuses_comes_again_and_is_not_noted_as_sent() -> None:
    bodies = told_notices(confirmed())
    client("sesv2").delete_email_identity(EmailIdentity=ENVIRONMENT["CENTREMARK_MAIL_FROM"])

    assert given(mail, *bodies) == ["m0"]

    client("sesv2").create_email_identity(EmailIdentity=ENVIRONMENT["CENTREMARK_MAIL_FROM"])
    with asked("sesv2") as sent:
        assert given(mail, *bodies) == []
    assert len(sent) == 1


def test_the_schedulers_morning_is_the_one_it_was_meant_for(services: Services) -> None:
    services.members.put(OWEN)

    given(notify, {"source": "aws.scheduler", "time": "2027-05-08T06:00:00Z"})

    [notice] = [notice_from(message["Body"]) for message in waiting_in_queue()]
    assert (notice.id, notice.about) == ("deadlines-2027-05-08", (About(SHEET, date(2027, 5, 15)),))


@pytest.mark.parametrize("function", [notify, mail, bounces])
@pytest.mark.parametrize("body", ["no JSON", {}, {"source": "aws.scheduler"}, {"detail": {"eventType": "Open"}}])
@pytest.mark.usefixtures("services")
def test_a_message_that_is_not_ours_fails_alone(function: ModuleType, body: object) -> None:
    assert given(function, body) == ["m0"]


@pytest.mark.parametrize(("kind", "what"), [("Permanent", "bounced"), ("Transient", None)])
@pytest.mark.usefixtures("told")
def test_mail_that_came_back_for_good_stops_mail_and_one_that_may_pass_does_not(kind: str, what: str | None) -> None:
    assert given(bounces, a_bounce(kind=kind)) == []

    trouble = call(account.handler, "GET", AT, subject="owen").body["trouble"]
    assert (trouble and trouble["what"]) == what
    with asked("sesv2") as sent:
        given(mail, *told_notices(confirmed()))
    assert len(sent) == (0 if what else 1)


@pytest.mark.parametrize(
    "address", ["Owen Reid <owen@school.example>", '"Reid, Owen" <Owen@school.example>', "<owen@school.example>"]
)
@pytest.mark.usefixtures("told")
def test_an_address_that_comes_back_with_a_name_is_the_persons(address: str) -> None:
    given(bounces, a_bounce(address=address))

    assert call(account.handler, "GET", AT, subject="owen").body["trouble"]["what"] == "bounced"


@pytest.mark.usefixtures("told")
def test_a_complaint_stops_mail_until_the_person_asks_for_it_again() -> None:
    complaint = {
        "complainedRecipients": [{"emailAddress": "Owen Reid <Owen@School.example>"}],
        "timestamp": "2027-04-20T12:00:01Z",
    }
    detail = {"eventType": "Complaint", "complaint": complaint, "mail": {"tags": {"to": ["owen"]}}}

    given(bounces, {"detail": detail})

    assert call(account.handler, "GET", AT, subject="owen").body["trouble"]["what"] == "complained"
    assert call(account.handler, "POST", f"{AT}/works", subject="owen").body["trouble"] is None
    assert call(account.handler, "GET", AT, subject="owen").body["trouble"] is None


@pytest.mark.usefixtures("told")
def test_a_person_chooses_language_and_topics_and_sees_what_was_chosen() -> None:
    before = call(account.handler, "GET", AT, subject="owen").body

    chosen = call(account.handler, "PUT", AT, {"language": "cy", "muted": ["entries"]}, subject="owen")

    assert (before["email"], before["language"], before["muted"]) == ("owen@school.example", "en", [])
    assert before["topics"] == [
        *("confirmations", "amendments", "extensions", "entries", "moderation", "deadlines", "requests")
    ]
    assert chosen.body == {**before, "language": "cy", "muted": ["entries"]}
    assert call(account.handler, "GET", AT, subject="owen").body == chosen.body


@pytest.mark.parametrize("body", [{"language": "fr", "muted": []}, {"language": "en", "muted": ["news"]}, {}])
@pytest.mark.usefixtures("told")
def test_a_choice_there_is_not_is_refused(body: dict[str, Any]) -> None:
    assert call(account.handler, "PUT", AT, body, subject="owen").status == 422


@pytest.mark.usefixtures("services")
def test_a_machine_client_has_no_mail_to_choose() -> None:
    answer = call(account.handler, "GET", AT, subject="mis", machine=True)

    assert (answer.status, answer.body["code"]) == (403, "forbidden")


@pytest.mark.usefixtures("told")
def test_no_log_holds_an_address_or_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.StringIO()
    for function in (notify, mail, bounces):
        for handler in function.logger.handlers:
            monkeypatch.setattr(handler, "stream", written)

    given(mail, *told_notices(confirmed()))
    given(bounces, a_bounce())

    logged = written.getvalue()
    assert [word for word in ("event_told", "notice_handled", "mail_trouble") if word not in logged] == []
    assert [personal for personal in ("@", "Owen", "Reid") if personal in logged] == []
