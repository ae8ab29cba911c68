"""Decisions about extensions: each gives the sheet's next version and the fact that made it."""

from dataclasses import replace
from datetime import datetime

from centremark.domain.catalogue.catalogue import is_over
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.errors import AlreadySubmitted, ExtensionNotLater, ExtensionOpen, NotFound, Point
from centremark.domain.sheet.extension import Extension
from centremark.domain.sheet.facts import ExtensionDecided, ExtensionRequested
from centremark.domain.sheet.mark_sheet import MarkSheet


def ask_for_extension(
    sheet: MarkSheet, until: datetime, attribution: Attribution
) -> tuple[MarkSheet, ExtensionRequested]:
    """Request an extension for marks that are not submitted; `attribution` gives the reason.

    Raises `AlreadySubmitted`, `ExtensionOpen` (the board has yet to decide on one), `ExtensionNotLater`.
    """
    if sheet.submission and not sheet.late:
        raise AlreadySubmitted("These marks are submitted, so you do not need an extension.")
    before = sheet.extension
    if before and before.granted is None:
        raise ExtensionOpen("The board has not decided on your last extension request yet.")
    _must_be_later(sheet, until)
    if is_over(until, attribution.at):
        raise _not_later("That day has passed. Choose today or a later day.")
    asked = Extension(until, attribution, allowed=before.allowed if before else None)
    changed = replace(sheet, extension=asked, version=sheet.version + 1)
    return changed, ExtensionRequested(
        sheet=sheet.id, version=changed.version, at=attribution.at, by=attribution.by, extension=asked
    )


def decide_extension(
    sheet: MarkSheet, until: datetime | None, attribution: Attribution
) -> tuple[MarkSheet, ExtensionDecided | None]:
    """Grant an extension until the time requested or another, or decline it (None).

    Making the same decision again changes nothing. Raises `NotFound` (nothing was requested), `ExtensionNotLater`.
    """
    asked = sheet.extension
    if asked is None:
        raise NotFound("The centre has not requested an extension.")
    if asked.granted is not None and (until or asked.until, until is not None) == (asked.until, asked.granted):
        return sheet, None
    if until:
        _must_be_later(replace(sheet, extension=None), until)
    decided = replace(
        asked,
        until=until or asked.until,
        granted=until is not None,
        decided=attribution,
        allowed=until or asked.allowed,
    )
    changed = replace(sheet, extension=decided, version=sheet.version + 1)
    return changed, ExtensionDecided(
        sheet=sheet.id, version=changed.version, at=attribution.at, by=attribution.by, extension=decided
    )


def _must_be_later(sheet: MarkSheet, until: datetime) -> None:
    if until <= sheet.window.deadline:
        raise _not_later("An extension must end after the deadline. Choose a later day.")


def _not_later(detail: str) -> ExtensionNotLater:
    return ExtensionNotLater(detail, (Point("/until", ExtensionNotLater.code, detail),))
