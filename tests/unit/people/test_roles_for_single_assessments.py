"""A role for single assessments changes those sheets, in every series, and no others; it views the whole centre."""

from dataclasses import replace
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from centremark.domain.people.centre_people import MOST_ASKED, MOST_ASSESSMENTS, RoleFor
from centremark.domain.people.ports import MOST_LIMITED, Member
from centremark.domain.shared.actor import (
    LIMITABLE,
    MAY,
    Actor,
    CentrePermission,
    Channel,
    Limits,
    Permission,
    Role,
    SheetPermission,
)
from centremark.domain.shared.errors import AskedToday, Forbidden, Malformed, PersonChanged, RoleLimited, RolesRefused
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber, SeriesId, SheetId
from centremark.usecases.people.manage_people import PersonView
from tests.support.administering import ENTER, HEAD, TEACHER, VIEW, Centre
from tests.support.builders import CENTRE, SHEET, an_actor, limited

PROJECT, OTHER, THIRD = map(AssessmentCode, ("H446/03", "J277/02", "H446/04"))
ON_A_SHEET: Final[tuple[SheetPermission, ...]] = (Permission.ENTER, Permission.SUBMIT, Permission.AMEND)
AT_A_CENTRE: Final[tuple[CentrePermission, ...]] = (
    Permission.READ,
    Permission.ASK,
    Permission.SETTINGS,
    Permission.HISTORY,
    Permission.PEOPLE,
    Permission.MODERATE,
    Permission.OPERATE,
)

sheets = st.builds(
    SheetId,
    st.sampled_from([SeriesId("2027-06"), SeriesId("2028-06")]),
    st.sampled_from([CENTRE, CentreNumber("11111")]),
    st.sampled_from([PROJECT, OTHER, THIRD]),
)
codes = st.frozensets(st.sampled_from([PROJECT, OTHER, THIRD]), min_size=1)
limits_given = st.dictionaries(st.sampled_from(sorted(LIMITABLE)), codes)
roles_given = st.frozensets(st.sampled_from(Role), min_size=1)


@pytest.fixture
def centre() -> Centre:
    return Centre.open()


def for_(*codes: AssessmentCode, role: Role = Role.ENTER) -> Limits:
    return {role: frozenset(codes)}


def test_every_permission_is_asked_for_a_sheet_or_for_a_centre() -> None:
    assert sorted((*ON_A_SHEET, *AT_A_CENTRE)) == sorted(Permission)
    assert frozenset[Role]().union(*(MAY[permission] for permission in ON_A_SHEET)) == LIMITABLE


@given(roles=roles_given, limits=limits_given, sheet=sheets, permission=st.sampled_from(ON_A_SHEET))
def test_a_limit_adds_its_own_assessments_in_every_series_and_nothing_else(
    roles: frozenset[Role], limits: Limits, sheet: SheetId, permission: SheetPermission
) -> None:
    without = Actor("a", "A", Channel.WEB, {CENTRE: roles})
    actor = replace(without, limits={CENTRE: limits})
    named = sheet.centre == CENTRE and any(sheet.assessment in limits.get(role, ()) for role in MAY[permission])

    assert actor.may(permission, sheet) == (named or without.may(permission, sheet))
    assert Member("a", "A", {CENTRE: roles}, limits={CENTRE: limits}).may(permission, sheet) == actor.may(
        permission, sheet
    )


@given(roles=roles_given, limits=limits_given, permission=st.sampled_from(AT_A_CENTRE))
def test_a_limit_permits_nothing_at_the_centre_as_a_whole(
    roles: frozenset[Role], limits: Limits, permission: CentrePermission
) -> None:
    without = Actor("a", "A", Channel.WEB, {CENTRE: roles})

    assert replace(without, limits={CENTRE: limits}).may(permission, CENTRE) == without.may(permission, CENTRE)


def test_whoever_is_refused_hears_what_their_role_is_for_and_whom_to_ask() -> None:
    teacher = limited(Role.ENTER, PROJECT, THIRD)

    teacher.must(Permission.ENTER, replace(SHEET, assessment=THIRD))
    with pytest.raises(RoleLimited, match=r"enter marks is for H446/03 and H446/04 only, not for J277/02\. Ask"):
        teacher.must(Permission.ENTER, replace(SHEET, assessment=OTHER))
    with pytest.raises(Forbidden, match="do not have the role to submit marks"):
        teacher.must(Permission.SUBMIT, SHEET)
    with pytest.raises(RoleLimited, match="not for the whole centre"):
        limited(Role.SUBMIT, PROJECT).must(Permission.ASK, CENTRE)


def test_a_refusal_speaks_of_two_roles_as_two() -> None:
    one = frozenset({AssessmentCode("H446/03")})
    both = replace(limited(Role.ENTER, PROJECT), limits={CENTRE: {Role.ENTER: one, Role.SUBMIT: one}})

    with pytest.raises(RoleLimited, match="Your roles enter marks and submit marks are for H446/03 only"):
        both.must(Permission.ENTER, replace(SHEET, assessment=OTHER))


def test_a_refusal_names_a_few_of_many_assessments() -> None:
    teacher = limited(Role.ENTER, *(f"A{number:03d}/01" for number in range(MOST_ASSESSMENTS)))

    with pytest.raises(RoleLimited, match="A000/01, A001/01, A002/01, A003/01, A004/01 and 35 more only"):
        teacher.must(Permission.ENTER, SHEET)


def test_an_administrator_gives_a_role_for_single_assessments_and_its_holder_still_views_the_centre(
    centre: Centre,
) -> None:
    given = centre.give(TEACHER, frozenset(), limits=for_(PROJECT))

    assert isinstance(given, PersonView)
    assert (given.roles, given.limits) == (VIEW, for_(PROJECT))
    teacher = centre.actor(TEACHER)
    assert teacher.may(Permission.READ, CENTRE)
    assert teacher.may(Permission.ENTER, replace(SHEET, assessment=PROJECT))
    assert not teacher.may(Permission.ENTER, replace(SHEET, assessment=OTHER))
    [changed] = centre.changes
    assert (changed.before, changed.after) == (ENTER, VIEW)
    assert (changed.limits_before, changed.limits_after) == ({}, for_(PROJECT))


def test_other_assessments_are_a_change_with_a_fact_and_the_same_ones_are_none(centre: Centre) -> None:
    centre.give(TEACHER, frozenset(), limits=for_(PROJECT))
    centre.give(TEACHER, VIEW, limits=for_(PROJECT))
    centre.give(TEACHER, VIEW, limits=for_(PROJECT, OTHER))
    centre.give(TEACHER, ENTER)

    assert [(fact.limits_before, fact.limits_after) for fact in centre.changes] == [
        ({}, for_(PROJECT)),
        (for_(PROJECT), for_(PROJECT, OTHER)),
        (for_(PROJECT, OTHER), {}),
    ]
    assert centre.actor(TEACHER).limits == {}


def test_a_change_over_other_assessments_than_were_seen_is_refused_and_says_what_they_are(centre: Centre) -> None:
    centre.give(TEACHER, frozenset(), limits=for_(PROJECT))

    with pytest.raises(PersonChanged, match=r"They now have: view, enter marks \(H446/03\)"):
        centre.give(TEACHER, ENTER, VIEW, limits_before={})


@pytest.mark.parametrize(
    ("roles", "limits", "said"),
    [
        (VIEW, for_(PROJECT, role=Role.ADMINISTRATOR), "for the whole centre"),
        (VIEW, for_(PROJECT, role=Role.VIEW), "for the whole centre"),
        (VIEW, for_(PROJECT, role=Role.OPERATOR), "Only the exam board"),
        (ENTER, for_(PROJECT), "not both"),
        (VIEW, for_(), "Name 1 to 40 assessments"),
        (VIEW, for_(*(AssessmentCode(f"A{n:03d}/01") for n in range(MOST_ASSESSMENTS + 1))), "Name 1 to 40"),
    ],
)
def test_what_cannot_be_limited_is_refused_in_words(
    centre: Centre, roles: frozenset[Role], limits: Limits, said: str
) -> None:
    with pytest.raises(RolesRefused, match=said):
        centre.give(TEACHER, roles, limits=limits)
    with pytest.raises(RolesRefused, match=said):
        centre.invite(roles=roles, limits=limits)


def test_someone_is_invited_for_single_assessments(centre: Centre) -> None:
    view = centre.invite(roles=frozenset(), limits=for_(PROJECT, role=Role.SUBMIT))

    assert (view.roles, view.limits) == (VIEW, for_(PROJECT, role=Role.SUBMIT))
    assert centre.actor(view.member.subject).may(Permission.SUBMIT, SHEET)


def test_an_administrator_can_have_a_role_for_single_assessments_beside_it(centre: Centre) -> None:
    administrator = centre.roles(HEAD)

    centre.give(HEAD, administrator, limits=for_(PROJECT))

    assert centre.roles(HEAD) == administrator
    assert centre.actor(HEAD).may(Permission.PEOPLE, CENTRE)


def test_whoever_leaves_takes_no_role_for_an_assessment_along(centre: Centre) -> None:
    centre.give(TEACHER, frozenset(), limits=for_(PROJECT))

    assert centre.give(TEACHER, frozenset()) is None
    assert centre.world.services.members.get(TEACHER).limits == {}


def test_a_role_is_asked_for_one_assessment_and_given_for_it_or_for_all(centre: Centre) -> None:
    for code in (PROJECT, OTHER):
        centre.ask(Role.SUBMIT, assessment=code)
    centre.give(TEACHER, ENTER, limits=for_(PROJECT, role=Role.SUBMIT))

    assert [request.wanted for request in centre.requests] == [RoleFor(Role.SUBMIT, OTHER)]
    with pytest.raises(RolesRefused, match="submit marks for H446/03 already"):
        centre.ask(Role.SUBMIT, assessment=PROJECT)

    centre.give(TEACHER, ENTER | {Role.SUBMIT})
    assert centre.requests == []


def test_declining_a_role_for_one_assessment_leaves_the_request_for_another(centre: Centre) -> None:
    for code in (PROJECT, OTHER):
        centre.ask(Role.SUBMIT, assessment=code)

    centre.decline(TEACHER, Role.SUBMIT, assessment=PROJECT)

    assert [request.wanted for request in centre.requests] == [RoleFor(Role.SUBMIT, OTHER)]


def test_one_person_asks_for_a_few_roles_at_a_time(centre: Centre) -> None:
    for number in range(MOST_ASKED):
        centre.ask(Role.SUBMIT, assessment=AssessmentCode(f"A{number:03d}/01"))

    with pytest.raises(AskedToday, match="You have asked for 5 roles"):
        centre.ask(Role.SUBMIT, assessment=PROJECT)
    with pytest.raises(RolesRefused, match="for the whole centre"):
        centre.ask(Role.ADMINISTRATOR, assessment=PROJECT)


def test_a_member_has_no_more_limits_than_their_item_holds() -> None:
    many = [frozenset(AssessmentCode(f"{a:03X}/{b:02d}") for b in range(40)) for a in range(MOST_LIMITED // 40 + 1)]
    limits = {CentreNumber(f"{place + 1:05d}"): {Role.ENTER: codes} for place, codes in enumerate(many)}
    memberships = dict.fromkeys(limits, VIEW)

    with pytest.raises(Malformed, match="4,000 assessments at most"):
        Member("m", "M", memberships, limits=limits)


def test_nobody_has_a_role_for_an_assessment_of_a_centre_that_they_do_not_belong_to() -> None:
    with pytest.raises(Malformed, match="needs a membership"):
        Member("m", "M", {}, limits={CENTRE: for_(PROJECT)})


BOARD: Final = an_actor(Role.OPERATOR, centre=CentreNumber("00000"), name="Bo Ard")


@pytest.mark.parametrize(
    ("given", "left"),
    [
        (VIEW, for_(PROJECT, OTHER)),
        (VIEW | {Role.ADMINISTRATOR}, for_(PROJECT, OTHER)),
        (VIEW | {Role.ENTER}, {}),
        (frozenset({Role.SUBMIT}), {}),
        (frozenset[Role](), {}),
    ],
)
def test_the_board_leaves_a_centres_limits_unless_it_takes_a_role_or_gives_it_for_all(
    centre: Centre, given: frozenset[Role], left: Limits
) -> None:
    centre.give(TEACHER, frozenset(), limits=for_(PROJECT, OTHER))
    held = centre.world.services.members.get(TEACHER)

    memberships = {CENTRE: given} if given else {}
    centre.world.services.give_roles(Member(TEACHER, held.name, memberships, email=held.email), BOARD)

    assert centre.world.services.members.get(TEACHER).limits.get(CENTRE, {}) == left
    assert centre.changes[-1].limits_after == left
