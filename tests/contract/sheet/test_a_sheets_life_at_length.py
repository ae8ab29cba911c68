"""The same machine as tests/unit/sheet/test_a_sheets_life.py, for as long as a rare order of commands needs."""

import pytest
from hypothesis import settings

from tests.unit.sheet.test_a_sheets_life import SheetsLife

pytestmark = pytest.mark.slow


class SheetsLifeAtLength(SheetsLife):
    """More lives than the quick tests have time for."""


TestASheetsLifeAtLength = SheetsLifeAtLength.TestCase
TestASheetsLifeAtLength.settings = settings(max_examples=400, stateful_step_count=40)
