"""Which emails people want, in the Marks table."""

from datetime import datetime
from typing import Any, Final

from pynamodb.attributes import NumberAttribute
from pynamodb.exceptions import PutError

from centremark.adapters.dynamodb.items import CompactAttribute, MarksItem
from centremark.domain.notices.notice import Language, MailFailure, Preferences, Topic, Trouble
from centremark.domain.shared.ports import WriteConflict

Json = dict[str, Any]
SORT: Final = "NOTICES"


class PreferencesItem(MarksItem, discriminator="wishes"):
    """A person's preferences, under ``("MEMBER#1c9f…", "NOTICES")``."""

    version = NumberAttribute(attr_name="v")
    body = CompactAttribute(attr_name="b")


class DynamoNotificationPreferences:
    """Preferences, each saved over the version before."""

    def get(self, subject: str) -> Preferences:
        """Read a person's preferences, consistently, so that a choice is effective at once."""
        item = PreferencesItem.find((f"MEMBER#{subject}", SORT), consistent=True)
        if item is None:
            return Preferences()
        body: Json = item.body
        trouble = body["trouble"]
        return Preferences(
            Language(body["language"]),
            frozenset(map(Topic, body["muted"])),
            Trouble(MailFailure(trouble[0]), trouble[1], datetime.fromisoformat(trouble[2])) if trouble else None,
            int(item.version),
        )

    def put(self, subject: str, preferences: Preferences) -> None:
        """Save preferences over the version before."""
        trouble = preferences.trouble
        body = {
            "language": preferences.language,
            "muted": sorted(preferences.muted),
            "trouble": trouble and [trouble.what, trouble.address, trouble.at.isoformat()],
        }
        before = preferences.version - 1
        unchanged = PreferencesItem.version == before if before else PreferencesItem.pk.does_not_exist()
        try:
            item = PreferencesItem(f"MEMBER#{subject}", SORT, version=preferences.version, body=body)
            item.save(condition=unchanged)
        except PutError as error:
            if error.cause_response_code == "ConditionalCheckFailedException":
                raise WriteConflict from error
            raise
