"""What prints say about a candidate beside the mark."""

from centremark.domain.catalogue.catalogue import Assessment, Candidate
from centremark.domain.sheet.row import Row


def note_on(candidate: Candidate, row: Row, assessment: Assessment) -> str:
    """Write a former name, a former centre, a mark carried forward, why it is 0, and a circumstance without its reason.

    Empty when there is nothing to say.
    """
    kind = assessment.circumstances.get(row.circumstance.code) if row.circumstance else None
    said = [
        f"formerly {candidate.former}" if candidate.former else "",
        f"moved from centre {candidate.moved_from}" if candidate.moved_from else "",
        f"carried forward from {row.carried.words}" if row.carried else "",
        row.zero.reason.words.lower() if row.zero else "",
        kind.title.lower() if kind else "",
    ]
    note = "; ".join(part for part in said if part)
    return note[:1].upper() + note[1:]
