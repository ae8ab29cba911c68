"""How far a requested print is, and when to stop waiting for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

KEPT: Final = timedelta(days=7)
"""How long a print that can be asked for again is kept: drafts and slips."""
PATIENCE: Final = timedelta(hours=1)
"""How long a print may take; by then every queue on its way has given it up."""


class ReportStatus(StrEnum):
    """How far a print is."""

    NONE = "none"
    PREPARING = "preparing"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Link:
    """Where a print can be fetched until it expires."""

    url: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed attempt to print."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a print is: `link` only when it is ready, `failed_at` only when it failed.

    `requests` counts the recent requests for it.
    """

    status: ReportStatus
    link: Link | None = None
    failed_at: datetime | None = None
    requests: int = 0

    @property
    def may_be_asked_for(self) -> bool:
        """Whether a request prints anything: not while the print exists or is being made."""
        return self.status in {ReportStatus.NONE, ReportStatus.FAILED}


def progress_without(
    failure: Failure | None, requests: Sequence[datetime], now: datetime, *, by_itself: datetime | None = None
) -> Progress:
    """How far a missing print is, from the recent requests for it and from when it was due without one, if it was.

    A failure counts until someone requests it again. A print that takes longer than `PATIENCE` counts as failed.
    """
    began = max((*requests, by_itself) if by_itself else requests, default=None)
    if began is None:
        return Progress(ReportStatus.NONE)
    failed_at = failure.at if failure and failure.at > began else began + PATIENCE
    if failed_at > now:
        return Progress(ReportStatus.PREPARING, requests=len(requests))
    return Progress(ReportStatus.FAILED, failed_at=failed_at, requests=len(requests))
