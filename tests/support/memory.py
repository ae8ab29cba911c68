"""The ports in memory; they pass the same suite as those on AWS."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import sha256

from centremark.domain.board.board_line import BoardLine
from centremark.domain.catalogue.catalogue import Assessment, Centre, Consortium, Roster, Series
from centremark.domain.catalogue.centre_facts import CatalogueChanged, CentreFact
from centremark.domain.catalogue.departments import Departments
from centremark.domain.files.marks_file import MAX_BYTES
from centremark.domain.files.ports import Received, Ticket
from centremark.domain.files.preview import Preview
from centremark.domain.files.reading import ColumnsChosen
from centremark.domain.files.upload import Upload, UploadId
from centremark.domain.history.ports import LedgerEntry, OfSubmission
from centremark.domain.notices.facts import NoticeSent
from centremark.domain.notices.notice import Preferences
from centremark.domain.people.centre_people import CentrePeople
from centremark.domain.people.centre_settings import CentreSettings
from centremark.domain.people.ports import Member
from centremark.domain.prints.facts import PrintRequested, ReportRequested, SlipsRequested
from centremark.domain.prints.kinds import Print
from centremark.domain.prints.progress import Link
from centremark.domain.requests.request import SheetRequests
from centremark.domain.shared.errors import KeyReused, NotFound, PreviewMissing
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber, SeriesId, SheetId
from centremark.domain.shared.ports import IdempotencyRecord, Key, WriteConflict
from centremark.domain.sheet.facts import AmendmentApplied, Fact, MarksConfirmed, MarksSubmitted
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.ports import Saving
from centremark.domain.webhooks.webhook import Delivery, Endpoint


@dataclass
class Memory:
    """The state that all ports share, as they share the tables."""

    sheets: dict[SheetId, MarkSheet] = field(default_factory=dict[SheetId, MarkSheet])
    rosters: dict[SheetId, Roster] = field(default_factory=dict[SheetId, Roster])
    assessments: dict[tuple[SeriesId, AssessmentCode], Assessment] = field(
        default_factory=dict[tuple[SeriesId, AssessmentCode], Assessment]
    )
    series: dict[SeriesId, Series] = field(default_factory=dict[SeriesId, Series])
    centres: dict[CentreNumber, Centre] = field(default_factory=dict[CentreNumber, Centre])
    consortia: list[Consortium] = field(default_factory=list[Consortium])
    departments: dict[CentreNumber, Departments] = field(default_factory=dict[CentreNumber, Departments])
    settings: dict[CentreNumber, CentreSettings] = field(default_factory=dict[CentreNumber, CentreSettings])
    members: dict[str, Member] = field(default_factory=dict[str, Member])
    people: dict[CentreNumber, CentrePeople] = field(default_factory=dict[CentreNumber, CentrePeople])
    seen: dict[str, dict[CentreNumber, datetime]] = field(default_factory=dict[str, dict[CentreNumber, datetime]])
    wishes: dict[str, Preferences] = field(default_factory=dict[str, Preferences])
    requests: dict[SheetId, SheetRequests] = field(default_factory=dict[SheetId, SheetRequests])
    asked: dict[tuple[str, datetime], int] = field(default_factory=dict[tuple[str, datetime], int])
    claims: dict[tuple[str, str], IdempotencyRecord] = field(default_factory=dict[tuple[str, str], IdempotencyRecord])
    facts: list[Fact] = field(default_factory=list[Fact])
    office_facts: list[CentreFact] = field(default_factory=list[CentreFact])
    uploads: dict[UploadId, Upload] = field(default_factory=dict[UploadId, Upload])
    endpoints: dict[CentreNumber, Endpoint] = field(default_factory=dict[CentreNumber, Endpoint])
    deliveries: dict[tuple[CentreNumber, datetime, str], Delivery] = field(
        default_factory=dict[tuple[CentreNumber, datetime, str], Delivery]
    )


@dataclass
class MemorySheets:
    memory: Memory

    def get(self, sheet: SheetId) -> MarkSheet:
        assessment = self.memory.assessments.get((sheet.series, sheet.assessment))
        if assessment is None:
            raise NotFound(f"There is no assessment {sheet.assessment}.")
        found = self.memory.sheets.get(sheet)
        return replace(found, assessment=assessment) if found else MarkSheet(sheet, assessment)

    def version_of(self, sheet: SheetId) -> int:
        return self.memory.sheets[sheet].version if sheet in self.memory.sheets else 0

    def of_centre(self, centre: CentreNumber, series: SeriesId) -> Sequence[MarkSheet]:
        mine = [s for s in self.memory.sheets if (s.centre, s.series) == (centre, series)]
        return [self.get(s) for s in sorted(mine, key=lambda s: s.assessment)]

    def save(
        self, sheet: MarkSheet, fact: Fact, claim: IdempotencyRecord | None = None, roster: Roster | None = None
    ) -> None:
        if claim is not None and (claim.key.subject, claim.key.value) in self.memory.claims:
            raise WriteConflict
        self.save_together([Saving(sheet.turn - 1, sheet, (fact,), roster)])
        if claim:
            self.memory.claims[claim.key.subject, claim.key.value] = claim

    def save_together(self, savings: Sequence[Saving]) -> None:
        held = self.memory.sheets
        if any((held[s.sheet.id].turn if s.sheet.id in held else 0) != s.before for s in savings):
            raise WriteConflict
        for saving in savings:
            held[saving.sheet.id] = saving.sheet
            self.memory.facts += saving.facts
            if saving.roster:
                self.memory.rosters[saving.sheet.id] = saving.roster


@dataclass
class MemoryOverview:
    memory: Memory

    def of_series(self, series: SeriesId) -> Sequence[BoardLine]:
        mine = [BoardLine.of(MemorySheets(self.memory).get(s)) for s in self.memory.sheets if s.series == series]
        return sorted(mine, key=lambda line: (line.sheet.assessment, line.sheet.centre))


@dataclass
class MemoryClaims:
    memory: Memory

    def find[A](self, key: Key, answer_type: type[A]) -> A | None:
        claim = self.memory.claims.get((key.subject, key.value))
        if claim is None:
            return None
        if claim.key.fingerprint != key.fingerprint:
            raise KeyReused("This Idempotency-Key was used for another request.")
        assert isinstance(claim.answer, answer_type)
        return claim.answer

    def keep(self, claim: IdempotencyRecord, at: datetime) -> None:  # noqa: ARG002  # memory forgets nothing
        if (claim.key.subject, claim.key.value) in self.memory.claims:
            raise WriteConflict
        self.memory.claims[claim.key.subject, claim.key.value] = claim


@dataclass
class MemoryRosters:
    memory: Memory

    def get(self, sheet: SheetId) -> Roster:
        return self.memory.rosters.get(sheet, {})


@dataclass
class MemoryCatalogue:
    memory: Memory

    def series(self) -> Sequence[Series]:
        return sorted(self.memory.series.values(), key=lambda s: s.id, reverse=True)

    def a_series(self, series: SeriesId) -> Series:
        if series not in self.memory.series:
            raise NotFound(f"There is no series {series}.")
        return self.memory.series[series]

    def centre(self, number: CentreNumber) -> Centre:
        if number not in self.memory.centres:
            raise NotFound(f"There is no centre {number}.")
        return self.memory.centres[number]

    def centres(self, numbers: Collection[CentreNumber]) -> Mapping[CentreNumber, Centre]:
        return {number: self.memory.centres[number] for number in numbers if number in self.memory.centres}

    def assessments(self, series: SeriesId) -> Sequence[Assessment]:
        return [a for (of, _), a in sorted(self.memory.assessments.items()) if of == series]

    def consortium_of(self, sheet: SheetId) -> Sequence[CentreNumber]:
        mine = self._of(sheet.series, sheet.assessment, sheet.centre)
        return mine.centres if mine else [sheet.centre]

    def consortia(self, series: SeriesId) -> Sequence[Consortium]:
        mine = [consortium for consortium in self.memory.consortia if consortium.series == series]
        return sorted(mine, key=lambda consortium: (consortium.assessment, consortium.centres))

    def arrange(self, before: Consortium | None, after: Consortium | None, *facts: CentreFact) -> None:
        for named in filter(None, (before, after)):
            for centre in named.centres:
                held = self._of(named.series, named.assessment, centre)
                expected = before if before and centre in before.centres else None
                if (held and held.centres) != (expected and expected.centres):
                    raise WriteConflict
        kept = [c for c in self.memory.consortia if not before or _same(c) != _same(before)]
        self.memory.consortia = [*kept, *([after] if after else [])]
        self.memory.office_facts += facts

    def _of(self, series: SeriesId, assessment: AssessmentCode, centre: CentreNumber) -> Consortium | None:
        all_of_it = (c for c in self.memory.consortia if (c.series, c.assessment) == (series, assessment))
        return next((consortium for consortium in all_of_it if centre in consortium.centres), None)

    def put(self, item: Series | Assessment | Centre, fact: CatalogueChanged | None = None) -> None:
        if fact and self._held(item) != fact.before:
            raise WriteConflict
        self.memory.office_facts += [fact] if fact else []
        match item:
            case Series():
                self.memory.series[item.id] = item
            case Assessment():
                self.memory.assessments[item.series, item.code] = item
            case Centre():
                self.memory.centres[item.number] = item

    def _held(self, item: Series | Assessment | Centre) -> Series | Assessment | Centre | None:
        match item:
            case Series():
                return self.memory.series.get(item.id)
            case Assessment():
                return self.memory.assessments.get((item.series, item.code))
            case Centre():
                return self.memory.centres.get(item.number)


def _same(consortium: Consortium) -> tuple[object, ...]:
    return consortium.series, consortium.assessment, consortium.centres


@dataclass
class MemoryChoices:
    memory: Memory

    def get(self, centre: CentreNumber) -> CentreSettings:
        return self.memory.settings.get(centre, CentreSettings())

    def put(self, centre: CentreNumber, settings: CentreSettings, *facts: CentreFact, over: CentreSettings) -> None:
        if self.get(centre) != over:
            raise WriteConflict
        self.memory.office_facts += facts
        self.memory.settings[centre] = settings


@dataclass
class MemoryDepartments:
    memory: Memory

    def get(self, centre: CentreNumber) -> Departments:
        return self.memory.departments.get(centre, Departments())

    def put(self, centre: CentreNumber, departments: Departments, *facts: CentreFact, over: Departments) -> None:
        if self.get(centre) != over:
            raise WriteConflict
        self.memory.office_facts += facts
        self.memory.departments[centre] = departments


@dataclass
class MemoryRates:
    memory: Memory

    def count(self, subject: str, window: datetime) -> int:
        self.memory.asked[subject, window] = self.memory.asked.get((subject, window), 0) + 1
        return self.memory.asked[subject, window]


@dataclass
class MemoryMembers:
    memory: Memory

    def get(self, subject: str) -> Member:
        return self.memory.members.get(subject, Member(subject, "", {}))

    def put(self, member: Member, *facts: CentreFact, over: Member | None = None) -> None:
        if over is not None and over != self.get(member.subject):
            raise WriteConflict
        self.memory.office_facts += facts
        self.memory.members[member.subject] = member

    def of_centre(self, centre: CentreNumber) -> Sequence[Member]:
        mine = (m for _, m in sorted(self.memory.members.items()) if centre in m.memberships)
        here = ((m, {centre: m.memberships[centre]}) for m in mine)
        return [
            Member(
                m.subject, m.name_at(centre), held, m.machine, limits={c: m.limits[c] for c in held if c in m.limits}
            )
            for m, held in here
        ]


@dataclass
class MemoryLedger:
    memory: Memory

    def _all(self, sheet: SheetId) -> list[LedgerEntry[Fact]]:
        found = [LedgerEntry(_place(fact), fact) for fact in self.memory.facts if fact.sheet == sheet]
        return sorted(found, key=lambda recorded: recorded.place, reverse=True)

    def history(self, sheet: SheetId, before: str | None, limit: int) -> Sequence[LedgerEntry[Fact]]:
        return [recorded for recorded in self._all(sheet) if not before or recorded.place < before][:limit]

    def of_office(self, office: CentreNumber, before: str | None, limit: int) -> Sequence[LedgerEntry[CentreFact]]:
        mine = (fact for fact in self.memory.office_facts if fact.office == office)
        kept = (LedgerEntry(_office_place(fact), fact) for fact in mine)
        latest = sorted(kept, key=lambda recorded: recorded.place, reverse=True)
        return [recorded for recorded in latest if not before or recorded.place < before][:limit]

    def since(self, sheet: SheetId, version: int, limit: int) -> Sequence[LedgerEntry[Fact]]:
        later = (r for r in reversed(self._all(sheet)) if r.fact.version > version and "#" not in r.place)
        return list(later)[:limit]

    def of_submissions(self, sheet: SheetId) -> Sequence[OfSubmission]:
        facts = (recorded.fact for recorded in self._all(sheet))
        return [fact for fact in facts if isinstance(fact, MarksSubmitted | AmendmentApplied | MarksConfirmed)]

    def document(self, sheet: SheetId, number: int) -> str:
        for fact in self.memory.facts:
            if isinstance(fact, MarksSubmitted | AmendmentApplied) and (fact.sheet, fact.submission.number) == (
                sheet,
                number,
            ):
                return fact.document
        raise NotFound(f"Sheet {sheet} has no submission {number}.")

    def request_print(self, fact: PrintRequested) -> None:
        if _place(fact) not in map(_place, self.memory.facts):
            self.memory.facts.append(fact)

    def print_requests(self, wanted: Print, since: datetime) -> Sequence[datetime]:
        asked = (f for f in self.memory.facts if isinstance(f, ReportRequested | SlipsRequested))
        mine = (f for f in asked if f.sheet == wanted.sheet and f.at.date() >= since.date())
        return [f.at for f in mine if _place(f).startswith(f"{wanted.version:08d}#{wanted.slug}-")]

    def note_notice(self, fact: NoticeSent) -> None:
        if _place(fact) not in map(_place, self.memory.facts):
            self.memory.facts.append(fact)


def _office_place(fact: CentreFact) -> str:
    return f"{fact.at.isoformat(timespec='microseconds')}#{sha256(repr(fact).encode()).hexdigest()[:16]}"


def _place(fact: Fact) -> str:
    return f"{fact.version:08d}" + (f"#{fact.beside}" if fact.beside else "")


@dataclass
class MemoryUploads:
    memory: Memory

    def get(self, upload: UploadId) -> Upload:
        if upload not in self.memory.uploads:
            raise NotFound(f"There is no upload {upload}.")
        return self.memory.uploads[upload]

    def of_centre(self, centre: CentreNumber, series: SeriesId) -> Sequence[Upload]:
        mine = [u for u in self.memory.uploads.values() if (u.id.centre, u.id.series) == (centre, series)]
        return sorted(mine, key=lambda u: u.id.token, reverse=True)

    def save(self, upload: Upload, savings: Sequence[Saving] = ()) -> None:
        held = self.memory.uploads.get(upload.id)
        if (held.version if held else 0) != upload.version - 1:
            raise WriteConflict
        MemorySheets(self.memory).save_together(savings)
        self.memory.uploads[upload.id] = upload


@dataclass
class MemoryReadings:
    kept: dict[tuple[CentreNumber, str], ColumnsChosen] = field(
        default_factory=dict[tuple[CentreNumber, str], ColumnsChosen]
    )

    def get(self, centre: CentreNumber, headings: str) -> ColumnsChosen | None:
        return self.kept.get((centre, headings))

    def keep(self, centre: CentreNumber, headings: str, chosen: ColumnsChosen) -> None:
        self.kept[centre, headings] = chosen


@dataclass
class MemoryFiles:
    """Files by the text of their upload's id; a test puts them there as a browser would."""

    sent: dict[str, bytes] = field(default_factory=dict[str, bytes])
    kept: dict[str, bytes] = field(default_factory=dict[str, bytes])
    previews: dict[tuple[UploadId, str], Preview] = field(default_factory=dict[tuple[UploadId, str], Preview])

    def ticket(self, upload: UploadId, now: datetime) -> Ticket:
        return Ticket("https://files.example", {"key": str(upload)}, now + timedelta(minutes=15), MAX_BYTES)

    def received(self, upload: UploadId, kept_as: str = "") -> Received:
        if str(upload) not in self.sent:
            raise NotFound("No file has come.")
        latest = self.sent[str(upload)]
        self.kept[sha256(latest).hexdigest()] = latest
        version = kept_as or sha256(latest).hexdigest()
        return Received(self.kept[version], version)

    def link(self, upload: Upload, now: datetime) -> Link:
        return Link(f"https://files.example/{upload.id}/{upload.file_name}", now + timedelta(minutes=15))

    def keep_preview(self, upload: UploadId, preview: Preview) -> str:
        name = sha256(repr(preview).encode()).hexdigest()
        self.previews[upload, name] = preview
        return name

    def preview(self, upload: UploadId, name: str) -> Preview:
        if (upload, name) not in self.previews:
            raise PreviewMissing("This file has not been checked yet.")
        return self.previews[upload, name]
