"""Every text in a request is read by one rule, and a refusal points at its place."""

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Final, get_args

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

import centremark.handlers
from centremark.bootstrap import Services
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import BOARD_CENTRE, Role
from centremark.handlers.api import board, sheets
from centremark.handlers.api.schemas.shared import In
from tests.support.beginning import BeginWith
from tests.support.builders import CENTRE, SHEET, a_candidate
from tests.support.http_api import SUBJECT, call
from tests.support.texts import SHOWS_NOTHING

ENTRIES: Final = f"/v1/board/sheets/{SHEET}/entries"
OPERATOR: Final = "subject-of-olu"
ONLY_COMPARED: Final = {
    "AcceptIn.preview",
    "AcceptAndSubmitIn.preview",
    "AgreementIn.version",
    "AgreementIn.agreed",
    "GivenCircumstanceIn.code",
    "GradeModel.grade",
}
"""Texts that are held against one of ours; anything else is refused."""
READ_BY_THE_DOMAIN: Final = {"WebhookIn.url"}


def import_every_handler() -> None:
    for module in pkgutil.walk_packages(centremark.handlers.__path__, "centremark.handlers."):
        importlib.import_module(module.name)


def models(kind: type[BaseModel] = In) -> Iterator[type[BaseModel]]:
    """Every model of a request."""
    for model in kind.__subclasses__():
        yield model
        yield from models(model)


def fields() -> Iterator[tuple[str, Any]]:
    """Every field of a request, and the type that reads it."""
    for model in models():
        for name, field in model.model_fields.items():
            form = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
            yield f"{model.__name__}.{name}", form


def texts() -> Iterator[tuple[str, Any]]:
    """Every field of a request that may take some text, and the type that reads it."""
    yield from ((place, form) for place, form in fields() if place not in ONLY_COMPARED | READ_BY_THE_DOMAIN)


def test_no_text_with_a_control_character_is_taken_anywhere() -> None:
    import_every_handler()

    taken = [
        f"{place} took {sent!r}"
        for place, form in texts()
        for text in ("a\x00b", "a\x1bb", "a\u202eb")
        for sent in (text, [text])
        if takes(form, sent)
    ]

    assert taken == []


LAX: Final[dict[type, tuple[object, ...]]] = {
    bool: ("on", "off", "yes", "true", "1", 0, 1, 1.0),
    int: ("3", 3.0, True),
}
"""What pydantic would read as yes or no, or as a number, by itself."""


def test_yes_or_no_and_whole_numbers_are_taken_as_json_has_them_and_in_no_other_way() -> None:
    import_every_handler()

    taken = [
        f"{place} took {sent!r}"
        for place, form in fields()
        for plain, others in LAX.items()
        if plain in parts_of(form)
        for other in others
        for sent in (other, [other])
        if takes(form, sent)
    ]

    assert taken == []


def test_a_text_that_shows_nothing_is_refused_or_is_no_text_at_all() -> None:
    import_every_handler()

    taken = [
        f"{place} took {sent!r}"
        for place, form in texts()
        for text in SHOWS_NOTHING
        for sent in (text, [text])
        if takes(form, sent) and (is_needed(form) or TypeAdapter(form).validate_python(sent) not in ("", None))
    ]

    assert taken == []


def test_every_body_of_the_api_is_among_those_that_are_tried() -> None:
    import_every_handler()
    api = json.loads((Path(__file__).parents[3] / "infra/openapi.json").read_text(encoding="utf-8"))
    operations = [verb for path in api["paths"].values() for verb in path.values() if "requestBody" in verb]
    named = {name for verb in operations for name in re.findall(r"schemas/(\w+)", json.dumps(verb["requestBody"]))}

    assert named
    assert named <= {model.__name__ for model in models()}


def parts_of(form: Any) -> set[Any]:
    """A type and those it is made of."""
    return {form}.union(*(parts_of(part) for part in get_args(form)) if not isinstance(form, type) else ())


def is_needed(form: Any) -> bool:
    """Whether there must be some text."""
    return any(getattr(part, "min_length", 0) for part in getattr(form, "__metadata__", ()))


def takes(form: Any, sent: object) -> bool:
    try:
        TypeAdapter(form).validate_python(sent)
    except ValidationError:
        return False
    return True


def people(services: Services) -> None:
    services.members.put(Member(SUBJECT, "Asha Patel", {CENTRE: frozenset({Role.ENTER, Role.SUBMIT})}))
    services.members.put(Member(OPERATOR, "Olu Perator", {BOARD_CENTRE: frozenset({Role.OPERATOR})}))


@pytest.fixture
def _people(begin_with: BeginWith) -> None:
    begin_with(people)


def an_entry(number: int, **more: str) -> dict[str, str]:
    candidate = a_candidate(number)
    return {"candidate": candidate.number, "name": candidate.name, "uci": candidate.uci, **more}


@pytest.mark.usefixtures("_people")
def test_each_entry_that_cannot_be_made_is_pointed_at_and_none_is_made() -> None:
    other = "A" if a_candidate(1008).uci.endswith("B") else "B"
    wrong = [
        an_entry(1004),
        an_entry(1005, name=" \u200b"),
        an_entry(1006, name="JONES\x07 Amelia"),
        an_entry(1007, name="A" * 101),
        an_entry(1008, uci=f"{a_candidate(1008).uci[:12]}{other}"),
        an_entry(1009, candidate="0000"),
        an_entry(1010, group="13\nA"),
        an_entry(1011, name="JONES \ud800"),
    ]

    answer = call(board.handler, "POST", ENTRIES, {"entries": wrong, "reason": "Entered late"}, subject=OPERATOR)

    assert (answer.status, answer.body["code"]) == (422, "malformed-request")
    assert [error["pointer"] for error in answer.body["errors"]] == [
        "/entries/1/name",
        "/entries/2/name",
        "/entries/3/name",
        "/entries/4/uci",
        "/entries/5/candidate",
        "/entries/6/group",
        "/entries/7/name",
    ]
    details = [error["detail"] for error in answer.body["errors"]]
    assert details[0] == "The text is blank. Enter some text."
    assert details[1] == "Character 6 is a control character (U+0007). Remove it."
    assert "its check character is wrong" in details[3]
    rows = call(sheets.handler, "GET", f"/v1/sheets/{SHEET}", query={"page": "all"}).body["rows"]
    assert [row["candidate"] for row in rows] == ["1001", "1002", "1003"]


@pytest.mark.usefixtures("_people")
def test_a_name_is_kept_composed_and_without_space_around_it() -> None:
    call(
        board.handler,
        "POST",
        ENTRIES,
        {"entries": [an_entry(1004, name=" JOSE\u0301 Ann\u00a0")], "reason": "Entered late"},
        subject=OPERATOR,
    )

    rows = call(sheets.handler, "GET", f"/v1/sheets/{SHEET}", query={"page": "all"}).body["rows"]

    assert rows[-1]["name"] == "JOS\u00c9 Ann"


@pytest.mark.parametrize("value", ["9" * 5_000, "-" + "9" * 5_000, "[" * 200_000 + "]" * 200_000])
@pytest.mark.usefixtures("_people")
def test_what_no_parser_would_finish_with_is_a_malformed_request(value: str) -> None:
    for path, field in ((f"/v1/sheets/{SHEET}/marks", "rows"), (f"/v1/sheets/{SHEET}/submit", "declaration")):
        method = "PATCH" if field == "rows" else "POST"
        headers = {"Idempotency-Key": "key-00000001", "If-Match": '"1"'}
        answer = call(sheets.handler, method, path, raw=f'{{"{field}": {value}}}', headers=headers)

        assert (answer.status, answer.body["code"]) == (422, "malformed-request")


@pytest.mark.parametrize("half", ["\ud800", "\udc00\ud800"])
def test_half_a_character_is_refused_at_its_place_wherever_it_stands(services: Services, half: str) -> None:
    services.members.put(Member(OPERATOR, "Olu Perator", {BOARD_CENTRE: frozenset({Role.OPERATOR})}))
    earlier = {"series": half, "outcome": {"kind": "mark", "mark": 45}}
    entry = {"candidate": "1004", "name": "KHAN Aisha", "uci": a_candidate(1004).uci, "carried_forward": earlier}

    answer = call(board.handler, "POST", ENTRIES, {"entries": [entry], "reason": "Entered late"}, subject=OPERATOR)

    assert answer.status == 422
    assert [error["pointer"] for error in answer.body["errors"]] == ["/entries/0/carried_forward/series"]
