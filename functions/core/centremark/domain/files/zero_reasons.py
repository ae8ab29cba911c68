"""Reasons for a mark of 0 as files write them."""

from collections.abc import Mapping
from typing import Final

from centremark.domain.catalogue.names import words_of
from centremark.domain.files.faults import SHOWN, FaultCode, Unreadable
from centremark.domain.shared.outcomes import ABSENT, Mark, Outcome
from centremark.domain.sheet.row import ZeroReason

KNOWN: Final[Mapping[str, ZeroReason]] = {
    **dict.fromkeys(
        (
            "worth nothing",
            "worth no marks",
            "no marks",
            "no credit",
            "nothing creditworthy",
            "dim marciau",
            "dim teilyngdod",
        ),
        ZeroReason.WORTH_NOTHING,
    ),
    **dict.fromkeys(
        (
            "not authenticated",
            "not authentic",
            "authenticity not confirmed",
            "not the candidates own",
            "heb ei ddilysu",
        ),
        ZeroReason.NOT_AUTHENTICATED,
    ),
}
NO_WORK: Final = frozenset(
    {"no work", "no work submitted", "no work handed in", "not handed in", "not submitted", "dim gwaith"}
)


def zero_reason_of(text: str, outcome: Outcome | None) -> ZeroReason | None:
    """Read a reason beside an outcome, None when there is no text; raises `Unreadable`.

    Work that was not handed in is no reason for 0: the candidate is absent, and may be said to be so twice.
    """
    word = " ".join(words_of(text))
    if not word or (word in NO_WORK and outcome == ABSENT):
        return None
    if word in NO_WORK:
        raise Unreadable(FaultCode.NO_WORK_IS_ABSENT, f"'{text[:SHOWN]}' is beside a mark.")
    if word not in KNOWN:
        raise Unreadable(FaultCode.ZERO_REASON_UNKNOWN, f"'{text[:SHOWN]}' is not a reason for a mark of 0.")
    if outcome != Mark(0):
        raise Unreadable(FaultCode.NOT_A_ZERO, f"'{text[:SHOWN]}' is beside a mark that is not 0.")
    return KNOWN[word]
