"""Shapes of the routes with which colleagues ask one another for marks."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field, StrictInt

from centremark.domain.requests.facts import Asked
from centremark.domain.requests.request import MOST_ON_A_SHEET
from centremark.domain.shared.actor import Actor
from centremark.domain.shared.identifiers import SheetId
from centremark.handlers.api.fields import DayIn, NameIn, NotBlank, OneLine, SheetIn
from centremark.handlers.api.schemas.shared import AssessmentOut, In, Out
from centremark.usecases.requests.ask_colleagues import Asking
from centremark.usecases.requests.read_requests import RequestSeen, RequestsView
from centremark.usecases.requests.remind import MOST_AT_ONCE, Reached, RemindAnswer, Reminding
from centremark.usecases.shared.london import today

GroupIn = Annotated[str, Field(min_length=1, max_length=50), OneLine, NotBlank]


class RequestIn(In):
    """Whom to ask, by their id, for teaching groups or (none) the whole sheet, and the centre's own date."""

    to: NameIn
    groups: Annotated[list[GroupIn], Field(max_length=MOST_ON_A_SHEET, default_factory=list)]
    due: DayIn

    def to_domain(self, sheet: SheetId) -> Asking:
        return Asking(sheet, self.to, frozenset(self.groups), self.due)


class ColleagueOut(Out):
    """A person at the centre."""

    id: str
    name: str


class RequestOut(Out):
    """What a colleague was asked for, and how far it is; `own` is true when they are the person signed in.

    `groups` is empty for the whole sheet. `done` is true when every candidate asked for is entered and checked, `late`
    when that is not so after the centre's own date. `ready_at` is when the colleague said that the marks are ready.
    """

    number: int
    to: ColleagueOut
    own: bool
    groups: list[str]
    due: date
    late: bool
    asked_by: str
    asked_at: datetime
    candidates: int
    unmarked: int
    unchecked: int
    done: bool
    reminded_by: str | None
    reminded_at: datetime | None
    reminded_today: bool
    ready_at: datetime | None

    @classmethod
    def of(cls, seen: RequestSeen, actor: Actor) -> "RequestOut":
        request, progress = seen.request, seen.progress
        reminded = request.reminded
        return cls(
            number=request.number,
            to=ColleagueOut.model_validate(request.wanted.to),
            own=request.wanted.to.id == actor.id,
            groups=list(request.wanted.groups),
            due=request.wanted.due,
            late=seen.late,
            asked_by=request.asked.by.name,
            asked_at=request.asked.at,
            candidates=progress.candidates,
            unmarked=progress.unmarked,
            unchecked=progress.unchecked,
            done=progress.done,
            reminded_by=reminded and reminded.by.name,
            reminded_at=reminded and reminded.at,
            reminded_today=seen.reminded_today,
            ready_at=request.ready,
        )


class RequestsOut(Out):
    """What is asked of one sheet; `last_day` is the latest date that a centre can choose, null after the deadline.

    Who may ask also sees `people`, who can be asked, and in `reach` how email reaches those who were: *off* when they
    get none about this, *came back* when it does not arrive, *no address* when they have none.
    """

    sheet: str
    assessment: AssessmentOut
    last_day: date | None
    requests: list[RequestOut]
    groups: list[str]
    people: list[ColleagueOut]
    reach: dict[str, Reached]

    @classmethod
    def of(cls, view: RequestsView, actor: Actor) -> "RequestsOut":
        late, last = view.sheet.window.is_late(view.at), today(view.sheet.window.deadline)
        return cls(
            sheet=str(view.sheet.id),
            assessment=AssessmentOut.of(view.sheet.assessment),
            last_day=None if late else last,
            requests=[RequestOut.of(seen, actor) for seen in view.seen],
            groups=list(view.groups),
            people=[ColleagueOut.model_validate(person) for person in view.people],
            reach=dict(view.reach),
        )


class AskedIn(In):
    """One request by its sheet and number."""

    sheet: SheetIn
    number: Annotated[StrictInt, Field(ge=1)]


class RemindIn(In):
    """The requests to remind colleagues of; each colleague gets one message."""

    requests: Annotated[list[AskedIn], Field(min_length=1, max_length=MOST_AT_ONCE)]

    def to_domain(self) -> tuple[Asked, ...]:
        return tuple(Asked(SheetId.parse(asked.sheet), asked.number) for asked in self.requests)


class RemindedOut(Out):
    """What came of reminding of one request.

    *reminded today* was done before, by `by`; *done* needs no reminder; *left* means that the colleague may no longer
    enter marks at the centre. `reached` says how the message reaches the colleague, who sees it on their page always.
    """

    sheet: str
    number: int
    result: Reminding
    by: str | None
    reached: Reached | None

    @classmethod
    def of(cls, answer: RemindAnswer) -> "RemindedOut":
        return cls(
            sheet=str(answer.asked.sheet),
            number=answer.asked.number,
            result=answer.result,
            by=answer.by or None,
            reached=answer.reached,
        )


class RemindersOut(Out):
    """What came of a call, request by request, in its order and each once."""

    results: list[RemindedOut]
