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

    The board's people and machine clients are not noted, and see who is there.
    """

    sheets: Sheets
    presences: Presences
    clock: Clock

    def __call__(self, sheet: SheetId, actor: Actor) -> Now:
        actor.must(Permission.READ, sheet.centre)
        now, noted = self.clock(), self.presences.on(sheet)
        by = actor.by(sheet.centre)
        if by.channel is Channel.WEB and to_be_noted(noted, actor.id, now):
            self.presences.note(sheet, Presence(actor.id, by.name, now))
        there = others_there(noted, actor.id, now)
        return Now(self.sheets.version_of(sheet), list(dict.fromkeys(one.name for one in there)))
