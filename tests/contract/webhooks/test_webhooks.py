"""Webhooks over memory and DynamoDB, at the routes, and out of the queue."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

import pytest

from centremark import bootstrap
from centremark.adapters.dynamodb.items import bind
from centremark.adapters.dynamodb.webhooks import DynamoWebhooks
from centremark.adapters.https import sender as outside
from centremark.adapters.https.sender import OutsideSender
from centremark.bootstrap import Services
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import Role
from centremark.domain.shared.errors import Malformed
from centremark.domain.shared.identifiers import CentreNumber
from centremark.domain.shared.ports import WriteConflict
from centremark.domain.webhooks.ports import Webhooks
from centremark.domain.webhooks.webhook import Delivery, DeliveryState, Endpoint, Secret, Try
from centremark.handlers.api import account
from centremark.handlers.consumers import deliver_webhooks as tell_centre
from tests.contract.conftest import ENVIRONMENT, client
from tests.support.builders import CENTRE, NOON
from tests.support.http_api import Answer, Context, call
from tests.support.memory import Memory
from tests.support.memory_webhooks import MemoryWebhooks
from tests.support.receiving import dripping, receiver

AT: Final = f"/v1/centres/{CENTRE}/webhook"
SECRET: Final = Secret.of(bytes(32))
MESSAGE: Final = Delivery("msg_1", "marks.confirmed", NOON)


@pytest.fixture(params=["memory", "dynamodb"])
def webhooks(request: pytest.FixtureRequest, aws_in_process: None) -> Webhooks:
    if request.param == "memory":
        return MemoryWebhooks(Memory())
    bind("marks", "ledger")
    return DynamoWebhooks()


def test_an_endpoint_comes_back_as_it_was_and_is_kept_over_the_version_before(webhooks: Webhooks) -> None:
    none = webhooks.endpoint(CENTRE)
    told = none.at("https://mis.example/", SECRET, "Mair Pugh", NOON)
    rotated = told.rotated(Secret.of(bytes(range(32))), "Mair Pugh", NOON + timedelta(hours=1))

    webhooks.put(told)
    webhooks.put(rotated)

    assert none == Endpoint(CENTRE)
    assert webhooks.endpoint(CENTRE) == rotated
    with pytest.raises(WriteConflict):
        webhooks.put(rotated)
    with pytest.raises(WriteConflict):
        webhooks.put(told)


def test_the_result_of_each_message_is_kept_and_listed_latest_first(webhooks: Webhooks) -> None:
    later = replace(MESSAGE, id="msg_2", happened=NOON + timedelta(minutes=1))
    tried = MESSAGE.tried(Try(NOON, 500, "The endpoint answered 500."))
    assert webhooks.delivery(CENTRE, MESSAGE) is None

    for delivery in (MESSAGE, later, tried):
        webhooks.note(CENTRE, delivery)
    webhooks.note(CentreNumber("11111"), MESSAGE)

    assert webhooks.delivery(CENTRE, MESSAGE) == tried
    assert list(webhooks.deliveries(CENTRE, 9)) == [later, tried]
    assert list(webhooks.deliveries(CENTRE, 1)) == [later]


def test_a_message_is_posted_as_it_is() -> None:
    with receiver() as (url, received):
        answered = OutsideSender(local=True).send(url, {"webhook-id": "msg_1"}, '{"name":"Siân"}')

    assert answered == (204, "The endpoint answered 204.")
    assert [(one["webhook-id"], one["body"]) for one in received] == [("msg_1", '{"name":"Siân"}')]


@pytest.mark.parametrize("drip", [b"x", b"x: y\r\n"])
def test_the_time_limit_is_for_the_whole_exchange_and_not_for_each_read(drip: bytes) -> None:
    with dripping(drip) as url:
        status, words = OutsideSender(local=True, patience=0.2).send(url, {}, "{}")

    assert (status, words) == (0, "There was no complete answer within 0.2 seconds.")


@pytest.mark.parametrize("scheme", ["https", "file", "gopher", "ws"])
def test_on_one_machine_a_webhook_takes_http_only(scheme: str) -> None:
    with receiver() as (url, received):
        other = url.replace("http:", f"{scheme}:")
        with pytest.raises(Malformed, match="http://"):
            OutsideSender(local=True).must_be_public(other)
        assert OutsideSender(local=True).send(other, {}, "{}")[0] == 0

    assert received == []


def test_a_redirect_is_not_followed() -> None:
    with receiver() as (target, reached), receiver(302, where=target) as (url, _):
        assert OutsideSender(local=True).send(url, {}, "{}")[0] == 302

    assert reached == []


@pytest.mark.parametrize(
    "url",
    [
        "http://mis.example/",
        "https://mis.example:8443/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://169.254.169.254/latest/meta-data",
        "https://10.0.0.1/",
        "https://localhost/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://nowhere.invalid/",
        "file:///etc/passwd",
        "gopher://mis.example/",
    ],
)
def test_nothing_is_sent_into_a_private_network_or_without_tls(url: str) -> None:
    with pytest.raises(Malformed):
        OutsideSender().must_be_public(url)
    assert OutsideSender().send(url, {}, "{}")[0] == 0


def test_a_name_with_any_private_address_is_refused_and_the_one_looked_at_is_the_one_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def resolves(*addresses: str) -> None:
        found = [(2, 1, 6, "", (address, 443)) for address in addresses]

        def getaddrinfo(*_: object, **__: object) -> object:
            return found

        monkeypatch.setattr(outside.socket, "getaddrinfo", getaddrinfo)

    reached: list[Any] = []

    def refuse(address: object, *_: object) -> None:
        reached.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(outside.socket, "create_connection", refuse)
    resolves("93.184.215.14", "10.0.0.1")
    assert OutsideSender().send("https://mis.example/", {}, "{}")[0] == 0
    assert reached == []

    resolves("93.184.215.14")
    assert OutsideSender().send("https://mis.example/", {}, "{}") == (0, "There was no answer: ConnectionRefusedError.")
    assert reached == [("93.184.215.14", 443)]


def ask(method: str, path: str = AT, body: object = None, subject: str = "mair") -> Answer:
    return call(account.handler, method, path, body, subject=subject)


@pytest.fixture
def served(services: Services, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dict[str, str]]]:
    """A centre whose administrator gave an endpoint on this machine; gives what it receives."""
    monkeypatch.setenv("CENTREMARK_WEBHOOK_TARGETS", "local")
    bootstrap.services.cache_clear()
    services.members.put(Member("mair", "Mair Pugh", {CENTRE: frozenset({Role.ADMINISTRATOR})}))
    services.members.put(Member("owen", "Owen Reid", {CENTRE: frozenset({Role.SUBMIT})}))
    with receiver() as (url, received):
        put = ask("PUT", body={"url": url})
        assert put.status == 200
        assert put.body["secret"].startswith("whsec_")
        yield received
    bootstrap.services.cache_clear()


@pytest.mark.usefixtures("served")
def test_a_secret_is_shown_once_and_can_be_changed() -> None:
    read, rotated = ask("GET"), ask("POST", f"{AT}/secret")
    removed = ask("DELETE")

    assert (read.body["secret"], read.body["secrets"], read.body["changed_by"]) == (None, 1, "Mair Pugh")
    assert (rotated.body["secrets"], rotated.body["secret"].startswith("whsec_")) == (2, True)
    assert (removed.body["url"], removed.body["secrets"]) == ("", 0)
    assert ask("GET", subject="owen").status == 403


def test_the_same_address_keeps_its_secret_and_another_has_one_of_its_own(served: list[dict[str, str]]) -> None:
    held = ask("GET").body

    again = ask("PUT", body={"url": held["url"]}).body
    tell_centre.handler(an_event(), Context())  # pyright: ignore[reportArgumentType]
    another = ask("PUT", body={"url": f"{held['url']}&y=2"}).body

    assert again == held
    assert len(served[0]["webhook-signature"].split()) == 1
    assert another["secret"].startswith("whsec_")


def an_event(**detail: object) -> dict[str, Any]:
    plain: dict[str, object] = {
        "id": "2027-06#64235#H446/03/00000007",
        "name": "MarksConfirmed.v1",
        "at": "2027-04-20T12:00:00.000000+0000",
        "sheet": {"series": "2027-06", "centre": CENTRE, "assessment": "H446/03"},
        "version": 7,
        "submission": {"number": 1, "reference": "64235-H446-03-2027-06-1"},
        **detail,
    }
    queue = ENVIRONMENT["CENTREMARK_WEBHOOK_QUEUE"]
    client("sqs").send_message(QueueUrl=queue, MessageBody=json.dumps({"detail": plain}))
    [message] = client("sqs").receive_message(QueueUrl=queue)["Messages"]
    record = {
        "messageId": "m0",
        "receiptHandle": message["ReceiptHandle"],
        "body": message["Body"],
        "eventSource": "aws:sqs",
    }
    return {"Records": [record]}


@pytest.mark.parametrize(
    ("name", "kind", "about"),
    [
        (
            "SampleRequested.v1",
            "sample.requested",
            {"moderation": {"method": "post", "due": "2027-05-20", "sampled": 15}},
        ),
        ("AmendmentApplied.v1", "amendment.applied", {"amendment": {"number": 1, "state": "applied"}}),
        ("AmendmentDeclined.v1", "amendment.declined", {"amendment": {"number": 1, "state": "declined"}}),
    ],
)
def test_what_the_board_asks_and_decides_is_told(
    served: list[dict[str, str]], name: str, kind: str, about: dict[str, Any]
) -> None:
    event = an_event(name=name, submission=None, **about)

    assert tell_centre.handler(event, Context())["batchItemFailures"] == []  # pyright: ignore[reportArgumentType]

    [told] = served
    body = json.loads(told["body"])
    assert (body["type"], {**body["data"], **about}) == (kind, body["data"])


def test_a_message_never_says_that_there_is_an_outcome(served: list[dict[str, str]]) -> None:
    recorded = {
        "method": "post",
        "due": "2027-05-20",
        "sampled": 15,
        "sent": 0,
        "release_at": "2027-08-19T07:00:00+00:00",
    }

    tell_centre.handler(an_event(name="SampleRequested.v1", submission=None, moderation=recorded), Context())  # pyright: ignore[reportArgumentType]

    [told] = served
    assert json.loads(told["body"])["data"]["moderation"] == {
        "method": "post",
        "due": "2027-05-20",
        "sampled": 15,
        "sent": 0,
    }


def test_a_confirmation_is_told_once_however_often_it_comes(served: list[dict[str, str]]) -> None:
    for _ in range(2):
        answer = tell_centre.handler(an_event(), Context())  # pyright: ignore[reportArgumentType]
        assert answer["batchItemFailures"] == []

    [told] = served
    [delivery] = ask("GET", f"{AT}/deliveries").body["deliveries"]
    assert json.loads(told["body"])["data"] == {
        "sheet": "2027-06.64235.H446-03",
        "version": 7,
        "submission": {"number": 1, "reference": "64235-H446-03-2027-06-1"},
    }
    assert (delivery["id"], delivery["state"]) == (told["webhook-id"], "delivered")


def test_an_endpoint_that_fails_is_tried_again_later(services: Services, served: list[dict[str, str]]) -> None:
    assert services
    assert served == []
    with receiver(500) as (url, received):
        ask("PUT", body={"url": url})
        answer = tell_centre.handler(an_event(), Context())  # pyright: ignore[reportArgumentType]

    [delivery] = ask("GET", f"{AT}/deliveries").body["deliveries"]
    assert [str(failure["itemIdentifier"]) for failure in answer["batchItemFailures"]] == ["m0"]
    assert (len(received), delivery["state"], delivery["tries"][0]["status"]) == (1, "waiting", 500)
    assert DeliveryState(delivery["state"]) is DeliveryState.WAITING


@pytest.mark.parametrize(
    ("status", "state", "again"), [(204, "delivered", None), (500, "waiting", 5), (410, "given up", None)]
)
def test_each_try_is_in_the_log_without_the_address_or_the_secret(
    served: list[dict[str, str]], caplog: pytest.LogCaptureFixture, status: int, state: str, again: int | None
) -> None:
    assert served == []
    with receiver(status) as (url, received):
        secret = ask("PUT", body={"url": f"{url}?token=tok-123"}).body["secret"]
        caplog.set_level("INFO")
        tell_centre.handler(an_event(), Context())  # pyright: ignore[reportArgumentType]

    written = [tell_centre.logger.registered_formatter.format(record) for record in caplog.records]
    [line] = [told for told in map(json.loads, written) if told["message"] == "webhook_tried"]
    about = {"centre": CENTRE, "webhook_message": received[0]["webhook-id"], "type": "marks.confirmed", "try": 1}
    assert {**line, **about, "status": status, "state": state} == line
    assert line.get("next_in_seconds") == again
    assert not any(hidden in text for text in written for hidden in (secret, url, "tok-123", "whsec_"))
