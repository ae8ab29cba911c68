"""Real tokens, obtained as a browser and as an MIS obtain them."""

import base64
import hashlib
import re
import secrets
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx

from tests.support.waiting import A_BUSY_MACHINE

SCOPES = "centremark/read centremark/write centremark/submit"
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


def sign_in(origin: str, client: str, email: str, password: str) -> str:
    """A person's access token."""
    return tokens_of(origin, client, email, password)["access_token"]


def tokens_of(origin: str, client: str, email: str, password: str) -> dict[str, Any]:
    """What a person's browser is given, by code and PKCE through the hosted sign-in pages."""
    verifier = secrets.token_urlsafe(48)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    redirect, state = f"{origin}/signed-in", secrets.token_urlsafe(8)
    with httpx.Client(base_url=origin, trust_env=False, timeout=A_BUSY_MACHINE) as browser:
        page = browser.get(
            "/oauth2/authorize",
            params={
                "response_type": "code",
                "client_id": client,
                "redirect_uri": redirect,
                "scope": f"openid profile {SCOPES}",
                "state": state,
                "code_challenge": challenge,
                "code_challenge_method": "S256",
            },
        )
        form = {unescape(name): unescape(value) for name, value in HIDDEN.findall(page.text)}
        answer = browser.post("/login", data={**form, "username": email, "password": password})
        assert answer.is_redirect, answer.text
        came_back = parse_qs(urlsplit(answer.headers["Location"]).query)
        assert came_back["state"] == [state]
        token = browser.post(
            "/oauth2/token",
            data={
                "grant_type": "authorization_code",
                "client_id": client,
                "redirect_uri": redirect,
                "code": came_back["code"][0],
                "code_verifier": verifier,
            },
        )
    return token.raise_for_status().json()


def renew(origin: str, client: str, refresh: str) -> httpx.Response:
    """What the sign-in answers to a browser that asks for new tokens."""
    form = {"grant_type": "refresh_token", "client_id": client, "refresh_token": refresh}
    return httpx.post(f"{origin}/oauth2/token", data=form, trust_env=False, timeout=A_BUSY_MACHINE)


def client_token(origin: str, client: str, secret: str, scope: str = SCOPES) -> str:
    """A machine client's access token, by client credentials."""
    token = httpx.post(
        f"{origin}/oauth2/token",
        auth=(client, secret),
        data={"grant_type": "client_credentials", "scope": scope},
        trust_env=False,
        timeout=A_BUSY_MACHINE,
    )
    return token.raise_for_status().json()["access_token"]
