"""The keys of files in the uploads bucket."""

from typing import Final

from centremark.domain.files.upload import UploadId

RECEIVED: Final = "received"
CHECKED: Final = "checked"


def upload_of_key(key: str) -> UploadId:
    """The upload whose file has this key; raises `Malformed` when it is no upload's."""
    return UploadId.parse(".".join(key.removeprefix(f"{RECEIVED}/").split("/")))


def key_of(folder: str, upload: UploadId) -> str:
    """For example ``received/2027-06/64235/20270420120000-0a1b2c3d4e5f``."""
    return f"{folder}/{upload.series}/{upload.centre}/{upload.token}"
