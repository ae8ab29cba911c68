"""What is said of a candidate beside the mark: shapes that the list, the review and the records share."""

from centremark.domain.catalogue import Candidate
from centremark.handlers.schema import Out


class NoteOut(Out):
    """What to know of a candidate: the `former` name, where the entry changed it."""

    former: str | None

    @classmethod
    def about(cls, candidate: Candidate) -> "NoteOut | None":
        """Write what there is to say, or None."""
        return cls(former=candidate.former) if candidate.former else None
