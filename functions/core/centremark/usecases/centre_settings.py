"""How a centre has chosen to work: read it, change it."""

from dataclasses import dataclass

from centremark.domain.actor import Actor, Permission
from centremark.domain.centre_settings import CentreSettings
from centremark.domain.office_facts import SecondCheckerChosen
from centremark.domain.ports import Catalogue, Choices, Clock
from centremark.domain.values import CentreNumber
from centremark.usecases.racing import until_won


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

    Choosing what is already so changes nothing. Raises `NotFound`, `Forbidden`, `Busy`.
    """

    choices: Choices
    clock: Clock

    def __call__(self, centre: CentreNumber, actor: Actor, *, second_checker: bool) -> CentreSettings:
        """Permit, then choose until no one else is quicker."""
        actor.must(Permission.SETTINGS, centre)

        def attempt() -> CentreSettings:
            before, now = self.choices.get(centre), self.clock()
            chosen = before.with_second_checker(second_checker, by=actor.by, at=now)
            if chosen != before:
                fact = SecondCheckerChosen(office=centre, at=now, by=actor.by, second_checker=second_checker)
                self.choices.put(centre, chosen, fact)
            return chosen

        return until_won(attempt)
