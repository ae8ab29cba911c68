"""Read who was asked for which marks, and how far they are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from centremark.domain.catalogue.ports import Rosters
from centremark.domain.people.ports import Members
from centremark.domain.requests.ports import Requests
from centremark.domain.requests.request import Colleague, Progress, Request, SheetRequests
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.identifiers import CentreNumber, SeriesId, SheetId
from centremark.domain.shared.ports import Clock
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.ports import Sheets
from centremark.usecases.requests.count_progress import CountProgress
from centremark.usecases.requests.remind import FindReach, Reached
from centremark.usecases.shared.london import today


@dataclass(frozen=True, slots=True)
class RequestSeen:
    """A request, how far the marks are, whether the centre's date has passed, and who reminded of it today."""

    request: Request
    progress: Progress
    late: bool
    reminded_today: bool


@dataclass(frozen=True, slots=True)
class RequestsView:
    """What is asked of one sheet; `people` are those who can be asked, and `groups` what they can be asked for.

    `people` and `reach`, how mail reaches those who were asked, are only for someone who may ask.
    """

    sheet: MarkSheet
    seen: Sequence[RequestSeen]
    groups: Sequence[str]
    people: Sequence[Colleague]
    reach: Mapping[str, Reached]
    at: datetime


@dataclass(frozen=True, slots=True)
class ReadRequests:
    """What is asked of one sheet. Raises `NotFound`, `Forbidden`."""

    requests: Requests
    sheets: Sheets
    rosters: Rosters
    members: Members
    find_reach: FindReach
    clock: Clock

    def __call__(self, sheet_id: SheetId, actor: Actor) -> RequestsView:
        """Give the requests, with those who can be asked when the actor may ask."""
        actor.must(Permission.READ, sheet_id.centre)
        sheet, held = self.sheets.get(sheet_id), self.requests.get(sheet_id)
        groups = sorted({candidate.group for candidate in self.rosters.get(sheet_id).values()} - {""})
        seen = self._seen(held, sheet)
        if not actor.may(Permission.ASK, sheet_id.centre):
            return RequestsView(sheet, seen, groups, (), {}, self.clock())
        people = [
            Colleague(member.subject, member.name)
            for member in self.members.of_centre(sheet_id.centre)
            if not member.machine and member.may(Permission.ENTER, sheet_id)
        ]
        reach = {id_: self.find_reach(id_) for id_ in {request.wanted.to.id for request in held.requests}}
        return RequestsView(sheet, seen, groups, sorted(people, key=lambda person: person.name), reach, self.clock())

    def of_sheets(
        self, centre: CentreNumber, series: SeriesId, sheets: Iterable[MarkSheet]
    ) -> Mapping[SheetId, Sequence[RequestSeen]]:
        """What is asked of sheets of a centre in a series that were read already, in one query.

        A sheet's list of candidates is read only where a teaching group was asked for.
        """
        asked = {held.sheet: held for held in self.requests.of_centre(centre, series) if held.requests}
        return {sheet.id: self._seen(asked[sheet.id], sheet) for sheet in sheets if sheet.id in asked}

    def _seen(self, held: SheetRequests, sheet: MarkSheet) -> Sequence[RequestSeen]:
        count, day = CountProgress(self.rosters), today(self.clock())
        counted = [(request, count(request, sheet)) for request in held.requests]
        return [
            RequestSeen(
                request,
                progress,
                late=request.wanted.due < day and not progress.done,
                reminded_today=request.reminded_on(day) is not None,
            )
            for request, progress in counted
        ]
