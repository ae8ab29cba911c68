"""The bucket that files of marks are uploaded to, and the previews beside them."""

import json
import re
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Final

from botocore.exceptions import ClientError

from centremark.adapters.aws import client
from centremark.adapters.codec.object_keys import CHECKED, RECEIVED, key_of
from centremark.adapters.s3.prints import UNKEPT
from centremark.domain.files.columns import Column, ColumnSeen, TableSeen
from centremark.domain.files.faults import FaultCode
from centremark.domain.files.marks_file import MAX_BYTES
from centremark.domain.files.matching import MatchedBy
from centremark.domain.files.ports import Received, Ticket
from centremark.domain.files.preview import LineResult, PlannedLine, Preview, Since
from centremark.domain.files.upload import Upload, UploadId
from centremark.domain.prints.progress import Link
from centremark.domain.shared.errors import NotFound, PreviewMissing
from centremark.domain.shared.outcomes import outcome_of

TICKET_LASTS: Final = timedelta(minutes=15)
LINK_LASTS: Final = timedelta(minutes=15)
GONE: Final = frozenset({"404", "NoSuchKey", "NoSuchVersion", "NotFound"})
REQUIRED: Final = frozenset({"number", "assessment", "candidate", "result"})
UNSAFE: Final = re.compile(r"[^A-Za-z0-9._ ()-]")


@dataclass(frozen=True, slots=True)
class S3Files:
    """Files as they were received, and their previews."""

    bucket: str

    def ticket(self, upload: UploadId, now: datetime) -> Ticket:
        """Permission to post one file of limited size under the upload's own key, for a quarter of an hour."""
        post = client("s3").generate_presigned_post(
            Bucket=self.bucket,
            Key=key_of(RECEIVED, upload),
            Fields={"success_action_status": "201"},
            Conditions=[{"success_action_status": "201"}, ["content-length-range", 1, MAX_BYTES]],
            ExpiresIn=int(TICKET_LASTS.total_seconds()),
        )
        return Ticket(post["url"], post["fields"], now + TICKET_LASTS, MAX_BYTES)

    def received(self, upload: UploadId, kept_as: str = "") -> Received:
        """A version of the object under the upload's key, or the latest."""
        try:
            found = client("s3").get_object(Bucket=self.bucket, Key=key_of(RECEIVED, upload), **_version(kept_as))
            return Received(found["Body"].read(), found.get("VersionId", ""))
        except ClientError as error:
            if error.response.get("Error", {}).get("Code") not in GONE:
                raise
            raise NotFound("No file has arrived for this upload yet.") from error

    def link(self, upload: Upload, now: datetime) -> Link:
        """Presign a link to download the file."""
        name = UNSAFE.sub("_", upload.file_name) or "marks"
        url = client("s3").generate_presigned_url(
            "get_object",
            Params={
                "Bucket": self.bucket,
                "Key": key_of(RECEIVED, upload.id),
                **_version(upload.kept_as),
                "ResponseContentDisposition": f'attachment; filename="{name}"',
                "ResponseContentType": "application/octet-stream",
                "ResponseCacheControl": UNKEPT,
            },
            ExpiresIn=int(LINK_LASTS.total_seconds()),
        )
        return Link(url, now + LINK_LASTS)

    def keep_preview(self, upload: UploadId, preview: Preview) -> str:
        """Save a preview under the digest of its content, so that the object never changes."""
        kept = {"lines": [_plain(line) for line in preview.lines], "table": preview.table and asdict(preview.table)}
        body = json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()
        name = sha256(body).hexdigest()
        client("s3").put_object(
            Bucket=self.bucket, Key=_preview_key(upload, name), Body=body, ContentType="application/json"
        )
        return name

    def preview(self, upload: UploadId, name: str) -> Preview:
        """Read a preview; raises `PreviewMissing`, also for one stored in a form that this version cannot read."""
        try:
            kept = client("s3").get_object(Bucket=self.bucket, Key=_preview_key(upload, name))["Body"].read()
        except ClientError as error:
            if error.response.get("Error", {}).get("Code") not in GONE:
                raise
            raise PreviewMissing(
                "This file has not been checked yet, or its preview has expired. Check the file."
            ) from error
        try:
            return _preview(json.loads(kept))
        except (KeyError, TypeError, ValueError) as error:
            raise PreviewMissing(
                "The preview was made by another version of the service. Check the file again."
            ) from error


def _preview_key(upload: UploadId, name: str) -> str:
    return f"{key_of(CHECKED, upload)}/{name}"


def _version(kept_as: str) -> dict[str, str]:
    return {"VersionId": kept_as} if kept_as else {}


def _plain(line: PlannedLine) -> dict[str, Any]:
    plain = asdict(replace(line, before=None, outcome=None, since=None))
    outcomes = {"before": line.before and line.before.code, "outcome": line.outcome and line.outcome.code}
    since = {"since": line.since and [line.since.by, line.since.at and line.since.at.isoformat()]}
    return {name: value for name, value in (plain | outcomes | since).items() if value or name in REQUIRED}


def _preview(plain: dict[str, Any]) -> Preview:
    lines = tuple(_line(line) for line in plain["lines"])
    return Preview(lines, _table(plain["table"]) if plain["table"] else None)


def _table(plain: dict[str, Any]) -> TableSeen:
    columns = (
        ColumnSeen(c["place"], c["heading"], Column(c["role"]) if c["role"] else None, tuple(c["samples"]))
        for c in plain["columns"]
    )
    return TableSeen(plain["row"], tuple(columns))


def _line(plain: dict[str, Any]) -> PlannedLine:
    outcomes = {name: outcome_of(plain[name]) for name in ("before", "outcome") if name in plain}
    values: dict[str, Any] = {**plain, **outcomes, "result": LineResult(plain["result"])}
    if since := plain.get("since"):
        by, at = since
        values["since"] = Since(by, datetime.fromisoformat(at) if at else None)
    if by := plain.get("matched_by"):
        values["matched_by"] = MatchedBy(by)
    if code := plain.get("code"):
        values["code"] = FaultCode(code)
    return PlannedLine(**values)
