"""Ask an installation from outside whether it answers; nothing is changed by asking."""

import json
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

SECONDS: Final = 20
UNAUTHORISED: Final = 401
OK: Final = 200


def faults(origin: str, config: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with an installation, a sentence each: its page, its configuration, its sign-in and its API."""
    status, page = ask(f"{origin}/")
    if status != OK or b"<title>Centremark" not in page:
        yield f"{origin}/ answers {status} and not with the page."
    status, told = ask(f"{origin}/config.json")
    if status != OK or json.loads(told) != config:
        yield f"{origin}/config.json does not say where this stage signs in."
    status, _ = ask(f"{config['issuer']}/.well-known/openid-configuration")
    if status != OK:
        yield f"The sign-in at {config['issuer']} answers {status}."
    status, _ = ask(f"{origin}/api/v1/me")
    if status != UNAUTHORISED:
        yield f"{origin}/api/v1/me answers {status} to someone who has not signed in, and not {UNAUTHORISED}."


def ask(url: str) -> tuple[int | str, bytes]:
    """Give an answer's status and body, or why there is none."""
    try:
        with urlopen(url, timeout=SECONDS) as answer:  # noqa: S310  # an address of our own stack
            return answer.status, answer.read()
    except HTTPError as error:
        return error.code, error.read()
    except (URLError, TimeoutError) as error:
        return f"nothing ({error})", b""
