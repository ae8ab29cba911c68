"""Facts about the emails sent about a sheet."""

from dataclasses import dataclass

from centremark.domain.notices.notice import NoticeRecord
from centremark.domain.sheet.facts import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeSent(Fact):
    """Someone was sent an email about the sheet while it stood at this version."""

    NAME = "NoticeSent.v1"
    telling: NoticeRecord

    @property
    def beside(self) -> str:
        """Unique for each notice and person."""
        return f"notice-{self.telling.slug}"
