"""A school's MIS in memory: it sends files, and has them checked and accepted."""

from dataclasses import replace
from typing import Final

from centremark.adapters.files.formats import FileFormats
from centremark.domain.files.marks_file import SheetLine, Written
from centremark.domain.files.preview import LineResult
from centremark.domain.files.upload import Upload, UploadId
from centremark.domain.marks.mode import Mode
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import Actor, Channel, Role
from centremark.domain.shared.identifiers import AssessmentCode, CandidateNumber, CentreNumber, SheetId
from centremark.domain.shared.outcomes import Mark
from centremark.domain.sheet.declaration import Agreement
from centremark.usecases.files.accept_file import AcceptFileCommand
from centremark.usecases.files.send_file import SendFileCommand
from centremark.usecases.marks.enter_marks import EnterMarksCommand
from tests.support.builders import CENTRE, CODE, SERIES, SHEET, a_candidate, a_change, a_key, an_actor
from tests.support.world import World

FORMATS = FileFormats()
TEACHER: Final = an_actor(Role.ENTER)
OFFICER: Final = an_actor(Role.SUBMIT, name="Owen Reid")
MIS: Final = replace(an_actor(Role.SUBMIT, name="Demonstration MIS"), channel=Channel.API)
STRANGER: Final = an_actor(Role.SUBMIT, centre=CentreNumber("11111"))
OTHER: Final = SheetId(SERIES, CENTRE, AssessmentCode("J351/03"))


def a_csv(*marks: tuple[int, str], assessment: str = CODE) -> bytes:
    """A CSV file of candidates and the text written for each."""
    rows = "".join(f"{assessment},{candidate},{mark}\n" for candidate, mark in marks)
    return f"Assessment code,Candidate number,Mark\n{rows}".encode()


def a_layout_file(*marks: tuple[int, int], sequence: int = 1) -> bytes:
    """A file in the shipped layout."""
    lines = [
        SheetLine(CENTRE, SERIES, CODE, a_candidate(candidate).number, "JONES Amelia", "", Written(str(mark)))
        for candidate, mark in marks
    ]
    return FORMATS.write(lines, "centremark-1", sequence)


def send(
    world: World, content: bytes, actor: Actor, *, key: str = "key-upload-1", code: AssessmentCode | None = None
) -> UploadId:
    """Begin an upload and put its file into the bucket."""
    world.services.members.put(Member(actor.id, actor.name, dict(actor.memberships), limits=actor.limits))
    command = SendFileCommand(CENTRE, SERIES, code, "M64235OC (1).X01", replace(a_key(key), subject=actor.id))
    upload, ticket = world.services.send_file(command, actor)
    assert ticket
    world.files.sent[str(upload.id)] = content
    return upload.id


def check(world: World, upload: UploadId) -> Upload:
    """Run what the bucket's event starts."""
    return world.services.check_file(upload)


def sent_and_checked(world: World, content: bytes, actor: Actor, *, key: str = "key-upload-1") -> Upload:
    """Send a file and have it checked."""
    return check(world, send(world, content, actor, key=key))


def accept(  # noqa: PLR0913  # what can be said with a file
    world: World,
    upload: Upload,
    actor: Actor,
    mode: Mode = Mode.GOOD_ROWS,
    *,
    answers: frozenset[str] = frozenset(),
    checked: bool = False,
    agreement: Agreement | None = None,
) -> Upload:
    """Accept a file with the preview that was seen."""
    command = AcceptFileCommand(upload.id, mode, answers, checked, agreement, upload.preview)
    return world.services.accept_file(command, actor)


def mark_of(world: World, candidate: int, sheet: SheetId = SHEET) -> object:
    return world.sheets.get(sheet).rows[CandidateNumber(f"{candidate}")].outcome


def results(world: World, upload: Upload) -> dict[int, LineResult]:
    return {line.number: line.result for line in world.services.read_preview(upload.id, TEACHER)}


def type_in(world: World, candidate: int, mark: int, revision: int = 0, *, actor: Actor = TEACHER) -> None:
    change = a_change(candidate, Mark(mark), revision=revision)
    world.services.enter_marks(EnterMarksCommand(SHEET, (change,), a_key(f"typed-{candidate}-{mark}")), actor)


def clear(world: World, candidate: int, revision: int) -> None:
    change = a_change(candidate, None, revision=revision)
    world.services.enter_marks(EnterMarksCommand(SHEET, (change,), a_key(f"cleared-{candidate}")), OFFICER)
