"""How a submitted sheet stands, in a few figures for the centre's list: what is to send, and what the board decided."""

from dataclasses import dataclass
from datetime import date, datetime

from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.moderation import WorkState


@dataclass(frozen=True, slots=True)
class AfterSubmission:
    """What a centre may know of a sheet after its submission; `by` dates are the last days in London.

    `to_send` counts the work of the sample that is not sent yet, due `send_by`. `amendments` counts those that the
    board has yet to decide, and `work_by` is when the first work requested for one is due. `outcome_at` is when the
    centre could first see the outcome of moderation, None until then.
    """

    to_send: int
    send_by: date | None
    amendments: int
    work_by: date | None
    outcome_at: datetime | None

    @classmethod
    def of(cls, sheet: MarkSheet, at: datetime) -> "AfterSubmission | None":
        """Sum up a sheet; None while nothing is submitted."""
        if sheet.submission is None:
            return None
        moderation = sheet.moderation
        outcome = moderation.released(at) if moderation else None
        waits = moderation and not outcome
        to_send = sum(work.state is WorkState.ASKED for work in moderation.sample) if moderation and waits else 0
        undecided = [amendment for amendment in sheet.amendments if amendment.is_open]
        unsent = [one.work.wanted.due for one in undecided if one.work and not one.work.sent]
        return cls(
            to_send,
            moderation.due if moderation and to_send else None,
            len(undecided),
            min(unsent, default=None),
            outcome and max(outcome.release_at, outcome.attribution.at),
        )
