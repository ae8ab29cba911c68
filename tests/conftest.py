"""Each folder's tests carry its marker, and the quick ones come first.

What is simply wrong is told in seconds, and the browser's event loop meets no other. Where several processes run the
tests (`make test`), each local cloud is started in one of them. No property fails for the time an example takes, for
that is the machine's.
"""

from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, settings

TESTS: Final = Path(__file__).parent
ORDER: Final = ("unit", "contract", "architecture", "integration", "e2e")
ON_A_CLOUD: Final = ("integration", "e2e")

settings.register_profile("centremark", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("centremark")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark a test with its folder's name, before `-m` selects."""
    folder = folder_of(item)
    item.add_marker(folder)
    if folder in ON_A_CLOUD:
        item.add_marker(pytest.mark.xdist_group(folder))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the random order within each folder, and the folders in theirs."""
    items.sort(key=lambda item: ORDER.index(folder_of(item)))


def folder_of(item: pytest.Item) -> str:
    """The kind of a test: the folder it is in."""
    return item.path.relative_to(TESTS).parts[0]
