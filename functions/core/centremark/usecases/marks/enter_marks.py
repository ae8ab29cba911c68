"""Enter marks, grades and absences, tick them as checked, and flag those in doubt."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from centremark.domain.checks.candidate_queries import Query, queries
from centremark.domain.people.ports import CentreSettingsStore
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.identifiers import CandidateNumber, SheetId
from centremark.domain.shared.ports import Key
from centremark.domain.sheet.facts import MarksSaved
from centremark.domain.sheet.mark_sheet import Answer, MarkSheet, Status
from centremark.domain.sheet.row import Change
from centremark.usecases.sheet.change import ChangeSheetOnce


@dataclass(frozen=True, slots=True)
class EnterMarksCommand:
    """Changes to some rows of one sheet."""

    sheet: SheetId
    changes: tuple[Change, ...]
    key: Key


@dataclass(frozen=True, slots=True)
class Saved:
    """The result of each row, and the status of the sheet afterwards.

    `people` names whoever gave the outcomes and the flags, by id; `queries` are those about these candidates.
    """

    version: int
    status: Status
    candidates: int
    entered: int
    checked: int
    answers: tuple[Answer, ...]
    people: Mapping[str, str]
    queries: Mapping[CandidateNumber, Query]

    @classmethod
    def of(cls, sheet: MarkSheet, answers: tuple[Answer, ...], at: datetime) -> Self:
        """Build the result of a save, with only what the centre may know, and circumstances by code only."""
        counts = len(sheet.rows), sheet.entered, sheet.checked
        answered = {answer.candidate for answer in answers}
        asked = {candidate: query for candidate, query in queries(sheet.rows).items() if candidate in answered}
        said = tuple(map(_without_reason, answers))
        return cls(sheet.version, sheet.status_at(at), *counts, said, sheet.people, asked)


def _without_reason(answer: Answer) -> Answer:
    return replace(answer, row=answer.row.without_reason) if answer.row and answer.row.circumstance else answer


@dataclass(frozen=True, slots=True)
class EnterMarks:
    """Save the rows that can be saved, and give the result of each.

    Who may tick depends on the centre's setting at that moment, whatever the channel. A repeat with the same key
    answers as the first time. Raises `NotFound`, `Forbidden`, `AlreadySubmitted`, `WindowClosed`, `KeyReused`, `Busy`.
    """

    change_once: ChangeSheetOnce
    centre_settings: CentreSettingsStore

    def __call__(self, command: EnterMarksCommand, actor: Actor) -> Saved:
        actor.must(Permission.ENTER, command.sheet)
        by = actor.by(command.sheet.centre)

        def enter(sheet: MarkSheet, now: datetime) -> tuple[MarkSheet, MarksSaved | None, Saved]:
            second_checker = self.centre_settings.get(command.sheet.centre).second_checker
            changed, fact, answers = sheet.enter(command.changes, by, now, second_checker=second_checker)
            return changed, fact, Saved.of(changed, answers, now)

        _, saved = self.change_once(command, Saved, enter)
        return saved
