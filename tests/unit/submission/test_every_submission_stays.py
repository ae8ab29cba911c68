"""The submissions of a sheet, each as it was sent, over memory."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from centremark.domain.catalogue.circumstances import Circumstance
from centremark.domain.shared.errors import NotFound
from centremark.domain.shared.identifiers import CandidateNumber, SeriesId
from centremark.domain.shared.outcomes import ABSENT, Grade, Mark, Outcome
from centremark.domain.sheet.row import ExplainedZero, Row, ZeroReason
from centremark.domain.sheet.sealing import Sending, SentRow, marks_in
from centremark.usecases.amendments.amend_marks import AmendMarksCommand
from tests.support.builders import NOON, SHEET, a_key, an_amendment
from tests.support.doing import OFFICER, REPORT, TEACHER, complete, submit
from tests.support.world import World

SERIES = SeriesId("2026-06")
OUTCOMES: st.SearchStrategy[Outcome] = st.one_of(
    st.integers(0, 300).map(Mark), st.sampled_from("DMPNA").map(Grade), st.just(ABSENT)
)
ROWS = st.dictionaries(
    st.integers(1, 9999).map(lambda number: CandidateNumber(f"{number:04d}")),
    st.builds(
        Row,
        outcome=OUTCOMES,
        carried=st.sampled_from([None, SERIES]),
        circumstance=st.sampled_from([None, Circumstance("L", "Lost in a fire")]),
        criteria=st.sampled_from([(), (3, 4)]),
        zero=st.sampled_from([None, ExplainedZero(ZeroReason.WORTH_NOTHING, "asha")]),
    ),
)


@given(ROWS)
def test_a_document_reads_back_as_the_marks_that_were_sent(rows: dict[CandidateNumber, Row]) -> None:
    _, document = Sending(SHEET, rows, 1, "Owen Reid", NOON, late=False, version=7).sealed()

    assert marks_in(document).rows == {
        number: SentRow(
            row.outcome,
            row.carried,
            row.circumstance.code if row.circumstance else "",
            row.criteria,
            row.zero.reason if row.zero else None,
        )
        for number, row in sorted(rows.items())
        if row.outcome
    }


def amended_once() -> World:
    """A world whose sheet was submitted, confirmed and printed, and then amended from 45 to 54."""
    world = World()
    submit(world, complete(world))
    world.services.confirm_submission(SHEET, 1)
    world.services.make_print(REPORT)
    amend(world)
    return world


def amend(world: World) -> None:
    wanted = an_amendment(before=Mark(45), after=Mark(54))
    world.services.amend_marks(AmendMarksCommand(SHEET, wanted, a_key("key-amend-01")), OFFICER)


def test_an_open_sheet_has_no_submission() -> None:
    world = World()

    assert world.services.read_submissions.every(SHEET, TEACHER).submissions == []
    with pytest.raises(NotFound):
        world.services.read_submissions.one(SHEET, 1, TEACHER)


def test_every_submission_is_listed_latest_first_as_it_was_last() -> None:
    made = amended_once().services.read_submissions.every(SHEET, TEACHER).submissions

    assert [(one.number, one.confirmed_at is not None) for one in made] == [(2, False), (1, True)]


def test_an_earlier_submission_shows_the_marks_that_it_sent_and_the_report_that_was_printed_of_it() -> None:
    world = amended_once()

    first, second = (world.services.read_submissions.one(SHEET, number, TEACHER) for number in (1, 2))

    mark = CandidateNumber("1001")
    assert second.sent.rows[mark].outcome == Mark(54)
    assert first.sent.rows[mark].outcome == Mark(45)
    assert first.report
    assert first.report.url.endswith(f"/{first.submission.version}")
    assert second.report is None


def test_a_submission_replaced_before_it_was_confirmed_has_the_report_of_when_it_was_made() -> None:
    world = World()
    submit(world, complete(world))
    world.services.make_print(REPORT)
    world.services.confirm_submission(SHEET, 1)

    report = world.services.read_submissions.one(SHEET, 1, TEACHER).report

    assert report
    assert report.url.endswith(f"/{world.sheets.get(SHEET).version - 1}")


def test_a_number_that_no_submission_has_is_not_found() -> None:
    with pytest.raises(NotFound, match="no submission 3"):
        amended_once().services.read_submissions.one(SHEET, 3, TEACHER)
