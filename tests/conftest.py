"""The quick tests first: what is simply wrong is told in seconds, and the browser's event loop meets no other."""

from pathlib import Path
from typing import Final

import pytest

TESTS: Final = Path(__file__).parent
ORDER: Final = ("unit", "contract", "architecture", "integration", "e2e")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the random order within each folder, and the folders in theirs."""
    items.sort(key=lambda item: ORDER.index(item.path.relative_to(TESTS).parts[0]))
