"""Items beside a sheet for what happens after submission: amendments and moderation."""

from dataclasses import replace
from datetime import date

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UTCDateTimeAttribute,
)

from centremark.adapters.codec.codec import decode, encode
from centremark.adapters.dynamodb.items import CompactAttribute, MarksItem, SheetItem
from centremark.domain.board.board_line import BoardLine
from centremark.domain.catalogue.catalogue import Consortium, Window
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber, SeriesId, SheetId
from centremark.domain.sheet.amendment import Amendment
from centremark.domain.sheet.extension import Extension
from centremark.domain.sheet.mark_sheet import MarkSheet, Status
from centremark.domain.sheet.moderation import Moderation


class _BesideASheet(MarksItem):
    """An item that is written together with its sheet, never alone."""

    @property
    def sheet(self) -> SheetId:
        """The sheet it stands beside."""
        _, series, centre = self.pk.split("#")
        return SheetId(SeriesId(series), CentreNumber(centre), AssessmentCode(self.sk.split("#")[1]))


class AfterItem(_BesideASheet, discriminator="after"):
    """Moderation and extension of a sheet, in an item that stays small whatever the number of amendments."""

    moderation = CompactAttribute(null=True)
    extension = CompactAttribute(null=True)

    @staticmethod
    def key(sheet: SheetId) -> tuple[str, str]:
        """For example ``("C#2027-06#64235", "AFTER#H446/03")``."""
        return SheetItem.partition(sheet.series, sheet.centre), f"AFTER#{sheet.assessment}"

    @classmethod
    def of(cls, sheet: MarkSheet) -> "AfterItem":
        return cls(
            *cls.key(sheet.id),
            moderation=sheet.moderation and encode(sheet.moderation),
            extension=sheet.extension and encode(sheet.extension),
        )

    def beside(self, sheet: MarkSheet) -> MarkSheet:
        """The sheet with its moderation and extension, if any."""
        return replace(
            sheet,
            moderation=decode(Moderation, self.moderation) if self.moderation else None,
            extension=decode(Extension, self.extension) if self.extension else None,
        )


class AmendmentsItem(_BesideASheet, discriminator="amendments"):
    """All amendments of a sheet that were ever requested."""

    amendments = CompactAttribute()

    @staticmethod
    def key(sheet: SheetId) -> tuple[str, str]:
        """For example ``("C#2027-06#64235", "AFTER#H446/03#AMENDMENTS")``."""
        partition, after = AfterItem.key(sheet)
        return partition, f"{after}#AMENDMENTS"

    @classmethod
    def of(cls, sheet: MarkSheet) -> "AmendmentsItem":
        return cls(*cls.key(sheet.id), amendments=encode(sheet.amendments, tuple[Amendment, ...]))

    def beside(self, sheet: MarkSheet) -> MarkSheet:
        """The sheet with its amendments."""
        return replace(sheet, amendments=decode(tuple[Amendment, ...], self.amendments))


def after_keys(sheet: SheetId) -> tuple[tuple[str, str], tuple[str, str]]:
    """The keys of a sheet's items for what happens after submission."""
    return AfterItem.key(sheet), AmendmentsItem.key(sheet)


class LineItem(MarksItem, discriminator="line"):
    """A sheet as one line, where the board finds every centre's; written with the sheet, but not for each mark.

    The deadline is the catalogue's, which may change; the line stores only what the board allowed this centre.
    """

    status = UnicodeAttribute()
    candidates = NumberAttribute()
    submission = NumberAttribute()
    late = BooleanAttribute()
    submitted_at = UTCDateTimeAttribute(null=True)
    waiting = NumberAttribute()
    due = UnicodeAttribute(null=True)
    sampled = NumberAttribute()
    sent = NumberAttribute()
    allowed = UTCDateTimeAttribute(null=True)
    extension_asked = BooleanAttribute(default=False)
    outcome_at = UTCDateTimeAttribute(null=True)

    @staticmethod
    def partition(series: SeriesId) -> str:
        """For example ``BOARD#2027-06``."""
        return f"BOARD#{series}"

    @classmethod
    def of(cls, line: BoardLine) -> "LineItem":
        return cls(
            cls.partition(line.sheet.series),
            f"{line.sheet.assessment}#{line.sheet.centre}",
            status=line.status.value,
            candidates=line.candidates,
            submission=line.submission,
            late=line.late,
            submitted_at=line.submitted_at,
            waiting=line.waiting,
            due=line.due and line.due.isoformat(),
            sampled=line.sampled,
            sent=line.sent,
            allowed=line.allowed,
            extension_asked=line.extension_asked,
            outcome_at=line.outcome_at,
        )

    @property
    def assessment(self) -> AssessmentCode:
        """The assessment the sheet is of."""
        return AssessmentCode(self.sk.partition("#")[0])

    def to_domain(self, window: Window) -> BoardLine:
        """Read a line, given its assessment, which has the window."""
        series, centre = self.pk.partition("#")[2], self.sk.partition("#")[2]
        return BoardLine(
            SheetId(SeriesId(series), CentreNumber(centre), self.assessment),
            Status(self.status),
            int(self.candidates),
            (window.until(self.allowed) if self.allowed else window).deadline,
            int(self.submission),
            self.late,
            self.submitted_at,
            int(self.waiting),
            date.fromisoformat(self.due) if self.due else None,
            int(self.sampled),
            int(self.sent),
            self.allowed,
            self.extension_asked,
            self.outcome_at,
        )


class ConsortiumItem(MarksItem, discriminator="consortium"):
    """The centres of a consortium; stored once under each of them."""

    centres = JSONAttribute()
    arranged = JSONAttribute()

    @staticmethod
    def partition(series: SeriesId) -> str:
        """For example ``CONSORTIA#2027-06``."""
        return f"CONSORTIA#{series}"

    @classmethod
    def key(cls, series: SeriesId, assessment: AssessmentCode, centre: CentreNumber) -> tuple[str, str]:
        """For example ``("CONSORTIA#2027-06", "H446/03#64235")``."""
        return cls.partition(series), f"{assessment}#{centre}"

    @classmethod
    def each_of(cls, of: Consortium) -> "dict[CentreNumber, ConsortiumItem]":
        """Make the items of a consortium, one for each centre."""
        centres, arranged = list(of.centres), encode(of.arranged)
        return {
            centre: cls(*cls.key(of.series, of.assessment, centre), centres=centres, arranged=arranged)
            for centre in of.centres
        }

    @property
    def is_first(self) -> bool:
        """Whether this is the item of the first centre."""
        return self.sk.endswith(f"#{self.centres[0]}")

    def to_domain(self) -> Consortium:
        return Consortium(
            SeriesId(self.pk.partition("#")[2]),
            AssessmentCode(self.sk.partition("#")[0]),
            tuple(CentreNumber(number) for number in self.centres),
            decode(Attribution, self.arranged),
        )
