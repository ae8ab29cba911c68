"""Uploads in the Marks table; sheets are saved with their facts and the upload in one transaction.

They have a partition of their own, so that the function that reads files may write there and nowhere else. 0.1.0 kept
them in the sheets' partition: those are found there until they are saved again.
"""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from pynamodb.attributes import NumberAttribute
from pynamodb.exceptions import PutError

from centremark.adapters.dynamodb.items import CompactAttribute, MarksItem, SheetItem
from centremark.adapters.dynamodb.stores import in_one_transaction, write
from centremark.domain.files.columns import Column
from centremark.domain.files.faults import Fault, FaultCode
from centremark.domain.files.preview import Tally
from centremark.domain.files.reading import AssessmentNamed, ColumnsChosen, Need
from centremark.domain.files.upload import (
    Applied,
    Cancelled,
    Question,
    QuestionCode,
    SheetDone,
    Upload,
    UploadId,
    UploadState,
)
from centremark.domain.shared.actor import By, Channel
from centremark.domain.shared.errors import NotFound
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber, SeriesId
from centremark.domain.shared.ports import WriteConflict
from centremark.domain.sheet.ports import Saving

Json = dict[str, Any]
PREFIX = "UPLOAD#"


class UploadItem(MarksItem, discriminator="upload"):
    """An upload, under its series and centre; its lines are stored with the file, because there may be many."""

    version = NumberAttribute(attr_name="v")
    body = CompactAttribute(attr_name="b")

    @staticmethod
    def partition(series: SeriesId, centre: CentreNumber) -> str:
        """For example ``UPLOAD#2027-06#64235``."""
        return f"{PREFIX}{series}#{centre}"

    @classmethod
    def key(cls, upload: UploadId) -> tuple[str, str]:
        """For example ``("UPLOAD#2027-06#64235", "20270420120000-0a1b2c3d4e5f")``."""
        return cls.partition(upload.series, upload.centre), upload.token

    @staticmethod
    def key_of_0_1(upload: UploadId) -> tuple[str, str]:
        """For example ``("C#2027-06#64235", "UPLOAD#20270420120000-0a1b2c3d4e5f")``."""
        return SheetItem.partition(upload.series, upload.centre), f"{PREFIX}{upload.token}"

    @classmethod
    def of(cls, upload: Upload) -> "UploadItem":
        body = {name: value for name, value in asdict(upload).items() if name not in {"id", "version"}}
        body["at"] = upload.at.isoformat()
        for name in ("applied", "cancelled", "columns", "named"):
            if body[name]:
                body[name]["at"] = body[name]["at"].isoformat()
        return cls(*cls.key(upload.id), version=upload.version, body=body)

    def to_domain(self) -> Upload:
        _, series, centre = self.pk.split("#")
        body: Json = self.body
        by, applied, refusal, need = body["by"], body["applied"], body["refusal"], body.get("need")
        return Upload(
            id=UploadId(SeriesId(series), CentreNumber(centre), self.sk.removeprefix(PREFIX)),
            by=By(by["id"], by["name"], Channel(by["channel"])),
            at=datetime.fromisoformat(body["at"]),
            file_name=body["file_name"],
            assessment=AssessmentCode(body["assessment"]) if body["assessment"] else None,
            state=UploadState(body["state"]),
            version=int(self.version),
            kept_as=body.get("kept_as", ""),
            size=body["size"],
            sha256=body["sha256"],
            format=body["format"],
            sequence=body["sequence"],
            ignored=tuple(body["ignored"]),
            lines=body["lines"],
            preview=body.get("preview", ""),
            tallies=tuple(Tally(**tally) for tally in body["tallies"]),
            refusal=_fault(refusal) if refusal else None,
            need=Need(need) if need else None,
            columns=_columns(body.get("columns")),
            named=_named(body.get("named")),
            questions=tuple(Question(QuestionCode(q["code"]), q["sentence"]) for q in body["questions"]),
            applied=_applied(applied) if applied else None,
            cancelled=_cancelled(body.get("cancelled")),
        )


def _applied(plain: Json) -> Applied:
    return Applied(
        datetime.fromisoformat(plain["at"]),
        plain["by"],
        tuple(_done(**sheet) for sheet in plain["sheets"]),
        tuple(map(AssessmentCode, plain["waiting"])),
        plain["checked"],
        plain["submits"],
    )


def _done(assessment: str, **more: Any) -> SheetDone:  # noqa: ANN401  # JSON as it was kept
    return SheetDone(AssessmentCode(assessment), **more)


def _cancelled(plain: Json | None) -> Cancelled | None:
    return Cancelled(plain["by"], datetime.fromisoformat(plain["at"])) if plain else None


def _columns(plain: Json | None) -> ColumnsChosen | None:
    if plain is None:
        return None
    roles = {int(place): Column(role) for place, role in plain["roles"].items()}
    return ColumnsChosen(plain["by"], datetime.fromisoformat(plain["at"]), roles)


def _named(plain: Json | None) -> AssessmentNamed | None:
    if plain is None:
        return None
    return AssessmentNamed(AssessmentCode(plain["assessment"]), plain["by"], datetime.fromisoformat(plain["at"]))


def _fault(plain: Json) -> Fault:
    return Fault(plain["line"], FaultCode(plain["code"]), plain["problem"], plain["field"], plain["candidate"])


class DynamoUploads:
    """Uploads, each saved over the version before."""

    def get(self, upload: UploadId) -> Upload:
        """Load an upload."""
        item = UploadItem.find(UploadItem.key(upload), consistent=True) or UploadItem.find(
            UploadItem.key_of_0_1(upload), consistent=True
        )
        if item is None:
            raise NotFound(f"There is no upload {upload}.")
        return item.to_domain()

    def of_centre(self, centre: CentreNumber, series: SeriesId) -> Sequence[Upload]:
        """Every upload of a centre in a series, latest first."""
        of_0_1 = UploadItem.query(
            SheetItem.partition(series, centre), UploadItem.sk.startswith(PREFIX), consistent_read=True
        )
        now = UploadItem.query(UploadItem.partition(series, centre), consistent_read=True)
        uploads = {upload.id: upload for upload in (item.to_domain() for item in (*of_0_1, *now))}
        return sorted(uploads.values(), key=lambda upload: upload.id.token, reverse=True)

    def save(self, upload: Upload, savings: Sequence[Saving] = ()) -> None:
        """Write everything if each is still at the version before, else nothing."""
        item = UploadItem.of(upload)
        unchanged = UploadItem.pk.does_not_exist() | (UploadItem.version == upload.version - 1)
        if not savings:
            _save_alone(item, unchanged)
            return
        with in_one_transaction() as transaction:
            transaction.save(item, condition=unchanged)
            for saving in savings:
                write(transaction, saving)


def _save_alone(item: UploadItem, unchanged: Any) -> None:  # noqa: ANN401  # pynamodb's conditions have no public type
    try:
        item.save(condition=unchanged)
    except PutError as error:
        if error.cause_response_code == "ConditionalCheckFailedException":
            raise WriteConflict from error
        raise
