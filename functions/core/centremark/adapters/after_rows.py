"""What came after a sheet was submitted, as items beside it: amendments asked for, and moderation."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UTCDateTimeAttribute,
)

from centremark.adapters.plain import Json
from centremark.adapters.rows import CompactAttribute, MarksItem, SheetItem
from centremark.domain.actor import By, Channel
from centremark.domain.amendments import (
    AmendedMark,
    Amendment,
    AmendmentState,
    Reason,
    Told,
    Wanted,
    WorkAsked,
    WorkWanted,
)
from centremark.domain.catalogue import Consortium, Window
from centremark.domain.extensions import Extension
from centremark.domain.mark_sheet import MarkSheet, Status
from centremark.domain.moderation import (
    Method,
    Moderation,
    ModerationOutcome,
    Moderator,
    SampledWork,
    WorkState,
)
from centremark.domain.outcomes import outcome_of
from centremark.domain.overview import BoardLine
from centremark.domain.sample import Why
from centremark.domain.values import AssessmentCode, CandidateNumber, CentreNumber, SeriesId, SheetId

Plain = list[Any]


class _BesideASheet(MarksItem):
    """What stands beside a sheet and is written with it, never alone."""

    @property
    def sheet(self) -> SheetId:
        """Which sheet."""
        _, series, centre = self.pk.split("#")
        return SheetId(SeriesId(series), CentreNumber(centre), AssessmentCode(self.sk.split("#")[1]))


class AfterItem(_BesideASheet, discriminator="after"):
    """Moderation and extension of a sheet, which no number of amendments keeps from being written."""

    moderation = CompactAttribute(null=True)
    extension = CompactAttribute(null=True)

    @staticmethod
    def key(sheet: SheetId) -> tuple[str, str]:
        """For example ``("C#2027-06#64235", "AFTER#H446/03")``."""
        return SheetItem.partition(sheet.series, sheet.centre), f"AFTER#{sheet.assessment}"

    @classmethod
    def of(cls, sheet: MarkSheet) -> "AfterItem":
        """Write a sheet's moderation and extension."""
        return cls(
            *cls.key(sheet.id),
            moderation=sheet.moderation and moderation_to_json(sheet.moderation),
            extension=sheet.extension and extension_to_json(sheet.extension),
        )

    def beside(self, sheet: MarkSheet) -> MarkSheet:
        """The sheet with its moderation and extension, as far as there are any."""
        return replace(
            sheet,
            moderation=moderation_from_json(self.moderation) if self.moderation else None,
            extension=extension_from_json(self.extension) if self.extension else None,
        )


class AmendmentsItem(_BesideASheet, discriminator="amendments"):
    """Amendments of a sheet, all that were ever asked for."""

    amendments = CompactAttribute()

    @staticmethod
    def key(sheet: SheetId) -> tuple[str, str]:
        """For example ``("C#2027-06#64235", "AFTER#H446/03#AMENDMENTS")``."""
        partition, after = AfterItem.key(sheet)
        return partition, f"{after}#AMENDMENTS"

    @classmethod
    def of(cls, sheet: MarkSheet) -> "AmendmentsItem":
        """Write a sheet's amendments."""
        return cls(*cls.key(sheet.id), amendments=[amendment_to_json(a) for a in sheet.amendments])

    def beside(self, sheet: MarkSheet) -> MarkSheet:
        """The sheet with its amendments."""
        return replace(sheet, amendments=tuple(amendment_from_json(plain) for plain in self.amendments))


def after_keys(sheet: SheetId) -> tuple[tuple[str, str], tuple[str, str]]:
    """Where what came after a sheet's submission is."""
    return AfterItem.key(sheet), AmendmentsItem.key(sheet)


class LineItem(MarksItem, discriminator="line"):
    """A sheet in one line, where the board finds every centre's; written with the sheet, but not for each mark.

    The deadline is the catalogue's, which may change it: the line holds what the board allowed this centre.
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
        """Write a line."""
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
        """Which assessment the sheet is of."""
        return AssessmentCode(self.sk.partition("#")[0])

    def to_domain(self, window: Window) -> BoardLine:
        """Read a line of an assessment, whose window the catalogue has."""
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
    """The centres of a consortium, under each of them."""

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
        """Write a consortium, once for each centre."""
        centres, arranged = list(of.centres), _told(of.arranged)
        return {
            centre: cls(*cls.key(of.series, of.assessment, centre), centres=centres, arranged=arranged)
            for centre in of.centres
        }

    @property
    def is_first(self) -> bool:
        """Whether this is the item under the first of the centres."""
        return self.sk.endswith(f"#{self.centres[0]}")

    def to_domain(self) -> Consortium:
        """Read a consortium."""
        return Consortium(
            SeriesId(self.pk.partition("#")[2]),
            AssessmentCode(self.sk.partition("#")[0]),
            tuple(CentreNumber(number) for number in self.centres),
            _told_from(self.arranged),
        )


def amendment_to_json(a: Amendment) -> Json:
    """An amendment as plain values."""
    return {
        "number": a.number,
        "state": a.state.value,
        "marks": [[m.candidate, m.before.code, m.after.code] for m in a.wanted.marks],
        "reason": a.wanted.reason.slug,
        "explanation": a.wanted.explanation,
        "approved_by": a.wanted.approved_by,
        "asked": _told(a.asked),
        "work": a.work and _work(a.work),
        "decided": a.decided and _told(a.decided),
    }


def amendment_from_json(plain: Json) -> Amendment:
    """Read `amendment_to_json` back."""
    marks = tuple(AmendedMark(CandidateNumber(c), outcome_of(b), outcome_of(a)) for c, b, a in plain["marks"])
    return Amendment(
        plain["number"],
        Wanted(marks, Reason.from_slug(plain["reason"]), plain["explanation"], plain["approved_by"]),
        _told_from(plain["asked"]),
        AmendmentState(plain["state"]),
        _work_from(plain["work"]) if plain["work"] else None,
        _told_from(plain["decided"]) if plain["decided"] else None,
    )


def moderation_to_json(m: Moderation) -> Json:
    """A moderation as plain values; what was said of many candidates' work is written once."""
    said = list(dict.fromkeys(w.told for w in m.sample if w.told))
    return {
        "seed": m.seed,
        "centres": list(m.centres),
        "moderator": [m.moderator.name, list(m.moderator.address)],
        "method": m.method.value,
        "started": _told(m.started),
        "pool": m.pool,
        "due": m.due and m.due.isoformat(),
        "sample": [
            [w.candidate, w.why.value, w.replaces, w.state.value, said.index(w.told) if w.told else None]
            for w in m.sample
        ],
        "said": [_told(told) for told in said],
        "outcome": m.outcome and _outcome(m.outcome),
    }


def moderation_from_json(plain: Json) -> Moderation:
    """Read `moderation_to_json` back."""
    name, address = plain["moderator"]
    said = [_told_from(told) for told in plain["said"]]
    return Moderation(
        plain["seed"],
        tuple(CentreNumber(c) for c in plain["centres"]),
        Moderator(name, tuple(address)),
        Method(plain["method"]),
        _told_from(plain["started"]),
        plain["pool"],
        date.fromisoformat(plain["due"]) if plain["due"] else None,
        tuple(_sampled_from(work, said) for work in plain["sample"]),
        _outcome_from(plain["outcome"]) if plain["outcome"] else None,
    )


def extension_to_json(e: Extension) -> Json:
    """An extension as plain values."""
    return {
        "until": e.until.isoformat(),
        "asked": _told(e.asked),
        "granted": e.granted,
        "decided": e.decided and _told(e.decided),
        "allowed": e.allowed and e.allowed.isoformat(),
    }


def extension_from_json(plain: Json) -> Extension:
    """Read `extension_to_json` back."""
    return Extension(
        datetime.fromisoformat(plain["until"]),
        _told_from(plain["asked"]),
        plain["granted"],
        _told_from(plain["decided"]) if plain["decided"] else None,
        datetime.fromisoformat(plain["allowed"]) if plain["allowed"] else None,
    )


def _sampled_from(plain: Plain, said: Sequence[Told]) -> SampledWork:
    candidate, why, replaces, state = plain[:4]
    place: int | None = plain[4]
    return SampledWork(
        CandidateNumber(candidate),
        Why(why),
        CandidateNumber(replaces) if replaces else None,
        WorkState(state),
        None if place is None else said[place],
    )


def _outcome(outcome: ModerationOutcome) -> Json:
    return {
        "adjusted": {candidate: adjusted.code for candidate, adjusted in outcome.adjusted},
        "told": _told(outcome.told),
        "release_at": outcome.release_at.isoformat(),
    }


def _outcome_from(plain: Json) -> ModerationOutcome:
    return ModerationOutcome(
        tuple((CandidateNumber(c), outcome_of(code)) for c, code in plain["adjusted"].items()),
        _told_from(plain["told"]),
        datetime.fromisoformat(plain["release_at"]),
    )


def _told(told: Told) -> Plain:
    return [told.by.id, told.by.name, told.by.channel.value, told.at.isoformat(), told.note]


def _told_from(plain: Plain) -> Told:
    id_, name, channel, at, note = plain
    return Told(By(id_, name, Channel(channel)), datetime.fromisoformat(at), note)


def _work(work: WorkAsked) -> Plain:
    asked, sent = _told(work.asked), work.sent and _told(work.sent)
    wanted = work.wanted
    return [list(wanted.candidates), wanted.send_to, wanted.due.isoformat(), asked, sent]


def _work_from(plain: Plain) -> WorkAsked:
    candidates, send_to, due, asked, sent = plain
    return WorkAsked(
        WorkWanted(tuple(CandidateNumber(c) for c in candidates), send_to, date.fromisoformat(due)),
        _told_from(asked),
        _told_from(sent) if sent else None,
    )
