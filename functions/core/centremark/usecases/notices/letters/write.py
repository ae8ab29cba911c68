"""Letters: a notice in a person's language, as plain text and as HTML that says the same."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from typing import Final

from centremark.domain.notices.notice import Kind, Language, Notice, Waiting
from centremark.domain.notices.ports import Letter
from centremark.domain.requests.request import Progress, Request
from centremark.domain.shared.identifiers import SheetId
from centremark.domain.shared.links import unlinked
from centremark.usecases.notices.letters.cy import WELSH
from centremark.usecases.notices.letters.en import ENGLISH
from centremark.usecases.notices.letters.words import NoticeText, Words

LANGUAGES: Final[Mapping[Language, Words]] = {Language.EN: ENGLISH, Language.CY: WELSH}
PLACES: Final[Mapping[Kind, str]] = {
    Kind.CONFIRMED: "/submitted",
    Kind.SAMPLE: "/moderation",
    Kind.OUTCOME: "/moderation",
    Kind.WORK: "/amend",
    Kind.ACCEPTED: "/amend",
    Kind.DECLINED: "/amend",
    Kind.EXTENDED: "/more-time",
    Kind.NOT_EXTENDED: "/more-time",
    Kind.WITHDRAWN: "/history",
}
"""Where below a sheet's page a notice leads; elsewhere it is the sheet itself."""
PAGES: Final[Mapping[Kind, str]] = {Kind.WAITING: "/board", Kind.ROLE_ASKED: "/people", Kind.ACCESS_GIVEN: "/account"}
"""Where a notice that is about no sheet leads."""
SETTINGS: Final = "/notices"


@dataclass(frozen=True, slots=True)
class Named:
    """The words for a sheet: assessment and centre, never a candidate."""

    assessment: str
    centre: str
    graded: bool = False


@dataclass(frozen=True, slots=True)
class AskedFor:
    """What one colleague asked another: which part of a sheet by when, and what it lacks.

    `by` is the colleague whom the letter speaks of: who was asked when the marks are `ready`, else who asked or
    reminded last.
    """

    sheet: SheetId
    groups: tuple[str, ...]
    due: date
    progress: Progress
    by: str

    @classmethod
    def of(cls, sheet: SheetId, request: Request, progress: Progress, *, ready: bool) -> "AskedFor":
        """What a request asks for, as it is now."""
        wanted = request.wanted
        asker = request.reminded.by if request.reminded else request.asked.by
        return cls(sheet, wanted.groups, wanted.due, progress, wanted.to.name if ready else asker.name)


def write(  # noqa: PLR0913, PLR0917  # a letter has a reader, a language, and what it is about
    notice: Notice,
    name: str,
    language: Language,
    sheets: Mapping[SheetId, Named],
    origin: str,
    centre: str = "",
    asked: Sequence[AskedFor] = (),
    by: str = "",
) -> Letter:
    """Write a notice to a person of this name; links lead to the page at `origin`.

    `centre` is what it is about, to which `by` gave access, or `asked` what a colleague asked, where it is not about
    sheets or the board. What people wrote is no link in it.
    """
    words = LANGUAGES[language]
    name, centre = unlinked(name), unlinked(centre)
    sheets = {id_: _unlinked(named) for id_, named in sheets.items()}
    telling, by = words.kinds[notice.kind], unlinked(asked[0].by if asked else by) or words.administrator
    if asked:
        about, lines = _asked_about(asked, words, sheets), list(_asked_lines(asked, telling, words, sheets))
    elif centre:
        about, lines = centre, [centre]
    else:
        about, lines = _about(notice, words, sheets), _lines(notice, words, sheets)
    said = _Said(
        words,
        telling.subject.format(about=about, by=by),
        (words.greeting.format(name=name), telling.lead.format(by=by)),
        tuple(lines),
        telling.action,
        f"{origin}{_path(notice)}",
        words.why_board if notice.kind is Kind.WAITING else words.why_centre,
        f"{origin}{SETTINGS}",
    )
    return Letter(said.subject, _text(said), _html(said))


@dataclass(frozen=True, slots=True)
class _Said:
    """Everything a letter says, in order."""

    words: Words
    subject: str
    paragraphs: tuple[str, ...]
    lines: tuple[str, ...]
    action: str
    link: str
    why: str
    settings: str


def _unlinked(named: Named) -> Named:
    return replace(named, assessment=unlinked(named.assessment), centre=unlinked(named.centre))


def _about(notice: Notice, words: Words, sheets: Mapping[SheetId, Named]) -> str:
    """The sheet a notice is about, or how many there are; a reminder names those that are due first."""
    first = [about for about in notice.about if about.day == notice.about[0].day]
    return sheets[first[0].sheet].assessment if len(first) == 1 else words.several.format(count=len(first))


def _lines(notice: Notice, words: Words, sheets: Mapping[SheetId, Named]) -> list[str]:
    if notice.kind is Kind.WAITING:
        return list(_waiting(notice.waiting, words))
    said = words.kinds[notice.kind].day
    lines: list[str] = []
    for about in notice.about:
        named = sheets[about.sheet]
        by = f": {said.format(day=_day(about.day, words))}" if said and about.day else ""
        lines.append(f"{named.assessment}, {named.centre}{by}")
    return lines


def _part(asked: AskedFor, words: Words, sheets: Mapping[SheetId, Named]) -> str:
    assessment = sheets[asked.sheet].assessment
    if not asked.groups:
        return assessment
    form = words.group if len(asked.groups) == 1 else words.groups
    return f"{assessment}, {form.format(group=unlinked(', '.join(asked.groups)))}"


def _asked_about(asked: Sequence[AskedFor], words: Words, sheets: Mapping[SheetId, Named]) -> str:
    """The part of a sheet that was asked for, its sheet when there are several parts, or how many sheets."""
    if len(asked) == 1:
        return _part(asked[0], words, sheets)
    count = len({one.sheet for one in asked})
    return sheets[asked[0].sheet].assessment if count == 1 else words.several.format(count=count)


def _asked_lines(
    asked: Sequence[AskedFor], telling: NoticeText, words: Words, sheets: Mapping[SheetId, Named]
) -> Iterator[str]:
    for one in asked:
        named, lacks = sheets[one.sheet], one.progress
        without = words.ungraded if named.graded else words.unmarked
        counts = [
            line.format(count=n) for line, n in ((without, lacks.unmarked), (words.unchecked, lacks.unchecked)) if n
        ]
        due = [telling.day.format(day=_day(one.due, words))] if telling.day else []
        yield f"{_part(one, words, sheets)}, {named.centre}: {', '.join([*(counts or [words.complete]), *due])}"


def _waiting(waiting: Waiting, words: Words) -> Sequence[str]:
    counts = (
        (words.overdue, waiting.overdue),
        (words.amendments, waiting.amendments),
        (words.extensions, waiting.extensions),
        (words.work, waiting.work),
    )
    return [line.format(count=count) for line, count in counts if count]


def _day(day: date, words: Words) -> str:
    return words.day.format(day=day.day, month=words.months[day.month - 1], year=day.year)


def _path(notice: Notice) -> str:
    if notice.kind in PAGES:
        return PAGES[notice.kind]
    first, *others = notice.about
    if others:
        return "/submitted" if notice.kind is Kind.OUTCOME else "/"
    return f"/sheets/{first.sheet}{PLACES.get(notice.kind, '')}"


def _text(said: _Said) -> str:
    lines = "\n".join(f"- {line}" for line in said.lines)
    feet = ("-- ", said.why, f"{said.words.change} {said.settings}", said.words.no_reply, "")
    return "\n\n".join([*said.paragraphs, lines, f"{said.action}: {said.link}", "\n".join(feet)])


def _html(said: _Said) -> str:
    """Write HTML of one column and one button without pictures, which mail programs and screen readers handle alike."""
    paragraphs = "".join(f'<p style="margin:0 0 16px">{escape(paragraph)}</p>' for paragraph in said.paragraphs)
    lines = "".join(f'<li style="margin:0 0 8px">{escape(line)}</li>' for line in said.lines)
    subject, settings = escape(said.subject), escape(said.settings)
    return (
        f'<!doctype html>\n<html lang="{said.words.tag}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light">'
        '<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">'
        f"<title>{subject}</title></head>"
        '<body style="margin:0;background:#f3f2f1;color:#0b0c0c;font:16px/1.5 Arial,sans-serif">'
        '<div style="max-width:560px;margin:0 auto;background:#fff;overflow-wrap:anywhere">'
        '<div style="padding:12px 24px;background:#12436d;color:#fff;font-weight:bold">Centremark</div>'
        '<main style="padding:24px">'
        f'<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">{subject}</h1>{paragraphs}'
        f'<ul style="margin:0 0 24px;padding:0 0 0 20px">{lines}</ul>'
        f'<p style="margin:0"><a href="{escape(said.link)}" style="display:inline-block;padding:12px 20px;'
        f'background:#00703c;color:#fff;font-weight:bold;text-decoration:none">{escape(said.action)}</a></p></main>'
        '<footer style="padding:16px 24px 24px;border-top:1px solid #b1b4b6;font-size:14px;color:#383f43">'
        f'<p style="margin:0 0 8px">{escape(said.why)}</p>'
        f'<p style="margin:0 0 8px">{escape(said.words.change)} '
        f'<a href="{settings}" style="color:#12436d">{settings}</a></p>'
        f'<p style="margin:0">{escape(said.words.no_reply)}</p></footer></div></body></html>\n'
    )
