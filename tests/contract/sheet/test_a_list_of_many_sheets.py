"""A centre's list of assessments asks the tables as often for a hundred sheets as for three."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from centremark.bootstrap import Services
from centremark.domain.shared.identifiers import AssessmentCode
from centremark.domain.sheet.facts import EntriesChanged
from centremark.handlers.api import sheets
from tests.contract.conftest import client
from tests.support.builders import NOON, OFFICER, SHEET, a_sheet, an_assessment
from tests.support.http_api import call
from tests.support.marks_api import LISTED, OWEN, enrol


def with_sheets(services: Services, numbers: range) -> None:
    """Give the centre a sheet of ten candidates for each number."""
    for number in numbers:
        code = AssessmentCode(f"Z{number:03d}/01")
        assessment, sheet_id = replace(an_assessment(), code=code), replace(SHEET, assessment=code)
        services.catalogue.put(assessment)
        sheet = replace(a_sheet(dict.fromkeys(range(1001, 1011)), assessment=assessment), id=sheet_id, version=1)
        services.ports.sheets.save(sheet, EntriesChanged(sheet=sheet_id, version=1, at=NOON, by=OFFICER))


def asked_of_the_tables() -> tuple[Mapping[str, int], int]:
    """How often each operation is asked for the list, and how many assessments it has."""
    made: Counter[str] = Counter()

    def note(model: Any, **_: Any) -> None:
        made[model.name] += 1

    events = client("dynamodb").meta.events
    events.register("before-call.dynamodb", note)
    try:
        answer = call(sheets.handler, "GET", f"{LISTED}/assessments", subject=OWEN)
    finally:
        events.unregister("before-call.dynamodb", note)
    return made, len(answer.body["assessments"])


@pytest.mark.slow
def test_the_list_of_a_hundred_sheets_asks_the_tables_no_more_often_than_one_of_three(services: Services) -> None:
    enrol(services)
    with_sheets(services, range(2))
    few = asked_of_the_tables()

    with_sheets(services, range(2, 99))
    many = asked_of_the_tables()

    assert (few[1], many[1]) == (3, 100)
    assert many[0] == few[0]
    assert sum(many[0].values()) <= 12
