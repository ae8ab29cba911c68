"""Who acts, and what they may do: memberships are stored data, and `Actor.must` is the only guard."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Literal, overload

from centremark.domain.shared.errors import Forbidden, NotFound, RoleLimited
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber, SheetId


class Role(StrEnum):
    """A role that a centre administrator or the board can give a person or a client."""

    ENTER = "enter marks"
    SUBMIT = "submit marks"
    VIEW = "view"
    ADMINISTRATOR = "centre administrator"
    OPERATOR = "board operator"
    MODERATION = "board moderation"


class Permission(StrEnum):
    """What a role permits, in words that complete 'you may not …'."""

    READ = "see this centre's marks"
    ENTER = "enter or check marks"
    SUBMIT = "submit marks"
    ASK = "ask colleagues for marks"
    SETTINGS = "change the centre's settings"
    HISTORY = "see the centre's history"
    PEOPLE = "manage the centre's people"
    AMEND = "amend submitted marks"
    MODERATE = "moderate marks"
    OPERATE = "change the board's arrangements"


BOARD_ROLES: Final = frozenset({Role.OPERATOR, Role.MODERATION})
"""The board's own roles: they count at every centre, and only when they are held at the board's office."""
CENTRE_ROLES: Final = frozenset(Role) - BOARD_ROLES
"""The roles a centre gives its own people."""

MAY: Final[Mapping[Permission, frozenset[Role]]] = {
    Permission.READ: frozenset(Role),
    Permission.ENTER: frozenset({Role.ENTER, Role.SUBMIT}),
    Permission.SUBMIT: frozenset({Role.SUBMIT}),
    Permission.ASK: frozenset({Role.SUBMIT}),
    Permission.SETTINGS: frozenset({Role.ADMINISTRATOR}),
    Permission.HISTORY: frozenset({Role.ADMINISTRATOR, Role.OPERATOR, Role.MODERATION}),
    Permission.PEOPLE: frozenset({Role.ADMINISTRATOR}),
    Permission.AMEND: frozenset({Role.SUBMIT}),
    Permission.MODERATE: frozenset({Role.OPERATOR, Role.MODERATION}),
    Permission.OPERATE: frozenset({Role.OPERATOR}),
}

OF_PEOPLE: Final = frozenset({Permission.ASK, Permission.SETTINGS, Permission.PEOPLE})
"""What no machine client does, whatever its roles: to ask colleagues, and to administer a centre."""

SheetPermission = Literal[Permission.ENTER, Permission.SUBMIT, Permission.AMEND]
"""What is asked for one mark sheet: a role that is limited to its assessment counts."""
CentrePermission = Literal[
    Permission.READ,
    Permission.ASK,
    Permission.SETTINGS,
    Permission.HISTORY,
    Permission.PEOPLE,
    Permission.MODERATE,
    Permission.OPERATE,
]
"""What is asked for a centre as a whole: only a role for the whole centre counts."""
Place = CentreNumber | SheetId

Limits = Mapping[Role, frozenset[AssessmentCode]]
"""The roles held for these assessments only, in every series."""
LIMITABLE: Final = frozenset({Role.ENTER, Role.SUBMIT})
"""The roles that can be given for single assessments: those that change mark sheets."""
SHOWN_CODES: Final = 5
"""How many assessments of a limited role a refusal names."""


def permits(permission: Permission, roles: frozenset[Role], limits: Limits, place: Place) -> bool:
    """Whether roles, and those limited to assessments, permit something; at a centre only the former count."""
    needed = MAY[permission]
    if isinstance(place, SheetId) and any(place.assessment in limits.get(role, ()) for role in needed):
        return True
    return bool(roles & needed)


class Channel(StrEnum):
    """How a change came in; it is stored with the change."""

    WEB = "web"
    API = "api"
    FILE = "file"
    BOARD = "board"


@dataclass(frozen=True, slots=True)
class By:
    """Who made a change, as stored in the ledger."""

    id: str
    name: str
    channel: Channel


BOARD_ACTOR: Final = By("board", "Exam board", Channel.BOARD)
BOARD_CENTRE: Final = CentreNumber("00000")
"""Where the board's own people have their roles; no centre has this number."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or a machine client and their roles at each centre; `names` are what some centres call them.

    `memberships` are the roles for a whole centre. Whoever has `limits` at a centre has a membership there too, and so
    sees all of it.
    """

    id: str
    name: str
    channel: Channel
    memberships: Mapping[CentreNumber, frozenset[Role]]
    names: Mapping[CentreNumber, str] = field(default_factory=dict[CentreNumber, str])
    limits: Mapping[CentreNumber, Limits] = field(default_factory=dict[CentreNumber, Limits])

    def roles_at(self, centre: CentreNumber) -> frozenset[Role]:
        """The roles held at a centre; the board's people hold theirs at every centre."""
        return self._own_roles_at(centre) | (self.memberships.get(BOARD_CENTRE, frozenset[Role]()) & BOARD_ROLES)

    @overload
    def may(self, permission: SheetPermission, place: SheetId) -> bool: ...
    @overload
    def may(self, permission: CentrePermission, place: CentreNumber) -> bool: ...
    def may(self, permission: Permission, place: Place) -> bool:
        """Whether `must` would pass."""
        centre = place.centre if isinstance(place, SheetId) else place
        if self.is_machine and permission in OF_PEOPLE:
            return False
        return permits(permission, self.roles_at(centre), self.limits.get(centre, {}), place)

    @property
    def is_machine(self) -> bool:
        """Whether a machine client acts, and no person."""
        return self.channel is Channel.API

    def must_be_a_person(self, to_do: str, instead: str) -> None:
        """Raise `Forbidden` for a machine client, with what it cannot do and what to do instead."""
        if self.is_machine:
            raise Forbidden(f"A machine client cannot {to_do}. {instead}")

    def may_everywhere(self, permission: Permission, centre: CentreNumber) -> bool:
        """Whether they may for the whole centre."""
        return bool(self.roles_at(centre) & MAY[permission])

    def may_somewhere(self, permission: Permission, centre: CentreNumber) -> bool:
        """Whether they may for the whole centre or for an assessment."""
        return self.may_everywhere(permission, centre) or not MAY[permission].isdisjoint(self.limits.get(centre, {}))

    @overload
    def must(self, permission: SheetPermission, place: SheetId) -> None: ...
    @overload
    def must(self, permission: CentrePermission, place: CentreNumber) -> None: ...
    def must(self, permission: Permission, place: Place) -> None:
        """Pass, or raise: `NotFound` to a stranger, `Forbidden` to a member whose role does not permit it.

        `RoleLimited` to one whose role permits it for other assessments only.
        """
        centre = place.centre if isinstance(place, SheetId) else place
        self._must_belong_to(centre)
        if permission in OF_PEOPLE:
            self.must_be_a_person(permission, "A person of the centre does this on the page.")
        if not permits(permission, self.roles_at(centre), self.limits.get(centre, {}), place):
            raise self._refusal(permission, centre, place)

    def must_everywhere(self, permission: SheetPermission, centre: CentreNumber) -> None:
        """As `must`, for something that may touch every mark sheet of a centre."""
        self._must_belong_to(centre)
        if not self.may_everywhere(permission, centre):
            raise self._refusal(permission, centre, centre)

    def must_somewhere(self, permission: SheetPermission, centre: CentreNumber) -> None:
        """As `must`, before it is known for which mark sheets it is asked: each of them is asked for later."""
        self._must_belong_to(centre)
        if not self.may_somewhere(permission, centre):
            raise self._refusal(permission, centre, centre)

    def must_on_board(self, permission: Permission) -> None:
        """Pass for the board's own people; raise `Forbidden` for anyone else."""
        if not self.may_everywhere(permission, BOARD_CENTRE):
            raise Forbidden(f"You do not have the role to {permission}. Only the exam board can do this.")

    def by(self, centre: CentreNumber) -> By:
        """How the ledger names this actor at a centre: someone without a role there acts for the board."""
        if not self._own_roles_at(centre):
            return self.by_board
        return By(self.id, self.names.get(centre, self.name), self.channel)

    @property
    def by_board(self) -> By:
        """How the ledger names this actor when acting for the board, even if they are also a member of a centre."""
        return By(self.id, self.name, Channel.BOARD)

    def by_file(self, centre: CentreNumber) -> By:
        """How the ledger names this actor when the change came in a file of a centre."""
        return By(self.id, self.names.get(centre, self.name), Channel.FILE)

    def _must_belong_to(self, centre: CentreNumber) -> None:
        if not self.roles_at(centre):
            raise NotFound(
                "You do not belong to this centre, or no longer do. If you did, its administrator took your access "
                "away: ask them. Otherwise check the number."
            )

    def _refusal(self, permission: Permission, centre: CentreNumber, place: Place) -> Forbidden:
        limits, needed = self.limits.get(centre, {}), MAY[permission]
        held = sorted(needed & limits.keys())
        if not held:
            return Forbidden(f"You do not have the role to {permission}. {self._who_can(permission, centre)}")
        codes = frozenset[AssessmentCode]().union(*(limits[role] for role in held))
        what_for = f"not for {place.assessment}" if isinstance(place, SheetId) else "not for the whole centre"
        roles = f"roles {' and '.join(held)} are" if len(held) > 1 else f"role {held[0]} is"
        return RoleLimited(
            f"Your {roles} for {_few(codes)} only, {what_for}. "
            "Ask a colleague who has the role for all assessments, or your centre administrator for the role."
        )

    def _who_can(self, permission: Permission, centre: CentreNumber) -> str:
        wanted = sorted(MAY[permission] & CENTRE_ROLES)
        if not wanted:
            return "Only the exam board can do this."
        if not self._own_roles_at(centre):
            return "You act for the exam board, and only the centre's own people can do this."
        return f"Ask your centre administrator for the role: {' or '.join(wanted)}."

    def _own_roles_at(self, centre: CentreNumber) -> frozenset[Role]:
        return self.memberships.get(centre, frozenset[Role]()) - BOARD_ROLES


def _few(codes: frozenset[AssessmentCode]) -> str:
    """The first of some assessments, and how many more."""
    more = len(codes) - SHOWN_CODES
    said = [*sorted(codes)[:SHOWN_CODES], *([f"{more} more"] if more > 0 else [])]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"
