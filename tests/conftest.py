"""Give each folder's tests their marker, and run the quick ones first.

A plain mistake then shows in seconds, and the browser's event loop comes last. Where several processes run the tests
(`make test`), each local cloud is started in one of them. Hypothesis has no deadline, because how long an example takes
depends on the machine.
"""

from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, settings

TESTS: Final = Path(__file__).parent
ORDER: Final = ("unit", "contract", "architecture", "integration", "e2e")
ON_A_CLOUD: Final = ("integration", "e2e")

settings.register_profile("centremark", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("quick", settings.get_profile("centremark"), max_examples=20)
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
    """The kind of a test, which is the folder it is in."""
    return item.path.relative_to(TESTS).parts[0]
