import json
from dataclasses import dataclass
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
def reports(aws_in_process: None) -> Reports:  # noqa: ARG001
    return Reports()


def a_message(name: str) -> str:
    return json.dumps({"model": f"models/{name}.json", "report": f"submissions/{name}.pdf"})


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
    assert reports.printed() == {"submissions/a.pdf", "submissions/b.pdf"}


def test_a_batch_of_nothing_but_bad_messages_fails_each_of_them(reports: Reports) -> None:
    assert reports.deliver("not JSON", "{}") == ["0", "1"]


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
