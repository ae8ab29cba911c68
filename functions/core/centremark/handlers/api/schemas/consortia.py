"""Shapes of the routes of consortia."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from centremark.domain.board.board_line import BoardLine
from centremark.domain.catalogue.catalogue import MOST_CENTRES, Consortium
from centremark.domain.moderation.decisions import Lack
from centremark.domain.shared.actor import BOARD_CENTRE, Actor, Permission
from centremark.domain.shared.identifiers import CentreNumber, SheetId
from centremark.domain.sheet.mark_sheet import Status
from centremark.handlers.api.fields import CentreIn
from centremark.handlers.api.schemas.amendments import AttributionOut
from centremark.handlers.api.schemas.moderation import ModerationOut
from centremark.handlers.api.schemas.shared import AssessmentOut, CentreOut, In, Out, SeriesOut
from centremark.usecases.moderation.consortia import ConsortiaView
from centremark.usecases.sheet.read_sheets import SheetView


class ArrangeIn(In):
    """The numbers of the centres to moderate together with the sheet's own."""

    centres: Annotated[list[CentreIn], Field(max_length=MOST_CENTRES)]

    def to_domain(self) -> Sequence[CentreNumber]:
        return [CentreNumber(number) for number in self.centres]


class JoinedOut(Out):
    """A centre of a consortium; `status` is null while it has no candidates entered."""

    centre: CentreOut
    sheet: str
    status: Status | None


class ConsortiumLineOut(Out):
    """One consortium; `changeable` until moderation has begun at one of its centres."""

    assessment: str
    centres: list[JoinedOut]
    arranged: AttributionOut
    changeable: bool

    @classmethod
    def of(cls, consortium: Consortium, view: ConsortiaView) -> "ConsortiumLineOut":
        sheets = [SheetId(consortium.series, centre, consortium.assessment) for centre in consortium.centres]
        statuses = [view.lines[sheet].status if sheet in view.lines else None for sheet in sheets]
        return cls(
            assessment=consortium.assessment,
            centres=[
                JoinedOut(
                    centre=CentreOut(
                        number=sheet.centre, name=view.names[sheet.centre].name if sheet.centre in view.names else ""
                    ),
                    sheet=str(sheet),
                    status=status,
                )
                for sheet, status in zip(sheets, statuses, strict=True)
            ],
            arranged=AttributionOut.of(consortium.arranged),
            changeable=not {Status.IN_MODERATION, Status.MODERATED} & set(statuses),
        )


class OfferedOut(Out):
    """An assessment that a consortium can be set for."""

    code: str
    title: str


class ConsortiaOut(Out):
    """The consortia of a series by assessment, and its assessments; `may` says whether you can set others."""

    consortia: list[ConsortiumLineOut]
    assessments: list[OfferedOut]
    may: bool

    @classmethod
    def of(cls, view: ConsortiaView, actor: Actor) -> "ConsortiaOut":
        return cls(
            consortia=[ConsortiumLineOut.of(consortium, view) for consortium in view.consortia],
            assessments=[OfferedOut(code=a.code, title=a.title) for a in view.assessments],
            may=actor.may(Permission.OPERATE, BOARD_CENTRE),
        )


class TogetherOut(Out):
    """A centre of a consortium; `lacks` is what it still has to do before moderation can begin."""

    centre: CentreOut
    sheet: str
    status: Status
    lacks: Lack | None
    amendments_waiting: int
    moderation: ModerationOut


class ConsortiumOut(Out):
    """The centres moderated together with a sheet's, including it, in order; it alone without a consortium.

    Moderation can begin once it is `ready`: no centre lacks anything.
    """

    sheet: str
    assessment: AssessmentOut
    series: SeriesOut
    ready: bool
    may: bool
    centres: list[TogetherOut]

    @classmethod
    def of(cls, views: Sequence[SheetView], sheet: SheetId, actor: Actor) -> "ConsortiumOut":
        own, together = views[0], [view.centre for view in views]
        return cls(
            sheet=str(sheet),
            assessment=AssessmentOut.of(own.sheet.assessment),
            series=SeriesOut.model_validate(own.series),
            ready=not any(Lack.of(view.sheet) for view in views),
            may=actor.may(Permission.OPERATE, sheet.centre),
            centres=[
                TogetherOut(
                    centre=CentreOut(number=view.centre.number, name=view.centre.name),
                    sheet=str(view.sheet.id),
                    status=view.status(actor),
                    lacks=Lack.of(view.sheet),
                    amendments_waiting=BoardLine.of(view.sheet).waiting,
                    moderation=ModerationOut.of(view, together, actor),
                )
                for view in views
            ],
        )
