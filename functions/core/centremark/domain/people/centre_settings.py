"""The settings a centre chooses for itself."""

from dataclasses import dataclass, replace
from datetime import datetime

from centremark.domain.shared.actor import By


@dataclass(frozen=True, slots=True)
class CentreSettings:
    """A centre's settings, and who chose them; `changed` is None while they are the defaults.

    With `second_checker`, whoever gave a candidate's outcome cannot tick it as checked: another person does.
    """

    second_checker: bool = False
    changed_by: By | None = None
    changed_at: datetime | None = None

    def with_second_checker(self, wanted: bool, by: By, at: datetime) -> "CentreSettings":  # noqa: FBT001  # the choice
        """Change the setting; choosing what is already set keeps who chose it, and when."""
        if wanted == self.second_checker:
            return self
        return replace(self, second_checker=wanted, changed_by=by, changed_at=at)
