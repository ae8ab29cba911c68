"""The one local origin answers as CloudFront would."""

from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from infra.local.cloud import CloudError, free_port
from infra.local.front_door import FrontDoor, Origin
from infra.local.service import LocalService
from tests.integration.conftest import As
from tests.support.signing_in import renew, tokens_of
from tests.support.waiting import A_BUSY_MACHINE

HEADERS = {"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff"}


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A built page beside a file that is none of it."""
    built = tmp_path / "dist"
    (built / "assets").mkdir(parents=True)
    (built / "index.html").write_text("the page")
    (built / "assets" / "page-1a2b.js").write_text("code")
    (built / "assets" / "long-3c4d.js").write_text("code " * 1000)
    (tmp_path / "secret.txt").write_text("secret")
    return built


@pytest.fixture
def browser(page: Path) -> Generator[httpx.Client]:
    """A client of a front door with no cloud behind it."""
    origin = Origin(page, {"signIn": ""}, HEADERS, f"http://127.0.0.1:{free_port()}", "api", "eu-west-2_pool")
    with (
        FrontDoor(origin, free_port()) as door,
        httpx.Client(base_url=door.url, trust_env=False, timeout=A_BUSY_MACHINE) as client,
    ):
        yield client


@pytest.mark.parametrize(
    "path", ["/", "/signed-in", "/sheets/2027-06.64235.H446-03", "/sheets/2027-06.64235.J351-03/submit"]
)
def test_every_page_of_the_app_is_the_app(browser: httpx.Client, path: str) -> None:
    answer = browser.get(path)

    assert (answer.status_code, answer.text, answer.headers["Cache-Control"]) == (200, "the page", "no-store")


def test_a_hashed_asset_is_kept_for_ever(browser: httpx.Client) -> None:
    answer = browser.get("/assets/page-1a2b.js")

    assert answer.text == "code"
    assert "immutable" in answer.headers["Cache-Control"]


def test_a_long_file_is_sent_compressed(browser: httpx.Client) -> None:
    answer = browser.get("/assets/long-3c4d.js", headers={"Accept-Encoding": "gzip"})

    assert (answer.headers["Content-Encoding"], answer.text) == ("gzip", "code " * 1000)


@pytest.mark.parametrize("path", ["/assets/gone-0000.js", "/..%2fsecret.txt", "/assets/../../secret.txt"])
def test_a_file_that_is_not_part_of_the_page_is_not_found(browser: httpx.Client, path: str) -> None:
    assert browser.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/", "/config.json", "/assets/page-1a2b.js", "/gone.js", "/api/v1/me"])
def test_every_answer_carries_the_security_headers(browser: httpx.Client, path: str) -> None:
    answer = browser.get(path)

    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_a_cloud_that_does_not_answer_is_a_bad_gateway(browser: httpx.Client) -> None:
    assert browser.get("/api/v1/me").status_code == 502


def test_a_port_in_use_is_said_so(page: Path, browser: httpx.Client) -> None:
    port = browser.base_url.port
    assert port
    door = FrontDoor(Origin(page, {}, {}, "http://127.0.0.1:1", "api", "pool"), port)

    with pytest.raises(CloudError, match=f"Port {port} is in use"):
        door.__enter__()  # it never opens


def test_a_crowd_waits_its_turn_and_nobody_is_turned_away(as_: As) -> None:
    teacher = as_("asha@harbourview.example")
    with ThreadPoolExecutor(30) as crowd:
        answers = list(crowd.map(teacher.get, ["/v1/me"] * 30))

    assert {answer.status_code for answer in answers} == {200}


def test_the_sign_in_page_comes_from_the_cloud(service: LocalService) -> None:
    answer = httpx.get(
        f"{service.url}/oauth2/authorize",
        params={"client_id": service.stack.outputs["SpaClientId"], "response_type": "token"},
        trust_env=False,
        timeout=A_BUSY_MACHINE,
    )

    assert answer.status_code == 400
    assert answer.json()["error"] == "unsupported_response_type"


def test_a_refresh_token_that_was_revoked_gives_no_more_tokens(service: LocalService) -> None:
    client = service.stack.outputs["SpaClientId"]
    refresh = tokens_of(service.url, client, "asha@harbourview.example", service.data.password)["refresh_token"]
    before = renew(service.url, client, refresh)
    revoked = httpx.post(
        f"{service.url}/oauth2/revoke",
        data={"token": refresh, "client_id": client},
        trust_env=False,
        timeout=A_BUSY_MACHINE,
    )
    after = renew(service.url, client, refresh)

    assert (before.status_code, revoked.status_code) == (200, 200)
    assert (after.status_code, after.json()["error"]) == (400, "invalid_grant")


def test_a_path_with_a_line_end_reaches_the_api_as_any_other(browser: httpx.Client) -> None:
    other, ends = (browser.post(f"/api/v1/uploads/{path}/accept") for path in ("a", "%0Aa%0A"))

    assert (ends.status_code, ends.text) == (other.status_code, other.text)
    assert other.status_code != httpx.codes.NOT_FOUND
