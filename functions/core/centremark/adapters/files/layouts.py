"""Layout files: the fields of fixed-width formats, as data.

Every JSON file in `centremark/layouts` is one format. A board with a format of its own adds a file beside
`centremark-1.json` and changes no code; docs/adr/0009-reading-files.md says how to write one.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

SHIPPED: Final = Path(__file__).parents[2] / "layouts"


class Kind(StrEnum):
    """What a record is for."""

    HEADER = "header"
    CENTRE_HEADER = "centre_header"
    MARK = "mark"
    CENTRE_TRAILER = "centre_trailer"
    FILE_TRAILER = "file_trailer"


FIELDS: Final[Mapping[Kind, frozenset[str]]] = {
    Kind.HEADER: frozenset({"layout", "series", "sequence", "centre"}),
    Kind.CENTRE_HEADER: frozenset({"centre", "series"}),
    Kind.MARK: frozenset(
        {"centre", "assessment", "unit", "component", "candidate", "value", "absent", "name", "uci", "series"}
    ),
    Kind.CENTRE_TRAILER: frozenset({"centre", "marks"}),
    Kind.FILE_TRAILER: frozenset({"marks", "records", "centres"}),
}
"""The fields that mean something in a record; an assessment may stand in two parts, unit and component."""
NUMBERS: Final = frozenset({"sequence", "marks", "records", "centres"})


@dataclass(frozen=True, slots=True)
class Field:
    """A field's place, counted in characters from 1.

    `equals` is what it must hold; `values` translates a board's own codes. A number has a digit in every place, unless
    `padding` allows spaces before it.
    """

    name: str
    start: int
    length: int
    type: str = "text"
    equals: str = ""
    values: Mapping[str, str] | None = None
    padding: str = ""

    def text(self, line: str) -> str:
        """The text of the field, without the spaces around it."""
        return line[self.start - 1 : self.start - 1 + self.length].strip()

    def digits(self, line: str) -> str | None:
        """The digits of the field, or None if it must be filled and is not: cut short it would be another number."""
        there = line[self.start - 1 : self.end]
        number = there.lstrip() if self.padding else there
        return number if len(there) == self.length and number.isascii() and number.isdecimal() else None

    @property
    def end(self) -> int:
        """The place of its last character."""
        return self.start + self.length - 1


@dataclass(frozen=True, slots=True)
class Record:
    """One kind of record: its code, and its fields by name."""

    kind: Kind
    code: str
    fields: Mapping[str, Field]
    length: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A fixed-width format."""

    name: str
    type: Field
    records: Mapping[Kind, Record]

    def record_of(self, line: str) -> Record | None:
        """The kind of record that a line's code names."""
        code = self.type.text(line)
        return next((record for record in self.records.values() if record.code == code), None)

    def begins(self, line: str) -> bool:
        """Whether a file with this first line is of this format."""
        header = self.records[Kind.HEADER]
        constants = [field for field in header.fields.values() if field.equals]
        return self.type.text(line) == header.code and all(field.text(line) == field.equals for field in constants)


def layout_of(plain: Mapping[str, Any]) -> Layout:
    """Read a layout; raises ValueError, saying what is wrong with it."""
    name = plain["name"]
    type_field = Field("type", plain["type"]["start"], plain["type"]["length"])
    records = {
        Kind(kind): _record(name, Kind(kind), record, type_field.end) for kind, record in plain["records"].items()
    }
    if lacking := [kind.value for kind in Kind if kind not in records]:
        raise ValueError(f"Layout {name} has no {lacking[0]} record.")
    marks = records[Kind.MARK].fields
    if not {"candidate", "value"} <= marks.keys() or not ({"assessment"} <= marks.keys() or "unit" in marks):
        raise ValueError(f"Layout {name}: a mark needs a candidate, a value and an assessment.")
    return Layout(name, type_field, records)


def _record(layout: str, kind: Kind, plain: Mapping[str, Any], type_end: int) -> Record:
    fields = {name: Field(name, **place) for name, place in plain["fields"].items()}
    if unknown := fields.keys() - FIELDS[kind]:
        raise ValueError(f"Layout {layout}: a {kind.value} record has no field {min(unknown)}.")
    for field in fields.values():
        if (field.type == "number") != (field.name in NUMBERS):
            raise ValueError(f"Layout {layout}: {kind.value} {field.name} cannot be of type {field.type}.")
        if field.padding not in {"", "spaces before"} or (field.padding and field.name not in {*NUMBERS, "candidate"}):
            raise ValueError(f"Layout {layout}: {kind.value} {field.name} cannot have the padding '{field.padding}'.")
    return Record(kind, plain["code"], fields, max([type_end, *(field.end for field in fields.values())]))


@cache
def shipped() -> Sequence[Layout]:
    """The layouts that are installed, by name."""
    return [layout_of(json.loads(path.read_text())) for path in sorted(SHIPPED.glob("*.json"))]
