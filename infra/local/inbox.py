"""The inbox of the local front door: mail that SES was given to send."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import Any, Final, Self

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

MESSAGES: Final = "/_ministack/ses/messages"
STYLE: Final = (
    "body{margin:0 auto;max-width:60rem;padding:1rem;font:1rem/1.5 Arial,sans-serif;color:#0b0c0c}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.5rem .5rem .5rem 0;vertical-align:top;"
    "border-bottom:1px solid #b1b4b6}a{color:#12436d}pre{white-space:pre-wrap;background:#f3f2f1;padding:1rem}"
    "iframe{width:100%;height:42rem;border:1px solid #b1b4b6}"
)
PAGE: Final = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'"}
MAIL: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; "
    "sandbox allow-top-navigation-by-user-activation"
}
"""What a mail may do in the page: look as it does, and lead out of it when a link is followed."""


@dataclass(frozen=True, slots=True)
class Mail:
    """One message."""

    id: str
    to: str
    subject: str
    sent: datetime
    text: str
    html: str

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Self:
        """Read a message as the emulator keeps it; its own id is no part of an address."""
        return cls(
            hashlib.sha256(kept["MessageId"].encode()).hexdigest()[:12],
            ", ".join(kept["To"]),
            kept["Subject"],
            datetime.fromtimestamp(kept["Timestamp"], UTC),
            kept["BodyText"] or "",
            kept["BodyHtml"] or "",
        )


async def _mails(request: Request) -> list[Mail]:
    """Everything mailed, latest first."""
    answer = await request.app.state.cloud.get(MESSAGES)
    kept: dict[str, list[dict[str, Any]]] = answer.raise_for_status().json()["messages"]
    found = [Mail.of(message) for account in kept.values() for message in account]
    return sorted(found, key=lambda mail: mail.sent, reverse=True)


async def _list(request: Request) -> Response:
    rows = "".join(
        f'<tr><td><a href="/inbox/{mail.id}">{escape(mail.subject)}</a></td><td>{escape(mail.to)}</td>'
        f"<td>{mail.sent:%d %b %Y %H:%M:%S} UTC</td></tr>"
        for mail in await _mails(request)
    )
    table = f"<table><thead><tr><th>Subject</th><th>To</th><th>Sent</th></tr></thead><tbody>{rows}</tbody></table>"
    none = "<p>Nothing has been mailed yet. Submit a mark sheet, and look again some seconds later.</p>"
    return _page("Inbox", "<p>What this installation mailed. It stays on this machine.</p>" + (table if rows else none))


async def _open(request: Request) -> Response:
    mail = await _found(request)
    if mail is None:
        return PlainTextResponse("There is no such mail.\n", status_code=404)
    return _page(
        mail.subject,
        f'<p>To {escape(mail.to)}, {mail.sent:%d %b %Y %H:%M:%S} UTC. <a href="/inbox">All mail</a></p>'
        f'<h2>As HTML</h2><iframe title="The mail as HTML" src="/inbox/{mail.id}/html"></iframe>'
        f"<h2>As plain text</h2><pre>{escape(mail.text)}</pre>",
    )


async def _html(request: Request) -> Response:
    mail = await _found(request)
    if mail is None:
        return PlainTextResponse("There is no such mail.\n", status_code=404)
    return HTMLResponse(mail.html.replace("<head>", '<head><base target="_top">', 1), headers=MAIL)


async def _found(request: Request) -> Mail | None:
    wanted = request.path_params["mail"]
    return next((mail for mail in await _mails(request) if mail.id == wanted), None)


def _page(title: str, body: str) -> Response:
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
    html = (
        f'<!doctype html><html lang="en-GB"><head>{head}<style>{STYLE}</style></head>'
        f"<body><main><h1>{escape(title)}</h1>{body}</main></body></html>"
    )
    return HTMLResponse(html, headers=PAGE)


INBOX: Final = (Route("/inbox", _list), Route("/inbox/{mail}", _open), Route("/inbox/{mail}/html", _html))
"""The pages, for an application whose state has a client of the cloud."""
