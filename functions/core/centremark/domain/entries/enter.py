"""Entering candidates for an assessment: who a candidate number stands for, and what counts as a correction.

An entry is known by its UCI and its name. A correction changes one of them. Where both change it is another person, who
never takes over what was recorded for the first. Once marks are submitted a number stands for one person for good,
because submissions, amendments and samples name candidates by their number alone.
"""

from collections.abc import Iterator, Mapping, Sequence

from centremark.domain.catalogue.catalogue import MOST_CANDIDATES, Candidate, Roster
from centremark.domain.entries.add import NOTHING_CARRIED, add_entries
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.errors import AlreadyEntered, EntriesRefused, NumberTaken, Point, TooManyCandidates
from centremark.domain.shared.identifiers import CandidateNumber, SheetId, Uci
from centremark.domain.sheet.facts import EntriesChanged
from centremark.domain.sheet.listed_sheet import ListedSheet
from centremark.domain.sheet.row import Carried


def enter_candidates(
    listed: ListedSheet,
    entries: Sequence[Candidate],
    attribution: Attribution,
    carried: Mapping[CandidateNumber, Carried] = NOTHING_CARRIED,
) -> tuple[ListedSheet, EntriesChanged | None]:
    """Enter candidates, or correct the entries of those already on the sheet; all of them or none.

    Raises `EntriesRefused` (the same number or UCI twice), `NumberTaken` (by another person), `AlreadyEntered` (under
    another number), each with every place, `TooManyCandidates`, and what `add_entries` raises.
    """
    sheet, held = listed.sheet, listed.roster
    if points := tuple(_repeats(entries)):
        raise EntriesRefused(points)
    if points := tuple(_taken(listed, entries)):
        raise NumberTaken(f"Nobody was entered. {points[0].detail}", points)
    if points := tuple(_entered_already(listed, entries)):
        raise AlreadyEntered(f"Nobody was entered. {points[0].detail}", points)
    entered = {entry.number: entry for entry in entries}
    again = {number: held[number].as_entered_again(entered[number]) for number in sheet.rows.keys() & entered.keys()}
    corrected = {n: again[n].corrected_from(held[n]) for n in again if again[n] != held[n]}
    changed, fact = add_entries(sheet, entered.keys(), attribution, corrected=corrected, carried=carried)
    return ListedSheet(changed, must_have_room(sheet.id, held, {**held, **entered, **again})), fact


def must_have_room(sheet: SheetId, held: Roster, wanted: Roster) -> Roster:
    """Give the wanted names, or raise `TooManyCandidates` when they add candidates beyond `MOST_CANDIDATES`."""
    if len(wanted) > max(MOST_CANDIDATES, len(held)):
        raise TooManyCandidates(
            f"A mark sheet has at most {MOST_CANDIDATES:,} candidates, counting those withdrawn, and this would make "
            f"{len(wanted):,}. Nobody was entered. You can enter {max(0, MOST_CANDIDATES - len(held)):,} more. Check "
            f"that they are all centre {sheet.centre}'s candidates for {sheet.assessment}."
        )
    return wanted


def number_is_someone_elses(listed: ListedSheet, number: CandidateNumber, person: Candidate) -> bool:
    """Whether another person has this number: on the sheet or, once marks were submitted, withdrawn from it.

    Only someone on the sheet has an entry to correct. Someone with the name of a withdrawn candidate but another UCI is
    another person.
    """
    before = listed.roster.get(number)
    if before is None:
        return False
    if number in listed.sheet.rows:
        return before.is_someone_else_than(person)
    return listed.sheet.submission is not None and before.uci != person.uci


def _repeats(entries: Sequence[Candidate]) -> Iterator[Point]:
    numbers: set[CandidateNumber] = set()
    ucis: dict[Uci, CandidateNumber] = {}
    for place, entry in enumerate(entries):
        if entry.number in numbers:
            detail = f"Candidate {entry.number} appears twice. Send one entry for each candidate."
            yield Point(f"/entries/{place}/candidate", "candidate-repeated", detail)
        elif entry.uci in ucis:
            detail = f"Candidates {ucis[entry.uci]} and {entry.number} have the same UCI. Correct one of them."
            yield Point(f"/entries/{place}/uci", "uci-repeated", detail)
        numbers.add(entry.number)
        ucis.setdefault(entry.uci, entry.number)


def _taken(listed: ListedSheet, entries: Sequence[Candidate]) -> Iterator[Point]:
    for place, entry in enumerate(entries):
        if not number_is_someone_elses(listed, entry.number, entry):
            continue
        detail = (
            f"Candidate {entry.number} is entered with a different name and UCI. If this is another person, "
            "withdraw the entry first. If it is the same person, correct the name and the UCI one at a time."
            if entry.number in listed.sheet.rows
            else f"{entry.number} was another candidate's number when these marks were submitted. "
            "Give this candidate a different number."
        )
        yield Point(f"/entries/{place}/candidate", NumberTaken.code, detail)


def _entered_already(listed: ListedSheet, entries: Sequence[Candidate]) -> Iterator[Point]:
    changing = {entry.number for entry in entries}
    ucis = {listed.roster[number].uci: number for number in listed.sheet.rows if number not in changing}
    for place, entry in enumerate(entries):
        if entry.uci in ucis:
            detail = (
                f"This UCI is already entered, as candidate {ucis[entry.uci]}. "
                "Withdraw one of the 2 entries, or correct the UCI."
            )
            yield Point(f"/entries/{place}/uci", AlreadyEntered.code, detail)
