"""Telling a centre's own system: signed, tried again, rotated, never into a private network, never twice in effect."""

import ipaddress
import json
from base64 import b64encode
from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest

from centremark.adapters.https.sender import is_public
from centremark.domain.shared.actor import Role
from centremark.domain.shared.errors import Forbidden, Malformed, NotFound
from centremark.domain.shared.identifiers import CentreNumber
from centremark.domain.webhooks.webhook import PAUSES, DeliveryState, Endpoint, Secret, must_be_an_address
from centremark.usecases.webhooks.tell_centre import Happened
from centremark_client.webhooks import Unverified, verify
from tests.support.builders import CENTRE, NOON, an_actor
from tests.support.world import World

URL: Final = "https://mis.example/centremark"
ADMINISTRATOR: Final = an_actor(Role.ADMINISTRATOR, name="Mair Pugh")
CONFIRMED: Final = Happened(
    "2027-06#64235#H446/03/00000007", "MarksConfirmed.v1", CENTRE, NOON, {"sheet": "2027-06.64235.H446-03"}
)


def told(world: World) -> str:
    """Give the centre a webhook; gives its secret."""
    return world.services.manage_webhook.tell(CENTRE, URL, ADMINISTRATOR).endpoint.secrets[0].value


def tries(world: World) -> tuple[int, DeliveryState, timedelta | None]:
    """Tell of the confirmation once: how many tries that makes, how it stands, and when it is tried again."""
    tried = world.services.tell_centre(CONFIRMED)
    assert tried
    return len(tried.tries), tried.state, tried.pause


def test_a_signature_is_the_one_the_specification_gives_for_its_example() -> None:
    secret = Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")

    signature = secret.signature("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, '{"test": 2432232314}')

    assert signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_message_is_signed_so_that_the_receiver_can_trust_it() -> None:
    world = World()
    secret = told(world)

    assert tries(world) == (1, DeliveryState.DELIVERED, None)

    [(url, headers, body)] = world.sender.sent
    assert url == URL
    assert verify(headers, body.encode(), [secret], NOON.timestamp()).startswith("msg_")
    assert json.loads(body) == {
        "type": "marks.confirmed",
        "timestamp": "2027-04-20T12:00:00+00:00",
        "data": {"sheet": "2027-06.64235.H446-03"},
    }


@pytest.mark.parametrize("what", ["body", "id", "secret", "old", "future", "no time", "no signature"])
def test_a_message_that_was_touched_replayed_or_forged_is_not_trusted(what: str) -> None:
    world = World()
    secret, now = told(world), NOON.timestamp()
    world.services.tell_centre(CONFIRMED)
    [(_, headers, body)] = world.sender.sent
    match what:
        case "body":
            body = body.replace("H446", "H447")
        case "id":
            headers["webhook-id"] = "msg_another"
        case "secret":
            secret = f"whsec_{b64encode(bytes(32)).decode()}"
        case "old":
            now += 301
        case "future":
            now -= 301
        case "no time":
            headers["webhook-timestamp"] = "soon"
        case _:
            headers["webhook-signature"] = "v1a,x v1,"

    with pytest.raises(Unverified):
        verify(headers, body.encode(), [secret], now)


def test_an_event_that_comes_again_is_told_once() -> None:
    world = World()
    told(world)

    for _ in range(3):
        world.services.tell_centre(CONFIRMED)

    assert len(world.sender.sent) == 1


def test_a_message_is_tried_again_later_and_later_with_the_same_id_and_at_last_given_up() -> None:
    world = World()
    told(world)
    world.sender.statuses = [0, 500, 429, 404, 302, *[503] * 20]

    pauses: list[timedelta | None] = []
    while not pauses or pauses[-1]:
        pauses.append(tries(world)[-1])
        world.now += pauses[-1] or timedelta()

    [delivery] = world.services.manage_webhook.deliveries(CENTRE, ADMINISTRATOR)
    assert pauses == [*PAUSES, None]
    assert (delivery.state, len(delivery.tries)) == (DeliveryState.GIVEN_UP, len(PAUSES) + 1)
    assert len({headers["webhook-id"] for _, headers, _ in world.sender.sent}) == 1
    assert len({body for _, _, body in world.sender.sent}) == 1
    world.services.tell_centre(CONFIRMED)
    assert len(world.sender.sent) == len(PAUSES) + 1


def test_a_failure_in_the_middle_is_seen_in_the_list_of_messages() -> None:
    world = World()
    told(world)
    world.sender.statuses = [500]

    assert tries(world) == (1, DeliveryState.WAITING, PAUSES[0])
    assert tries(world) == (2, DeliveryState.DELIVERED, None)

    [delivery] = world.services.manage_webhook.deliveries(CENTRE, ADMINISTRATOR)
    assert delivery.state is DeliveryState.DELIVERED
    assert [made.status for made in delivery.tries] == [500, 204]


def test_an_endpoint_that_says_it_is_gone_is_told_nothing_any_more() -> None:
    world = World()
    told(world)
    world.sender.statuses = [410]

    assert tries(world) == (1, DeliveryState.GIVEN_UP, None)
    assert world.services.manage_webhook.read(CENTRE, ADMINISTRATOR).endpoint.url == ""


def test_for_a_day_after_a_rotation_both_secrets_are_good() -> None:
    world = World()
    old = told(world)
    new = world.services.manage_webhook.rotate(CENTRE, ADMINISTRATOR).endpoint.secrets[0].value

    world.services.tell_centre(CONFIRMED)
    world.now += timedelta(hours=25)
    world.services.tell_centre(replace(CONFIRMED, id="another"))

    (_, first, body), (_, second, later) = world.sender.sent
    for secret in (old, new):
        verify(first, body.encode(), [secret], NOON.timestamp())
    verify(second, later.encode(), [new], world.now.timestamp())
    with pytest.raises(Unverified):
        verify(second, later.encode(), [old], world.now.timestamp())


def test_two_rotations_in_a_day_keep_all_three_for_their_day() -> None:
    world = World()
    told(world)
    world.services.manage_webhook.rotate(CENTRE, ADMINISTRATOR)
    endpoint = world.services.manage_webhook.rotate(CENTRE, ADMINISTRATOR).endpoint

    assert [secret.until is None for secret in endpoint.secrets] == [True, False, False]


def test_nothing_is_sent_for_a_centre_without_a_webhook_or_for_an_event_without_a_message() -> None:
    world = World()
    assert world.services.tell_centre(CONFIRMED) is None
    told(world)
    world.services.tell_centre(replace(CONFIRMED, name="MarksSubmitted.v1"))
    world.services.manage_webhook.remove(CENTRE, ADMINISTRATOR)
    world.services.tell_centre(CONFIRMED)

    assert world.sender.sent == []
    with pytest.raises(Malformed):
        world.services.manage_webhook.rotate(CENTRE, ADMINISTRATOR)


def test_only_the_centres_administrator_manages_its_webhook() -> None:
    world = World()
    manage = world.services.manage_webhook
    for role, refusal in ((Role.SUBMIT, Forbidden), (None, NotFound)):
        actor = an_actor(role) if role else an_actor(Role.ADMINISTRATOR, centre=CentreNumber("11111"))
        for call in (manage.read, manage.deliveries, manage.rotate, manage.remove):
            with pytest.raises(refusal):
                call(CENTRE, actor)
        with pytest.raises(refusal):
            manage.tell(CENTRE, URL, actor)


def test_an_address_within_a_private_network_is_not_kept() -> None:
    world = World()

    with pytest.raises(Malformed):
        world.services.manage_webhook.tell(CENTRE, "https://private.example/", ADMINISTRATOR)
    assert world.webhooks.endpoint(CENTRE) == Endpoint(CENTRE)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "mis.example",
        "https://",
        "https://me:secret@mis.example/",
        "https://mis.example/#part",
        "https://mis.example:99999/",
        "https://[::1/",
        "https://mis.example/a b",
        "https://mis.example/\r\nx",
        "https://mïs.example/",
        f"https://mis.example/{'x' * 500}",
    ],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(Malformed):
        must_be_an_address(url)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("10.0.0.1", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104  # the very address to refuse
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("192.0.2.1", False),
        ("::", False),
        ("::1", False),
        ("fe80::1", False),
        ("fd00:ec2::254", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:169.254.169.254", False),
        ("64:ff9b::a9fe:a9fe", False),
        ("2002:7f00:1::", False),
        ("2001:0:7f00:1::", False),
    ],
)
def test_messages_go_only_to_addresses_of_the_public_internet(address: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is public
