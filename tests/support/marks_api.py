"""The API's people, and what they do before the part that a test is about."""

from collections.abc import Mapping
from typing import Any

from centremark.bootstrap import Services
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import Role
from centremark.domain.sheet.declaration import DECLARATION
from centremark.handlers.api import sheets
from tests.support.builders import CENTRE, SHEET
from tests.support.http_api import SUBJECT, Answer, call

AT = f"/v1/sheets/{SHEET}"
LISTED = f"/v1/centres/{CENTRE}/series/2027-06"
AGREED = {"version": DECLARATION.version, "agreed": list(DECLARATION.statements)}
OWEN = "subject-of-owen"


def enrol(services: Services) -> None:
    """Save every member with their roles."""
    roles = frozenset({Role.ENTER, Role.SUBMIT})
    services.members.put(Member(SUBJECT, "Asha Patel", {CENTRE: roles}))
    services.members.put(Member(OWEN, "Owen Reid", {CENTRE: roles}))
    services.members.put(Member("head", "Helen Head", {CENTRE: frozenset({Role.ADMINISTRATOR})}))
    services.members.put(Member("viewer", "Vi Ewer", {CENTRE: frozenset({Role.VIEW})}))


def mark(candidate: int, value: int, revision: int = 0, **more: Any) -> dict[str, Any]:
    return {"candidate": f"{candidate}", "revision": revision, "outcome": {"kind": "mark", "mark": value}, **more}


def save(*rows: Mapping[str, Any], key: str = "key-00000001", at: str = AT, **caller: Any) -> Answer:
    headers = {"Idempotency-Key": key}
    return call(sheets.handler, "PATCH", f"{at}/marks", {"rows": list(rows)}, headers=headers, **caller)


def submit(etag: str, key: str = "key-submit-1", **declaration: Any) -> Answer:
    headers = {"Idempotency-Key": key, "If-Match": etag}
    return call(sheets.handler, "POST", f"{AT}/submit", {"declaration": {**AGREED, **declaration}}, headers=headers)


def complete() -> str:
    """Enter and tick everyone; gives the ETag of the review."""
    absent = {"candidate": "1003", "revision": 0, "outcome": {"kind": "absent"}, "checked": True}
    save(mark(1001, 45, checked=True), mark(1002, 0, checked=True), absent, key="key-complete")
    return call(sheets.handler, "GET", f"{AT}/review").headers["ETag"]
