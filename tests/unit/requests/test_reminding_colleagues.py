"""Colleagues are reminded once a day at most, on the page and by e-mail, of what is missing and by when."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

import pytest

from centremark.domain.notices.notice import Kind, Language, MailFailure, Topic, Trouble
from centremark.domain.people.ports import Member
from centremark.domain.requests.facts import Asked, ColleagueReminded
from centremark.domain.shared.actor import Role
from centremark.domain.shared.errors import Invalid
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber
from centremark.domain.shared.outcomes import GradeScale, Mark
from centremark.usecases.notices.send_notice import Sent
from centremark.usecases.notices.tell_people import RequestNews
from centremark.usecases.requests.ask_colleagues import AskColleagueCommand, Asking
from centremark.usecases.requests.remind import MOST_AT_ONCE, Reached, RemindAnswer, RemindCommand, Reminding
from tests.support.builders import CENTRE, NOON, SERIES, SHEET, a_candidate, a_change, a_key, an_assessment
from tests.support.doing import OFFICER, TEACHER, enter
from tests.support.entering import enter_candidates
from tests.support.trail import facts_of
from tests.support.world import World

OWEN: Final = Member("owen", "Owen Reid", {CENTRE: frozenset({Role.SUBMIT})}, email="owen@school.example")
ASHA: Final = Member("asha", "Asha Patel", {CENTRE: frozenset({Role.ENTER})}, email="asha@school.example")
AS_OWEN: Final = replace(OFFICER, id="owen")
AS_ASHA: Final = replace(TEACHER, id="asha")
OTHER: Final = replace(SHEET, assessment=AssessmentCode("H446/04"))
BY: Final = date(2027, 5, 3)
MORNING: Final = datetime(2027, 5, 3, 6, 0, tzinfo=UTC)
"""Seven in London, on the centre's own date."""


def a_world() -> World:
    """Asha is asked for two sheets of three candidates each, and of one for a teaching group."""
    world = World()
    for member in (OWEN, ASHA):
        world.services.members.put(member)
    world.services.catalogue.put(replace(an_assessment(), code=OTHER.assessment, title="Another project"))
    enter_candidates(world.services, OTHER, map(a_candidate, (1001, 1002, 1003)))
    for place, asking in enumerate(
        (Asking(SHEET, "asha", frozenset({"13A"}), BY), Asking(OTHER, "asha", frozenset(), BY))
    ):
        world.services.ask_colleague(AskColleagueCommand(asking, a_key(f"key-ask-{place}")), AS_OWEN)
    return world


def remind(world: World, *asked: Asked, key: str = "key-remind-1") -> list[RemindAnswer]:
    command = RemindCommand(CENTRE, SERIES, asked or (Asked(SHEET, 1), Asked(OTHER, 1)), a_key(key))
    return list(world.services.remind_colleagues(command, AS_OWEN))


def tell(world: World, name: str, **changes: object) -> int:
    """Queue the notices of an event as the bus tells it."""
    news = RequestNews("the event", name, world.now, "owen", "asha", (Asked(SHEET, 1),))
    return world.services.tell_of_request(replace(news, **changes))


def mailed(world: World) -> list[Sent]:
    return [world.services.send_notice(notice) for notice in world.post.sent]


def test_one_person_gets_one_message_about_all_they_were_reminded_of() -> None:
    world = a_world()
    enter(world, a_change(1001, Mark(45), checked=True), a_change(1002, Mark(9)))

    results = remind(world)
    facts = [f for sheet in (SHEET, OTHER) for f in facts_of(world.ledger, sheet) if isinstance(f, ColleagueReminded)]
    for fact in facts:
        tell(world, fact.NAME, id=fact.reminder, asked=fact.all_asked)

    assert [(answer.result, answer.reached) for answer in results] == [(Reminding.REMINDED, Reached.BY_MAIL)] * 2
    assert len(set(world.post.sent)) == 1
    assert mailed(world) == [Sent.MAILED, Sent.BEFORE]
    [(address, letter)] = world.mailer.sent
    assert address == "asha@school.example"
    assert letter.subject == "Reminder from Owen Reid: 2 mark sheets"
    assert (
        "- H446/03 Programming project, group 13A, Harbour View Academy (64235): "
        "1 without a mark, 1 not checked, due on 3 May 2027" in letter.text
    )
    assert "- H446/04 Another project, Harbour View Academy (64235): 3 without a mark, due on 3 May 2027" in letter.text


def test_a_letter_has_no_candidate_and_no_mark() -> None:
    world = a_world()
    enter(world, a_change(1001, Mark(45)))
    remind(world)
    tell(world, "ColleagueReminded.v1")
    mailed(world)

    [(_, letter)] = world.mailer.sent

    assert not any(personal in letter.text + letter.html for personal in ("JONES", "1001", "45 "))


def test_the_same_thing_is_not_reminded_of_twice_on_a_day_whoever_asks() -> None:
    world = a_world()
    remind(world, Asked(SHEET, 1))
    world.now = NOON.replace(hour=22, minute=30)

    [same_day, other] = remind(world, Asked(SHEET, 1), Asked(OTHER, 1), key="key-remind-2")
    world.now = NOON.replace(hour=23, minute=30)  # half past midnight in London
    [next_day] = remind(world, Asked(SHEET, 1), key="key-remind-3")

    assert (same_day.result, same_day.by) == (Reminding.REMINDED_TODAY, "Owen Reid")
    assert (other.result, next_day.result) == (Reminding.REMINDED, Reminding.REMINDED)


def test_a_repeat_with_the_same_key_gives_the_same_answer_and_reminds_once() -> None:
    world = a_world()

    assert remind(world) == remind(world)
    assert [f.NAME for f in facts_of(world.ledger, SHEET)].count("ColleagueReminded.v1") == 1


def test_a_thing_named_twice_is_reminded_of_once() -> None:
    assert len(remind(a_world(), Asked(SHEET, 1), Asked(SHEET, 1))) == 1


def test_nobody_is_reminded_of_what_is_done_or_was_taken_back() -> None:
    world = a_world()
    world.services.ask_colleague.take_back(OTHER, 1, AS_OWEN)
    enter(world, *(a_change(number, Mark(45), checked=True) for number in (1001, 1002, 1003)))

    assert [answer.result for answer in remind(world)] == [Reminding.DONE, Reminding.TAKEN_BACK]


def test_who_may_no_longer_enter_marks_is_not_reminded() -> None:
    world = a_world()
    world.services.members.put(replace(ASHA, memberships={}))

    assert {answer.result for answer in remind(world)} == {Reminding.LEFT}


def test_a_sheet_of_elsewhere_cannot_be_named() -> None:
    elsewhere = replace(SHEET, centre=CentreNumber("58410"))

    with pytest.raises(Invalid) as refused:
        remind(a_world(), Asked(SHEET, 1), Asked(elsewhere, 1))

    assert refused.value.points[0].pointer == "/requests/1/sheet"


def test_the_most_that_one_call_takes_fits_into_one_transaction() -> None:
    assert 2 * MOST_AT_ONCE + len({"the key"}) <= 100


@pytest.mark.parametrize(
    ("member", "muted", "trouble", "reached"),
    [
        (ASHA, frozenset[Topic](), None, Reached.BY_MAIL),
        (ASHA, frozenset({Topic.REQUESTS}), None, Reached.OFF),
        (ASHA, frozenset[Topic](), Trouble(MailFailure.BOUNCED, ASHA.email, NOON), Reached.CAME_BACK),
        (replace(ASHA, email=""), frozenset[Topic](), None, Reached.NO_ADDRESS),
    ],
    ids=["mail", "switched off", "came back", "no address"],
)
def test_who_reminds_hears_how_the_message_arrives(
    member: Member, muted: frozenset[Topic], trouble: Trouble | None, reached: Reached
) -> None:
    world = a_world()
    world.services.members.put(member)
    preferences = world.services.ports.preferences
    preferences.put("asha", preferences.get("asha").choose(Language.EN, muted))
    preferences.put("asha", preferences.get("asha").with_trouble(trouble))

    [answer] = remind(world, Asked(SHEET, 1))
    tell(world, "ColleagueReminded.v1")

    assert (answer.result, answer.reached) == (Reminding.REMINDED, reached)
    assert world.services.read_requests(SHEET, AS_OWEN).reach == {"asha": reached}
    mailed(world)
    assert bool(world.mailer.sent) == (reached is Reached.BY_MAIL)


def test_a_reminder_after_ready_asks_again() -> None:
    world = a_world()
    enter(world, *(a_change(number, Mark(45)) for number in (1001, 1002, 1003)))
    world.services.say_ready(SHEET, 1, AS_ASHA)

    remind(world, Asked(SHEET, 1))

    [found] = world.services.read_requests(SHEET, AS_OWEN).seen
    assert found.request.ready is None


def test_the_officer_is_told_by_name_that_marks_are_ready_and_what_is_not_checked() -> None:
    world = a_world()
    enter(world, *(a_change(number, Mark(45)) for number in (1001, 1002, 1003)))
    world.services.say_ready(SHEET, 1, AS_ASHA)

    tell(world, "MarksReady.v1", by="asha", to="owen")

    assert mailed(world) == [Sent.MAILED]
    [(address, letter)] = world.mailer.sent
    assert address == "owen@school.example"
    assert letter.subject == "Asha Patel says marks are ready: H446/03 Programming project, group 13A"
    assert "3 not checked" in letter.text


def test_when_whoever_asked_has_left_all_who_may_ask_hear_what_is_ready() -> None:
    world = a_world()
    world.services.members.put(replace(OWEN, subject="oonagh", name="Oonagh Reid"))
    world.services.members.put(replace(OWEN, memberships={}))

    tell(world, "MarksReady.v1", by="asha", to="owen")

    assert [notice.to for notice in world.post.sent] == ["oonagh"]


def test_nobody_is_mailed_about_what_they_asked_of_themselves() -> None:
    world = a_world()

    assert tell(world, "ColleagueAsked.v1", by="asha", to="asha") == 0


def test_what_is_done_before_the_mail_goes_out_is_not_mailed() -> None:
    world = a_world()
    tell(world, "ColleagueAsked.v1")
    enter(world, *(a_change(number, Mark(45), checked=True) for number in (1001, 1002, 1003)))

    assert mailed(world) == [Sent.OVER]


def test_whoever_was_asked_is_reminded_in_the_morning_of_the_centres_date_and_the_day_before() -> None:
    for days, kinds in {2: [], 1: [Kind.ASKED_DUE], 0: [Kind.ASKED_DUE], -1: []}.items():
        world = a_world()

        world.services.tell_of_day(MORNING - timedelta(days=days))

        asked = [notice for notice in world.post.sent if notice.kind.of_a_request]
        assert [notice.kind for notice in asked] == kinds
        assert all(len(notice.about) == 2 for notice in asked)


def test_several_groups_of_one_sheet_are_one_message_that_names_them() -> None:
    world = a_world()
    enter_candidates(world.services, SHEET, [a_candidate(1004, group="13B")])
    world.services.ask_colleague.change(1, Asking(SHEET, "asha", frozenset({"13B", "13A"}), BY), AS_OWEN)

    tell(world, "ColleagueAsked.v1")
    mailed(world)

    [(_, letter)] = world.mailer.sent
    assert letter.subject == "Owen Reid asks you for marks: H446/03 Programming project, groups 13A, 13B"
    assert "4 without a mark" in letter.text


def test_a_grade_is_called_a_grade() -> None:
    world = a_world()
    graded = replace(an_assessment(GradeScale({"P": "Pass"})), code=OTHER.assessment, title="Another project")
    world.services.catalogue.put(graded)
    tell(world, "ColleagueAsked.v1", asked=(Asked(OTHER, 1),))
    mailed(world)

    assert "3 without a grade" in world.mailer.sent[0][1].text


def test_who_may_enter_marks_of_another_assessment_only_is_reminded_of_that_one_alone() -> None:
    world = a_world()
    world.services.members.put(
        replace(
            ASHA,
            memberships={CENTRE: frozenset({Role.VIEW})},
            limits={CENTRE: {Role.ENTER: frozenset({OTHER.assessment})}},
        )
    )

    answers = remind(world, Asked(SHEET, 1), Asked(OTHER, 1))

    assert [answer.result for answer in answers] == [Reminding.LEFT, Reminding.REMINDED]
    assert tell(world, ColleagueReminded.NAME, asked=(Asked(SHEET, 1),)) == 0
    assert tell(world, ColleagueReminded.NAME, asked=(Asked(SHEET, 1), Asked(OTHER, 1))) == 1
    assert mailed(world) == [Sent.MAILED]
    [(_, letter)] = world.mailer.sent
    assert "H446/04" in letter.text
    assert "H446/03" not in letter.text
