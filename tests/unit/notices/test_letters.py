"""Notices in words: every kind in both languages, alike as text and as HTML, and nothing that mail must not hold."""

import re
from collections.abc import Mapping
from datetime import date
from html import unescape
from itertools import product
from string import Formatter
from typing import Final

import pytest

from centremark.domain.notices.notice import About, Kind, Language, Notice, Waiting
from centremark.domain.notices.ports import Letter
from centremark.domain.people.ports import Member
from centremark.domain.requests.request import Progress
from centremark.domain.shared.actor import Role
from centremark.domain.shared.identifiers import CentreNumber, SheetId
from centremark.usecases.notices.letters.words import NoticeText
from centremark.usecases.notices.letters.write import LANGUAGES, AskedFor, Named, write
from tests.support.builders import CENTRE, NOON, SHEET, a_submitted_sheet
from tests.support.world import World

ELSEWHERE: Final = SheetId(SHEET.series, CentreNumber("58410"), SHEET.assessment)
SHEETS: Final[Mapping[SheetId, Named]] = {
    SHEET: Named("H446/03 Programming <project>", "Harbour & View (64235)"),
    ELSEWHERE: Named("H446/03 Programming <project>", "Llys Derwen School (58410)"),
}
DAY: Final = date(2027, 5, 15)


def a_letter(kind: Kind, *about: About, language: Language = Language.EN) -> Letter:
    notice = Notice("the event", "owen", kind, NOON, about or (About(SHEET, DAY),), Waiting(3, 0, 2, 1))
    lacking = AskedFor(SHEET, ("13 <A>",), DAY, Progress(30, 8, 14), "Asha <Patel>")
    asked = (lacking,) if kind.of_a_request else ()
    return write(notice, "Owen <Reid>", language, SHEETS, "https://marks.example", asked=asked)


def words_in(html: str) -> str:
    """What a person reads of a letter."""
    body = html.partition("<body")[2].partition(">")[2]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


@pytest.mark.parametrize(("language", "kind"), list(product(Language, Kind)))
def test_text_and_html_say_the_same_and_lead_to_the_same_page(language: Language, kind: Kind) -> None:
    letter = a_letter(kind, language=language)
    [link] = [url for url in re.findall(r'href="([^"]+)"', letter.html) if not url.endswith("/notices")]

    assert f'<html lang="{LANGUAGES[language].tag}">' in letter.html
    assert letter.subject in words_in(letter.html)
    assert link in letter.text
    for line in letter.text.split("\n"):
        said = line.removeprefix("- ").removesuffix(f": {link}")
        assert said == "-- " or said in words_in(letter.html)
    assert "{" not in letter.text


@pytest.mark.parametrize("kind", Kind)
def test_both_languages_fill_in_the_same_things(kind: Kind) -> None:
    english, welsh = (LANGUAGES[language].kinds[kind] for language in Language)

    assert fields(english) == fields(welsh)
    assert english != welsh


def fields(telling: NoticeText) -> list[set[str]]:
    return [
        {name for _, name, _, _ in Formatter().parse(text) if name}
        for text in (telling.subject, telling.lead, telling.action, telling.day)
    ]


def test_names_are_never_taken_for_markup() -> None:
    html = a_letter(Kind.CONFIRMED).html

    assert "Owen &lt;Reid&gt;" in html
    assert "Programming &lt;project&gt;, Harbour &amp; View" in html
    assert "<project>" not in html


EVIL: Final = "www.evil.example"


@pytest.mark.parametrize(("language", "kind"), list(product(Language, Kind)))
def test_what_people_wrote_is_no_link_in_mail(language: Language, kind: Kind) -> None:
    notice = Notice("the event", "owen", kind, NOON, (About(SHEET, DAY),), Waiting(3, 0, 2, 1))
    sheets = {SHEET: Named(f"H446/03 {EVIL}", f"{EVIL} (64235)")}
    asked = (AskedFor(SHEET, (EVIL,), DAY, Progress(30, 8, 14), EVIL),) if kind.of_a_request else ()

    letter = write(notice, EVIL, language, sheets, "https://marks.example", EVIL, asked)

    for said in (letter.subject, letter.text, letter.html):
        assert "www." not in said.replace("www.\u200bevil.\u200bexample", "")
    assert "evil" in letter.text


@pytest.mark.parametrize("kind", [kind for kind in Kind if not kind.of_a_request])
def test_no_letter_holds_a_candidate_or_a_mark(kind: Kind) -> None:
    world = World()
    world.memory.sheets[SHEET] = a_submitted_sheet()
    world.services.members.put(
        Member("owen", "Owen Reid", {CENTRE: frozenset({Role.SUBMIT})}, email="o@school.example")
    )

    world.services.send_notice(Notice("the event", "owen", kind, NOON, (About(SHEET, DAY),), Waiting(overdue=7)))

    [(_, letter)] = world.mailer.sent
    said = f"{letter.subject} {letter.text} {words_in(letter.html)}"
    assert not re.search(r"\b(100[123]|45|JONES|Amelia|Absent)\b", said)


def test_a_reminder_names_every_sheet_with_its_day_and_is_headed_by_those_due_first() -> None:
    letter = a_letter(Kind.DEADLINE, About(SHEET, DAY), About(ELSEWHERE, date(2027, 5, 22)))

    assert letter.subject == "Marks are due soon: H446/03 Programming <project>"
    assert "- H446/03 Programming <project>, Llys Derwen School (58410): due on 22 May 2027" in letter.text
    assert "Open Centremark: https://marks.example/\n" in letter.text


def test_a_notice_about_several_sheets_says_how_many() -> None:
    letter = a_letter(Kind.OUTCOME, About(SHEET), About(ELSEWHERE), language=Language.CY)

    assert letter.subject == "Canlyniad cymedroli: 2 taflen farciau"
    assert "https://marks.example/submitted" in letter.text


def test_the_board_is_told_counts_and_no_sheet() -> None:
    text = a_letter(Kind.WAITING).text

    assert "- Mark sheets past their deadline and not submitted: 3" in text
    assert "Amendments to decide" not in text
    assert "https://marks.example/board" in text
    assert "64235" not in text
