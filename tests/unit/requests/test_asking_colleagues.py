"""An exams officer asks teachers for marks by a date of the centre's own; what they were asked is done by itself."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest

from centremark.domain.people.ports import Member
from centremark.domain.requests.facts import ColleagueAsked, RequestTakenBack
from centremark.domain.requests.request import MOST_A_DAY, MOST_ON_A_SHEET, Progress
from centremark.domain.shared.actor import BOARD_CENTRE, Role
from centremark.domain.shared.errors import (
    AfterDeadline,
    AlreadyAsked,
    AlreadySubmitted,
    CannotBeAsked,
    CentremarkError,
    DayPassed,
    Forbidden,
    MarksMissing,
    NoSuchGroup,
    NotFound,
    TooManyAsked,
)
from centremark.domain.shared.identifiers import AssessmentCode
from centremark.domain.shared.outcomes import Mark
from centremark.usecases.requests.ask_colleagues import AskColleagueCommand, Asking
from centremark.usecases.requests.read_requests import RequestSeen
from tests.support.builders import CENTRE, OPENS, SHEET, a_candidate, a_change, a_key, a_tick, an_actor
from tests.support.doing import OFFICER, TEACHER, complete, enter, submit
from tests.support.entering import enter_candidates
from tests.support.trail import facts_of
from tests.support.world import World

ASHA: Final = Member("asha", "Asha Patel", {CENTRE: frozenset({Role.ENTER})})
BEN: Final = Member("ben", "Ben Okoro", {CENTRE: frozenset({Role.ENTER})})
VI: Final = Member("vi", "Vi Ewer", {CENTRE: frozenset({Role.VIEW})})
ELIN: Final = Member(
    "elin",
    "Elin Rees",
    {CENTRE: frozenset({Role.VIEW})},
    limits={CENTRE: {Role.ENTER: frozenset({AssessmentCode("H446/04")})}},
)
MIS: Final = Member("mis", "The MIS", {CENTRE: frozenset({Role.ENTER})}, machine=True)
AS_ASHA: Final = replace(TEACHER, id="asha")
BY: Final = date(2027, 5, 3)
WHOLE: Final = Asking(SHEET, "asha", frozenset(), BY)
GROUP: Final = replace(WHOLE, groups=frozenset({"13B"}))
BOTH: Final = replace(WHOLE, groups=frozenset({"13A", "13B"}))


def a_world() -> World:
    """Three candidates of group 13A and one of 13B."""
    world = World()
    for member in (ASHA, BEN, VI, ELIN, MIS):
        world.services.members.put(member)
    enter_candidates(world.services, SHEET, [a_candidate(1004, group="13B")])
    return world


def ask(world: World, asking: Asking = WHOLE, key: str = "key-ask-1") -> int:
    return world.services.ask_colleague(AskColleagueCommand(asking, a_key(key)), OFFICER)


def seen(world: World) -> list[RequestSeen]:
    return list(world.services.read_requests(SHEET, OFFICER).seen)


def test_the_officer_sees_who_was_asked_since_when_and_what_is_missing() -> None:
    world = a_world()
    enter(world, a_change(1001, Mark(45), checked=True), a_change(1002, Mark(9)))

    ask(world)

    [found] = seen(world)
    assert (found.request.wanted.to.name, found.request.wanted.due, found.request.asked.at) == (
        "Asha Patel",
        BY,
        world.now,
    )
    assert found.progress == Progress(candidates=4, unmarked=2, unchecked=1)


def test_a_group_is_counted_by_itself_and_done_by_itself_once_entered_and_checked() -> None:
    world = a_world()
    ask(world, GROUP)

    before = seen(world)[0].progress
    enter(world, a_change(1004, Mark(45)))
    enter(world, a_tick(1004), key="key-tick-1")

    assert before == Progress(candidates=1, unmarked=1, unchecked=0)
    assert seen(world)[0].progress.done


def test_several_groups_of_one_colleague_are_one_request_counted_together() -> None:
    world = a_world()
    enter(world, a_change(1001, Mark(45)), a_change(1004, Mark(45), checked=True))

    number = ask(world, BOTH)

    [found] = seen(world)
    assert (number, found.request.wanted.groups) == (1, ("13A", "13B"))
    assert found.progress == Progress(candidates=4, unmarked=2, unchecked=1)


def test_a_group_that_has_no_candidate_any_more_is_not_done() -> None:
    assert not Progress(0, 0, 0).done


@pytest.mark.parametrize(
    ("asking", "refusal"),
    [
        (replace(WHOLE, due=date(2027, 4, 19)), DayPassed),
        (replace(WHOLE, due=date(2027, 5, 16)), AfterDeadline),
        (replace(WHOLE, groups=frozenset({"13A", "99Z"})), NoSuchGroup),
        (replace(WHOLE, to="vi"), CannotBeAsked),
        (replace(WHOLE, to="mis"), CannotBeAsked),
        (replace(WHOLE, to="nobody"), CannotBeAsked),
        (replace(WHOLE, to="elin"), CannotBeAsked),
    ],
    ids=[
        "yesterday",
        "after the deadline",
        "no such group",
        "may only view",
        "a machine",
        "nobody here",
        "may enter another assessment only",
    ],
)
def test_what_cannot_be_asked_is_refused_where_it_is_wrong(asking: Asking, refusal: type[CentremarkError]) -> None:
    world = a_world()

    with pytest.raises(refusal) as refused:
        ask(world, asking)

    assert [point.code for point in refused.value.points] == [refusal.code]
    assert seen(world) == []


@pytest.mark.parametrize("due", [date(2027, 4, 20), date(2027, 5, 15)], ids=["today", "the day of the deadline"])
def test_the_first_and_the_last_day_can_be_chosen(due: date) -> None:
    world = a_world()

    ask(world, replace(WHOLE, due=due))

    assert seen(world)[0].request.wanted.due == due


def test_with_an_extension_a_later_day_can_be_chosen() -> None:
    world = a_world()
    operator = an_actor(Role.OPERATOR, centre=BOARD_CENTRE)
    world.services.ask_for_extension(SHEET, date(2027, 5, 22), "Illness", OFFICER)
    world.services.decide_extension(SHEET, date(2027, 5, 22), "", operator)

    ask(world, replace(WHOLE, due=date(2027, 5, 20)))

    assert seen(world)[0].request.wanted.due == date(2027, 5, 20)


def test_after_the_deadline_marks_can_still_be_asked_for() -> None:
    world = a_world()
    world.now += timedelta(days=30)

    ask(world, replace(WHOLE, due=date(2027, 5, 23)))

    assert len(seen(world)) == 1


def test_a_centre_can_plan_before_the_board_takes_marks() -> None:
    world = a_world()
    world.now = OPENS - timedelta(days=30)

    ask(world)

    assert len(seen(world)) == 1


def test_nothing_is_asked_for_once_it_is_submitted() -> None:
    world = World()
    world.services.members.put(ASHA)
    submit(world, complete(world))

    with pytest.raises(AlreadySubmitted):
        ask(world)


def test_the_same_colleague_is_asked_once_for_the_same_thing() -> None:
    world = a_world()
    ask(world)

    with pytest.raises(AlreadyAsked, match="Asha Patel is already asked for this, by 3 May 2027"):
        ask(world, replace(WHOLE, due=date(2027, 5, 4)), key="key-ask-2")

    assert ask(world, GROUP, key="key-ask-3") == 2
    assert ask(world, replace(WHOLE, to="ben"), key="key-ask-4") == 3
    with pytest.raises(AlreadyAsked, match="Asha Patel is already asked for 13B, by 3 May 2027"):
        ask(world, BOTH, key="key-ask-5")


def test_a_repeat_with_the_same_key_asks_nothing_twice() -> None:
    world = a_world()

    assert (ask(world), ask(world)) == (1, 1)
    assert len(seen(world)) == 1


def test_no_more_is_asked_of_a_sheet_than_one_small_item_holds() -> None:
    world = World(entered=())
    world.services.members.put(ASHA)
    groups = [f"G{number}" for number in range(MOST_ON_A_SHEET + 1)]
    enter_candidates(world.services, SHEET, [a_candidate(1000 + n, group=group) for n, group in enumerate(groups)])
    ask(world, replace(WHOLE, groups=frozenset(groups[:2])))
    ask(world, replace(WHOLE, groups=frozenset(groups[2:-1])), key="key-ask-2")

    with pytest.raises(TooManyAsked):
        ask(world, replace(WHOLE, groups=frozenset(groups[-1:])), key="key-the-last")
    with pytest.raises(TooManyAsked):
        world.services.ask_colleague.change(1, replace(WHOLE, groups=frozenset([*groups[:2], groups[-1]])), OFFICER)


def test_a_colleague_is_asked_for_a_sheet_five_times_a_day_also_when_it_is_taken_back_or_changed_between() -> None:
    world = a_world()
    for again in range(MOST_A_DAY - 1):
        number = ask(world, key=f"key-ask-{again}")
        world.services.ask_colleague.take_back(SHEET, number, OFFICER)
    last = ask(world, key="key-the-last")

    for one_more in (
        lambda: ask(world, GROUP, key="key-one-more"),
        lambda: world.services.ask_colleague.change(last, GROUP, OFFICER),
    ):
        with pytest.raises(TooManyAsked, match=r"Asha Patel was asked .* 5 times today.*tomorrow"):
            one_more()
    world.services.ask_colleague.change(last, replace(WHOLE, to="ben"), OFFICER)
    world.now += timedelta(days=1)

    assert ask(world, key="key-tomorrow") == last + 1


def test_whoever_is_asked_has_the_name_by_which_the_centre_calls_them() -> None:
    world = a_world()
    world.services.members.put(replace(BEN, name="Ben Okoro-Smith", names={CENTRE: "Ben Okoro"}), over=BEN)

    ask(world, replace(WHOLE, to="ben"))

    assert [found.request.wanted.to.name for found in seen(world)] == ["Ben Okoro"]


def test_another_day_is_a_change_with_what_was_asked_before() -> None:
    world = a_world()
    ask(world)

    world.services.ask_colleague.change(1, replace(WHOLE, due=date(2027, 5, 10)), OFFICER)
    world.services.ask_colleague.change(1, replace(WHOLE, due=date(2027, 5, 10)), OFFICER)

    assert [s.request.wanted.due for s in seen(world)] == [date(2027, 5, 10)]
    asked = [fact for fact in facts_of(world.ledger, SHEET) if isinstance(fact, ColleagueAsked)]
    assert {fact.before.wanted.due if fact.before else None for fact in asked} == {None, BY}
    assert {fact.by.name for fact in asked} == {"Owen Reid"}


def test_a_request_given_to_someone_else_is_neither_ready_nor_reminded() -> None:
    world = a_world()
    ask(world, GROUP)
    enter(world, a_change(1004, Mark(45)))
    world.services.say_ready(SHEET, 1, AS_ASHA)

    world.services.ask_colleague.change(1, replace(GROUP, to="ben"), OFFICER)

    [found] = seen(world)
    assert (found.request.wanted.to.name, found.request.ready) == ("Ben Okoro", None)


def test_what_was_taken_back_is_gone_and_its_number_is_not_used_again() -> None:
    world = a_world()
    ask(world)

    world.services.ask_colleague.take_back(SHEET, 1, OFFICER)

    assert seen(world) == []
    assert [f.request.number for f in facts_of(world.ledger, SHEET) if isinstance(f, RequestTakenBack)] == [1]
    with pytest.raises(NotFound):
        world.services.ask_colleague.take_back(SHEET, 1, OFFICER)
    assert ask(world, key="key-ask-2") == 2


def test_marks_are_ready_when_all_are_entered_though_someone_else_may_have_to_check_them() -> None:
    world = a_world()
    ask(world, GROUP)

    with pytest.raises(MarksMissing, match="1 candidate has no mark yet"):
        world.services.say_ready(SHEET, 1, AS_ASHA)
    enter(world, a_change(1004, Mark(45)))
    for _ in range(2):
        world.services.say_ready(SHEET, 1, AS_ASHA)

    assert seen(world)[0].request.ready == world.now
    assert [f.NAME for f in facts_of(world.ledger, SHEET)].count("MarksReady.v1") == 1


def test_only_who_was_asked_says_that_marks_are_ready() -> None:
    world = a_world()
    ask(world)

    with pytest.raises(Forbidden, match="Asha Patel was asked for these marks"):
        world.services.say_ready(SHEET, 1, replace(TEACHER, id="ben"))


def test_a_date_that_passed_is_late_until_the_marks_are_done() -> None:
    world = a_world()
    ask(world, GROUP)
    enter(world, a_change(1004, Mark(45)))
    world.now += timedelta(days=14)

    late = seen(world)[0].late
    enter(world, a_tick(1004), key="key-tick-1")

    assert (late, seen(world)[0].late) == (True, False)


def test_everyone_at_the_centre_sees_what_is_asked_and_only_who_may_ask_sees_whom() -> None:
    world = a_world()
    ask(world)

    teachers = world.services.read_requests(SHEET, TEACHER)
    officers = world.services.read_requests(SHEET, OFFICER)

    assert len(teachers.seen) == 1
    assert (list(teachers.people), dict(teachers.reach)) == ([], {})
    assert [person.name for person in officers.people] == ["Asha Patel", "Ben Okoro"]
    assert list(officers.groups) == ["13A", "13B"]


def test_a_series_is_read_with_what_is_asked_of_each_of_its_sheets() -> None:
    world = a_world()
    ask(world)
    sheets = world.sheets.of_centre(CENTRE, SHEET.series)

    asked = world.services.read_requests.of_sheets(CENTRE, SHEET.series, sheets)

    assert {sheet: [s.request.number for s in found] for sheet, found in asked.items()} == {SHEET: [1]}
