"""Read and change the settings of a centre."""

from dataclasses import dataclass

from centremark.domain.catalogue.centre_facts import SecondCheckerChosen
from centremark.domain.catalogue.ports import Catalogue
from centremark.domain.people.centre_settings import CentreSettings
from centremark.domain.people.ports import CentreSettingsStore
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.identifiers import CentreNumber
from centremark.domain.shared.ports import Clock
from centremark.usecases.shared.retry import retry_on_conflict


@dataclass(frozen=True, slots=True)
class ReadCentreSettings:
    """A centre's settings, for everyone who may see its marks. Raises `NotFound`, `Forbidden`."""

    centre_settings: CentreSettingsStore
    catalogue: Catalogue

    def __call__(self, centre: CentreNumber, actor: Actor) -> CentreSettings:
        actor.must(Permission.READ, centre)
        return self.centre_settings.get(self.catalogue.centre(centre).number)


@dataclass(frozen=True, slots=True)
class ChangeCentreSettings:
    """Let a centre's administrator change a setting, effective at once.

    Choosing what is already set changes nothing. Raises `NotFound`, `Forbidden`, `Busy`.
    """

    centre_settings: CentreSettingsStore
    clock: Clock

    def __call__(self, centre: CentreNumber, actor: Actor, *, second_checker: bool) -> CentreSettings:
        actor.must(Permission.SETTINGS, centre)

        def attempt() -> CentreSettings:
            before, now = self.centre_settings.get(centre), self.clock()
            chosen = before.with_second_checker(second_checker, by=actor.by(centre), at=now)
            if chosen != before:
                fact = SecondCheckerChosen(office=centre, at=now, by=actor.by(centre), second_checker=second_checker)
                self.centre_settings.put(centre, chosen, fact, over=before)
            return chosen

        return retry_on_conflict(attempt)
