"""Shapes of the routes about a person's own mail."""

from datetime import datetime

from centremark.domain.notices.notice import Language, MailFailure, Topic
from centremark.handlers.api.schemas.shared import In, Out
from centremark.usecases.notices.preferences import Mail


class NoticesIn(In):
    """In which language, and what not to be told of."""

    language: Language
    muted: list[Topic]


class MailTroubleOut(Out):
    """Mail came back for good, or was reported as unwanted; none is sent until the person says that it works again."""

    what: MailFailure
    at: datetime


class NoticesOut(Out):
    """Where someone is told, empty for nowhere; the topics their roles are told of, and those they muted."""

    email: str
    language: Language
    topics: list[Topic]
    muted: list[Topic]
    trouble: MailTroubleOut | None

    @classmethod
    def of(cls, mail: Mail) -> "NoticesOut":
        """Write a person's mail."""
        return cls(
            email=mail.address,
            language=mail.preferences.language,
            topics=list(mail.topics),
            muted=sorted(mail.preferences.muted),
            trouble=MailTroubleOut.model_validate(mail.trouble) if mail.trouble else None,
        )
