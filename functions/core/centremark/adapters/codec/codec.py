"""Values of the domain as plain JSON, and back as equal values, by the types of a dataclass's fields.

A dataclass becomes a list of its fields in their order, without trailing ones that have their default, so a new field
comes last and has a default. A value of one of several dataclasses is a list that begins with the name of its class.
The few types that have a form of their own are in `LEAVES`.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass, replace
from datetime import date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Union, cast, get_args, get_origin, get_type_hints

from centremark.adapters.codec.compact_rows import (
    answers_from_list,
    answers_to_list,
    changes_from_list,
    changes_to_list,
)
from centremark.domain.catalogue.centre_facts import CentreFact
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.outcomes import Absent, Grade, Mark, outcome_of
from centremark.domain.sheet.amendment import Reason
from centremark.domain.sheet.facts import Fact
from centremark.domain.sheet.mark_sheet import Answer
from centremark.domain.sheet.moderation import SampledWork
from centremark.domain.sheet.row import RowChange

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Coder:
    """How values of one type are written and read."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


def _as_it_is(value: object) -> object:
    return value


AS_IT_IS: Final = Coder(_as_it_is, _as_it_is)
OUTCOMES: Final = frozenset({Mark, Grade, Absent})
OUTCOME: Final = Coder(lambda outcome: outcome.code, outcome_of)


def _sample_to_list(sample: Sequence[SampledWork]) -> list[Any]:
    """Write the work of a sample after all attributions, so that what concerns many candidates is written once."""
    said = {
        attribution: place
        for place, attribution in enumerate(dict.fromkeys(work.attribution for work in sample if work.attribution))
    }
    places = [said[work.attribution] if work.attribution else None for work in sample]
    return [
        [encode(attribution) for attribution in said],
        *([place, *encode(replace(work, attribution=None))] for place, work in zip(places, sample, strict=True)),
    ]


def _sample_from_list(plain: list[Any]) -> tuple[SampledWork, ...]:
    attribution = [decode(Attribution, one) for one in plain[0]]
    works = ((place, decode(SampledWork, work)) for place, *work in plain[1:])
    return tuple(work if place is None else replace(work, attribution=attribution[place]) for place, work in works)


LEAVES: Final[Mapping[Any, Coder]] = {
    **dict.fromkeys((str, int, float, bool), AS_IT_IS),
    datetime: Coder(datetime.isoformat, datetime.fromisoformat),
    date: Coder(date.isoformat, date.fromisoformat),
    Reason: Coder(lambda reason: reason.slug, Reason.from_slug),
    tuple[RowChange, ...]: Coder(changes_to_list, changes_from_list),
    tuple[Answer, ...]: Coder(answers_to_list, answers_from_list),
    tuple[SampledWork, ...]: Coder(_sample_to_list, _sample_from_list),
}


def encode(value: object, of: Any = None) -> Any:  # noqa: ANN401  # any type, and its JSON
    """Write a value as its own type, or as another if named; raises TypeError for a type without a form."""
    return coder_of(of or type(value)).write(value)


def decode[T](of: type[T], plain: Any) -> T:  # noqa: ANN401  # any JSON
    """Read what `encode` wrote of this type."""
    return coder_of(of).read(plain)


@cache
def coder_of(hint: Any) -> Coder:  # noqa: ANN401  # a type, or what stands for one in a field's annotation
    """The writer and reader of a type; raises TypeError for one without a form."""
    if hint in LEAVES:
        return LEAVES[hint]
    if (origin := get_origin(hint)) in GENERICS:
        return GENERICS[origin](get_args(hint))
    if is_dataclass(hint):
        return _dataclass(cast("type[object]", hint))
    if isinstance(hint, type) and issubclass(hint, str):
        return Coder(str, hint)
    raise TypeError(f"nothing says how to keep {hint}")


def _one_of(hints: tuple[Any, ...]) -> Coder:
    kinds = frozenset(hints) - {NoneType}
    of = coder_of(*kinds) if len(kinds) == 1 else OUTCOME if kinds <= OUTCOMES else _named(kinds)
    if NoneType not in hints:
        return of
    return Coder(
        lambda value: None if value is None else of.write(value),
        lambda plain: None if plain is None else of.read(plain),
    )


def _named(kinds: Collection[Any]) -> Coder:
    by_name = {kind.__name__: coder_of(kind) for kind in kinds}
    return Coder(
        lambda value: [type(value).__name__, *by_name[type(value).__name__].write(value)],
        lambda plain: by_name[plain[0]].read(plain[1:]),
    )


def _tuple(hints: tuple[Any, ...]) -> Coder:
    if hints[-1] is Ellipsis:
        of = coder_of(hints[0])
        return Coder(lambda held: [of.write(value) for value in held], lambda plain: tuple(map(of.read, plain)))
    each = [coder_of(hint) for hint in hints]
    return Coder(
        lambda held: [of.write(value) for of, value in zip(each, held, strict=True)],
        lambda plain: tuple(of.read(value) for of, value in zip(each, plain, strict=True)),
    )


def _frozenset(hints: tuple[Any, ...]) -> Coder:
    of = coder_of(hints[0])
    return Coder(lambda held: sorted(map(of.write, held)), lambda plain: frozenset(map(of.read, plain)))


def _mapping(hints: tuple[Any, ...]) -> Coder:
    key, value = map(coder_of, hints)
    return Coder(
        lambda held: {key.write(k): value.write(v) for k, v in held.items()},
        lambda plain: {key.read(k): value.read(v) for k, v in plain.items()},
    )


GENERICS: Final[Mapping[Any, Callable[[tuple[Any, ...]], Coder]]] = {
    Union: _one_of,
    UnionType: _one_of,
    tuple: _tuple,
    frozenset: _frozenset,
    Mapping: _mapping,
}


def _dataclass(kind: type[Any]) -> Coder:
    named = fields_of(kind)

    def write(value: object) -> list[Any]:
        held = [getattr(value, name) for name in named]
        while held and held[-1] == default_of(list(named.values())[len(held) - 1][0]):
            held.pop()
        return [of.write(one) for one, (_, of) in zip(held, named.values(), strict=False)]

    def read(plain: list[Any]) -> object:
        return kind(**{name: of.read(one) for one, (name, (_, of)) in zip(plain, named.items(), strict=False)})

    return Coder(write, read)


def fields_of(kind: type[Any]) -> Mapping[str, tuple[Field[Any], Coder]]:
    """The fields of a dataclass in their order, each with its writer and reader."""
    hints = get_type_hints(kind)
    return {field.name: (field, coder_of(hints[field.name])) for field in fields(kind)}


def default_of(field: Field[Any]) -> object:
    """The default of a field; MISSING when it has none."""
    return field.default if field.default_factory is MISSING else field.default_factory()


BESIDE: Final = frozenset({"sheet", "version", "office", "at", "by"})
"""What the attributes and the key of a fact's item say, so that its body need not."""


def body_of(fact: Fact | CentreFact) -> Json:
    """The fields that only this kind of fact has, except those that have their default."""
    own = ((name, getattr(fact, name), kept) for name, kept in fields_of(type(fact)).items() if name not in BESIDE)
    return {name: of.write(value) for name, value, (field, of) in own if value != default_of(field)}
