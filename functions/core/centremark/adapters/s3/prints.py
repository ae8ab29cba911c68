"""The bucket of printed reports and slips."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from botocore.exceptions import ClientError

from centremark.adapters.aws import client
from centremark.domain.prints.progress import Failure, Link
from centremark.domain.prints.slips import Slips
from centremark.domain.shared.identifiers import SheetId

LINK_LASTS: Final = timedelta(minutes=15)
ABSENT: Final = frozenset({"404", "NoSuchKey", "NotFound"})


def error_code(error: ClientError) -> str:
    """The code of an S3 error; empty when it has none."""
    return error.response.get("Error", {}).get("Code", "")


@dataclass(frozen=True, slots=True)
class S3Reports:
    """Queues models for the renderer, which writes the PDF, or a record of its failure, to the same bucket."""

    bucket: str
    render_queue: str

    def find(self, sheet: SheetId, version: int, *, draft: bool, now: datetime) -> Link | Failure | None:
        """Presign a link to the report for a quarter of an hour, if it is there."""
        name = f"{_file(sheet)}{'-draft' if draft else ''}.pdf"
        return self._find(_report(sheet, version, draft=draft), name, now)

    def print(self, sheet: SheetId, version: int, *, draft: bool, model: dict[str, object]) -> None:
        """Save the model where the renderer reads it, and queue it."""
        self._print(_report(sheet, version, draft=draft), model)

    def find_slips(self, slips: Slips, *, now: datetime) -> Link | Failure | None:
        """Presign a link to the slips for a quarter of an hour, if they are there."""
        return self._find(_slips(slips), f"{_file(slips.sheet)}-slips.pdf", now)

    def print_slips(self, slips: Slips, model: dict[str, object]) -> None:
        """Save the model where the renderer reads it, and queue it."""
        self._print(_slips(slips), model)

    def _find(self, key: str, name: str, now: datetime) -> Link | Failure | None:
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
                "ResponseContentDisposition": f'inline; filename="{name}"',
                "ResponseContentType": "application/pdf",
            },
            ExpiresIn=int(LINK_LASTS.total_seconds()),
        )
        return Link(url, now + LINK_LASTS)

    def _failure(self, key: str) -> Failure | None:
        try:
            told = client("s3").get_object(Bucket=self.bucket, Key=_failure_of(key))["Body"].read()
        except ClientError as error:
            if error_code(error) not in ABSENT:
                raise
            return None
        return Failure(datetime.fromisoformat(json.loads(told)["at"]))

    def _print(self, key: str, model: dict[str, object]) -> None:
        model_key = f"models/{key.removesuffix('.pdf')}.json"
        client("s3").put_object(Bucket=self.bucket, Key=model_key, Body=json.dumps(model, ensure_ascii=False).encode())
        message = json.dumps({"model": model_key, "report": key, "failure": _failure_of(key)})
        client("sqs").send_message(QueueUrl=self.render_queue, MessageBody=message)


def _report(sheet: SheetId, version: int, *, draft: bool) -> str:
    """For example ``submissions/2027-06/64235/H446-03/7.pdf``; drafts are deleted after some days."""
    return f"{'drafts' if draft else 'submissions'}/{_folder(sheet)}/{version}.pdf"


def _slips(slips: Slips) -> str:
    """For example ``slips/2027-06/64235/H446-03/7-2027-05-03-all.pdf``; slips are deleted after some days."""
    return f"slips/{_folder(slips.sheet)}/{slips.version}-{slips.slug}.pdf"


def _failure_of(report: str) -> str:
    """The key of a failure's record: beside the report, so that it is deleted with it."""
    return f"{report.removesuffix('.pdf')}.failed.json"


def _folder(sheet: SheetId) -> str:
    return f"{sheet.series}/{sheet.centre}/{sheet.assessment.slug}"


def _file(sheet: SheetId) -> str:
    return f"{sheet.centre}-{sheet.assessment.slug}-{sheet.series}"
