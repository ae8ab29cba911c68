"""Rows, their changes, answers about them, and candidates in the compact form that items of both tables have."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import dropwhile
from typing import Any, Final

from centremark.domain.catalogue.catalogue import Candidate
from centremark.domain.catalogue.circumstances import Circumstance
from centremark.domain.shared.identifiers import CandidateNumber, CentreNumber, SeriesId, Uci
from centremark.domain.shared.outcomes import outcome_of
from centremark.domain.sheet.mark_sheet import Answer, Result
from centremark.domain.sheet.row import CheckerNote, ExplainedZero, Flag, Row, RowChange, ZeroReason

LETTERS: Final[Mapping[ZeroReason, str]] = {ZeroReason.WORTH_NOTHING: "w", ZeroReason.NOT_AUTHENTICATED: "n"}
REASONS: Final = {letter: reason for reason, letter in LETTERS.items()}
"""Reasons for a mark of 0 by the letter they are stored as: two thousand of them are long."""


def row_to_list(row: Row, people: Mapping[str, int]) -> list[Any]:
    """Write a row as plain values: outcome code or "", tick and revision, which is all that most rows need.

    Then follow, as far as there are any, who gave the outcome, by place; the series it is carried forward from; a
    circumstance's code; who flagged it, by place, with the second; the marks of criteria; why it is 0 and who said so,
    by place; the note to the checker, of which a sheet has a few, with who wrote it, by place, and the second. Reasons
    are stored elsewhere.
    """
    plain = [row.outcome.code if row.outcome else "", int(row.checked), row.revision]
    more = [
        people[row.entered_by] if row.entered_by else None,
        row.carried,
        row.circumstance and row.circumstance.code,
        [people[row.flag.by], int(row.flag.at.timestamp())] if row.flag else None,
        list(row.criteria) or None,
        [LETTERS[row.zero.reason], people[row.zero.by]] if row.zero else None,
        [row.note.text, people[row.note.by], int(row.note.at.timestamp())] if row.note else None,
    ]
    said = list(dropwhile(lambda value: value is None, reversed(more)))
    return [*plain, *reversed(said)]


def row_from_list(row: list[Any], people: Sequence[str]) -> Row:
    """Read `row_to_list`; a circumstance has no reason here."""
    code, checked, revision, *more = row
    by, carried, circumstance, flag, criteria, zero, note = (*more, *[None] * (7 - len(more)))
    return Row(
        outcome_of(code) if code else None,
        bool(checked),
        revision,
        "" if by is None else people[int(by)],
        SeriesId(carried) if carried else None,
        None if circumstance is None else Circumstance(circumstance, ""),
        Flag(people[int(flag[0])], datetime.fromtimestamp(int(flag[1]), UTC)) if flag else None,
        tuple(criteria or ()),
        ExplainedZero(REASONS[zero[0]], people[int(zero[1])]) if zero else None,
        CheckerNote(note[0], people[int(note[1])], datetime.fromtimestamp(int(note[2]), UTC)) if note else None,
    )


def candidate_to_list(candidate: Candidate) -> list[str]:
    """Write a candidate, without the number, as plain values; a former name and centre only where there is one."""
    plain = [candidate.name, candidate.uci, candidate.group]
    said = [candidate.former, candidate.moved_from or ""]
    return [*plain, *said] if any(said) else plain


def candidate_from_list(number: str, plain: list[str]) -> Candidate:
    """Read `candidate_to_list`."""
    name, uci, group, *said = plain
    former, moved_from = said or ("", "")
    centre = CentreNumber(moved_from) if moved_from else None
    return Candidate(CandidateNumber(number), name, Uci(uci), group, former, centre)


def changes_to_list(changes: Sequence[RowChange]) -> list[Any]:
    """Write changes of rows as plain values, after the ids of all who gave, flagged or explained outcomes."""
    places = _places_of_people(row for change in changes for row in (change.before, change.after))
    return [list(places), *(_change_to_list(change, places) for change in changes)]


def changes_from_list(plain: list[Any]) -> tuple[RowChange, ...]:
    """Read `changes_to_list`."""
    people, *changes = plain
    return tuple(_change_from_list(change, people) for change in changes)


def answers_to_list(answers: Sequence[Answer]) -> list[Any]:
    """Write answers as plain values, after the ids of all that their rows name, without reasons of circumstances."""
    places = _places_of_people(answer.row for answer in answers if answer.row)
    return [
        list(places),
        *([a.candidate, a.result, a.row and row_to_list(a.row, places), a.code, a.detail] for a in answers),
    ]


def answers_from_list(plain: list[Any]) -> tuple[Answer, ...]:
    """Read `answers_to_list` back."""
    people, *answers = plain
    return tuple(
        Answer(CandidateNumber(candidate), Result(result), row and row_from_list(row, people), code, detail)
        for candidate, result, row, code, detail in answers
    )


def _places_of_people(rows: Iterable[Row]) -> dict[str, int]:
    """The ids of all that these rows name, each with its place."""
    ids: set[str] = set()
    for row in rows:
        ids |= {row.entered_by} if row.entered_by else set()
        ids |= {said.by for said in (row.flag, row.zero, row.note) if said}
    return {id_: place for place, id_ in enumerate(sorted(ids))}


def _change_to_list(change: RowChange, places: Mapping[str, int]) -> list[Any]:
    """Write a change as plain values, with the reasons of circumstances before and after where the fact has them."""
    rows = (change.before, change.after)
    plain = [change.candidate, *(row_to_list(row, places) for row in rows)]
    reasons = [row.circumstance.reason if row.circumstance else "" for row in rows]
    return [*plain, reasons] if any(reasons) else plain


def _change_from_list(plain: list[Any], people: Sequence[str]) -> RowChange:
    candidate, before, after, *said = plain
    reasons: list[str] = said[0] if said else ["", ""]
    rows = (row_from_list(row, people) for row in (before, after))
    return RowChange(CandidateNumber(candidate), *map(_with_reason, rows, reasons))


def _with_reason(row: Row, reason: str) -> Row:
    return replace(row, circumstance=replace(row.circumstance, reason=reason)) if row.circumstance else row
