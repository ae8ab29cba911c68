"""Shapes of the histories of a centre and of the board: what was changed, and by whom."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, datetime
from typing import Literal, cast

from centremark.domain.catalogue.catalogue import Assessment, Centre, Series
from centremark.domain.catalogue.centre_facts import (
    CatalogueChanged,
    CentreFact,
    ConsortiumArranged,
    DepartmentsChanged,
    InvitationSent,
    MemberChanged,
    MembershipChanged,
    RoleDeclined,
    RoleRequested,
    SecondCheckerChosen,
    WebhookChanged,
)
from centremark.domain.catalogue.departments import Department
from centremark.domain.people.centre_people import roles_in_words
from centremark.handlers.api.schemas.shared import Out
from centremark.usecases.history.read_centre_history import OfficeHistoryView

Kind = Literal["series", "assessment", "centre"]
Change = Literal["added", "changed", "set", "rotated", "removed"]


class ChangedField(Out):
    """A field that the board changed, by its path; null where it had or has no value."""

    field: str
    before: str | None
    after: str | None


class OfficeHistoryEntry(Out):
    """One change at a centre or at the board.

    `about` is the person's name, or the code of what the board changed in its catalogue, with its `kind` and `series`;
    `change` says what was done to the catalogue or the webhook. `before` and `after` hold the values (roles, with the
    assessments in brackets that they are limited to, centres, departments, on or off, the webhook's address); for the
    catalogue and a member's details they are in `fields`.
    """

    at: datetime
    by: str
    channel: Literal["web", "api", "file", "board"]
    what: str
    about: str
    kind: Kind | None
    series: str | None
    change: Change | None
    before: list[str]
    after: list[str]
    fields: list[ChangedField]

    @classmethod
    def of(cls, fact: CentreFact) -> "OfficeHistoryEntry":
        said = _said(fact)
        return cls(
            at=fact.at,
            by=fact.by.name,
            channel=fact.by.channel.value,
            what=fact.NAME.partition(".")[0],
            about=said.about,
            kind=said.kind,
            series=said.series,
            change=said.change,
            before=list(said.before),
            after=list(said.after),
            fields=list(said.fields),
        )


class OfficeHistoryOut(Out):
    """A page of changes, latest first; ask with `before` for the next, null at the end."""

    entries: list[OfficeHistoryEntry]
    before: str | None

    @classmethod
    def of(cls, view: OfficeHistoryView) -> "OfficeHistoryOut":
        return cls(entries=[OfficeHistoryEntry.of(fact) for fact in view.facts], before=view.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What an entry says besides who and when."""

    about: str = ""
    kind: Kind | None = None
    series: str | None = None
    change: Change | None = None
    before: Sequence[str] = ()
    after: Sequence[str] = ()
    fields: Sequence[ChangedField] = ()


def _said(fact: CentreFact) -> _Said:
    match fact:
        case MembershipChanged() | InvitationSent() | RoleRequested() | RoleDeclined():
            return _of_roles(fact)
        case MemberChanged():
            return _Said(about=fact.after, fields=_details(fact))
        case ConsortiumArranged():
            return _Said(about=fact.assessment, series=fact.series, before=fact.before, after=fact.after)
        case WebhookChanged():
            before, after = ([address] if address else [] for address in (fact.before, fact.after))
            return _Said(change=fact.change.value, before=before, after=after)
        case SecondCheckerChosen() | DepartmentsChanged():
            return _chosen(fact)
        case CatalogueChanged(before=held, after=item):
            kind, about, series = _named(item)
            change = "changed" if held else "added"
            return _Said(about=about, kind=kind, series=series, change=change, fields=_changed(held, item))
        case _:
            raise TypeError(f"nothing says how to show {fact.NAME}")


def _chosen(fact: SecondCheckerChosen | DepartmentsChanged) -> _Said:
    """What a centre chose for itself."""
    if isinstance(fact, DepartmentsChanged):
        return _Said(before=_departments(fact.before), after=_departments(fact.after))
    on, off = (["on"], ["off"])
    return _Said(before=off, after=on) if fact.second_checker else _Said(before=on, after=off)


def _departments(departments: Sequence[Department]) -> list[str]:
    """Each department in a line: its name and its qualifications."""
    return [f"{one.name}: {', '.join(one.qualifications)}".removesuffix(": ") for one in departments]


def _of_roles(fact: MembershipChanged | InvitationSent | RoleRequested | RoleDeclined) -> _Said:
    match fact:
        case MembershipChanged():
            before, after = (
                roles_in_words(fact.before, fact.limits_before),
                roles_in_words(fact.after, fact.limits_after),
            )
            return _Said(about=fact.name, before=before, after=after)
        case InvitationSent():
            return _Said(about=fact.name)
        case RoleRequested():
            return _Said(about=fact.by.name, after=_role(fact))
        case RoleDeclined():
            return _Said(about=fact.name, after=_role(fact))


def _role(fact: RoleRequested | RoleDeclined) -> list[str]:
    if fact.assessment is None:
        return [fact.role]
    return roles_in_words(frozenset(), {fact.role: frozenset({fact.assessment})})


def _details(fact: MemberChanged) -> list[ChangedField]:
    """What changed about a member; of an email address the ledger only says that it changed."""
    pairs = {
        "name": (fact.before, fact.after),
        "machine": (str(fact.was_machine).lower(), str(fact.is_machine).lower()),
        "mailed_elsewhere": ("false", str(fact.mailed_elsewhere).lower()),
    }
    return [
        ChangedField(field=field, before=before, after=after)
        for field, (before, after) in pairs.items()
        if before != after
    ]


def _named(item: Series | Assessment | Centre) -> tuple[Kind, str, str | None]:
    match item:
        case Series():
            return "series", item.id, None
        case Assessment():
            return "assessment", item.code, item.series
        case Centre():
            return "centre", item.number, None


def _changed(held: object, item: object) -> list[ChangedField]:
    before, after = dict(_leaves(held)), dict(_leaves(item))
    return [
        ChangedField(field=path, before=before.get(path), after=after.get(path))
        for path in after | before
        if before.get(path) != after.get(path)
    ]


def _leaves(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Each value of an item, by its path and as JSON; nothing where there is none."""
    match value:
        case None:
            return
        case bool():
            yield path, str(value).lower()
        case datetime():
            yield path, value.astimezone(UTC).isoformat().replace("+00:00", "Z")
        case Mapping():
            for key, each in cast("Mapping[str, object]", value).items():
                yield from _leaves(each, f"{path}.{key}")
        case _ if is_dataclass(value):
            for each in fields(value):
                yield from _leaves(getattr(value, each.name), f"{path}.{each.name}".lstrip("."))
        case _:
            yield path, str(value)
