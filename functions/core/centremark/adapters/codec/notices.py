"""The form of a notice in a queue."""

import json
from datetime import date, datetime
from typing import Any, Final

from centremark.domain.notices.notice import About, Kind, Notice, Waiting
from centremark.domain.shared.identifiers import CentreNumber, SheetId

TO_TAG: Final = "to"
"""The tag that carries a person's subject to the events about their mail, so that no address has to be looked up."""


def notice_from(text: str) -> Notice:
    """Read a notice from the queue; raises ValueError or KeyError when it is none."""
    plain: dict[str, Any] = json.loads(text)
    return Notice(
        plain["id"],
        plain["to"],
        Kind(plain["kind"]),
        datetime.fromisoformat(plain["at"]),
        tuple(
            About(SheetId.parse(sheet), date.fromisoformat(day) if day else None, *request)
            for sheet, day, *request in plain["about"]
        ),
        Waiting(*plain["waiting"]),
        CentreNumber(centre) if (centre := plain.get("centre")) else None,
        plain.get("by", ""),
    )


def text_of(notice: Notice) -> str:
    """Write a notice for the queue."""
    waiting = notice.waiting
    plain = {
        "id": notice.id,
        "to": notice.to,
        "kind": notice.kind,
        "at": notice.at.isoformat(),
        "about": [[str(about.sheet), about.day and about.day.isoformat(), about.request] for about in notice.about],
        "waiting": [waiting.overdue, waiting.amendments, waiting.extensions, waiting.work],
        "centre": notice.centre,
        "by": notice.by,
    }
    return json.dumps(plain)
