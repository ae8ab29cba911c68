"""Leave a centre by oneself."""

from dataclasses import dataclass

from centremark.domain.people import centre_people as deciding
from centremark.domain.people.ports import PeopleOfCentres
from centremark.domain.shared.actor import BOARD_CENTRE, Actor, Permission
from centremark.domain.shared.errors import Forbidden
from centremark.domain.shared.identifiers import CentreNumber
from centremark.domain.shared.ports import Clock, IdempotencyRecord, IdempotencyStore, Key
from centremark.usecases.people.manage_people import Done, administrators_only_invited
from centremark.usecases.shared.retry import retry_on_conflict


@dataclass(frozen=True, slots=True)
class LeaveCentre:
    """Let people leave a centre, whoever gave them access; what they did there stays.

    Once they have left, the centre is not theirs: the same request again raises `NotFound`. Also raises `Forbidden` (a
    machine client, the board's people), `LastAdministrator`, `KeyReused`, `Busy`.
    """

    people: PeopleOfCentres
    idempotency: IdempotencyStore
    clock: Clock

    def __call__(self, centre: CentreNumber, key: Key, actor: Actor) -> None:
        """Give up every role at the centre, effective at once."""
        actor.must(Permission.READ, centre)
        actor.must_be_a_person("leave a centre", "The centre's administrator removes it on the page of people.")
        if centre == BOARD_CENTRE or centre not in actor.memberships:
            raise Forbidden(
                "You have no role of this centre's own, so there is nothing to leave. "
                "The exam board gives and takes away the roles of its own people."
            )

        def attempt() -> None:
            if self.idempotency.find(key, Done):
                return
            people, now = self.people.get(centre), self.clock()
            after, facts = deciding.leave(people, actor, now, invited=administrators_only_invited(self.people, people))
            self.people.save(people, after, *facts, claim=IdempotencyRecord(key, Done(actor.id)), at=now)

        retry_on_conflict(attempt)
