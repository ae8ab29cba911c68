"""Rows, candidates and submissions as plain values, as the items of both tables keep them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from centremark.domain.catalogue import Candidate
from centremark.domain.circumstances import Circumstance
from centremark.domain.facts import Row, Submission
from centremark.domain.outcomes import outcome_of
from centremark.domain.values import CandidateNumber, CentreNumber, SeriesId, Uci

Json = dict[str, Any]


def row_to_list(row: Row, people: Mapping[str, int]) -> list[Any]:
    """A row as plain values: outcome code or "", tick and revision, which are all that most rows need.

    After them come who gave the outcome, by place, the series it is carried forward from, and a circumstance with its
    reason, as far as there are any.
    """
    plain = [row.outcome.code if row.outcome else "", int(row.checked), row.revision]
    if row.carried is None and row.circumstance is None:
        return [*plain, people[row.entered_by]] if row.entered_by else plain
    told = [[row.circumstance.code, row.circumstance.reason]] if row.circumstance else []
    return [*plain, people[row.entered_by] if row.entered_by else None, row.carried, *told]


def row_from_list(row: list[Any], people: Sequence[str]) -> Row:
    """Read `row_to_list` back."""
    code, checked, revision, *more = row
    by, *said = more or (None,)
    outcome, entered_by = outcome_of(code) if code else None, "" if by is None else people[int(by)]
    if not said:
        return Row(outcome, bool(checked), revision, entered_by)
    carried, *told = said
    series, circumstance = SeriesId(carried) if carried else None, Circumstance(*told[0]) if told else None
    return Row(outcome, bool(checked), revision, entered_by, series, circumstance)


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
