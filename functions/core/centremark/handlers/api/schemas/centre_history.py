"""Shapes of the histories of a centre and of the board: what was arranged, and by whom."""

from dataclasses import fields
from datetime import datetime
from typing import Literal

from centremark.domain.catalogue.catalogue import Assessment, Centre, Series
from centremark.domain.catalogue.centre_facts import (
    CatalogueChanged,
    CentreFact,
    ConsortiumArranged,
    MembershipChanged,
    SecondCheckerChosen,
    WebhookChanged,
)
from centremark.handlers.api.schemas.shared import Out
from centremark.usecases.history.read_centre_history import OfficeHistoryView

Words = tuple[str, list[str], list[str]]
"""What was arranged, and how it stood before and after."""


class OfficeHistoryEntry(Out):
    """One thing that was arranged: `what` it was and what it is `about`, and how that stood `before` and `after`."""

    at: datetime
    by: str
    channel: Literal["web", "api", "file", "board"]
    what: str
    about: str
    before: list[str]
    after: list[str]

    @classmethod
    def of(cls, fact: CentreFact) -> "OfficeHistoryEntry":
        """Write a fact."""
        about, before, after = _words(fact)
        return cls(
            at=fact.at,
            by=fact.by.name,
            channel=fact.by.channel.value,
            what=fact.NAME.partition(".")[0],
            about=about,
            before=before,
            after=after,
        )


class OfficeHistoryOut(Out):
    """A page of what was arranged, latest first; ask with `before` for the next, null at the end."""

    entries: list[OfficeHistoryEntry]
    before: str | None

    @classmethod
    def of(cls, view: OfficeHistoryView) -> "OfficeHistoryOut":
        """Write a page."""
        return cls(entries=[OfficeHistoryEntry.of(fact) for fact in view.facts], before=view.before)


def _words(fact: CentreFact) -> Words:
    match fact:
        case MembershipChanged():
            return fact.name, sorted(fact.before), sorted(fact.after)
        case ConsortiumArranged():
            return f"{fact.assessment} in {fact.series}", list(fact.before), list(fact.after)
        case WebhookChanged():
            return fact.change, [fact.before] if fact.before else [], [fact.after] if fact.after else []
        case SecondCheckerChosen(second_checker=chosen):
            return "", ["off" if chosen else "on"], ["on" if chosen else "off"]
        case CatalogueChanged(before=before, after=after):
            return _called(after), _differing(before, after), _differing(after, before)
        case _:
            raise TypeError(f"nothing says how to show {fact.NAME}")


def _called(item: Series | Assessment | Centre) -> str:
    match item:
        case Series():
            return item.id
        case Assessment():
            return f"{item.code} in {item.series}"
        case Centre():
            return item.number


def _differing(item: object, other: object) -> list[str]:
    """What of an item is not so of the other, by field; nothing of one that there was not."""
    if item is None:
        return []
    told = {field.name: getattr(item, field.name) for field in fields(item)}  # pyright: ignore[reportArgumentType]
    return [f"{name}: {value}" for name, value in told.items() if other is None or value != getattr(other, name)]
