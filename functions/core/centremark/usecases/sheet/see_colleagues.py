"""Who else has a sheet open, and whether the sheet has changed: what an open page asks again and again."""

from collections.abc import Sequence
from dataclasses import dataclass

from centremark.domain.shared.actor import Actor, Channel, Permission
from centremark.domain.shared.identifiers import SheetId
from centremark.domain.shared.ports import Clock
from centremark.domain.sheet.ports import Presences, Sheets
from centremark.domain.sheet.presence import Presence, others_there, to_be_noted


@dataclass(frozen=True, slots=True)
class Now:
    """The version of a sheet, and the names of colleagues who have it open."""

    version: int
    colleagues: Sequence[str]


@dataclass(frozen=True, slots=True)
class SeeColleagues:
    """Note that a person of the centre has a sheet open, and give who else has. Raises `NotFound`, `Forbidden`.

    The board's people and machine clients are no colleagues: they are not noted, and nobody is named to them.
    """

    sheets: Sheets
    presences: Presences
    clock: Clock

    def __call__(self, sheet: SheetId, actor: Actor) -> Now:
        actor.must(Permission.READ, sheet.centre)
        version = self.sheets.version_of(sheet) or self.sheets.get(sheet).version
        by = actor.by(sheet.centre)
        if by.channel is not Channel.WEB:
            return Now(version, [])
        now, noted = self.clock(), self.presences.on(sheet)
        if to_be_noted(noted, actor.id, now):
            self.presences.note(sheet, Presence(actor.id, by.name, now))
        there = others_there(noted, actor.id, now)
        return Now(version, list(dict.fromkeys(one.name for one in there)))
