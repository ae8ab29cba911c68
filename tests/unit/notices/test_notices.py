"""Who is told of what by e-mail, once, and who is not."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

import pytest

from centremark.domain.amendments.decisions import accept, ask_for_work, decline, request_amendment
from centremark.domain.moderation.decisions import begin, record_outcome, request_sample
from centremark.domain.notices.facts import NoticeSent
from centremark.domain.notices.news import Event, news_of
from centremark.domain.notices.notice import About, Kind, Language, MailFailure, Notice, Topic, Trouble, Waiting
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import BOARD_CENTRE, Actor, Channel, Role
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.errors import Forbidden
from centremark.domain.shared.identifiers import AssessmentCode, CandidateNumber
from centremark.domain.shared.ports import IdempotencyRecord, Key
from centremark.domain.sheet.amendment import WorkWanted
from centremark.domain.sheet.facts import (
    AmendmentApplied,
    AmendmentDeclined,
    AmendmentWorkRequested,
    EntriesChanged,
    ExtensionDecided,
    MarksConfirmed,
    MarksSaved,
    SampleRequested,
)
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.usecases.notices.send_notice import NEWS_FOR, Sent
from tests.support.builders import (
    CENTRE,
    DEADLINE,
    MODERATOR,
    NOON,
    OFFICER,
    SHEET,
    a_moderation,
    a_sheet,
    a_submitted_sheet,
    an_actor,
    an_amendment,
)
from tests.support.memory import MemoryClaims
from tests.support.trail import facts_of
from tests.support.world import World

OWEN: Final = Member("owen", "Owen Reid", {CENTRE: frozenset({Role.SUBMIT})}, email="owen@school.example")
ASHA: Final = Member("asha", "Asha Patel", {CENTRE: frozenset({Role.ENTER})}, email="asha@school.example")
MIS: Final = Member("mis", "MIS", {CENTRE: frozenset({Role.ENTER, Role.SUBMIT})}, machine=True)
BOARD: Final = Member("mo", "Mo Derator", {BOARD_CENTRE: frozenset({Role.MODERATION})}, email="mo@board.example")
SEVEN: Final = datetime(2027, 5, 8, 6, 0, tzinfo=UTC)
"""Seven in London, a week before the deadline."""


def a_world(sheet: MarkSheet | None = None, now: datetime = NOON) -> World:
    world = World(now=now)
    for member in (OWEN, ASHA, MIS, BOARD):
        world.services.members.put(member)
    if sheet:
        world.memory.sheets[SHEET] = sheet
    return world


def told(world: World) -> set[tuple[str, Kind]]:
    return {(notice.to, notice.kind) for notice in world.post.sent}


def an_event(name: str, amendment: int = 0) -> Event:
    return Event("the event", name, SHEET, NOON, amendment)


def entries_changed(entered: int = 0, withdrawn: int = 0) -> Event:
    """A change of entries the day after marks were submitted."""
    at = NOON + timedelta(days=1)
    return Event("the event", EntriesChanged.NAME, SHEET, at, entered=entered, withdrawn=withdrawn)


def amended(*, by_board: bool) -> MarkSheet:
    """A sheet with an amendment that applied: at once, or because the board accepted it."""
    sheet = a_submitted_sheet()
    if by_board:
        sheet = begin(sheet, a_moderation())[0]
    asked, _ = request_amendment(sheet, an_amendment(), OFFICER, NOON)
    return accept(asked, 1, "", MODERATOR, NOON)[0] if by_board else asked


def moderated(release_at: datetime, recorded: Attribution) -> MarkSheet:
    """A sheet whose outcome was recorded then, for the centre to see from a time."""
    begun = begin(a_submitted_sheet(), a_moderation())[0]
    sampled = request_sample(begun, {}, 3, NOON.date(), Attribution(MODERATOR, NOON))[0]
    return record_outcome(sampled, {}, release_at, recorded)[0]


def test_a_confirmation_is_told_to_the_people_who_submit_and_to_no_machine() -> None:
    world = a_world(a_submitted_sheet())

    world.services.tell_of_event(an_event(MarksConfirmed.NAME))

    [notice] = world.post.sent
    assert notice == Notice("the event", "owen", Kind.CONFIRMED, NOON, (About(SHEET),))


@pytest.mark.parametrize(("code", "people"), [("H446/03", {"owen", "hana"}), ("H446/04", {"owen"})])
def test_news_is_told_to_who_may_act_on_that_sheet(code: str, people: set[str]) -> None:
    world = a_world(a_submitted_sheet())
    limits = {CENTRE: {Role.SUBMIT: frozenset({AssessmentCode(code)})}}
    view = frozenset({Role.VIEW})
    world.services.members.put(Member("hana", "Hana Lee", {CENTRE: view}, email="hana@school.example", limits=limits))

    world.services.tell_of_event(an_event(MarksConfirmed.NAME))

    assert {notice.to for notice in world.post.sent} == people


def test_a_late_entry_is_told_to_everyone_who_enters_or_submits_and_an_early_one_to_nobody() -> None:
    late, early = a_world(a_submitted_sheet()), a_world(a_sheet())

    late.services.tell_of_event(entries_changed(entered=1))
    early.services.tell_of_event(entries_changed(entered=1))

    assert told(late) == {("owen", Kind.ENTRIES), ("asha", Kind.ENTRIES)}
    assert told(early) == set()


def test_a_withdrawal_after_submission_is_told_as_one_and_a_corrected_entry_to_nobody() -> None:
    withdrawn, corrected = a_world(a_submitted_sheet()), a_world(a_submitted_sheet())

    withdrawn.services.tell_of_event(entries_changed(withdrawn=1))
    corrected.services.tell_of_event(entries_changed())

    assert told(withdrawn) == {("owen", Kind.WITHDRAWN), ("asha", Kind.WITHDRAWN)}
    assert told(corrected) == set()


def test_an_amendment_the_board_accepted_is_told_once_and_one_the_centre_made_is_only_confirmed() -> None:
    decided, made = amended(by_board=True), amended(by_board=False)

    assert news_of(an_event(AmendmentApplied.NAME, 1), decided) is Kind.ACCEPTED
    assert news_of(an_event(MarksConfirmed.NAME), decided) is None
    assert news_of(an_event(AmendmentApplied.NAME, 1), made) is None
    assert news_of(an_event(MarksConfirmed.NAME), made) is Kind.CONFIRMED


def test_work_that_is_wanted_and_an_extension_are_told_with_the_day_that_counts() -> None:
    sheet = begin(a_submitted_sheet(), a_moderation())[0]
    asked, _ = request_amendment(sheet, an_amendment(), OFFICER, NOON)
    wanted = WorkWanted((CandidateNumber("1001"),), "Leeds", date(2027, 5, 10))
    world = a_world(ask_for_work(asked, 1, wanted, MODERATOR, NOON)[0])
    extended = a_world()
    extended.services.ask_for_extension(SHEET, date(2027, 5, 22), "Illness", an_actor(Role.SUBMIT))
    extended.services.decide_extension(SHEET, date(2027, 5, 20), "", an_actor(Role.OPERATOR, centre=BOARD_CENTRE))

    world.services.tell_of_event(an_event(AmendmentWorkRequested.NAME, 1))
    extended.services.tell_of_event(an_event(ExtensionDecided.NAME))

    assert [(n.kind, n.about[0].day) for n in world.post.sent] == [(Kind.WORK, date(2027, 5, 10))]
    assert [(n.kind, n.about[0].day) for n in extended.post.sent] == [(Kind.EXTENDED, date(2027, 5, 20))]


def test_what_is_declined_is_told_and_what_nobody_has_to_act_on_is_not() -> None:
    asked, _ = request_amendment(begin(a_submitted_sheet(), a_moderation())[0], an_amendment(), OFFICER, NOON)

    assert news_of(an_event(AmendmentDeclined.NAME, 1), decline(asked, 1, "", MODERATOR, NOON)[0]) is Kind.DECLINED
    assert news_of(an_event(ExtensionDecided.NAME), a_sheet()) is Kind.NOT_EXTENDED
    assert news_of(an_event(SampleRequested.NAME), asked) is Kind.SAMPLE
    assert news_of(an_event(MarksSaved.NAME), asked) is None


def test_the_morning_a_week_before_reminds_everyone_who_can_act_in_one_message_each() -> None:
    world = a_world()

    world.services.tell_of_day(SEVEN)

    assert told(world) == {("owen", Kind.DEADLINE), ("asha", Kind.DEADLINE)}
    assert world.post.sent[0].about == (About(SHEET, date(2027, 5, 15)),)


def test_who_opted_out_is_reminded_on_the_last_day_alone() -> None:
    world = a_world()
    world.services.manage_mail.choose(Language.EN, frozenset({Topic.DEADLINES}), actor_of(ASHA))

    world.services.tell_of_day(SEVEN)
    world.services.tell_of_day(SEVEN + timedelta(days=7))

    mine = [notice for notice in world.post.sent if notice.to == "asha"]
    assert [(notice.kind, notice.id) for notice in mine] == [(Kind.LAST_DAY, "deadlines-2027-05-15")]
    assert world.services.send_notice(mine[0]) is Sent.MAILED


def test_marks_that_are_submitted_remind_nobody() -> None:
    world = a_world(a_submitted_sheet())

    world.services.tell_of_day(SEVEN)

    assert world.post.sent == []


def test_an_outcome_is_told_the_morning_after_its_release_and_not_before_nor_again() -> None:
    world = a_world(moderated(SEVEN - timedelta(hours=20), Attribution(MODERATOR, NOON)))

    for days in (-1, 0, 1):
        world.services.tell_of_day(SEVEN + timedelta(days=days))

    assert [(n.id, n.to, n.kind) for n in world.post.sent] == [("outcomes-2027-05-08", "owen", Kind.OUTCOME)]


def test_an_outcome_recorded_after_its_release_date_is_told_the_morning_after_it_was_recorded() -> None:
    world = a_world(moderated(NOON, Attribution(MODERATOR, SEVEN - timedelta(hours=2))))

    world.services.tell_of_day(SEVEN)

    assert told(world) == {("owen", Kind.OUTCOME)}


def test_the_board_gets_one_message_a_day_with_what_waits_and_none_when_nothing_does() -> None:
    world, quiet = a_world(), a_world(a_submitted_sheet())
    world.services.ask_for_extension(SHEET, date(2027, 5, 22), "Illness", an_actor(Role.SUBMIT))

    world.services.tell_of_day(DEADLINE + timedelta(days=3))
    quiet.services.tell_of_day(DEADLINE + timedelta(days=3))

    assert [(n.to, n.kind, n.waiting) for n in world.post.sent] == [
        ("mo", Kind.WAITING, Waiting(overdue=1, extensions=1))
    ]
    assert quiet.post.sent == []


def test_a_notice_is_mailed_once_and_stands_once_in_the_history() -> None:
    world = a_world(a_submitted_sheet())
    notice = Notice("the event", "owen", Kind.CONFIRMED, NOON, (About(SHEET),))

    became = [world.services.send_notice(notice) for _ in range(3)]

    assert became == [Sent.MAILED, Sent.BEFORE, Sent.BEFORE]
    assert [address for address, _ in world.mailer.sent] == ["owen@school.example"]
    tellings = [fact.telling for fact in facts_of(world.ledger, SHEET) if isinstance(fact, NoticeSent)]
    assert [(telling.kind, telling.name) for telling in tellings] == [(Kind.CONFIRMED, "Owen Reid")]


@pytest.mark.parametrize("value", ["the event", "notice-the event"])
def test_no_key_of_a_callers_is_taken_for_a_mail_that_was_sent(value: str) -> None:
    world = a_world(a_submitted_sheet())
    MemoryClaims(world.memory).keep(IdempotencyRecord(Key("owen", value, "a save of Owen's"), "[]"), NOON)

    became = world.services.send_notice(Notice("the event", "owen", Kind.CONFIRMED, NOON, (About(SHEET),)))

    assert became is Sent.MAILED


def test_nothing_is_mailed_about_old_events_even_when_they_come_again() -> None:
    world = a_world(a_submitted_sheet(), now=NOON + NEWS_FOR + timedelta(seconds=1))

    assert world.services.send_notice(Notice("the event", "owen", Kind.CONFIRMED, NOON, (About(SHEET),))) is Sent.OLD
    assert world.mailer.sent == []


@pytest.mark.parametrize(("muted", "became"), [(Topic.CONFIRMATIONS, Sent.UNWANTED), (Topic.DEADLINES, Sent.MAILED)])
def test_a_person_gets_no_email_about_a_topic_they_turned_off(muted: Topic, became: Sent) -> None:
    world = a_world(a_submitted_sheet())
    world.services.manage_mail.choose(Language.EN, frozenset({muted}), actor_of(OWEN))

    assert world.services.send_notice(Notice("the event", "owen", Kind.CONFIRMED, NOON, (About(SHEET),))) is became


def test_an_address_mail_came_back_from_gets_none_until_its_owner_says_it_works() -> None:
    world = a_world(a_submitted_sheet())
    notice = Notice("the event", "owen", Kind.CONFIRMED, NOON, (About(SHEET),))

    assert world.services.note_trouble("owen", MailFailure.BOUNCED, ["OWEN@school.example"], NOON)
    assert world.services.send_notice(notice) is Sent.NOWHERE
    assert world.services.manage_mail.read(actor_of(OWEN)).trouble == Trouble(
        MailFailure.BOUNCED, "owen@school.example", NOON
    )
    assert world.services.manage_mail.works_again(actor_of(OWEN)).trouble is None
    assert world.services.send_notice(notice) is Sent.MAILED


def test_trouble_at_an_earlier_address_says_nothing_about_the_one_of_today() -> None:
    world = a_world(a_submitted_sheet())
    world.services.note_trouble("owen", MailFailure.COMPLAINED, ["owen@school.example"], NOON)
    world.services.members.put(replace(OWEN, email="o.reid@school.example"))

    assert not world.services.note_trouble("owen", MailFailure.BOUNCED, ["owen@school.example"], NOON)
    assert world.services.manage_mail.read(actor_of(OWEN)).trouble is None


def test_people_choose_among_the_topics_their_roles_are_told_of_and_a_machine_among_none() -> None:
    world = a_world()

    of_a_teacher = [Topic.ENTRIES, Topic.DEADLINES, Topic.REQUESTS]
    assert world.services.manage_mail.read(actor_of(ASHA)).topics == of_a_teacher
    assert world.services.manage_mail.read(actor_of(BOARD)).topics == [Topic.BOARD]
    assert Topic.MODERATION in world.services.manage_mail.read(actor_of(OWEN)).topics
    with pytest.raises(Forbidden):
        world.services.manage_mail.read(Actor("mis", "MIS", Channel.API, MIS.memberships))


def actor_of(member: Member) -> Actor:
    return Actor(member.subject, member.name, Channel.WEB, member.memberships)
