"""Shapes of a centre's settings and its people."""

from datetime import datetime

from pydantic import StrictBool

from centremark.domain.people.centre_settings import CentreSettings
from centremark.handlers.api.schemas.shared import In, Out


class SettingsIn(In):
    """The settings a centre's administrator can change."""

    second_checker: StrictBool


class SettingsOut(Out):
    """A centre's settings, and who changed them last; null while nobody has.

    With `second_checker`, whoever gave an outcome cannot tick it as checked.
    """

    second_checker: bool
    changed_by: str | None
    changed_at: datetime | None

    @classmethod
    def of(cls, settings: CentreSettings) -> "SettingsOut":
        return cls(
            second_checker=settings.second_checker,
            changed_by=settings.changed_by.name if settings.changed_by else None,
            changed_at=settings.changed_at,
        )


class PeopleOut(Out):
    """The names of a centre's people by what they may do, in order; machine clients are left out."""

    enter: list[str]
    submit: list[str]
