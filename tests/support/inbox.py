"""Mail that was sent, read from the local cloud."""

from dataclasses import dataclass

import httpx

from tests.support.waiting import A_BUSY_MACHINE


@dataclass(frozen=True, slots=True)
class Mail:
    to: str
    subject: str
    text: str
    html: str


def mails(cloud: str, to: str = "") -> list[Mail]:
    """Everything that was mailed, oldest first, or what went to one address."""
    kept = (
        httpx.get(f"{cloud}/_ministack/ses/messages", trust_env=False, timeout=A_BUSY_MACHINE).raise_for_status().json()
    )
    found = [
        Mail(mail["To"][0], mail["Subject"], mail["BodyText"], mail["BodyHtml"])
        for account in kept["messages"].values()
        for mail in sorted(account, key=lambda mail: mail["Timestamp"])
    ]
    return [mail for mail in found if to in {"", mail.to}]
