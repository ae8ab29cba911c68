"""The ports that uploads need, over memory and over AWS."""

import json
from base64 import b64decode
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

import pytest

from centremark.adapters.codec.object_keys import upload_of_key
from centremark.adapters.dynamodb.items import bind
from centremark.adapters.dynamodb.ledger import DynamoLedger
from centremark.adapters.dynamodb.readings import DynamoReadings, ReadingItem
from centremark.adapters.dynamodb.stores import DynamoCatalogue, DynamoOverview, DynamoSheets
from centremark.adapters.dynamodb.uploads import DynamoUploads, UploadItem
from centremark.adapters.s3.files import S3Files
from centremark.domain.board.ports import Overview
from centremark.domain.catalogue.ports import Catalogue
from centremark.domain.entries.add import add_entries
from centremark.domain.files.columns import Column, ColumnSeen, TableSeen
from centremark.domain.files.faults import Fault, FaultCode
from centremark.domain.files.marks_file import MAX_BYTES, Head, MarksFile
from centremark.domain.files.matching import MatchedBy
from centremark.domain.files.ports import Files, Readings, Uploads
from centremark.domain.files.preview import LineResult, PlannedLine, Preview, Since
from centremark.domain.files.reading import AssessmentNamed, ColumnsChosen, Need
from centremark.domain.files.upload import Applied, Question, QuestionCode, SheetDone, Upload, UploadId
from centremark.domain.history.ports import Ledger
from centremark.domain.shared.errors import Malformed, NotFound, PreviewMissing
from centremark.domain.shared.identifiers import CentreNumber
from centremark.domain.shared.outcomes import ABSENT, Grade, Mark
from centremark.domain.shared.ports import WriteConflict
from centremark.domain.sheet.mark_sheet import Status
from centremark.domain.sheet.ports import Saving, Sheets
from tests.contract.conftest import client
from tests.support.builders import (
    AGREED,
    CENTRE,
    CODE,
    NOON,
    OFFICER,
    SERIES,
    SHEET,
    TEACHER,
    a_candidate,
    a_change,
    an_assessment,
)
from tests.support.entering import ENTERED
from tests.support.memory import (
    Memory,
    MemoryCatalogue,
    MemoryFiles,
    MemoryLedger,
    MemoryOverview,
    MemoryReadings,
    MemorySheets,
    MemoryUploads,
)

ID: Final = UploadId(SERIES, CENTRE, "20270420120000-0a1b2c3d4e5f")
EXPECTED: Final = Upload(ID, TEACHER, NOON, "M64235OC (1).X01", CODE)
LINES: Final[tuple[PlannedLine, ...]] = (
    PlannedLine(2, CODE, "1001", LineResult.CHANGED, "JONES A", Mark(0), Mark(45), 3, "name-differs", "name", "X."),
    PlannedLine(3, CODE, "1002", LineResult.ACCEPTED, "NOWAK Łukasz", None, ABSENT, 0, since=Since("Owen Reid", NOON)),
    PlannedLine(4, "", "", LineResult.REFUSED, code="candidate-missing", problem="There is no candidate number."),
    PlannedLine(5, CODE, "1003", LineResult.UNCHANGED, "", Grade("A"), Grade("A"), 1),
    PlannedLine(6, CODE, "1004", LineResult.CHANGED, "", Grade("A"), Grade("B"), 2, since=Since(), listed="NG Mei"),
    PlannedLine(7, CODE, "1005", LineResult.ACCEPTED, outcome=Mark(1), matched_by=MatchedBy.UCI),
)


@dataclass(frozen=True, slots=True)
class Store:
    """The ports that share their tables, of one kind."""

    uploads: Uploads
    sheets: Sheets
    ledger: Ledger
    catalogue: Catalogue
    overview: Overview


@pytest.fixture(params=["memory", "dynamodb"])
def store(request: pytest.FixtureRequest, aws_in_process: None) -> Store:
    if request.param == "memory":
        memory = Memory()
        made = Store(
            MemoryUploads(memory),
            MemorySheets(memory),
            MemoryLedger(memory),
            MemoryCatalogue(memory),
            MemoryOverview(memory),
        )
    else:
        bind("marks", "ledger")
        made = Store(DynamoUploads(), DynamoSheets(), DynamoLedger(), DynamoCatalogue(), DynamoOverview())
    made.catalogue.put(an_assessment())
    sheet, fact = add_entries(made.sheets.get(SHEET), [a_candidate(1001).number], ENTERED)
    assert fact
    made.sheets.save(sheet, fact)
    return made


def a_saving(store: Store, mark: int = 45) -> Saving:
    """A mark entered and the sheet submitted, in one step."""
    before = store.sheets.get(SHEET)
    entered, saved, _ = before.enter([a_change(1001, Mark(mark), checked=True)], TEACHER, NOON)
    submitted, fact = entered.submit(AGREED, OFFICER, NOON)
    assert saved
    return Saving(before.version, submitted, (saved, fact))


def test_every_state_of_an_upload_comes_back_as_it_was(store: Store) -> None:
    fault = Fault(3, FaultCode.COUNT_DIFFERS, "The trailer counts 3 marks, but the file has 2.", "marks", "1001")
    questions = (Question(QuestionCode.SEQUENCE_OLDER, "A later file has already been applied."),)
    applied = Applied(
        NOON + timedelta(minutes=3), "Asha Patel", (SheetDone(CODE, 2, "64235-H446-03-2027-06-1"),), (CODE,)
    )
    received = EXPECTED.received(123, "5" * 64, "3sL4kqtJlcpXroDTDmJ")
    read = received.read(MarksFile(Head("csv", sequence=7, ignored=("House",))))
    checking = read.checking()
    said = replace(
        checking,
        columns=ColumnsChosen("Asha Patel", NOON, {0: Column.CANDIDATE, 2: Column.MARK, 3: Column.IGNORED}),
        named=AssessmentNamed(CODE, "Owen Reid", NOON),
    )
    asking = said.refused(Fault(1, FaultCode.HEADINGS_MISSING, "No."), TableSeen(1, (ColumnSeen(0, "A", None),) * 2))
    ready = asking.ready(LINES, questions, "8f2c")
    assert (asking.need, ready.need, ready.refusal) == (Need.COLUMNS, None, None)
    for upload in (EXPECTED, received, checking, asking, ready, ready.apply(applied)):
        store.uploads.save(upload)
        assert store.uploads.get(ID) == upload

    another = replace(EXPECTED, id=replace(ID, token="20270420120001-0a1b2c3d4e5f"), assessment=None)
    store.uploads.save(another)
    store.uploads.save(another.refused(fault))
    assert store.uploads.get(another.id).refusal == fault
    cancelled = store.uploads.get(another.id).cancel("Asha Patel", NOON)
    store.uploads.save(cancelled)
    assert store.uploads.get(another.id) == cancelled


def test_an_upload_that_is_not_there_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound):
        store.uploads.get(ID)


def test_a_centres_uploads_are_its_own_and_latest_first(store: Store) -> None:
    later = replace(EXPECTED, id=replace(ID, token="20270421120000-0a1b2c3d4e5f"))
    elsewhere = replace(EXPECTED, id=replace(ID, centre=CentreNumber("11111")))
    for upload in (EXPECTED, later, elsewhere):
        store.uploads.save(upload)

    assert list(store.uploads.of_centre(CENTRE, SERIES)) == [later, EXPECTED]


def test_an_upload_is_saved_only_over_the_version_it_was_decided_on(store: Store) -> None:
    store.uploads.save(EXPECTED)
    cancelled, received = EXPECTED.cancel("Asha Patel", NOON), EXPECTED.received(1, "")
    store.uploads.save(cancelled)

    with pytest.raises(WriteConflict):
        store.uploads.save(received)
    with pytest.raises(WriteConflict):
        store.uploads.save(EXPECTED)
    assert store.uploads.get(ID) == cancelled


def test_the_board_sees_what_a_file_submitted(store: Store) -> None:
    store.uploads.save(EXPECTED)

    store.uploads.save(EXPECTED.apply(Applied(NOON, "Asha Patel", (SheetDone(CODE, 1),))), [a_saving(store)])

    [line] = store.overview.of_series(SERIES)
    assert (line.status, line.submission) == (Status.SUBMITTED, 1)


def test_a_file_its_sheets_and_their_facts_are_saved_together(store: Store) -> None:
    store.uploads.save(EXPECTED)
    saving, applied = a_saving(store), EXPECTED.apply(Applied(NOON, "Asha Patel", (SheetDone(CODE, 1),)))

    store.uploads.save(applied, [saving])

    assert store.sheets.get(SHEET) == saving.sheet
    assert store.uploads.get(ID) == applied
    assert [entry.fact.NAME for entry in store.ledger.history(SHEET, None, 9)] == [
        "MarksSubmitted.v1",
        "MarksSaved.v1",
        "EntriesChanged.v1",
    ]


@pytest.mark.parametrize("stale", ["sheet", "upload"])
def test_when_any_of_them_has_moved_on_none_is_saved(store: Store, stale: str) -> None:
    store.uploads.save(EXPECTED)
    saving, applied = a_saving(store), EXPECTED.apply(Applied(NOON, "Asha Patel", (SheetDone(CODE, 1),)))
    if stale == "sheet":
        sheet, fact, _ = store.sheets.get(SHEET).enter([a_change(1001, Mark(9))], TEACHER, NOON)
        assert fact
        store.sheets.save(sheet, fact)
    else:
        store.uploads.save(EXPECTED.cancel("Asha Patel", NOON))
    before, entries = store.sheets.get(SHEET), len(store.ledger.history(SHEET, None, 9))

    with pytest.raises(WriteConflict):
        store.uploads.save(applied, [saving])

    assert store.sheets.get(SHEET) == before
    assert len(store.ledger.history(SHEET, None, 9)) == entries
    assert store.uploads.get(ID) != applied


@pytest.fixture(params=["memory", "s3"])
def files(request: pytest.FixtureRequest, aws_in_process: None) -> Files:
    return MemoryFiles() if request.param == "memory" else S3Files("uploads")


def test_each_preview_comes_back_as_it_was_by_its_own_name(files: Files) -> None:
    with pytest.raises(PreviewMissing):
        files.preview(ID, "")
    columns = (
        ColumnSeen(0, "Cand no", Column.CANDIDATE, ("1001", "1002")),
        ColumnSeen(1, "Component mark", None, ("45",)),
    )
    preview = Preview(LINES, TableSeen(3, columns))

    first = files.keep_preview(ID, Preview(LINES[:1]))
    second = files.keep_preview(ID, preview)

    assert files.preview(ID, first) == Preview(LINES[:1])
    assert files.preview(ID, second) == preview
    assert files.keep_preview(ID, Preview(LINES[:1])) == first
    with pytest.raises(PreviewMissing):
        files.preview(replace(ID, centre=CentreNumber("11111")), first)


@pytest.mark.parametrize(
    "kept",
    [
        b"[]",
        b'[{"number":2,"assessment":"H446/03","candidate":"1001","result":"accepted"}]',
        b'{"lines":[{"number":2,"assessment":"H446/03","candidate":"1001","result":"gone"}],"table":null}',
        b'{"lines":[{"number":2,"assessment":"","candidate":"","result":"refused","code":"gone"}],"table":null}',
        b'{"lines":[{"number":2,"assessment":"","candidate":"","result":"refused","gone":1}],"table":null}',
        b'{"lines":[],"table":{"row":1,"columns":[{"place":0,"heading":"X","role":"gone","samples":[]}]}}',
        b'{"lines":[]}',
        b"",
    ],
)
@pytest.mark.usefixtures("aws_in_process")
def test_a_preview_that_another_version_kept_is_missing(kept: bytes) -> None:
    client("s3").put_object(Bucket="uploads", Key="checked/2027-06/64235/20270420120000-0a1b2c3d4e5f/8f2c", Body=kept)

    with pytest.raises(PreviewMissing):
        S3Files("uploads").preview(ID, "8f2c")


@pytest.fixture(params=["memory", "dynamodb"])
def readings(request: pytest.FixtureRequest, aws_in_process: None) -> Readings:
    if request.param == "memory":
        return MemoryReadings()
    bind("marks", "ledger")
    return DynamoReadings()


def test_how_files_are_read_is_remembered_for_one_centre_and_one_row_of_headings(readings: Readings) -> None:
    first = ColumnsChosen("Asha Patel", NOON, {0: Column.CANDIDATE, 2: Column.MARK})
    later = ColumnsChosen("Owen Reid", NOON + timedelta(days=1))

    readings.keep(CENTRE, "8f2c", first)

    assert readings.get(CENTRE, "8f2c") == first
    assert readings.get(CENTRE, "ffff") is None
    assert readings.get(CentreNumber("11111"), "8f2c") is None
    readings.keep(CENTRE, "8f2c", later)
    assert readings.get(CENTRE, "8f2c") == later


def test_what_0_1_0_remembered_beside_a_centres_people_is_found_until_it_is_chosen_again(
    aws_in_process: None,
) -> None:
    bind("marks", "ledger")
    first = ColumnsChosen("Asha Patel", NOON, {0: Column.CANDIDATE, 2: Column.MARK})
    later = ColumnsChosen("Owen Reid", NOON + timedelta(days=1))
    roles = {str(place): role.value for place, role in first.roles.items()}
    ReadingItem(*ReadingItem.key_of_0_1(CENTRE, "8f2c"), roles=roles, by=first.by, at=first.at).save()

    assert DynamoReadings().get(CENTRE, "8f2c") == first
    DynamoReadings().keep(CENTRE, "8f2c", later)
    assert DynamoReadings().get(CENTRE, "8f2c") == later


def test_a_file_that_has_not_come_is_not_found(files: Files) -> None:
    with pytest.raises(NotFound):
        files.received(ID)


def test_a_ticket_lasts_a_quarter_of_an_hour_and_says_how_much_may_be_sent(files: Files) -> None:
    ticket = files.ticket(ID, NOON)

    assert (ticket.expires_at - NOON, ticket.max_bytes) == (timedelta(minutes=15), MAX_BYTES)


@pytest.mark.usefixtures("aws_in_process")
def test_a_ticket_is_for_one_key_and_its_file_is_found_by_it() -> None:
    bucket = S3Files("uploads")

    fields = bucket.ticket(ID, NOON).fields
    client("s3").put_object(Bucket="uploads", Key=fields["key"], Body=b"1001,45")

    assert fields["key"] == "received/2027-06/64235/20270420120000-0a1b2c3d4e5f"
    assert upload_of_key(fields["key"]) == ID
    assert bucket.received(ID).content == b"1001,45"


@pytest.mark.usefixtures("aws_in_process")
def test_a_ticket_takes_no_empty_file_and_none_over_the_limit() -> None:
    policy = json.loads(b64decode(S3Files("uploads").ticket(ID, NOON).fields["policy"]))

    assert ["content-length-range", 1, MAX_BYTES] in policy["conditions"]


@pytest.mark.usefixtures("aws_in_process")
def test_the_version_that_was_checked_is_read_and_linked_to_whatever_came_in_its_place() -> None:
    bucket = S3Files("uploads")
    key = bucket.ticket(ID, NOON).fields["key"]
    client("s3").put_object(Bucket="uploads", Key=key, Body=b"1001,45")
    first = bucket.received(ID)
    client("s3").put_object(Bucket="uploads", Key=key, Body=b"1001,70")

    kept = bucket.received(ID, first.kept_as)
    link = bucket.link(EXPECTED.received(7, "5" * 64, first.kept_as), NOON)

    assert (kept, bucket.received(ID).content) == (first, b"1001,70")
    assert f"versionId={first.kept_as}" in link.url
    with pytest.raises(NotFound):
        bucket.received(ID, "00000000-0000-0000-0000-000000000000")


@pytest.mark.parametrize("key", ["checked/2027-06/64235/x.json", "received/2027-06/64235/../x", "received", ""])
def test_a_key_that_is_no_uploads_is_refused(key: str) -> None:
    with pytest.raises(Malformed):
        upload_of_key(key)


@pytest.mark.usefixtures("aws_in_process")
def test_a_file_is_given_back_to_be_saved_under_its_own_name_and_never_shown() -> None:
    upload = replace(EXPECTED, file_name='marks";\r\nX: <b>.csv')

    url = S3Files("uploads").link(upload, NOON).url

    assert "attachment%3B%20filename%3D%22marks____X_%20_b_.csv%22" in url
    assert "application%2Foctet-stream" in url


def test_an_upload_that_0_1_0_stored_is_found_and_listed_and_moves_when_it_is_saved(
    aws_in_process: None,
) -> None:
    bind("marks", "ledger")
    uploads, later = DynamoUploads(), replace(EXPECTED, id=replace(ID, token="20270421090000-0a1b2c3d4e5f"))
    former = UploadItem.of(EXPECTED)
    former.pk, former.sk = UploadItem.key_of_0_1(ID)
    former.save()
    uploads.save(later)

    listed = uploads.of_centre(CENTRE, SERIES)
    uploads.save(received := uploads.get(ID).received(1, "a", "v1"))

    assert listed == [later, EXPECTED]
    assert uploads.get(ID) == received
    assert uploads.of_centre(CENTRE, SERIES) == [later, received]
    with pytest.raises(WriteConflict):
        uploads.save(EXPECTED.received(2, "b", "v2"))
