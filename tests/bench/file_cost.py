"""What a file of marks costs: `python -m tests.bench.file_cost`.

CPU milliseconds to read 1,000 records of each format, the least of several runs in one process, beside a plain parse
of the same fixed-width lines (slices and a range check, the floor); and the capacity units of previewing and applying
1,000 candidates, by DynamoDB's size rules on the very items that are written, a transaction's writes counted twice.
"""

import json
import time
from collections.abc import Callable
from typing import Any, Final

from centremark.adapters.dynamodb.facts import fact_item
from centremark.adapters.dynamodb.items import SheetItem
from centremark.adapters.dynamodb.uploads import UploadItem
from centremark.adapters.files.formats import FileFormats
from centremark.domain.files.applying import Accepting, put_on_sheet
from centremark.domain.files.marks_file import SheetLine, Written
from centremark.domain.files.preview import Expected, preview
from centremark.domain.files.upload import Applied, SheetDone, Upload, UploadId
from centremark.domain.shared.actor import Role
from centremark.domain.sheet.listed_sheet import ListedSheet
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.row import Row
from tests.support.builders import CENTRE, CODE, NOON, SERIES, SHEET, a_candidate, an_actor, an_assessment

RECORDS: Final = 1_000
ROUNDS: Final = 15
FORMATS: Final = FileFormats()
CANDIDATES: Final = [a_candidate(1000 + place, "JONES Amelia") for place in range(RECORDS)]
LINES: Final = [
    SheetLine(CENTRE, SERIES, CODE, c.number, c.name, c.uci, Written(str(place % 70)))
    for place, c in enumerate(CANDIDATES)
]


def least(work: Callable[[], object]) -> float:
    """CPU milliseconds of the quickest of several runs."""
    spent: list[float] = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        spent.append(time.process_time() - began)
    return min(spent) * 1000


def floor(text: str) -> list[tuple[str, int]]:
    """The same lines with slices and a range check, without a message or a line number."""
    records = (line for line in text.split("\r\n") if line.startswith("05"))
    return [(line[13:17], value) for line in records if 0 <= (value := int(line[18:28])) <= 70]


def size(item: Any) -> int:
    """Bytes of an item by DynamoDB's rules: names and values in UTF-8, numbers about half their digits."""
    total = 0
    for name, value in item.serialize().items():
        [(kind, plain)] = value.items()
        total += len(name.encode()) + (len(plain) // 2 + 2 if kind == "N" else len(plain.encode()))
    return total


def units() -> dict[str, object]:
    """Capacity units of one file of 1,000 candidates."""
    by = an_actor(Role.ENTER).by_file(CENTRE)
    sheet = MarkSheet(SHEET, an_assessment(), {c.number: Row() for c in CANDIDATES}, 1)
    file = FORMATS.read(FORMATS.write(LINES, "csv"))
    planned = preview(file, {CODE: ListedSheet(sheet, {})}, Expected(None, by), NOON)
    entered, fact = put_on_sheet(sheet, planned, Accepting(by, NOON, checked=False, second_checker=False))
    assert fact
    upload = Upload(UploadId(SERIES, CENTRE, "20270420120000-0a1b2c3d4e5f"), by, NOON, "marks.csv", sha256="5" * 64)
    ready = upload.ready(planned, (), "").apply(Applied(NOON, by.name, (SheetDone(CODE, RECORDS),)))
    sizes = {"sheet": size(SheetItem.of(entered)), "fact": size(fact_item(fact)), "upload": size(UploadItem.of(ready))}
    writes = {name: -(-bytes_ // 1024) for name, bytes_ in sizes.items()}
    reads = -(-sizes["sheet"] // 4096)
    return {
        "bytes": sizes,
        "preview": {"WRU": 3 * writes["upload"], "RRU": reads + 3},
        "apply": {"WRU": 2 * sum(writes.values()), "RRU": reads + 3},
    }


def main() -> None:
    """Print both tables."""
    plain = FORMATS.write(LINES, "centremark-1").decode()
    base = least(lambda: floor(plain))
    print(f"{'reading 1,000 records':<24} {'CPU ms':>8} {'x floor':>8} {'bytes':>9}")  # noqa: T201
    print(f"{'floor':<24} {base:8.2f} {1:8.1f} {len(plain):9,}")  # noqa: T201
    for name in FORMATS.formats():
        content = FORMATS.write(LINES, name)
        spent = least(lambda content=content: FORMATS.read(content))
        print(f"{name:<24} {spent:8.2f} {spent / base:8.1f} {len(content):9,}")  # noqa: T201
    print(json.dumps(units(), indent=1))  # noqa: T201


if __name__ == "__main__":
    main()
