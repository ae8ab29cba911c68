"""Where people, their memberships and their centres' settings and departments are kept."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final, Protocol

from centremark.domain.catalogue.centre_facts import CentreFact
from centremark.domain.catalogue.departments import Departments
from centremark.domain.people.centre_settings import CentreSettings
from centremark.domain.shared.actor import (
    BOARD_CENTRE,
    BOARD_ROLES,
    MAY,
    Actor,
    Channel,
    Limits,
    Permission,
    Place,
    Role,
    permits,
)
from centremark.domain.shared.errors import Malformed
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber, SheetId
from centremark.domain.shared.ports import IdempotencyRecord

if TYPE_CHECKING:
    from centremark.domain.people.centre_people import CentrePeople


class CentreSettingsStore(Protocol):
    """Each centre's settings, effective at once."""

    def get(self, centre: CentreNumber) -> CentreSettings:
        """A centre's settings, or the defaults when it has chosen nothing."""
        ...

    def put(self, centre: CentreNumber, settings: CentreSettings, *facts: CentreFact, over: CentreSettings) -> None:
        """Save a centre's settings and the facts that say who chose them, over the settings before.

        Raises `WriteConflict`.
        """
        ...


class DepartmentsStore(Protocol):
    """Each centre's departments."""

    def get(self, centre: CentreNumber) -> Departments:
        """A centre's departments; none until it has named some."""
        ...

    def put(self, centre: CentreNumber, departments: Departments, *facts: CentreFact, over: Departments) -> None:
        """Save a centre's departments and the facts that say who changed them, over those before.

        Raises `WriteConflict`.
        """
        ...


MOST_MEMBERSHIPS: Final = 1_000
"""How many centres a member can belong to: who signs in is read with all of them, at each request."""
MOST_LIMITED: Final = 4_000
"""How many assessments a member's roles can be limited to, counted over all centres: they are kept in the same item."""


@dataclass(frozen=True, slots=True)
class Member:
    """A person or a machine client known to the service; at the board's office only the board's roles exist.

    `email` is where a person gets email; empty for none, as for every machine. `names` are what centres call them that
    call them otherwise: what one centre calls somebody, no other centre learns. `limits` are the roles for single
    assessments at some of the centres; `memberships` are those for a whole centre.
    """

    subject: str
    name: str
    memberships: dict[CentreNumber, frozenset[Role]]
    machine: bool = False
    email: str = ""
    names: Mapping[CentreNumber, str] = field(default_factory=dict[CentreNumber, str])
    limits: Mapping[CentreNumber, Limits] = field(default_factory=dict[CentreNumber, Limits])

    def __post_init__(self) -> None:
        if others := self.memberships.get(BOARD_CENTRE, frozenset[Role]()) - BOARD_ROLES:
            raise Malformed(f"{BOARD_CENTRE} is the board's own office and has no role: {', '.join(sorted(others))}.")
        if len(self.memberships) > MOST_MEMBERSHIPS:
            raise Malformed(
                f"A member belongs to {MOST_MEMBERSHIPS:,} centres at most, and this one to {len(self.memberships):,}. "
                "Give the others to another person or client."
            )
        if self.limits.keys() - self.memberships.keys():
            raise Malformed("A role for single assessments needs a membership of its centre.")
        if sum(len(codes) for limits in self.limits.values() for codes in limits.values()) > MOST_LIMITED:
            raise Malformed(f"A member's roles are limited to {MOST_LIMITED:,} assessments at most, at all centres.")

    def name_at(self, centre: CentreNumber) -> str:
        """What a centre calls them."""
        return self.names.get(centre, self.name)

    def may(self, permission: Permission, place: Place) -> bool:
        """Whether their roles permit something; for a centre a role for single assessments does not count."""
        centre = place.centre if isinstance(place, SheetId) else place
        roles = self.memberships.get(centre, frozenset[Role]())
        return permits(permission, roles, self.limits.get(centre, {}), place)

    def limited_to(self, permission: Permission, centre: CentreNumber) -> frozenset[AssessmentCode]:
        """The assessments for which alone their roles permit something; none for who may for the whole centre."""
        if self.may(permission, centre):
            return frozenset()
        limits = self.limits.get(centre, {})
        return frozenset[AssessmentCode]().union(*(limits.get(role, ()) for role in MAY[permission]))

    def through(self, channel: Channel) -> Actor:
        """The member as someone who acts."""
        return Actor(self.subject, self.name, channel, self.memberships, self.names, self.limits)


class Members(Protocol):
    """Who may do what, effective at once."""

    def get(self, subject: str) -> Member:
        """Find who signed in; a stranger is a member without a name or memberships."""
        ...

    def put(self, member: Member, *facts: CentreFact, over: Member | None = None) -> None:
        """Save a member and all memberships in place of those before, with the facts.

        `over` is the member the facts were found against. Raises `WriteConflict` when another is stored by now.
        """
        ...

    def of_centre(self, centre: CentreNumber) -> Sequence[Member]:
        """Everyone with a membership at a centre, with only that one, its name for them and no address, by id."""
        ...


class Rates(Protocol):
    """Counts of machine clients' requests."""

    def count(self, subject: str, window: datetime) -> int:
        """Count one more request in the window that begins at this time, and give the new count."""
        ...


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """What is known of a person beside their roles; each is empty while it is not known.

    `seen_at` is when they last signed in while they belonged to the centre asked about; `mail_failed_at` when mail to
    their address bounced or was reported as spam.
    """

    email: str = ""
    seen_at: datetime | None = None
    mail_failed_at: datetime | None = None


class PeopleOfCentres(Protocol):
    """Each centre's people, changed one at a time."""

    def get(self, centre: CentreNumber) -> "CentrePeople":
        """A centre's people, effective at once."""
        ...

    def details(self, people: "CentrePeople", subjects: Collection[str]) -> Mapping[str, PersonDetails]:
        """What is known of some of them, by id."""
        ...

    def save(
        self, before: "CentrePeople", after: "CentrePeople", *facts: CentreFact, claim: IdempotencyRecord, at: datetime
    ) -> None:
        """Save one decision with its facts and the caller's key; at other centres the person stays as they are.

        A person whom the service does not know yet gets the name and address they are given here. Raises
        `WriteConflict` when the centre's people changed since `before`, or the key is used.
        """
        ...


@dataclass(frozen=True, slots=True)
class SignIn:
    """Somebody's sign-in: the subject in their tokens, and whether they have chosen a password."""

    subject: str
    has_password: bool


class SignIns(Protocol):
    """Who can sign in, by email address; capitals make no other address."""

    def ensure(self, email: str, name: str) -> SignIn:
        """Find somebody's sign-in, or make one without mailing anything. Raises `Malformed`, `SignInsBusy`."""
        ...

    def find(self, email: str) -> SignIn | None:
        """Somebody's sign-in, if there is one. Raises `SignInsBusy`."""
        ...

    def invite(self, email: str) -> None:
        """Mail a new temporary password to somebody without a password. Raises `InvitationNotSent`, `SignInsBusy`."""
        ...


class Sightings(Protocol):
    """When people last signed in, by the day: cheap to note at every visit."""

    def note(self, subject: str, centres: Collection[CentreNumber], at: datetime) -> None:
        """Note that somebody is here, for each of their centres; written at most once a day and for a new centre."""
        ...
