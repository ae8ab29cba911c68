"""A centre with 64 assessments in every state, for what an exams officer does with many; only some tests load it.

`python -m tests.e2e.city` loads it into the stack that the AWS environment variables point at.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

from centremark.domain.catalogue.catalogue import Assessment, Candidate, Centre, Qualification, Window
from centremark.domain.shared.actor import Actor, Channel, Role
from centremark.domain.shared.identifiers import AssessmentCode, CandidateNumber, CentreNumber, SheetId, Uci
from centremark.domain.shared.outcomes import Mark, MarkScale
from centremark.domain.shared.ports import Key
from centremark.domain.sheet.row import Change
from centremark.usecases.requests.ask_colleagues import AskColleagueCommand, Asking
from centremark.usecases.shared.london import today
from infra.dataset import Dataset, Found, Moderated, Person, Sheet
from infra.load import DEMONSTRATION, Loader, loader_for
from infra.local.demo import ARRANGED, BOARD_MODERATION, OPENS, PASSWORD, PEOPLE, SERIES
from infra.local.names import NAMES_EVERYWHERE

CITY: Final = Centre(CentreNumber("64997"), "Great City Academy")
OFFICER: Final = "odile@city.example"
TEACHERS: Final = {
    "tara@city.example": "Tara Teller",
    "tom@city.example": "Tom Tanner",
    "tina@city.example": "Tina Tully",
}
ASKED: Final = {"tara@city.example": (5, 8), "tom@city.example": (6, 9), "tina@city.example": (7,)}
"""Places of the overdue assessments that each teacher was asked for; nobody was asked for the last one."""
TITLES: Final = ("Investigation", "Programming project", "Performance", "Design task", "Portfolio", "Extended essay")
SUBJECTS: Final = (
    *("Art and Design", "Biology", "Computer Science", "Dance", "Drama", "English Literature"),
    *("French", "Geography", "History", "Media Studies", "Music", "Physical Education"),
)
ASSESSMENTS: Final = 64
CANDIDATES: Final = 4
READY, OVERDUE, SOON, SENT = range(5), range(5, 11), range(11, 20), range(40, ASSESSMENTS)
"""Places of the assessments that are ready, overdue and incomplete, due within two weeks, and with the board."""
SAMPLED, DECIDED = range(58, 62), range(62, ASSESSMENTS)
"""Of those with the board: those whose sample is to be sent, and those with an outcome."""


def code_of(place: int) -> str:
    """For example ``C003/01``."""
    return f"C{place + 1:03d}/01"


def city(now: datetime) -> Dataset:
    """Make the dataset, with deadlines around this time."""
    board = next(person for person in PEOPLE if person.email == BOARD_MODERATION)
    return Dataset(
        series=(),
        assessments=tuple(_assessment(place, now) for place in range(ASSESSMENTS)),
        centres=(CITY,),
        people=(
            Person(OFFICER, "Odile Officer", "", {CITY.number: frozenset({Role.SUBMIT, Role.ADMINISTRATOR})}),
            *(Person(email, name, "", {CITY.number: frozenset({Role.ENTER})}) for email, name in TEACHERS.items()),
            board,
        ),
        password=PASSWORD,
        sheets=tuple(_sheet(place) for place in range(ASSESSMENTS)),
        moderated=tuple(_moderated()),
    )


def _assessment(place: int, now: datetime) -> Assessment:
    subject = SUBJECTS[place % len(SUBJECTS)]
    return Assessment(
        SERIES,
        AssessmentCode(code_of(place)),
        TITLES[place % len(TITLES)],
        Qualification(f"C{place % len(SUBJECTS):02d}", f"A Level {subject}"),
        MarkScale(60),
        Window(OPENS, now + timedelta(days=_days_left(place))),
    )


def _days_left(place: int) -> int:
    if place in OVERDUE:
        return -3 - place % 3
    return 2 + place % 10 if place in SOON else 30 + place


def _sheet(place: int) -> Sheet:
    candidates = tuple(_candidate(number) for number in range(CANDIDATES))
    sheet = Sheet(SheetId(SERIES, CITY.number, AssessmentCode(code_of(place))), candidates)
    if place in READY or place in SENT:
        return replace(_marked(sheet, CANDIDATES, CANDIDATES), submitted=place in SENT)
    return _marked(sheet, 2 + place % 3, place % 2) if place % 4 else sheet


def _marked(sheet: Sheet, entered: int, checked: int) -> Sheet:
    changes = tuple(
        Change(candidate.number, 0, Mark(21 + 7 * at), checked=at < checked)
        for at, candidate in enumerate(sheet.candidates[:entered])
    )
    return replace(sheet, changes=changes, by=OFFICER)


def _candidate(place: int) -> Candidate:
    body = f"{CITY.number}A25{place:04d}"
    uci = Uci(body + Uci.check_character(body))
    return Candidate(CandidateNumber(f"{1001 + place}"), NAMES_EVERYWHERE[place], uci, f"13{'AB'[place % 2]}")


def _moderated() -> Iterator[Moderated]:
    for place in (*SAMPLED, *DECIDED):
        sheet = SheetId(SERIES, CITY.number, AssessmentCode(code_of(place)))
        found = Found({}, "Marks accepted.") if place in DECIDED else None
        yield Moderated(sheet, BOARD_MODERATION, ARRANGED, OFFICER if found else "", found)


def ask_teachers(loader: Loader, now: datetime) -> None:
    """Let the officer ask each teacher for marks by today."""
    ids = {email: loader.users.find(email) or "" for email in (OFFICER, *ASKED)}
    officer = Actor(ids[OFFICER], "Odile Officer", Channel.WEB, {CITY.number: frozenset({Role.SUBMIT})})
    for email, places in ASKED.items():
        for place in places:
            sheet = SheetId(SERIES, CITY.number, AssessmentCode(code_of(place)))
            asking = Asking(sheet, ids[email], frozenset(), today(now))
            command = AskColleagueCommand(asking, Key(officer.id, f"load-ask-{sheet}", ""))
            loader.services.ask_colleague(command, officer)


def main(stack: str) -> None:
    """Load the centre, then what its officer asked of the teachers."""
    now, loader = datetime.now(UTC), loader_for(stack, DEMONSTRATION)
    loader(city(now))
    ask_teachers(loader, now)


if __name__ == "__main__":
    main(sys.argv[1])
