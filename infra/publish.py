"""Publish the built page: every file with its content type and cache time, the entry page last."""

import json
import mimetypes
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from infra.aws import client

A_YEAR = "public, max-age=31536000, immutable"
ASK_EACH_TIME = "no-cache"
KEEP_NOTHING = "no-store"
"""For the entry page: a browser that keeps it may show a page again, with names and marks, after its person left."""


@dataclass(frozen=True, slots=True)
class Upload:
    """One object of the page."""

    key: str
    body: bytes
    kind: str
    cache: str


def config(outputs: Mapping[str, str]) -> dict[str, str]:
    """The page's configuration: where to sign in, and as which client."""
    return {"signIn": outputs["SignInUrl"], "issuer": outputs["Issuer"], "clientId": outputs["SpaClientId"]}


def uploads(dist: Path, outputs: Mapping[str, str]) -> Iterator[Upload]:
    """The page's objects in the order to publish them: first what the page loads, then the page.

    Files under assets/ have their content's hash in their name and may be cached for a year.
    """
    yield Upload("config.json", json.dumps(config(outputs)).encode(), "application/json", ASK_EACH_TIME)
    files = [path for path in sorted(dist.rglob("*")) if path.is_file()]
    for path in sorted(files, key=lambda path: path.name == "index.html"):
        key = path.relative_to(dist).as_posix()
        cache = A_YEAR if key.startswith("assets/") else KEEP_NOTHING if key == "index.html" else ASK_EACH_TIME
        kind = mimetypes.guess_type(key)[0] or "application/octet-stream"
        yield Upload(key, path.read_bytes(), kind, cache)


def publish(dist: Path, outputs: Mapping[str, str]) -> None:
    """Upload the page and invalidate the distribution's cache."""
    s3 = client("s3")
    for upload in uploads(dist, outputs):
        s3.put_object(
            Bucket=outputs["SpaBucket"],
            Key=upload.key,
            Body=upload.body,
            ContentType=upload.kind,
            CacheControl=upload.cache,
        )
    client("cloudfront").create_invalidation(
        DistributionId=outputs["DistributionId"],
        InvalidationBatch={
            "Paths": {"Quantity": 2, "Items": ["/index.html", "/config.json"]},
            "CallerReference": str(time.time_ns()),
        },
    )
