"""What an operator does for one person who cannot sign in, over memory."""

from dataclasses import dataclass, field

import pytest

from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import Actor, Role
from infra.person import Help, run
from tests.support.builders import CENTRE, SHEET
from tests.support.loading import MemoryUsers
from tests.support.world import World

OWEN = "owen@harbourview.example"
BY = ["--stage", "dev", "--by", "Olu Perator <olu@board.example>"]


@dataclass
class MemorySignIns(MemoryUsers):
    """Sign-ins in memory; one that is made anew has another subject."""

    everyone: bool = False
    waiting: set[str] = field(default_factory=set[str])
    did: list[str] = field(default_factory=list[str])

    def has_password(self, email: str) -> bool:
        return email not in self.waiting

    def invite_again(self, email: str) -> None:
        self.invited.append(email)

    def sign_out(self, email: str) -> None:
        self.did.append(f"sign out {email}")

    def must_have_factor(self) -> bool:
        return self.everyone

    def drop_factor(self, email: str) -> None:
        self.did.append(f"drop factor of {email}")

    def remove(self, email: str) -> None:
        del self.subjects[email]


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION"):
        monkeypatch.setenv(name, "us-east-1")
    return World()


def asking(world: World, users: MemorySignIns, do: str, email: str = OWEN) -> None:
    def help_in(_: str, by: Actor) -> Help:
        return Help(world.services, users, by)

    run([do, email, *BY], help_in)


def test_who_has_no_password_yet_is_invited_again(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    users = MemorySignIns({OWEN: "owen"}, waiting={OWEN})

    asking(world, users, "invite")

    assert users.invited == [OWEN]
    assert capsys.readouterr().out == f"{OWEN} has a new invitation, which works for 7 days.\n"


def test_who_has_a_password_is_not_invited_again(world: World) -> None:
    users = MemorySignIns({OWEN: "owen"})

    with pytest.raises(SystemExit, match="has chosen a password"):
        asking(world, users, "invite")

    assert users.invited == []


@pytest.mark.parametrize("do", ["invite", "reset-factor"])
def test_nobody_is_invited_who_is_not_in_the_catalogue(world: World, do: str) -> None:
    with pytest.raises(SystemExit, match="Nobody signs in as stranger@elsewhere"):
        asking(world, MemorySignIns(), do, "stranger@elsewhere.example")


def test_where_a_second_factor_is_a_choice_the_lost_one_is_dropped(world: World) -> None:
    users = MemorySignIns({OWEN: "owen"})

    asking(world, users, "reset-factor")

    assert users.did == [f"sign out {OWEN}", f"drop factor of {OWEN}"]
    assert users.find(OWEN) == "owen"


def test_where_everyone_must_have_one_the_person_gets_a_new_sign_in_with_the_same_roles(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    roles = {CENTRE: frozenset({Role.ENTER})}
    limits = {CENTRE: {Role.SUBMIT: frozenset({SHEET.assessment})}}
    world.services.members.put(Member("owen", "Owen Reid", roles, email=OWEN, limits=limits))
    users = MemorySignIns({OWEN: "owen"}, everyone=True)

    asking(world, users, "reset-factor")

    anew = users.find(OWEN)
    assert (anew, users.invited) == (f"subject-of-{OWEN}", [OWEN])
    assert world.services.members.get(anew or "") == Member(anew or "", "Owen Reid", roles, email=OWEN, limits=limits)
    assert world.services.members.get("owen") == Member("owen", "Owen Reid", {})
    assert f"Owen Reid has these roles: enter marks, submit marks (H446/03) at {CENTRE}" in capsys.readouterr().out
