"""Ports over the Marks table; a sheet, its fact and the items beside them are written in one transaction."""

import re
from collections.abc import Collection, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from pynamodb.connection import Connection
from pynamodb.exceptions import DoesNotExist, TransactWriteError
from pynamodb.expressions.condition import Condition
from pynamodb.models import Model
from pynamodb.transactions import TransactWrite

from centremark.adapters.dynamodb.after_submission_items import (
    AfterItem,
    AmendmentsItem,
    ConsortiumItem,
    LineItem,
    after_keys,
)
from centremark.adapters.dynamodb.beside_a_sheet import read_whole
from centremark.adapters.dynamodb.facts import fact_item, keep_facts
from centremark.adapters.dynamodb.items import (
    SERIES,
    AssessmentItem,
    CentreItem,
    FactItem,
    KeyItem,
    MarksItem,
    SeriesItem,
    SheetItem,
)
from centremark.adapters.dynamodb.names_and_texts import RosterItem, TextItem
from centremark.domain.board.board_line import BoardLine, changes_line
from centremark.domain.catalogue.catalogue import Assessment, Centre, Consortium, Roster, Series
from centremark.domain.catalogue.centre_facts import CatalogueChanged, CentreFact
from centremark.domain.shared.errors import KeyReused, NoRoom, NotFound
from centremark.domain.shared.identifiers import CentreNumber, SeriesId, SheetId
from centremark.domain.shared.ports import IdempotencyRecord, Key, WriteConflict
from centremark.domain.sheet.facts import (
    AmendmentRequested,
    AmendmentWorkRequested,
    AmendmentWorkSent,
    CircumstanceRecorded,
    ExtensionRequested,
    Fact,
    SampleWorkCorrected,
    SampleWorkLost,
    SampleWorkSent,
    SheetRestored,
)
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.ports import Saving
from centremark.domain.sheet.row import Rows

KEYS_KEPT: Final = timedelta(days=7)
LARGEST_ITEM: Final = 400 * 1024
"""What DynamoDB keeps in one item: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html."""
MOST_ITEMS: Final = 100
MOST_BYTES: Final = 4_000_000
"""What DynamoDB takes in one transaction, short of its 4 MB (4,194,304 bytes) by what our count may miss:
https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html."""
CURE: Final = "This is too much to save at once, so nothing was saved. Send it in smaller parts."
CURES: Final[Mapping[type[Model], str]] = {
    AmendmentsItem: (
        "There is no room for more text in the amendments to this mark sheet, so nothing was saved. "
        "Shorten what you wrote. If it still does not fit, contact the board."
    ),
    AfterItem: (
        "There is no room for more text about moderation and extensions of this mark sheet, so nothing was saved. "
        "Shorten what you wrote. If it still does not fit, contact the board."
    ),
}
ROOM_TO_DECIDE: Final = 6 * 1024
"""What an amendment may grow by when it ends: who decided, and a note of 1,000 letters in UTF-8."""
ROOM_OF_THE_BOARD: Final = 160 * 1024
"""What the board may add to the moderation of the largest sheet: its sample, the outcome, an extension."""
RACES: Final = frozenset(
    {
        "ConditionalCheckFailed",
        "TransactionConflict",
        "TransactionConflictException",
        "ThrottlingError",
        "ThrottlingException",
        "ProvisionedThroughputExceeded",
        "ProvisionedThroughputExceededException",
    }
)


INVALID: Final = frozenset({"ValidationException", "ValidationError", "ItemCollectionSizeLimitExceeded"})
TOO_LARGE: Final = re.compile(r"\bsize\b|length less than or equal to", re.IGNORECASE)


class _Transaction(TransactWrite):
    """A transaction that checks DynamoDB's limits before anything is sent."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection=connection)
        self.items = self.bytes = 0

    def save(self, model: Model, condition: Condition | None = None, return_values: str | None = None) -> None:
        """Add an item to write; raises `NoRoom`."""
        size = size_of(model)
        self.items, self.bytes = self.items + 1, self.bytes + size
        if size > LARGEST_ITEM or self.items > MOST_ITEMS or self.bytes > MOST_BYTES:
            raise NoRoom(CURES.get(type(model), CURE) if size > LARGEST_ITEM else CURE)
        super().save(model, condition, return_values)


def size_of(model: Model) -> int:
    """The size of an item as DynamoDB counts it, or a little more: names and values in UTF-8."""
    item: Mapping[str, Mapping[str, Any]] = model.serialize()
    return sum(len(name.encode()) + _length(value) for name, one in item.items() for value in one.values())


def _length(value: object) -> int:
    return len(value if isinstance(value, bytes) else str(value).encode())


@contextmanager
def in_one_transaction() -> Generator[TransactWrite]:
    """Save all that is added in the block, or nothing; raises `WriteConflict` and `NoRoom`."""
    connection = MarksItem._get_connection().connection  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    try:
        with _Transaction(connection=connection) as transaction:
            yield transaction
    except TransactWriteError as error:
        codes = {reason.code for reason in error.cancellation_reasons if reason} or {error.cause_response_code}
        if codes <= RACES:
            raise WriteConflict from error
        said = [(reason.code, reason.message) for reason in error.cancellation_reasons if reason]
        said.append((error.cause_response_code or "", error.cause_response_message))
        if any(code in INVALID and TOO_LARGE.search(message or "") for code, message in said):
            raise NoRoom(CURE) from error
        raise


def as_it_was(item: MarksItem | None) -> Condition:
    """The condition that an item's key still has this item, or still has none."""
    if item is None:
        return MarksItem.pk.does_not_exist()
    kind: Any = type(item)
    attributes: Mapping[str, Any] = kind.get_attributes()
    held = [(at, item.attribute_values.get(name)) for name, at in attributes.items()]
    conditions: list[Condition] = [at.does_not_exist() if value is None else at == value for at, value in held]
    first, *others = conditions
    for other in others:
        first &= other
    return first


class DynamoSheets:
    """Mark sheets, one item each."""

    def get(self, sheet: SheetId) -> MarkSheet:
        """Load a sheet from one save, with its assessment; raises `Busy`."""
        return read_whole(lambda: self._read(sheet))

    def _read(self, sheet: SheetId) -> MarkSheet | None:
        """Load a sheet, or None when its items are not of one save."""
        keys = [SheetItem.key(sheet), *after_keys(sheet), AssessmentItem.key(sheet.series, sheet.assessment)]
        found = list(MarksItem.batch_get(keys, consistent_read=True))
        catalogue = {item.sk: item.to_domain() for item in found if isinstance(item, AssessmentItem)}
        if not catalogue:
            raise NotFound(f"There is no assessment {sheet.assessment} in series {sheet.series}. Check the code.")
        if all(isinstance(item, AssessmentItem) for item in found):
            return MarkSheet(sheet, catalogue[sheet.assessment])
        return _together(found, catalogue).get(sheet)

    def version_of(self, sheet: SheetId) -> int:
        """Read the two counters of a sheet's item, as DynamoDB may have had them a moment ago."""
        try:
            item = SheetItem.get(*SheetItem.key(sheet), attributes_to_get=["v", "o", "k"])
        except DoesNotExist:
            return 0
        return int(item.turn) - int(item.outcomes or 0)

    def of_centre(self, centre: CentreNumber, series: SeriesId) -> Sequence[MarkSheet]:
        """Load a centre's sheets with one query, the items beside them with another, and the series' catalogue.

        A sheet whose items are not of one save is loaded again by itself.
        """
        partition = SheetItem.partition(series, centre)
        catalogue = {str(a.code): a for a in _assessments(series)}
        sheets = SheetItem.query(partition, SheetItem.sk.startswith("SHEET#"), consistent_read=True)
        afters = MarksItem.query(partition, MarksItem.sk.startswith("AFTER#"), consistent_read=True)
        read = _together([*sheets, *afters], catalogue)
        return [whole or self.get(sheet) for sheet, whole in read.items()]

    def save(
        self, sheet: MarkSheet, fact: Fact, claim: IdempotencyRecord | None = None, roster: Roster | None = None
    ) -> None:
        """Write everything if the sheet is still at the turn it was decided on, else nothing."""
        with in_one_transaction() as transaction:
            write(transaction, Saving(sheet.turn - 1, sheet, (fact,), roster))
            if claim:
                keep_key(transaction, claim, fact.at)

    def save_together(self, savings: Sequence[Saving]) -> None:
        """Write everything if each sheet is still at the turn it was decided on, else nothing."""
        with in_one_transaction() as transaction:
            for saving in savings:
                write(transaction, saving)


def write(transaction: TransactWrite, saving: Saving) -> None:
    """Add to a transaction a sheet with its facts and all items beside it."""
    sheet, before = saving.sheet, saving.before
    unchanged = SheetItem.turn == before if before else SheetItem.pk.does_not_exist()
    transaction.save(SheetItem.of(sheet), condition=unchanged)
    for fact in saving.facts:
        transaction.save(fact_item(fact), condition=FactItem.pk.does_not_exist())
        for text in TextItem.all_of(fact) if isinstance(fact, CircumstanceRecorded | SheetRestored) else ():
            transaction.save(text)
    _must_leave_room(sheet, saving.facts)
    if sheet.amendments:
        transaction.save(AmendmentsItem.of(sheet))
    if sheet.moderation or sheet.extension:
        transaction.save(AfterItem.of(sheet))
    if changes_line(sheet, saving.facts):
        transaction.save(LineItem.of(BoardLine.of(sheet)))
    for part in RosterItem.all_of(sheet.id, saving.roster or {}, sheet.version):
        transaction.save(part)


def _must_leave_room(sheet: MarkSheet, facts: Iterable[Fact]) -> None:
    """Raise `NoRoom` when this write would use the room that the board's later decisions need.

    So each open amendment can be accepted, declined or withdrawn. The centre's own words have a share of the item in
    which no outcome of moderation counts, so that what fits never shows whether there is an outcome.
    """
    waiting = sum(amendment.is_open for amendment in sheet.amendments)
    asks = any(isinstance(fact, AmendmentRequested | AmendmentWorkRequested | AmendmentWorkSent) for fact in facts)
    if asks and size_of(AmendmentsItem.of(sheet)) + waiting * ROOM_TO_DECIDE > LARGEST_ITEM:
        raise NoRoom(CURES[AmendmentsItem])
    if any(
        isinstance(fact, SampleWorkSent | SampleWorkCorrected | SampleWorkLost | ExtensionRequested) for fact in facts
    ):
        unmoderated = replace(sheet, moderation=sheet.moderation and replace(sheet.moderation, outcome=None))
        if size_of(AfterItem.of(unmoderated)) > LARGEST_ITEM - ROOM_OF_THE_BOARD:
            raise NoRoom(CURES[AfterItem])


class DynamoOverview:
    """Every centre's sheets, one line each, stored with the sheets."""

    def of_series(self, series: SeriesId) -> Sequence[BoardLine]:
        """The lines of a series by assessment and centre, each with its assessment's window as it is now."""
        windows = {assessment.code: assessment.window for assessment in _assessments(series)}
        return [item.to_domain(windows[item.assessment]) for item in LineItem.query(LineItem.partition(series))]


class DynamoIdempotency:
    """Used idempotency keys."""

    def find[A](self, key: Key, answer_type: type[A]) -> A | None:
        """The answer stored for this key, or None."""
        item = KeyItem.find(KeyItem.key(key.subject, key.value), consistent=True)
        if item is None:
            return None
        if item.fingerprint != key.fingerprint:
            raise KeyReused("This Idempotency-Key was used for another request. Use a new key for a new request.")
        return item.answer(answer_type)

    def keep(self, claim: IdempotencyRecord, at: datetime) -> None:
        """Save a key in a transaction of its own, with the same conflicts as a save."""
        with in_one_transaction() as transaction:
            keep_key(transaction, claim, at)


class DynamoRosters:
    """Candidates' names, beside the sheets."""

    def get(self, sheet: SheetId) -> Roster:
        """Give the candidates of a sheet."""
        return RosterItem.read(sheet)


class DynamoCatalogue:
    """Series, assessments and centres."""

    def series(self) -> Sequence[Series]:
        """All series, latest first."""
        return [item.to_domain() for item in SeriesItem.query(SERIES, scan_index_forward=False)]

    def a_series(self, series: SeriesId) -> Series:
        """One series."""
        item = SeriesItem.find((SERIES, series))
        if item is None:
            raise NotFound(f"There is no series {series}. Choose one from the list.")
        return item.to_domain()

    def centre(self, number: CentreNumber) -> Centre:
        """One centre."""
        item = CentreItem.find(CentreItem.key(number))
        if item is None:
            raise NotFound(f"There is no centre {number}.")
        return Centre(number, item.name)

    def centres(self, numbers: Collection[CentreNumber]) -> Mapping[CentreNumber, Centre]:
        """The centres with these numbers, read a hundred at a time; those that do not exist are left out."""
        found = CentreItem.batch_get([CentreItem.key(number) for number in sorted(set(numbers))])
        centres = (Centre(CentreNumber(item.pk.partition("#")[2]), item.name) for item in found)
        return {centre.number: centre for centre in centres}

    def consortium_of(self, sheet: SheetId) -> Sequence[CentreNumber]:
        """The centres moderated together with a sheet's."""
        item = ConsortiumItem.find(ConsortiumItem.key(sheet.series, sheet.assessment, sheet.centre), consistent=True)
        return [CentreNumber(number) for number in item.centres] if item else [sheet.centre]

    def assessments(self, series: SeriesId) -> Sequence[Assessment]:
        """The assessments of a series."""
        return _assessments(series)

    def consortia(self, series: SeriesId) -> Sequence[Consortium]:
        """The consortia of a series; each is stored under all its centres, and read from the first."""
        items = ConsortiumItem.query(ConsortiumItem.partition(series), consistent_read=True)
        return [item.to_domain() for item in items if item.is_first]

    def arrange(self, before: Consortium | None, after: Consortium | None, *facts: CentreFact) -> None:
        """Save a consortium under each centre, and delete it from those that leave."""
        held = ConsortiumItem.each_of(before) if before else {}
        kept = ConsortiumItem.each_of(after) if after else {}
        with in_one_transaction() as transaction:
            for centre in held.keys() | kept.keys():
                there = held.get(centre)
                unchanged = ConsortiumItem.centres == there.centres if there else ConsortiumItem.pk.does_not_exist()
                if centre in kept:
                    transaction.save(kept[centre], condition=unchanged)
                else:
                    transaction.delete(held[centre], condition=unchanged)
            keep_facts(transaction, facts)

    def put(self, item: Series | Assessment | Centre, fact: CatalogueChanged | None = None) -> None:
        """Save an item in place of the one with the same code, which must be as the fact says it was before."""
        with in_one_transaction() as transaction:
            if fact is None:
                transaction.save(_catalogue_item(item))
                return
            before = fact.before and _catalogue_item(fact.before)
            transaction.save(_catalogue_item(item), condition=as_it_was(before))
            keep_facts(transaction, [fact])


def _catalogue_item(item: Series | Assessment | Centre) -> MarksItem:
    match item:
        case Series():
            return SeriesItem.of(item)
        case Assessment():
            return AssessmentItem.of(item)
        case Centre():
            return CentreItem.of(item)


def _together(items: Collection[MarksItem], catalogue: Mapping[str, Assessment]) -> dict[SheetId, MarkSheet | None]:
    """Put sheets and the items beside them together, in order; None for one whose items are not of one save."""
    bare = [item for item in items if isinstance(item, SheetItem)]
    read = [(item, item.to_domain(catalogue[item.sk.partition("#")[2]])) for item in bare]
    sheets = {sheet.id: sheet for _, sheet in read}
    for item in items:
        if isinstance(item, AfterItem | AmendmentsItem) and (sheet := sheets.get(item.sheet)):
            sheets[sheet.id] = item.beside(sheet)
    reasons = TextItem.reasons(
        [
            TextItem.key(sheet.id, candidate)
            for sheet in sheets.values()
            for candidate, row in sheet.rows.items()
            if row.circumstance
        ]
    )
    whole = ((item, replace(sheets[sheet.id], rows=_with_reasons(sheet, reasons))) for item, sheet in read)
    return {sheet.id: sheet if item.stands_beside(sheet) else None for item, sheet in whole}


def _with_reasons(sheet: MarkSheet, reasons: Mapping[tuple[str, str], str]) -> Rows:
    return {
        candidate: replace(row, circumstance=replace(said, reason=reasons.get(TextItem.key(sheet.id, candidate), "")))
        if (said := row.circumstance)
        else row
        for candidate, row in sheet.rows.items()
    }


def _assessments(series: SeriesId) -> Sequence[Assessment]:
    return [item.to_domain() for item in AssessmentItem.query(AssessmentItem.partition(series))]


def keep_key(transaction: TransactWrite, claim: IdempotencyRecord, at: datetime) -> None:
    """Add a used idempotency key to the transaction that does what it was sent for."""
    transaction.save(KeyItem.of(claim, at + KEYS_KEPT), condition=KeyItem.pk.does_not_exist())
