"""What a sheet's ledger holds and its centre may not know, or not yet."""

from centremark.domain.actor import Actor, Permission
from centremark.domain.facts import ModerationOutcomeRecorded
from centremark.domain.ports import Entry
from centremark.domain.values import CentreNumber


def is_for_the_board(entry: Entry, centre: CentreNumber, actor: Actor) -> bool:
    """Whether it tells someone who is not of the board that moderation has an outcome, which has a day of release."""
    return entry.name == ModerationOutcomeRecorded.NAME and not actor.may(Permission.MODERATE, centre)
