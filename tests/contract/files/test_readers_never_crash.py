"""Whatever bytes come, the readers answer, and what the writers write is read back as it was."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from centremark.adapters.files.formats import FileFormats
from centremark.domain.files.marks_file import SheetLine, Written
from centremark.domain.shared.identifiers import AssessmentCode, CandidateNumber
from tests.bench.fuzz_readers import must_be_answered, spoilt_files
from tests.support.builders import CENTRE, SERIES

FORMATS = FileFormats()

outcomes = st.one_of(
    st.integers(0, 999).map(lambda mark: Written(str(mark))),
    st.just(Written("", absent=True)),
    st.just(Written("")),
    st.sampled_from(["D", "Pass"]).map(Written),
)
names = st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"]), max_size=40)
sheet_lines = st.builds(
    SheetLine,
    st.just(CENTRE),
    st.just(SERIES),
    st.sampled_from([AssessmentCode("H446/03"), AssessmentCode("R033/2")]),
    st.integers(1, 9999).map(lambda number: CandidateNumber(f"{number:04d}")),
    names,
    st.just("642350261001V"),
    outcomes,
)


@pytest.mark.slow
@settings(max_examples=150)
@given(lines=st.lists(sheet_lines, min_size=1, max_size=8), name=st.sampled_from(FORMATS.formats()))
def test_what_is_written_is_read_back_as_it_was(lines: list[SheetLine], name: str) -> None:
    file = FORMATS.read(FORMATS.write(lines, name))

    assert file.faults == ()
    assert (file.head.centre, file.head.series) == (CENTRE, SERIES)
    assert [(line.assessment, line.candidate, line.written) for line in file.lines] == [
        (line.assessment, line.candidate, line.written) for line in lines
    ]


@pytest.mark.slow
def test_three_thousand_spoilt_files_are_each_answered_with_a_line() -> None:
    for content in spoilt_files(3_000, seed=7):
        must_be_answered(content)


@settings(max_examples=500)
@given(content=st.binary(max_size=300))
def test_any_bytes_are_answered(content: bytes) -> None:
    must_be_answered(content)


@pytest.mark.slow
@settings(max_examples=500)
@given(
    rows=st.lists(
        st.lists(st.one_of(st.text(max_size=12), st.sampled_from(["1001", "45", "A", '"', "\n", "45,0"])), max_size=4),
        max_size=5,
    )
)
def test_any_rows_below_headings_are_read_or_refused_one_by_one(rows: list[list[str]]) -> None:
    text = "Candidate number,Mark,Absent\n" + "\n".join(",".join(row) for row in rows)

    must_be_answered(text.encode(errors="replace"))
