"""Mutated files at the readers: `python -m tests.bench.fuzz_readers 100000`, one line of figures in the end.

Each file starts as a good one of some format and is then cut, stretched, spliced and spoiled; a workbook also within
its packed parts. Whatever comes, the answer must be a `MarksFile` within a second whose every fault names a line.
"""

import io
import random
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

from centremark.adapters.files.formats import FileFormats
from centremark.domain.files.marks_file import MarksFile, SheetLine, Written
from tests.support.builders import CENTRE, CODE, SERIES, a_candidate
from tests.support.workbooks import a_workbook

SECONDS_ALLOWED: Final = 1.0
SPICES: Final = (
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b"'", b",", b";", b"\t", b"\r", b"\n", b"=", b"-1", b"45,5", b"1e999"),
    *(b"<row>", b"</c>", b"<f>", b"&x;", b"A1:XFD1048576", b'hidden="1"', b"09", b"05", b"\x1a", "Ł".encode()),
)
FORMATS: Final = FileFormats()


def good_files() -> list[bytes]:
    """One file of each format and of each way to encode it."""
    lines = [
        SheetLine(CENTRE, SERIES, CODE, a_candidate(1001 + place).number, "NOWAK Łukasz", "642350261001V", written)
        for place, written in enumerate([Written("45"), Written("", absent=True), Written("0"), Written("")])
    ]
    written = [FORMATS.write(lines, name) for name in FORMATS.formats()]
    text = FORMATS.write(lines, "csv").decode("utf-8-sig")
    return [
        *written,
        text.encode("utf-16"),
        text.replace(",", ";").replace("Ł", "E").encode("cp1252"),
        a_workbook(("1001", "JONES Amelia", 45, None), (1002, "SINGH Harpreet", "=1+1", "A")),
    ]


def _flip(content: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 8)):
        content[chance.randrange(len(content))] = chance.randrange(256)


def _cut(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content))
    del content[start : start + chance.randint(1, max(1, len(content) // 2))]


def _repeat(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content))
    piece = content[start : start + chance.randint(1, 200)]
    content[start:start] = piece * chance.randint(1, 50)


def _spice(content: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 5)):
        at = chance.randint(0, len(content))
        content[at:at] = chance.choice(SPICES)


MUTATIONS: Final[tuple[Callable[[bytearray, random.Random], None], ...]] = (_flip, _cut, _repeat, _spice)


def _spoil(content: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(content)
    for _ in range(chance.randint(1, 3)):
        if spoilt:
            chance.choice(MUTATIONS)(spoilt, chance)
    return bytes(spoilt)


def _spoil_within(workbook: bytes, chance: random.Random) -> bytes:
    """Spoil one part of a workbook and pack it again, so that the damage is not found by its checksum."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = chance.choice(sorted(parts))
    parts[name] = _spoil(parts[name], chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in parts.items():
            package.writestr(part, content)
    return out.getvalue()


def spoilt_files(count: int, seed: int) -> Iterator[bytes]:
    """So many spoilt files, the same ones for the same seed."""
    chance, good = random.Random(seed), good_files()  # noqa: S311  # repeatable, not secret
    for _ in range(count):
        content = chance.choice(good)
        within = content.startswith(b"PK") and chance.random() < 0.7  # damage outside is found early
        yield _spoil_within(content, chance) if within else _spoil(content, chance)


def must_be_answered(content: bytes) -> MarksFile:
    """Read a file, and fail unless the answer is one that a person can use."""
    began = time.process_time()
    file = FORMATS.read(content)
    spent = time.process_time() - began
    assert spent < SECONDS_ALLOWED, f"{spent:.1f} s"
    assert all(fault.line >= 1 and fault.problem and fault.cure for fault in file.faults)
    assert not (file.fatal and file.lines)
    assert all(line.number >= 1 for line in file.lines)
    return file


def main(count: int, seed: int) -> None:
    """Read so many spoilt files and say how it went."""
    began = time.monotonic()
    answers = Counter[str]()
    for content in spoilt_files(count, seed):
        file = must_be_answered(content)
        answers["refused" if file.fatal else "some lines refused" if file.faults else "read"] += 1
    print(f"{count:,} files in {time.monotonic() - began:.0f} s, seed {seed}: {dict(answers)}")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else 1)
