"""Shapes of what is known about a candidate beside the mark, shared by the list, the review and the records."""

from centremark.domain.catalogue.catalogue import Assessment, Candidate
from centremark.domain.sheet.row import Row
from centremark.handlers.api.schemas.circumstances import CircumstanceOut
from centremark.handlers.api.schemas.shared import Out


class NoteOut(Out):
    """What to know about a candidate; null where there is nothing.

    The `former` name, where the entry changed it; the centre they moved from; the series their mark is carried forward
    from, which the centre cannot change; the circumstance recorded.
    """

    former: str | None
    moved_from: str | None
    carried_from: str | None
    circumstance: CircumstanceOut | None

    @classmethod
    def about(cls, candidate: Candidate, row: Row, assessment: Assessment) -> "NoteOut | None":
        if not (candidate.former or candidate.moved_from or row.carried or row.circumstance):
            return None
        return cls(
            former=candidate.former or None,
            moved_from=candidate.moved_from,
            carried_from=row.carried,
            circumstance=CircumstanceOut.on(row, assessment),
        )
