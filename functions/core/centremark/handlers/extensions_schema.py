"""Shapes of the routes of extensions."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from centremark.domain.mark_sheet import MarkSheet
from centremark.handlers.amendments_schema import Note, ToldOut
from centremark.handlers.schema import In, Out


class AskExtensionIn(In):
    """The last day, in London, that the centre wants, and why."""

    until: date
    reason: Annotated[str, Field(min_length=1, max_length=1000)]


class DecideExtensionIn(In):
    """The last day, in London, that the board grants; null declines."""

    until: date | None
    note: Note = ""


class ExtensionOut(Out):
    """A sheet's deadline with what the board granted, and the latest extension asked for, if any.

    `granted` is null while nothing was asked for or the board has yet to decide; `until` is the last instant asked
    for, or granted.
    """

    sheet: str
    version: int
    deadline: datetime
    until: datetime | None
    granted: bool | None
    asked: ToldOut | None
    decided: ToldOut | None

    @classmethod
    def of(cls, sheet: MarkSheet) -> "ExtensionOut":
        """Write a sheet's deadline and extension."""
        extension = sheet.extension
        return cls(
            sheet=str(sheet.id),
            version=sheet.version,
            deadline=sheet.window.deadline,
            until=extension.until if extension else None,
            granted=extension.granted if extension else None,
            asked=ToldOut.of(extension.asked) if extension else None,
            decided=ToldOut.of(extension.decided) if extension and extension.decided else None,
        )
