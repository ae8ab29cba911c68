"""Fixed-width files, read and written by a layout."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final, NoReturn

from centremark.adapters.files.layouts import Kind, Layout, Record
from centremark.adapters.files.lines import assessment_of, candidate_of, is_absent, uci_of
from centremark.adapters.files.text import split_lines
from centremark.domain.files.faults import SHOWN, Fault, FaultCode, FileRefused, Unreadable
from centremark.domain.files.marks_file import Head, MarksFile, MarksLine, SheetLine, Written
from centremark.domain.shared.errors import Malformed
from centremark.domain.shared.identifiers import CandidateNumber, CentreNumber, SeriesId

ENDS: Final = "\r\n"
CONTROLS: Final = re.compile("[\x00-\x1f\x7f-\x9f]")
"""What would break a line; any other kind of space in a name is part of it."""
FOLLOWS: Final = {
    Kind.HEADER: frozenset[Kind | None]({None}),
    Kind.CENTRE_HEADER: frozenset({Kind.HEADER, Kind.CENTRE_TRAILER}),
    Kind.MARK: frozenset({Kind.CENTRE_HEADER, Kind.MARK}),
    Kind.CENTRE_TRAILER: frozenset({Kind.CENTRE_HEADER, Kind.MARK}),
    Kind.FILE_TRAILER: frozenset({Kind.CENTRE_TRAILER}),
}
"""What may stand before each kind of record."""


@dataclass
class _Reading:
    """The state of reading a file."""

    layout: Layout
    before: Kind | None = None
    series: SeriesId | None = None
    sequence: int | None = None
    centre: CentreNumber | None = None
    counts: dict[str, int] = field(default_factory=lambda: {"records": 0, "marks": 0, "centres": 0, "here": 0})
    lines: list[MarksLine] = field(default_factory=list[MarksLine])
    faults: list[Fault] = field(default_factory=list[Fault])

    def take(self, number: int, line: str) -> None:
        """Read one line; raises `FileRefused` when the rest cannot be trusted."""
        record = self.layout.record_of(line)
        self.counts["records"] += 1
        if record is None:
            code = self.layout.type.text(line)
            self.faults.append(Fault(number, FaultCode.RECORD_UNKNOWN, f"'{code}' is no kind of record.", "type"))
            return
        if self.before not in FOLLOWS[record.kind]:
            _refuse(number, FaultCode.RECORD_OUT_OF_PLACE, f"A {_words(record.kind)} cannot stand here.", "type")
        if "\t" in line or line[record.length :].strip():
            self._must_be_a_mark(number, record, "The line is longer than its record, or contains a tab.")
        else:
            self._read(number, record, line)
        self.before = record.kind

    def _must_be_a_mark(self, number: int, record: Record, problem: str) -> None:
        """Raise unless this is a mark's line, which fails alone; with another bad record the file is useless."""
        if record.kind is not Kind.MARK:
            _refuse(number, FaultCode.FILE_DAMAGED, problem)
        self.counts["marks"] += 1
        self.counts["here"] += 1
        self.faults.append(Fault(number, FaultCode.LINE_MALFORMED, problem))

    def _read(self, number: int, record: Record, line: str) -> None:
        match record.kind:
            case Kind.HEADER:
                self.sequence = _count(number, record, line, "sequence") if _text(record, line, "sequence") else None
            case Kind.CENTRE_HEADER:
                self.counts["centres"] += 1
                self.counts["here"] = 0
            case Kind.MARK:
                self.counts["marks"] += 1
                self.counts["here"] += 1
            case Kind.CENTRE_TRAILER:
                self._compare(number, record, line, "marks", self.counts["here"])
            case Kind.FILE_TRAILER:
                for name in ("marks", "records", "centres"):
                    self._compare(number, record, line, name, self.counts[name])
        self._read_whose(number, record, line)
        if record.kind is Kind.MARK:
            self._read_mark(number, record, line)

    def _read_whose(self, number: int, record: Record, line: str) -> None:
        """Read centre and series, which may be in any record and must be the same in all."""
        try:
            series = _text(record, line, "series")
            centre = _text(record, line, "centre")
            if series:
                self.series = _same(number, "series", self.series, SeriesId(series), FaultCode.OTHER_SERIES)
            if centre:
                self.centre = _same(number, "centre", self.centre, CentreNumber(centre), FaultCode.OTHER_CENTRE)
        except Malformed as error:
            _refuse(number, FaultCode.FILE_DAMAGED, f"{error}.")

    def _read_mark(self, number: int, record: Record, line: str) -> None:
        candidate = _text(record, line, "candidate")
        try:
            unit = _text(record, line, "unit")
            code = _text(record, line, "assessment") or (unit and f"{unit}/{_text(record, line, 'component')}")
            written = Written(_text(record, line, "value"), absent=is_absent(_text(record, line, "absent")))
            found = MarksLine(
                number,
                assessment_of(code),
                _candidate(record, line),
                written,
                _text(record, line, "name"),
                uci=uci_of(_text(record, line, "uci")),
            )
            self.lines.append(found)
        except Unreadable as error:
            self.faults.append(Fault(number, error.code, str(error), candidate=candidate[:SHOWN]))
        except Malformed as error:
            self.faults.append(Fault(number, FaultCode.LINE_MALFORMED, f"{error}.", candidate=candidate[:SHOWN]))

    def _compare(self, number: int, record: Record, line: str, name: str, have: int) -> None:
        if name in record.fields and (stated := _count(number, record, line, name)) != have:
            _refuse(
                number, FaultCode.COUNT_DIFFERS, f"The trailer counts {stated} {name}, but the file has {have}.", name
            )


def read_fixed_width(text: str, layout: Layout) -> MarksFile:
    """Read a file of this layout; raises `FileRefused` when it contradicts itself or ends too early."""
    reading, last = _Reading(layout), 1
    for number, line in enumerate(split_lines(text), start=1):
        if line.strip():
            reading.take(number, line)
            last = number
    if reading.before is not Kind.FILE_TRAILER:
        _refuse(last, FaultCode.TRAILER_MISSING, "The file trailer is missing.")
    head = Head(layout.name, reading.centre, reading.series, reading.sequence)
    return MarksFile(head, tuple(reading.lines), tuple(reading.faults))


def write_fixed_width(lines: Sequence[SheetLine], layout: Layout, sequence: int) -> str:
    """Write marks in a layout; each centre's lines must follow each other."""
    return "".join(record.rstrip() + ENDS for record in _records(lines, layout, sequence))


def _records(lines: Sequence[SheetLine], layout: Layout, sequence: int) -> Iterator[str]:
    series = lines[0].series if lines else ""
    centres = 0
    yield _written(layout, Kind.HEADER, {"series": series, "sequence": str(sequence)})
    for centre, theirs in groupby(lines, key=lambda line: line.centre):
        marks = [_written(layout, Kind.MARK, _mark(line)) for line in theirs]
        centres += 1
        yield _written(layout, Kind.CENTRE_HEADER, {"centre": centre, "series": series})
        yield from marks
        yield _written(layout, Kind.CENTRE_TRAILER, {"centre": centre, "marks": str(len(marks))})
    counts = {"marks": len(lines), "centres": centres, "records": 2 + 2 * centres + len(lines)}
    yield _written(layout, Kind.FILE_TRAILER, {name: str(count) for name, count in counts.items()})


def _mark(line: SheetLine) -> dict[str, str]:
    unit, _, component = line.assessment.partition("/")
    return {
        "centre": line.centre,
        "series": line.series,
        "assessment": line.assessment,
        "unit": unit,
        "component": component,
        "candidate": line.candidate,
        "value": line.written.value,
        "absent": "yes" if line.written.absent else "no",
        "name": line.name,
        "uci": line.uci,
    }


def _written(layout: Layout, kind: Kind, values: dict[str, str]) -> str:
    record = layout.records[kind]
    row = [" "] * record.length
    _put(row, layout.type.start, layout.type.length, record.code)
    for place in record.fields.values():
        value = place.equals or values.get(place.name, "")
        if place.values:
            value = next((theirs for theirs, ours in place.values.items() if ours == value), value)
        if place.type == "number":
            value = value.rjust(place.length, "0")
        _put(row, place.start, place.length, value)
    return "".join(row)


def _put(row: list[str], start: int, length: int, value: str) -> None:
    clean = CONTROLS.sub(" ", value).strip()[:length]
    row[start - 1 : start - 1 + len(clean)] = clean


def _text(record: Record, line: str, name: str) -> str:
    """A field's text in this service's own words; empty when the record has no such field. Raises `Malformed`."""
    if name not in record.fields:
        return ""
    place = record.fields[name]
    text = place.text(line)
    if place.values is None:
        return text
    if text not in place.values:
        raise Malformed(f"'{text[:SHOWN]}' is none of the codes for {name}")
    return place.values[text]


def _count(number: int, record: Record, line: str, name: str) -> int:
    place = record.fields[name]
    digits = place.digits(line)
    if digits is None:
        problem = f"The {name} '{place.text(line)[:SHOWN]}' is not a number of {place.length} digits."
        _refuse(number, FaultCode.FILE_DAMAGED, problem, name)
    return int(digits)


def _candidate(record: Record, line: str) -> CandidateNumber:
    """The candidate number; one shorter than its field is unreadable, because `10` may be half of `1034`."""
    place = record.fields["candidate"]
    text, digits = place.text(line), place.digits(line)
    if text and digits is None:
        problem = f"The candidate number '{text[:SHOWN]}' must fill all {place.length} places."
        raise Unreadable(FaultCode.CANDIDATE_MALFORMED, problem)
    return candidate_of(digits or "")


def _same[T](number: int, name: str, before: T | None, now: T, code: FaultCode) -> T:
    if before not in {None, now}:
        _refuse(number, code, f"The file is of {name} {before} and of {name} {now}.", name)
    return now


def _refuse(line: int, code: FaultCode, problem: str, name: str = "") -> NoReturn:
    raise FileRefused(Fault(line, code, problem, name))


def _words(kind: Kind) -> str:
    return kind.value.replace("_", " ")
