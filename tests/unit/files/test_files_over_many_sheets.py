"""A file of a whole centre: applied in steps, each saved whole, and gone on with where it broke off."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import pytest

from centremark.domain.files.faults import FaultCode
from centremark.domain.files.upload import Applied, Upload, UploadState
from centremark.domain.marks.mode import Mode
from centremark.domain.shared.errors import NoRoom, SheetIncomplete, UploadNotReady
from centremark.domain.shared.identifiers import AssessmentCode, CandidateNumber, SheetId
from centremark.domain.shared.outcomes import Mark
from centremark.domain.sheet.facts import MarksSaved, MarksSubmitted
from centremark.domain.sheet.mark_sheet import Status
from centremark.domain.sheet.ports import Saving
from centremark.usecases.files.accept_file import AcceptFile, AcceptFileCommand
from centremark.usecases.files.check_file import MAX_SHEETS
from tests.support.builders import AGREED, CENTRE, NOON, SERIES, a_candidate, a_change, an_assessment
from tests.support.builders import TEACHER as ASHA
from tests.support.entering import enter_candidates
from tests.support.memory import MemoryUploads
from tests.support.uploading import OFFICER, TEACHER, accept, sent_and_checked
from tests.support.world import World

CODES: Final = [AssessmentCode(f"A{number:03d}/01") for number in range(64)]
STEPS: Final = 4
"""Of 64 sheets, 16 at a time."""


def sheet_of(code: AssessmentCode) -> SheetId:
    return SheetId(SERIES, CENTRE, code)


def a_whole_centre(codes: Sequence[AssessmentCode] = CODES) -> tuple[World, Upload]:
    """Two candidates entered for each assessment, and a checked file with every mark."""
    world = World()
    for code in codes:
        world.services.catalogue.put(replace(an_assessment(), code=code))
        enter_candidates(world.services, sheet_of(code), [a_candidate(1001), a_candidate(1002)])
    lines = "".join(f"{code},1001,45\n{code},1002,A\n" for code in codes)
    return world, sent_and_checked(world, f"Assessment code,Candidate number,Mark\n{lines}".encode(), OFFICER)


@dataclass
class BreaksOff(MemoryUploads):
    """Uploads that are saved so many times, and then the function is stopped."""

    left: int = 0

    def save(self, upload: Upload, savings: Sequence[Saving] = ()) -> None:
        if not self.left:
            raise TimeoutError
        self.left -= 1
        super().save(upload, savings)


def broken_off(world: World, upload: Upload, steps: int, *, checked: bool = True, submits: bool = True) -> None:
    """Accept a file and stop after so many steps."""
    uploads = BreaksOff(world.memory, steps)
    acceptance: AcceptFile = replace(world.services.accept_file, uploads=uploads)
    with pytest.raises(TimeoutError):
        acceptance(
            AcceptFileCommand(upload.id, Mode.ALL_OR_NOTHING, checked=checked, agreement=AGREED if submits else None),
            OFFICER,
        )


def submitted(world: World) -> list[AssessmentCode]:
    return [fact.sheet.assessment for fact in world.memory.facts if isinstance(fact, MarksSubmitted)]


def saved(world: World) -> list[AssessmentCode]:
    return [fact.sheet.assessment for fact in world.memory.facts if isinstance(fact, MarksSaved)]


def test_a_file_of_sixty_four_assessments_is_put_on_its_sheets_and_submitted() -> None:
    world, upload = a_whole_centre()

    applied = accept(world, upload, OFFICER, checked=True, agreement=AGREED)

    assert (applied.state, upload.bad) == (UploadState.APPLIED, 0)
    assert applied.applied
    assert [done.assessment for done in applied.applied.sheets] == CODES
    assert (applied.applied.saved, len(applied.applied.references), applied.applied.waiting) == (128, 64, ())
    assert {world.sheets.get(sheet_of(code)).status for code in CODES} == {Status.SUBMITTED}
    assert accept(world, upload, OFFICER, checked=True, agreement=AGREED) == applied


@pytest.mark.parametrize("steps", range(STEPS))
def test_a_file_that_broke_off_after_any_step_goes_on_with_nothing_twice_and_nothing_lost(steps: int) -> None:
    world, upload = a_whole_centre()
    broken_off(world, upload, steps)
    stopped = world.services.find_upload(upload.id, OFFICER)

    assert stopped.state is (UploadState.APPLYING if steps else UploadState.READY)
    assert submitted(world) == CODES[: 16 * steps]
    assert (stopped.applied.waiting if stopped.applied else tuple(CODES)) == tuple(CODES[16 * steps :])

    applied = accept(world, upload, OFFICER, checked=True, agreement=AGREED)

    assert applied.state is UploadState.APPLIED
    assert submitted(world) == saved(world) == CODES
    assert applied.applied
    assert [done.assessment for done in applied.applied.sheets] == CODES


def test_a_file_that_cannot_be_submitted_whole_changes_nothing_on_any_sheet() -> None:
    world, upload = a_whole_centre()
    enter_candidates(world.services, sheet_of(CODES[-1]), [a_candidate(1003)])

    with pytest.raises(SheetIncomplete):
        accept(world, upload, OFFICER, checked=True, agreement=AGREED)

    assert (saved(world), submitted(world)) == ([], [])
    assert world.services.find_upload(upload.id, OFFICER).state is UploadState.READY


def test_a_sheet_that_changed_while_the_others_were_saved_is_left_and_the_rest_go_on() -> None:
    world, upload = a_whole_centre()
    broken_off(world, upload, 1, submits=False)
    late = world.sheets.get(sheet_of(CODES[20]))
    changed, fact, _ = late.enter([a_change(1001, Mark(9))], ASHA, NOON)
    assert fact
    world.sheets.save(changed, fact)

    applied = accept(world, upload, OFFICER, checked=True)

    assert applied.applied
    [left] = [done for done in applied.applied.sheets if done.code]
    assert (applied.state, left.assessment, left.code) == (
        UploadState.APPLIED,
        CODES[20],
        "changed-since-preview",
    )
    assert applied.applied.saved == 126
    assert world.sheets.get(sheet_of(CODES[20])).rows[CandidateNumber("1001")].outcome == Mark(9)


def test_a_file_under_way_is_gone_on_with_as_it_was_begun_and_is_not_let_go() -> None:
    world, upload = a_whole_centre()
    broken_off(world, upload, 1)

    with pytest.raises(UploadNotReady, match="submits its sheets"):
        accept(world, upload, OFFICER, checked=True)
    with pytest.raises(UploadNotReady, match="with ticks"):
        accept(world, upload, OFFICER, agreement=AGREED)
    with pytest.raises(UploadNotReady, match="Accept the file again"):
        world.services.cancel_file(upload.id, OFFICER)


@pytest.mark.parametrize("checked", [True, False])
def test_whoever_goes_on_says_the_same_of_the_marks_and_does_the_rest_in_their_own_name(*, checked: bool) -> None:
    world, upload = a_whole_centre()
    broken_off(world, upload, 1, checked=checked, submits=False)

    with pytest.raises(UploadNotReady, match=f"{'with' if checked else 'without'} ticks"):
        accept(world, upload, TEACHER, checked=not checked)
    assert saved(world) == CODES[:16]

    accept(world, upload, TEACHER, checked=checked)

    facts = [fact for fact in world.memory.facts if isinstance(fact, MarksSaved)]
    assert [fact.by.name for fact in facts] == [OFFICER.name] * 16 + [TEACHER.name] * 48
    assert {change.after.checked for fact in facts for change in fact.changes} == {checked}


def test_a_file_that_is_applied_answers_only_to_what_was_asked_of_it() -> None:
    world, upload = a_whole_centre(CODES[:1])
    applied = accept(world, upload, OFFICER, checked=True)

    assert accept(world, upload, OFFICER, checked=True) == applied
    with pytest.raises(UploadNotReady, match="has already been applied"):
        accept(world, upload, OFFICER)


def test_a_file_whose_preview_is_gone_ends_and_says_which_sheets_it_left() -> None:
    world, upload = a_whole_centre()
    broken_off(world, upload, 3)
    world.files.previews.clear()

    applied = accept(world, upload, OFFICER, checked=True, agreement=AGREED)

    assert applied.applied
    assert applied.state is UploadState.APPLIED
    assert [(done.assessment, done.code) for done in applied.applied.sheets if done.code] == [
        (code, "preview-missing") for code in CODES[48:]
    ]


def test_a_file_of_a_few_sheets_is_saved_in_one_step_or_not_at_all() -> None:
    world, upload = a_whole_centre(CODES[:16])

    broken_off(world, upload, 0)

    assert saved(world) == []
    assert accept(world, upload, OFFICER, checked=True).state is UploadState.APPLIED


@dataclass
class HasLittleRoom(MemoryUploads):
    """Uploads that are saved with so many sheets at most, and never with those that are too much by themselves."""

    most: int = 16
    too_much: frozenset[AssessmentCode] = frozenset()
    steps: list[int] = field(default_factory=list[int])

    def save(self, upload: Upload, savings: Sequence[Saving] = ()) -> None:
        if len(savings) > self.most or {saving.sheet.id.assessment for saving in savings} & self.too_much:
            raise NoRoom("This is too much to save at once.")
        self.steps.append(len(savings))
        super().save(upload, savings)


def accepted(world: World, upload: Upload, uploads: HasLittleRoom) -> Applied:
    command = AcceptFileCommand(upload.id, Mode.ALL_OR_NOTHING, checked=True, agreement=AGREED)
    applied = replace(world.services.accept_file, uploads=uploads)(command, OFFICER)
    assert applied.state is UploadState.APPLIED
    assert applied.applied
    return applied.applied


@pytest.mark.parametrize("most", [1, 5, 15])
def test_a_file_whose_sheets_hold_much_is_applied_in_smaller_steps(most: int) -> None:
    world, upload = a_whole_centre()
    uploads = HasLittleRoom(world.memory, most)

    applied = accepted(world, upload, uploads)

    assert submitted(world) == saved(world) == CODES
    assert [done.code for done in applied.sheets] == [""] * len(CODES)
    assert 1 <= min(uploads.steps) <= max(uploads.steps) <= most


@pytest.mark.parametrize("places", [{0}, {20, 21}, {63}, set(range(64))])
def test_a_sheet_that_is_more_than_is_saved_at_once_is_left_with_its_reason_and_the_others_are_applied(
    places: set[int],
) -> None:
    world, upload = a_whole_centre()
    full = [code for place, code in enumerate(CODES) if place in places]
    uploads = HasLittleRoom(world.memory, too_much=frozenset(full))

    applied = accepted(world, upload, uploads)

    assert [(done.assessment, done.code, done.saved) for done in applied.sheets if done.code] == [
        (code, "no-room", 0) for code in full
    ]
    assert submitted(world) == [code for code in CODES if code not in full]


def test_a_file_has_marks_for_a_hundred_assessments_at_most() -> None:
    codes = [AssessmentCode(f"A{number:03d}/01") for number in range(MAX_SHEETS + 1)]
    _, most = a_whole_centre(codes[:-1])
    _, over = a_whole_centre(codes)

    assert most.state is UploadState.READY
    assert over.refusal
    assert (over.refusal.code, over.refusal.problem) == (
        FaultCode.FILE_TOO_LARGE,
        "The file has marks for more than 100 assessments. Send it in parts.",
    )
