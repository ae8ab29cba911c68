from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from centremark.domain.people.centre_settings import CentreSettings
from centremark.domain.shared.actor import BOARD_CENTRE, BOARD_ROLES, Actor, Channel, Permission, Role
from centremark.domain.shared.errors import Busy, Conflict, Forbidden, KeyReused, NotFound, Stale
from centremark.domain.shared.identifiers import CandidateNumber, CentreNumber, SheetId
from centremark.domain.shared.outcomes import Mark
from centremark.domain.shared.ports import WriteConflict
from centremark.domain.sheet.facts import MarksSaved, MarksSubmitted
from centremark.domain.sheet.mark_sheet import MarkSheet, Result, Status
from centremark.usecases.marks.enter_marks import EnterMarksCommand, Saved
from centremark.usecases.shared import retry as racing
from tests.support.builders import CENTRE, NOON, SHEET, a_change, a_key, an_actor
from tests.support.doing import HEAD, STRANGER, TEACHER, complete, enter, submit
from tests.support.world import World


def choose(world: World, *, second_checker: bool = True, by: Actor = HEAD) -> CentreSettings:
    return world.services.change_centre_settings(CENTRE, by, second_checker=second_checker)


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (Role.ENTER, {Permission.READ, Permission.ENTER}),
        (Role.SUBMIT, {Permission.READ, Permission.ENTER, Permission.SUBMIT, Permission.ASK, Permission.AMEND}),
        (Role.VIEW, {Permission.READ}),
        (Role.ADMINISTRATOR, {Permission.READ, Permission.SETTINGS, Permission.HISTORY, Permission.PEOPLE}),
        (Role.OPERATOR, {Permission.READ, Permission.HISTORY, Permission.MODERATE, Permission.OPERATE}),
        (Role.MODERATION, {Permission.READ, Permission.HISTORY, Permission.MODERATE}),
    ],
)
def test_a_role_allows_what_it_is_for_and_nothing_else(role: Role, allowed: set[Permission]) -> None:
    actor = an_actor(role, centre=BOARD_CENTRE if role in BOARD_ROLES else CENTRE)

    assert {permission for permission in Permission if actor.may_everywhere(permission, CENTRE)} == allowed


@pytest.mark.parametrize("role", sorted(BOARD_ROLES))
def test_the_boards_people_see_every_centre_and_enter_marks_at_none(role: Role) -> None:
    board = an_actor(role, centre=BOARD_CENTRE)

    assert board.may(Permission.READ, CENTRE)
    assert not board.may(Permission.ENTER, SHEET)


@pytest.mark.parametrize("role", sorted(BOARD_ROLES))
def test_a_role_of_the_boards_held_at_a_centre_permits_nothing(role: Role) -> None:
    someone = an_actor(role)

    assert not any(someone.may_somewhere(permission, CENTRE) for permission in Permission)
    with pytest.raises(Forbidden, match="Only the exam board"):
        someone.must_on_board(Permission.MODERATE)


@pytest.mark.parametrize(
    ("permission", "place"), [(Permission.PEOPLE, CENTRE), (Permission.SETTINGS, CENTRE), (Permission.ENTER, SHEET)]
)
def test_the_boards_people_are_not_sent_to_an_administrator_they_do_not_have(permission: Any, place: Any) -> None:
    with pytest.raises(Forbidden, match="only the centre's own people") as refused:
        an_actor(Role.OPERATOR, centre=BOARD_CENTRE).must(permission, place)

    assert "administrator" not in str(refused.value)


def test_a_centres_people_are_not_sent_to_ask_for_a_role_of_the_board() -> None:
    with pytest.raises(Forbidden, match="Only the exam board can do this") as refused:
        an_actor(Role.ADMINISTRATOR).must(Permission.MODERATE, CENTRE)

    assert "Ask" not in str(refused.value)


@pytest.mark.parametrize(
    ("role", "place", "permission", "needed"),
    [
        (Role.VIEW, SHEET, Permission.ENTER, "enter marks or submit marks"),
        (Role.ENTER, SHEET, Permission.SUBMIT, "submit marks"),
        (Role.SUBMIT, CENTRE, Permission.SETTINGS, "centre administrator"),
        (
            Role.SUBMIT,
            CENTRE,
            Permission.HISTORY,
            "see the centre's history. Ask .* for the role: centre administrator.$",
        ),
    ],
)
def test_a_member_without_the_role_is_told_which_one_to_ask_for(
    role: Role,
    place: SheetId | CentreNumber,
    permission: Any,
    needed: str,
) -> None:
    with pytest.raises(Forbidden, match=needed):
        an_actor(role).must(permission, place)


def test_a_stranger_cannot_tell_a_centre_from_none() -> None:
    with pytest.raises(NotFound, match="do not belong to this centre"):
        STRANGER.must(Permission.READ, CENTRE)


def test_a_centre_chooses_whether_a_second_person_checks_and_it_is_kept_who_chose() -> None:
    world = World()
    assert world.services.read_centre_settings(CENTRE, TEACHER) == CentreSettings()

    chosen = choose(world)
    world.now += timedelta(days=1)
    again = choose(world, by=an_actor(Role.ADMINISTRATOR, name="Someone Else"))

    assert chosen == CentreSettings(second_checker=True, changed_by=HEAD.by(CENTRE), changed_at=NOON)
    assert again == chosen
    assert world.services.read_centre_settings(CENTRE, an_actor(Role.OPERATOR, centre=BOARD_CENTRE)) == chosen


def test_a_centre_that_does_not_exist_has_no_settings() -> None:
    with pytest.raises(NotFound):
        World().services.read_centre_settings(CentreNumber("99999"), an_actor(Role.OPERATOR, centre=BOARD_CENTRE))


@pytest.mark.parametrize("channel", [Channel.WEB, Channel.API])
def test_a_second_checker_is_asked_for_from_the_moment_the_centre_chooses_so(channel: Channel) -> None:
    world, teacher = World(), replace(TEACHER, channel=channel)
    before = enter(world, a_change(1001, Mark(45), checked=True), by=teacher)

    choose(world)
    after = enter(world, a_change(1002, Mark(46), checked=True), key="key-00000002", by=teacher)

    assert [a.result for a in (*before.answers, *after.answers)] == [Result.SAVED, Result.REFUSED]
    assert after.answers[0].code == "second-checker-needed"


def test_the_same_request_again_is_answered_as_the_first_time_and_changes_nothing() -> None:
    world = World()
    first = enter(world, a_change(1001, Mark(45)), a_change(1002, Mark(99)), a_change(9999, Mark(1)))
    enter(world, a_change(1001, Mark(50), revision=1), key="key-00000002")

    again = enter(world, a_change(1001, Mark(45)), a_change(1002, Mark(99)), a_change(9999, Mark(1)))

    assert again == first
    assert world.sheets.get(SHEET).rows[CandidateNumber("1001")].outcome == Mark(50)
    assert sum(isinstance(fact, MarksSaved) for fact in world.memory.facts) == 2


def test_a_save_that_changed_nothing_is_answered_the_same_again() -> None:
    world = World()
    first = enter(world, a_change(1001, Mark(99)), a_change(1002, None))
    enter(world, a_change(1002, Mark(45)), key="key-00000002")

    again = enter(world, a_change(1001, Mark(99)), a_change(1002, None))

    assert [a.result for a in first.answers] == [Result.REFUSED, Result.UNCHANGED]
    assert again == first


def test_the_same_request_sent_twice_at_once_is_answered_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    world, answers = World(), list[Saved]()
    get = world.sheets.get

    def get_after_the_other(sheet: SheetId) -> MarkSheet:
        monkeypatch.undo()
        answers.append(enter(world, a_change(1001, Mark(45))))
        return get(sheet)

    monkeypatch.setattr(world.sheets, "get", get_after_the_other)
    answers.append(enter(world, a_change(1001, Mark(45))))

    assert [a.result for saved in answers for a in saved.answers] == [Result.SAVED, Result.SAVED]


@pytest.mark.parametrize("mark", [45, 99])
def test_a_key_stands_for_one_request_whether_or_not_it_changed_anything(mark: int) -> None:
    world = World()
    enter(world, a_change(1001, Mark(mark)))

    with pytest.raises(KeyReused):
        world.services.enter_marks(
            EnterMarksCommand(SHEET, (a_change(1002, Mark(1)),), a_key(fingerprint="another body")), TEACHER
        )


def test_two_teachers_on_different_candidates_both_succeed() -> None:
    world = World()
    one = enter(world, a_change(1001, Mark(1)), key="key-teacher-1")
    other = enter(world, a_change(1002, Mark(2)), key="key-teacher-2")

    assert [a.result for a in (*one.answers, *other.answers)] == [Result.SAVED, Result.SAVED]


def test_a_lost_race_is_decided_again_on_what_the_other_wrote(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    save = world.sheets.save
    raced: list[bool] = []

    def save_after_someone_else(*args: object, **kwargs: object) -> None:
        if not raced:
            raced.append(True)
            enter(world, a_change(1001, Mark(47)), key="key-of-another")
        save(*args, **kwargs)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(world.sheets, "save", save_after_someone_else)
    saved = enter(world, a_change(1001, Mark(45)), a_change(1002, Mark(2)), key="key-of-mine")

    assert [a.result for a in saved.answers] == [Result.CONFLICT, Result.SAVED]
    assert saved.answers[0].row
    assert saved.answers[0].row.outcome == Mark(47)


def test_after_too_many_lost_races_the_caller_is_told_that_nothing_was_changed() -> None:
    pauses: list[float] = []

    def always_lose() -> None:
        raise WriteConflict

    with pytest.raises(Busy, match="Nothing was saved"):
        racing.retry_on_conflict(always_lose, pause=pauses.append)

    assert len(pauses) == racing.ATTEMPTS
    assert sum(pauses) < 6


def test_only_what_was_reviewed_is_submitted() -> None:
    world = World()
    reviewed = complete(world)
    enter(world, a_change(1001, Mark(46), revision=1, checked=True), key="key-00000002")

    with pytest.raises(Stale):
        submit(world, reviewed)

    assert world.sheets.get(SHEET).status is Status.READY


def test_submitting_twice_with_one_key_submits_once() -> None:
    world = World()
    version = complete(world)

    submit(world, version)
    submit(world, version)

    assert sum(isinstance(fact, MarksSubmitted) for fact in world.memory.facts) == 1


def test_marks_are_confirmed_when_the_board_holds_them() -> None:
    world = World()
    submit(world, complete(world))

    confirmed = world.services.confirm_submission(SHEET, 1)
    again = world.services.confirm_submission(SHEET, 1)

    assert confirmed.status is Status.CONFIRMED
    assert again == confirmed
    assert [held.decode() for held in world.intake.held.values()] == [world.ledger.document(SHEET, 1)]


def test_marks_are_not_confirmed_when_the_board_holds_something_else() -> None:
    world = World()
    submit(world, complete(world))
    world.intake.held[f"{SHEET}/64235-H446-03-2027-06-1"] = b"{}"

    with pytest.raises(Conflict):
        world.services.confirm_submission(SHEET, 1)

    assert world.sheets.get(SHEET).status is Status.SUBMITTED
