"""The bucket of printed reports and slips."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from botocore.exceptions import ClientError

from centremark.adapters.aws import client
from centremark.domain.prints.kinds import Print, Report, Slips
from centremark.domain.prints.progress import Failure, Link

LINK_LASTS: Final = timedelta(minutes=15)
UNKEPT: Final = "private, no-store"
"""The `Cache-Control` behind a link: a computer that is shared keeps no names and marks after sign-out."""
ABSENT: Final = frozenset({"404", "NoSuchKey", "NotFound"})


def error_code(error: ClientError) -> str:
    """The code of an S3 error; empty when it has none."""
    return error.response.get("Error", {}).get("Code", "")


@dataclass(frozen=True, slots=True)
class S3Prints:
    """Queues models for the renderer, which writes the PDF, or a record of its failure, to the same bucket."""

    bucket: str
    render_queue: str

    def find(self, wanted: Print, *, now: datetime) -> Link | Failure | None:
        """Presign a link to the print for a quarter of an hour, if it is there."""
        key = _key(wanted)
        where = {"Bucket": self.bucket, "Key": key}
        try:
            client("s3").head_object(**where)
        except ClientError as error:
            if error_code(error) not in ABSENT:
                raise
            return self._failure(key)
        url = client("s3").generate_presigned_url(
            "get_object",
            Params={
                **where,
                "ResponseContentDisposition": f'inline; filename="{_file_name(wanted)}"',
                "ResponseContentType": "application/pdf",
                "ResponseCacheControl": UNKEPT,
            },
            ExpiresIn=int(LINK_LASTS.total_seconds()),
        )
        return Link(url, now + LINK_LASTS)

    def _failure(self, key: str) -> Failure | None:
        try:
            content = client("s3").get_object(Bucket=self.bucket, Key=_failure_of(key))["Body"].read()
        except ClientError as error:
            if error_code(error) not in ABSENT:
                raise
            return None
        return Failure(datetime.fromisoformat(json.loads(content)["at"]))

    def print(self, wanted: Print, model: dict[str, object]) -> None:
        """Save the model where the renderer reads it, and queue it."""
        key = _key(wanted)
        model_key = f"models/{key.removesuffix('.pdf')}.json"
        client("s3").put_object(Bucket=self.bucket, Key=model_key, Body=json.dumps(model, ensure_ascii=False).encode())
        message = json.dumps({"model": model_key, "report": key, "failure": _failure_of(key)})
        client("sqs").send_message(QueueUrl=self.render_queue, MessageBody=message)


def _key(wanted: Print) -> str:
    """The key of a print's PDF; drafts and slips are deleted after some days.

    For example ``submissions/2027-06/64235/H446-03/7.pdf`` and ``slips/2027-06/64235/H446-03/7-2027-05-03-all.pdf``.
    """
    sheet = wanted.sheet
    place = f"{sheet.series}/{sheet.centre}/{sheet.assessment.slug}/{wanted.version}"
    match wanted:
        case Report():
            return f"{'drafts' if wanted.draft else 'submissions'}/{place}.pdf"
        case Slips():
            return f"slips/{place}-{wanted.choice}.pdf"


def _file_name(wanted: Print) -> str:
    """The name of a print's PDF for people; it says no group, which may be a teacher's name."""
    sheet = wanted.sheet
    kind = "-slips" if isinstance(wanted, Slips) else "-draft" if wanted.draft else ""
    return f"{sheet.centre}-{sheet.assessment.slug}-{sheet.series}{kind}.pdf"


def _failure_of(report: str) -> str:
    """The key of a failure's record: beside the report, so that it is deleted with it."""
    return f"{report.removesuffix('.pdf')}.failed.json"
