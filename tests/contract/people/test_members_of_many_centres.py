"""A member of more centres than one transaction takes is changed in parts, and agrees with themselves after each.

What somebody may do, who is listed at a centre and what its ledger says are one: also where a change broke off.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import pytest
from pynamodb.exceptions import TransactWriteError

from centremark.adapters.dynamodb import people
from centremark.adapters.dynamodb.items import ColleagueItem, MemberItem
from centremark.adapters.dynamodb.ledger import DynamoLedger
from centremark.bootstrap import Services
from centremark.domain.catalogue.centre_facts import MembershipChanged
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import BOARD_CENTRE, Role
from centremark.domain.shared.errors import DeclarantUnknown
from centremark.domain.shared.identifiers import CentreNumber
from centremark.domain.shared.ports import WriteConflict
from centremark.usecases.board.arrange_board import NO_ROLES
from centremark.usecases.sheet.read_sheets import made_by_a_submitter
from tests.support.builders import AGREED, CENTRE, SHEET, an_actor
from tests.support.wire import transactions_refused

CENTRES: Final = [CentreNumber(f"{number:05d}") for number in range(10_000, 10_005)]
PARTS: Final = 3
"""Two centres in each."""
OPERATOR: Final = an_actor(Role.OPERATOR, centre=BOARD_CENTRE, name="Olu Perator")
ENTER, SUBMIT = frozenset({Role.ENTER}), frozenset({Role.SUBMIT})
NOBODY: Final = Member("m", "", {})
EVERYWHERE: Final = Member("m", "Asha Patel", dict.fromkeys(CENTRES, ENTER), email="asha@centre.example")
CHANGES: Final[Mapping[str, tuple[Member, Member]]] = {
    "given everywhere": (NOBODY, EVERYWHERE),
    "taken away everywhere": (EVERYWHERE, replace(EVERYWHERE, memberships={})),
    "changed everywhere": (EVERYWHERE, replace(EVERYWHERE, memberships=dict.fromkeys(CENTRES, SUBMIT))),
    "given here and taken away there": (
        replace(EVERYWHERE, memberships=dict.fromkeys(CENTRES[:3], ENTER)),
        replace(EVERYWHERE, memberships=dict.fromkeys(CENTRES[3:], ENTER)),
    ),
    "another name": (EVERYWHERE, replace(EVERYWHERE, name="Asha Reid")),
}


@pytest.fixture(autouse=True)
def _few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "COPIES_AT_ONCE", 2)


def listed(services: Services, centre: CentreNumber) -> frozenset[Role]:
    return next((member.memberships[centre] for member in services.members.of_centre(centre)), NO_ROLES)


def recorded(centre: CentreNumber) -> list[tuple[frozenset[Role], frozenset[Role]]]:
    """What the ledger says of each change at a centre, latest first."""
    facts = [entry.fact for entry in DynamoLedger().of_office(centre, None, 9)]
    return [(fact.before, fact.after) for fact in facts if isinstance(fact, MembershipChanged)]


def must_agree(services: Services) -> None:
    """What somebody may do is what the centre's list says, and the ledger."""
    may = services.members.get("m").memberships
    for centre in CENTRES:
        roles = may.get(centre, NO_ROLES)
        assert listed(services, centre) == roles
        assert (recorded(centre) or [(NO_ROLES, NO_ROLES)])[0][1] == roles


@pytest.mark.parametrize("cut", range(PARTS))
@pytest.mark.parametrize("change", CHANGES)
def test_a_change_that_breaks_off_agrees_with_itself_and_is_gone_on_with(
    services: Services, change: str, cut: int
) -> None:
    before, after = CHANGES[change]
    if before.memberships:
        services.give_roles(before, OPERATOR)

    with transactions_refused("InternalServerError", after=cut), pytest.raises(TransactWriteError):
        services.give_roles(after, OPERATOR)
    must_agree(services)
    services.give_roles(after, OPERATOR)

    must_agree(services)
    assert services.members.get("m") == after
    for centre in CENTRES:
        ends = [person.memberships.get(centre, NO_ROLES) for person in (before, after)]
        changes = [(NO_ROLES, ends[0]), (ends[0], ends[1])]
        assert recorded(centre) == [(was, now) for was, now in reversed(changes) if was != now]
        assert {member.name for member in services.members.of_centre(centre)} <= {after.name}


def test_rights_are_taken_away_before_others_are_given(services: Services) -> None:
    before, after = CHANGES["given here and taken away there"]
    services.give_roles(before, OPERATOR)

    with transactions_refused("InternalServerError", after=1), pytest.raises(TransactWriteError):
        services.give_roles(after, OPERATOR)

    assert services.members.get("m").memberships.keys() == {CENTRES[2]}


@pytest.mark.parametrize("slower", CHANGES)
def test_of_two_who_change_a_member_at_once_the_slower_is_told_and_leaves_nothing(
    services: Services, monkeypatch: pytest.MonkeyPatch, slower: str
) -> None:
    before, after = CHANGES[slower]
    nobody, found = replace(EVERYWHERE, memberships={}), MemberItem.find
    if before.memberships:
        services.give_roles(before, OPERATOR)

    def find_before_someone_else(key: tuple[str, str], *, consistent: bool = False) -> MemberItem | None:
        held = found(key, consistent=consistent)
        monkeypatch.undo()
        services.give_roles(nobody, OPERATOR)
        return held

    monkeypatch.setattr(MemberItem, "find", find_before_someone_else)
    with pytest.raises(WriteConflict):
        services.members.put(after)

    must_agree(services)
    assert services.members.get("m") == nobody


def test_facts_found_against_another_member_are_not_kept(services: Services) -> None:
    services.members.put(EVERYWHERE)

    with pytest.raises(WriteConflict):
        services.members.put(replace(EVERYWHERE, memberships={}), over=NOBODY)

    assert services.members.get("m") == EVERYWHERE


def test_a_member_kept_by_the_first_release_can_be_changed(services: Services) -> None:
    services.members.put(EVERYWHERE)
    item = MemberItem.find(MemberItem.key("m"))
    assert item
    item.update(actions=[MemberItem.version.remove()])

    services.members.put(replace(EVERYWHERE, memberships={}))

    assert services.members.get("m").memberships == {}


@pytest.mark.parametrize("elsewhere", [True, False])
def test_who_is_listed_without_any_right_is_not_named_as_who_declared(services: Services, elsewhere: bool) -> None:
    ghost = Member("g", "Quentin Ghost", {CENTRE: SUBMIT})
    ColleagueItem.of(ghost, CENTRE).save()
    if elsewhere:
        services.members.put(replace(ghost, memberships={CENTRES[0]: SUBMIT}))

    with pytest.raises(DeclarantUnknown):
        made_by_a_submitter(replace(AGREED, made_by=ghost.name), services.members, CENTRE, [SHEET])
