"""The routes for files as their callers meet them: real HTTP API events, over DynamoDB and S3."""

import csv
import io
import json
from base64 import b64decode
from dataclasses import replace
from typing import Any

import pytest

from centremark.adapters.files.formats import FileFormats
from centremark.bootstrap import Services
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import Role
from centremark.domain.shared.identifiers import AssessmentCode
from centremark.domain.sheet.declaration import DECLARATION
from centremark.handlers.api import files, read_files, sheets
from centremark.handlers.consumers import check_files as check_file
from tests.contract.conftest import client
from tests.support.beginning import BeginWith
from tests.support.builders import CENTRE, SHEET, a_candidate, an_assessment
from tests.support.entering import enter_candidates
from tests.support.http_api import SUBJECT, Answer, Context, Handler, call
from tests.support.uploading import a_csv, a_layout_file

UPLOADS = f"/v1/centres/{CENTRE}/series/2027-06/uploads"
AGREED = {"version": DECLARATION.version, "agreed": list(DECLARATION.statements)}


def asha(services: Services) -> None:
    services.members.put(Member(SUBJECT, "Asha Patel", {CENTRE: frozenset({Role.ENTER, Role.SUBMIT})}))


@pytest.fixture(autouse=True)
def _asha(begin_with: BeginWith) -> None:  # pyright: ignore[reportUnusedFunction]  # pytest uses it
    begin_with(asha)


def begin(key: str = "key-upload-1", name: str = "M64235OC (1).X01", **more: Any) -> Answer:
    return call(files.handler, "POST", UPLOADS, {"file_name": name, **more}, headers={"Idempotency-Key": key})


def an_object_created(key: str) -> dict[str, Any]:
    body = {"source": "aws.s3", "detail-type": "Object Created", "detail": {"object": {"key": key}}}
    return {"Records": [{"messageId": "m0", "eventSource": "aws:sqs", "body": json.dumps(body)}]}


def arrives(begun: Answer, content: bytes) -> list[str]:
    """Put the file where its ticket says, and tell the function; gives the messages that failed."""
    key = begun.body["ticket"]["fields"]["key"]
    client("s3").put_object(Bucket="uploads", Key=key, Body=content)
    told = check_file.handler(an_object_created(key), Context())  # pyright: ignore[reportArgumentType]
    return [str(failure["itemIdentifier"]) for failure in told["batchItemFailures"]]


def sent(content: bytes, key: str = "key-upload-1", **more: Any) -> str:
    """Send a file and have it checked; gives the upload's address."""
    begun = begin(key, **more)
    assert arrives(begun, content) == []
    return f"/v1/uploads/{begun.body['upload']['id']}"


def handler_of(path: str) -> Handler:
    """The function that answers at an address."""
    return read_files.handler if path.endswith(("/reading", "/check")) else files.handler


def post(path: str, body: object = None) -> Answer:
    return call(handler_of(path), "POST", path, body)


def put(path: str, body: object) -> Answer:
    return call(handler_of(path), "PUT", path, body)


def get(path: str, **query: str) -> Answer:
    return call(files.handler, "GET", path, query=query)


def test_a_file_is_begun_sent_previewed_and_applied() -> None:
    at = sent(a_csv((1001, "45"), (1002, "99"), (1003, "")))

    ready = get(at).body
    lines = get(f"{at}/lines").body
    applied = post(f"{at}/accept", {"mode": "good-rows"})

    assert (ready["state"], ready["lines"], ready["good"], ready["bad"]) == ("ready", 3, 1, 1)
    assert ready["assessments"] == [
        {
            "assessment": "H446/03",
            "accepted": 1,
            "changed": 0,
            "unchanged": 0,
            "blank": 1,
            "not_on_list": 0,
            "refused": 1,
            "by_number": 1,
            "by_uci": 0,
            "by_name": 0,
        }
    ]
    assert [(line["line"], line["result"], line["matched_by"]) for line in lines["lines"]] == [
        (2, "accepted", "number"),
        (3, "refused", None),
        (4, "blank", None),
    ]
    assert (applied.status, applied.body["state"], applied.body["applied"]["saved"]) == (200, "applied", 1)
    row = call(sheets.handler, "GET", f"/v1/sheets/{SHEET}").body["rows"][0]
    assert (row["outcome"], row["checked"]) == ({"kind": "mark", "mark": 45}, False)


@pytest.mark.slow
def test_a_file_of_more_sheets_than_one_step_saves_is_submitted_sheet_by_sheet(services: Services) -> None:
    codes = [AssessmentCode(f"A{number:03d}/01") for number in range(20)]
    for code in codes:
        services.catalogue.put(replace(an_assessment(), code=code))
        enter_candidates(services, replace(SHEET, assessment=code), [a_candidate(1001)])
    lines = "".join(f"{code},1001,45\n" for code in codes)
    at = sent(f"Assessment code,Candidate number,Mark\n{lines}".encode())
    wanted = {"mode": "all-or-nothing", "checked": True, "declaration": AGREED}

    applied = post(f"{at}/submit", wanted)

    assert (applied.status, applied.body["state"], applied.body["applied"]["waiting"]) == (200, "applied", [])
    assert [(one["assessment"], one["saved"], one["code"]) for one in applied.body["applied"]["sheets"]] == [
        (code, 1, "") for code in codes
    ]
    assert len(set(applied.body["applied"]["references"])) == len(codes)
    assert post(f"{at}/submit", wanted).body == applied.body


def test_the_preview_that_is_accepted_is_the_one_that_was_looked_at() -> None:
    at = sent(b"Candidate number,One,Two\n1001,41,61\n", assessment="H446/03")
    columns = [{"place": 0, "role": "candidate"}, {"place": 1, "role": "mark"}, {"place": 2, "role": "ignored"}]
    seen = put(f"{at}/reading", {"columns": columns}).body["preview"]
    columns[1]["role"], columns[2]["role"] = "ignored", "mark"
    latest = put(f"{at}/reading", {"columns": columns}).body["preview"]

    refused = post(f"{at}/accept", {"mode": "good-rows", "preview": seen})
    applied = post(f"{at}/accept", {"mode": "good-rows", "preview": latest})

    assert (refused.status, refused.body["code"]) == (409, "upload-not-ready")
    assert (applied.body["state"], applied.body["preview"], applied.body["applied"]["checked"]) == (
        "applied",
        latest,
        False,
    )
    row = call(sheets.handler, "GET", f"/v1/sheets/{SHEET}").body["rows"][0]
    assert row["outcome"] == {"kind": "mark", "mark": 61}


def test_beginning_again_with_the_same_key_is_the_same_upload() -> None:
    first, again = begin(), begin()
    arrives(first, a_csv((1001, "45")))

    assert again.body["upload"]["id"] == first.body["upload"]["id"]
    assert begin().body["ticket"] is None
    assert begin(name="another.csv").body["code"] == "idempotency-key-reused"


def test_a_preview_can_be_narrowed_to_what_went_one_way() -> None:
    at = sent(a_csv((1001, "45"), (1002, "99"), (4444, "1")))

    assert [line["line"] for line in get(f"{at}/lines", result="refused").body["lines"]] == [3]
    assert [line["line"] for line in get(f"{at}/lines", result="not on the list").body["lines"]] == [4]
    assert get(f"{at}/lines", assessment="X999/01").body["lines"] == []
    assert get(f"{at}/lines", page="2").body["lines"] == []


def test_errors_come_as_a_csv_file_that_runs_nothing() -> None:
    at = sent(a_csv((1001, "=1+1"), (1002, "99")))

    answer = get(f"{at}/errors")

    rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert [row[:5] for row in rows[1:]] == [
        ["2", "H446/03", "1001", "mark", "mark-unreadable"],
        ["3", "H446/03", "1002", "mark", "outcome-refused"],
    ]
    assert not any(cell.startswith("=") for row in rows for cell in row)


@pytest.mark.slow
def test_a_file_of_nothing_but_errors_is_still_answered() -> None:
    at = sent(a_csv(*((1001, "x"),) * 15_000))

    answer = get(f"{at}/errors")

    assert len(answer.text.encode()) < 6_000_000
    assert "5,000 more lines cannot be used." in answer.text


def test_a_refused_file_says_why_and_its_error_file_too() -> None:
    at = sent(b"PK\x03\x04 no workbook", name="marks.xlsx")

    upload = get(at).body

    assert (upload["state"], upload["refusal"]["code"], upload["refusal"]["line"]) == ("refused", "file-damaged", 1)
    assert upload["refusal"]["cure"]
    assert "file-damaged" in get(f"{at}/errors").text


def test_a_doubtful_file_is_answered_for_or_not_applied() -> None:
    post(f"{sent(a_layout_file((1001, 45), sequence=7))}/accept", {"mode": "good-rows"})
    at = sent(a_layout_file((1001, 46), sequence=7), key="key-upload-2")

    asked = post(f"{at}/accept", {"mode": "good-rows"})
    answered = post(f"{at}/accept", {"mode": "good-rows", "answers": ["sequence-repeated"]})

    assert (asked.status, asked.body["code"]) == (409, "question-unanswered")
    assert [error["code"] for error in asked.body["errors"]] == ["sequence-repeated"]
    assert get(at).body["sequence"] == 7
    assert answered.body["state"] == "applied"


def test_a_file_decided_on_older_marks_is_told_which_lines_and_can_be_checked_again() -> None:
    at = sent(a_csv((1001, "45")))
    rows = [{"candidate": "1001", "revision": 0, "outcome": {"kind": "mark", "mark": 9}}]
    headers = {"Idempotency-Key": "key-typed-1"}
    call(sheets.handler, "PATCH", f"/v1/sheets/{SHEET}/marks", {"rows": rows}, headers=headers)

    stale = post(f"{at}/accept", {"mode": "good-rows"})
    again = post(f"{at}/check")
    applied = post(f"{at}/accept", {"mode": "good-rows"})

    assert (stale.status, stale.body["code"]) == (409, "changed-since-preview")
    assert [(e["pointer"], e["code"]) for e in stale.body["errors"]] == [("/lines/2", "revision-conflict")]
    assert again.body["assessments"][0]["changed"] == 1
    assert applied.body["state"] == "applied"


def test_a_complete_file_is_submitted_in_the_same_step() -> None:
    at = sent(a_csv((1001, "45"), (1002, "0"), (1003, "A")))

    unchecked = post(f"{at}/submit", {"mode": "all-or-nothing", "declaration": AGREED})
    submitted = post(f"{at}/submit", {"mode": "all-or-nothing", "checked": True, "declaration": AGREED})

    assert (unchecked.status, unchecked.body["code"]) == (409, "sheet-incomplete")
    assert submitted.body["applied"]["references"] == ["64235-H446-03-2027-06-1"]
    assert call(sheets.handler, "GET", f"/v1/sheets/{SHEET}").body["status"] == "submitted"


def test_a_file_that_does_not_say_all_is_explained_once_and_then_read_like_any() -> None:
    content = b"Candidate no,Points given,Notes\n1001,45,ok\n1002,44,\n"
    at = sent(content)

    asking = get(at).body
    columns = get(f"{at}/columns").body
    half = put(f"{at}/reading", {"columns": [{"place": 1, "role": "mark"}, {"place": 2, "role": "ignored"}]}).body
    ready = put(f"{at}/reading", {"assessment": "H446/03"}).body
    again = get(sent(content, key="key-upload-2")).body

    assert (asking["state"], asking["need"], asking["refusal"]["code"]) == ("asking", "columns", "headings-missing")
    assert (columns["row"], columns["columns"][1]) == (
        1,
        {"place": 1, "heading": "Points given", "role": None, "samples": ["45", "44"]},
    )
    assert (half["state"], half["need"], half["refusal"]["code"]) == ("asking", "assessment", "assessment-missing")
    assert (ready["state"], ready["need"], ready["good"]) == ("ready", None, 2)
    assert ready["columns_chosen"]["by"] == ready["assessment_named"]["by"] == "Asha Patel"
    assert ready["assessment_named"]["assessment"] == "H446/03"
    assert again["columns_chosen"]["columns"] == [{"place": 1, "role": "mark"}, {"place": 2, "role": "ignored"}]
    assert (again["need"], again["columns_chosen"]["by"]) == ("assessment", "Asha Patel")


def test_two_columns_that_are_one_thing_are_pointed_at() -> None:
    at = sent(a_csv((1001, "45")))

    answer = put(f"{at}/reading", {"columns": [{"place": 1, "role": "mark"}, {"place": 2, "role": "mark"}]})

    assert (answer.status, answer.body["code"]) == (422, "columns-unclear")
    assert [error["pointer"] for error in answer.body["errors"]] == ["/columns/1/role"]
    assert get(at).body["state"] == "ready"


def test_a_file_that_is_no_table_has_no_columns() -> None:
    at = sent(a_layout_file((1001, 45)))

    assert get(f"{at}/columns").body == {"row": 0, "columns": []}


def test_a_very_wide_table_is_answered_with_its_first_hundred_columns() -> None:
    at = sent(f"Assessment code,Candidate number,Mark{',abc' * 7000}\nH446/03,1001,45{',' * 7000}\n".encode())

    upload = get(at).body
    assert (upload["state"], upload["good"], len(upload["ignored"])) == ("ready", 1, 50)
    assert len(get(f"{at}/columns").body["columns"]) == 100


def test_a_file_sent_once_more_under_its_ticket_changes_nothing_of_what_was_checked() -> None:
    begun = begin()
    at = f"/v1/uploads/{begun.body['upload']['id']}"
    arrives(begun, a_csv((1001, "45")))
    before, link = get(at).body, get(f"{at}/file").body["link"]

    assert arrives(begun, a_csv((1001, "70"))) == []
    again = post(f"{at}/check").body

    assert get(f"{at}/file").body["link"].partition("&")[0] == link.partition("&")[0]
    assert "versionId=" in link
    assert (again["state"], again["good"], again["size"]) == (before["state"], 1, before["size"])
    assert get(f"{at}/lines").body["lines"][0]["outcome"]["mark"] == 45


def test_an_upload_is_listed_let_go_and_its_file_given_back() -> None:
    at = sent(a_csv((1001, "45")))

    listed = get(UPLOADS).body["uploads"]
    link = get(f"{at}/file").body["link"]
    cancelled = post(f"{at}/cancel")

    assert [upload["file_name"] for upload in listed] == ["M64235OC (1).X01"]
    assert "received/2027-06/64235/" in link
    assert (cancelled.body["state"], cancelled.body["cancelled"]["by"]) == ("cancelled", "Asha Patel")
    assert get(UPLOADS).body["uploads"][0]["cancelled"] == cancelled.body["cancelled"]
    assert post(f"{at}/accept", {"mode": "good-rows"}).body["code"] == "upload-not-ready"


@pytest.mark.parametrize("file_format", FileFormats().formats())
def test_a_sheet_and_a_centre_are_given_as_files_that_are_read_again(file_format: str) -> None:
    for path in (f"/v1/sheets/{SHEET}/file", f"/v1/centres/{CENTRE}/series/2027-06/file"):
        answer = get(path, format=file_format)
        read = FileFormats().read(b64decode(answer.text))

        assert answer.status == 200
        assert [line.candidate for line in read.lines] == ["1001", "1002", "1003"]


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("GET", "/v1/uploads/nonsense", None, 422, "malformed"),
        ("GET", "/v1/uploads/2027-06.64235.20270420120000-0a1b2c3d4e5f", None, 404, "not-found"),
        ("GET", "/v1/uploads/2027-06.11111.20270420120000-0a1b2c3d4e5f", None, 404, "not-found"),
        ("GET", f"/v1/sheets/{SHEET}/file?format=x", None, 404, "not-found"),
        ("POST", UPLOADS, {"file_name": ""}, 422, "malformed-request"),
        ("POST", UPLOADS.replace("2027", "2031"), {"file_name": "x"}, 404, "not-found"),
        ("POST", "/v1/uploads/x/accept", {"mode": "some"}, 422, "malformed-request"),
        ("PUT", "/v1/uploads/x/reading", {"columns": [{"place": 0, "role": "x"}]}, 422, "malformed-request"),
        ("GET", "/v1/uploads/2027-06.64235.20270420120000-0a1b2c3d4e5f/columns", None, 404, "not-found"),
    ],
)
def test_a_refusal_is_a_problem_body(method: str, path: str, body: object, status: int, code: str) -> None:
    path, _, query = path.partition("?format=")

    answer = call(
        handler_of(path),
        method,
        path,
        body,
        headers={"Idempotency-Key": "key-00000001"},
        query={"format": query} if query else {},
    )

    assert (answer.status, answer.body["code"]) == (status, code)
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    "key", ["received/2027-06/64235/nonsense", "received/2027-06/64235/20270420120000-0a1b2c3d4e5f"]
)
def test_an_event_about_no_upload_fails_alone(key: str) -> None:
    told = check_file.handler(an_object_created(key), Context())  # pyright: ignore[reportArgumentType]

    assert [failure["itemIdentifier"] for failure in told["batchItemFailures"]] == ["m0"]


def test_nothing_of_a_file_is_logged(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.StringIO()
    for logger in (files.logger, check_file.logger):
        for handler in logger.handlers:
            monkeypatch.setattr(handler, "stream", written)
    at = sent(a_csv((1001, "45")), name="JONES Amelia.csv")
    post(f"{at}/accept", {"mode": "good-rows"})

    logged = written.getvalue()

    assert "file_applied" in logged
    assert not any(personal in logged for personal in ("JONES", "1001", '"45"', "Asha"))
