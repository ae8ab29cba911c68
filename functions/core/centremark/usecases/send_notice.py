"""Write a notice and mail it, once, and note it in the history of each sheet it is about."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from centremark.domain.actor import BOARD
from centremark.domain.facts import NoticeSent
from centremark.domain.mail_ports import Mailer, Wishes
from centremark.domain.mark_sheet import MarkSheet
from centremark.domain.notices import Notice, Telling
from centremark.domain.ports import Catalogue, Claim, Claims, Clock, Key, Ledger, Member, Members, Sheets
from centremark.domain.values import SheetId
from centremark.usecases.letters.write import Named, write

NEWS_FOR: Final = timedelta(days=6)
"""How long something is news. What was mailed is remembered for longer (`Claims`), so nothing is mailed twice."""


class Sent(StrEnum):
    """What became of a notice."""

    MAILED = "mailed"
    BEFORE = "mailed before"
    OLD = "too old"
    UNWANTED = "not wanted"
    NOWHERE = "no address that works"


@dataclass(frozen=True, slots=True)
class SendNotice:
    """Mail a notice to a person who wants it and has an address that works.

    At least once: should the process end between mailing and noting, the next try mails again. Trying again after that
    only completes the notes. Raises `NotFound`, and what the mailer raises.
    """

    sheets: Sheets
    catalogue: Catalogue
    members: Members
    wishes: Wishes
    claims: Claims
    ledger: Ledger
    mailer: Mailer
    clock: Clock
    origin: str

    def __call__(self, notice: Notice) -> Sent:
        """Decide, write, mail, note."""
        now = self.clock()
        if now - notice.at > NEWS_FOR:
            return Sent.OLD
        key = Key(f"notice to {notice.to}", notice.id, "")
        member = self.members.get(notice.to)
        if mailed := self.claims.find(key):
            self._note(notice, member, mailed)
            return Sent.BEFORE
        preferences = self.wishes.get(notice.to)
        if not preferences.want(notice.kind):
            return Sent.UNWANTED
        if not member.email or preferences.trouble_at(member.email):
            return Sent.NOWHERE
        sheets = {about.sheet: self.sheets.get(about.sheet) for about in notice.about}
        letter = write(notice, member.name, preferences.language, self._named(sheets), self.origin)
        self.mailer.send(member.subject, member.email, letter)
        mailed = json.dumps([now.isoformat(), {str(id_): sheet.version for id_, sheet in sheets.items()}])
        self.claims.keep(Claim(key, mailed), now)
        self._note(notice, member, mailed)
        return Sent.MAILED

    def _named(self, sheets: Mapping[SheetId, MarkSheet]) -> dict[SheetId, Named]:
        centres = self.catalogue.centres({id_.centre for id_ in sheets})
        return {
            id_: Named(f"{id_.assessment} {sheet.assessment.title}", f"{centres[id_.centre].name} ({id_.centre})")
            for id_, sheet in sheets.items()
        }

    def _note(self, notice: Notice, member: Member, mailed: str) -> None:
        """Note it in each history; the answer of the claim says where, so that trying again notes nothing anew."""
        at, versions = json.loads(mailed)
        telling = Telling(notice.id, notice.kind, member.subject, member.name)
        for sheet, version in versions.items():
            self.ledger.note_notice(
                NoticeSent(
                    sheet=SheetId.parse(sheet),
                    version=version,
                    at=datetime.fromisoformat(at),
                    by=BOARD,
                    telling=telling,
                )
            )
