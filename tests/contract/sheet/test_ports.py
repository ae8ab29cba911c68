"""Each port's one suite, over memory and over DynamoDB."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pynamodb.exceptions import TransactWriteError

from centremark.adapters.dynamodb.departments import DynamoDepartments
from centremark.adapters.dynamodb.items import KeyItem, SheetItem, bind
from centremark.adapters.dynamodb.ledger import DynamoLedger
from centremark.adapters.dynamodb.people import DynamoCentreSettings, DynamoMembers
from centremark.adapters.dynamodb.rates import DynamoRates
from centremark.adapters.dynamodb.stores import (
    DynamoCatalogue,
    DynamoIdempotency,
    DynamoOverview,
    DynamoRosters,
    DynamoSheets,
)
from centremark.domain.board.ports import Overview
from centremark.domain.catalogue.catalogue import Assessment, Centre, Series
from centremark.domain.catalogue.centre_facts import CatalogueChanged
from centremark.domain.catalogue.departments import Department, Departments
from centremark.domain.catalogue.ports import Catalogue, Rosters
from centremark.domain.entries.add import add_entries
from centremark.domain.history.ports import Ledger
from centremark.domain.marks.circumstances import record_circumstance
from centremark.domain.people.centre_settings import CentreSettings
from centremark.domain.people.ports import (
    MOST_MEMBERSHIPS,
    CentreSettingsStore,
    DepartmentsStore,
    Member,
    Members,
    Rates,
)
from centremark.domain.prints.facts import ReportRequested
from centremark.domain.shared.actor import By, Role
from centremark.domain.shared.errors import KeyReused, Malformed, NotFound
from centremark.domain.shared.identifiers import AssessmentCode, CandidateNumber, CentreNumber, SeriesId, SheetId
from centremark.domain.shared.outcomes import ABSENT, Grade, GradeScale, Mark
from centremark.domain.shared.ports import IdempotencyRecord, IdempotencyStore, WriteConflict
from centremark.domain.sheet.facts import EntriesChanged, Fact, changes_of
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.ports import Sheets
from centremark.domain.sheet.row import Row
from tests.support.builders import (
    AGREED,
    CENTRE,
    LOST,
    NOON,
    OFFICER,
    SERIES,
    SHEET,
    TEACHER,
    a_candidate,
    a_centre,
    a_change,
    a_key,
    a_series,
    an_assessment,
)
from tests.support.entering import ENTERED
from tests.support.memory import (
    Memory,
    MemoryCatalogue,
    MemoryChoices,
    MemoryClaims,
    MemoryDepartments,
    MemoryLedger,
    MemoryMembers,
    MemoryOverview,
    MemoryRates,
    MemoryRosters,
    MemorySheets,
)
from tests.support.trail import facts_of
from tests.support.wire import asked, transactions_refused


class Store:
    """The ports that share their tables, of one kind."""

    sheets: Sheets
    idempotency: IdempotencyStore
    rosters: Rosters
    catalogue: Catalogue
    centre_settings: CentreSettingsStore
    departments: DepartmentsStore
    members: Members
    rates: Rates
    ledger: Ledger
    overview: Overview


class InMemory(Store):
    def __init__(self) -> None:
        memory = Memory()
        self.sheets, self.idempotency, self.rosters = MemorySheets(memory), MemoryClaims(memory), MemoryRosters(memory)
        self.catalogue, self.centre_settings = MemoryCatalogue(memory), MemoryChoices(memory)
        self.departments = MemoryDepartments(memory)
        self.members, self.ledger = MemoryMembers(memory), MemoryLedger(memory)
        self.rates = MemoryRates(memory)
        self.overview = MemoryOverview(memory)


class OnDynamo(Store):
    def __init__(self) -> None:
        bind("marks", "ledger")
        self.sheets, self.idempotency, self.rosters = DynamoSheets(), DynamoIdempotency(), DynamoRosters()
        self.catalogue, self.centre_settings = DynamoCatalogue(), DynamoCentreSettings()
        self.departments = DynamoDepartments()
        self.members, self.ledger = DynamoMembers(), DynamoLedger()
        self.rates = DynamoRates()
        self.overview = DynamoOverview()


@pytest.fixture(params=["memory", "dynamodb"])
def store(request: pytest.FixtureRequest) -> Store:
    return stocked(InMemory()) if request.param == "memory" else request.getfixturevalue("tables")


@pytest.fixture
def tables(aws_in_process: None) -> Store:
    """The ports over DynamoDB alone, for what only a table can do."""
    return stocked(OnDynamo())


def stocked(store: Store) -> Store:
    for item in (a_series(), a_centre(), an_assessment()):
        store.catalogue.put(item)
    return store


def entered(store: Store, *numbers: int) -> MarkSheet:
    """A saved sheet with these candidates."""
    candidates = {c.number: c for c in map(a_candidate, numbers)}
    sheet, fact = add_entries(store.sheets.get(SHEET), candidates, ENTERED)
    assert fact
    store.sheets.save(sheet, fact, roster=candidates)
    return sheet


def marked(sheet: MarkSheet, *marks: int, minutes: int = 0) -> tuple[MarkSheet, Fact]:
    changes = [
        a_change(int(candidate), Mark(mark), revision=sheet.rows[candidate].revision, checked=True)
        for candidate, mark in zip(sorted(sheet.rows), marks, strict=False)
    ]
    changed, fact, _ = sheet.enter(changes, TEACHER, NOON + timedelta(minutes=minutes))
    assert fact
    return changed, fact


def save(
    store: Store, sheet: MarkSheet, *marks: int, claim: IdempotencyRecord | None = None, minutes: int = 0
) -> MarkSheet:
    changed, fact = marked(sheet, *marks, minutes=minutes)
    store.sheets.save(changed, fact, claim)
    return changed


def test_a_sheet_nobody_entered_candidates_for_is_empty(store: Store) -> None:
    assert store.sheets.get(SHEET) == MarkSheet(SHEET, an_assessment())


def test_there_is_no_sheet_of_an_assessment_the_series_does_not_have(store: Store) -> None:
    with pytest.raises(NotFound):
        store.sheets.get(replace(SHEET, assessment=AssessmentCode("X999/01")))


def test_what_is_saved_is_loaded(store: Store) -> None:
    sheet = save(store, entered(store, 1001, 1002, 1003), 45, 0)

    assert store.sheets.get(SHEET) == sheet


def test_who_entered_each_outcome_is_kept(store: Store) -> None:
    sheet = save(store, entered(store, 1001, 1002, 1003), 45)
    changed, fact, _ = sheet.enter([a_change(1002, ABSENT), a_change(1001, None, revision=1)], OFFICER, NOON)
    assert fact
    store.sheets.save(changed, fact)

    assert store.sheets.get(SHEET) == changed
    assert store.sheets.get(SHEET).people == {OFFICER.id: OFFICER.name}
    assert facts_of(store.ledger, SHEET)[0] == fact


def test_a_stale_save_is_refused_and_leaves_nothing(store: Store) -> None:
    sheet = entered(store, 1001)
    theirs = save(store, sheet, 47)

    with pytest.raises(WriteConflict):
        save(store, sheet, 45, claim=IdempotencyRecord(a_key(), "mine"))

    assert store.sheets.get(SHEET) == theirs
    assert store.idempotency.find(a_key(), str) is None
    assert [entry.fact.version for entry in store.ledger.history(SHEET, None, 50)] == [2, 1]


def test_a_sheet_is_one_transaction_with_its_fact_and_all_that_belongs_to_it(tables: Store) -> None:
    candidates = {a_candidate(1001).number: a_candidate(1001)}
    sheet, fact = add_entries(tables.sheets.get(SHEET), candidates, ENTERED)
    assert fact

    with asked() as calls:
        tables.sheets.save(sheet, fact, IdempotencyRecord(a_key(), "the answer"), candidates)

    [(operation, params)] = calls
    assert operation == "TransactWriteItems"
    assert sorted(item["Put"]["TableName"] for item in params["TransactItems"]) == ["ledger", *["marks"] * 4]
    assert [entry.fact.version for entry in tables.ledger.history(SHEET, None, 50)] == [1]


@pytest.mark.parametrize(
    ("code", "reasons"),
    [
        ("ThrottlingException", []),
        ("ProvisionedThroughputExceededException", []),
        ("TransactionConflictException", []),
        ("TransactionCanceledException", ["None", "TransactionConflict"]),
        ("TransactionCanceledException", ["ThrottlingError", "None"]),
        ("TransactionCanceledException", ["ProvisionedThroughputExceeded", "ConditionalCheckFailed"]),
    ],
)
def test_a_throttled_or_conflicting_transaction_is_a_lost_race_and_leaves_nothing(
    tables: Store, code: str, reasons: list[str]
) -> None:
    sheet = entered(tables, 1001)

    with transactions_refused(code, *reasons), pytest.raises(WriteConflict):
        save(tables, sheet, 45, claim=IdempotencyRecord(a_key(), "the answer"))
    with transactions_refused(code, *reasons), pytest.raises(WriteConflict):
        tables.idempotency.keep(IdempotencyRecord(a_key(), "the answer"), NOON)

    assert tables.idempotency.find(a_key(), str) is None
    assert tables.sheets.get(SHEET) == sheet
    assert [entry.fact.version for entry in tables.ledger.history(SHEET, None, 50)] == [1]


@pytest.mark.parametrize(
    ("code", "reasons"),
    [
        ("AccessDeniedException", []),
        ("TransactionCanceledException", ["ValidationError", "ConditionalCheckFailed"]),
    ],
)
def test_a_transaction_that_can_never_be_made_is_no_lost_race(tables: Store, code: str, reasons: list[str]) -> None:
    sheet = entered(tables, 1001)

    with transactions_refused(code, *reasons), pytest.raises(TransactWriteError):
        save(tables, sheet, 45)


def test_a_key_is_claimed_with_the_save_it_came_with(store: Store) -> None:
    sheet = save(store, entered(store, 1001), 45, claim=IdempotencyRecord(a_key(), "the answer"))

    assert store.idempotency.find(a_key(), str) == "the answer"
    with pytest.raises(WriteConflict):
        save(store, sheet, 46, claim=IdempotencyRecord(a_key(), "another answer"))
    assert store.sheets.get(SHEET) == sheet


def test_a_key_is_claimed_by_itself_where_nothing_is_saved(store: Store) -> None:
    sheet = entered(store, 1001)

    store.idempotency.keep(IdempotencyRecord(a_key(), "the answer"), NOON)

    with pytest.raises(WriteConflict):
        store.idempotency.keep(IdempotencyRecord(a_key(fingerprint="another body"), "another answer"), NOON)
    with pytest.raises(WriteConflict):
        save(store, sheet, 45, claim=IdempotencyRecord(a_key(), "another answer"))
    assert store.idempotency.find(a_key(), str) == "the answer"
    assert store.sheets.get(SHEET) == sheet


def test_a_used_key_is_kept_for_a_week(tables: Store) -> None:
    save(tables, entered(tables, 1001), 45, claim=IdempotencyRecord(a_key("key-of-a-save"), "the answer"), minutes=1)
    tables.idempotency.keep(IdempotencyRecord(a_key("key-by-itself"), "the answer"), NOON)

    kept = [KeyItem.find(KeyItem.key(a_key().subject, value)) for value in ("key-of-a-save", "key-by-itself")]

    week = NOON + timedelta(days=7)
    assert [item and item.expires for item in kept] == [week.timestamp() + 60, week.timestamp()]


def test_a_key_is_its_owners_and_its_requests(store: Store) -> None:
    save(store, entered(store, 1001), 45, claim=IdempotencyRecord(a_key(), "the answer"))

    assert store.idempotency.find(replace(a_key(), subject="someone else"), str) is None
    with pytest.raises(KeyReused):
        store.idempotency.find(a_key(fingerprint="another body"), str)


def test_names_are_kept_with_the_entries(store: Store) -> None:
    entered(store, 1001, 1002)

    assert {n: c.name for n, c in store.rosters.get(SHEET).items()} == {"1001": "JONES Amelia", "1002": "JONES Amelia"}
    assert store.rosters.get(replace(SHEET, centre=CentreNumber("11111"))) == {}


def test_a_centre_lists_its_own_sheets_in_order_of_assessment(store: Store) -> None:
    other = AssessmentCode("A100/01")
    store.catalogue.put(replace(an_assessment(GradeScale({"D": "Distinction"})), code=other))
    for sheet_id in (SHEET, replace(SHEET, assessment=other), replace(SHEET, centre=CentreNumber("11111"))):
        sheet, fact = add_entries(store.sheets.get(sheet_id), [a_candidate(1001).number], ENTERED)
        assert fact
        store.sheets.save(sheet, fact)

    assert [s.id.assessment for s in store.sheets.of_centre(CENTRE, SERIES)] == [other, SHEET.assessment]


def test_every_kind_of_outcome_comes_back_as_it_was(store: Store) -> None:
    graded = SheetId(SERIES, CENTRE, AssessmentCode("A100/01"))
    store.catalogue.put(replace(an_assessment(GradeScale({"A": "Ace"})), code=graded.assessment))
    sheet, fact = add_entries(store.sheets.get(graded), [a_candidate(n).number for n in (1001, 1002, 1003)], ENTERED)
    assert fact
    store.sheets.save(sheet, fact)
    changed, saved, _ = sheet.enter([a_change(1001, Grade("A"), checked=True), a_change(1002, ABSENT)], TEACHER, NOON)
    assert saved
    store.sheets.save(changed, saved)

    assert store.sheets.get(graded) == changed
    assert facts_of(store.ledger, graded)[0] == saved


def test_the_catalogue_gives_back_what_the_board_put(store: Store) -> None:
    january = Series(SeriesId("2027-01"), "January 2027", NOON, NOON + timedelta(days=30))
    store.catalogue.put(january)

    assert list(store.catalogue.series()) == [a_series(), january]
    assert store.catalogue.a_series(january.id) == january
    assert store.catalogue.centre(CENTRE) == a_centre()
    bounded = replace(an_assessment(), boundaries={"A": 58, "B": 51})
    store.catalogue.put(bounded)
    assert store.sheets.get(SHEET).assessment == bounded
    with pytest.raises(NotFound):
        store.catalogue.a_series(SeriesId("2030-06"))
    with pytest.raises(NotFound):
        store.catalogue.centre(CentreNumber("11111"))


def test_a_centre_works_as_it_chose_last(store: Store) -> None:
    assert store.centre_settings.get(CENTRE) == CentreSettings()

    for wanted in (True, False):
        before = store.centre_settings.get(CENTRE)
        chosen = before.with_second_checker(wanted, OFFICER, NOON)
        store.centre_settings.put(CENTRE, chosen, over=before)
        assert store.centre_settings.get(CENTRE) == chosen

    assert store.centre_settings.get(CentreNumber("11111")) == CentreSettings()
    assert store.catalogue.centre(CENTRE) == a_centre()


def test_of_two_choices_at_once_the_slower_is_made_again(store: Store) -> None:
    first = CentreSettings()
    chosen = first.with_second_checker(wanted=True, by=OFFICER, at=NOON)
    store.centre_settings.put(CENTRE, chosen, over=first)
    later = chosen.with_second_checker(wanted=False, by=OFFICER, at=NOON + timedelta(minutes=1))

    for over in (first, later):
        with pytest.raises(WriteConflict):
            store.centre_settings.put(CENTRE, later, over=over)

    assert store.centre_settings.get(CENTRE) == chosen
    store.centre_settings.put(CENTRE, later, over=chosen)
    assert store.centre_settings.get(CENTRE) == later


def test_of_two_changes_of_departments_at_once_the_slower_is_made_again(store: Store) -> None:
    none, science = Departments(), Departments((Department("Science", ("H446", "J277")), Department("Art")))
    assert store.departments.get(CENTRE) == none

    store.departments.put(CENTRE, science, over=none)
    with pytest.raises(WriteConflict):
        store.departments.put(CENTRE, none, over=none)
    assert store.departments.get(CENTRE) == science
    store.departments.put(CENTRE, none, over=science)
    store.departments.put(CENTRE, science, over=none)

    assert store.departments.get(CENTRE) == science
    assert store.departments.get(CentreNumber("11111")) == none


@pytest.mark.parametrize(
    "item",
    [
        Series(SeriesId("2028-06"), "June 2028", NOON, None),
        replace(an_assessment(), code=AssessmentCode("A100/01")),
        replace(an_assessment(GradeScale({"M": "Merit", "D": "Distinction"})), code=AssessmentCode("A100/02")),
        replace(a_centre(), number=CentreNumber("11111")),
    ],
)
def test_of_two_who_change_the_catalogue_at_once_the_slower_is_told(
    store: Store, item: Series | Assessment | Centre
) -> None:
    other = replace(item, name="Another") if isinstance(item, Centre) else replace(item, title="Another")

    def changed(before: object, after: Series | Assessment | Centre) -> None:
        assert before is None or isinstance(before, Series | Assessment | Centre)
        fact = CatalogueChanged(office=CENTRE, at=NOON, by=OFFICER, before=before, after=after)
        store.catalogue.put(after, fact)

    changed(None, item)
    for before in (None, other):
        with pytest.raises(WriteConflict):
            changed(before, other)
    changed(item, other)

    facts = [entry.fact for entry in store.ledger.of_office(CENTRE, None, 9)]
    kept = [fact.after for fact in facts if isinstance(fact, CatalogueChanged)]
    assert kept in ([item, other], [other, item])


def test_a_membership_is_effective_and_taken_away_at_once(store: Store) -> None:
    member = Member("subject", "Asha Patel", {CENTRE: frozenset({Role.ENTER, Role.VIEW})})
    store.members.put(member)
    assert store.members.get("subject") == member

    store.members.put(replace(member, memberships={}))
    assert store.members.get("subject").memberships == {}
    assert store.members.get("a stranger") == Member("a stranger", "", {})


def test_memberships_are_read_consistently(tables: Store) -> None:
    with asked() as calls:
        tables.members.get("subject")
        tables.members.of_centre(CENTRE)

    assert [(operation, params.get("ConsistentRead")) for operation, params in calls] == [
        ("GetItem", True),
        ("Query", True),
    ]


def test_a_centre_knows_its_own_members_and_loses_those_who_leave(store: Store) -> None:
    other = CentreNumber("11111")
    asha = Member("a", "Asha Patel", {CENTRE: frozenset({Role.ENTER}), other: frozenset({Role.SUBMIT})})
    mis = Member("m", "MIS", {CENTRE: frozenset({Role.ENTER, Role.SUBMIT})}, machine=True)
    for member in (mis, asha, asha):
        store.members.put(member)

    assert list(store.members.of_centre(CENTRE)) == [replace(asha, memberships={CENTRE: frozenset({Role.ENTER})}), mis]
    assert [m.memberships[other] for m in store.members.of_centre(other)] == [frozenset({Role.SUBMIT})]
    assert store.members.get("m") == mis

    store.members.put(replace(asha, name="Asha Reid", memberships={other: frozenset({Role.VIEW})}))

    assert list(store.members.of_centre(CENTRE)) == [mis]
    assert [(m.name, m.memberships[other]) for m in store.members.of_centre(other)] == [
        ("Asha Reid", frozenset({Role.VIEW}))
    ]
    assert store.catalogue.centre(CENTRE) == a_centre()
    assert store.centre_settings.get(CENTRE) == CentreSettings()


@pytest.mark.slow
def test_a_member_of_more_centres_than_one_transaction_takes_is_kept_at_each_and_leaves_each(store: Store) -> None:
    centres = [CentreNumber(f"{number:05d}") for number in range(10_000, 10_210)]
    mis = Member("m", "MIS", dict.fromkeys(centres, frozenset({Role.ENTER, Role.SUBMIT})), machine=True)

    store.members.put(mis)

    assert store.members.get("m") == mis
    assert [len(store.members.of_centre(centre)) for centre in (centres[0], centres[99], centres[-1])] == [1, 1, 1]

    store.members.put(replace(mis, memberships={centres[99]: frozenset({Role.VIEW})}))

    assert [len(store.members.of_centre(centre)) for centre in (centres[0], centres[99], centres[-1])] == [0, 1, 0]


def test_a_member_of_more_centres_than_can_be_is_refused_in_words() -> None:
    centres = [CentreNumber(f"{number:05d}") for number in range(10_000, 10_001 + MOST_MEMBERSHIPS)]

    with pytest.raises(Malformed, match=r"1,000 centres at most, and this one to 1,001"):
        Member("m", "MIS", dict.fromkeys(centres, frozenset({Role.ENTER})))


def test_history_is_latest_first_a_page_at_a_time(store: Store) -> None:
    sheet = entered(store, 1001)
    for minute in range(1, 5):
        sheet = save(store, sheet, minute, minutes=minute)

    first = store.ledger.history(SHEET, None, 3)
    rest = store.ledger.history(SHEET, first[-1].place, 3)

    assert [entry.fact.version for entry in (*first, *rest)] == [5, 4, 3, 2, 1]
    assert isinstance(rest[-1].fact, EntriesChanged)
    assert rest[-1].fact.entered == ("1001",)
    assert first[0].fact.by == TEACHER
    assert first[0].fact.at == NOON + timedelta(minutes=4)


def test_the_fact_that_records_a_circumstance_says_why_and_those_after_it_which(store: Store) -> None:
    sheet = entered(store, 1001)
    one = CandidateNumber("1001")
    for wanted in (LOST, None):
        sheet, recorded = record_circumstance(sheet, one, wanted, TEACHER, NOON)
        assert recorded
        store.sheets.save(sheet, recorded)
        sheet = save(store, sheet, 1 if wanted else 2)

    changes = [changes_of(fact)[0] for fact in facts_of(store.ledger, SHEET)[:4]]
    which = replace(LOST, reason="")

    assert [(change.before.circumstance, change.after.circumstance) for change in reversed(changes)] == [
        (None, LOST),
        (which, which),
        (LOST, None),
        (None, None),
    ]


def test_what_came_after_a_version_is_oldest_first_and_leaves_prints_out(store: Store) -> None:
    sheet = entered(store, 1001)
    for minute in range(1, 4):
        sheet = save(store, sheet, minute, minutes=minute)
        store.ledger.request_print(ReportRequested(sheet=SHEET, version=sheet.version, at=NOON, by=TEACHER, attempt=1))

    assert [entry.fact.version for entry in store.ledger.since(SHEET, 0, 9)] == [1, 2, 3, 4]
    assert [entry.fact.version for entry in store.ledger.since(SHEET, 2, 9)] == [3, 4]
    assert [entry.fact.version for entry in store.ledger.since(SHEET, 1, 2)] == [2, 3]
    assert list(store.ledger.since(SHEET, 4, 9)) == []


def test_a_submissions_document_is_kept_to_the_byte(store: Store) -> None:
    submitted, fact = save(store, entered(store, 1001), 45).submit(AGREED, OFFICER, NOON)
    store.sheets.save(submitted, fact)

    assert store.ledger.document(SHEET, 1) == fact.document
    assert store.sheets.get(SHEET).submission == fact.submission
    with pytest.raises(NotFound):
        store.ledger.document(SHEET, 2)


def test_the_facts_of_submissions_are_latest_first_and_nothing_before_the_first_is_among_them(store: Store) -> None:
    assert list(store.ledger.of_submissions(SHEET)) == []
    submitted, made = save(store, entered(store, 1001), 45).submit(AGREED, OFFICER, NOON)
    store.sheets.save(submitted, made)
    confirmed, confirmation = submitted.confirm(1, NOON + timedelta(seconds=3))
    assert confirmation
    store.sheets.save(confirmed, confirmation)

    assert list(store.ledger.of_submissions(SHEET)) == [confirmation, made]


def test_a_confirmation_is_kept(store: Store) -> None:
    submitted, fact = save(store, entered(store, 1001), 45).submit(AGREED, OFFICER, NOON)
    store.sheets.save(submitted, fact)
    confirmed, confirmation = submitted.confirm(1, NOON + timedelta(seconds=3))
    assert confirmation
    store.sheets.save(confirmed, confirmation)

    assert store.sheets.get(SHEET) == confirmed
    assert facts_of(store.ledger, SHEET)[0] == confirmation


def test_a_thousand_marks_by_two_people_stay_within_twenty_one_kilobytes() -> None:
    numbers = [CandidateNumber(f"{number}") for number in range(1000, 2000)]
    sheet, _ = add_entries(MarkSheet(SHEET, an_assessment()), numbers, ENTERED)
    for by, rows in ((TEACHER, numbers[:500]), (OFFICER, numbers[500:])):
        someone = By("1c9f0a52-7c1e-4f0a-9d2b-0123456789ab" + by.id, by.name, by.channel)
        sheet, *_ = sheet.enter([a_change(int(n), Mark(45), checked=True) for n in rows], someone, NOON)

    item = SheetItem.of(sheet).serialize()

    assert sum(len(str(value).encode()) for attribute in item.values() for value in attribute.values()) < 21_000


def test_a_sheet_kept_before_people_were_reads_as_entered_by_nobody() -> None:
    kept = SheetItem(*SheetItem.key(SHEET), turn=2, rows={"1001": ["45", 1, 1], "1002": ["", 0, 0]})

    sheet = kept.to_domain(an_assessment())

    assert sheet.rows == {"1001": Row(Mark(45), checked=True, revision=1), "1002": Row()}
    assert sheet.people == {}


def test_requests_are_counted_by_subject_and_minute(store: Store) -> None:
    later = NOON + timedelta(minutes=1)

    assert [store.rates.count("mis", NOON), store.rates.count("mis", NOON)] == [1, 2]
    assert [store.rates.count("another", NOON), store.rates.count("mis", later)] == [1, 1]
