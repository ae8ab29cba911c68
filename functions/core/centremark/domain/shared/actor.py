"""Who acts, and what they may do: memberships are stored data, and `Actor.must` is the only guard."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from centremark.domain.shared.errors import Forbidden, NotFound
from centremark.domain.shared.identifiers import CentreNumber


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
    Permission.PEOPLE: frozenset({Role.ADMINISTRATOR}),
    Permission.AMEND: frozenset({Role.SUBMIT}),
    Permission.MODERATE: frozenset({Role.OPERATOR, Role.MODERATION}),
    Permission.OPERATE: frozenset({Role.OPERATOR}),
}


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
    """A person or a machine client and their roles at each centre; `names` are what some centres call them."""

    id: str
    name: str
    channel: Channel
    memberships: Mapping[CentreNumber, frozenset[Role]]
    names: Mapping[CentreNumber, str] = field(default_factory=dict[CentreNumber, str])

    def roles_at(self, centre: CentreNumber) -> frozenset[Role]:
        """The roles held at a centre; the board's people hold theirs at every centre."""
        return self._own_roles_at(centre) | (self.memberships.get(BOARD_CENTRE, frozenset[Role]()) & BOARD_ROLES)

    def may(self, permission: Permission, centre: CentreNumber) -> bool:
        """Whether `must` would pass."""
        return bool(self.roles_at(centre) & MAY[permission])

    def must(self, permission: Permission, centre: CentreNumber) -> None:
        """Pass, or raise: `NotFound` to a stranger, `Forbidden` to a member whose role does not permit it."""
        if not self.roles_at(centre):
            raise NotFound(
                "You do not belong to a centre with this number. Check the number, or ask the centre's administrator."
            )
        if not self.may(permission, centre):
            needed = " or ".join(sorted(MAY[permission]))
            raise Forbidden(
                f"You do not have the role to {permission}. Ask your centre administrator for the role: {needed}."
            )

    def must_on_board(self, permission: Permission) -> None:
        """Pass for the board's own people; raise `Forbidden` for anyone else."""
        if not self.may(permission, BOARD_CENTRE):
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

    def _own_roles_at(self, centre: CentreNumber) -> frozenset[Role]:
        return self.memberships.get(centre, frozenset[Role]()) - BOARD_ROLES
