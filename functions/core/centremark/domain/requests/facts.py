"""Facts about what colleagues ask of one another, in the history of the sheet; none makes a version of it."""

from dataclasses import dataclass

from centremark.domain.requests.request import Request
from centremark.domain.shared.identifiers import SheetId
from centremark.domain.sheet.facts import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutRequest(Fact):
    """Something that happened to a request, with the request as it was then."""

    request: Request

    @property
    def beside(self) -> str:
        """Unique for each request and instant."""
        return f"request-{self.at:%Y%m%dt%H%M%S%f}-{self.request.number}-{self.NAME.partition('.')[0].lower()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColleagueAsked(AboutRequest):
    """A colleague was asked for marks; `before` is what was asked in its place until then."""

    NAME = "ColleagueAsked.v1"
    before: Request | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestTakenBack(AboutRequest):
    """A colleague is no longer asked for these marks."""

    NAME = "RequestTakenBack.v1"


@dataclass(frozen=True, slots=True)
class Asked:
    """One request by its sheet and number."""

    sheet: SheetId
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ColleagueReminded(AboutRequest):
    """A colleague was reminded of this request, and with it of `all_asked`: one message about all of them.

    `reminder` is the same in the facts of one message.
    """

    NAME = "ColleagueReminded.v1"
    reminder: str
    all_asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksReady(AboutRequest):
    """The colleague said that the marks asked for are ready."""

    NAME = "MarksReady.v1"
