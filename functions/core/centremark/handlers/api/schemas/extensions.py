"""Shapes of extensions: what was requested and decided, and the deadline that results."""

from datetime import datetime

from pydantic import ValidationInfo, field_validator

from centremark.domain.sheet.extension import Extension
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.handlers.api.fields import DayIn, ReasonIn
from centremark.handlers.api.schemas.shared import AttributionOut, In, NoteOnDecision, Out, why_declined


class AskExtensionIn(In):
    """The last day in London that the centre wants, and why."""

    until: DayIn
    reason: ReasonIn


class DecideExtensionIn(In):
    """The last day in London that the board grants; null declines."""

    until: DayIn | None
    note: NoteOnDecision = ""

    @field_validator("note")
    @classmethod
    def _says_why(cls, note: str, info: ValidationInfo) -> str:
        return why_declined(note) if info.data.get("until", note) is None else note


class MoreTimeOut(Out):
    """The latest extension requested, and what the board decided.

    `until` is the last instant requested, or the one granted; `granted` is null while the board has yet to decide.
    """

    until: datetime
    granted: bool | None
    asked: AttributionOut
    decided: AttributionOut | None

    @classmethod
    def of(cls, extension: Extension | None) -> "MoreTimeOut | None":
        return extension and cls(
            until=extension.until,
            granted=extension.granted,
            asked=AttributionOut.of(extension.asked),
            decided=AttributionOut.of(extension.decided) if extension.decided else None,
        )


class ExtensionOut(Out):
    """A sheet's deadline including what the board granted, and the latest extension requested, if any."""

    sheet: str
    version: int
    deadline: datetime
    extension: MoreTimeOut | None

    @classmethod
    def of(cls, sheet: MarkSheet) -> "ExtensionOut":
        return cls(
            sheet=str(sheet.id),
            version=sheet.version,
            deadline=sheet.window.deadline,
            extension=MoreTimeOut.of(sheet.extension),
        )
