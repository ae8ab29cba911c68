"""Everything that a line of a file says of a person is one candidate's, or nothing of the line is taken."""

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from centremark.adapters.files.formats import FileFormats
from centremark.domain.catalogue.catalogue import Candidate
from centremark.domain.files.faults import FileRefused
from centremark.domain.files.marks_file import SheetLine, Written
from centremark.domain.files.preview import GOOD, Expected, LineResult, PlannedLine, preview, tallies
from centremark.domain.files.reading import Need
from centremark.domain.files.upload import UploadState
from centremark.domain.shared.outcomes import Mark
from centremark.domain.sheet.listed_sheet import ListedSheet
from tests.support.builders import CENTRE, CODE, NOON, SERIES, SHEET, TEACHER, a_candidate, a_sheet
from tests.support.entering import enter_candidates
from tests.support.uploading import OFFICER, a_csv, accept, mark_of, results, sent_and_checked
from tests.support.uploading import TEACHER as SENDER
from tests.support.world import World

FORMATS: Final = FileFormats()
NAMES: Final = (
    *("ABBOTT Benjamin", "BAKER Catherine", "JONES Amelia", "JONES Demelza", "O'NEILL Siân", "McDONALD Ross"),
    *("KHAN Aisha", "SMITH-TAYLOR Anne-Marie", "NOWAK Łukasz", "DE LA CRUZ Ana", "APPIAH Kofi", "WU Li"),
)
PEOPLE: Final = tuple(a_candidate(1001 + place, name) for place, name in enumerate(NAMES))


def listed(people: Sequence[Candidate] = PEOPLE) -> ListedSheet:
    return ListedSheet(a_sheet(dict.fromkeys(int(p.number) for p in people)), {p.number: p for p in people})


def table(people: Sequence[Candidate] = PEOPLE) -> list[list[str]]:
    """An export of these candidates, each with a mark of their own."""
    lines = [
        SheetLine(CENTRE, SERIES, CODE, p.number, p.name, p.uci, Written(str(place + 1)))
        for place, p in enumerate(people)
    ]
    return list(csv.reader(io.StringIO(FORMATS.write(lines, "csv").decode("utf-8-sig"))))


def planned(rows: Sequence[Sequence[str]], people: Sequence[Candidate] = PEOPLE) -> tuple[PlannedLine, ...]:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return preview(FORMATS.read(out.getvalue().encode()), {CODE: listed(people)}, Expected(CODE, TEACHER), NOON)


def taken(rows: Sequence[Sequence[str]]) -> dict[str, object]:
    return {line.candidate: line.outcome for line in planned(rows) if line.result in GOOD}


some_people = st.lists(st.sampled_from(PEOPLE), min_size=2, unique=True)


@given(people=some_people, places=st.permutations(range(len(table()[0]))))
def test_the_order_of_the_columns_makes_no_difference(people: list[Candidate], places: list[int]) -> None:
    rows = table(people)

    shuffled = [[row[place] for place in places] for row in rows]

    assert taken(shuffled) == taken(rows) == {p.number: Mark(n) for n, p in enumerate(people, start=1)}


@given(people=some_people, heading=st.sampled_from(["Candidate number", "Candidate name", "UCI"]))
def test_a_column_that_slipped_by_one_row_never_saves_a_mark(people: list[Candidate], heading: str) -> None:
    rows = table(people)
    place = rows[0].index(heading)
    below = [row[place] for row in rows[1:]]
    for row, cell in zip(rows[1:], [*below[1:], below[0]], strict=True):
        row[place] = cell

    try:
        lines = planned(rows)
    except FileRefused as refused:
        assert refused.fault.code.value == "identity-slipped"
        return
    assert len(people) == 2
    assert {line.code for line in lines} == {"identity-disagrees"}


one_of_them = st.sampled_from(PEOPLE[2:5])


@given(number=one_of_them, uci=one_of_them, name=one_of_them, left_out=st.integers(0, 7))
def test_a_line_that_is_taken_says_nothing_of_anyone_else(
    number: Candidate, uci: Candidate, name: Candidate, left_out: int
) -> None:
    said = [number.number, uci.uci, name.name]
    cells = ["" if left_out >> place & 1 else text for place, text in enumerate(said)]
    assume(any(cells))

    lines = taken([["Candidate number", "UCI", "Name", "Mark"], [*cells, "44"]])

    whom = {one.number for one, cell in zip((number, uci, name), cells, strict=True) if cell}
    assert lines == ({whom.pop(): Mark(44)} if len(whom) == 1 else {})


def test_what_each_candidate_was_found_by_is_said_and_counted() -> None:
    one, two, three, four = PEOPLE[:4]
    head = ["Candidate number", "UCI", "Name", "Mark"]
    rows = [
        [one.number, one.uci, one.name, "44"],
        ["", two.uci, two.name, "45"],
        ["", "", three.name, "46"],
        [four.number, one.uci, "", "47"],
    ]

    lines = planned([head, *rows])

    assert [line.matched_by for line in lines] == ["number", "uci", "name", None]
    [tally] = tallies(lines)
    assert (tally.by_number, tally.by_uci, tally.by_name) == (1, 1, 1)


def test_the_uci_of_another_candidate_stops_the_line_and_says_whose_it_is() -> None:
    one, other = a_candidate(1033, "SMITH Anna"), a_candidate(1034, "NOWAK Łukasz")
    rows = [["Candidate number", "UCI", "Mark"], [one.number, other.uci, "44"]]

    [line] = planned(rows, (one, other))

    assert (line.result, line.code) == (LineResult.REFUSED, "identity-disagrees")
    assert line.problem == f"The number is candidate 1033's, but the UCI {other.uci} is that of candidate 1034."
    assert line.cure


def test_an_export_whose_uci_column_slipped_is_stopped_whole_and_its_columns_are_asked_about() -> None:
    world = World()
    enter_candidates(world.services, SHEET, PEOPLE)
    accept(world, sent_and_checked(world, a_csv(*((1001 + n, f"{n}") for n in range(12))), OFFICER), OFFICER)
    export = world.services.export_marks.of_sheet(SHEET, "csv", OFFICER).decode()
    slipped = export
    for one, other in zip(PEOPLE, [*PEOPLE[1:], PEOPLE[0]], strict=True):
        slipped = slipped.replace(one.uci, f"<{other.number}>")
    for person in PEOPLE:
        slipped = slipped.replace(f"<{person.number}>", person.uci)

    upload = sent_and_checked(world, slipped.encode(), SENDER, key="key-upload-2")

    assert (upload.state, upload.need) == (UploadState.ASKING, Need.COLUMNS)
    assert upload.refusal
    assert upload.refusal.problem == "On 12 of 12 lines the number, UCI and name belong to different candidates."
    assert mark_of(world, 1001) == Mark(0)


def test_a_fixed_width_record_with_the_uci_of_another_is_stopped() -> None:
    one, other = a_candidate(1001), a_candidate(1002)
    world = World()
    line = SheetLine(CENTRE, SERIES, CODE, one.number, one.name, other.uci, Written("44"))

    upload = sent_and_checked(world, FORMATS.write([line], "centremark-1"), SENDER)

    assert list(results(world, upload).values()) == [LineResult.REFUSED]


def test_a_former_name_is_the_candidates_too() -> None:
    married = replace(PEOPLE[6], name="HUSSAIN Aisha", former="KHAN Aisha")
    rows = [["Name", "Mark"], ["Aisha Khan", "44"]]

    assert [line.candidate for line in planned(rows, (*PEOPLE[:6], married)) if line.result in GOOD] == [married.number]


@pytest.mark.parametrize("mark", ["A", "a", "Abs"])
def test_an_a_among_grades_is_no_absence(mark: str) -> None:
    rows = [["Candidate", "Mark"], ["1001", mark], ["1002", "B"], ["1003", "C"]]

    assert taken(rows) == {}
    assert list(taken([*rows, ["1004", "45"]])) == ["1001", "1004"]
