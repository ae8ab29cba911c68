"""Built folders as zips for the cloud, named by their content."""

import hashlib
import os
import zipfile
from collections.abc import Iterable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Final

from botocore.exceptions import ClientError

from infra.local.cloud import REGION, ROOT, LocalCloud

BUCKET: Final = "centremark-local-artifacts"
TEMPLATE: Final = "template.json"
CACHE: Final = ROOT / ".local" / "artifacts"
"""Zips made before: packing the renderer takes seconds, and every test session deploys it."""
KEPT: Final = 6
"""How many zips the cache keeps, the latest ones."""
ZIP_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def key_of(folder: Path) -> str:
    """The name of a folder's zip; the same files always have the same name."""
    digest = hashlib.sha256()
    for path in _files(folder):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(folder)}\0{path.stat().st_mode & 0o777}\0{len(content)}\0".encode())
        digest.update(content)
    return f"{digest.hexdigest()}.zip"


def ensure_bucket(cloud: LocalCloud) -> None:
    """Make the bucket unless it is there."""
    s3 = cloud.client("s3")
    with suppress(s3.exceptions.BucketAlreadyOwnedByYou):
        s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})


def upload(cloud: LocalCloud, folder: Path, key: str) -> None:
    """Put a folder's zip into the bucket unless it is there."""
    s3 = cloud.client("s3")
    try:
        s3.head_object(Bucket=BUCKET, Key=key)
    except ClientError:
        s3.put_object(Bucket=BUCKET, Key=key, Body=_zipped(folder, key))


def put_unit(cloud: LocalCloud, folder: Path, key: str) -> None:
    """Upload a folder's zip in place of the one there; it is not compressed, because it is soon replaced."""
    packed = BytesIO()
    _pack(packed, folder, zipfile.ZIP_STORED)
    cloud.client("s3").put_object(Bucket=BUCKET, Key=key, Body=packed.getvalue())


def put_template(cloud: LocalCloud, body: str) -> str:
    """Upload a template, as `sam deploy` does: in a request it may have only 51,200 bytes."""
    cloud.client("s3").put_object(Bucket=BUCKET, Key=TEMPLATE, Body=body.encode())
    return f"{cloud.url}/{BUCKET}/{TEMPLATE}"


def remove_others(cloud: LocalCloud, keys: Iterable[str]) -> None:
    """Remove the zips of earlier builds from the bucket."""
    s3, kept = cloud.client("s3"), set(keys)
    for found in s3.list_objects_v2(Bucket=BUCKET)["Contents"]:
        if found["Key"].endswith(".zip") and found["Key"] not in kept:
            s3.delete_object(Bucket=BUCKET, Key=found["Key"])


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _zipped(folder: Path, key: str) -> bytes:
    cached = CACHE / key
    if not cached.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        unfinished = CACHE / f"{key}.{os.getpid()}"
        _pack(unfinished, folder, zipfile.ZIP_DEFLATED)
        unfinished.replace(cached)
        for old in sorted(CACHE.glob("*.zip"), key=lambda zip_: zip_.stat().st_mtime)[:-KEPT]:
            old.unlink(missing_ok=True)
    return cached.read_bytes()


def _pack(into: Path | BytesIO, folder: Path, how: int) -> None:
    with zipfile.ZipFile(into, "w") as archive:
        for path in _files(folder):
            entry = zipfile.ZipInfo(str(path.relative_to(folder)), ZIP_EPOCH)
            entry.external_attr = path.stat().st_mode << 16
            archive.writestr(entry, path.read_bytes(), how, compresslevel=1)
