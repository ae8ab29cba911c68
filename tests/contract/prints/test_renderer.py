import io
from typing import Final

import pikepdf
import pytest
import typst

from printing import render
from tests.support.reports import SCRIPTS, a_report, elements_of, tags_of, text_of


def test_every_candidate_is_printed_once() -> None:
    pdf = render(a_report([f"CANDIDATE Number{n}" for n in range(120)])).pdf

    everything = "\n".join(text_of(pdf))

    assert [everything.count(f"CANDIDATE Number{n} ") for n in range(120)] == [1] * 120


def test_the_report_says_what_was_submitted_when_and_under_which_reference() -> None:
    [page] = text_of(render(a_report()).pdf)

    for words in (
        "64235 Harbour View Academy",
        "June 2027",
        "H446/03 Programming project",
        "64235-H446-03-2027-06-1",
        "20 April 2027 at 13:00 by Owen Reid",
        "Page 1 of 1",
        "5" * 64,
    ):
        assert words in page


def test_the_table_is_one_table_for_a_screen_reader_whose_head_repeats_on_paper() -> None:
    pdf = render(a_report([f"CANDIDATE Number{n}" for n in range(120)])).pdf

    tags, pages = tags_of(pdf), text_of(pdf)

    assert tags.count("/Table") == 1
    assert tags.count("/TH") == 6
    assert tags.count("/TR") == 121
    assert len(pages) > 2
    assert all("Number" in page and f"Page {n} of {len(pages)}" in page for n, page in enumerate(pages[:-1], start=1))


def test_the_file_says_it_is_accessible_and_archivable() -> None:
    report = render(a_report())

    with pikepdf.open(io.BytesIO(report.pdf)) as pdf, pdf.open_metadata() as about:
        assert report.conforms
        assert (about["pdfuaid:part"], about["pdfaid:part"], about["pdfaid:conformance"]) == ("1", "2", "A")
        assert "H446/03, centre 64235, June 2027" in str(about["dc:title"])
        assert str(pdf.Root.Lang) == "en-GB"


def test_names_in_many_scripts_are_shown_and_conform() -> None:
    report = render(a_report(SCRIPTS))

    everything = "\n".join(text_of(report.pdf))

    assert report.conforms
    assert all(name in everything for name in SCRIPTS if name.isascii() or "Ł" in name or "Ш" in name or "Π" in name)


OTHER_SCRIPTS: Final = (
    "李 Wei",
    "山田 太郎",
    "김 Min-jun",
    "ก้อง",
    "PATEL ગીતા",
    "Ana 😀",
    "👩‍🔬 Mo",
    "\U0001d505 Kai",
    "Ⅳ Rex",
)


@pytest.mark.parametrize("name", OTHER_SCRIPTS)
def test_a_report_says_in_words_that_a_name_has_letters_it_cannot_show(name: str) -> None:
    report = render(a_report([name, "JONES Amelia"]))

    [page] = text_of(report.pdf)
    assert (report.conforms, report.whole) == (True, False)
    assert "/Table" in tags_of(report.pdf)
    assert "\N{REPLACEMENT CHARACTER} stands for a letter that cannot be printed here." in page
    assert page.count("\N{REPLACEMENT CHARACTER}") > 1
    assert "JONES Amelia" in page


@pytest.mark.parametrize(
    "name",
    [
        *SCRIPTS,
        "Zoe\u0301 N\u0303",
        "S\u0323\u0307\u0308",
        "Tr\u00f6ger\ufe0f",
        "\u062e\u0627\u0646\u200c\u0632",
        "\u2014\u2019\u02bbOkina",
    ],
)
def test_a_report_whose_letters_are_all_there_says_nothing_of_letters(name: str) -> None:
    report = render(a_report([name]))

    assert (report.conforms, report.whole) == (True, True)
    assert "stands for a letter" not in text_of(report.pdf)[0]


def test_a_character_that_pdf_a_forbids_does_not_cost_the_centre_its_report() -> None:
    report = render(a_report(["JONES\0 Amelia"]))

    assert not report.conforms
    assert "/Table" in tags_of(report.pdf)


def test_each_head_of_the_table_names_its_column_to_a_screen_reader() -> None:
    with pikepdf.open(io.BytesIO(render(a_report()).pdf)) as pdf:
        heads = [element for element in elements_of(pdf.Root.StructTreeRoot) if element.get("/S") == "/TH"]

        assert bool(pdf.Root.MarkInfo.Marked)
        assert [str(head.A[0].Scope) for head in heads] == ["/Column"] * 6


def test_what_is_to_know_of_a_candidate_stands_below_the_name() -> None:
    model = a_report(["JONES Amelia", "KHAN Aisha"])
    model["rows"][0]["note"] = "Carried forward from June 2026"

    page = " ".join(text_of(render(model).pdf)[0].split())

    assert page.count("Carried forward from June 2026") == 1
    assert page.index("JONES Amelia") < page.index("Carried forward") < page.index("KHAN Aisha")


@pytest.mark.parametrize("cell", ["name", "note", "uci", "group", "outcome"])
def test_a_word_wider_than_its_column_is_broken_into_lines(cell: str) -> None:
    model = a_report()
    model["rows"][0][cell] = "W" * 90

    lines = text_of(render(model).pdf)[0].splitlines()

    assert sum(line.count("W") for line in lines) == 90
    assert max(line.count("W") for line in lines) < 20


@pytest.mark.slow
def test_a_thousand_candidates_stand_45_to_a_page() -> None:
    pages = text_of(render(a_report([f"CANDIDATE Number{n}" for n in range(1000)])).pdf)

    counts = [page.count("CANDIDATE") for page in pages]

    assert sum(counts) == 1000
    assert set(counts[1:-2]) == {45}


def test_a_total_is_never_parted_from_its_label() -> None:
    totals = [
        {"label": label, "value": "41.37"} for label in ("Candidates", "Highest mark", "Lowest mark", "Mean mark")
    ]

    page = text_of(render(a_report(totals=totals * 3)).pdf)[0]

    assert page.count("Highest mark 41.37") == 3


def test_only_a_draft_says_so_on_every_page() -> None:
    names = [f"CANDIDATE Number{n}" for n in range(60)]
    draft = text_of(render(a_report(names, draft=True, reference="", submitted="", sha256="")).pdf)
    final = text_of(render(a_report(names)).pdf)

    assert all("DRAFT" in page for page in draft)
    assert "these marks have not been submitted" in draft[0]
    assert not any("DRAFT" in page for page in final)


def test_a_draft_shows_who_has_no_mark_yet() -> None:
    model = a_report(["JONES Amelia", "KHAN Aisha"], draft=True, reference="")
    model["rows"][1]["outcome"] = ""

    page = text_of(render(model).pdf)[0]

    assert "13A \N{EN DASH} Yes" in " ".join(page.split())


@pytest.mark.parametrize("late", [True, False])
def test_a_late_submission_is_marked_late(late: bool) -> None:
    assert ("LATE" in text_of(render(a_report(late=late)).pdf)[0]) is late


def test_the_same_model_gives_the_same_bytes() -> None:
    assert render(a_report(SCRIPTS)).pdf == render(a_report(SCRIPTS)).pdf


@pytest.mark.parametrize("name", ["#panic()", "*bold* $x$ \\ <a> @b", '#read("/etc/passwd")', "= Heading", "//x"])
def test_a_name_is_printed_and_never_run(name: str) -> None:
    assert name in text_of(render(a_report([name])).pdf)[0]


def test_an_assessment_without_candidates_says_so() -> None:
    assert "No candidate is entered" in text_of(render(a_report([])).pdf)[0]


def test_a_model_without_its_rows_is_refused() -> None:
    model = a_report()
    del model["rows"]

    with pytest.raises(typst.TypstError):
        render(model)


def test_an_assessment_with_criteria_has_a_column_for_each_on_a_wide_page() -> None:
    model = a_report(["JONES Amelia"])
    criteria = [{"code": f"A0{n}", "words": f"A0{n} Part {n} (1{n})"} for n in range(1, 9)]
    [row] = model["rows"]
    marks = [str(30 + n) for n in range(8)]

    report = render(model | {"criteria": criteria, "columns": "Total", "rows": [row | {"criteria": marks}]})

    [page] = text_of(report.pdf)
    assert report.conforms
    assert tags_of(report.pdf).count("/TH") == 14
    assert all(word in page for word in (*marks, "A08 Part 8 (18)", "Total"))
