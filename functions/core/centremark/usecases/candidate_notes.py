"""What prints say of a candidate beside the mark, in words."""

from centremark.domain.catalogue import Candidate
from centremark.domain.facts import Row


def note_on(candidate: Candidate, row: Row) -> str:
    """A former name, the centre they moved from and where the mark comes from; empty when there is nothing to say."""
    said = [
        f"formerly {candidate.former}" if candidate.former else "",
        f"moved from centre {candidate.moved_from}" if candidate.moved_from else "",
        f"carried forward from {row.carried.words}" if row.carried else "",
    ]
    note = "; ".join(part for part in said if part)
    return note[:1].upper() + note[1:]
