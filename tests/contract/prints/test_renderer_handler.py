import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.contract.conftest import client
from tests.support.reports import a_report, some_slips

BUCKET = "reports"


@dataclass
class Context:
    function_name: str = "renderer"
    memory_limit_in_mb: int = 1536
    invoked_function_arn: str = "arn:aws:lambda:eu-west-2:123456789012:function:renderer"
    aws_request_id: str = "1"


class Reports:
    """The reports bucket, and the function that prints into it."""

    def __init__(self) -> None:
        self.s3 = client("s3")

    def put_model(self, key: str, body: object) -> None:
        self.s3.put_object(Bucket=BUCKET, Key=key, Body=json.dumps(body))

    def report(self, key: str) -> dict[str, Any]:
        return self.s3.get_object(Bucket=BUCKET, Key=key)

    def printed(self) -> set[str]:
        held = self.s3.list_objects_v2(Bucket=BUCKET, Prefix="submissions/")["Contents"]
        return {report["Key"] for report in held}

    def deliver(self, *bodies: str) -> list[str]:
        """Deliver a batch, and answer the places in it of the messages that failed."""
        import handler  # noqa: PLC0415  # its client must be made inside moto

        handler.s3.cache_clear()
        records = [{"messageId": str(place), "body": body} for place, body in enumerate(bodies)]
        context: Any = Context()
        answer = handler.handler({"Records": records}, context)
        handler.s3.cache_clear()
        return [str(failure["itemIdentifier"]) for failure in answer["batchItemFailures"]]


@pytest.fixture
def reports(aws_in_process: None) -> Reports:
    return Reports()


def a_message(name: str) -> str:
    return json.dumps(
        {
            "model": f"models/{name}.json",
            "report": f"submissions/{name}.pdf",
            "failure": f"submissions/{name}.failed.json",
        }
    )


def lines_of(caplog: pytest.LogCaptureFixture) -> list[dict[str, Any]]:
    """What the function wrote to its log, as it is written."""
    import handler  # noqa: PLC0415  # as above

    records = [record for record in caplog.records if record.name == handler.logger.name]
    return [json.loads(handler.logger.registered_formatter.format(record)) for record in records]


def test_a_message_becomes_a_pdf_in_the_bucket(reports: Reports) -> None:
    reports.put_model("models/a.json", a_report())

    failed = reports.deliver(a_message("a"))

    printed = reports.report("submissions/a.pdf")
    assert failed == []
    assert printed["ContentType"] == "application/pdf"
    assert printed["Body"].read(5) == b"%PDF-"


def test_slips_are_printed_like_a_report(reports: Reports) -> None:
    reports.put_model("models/a.json", some_slips())

    assert reports.deliver(a_message("a")) == []
    assert reports.report("submissions/a.pdf")["Body"].read(5) == b"%PDF-"


@pytest.mark.parametrize(
    "bad",
    ["not JSON", "{}", a_message("missing"), a_message("shapeless"), a_message("no-layout")],
    ids=["not JSON", "no keys", "no such model", "a model without its rows", "a model of no layout"],
)
def test_a_bad_message_fails_alone(reports: Reports, bad: str) -> None:
    for name in ("a", "b"):
        reports.put_model(f"models/{name}.json", a_report())
    reports.put_model("models/shapeless.json", {"layout": "mark_report", "draft": False})
    reports.put_model("models/no-layout.json", {**a_report(), "layout": "letter"})

    failed = reports.deliver(a_message("a"), bad, a_message("b"))

    assert failed == ["1"]
    assert {key for key in reports.printed() if key.endswith(".pdf")} == {"submissions/a.pdf", "submissions/b.pdf"}


def test_a_batch_of_nothing_but_bad_messages_fails_each_of_them(reports: Reports) -> None:
    assert reports.deliver("not JSON", "{}") == ["0", "1"]


@pytest.mark.parametrize(
    ("model", "cause", "place"),
    [
        ({**a_report(["SECRET Sian"]), "layout": "letter"}, "KeyError", "printing.py:"),
        ({**a_report(["SECRET Sian"]), "assessment": "SECRET"}, "TypstError", "mark_report.typ:"),
        (["SECRET"], "TypeError", "printing.py:"),
        (None, "NoSuchKey", "client.py:"),
    ],
    ids=["a model of no layout", "a model the layout cannot show", "no model", "a model that is gone"],
)
def test_a_print_that_fails_says_when_beside_where_it_would_be_and_why_in_the_log_without_a_name(
    reports: Reports, caplog: pytest.LogCaptureFixture, model: object, cause: str, place: str
) -> None:
    if model:
        reports.put_model("models/a.json", model)
    before = datetime.now(UTC)

    assert reports.deliver(a_message("a")) == ["0"]

    told = json.loads(reports.report("submissions/a.failed.json")["Body"].read())
    assert before <= datetime.fromisoformat(told["at"]) <= datetime.now(UTC)
    assert told == {"at": told["at"], "cause": cause}
    [line] = lines_of(caplog)
    assert (line["level"], line["cause"], line["report"]) == ("ERROR", cause, "submissions/a.pdf")
    assert line["place"].startswith(place)
    assert "SECRET" not in json.dumps(line)


def test_a_message_that_cannot_be_read_is_logged(reports: Reports, caplog: pytest.LogCaptureFixture) -> None:
    reports.deliver("not JSON", "[]")

    told = [(line["cause"], line["message_id"]) for line in lines_of(caplog)]
    assert told == [("JSONDecodeError", "0"), ("TypeError", "1")]


def test_the_same_message_again_writes_the_same_bytes(reports: Reports) -> None:
    reports.put_model("models/a.json", a_report())
    reports.deliver(a_message("a"))
    first = reports.report("submissions/a.pdf")["Body"].read()

    reports.deliver(a_message("a"))

    assert reports.report("submissions/a.pdf")["Body"].read() == first


def test_a_name_no_font_has_is_printed_and_not_failed(reports: Reports) -> None:
    reports.put_model("models/a.json", a_report(["李 Wei"]))

    assert reports.deliver(a_message("a")) == []
    assert "submissions/a.pdf" in reports.printed()
