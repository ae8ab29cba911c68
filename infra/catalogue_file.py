"""A catalogue file in YAML or JSON: read completely, or refused with every fault.

Days are days in London: openings begin with their day, deadlines and closings are the last second of theirs.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from typing import Annotated, Any, Final, Self

import yaml
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from centremark.domain.catalogue.catalogue import Assessment, Centre, Qualification, Series, Window
from centremark.domain.catalogue.circumstances import CircumstanceKind
from centremark.domain.catalogue.criteria import MOST_CRITERIA, MOST_MARKS, Criterion, must_add_up
from centremark.domain.people.ports import MOST_MEMBERSHIPS
from centremark.domain.shared.actor import BOARD_CENTRE, BOARD_ROLES, Role
from centremark.domain.shared.errors import Malformed
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber, SeriesId
from centremark.domain.shared.outcomes import GradeScale, MarkScale, Scale
from centremark.domain.shared.text import must_say_something, one_line
from centremark.usecases.shared.london import LONDON, end_of
from infra.dataset import Dataset, Person, Together

WORDS: Final = {"missing": "is missing", "extra_forbidden": "is not a field of this"}


class Faulty(Exception):
    """The faults of a file, a sentence for each place."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def _of_form(kind: Callable[[str], str]) -> AfterValidator:
    """Check a text against a form of the domain, with the domain's message."""

    def read(text: str) -> str:
        try:
            return str(kind(text))
        except Malformed as error:
            raise ValueError(str(error)) from error

    return AfterValidator(read)


SeriesText = Annotated[str, _of_form(SeriesId)]
CodeText = Annotated[str, _of_form(AssessmentCode)]
CentreText = Annotated[str, _of_form(CentreNumber)]
Words = Annotated[str, Field(min_length=1, max_length=200), _of_form(one_line), _of_form(must_say_something)]
Short = Annotated[str, Field(pattern=r"^[!-~]{1,10}$")]
"""A code that every row of a mark sheet may have: its length bounds the sheet."""
NEVER: Final = "never"
LastDay = Annotated[date | None, BeforeValidator(lambda text: None if text == NEVER else text)]
"""A last day, or that there is none."""


class Entry(BaseModel):
    """A part of a file; an unknown field is a fault."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def unnamed(self, *fields: str) -> frozenset[str]:
        """The fields in this list that the file leaves out, so that they stay as they are."""
        return frozenset(fields) - self.model_fields_set


class SeriesEntry(Entry):
    """An exam series."""

    id: SeriesText
    title: Words
    opens: date
    closes: LastDay = None

    def to_domain(self) -> Series:
        return Series(SeriesId(self.id), self.title, start_of(self.opens), self.closes and end_of(self.closes))


class QualificationEntry(Entry):
    """What an assessment belongs to."""

    code: Words
    title: Words


class CircumstanceEntry(Entry):
    """A circumstance, and whether a candidate's work can still be sampled."""

    title: Words
    sampled: bool


class CriterionEntry(Entry):
    """A criterion, and the most marks it gives."""

    code: Short
    title: Words
    maximum: Annotated[int, Field(ge=1, le=MOST_MARKS)]

    def to_domain(self) -> Criterion:
        return Criterion(self.code, self.title, self.maximum)


class AssessmentEntry(Entry):
    """An assessment with marks up to a maximum, or with grades by code, highest first.

    `boundaries` are the lowest marks of grades set in an earlier series, if marks are to be compared with them;
    `circumstances`, by code, are those a centre can record; `criteria`, in order, those its mark is the sum of.
    """

    series: SeriesText
    code: CodeText
    title: Words
    qualification: QualificationEntry
    maximum: Annotated[int, Field(ge=1, le=1000)] | None = None
    grades: Annotated[dict[Short, Words], Field(min_length=1)] | None = None
    boundaries: dict[Words, Annotated[int, Field(ge=0)]] = {}
    circumstances: dict[Short, CircumstanceEntry] = {}
    criteria: Annotated[list[CriterionEntry], Field(max_length=MOST_CRITERIA)] = []
    opens: date
    deadline: date
    closes: LastDay = None

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if (self.maximum is None) == (self.grades is None):
            raise ValueError("has either a maximum mark or grades: give one of them")
        if self.boundaries and max(self.boundaries.values()) > (self.maximum or 0):
            raise ValueError("has a boundary above its maximum mark: boundaries are marks of this assessment")
        try:
            must_add_up([criterion.to_domain() for criterion in self.criteria], self._scale)
        except Malformed as error:
            raise ValueError(f"{error}. Mend the criteria.") from error
        if not self.opens <= self.deadline <= (self.closes or self.deadline):
            raise ValueError("opens before its deadline, and closes after it: put the days in order")
        return self

    @property
    def _scale(self) -> Scale:
        return GradeScale(self.grades) if self.grades else MarkScale(self.maximum or 0)

    def to_domain(self) -> Assessment:
        window = Window(start_of(self.opens), end_of(self.deadline), self.closes and end_of(self.closes))
        qualification = Qualification(self.qualification.code, self.qualification.title)
        return Assessment(
            SeriesId(self.series),
            AssessmentCode(self.code),
            self.title,
            qualification,
            self._scale,
            window,
            self.boundaries,
            {code: CircumstanceKind(kind.title, kind.sampled) for code, kind in self.circumstances.items()},
            tuple(criterion.to_domain() for criterion in self.criteria),
        )


class CentreEntry(Entry):
    """A centre."""

    number: CentreText
    name: Words

    @model_validator(mode="after")
    def _is_a_centre(self) -> Self:
        if self.number == BOARD_CENTRE:
            raise ValueError(f"has the number of the board's own office, {BOARD_CENTRE}: give the centre's")
        return self


class PersonEntry(Entry):
    """Someone who can sign in, and their roles by centre; the board's roles are at its office, 00000."""

    email: Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+$"), _of_form(one_line)]
    name: Words
    roles: Annotated[dict[CentreText, list[Role]], Field(max_length=MOST_MEMBERSHIPS)]

    @model_validator(mode="after")
    def _holds_roles_where_they_count(self) -> Self:
        for centre, roles in self.roles.items():
            for role in roles:
                if (role in BOARD_ROLES) != (centre == BOARD_CENTRE):
                    raise ValueError(
                        f"is '{role}' at {centre}: the board's roles, and no others, are at {BOARD_CENTRE}"
                    )
        return self

    def to_domain(self) -> Person:
        held = {CentreNumber(centre): frozenset(roles) for centre, roles in self.roles.items() if roles}
        return Person(self.email, self.name, "", held)


class ConsortiumEntry(Entry):
    """Centres moderated together."""

    series: SeriesText
    assessment: CodeText
    centres: Annotated[list[CentreText], Field(min_length=2, max_length=50)]

    def to_domain(self) -> Together:
        centres = tuple(CentreNumber(centre) for centre in self.centres)
        return Together(SeriesId(self.series), AssessmentCode(self.assessment), centres)


class CatalogueFile(Entry):
    """The whole file; any part may be left out."""

    series: list[SeriesEntry] = []
    assessments: list[AssessmentEntry] = []
    centres: list[CentreEntry] = []
    people: list[PersonEntry] = []
    consortia: list[ConsortiumEntry] = []

    def repeats(self) -> Iterator[str]:
        """Say what the file has twice."""
        keys: dict[str, Iterable[str]] = {
            "series": (one.id for one in self.series),
            "assessments": (f"{one.code} in {one.series}" for one in self.assessments),
            "centres": (one.number for one in self.centres),
            "people": (one.email.casefold() for one in self.people),
        }
        for part, found in keys.items():
            yield from _repeats(part, ((place, key) for place, key in enumerate(found)))
        joined = ((place, c, one) for place, one in enumerate(self.consortia) for c in one.centres)
        yield from _repeats(
            "consortia", ((p, f"centre {c} for {one.assessment} in {one.series}") for p, c, one in joined)
        )


def read_catalogue(text: str) -> Dataset:
    """Read a file; raises `Faulty`."""
    try:
        plain = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # makes nothing but texts, lists and mappings
        held = CatalogueFile.model_validate(plain or {})
    except yaml.YAMLError as error:
        raise Faulty([f"It is neither YAML nor JSON: {' '.join(str(error).split())}"]) from error
    except ValidationError as error:
        raise Faulty([_sentence(fault["loc"], fault["type"], fault["msg"]) for fault in error.errors()]) from error
    if repeats := list(held.repeats()):
        raise Faulty(repeats)
    return Dataset(
        series=tuple(one.to_domain() for one in held.series),
        assessments=tuple(one.to_domain() for one in held.assessments),
        centres=tuple(Centre(CentreNumber(one.number), one.name) for one in held.centres),
        people=tuple(one.to_domain() for one in held.people),
        consortia=tuple(one.to_domain() for one in held.consortia),
        unnamed={
            **{(one.id, ""): one.unnamed("closes") for one in held.series},
            **{
                (one.series, one.code): one.unnamed("boundaries", "circumstances", "closes", "criteria")
                for one in held.assessments
            },
        },
    )


def start_of(day: date) -> datetime:
    """The first second of a day in London."""
    return datetime.combine(day, time(), LONDON).astimezone(UTC)


def _repeats(part: str, keys: Iterable[tuple[int, str]]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for place, key in keys:
        if key in seen:
            yield f"{part}[{place}]: {key} stands at {part}[{seen[key]}] already. Remove one of them."
        seen.setdefault(key, place)


def _sentence(place: tuple[Any, ...], kind: str, message: str) -> str:
    """A fault with its place, such as assessments[1].deadline."""
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place if part != "[key]")
    return f"{path.removeprefix('.') or 'the file'}: {WORDS.get(kind, message.removeprefix('Value error, '))}"
