"""Whichever single permission is taken from a function, a test in `test_permissions.py` fails."""

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final

from infra.local.template import Json
from tests.architecture import test_permissions as held

type Place = tuple[str, int, str, int]
"""A function, which statement of its role, and a place in the statement's list of this name."""

LISTS: Final = ("Action", "Resource")


def partitions(statement: Json) -> list[str]:
    """The partition keys that a statement allows; what it allows all but is refused, and no permission."""
    return held.keys_of(statement, "StringLike")


def permissions(resources: dict[str, Json]) -> Iterator[tuple[Place, str]]:
    """Each action, each resource and each partition that a role names, with its words."""
    for function in held.functions_of(resources):
        for at, statement in enumerate(held.statements(resources, function)):
            for part in LISTS:
                for place, named in enumerate(held.listed(statement[part])):
                    yield (function, at, part, place), json.dumps(named)
            for place, partition in enumerate(partitions(statement)):
                yield (function, at, "partition", place), partition


def without(resources: dict[str, Json], place: Place) -> dict[str, Json]:
    """The resources with one permission less."""
    function, at, part, number = place
    left: dict[str, Json] = json.loads(json.dumps(resources))
    statement = held.statements(left, function)[at]
    if part == "partition":
        del partitions(statement)[number]
    else:
        kept: list[Any] = held.listed(statement[part])
        del kept[number]
        statement[part if kept else "Action"] = kept
    return left


def failing(resources: dict[str, Json], function: str) -> list[str]:
    """The tests of one function's permissions that fail."""
    tests = (
        held.test_a_function_may_do_what_its_work_needs_and_nothing_else,
        held.test_a_function_writes_its_own_items_only,
        held.test_a_function_reads_the_items_of_its_work_only,
        held.test_a_function_touches_objects_in_its_folders_only,
    )
    found: list[str] = []
    for test in tests:
        with suppress(AssertionError):
            test(resources, function)
            continue
        found.append(test.__name__)
    return found


def test_taking_away_any_one_permission_makes_a_test_fail(expanded: dict[str, Json]) -> None:
    taken = list(permissions(expanded))

    unnoticed = [(place, words) for place, words in taken if not failing(without(expanded, place), place[0])]

    assert len(taken) > 175
    assert unnoticed == []
