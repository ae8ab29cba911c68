"""The supplier's guide says what the code says."""

import re
from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError

from centremark.adapters.files.formats import FileFormats
from infra import guide

CODE = re.compile(r'"([a-z]+(?:-[a-z]+)+)"')
CORE = Path("functions/core/centremark")


def test_the_committed_catalogue_is_what_the_code_says() -> None:
    assert guide.GUIDE.read_text() == guide.rendered(), "Run `make guide`."


def test_every_code_of_a_row_is_in_the_catalogue() -> None:
    sources = [CORE / "domain/sheet/mark_sheet.py", CORE / "usecases/marks/put_marks.py"]
    given = {code for source in sources for code in CODE.findall(source.read_text())}

    assert given <= set(guide.ROWS)


@pytest.mark.parametrize(("model", "field"), [(model, field) for _, model, field in guide.LENGTHS])
def test_a_text_may_be_as_long_as_the_guide_says_and_one_more_is_refused_with_the_limit(
    model: type[BaseModel], field: str
) -> None:
    most = guide.longest(model, field)

    def wrong(text: str) -> list[str]:
        with pytest.raises(ValidationError) as caught:
            model.model_validate({field: text, "no such field": 0})
        return [error["msg"] for error in caught.value.errors() if error["loc"] == (field,)]

    assert "String should have at most" not in "".join(wrong("N" * most))
    assert wrong("N" * (most + 1)) == [f"String should have at most {most} characters"]


def test_every_format_of_a_file_is_named() -> None:
    text = guide.GUIDE.read_text()

    assert all(name in text for name in FileFormats().formats())
