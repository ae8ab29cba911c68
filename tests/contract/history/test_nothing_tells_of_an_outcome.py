"""Before its release nothing that the API answers tells a centre that moderation has an outcome."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from centremark.bootstrap import Services
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import BOARD_CENTRE, Role
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.shared.outcomes import Mark
from centremark.handlers.api import account, after_submission, board, files, people, read_files, records, sheets
from centremark.usecases.marks.enter_marks import EnterMarksCommand
from centremark.usecases.moderation.moderate import OutcomeFound
from centremark.usecases.submission.submit_marks import SubmitMarksCommand
from tests.contract.amendments.test_after_api import MODERATOR, asked, start
from tests.contract.conftest import client
from tests.contract.files.test_files_api import sent
from tests.support.builders import AGREED, CENTRE, SHEET, a_candidate, a_change, a_key, an_actor
from tests.support.entering import enter_candidates
from tests.support.http_api import SUBJECT, Answer, Handler, call
from tests.support.uploading import a_csv

pytestmark = pytest.mark.slow

DOCUMENT: Final[dict[str, Any]] = json.loads(Path("infra/openapi.json").read_text(encoding="utf-8"))
READS: Final = sorted(path for path, ways in DOCUMENT["paths"].items() if "get" in ways)
HANDLERS: Final[tuple[Handler, ...]] = (
    sheets.handler,
    account.handler,
    people.handler,
    records.handler,
    after_submission.handler,
    board.handler,
    files.handler,
    read_files.handler,
)
AT: Final = f"/v1/sheets/{SHEET}"
PEOPLE: Final[Mapping[str, frozenset[Role]]] = {
    SUBJECT: frozenset({Role.ENTER, Role.SUBMIT}),
    "head": frozenset({Role.ADMINISTRATOR}),
    "mis": frozenset({Role.ENTER, Role.SUBMIT}),
}
NOW: Final = datetime.now(UTC)
MOMENT: Final = re.compile(
    rf"{NOW:%Y-%m-}\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)|X-Amz-[^\"]*|(Signature|Expires)=[^\"]*"
)
"""When something was asked or is answered, and links that are signed for a quarter of an hour."""
OFFICER: Final = an_actor(Role.SUBMIT, name="Owen Reid")
QUERIES: Final[Mapping[str, Mapping[str, str]]] = {
    "/v1/sheets/{sheet}/file": {"format": "xlsx"},
    "/v1/sheets/{sheet}/slips": {"review_by": "2027-05-20"},
}
AFTER: Final = (
    "/v1/sheets/{sheet}",
    "/v1/sheets/{sheet}/amendments",
    "/v1/sheets/{sheet}/moderation",
    "/v1/sheets/{sheet}/history",
    "/v1/centres/{centre}/series/{series_id}/changes",
)
"""Where an act shows."""
Table = list[dict[str, Any]]


@pytest.fixture
def upload(services: Services) -> str:
    """A sheet in moderation, of which one candidate is entered late; and the id of a file with marks for it."""
    for subject, roles in PEOPLE.items():
        services.members.put(Member(subject, f"The {subject}", {CENTRE: roles}, machine=subject == "mis"))
        call(account.handler, "GET", "/v1/me", subject=subject)  # notes the day for their administrator
    services.members.put(Member(MODERATOR, "Mo Derator", {BOARD_CENTRE: frozenset({Role.MODERATION})}))
    changes = tuple(a_change(number, Mark(number - 956), checked=True) for number in (1001, 1002, 1003))
    saved = services.enter_marks(EnterMarksCommand(SHEET, changes, a_key()), OFFICER)
    services.submit_marks(SubmitMarksCommand(SHEET, frozenset({saved.version}), AGREED, a_key("key-submit-1")), OFFICER)
    services.confirm_submission(SHEET, 1)
    assert start().status == 200
    enter_candidates(services, SHEET, [a_candidate(1004)])
    for subject in PEOPLE:
        call(sheets.handler, "GET", f"{AT}/now", subject=subject, machine=subject == "mis")  # notes who is there
    return sent(a_csv((1001, "9"), (1004, "45"))).removeprefix("/v1/uploads/")


def record(services: Services) -> None:
    """Record an outcome for a week from now."""
    found = OutcomeFound({CandidateNumber("1001"): Mark(40)}, NOW + timedelta(days=7), "Generous")
    services.record_outcome(SHEET, found, an_actor(Role.MODERATION, centre=BOARD_CENTRE))


def the_answer(  # noqa: PLR0913, PLR0917  # a request has this many parts
    method: str,
    path: str,
    body: object,
    subject: str,
    headers: Mapping[str, str] | None = None,
    query: Mapping[str, str] | None = None,
) -> Answer:
    """What the one function that has the route answers."""
    for handler in HANDLERS:
        answer = call(
            handler, method, path, body, headers=headers, query=query, subject=subject, machine=subject == "mis"
        )
        if answer.status != 404 or answer.body["detail"] != "The API does not have this address.":
            return answer
    raise AssertionError(f"no function has {method} {path}")


def without_times(answer: Answer) -> tuple[int, dict[str, str], str]:
    """An answer to compare with another of a moment later."""
    return answer.status, dict(answer.headers), MOMENT.sub("", answer.text)


def everything_read(upload: str, paths: Iterable[str] = READS, people: Iterable[str] = PEOPLE) -> dict[str, object]:
    """Every answer that people get who ask for whatever can be asked for."""
    places = {
        "{sheet}": f"{SHEET}",
        "{centre}": f"{CENTRE}",
        "{series_id}": "2027-06",
        "{upload}": upload,
        "{number}": "1",
    }
    return {
        f"{subject} GET {path}": without_times(
            the_answer(
                "GET",
                re.sub(r"\{[^}]+\}", lambda found: places[found[0]], path),
                None,
                subject,
                query=QUERIES.get(path),
            )
        )
        for path in paths
        for subject in people
    }


ACTS: Final[Mapping[str, tuple[str, str, object]]] = {
    "amend": ("POST", f"{AT}/amendments", asked(1002, 46, 44)),
    "amend another mark than is there": ("POST", f"{AT}/amendments", asked(1002, 45, 44)),
    "withdraw no amendment": ("POST", f"{AT}/amendments/1/withdraw", None),
    "send sampled work": ("POST", f"{AT}/moderation/sent", {"candidates": ["1001"], "note": "AB123"}),
    "send work not sampled": ("POST", f"{AT}/moderation/sent", {"candidates": ["1004"], "note": ""}),
    "lose sampled work": ("POST", f"{AT}/moderation/lost", {"candidate": "1001", "explanation": "Flood"}),
    "enter a submitted mark": (
        "PATCH",
        f"{AT}/marks",
        {"rows": [{"candidate": "1001", "revision": 1, "outcome": {"kind": "mark", "mark": 1}}]},
    ),
    "put the mark of a late entry": (
        "PUT",
        f"{AT}/marks",
        {"rows": [{"candidate": "1004", "outcome": {"kind": "mark", "mark": 1}, "checked": True}]},
    ),
    "submit what is incomplete": (
        "POST",
        f"{AT}/submit",
        {"declaration": {"version": AGREED.version, "agreed": sorted(AGREED.agreed)}},
    ),
    "ask for more time": ("POST", f"{AT}/extension", {"until": "2027-06-20", "reason": "Ill"}),
    "record a circumstance": (
        "PUT",
        f"{AT}/candidates/1004/circumstance",
        {"circumstance": {"code": "L", "reason": "Flood"}},
    ),
    "check a file again": ("POST", "/v1/uploads/{upload}/check", None),
    "apply a file": ("POST", "/v1/uploads/{upload}/accept", {"mode": "good-rows"}),
    "apply a whole file": ("POST", "/v1/uploads/{upload}/accept", {"mode": "all-or-nothing"}),
    "print": ("POST", f"{AT}/report", None),
    "print slips": ("POST", f"{AT}/slips", {"group": None, "review_by": "2027-05-20"}),
}
"""What a centre can do to a sheet in moderation, and what it is refused."""


def test_what_a_centre_reads_is_the_same_before_and_after_an_outcome_is_recorded(
    services: Services, upload: str
) -> None:
    before, boards = everything_read(upload), everything_read(upload, AFTER, [MODERATOR])

    record(services)
    record(services)

    assert everything_read(upload) == before
    assert everything_read(upload, AFTER, [MODERATOR]) != boards


@pytest.mark.parametrize("act", ACTS)
def test_what_a_centre_does_is_answered_the_same_before_and_after_an_outcome_is_recorded(
    services: Services, upload: str, act: str
) -> None:
    method, path, body = ACTS[act]
    etag = the_answer("GET", AT, None, SUBJECT).headers["ETag"]
    headers = {"Idempotency-Key": "key-of-the-act", "If-Match": etag}
    kept = tables()

    def done() -> Answer:
        return the_answer(method, path.format(upload=upload), body, SUBJECT, headers)

    unknowing = without_times(done()), everything_read(upload, AFTER, [SUBJECT])
    put_back(kept)
    record(services)
    knowing = without_times(done()), everything_read(upload, AFTER, [SUBJECT])

    assert knowing == unknowing


def tables() -> Mapping[str, Table]:
    """All that the tables hold."""
    return {name: client("dynamodb").scan(TableName=name)["Items"] for name in ("marks", "ledger")}


def put_back(kept: Mapping[str, Table]) -> None:
    """Make the tables hold this and nothing else."""
    for name, items in kept.items():
        for item in client("dynamodb").scan(TableName=name)["Items"]:
            client("dynamodb").delete_item(TableName=name, Key={key: item[key] for key in ("pk", "sk")})
        for item in items:
            client("dynamodb").put_item(TableName=name, Item=item)
