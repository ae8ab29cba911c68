"""Write a notice, mail it once, and record it in the history of each sheet it is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from centremark.domain.catalogue.ports import Catalogue, Rosters
from centremark.domain.history.ports import Ledger
from centremark.domain.notices.facts import NoticeSent
from centremark.domain.notices.notice import Kind, Notice, NoticeRecord
from centremark.domain.notices.ports import Mailer, NotificationPreferences
from centremark.domain.people.ports import Member, Members
from centremark.domain.requests.ports import Requests
from centremark.domain.shared.actor import BOARD_ACTOR
from centremark.domain.shared.identifiers import SheetId
from centremark.domain.shared.outcomes import GradeScale
from centremark.domain.shared.ports import Clock, IdempotencyRecord, IdempotencyStore, Key
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.ports import Sheets
from centremark.usecases.notices.letters.write import AskedFor, Named, write
from centremark.usecases.requests.count_progress import CountProgress

NEWS_FOR: Final = timedelta(days=6)
"""How long something is news. `IdempotencyStore` remembers what was mailed for longer, so nothing is mailed twice."""


class Sent(StrEnum):
    """What happened to a notice."""

    MAILED = "mailed"
    BEFORE = "mailed before"
    OLD = "too old"
    UNWANTED = "not wanted"
    NOWHERE = "no address that works"
    OVER = "no longer asked"


@dataclass(frozen=True, slots=True)
class Mailed:
    """When a notice was mailed, and at which version each sheet it is about stood."""

    at: datetime
    versions: tuple[tuple[SheetId, int], ...]


@dataclass(frozen=True, slots=True)
class SendNotice:
    """Mail a notice to a person who wants it and has an address that works.

    It is mailed at least once: if the process ends between mailing and recording, the next attempt mails again. Once
    the mailing is recorded, another attempt only completes the records. Raises `NotFound`, and what the mailer raises.
    """

    sheets: Sheets
    catalogue: Catalogue
    members: Members
    preferences: NotificationPreferences
    idempotency: IdempotencyStore
    ledger: Ledger
    mailer: Mailer
    requests: Requests
    rosters: Rosters
    clock: Clock
    origin: str

    def __call__(self, notice: Notice) -> Sent:
        now = self.clock()
        if now - notice.at > NEWS_FOR:
            return Sent.OLD
        key = Key(f"notice to {notice.to}", notice.id, "")
        member = self.members.get(notice.to)
        if mailed := self.idempotency.find(key, Mailed):
            self._note(notice, member, mailed)
            return Sent.BEFORE
        preferences = self.preferences.get(notice.to)
        if not preferences.want(notice.kind):
            return Sent.UNWANTED
        if not member.email or preferences.trouble_at(member.email):
            return Sent.NOWHERE
        sheets = {about.sheet: self.sheets.get(about.sheet) for about in notice.about}
        centre, asked = self._centre(notice), self._asked(notice, member, sheets)
        if notice.kind.of_a_request and not asked:
            return Sent.OVER
        letter = write(
            notice, member.name, preferences.language, self._named(sheets), self.origin, centre, asked, self._by(notice)
        )
        self.mailer.send(member.subject, member.email, letter)
        mailed = Mailed(now, tuple((id_, sheet.version) for id_, sheet in sheets.items()))
        self.idempotency.keep(IdempotencyRecord(key, mailed), now)
        self._note(notice, member, mailed)
        return Sent.MAILED

    def _named(self, sheets: Mapping[SheetId, MarkSheet]) -> dict[SheetId, Named]:
        centres = self.catalogue.centres({id_.centre for id_ in sheets})
        return {
            id_: Named(
                f"{id_.assessment} {sheet.assessment.title}",
                f"{centres[id_.centre].name} ({id_.centre})",
                isinstance(sheet.assessment.scale, GradeScale),
            )
            for id_, sheet in sheets.items()
        }

    def _centre(self, notice: Notice) -> str:
        """The centre a notice is about, in words; empty for one about sheets or the board."""
        return f"{self.catalogue.centre(notice.centre).name} ({notice.centre})" if notice.centre else ""

    def _by(self, notice: Notice) -> str:
        """What the centre calls whoever gave access to it; empty for someone who has left since."""
        if not notice.centre or not notice.by:
            return ""
        giver = self.members.get(notice.by)
        return giver.name_at(notice.centre) if notice.centre in giver.memberships else ""

    def _asked(self, notice: Notice, member: Member, sheets: Mapping[SheetId, MarkSheet]) -> Sequence[AskedFor]:
        """What is still asked of those things that a notice is about, as they are now."""
        count, asked = CountProgress(self.rosters), list[AskedFor]()
        for about in notice.about:
            held = next((r for r in self.requests.get(about.sheet).requests if r.number == about.request), None)
            if held is None or not member.may(notice.kind.permission, about.sheet):
                continue
            progress, ready = count(held, sheets[about.sheet]), notice.kind is Kind.READY
            if held.ready is not None if ready else held.wanted.to.id == member.subject and not progress.done:
                asked.append(AskedFor.of(about.sheet, held, progress, ready=ready))
        return asked

    def _note(self, notice: Notice, member: Member, mailed: Mailed) -> None:
        """Record it in each history; the stored answer lists the places, so that another attempt adds nothing."""
        for sheet, version in mailed.versions:
            telling = NoticeRecord(notice.id, notice.kind, member.subject, member.name_at(sheet.centre))
            self.ledger.note_notice(
                NoticeSent(sheet=sheet, version=version, at=mailed.at, by=BOARD_ACTOR, telling=telling)
            )
