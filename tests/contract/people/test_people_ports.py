"""The ports of a centre's people, over memory and over AWS: one suite, and what only AWS can do wrong."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any, Final

import pytest
from botocore.awsrequest import AWSResponse
from botocore.compat import HTTPHeaders
from botocore.exceptions import ReadTimeoutError

from centremark.adapters.cognito.sign_ins import CognitoSignIns
from centremark.adapters.dynamodb.centre_people import DynamoPeopleOfCentres, DynamoSightings
from centremark.adapters.dynamodb.items import ColleagueItem, MemberItem, bind
from centremark.adapters.dynamodb.ledger import DynamoLedger
from centremark.adapters.dynamodb.people import DynamoMembers
from centremark.adapters.dynamodb.preferences import DynamoNotificationPreferences
from centremark.adapters.dynamodb.stores import DynamoIdempotency
from centremark.domain.catalogue.centre_facts import MembershipChanged
from centremark.domain.history.ports import Ledger
from centremark.domain.notices.notice import MailFailure, Trouble
from centremark.domain.notices.ports import NotificationPreferences
from centremark.domain.people.centre_people import (
    CentrePeople,
    RoleFor,
    RolesWanted,
    ask_for_role,
    decline_role,
    give_roles,
    invitation_sent,
    invite,
)
from centremark.domain.people.ports import Member, Members, PeopleOfCentres, Sightings, SignIn
from centremark.domain.shared.actor import Role
from centremark.domain.shared.errors import InvitationNotSent, Malformed, SignInsBusy
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber
from centremark.domain.shared.ports import IdempotencyRecord, IdempotencyStore, WriteConflict
from centremark.usecases.people.manage_people import Done
from tests.contract.conftest import client
from tests.support.builders import CENTRE, NOON, a_key, an_actor
from tests.support.memory import Memory, MemoryClaims, MemoryLedger, MemoryMembers
from tests.support.memory_mail import MemoryWishes
from tests.support.memory_people import MemoryPeople, MemorySightings
from tests.support.wire import asked, transactions_refused

THERE: Final = CentreNumber("58410")
ENTER, SUBMIT, VIEW = (frozenset({role}) for role in (Role.ENTER, Role.SUBMIT, Role.VIEW))
HEAD: Final = replace(an_actor(Role.ADMINISTRATOR, name="Helen Head"), id="helen")
HELEN: Final = Member("helen", "Helen Head", {CENTRE: frozenset({Role.ADMINISTRATOR})}, email="helen@school.example")
RHYS: Final = Member("rhys", "Rhys Bevan", {CENTRE: ENTER}, email="rhys@school.example")


class Store:
    """The ports that share their tables, of one kind."""

    people: PeopleOfCentres
    sightings: Sightings
    members: Members
    idempotency: IdempotencyStore
    ledger: Ledger
    preferences: NotificationPreferences


class InMemory(Store):
    def __init__(self) -> None:
        memory = Memory()
        self.people, self.sightings, self.members = MemoryPeople(memory), MemorySightings(memory), MemoryMembers(memory)
        self.idempotency, self.ledger, self.preferences = (
            MemoryClaims(memory),
            MemoryLedger(memory),
            MemoryWishes(memory),
        )


class OnDynamo(Store):
    def __init__(self) -> None:
        bind("marks", "ledger")
        self.people, self.sightings, self.members = DynamoPeopleOfCentres(), DynamoSightings(), DynamoMembers()
        self.idempotency, self.ledger = DynamoIdempotency(), DynamoLedger()
        self.preferences = DynamoNotificationPreferences()


@pytest.fixture(params=[InMemory, OnDynamo])
def store(request: pytest.FixtureRequest, aws_in_process: None) -> Store:
    made: Store = request.param()
    made.members.put(HELEN)
    return made


def claim(value: str) -> IdempotencyRecord:
    return IdempotencyRecord(a_key(f"key-{value:>08}"), Done(value))


def save(store: Store, before: CentrePeople, change: tuple[CentrePeople, Any], key: str) -> CentrePeople:
    after, facts = change
    store.people.save(before, after, *facts, claim=claim(key), at=NOON)
    return store.people.get(CENTRE)


def invited(store: Store, who: Member = RHYS, key: str = "invite") -> CentrePeople:
    before = store.people.get(CENTRE)
    return save(store, before, invite(before, who, HEAD, NOON), key)


def test_people_come_back_as_they_were_saved_with_the_facts_and_the_key(store: Store) -> None:
    there = invited(store)
    mailed = save(store, there, invitation_sent(there, "rhys", HEAD, NOON), "sent")
    asks = replace(an_actor(Role.ENTER, name="Rhys Bevan"), id="rhys")
    asking = save(store, mailed, ask_for_role(mailed, RoleFor(Role.SUBMIT), asks, NOON), "ask")
    declined = save(store, asking, decline_role(asking, "rhys", RoleFor(Role.SUBMIT), HEAD, NOON), "decline")

    assert declined.members["rhys"] == replace(RHYS, email="")
    assert declined.invitations["rhys"].sent_at == NOON
    assert [(r.subject, r.role, r.declined) for r in declined.requests] == [("rhys", Role.SUBMIT, True)]
    assert store.members.get("rhys") == RHYS
    assert store.idempotency.find(claim("invite").key, Done) == Done("invite")
    names = {entry.fact.NAME.partition(".")[0] for entry in store.ledger.of_office(CENTRE, None, 9)}
    assert names == {"MembershipChanged", "InvitationSent", "RoleRequested", "RoleDeclined"}


def test_of_two_decisions_on_the_same_people_one_is_saved(store: Store) -> None:
    before = store.people.get(CENTRE)
    invited(store)

    with pytest.raises(WriteConflict):
        save(store, before, invite(before, replace(RHYS, subject="other"), HEAD, NOON), "other")
    assert store.members.get("other").memberships == {}


def test_a_key_is_used_once(store: Store) -> None:
    there = invited(store)

    with pytest.raises(WriteConflict):
        save(store, there, invitation_sent(there, "rhys", HEAD, NOON), "invite")


def test_what_the_board_changed_of_a_person_meanwhile_is_not_overwritten(store: Store) -> None:
    there = invited(store)
    store.members.put(replace(RHYS, memberships={CENTRE: SUBMIT}))

    with pytest.raises(WriteConflict):
        save(store, there, give_roles(there, RolesWanted("rhys", frozenset(), ENTER), HEAD, NOON), "remove")
    assert store.members.get("rhys").memberships == {CENTRE: SUBMIT}


ONE: Final = {Role.SUBMIT: frozenset({AssessmentCode("H446/03"), AssessmentCode("J277/02")})}
"""A role for two assessments only."""
OTHER: Final = {Role.ENTER: frozenset({AssessmentCode("H446/04")})}


def test_a_role_for_single_assessments_is_kept_at_its_centre_alone_and_taken_away(store: Store) -> None:
    store.members.put(Member("rhys", "Rhys Bevan", {THERE: VIEW}, email=RHYS.email, limits={THERE: OTHER}))
    there = invited(store, replace(RHYS, memberships={CENTRE: VIEW}, limits={CENTRE: ONE}))

    assert there.members["rhys"].limits == {CENTRE: ONE}
    assert store.members.get("rhys").limits == {CENTRE: ONE, THERE: OTHER}
    assert [member.limits for member in store.members.of_centre(THERE)] == [{THERE: OTHER}]
    [entry] = store.ledger.of_office(CENTRE, None, 9)
    assert isinstance(entry.fact, MembershipChanged)
    assert (entry.fact.limits_before, entry.fact.limits_after) == ({}, ONE)

    whole = save(store, there, give_roles(there, RolesWanted("rhys", ENTER, VIEW, {}, ONE), HEAD, NOON), "whole")
    assert (whole.members["rhys"].memberships, whole.members["rhys"].limits) == ({CENTRE: ENTER}, {})
    save(store, whole, give_roles(whole, RolesWanted("rhys", frozenset(), ENTER), HEAD, NOON), "remove")
    assert store.members.get("rhys").limits == {THERE: OTHER}


def test_limits_that_changed_meanwhile_are_not_overwritten(store: Store) -> None:
    there = invited(store, replace(RHYS, memberships={CENTRE: VIEW}, limits={CENTRE: ONE}))
    store.members.put(replace(RHYS, memberships={CENTRE: VIEW}, limits={CENTRE: OTHER}))

    with pytest.raises(WriteConflict):
        save(store, there, give_roles(there, RolesWanted("rhys", ENTER, VIEW, {}, ONE), HEAD, NOON), "whole")
    assert store.members.get("rhys").limits == {CENTRE: OTHER}


def test_a_request_for_one_assessment_comes_back_with_it(store: Store) -> None:
    there = invited(store)
    asks = replace(an_actor(Role.ENTER, name="Rhys Bevan"), id="rhys")
    wanted = RoleFor(Role.SUBMIT, AssessmentCode("H446/03"))

    asking = save(store, there, ask_for_role(there, wanted, asks, NOON), "ask")

    assert [(request.subject, request.wanted) for request in asking.requests] == [("rhys", wanted)]


def test_what_is_stored_of_who_is_limited_gives_less_to_a_release_that_knows_no_limits_and_never_more(
    aws_in_process: None,
) -> None:
    limited = replace(RHYS, memberships={CENTRE: VIEW}, limits={CENTRE: ONE})
    members = OnDynamo().members
    members.put(limited)
    members.put(HELEN)

    items = [MemberItem.find(MemberItem.key("rhys")), ColleagueItem.find(ColleagueItem.key(CENTRE, "rhys"))]
    assert [item.roles for item in items if item] == [{CENTRE: ["view"]}, ["view"]]
    as_before = MemberItem.find(MemberItem.key("helen")), ColleagueItem.find(ColleagueItem.key(CENTRE, "helen"))
    assert all(item and "limits" not in item.serialize() for item in as_before)


def test_a_person_of_two_centres_keeps_what_the_other_gave_and_calls_them(store: Store) -> None:
    mair = Member("mair", "Mair Pugh", {THERE: SUBMIT}, email="mair@there.example")
    store.members.put(mair)
    there = invited(store, Member("mair", "M. Pugh", {CENTRE: ENTER}, email="MAIR@there.example"))

    both = store.members.get("mair")
    assert (both.name, both.email, both.memberships) == (mair.name, mair.email, {THERE: SUBMIT, CENTRE: ENTER})
    assert (both.name_at(CENTRE), both.name_at(THERE)) == ("M. Pugh", "Mair Pugh")
    assert [member.name for member in store.members.of_centre(CENTRE)] == ["Helen Head", "M. Pugh"]

    save(store, there, give_roles(there, RolesWanted("mair", frozenset(), ENTER), HEAD, NOON), "remove")

    assert store.members.get("mair") == mair
    assert [member.subject for member in store.members.of_centre(CENTRE)] == ["helen"]
    assert store.people.get(CENTRE).invitations == {}


def test_what_is_known_of_a_person_begins_with_their_invitation(store: Store) -> None:
    def note_everything(days: int) -> None:
        at = NOON + timedelta(days=days)
        store.sightings.note("rhys", [CENTRE], at)
        held = store.preferences.get("rhys")
        store.preferences.put("rhys", held.with_trouble(Trouble(MailFailure.BOUNCED, "Rhys@school.example", at)))

    note_everything(-1)
    people = invited(store)
    before = store.people.details(people, ["rhys", "helen"])
    note_everything(1)
    after = store.people.details(people, ["rhys"])["rhys"]

    assert (before["rhys"].seen_at, before["rhys"].mail_failed_at) == (None, None)
    assert (before["rhys"].email, before["helen"].email) == ("rhys@school.example", "helen@school.example")
    assert after.seen_at == after.mail_failed_at == NOON + timedelta(days=1)


def test_a_visit_is_written_once_a_day(aws_in_process: None) -> None:
    store = OnDynamo()
    with asked() as calls:
        for hours in (0, 1, 2, 24):
            store.sightings.note("rhys", [CENTRE], NOON + timedelta(hours=hours))

    operations = [operation for operation, _ in calls]
    assert operations == ["GetItem", "PutItem", "GetItem", "GetItem", "GetItem", "PutItem"]


def test_a_transaction_that_is_refused_saves_nothing(aws_in_process: None) -> None:
    store = OnDynamo()
    store.members.put(HELEN)

    with transactions_refused("TransactionCanceledException", "TransactionConflict"), pytest.raises(WriteConflict):
        invited(store)

    assert store.people.get(CENTRE).members.keys() == {"helen"}
    assert store.idempotency.find(claim("invite").key, Done) is None


def test_people_are_read_consistently_and_their_item_first(aws_in_process: None) -> None:
    store = OnDynamo()
    with asked() as calls:
        store.people.get(CENTRE)

    assert [(operation, params.get("ConsistentRead")) for operation, params in calls] == [
        ("GetItem", True),
        ("Query", True),
    ]


# ------------------------------------------------------------------------------------------ Cognito


@dataclass
class Pool:
    """A user pool at the wire, answering as Cognito documents; `answers` come first, by operation."""

    users: dict[str, str] = field(default_factory=dict[str, str])
    asked: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    answers: dict[str, list[str]] = field(default_factory=dict[str, list[str]])

    def __call__(self, model: Any, params: Any, **_: object) -> tuple[AWSResponse, dict[str, Any]]:
        asked: dict[str, Any] = json.loads(params["body"])
        self.asked.append({"operation": model.name, **asked})
        if self.answers.get(model.name):
            return refused(self.answers[model.name].pop(0))
        email = asked["Username"]
        if model.name == "AdminCreateUser" and "MessageAction" in asked and asked["MessageAction"] != "RESEND":
            if email in self.users:
                return refused("UsernameExistsException")
            self.users[email] = "FORCE_CHANGE_PASSWORD"
        if email not in self.users:
            return refused("UserNotFoundException")
        about = [{"Name": "sub", "Value": f"subject of {email}"}, {"Name": "email", "Value": email}]
        if model.name == "AdminGetUser":
            return ok({"Username": "1", "UserStatus": self.users[email], "UserAttributes": about})
        return ok({"User": {"Username": "1", "UserStatus": self.users[email], "Attributes": about}})


def ok(body: dict[str, Any]) -> tuple[AWSResponse, dict[str, Any]]:
    return AWSResponse("", 200, HTTPHeaders(), None), body


def refused(code: str) -> tuple[AWSResponse, dict[str, Any]]:
    if code == "timeout":
        raise ReadTimeoutError(endpoint_url="https://cognito.example")
    return AWSResponse("", 400, HTTPHeaders(), None), {"Error": {"Code": code, "Message": "Refused"}}


@pytest.fixture
def pool(aws_in_process: None) -> Iterator[Pool]:
    made, events = Pool(), client("cognito-idp").meta.events
    events.register_first("before-call.cognito-idp", made)
    yield made
    events.unregister("before-call.cognito-idp", made)


SIGN_INS: Final = CognitoSignIns("eu-west-2_people")
EMAIL: Final = "rhys@school.example"


def test_a_sign_in_is_made_once_and_found_by_its_address_without_any_mail(pool: Pool) -> None:
    made = SIGN_INS.ensure(EMAIL, "Rhys Bevan")
    again = SIGN_INS.ensure(EMAIL, "R. B.")

    assert made == again == SignIn(f"subject of {EMAIL}", has_password=False)
    assert SIGN_INS.find("nobody@school.example") is None
    [created] = [asked for asked in pool.asked if asked["operation"] == "AdminCreateUser"]
    assert (created["MessageAction"], created["UserPoolId"]) == ("SUPPRESS", "eu-west-2_people")
    assert {"Name": "name", "Value": "Rhys Bevan"} in created["UserAttributes"]


def test_who_chose_a_password_is_known_to_have_one(pool: Pool) -> None:
    pool.users[EMAIL] = "CONFIRMED"

    found = SIGN_INS.find(EMAIL)

    assert found
    assert found.has_password


def test_who_was_made_by_another_request_at_the_same_moment_is_found(pool: Pool) -> None:
    pool.users[EMAIL] = "FORCE_CHANGE_PASSWORD"
    pool.answers["AdminGetUser"] = ["UserNotFoundException"]

    assert SIGN_INS.ensure(EMAIL, "Rhys Bevan").subject == f"subject of {EMAIL}"


def test_an_invitation_is_mailed_again_by_cognito(pool: Pool) -> None:
    pool.users[EMAIL] = "FORCE_CHANGE_PASSWORD"

    SIGN_INS.invite(EMAIL)

    [asked] = pool.asked
    assert (asked["MessageAction"], asked["DesiredDeliveryMediums"]) == ("RESEND", ["EMAIL"])


@pytest.mark.parametrize(
    ("code", "raised"),
    [
        ("CodeDeliveryFailureException", InvitationNotSent),
        ("LimitExceededException", InvitationNotSent),
        ("UnsupportedUserStateException", InvitationNotSent),
        ("TooManyRequestsException", SignInsBusy),
        ("InternalErrorException", SignInsBusy),
        ("InvalidParameterException", Malformed),
        ("timeout", SignInsBusy),
    ],
)
def test_what_cognito_refuses_is_said_in_words(pool: Pool, code: str, raised: type[Exception]) -> None:
    pool.answers["AdminCreateUser"] = [code]

    with pytest.raises(raised) as refusal:
        SIGN_INS.invite(EMAIL)

    assert "Exception" not in str(refusal.value)
