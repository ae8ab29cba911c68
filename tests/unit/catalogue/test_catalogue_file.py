"""A file of series, assessments, centres, people and consortia, brought into an installation over memory."""

import json
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from centremark.domain.catalogue.catalogue import Assessment, Centre
from centremark.domain.shared.actor import Actor, Role
from centremark.domain.shared.identifiers import CentreNumber, SeriesId
from centremark.domain.shared.outcomes import GradeScale, MarkScale
from infra.catalogue import plan, run
from infra.catalogue_file import Faulty, read_catalogue
from infra.dataset import Dataset
from infra.load import Loader
from infra.local.demo import demonstration
from infra.package.build import ROOT
from tests.support.loading import MemoryUsers, a_loader
from tests.support.world import World

BY = ["--by", "Olu Perator <olu@board.example>"]
FILE = """
series:
  - {id: 2028-06, title: June 2028, opens: 2027-09-01}
assessments:
  - series: 2028-06
    code: H446/03
    title: Programming project
    qualification: {code: H446, title: A Level Computer Science}
    maximum: 70
    opens: 2027-09-01
    deadline: 2028-05-15
  - series: 2028-06
    code: J351/03
    title: Spoken language
    qualification: {code: J351, title: GCSE English Language}
    grades: {D: Distinction, P: Pass}
    opens: 2027-09-01
    deadline: 2028-05-15
    closes: 2028-06-15
centres:
  - {number: 05823, name: Riverside School}
people:
  - email: mo@board.example
    name: Mo Derator
    roles: {00000: [board moderation]}
  - email: nia@riverside.example
    name: Nia Rees
    roles: {05823: [submit marks, centre administrator], 64235: [view]}
consortia:
  - {series: 2028-06, assessment: H446/03, centres: [05823, 64235]}
"""


def load(text: str, loader: Loader) -> list[str]:
    planned = plan(read_catalogue(text), loader)
    loader(planned.data)
    return [step.words for step in planned.steps]


def test_everything_a_file_names_is_put_into_the_installation() -> None:
    world = World()
    loader = a_loader(world)

    steps = load(FILE, loader)

    catalogue, series = world.services.catalogue, SeriesId("2028-06")
    project, spoken = catalogue.assessments(series)
    assert len(steps) == 7
    assert project.scale == MarkScale(70)
    assert spoken.scale == GradeScale({"D": "Distinction", "P": "Pass"})
    assert (project.window.opens.isoformat(), project.window.deadline.isoformat()) == (
        "2027-08-31T23:00:00+00:00",
        "2028-05-15T22:59:59+00:00",
    )
    assert [consortium.centres for consortium in catalogue.consortia(series)] == [("05823", "64235")]
    nia = world.services.members.get("subject-of-nia@riverside.example")
    assert nia.memberships == {"05823": {Role.SUBMIT, Role.ADMINISTRATOR}, "64235": {Role.VIEW}}
    assert isinstance(loader.users, MemoryUsers)
    assert loader.users.invited == ["mo@board.example", "nia@riverside.example"]


def test_doing_it_again_changes_nothing() -> None:
    loader = a_loader(World())
    load(FILE, loader)

    again = plan(read_catalogue(FILE), loader)

    assert (again.steps, again.kept) == ((), 7)
    assert again.data == Dataset((), (), (), ())


def test_each_example_of_the_runbook_is_a_catalogue_file() -> None:
    runbook = (ROOT / "docs" / "runbook.md").read_text()
    examples = re.findall(r"```yaml\n(.*?)```", runbook, re.DOTALL)

    planned = [plan(read_catalogue(example), a_loader(World())) for example in examples]

    assert [len(each.steps) + each.kept for each in planned] == [1, 7]


def test_json_says_the_same_as_yaml() -> None:
    centres = [{"number": "05823", "name": "Riverside School"}]

    assert read_catalogue(json.dumps({"centres": centres})).centres == (
        Centre(CentreNumber("05823"), "Riverside School"),
    )


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "deadline: 2028-05-15\n  - ",
            "deadline: 2028-05-22\n  - ",
            "deadline 15 May 2028 at 23:59 -> 22 May 2028 at 23:59",
        ),
        ("name: Riverside School", "name: Riverside Academy", "name Riverside School -> Riverside Academy"),
        ("64235: [view]", "64235: []", "-> centre administrator, submit marks at 05823"),
        ("{D: Distinction, P: Pass}", "{D: Distinction}", "marks D, P -> D"),
        ("maximum: 70", "maximum: 70\n    boundaries: {A: 56, C: 38}", "boundaries none -> A from 56, C from 38"),
        (
            "maximum: 70",
            "maximum: 70\n    circumstances: {L: {title: Lost work, sampled: false}}",
            "circumstances none -> L Lost work (not sampled)",
        ),
        (
            "maximum: 70",
            "maximum: 70\n    criteria: [{code: A01, title: Plan, maximum: 30}, {code: A02, title: Make, maximum: 40}]",
            "criteria none -> A01 Plan (to 30), A02 Make (to 40)",
        ),
        ("title: June 2028", "title: Summer 2028", "title June 2028 -> Summer 2028"),
    ],
)
def test_what_differs_is_told_and_changed_and_nothing_else(before: str, after: str, told: str) -> None:
    loader = a_loader(World())
    load(FILE, loader)
    assert before in FILE

    [step] = load(FILE.replace(before, after, 1), loader)

    assert step.startswith("change")
    assert told in step


def test_roles_that_a_centre_gave_stay_whatever_the_file_says_and_it_can_still_make_an_administrator() -> None:
    world = World()
    loader = a_loader(world)
    load(FILE, loader)
    nia = "subject-of-nia@riverside.example"
    given = {CentreNumber("05823"): frozenset({Role.ADMINISTRATOR, Role.ENTER})}
    world.services.members.put(replace(world.services.members.get(nia), memberships=given))

    load(FILE, loader)
    assert world.services.members.get(nia).memberships == {**given, CentreNumber("64235"): frozenset({Role.VIEW})}

    other = "  - {email: al@riverside.example, name: Al Rees, roles: {05823: [view]}}\nconsortia:"
    load(FILE.replace("consortia:", other), loader)
    load(FILE.replace("consortia:", other.replace("view", "centre administrator")), loader)
    al = world.services.members.get("subject-of-al@riverside.example")
    assert al.memberships == {CentreNumber("05823"): frozenset({Role.VIEW, Role.ADMINISTRATOR})}

    load(FILE.replace("{05823: [submit marks, centre administrator], 64235: [view]}", "{}"), loader)
    assert world.services.members.get(nia).memberships == {}


def test_a_consortium_is_changed_to_what_the_file_says() -> None:
    world = World()
    loader = a_loader(world)
    load(FILE, loader)
    third = FILE.replace("people:", "  - {number: 11111, name: Third School}\npeople:", 1)

    steps = load(third.replace("[05823, 64235]", "[05823, 11111]"), loader)

    assert steps[1:] == ["change  consortium for H446/03 in 2028-06: centres 05823 and 64235 -> 05823 and 11111"]
    [consortium] = world.services.catalogue.consortia(SeriesId("2028-06"))
    assert (consortium.centres, consortium.arranged.by.name) == (("05823", "11111"), "Demonstration")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("deadline: 2028-05-15\n  - ", "\n  - ", "assessments[0].deadline: is missing"),
        ("deadline: 2028-05-15", "deadline: 15 May", "assessments[0].deadline: Input should be a valid date"),
        ("deadline: 2028-05-15", "deadline: 2027-05-15", "assessments[0]: opens before its deadline"),
        ("maximum: 70", "", "assessments[0]: has either a maximum mark or grades"),
        ("maximum: 70", "maximum: 70\n    boundaries: {A: 71}", "assessments[0]: has a boundary above its maximum"),
        (
            "maximum: 70",
            "maximum: 70\n    criteria: [{code: A01, title: Plan, maximum: 30}, {code: A02, title: Make, maximum: 39}]",
            "assessments[0]: The criteria give 69 marks together",
        ),
        (
            "maximum: 70",
            "maximum: 70\n    criteria: [{code: A01, title: Plan, maximum: 30}, {code: a-01, title: B, maximum: 40}]",
            "assessments[0]: Each criterion needs a code and a title that no other criterion has",
        ),
        (
            "grades: {D: Distinction, P: Pass}",
            "grades: {D: Distinction, P: Pass}\n    criteria: [{code: A01, title: Plan, maximum: 30}]",
            "assessments[1]: The criteria give 30 marks together",
        ),
        (
            "maximum: 70",
            f"maximum: 13\n    criteria: [{', '.join(f'{{code: A{n}, title: T{n}, maximum: 1}}' for n in range(13))}]",
            "assessments[0].criteria: List should have at most 12 items",
        ),
        ("code: H446/03", "code: H446.03", "assessments[0].code: 'H446.03' is not an assessment code (as in H446/03)"),
        ("number: 05823", "number: 5823", "centres[0].number: '5823' is not a centre number (5 digits)"),
        ("number: 05823", "number: 00000", "centres[0]: has the number of the board's own office"),
        ("[board moderation]", "[view]", "people[0]: is 'view' at 00000"),
        ("[view]", "[board operator]", "people[1]: is 'board operator' at 64235"),
        ("[view]", "[head]", "people[1].roles.64235[0]: Input should be 'enter marks'"),
        ("mo@board.example", "mo", "people[0].email: "),
        ("[05823, 64235]", "[05823]", "consortia[0].centres: "),
        (
            "[05823, 64235]",
            "[05823, 05823]",
            "consortia[0]: centre 05823 for H446/03 in 2028-06 stands at consortia[0]",
        ),
        ("[05823, 64235]", "[05823, 99999]", "consortia[0].centres: there is no centre 99999"),
        (
            "assessment: H446/03",
            "assessment: H447/03",
            "consortia[0].assessment: there is no assessment H447/03 in 2028-06",
        ),
        ("64235: [view]", "99999: [view]", "people[1].roles: there is no centre 99999"),
        ("id: 2028-06", "id: 2029-06", "assessments[0].series: there is no series 2028-06"),
        ("code: J351/03", "code: H446/03", "assessments[1]: H446/03 in 2028-06 stands at assessments[0] already"),
        ("centres:", "schools:", "schools: is not a field of this"),
        ("series:", "series: {", "It is neither YAML nor JSON"),
    ],
)
def test_a_file_that_cannot_be_right_is_refused_with_the_place(before: str, after: str, told: str) -> None:
    assert before in FILE

    with pytest.raises(Faulty) as faulty:
        plan(read_catalogue(FILE.replace(before, after, 1)), a_loader(World()))

    assert any(fault.startswith(told) for fault in faulty.value.faults), faulty.value.faults


MORE = """
    boundaries: {A: 56, C: 38}
    circumstances: {L: {title: Lost work, sampled: false}}
    criteria: [{code: A01, title: Plan, maximum: 30}, {code: A02, title: Make, maximum: 40}]
    closes: 2028-06-15"""


def the_project(world: World) -> Assessment:
    return world.services.catalogue.assessments(SeriesId("2028-06"))[0]


def test_what_a_file_does_not_name_of_an_assessment_stays_as_it_is() -> None:
    world = World()
    loader = a_loader(world)
    load(FILE.replace("maximum: 70", f"maximum: 70{MORE}"), loader)
    before = the_project(world)

    steps = load(FILE.replace("deadline: 2028-05-15", "deadline: 2028-05-31", 1), loader)

    after = the_project(world)
    assert steps == ["change  assessment H446/03 in 2028-06: deadline 15 May 2028 at 23:59 -> 31 May 2028 at 23:59"]
    assert (after.boundaries, after.circumstances) == ({"A": 56, "C": 38}, before.circumstances)
    assert after.circumstances
    assert [criterion.code for criterion in after.criteria] == ["A01", "A02"]
    assert after.window.closes == before.window.closes


def test_what_a_file_takes_away_it_names_and_the_command_says_so() -> None:
    world = World()
    loader = a_loader(world)
    load(FILE.replace("maximum: 70", f"maximum: 70{MORE}"), loader)

    nothing = "maximum: 70\n    boundaries: {}\n    circumstances: {}\n    criteria: []\n    closes: never"
    [step] = load(FILE.replace("maximum: 70", nothing), loader)

    for told in (
        "closes 15 June 2028 at 23:59 -> never",
        "boundaries A from 56, C from 38 -> none",
        "circumstances L Lost work (not sampled) -> none",
        "criteria A01 Plan (to 30), A02 Make (to 40) -> none",
    ):
        assert told in step
    project = the_project(world)
    assert (project.boundaries, project.circumstances, project.window.closes) == ({}, {}, None)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("maximum: 70", "maximum: 40", "assessments[0].boundaries: 56 for grade A is not a mark of H446/03"),
        ("maximum: 70", "maximum: 80", "assessments[0].criteria: The criteria give 70 marks together"),
        ("deadline: 2028-05-15", "deadline: 2028-06-30", "assessments[0].closes: the window closes on 15 June 2028"),
    ],
)
def test_what_stays_and_no_longer_fits_is_asked_for(before: str, after: str, told: str) -> None:
    loader = a_loader(World())
    load(FILE.replace("maximum: 70", f"maximum: 70{MORE}"), loader)

    with pytest.raises(Faulty) as faulty:
        plan(read_catalogue(FILE.replace(before, after, 1)), loader)

    assert [fault[: len(told)] for fault in faulty.value.faults] == [told]


def test_a_centre_that_is_in_another_consortium_is_told_before_anything_is_done() -> None:
    world = World()
    loader = a_loader(world)
    load(FILE.replace("people:", "  - {number: 11111, name: Third School}\npeople:", 1), loader)

    with pytest.raises(Faulty, match=r"consortia\[0\].centres: Centre 64235 is in the consortium of 05823 and 64235"):
        plan(read_catalogue(FILE.replace("[05823, 64235]", "[11111, 64235]")), loader)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION"):
        monkeypatch.setenv(name, "us-east-1")
    path = tmp_path / "catalogue.yaml"
    path.write_text(FILE)
    return path


def test_the_command_changes_nothing_unless_it_is_told_to(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world = World()
    before = dict(world.memory.centres)

    run([str(file), "--stage", "dev", *BY], lambda _stack, _by: a_loader(world))

    assert world.memory.centres == before
    said = capsys.readouterr().out
    assert "add     centre 05823: name Riverside School" in said
    assert "7 to do, 0 as they should be.\nNothing was changed." in said


def test_the_command_works_in_the_region_of_its_stage_whatever_the_environment_names(file: Path) -> None:
    asked: list[tuple[str, str]] = []

    def load(stack: str, _by: Actor) -> Loader:
        asked.append((stack, os.environ["AWS_REGION"]))
        return a_loader(World())

    run([str(file), "--stage", "prod", *BY], load)

    assert asked == [("centremark-prod", "eu-west-2")]


def test_the_command_does_it_when_told_to(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world = World()
    loader = a_loader(world)

    for _ in range(2):
        run([str(file), "--stage", "dev", *BY, "--apply"], lambda _stack, _by: loader)

    said = capsys.readouterr().out
    assert "Done." in said
    assert said.endswith("0 to do, 7 as they should be.\n")


def test_the_command_says_where_a_file_is_to_be_mended(file: Path) -> None:
    file.write_text(FILE.replace("maximum: 70", "maximum: many"))

    with pytest.raises(SystemExit, match=r"(?s)nothing was changed.*assessments\[0\].maximum: "):
        run([str(file), "--stage", "dev", *BY], lambda _stack, _by: a_loader(World()))
    with pytest.raises(SystemExit, match="cannot be read"):
        run([str(file.with_name("none.yaml")), "--stage", "dev", *BY], lambda _stack, _by: a_loader(World()))


def test_who_is_moderated_together_does_not_change_by_file_once_moderation_has_begun(file: Path) -> None:
    loader = a_loader(World(entered=()))
    loader(demonstration())
    wanted: dict[str, Any] = {
        "consortia": [{"series": "2027-06", "assessment": "J587/04", "centres": ["64235", "58410"]}],
    }
    file.write_text(json.dumps(wanted))

    with pytest.raises(SystemExit, match="It stopped: Moderation of J587/04 has begun at centre"):
        run([str(file), "--stage", "dev", *BY, "--apply"], lambda _stack, _by: loader)


@pytest.mark.parametrize("name", ["Harbour\\u202eView", "Harbour\\u0007View", "\\u200b"])
def test_a_name_in_a_file_is_one_that_a_request_may_have(name: str) -> None:
    with pytest.raises(Faulty, match=r"centres\[0\].name: "):
        read_catalogue(f'centres: [{{number: "11111", name: "{name}"}}]')


def test_a_persons_address_comes_once_however_it_is_written() -> None:
    people = "[{email: a@x.org, name: A, roles: {}}, {email: A@X.org, name: A, roles: {}}]"

    with pytest.raises(Faulty, match=r"people\[1\]"):
        read_catalogue(f"people: {people}")
