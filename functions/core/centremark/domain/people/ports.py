"""Where people, their memberships and their centres' settings and departments are kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from centremark.domain.catalogue.centre_facts import CentreFact
from centremark.domain.catalogue.departments import Departments
from centremark.domain.people.centre_settings import CentreSettings
from centremark.domain.shared.actor import BOARD_CENTRE, BOARD_ROLES, Role
from centremark.domain.shared.errors import Malformed
from centremark.domain.shared.identifiers import CentreNumber


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


@dataclass(frozen=True, slots=True)
class Member:
    """A person or a machine client known to the service; at the board's office only the board's roles exist.

    `email` is where a person gets email; empty for none, as for every machine.
    """

    subject: str
    name: str
    memberships: dict[CentreNumber, frozenset[Role]]
    machine: bool = False
    email: str = ""

    def __post_init__(self) -> None:
        if others := self.memberships.get(BOARD_CENTRE, frozenset[Role]()) - BOARD_ROLES:
            raise Malformed(f"{BOARD_CENTRE} is the board's own office and has no role: {', '.join(sorted(others))}.")
        if len(self.memberships) > MOST_MEMBERSHIPS:
            raise Malformed(
                f"A member belongs to {MOST_MEMBERSHIPS:,} centres at most, and this one to {len(self.memberships):,}. "
                "Give the others to another person or client."
            )


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
        """Everyone with a membership at a centre, each with only that one and no email address, by subject."""
        ...


class Rates(Protocol):
    """Counts of machine clients' requests."""

    def count(self, subject: str, window: datetime) -> int:
        """Count one more request in the window that begins at this time, and give the new count."""
        ...
