"""Notices in English."""

from typing import Final

from centremark.domain.notices import Kind
from centremark.usecases.letters.words import Telling, Words

ENGLISH: Final = Words(
    tag="en-GB",
    greeting="Dear {name},",
    several="{count} mark sheets",
    kinds={
        Kind.CONFIRMED: Telling(
            "Marks confirmed: {about}",
            "The exam board holds the marks that your centre submitted.",
            "See the submission",
        ),
        Kind.SAMPLE: Telling(
            "Sample of work requested: {about}",
            "The exam board asks to see some candidates' work. The page says whose, why, and where to send it.",
            "See whose work to send",
            "send it by {day}",
        ),
        Kind.OUTCOME: Telling(
            "Outcome of moderation: {about}",
            "The exam board has released the outcome of moderation.",
            "See the outcome",
        ),
        Kind.WORK: Telling(
            "Work wanted for an amendment: {about}",
            "Before it decides on your centre's amendment, the exam board wants to see work. The page says whose, and "
            "where to send it.",
            "See whose work to send",
            "send it by {day}",
        ),
        Kind.ACCEPTED: Telling(
            "Amendment accepted: {about}",
            "The exam board accepted your centre's amendment. It made a new submission, which can be printed.",
            "See the amendment",
        ),
        Kind.DECLINED: Telling(
            "Amendment declined: {about}",
            "The exam board left the marks as they are. The page says what it wrote about that.",
            "See the amendment",
        ),
        Kind.EXTENDED: Telling(
            "More time granted: {about}",
            "The exam board gave your centre more time to submit marks.",
            "See the decision",
            "now due on {day}",
        ),
        Kind.NOT_EXTENDED: Telling(
            "More time declined: {about}",
            "The exam board did not give your centre the time it asked for. The deadline stays as it was.",
            "See the decision",
            "due on {day}",
        ),
        Kind.ENTRIES: Telling(
            "Entries changed after submission: {about}",
            "The exam board changed entries after your centre submitted the marks. A candidate entered late needs a "
            "mark, which is submitted by itself.",
            "Open the mark sheet",
        ),
        Kind.WITHDRAWN: Telling(
            "Entries withdrawn after submission: {about}",
            "The exam board withdrew entries after your centre submitted the marks. No mark is needed for them any "
            "more, nor work that was asked for and not sent yet. The history says who was withdrawn, and why.",
            "See the history",
        ),
        Kind.DEADLINE: Telling(
            "Marks are due soon: {about}",
            "These marks have not been submitted to the exam board yet.",
            "Open Centremark",
            "due on {day}",
        ),
        Kind.LAST_DAY: Telling(
            "Marks are due today: {about}",
            "These marks have not been submitted to the exam board yet. Marks submitted after their last day are late.",
            "Open Centremark",
            "due on {day}",
        ),
        Kind.WAITING: Telling(
            "Centres' marks: what waits for you today",
            "This waits for the exam board:",
            "See every centre's marks",
        ),
    },
    overdue="Mark sheets past their deadline and not submitted: {count}",
    amendments="Amendments to decide: {count}",
    extensions="Requests for more time to decide: {count}",
    work="Samples whose work should have been sent: {count}",
    day="{day} {month} {year}",
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    why_centre="You get this because of your role at the centre named here.",
    why_board="You get this because of your role at the exam board.",
    change="Choose what you are told, and in which language:",
    no_reply="Nobody reads replies to this address.",
)
