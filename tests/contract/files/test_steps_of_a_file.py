"""A step of a file in the real tables: it is counted before it is sent, and DynamoDB's own refusals are understood."""

from dataclasses import replace
from typing import Final

import pytest
from pynamodb.models import Model
from pynamodb.transactions import TransactWrite

from centremark.adapters.dynamodb.items import CentreItem, bind
from centremark.adapters.dynamodb.stores import LARGEST_ITEM, MOST_ITEMS, DynamoSheets, in_one_transaction
from centremark.adapters.dynamodb.uploads import DynamoUploads
from centremark.domain.files.upload import Upload, UploadId
from centremark.domain.shared.errors import NoRoom
from centremark.domain.shared.identifiers import AssessmentCode, CandidateNumber, SheetId
from centremark.domain.shared.outcomes import Mark
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.ports import Saving
from centremark.domain.sheet.row import Row
from tests.contract.shared.test_what_fits import a_full_sheet
from tests.support.builders import CENTRE, NOON, SERIES, SHEET, TEACHER, a_change, an_assessment

EXPECTED: Final = Upload(UploadId(SERIES, CENTRE, "20270420120000-0a1b2c3d4e5f"), TEACHER, NOON, "marks.csv")


@pytest.fixture
def uploads(aws_in_process: None) -> DynamoUploads:
    bind("marks", "ledger")
    return DynamoUploads()


def save_uncounted(items: list[Model]) -> None:
    """Send what our own count would have refused."""
    with in_one_transaction() as transaction:
        for item in items:
            TransactWrite.save(transaction, item)


def sheet_of(place: int) -> SheetId:
    return replace(SHEET, assessment=AssessmentCode(f"A{place:03d}/01"))


def small(sheets: int) -> list[Saving]:
    """The first mark of so many sheets: each is the sheet, its fact and its line at the board."""
    made: list[Saving] = []
    for sheet in map(sheet_of, range(sheets)):
        assessment = replace(an_assessment(), code=sheet.assessment)
        before = MarkSheet(sheet, assessment, {CandidateNumber("1001"): Row()})
        after, fact, _ = before.enter([a_change(1001, Mark(45))], TEACHER, NOON)
        assert fact
        made.append(Saving(0, after, (fact,)))
    return made


def full(sheets: int) -> list[Saving]:
    """So many sheets with as many candidates as can be, of 170 KB each."""
    sheet = a_full_sheet()
    return [Saving(0, replace(sheet, id=sheet_of(place)), ()) for place in range(sheets)]


@pytest.mark.slow
@pytest.mark.parametrize("savings", [small(34), full(24)], ids=["over 100 items with the upload", "over 4 MB"])
def test_a_step_over_what_one_transaction_takes_is_refused_before_anything_is_saved(
    uploads: DynamoUploads, savings: list[Saving]
) -> None:
    uploads.save(EXPECTED)

    with pytest.raises(NoRoom):
        uploads.save(EXPECTED.checking(), savings)

    assert uploads.get(EXPECTED.id) == EXPECTED
    assert DynamoSheets().of_centre(CENTRE, SERIES) == []


def test_a_step_of_a_hundred_items_is_saved(uploads: DynamoUploads) -> None:
    uploads.save(EXPECTED)

    uploads.save(EXPECTED.checking(), small(33))

    assert uploads.get(EXPECTED.id) == EXPECTED.checking()


@pytest.mark.parametrize(
    "items",
    [
        [CentreItem("CENTRE#64235", "CENTRE", name="N" * (LARGEST_ITEM + 1))],
        [CentreItem(f"CENTRE#{number:05d}", "CENTRE", name="N") for number in range(MOST_ITEMS + 1)],
    ],
    ids=["an item over 400 KB", "over 100 items"],
)
@pytest.mark.usefixtures("uploads")
def test_what_dynamodb_itself_finds_too_large_is_no_room(items: list[Model]) -> None:
    with pytest.raises(NoRoom):
        save_uncounted(items)
