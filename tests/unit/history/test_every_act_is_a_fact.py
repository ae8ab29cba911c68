"""Every act of a person is a fact in the ledger of a sheet, a centre or the board, with who did it and why."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import pytest

from centremark.domain.catalogue.catalogue import Centre
from centremark.domain.catalogue.departments import Department, Departments
from centremark.domain.moderation.decisions import Arrangement, Correction
from centremark.domain.people.centre_people import RoleFor, RolesWanted
from centremark.domain.people.names import PersonName
from centremark.domain.people.ports import Member
from centremark.domain.requests.facts import Asked
from centremark.domain.shared.actor import BOARD_ACTOR, BOARD_CENTRE, Actor, Channel, Role
from centremark.domain.shared.errors import Forbidden
from centremark.domain.shared.identifiers import CandidateNumber, CentreNumber, EmailAddress
from centremark.domain.shared.outcomes import Mark
from centremark.domain.sheet.amendment import WorkWanted
from centremark.domain.sheet.moderation import Method, Moderator
from centremark.usecases.amendments.amend_marks import AmendMarksCommand, Decision
from centremark.usecases.entries.move_candidate import MoveCommand
from centremark.usecases.marks.enter_marks import EnterMarksCommand
from centremark.usecases.marks.put_marks import ANY_VERSION, Mode, PutMarksCommand, RowWanted
from centremark.usecases.moderation.moderate import OutcomeFound
from centremark.usecases.people.manage_people import InviteCommand, PersonCommand, RoleCommand, RolesCommand
from centremark.usecases.requests.ask_colleagues import AskColleagueCommand, Asking
from centremark.usecases.requests.remind import RemindCommand
from tests.support.acts import changing_acts
from tests.support.builders import (
    CENTRE,
    LOST,
    SERIES,
    SHEET,
    a_candidate,
    a_change,
    a_consortium,
    a_key,
    an_actor,
    an_amendment,
)
from tests.support.doing import REPORT, SLIPS, complete, submit
from tests.support.uploading import a_csv, accept, sent_and_checked
from tests.support.world import World

ONE: Final = CandidateNumber("1001")
THERE: Final = CentreNumber("58410")
NEXT_MAY: Final = date(2027, 5, 22)
SCIENCE: Final = Departments((Department("Science", ("H446",)),))
WHY: Final = "For a reason of its own"
WORK: Final = WorkWanted((ONE,), "1 Exam Street, Leeds", date(2027, 5, 10))
RHYS: Final = EmailAddress("rhys@school.example")
ASHA: Final = Member("asha", "Asha Patel", {CENTRE: frozenset({Role.ENTER})})
FOR_ASHA: Final = Asking(SHEET, "asha", frozenset(), date(2027, 5, 3))
ARRANGED: Final = Arrangement(Moderator("Mo Derator", ("1 Exam Street",)), Method.POST, 3)


def someone(*roles: Role, centre: CentreNumber = CENTRE) -> Actor:
    return an_actor(*roles, centre=centre, name="Whoever Acts")


ENTERS, SUBMITS, HEADS = (someone(role) for role in (Role.ENTER, Role.SUBMIT, Role.ADMINISTRATOR))
OPERATES, MODERATES = (someone(role, centre=BOARD_CENTRE) for role in (Role.OPERATOR, Role.MODERATION))


def before(actor: Actor) -> Actor:
    """Someone else with the same roles, who does what comes before the act."""
    return replace(actor, id="someone-before", name="Someone Before")


def submitted(world: World) -> None:
    submit(world, complete(world))
    world.services.confirm_submission(SHEET, 1)


def moderated(world: World) -> None:
    submitted(world)
    world.services.start_moderation(SHEET, ARRANGED, before(MODERATES))


def work_sent(world: World) -> None:
    moderated(world)
    world.services.follow_moderation.sent(SHEET, frozenset({ONE}), "By post", before(SUBMITS))


def amended(world: World) -> None:
    moderated(world)
    command = AmendMarksCommand(SHEET, an_amendment(), a_key("key-amend-1"))
    world.services.amend_marks(command, before(SUBMITS))


def work_asked_for(world: World) -> None:
    amended(world)
    world.services.decide_amendment.ask_for_work(SHEET, 1, WORK, before(MODERATES))


def more_time_asked_for(world: World) -> None:
    world.services.ask_for_extension(SHEET, NEXT_MAY, "Illness", before(SUBMITS))


def another_centre(world: World) -> None:
    world.services.catalogue.put(Centre(THERE, "Llys Derwen School"))


def a_consortium_there(world: World) -> None:
    another_centre(world)
    world.services.catalogue.arrange(None, a_consortium(THERE))


def a_webhook(world: World) -> None:
    world.services.manage_webhook.tell(CENTRE, "https://mis.example/before", before(HEADS))


def a_mark(world: World) -> None:
    world.services.enter_marks(EnterMarksCommand(SHEET, (a_change(1001, Mark(45)),), a_key("a-mark")), before(ENTERS))


def asha_there(world: World) -> None:
    world.services.give_roles(ASHA, before(OPERATES))


def heads_there(world: World) -> None:
    """The administrator, and a teacher, are known at the centre."""
    asha_there(world)
    world.services.members.put(Member(HEADS.id, HEADS.name, dict(HEADS.memberships)))


def rhys_invited(world: World) -> None:
    heads_there(world)
    command = InviteCommand(CENTRE, PersonName("Rhys Bevan"), RHYS, frozenset({Role.ENTER}), a_key("key-rhys"))
    head = Member("someone-before", "Someone Before", dict(HEADS.memberships))
    world.services.members.put(head)
    world.services.manage_people.invite(command, before(HEADS))


def a_role_asked_for(world: World) -> None:
    heads_there(world)
    asha = replace(ENTERS, id=ASHA.subject, name=ASHA.name)
    world.services.ask_for_role.ask(CENTRE, RoleFor(Role.SUBMIT), a_key("key-ask"), asha)


def enters_there(world: World) -> None:
    heads_there(world)
    world.services.members.put(Member(ENTERS.id, ENTERS.name, {CENTRE: frozenset({Role.ENTER})}))
    world.services.members.put(Member("helen", "Helen Head", dict(HEADS.memberships)))


def asha(world: World) -> None:
    world.services.members.put(ASHA)


def asked(world: World) -> None:
    asha(world)
    world.services.ask_colleague(AskColleagueCommand(FOR_ASHA, a_key("asked")), before(SUBMITS))


def all_entered(world: World) -> None:
    asked(world)
    complete(world)


def nothing(_: World) -> None:
    """Nothing has to be there."""


def put_marks(world: World, actor: Actor) -> None:
    rows = (RowWanted(ONE, Mark(45)),)
    command = PutMarksCommand(SHEET, rows, Mode.GOOD_ROWS, whole=False, basis=ANY_VERSION, key=a_key())
    world.services.put_marks(command, actor)


def restore_marks_cleared(world: World, actor: Actor) -> None:
    then = world.sheets.get(SHEET)
    cleared = a_change(1001, None, revision=1)
    world.services.enter_marks(EnterMarksCommand(SHEET, (cleared,), a_key("cleared")), before(ENTERS))
    world.services.restore_sheet(then, {}, WHY, actor)


@dataclass(frozen=True)
class Act:
    """What someone does, after what has to be there; whether they say why."""

    who: Actor
    do: Callable[[World, Actor], object]
    after: Callable[[World], None] = nothing
    says_why: bool = False


ACTS: Final[dict[str, Act]] = {
    "AcceptFile": Act(ENTERS, lambda w, a: accept(w, sent_and_checked(w, a_csv((1001, "45")), a), a)),
    "EnterMarks": Act(
        ENTERS, lambda w, a: w.services.enter_marks(EnterMarksCommand(SHEET, (a_change(1001, Mark(1)),), a_key()), a)
    ),
    "PutMarks": Act(ENTERS, put_marks),
    "RecordCircumstance": Act(
        ENTERS,
        lambda w, a: w.services.record_circumstance(SHEET, ONE, replace(LOST, reason=WHY), a),
        says_why=True,
    ),
    "SubmitMarks": Act(SUBMITS, lambda w, a: submit(w, complete(w), by=a)),
    "AmendMarks": Act(
        SUBMITS,
        lambda w, a: w.services.amend_marks(
            AmendMarksCommand(SHEET, an_amendment(explanation=WHY), a_key("key-amend-1")), a
        ),
        submitted,
        says_why=True,
    ),
    "FollowAmendment.withdraw": Act(SUBMITS, lambda w, a: w.services.follow_amendment.withdraw(SHEET, 1, a), amended),
    "FollowAmendment.work_sent": Act(
        SUBMITS, lambda w, a: w.services.follow_amendment.work_sent(SHEET, 1, WHY, a), work_asked_for, says_why=True
    ),
    "DecideAmendment": Act(
        MODERATES,
        lambda w, a: w.services.decide_amendment(SHEET, 1, Decision.DECLINE, WHY, a),
        amended,
        says_why=True,
    ),
    "DecideAmendment.ask_for_work": Act(
        MODERATES, lambda w, a: w.services.decide_amendment.ask_for_work(SHEET, 1, WORK, a), amended
    ),
    "StartModeration": Act(MODERATES, lambda w, a: w.services.start_moderation(SHEET, ARRANGED, a), submitted),
    "FollowModeration.sent": Act(
        SUBMITS,
        lambda w, a: w.services.follow_moderation.sent(SHEET, frozenset({ONE}), WHY, a),
        moderated,
        says_why=True,
    ),
    "FollowModeration.correct": Act(
        SUBMITS,
        lambda w, a: w.services.follow_moderation.correct(
            SHEET, frozenset({ONE}), "", Correction(sent=False, reason=WHY), a
        ),
        work_sent,
        says_why=True,
    ),
    "FollowModeration.lost": Act(
        SUBMITS, lambda w, a: w.services.follow_moderation.lost(SHEET, ONE, WHY, a), moderated, says_why=True
    ),
    "RecordOutcome": Act(
        MODERATES,
        lambda w, a: w.services.record_outcome(SHEET, OutcomeFound({}, w.now, WHY), a),
        moderated,
        says_why=True,
    ),
    "AskColleague": Act(
        SUBMITS, lambda w, a: w.services.ask_colleague(AskColleagueCommand(FOR_ASHA, a_key()), a), asha
    ),
    "AskColleague.change": Act(
        SUBMITS, lambda w, a: w.services.ask_colleague.change(1, replace(FOR_ASHA, due=date(2027, 5, 10)), a), asked
    ),
    "AskColleague.take_back": Act(SUBMITS, lambda w, a: w.services.ask_colleague.take_back(SHEET, 1, a), asked),
    "RemindColleagues": Act(
        SUBMITS,
        lambda w, a: w.services.remind_colleagues(RemindCommand(CENTRE, SERIES, (Asked(SHEET, 1),), a_key()), a),
        asked,
    ),
    "SayReady": Act(replace(ENTERS, id="asha"), lambda w, a: w.services.say_ready(SHEET, 1, a), all_entered),
    "AskForExtension": Act(SUBMITS, lambda w, a: w.services.ask_for_extension(SHEET, NEXT_MAY, WHY, a), says_why=True),
    "DecideExtension": Act(
        OPERATES, lambda w, a: w.services.decide_extension(SHEET, None, WHY, a), more_time_asked_for, says_why=True
    ),
    "ChangeEntries.enter": Act(
        OPERATES, lambda w, a: w.services.change_entries.enter(SHEET, [a_candidate(1009)], WHY, a), says_why=True
    ),
    "ChangeEntries.withdraw": Act(
        OPERATES, lambda w, a: w.services.change_entries.withdraw(SHEET, frozenset({ONE}), WHY, a), says_why=True
    ),
    "MoveCandidate": Act(
        OPERATES, lambda w, a: w.services.move_candidate(MoveCommand(SHEET, ONE, THERE, ONE, WHY), a), another_centre
    ),
    "ArrangeConsortium": Act(OPERATES, lambda w, a: w.services.arrange_consortium(SHEET, [THERE], a), another_centre),
    "ArrangeConsortium.dissolve": Act(
        OPERATES, lambda w, a: w.services.arrange_consortium.dissolve(SHEET, a), a_consortium_there
    ),
    "PutCatalogue": Act(OPERATES, lambda w, a: w.services.put_catalogue(Centre(THERE, "Llys Derwen School"), a)),
    "RestoreSheet": Act(OPERATES, restore_marks_cleared, a_mark, says_why=True),
    "GiveRoles": Act(OPERATES, lambda w, a: w.services.give_roles(ASHA, a)),
    "GiveRoles, another name": Act(
        OPERATES, lambda w, a: w.services.give_roles(replace(ASHA, name="Asha Patel-Jones"), a), asha_there
    ),
    "GiveRoles, another address": Act(
        OPERATES, lambda w, a: w.services.give_roles(replace(ASHA, email="asha@school.example"), a), asha_there
    ),
    "GiveRoles, a machine": Act(
        OPERATES, lambda w, a: w.services.give_roles(replace(ASHA, machine=True), a), asha_there
    ),
    "ChangeCentreSettings": Act(HEADS, lambda w, a: w.services.change_centre_settings(CENTRE, a, second_checker=True)),
    "ChangeDepartments": Act(HEADS, lambda w, a: w.services.change_departments(CENTRE, SCIENCE, a)),
    "ManagePeople.invite": Act(
        HEADS,
        lambda w, a: w.services.manage_people.invite(
            InviteCommand(CENTRE, PersonName("Rhys Bevan"), RHYS, frozenset({Role.ENTER}), a_key()), a
        ),
        heads_there,
    ),
    "ManagePeople.invite_again": Act(
        HEADS,
        lambda w, a: w.services.manage_people.invite_again(
            PersonCommand(CENTRE, w.sign_ins.known[RHYS].subject, a_key()), a
        ),
        rhys_invited,
    ),
    "ManagePeople.give": Act(
        HEADS,
        lambda w, a: w.services.manage_people.give(
            RolesCommand(CENTRE, RolesWanted("asha", frozenset({Role.VIEW}), ASHA.memberships[CENTRE]), a_key()),
            a,
        ),
        heads_there,
    ),
    "ManagePeople.decline": Act(
        HEADS,
        lambda w, a: w.services.manage_people.decline(RoleCommand(CENTRE, "asha", RoleFor(Role.SUBMIT), a_key()), a),
        a_role_asked_for,
    ),
    "AskForRole.ask": Act(
        ENTERS, lambda w, a: w.services.ask_for_role.ask(CENTRE, RoleFor(Role.SUBMIT), a_key(), a), enters_there
    ),
    "LeaveCentre": Act(ENTERS, lambda w, a: w.services.leave_centre(CENTRE, a_key(), a), enters_there),
    "ManageWebhook.tell": Act(HEADS, lambda w, a: w.services.manage_webhook.tell(CENTRE, "https://mis.example/", a)),
    "ManageWebhook.rotate": Act(HEADS, lambda w, a: w.services.manage_webhook.rotate(CENTRE, a), a_webhook),
    "ManageWebhook.remove": Act(HEADS, lambda w, a: w.services.manage_webhook.remove(CENTRE, a), a_webhook),
    "RequestPrint": Act(ENTERS, lambda w, a: w.services.request_print(REPORT, a)),
    "RequestPrint, of slips": Act(ENTERS, lambda w, a: w.services.request_print(SLIPS, a), a_mark),
}
"""Whatever a person changes, by use case and method."""
EXEMPT: Final = {
    "SeeColleagues": "that someone has a sheet open is forgotten after some minutes",
    "SendFile": "a file on its way changes no mark, and the upload says whose it is",
    "CancelFile": "a file that nobody accepted changed no mark",
    "CheckFile.again": "a file is checked again, and changes no mark until someone accepts it",
    "CheckFile.read_as": "how a file is read is shown before anyone accepts it, and so is it with the next file",
    "NoteSighting": "that somebody signed in changes nothing",
    "ManageMail.choose": "what a person is mailed concerns nobody else",
    "ManageMail.works_again": "whether a person's address works concerns nobody else",
}
"""What a person changes that nobody else relies on."""
READS: Final = {
    *("ManageWebhook.read", "ManageWebhook.deliveries", "ManageMail.read"),
    *("ManagePeople.read", "AskForRole.administrators"),
}
"""What only reads, in a use case that also changes something."""


def test_whatever_a_person_can_change_is_tried_here_or_exempt_for_a_reason() -> None:
    tried = {name.partition(",")[0] for name in ACTS}

    assert sorted(changing_acts()) == sorted(tried | EXEMPT.keys() | READS)


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_an_act_is_found_in_a_ledger_with_the_persons_id_name_and_reason(act: Act) -> None:
    world = World()
    act.after(world)
    known = len(world.memory.facts), len(world.memory.office_facts)

    act.do(world, act.who)

    facts = [*world.memory.facts[known[0] :], *world.memory.office_facts[known[1] :]]
    mine = [fact for fact in facts if (fact.by.id, fact.by.name) == (act.who.id, act.who.name)]
    assert mine
    assert not act.says_why or any(WHY in repr(fact) for fact in mine)


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
@pytest.mark.parametrize("channel", [Channel.WEB, Channel.API])
@pytest.mark.parametrize("who", [OPERATES, MODERATES], ids=["an operator", "a moderator"])
def test_whatever_the_boards_people_may_do_they_do_as_the_board(act: Act, channel: Channel, who: Actor) -> None:
    world, actor = World(), replace(who, channel=channel)
    act.after(world)

    with suppress(Forbidden):
        act.do(world, actor)

    theirs = [fact for fact in (*world.memory.facts, *world.memory.office_facts) if fact.by.id == who.id]
    assert {fact.by.channel for fact in theirs} <= {Channel.BOARD}


def test_a_print_that_the_boards_people_ask_for_is_the_boards_to_its_centre() -> None:
    world = World()
    a_mark(world)
    world.services.request_print(REPORT, MODERATES)
    world.services.request_print(SLIPS, OPERATES)

    slips, report, *_ = world.services.read_history(SHEET, None, ENTERS).facts

    assert (slips.by, report.by) == (BOARD_ACTOR, BOARD_ACTOR)


def test_who_belongs_to_a_centre_and_to_the_board_acts_there_for_the_centre() -> None:
    both = replace(ENTERS, memberships={**ENTERS.memberships, **MODERATES.memberships})

    assert (both.by(CENTRE).channel, both.by(THERE).channel) == (Channel.WEB, Channel.BOARD)
