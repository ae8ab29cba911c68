"""The template as data."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from infra.local.template import Json, read_template
from infra.package.build import ROOT


@pytest.fixture(scope="session")
def template_at() -> Callable[[Path], Any]:
    """Read a template, short forms come out long."""
    return read_template


@pytest.fixture(scope="session")
def template() -> Json:
    """The template as it is deployed to AWS."""
    return read_template(ROOT / "template.yaml")
