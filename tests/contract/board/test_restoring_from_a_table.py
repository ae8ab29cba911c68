"""A sheet restored from a table that stands beside the Marks table, as DynamoDB restores one to a moment."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from centremark import bootstrap
from centremark.bootstrap import Services
from centremark.domain.shared.actor import BOARD_CENTRE, Role
from centremark.domain.shared.identifiers import CandidateNumber, CentreNumber, SheetId
from centremark.domain.shared.outcomes import Mark
from centremark.domain.sheet.facts import SheetRestored
from centremark.settings import Settings
from centremark.usecases.marks.enter_marks import EnterMarksCommand
from infra.restore import Kept, restore
from tests.contract.conftest import client
from tests.support.builders import LOST, SHEET, a_candidate, a_change, a_key, an_actor
from tests.support.doing import TEACHER
from tests.support.entering import enter_candidates
from tests.support.trail import latest

ONE, TWO = CandidateNumber("1001"), CandidateNumber("1002")
OPERATOR = an_actor(Role.OPERATOR, centre=BOARD_CENTRE, name="Olu Perator")


def rows_of(table: str) -> list[Mapping[str, Any]]:
    return client("dynamodb").scan(TableName=table)["Items"]


def copied_to(table: str) -> None:
    """The Marks table as it is now, under another name."""
    keys = [("pk", "HASH"), ("sk", "RANGE")]
    client("dynamodb").create_table(
        TableName=table,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": name, "AttributeType": "S"} for name, _ in keys],
        KeySchema=[{"AttributeName": name, "KeyType": kind} for name, kind in keys],
    )
    for item in rows_of("marks"):
        client("dynamodb").put_item(TableName=table, Item=item)


def enter(services: Services, mark: int, revision: int, key: str) -> None:
    change = a_change(1001, Mark(mark), revision=revision)
    services.enter_marks(EnterMarksCommand(SHEET, (change,), a_key(key)), TEACHER)


@pytest.fixture
def damaged(services: Services) -> Services:
    """A mark and a reason that were cleared after the table was copied."""
    enter(services, 45, 0, "key-entered-1")
    services.record_circumstance(SHEET, TWO, LOST, TEACHER)
    copied_to("marks-then")
    enter(services, 3, 1, "key-damage-01")
    services.record_circumstance(SHEET, TWO, None, TEACHER)
    return services


def restored(*sheets: SheetId) -> Services:
    services = bootstrap.wire(Settings())
    said = [*restore(Kept("marks-then", services), sheets, services, "A faulty release", OPERATOR)]
    assert said == [(f"{SHEET}: has the marks of version 3, as version 6.", True)]
    return services


@pytest.mark.usefixtures("damaged")
def test_marks_reasons_and_names_come_back_and_the_sheet_takes_marks() -> None:
    services = restored()

    sheet = services.ports.sheets.get(SHEET)
    assert (sheet.rows[ONE].outcome, sheet.rows[TWO].circumstance) == (Mark(45), LOST)
    assert len(services.ports.rosters.get(SHEET)) == 3
    enter(services, 46, sheet.rows[ONE].revision, "key-after-001")
    assert services.ports.sheets.get(SHEET).rows[ONE].outcome == Mark(46)


@pytest.mark.usefixtures("damaged")
def test_the_ledger_says_who_restored_what() -> None:
    services = restored(SHEET)

    fact = latest(SheetRestored, services.ports.ledger, SHEET)
    assert (fact.by.name, fact.reason, fact.restored) == ("Olu Perator", "A faulty release", 3)
    assert {change.candidate for change in fact.changes} == {ONE, TWO}


@pytest.mark.usefixtures("damaged")
@pytest.mark.parametrize("kept", ["marks-then", None], ids=["copied back by hand", "deleted"])
def test_a_sheet_older_than_its_ledger_can_be_saved_again(kept: str | None) -> None:
    for item in rows_of("marks"):
        if item["sk"]["S"].startswith(("SHEET#", "ROSTER#", "TEXT#")):
            client("dynamodb").delete_item(TableName="marks", Key={name: item[name] for name in ("pk", "sk")})
    for item in rows_of(kept) if kept else []:
        client("dynamodb").put_item(TableName="marks", Item=item)

    services = restored()

    sheet = services.ports.sheets.get(SHEET)
    assert (sheet.version, sheet.rows[ONE].outcome, sheet.rows[TWO].circumstance) == (6, Mark(45), LOST)
    enter(services, 46, sheet.rows[ONE].revision, "key-after-001")


def test_a_sheet_that_cannot_be_restored_is_named_with_the_reason_and_stays(damaged: Services) -> None:
    enter_candidates(damaged, SHEET, [a_candidate(1009)])
    before = damaged.ports.sheets.get(SHEET)

    [(sentence, is_restored)] = restore(Kept("marks-then", damaged), [], damaged, "A faulty release", OPERATOR)

    assert sentence.startswith(f"{SHEET}: nothing was changed. Restoring puts back marks only")
    assert not is_restored
    assert damaged.ports.sheets.get(SHEET) == before


def test_a_sheet_that_the_table_does_not_have_is_left(damaged: Services) -> None:
    elsewhere = replace(SHEET, centre=CentreNumber("58410"))

    [(sentence, _)] = restore(Kept("marks-then", damaged), [elsewhere], damaged, "A faulty release", OPERATOR)

    assert sentence == f"{elsewhere}: the table does not have it. Nothing was changed."
