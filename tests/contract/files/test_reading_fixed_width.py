"""Fixed-width files: the shipped layout and another one, by the same code."""

import copy
from dataclasses import replace
from typing import Any, Final

import pytest

from centremark.adapters.files.formats import FileFormats
from centremark.adapters.files.layouts import layout_of, shipped
from centremark.domain.files.faults import MEANINGS, FaultCode
from centremark.domain.files.marks_file import MarksFile, SheetLine, Written
from centremark.domain.shared.identifiers import CentreNumber
from tests.support.builders import CENTRE, CODE, SERIES, a_candidate

FORMATS: Final = FileFormats()
WHOLE: Final = [
    "01CENTREMARK-12027-06007",
    "0264235",
    "05H446/03    1001 45        642350261001VJONES Amelia",
    "05H446/03    1002A          642350261002TNOWAK Łukasz",
    "05H446/03    1003 0",
    "086423500003",
    "09000007",
]
A_BOARDS_OWN: Final[dict[str, Any]] = {
    "name": "north-board-2",
    "type": {"start": 60, "length": 1},
    "records": {
        "header": {
            "code": "H",
            "fields": {
                "layout": {"start": 1, "length": 6, "equals": "NB0002"},
                "series": {"start": 10, "length": 2, "values": {"6B": "2027-06", "1A": "2027-01"}},
                "sequence": {"start": 20, "length": 5, "type": "number"},
            },
        },
        "centre_header": {"code": "C", "fields": {"centre": {"start": 30, "length": 5}}},
        "mark": {
            "code": "M",
            "fields": {
                "candidate": {"start": 1, "length": 4},
                "unit": {"start": 6, "length": 4},
                "component": {"start": 11, "length": 2},
                "value": {"start": 20, "length": 3},
                "absent": {"start": 24, "length": 1, "values": {"0": "yes", "1": "no"}},
            },
        },
        "centre_trailer": {"code": "T", "fields": {"marks": {"start": 1, "length": 4, "type": "number"}}},
        "file_trailer": {"code": "Z", "fields": {"centres": {"start": 1, "length": 2, "type": "number"}}},
    },
}


def read(lines: list[str], formats: FileFormats = FORMATS) -> MarksFile:
    return formats.read("\r\n".join([*lines, ""]).encode())


def without(number: int) -> list[str]:
    return [line for place, line in enumerate(WHOLE, start=1) if place != number]


def with_line(number: int, line: str) -> list[str]:
    return [line if place == number else kept for place, kept in enumerate(WHOLE, start=1)]


def test_the_shipped_layout_is_read_with_its_header_and_counts() -> None:
    file = read(WHOLE)

    assert file.faults == ()
    assert (file.head.format, file.head.centre, file.head.series, file.head.sequence) == (
        "centremark-1",
        "64235",
        "2027-06",
        7,
    )
    assert [(line.number, line.candidate, line.written) for line in file.lines] == [
        (3, "1001", Written("45")),
        (4, "1002", Written("", absent=True)),
        (5, "1003", Written("0")),
    ]
    assert [line.name for line in file.lines] == ["JONES Amelia", "NOWAK Łukasz", ""]


def test_a_board_drops_in_a_layout_of_its_own_and_no_code_changes() -> None:
    theirs = FileFormats([*shipped(), layout_of(A_BOARDS_OWN)])
    lines = [
        SheetLine(CENTRE, SERIES, CODE, a_candidate(1001).number, "", "", Written("45")),
        SheetLine(CENTRE, SERIES, CODE, a_candidate(1002).number, "", "", Written("", absent=True)),
    ]

    text = theirs.write(lines, "north-board-2", sequence=12).decode()
    file = theirs.read(text.encode())

    assert text.splitlines()[0] == f"{'NB0002   6B':19}00012{'H':>36}"
    assert text.splitlines()[2] == f"1001 H446 03{'45':>9}  1{'M':>36}"
    assert (file.head.format, file.head.series, file.head.sequence) == ("north-board-2", "2027-06", 12)
    assert [(line.assessment, line.candidate, line.written) for line in file.lines] == [
        (line.assessment, line.candidate, line.written) for line in lines
    ]


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (without(7), (6, "trailer-missing")),
        (WHOLE[:4], (4, "trailer-missing")),
        (without(6), (6, "record-out-of-place")),
        (without(2), (2, "record-out-of-place")),
        (without(4), (5, "count-differs")),
        ([*WHOLE, "05H446/03    1001 45"], (8, "record-out-of-place")),
        (with_line(7, "09000099"), (7, "count-differs")),
        (with_line(7, "09 seven"), (7, "file-damaged")),
        (with_line(7, "0900007"), (7, "file-damaged")),
        (with_line(7, "09     7"), (7, "file-damaged")),
        (with_line(7, "09"), (7, "file-damaged")),
        (with_line(6, "0864235    3"), (6, "file-damaged")),
        (with_line(6, "0864235003"), (6, "file-damaged")),
        (with_line(1, "01CENTREMARK-12027-06 7"), (1, "file-damaged")),
        (with_line(1, "01CENTREMARK-12027-067"), (1, "file-damaged")),
        (with_line(2, "026423 "), (2, "file-damaged")),
        (with_line(2, "02ABCDE"), (2, "file-damaged")),
        (with_line(6, "086423600003"), (6, "other-centre")),
        (with_line(1, "01CENTREMARK-12027-13007"), (1, "file-damaged")),
        (with_line(2, f"0264235{' ' * 20}x"), (2, "file-damaged")),
    ],
)
def test_a_file_that_contradicts_itself_is_refused_whole(lines: list[str], fault: tuple[int, str]) -> None:
    file = read(lines)

    assert [(f.line, f.code.value) for f in file.faults] == [fault]
    assert file.lines == ()
    assert file.fatal


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("07H446/03    1001 45", "record-unknown"),
        ("05H446/03    1O01 45", "candidate-malformed"),
        ("05H446/03         45", "candidate-missing"),
        ("05H446/03    10   45", "candidate-malformed"),
        ("05H446/03      10 45", "candidate-malformed"),
        ("05H446/03    1 01 45", "candidate-malformed"),
        ("05?          1001 45", "assessment-malformed"),
        ("05H446/03    1001X45", "line-malformed"),
        (f"05H446/03    1001 45{' ' * 130}x", "line-malformed"),
        ("05H446/03\t1001 45", "line-malformed"),
    ],
)
def test_a_bad_mark_is_refused_alone(line: str, code: str) -> None:
    lines = with_line(3, line)
    if code == "record-unknown":
        lines = [part.replace("086423500003", "086423500002") for part in lines]

    file = read(lines)

    assert [(fault.line, fault.code.value) for fault in file.faults] == [(3, code)]
    assert [line.candidate for line in file.lines] == ["1002", "1003"]


def test_a_number_may_have_spaces_before_it_where_the_layout_says_so() -> None:
    layout = copy.deepcopy(A_BOARDS_OWN)
    layout["records"]["mark"]["fields"]["candidate"]["padding"] = "spaces before"
    formats = FileFormats([layout_of(layout)])
    line = SheetLine(CENTRE, SERIES, CODE, a_candidate(10).number, "", "", Written("45"))
    written = formats.write([line], "north-board-2").decode()

    padded, cut = (
        formats.read(written.replace("0010", "  10").encode()),
        formats.read(written.replace("0010", "10  ").encode()),
    )

    assert [found.candidate for found in padded.lines] == ["0010"]
    assert [fault.code.value for fault in cut.faults] == ["candidate-malformed"]


def test_the_uci_of_a_record_is_read() -> None:
    assert [line.uci for line in read(WHOLE).lines] == ["642350261001V", "642350261002T", ""]


def test_a_file_of_another_centre_or_series_is_refused_in_words() -> None:
    file = read(WHOLE)

    other_centre = file.for_centre(CentreNumber("58410"), SERIES)
    assert file.for_centre(CENTRE, SERIES) is file
    assert other_centre.fatal
    assert other_centre.fatal.problem == "The file is for centre 64235, but you uploaded it for centre 58410."
    assert other_centre.lines == ()


def broken(*path: str, value: object) -> dict[str, Any]:
    """The board's layout with one place of it changed, or left out."""
    layout = copy.deepcopy(A_BOARDS_OWN)
    place = layout["records"]
    for name in path[:-1]:
        place = place[name]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return layout


@pytest.mark.parametrize(
    ("layout", "words"),
    [
        (broken("file_trailer", value=None), "no file_trailer"),
        (broken("mark", "fields", "value", value=None), "needs a candidate"),
        (broken("mark", "fields", "shoe_size", value={"start": 1, "length": 1}), "no field shoe_size"),
        (broken("header", "fields", "sequence", "type", value="text"), "cannot be of type"),
        (broken("mark", "fields", "candidate", "padding", value="zeros"), "cannot have the padding"),
        (broken("mark", "fields", "value", "padding", value="spaces before"), "cannot have the padding"),
    ],
)
def test_a_layout_that_cannot_be_read_by_is_refused_when_it_is_installed(layout: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        layout_of(layout)


def test_the_shipped_layout_says_that_it_is_ours() -> None:
    [layout] = shipped()

    assert layout.name == "centremark-1"


def test_every_fault_has_a_meaning_and_a_cure() -> None:
    assert set(MEANINGS) == set(FaultCode)
    assert all(meaning.problem.endswith(".") and meaning.cure.endswith(".") for meaning in MEANINGS.values())


def test_a_written_line_never_spills_into_the_next_field() -> None:
    line = SheetLine(CENTRE, SERIES, CODE, a_candidate(1001).number, "X" * 200, "U" * 50, Written("45"))

    file = FORMATS.read(FORMATS.write([line, replace(line, candidate=a_candidate(1002).number)], "centremark-1"))

    assert file.faults == ()
    assert [(found.candidate, found.written.value) for found in file.lines] == [("1001", "45"), ("1002", "45")]
