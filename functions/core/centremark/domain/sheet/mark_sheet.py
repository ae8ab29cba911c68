"""The mark sheet: a centre's marks for one assessment, from first entry to confirmed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from centremark.domain.catalogue.catalogue import Assessment, Window, WindowState
from centremark.domain.shared.actor import BOARD_ACTOR, By
from centremark.domain.shared.errors import (
    AlreadySubmitted,
    CarriedForward,
    Conflict,
    OutcomeRefused,
    SecondCheckerNeeded,
    SheetIncomplete,
    WindowClosed,
    WindowNotOpen,
)
from centremark.domain.shared.identifiers import CandidateNumber, SheetId
from centremark.domain.sheet.amendment import Amendment
from centremark.domain.sheet.declaration import DECLARATION, Agreement
from centremark.domain.sheet.entering import objection_to, objection_to_criteria, row_wanted
from centremark.domain.sheet.extension import Extension
from centremark.domain.sheet.facts import MarksConfirmed, MarksSaved, MarksSubmitted
from centremark.domain.sheet.moderation import Moderation
from centremark.domain.sheet.row import MOST_NOTES, Change, Row, RowChange, Rows
from centremark.domain.sheet.sealing import Sending
from centremark.domain.sheet.submission import Submission


class Status(StrEnum):
    """How far a sheet is, in the one word shown to everybody; it is derived, and only here."""

    NOT_STARTED = "not started"
    INCOMPLETE = "incomplete"
    READY = "ready"
    SUBMITTED = "submitted"
    CONFIRMED = "confirmed"
    IN_MODERATION = "in moderation"
    MODERATED = "moderated"


class Missing(StrEnum):
    """What a candidate still lacks before the sheet can be submitted."""

    MARK = "mark"
    CHECK = "check"


class Result(StrEnum):
    """The result of saving one row."""

    SAVED = "saved"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of one change, with the row as it is now.

    `row` is None when the candidate is not entered for the assessment.
    """

    candidate: CandidateNumber
    result: Result
    row: Row | None
    code: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class MarkSheet:
    """A sheet at one version. Every decision gives the next version and the fact that made it.

    `people` names everyone who gave an outcome, a flag, a reason for 0 or a note that still stands, by id. `submission`
    is the latest; the ledger has those before it. `amendments` are all that were ever requested, in order. `late` are
    the candidates entered after a submission whose marks are in none yet: only their rows are still open.
    `withdrawn_at` is the version that the latest withdrawal made; no row's revision is ever above the version.
    `outcomes` counts how often the board recorded an outcome of moderation, which makes no version: the centre may not
    see that anything happened.
    `named_at` is the version at which entries last changed, and with them the names that are stored beside the sheet.
    """

    id: SheetId
    assessment: Assessment
    rows: Rows = field(default_factory=dict[CandidateNumber, Row])
    version: int = 0
    submission: Submission | None = None
    people: Mapping[str, str] = field(default_factory=dict[str, str])
    amendments: tuple[Amendment, ...] = ()
    moderation: Moderation | None = None
    late: frozenset[CandidateNumber] = frozenset()
    extension: Extension | None = None
    withdrawn_at: int = 0
    outcomes: int = 0
    named_at: int = 0

    @property
    def turn(self) -> int:
        """A counter that every decision raises, even one that makes no version; saving compares it."""
        return self.version + self.outcomes

    @property
    def window(self) -> Window:
        """When the board takes these marks: the assessment's window with the extension granted to this centre."""
        return self.extension.extend(self.assessment.window) if self.extension else self.assessment.window

    @property
    def entered(self) -> int:
        """How many candidates have an outcome."""
        return sum(row.outcome is not None for row in self.rows.values())

    @property
    def checked(self) -> int:
        """How many candidates are ticked."""
        return sum(row.checked for row in self.rows.values())

    @property
    def status(self) -> Status:
        """The status shown to the board, which knows of an outcome before its release."""
        if self.submission is None:
            if not self.entered:
                return Status.NOT_STARTED
            return Status.INCOMPLETE if self.missing() else Status.READY
        if self.moderation:
            return Status.MODERATED if self.moderation.outcome else Status.IN_MODERATION
        return Status.CONFIRMED if self.submission.confirmed_at else Status.SUBMITTED

    def status_at(self, at: datetime) -> Status:
        """The status shown to the centre, for which moderation goes on until the outcome is released."""
        released = self.moderation is None or self.moderation.released(at)
        return self.status if released or self.status is not Status.MODERATED else Status.IN_MODERATION

    @property
    def is_confirmed(self) -> bool:
        """Whether the board holds the latest submission."""
        return self.submission is not None and self.submission.confirmed_at is not None

    def is_overdue(self, at: datetime) -> bool:
        """Whether the deadline has passed and some candidates' marks were never submitted."""
        return bool(self.rows) and self.submission is None and self.window.is_late(at)

    @property
    def sent(self) -> Rows:
        """The rows that submissions contain: all but those of candidates entered late."""
        return {candidate: row for candidate, row in self.rows.items() if candidate not in self.late}

    @property
    def print_version(self) -> int:
        """The version a print shows; once submitted, the one that made or confirmed the latest submission."""
        return self.submission.version if self.submission else self.version

    def missing(self) -> dict[CandidateNumber, Missing]:
        """What each incomplete candidate lacks, in candidate order."""
        return {
            candidate: Missing.MARK if row.outcome is None else Missing.CHECK
            for candidate, row in sorted(self.rows.items())
            if row.outcome is None or not row.checked
        }

    def must_be_open(self, at: datetime) -> None:
        """Raise `AlreadySubmitted` or `WindowClosed` unless there are rows that the centre may still change."""
        if self.submission and not self.late:
            raise AlreadySubmitted(
                f"These marks were submitted (reference {self.submission.reference}). "
                "To change one, request an amendment to centre marks."
            )
        match self.window.state(at):
            case WindowState.OPEN:
                return
            case WindowState.NOT_OPEN:
                raise WindowNotOpen(f"The board does not accept marks for {self.assessment.code} yet. Try again later.")
            case WindowState.CLOSED:
                raise WindowClosed(
                    f"The board no longer accepts marks for {self.assessment.code}. "
                    "If you need to send marks, contact the board."
                )

    def enter(
        self, changes: Iterable[Change], by: By, at: datetime, *, second_checker: bool = False
    ) -> tuple["MarkSheet", MarksSaved | None, tuple[Answer, ...]]:
        """Enter, clear, tick or flag rows; each change has its own result, and a bad one does not stop the others.

        With `second_checker`, the centre's setting, nobody ticks an outcome they gave themselves. Raises
        `AlreadySubmitted` or `WindowClosed` for the whole sheet. Where some candidates were entered late, only the rows
        already submitted are refused.
        """
        self.must_be_open(at)
        answers: dict[CandidateNumber, Answer] = {}
        repeats: list[Answer] = []
        noted = {candidate for candidate, row in self.rows.items() if row.note}
        for change in changes:
            if change.candidate in answers:
                repeats.append(self._refuse_repeat(change))
            else:
                answer = self._decide(change, by, at, second_checker=second_checker)
                answers[change.candidate] = self._with_room_for_a_note(answer, noted)
        saved = {c: a.row for c, a in answers.items() if a.result is Result.SAVED and a.row}
        all_answers = (*answers.values(), *repeats)
        if not saved:
            return self, None, all_answers
        rows = {**self.rows, **saved}
        sheet = replace(self, rows=rows, version=self.version + 1, people=self.people_of(rows, by))
        made = tuple(RowChange(c, self.rows[c], row) for c, row in saved.items())
        return (
            sheet,
            MarksSaved(sheet=self.id, version=sheet.version, at=at, by=by, changes=made),
            all_answers,
        )

    def submit(self, agreement: Agreement, by: By, at: datetime) -> tuple["MarkSheet", MarksSubmitted]:
        """Send the marks to the board, complete and declared, or raise what prevents it.

        After a submission this sends only the marks of candidates entered late. Raises `AlreadySubmitted`,
        `WindowClosed`, `SheetIncomplete`, `DeclarationIncomplete`. After the deadline marks are accepted as late.
        """
        self.must_be_open(at)
        if missing := self.missing():
            raise SheetIncomplete({str(candidate): lack.value for candidate, lack in missing.items()})
        if not self.rows:
            raise Conflict("No candidate is entered for this assessment, so there is nothing to submit.")
        DECLARATION.must_be_agreed(agreement)
        number, rows = 1, self.rows
        if self.submission:
            number, rows = self.submission.number + 1, {c: row for c, row in self.rows.items() if c in self.late}
        late, signed = self.window.is_late(at), agreement.signed(by.name)
        submission, document = Sending(self.id, rows, number, signed, at, late, self.version + 1).sealed()
        sheet = replace(self, version=self.version + 1, submission=submission, late=frozenset())
        return sheet, MarksSubmitted(
            sheet=self.id, version=sheet.version, at=at, by=by, submission=submission, document=document
        )

    def confirm(self, number: int, at: datetime) -> tuple["MarkSheet", MarksConfirmed | None]:
        """Record that the board holds the latest submission; repeating that, or an earlier one, changes nothing."""
        if self.submission is None or self.submission.number < number:
            raise Conflict(f"Sheet {self.id} has no submission {number}.")
        if self.submission.number > number or self.submission.confirmed_at:
            return self, None
        confirmed = replace(self.submission, confirmed_at=at, version=self.version + 1)
        sheet = replace(self, version=self.version + 1, submission=confirmed)
        return sheet, MarksConfirmed(sheet=self.id, version=sheet.version, at=at, by=BOARD_ACTOR, submission=confirmed)

    def _refuse_repeat(self, change: Change) -> Answer:
        return Answer(
            change.candidate,
            Result.REFUSED,
            self.rows.get(change.candidate),
            "candidate-repeated",
            f"Candidate {change.candidate} appears twice in this save. Only the first was used.",
        )

    def _with_room_for_a_note(self, answer: Answer, noted: set[CandidateNumber]) -> Answer:
        """The answer, or a refusal when the sheet has too many notes already; keeps count in `noted`."""
        if answer.result is not Result.SAVED or answer.row is None:
            return answer
        if answer.row.note is None:
            noted.discard(answer.candidate)
            return answer
        if answer.candidate not in noted and len(noted) >= MOST_NOTES:
            full = f"This mark sheet already has {MOST_NOTES} notes to the checker. Resolve one, then save this one."
            return Answer(answer.candidate, Result.REFUSED, self.rows[answer.candidate], "too-many-notes", full)
        noted.add(answer.candidate)
        return answer

    def people_of(self, rows: Rows, by: By) -> Mapping[str, str]:
        """Name everyone who gave, flagged, explained or noted something on these rows, including whoever acts now."""
        gave = {id_ for row in rows.values() for id_ in row.people}
        return {id_: name for id_, name in {**self.people, by.id: by.name}.items() if id_ in gave}

    def _decide(self, change: Change, by: By, at: datetime, *, second_checker: bool) -> Answer:
        row = self.rows.get(change.candidate)
        if row is None:
            return Answer(
                change.candidate,
                Result.REFUSED,
                None,
                "candidate-not-entered",
                f"Candidate {change.candidate} is not entered for {self.assessment.code}. "
                "Check the number, or have the candidate entered first.",
            )
        wanted = row_wanted(change, row, by, at)
        if replace(wanted, revision=row.revision) == row and not (change.checked and change.flagged):
            return Answer(change.candidate, Result.UNCHANGED, row)
        if row.carried:
            locked = CarriedForward(change.candidate, row.carried.words)
            return Answer(change.candidate, Result.REFUSED, row, locked.code, str(locked))
        if change.revision != row.revision:
            return Answer(
                change.candidate,
                Result.CONFLICT,
                row,
                "revision-conflict",
                f"Someone else changed candidate {change.candidate} since you saw it. "
                "Check the row as it is now, then decide.",
            )
        if objection := self._objection(change, row, wanted, by if second_checker else None):
            return Answer(change.candidate, Result.REFUSED, row, *objection)
        return Answer(change.candidate, Result.SAVED, wanted)

    def _objection(self, change: Change, row: Row, wanted: Row, ticker: By | None) -> tuple[str, str] | None:
        """Why a change or its tick cannot be made, as code and sentence.

        A changed outcome loses its tick. `ticker` is who may not tick what they entered themselves, where that counts.
        """
        if objection := objection_to_criteria(change, wanted, self.assessment):
            return objection
        try:
            if wanted.outcome is not None:
                self.assessment.scale.must_have(wanted.outcome)
        except OutcomeRefused as refusal:
            return refusal.code, f"{refusal}."
        if self.submission and change.candidate not in self.late:
            sent = f"Candidate {change.candidate}'s mark was submitted. To change it, request an amendment."
            return AlreadySubmitted.code, sent
        if objection := objection_to(change, wanted, self.assessment):
            return objection
        stands = row.checked and (row.outcome, row.criteria) == (wanted.outcome, wanted.criteria)
        if ticker and wanted.checked and not stands and wanted.entered_by == ticker.id:
            mine = f"At your centre a second person checks each mark, and you entered candidate {change.candidate}'s."
            return SecondCheckerNeeded.code, f"{mine} Save it without the tick, and ask a colleague to check it."
        return None
