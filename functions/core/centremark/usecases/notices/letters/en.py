"""Notices in English."""

from typing import Final

from centremark.domain.notices.notice import Kind
from centremark.usecases.notices.letters.words import NoticeText, Words

ENGLISH: Final = Words(
    tag="en-GB",
    greeting="Dear {name},",
    several="{count} mark sheets",
    kinds={
        Kind.CONFIRMED: NoticeText(
            "Marks confirmed: {about}",
            "The exam board has received the marks that your centre submitted.",
            "See the submission",
        ),
        Kind.SAMPLE: NoticeText(
            "Sample of work requested: {about}",
            "The exam board needs to see some candidates' work. The page says whose, why, and where to send it.",
            "See whose work to send",
            "send it by {day}",
        ),
        Kind.OUTCOME: NoticeText(
            "Outcome of moderation: {about}",
            "The exam board has released the outcome of moderation.",
            "See the outcome",
        ),
        Kind.WORK: NoticeText(
            "Work requested for an amendment: {about}",
            "The exam board needs to see work before it decides on your centre's amendment. The page says whose, and "
            "where to send it.",
            "See whose work to send",
            "send it by {day}",
        ),
        Kind.ACCEPTED: NoticeText(
            "Amendment accepted: {about}",
            "The exam board accepted your centre's amendment. The amended marks are a new "
            "submission, which you can print.",
            "See the amendment",
        ),
        Kind.DECLINED: NoticeText(
            "Amendment declined: {about}",
            "The exam board declined your centre's amendment. The marks stay as they are. The page says why.",
            "See the amendment",
        ),
        Kind.EXTENDED: NoticeText(
            "Extension granted: {about}",
            "The exam board extended your centre's deadline to submit marks.",
            "See the decision",
            "now due on {day}",
        ),
        Kind.NOT_EXTENDED: NoticeText(
            "Extension declined: {about}",
            "The exam board declined the extension that your centre requested. The deadline stays the same.",
            "See the decision",
            "due on {day}",
        ),
        Kind.ENTRIES: NoticeText(
            "Entries changed after submission: {about}",
            "The exam board changed entries after your centre submitted the marks. If a candidate "
            "was entered late, enter the mark and submit it separately.",
            "Open the mark sheet",
        ),
        Kind.WITHDRAWN: NoticeText(
            "Entries withdrawn after submission: {about}",
            "The exam board withdrew entries after your centre submitted the marks. You do not need to send their "
            "marks or their work any more. The history says who was withdrawn, and why.",
            "See the history",
        ),
        Kind.DEADLINE: NoticeText(
            "Marks are due soon: {about}",
            "These marks have not been submitted to the exam board yet.",
            "Open Centremark",
            "due on {day}",
        ),
        Kind.LAST_DAY: NoticeText(
            "Marks are due today: {about}",
            "These marks have not been submitted to the exam board yet. Marks submitted after today are late.",
            "Open Centremark",
            "due on {day}",
        ),
        Kind.ASKED: NoticeText(
            "{by} asks you for marks: {about}",
            "{by} asks you to enter and check these marks by a date of your centre's own.",
            "Open the mark sheet",
            "due on {day}",
        ),
        Kind.REMINDED: NoticeText(
            "Reminder from {by}: {about}",
            "{by} reminds you that these marks are not complete.",
            "Open the mark sheet",
            "due on {day}",
        ),
        Kind.ASKED_DUE: NoticeText(
            "Your centre's date for marks is near: {about}",
            "You were asked for these marks, and they are not complete.",
            "Open the mark sheet",
            "due on {day}",
        ),
        Kind.READY: NoticeText(
            "{by} says marks are ready: {about}",
            "{by} says that these marks are ready for you.",
            "Open the mark sheet",
        ),
        Kind.WAITING: NoticeText(
            "Centres' marks: what is waiting for you today",
            "This is waiting for the exam board:",
            "See every centre's marks",
        ),
        Kind.ROLE_ASKED: NoticeText(
            "A colleague asks for a role: {about}",
            "Someone at your centre asks you for a role that they need for their work. The page says who, and which.",
            "Give or decline the role",
        ),
        Kind.ACCESS_GIVEN: NoticeText(
            "You now have access: {about}",
            "{by} gave you access to the marks of this centre in Centremark, which takes them to the exam board. "
            "Sign in with the address that we sent this to and your password. If you have none yet, another email "
            "brings a temporary one. If you do not work at this centre, you can leave it: the page shows all "
            "your centres.",
            "See your centres",
        ),
    },
    administrator="An administrator",
    group="group {group}",
    groups="groups {group}",
    unmarked="{count} without a mark",
    ungraded="{count} without a grade",
    unchecked="{count} not checked",
    complete="all entered and checked",
    overdue="Mark sheets past their deadline and not submitted: {count}",
    amendments="Amendments to decide: {count}",
    extensions="Extension requests to decide: {count}",
    work="Samples with overdue work: {count}",
    day="{day} {month} {year}",
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    why_centre="You get this email because of your role at the centre named here.",
    why_board="You get this email because of your role at the exam board.",
    change="Choose which emails you get, and in which language:",
    no_reply="Do not reply to this email: nobody reads the replies.",
)
