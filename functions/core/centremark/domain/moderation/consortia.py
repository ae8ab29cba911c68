"""Which centres may be moderated together, and until when that can change."""

from collections.abc import Collection, Iterable, Sequence

from centremark.domain.catalogue.catalogue import Consortium
from centremark.domain.shared.errors import ConsortiumRefused, InAnotherConsortium, ModerationBegun, Point
from centremark.domain.shared.identifiers import CentreNumber
from centremark.domain.sheet.mark_sheet import MarkSheet


def must_exist(asked: Sequence[CentreNumber], known: Collection[CentreNumber]) -> None:
    """Raise `ConsortiumRefused` with a pointer to each centre that does not exist."""
    points = tuple(
        Point(f"/centres/{place}", "no-such-centre", f"There is no centre {centre}. Check the number.")
        for place, centre in enumerate(asked)
        if centre not in known
    )
    if points:
        raise ConsortiumRefused(f"No consortium was set up. {points[0].detail}", points)


def must_be_free(asked: Sequence[CentreNumber], others: Iterable[Consortium]) -> None:
    """Raise `InAnotherConsortium` with a pointer to each centre that already belongs to one of these."""
    taken = {centre: other for other in others for centre in other.centres}
    points = tuple(
        Point(
            f"/centres/{place}",
            "in-another-consortium",
            f"Centre {centre} is in the consortium of {' and '.join(taken[centre].centres)} for "
            f"{taken[centre].assessment}. Dissolve or change that one first.",
        )
        for place, centre in enumerate(asked)
        if centre in taken
    )
    if points:
        raise InAnotherConsortium(f"No consortium was set up. {points[0].detail}", points)


def must_not_have_begun(sheets: Iterable[MarkSheet]) -> None:
    """Raise `ModerationBegun`, naming the centre, when moderation of one of these has started or ended."""
    for sheet in sheets:
        if sheet.moderation:
            raise ModerationBegun(
                f"Moderation of {sheet.id.assessment} has begun at centre {sheet.id.centre}, "
                "so you can no longer change the consortium."
            )
