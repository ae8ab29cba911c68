"""Entries that change: a candidate's name, and what the sheet keeps of it."""

from dataclasses import replace
from typing import Final

from centremark.domain.shared.actor import BOARD_CENTRE, Role
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.shared.outcomes import Mark
from centremark.domain.sheet.facts import EntriesChanged
from centremark.usecases.marks.enter_marks import EnterMarksCommand
from tests.support.builders import SHEET, a_candidate, a_change, a_key, an_actor
from tests.support.entering import enter_candidates
from tests.support.trail import latest
from tests.support.uploading import sent_and_checked
from tests.support.world import World

ONE: Final = CandidateNumber("1001")
TEACHER: Final = an_actor(Role.ENTER)
OPERATOR: Final = an_actor(Role.OPERATOR, centre=BOARD_CENTRE, name="Olu Perator")


def test_a_candidate_entered_under_another_name_keeps_the_mark_and_is_known_by_both() -> None:
    world = World()
    world.services.enter_marks(EnterMarksCommand(SHEET, (a_change(1001, Mark(9), checked=True),), a_key()), TEACHER)
    before = world.sheets.get(SHEET)

    entries = [a_candidate(1001, "SMITH Amelia"), a_candidate(1004, "NEW Candidate")]
    world.services.change_entries.enter(SHEET, entries, "Entered late", OPERATOR)

    view = world.services.read_sheet(SHEET, TEACHER)
    assert view.sheet.rows[ONE] == before.rows[ONE]
    assert (view.roster[ONE].name, view.roster[ONE].former) == ("SMITH Amelia", "JONES Amelia")
    assert view.roster[CandidateNumber("1004")].former == ""
    entry = latest(EntriesChanged, world.ledger, SHEET)
    assert (entry.entered, entry.corrected) == (("1004",), ("1001",))
    assert entry.parts == {"1001": ("name",)}


def test_entering_someone_again_unchanged_makes_no_fact() -> None:
    world = World()

    enter_candidates(world.services, SHEET, [a_candidate(1001), replace(a_candidate(1002), group="")])

    assert world.sheets.get(SHEET).version == 1
    assert world.services.read_sheet(SHEET, TEACHER).roster[CandidateNumber("1002")].group == "13A"


def test_another_uci_or_group_is_a_corrected_entry_and_no_former_name() -> None:
    world = World()

    enter_candidates(world.services, SHEET, [replace(a_candidate(1001), uci=a_candidate(77).uci, group="13B")])

    corrected = world.services.read_sheet(SHEET, TEACHER).roster[ONE]
    assert (corrected.uci, corrected.group, corrected.former) == (a_candidate(77).uci, "13B", "")
    assert latest(EntriesChanged, world.ledger, SHEET).parts == {"1001": ("uci", "group")}


def test_a_name_that_changes_back_was_a_slip_and_leaves_no_former_one() -> None:
    world = World()
    for name in ("SMITH Amelia", "SMITH Amelia", "JONES Amelia"):
        enter_candidates(world.services, SHEET, [a_candidate(1001, name)])

    assert world.services.read_sheet(SHEET, TEACHER).roster[ONE] == a_candidate(1001)
    assert world.sheets.get(SHEET).version == 3


def test_a_file_may_still_know_the_candidate_by_the_former_name_and_no_other() -> None:
    world = World()
    enter_candidates(world.services, SHEET, [a_candidate(1001, "SMITH Zoe")])
    head = b"Assessment code,Candidate number,Candidate name,Mark\n"

    codes: list[str] = []
    for name in ("JONES Amelia", "SMITH Zoe", "OWEN Rhys"):
        upload = sent_and_checked(world, head + f"H446/03,1001,{name},9\n".encode(), TEACHER, key=f"key of {name}")
        codes += [line.code for line in world.services.read_preview(upload.id, TEACHER)]

    assert codes == ["", "", "identity-disagrees"]
