"""Who has a sheet open: kept alike in memory and on AWS, and asked for with an entity tag at the route."""

from datetime import timedelta
from typing import Final

import pytest

from centremark.adapters.dynamodb.items import bind
from centremark.adapters.dynamodb.presences import DynamoPresences, PresenceItem
from centremark.bootstrap import Services
from centremark.domain.sheet.ports import Presences
from centremark.domain.sheet.presence import Presence
from centremark.handlers.api import sheets
from tests.contract.sheet.test_ports import Store, entered, save, store, tables
from tests.support.beginning import BeginWith
from tests.support.builders import NOON, SHEET
from tests.support.http_api import SUBJECT, Answer, call
from tests.support.marks_api import AT, OWEN, enrol, mark
from tests.support.marks_api import save as save_marks
from tests.support.memory_requests import MemoryPresences
from tests.support.wire import asked

__all__ = ["store", "tables"]

ASHA: Final = Presence("asha", "Asha Patel", NOON)


@pytest.fixture(params=["memory", "dynamodb"])
def presences(request: pytest.FixtureRequest, aws_in_process: None) -> Presences:
    if request.param == "memory":
        return MemoryPresences()
    bind("marks", "ledger")
    return DynamoPresences()


def test_a_person_is_noted_once_on_a_sheet_with_the_latest_time(presences: Presences) -> None:
    later = Presence("asha", "Asha Patel", NOON + timedelta(seconds=20))

    for presence in (ASHA, Presence("owen", "Owen Reid", NOON), later):
        presences.note(SHEET, presence)

    assert sorted(presences.on(SHEET), key=lambda one: one.id) == [later, Presence("owen", "Owen Reid", NOON)]


def test_the_version_alone_is_read_of_a_sheet(store: Store) -> None:
    nothing = store.sheets.version_of(SHEET)
    sheet = save(store, entered(store, 1001), 45)

    assert (nothing, store.sheets.version_of(SHEET)) == (0, sheet.version)


@pytest.mark.usefixtures("aws_in_process")
def test_dynamodb_deletes_who_was_there_after_some_minutes() -> None:
    bind("marks", "ledger")
    DynamoPresences().note(SHEET, ASHA)

    [item] = PresenceItem.query(PresenceItem.partition(SHEET))

    assert int(item.expires) == int((NOON + timedelta(minutes=10)).timestamp())


@pytest.fixture
def people(begin_with: BeginWith) -> None:
    begin_with(enrol)


def look(tag: str = "", subject: str = SUBJECT) -> Answer:
    return call(sheets.handler, "GET", f"{AT}/now", headers={"If-None-Match": tag} if tag else {}, subject=subject)


@pytest.mark.usefixtures("people")
def test_an_answer_that_says_nothing_new_has_no_body() -> None:
    first = look()
    same = look(first.headers["ETag"])
    look(subject=OWEN)
    joined = look(first.headers["ETag"])
    save_marks(mark(1001, 45), subject=OWEN)
    saved = look(joined.headers["ETag"])

    assert (first.status, first.body["colleagues"]) == (200, [])
    assert (same.status, same.text, same.headers["ETag"]) == (304, "", first.headers["ETag"])
    assert (joined.status, joined.body["colleagues"]) == (200, ["Owen Reid"])
    assert saved.body["version"] == joined.body["version"] + 1


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("named", "status"),
    [
        ("{}", 304),
        ("W/{}", 304),
        ('"other", W/{}', 304),
        ("*", 304),
        ('"other"', 200),
        ('W/"other", "another"', 200),
        ("not a tag", 200),
    ],
)
def test_if_none_match_is_read_as_rfc_9110_says(named: str, status: int) -> None:
    tag = look().headers["ETag"]

    assert look(named.format(tag)).status == status


@pytest.mark.usefixtures("people")
def test_a_look_costs_a_query_and_the_sheets_version_and_writes_at_most_its_own_item(services: Services) -> None:
    assert services
    look()
    with asked() as calls:
        look()

    assert sorted(name for name, _ in calls) == ["GetItem", "GetItem", "Query", "UpdateItem"]
