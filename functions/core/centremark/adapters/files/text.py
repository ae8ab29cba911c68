"""Decoding bytes: finding the encoding, and the characters that are not certain."""

import codecs
from typing import Final

from centremark.domain.files.faults import Fault, FaultCode, FileRefused

BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE: Final = 1000
MOSTLY: Final = 0.4
"""Text in UTF-16 without its mark has a zero in nearly every second byte; text in no other encoding has any."""
DOS_END: Final = "\x1a"


def decode(content: bytes) -> str:
    """Decode UTF-8 or UTF-16, with or without a byte order mark, or else Windows-1252.

    Raises `FileRefused` with the line of the first character that cannot be read.
    """
    for bom, encoding in BOMS:
        if content.startswith(bom):
            return _strictly(content[len(bom) :], encoding)
    if b"\0" in content[:SAMPLE]:
        return _strictly(content, _utf16_order(content[:SAMPLE]))
    try:
        return _checked(content.decode())
    except UnicodeDecodeError:
        return _strictly(content, "cp1252")


def _utf16_order(sample: bytes) -> str:
    half = max(1, len(sample) // 2)
    if sample[1::2].count(0) > MOSTLY * half:
        return "utf-16-le"
    return "utf-16-be" if sample[::2].count(0) > MOSTLY * half else "utf-8"


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return _checked(content.decode(encoding))
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(encoding, errors="replace")
        raise FileRefused(_fault(before, f"A character here is not {encoding.upper()}.")) from error


def _checked(text: str) -> str:
    text = text.rstrip(DOS_END)
    if (at := text.find("\0")) >= 0:
        raise FileRefused(_fault(text[:at], "There is a zero byte here, which is not allowed in text."))
    return text


def _fault(before: str, problem: str) -> Fault:
    return Fault(len(split_lines(before)) or 1, FaultCode.ENCODING_UNKNOWN, problem)


def split_lines(text: str) -> list[str]:
    """Split text at CR LF, LF or CR only: Python's `splitlines` also splits at characters within names."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
