"""Centres' departments in the Marks table."""

from centremark.adapters.dynamodb.facts import keep_facts
from centremark.adapters.dynamodb.items import CentreItem, CompactAttribute, MarksItem
from centremark.adapters.dynamodb.stores import as_it_was, in_one_transaction
from centremark.domain.catalogue.centre_facts import CentreFact
from centremark.domain.catalogue.departments import Department, Departments
from centremark.domain.shared.identifiers import CentreNumber
from centremark.domain.shared.ports import WriteConflict


class DepartmentsItem(MarksItem, discriminator="departments"):
    """A centre's departments, each as its name and the codes of its qualifications."""

    departments = CompactAttribute()

    @staticmethod
    def key(centre: CentreNumber) -> tuple[str, str]:
        """For example ``("CENTRE#64235", "DEPARTMENTS")``."""
        return CentreItem.partition(centre), "DEPARTMENTS"

    @classmethod
    def of(cls, centre: CentreNumber, departments: Departments) -> "DepartmentsItem":
        return cls(*cls.key(centre), departments=[[one.name, *one.qualifications] for one in departments.all])

    def to_domain(self) -> Departments:
        held: list[list[str]] = self.departments
        return Departments(tuple(Department(name, tuple(codes)) for name, *codes in held))


class DynamoDepartments:
    """Centres' departments, stored beside the centre."""

    def get(self, centre: CentreNumber) -> Departments:
        """Read a centre's departments, consistently, so that whoever changed them sees the change."""
        item = DepartmentsItem.find(DepartmentsItem.key(centre), consistent=True)
        return item.to_domain() if item else Departments()

    def put(self, centre: CentreNumber, departments: Departments, *facts: CentreFact, over: Departments) -> None:
        """Save a centre's departments, with the facts."""
        before = DepartmentsItem.find(DepartmentsItem.key(centre), consistent=True)
        if (before.to_domain() if before else Departments()) != over:
            raise WriteConflict
        with in_one_transaction() as transaction:
            transaction.save(DepartmentsItem.of(centre, departments), condition=as_it_was(before))
            keep_facts(transaction, facts)
