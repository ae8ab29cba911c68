"""Read and change the departments of a centre."""

from dataclasses import dataclass

from centremark.domain.catalogue.centre_facts import DepartmentsChanged
from centremark.domain.catalogue.departments import Departments
from centremark.domain.catalogue.ports import Catalogue
from centremark.domain.people.ports import DepartmentsStore
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.identifiers import CentreNumber
from centremark.domain.shared.ports import Clock
from centremark.usecases.shared.retry import retry_on_conflict


@dataclass(frozen=True, slots=True)
class ReadDepartments:
    """A centre's departments, for everyone who may see its marks. Raises `NotFound`, `Forbidden`."""

    departments: DepartmentsStore
    catalogue: Catalogue

    def __call__(self, centre: CentreNumber, actor: Actor) -> Departments:
        actor.must(Permission.READ, centre)
        return self.departments.get(self.catalogue.centre(centre).number)


@dataclass(frozen=True, slots=True)
class ChangeDepartments:
    """Let a centre's administrator name its departments and say which qualifications are in each.

    The departments given take the place of those before; the same ones change nothing. Raises `NotFound`, `Forbidden`,
    `Busy`.
    """

    departments: DepartmentsStore
    clock: Clock

    def __call__(self, centre: CentreNumber, wanted: Departments, actor: Actor) -> Departments:
        actor.must(Permission.SETTINGS, centre)

        def attempt() -> Departments:
            before = self.departments.get(centre)
            if wanted != before:
                fact = DepartmentsChanged(
                    office=centre, at=self.clock(), by=actor.by(centre), before=before.all, after=wanted.all
                )
                self.departments.put(centre, wanted, fact, over=before)
            return wanted

        return retry_on_conflict(attempt)
