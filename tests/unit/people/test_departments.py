"""Departments: the centre's administrator groups its qualifications, and the centre's list and history say so."""

from datetime import timedelta
from typing import Final

import pytest

from centremark.domain.catalogue.centre_facts import DepartmentsChanged
from centremark.domain.catalogue.departments import Department, Departments
from centremark.domain.shared.errors import Malformed
from tests.support.builders import CENTRE, NOON, SERIES
from tests.support.doing import HEAD, TEACHER
from tests.support.world import World

SCIENCE: Final = Departments((Department("Science", ("H446", "J277")),))


def test_departments_named_by_the_administrator_are_seen_by_everyone_and_in_the_centres_list() -> None:
    world = World()
    before = world.services.read_departments(CENTRE, TEACHER)

    world.services.change_departments(CENTRE, SCIENCE, HEAD)

    assert before == Departments()
    assert world.services.read_departments(CENTRE, TEACHER) == SCIENCE
    assert world.services.read_centre(CENTRE, SERIES, TEACHER).departments == SCIENCE


def test_the_history_says_who_changed_departments_and_how_and_nothing_of_a_change_that_changes_nothing() -> None:
    world = World()
    world.services.change_departments(CENTRE, SCIENCE, HEAD)
    world.now += timedelta(minutes=1)
    world.services.change_departments(CENTRE, SCIENCE, HEAD)

    [fact] = world.services.read_office_history.of_centre(CENTRE, None, HEAD).facts

    assert fact == DepartmentsChanged(office=CENTRE, at=NOON, by=HEAD.by(CENTRE), before=(), after=SCIENCE.all)


@pytest.mark.parametrize(
    ("departments", "pointer", "code"),
    [
        ((Department("Science"), Department("SCIENCE")), "/departments/1/name", "department-repeated"),
        (
            (Department("Science", ("H446",)), Department("Computing", ("J277", "H446"))),
            "/departments/1/qualifications/1",
            "qualification-repeated",
        ),
        ((Department("Science", ("H446", "H446")),), "/departments/0/qualifications/1", "qualification-repeated"),
    ],
)
def test_a_name_or_a_qualification_that_appears_twice_is_refused_at_the_second(
    departments: tuple[Department, ...], pointer: str, code: str
) -> None:
    with pytest.raises(Malformed) as refused:
        Departments(departments)

    assert [(point.pointer, point.code) for point in refused.value.points] == [(pointer, code)]


def test_two_departments_whose_names_differ_only_in_capitals_are_both_named() -> None:
    with pytest.raises(Malformed, match='"Art" and "ART" are one name'):
        Departments((Department("Art"), Department("ART")))
