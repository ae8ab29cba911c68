"""Files with columns that slipped, rows of others and second tables: no mark is saved but beside its own candidate."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from centremark.domain.catalogue.catalogue import Candidate
from centremark.domain.files.upload import Upload, UploadState
from centremark.domain.shared.outcomes import ABSENT, Mark, Outcome
from tests.support.builders import CODE, SHEET, a_candidate
from tests.support.entering import enter_candidates
from tests.support.uploading import TEACHER, accept, check, send
from tests.support.workbooks import a_workbook
from tests.support.world import World

CLASS: Final = [
    a_candidate(number, name)
    for number, name in {
        1: "ABBOTT Benjamin",
        10: "LEE Sun",
        45: "NOWAK Łukasz",
        1001: "JONES Amelia",
        1002: "JONES Demelza",
        1011: "DAVIES Carys",
        1012: "DAVIES Carys",
        1040: "THOMAS James",
        1041: "JAMES Thomas",
    }.items()
]
READS: Final[Mapping[str, Outcome]] = {
    "45": Mark(45),
    "1": Mark(1),
    "10": Mark(10),
    "45,0": Mark(45),
    " 12 ": Mark(12),
    "A": ABSENT,
}
UNREADABLE: Final = ["71", "44,5", "1,000", "x", ""]
WHOSE: Final = ["Candidate number", "UCI", "Name"]
HEADINGS: Final = [*WHOSE, "Mark", "Max", "Mock mark", "Comment"]


@dataclass
class Row:
    """A row of a file, with the headings that it stands under."""

    under: Sequence[str]
    cells: list[str]

    def says(self, heading: str) -> str:
        return self.cells[self.under.index(heading)] if heading in self.under else ""

    def is_of(self, candidate: Candidate) -> bool:
        number, uci, name = (self.says(heading) for heading in WHOSE)
        theirs = number.zfill(4) in {candidate.number, "0000"} and uci in {candidate.uci, ""}
        return bool(number or uci or name) and theirs and name in {candidate.name, ""}

    @property
    def outcome(self) -> Outcome | None:
        """What the row gives its candidate; nothing where it is longer than its headings."""
        return None if any(self.cells[len(self.under) :]) else READS.get(self.says("Mark"))


def a_row(candidate: Candidate, mark: str, under: Sequence[str]) -> Row:
    said = {
        "Candidate number": candidate.number.lstrip("0"),
        "UCI": str(candidate.uci),
        "Name": candidate.name,
        "Mark": mark,
        "Max": "70",
        "Mock mark": "33",
        "Comment": "",
    }
    return Row(under, [said[heading] for heading in under])


@st.composite
def tables(draw: st.DrawFn) -> list[Row]:
    """A class, in one table or in two whose columns stand in another order, with up to three things gone wrong."""
    whose = draw(st.lists(st.sampled_from(WHOSE), min_size=1, unique=True))
    more = draw(st.lists(st.sampled_from(HEADINGS[4:]), max_size=2, unique=True))
    under = draw(st.permutations([*whose, "Mark", *more]))
    later = draw(st.one_of(st.just(under), st.permutations(under)))
    some = draw(st.lists(st.sampled_from(CLASS), min_size=2, unique_by=lambda candidate: candidate.number))
    turn = draw(st.integers(1, len(some)))
    marks = st.sampled_from([*READS, *READS, *UNREADABLE])
    rows = [a_row(one, draw(marks), under if place < turn else later) for place, one in enumerate(some)]
    for _ in range(draw(st.integers(0, 3))):
        go_wrong(draw, rows)
    return rows


def go_wrong(draw: st.DrawFn, rows: list[Row]) -> None:
    heading = draw(st.sampled_from(rows[0].under))
    places = [(row.cells, row.under.index(heading)) for row in rows]
    column = [cells[place] for cells, place in places]
    one, other = (draw(st.integers(0, len(rows) - 1)) for _ in range(2))
    match draw(st.sampled_from(["slip", "swap", "blank", "longer", "twice"])):
        case "slip":
            column = [*column[1:], column[0]]
        case "swap":
            column[one], column[other] = column[other], column[one]
        case "blank":
            column[one] = ""
        case "longer":
            rows[one].cells.append("5")
        case _:
            rows.append(Row(rows[one].under, [*rows[one].cells]))
    for (cells, place), value in zip(places, column, strict=True):
        cells[place] = value


def lines_of(rows: Sequence[Row]) -> list[list[str]]:
    lines: list[list[str]] = []
    under: Sequence[str] = ()
    for row in rows:
        if row.under != under:
            under = row.under
            lines.append([*under])
        lines.append(row.cells)
    return lines


def a_csv(rows: Sequence[Row], separator: str, encoding: str) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(lines_of(rows))
    return out.getvalue().encode(encoding)


def taken(content: bytes) -> tuple[Upload, World]:
    """A world in which everything was accepted that a file offers."""
    world = World(entered=())
    enter_candidates(world.services, SHEET, CLASS)
    upload = check(world, send(world, content, TEACHER, code=CODE))
    if upload.state is UploadState.READY:
        accept(world, upload, TEACHER)
    return upload, world


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(tables(), st.sampled_from([",", ";", "\t", "|", "xlsx"]), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_every_mark_that_is_saved_stands_beside_the_one_candidate_it_was_saved_for(
    rows: list[Row], form: str, encoding: str
) -> None:
    first, *others = lines_of(rows)
    content = a_workbook(*others, headings=first) if form == "xlsx" else a_csv(rows, form, encoding)

    _, world = taken(content)

    for number, saved in world.sheets.get(SHEET).rows.items():
        if saved.outcome is None:
            continue
        beside = [row for row in rows if row.outcome == saved.outcome]
        assert any([one.number for one in CLASS if row.is_of(one)] == [number] for row in beside), (number, saved)


def test_a_tidy_class_is_saved_whole() -> None:
    rows = [a_row(candidate, "45", [*WHOSE, "Mark"]) for candidate in CLASS]

    upload, _ = taken(a_csv(rows, ",", "utf-8"))

    assert (upload.good, upload.bad) == (len(CLASS), 0)
