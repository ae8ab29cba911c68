"""The ledger behind its port: facts in, history out, nothing ever changed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import islice
from typing import Any, Final

from pynamodb.exceptions import PutError

from centremark.adapters.after_rows import (
    amendment_from_json,
    amendment_to_json,
    extension_from_json,
    extension_to_json,
    moderation_from_json,
    moderation_to_json,
)
from centremark.adapters.plain import Json, row_from_list, row_to_list, submission_from_json, submission_to_json
from centremark.adapters.rows import NOTICE_SUFFIX, REPORT_SUFFIX, SLIPS_SUFFIX, FactItem
from centremark.domain.actor import By, Channel
from centremark.domain.errors import NotFound
from centremark.domain.facts import (
    AboutAmendment,
    AboutExtension,
    AboutModeration,
    AmendmentApplied,
    CircumstanceRecorded,
    EntriesChanged,
    Fact,
    MarksConfirmed,
    MarksSaved,
    MarksSubmitted,
    NoticeSent,
    ReportRequested,
    RowChange,
    SlipsRequested,
)
from centremark.domain.notices import Kind, Telling
from centremark.domain.ports import Entry
from centremark.domain.slips import Slips
from centremark.domain.values import CandidateNumber, CentreNumber, SheetId

AFTER_PRINTS: Final = "$"
"""Sorts after the places of the prints asked for and the notices sent at a version and before the next version."""


def fact_item(fact: Fact) -> FactItem:
    """Write a fact as its ledger item."""
    return FactItem(
        FactItem.partition(fact.sheet),
        FactItem.place(fact.version, _suffix(fact)),
        name=fact.NAME,
        version=fact.version,
        at=fact.at,
        by_id=fact.by.id,
        by_name=fact.by.name,
        channel=fact.by.channel,
        body=_body(fact),
    )


def _suffix(fact: Fact) -> str:
    """What tells a request for a print, or a notice, from the fact that made the version it is of."""
    match fact:
        case ReportRequested():
            return f"{_report_suffix(fact.at.date())}-{fact.attempt}"
        case SlipsRequested():
            return f"{_slips_suffix(fact.slips, fact.at.date())}-{fact.attempt}"
        case NoticeSent():
            return f"{NOTICE_SUFFIX}{fact.telling.slug}"
        case _:
            return ""


def _report_suffix(asked: date) -> str:
    return f"{REPORT_SUFFIX}-{asked}"


def _slips_suffix(slips: Slips, asked: date) -> str:
    return f"{SLIPS_SUFFIX}{slips.slug}-{asked}"


def _body(fact: Fact) -> Json:
    body: Json = {}
    if isinstance(fact, MarksSaved | CircumstanceRecorded | AmendmentApplied):
        body |= _changes(fact.changes)
    if isinstance(fact, CircumstanceRecorded):
        body |= _recorded(fact)
    if isinstance(fact, MarksSubmitted | MarksConfirmed | AmendmentApplied):
        body["submission"] = submission_to_json(fact.submission)
    if isinstance(fact, MarksSubmitted | AmendmentApplied):
        body["document"] = fact.document
    if isinstance(fact, AboutAmendment):
        body["amendment"] = amendment_to_json(fact.amendment)
    if isinstance(fact, AboutModeration):
        body["moderation"] = moderation_to_json(fact.moderation)
    if isinstance(fact, AboutExtension):
        body["extension"] = extension_to_json(fact.extension)
    if isinstance(fact, EntriesChanged):
        body |= {"entered": list(fact.entered), "corrected": list(fact.corrected)}
        if changes := (*fact.withdrawn, *fact.carried):
            body |= {**_changes(changes), "withdrawn": [change.candidate for change in fact.withdrawn]}
        body |= {"reason": fact.reason} if fact.reason else {}
        body |= {"other_centre": fact.other_centre} if fact.other_centre else {}
    return body | _beside(fact)


def _beside(fact: Fact) -> Json:
    """The body of what stands beside a version and made none."""
    match fact:
        case SlipsRequested():
            return {"slips": {"group": fact.group, "review_by": fact.review_by.isoformat()}}
        case NoticeSent():
            telling = fact.telling
            return {"telling": [telling.id, telling.kind, telling.to, telling.name]}
        case _:
            return {}


def _changes(made: Sequence[RowChange]) -> Json:
    rows = [row for change in made for row in (change.before, change.after)]
    people = sorted({row.entered_by for row in rows if row.entered_by} | {row.flag.by for row in rows if row.flag})
    places = {id_: place for place, id_ in enumerate(people)}
    changes = [[c.candidate, row_to_list(c.before, places), row_to_list(c.after, places)] for c in made]
    return {"changes": changes, "people": people}


def _recorded(fact: CircumstanceRecorded) -> Json:
    """The reasons before and after; no other fact says them again."""
    rows = {change.candidate: (change.before, change.after) for change in fact.changes}
    return {"reasons": {c: [row.circumstance and row.circumstance.reason for row in both] for c, both in rows.items()}}


def _change(plain: list[Any], body: Json) -> RowChange:
    candidate, *rows = plain
    both = [row_from_list(row, body["people"]) for row in rows]
    for place, reason in enumerate(body.get("reasons", {}).get(candidate, ())):
        if circumstance := both[place].circumstance:
            both[place] = replace(both[place], circumstance=replace(circumstance, reason=reason))
    return RowChange(CandidateNumber(candidate), *both)


def _entry(item: FactItem) -> Entry:
    body: Json = item.body
    return Entry(
        place=item.sk,
        name=item.name,
        version=int(item.version),
        at=item.at,
        by=By(item.by_id, item.by_name, Channel(item.channel)),
        changes=tuple(_change(change, body) for change in body.get("changes", ())),
        entered=tuple(map(CandidateNumber, body.get("entered", ()))),
        corrected=tuple(map(CandidateNumber, body.get("corrected", ()))),
        withdrawn=tuple(map(CandidateNumber, body.get("withdrawn", ()))),
        reason=body.get("reason", ""),
        other_centre=CentreNumber(body["other_centre"]) if "other_centre" in body else None,
        submission=submission_from_json(body["submission"]) if "submission" in body else None,
        extension=extension_from_json(body["extension"]) if "extension" in body else None,
        moderation=moderation_from_json(body["moderation"]) if "moderation" in body else None,
        amendment=amendment_from_json(body["amendment"]) if "amendment" in body else None,
        telling=_telling(*body["telling"]) if "telling" in body else None,
    )


def _telling(id_: str, kind: str, to: str, name: str) -> Telling:
    return Telling(id_, Kind(kind), to, name)


class DynamoLedger:
    """The Ledger table: `PutItem` and `Query` are all it may do."""

    def history(self, sheet: SheetId, before: str | None, limit: int) -> Sequence[Entry]:
        """The latest entries below the place `before`, latest first."""
        below = FactItem.sk < before if before else None
        items = FactItem.query(FactItem.partition(sheet), below, scan_index_forward=False, limit=limit)
        return [_entry(item) for item in items]

    def since(self, sheet: SheetId, version: int, limit: int) -> Sequence[Entry]:
        """The first entries after a version, oldest first; prints and notices stand beside the version they are of."""
        items = FactItem.query(
            FactItem.partition(sheet),
            FactItem.sk > FactItem.place(version, AFTER_PRINTS),
            consistent_read=True,
            page_size=limit,
        )
        return [_entry(item) for item in islice((item for item in items if "#" not in item.sk), limit)]

    def document(self, sheet: SheetId, number: int) -> str:
        """The exact text of a numbered submission."""
        is_submission = FactItem.name.is_in(MarksSubmitted.NAME, AmendmentApplied.NAME)
        for item in FactItem.query(
            FactItem.partition(sheet),
            filter_condition=is_submission,
            consistent_read=True,
            scan_index_forward=False,
        ):
            if item.body["submission"]["number"] == number:
                return item.body["document"]
        raise NotFound(f"Sheet {sheet} has no submission {number}.")

    def request_report(self, fact: ReportRequested) -> None:
        """Note that a print was asked for, once a day for each attempt."""
        _note_once(fact)

    def report_requests(self, sheet: SheetId, version: int, since: datetime) -> Sequence[datetime]:
        """When a print of this version was asked for, on that day or later."""
        return _times(sheet, version, map(_report_suffix, (since.date(), date.max)))

    def request_slips(self, fact: SlipsRequested) -> None:
        """Note that slips were asked for, once a day for each attempt."""
        _note_once(fact)

    def slips_requests(self, slips: Slips, since: datetime) -> Sequence[datetime]:
        """When these slips were asked for, on that day or later."""
        suffixes = (_slips_suffix(slips, day) for day in (since.date(), date.max))
        return _times(slips.sheet, slips.version, suffixes)

    def note_notice(self, fact: NoticeSent) -> None:
        """Note that someone was told."""
        _note_once(fact)


def _note_once(fact: Fact) -> None:
    try:
        fact_item(fact).save(condition=FactItem.pk.does_not_exist())
    except PutError as error:
        if error.cause_response_code != "ConditionalCheckFailedException":
            raise


def _times(sheet: SheetId, version: int, suffixes: Iterable[str]) -> Sequence[datetime]:
    """When what a version has from the place of the first suffix to that of the last was noted."""
    places = FactItem.sk.between(*(FactItem.place(version, suffix) for suffix in suffixes))
    return [item.at for item in FactItem.query(FactItem.partition(sheet), places, consistent_read=True)]
