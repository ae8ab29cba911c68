import io

import pikepdf
import pytest
import typst

from printing import render
from tests.support.reports import SCRIPTS, elements_of, some_slips, tags_of, text_of


def test_a_slip_tells_a_candidate_their_mark_and_until_when_they_may_ask_for_a_review() -> None:
    [page] = text_of(render(some_slips()).pdf)
    words = " ".join(page.split())

    for said in (
        "1001 JONES Amelia",
        "Group 13A",
        "64235 Harbour View Academy, June 2027",
        "H446/03 Programming project",
        "45 out of 70",
        "You may ask for a review of the centre\u2019s marking until 3 May 2027.",
        "Ask: (exams officer)",
        "The exam board moderates the work of every centre and may change it.",
    ):
        assert said in words


def test_a_slip_has_as_many_marks_of_criteria_as_there_can_be_and_is_not_parted() -> None:
    model = some_slips([f"CANDIDATE Number{n}" for n in range(10)])
    said = ", ".join(f"CRITERIO{n:02d} 84 of 84" for n in range(12))
    model["slips"] = [{**slip, "criteria": said} for slip in model["slips"]]

    pages = text_of(render(model).pdf)

    assert "\n".join(pages).count("CRITERIO11 84 of 84") == 10
    assert all(page.count("Made up of") == page.count("exams officer") == page.count("CANDIDATE") for page in pages)


def test_a_slip_says_instead_of_the_review_why_there_is_none() -> None:
    model = some_slips(["JONES Amelia", "KHAN Aisha"])
    model["slips"][1]["settled"] = "It is too late"

    text = text_of(render(model).pdf)[0]

    assert text.count("You may ask for a review") == 1
    assert text.count("It is too late") == 1
    assert text.count(model["afterwards"]) == 2


@pytest.mark.slow
def test_a_thousand_candidates_get_one_slip_each_five_to_a_page_and_none_across_two() -> None:
    pages = text_of(render(some_slips([f"CANDIDATE Number{n}" for n in range(1000)])).pdf)

    assert {page.count("exams officer") for page in pages} == {5}
    assert {page.count("CANDIDATE Number") for page in pages} == {5}
    assert "\n".join(pages).count("CANDIDATE Number999") == 1


def test_the_file_says_it_is_accessible_and_archivable() -> None:
    slips = render(some_slips())

    with pikepdf.open(io.BytesIO(slips.pdf)) as pdf, pdf.open_metadata() as about:
        assert slips.conforms
        assert (about["pdfuaid:part"], about["pdfaid:part"], about["pdfaid:conformance"]) == ("1", "2", "A")
        assert str(about["dc:title"]) == "Mark slips: H446/03, centre 64235, June 2027"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "en-GB"


def test_a_screen_reader_goes_from_candidate_to_candidate_by_heading() -> None:
    assert tags_of(render(some_slips(SCRIPTS)).pdf).count("/H1") == len(SCRIPTS)


def test_names_in_many_scripts_are_shown_and_conform() -> None:
    slips = render(some_slips(SCRIPTS))

    everything = "\n".join(text_of(slips.pdf))

    assert slips.conforms
    assert all(name in everything for name in SCRIPTS if name.isascii() or "Ł" in name or "Ш" in name or "Π" in name)


def test_a_slip_says_in_words_that_its_name_has_letters_it_cannot_show() -> None:
    slips = render(some_slips(["李 Wei", "JONES Amelia"]))

    [page] = text_of(slips.pdf)
    assert (slips.conforms, slips.whole) == (True, False)
    assert page.count("stands for a letter that cannot be printed here") == 1
    assert "JONES Amelia" in page
    with pikepdf.open(io.BytesIO(slips.pdf)) as pdf:
        assert any(element.get("/S") == "/H1" for element in elements_of(pdf.Root.StructTreeRoot))


def test_a_slip_with_a_very_long_name_grows_and_covers_no_other() -> None:
    names = ["W" * 200, "FEATHERSTONEHAUGH-CHOLMONDELEY-MAJORIBANKS " * 4, *["JONES Amelia"] * 4]

    pages = text_of(render(some_slips(names)).pdf)

    assert sum(page.count("W") for page in pages) == 200
    assert [page.count("exams officer") for page in pages] == [4, 2]


def test_a_candidate_without_a_group_has_none_on_the_slip() -> None:
    model = some_slips()
    model["slips"][0]["group"] = ""

    assert "Group" not in text_of(render(model).pdf)[0]


@pytest.mark.parametrize("name", ["#panic()", "*bold* $x$ \\ <a> @b", '#read("/etc/passwd")', "= Heading", "//x"])
def test_a_name_is_printed_and_never_run(name: str) -> None:
    assert name in text_of(render(some_slips([name])).pdf)[0]


def test_the_same_model_gives_the_same_bytes() -> None:
    assert render(some_slips(SCRIPTS)).pdf == render(some_slips(SCRIPTS)).pdf


def test_a_model_without_its_slips_or_of_no_layout_is_refused() -> None:
    model = some_slips()
    del model["slips"]

    with pytest.raises(typst.TypstError):
        render(model)
    with pytest.raises(KeyError):
        render(some_slips(layout="../handler"))
