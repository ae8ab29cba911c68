"""Shapes of a centre's settings and its people."""

from datetime import datetime
from typing import Annotated

from pydantic import Field, StrictBool

from centremark.domain.catalogue.departments import (
    MOST_DEPARTMENTS,
    MOST_QUALIFICATIONS,
    Department,
    Departments,
)
from centremark.domain.people.centre_settings import CentreSettings
from centremark.handlers.api.fields import NotBlank, OneLine, not_above
from centremark.handlers.api.schemas.shared import In, Out
from centremark.usecases.sheet.read_sheets import People


class SettingsIn(In):
    """The settings a centre's administrator can change."""

    second_checker: StrictBool


class SettingsOut(Out):
    """A centre's settings, and who changed them last; null while nobody has.

    With `second_checker`, whoever gave an outcome cannot tick it as checked.
    """

    second_checker: bool
    changed_by: str | None
    changed_at: datetime | None

    @classmethod
    def of(cls, settings: CentreSettings) -> "SettingsOut":
        return cls(
            second_checker=settings.second_checker,
            changed_by=settings.changed_by.name if settings.changed_by else None,
            changed_at=settings.changed_at,
        )


class LimitedPersonOut(Out):
    """Someone who may enter or submit the marks of these assessments, and not those of the whole centre."""

    name: str
    enter: list[str]
    submit: list[str]


class PeopleOut(Out):
    """The names of a centre's people by what they may do, in order; machine clients are left out.

    `enter` and `submit` are those who may for every assessment, `limited` those who may for some.
    """

    enter: list[str]
    submit: list[str]
    limited: list[LimitedPersonOut]

    @classmethod
    def of(cls, people: People) -> "PeopleOut":
        limited = [
            LimitedPersonOut(name=one.name, enter=sorted(one.enter), submit=sorted(one.submit))
            for one in people.limited
        ]
        return cls(enter=list(people.enter), submit=list(people.submit), limited=limited)


NAME_LETTERS = 60


class DepartmentIn(In):
    """A department, and the codes of the qualifications in it, as H446."""

    name: Annotated[str, Field(min_length=1, max_length=NAME_LETTERS), OneLine, not_above(NAME_LETTERS), NotBlank]
    qualifications: Annotated[
        list[Annotated[str, Field(pattern="^[A-Z0-9/]{1,20}$")]], Field(max_length=MOST_QUALIFICATIONS)
    ]


class DepartmentsIn(In):
    """A centre's departments, in order; they take the place of those before."""

    departments: Annotated[list[DepartmentIn], Field(max_length=MOST_DEPARTMENTS)]

    def to_domain(self) -> Departments:
        return Departments(tuple(Department(one.name, tuple(one.qualifications)) for one in self.departments))


class DepartmentOut(Out):
    """A department, and the codes of the qualifications in it."""

    name: str
    qualifications: list[str]


class DepartmentsOut(Out):
    """A centre's departments, in the centre's order."""

    departments: list[DepartmentOut]

    @classmethod
    def of(cls, departments: Departments) -> "DepartmentsOut":
        return cls(departments=[DepartmentOut.model_validate(one) for one in departments.all])
