"""Facts read back from the ledger: every kind there is. Who only writes facts does without."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from centremark.adapters.codec.codec import Json, fields_of
from centremark.domain.catalogue import centre_facts
from centremark.domain.catalogue.centre_facts import CentreFact
from centremark.domain.notices import facts as notice_facts
from centremark.domain.prints import facts as print_facts
from centremark.domain.requests import facts as request_facts
from centremark.domain.shared.actor import By, Channel
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber, SeriesId, SheetId
from centremark.domain.sheet import facts as sheet_facts
from centremark.domain.sheet.facts import Fact

KINDS: Final[Mapping[str, type[Fact | CentreFact]]] = {
    kind.NAME: kind
    for module in (sheet_facts, print_facts, notice_facts, request_facts, centre_facts)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Fact | CentreFact) and hasattr(kind, "NAME")
}
"""Every kind of fact by its name."""


def fact_of(item: Mapping[str, Any]) -> Fact:
    """The fact of a sheet in an item of the ledger, whose body is parsed JSON."""
    kind: type[Any] = KINDS[item["name"]]
    series, centre, assessment = item["pk"].split("#")
    sheet = SheetId(SeriesId(series), CentreNumber(centre), AssessmentCode(assessment))
    return kind(**_said(item), sheet=sheet, version=int(item["version"]))


def office_fact_of(item: Mapping[str, Any]) -> CentreFact:
    """The fact of a centre, or of the board's office, in an item of the ledger."""
    kind: type[Any] = KINDS[item["name"]]
    return kind(**_said(item), office=CentreNumber(item["pk"].partition("#")[2]))


def _said(item: Mapping[str, Any]) -> Json:
    """The fields that every item has, and its body."""
    of, body = fields_of(KINDS[item["name"]]), item["body"]
    return {
        "at": item["at"] if isinstance(item["at"], datetime) else datetime.fromisoformat(item["at"]),
        "by": By(item["by_id"], item["by_name"], Channel(item["channel"])),
        **{name: coder.read(body[name]) for name, (_, coder) in of.items() if name in body},
    }
