"""What a centre's administrators do for its people, and what its people ask of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Final

from centremark.domain.catalogue.centre_facts import CentreFact
from centremark.domain.notices.notice import Kind, Notice
from centremark.domain.notices.ports import Post
from centremark.domain.people import centre_people as deciding
from centremark.domain.people.centre_people import (
    INVITATIONS_AN_HOUR,
    TO_ONE_ADDRESS_AN_HOUR,
    CentrePeople,
    Change,
    Invitation,
    RoleFor,
    RoleRequest,
    RolesWanted,
)
from centremark.domain.people.names import PersonName
from centremark.domain.people.ports import (
    Member,
    PeopleOfCentres,
    PersonDetails,
    Rates,
    SignIn,
    SignIns,
)
from centremark.domain.shared.actor import Actor, Limits, Permission, Role
from centremark.domain.shared.errors import InvitationNotSent, NotFound, TooManyRequests
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber, EmailAddress
from centremark.domain.shared.ports import Clock, IdempotencyRecord, IdempotencyStore, Key
from centremark.usecases.shared.retry import retry_on_conflict

HOUR_SECONDS: Final = 3600


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person as the administrators of their centre see them."""

    member: Member
    roles: frozenset[Role]
    limits: Limits
    details: PersonDetails
    invitation: Invitation | None


@dataclass(frozen=True, slots=True)
class PeopleView:
    """A centre's people by name, and what they ask for."""

    people: Sequence[PersonView]
    requests: Sequence[tuple[Member, RoleRequest]]


@dataclass(frozen=True, slots=True)
class Done:
    """What an act on a person is remembered by under the caller's key."""

    subject: str


@dataclass(frozen=True, slots=True)
class InviteCommand:
    """Invite someone to a centre."""

    centre: CentreNumber
    name: PersonName
    email: EmailAddress
    roles: frozenset[Role]
    key: Key
    limits: Limits = field(default_factory=dict[Role, frozenset[AssessmentCode]])


@dataclass(frozen=True, slots=True)
class PersonCommand:
    """Do something for one person of a centre."""

    centre: CentreNumber
    subject: str
    key: Key


@dataclass(frozen=True, slots=True)
class RolesCommand:
    """Set a person's roles at a centre."""

    centre: CentreNumber
    wanted: RolesWanted
    key: Key


@dataclass(frozen=True, slots=True)
class RoleCommand:
    """A role that a person of a centre asked for and is declined."""

    centre: CentreNumber
    subject: str
    wanted: RoleFor
    key: Key


@dataclass(frozen=True, slots=True)
class ManagePeople:
    """Let a centre's administrators manage its people. Raises `NotFound`, `Forbidden`, `KeyReused`, `Busy`.

    Whoever is no longer administrator when the change is saved changes nothing. Other centres of a person, and whether
    they have any, stay out of sight: an address that is known already is invited like a new one.
    """

    people: PeopleOfCentres
    sign_ins: SignIns
    idempotency: IdempotencyStore
    rates: Rates
    post: Post
    clock: Clock

    def read(self, centre: CentreNumber, actor: Actor) -> PeopleView:
        """Everyone at the centre, and the requests that wait for an answer."""
        actor.must(Permission.PEOPLE, centre)
        people = self.people.get(centre)
        details = self.people.details(people, people.members.keys())
        return PeopleView(
            sorted((_view(people, m, details) for m in people.members), key=lambda one: one.member.name),
            [(people.members[asked.subject], asked) for asked in people.open_requests],
        )

    def invite(self, command: InviteCommand, actor: Actor) -> PersonView:
        """Give someone access and mail them how to sign in.

        Their sign-in is made first, without any mail, then the access is saved, then the mail is sent: whatever fails,
        the same request completes it, and nobody is mailed about access they do not have. Raises `AlreadyAtCentre`,
        `RolesRefused`, `CentreFull`, `TooManyRequests`, `SignInsBusy`.
        """
        centre = command.centre
        actor.must(Permission.PEOPLE, centre)
        if not self.idempotency.find(command.key, Done):
            deciding.must_fit(self._as_administrator(centre, actor), command.roles, command.limits)
            self._count(centre, str(command.email))
        sign_in = self.sign_ins.ensure(command.email, command.name)
        roles = deciding.with_view(command.roles, command.limits)
        limits = {centre: command.limits} if command.limits else {}
        who = Member(sign_in.subject, command.name, {centre: roles}, email=command.email, limits=limits)
        people = self._once(
            centre, command.key, who.subject, actor, lambda held, now: deciding.invite(held, who, actor, now)
        )
        invitation = people.invitations.get(who.subject)
        if invitation and not invitation.sent_at:
            people = self._sent(people, command.email, sign_in, actor)
        return self._one(people, who.subject)

    def invite_again(self, command: PersonCommand, actor: Actor) -> PersonView:
        """Mail an invitation again. Raises `AlreadySignedIn`, `InvitationNotSent`, `TooManyRequests`."""
        centre, subject = command.centre, command.subject
        actor.must(Permission.PEOPLE, centre)
        people = self._as_administrator(centre, actor)
        if self.idempotency.find(command.key, Done):
            return self._one(people, subject)
        details = self.people.details(people, [subject] if subject in people.members else [])
        known = details.get(subject, PersonDetails())
        deciding.must_need_invitation(people, subject, known.seen_at)
        self._count(centre, known.email)
        sign_in = self.sign_ins.find(known.email) if known.email else None
        if sign_in is None or sign_in.subject != subject:
            raise NotFound(
                f"{people.members[subject].name} has no sign-in with this address any more. "
                "Remove them and invite them again."
            )
        self._mail(people, known.email, sign_in, actor)
        after = self._once(
            centre, command.key, subject, actor, lambda held, now: deciding.invitation_sent(held, subject, actor, now)
        )
        return self._one(after, subject)

    def give(self, command: RolesCommand, actor: Actor) -> PersonView | None:
        """Set a person's roles; gives None for someone who has left with it.

        Raises `PersonChanged`, `LastAdministrator`, `RolesRefused`.
        """
        centre, wanted = command.centre, command.wanted
        actor.must(Permission.PEOPLE, centre)
        takes = Role.ADMINISTRATOR in wanted.before - wanted.roles

        def decide(held: CentrePeople, now: datetime) -> Change:
            invited = administrators_only_invited(self.people, held) if takes else frozenset[str]()
            return deciding.give_roles(held, wanted, actor, now, invited=invited)

        people = self._once(centre, command.key, wanted.subject, actor, decide)
        return self._one(people, wanted.subject) if wanted.subject in people.members else None

    def decline(self, command: RoleCommand, actor: Actor) -> None:
        """Answer a person's request for a role with no."""
        actor.must(Permission.PEOPLE, command.centre)
        self._once(
            command.centre,
            command.key,
            command.subject,
            actor,
            lambda held, now: deciding.decline_role(held, command.subject, command.wanted, actor, now),
        )

    def _once(
        self,
        centre: CentreNumber,
        key: Key,
        subject: str,
        actor: Actor,
        decide: Callable[[CentrePeople, datetime], Change],
    ) -> CentrePeople:
        """Decide and save once for a key; whoever asks again with it finds the people as they now are."""

        def attempt() -> CentrePeople:
            people = self._as_administrator(centre, actor)
            if self.idempotency.find(key, Done):
                return people
            now = self.clock()
            after, facts = decide(people, now)
            self._keep(people, after, facts, IdempotencyRecord(key, Done(subject)), now)
            return after if facts else people

        return retry_on_conflict(attempt)

    def _keep(
        self,
        before: CentrePeople,
        after: CentrePeople,
        facts: tuple[CentreFact, ...],
        claim: IdempotencyRecord,
        at: datetime,
    ) -> None:
        if facts:
            self.people.save(before, after, *facts, claim=claim, at=at)
        else:
            self.idempotency.keep(claim, at)

    def _as_administrator(self, centre: CentreNumber, actor: Actor) -> CentrePeople:
        """The people as they now are, for someone who is their administrator now: a change is saved over these."""
        people = self.people.get(centre)
        Actor(actor.id, actor.name, actor.channel, {centre: people.roles_of(actor.id)}).must(Permission.PEOPLE, centre)
        return people

    def _count(self, centre: CentreNumber, email: str) -> None:
        now = self.clock()
        hour = now.replace(minute=0, second=0, microsecond=0)
        address = sha256(email.encode()).hexdigest()[:16]
        for subject, most, to in (
            (f"invitations {centre} {address}", TO_ONE_ADDRESS_AN_HOUR, f" to {email}"),
            (f"invitations {centre}", INVITATIONS_AN_HOUR, ""),
        ):
            if self.rates.count(subject, hour) > most:
                wait = HOUR_SECONDS - int((now - hour).total_seconds())
                raise TooManyRequests(
                    f"Your centre sent {most} invitations{to} in this hour, which is the most it can send. "
                    f"Wait {-(-wait // 60)} minutes, then send this one again.",
                    wait,
                )

    def _sent(self, people: CentrePeople, email: str, sign_in: SignIn, actor: Actor) -> CentrePeople:
        """Mail the invitation and record that it went out; one that cannot be mailed now is shown as not sent."""
        try:
            self._mail(people, email, sign_in, actor)
        except InvitationNotSent:
            return people
        given_at = people.invitations[sign_in.subject].given_at
        key = Key(actor.id, f"invitation-{people.centre}-{sign_in.subject}-{given_at.isoformat()}", "")
        return self._once(
            people.centre,
            key,
            sign_in.subject,
            actor,
            lambda held, now: deciding.invitation_sent(held, sign_in.subject, actor, now),
        )

    def _mail(self, people: CentrePeople, email: str, sign_in: SignIn, actor: Actor) -> None:
        """Mail somebody who gave them access, to which centre and where; and a temporary password if they have none."""
        if not sign_in.has_password:
            self.sign_ins.invite(email)
        now = self.clock()
        notice = f"access-{people.centre}-{now.isoformat()}"
        self.post.send(Notice(notice, sign_in.subject, Kind.ACCESS_GIVEN, now, centre=people.centre, by=actor.id))

    def _one(self, people: CentrePeople, subject: str) -> PersonView:
        people.person(subject)
        return _view(people, subject, self.people.details(people, [subject]))


def administrators_only_invited(store: PeopleOfCentres, people: CentrePeople) -> frozenset[str]:
    """The administrators whom the centre invited and who have not signed in since."""
    those = [one.subject for one in people.administrators if one.subject in people.invitations]
    details = store.details(people, those)
    return frozenset(one for one in those if not details.get(one, PersonDetails()).seen_at)


def _view(people: CentrePeople, subject: str, details: Mapping[str, PersonDetails]) -> PersonView:
    return PersonView(
        people.members[subject],
        people.roles_of(subject),
        people.limits_of(subject),
        details[subject],
        people.invitations.get(subject),
    )


@dataclass(frozen=True, slots=True)
class AdministratorsView:
    """Whom a person of the centre can ask for a role, and what they asked for.

    `given_at` is when an administrator of the centre gave them access, None for someone whom the board named, and
    `given_by` who; empty for an administrator who has left since.
    """

    names: Sequence[str]
    asked: Sequence[RoleRequest]
    given_by: str
    given_at: datetime | None


@dataclass(frozen=True, slots=True)
class AskForRole:
    """Let a person ask their centre's administrators for a role; each of them is mailed. Raises `NotFound`, `Busy`.

    Also `Forbidden` (a machine client, the board's people without a role at the centre), `NobodyToAsk`, `AskedToday`,
    `RolesRefused`, `KeyReused`.
    """

    people: PeopleOfCentres
    idempotency: IdempotencyStore
    post: Post
    clock: Clock

    def administrators(self, centre: CentreNumber, actor: Actor) -> AdministratorsView:
        """Whom to ask, for everyone who may see the centre."""
        actor.must(Permission.READ, centre)
        return _asked(self.people.get(centre), actor)

    def ask(self, centre: CentreNumber, wanted: RoleFor, key: Key, actor: Actor) -> AdministratorsView:
        """Ask for a role, or for one for an assessment."""
        actor.must(Permission.READ, centre)
        actor.must_be_a_person("ask for a role", "A person of the centre asks its administrator.")

        def attempt() -> CentrePeople:
            people = self.people.get(centre)
            if self.idempotency.find(key, Done):
                return people
            now = self.clock()
            after, facts = deciding.ask_for_role(people, wanted, actor, now)
            self.people.save(people, after, *facts, claim=IdempotencyRecord(key, Done(actor.id)), at=now)
            return after

        people = retry_on_conflict(attempt)
        self._tell(people, actor, wanted)
        return _asked(people, actor)

    def _tell(self, people: CentrePeople, actor: Actor, wanted: RoleFor) -> None:
        """Queue a notice for each administrator; the same request queues the same ones, which go out once."""
        asked = next((r for r in people.open_requests if (r.subject, r.wanted) == (actor.id, wanted)), None)
        if asked is None:
            return
        notice = f"role-{people.centre}-{actor.id}-{wanted.role.replace(' ', '-')}-{asked.at.isoformat()}"
        for administrator in people.administrators:
            self.post.send(Notice(notice, administrator.subject, Kind.ROLE_ASKED, asked.at, centre=people.centre))


def _asked(people: CentrePeople, actor: Actor) -> AdministratorsView:
    mine = [request for request in people.requests if request.subject == actor.id]
    invitation = people.invitations.get(actor.id)
    giver = people.members.get(invitation.by) if invitation else None
    return AdministratorsView(
        [member.name for member in people.administrators],
        mine,
        giver.name if giver else "",
        invitation and invitation.given_at,
    )
