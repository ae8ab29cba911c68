"""What a sheet's ledger holds that its centre may not know, or not yet."""

from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.identifiers import CentreNumber
from centremark.domain.sheet.facts import Fact, ModerationOutcomeRecorded


def is_for_the_board(fact: Fact, centre: CentreNumber, actor: Actor) -> bool:
    """Whether a fact would show that moderation has an outcome, which a centre may know only from its release."""
    return isinstance(fact, ModerationOutcomeRecorded) and not actor.may(Permission.MODERATE, centre)
