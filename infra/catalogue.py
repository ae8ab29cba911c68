"""Change an installation to match a file: series, assessments, centres, people, consortia.

`python -m infra.catalogue FILE --stage STAGE --by 'NAME <ADDRESS>'` shows what would change; `--apply` does it and
records you in the ledgers. Things and fields that the file does not name stay as they are, and applying it again
changes nothing.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from email.utils import parseaddr
from pathlib import Path

from centremark.domain.catalogue.catalogue import Assessment, Centre, Consortium, Series
from centremark.domain.catalogue.circumstances import CircumstanceKind
from centremark.domain.moderation.consortia import must_be_free
from centremark.domain.shared.actor import BOARD_CENTRE, Actor, Role
from centremark.domain.shared.errors import CentremarkError, Malformed
from centremark.domain.shared.identifiers import CentreNumber
from centremark.domain.shared.outcomes import MarkScale
from centremark.usecases.shared.london import moment
from infra.aws import in_a_sentence
from infra.catalogue_file import Faulty, read_catalogue
from infra.dataset import Dataset, Memberships, Person, Together
from infra.load import Loader, loader_for, operator
from infra.stage import ask_for_stage

Item = Series | Assessment | Centre | Person | Together


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to add or to change, in words."""

    item: Item
    words: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps for an installation, and how much already matches the file."""

    steps: tuple[Step, ...]
    kept: int

    @property
    def data(self) -> Dataset:
        """The data to load."""
        items = [step.item for step in self.steps]
        return Dataset(
            series=tuple(item for item in items if isinstance(item, Series)),
            assessments=tuple(item for item in items if isinstance(item, Assessment)),
            centres=tuple(item for item in items if isinstance(item, Centre)),
            people=tuple(item for item in items if isinstance(item, Person)),
            consortia=tuple(item for item in items if isinstance(item, Together)),
        )


def plan(wanted: Dataset, loader: Loader) -> Plan:
    """Compare a file with an installation; raises `Faulty` when the file names something that is in neither."""
    installed = Installed(loader)
    if faults := list(installed.faults(wanted)):
        raise Faulty(faults)
    items: list[Item] = [*wanted.series, *wanted.assessments, *wanted.centres, *wanted.people, *wanted.consortia]
    steps: list[Step] = []
    for named in items:
        before = installed.find(named)
        item = _completed(named, before, wanted, installed)
        now, then = _facts(item), before and _facts(before)
        if then is None:
            steps.append(Step(item, f"add     {_name(item)}: {', '.join(f'{k} {v}' for k, v in now.items())}"))
        elif now != then:
            changes = (f"{k} {then[k]} -> {v}" for k, v in now.items() if v != then[k])
            steps.append(Step(item, f"change  {_name(item)}: {', '.join(changes)}"))
    return Plan(tuple(steps), len(items) - len(steps))


def _completed(item: Item, before: Item | None, wanted: Dataset, installed: "Installed") -> Item:
    """A thing with the fields that the file leaves out as installed; raises `Faulty` when these do not fit the rest."""
    match item, before:
        case Series(), Series():
            return replace(item, closes=before.closes) if "closes" in wanted.unnamed.get((item.id, ""), ()) else item
        case Assessment(), Assessment():
            unnamed = wanted.unnamed.get((item.series, item.code), frozenset[str]())
            place = f"assessments[{wanted.assessments.index(item)}]"
            return _with_what_stays(item, before, unnamed, place)
        case Person(), Person() if item.memberships:
            return replace(item, memberships=_with_what_centres_gave(item, before, installed))
        case _:
            return item


def _with_what_centres_gave(item: Person, before: Person, installed: "Installed") -> Memberships:
    """The roles that a file gives, beside those of centres with an administrator, whose people are their own.

    There a file only makes somebody administrator. A file that gives a person no role anywhere removes them everywhere.
    """
    own = {centre for centre in before.memberships if installed.has_administrator(centre)}
    made = {c: item.memberships.get(c, frozenset[Role]()) & {Role.ADMINISTRATOR} for c in own}
    return item.memberships | {centre: before.memberships[centre] | made[centre] for centre in own}


def _with_what_stays(item: Assessment, before: Assessment, unnamed: frozenset[str], place: str) -> Assessment:
    window = replace(item.window, closes=before.window.closes) if "closes" in unnamed else item.window
    if window.closes and window.closes < window.deadline:
        closed = moment(window.closes)
        raise Faulty(
            [f"{place}.closes: the window closes on {closed}, before the deadline. Give its last day, or never."]
        )
    stays = replace(
        item,
        window=window,
        boundaries={},
        circumstances=before.circumstances if "circumstances" in unnamed else item.circumstances,
    )
    try:
        stays = replace(stays, boundaries=before.boundaries if "boundaries" in unnamed else item.boundaries)
    except Malformed as error:
        raise Faulty([f"{place}.boundaries: {error}. Give the boundaries, or {{}} for none."]) from error
    try:
        return replace(stays, criteria=before.criteria if "criteria" in unnamed else item.criteria)
    except Malformed as error:
        raise Faulty([f"{place}.criteria: {error}. Give the criteria, or [] for none."]) from error


@dataclass(frozen=True, slots=True)
class Installed:
    """What an installation has now."""

    loader: Loader

    def find(self, item: Item) -> Item | None:
        """What is there under a thing's key, if anything."""
        catalogue = self.loader.services.catalogue
        match item:
            case Series():
                return next((one for one in catalogue.series() if one.id == item.id), None)
            case Assessment():
                return next((one for one in catalogue.assessments(item.series) if one.code == item.code), None)
            case Centre():
                return catalogue.centres([item.number]).get(item.number)
            case Person():
                subject = self.loader.users.find(item.email)
                member = self.loader.services.members.get(subject) if subject else None
                return member and Person(item.email, member.name, "", member.memberships)
            case Together():
                held = next((one for one in self._consortia(item) if item.centres[0] in one.centres), None)
                return held and Together(held.series, held.assessment, held.centres)

    def has_administrator(self, centre: CentreNumber) -> bool:
        """Whether a centre's people are managed at the centre."""
        people = self.loader.services.members.of_centre(centre)
        return any(Role.ADMINISTRATOR in one.memberships[centre] and not one.machine for one in people)

    def faults(self, wanted: Dataset) -> Iterator[str]:
        """Say what the file names that is neither in it nor installed, and which centre cannot join a consortium."""
        catalogue = self.loader.services.catalogue
        series = {one.id for one in (*catalogue.series(), *wanted.series)}
        named = {c for one in wanted.consortia for c in one.centres} | {c for p in wanted.people for c in p.memberships}
        centres = {BOARD_CENTRE, *catalogue.centres(named), *(one.number for one in wanted.centres)}
        for place, assessment in enumerate(wanted.assessments):
            if assessment.series not in series:
                yield f"assessments[{place}].series: there is no series {assessment.series}. Add it under series."
        for place, person in enumerate(wanted.people):
            yield from _strangers(f"people[{place}].roles", person.memberships, centres)
        for place, together in enumerate(wanted.consortia):
            yield from _strangers(f"consortia[{place}].centres", together.centres, centres)
            offered = [*catalogue.assessments(together.series), *wanted.assessments]
            if not any((one.series, one.code) == (together.series, together.assessment) for one in offered):
                code = f"{together.assessment} in {together.series}"
                yield f"consortia[{place}].assessment: there is no assessment {code}. Add it under assessments."
            first, *rest = together.centres
            try:
                must_be_free(rest, (one for one in self._consortia(together) if first not in one.centres))
            except CentremarkError as error:
                yield f"consortia[{place}].centres: {error.points[0].detail}"

    def _consortia(self, of: Together) -> Iterable[Consortium]:
        held = self.loader.services.catalogue.consortia(of.series)
        return [one for one in held if one.assessment == of.assessment]


def _strangers(place: str, named: Iterable[CentreNumber], centres: set[CentreNumber]) -> Iterator[str]:
    for centre in named:
        if centre not in centres:
            yield f"{place}: there is no centre {centre}. Add it under centres, or mend the number."


def _name(item: Item) -> str:
    match item:
        case Series():
            return f"series {item.id}"
        case Assessment():
            return f"assessment {item.code} in {item.series}"
        case Centre():
            return f"centre {item.number}"
        case Person():
            return f"person {item.email}"
        case Together():
            return f"consortium for {item.assessment} in {item.series}"


def _facts(item: Item) -> dict[str, str]:
    """The compared fields, in words."""
    match item:
        case Series():
            return {
                "title": item.title,
                "opens": moment(item.opens),
                "closes": moment(item.closes) if item.closes else "never",
            }
        case Assessment(window=window, scale=scale):
            return {
                "title": item.title,
                "of": f"{item.qualification.code} {item.qualification.title}",
                "marks": f"to {scale.maximum}" if isinstance(scale, MarkScale) else ", ".join(scale.grades),
                "opens": moment(window.opens),
                "deadline": moment(window.deadline),
                "closes": moment(window.closes) if window.closes else "never",
                "boundaries": ", ".join(f"{grade} from {mark}" for grade, mark in item.boundaries.items()) or "none",
                "circumstances": ", ".join(map(_circumstance, item.circumstances.items())) or "none",
                "criteria": ", ".join(f"{one.words} (to {one.maximum})" for one in item.criteria) or "none",
            }
        case Centre():
            return {"name": item.name}
        case Person():
            held = (f"{', '.join(sorted(roles))} at {c}" for c, roles in sorted(item.memberships.items()))
            return {"name": item.name, "roles": "; ".join(held) or "none"}
        case Together():
            return {"centres": " and ".join(sorted(item.centres))}


def _circumstance(told: tuple[str, CircumstanceKind]) -> str:
    code, kind = told
    return f"{code} {kind.title} ({'sampled' if kind.sampled else 'not sampled'})"


def named_operator(text: str) -> Actor:
    """Read the operator from `NAME <ADDRESS>`; raises argparse.ArgumentTypeError."""
    name, address = parseaddr(text)
    if not name or "@" not in address:
        raise argparse.ArgumentTypeError(f"'{text}' is no name and address. Give them as 'Name <name@board.example>'")
    return operator(address, name)


def run(argv: Sequence[str], load: Callable[[str, Actor], Loader] = loader_for) -> None:
    """Show what a file would change, or change it; ends the program with the faults of a faulty file."""
    arguments = argparse.ArgumentParser(prog="python -m infra.catalogue", description=__doc__)
    arguments.add_argument("file", type=Path, help="YAML or JSON")
    ask_for_stage(arguments)
    arguments.add_argument(
        "--by", required=True, type=named_operator, help="who you are, as 'Name <name@board.example>'"
    )
    arguments.add_argument("--apply", action="store_true", help="change it; otherwise only show what would change")
    asked = arguments.parse_args(argv)
    asked.stage.use_region()
    try:
        loader = load(asked.stage.stack, asked.by)
        planned = plan(read_catalogue(asked.file.read_text("utf-8")), loader)
    except (OSError, UnicodeDecodeError) as error:
        raise SystemExit(f"{asked.file} cannot be read: {error}") from error
    except Faulty as error:
        lines = "\n".join(f"  {fault}" for fault in error.faults)
        raise SystemExit(f"Mend {asked.file}; nothing was changed.\n{lines}") from error
    for step in planned.steps:
        print(step.words)
    print(f"{len(planned.steps)} to do, {planned.kept} as they should be.")
    if not planned.steps:
        return
    if not asked.apply:
        print("Nothing was changed. Run it with --apply to do this.")
        return
    try:
        loader(planned.data)
    except CentremarkError as error:
        raise SystemExit(f"It stopped: {error} What comes before was done; mend the file and run it again.") from error
    print("Done.")


if __name__ == "__main__":
    with in_a_sentence():
        run(sys.argv[1:])
