"""Rows, candidates and submissions as plain values, as the items of both tables keep them."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import dropwhile
from typing import Any

from centremark.domain.catalogue import Candidate
from centremark.domain.circumstances import Circumstance
from centremark.domain.facts import Flag, Row, Submission
from centremark.domain.outcomes import outcome_of
from centremark.domain.values import CandidateNumber, CentreNumber, SeriesId, Uci

Json = dict[str, Any]


def row_to_list(row: Row, people: Mapping[str, int]) -> list[Any]:
    """A row as plain values: outcome code or "", tick and revision, which are all that most rows need.

    After them come, as far as there are any, who gave the outcome, by place, the series it is carried forward from, a
    circumstance's code, and who flagged it, by place, with the second. Free text stands elsewhere.
    """
    plain = [row.outcome.code if row.outcome else "", int(row.checked), row.revision]
    more = [
        people[row.entered_by] if row.entered_by else None,
        row.carried,
        row.circumstance and row.circumstance.code,
        [people[row.flag.by], int(row.flag.at.timestamp())] if row.flag else None,
    ]
    said = list(dropwhile(lambda value: value is None, reversed(more)))
    return [*plain, *reversed(said)]


def row_from_list(row: list[Any], people: Sequence[str]) -> Row:
    """Read `row_to_list` back, with no reason of a circumstance."""
    code, checked, revision, *more = row
    by, carried, circumstance, flag = (*more, *[None] * (4 - len(more)))
    return Row(
        outcome_of(code) if code else None,
        bool(checked),
        revision,
        "" if by is None else people[int(by)],
        SeriesId(carried) if carried else None,
        Circumstance(circumstance, "") if circumstance else None,
        Flag(people[int(flag[0])], datetime.fromtimestamp(int(flag[1]), UTC)) if flag else None,
    )


def candidate_to_list(candidate: Candidate) -> list[str]:
    """A candidate as plain values but for the number; a former name and centre only where there is one."""
    plain = [candidate.name, candidate.uci, candidate.group]
    said = [candidate.former, candidate.moved_from or ""]
    return [*plain, *said] if any(said) else plain


def candidate_from_list(number: str, plain: list[str]) -> Candidate:
    """Read `candidate_to_list` back."""
    name, uci, group, *said = plain
    former, moved_from = said or ("", "")
    centre = CentreNumber(moved_from) if moved_from else None
    return Candidate(CandidateNumber(number), name, Uci(uci), group, former, centre)


def submission_to_json(s: Submission) -> Json:
    """A submission as plain values."""
    return {
        "number": s.number,
        "reference": s.reference,
        "sha256": s.sha256,
        "at": s.at.isoformat(),
        "by": s.by,
        "late": s.late,
        "candidates": s.candidates,
        "absent": s.absent,
        "version": s.version,
        "amendment": s.amendment,
        "confirmed_at": s.confirmed_at.isoformat() if s.confirmed_at else None,
    }


def submission_from_json(plain: Json) -> Submission:
    """Read `submission_to_json` back."""
    values: Json = {**plain, "at": datetime.fromisoformat(plain["at"])}
    if confirmed_at := values["confirmed_at"]:
        values["confirmed_at"] = datetime.fromisoformat(confirmed_at)
    return Submission(**values)
