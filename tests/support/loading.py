"""A loader over the ports in memory, without sign-ins."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from centremark.bootstrap import Services
from infra.dataset import Person
from infra.load import DEMONSTRATION, Loader
from tests.support.world import World


@dataclass
class MemoryUsers:
    """Subjects by email, and who was invited to choose a password."""

    subjects: dict[str, str] = field(default_factory=dict[str, str])
    invited: list[str] = field(default_factory=list[str])

    def find(self, email: str) -> str | None:
        return self.subjects.get(email)

    def ensure(self, person: Person, password: str) -> str:
        if person.email not in self.subjects and not password:
            self.invited.append(person.email)
        return self.subjects.setdefault(person.email, f"subject-of-{person.email}")


def a_loader(world: World) -> Loader:
    def services_at(instant: datetime) -> Services:
        return Services(replace(world.ports, clock=lambda: instant))

    return Loader(world.services, MemoryUsers(), "the-mis", services_at, DEMONSTRATION)
