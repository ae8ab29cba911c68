"""Report models for tests to vary, and the contents of PDFs."""

import io
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
import pypdf

SCRIPTS = (
    "JONES Amelia",
    "NOWAK Łukasz",
    "NGUYỄN Thị Hương",
    "الخطيب ليلى",
    "রহমান আয়েশা",
    "ΠΑΠΑΔΟΠΟΥΛΟΥ Ελένη",
    "ШЕВЧЕНКО Олена",
    "כהן נועה",
    "சுப்பிரமணியம் கவிதா",
    "LLŶWELYN Siân",
    "ਸਿੰਘ ਹਰਪ੍ਰੀਤ",
    "शर्मा अनिका",
)


def a_report(names: Sequence[str] = ("JONES Amelia",), **changes: Any) -> dict[str, Any]:
    """A confirmed report of these candidates, numbered from 1001, with other values where given."""
    rows = [
        {
            "number": f"{1001 + place}",
            "name": name,
            "uci": "642350261001V",
            "group": "13A",
            "note": "",
            "outcome": str(place % 70),
            "checked": True,
        }
        for place, name in enumerate(names)
    ]
    return {
        "layout": "mark_report",
        "draft": False,
        "centre": {"number": "64235", "name": "Harbour View Academy"},
        "series": "June 2027",
        "assessment": {
            "code": "H446/03",
            "title": "Programming project",
            "qualification": "H446 A Level Computer Science",
            "scale": "Maximum mark 70",
        },
        "reference": "64235-H446-03-2027-06-1",
        "replaces": "",
        "status": "Confirmed",
        "late": False,
        "deadline": "15 May 2027",
        "submitted": "20 April 2027 at 13:00 by Owen Reid",
        "confirmed": "20 April 2027 at 13:00",
        "printed": "20 April 2027 at 13:01",
        "sha256": "5" * 64,
        "columns": "Mark",
        "rows": rows,
        "totals": [{"label": "Candidates", "value": str(len(rows))}, {"label": "Absent", "value": "0"}],
        **changes,
    }


def some_slips(names: Sequence[str] = ("JONES Amelia",), **changes: Any) -> dict[str, Any]:
    """Mark slips of these candidates, numbered from 1001, with other values where given."""
    slips = [
        {"number": f"{1001 + place}", "name": name, "group": "13A", "outcome": "45 out of 70", "settled": ""}
        for place, name in enumerate(names)
    ]
    return {
        "layout": "mark_slips",
        "centre": {"number": "64235", "name": "Harbour View Academy"},
        "series": "June 2027",
        "assessment": {"code": "H446/03", "title": "Programming project"},
        "outcome": "Mark",
        "review_by": "3 May 2027",
        "afterwards": "The exam board moderates the work of every centre and may change it.",
        "slips": slips,
        **changes,
    }


def text_of(pdf: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def links_of(pdf: bytes) -> list[str]:
    """Every address that a click on one of its pages opens."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        links = [link for page in opened.pages for link in page.get("/Annots", []) if "/A" in link]
        return [str(link.A.get("/URI", "")) for link in links]


def tags_of(pdf: bytes) -> list[str]:
    """Every tag of the structure tree, in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [str(element.S) for element in elements_of(opened.Root.StructTreeRoot) if "/S" in element]


def elements_of(element: Any) -> Iterator[Any]:
    """This structure element and those within it, in reading order."""
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            yield from elements_of(kid)
