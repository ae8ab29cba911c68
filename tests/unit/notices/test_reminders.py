"""Whom to remind of which deadlines on a day."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest

from centremark.domain.notices.reminders import Recipient, Reminder, reminders
from centremark.domain.shared.actor import Role
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber
from tests.support.builders import CENTRE, SHEET

DUE: Final = date(2027, 5, 15)
OTHER: Final = replace(SHEET, assessment=AssessmentCode("A100/01"))
ASHA: Final = Recipient("asha", {CENTRE: frozenset({Role.ENTER})})


@pytest.mark.parametrize("days", range(16))
def test_people_are_reminded_14_7_and_2_days_before_and_on_the_day(days: int) -> None:
    found = reminders(DUE - timedelta(days=days), {SHEET: DUE}, [ASHA])

    assert found == ([Reminder("asha", ((SHEET, days),))] if days in {14, 7, 2, 0} else [])


def test_a_person_gets_one_message_for_all_their_sheets_the_nearest_first() -> None:
    due = {SHEET: DUE + timedelta(days=7), OTHER: DUE}

    assert reminders(DUE, due, [ASHA]) == [Reminder("asha", ((OTHER, 0), (SHEET, 7)))]


def test_whoever_opted_out_is_reminded_on_the_last_day_alone() -> None:
    quiet = replace(ASHA, opted_out=True)

    assert reminders(DUE - timedelta(days=7), {SHEET: DUE}, [quiet]) == []
    assert reminders(DUE, {SHEET: DUE, OTHER: DUE + timedelta(days=2)}, [quiet]) == [Reminder("asha", ((SHEET, 0),))]


@pytest.mark.parametrize(
    "memberships",
    [{CENTRE: frozenset({Role.VIEW, Role.ADMINISTRATOR})}, {CentreNumber("11111"): frozenset({Role.SUBMIT})}],
)
def test_who_cannot_act_is_not_reminded(memberships: dict[CentreNumber, frozenset[Role]]) -> None:
    assert reminders(DUE, {SHEET: DUE}, [Recipient("other", memberships)]) == []


def test_who_may_enter_one_assessment_only_is_reminded_of_that_one() -> None:
    limits = {CENTRE: {Role.ENTER: frozenset({OTHER.assessment})}}
    limited = Recipient("asha", {CENTRE: frozenset({Role.VIEW})}, limits=limits)

    assert reminders(DUE, {SHEET: DUE, OTHER: DUE}, [limited]) == [Reminder("asha", ((OTHER, 0),))]
