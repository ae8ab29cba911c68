"""What is applied is the preview that somebody saw, whatever else was made of the file before, meanwhile or since."""

from dataclasses import dataclass, replace

import pytest

from centremark.domain.files.columns import Column
from centremark.domain.files.upload import Upload, UploadId, UploadState
from centremark.domain.shared.errors import UploadNotReady
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.shared.outcomes import Mark
from centremark.usecases.files.check_file import CheckFile, ReadFileAs
from tests.support.builders import CODE, NOON, a_change
from tests.support.builders import TEACHER as ASHA
from tests.support.memory import MemoryUploads
from tests.support.uploading import OFFICER, TEACHER, accept, mark_of, sent_and_checked
from tests.support.world import World
from tests.unit.files.test_files_over_many_sheets import CODES, BreaksOff, a_whole_centre, broken_off, sheet_of

TWO_COLUMNS = b"Candidate number,One,Two\n1001,41,61\n1002,42,62\n1003,43,63\n"


def checking(world: World) -> CheckFile:
    return world.services.check_file


def read_as(check: CheckFile, upload: Upload, mark: int) -> Upload:
    """Say that the marks are in column 1 or 2."""
    columns = [(0, Column.CANDIDATE), (mark, Column.MARK), (3 - mark, Column.IGNORED)]
    return check.read_as(ReadFileAs(upload.id, columns, CODE), TEACHER)


def test_a_check_that_broke_off_leaves_the_preview_that_was_seen() -> None:
    world = World()
    seen = read_as(checking(world), sent_and_checked(world, TWO_COLUMNS, TEACHER), 1)
    with pytest.raises(TimeoutError):
        read_as(replace(checking(world), uploads=BreaksOff(world.memory, 0)), seen, 2)

    accept(world, seen, TEACHER)

    assert [mark_of(world, candidate) for candidate in (1001, 1002, 1003)] == [Mark(41), Mark(42), Mark(43)]


def test_a_preview_that_another_has_replaced_is_not_accepted() -> None:
    world = World()
    seen = read_as(checking(world), sent_and_checked(world, TWO_COLUMNS, TEACHER), 1)
    latest = read_as(checking(world), seen, 2)

    with pytest.raises(UploadNotReady, match="checked again after you saw its preview"):
        accept(world, seen, TEACHER)
    assert mark_of(world, 1001) is None

    applied = accept(world, latest, TEACHER)

    assert mark_of(world, 1001) == Mark(61)
    with pytest.raises(UploadNotReady):
        accept(world, seen, TEACHER)
    assert accept(world, latest, TEACHER) == applied


def test_checking_again_without_any_change_leaves_the_preview_that_was_seen() -> None:
    world = World()
    seen = read_as(checking(world), sent_and_checked(world, TWO_COLUMNS, TEACHER), 1)

    checking(world).again(seen.id, OFFICER)

    assert accept(world, seen, TEACHER).state is UploadState.APPLIED


@dataclass
class LooksLate(MemoryUploads):
    """Somebody loads an upload to check it; before they look at the sheets, it is applied as far as its first step."""

    world: World
    done: bool = False

    def get(self, upload: UploadId) -> Upload:
        loaded = super().get(upload)
        if not self.done:
            self.done = True
            broken_off(self.world, loaded, 1, submits=False)
            changed, fact, _ = self.world.sheets.get(sheet_of(CODES[40])).enter([a_change(1001, Mark(9))], ASHA, NOON)
            assert fact
            self.world.sheets.save(changed, fact)
        return loaded


def test_a_file_goes_on_by_the_preview_it_began_with_whatever_another_tab_checks_meanwhile() -> None:
    world, upload = a_whole_centre()
    with pytest.raises(UploadNotReady):
        replace(checking(world), uploads=LooksLate(world.memory, world)).again(upload.id, OFFICER)

    applied = accept(world, upload, OFFICER, checked=True)

    assert applied.applied
    assert [(one.assessment, one.code) for one in applied.applied.sheets if one.code] == [
        (CODES[40], "changed-since-preview")
    ]
    assert world.sheets.get(sheet_of(CODES[40])).rows[CandidateNumber("1001")].outcome == Mark(9)
