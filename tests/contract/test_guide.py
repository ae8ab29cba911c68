"""The supplier's guide says what the code says."""

import re
from pathlib import Path

from centremark.adapters.files.formats import FileFormats
from centremark.adapters.files.tables import MAX_LINES
from centremark.domain.marks_file import MAX_BYTES
from centremark.handlers.bulk_schema import BULK_ROWS
from centremark.usecases.check_file import MAX_SHEETS
from infra import guide

CODE = re.compile(r'"([a-z]+(?:-[a-z]+)+)"')
DOMAIN = Path("functions/core/centremark")


def test_the_committed_catalogue_is_what_the_code_says() -> None:
    assert guide.GUIDE.read_text() == guide.rendered(), "Run `make guide`."


def test_every_code_of_a_row_is_in_the_catalogue() -> None:
    sources = [DOMAIN / "domain" / "mark_sheet.py", DOMAIN / "usecases" / "put_marks.py"]
    given = {code for source in sources for code in CODE.findall(source.read_text())}

    assert given <= set(guide.ROWS)


def test_the_limits_are_those_of_the_code() -> None:
    text = guide.GUIDE.read_text()

    assert f"{BULK_ROWS:,} |" in text
    assert f"{MAX_BYTES // 1024 // 1024} MB; {MAX_LINES:,} lines; {MAX_SHEETS} assessments" in text
    assert all(name in text for name in FileFormats().formats())
