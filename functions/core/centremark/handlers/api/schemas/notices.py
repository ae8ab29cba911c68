"""Shapes of the routes about a person's own emails."""

from datetime import datetime

from centremark.domain.notices.notice import Language, MailFailure, Topic
from centremark.handlers.api.schemas.shared import In, Out
from centremark.usecases.notices.preferences import Mail


class NoticesIn(In):
    """The language, and the topics to get no email about."""

    language: Language
    muted: list[Topic]


class MailTroubleOut(Out):
    """Mail bounced for good or was reported as spam; none is sent until the person says the address works."""

    what: MailFailure
    at: datetime


class NoticesOut(Out):
    """The address emails go to, empty for none; the topics the person's roles get, and those they turned off."""

    email: str
    language: Language
    topics: list[Topic]
    muted: list[Topic]
    trouble: MailTroubleOut | None

    @classmethod
    def of(cls, mail: Mail) -> "NoticesOut":
        return cls(
            email=mail.address,
            language=mail.preferences.language,
            topics=list(mail.topics),
            muted=sorted(mail.preferences.muted),
            trouble=MailTroubleOut.model_validate(mail.trouble) if mail.trouble else None,
        )
