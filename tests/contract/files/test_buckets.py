import json
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from centremark.adapters.s3.files import S3Files
from centremark.adapters.s3.intake import S3Intake
from centremark.adapters.s3.prints import S3Prints
from centremark.domain.files.upload import Upload, UploadId
from centremark.domain.prints.kinds import Report, Slips
from centremark.domain.prints.ports import Prints
from centremark.domain.prints.progress import Failure, Link
from centremark.domain.shared.outcomes import Mark
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.sealing import reference
from centremark.domain.submission.ports import Intake
from tests.contract.conftest import ENVIRONMENT, client
from tests.support.builders import AGREED, CENTRE, NOON, OFFICER, SERIES, SHEET, TEACHER, a_sheet
from tests.support.memory_buckets import MemoryIntake, MemoryPrints

DRAFT = Report(SHEET, 7, draft=True)
SLIPS = Slips(SHEET, 7, "13A Mrs Patel", date(2027, 5, 3))


def submitted() -> MarkSheet:
    return a_sheet({1001: Mark(1)}, checked=True).submit(AGREED, OFFICER, NOON)[0]


@pytest.fixture(params=["memory", "s3"])
def intake(request: pytest.FixtureRequest, aws_in_process: None) -> Intake:
    return MemoryIntake() if request.param == "memory" else S3Intake("intake")


def test_the_intake_keeps_the_first_document_of_a_submission_and_gives_it_back(intake: Intake) -> None:
    assert intake.keep(reference(SHEET, 1), SHEET, b"first") == b"first"
    assert intake.keep(reference(SHEET, 1), SHEET, b"second") == b"first"


@pytest.fixture(params=["memory", "s3"])
def prints(request: pytest.FixtureRequest, aws_in_process: None) -> Prints:
    return MemoryPrints() if request.param == "memory" else S3Prints("reports", ENVIRONMENT["CENTREMARK_RENDER_QUEUE"])


def test_there_is_no_link_to_a_report_that_is_not_printed(prints: Prints) -> None:
    assert prints.find(DRAFT, now=NOON) is None


def test_there_is_no_link_to_slips_that_are_not_printed(prints: Prints) -> None:
    assert prints.find(SLIPS, now=NOON) is None


@pytest.mark.usefixtures("aws_in_process")
def test_word_that_a_print_failed_stands_beside_it_until_it_is_printed() -> None:
    queue = ENVIRONMENT["CENTREMARK_RENDER_QUEUE"]
    bucket = S3Prints("reports", queue)
    bucket.print(DRAFT, {})
    [message] = client("sqs").receive_message(QueueUrl=queue)["Messages"]
    told = json.loads(message["Body"])
    assert told["failure"] == "drafts/2027-06/64235/H446-03/7.failed.json"

    word = {"at": NOON.isoformat(), "cause": "TypstError"}
    client("s3").put_object(Bucket="reports", Key=told["failure"], Body=json.dumps(word).encode())
    assert bucket.find(DRAFT, now=NOON) == Failure(NOON)
    assert bucket.find(replace(DRAFT, version=8), now=NOON) is None

    client("s3").put_object(Bucket="reports", Key=told["report"], Body=b"%PDF")
    assert isinstance(bucket.find(DRAFT, now=NOON), Link)


@pytest.mark.usefixtures("aws_in_process")
def test_printed_slips_have_a_link_that_names_the_file_for_people_and_no_group() -> None:
    bucket, queue = S3Prints("reports", ENVIRONMENT["CENTREMARK_RENDER_QUEUE"]), ENVIRONMENT["CENTREMARK_RENDER_QUEUE"]
    bucket.print(SLIPS, {"series": "June 2027"})
    [message] = client("sqs").receive_message(QueueUrl=queue)["Messages"]
    told = json.loads(message["Body"])
    client("s3").put_object(Bucket="reports", Key=told["report"], Body=b"%PDF")

    link = bucket.find(SLIPS, now=NOON)

    assert told["report"] == f"slips/2027-06/64235/H446-03/7-{SLIPS.choice}.pdf"
    assert told["model"] == f"models/slips/2027-06/64235/H446-03/7-{SLIPS.choice}.json"
    assert isinstance(link, Link)
    assert "64235-H446-03-2027-06-slips.pdf" in link.url
    assert "Patel" not in link.url
    assert bucket.find(replace(SLIPS, group=None), now=NOON) is None


@pytest.mark.usefixtures("aws_in_process")
def test_a_report_model_waits_in_the_bucket_and_the_renderer_is_told_where() -> None:
    queue = ENVIRONMENT["CENTREMARK_RENDER_QUEUE"]

    S3Prints("reports", queue).print(replace(DRAFT, draft=False), {"series": "June 2027"})

    [message] = client("sqs").receive_message(QueueUrl=queue)["Messages"]
    told = json.loads(message["Body"])
    assert told["report"] == "submissions/2027-06/64235/H446-03/7.pdf"
    assert json.loads(client("s3").get_object(Bucket="reports", Key=told["model"])["Body"].read()) == {
        "series": "June 2027"
    }


@pytest.mark.usefixtures("aws_in_process")
def test_a_printed_report_has_a_link_that_names_the_file_for_people() -> None:
    client("s3").put_object(Bucket="reports", Key="drafts/2027-06/64235/H446-03/7.pdf", Body=b"%PDF")

    link = S3Prints("reports", "").find(DRAFT, now=NOON)

    assert isinstance(link, Link)
    assert "64235-H446-03-2027-06-draft.pdf" in link.url
    assert (link.expires_at - NOON).total_seconds() == 900


@pytest.mark.usefixtures("aws_in_process")
def test_no_computer_keeps_what_is_behind_a_link() -> None:
    client("s3").put_object(Bucket="reports", Key="drafts/2027-06/64235/H446-03/7.pdf", Body=b"%PDF")
    upload = Upload(UploadId(SERIES, CENTRE, "20270420120000-0a1b2c3d4e5f"), TEACHER, NOON, "marks.csv", None)

    printed = S3Prints("reports", "").find(DRAFT, now=NOON)

    assert isinstance(printed, Link)
    for link in (printed, S3Files("uploads").link(upload, NOON)):
        assert parse_qs(urlsplit(link.url).query)["response-cache-control"] == ["private, no-store"]


@pytest.mark.usefixtures("aws_in_process")
def test_every_link_names_the_buckets_region_because_a_new_buckets_global_address_redirects() -> None:
    client("s3").put_object(Bucket="reports", Key="drafts/2027-06/64235/H446-03/7.pdf", Body=b"%PDF")
    upload = Upload(UploadId(SERIES, CENTRE, "20270420120000-0a1b2c3d4e5f"), TEACHER, NOON, "marks.csv", None)
    uploads = S3Files("uploads")

    printed = S3Prints("reports", "").find(DRAFT, now=NOON)

    assert isinstance(printed, Link)
    assert uploads.ticket(upload.id, NOON).url == "https://uploads.s3.eu-west-2.amazonaws.com/"
    for link, bucket in ((printed, "reports"), (uploads.link(upload, NOON), "uploads")):
        asked = urlsplit(link.url)
        assert asked.netloc == f"{bucket}.s3.eu-west-2.amazonaws.com"
        assert parse_qs(asked.query)["X-Amz-Algorithm"] == ["AWS4-HMAC-SHA256"]
