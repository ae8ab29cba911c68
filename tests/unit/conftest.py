"""Unit tests reach no network."""

import pytest
import pytest_socket


@pytest.fixture(autouse=True)
def _no_network() -> None:  # pyright: ignore[reportUnusedFunction]  # pytest uses it
    pytest_socket.disable_socket(allow_unix_socket=True)
