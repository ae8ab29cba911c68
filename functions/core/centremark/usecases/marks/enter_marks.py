"""Enter marks, grades and absences, tick them as checked, and flag those in doubt."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

from centremark.domain.checks.candidate_queries import Query, QueryCode, queries
from centremark.domain.people.ports import CentreSettingsStore
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.identifiers import CandidateNumber, SheetId
from centremark.domain.shared.outcomes import outcome_of
from centremark.domain.shared.ports import Clock, IdempotencyRecord, IdempotencyStore, Key
from centremark.domain.sheet.mark_sheet import Answer, Change, MarkSheet, Result, Status
from centremark.domain.sheet.ports import Sheets
from centremark.domain.sheet.row import Flag, Row
from centremark.usecases.shared.retry import retry_on_conflict


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
        """Build the result of a save, with only what the centre may know."""
        counts = len(sheet.rows), sheet.entered, sheet.checked
        answered = {answer.candidate for answer in answers}
        asked = {candidate: query for candidate, query in queries(sheet.rows).items() if candidate in answered}
        return cls(sheet.version, sheet.status_at(at), *counts, answers, sheet.people, asked)

    def to_text(self) -> str:
        """Write the compact text stored with the idempotency key; `from_text` reads it."""
        places = {id_: place for place, id_ in enumerate(self.people)}
        rows = [[a.candidate, a.result, _row_to_list(a.row, places), a.code, a.detail] for a in self.answers]
        counts = self.candidates, self.entered, self.checked
        asked = [[candidate, query.code, query.figure] for candidate, query in self.queries.items()]
        whole = [self.version, self.status, *counts, rows, list(self.people.items()), asked]
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read `to_text` back."""
        version, status, candidates, entered, checked, rows, people, asked = json.loads(text)
        names: dict[str, str] = dict(people)
        ids = list(names)
        answers = tuple(
            Answer(CandidateNumber(candidate), Result(result), _row_from_list(row, ids), code, detail)
            for candidate, result, row, code, detail in rows
        )
        about = [Query(CandidateNumber(candidate), QueryCode(code), figure) for candidate, code, figure in asked]
        return cls(
            version,
            Status(status),
            candidates,
            entered,
            checked,
            answers,
            names,
            {query.candidate: query for query in about},
        )


def _row_to_list(row: Row | None, places: Mapping[str, int]) -> list[object] | None:
    if row is None:
        return None
    flag = [places.get(row.flag.by), int(row.flag.at.timestamp())] if row.flag else []
    return [row.outcome and row.outcome.code, row.checked, row.revision, places.get(row.entered_by), *flag]


def _row_from_list(row: list[object] | None, ids: Sequence[str]) -> Row | None:
    match row:
        case [str() as code, bool(checked), int(revision), place, *flag]:
            entered_by = ids[place] if isinstance(place, int) else ""
            return Row(outcome_of(code), checked, revision, entered_by, flag=_flag_from_list(flag, ids))
        case [None, bool(checked), int(revision), None]:
            return Row(None, checked, revision)
        case _:
            return None


def _flag_from_list(flag: list[object], ids: Sequence[str]) -> Flag | None:
    match flag:
        case [place, int(second)]:
            return Flag(ids[place] if isinstance(place, int) else "", datetime.fromtimestamp(second, UTC))
        case _:
            return None


@dataclass(frozen=True, slots=True)
class EnterMarks:
    """Save the rows that can be saved, and give the result of each.

    Who may tick depends on the centre's setting at that moment, whatever the channel. A repeat with the same key
    answers as the first time. Raises `NotFound`, `Forbidden`, `AlreadySubmitted`, `WindowClosed`, `KeyReused`, `Busy`.
    """

    sheets: Sheets
    idempotency: IdempotencyStore
    centre_settings: CentreSettingsStore
    clock: Clock

    def __call__(self, command: EnterMarksCommand, actor: Actor) -> Saved:
        actor.must(Permission.ENTER, command.sheet.centre)
        return retry_on_conflict(lambda: self._attempt(command, actor))

    def _attempt(self, command: EnterMarksCommand, actor: Actor) -> Saved:
        if (earlier := self.idempotency.find(command.key)) is not None:
            return Saved.from_text(earlier)
        sheet, settings, now = (
            self.sheets.get(command.sheet),
            self.centre_settings.get(command.sheet.centre),
            self.clock(),
        )
        changed, fact, answers = sheet.enter(
            command.changes, by=actor.by(command.sheet.centre), at=now, second_checker=settings.second_checker
        )
        saved = Saved.of(changed, answers, now)
        claim = IdempotencyRecord(command.key, saved.to_text())
        if fact:
            self.sheets.save(changed, fact, claim)
        else:
            self.idempotency.keep(claim, at=now)
        return saved
