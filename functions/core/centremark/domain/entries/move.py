"""Moving a candidate from one centre to another before the assessment is over.

The mark stays in the history and the submissions of the centre that gave it. The new centre enters its own, because it
answers for what it submits. Its sheet says where the candidate came from. A mark carried forward belongs to the
candidate, so it moves with them.
"""

from dataclasses import dataclass, replace

from centremark.domain.catalogue.catalogue import Candidate
from centremark.domain.entries.add import add_entries
from centremark.domain.entries.enter import must_have_room, number_is_someone_elses
from centremark.domain.entries.withdraw import withdraw_entries
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.errors import AlreadyEntered, NotFound, NumberTaken, SameCentre
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.shared.outcomes import Grade, Mark
from centremark.domain.sheet.facts import EntriesChanged
from centremark.domain.sheet.listed_sheet import ListedSheet
from centremark.domain.sheet.row import Carried


@dataclass(frozen=True, slots=True)
class Moved:
    """One of the two sheets after a move, with the fact about it."""

    listed: ListedSheet
    fact: EntriesChanged


def move_candidate(
    origin: ListedSheet,
    target: ListedSheet,
    candidate: CandidateNumber,
    number: CandidateNumber,
    attribution: Attribution,
) -> tuple[Moved, Moved] | None:
    """Withdraw a candidate at the centre of `origin` and enter them under `number` at that of `target`.

    Both facts give the reason; a sample the candidate was in also says which centre they moved to. The UCI
    stays, the teaching group does not. Repeating a move changes nothing. Raises `SameCentre`, `NotFound` (not on the
    sheet), `NumberTaken`, `AlreadyEntered` (under another number), `TooManyCandidates`, `AmendmentOpen`,
    `ModerationFinished`.
    """
    here, there = origin.sheet.id.centre, target.sheet.id.centre
    if here == there:
        raise SameCentre(f"Candidate {candidate} is already at centre {here}. Give a different centre number.")
    if candidate not in origin.sheet.rows:
        if _has_moved(origin, target, candidate, number):
            return None
        raise NotFound(f"Candidate {candidate} is not entered for {origin.sheet.id.assessment} at centre {here}.")
    person = origin.roster[candidate]
    _must_be_free(target, person, number)
    gone = replace(attribution, note=f"Moved to centre {there}. {attribution.note}")
    left, withdrawn = withdraw_entries(origin.sheet, [candidate], gone)
    row = origin.sheet.rows[candidate]
    own = {number: Carried(row.outcome, row.carried)} if row.carried and isinstance(row.outcome, Mark | Grade) else {}
    joined, entered = add_entries(target.sheet, [number], attribution, carried=own)
    if not withdrawn or not entered:
        raise AssertionError("who is on one sheet and not on the other changes both")
    arrived = replace(person, number=number, group="", moved_from=here)
    return (
        Moved(ListedSheet(left, origin.roster), replace(withdrawn, other_centre=there, reason=attribution.note)),
        Moved(
            ListedSheet(joined, must_have_room(target.sheet.id, target.roster, {**target.roster, number: arrived})),
            replace(entered, other_centre=here),
        ),
    )


def _has_moved(origin: ListedSheet, target: ListedSheet, candidate: CandidateNumber, number: CandidateNumber) -> bool:
    left = origin.roster.get(candidate)
    arrived = target.roster.get(number) if number in target.sheet.rows else None
    came = arrived is not None and arrived.moved_from == origin.sheet.id.centre
    return bool(left and arrived and came and left.uci == arrived.uci)


def _must_be_free(target: ListedSheet, person: Candidate, number: CandidateNumber) -> None:
    centre = target.sheet.id.centre
    same = [entered for entered in target.sheet.rows if target.roster[entered].uci == person.uci]
    if same:
        raise AlreadyEntered(
            f"The candidate is already entered at centre {centre}, as {same[0]}. Withdraw one of the 2 entries."
        )
    if number in target.sheet.rows or number_is_someone_elses(target, number, person):
        raise NumberTaken(
            f"At centre {centre}, {number} is another candidate's number. Give this candidate's number there."
        )
