"""What is said of a candidate beside the mark: shapes that the list, the review and the records share."""

from centremark.domain.catalogue import Candidate
from centremark.handlers.schema import Out


class NoteOut(Out):
    """What to know of a candidate: the `former` name, where the entry changed it, and the centre they moved from."""

    former: str | None
    moved_from: str | None

    @classmethod
    def about(cls, candidate: Candidate) -> "NoteOut | None":
        """Write what there is to say, or None."""
        note = cls(former=candidate.former or None, moved_from=candidate.moved_from)
        return note if any(note.model_dump().values()) else None
