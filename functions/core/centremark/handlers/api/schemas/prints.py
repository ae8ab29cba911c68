"""Shapes of the routes for reports and mark slips."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from centremark.domain.prints.kinds import Report, Slips
from centremark.domain.prints.progress import ReportStatus
from centremark.handlers.api.fields import DayIn, OneLine
from centremark.handlers.api.schemas.shared import In, Out
from centremark.usecases.prints.prints import PrintView


class ReportOut(Out):
    """The state of the printed report of the sheet's latest version; a link lasts a quarter of an hour.

    `failed_at` is when printing failed, if it did; request it again to try again.
    """

    status: ReportStatus
    draft: bool
    version: int
    link: str | None
    expires_at: datetime | None
    failed_at: datetime | None

    @classmethod
    def of(cls, view: PrintView[Report]) -> "ReportOut":
        link = view.progress.link
        return cls(
            status=view.progress.status,
            draft=view.wanted.draft,
            version=view.wanted.version,
            link=link.url if link else None,
            expires_at=link.expires_at if link else None,
            failed_at=view.progress.failed_at,
        )


class SlipsIn(In):
    """The candidates to print slips for, and the last day in London on which they may ask for a review."""

    group: Annotated[str, Field(max_length=50), OneLine] | None
    review_by: DayIn


class SlipsOut(Out):
    """The state of the mark slips of the sheet's latest version; a link lasts a quarter of an hour.

    `failed_at` is when printing failed, if it did; request them again to try again.
    """

    status: ReportStatus
    version: int
    group: str | None
    review_by: date
    link: str | None
    expires_at: datetime | None
    failed_at: datetime | None

    @classmethod
    def of(cls, view: PrintView[Slips]) -> "SlipsOut":
        link = view.progress.link
        return cls(
            status=view.progress.status,
            version=view.wanted.version,
            group=view.wanted.group,
            review_by=view.wanted.review_by,
            link=link.url if link else None,
            expires_at=link.expires_at if link else None,
            failed_at=view.progress.failed_at,
        )
