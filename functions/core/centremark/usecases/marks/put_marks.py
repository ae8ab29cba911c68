"""Put many rows of one sheet, as an MIS does: candidate and outcome, the whole sheet or a part of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final

from centremark.domain.marks.mode import Mode
from centremark.domain.people.ports import CentreSettingsStore
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.errors import NothingSaved, Point, Stale
from centremark.domain.shared.identifiers import CandidateNumber, SheetId
from centremark.domain.shared.outcomes import Outcome
from centremark.domain.shared.ports import Key
from centremark.domain.sheet.facts import MarksSaved
from centremark.domain.sheet.mark_sheet import Answer, MarkSheet, Result
from centremark.domain.sheet.row import UNCHANGED, Change, CriteriaMarks, Unchanged, ZeroReason
from centremark.usecases.marks.enter_marks import Saved
from centremark.usecases.sheet.change import ChangeSheetOnce


class AnyVersion(Enum):
    """Stands for the latest version of the sheet, whatever it is."""

    IS_THERE = "*"


ANY_VERSION: Final = AnyVersion.IS_THERE


@dataclass(frozen=True, slots=True)
class RowWanted:
    """What a client wants in one row; `revision` None uses the versions that the request names for the whole sheet."""

    candidate: CandidateNumber
    outcome: Outcome | Unchanged | None = UNCHANGED
    checked: bool | None = None
    revision: int | None = None
    criteria: CriteriaMarks | Unchanged = UNCHANGED
    zero: ZeroReason | Unchanged | None = UNCHANGED


@dataclass(frozen=True, slots=True)
class PutMarksCommand:
    """Rows of one sheet.

    `basis` is what rows without a revision were decided on: one of these versions of the sheet, or the latest. With
    `whole` the rows must name every candidate of the sheet.
    """

    sheet: SheetId
    rows: tuple[RowWanted, ...]
    mode: Mode
    whole: bool
    basis: frozenset[int] | AnyVersion
    key: Key


@dataclass(frozen=True, slots=True)
class PutMarks:
    """Save the rows, or those that can be saved, and give the result of each.

    A repeat with the same key answers as the first time. Raises `NotFound`, `Forbidden`, `Stale`, `NothingSaved`,
    `AlreadySubmitted`, `WindowClosed`, `KeyReused`, `Busy`; nothing was saved then.
    """

    change_once: ChangeSheetOnce
    centre_settings: CentreSettingsStore

    def __call__(self, command: PutMarksCommand, actor: Actor) -> Saved:
        actor.must(Permission.ENTER, command.sheet)
        by = actor.by(command.sheet.centre)

        def put(sheet: MarkSheet, now: datetime) -> tuple[MarkSheet, MarksSaved | None, Saved]:
            second_checker = self.centre_settings.get(command.sheet.centre).second_checker
            _must_be_decided_on(sheet, command)
            if command.whole:
                _must_name_everyone(sheet, command.rows)
            changes = [_change(sheet, row) for row in command.rows]
            changed, fact, answers = sheet.enter(changes, by, now, second_checker=second_checker)
            if command.mode is Mode.ALL_OR_NOTHING and (points := tuple(_faults(command.rows, answers))):
                raise NothingSaved(f"{len(points)} of {len(changes)} rows cannot be saved, so none were.", points)
            return changed, fact, Saved.of(changed, answers, now)

        _, saved = self.change_once(command, Saved, put)
        return saved


def _must_be_decided_on(sheet: MarkSheet, command: PutMarksCommand) -> None:
    leaning = any(row.revision is None for row in command.rows)
    if leaning and command.basis is not ANY_VERSION and sheet.version not in command.basis:
        raise Stale(
            "The mark sheet has changed since the version you named. Read it again, then send what you still want."
        )


def _must_name_everyone(sheet: MarkSheet, rows: Sequence[RowWanted]) -> None:
    left_out = sorted(sheet.rows.keys() - {row.candidate for row in rows})
    if left_out:
        points = tuple(Point("/rows", "candidate-left-out", f"Candidate {c} is left out.") for c in left_out)
        raise NothingSaved(f"{len(left_out)} of {len(sheet.rows)} candidates are left out of the whole sheet.", points)


def _change(sheet: MarkSheet, row: RowWanted) -> Change:
    there = sheet.rows.get(row.candidate)
    latest = there.revision if there else 0
    revision = latest if row.revision is None else row.revision
    return Change(row.candidate, revision, row.outcome, row.checked, criteria=row.criteria, zero=row.zero)


def _faults(rows: Sequence[RowWanted], answers: Sequence[Answer]) -> Iterator[Point]:
    """Point at every row that cannot be saved, by its place in the request; repeated candidates keep their order."""
    places: dict[CandidateNumber, list[int]] = {}
    for place, row in enumerate(rows):
        places.setdefault(row.candidate, []).append(place)
    given: Mapping[CandidateNumber, Iterator[int]] = {c: iter(theirs) for c, theirs in places.items()}
    for answer in answers:
        place = next(given[answer.candidate])
        if answer.result in {Result.CONFLICT, Result.REFUSED}:
            yield Point(f"/rows/{place}", answer.code, answer.detail)
