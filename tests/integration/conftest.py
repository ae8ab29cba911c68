"""The built template on a fresh local cloud, once a session; people and an MIS to call it as."""

from collections.abc import Callable, Iterator
from functools import cache

import httpx
import pytest

from infra.local.cloud import free_port
from infra.local.service import LocalService, local_service
from tests.support.signing_in import client_token, sign_in
from tests.support.waiting import A_BUSY_MACHINE

As = Callable[[str], httpx.Client]


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalService]:
    """A deployed service with the demonstration loaded and a front door that has no page to show."""
    page = tmp_path_factory.mktemp("page")
    (page / "index.html").write_text("<title>Centremark</title>")
    with local_service(tmp_path_factory.mktemp("cloud"), free_port(), page) as running:
        yield running


@pytest.fixture(scope="session")
def token_of(service: LocalService) -> Callable[[str], str]:
    """Give a demonstration person's access token by email, or that of `MIS`."""

    @cache
    def token(email: str) -> str:
        if email == "MIS":
            return client_token(service.url, *service.mis_client)
        return sign_in(service.url, service.stack.outputs["SpaClientId"], email, service.data.password)

    return token


@pytest.fixture(scope="session")
def as_(service: LocalService, token_of: Callable[[str], str]) -> Iterator[As]:
    """Give a client of the API, through the front door, that acts as a person or as `MIS`."""
    clients: dict[str, httpx.Client] = {}

    def client(email: str) -> httpx.Client:
        if email not in clients:
            headers = {"Authorization": f"Bearer {token_of(email)}"}
            clients[email] = httpx.Client(
                base_url=f"{service.url}/api", headers=headers, trust_env=False, timeout=A_BUSY_MACHINE
            )
        return clients[email]

    yield client
    for opened in clients.values():
        opened.close()
