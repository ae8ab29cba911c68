"""A centre whose administrator invites people and gives them roles."""

from dataclasses import dataclass
from itertools import count
from typing import Final

from centremark.domain.catalogue.centre_facts import MembershipChanged
from centremark.domain.people.centre_people import NO_LIMITS, RoleFor, RoleRequest, RolesWanted
from centremark.domain.people.names import PersonName
from centremark.domain.people.ports import Member, SignIn
from centremark.domain.shared.actor import Actor, Channel, Limits, Role
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber, EmailAddress
from centremark.domain.shared.ports import Key
from centremark.usecases.people.manage_people import (
    InviteCommand,
    PersonCommand,
    PersonView,
    RoleCommand,
    RolesCommand,
)
from tests.support.builders import CENTRE, a_key
from tests.support.world import World

THERE: Final = CentreNumber("58410")
HEAD, TEACHER, OFFICER = "helen", "asha", "owen"
ENTER, SUBMIT, VIEW, HEADS = (frozenset({role}) for role in (Role.ENTER, Role.SUBMIT, Role.VIEW, Role.ADMINISTRATOR))
NEW: Final = "rhys@school.example"
KEYS: Final = count()


def a_fresh_key() -> Key:
    return a_key(f"key-{next(KEYS):08d}")


@dataclass
class Centre:
    """A centre with an administrator, a teacher and an exams officer, and one elsewhere with an administrator."""

    world: World

    @classmethod
    def open(cls) -> "Centre":
        world = World()
        for member in (
            Member(HEAD, "Helen Head", {CENTRE: HEADS}, email="helen@school.example"),
            Member(TEACHER, "Asha Patel", {CENTRE: ENTER}, email="asha@school.example"),
            Member(OFFICER, "Owen Reid", {CENTRE: SUBMIT}, email="owen@school.example"),
            Member("mair", "Mair Pugh", {THERE: HEADS}, email="mair@there.example"),
        ):
            world.services.members.put(member)
            world.sign_ins.known[member.email] = SignIn(member.subject, has_password=True)
        return cls(world)

    def actor(self, subject: str) -> Actor:
        return self.world.services.recognise(subject, Channel.WEB)

    def invite(  # noqa: PLR0913  # each has a default that does not matter
        self,
        email: str = NEW,
        roles: frozenset[Role] = ENTER,
        *,
        by: str = HEAD,
        at: CentreNumber = CENTRE,
        key: Key | None = None,
        name: str = "Rhys Bevan",
        limits: Limits = NO_LIMITS,
    ) -> PersonView:
        command = InviteCommand(at, PersonName(name), EmailAddress.of(email), roles, key or a_fresh_key(), limits)
        return self.world.services.manage_people.invite(command, self.actor(by))

    def give(  # noqa: PLR0913  # each has a default that does not matter
        self,
        subject: str,
        roles: frozenset[Role],
        before: frozenset[Role] | None = None,
        *,
        by: str = HEAD,
        at: CentreNumber = CENTRE,
        limits: Limits = NO_LIMITS,
        limits_before: Limits | None = None,
    ) -> PersonView | None:
        held = self.world.services.members.get(subject)
        seen = held.limits.get(at, NO_LIMITS) if limits_before is None else limits_before
        roles_seen = held.memberships.get(at, frozenset()) if before is None else before
        wanted = RolesWanted(subject, roles, roles_seen, limits, seen)
        return self.world.services.manage_people.give(RolesCommand(at, wanted, a_fresh_key()), self.actor(by))

    def invite_again(self, subject: str, *, by: str = HEAD, key: Key | None = None) -> PersonView:
        command = PersonCommand(CENTRE, subject, key or a_fresh_key())
        return self.world.services.manage_people.invite_again(command, self.actor(by))

    def ask(
        self, role: Role, *, by: str = TEACHER, key: Key | None = None, assessment: AssessmentCode | None = None
    ) -> None:
        self.world.services.ask_for_role.ask(CENTRE, RoleFor(role, assessment), key or a_fresh_key(), self.actor(by))

    def decline(self, subject: str, role: Role, *, assessment: AssessmentCode | None = None) -> None:
        command = RoleCommand(CENTRE, subject, RoleFor(role, assessment), a_fresh_key())
        self.world.services.manage_people.decline(command, self.actor(HEAD))

    def listed(self, subject: str, *, by: str = HEAD, at: CentreNumber = CENTRE) -> PersonView:
        view = self.world.services.manage_people.read(at, self.actor(by))
        return next(one for one in view.people if one.member.subject == subject)

    def roles(self, subject: str, at: CentreNumber = CENTRE) -> frozenset[Role]:
        return self.world.services.members.get(subject).memberships.get(at, frozenset())

    @property
    def facts(self) -> list[object]:
        return [fact for fact in self.world.memory.office_facts if fact.office == CENTRE]

    @property
    def changes(self) -> list[MembershipChanged]:
        return [fact for fact in self.facts if isinstance(fact, MembershipChanged)]

    @property
    def requests(self) -> list[RoleRequest]:
        return [asked for _, asked in self.world.services.manage_people.read(CENTRE, self.actor(HEAD)).requests]
