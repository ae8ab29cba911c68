"""What a centre's administrators do for its people, what people ask of them, and what neither can do."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from centremark.domain.catalogue.centre_facts import InvitationSent, MembershipChanged, RoleDeclined, RoleRequested
from centremark.domain.notices.notice import Kind, MailFailure, Trouble
from centremark.domain.people import centre_people as deciding
from centremark.domain.people.centre_people import (
    INVITATIONS_AN_HOUR,
    MOST_PEOPLE,
    TO_ONE_ADDRESS_AN_HOUR,
    RoleFor,
    RolesWanted,
)
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import BOARD_CENTRE, BOARD_ROLES, CENTRE_ROLES, Actor, Channel, Role
from centremark.domain.shared.errors import (
    AlreadyAtCentre,
    AlreadySignedIn,
    AskedToday,
    CentreFull,
    Forbidden,
    InvitationNotSent,
    KeyReused,
    LastAdministrator,
    Malformed,
    NobodyToAsk,
    NotFound,
    PersonChanged,
    RolesRefused,
    SignInsBusy,
    TooManyRequests,
)
from centremark.domain.shared.identifiers import EmailAddress
from centremark.usecases.people.manage_people import (
    RolesCommand,
)
from tests.support.administering import (
    ENTER,
    HEAD,
    HEADS,
    NEW,
    OFFICER,
    SUBMIT,
    TEACHER,
    THERE,
    VIEW,
    Centre,
    a_fresh_key,
)
from tests.support.builders import CENTRE, a_key
from tests.support.memory_people import MemoryPeople, MemorySightings


@pytest.fixture
def centre() -> Centre:
    return Centre.open()


# ------------------------------------------------------------------------------------------ inviting


def test_who_is_invited_is_there_with_the_roles_and_is_mailed_how_to_sign_in(centre: Centre) -> None:
    view = centre.invite(roles=ENTER | VIEW)

    assert (view.member.name, view.roles, view.details.email) == ("Rhys Bevan", ENTER | VIEW, NEW)
    assert view.invitation
    assert view.invitation.sent_at == centre.world.now
    assert centre.world.sign_ins.mailed == [NEW]
    given, sent = centre.facts
    assert isinstance(given, MembershipChanged)
    assert (given.name, given.before, given.after, given.by.name) == (
        "Rhys Bevan",
        frozenset(),
        ENTER | VIEW,
        "Helen Head",
    )
    assert isinstance(sent, InvitationSent)


def test_the_same_request_again_invites_nobody_again_and_mails_nothing(centre: Centre) -> None:
    key = a_fresh_key()
    first = centre.invite(key=key)

    again = centre.invite(key=key)

    assert again == first
    assert centre.world.sign_ins.mailed == [NEW]
    with pytest.raises(KeyReused):
        centre.invite(key=replace(key, fingerprint="another body"))


def test_who_is_here_already_is_not_invited_a_second_time_whatever_the_capitals(centre: Centre) -> None:
    with pytest.raises(AlreadyAtCentre, match="Asha Patel"):
        centre.invite("Asha@School.EXAMPLE")

    assert centre.roles(TEACHER) == ENTER


@pytest.mark.parametrize(
    "typed",
    [
        "\u0430sha@school.example",  # a Cyrillic a
        "asha@sch\u043e\u043el.example",  # two Cyrillic letters
        "asha\uff20school.example",  # a wide at sign
        "asha@\u017fchool.example",  # a long s, which is s when it is made a capital
        "ASHA@SCHOOL.EXAMPLE\u212a",  # a Kelvin sign, which is k in small letters
        "asha\u200b@school.example",
        "asha@school",
        "asha",
        "@school.example",
        "asha@@school.example",
        "a b@school.example",
        "asha@school.example, owen@school.example",
        "Asha <asha@school.example>",
        "asha..p@school.example",
        f"{'a' * 65}@school.example",
        f"a@{'school.' * 20}example",
        "asha@school.example\nBcc: x@y.example",
    ],
)
def test_an_address_that_looks_like_another_or_is_none_is_refused(typed: str) -> None:
    with pytest.raises(Malformed):
        EmailAddress.of(typed)


def test_an_address_is_the_same_in_capitals_and_with_blanks_around() -> None:
    assert EmailAddress.of(" Asha.O'Neil+marks@School.Example ") == "asha.o'neil+marks@school.example"


def test_somebody_known_elsewhere_is_invited_like_anybody_and_told_of_the_access_they_have(centre: Centre) -> None:
    known = centre.invite("mair@there.example", name="M. Pugh (supply)")
    new = centre.invite(NEW)

    for view in (known, new):
        assert view.invitation
        assert (view.invitation.sent_at, view.details.seen_at, view.details.mail_failed_at) == (
            centre.world.now,
            None,
            None,
        )
    assert centre.world.sign_ins.mailed == [NEW]
    assert [(notice.to, notice.kind, notice.centre, notice.by) for notice in centre.world.post.sent] == [
        ("mair", Kind.ACCESS_GIVEN, CENTRE, HEAD),
        (new.member.subject, Kind.ACCESS_GIVEN, CENTRE, HEAD),
    ]
    assert centre.listed("mair").member.name == "M. Pugh (supply)"
    assert centre.listed("mair", by="mair", at=THERE).member.name == "Mair Pugh"


def test_nothing_from_before_the_invitation_shows_that_an_address_was_known(centre: Centre) -> None:
    before = centre.world.now - timedelta(days=1)
    centre.world.services.note_sighting(centre.actor("mair"))
    wishes = centre.world.ports.preferences
    wishes.put("mair", wishes.get("mair").with_trouble(Trouble(MailFailure.BOUNCED, "mair@there.example", before)))
    centre.world.now += timedelta(minutes=1)

    view = centre.invite("mair@there.example")

    assert (view.details.seen_at, view.details.mail_failed_at) == (None, None)


def test_what_one_centre_calls_a_person_is_in_its_ledger_and_in_no_other(centre: Centre) -> None:
    centre.invite("mair@there.example", HEADS, name="M. Pugh (supply)")

    centre.invite(NEW, by="mair")
    centre.invite("new@there.example", by="mair", at=THERE)

    by = {(fact.office, fact.by.name) for fact in centre.world.memory.office_facts if fact.by.id == "mair"}
    assert by == {(CENTRE, "M. Pugh (supply)"), (THERE, "Mair Pugh")}


def test_an_invitation_that_cannot_be_mailed_is_shown_as_not_sent_and_is_sent_later(centre: Centre) -> None:
    centre.world.sign_ins.fails.append(InvitationNotSent("Too much was mailed today."))

    view = centre.invite()
    assert view.invitation
    assert view.invitation.sent_at is None
    assert not any(isinstance(fact, InvitationSent) for fact in centre.facts)

    sent = centre.invite_again(view.member.subject)
    assert sent.invitation
    assert sent.invitation.sent_at == centre.world.now


def test_when_saving_breaks_off_the_same_request_completes_it_and_nobody_was_mailed(
    centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = a_fresh_key()
    with monkeypatch.context() as broken:
        broken.setattr(MemoryPeople, "save", fails(RuntimeError("the table is away")))
        with pytest.raises(RuntimeError):
            centre.invite(key=key)
    assert (centre.world.sign_ins.mailed, centre.facts) == ([], [])

    view = centre.invite(key=key)

    assert view.roles == ENTER
    assert centre.world.sign_ins.mailed == [NEW]


def test_when_the_sign_in_service_breaks_off_after_the_access_is_saved_the_same_request_mails(centre: Centre) -> None:
    key = a_fresh_key()
    centre.world.sign_ins.fails.append(SignInsBusy("Busy."))
    with pytest.raises(SignInsBusy):
        centre.invite(key=key)

    view = centre.invite(key=key)

    assert view.invitation
    assert view.invitation.sent_at
    assert centre.world.sign_ins.mailed == [NEW]
    assert len([fact for fact in centre.facts if isinstance(fact, MembershipChanged)]) == 1


def fails(error: Exception) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


def test_who_has_signed_in_needs_no_invitation_and_who_has_not_gets_another(centre: Centre) -> None:
    subject = centre.invite().member.subject
    centre.invite_again(subject)
    assert centre.world.sign_ins.mailed == [NEW, NEW]

    centre.world.services.note_sighting(centre.actor(subject))

    with pytest.raises(AlreadySignedIn, match="sends them a code"):
        centre.invite_again(subject)


def test_an_invitation_is_sent_again_once_for_a_key(centre: Centre) -> None:
    subject, key = centre.invite().member.subject, a_fresh_key()

    centre.invite_again(subject, key=key)
    centre.invite_again(subject, key=key)

    assert centre.world.sign_ins.mailed == [NEW, NEW]


def test_a_centre_sends_so_many_invitations_an_hour_and_no_more(centre: Centre) -> None:
    for number in range(INVITATIONS_AN_HOUR):
        centre.invite(f"person{number}@school.example")

    with pytest.raises(TooManyRequests) as refused:
        centre.invite("one-more@school.example")
    assert "one-more@school.example" not in centre.world.sign_ins.known
    centre.world.now += timedelta(seconds=refused.value.wait)
    centre.invite("one-more@school.example")


def test_one_address_gets_so_many_invitations_an_hour_and_no_more(centre: Centre) -> None:
    subject = centre.invite().member.subject
    for number in range(TO_ONE_ADDRESS_AN_HOUR - 1):
        centre.invite_again(subject, key=a_key(f"key-again-{number}"))
        centre.world.now += timedelta(seconds=1)

    with pytest.raises(TooManyRequests, match=f"invitations to {NEW} in this hour") as refused:
        centre.invite_again(subject, key=a_key("key-one-more"))
    assert len(centre.world.sign_ins.mailed) == TO_ONE_ADDRESS_AN_HOUR
    centre.world.now += timedelta(seconds=refused.value.wait)
    centre.invite_again(subject, key=a_key("key-one-more"))


def test_a_full_centre_invites_nobody_and_makes_no_sign_in(centre: Centre) -> None:
    for number in range(MOST_PEOPLE - 3):
        centre.world.services.members.put(Member(f"m{number}", "Someone", {CENTRE: VIEW}))

    with pytest.raises(CentreFull):
        centre.invite()
    assert NEW not in centre.world.sign_ins.known


# ------------------------------------------------------------------------------------------ roles


def test_roles_are_given_and_taken_with_what_they_were_before(centre: Centre) -> None:
    view = centre.give(TEACHER, ENTER | SUBMIT)

    assert view
    assert (view.roles, centre.roles(TEACHER)) == (ENTER | SUBMIT, ENTER | SUBMIT)
    [fact] = centre.facts
    assert isinstance(fact, MembershipChanged)
    assert (fact.name, fact.before, fact.after) == ("Asha Patel", ENTER, ENTER | SUBMIT)


def test_who_is_removed_is_gone_at_once_and_what_they_hold_elsewhere_stays(centre: Centre) -> None:
    centre.invite("mair@there.example", HEADS)

    assert centre.give("mair", frozenset()) is None

    assert (centre.roles("mair"), centre.roles("mair", THERE)) == (frozenset(), HEADS)
    with pytest.raises(NotFound):
        centre.invite(by="mair")


def test_who_is_removed_and_invited_again_has_not_signed_in_since(centre: Centre) -> None:
    subject = centre.invite().member.subject
    centre.world.services.note_sighting(centre.actor(subject))
    assert centre.listed(subject).details.seen_at
    centre.give(subject, frozenset())
    centre.world.now += timedelta(minutes=1)

    assert centre.invite().details.seen_at is None


def test_roles_that_someone_else_changed_meanwhile_are_not_overwritten(centre: Centre) -> None:
    centre.give(TEACHER, ENTER | SUBMIT)

    with pytest.raises(PersonChanged, match="enter marks, submit marks"):
        centre.give(TEACHER, VIEW, before=ENTER)

    assert centre.roles(TEACHER) == ENTER | SUBMIT


def test_the_last_administrator_stays(centre: Centre) -> None:
    for roles in (frozenset[Role](), ENTER):
        with pytest.raises(LastAdministrator, match="Make someone else"):
            centre.give(HEAD, roles)

    centre.give(OFFICER, SUBMIT | HEADS)
    centre.give(HEAD, VIEW)
    with pytest.raises(LastAdministrator):
        centre.give(OFFICER, SUBMIT, by=OFFICER)


def test_an_administrator_who_has_not_signed_in_since_the_invitation_does_not_count_yet(centre: Centre) -> None:
    new = centre.invite(roles=HEADS).member.subject
    with pytest.raises(LastAdministrator, match="Wait until"):
        centre.give(HEAD, VIEW)

    centre.world.services.note_sighting(centre.actor(new))
    centre.give(HEAD, VIEW)

    assert centre.roles(HEAD) == VIEW


def test_a_program_is_no_administrator_and_does_not_count_as_one(centre: Centre) -> None:
    centre.world.services.members.put(Member("mis", "The MIS", {CENTRE: ENTER | HEADS}, machine=True))
    with pytest.raises(LastAdministrator):
        centre.give(HEAD, VIEW)
    centre.give("mis", ENTER)
    with pytest.raises(RolesRefused, match="program"):
        centre.give("mis", ENTER | HEADS)


@settings(max_examples=60)
@given(st.data())
def test_whatever_administrators_do_a_centre_keeps_one_and_no_board_role_is_given(data: st.DataObject) -> None:
    centre = Centre.open()
    subjects = [HEAD, TEACHER, OFFICER, "mair", "nobody"]
    for _ in range(data.draw(st.integers(1, 8))):
        by, subject = data.draw(st.sampled_from(subjects)), data.draw(st.sampled_from(subjects))
        roles = data.draw(st.frozensets(st.sampled_from(Role)))
        try:
            centre.give(subject, roles, by=by)
        except (Forbidden, NotFound, LastAdministrator, RolesRefused):
            continue

    held = [member.memberships.get(CENTRE, frozenset()) for member in centre.world.memory.members.values()]
    assert any(Role.ADMINISTRATOR in roles for roles in held)
    assert frozenset[Role]().union(*held) <= CENTRE_ROLES
    assert centre.roles("mair", THERE) == HEADS


# ------------------------------------------------------------------------------------------ attacks


@pytest.mark.parametrize("role", sorted(BOARD_ROLES))
def test_no_administrator_gives_a_role_of_the_board(centre: Centre, role: Role) -> None:
    with pytest.raises(RolesRefused):
        centre.give(TEACHER, frozenset({role}))
    with pytest.raises(RolesRefused):
        centre.invite(roles=frozenset({role}))
    with pytest.raises(NotFound):
        centre.give(TEACHER, frozenset({role}), at=BOARD_CENTRE)


@pytest.mark.parametrize("by", [TEACHER, OFFICER])
def test_who_is_no_administrator_gives_nobody_a_role_not_even_themselves(centre: Centre, by: str) -> None:
    for act in (
        lambda: centre.give(by, HEADS, by=by),
        lambda: centre.invite(by=by),
        lambda: centre.invite_again(TEACHER, by=by),
        lambda: centre.listed(by, by=by),
    ):
        with pytest.raises(Forbidden):
            act()
    assert centre.facts == []


def test_an_administrator_elsewhere_finds_no_centre_and_no_person(centre: Centre) -> None:
    for act in (
        lambda: centre.give("mair", HEADS, by="mair"),
        lambda: centre.give(TEACHER, HEADS, frozenset(), by="mair", at=THERE),
        lambda: centre.give("subject of nobody", HEADS, frozenset(), by="mair", at=THERE),
        lambda: centre.invite(by="mair"),
    ):
        with pytest.raises(NotFound):
            act()
    assert centre.facts == []


def test_a_guessed_id_says_the_same_whether_it_is_someones_or_nobodys(centre: Centre) -> None:
    said: set[str] = set()
    for guess in ("mair", "nobody"):
        with pytest.raises(NotFound) as refused:
            centre.give(guess, ENTER, frozenset())
        said.add(str(refused.value))

    assert len(said) == 1


def test_whoever_is_administrator_no_more_when_it_is_saved_changes_nothing(centre: Centre) -> None:
    stale = centre.actor(HEAD)
    centre.give(OFFICER, SUBMIT | HEADS)
    centre.give(HEAD, VIEW, by=OFFICER)

    with pytest.raises(Forbidden):
        centre.world.services.manage_people.give(
            RolesCommand(CENTRE, RolesWanted(HEAD, HEADS, VIEW), a_fresh_key()), stale
        )
    assert centre.roles(HEAD) == VIEW


def test_two_administrators_who_demote_each_other_at_once_leave_one(
    centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    centre.give(OFFICER, SUBMIT | HEADS)
    save, raced = MemoryPeople.save, list[str]()

    def race(self: MemoryPeople, *args: object, **kwargs: object) -> None:
        if not raced:
            raced.append(OFFICER)
            centre.give(HEAD, VIEW, by=OFFICER)
        save(self, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(MemoryPeople, "save", race)
    with pytest.raises(Forbidden):
        centre.give(OFFICER, SUBMIT, by=HEAD)

    assert centre.roles(OFFICER) == SUBMIT | HEADS


# ------------------------------------------------------------------------------------------ asking


def test_a_role_is_asked_for_once_a_day_and_each_administrator_is_told(centre: Centre) -> None:
    centre.give(OFFICER, SUBMIT | HEADS)
    key = a_fresh_key()

    centre.ask(Role.SUBMIT, key=key)
    centre.ask(Role.SUBMIT, key=key)

    assert {(notice.to, notice.kind) for notice in centre.world.post.sent} == {
        (HEAD, Kind.ROLE_ASKED),
        (OFFICER, Kind.ROLE_ASKED),
    }
    assert len({(notice.id, notice.to) for notice in centre.world.post.sent}) == len({HEAD, OFFICER})
    [(who, request)] = centre.world.services.manage_people.read(CENTRE, centre.actor(HEAD)).requests
    assert (who.name, request.role) == ("Asha Patel", Role.SUBMIT)
    with pytest.raises(AskedToday, match="Helen Head or Owen Reid"):
        centre.ask(Role.SUBMIT)
    centre.ask(Role.VIEW)
    centre.world.now += deciding.ASK_AGAIN
    centre.ask(Role.SUBMIT)
    assert [type(fact) for fact in centre.facts].count(RoleRequested) == 3


def test_giving_the_role_answers_the_request_and_so_does_declining_it(centre: Centre) -> None:
    centre.ask(Role.SUBMIT)
    centre.ask(Role.VIEW)

    centre.give(TEACHER, ENTER | SUBMIT)
    centre.decline(TEACHER, Role.VIEW)
    centre.decline(TEACHER, Role.VIEW)

    assert centre.world.services.manage_people.read(CENTRE, centre.actor(HEAD)).requests == []
    [asked] = centre.world.services.ask_for_role.administrators(CENTRE, centre.actor(TEACHER)).asked
    assert (asked.role, asked.declined) == (Role.VIEW, True)
    [declined] = [fact for fact in centre.facts if isinstance(fact, RoleDeclined)]
    assert (declined.name, declined.role, declined.by.name) == ("Asha Patel", Role.VIEW, "Helen Head")
    with pytest.raises(AskedToday):
        centre.ask(Role.VIEW)


def test_who_leaves_takes_their_requests_along(centre: Centre) -> None:
    centre.ask(Role.SUBMIT)

    centre.give(TEACHER, frozenset())

    assert centre.world.services.manage_people.read(CENTRE, centre.actor(HEAD)).requests == []


def test_where_nobody_is_administrator_the_board_is_to_be_asked(centre: Centre) -> None:
    centre.world.services.members.put(Member(HEAD, "Helen Head", {}))

    with pytest.raises(NobodyToAsk, match="exam board"):
        centre.ask(Role.SUBMIT)
    assert centre.world.services.ask_for_role.administrators(CENTRE, centre.actor(TEACHER)).names == []


def test_nobody_asks_for_what_they_have_or_for_a_role_of_the_board(centre: Centre) -> None:
    for role in (Role.ENTER, Role.OPERATOR):
        with pytest.raises(RolesRefused):
            centre.ask(role)


def test_a_program_asks_for_no_role(centre: Centre) -> None:
    with pytest.raises(Forbidden):
        centre.world.services.ask_for_role.ask(
            CENTRE, RoleFor(Role.SUBMIT), a_fresh_key(), replace(centre.actor(TEACHER), channel=Channel.API)
        )


# ------------------------------------------------------------------------------------------ signed in


def test_a_sign_in_is_noted_once_a_day_and_again_at_a_new_centre(centre: Centre) -> None:
    sightings = centre.world.ports.sightings
    assert isinstance(sightings, MemorySightings)
    writes: list[int] = []

    def visit() -> None:
        centre.world.services.note_sighting(centre.actor("mair"))
        writes.append(sightings.written)

    visit()
    visit()
    centre.world.now += timedelta(minutes=1)
    centre.invite("mair@there.example")
    visit()
    centre.world.now += timedelta(days=1)
    visit()

    assert writes == [1, 1, 2, 3]
    assert centre.listed("mair").details.seen_at == centre.world.now


def test_programs_and_the_boards_people_are_not_noted(centre: Centre) -> None:
    centre.world.services.note_sighting(replace(centre.actor(TEACHER), channel=Channel.API))
    centre.world.services.note_sighting(Actor("olu", "Olu", Channel.WEB, {BOARD_CENTRE: frozenset({Role.OPERATOR})}))

    assert centre.world.memory.seen == {}
