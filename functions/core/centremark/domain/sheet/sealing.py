"""The document sent to the board, numbered and hashed; the same marks always give the same bytes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from centremark.domain.shared.identifiers import CandidateNumber, SeriesId, SheetId
from centremark.domain.shared.outcomes import ABSENT, Outcome, outcome_of
from centremark.domain.sheet.declaration import DECLARATION
from centremark.domain.sheet.row import CriteriaMarks, Rows, ZeroReason
from centremark.domain.sheet.submission import Submission


def reference(sheet: SheetId, number: int) -> str:
    """A reference that people can read out: centre, assessment, series, number."""
    return f"{sheet.centre}-{sheet.assessment.slug}-{sheet.series}-{number}"


@dataclass(frozen=True, slots=True)
class Sending:
    """Rows to be sent to the board, at the sheet's `version`.

    One after the first either names the amendment that made it, or supplements earlier ones with other candidates. `by`
    is who signed, as receipts name them.
    """

    sheet: SheetId
    rows: Rows
    number: int
    by: str
    at: datetime
    late: bool
    version: int
    amendment: int | None = None

    def sealed(self) -> tuple[Submission, str]:
        """Make the submission and its document, byte for byte."""
        document = self._document()
        submission = Submission(
            number=self.number,
            reference=reference(self.sheet, self.number),
            sha256=sha256(document.encode()).hexdigest(),
            at=self.at,
            by=self.by,
            late=self.late,
            candidates=len(self.rows),
            absent=sum(row.outcome == ABSENT for row in self.rows.values()),
            version=self.version,
            amendment=self.amendment,
        )
        return submission, document

    def _document(self) -> str:
        content: dict[str, object] = {
            "reference": reference(self.sheet, self.number),
            "series": self.sheet.series,
            "centre": self.sheet.centre,
            "assessment": self.sheet.assessment,
            "number": self.number,
            "submitted_at": self.at.isoformat(),
            "submitted_by": self.by,
            "late": self.late,
            "declaration": DECLARATION.version,
            "outcomes": {c: row.outcome.code for c, row in sorted(self.rows.items()) if row.outcome},
        }
        if carried := {c: row.carried for c, row in sorted(self.rows.items()) if row.carried}:
            content |= {"carried_forward": carried}
        if circumstances := {c: row.circumstance.code for c, row in sorted(self.rows.items()) if row.circumstance}:
            content |= {"circumstances": circumstances}
        if criteria := {c: row.criteria for c, row in sorted(self.rows.items()) if row.criteria}:
            content |= {"criteria": criteria}
        if zeros := {c: row.zero.reason for c, row in sorted(self.rows.items()) if row.zero}:
            content |= {"zero_reasons": zeros}
        before = reference(self.sheet, self.number - 1)
        if self.amendment is not None:
            content |= {"replaces": before, "amendment": self.amendment}
        elif self.number > 1:
            content |= {"supplements": before}
        return json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


@dataclass(frozen=True, slots=True)
class SentRow:
    """What a submission says about one candidate; `circumstance` is its code, empty where there is none."""

    outcome: Outcome
    carried: SeriesId | None
    circumstance: str
    criteria: CriteriaMarks = ()
    zero: ZeroReason | None = None


@dataclass(frozen=True, slots=True)
class SentMarks:
    """What was sent: the wording declared, and the marks in candidate order."""

    declaration: str
    rows: Mapping[CandidateNumber, SentRow]


def marks_in(document: str) -> SentMarks:
    """Read a document that `Sending` made."""
    content = json.loads(document)
    carried, circumstances = content.get("carried_forward", {}), content.get("circumstances", {})
    criteria, zeros = content.get("criteria", {}), content.get("zero_reasons", {})
    rows = {
        CandidateNumber(candidate): SentRow(
            outcome_of(code),
            SeriesId(carried[candidate]) if candidate in carried else None,
            circumstances.get(candidate, ""),
            tuple(criteria.get(candidate, ())),
            ZeroReason(zeros[candidate]) if candidate in zeros else None,
        )
        for candidate, code in sorted(content["outcomes"].items())
    }
    return SentMarks(content["declaration"], rows)
