"""People leave a centre by themselves, and hear who gave them access to a further one."""

from dataclasses import replace

import pytest

from centremark.domain.catalogue.centre_facts import MembershipChanged
from centremark.domain.notices.notice import Kind
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import BOARD_CENTRE, Channel, Role
from centremark.domain.shared.errors import Forbidden, LastAdministrator, NotFound
from centremark.domain.shared.identifiers import CentreNumber
from tests.support.administering import HEAD, HEADS, OFFICER, SUBMIT, TEACHER, THERE, Centre, a_fresh_key
from tests.support.builders import CENTRE, SHEET


@pytest.fixture
def centre() -> Centre:
    return Centre.open()


def leave(centre: Centre, who: str) -> None:
    centre.world.services.leave_centre(CENTRE, a_fresh_key(), centre.actor(who))


def access(centre: Centre, who: str) -> tuple[str, object]:
    view = centre.world.services.ask_for_role.administrators(CENTRE, centre.actor(who))
    return view.given_by, view.given_at


def test_who_was_made_a_member_unasked_leaves_and_keeps_what_they_have_elsewhere(centre: Centre) -> None:
    centre.invite("mair@there.example", SUBMIT)

    leave(centre, "mair")

    assert (centre.roles("mair"), centre.roles("mair", THERE)) == (frozenset(), HEADS)
    left = centre.changes[-1]
    assert isinstance(left, MembershipChanged)
    assert (left.member, left.by.id, left.before, left.after) == ("mair", "mair", SUBMIT, frozenset())
    with pytest.raises(NotFound):
        leave(centre, "mair")


def test_what_was_asked_of_the_administrators_is_gone_with_who_left(centre: Centre) -> None:
    centre.ask(Role.SUBMIT)

    leave(centre, TEACHER)

    assert centre.requests == []
    assert TEACHER not in {
        one.member.subject for one in centre.world.services.manage_people.read(CENTRE, centre.actor(HEAD)).people
    }


def test_the_last_administrator_cannot_leave_before_someone_else_is_one(centre: Centre) -> None:
    with pytest.raises(LastAdministrator, match=r"^You are the last administrator"):
        leave(centre, HEAD)
    assert centre.roles(HEAD) == HEADS

    centre.give(OFFICER, HEADS)
    leave(centre, HEAD)

    assert centre.roles(HEAD) == frozenset()


@pytest.mark.parametrize("at", [CENTRE, BOARD_CENTRE])
def test_the_boards_people_have_no_centre_to_leave_and_keep_their_office(centre: Centre, at: CentreNumber) -> None:
    office = {BOARD_CENTRE: frozenset({Role.OPERATOR})}
    centre.world.services.members.put(Member("olu", "Olu Perator", office))

    with pytest.raises(Forbidden, match="nothing to leave"):
        centre.world.services.leave_centre(at, a_fresh_key(), centre.actor("olu"))

    assert centre.world.services.members.get("olu").memberships == office


def test_a_member_sees_who_gave_them_access_and_when(centre: Centre) -> None:
    given_at = centre.world.now
    centre.invite("mair@there.example", SUBMIT)

    assert access(centre, "mair") == ("Helen Head", given_at)
    assert access(centre, TEACHER) == ("", None)

    centre.give(OFFICER, HEADS)
    leave(centre, HEAD)
    assert access(centre, "mair") == ("", given_at)


def test_who_is_added_to_a_further_centre_is_mailed_who_did_it_where_and_how_to_leave(centre: Centre) -> None:
    centre.invite("mair@there.example", SUBMIT)
    [notice] = centre.world.post.sent

    centre.world.services.send_notice(notice)

    [(_, letter)] = centre.world.mailer.sent
    assert notice.kind is Kind.ACCESS_GIVEN
    assert f"({CENTRE})" in letter.subject
    assert "Helen Head gave you access to the marks of this centre" in letter.text
    assert "you can leave it" in letter.text
    assert letter.text.count("/account") == 1


@pytest.mark.parametrize("by", ["", "helen", "nobody"])
def test_a_notice_that_does_not_say_who_gave_access_or_of_who_left_names_nobody(centre: Centre, by: str) -> None:
    centre.invite("mair@there.example", SUBMIT)
    centre.give(OFFICER, HEADS)
    leave(centre, HEAD)
    [notice] = centre.world.post.sent

    centre.world.services.send_notice(replace(notice, by=by))

    [(_, letter)] = centre.world.mailer.sent
    assert "An administrator gave you access" in letter.text


def test_a_role_for_single_assessments_is_left_with_the_centre(centre: Centre) -> None:
    centre.give(TEACHER, frozenset(), limits={Role.ENTER: frozenset({SHEET.assessment})})

    leave(centre, TEACHER)

    assert centre.world.services.recognise(TEACHER, Channel.WEB).memberships == {}
