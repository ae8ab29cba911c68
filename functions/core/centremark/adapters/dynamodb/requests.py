"""What colleagues ask of one another, in the Marks table: one item for each sheet, those of a series side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from pynamodb.attributes import NumberAttribute

from centremark.adapters.codec.codec import decode, encode
from centremark.adapters.dynamodb.facts import fact_item
from centremark.adapters.dynamodb.items import CompactAttribute, FactItem, MarksItem
from centremark.adapters.dynamodb.stores import in_one_transaction, keep_key
from centremark.domain.requests.ports import RequestsSaving
from centremark.domain.requests.request import AskedToday, Request, SheetRequests
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber, SeriesId, SheetId
from centremark.domain.shared.ports import IdempotencyRecord


class RequestsItem(MarksItem, discriminator="requests"):
    """Everything asked of one sheet; nothing is left of what was taken back but the highest number."""

    version = NumberAttribute(attr_name="v")
    last = NumberAttribute(attr_name="n")
    requests = CompactAttribute(attr_name="b")
    today = CompactAttribute(attr_name="d", null=True)

    @staticmethod
    def partition(series: SeriesId) -> str:
        """For example ``ASKED#2027-06``: one query finds a centre's, and another those of a morning."""
        return f"ASKED#{series}"

    @classmethod
    def key(cls, sheet: SheetId) -> tuple[str, str]:
        """For example ``("ASKED#2027-06", "64235#H446/03")``."""
        return cls.partition(sheet.series), f"{sheet.centre}#{sheet.assessment}"

    @classmethod
    def of(cls, held: SheetRequests) -> "RequestsItem":
        requests = [encode(request) for request in held.requests]
        return cls(
            *cls.key(held.sheet), version=held.version, last=held.last, requests=requests, today=encode(held.today)
        )

    def to_domain(self) -> SheetRequests:
        centre, _, assessment = self.sk.partition("#")
        sheet = SheetId(SeriesId(self.pk.partition("#")[2]), CentreNumber(centre), AssessmentCode(assessment))
        requests = tuple(decode(Request, request) for request in self.requests)
        held = SheetRequests(sheet, requests, int(self.last), int(self.version))
        return replace(held, today=decode(AskedToday, self.today)) if self.today else held


class DynamoRequests:
    """Requests, saved with their facts."""

    def get(self, sheet: SheetId) -> SheetRequests:
        """What is asked of a sheet."""
        item = RequestsItem.find(RequestsItem.key(sheet), consistent=True)
        return item.to_domain() if item else SheetRequests(sheet)

    def of_centre(self, centre: CentreNumber, series: SeriesId) -> Sequence[SheetRequests]:
        """What is asked of every sheet of a centre, in one consistent query."""
        theirs = RequestsItem.sk.startswith(f"{centre}#")
        items = RequestsItem.query(RequestsItem.partition(series), theirs, consistent_read=True)
        return [item.to_domain() for item in items]

    def due_on(self, series: SeriesId, days: frozenset[date]) -> Iterable[SheetRequests]:
        """What is asked of the sheets of a series by one of these days, read page by page."""
        for item in RequestsItem.query(RequestsItem.partition(series)):
            held = item.to_domain()
            if any(request.wanted.due in days for request in held.requests):
                yield held

    def save(self, savings: Sequence[RequestsSaving], claim: IdempotencyRecord | None = None) -> None:
        """Write everything if each sheet's requests are still at the version before, else nothing."""
        with in_one_transaction() as transaction:
            for saving in savings:
                before = saving.requests.version - 1
                unchanged = RequestsItem.version == before if before else RequestsItem.pk.does_not_exist()
                transaction.save(RequestsItem.of(saving.requests), condition=unchanged)
                for fact in saving.facts:
                    transaction.save(fact_item(fact), condition=FactItem.pk.does_not_exist())
            if claim:
                keep_key(transaction, claim, savings[0].facts[0].at)
