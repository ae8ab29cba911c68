"""A sheet and what stands beside it are several items, and a read may find some of before a save and some of after it.

Here each kind of item is read so, either way round; no decision is made over it.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

import pytest

from centremark.adapters.dynamodb import beside_a_sheet
from centremark.adapters.dynamodb.after_submission_items import AfterItem, AmendmentsItem
from centremark.adapters.dynamodb.beside_a_sheet import READS
from centremark.adapters.dynamodb.items import SheetItem
from centremark.adapters.dynamodb.names_and_texts import IN_AN_ITEM, RosterItem, TextItem
from centremark.bootstrap import Services
from centremark.domain.catalogue.catalogue import Roster
from centremark.domain.catalogue.circumstances import Circumstance
from centremark.domain.moderation.decisions import Arrangement
from centremark.domain.shared.actor import BOARD_CENTRE, Role
from centremark.domain.shared.errors import Busy
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.shared.outcomes import Mark
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.moderation import Method
from centremark.usecases.amendments.amend_marks import AmendMarksCommand
from centremark.usecases.marks.enter_marks import EnterMarksCommand
from centremark.usecases.moderation.moderate import OutcomeFound
from centremark.usecases.submission.submit_marks import SubmitMarksCommand
from tests.support.builders import (
    AGREED,
    CENTRE,
    SERIES,
    SHEET,
    a_candidate,
    a_change,
    a_key,
    a_moderation,
    an_actor,
    an_amendment,
)
from tests.support.entering import enter_candidates
from tests.support.torn import kept_at, put, torn

Act = Callable[[Services], object]
Place = tuple[str, str]
ONE: Final = CandidateNumber("1001")
MANY: Final = IN_AN_ITEM + 10
OFFICER: Final = an_actor(Role.ENTER, Role.SUBMIT, name="Owen Reid")
BOARD: Final = an_actor(Role.OPERATOR, Role.MODERATION, centre=BOARD_CENTRE, name="Mo Derator")
AFTER: Final = AfterItem.key(SHEET)
AMENDMENTS: Final = AmendmentsItem.key(SHEET)
TEXT: Final = TextItem.key(SHEET, ONE)
NAMES: Final = RosterItem.key(SHEET)
MORE_NAMES: Final = RosterItem.key(SHEET, 1)


def confirmed(services: Services) -> None:
    changes = tuple(a_change(number, Mark(45), checked=True) for number in (1001, 1002, 1003))
    saved = services.enter_marks(EnterMarksCommand(SHEET, changes, a_key()), OFFICER)
    services.submit_marks(SubmitMarksCommand(SHEET, frozenset({saved.version}), AGREED, a_key("key-submit-1")), OFFICER)
    services.confirm_submission(SHEET, 1)


def begun(services: Services) -> None:
    services.start_moderation(SHEET, Arrangement(a_moderation().moderator, Method.POST, 5), BOARD)


def in_moderation(services: Services) -> None:
    confirmed(services)
    begun(services)


def moderated(services: Services) -> None:
    found = OutcomeFound({ONE: Mark(40)}, datetime.now(UTC) + timedelta(days=9), "Generous")
    services.record_outcome(SHEET, found, BOARD)


def sent(services: Services) -> None:
    services.follow_moderation.sent(SHEET, frozenset({ONE}), "By post", OFFICER)


def amended(number: int) -> Act:
    wanted = an_amendment(number, before=Mark(45), after=Mark(50))
    return lambda services: services.amend_marks(
        AmendMarksCommand(SHEET, wanted, a_key(f"key-amend-{number}")), OFFICER
    )


def with_an_amendment(services: Services) -> None:
    confirmed(services)
    amended(1001)(services)


def more_time(services: Services) -> None:
    services.ask_for_extension(SHEET, date(2027, 6, 1), "Ill", OFFICER)


def granted(services: Services) -> None:
    services.decide_extension(SHEET, date(2027, 6, 1), "", BOARD)


def said(reason: str) -> Act:
    return lambda services: services.record_circumstance(SHEET, ONE, Circumstance("L", reason), OFFICER)


def nothing(_: Services) -> None:
    """Everything is as the board furnished it."""


def named(number: int, name: str) -> Act:
    return lambda services: enter_candidates(services, SHEET, [a_candidate(number, name)])


def many(services: Services) -> None:
    enter_candidates(services, SHEET, [a_candidate(number) for number in range(1004, 1001 + MANY)])


CASES: Final[Mapping[str, tuple[Place, Act, Act]]] = {
    "the start of moderation": (AFTER, confirmed, begun),
    "work that was sent": (AFTER, in_moderation, sent),
    "an outcome": (AFTER, in_moderation, moderated),
    "a first extension": (AFTER, nothing, more_time),
    "an extension": (AFTER, more_time, granted),
    "a first amendment": (AMENDMENTS, confirmed, amended(1001)),
    "an amendment": (AMENDMENTS, with_an_amendment, amended(1002)),
    "a first reason": (TEXT, nothing, said("first")),
    "a reason": (TEXT, said("first"), said("second")),
    "a name": (NAMES, nothing, named(1001, "JONES Amelie")),
    "a name in the next item": (MORE_NAMES, many, named(1000 + MANY, "JONES Amelie")),
    "a first next item of names": (MORE_NAMES, nothing, many),
}
"""Of each kind of item: where it is, what comes before a save, and the save."""


def one(services: Services) -> MarkSheet:
    return services.read_sheet.sheets.get(SHEET)


def listed(services: Services) -> MarkSheet:
    [sheet] = services.read_sheet.sheets.of_centre(CENTRE, SERIES)
    return sheet


def names(services: Services) -> Roster:
    return services.read_sheet.rosters.get(SHEET)


@pytest.mark.parametrize("way", ["the item before with the sheet after", "the item after with the sheet before"])
@pytest.mark.parametrize("what", CASES)
def test_what_is_read_is_what_one_save_left(services: Services, what: str, way: str) -> None:
    place, before, save = CASES[what]
    before(services)
    item, sheet = kept_at(place), kept_at(SheetItem.key(SHEET))
    shown = {place: item} if way.startswith("the item before") else {SheetItem.key(SHEET): sheet}
    reads = (names,) if place in {NAMES, MORE_NAMES} else (one, listed)
    left = [[read(services) for read in reads]]
    save(services)
    left.append([read(services) for read in reads])

    for read, wholes in zip(reads, zip(*left, strict=True), strict=True):
        with torn(shown) as seen:
            assert read(services) in wholes
        assert seen == [*shown]


@pytest.mark.parametrize("place", [AFTER, NAMES])
def test_who_reads_what_never_belongs_together_is_told_that_others_are_saving(
    services: Services, monkeypatch: pytest.MonkeyPatch, place: Place
) -> None:
    monkeypatch.setattr(beside_a_sheet, "FIRST_PAUSE_SECONDS", 0)
    more_time(services)

    with torn({place: None}, times=READS), pytest.raises(Busy, match="Send the same request again"):
        (one if place == AFTER else names)(services)


def test_a_sheet_kept_by_the_first_release_is_read_with_what_stands_beside_it(services: Services) -> None:
    with_an_amendment(services)
    before, named_before = one(services), names(services)
    for key, added in ((SheetItem.key(SHEET), ("b", "n")), (NAMES, ("v",))):
        item = kept_at(key)
        assert item
        put({name: value for name, value in item.items() if name not in added})

    assert one(services) == listed(services) == replace(before, named_at=0)
    assert names(services) == named_before
