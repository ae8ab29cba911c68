"""The board's intake bucket: what was submitted, byte for byte."""

from dataclasses import dataclass

from botocore.exceptions import ClientError

from centremark.adapters.aws import client
from centremark.adapters.s3.prints import error_code
from centremark.domain.shared.identifiers import SheetId


@dataclass(frozen=True, slots=True)
class S3Intake:
    """The board's store of submissions: written once, locked, never changed."""

    bucket: str

    def keep(self, reference: str, sheet: SheetId, document: bytes) -> bytes:
        """Write a submission's document unless it is there, and give back what is stored now."""
        key = f"{sheet.series}/{sheet.centre}/{reference}.json"
        try:
            client("s3").put_object(
                Bucket=self.bucket,
                Key=key,
                Body=document,
                ContentType="application/json",
                IfNoneMatch="*",
                ChecksumAlgorithm="SHA256",
            )
        except ClientError as error:
            if error_code(error) != "PreconditionFailed":
                raise
        return client("s3").get_object(Bucket=self.bucket, Key=key)["Body"].read()
