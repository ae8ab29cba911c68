"""Every use case asks who calls before it reads: strangers find no centre, and members hear that they may not."""

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Any, Final, Never, get_origin, get_type_hints

import pytest

from centremark import usecases
from centremark.domain.catalogue.catalogue import Assessment, Candidate, Centre, Roster, Series
from centremark.domain.catalogue.circumstances import Circumstance
from centremark.domain.catalogue.departments import Departments
from centremark.domain.files.upload import UploadId
from centremark.domain.marks.mode import Mode
from centremark.domain.moderation.decisions import Arrangement, Correction
from centremark.domain.notices.notice import Language, Topic
from centremark.domain.people.centre_people import RoleFor, RolesWanted
from centremark.domain.people.names import PersonName
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import BOARD_CENTRE, BOARD_ROLES, LIMITABLE, MAY, Actor, Channel, Permission, Role
from centremark.domain.shared.errors import Forbidden, NotFound, RoleLimited
from centremark.domain.shared.identifiers import CandidateNumber, CentreNumber, EmailAddress, SeriesId, SheetId
from centremark.domain.shared.ports import Key
from centremark.domain.sheet.amendment import WorkWanted
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.moderation import Method, Moderator
from centremark.usecases.amendments.amend_marks import AmendMarksCommand, Decision
from centremark.usecases.entries.move_candidate import MoveCommand
from centremark.usecases.files.accept_file import AcceptFileCommand
from centremark.usecases.files.check_file import ReadFileAs
from centremark.usecases.files.send_file import SendFileCommand
from centremark.usecases.marks.enter_marks import EnterMarksCommand
from centremark.usecases.marks.put_marks import ANY_VERSION, PutMarksCommand
from centremark.usecases.moderation.moderate import OutcomeFound
from centremark.usecases.people.manage_people import InviteCommand, PersonCommand, RoleCommand, RolesCommand
from centremark.usecases.prints.orders import Order
from centremark.usecases.requests.ask_colleagues import AskColleagueCommand, Asking
from centremark.usecases.requests.remind import RemindCommand
from centremark.usecases.submission.submit_marks import SubmitMarksCommand
from tests.support.acts import acts
from tests.support.builders import (
    AGREED,
    CENTRE,
    LOST,
    NOON,
    SERIES,
    SHEET,
    a_centre,
    a_key,
    a_sheet,
    an_actor,
    an_amendment,
    limited,
)
from tests.support.doing import SLIPS

ELSEWHERE: Final = CentreNumber("11111")
ONE: Final = CandidateNumber("1001")
UPLOAD: Final = UploadId(SERIES, CENTRE, "20270420120000-0123456789ab")
ROLES: Final = frozenset({Role.ENTER})
ASKING: Final = Asking(SHEET, "asha", frozenset(), date(2027, 5, 3))
TO_SUBMIT: Final = AcceptFileCommand(UPLOAD, Mode.GOOD_ROWS, agreement=AGREED)

ARGUMENTS: Final[dict[Any, object]] = {
    SheetId: SHEET,
    CentreNumber: CENTRE,
    SeriesId: SERIES,
    CandidateNumber: ONE,
    UploadId: UPLOAD,
    bool: True,
    int: 1,
    str: "Anything",
    str | None: None,
    date: date(2027, 5, 22),
    date | None: None,
    Decision: Decision.DECLINE,
    Circumstance | None: LOST,
    Language: Language.EN,
    Arrangement: Arrangement(Moderator("Mo Derator", ("1 Exam Street",)), Method.POST, 3),
    Correction: Correction(sent=False, reason="Left on the shelf"),
    Departments: Departments(),
    Member: Member("asha", "Asha Patel", {}),
    OutcomeFound: OutcomeFound({}, NOON, ""),
    WorkWanted: WorkWanted((ONE,), "1 Exam Street", date(2027, 5, 22)),
    Series | Assessment | Centre: a_centre(),
    Iterable[Candidate]: (),
    MarkSheet: a_sheet(),
    Roster: {},
    Sequence[CentreNumber]: (ELSEWHERE,),
    frozenset[CandidateNumber]: frozenset({ONE}),
    frozenset[Topic]: frozenset[Topic](),
    Order: SLIPS,
    RoleFor: RoleFor(Role.SUBMIT),
    Key: a_key(),
    InviteCommand: InviteCommand(CENTRE, PersonName("Asha Patel"), EmailAddress("asha@school.example"), ROLES, a_key()),
    PersonCommand: PersonCommand(CENTRE, "asha", a_key()),
    RoleCommand: RoleCommand(CENTRE, "asha", RoleFor(Role.SUBMIT), a_key()),
    RolesCommand: RolesCommand(CENTRE, RolesWanted("asha", ROLES, ROLES), a_key()),
    AcceptFileCommand: AcceptFileCommand(UPLOAD, Mode.GOOD_ROWS),
    Asking: ASKING,
    AskColleagueCommand: AskColleagueCommand(ASKING, a_key()),
    RemindCommand: RemindCommand(CENTRE, SERIES, (), a_key()),
    AmendMarksCommand: AmendMarksCommand(SHEET, an_amendment(), a_key()),
    EnterMarksCommand: EnterMarksCommand(SHEET, (), a_key()),
    MoveCommand: MoveCommand(SHEET, ONE, ELSEWHERE, ONE, "Changed schools"),
    PutMarksCommand: PutMarksCommand(SHEET, (), Mode.GOOD_ROWS, whole=False, basis=ANY_VERSION, key=a_key()),
    ReadFileAs: ReadFileAs(UPLOAD),
    SendFileCommand: SendFileCommand(CENTRE, SERIES, None, "marks.csv", a_key()),
    SubmitMarksCommand: SubmitMarksCommand(SHEET, frozenset({1}), AGREED, a_key()),
}
"""What a use case is asked, by the type of its parameter: everything is of one centre."""


@dataclass(frozen=True)
class Rule:
    """Who may; to anyone without a role at the centre there is no such centre, and the board's rooms are forbidden."""

    roles: frozenset[Role]
    of_the_board: bool = False


READ, ENTER, SUBMIT, ASK, SETTINGS, HISTORY, PEOPLE, AMEND, MODERATE, OPERATE = (
    Rule(MAY[permission]) for permission in Permission
)
BOARD_SEES, BOARD_ARRANGES = (replace(rule, of_the_board=True) for rule in (MODERATE, OPERATE))

RULES: Final[dict[str, Rule]] = {
    "AcceptFile": ENTER,
    "AmendMarks": AMEND,
    "ArrangeConsortium": OPERATE,
    "ArrangeConsortium.dissolve": OPERATE,
    "AskColleague": ASK,
    "AskColleague.change": ASK,
    "AskColleague.take_back": ASK,
    "AskForExtension": SUBMIT,
    "AskForRole.administrators": READ,
    "AskForRole.ask": READ,
    "CancelFile": ENTER,
    "ChangeCentreSettings": SETTINGS,
    "ChangeDepartments": SETTINGS,
    "ChangeEntries.enter": OPERATE,
    "ChangeEntries.withdraw": OPERATE,
    "CheckFile.again": ENTER,
    "CheckFile.read_as": ENTER,
    "DecideAmendment": MODERATE,
    "DecideAmendment.ask_for_work": MODERATE,
    "DecideExtension": OPERATE,
    "EnterMarks": ENTER,
    "ExportMarks.of_centre": READ,
    "ExportMarks.of_sheet": READ,
    "FindPrint": READ,
    "FindUpload": READ,
    "FindUpload.all": READ,
    "FindUpload.file": READ,
    "FollowAmendment.withdraw": AMEND,
    "FollowAmendment.work_sent": AMEND,
    "FollowModeration.correct": AMEND,
    "FollowModeration.lost": AMEND,
    "FollowModeration.sent": AMEND,
    "GiveRoles": BOARD_ARRANGES,
    "LeaveCentre": Rule(frozenset(Role) - BOARD_ROLES),
    "ManagePeople.decline": PEOPLE,
    "ManagePeople.give": PEOPLE,
    "ManagePeople.invite": PEOPLE,
    "ManagePeople.invite_again": PEOPLE,
    "ManagePeople.read": PEOPLE,
    "ManageWebhook.deliveries": SETTINGS,
    "ManageWebhook.read": SETTINGS,
    "ManageWebhook.remove": SETTINGS,
    "ManageWebhook.rotate": SETTINGS,
    "ManageWebhook.tell": SETTINGS,
    "MoveCandidate": OPERATE,
    "PutCatalogue": BOARD_ARRANGES,
    "PutMarks": ENTER,
    "ReadCentre": READ,
    "ReadCentreSettings": READ,
    "ReadChanges": READ,
    "ReadConsortia": BOARD_SEES,
    "ReadConsortium": MODERATE,
    "ReadDepartments": READ,
    "ReadHistory": READ,
    "ReadModeration": READ,
    "ReadOfficeHistory.of_board": BOARD_SEES,
    "ReadOfficeHistory.of_centre": HISTORY,
    "ReadPreview": READ,
    "ReadPreview.table": READ,
    "ReadReceipt": READ,
    "ReadRequests": READ,
    "ReadSeriesOfBoard": BOARD_SEES,
    "ReadSheet": READ,
    "ReadSheetPatterns": READ,
    "ReadSubmissions.every": READ,
    "ReadSubmissions.one": READ,
    "RecordCircumstance": ENTER,
    "RecordOutcome": MODERATE,
    "RemindColleagues": ASK,
    "RequestPrint": READ,
    "RestoreSheet": OPERATE,
    "SayReady": ENTER,
    "SeeColleagues": READ,
    "SendFile": ENTER,
    "StartModeration": MODERATE,
    "SubmitMarks": SUBMIT,
}
PEOPLES_OWN: Final = {"ManageMail.choose", "ManageMail.read", "ManageMail.works_again"}
"""What everyone has of their own, and a machine client has not."""
ASKS_NOBODY: Final = {
    "LimitRate": "counts whoever calls",
    "NoteSighting": "notes the day at the caller's own centres",
    "ReadMemberships": "names the caller's own centres",
    "SheetView.status": "is of a sheet that was read for the actor",
    "status_seen": "is of a sheet that was read for the actor",
    "is_for_the_board": "decides what of a history is left out for the actor",
}


class Reached(Exception):  # no error: the guard let the call through to a port
    """The use case went on to its ports."""


class Untouched:
    """A port, a clock or a chance that nobody may get at."""

    def __getattr__(self, name: str) -> Never:
        raise Reached(name)

    def __call__(self, *_: object) -> Never:
        raise Reached


def over_nothing(kind: type) -> object:
    """A use case, and those it is made of, whose ports nobody may get at."""
    hints = get_type_hints(kind)
    parts = {
        field.name: over_nothing(part) if is_use_case(part := hints[field.name]) else Untouched()
        for field in fields(kind)
    }
    return kind(**parts)


def is_use_case(kind: object) -> bool:
    return inspect.isclass(kind) and is_dataclass(kind) and kind.__module__.startswith(usecases.__name__)


def asked_of(method: Callable[..., object]) -> dict[str, object]:
    """What a use case is asked here, beside the actor."""
    hints = get_type_hints(method)
    wanted = inspect.signature(method).parameters.values()
    needed = [one.name for one in wanted if one.default is one.empty and one.name not in {"self", "actor"}]
    return {name: ARGUMENTS[hint if (hint := hints[name]) in ARGUMENTS else get_origin(hint)] for name in needed}


@dataclass(frozen=True)
class Call:
    """An act as an actor tries it."""

    kind: type
    method: Callable[..., object]
    asked: Mapping[str, object]

    def by(self, actor: Actor) -> object:
        return self.method(over_nothing(self.kind), actor=actor, **self.asked)


ON_ITS_SHEET: Final = {
    "AmendMarks",
    "AskForExtension",
    "EnterMarks",
    "FollowAmendment.withdraw",
    "FollowAmendment.work_sent",
    "FollowModeration.correct",
    "FollowModeration.lost",
    "FollowModeration.sent",
    "PutMarks",
    "RecordCircumstance",
    "SayReady",
    "SubmitMarks",
}
"""What changes one mark sheet: a role limited to its assessment is enough."""
FOR_THE_WHOLE_CENTRE: Final = {
    "AskColleague",
    "AskColleague.change",
    "AskColleague.take_back",
    "RemindColleagues",
}
"""What a role for single assessments is never enough for."""
OF_A_FILE: Final = {"AcceptFile", "CancelFile", "CheckFile.again", "CheckFile.read_as", "SendFile"}
"""What touches the sheets that a file turns out to be about: tests/unit/files/test_files_and_single_assessments.py."""


CALLS: Final = {
    name: Call(kind, method, asked_of(method)) for name, kind, method in acts() if kind and name not in ASKS_NOBODY
}
CASES: Final[dict[str, tuple[Call, Rule]]] = {
    **{name: (CALLS[name], rule) for name, rule in RULES.items()},
    "AcceptFile, submitting": (replace(CALLS["AcceptFile"], asked={"command": TO_SUBMIT}), SUBMIT),
}


def holding(role: Role) -> Actor:
    """Someone with a role where it counts."""
    return an_actor(role, centre=BOARD_CENTRE if role in BOARD_ROLES else CENTRE)


TO_SEND_FOR_ONE: Final = SendFileCommand(CENTRE, SERIES, SHEET.assessment, "marks.csv", a_key())
ON_ONE_SHEET: Final = {
    **{name: (CALLS[name], RULES[name].roles) for name in sorted(ON_ITS_SHEET)},
    "SendFile, for one assessment": (replace(CALLS["SendFile"], asked={"command": TO_SEND_FOR_ONE}), ENTER.roles),
}

STRANGERS: Final = {
    "nobody": an_actor(),
    "a member of no centre": replace(an_actor(), memberships={}),
    "a member of another centre": an_actor(*Role, centre=ELSEWHERE),
    "a centre's member with the board's roles": an_actor(*BOARD_ROLES),
    "the board's member with a centre's roles": an_actor(*(set(Role) - BOARD_ROLES), centre=BOARD_CENTRE),
}


def test_every_use_case_that_takes_an_actor_has_its_rule_here() -> None:
    assert sorted(name for name, _, _ in acts()) == sorted(RULES.keys() | PEOPLES_OWN | ASKS_NOBODY.keys())


@pytest.mark.parametrize(("call", "rule"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("stranger", STRANGERS.values(), ids=STRANGERS)
def test_a_stranger_finds_no_centre_and_nothing_is_read(call: Call, rule: Rule, stranger: Actor) -> None:
    with pytest.raises(Forbidden if rule.of_the_board else NotFound):
        call.by(stranger)


@pytest.mark.parametrize(("call", "rule"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("role", Role)
def test_a_role_lets_through_to_what_it_is_for_and_otherwise_nothing_is_read(
    call: Call, rule: Rule, role: Role
) -> None:
    with pytest.raises(Reached if role in rule.roles else Forbidden):
        call.by(holding(role))


def test_each_use_case_that_changes_marks_says_what_a_role_for_single_assessments_is_enough_for() -> None:
    changing = {name for name, rule in RULES.items() if rule.roles <= LIMITABLE}

    assert changing == ON_ITS_SHEET | FOR_THE_WHOLE_CENTRE | OF_A_FILE


@pytest.mark.parametrize(("call", "roles"), ON_ONE_SHEET.values(), ids=ON_ONE_SHEET)
def test_a_role_for_another_assessment_is_refused_and_nothing_is_read(call: Call, roles: frozenset[Role]) -> None:
    for role in roles:
        with pytest.raises(RoleLimited, match="is for J277/02 only, not for H446/03"):
            call.by(limited(role, "J277/02"))
        with pytest.raises(NotFound):
            call.by(limited(role, SHEET.assessment, centre=ELSEWHERE))
        with pytest.raises(Reached):
            call.by(limited(role, SHEET.assessment))


@pytest.mark.parametrize("name", sorted(FOR_THE_WHOLE_CENTRE))
def test_a_role_for_single_assessments_is_not_one_for_the_whole_centre(name: str) -> None:
    with pytest.raises(RoleLimited, match="not for the whole centre"):
        CALLS[name].by(limited(Role.SUBMIT, SHEET.assessment))


@pytest.mark.parametrize("name", sorted(RULES.keys() - ON_ITS_SHEET - FOR_THE_WHOLE_CENTRE - OF_A_FILE))
def test_a_role_for_single_assessments_reads_as_view_does_and_changes_nothing_else(name: str) -> None:
    with pytest.raises(Reached if Role.VIEW in RULES[name].roles else Forbidden):
        CALLS[name].by(limited(Role.SUBMIT, SHEET.assessment))


FOR_PEOPLE: Final = {
    "AskColleague",
    "AskColleague.change",
    "AskColleague.take_back",
    "AskForRole.ask",
    "ChangeCentreSettings",
    "ChangeDepartments",
    "LeaveCentre",
    "ManagePeople.decline",
    "ManagePeople.give",
    "ManagePeople.invite",
    "ManagePeople.invite_again",
    "ManagePeople.read",
    "ManageWebhook.deliveries",
    "ManageWebhook.read",
    "ManageWebhook.remove",
    "ManageWebhook.rotate",
    "ManageWebhook.tell",
    "RemindColleagues",
    "SayReady",
}
"""What no machine client does, whatever roles it was given; anything else it may with a role."""
DECLARED: Final = SubmitMarksCommand(SHEET, frozenset({1}), replace(AGREED, made_by="Owen Reid"), a_key())
FROM_A_MACHINE: Final = {"SubmitMarks": replace(CALLS["SubmitMarks"], asked={"command": DECLARED})}
EVERYTHING: Final = replace(
    an_actor(), memberships={CENTRE: frozenset(Role) - BOARD_ROLES, BOARD_CENTRE: BOARD_ROLES}, channel=Channel.API
)


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_machine_with_every_role_may_what_is_not_for_people_alone(name: str) -> None:
    if name in FOR_PEOPLE:
        with pytest.raises(Forbidden, match="A machine client cannot"):
            CALLS[name].by(EVERYTHING)
    else:
        with pytest.raises(Reached):
            FROM_A_MACHINE.get(name, CALLS[name]).by(EVERYTHING)


def test_what_is_for_people_alone_is_among_the_use_cases() -> None:
    assert RULES.keys() >= FOR_PEOPLE


@pytest.mark.parametrize("name", sorted(PEOPLES_OWN))
def test_a_machine_has_nothing_of_what_people_have_of_their_own(name: str) -> None:
    with pytest.raises(Forbidden):
        CALLS[name].by(replace(an_actor(*Role), channel=Channel.API))
    with pytest.raises(Reached):
        CALLS[name].by(an_actor())
