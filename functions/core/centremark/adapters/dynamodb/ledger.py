"""The ledger's table: facts are added and read, never changed."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import islice
from typing import Final

from pynamodb.exceptions import PutError

from centremark.adapters.codec.facts import fact_of, office_fact_of
from centremark.adapters.dynamodb.facts import fact_item
from centremark.adapters.dynamodb.items import CentreItem, FactItem
from centremark.domain.catalogue.centre_facts import CentreFact
from centremark.domain.history.ports import LedgerEntry, OfSubmission
from centremark.domain.notices.facts import NoticeSent
from centremark.domain.prints.facts import PrintRequested
from centremark.domain.prints.kinds import Print
from centremark.domain.shared.errors import NotFound
from centremark.domain.shared.identifiers import CentreNumber, SheetId
from centremark.domain.sheet.facts import AmendmentApplied, Fact, MarksConfirmed, MarksSubmitted

AFTER_BESIDE: Final = "$"
"""Sorts after the places of what stands beside a version and before the next version."""


def fact_in(item: FactItem) -> Fact:
    """Read `fact_item`."""
    return fact_of(item.attribute_values)


def office_fact_in(item: FactItem) -> CentreFact:
    """Read `office_fact_item`."""
    return office_fact_of(item.attribute_values)


def _recorded(item: FactItem) -> LedgerEntry[Fact]:
    return LedgerEntry(item.sk, fact_in(item))


class DynamoLedger:
    """The Ledger table; the functions may only `PutItem` and `Query` there."""

    def history(self, sheet: SheetId, before: str | None, limit: int) -> Sequence[LedgerEntry[Fact]]:
        """The latest entries below the place `before`, latest first."""
        below = FactItem.sk < before if before else None
        items = FactItem.query(FactItem.partition(sheet), below, scan_index_forward=False, limit=limit)
        return [_recorded(item) for item in items]

    def of_office(self, office: CentreNumber, before: str | None, limit: int) -> Sequence[LedgerEntry[CentreFact]]:
        """The latest facts of an office below the place `before`, latest first."""
        below = FactItem.sk < before if before else None
        items = FactItem.query(
            CentreItem.partition(office), below, scan_index_forward=False, limit=limit, consistent_read=True
        )
        return [LedgerEntry(item.sk, office_fact_in(item)) for item in items]

    def since(self, sheet: SheetId, version: int, limit: int) -> Sequence[LedgerEntry[Fact]]:
        """The first entries after a version, oldest first; facts that made no version are left out."""
        items = FactItem.query(
            FactItem.partition(sheet),
            FactItem.sk > f"{FactItem.place(version)}{AFTER_BESIDE}",
            consistent_read=True,
            page_size=limit,
        )
        return [_recorded(item) for item in islice((item for item in items if "#" not in item.sk), limit)]

    def of_submissions(self, sheet: SheetId) -> Sequence[OfSubmission]:
        """The facts that made and confirmed a sheet's submissions, latest first."""
        found: list[OfSubmission] = []
        for item in FactItem.query(
            FactItem.partition(sheet),
            filter_condition=FactItem.name.is_in(MarksSubmitted.NAME, AmendmentApplied.NAME, MarksConfirmed.NAME),
            consistent_read=True,
            scan_index_forward=False,
        ):
            fact = fact_in(item)
            if isinstance(fact, MarksSubmitted | AmendmentApplied | MarksConfirmed):
                found.append(fact)
                if isinstance(fact, MarksSubmitted) and fact.submission.number == 1:
                    break
        return found

    def document(self, sheet: SheetId, number: int) -> str:
        """The exact text of a numbered submission."""
        is_submission = FactItem.name.is_in(MarksSubmitted.NAME, AmendmentApplied.NAME)
        for item in FactItem.query(
            FactItem.partition(sheet),
            filter_condition=is_submission,
            consistent_read=True,
            scan_index_forward=False,
        ):
            fact = fact_in(item)
            if isinstance(fact, MarksSubmitted | AmendmentApplied) and fact.submission.number == number:
                return fact.document
        raise NotFound(f"Sheet {sheet} has no submission {number}.")

    def request_print(self, fact: PrintRequested) -> None:
        """Record a request for a print, once a day for each attempt."""
        _note_once(fact)

    def print_requests(self, wanted: Print, since: datetime) -> Sequence[datetime]:
        """When this print was requested, from that day on."""
        days = (FactItem.place(wanted.version, f"{wanted.slug}-{day}") for day in (since.date(), date.max))
        items = FactItem.query(FactItem.partition(wanted.sheet), FactItem.sk.between(*days), consistent_read=True)
        return [item.at for item in items]

    def note_notice(self, fact: NoticeSent) -> None:
        """Record that someone was notified."""
        _note_once(fact)


def _note_once(fact: Fact) -> None:
    try:
        fact_item(fact).save(condition=FactItem.pk.does_not_exist())
    except PutError as error:
        if error.cause_response_code != "ConditionalCheckFailedException":
            raise
