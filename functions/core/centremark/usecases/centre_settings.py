"""How a centre has chosen to work: read it, change it."""

from dataclasses import dataclass

from centremark.domain.actor import Actor, Permission
from centremark.domain.centre_settings import CentreSettings
from centremark.domain.ports import Catalogue, Choices, Clock
from centremark.domain.values import CentreNumber


@dataclass(frozen=True, slots=True)
class ReadCentreSettings:
    """A centre's settings, for everyone who may see its marks. Raises `NotFound`, `Forbidden`."""

    choices: Choices
    catalogue: Catalogue

    def __call__(self, centre: CentreNumber, actor: Actor) -> CentreSettings:
        """Read them."""
        actor.must(Permission.READ, centre)
        return self.choices.get(self.catalogue.centre(centre).number)


@dataclass(frozen=True, slots=True)
class ChangeCentreSettings:
    """Let a centre's administrator choose how the centre works, effective at once.

    Choosing what is already so changes nothing. Raises `NotFound`, `Forbidden`.
    """

    choices: Choices
    clock: Clock

    def __call__(self, centre: CentreNumber, actor: Actor, *, second_checker: bool) -> CentreSettings:
        """Permit, choose, keep."""
        actor.must(Permission.SETTINGS, centre)
        before = self.choices.get(centre)
        chosen = before.with_second_checker(second_checker, by=actor.by, at=self.clock())
        if chosen != before:
            self.choices.put(centre, chosen)
        return chosen
