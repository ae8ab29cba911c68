"""A fact and an idempotent answer are stored and read back as the same, whatever their kind."""

import json
import re
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from centremark.adapters.codec.codec import encode
from centremark.adapters.codec.facts import KINDS
from centremark.adapters.dynamodb.facts import fact_item, office_fact_item
from centremark.adapters.dynamodb.items import FactItem, KeyItem
from centremark.adapters.dynamodb.ledger import fact_in, office_fact_in
from centremark.domain.catalogue.catalogue import Assessment, Centre, Qualification, Window
from centremark.domain.catalogue.centre_facts import CentreFact
from centremark.domain.catalogue.circumstances import CircumstanceKind
from centremark.domain.shared.actor import BOARD_CENTRE, By, Channel
from centremark.domain.shared.identifiers import AssessmentCode, CandidateNumber, CentreNumber, SeriesId, Uci
from centremark.domain.shared.outcomes import Grade, GradeScale, Mark, MarkScale
from centremark.domain.shared.ports import IdempotencyRecord
from centremark.domain.sheet.facts import Fact, MarksSaved
from centremark.domain.sheet.mark_sheet import Answer
from centremark.domain.sheet.row import CheckerNote, Flag, Row, RowChange
from centremark.usecases.marks.enter_marks import Saved
from centremark.usecases.notices.send_notice import Mailed
from tests.support.builders import NOON, SHEET, a_key

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
INSTANTS = st.datetimes(datetime(2020, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
for code in (CentreNumber, CandidateNumber, SeriesId, AssessmentCode):
    form = re.compile(code.FORM.pattern, re.ASCII)
    st.register_type_strategy(code, st.from_regex(form, fullmatch=True).map(code))
st.register_type_strategy(
    Uci, st.from_regex(r"[0-9]{5}[0-9A-P][0-9]{6}", fullmatch=True).map(lambda u: Uci(u + Uci.check_character(u)))
)
st.register_type_strategy(str, TEXTS)
st.register_type_strategy(datetime, INSTANTS)
st.register_type_strategy(float, st.floats(allow_nan=False))
st.register_type_strategy(Mark, st.builds(Mark, st.integers(0, 1000)))
st.register_type_strategy(Grade, st.builds(Grade, TEXTS))
SECONDS = INSTANTS.map(lambda at: at.replace(microsecond=0))
st.register_type_strategy(Flag, st.builds(Flag, TEXTS, SECONDS))
st.register_type_strategy(CheckerNote, st.builds(CheckerNote, TEXTS, TEXTS, SECONDS))
st.register_type_strategy(
    Answer, st.builds(Answer, row=st.none() | st.from_type(Row).map(lambda row: row.without_reason))
)
st.register_type_strategy(
    Centre, st.builds(Centre, st.from_type(CentreNumber).filter(lambda number: number != BOARD_CENTRE), TEXTS)
)
st.register_type_strategy(
    Assessment,
    st.builds(
        Assessment,
        *map(st.from_type, (SeriesId, AssessmentCode, str, Qualification, MarkScale, Window)),
        circumstances=st.dictionaries(TEXTS, st.from_type(CircumstanceKind), max_size=2),
    )
    | st.builds(Assessment, *map(st.from_type, (SeriesId, AssessmentCode, str, Qualification, GradeScale, Window))),
)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_fact_is_read_back_as_it_was(kind: type[Fact | CentreFact]) -> None:
    """Made by the types of its own fields, so a new kind is covered by itself."""

    @settings(max_examples=settings().max_examples // 5)
    @given(st.from_type(kind))
    def is_the_same(fact: Fact | CentreFact) -> None:
        item = fact_item(fact) if isinstance(fact, Fact) else office_fact_item(fact)
        stored = FactItem.from_raw_data(json.loads(json.dumps(item.serialize())))

        assert (fact_in if isinstance(fact, Fact) else office_fact_in)(stored) == fact

    is_the_same()


@pytest.mark.parametrize("kind", [Saved, Mailed, str, int])
def test_an_answer_kept_with_a_key_is_read_back_as_it_was(kind: type[object]) -> None:
    @settings(max_examples=settings().max_examples // 5)
    @given(st.from_type(kind))
    def is_the_same(answer: object) -> None:
        item = KeyItem.of(IdempotencyRecord(a_key(), answer), NOON)

        assert KeyItem.from_raw_data(item.serialize()).answer(kind) == answer

    is_the_same()


def test_a_thousand_changed_rows_are_no_larger_than_their_compact_lists() -> None:
    people = ["1c9f0000-0000-0000-0000-000000000000", "2d8e0000-0000-0000-0000-000000000000"]
    changes = tuple(
        RowChange(CandidateNumber(f"{n:04d}"), Row(revision=1), Row(Mark(45), revision=2, entered_by=people[n % 2]))
        for n in range(1, 1001)
    )
    fact = MarksSaved(sheet=SHEET, version=2, at=NOON, by=By(people[0], "Asha Patel", Channel.WEB), changes=changes)

    body = fact_item(fact).serialize()["body"]["S"]

    rows = [[c.candidate, ["", 0, 1], ["45", 0, 2, people.index(c.after.entered_by)]] for c in changes]
    before = json.dumps({"changes": rows, "people": people}, separators=(",", ":"))
    assert len(body) <= len(before)


def test_what_has_no_form_is_refused_when_it_is_written() -> None:
    with pytest.raises(TypeError, match="nothing says how to keep"):
        encode(3.5j)
