"""The items of the two tables, and their reading to and from the domain.

========================  ==========================  ============================================
pk                        sk                          item
========================  ==========================  ============================================
``SERIES``                ``2027-06``                 `SeriesItem`
``CATALOGUE#2027-06``     ``H446/03``                 `AssessmentItem`
``CONSORTIA#2027-06``     ``H446/03#64235``           `ConsortiumItem` (after_submission_items.py)
``BOARD#2027-06``         ``H446/03#64235``           `LineItem` (after_submission_items.py), a sheet in one line
``CENTRE#64235``          ``CENTRE``                  `CentreItem`
``CENTRE#64235``          ``SETTINGS``                `SettingsItem`
``CENTRE#64235``          ``DEPARTMENTS``             `DepartmentsItem` (departments.py)
``READING#64235``         ``<headings>``              `ReadingItem` (readings.py), how files with them are read
``CENTRE#64235``          ``MEMBER#<subject>``        `ColleagueItem`, one membership as its centre sees it
``CENTRE#64235``          ``PEOPLE``                  `PeopleItem` (centre_people.py), invitations and role requests
``MEMBER#<subject>``      ``MEMBER``                  `MemberItem`
``MEMBER#<subject>``      ``NOTICES``                 `PreferencesItem` (preferences.py), which emails a person wants
``MEMBER#<subject>``      ``SEEN``                    `SeenItem` (centre_people.py), when a person last signed in
``C#2027-06#64235``       ``SHEET#H446/03``           `SheetItem`, all marks of a sheet
``C#2027-06#64235``       ``ROSTER#H446/03``          `RosterItem` (names_and_texts.py); ``…#1`` and on are the next
``C#2027-06#64235``       ``TEXT#H446/03#1001``       `TextItem` (names_and_texts.py), why a circumstance was recorded
``C#2027-06#64235``       ``AFTER#H446/03``           `AfterItem` (after_submission_items.py), moderation and extension
``C#2027-06#64235``       ``…#AMENDMENTS``            `AmendmentsItem` (after_submission_items.py), amendments
``UPLOAD#2027-06#64235``  ``<time>-<random>``         `UploadItem` (uploads.py), a file of marks and its state
``ASKED#2027-06``         ``64235#H446/03``           `RequestsItem` (requests.py), what colleagues are asked of a sheet
``LIVE#<sheet>``          ``<subject>``               `PresenceItem` (presences.py), who has a sheet open; soon gone
``RATE#<subject>``        ``2027-04-20T12:00``        `RateItem` (rates.py), gone after an hour
``WEBHOOK#64235``         ``ENDPOINT``                `EndpointItem` (webhooks.py); ``DELIVERY#…`` are its messages
``KEY#<subject>#<key>``   ``KEY``                     `KeyItem`, gone after a week
========================  ==========================  ============================================

The ledger's one kind is `FactItem`: facts of a sheet are under ``2027-06#64235#H446/03``, those of a centre under
``CENTRE#64235``, those of the board's office under ``CENTRE#00000``.
"""

import json
import zlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, Self

from pynamodb.attributes import (
    BinaryAttribute,
    BooleanAttribute,
    DiscriminatorAttribute,
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UTCDateTimeAttribute,
)
from pynamodb.connection import TableConnection
from pynamodb.exceptions import DoesNotExist
from pynamodb.expressions.condition import Condition
from pynamodb.models import Model

from centremark.adapters.aws import client
from centremark.adapters.codec.codec import decode, encode
from centremark.adapters.codec.compact_rows import row_from_list, row_to_list
from centremark.adapters.dynamodb.beside_a_sheet import what_stands_beside
from centremark.domain.catalogue.catalogue import Assessment, Centre, Qualification, Series, Window
from centremark.domain.catalogue.circumstances import CircumstanceKind
from centremark.domain.catalogue.criteria import Criterion
from centremark.domain.people.centre_settings import CentreSettings
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import By, Channel, Limits, Role
from centremark.domain.shared.identifiers import AssessmentCode, CandidateNumber, CentreNumber, SeriesId, SheetId
from centremark.domain.shared.outcomes import GradeScale, MarkScale, Scale
from centremark.domain.shared.ports import IdempotencyRecord
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.submission import Submission

SERIES: Final = "SERIES"


LEDGER_VERSION_DIGITS: Final = 8


class CompactAttribute(JSONAttribute):
    """JSON without spaces and escapes: a thousand rows are a fifth smaller."""

    def serialize(self, value: Any) -> str:  # noqa: ANN401  # any JSON
        """Write compact JSON."""
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class _Item(Model):
    """An item reached over the process's one DynamoDB client; pynamodb would make one for each model."""

    @classmethod
    def _get_connection(cls) -> TableConnection:
        table = super()._get_connection()
        table.connection._client = client("dynamodb")  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
        return table

    @classmethod
    def find(cls, key: tuple[str, str], *, consistent: bool = False) -> Self | None:
        """The item under a key, or None."""
        try:
            return cls.get(*key, consistent_read=consistent)
        except DoesNotExist:
            return None


class MarksItem(_Item):
    """Any item of the Marks table; `kind` says which."""

    class Meta:  # pyright: ignore[reportIncompatibleVariableOverride]
        """Its table is named by `bind`."""

        table_name = ""

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    kind = DiscriminatorAttribute(attr_name="k")


class SeriesItem(MarksItem, discriminator="series"):
    """An exam series."""

    title = UnicodeAttribute()
    opens = UTCDateTimeAttribute()
    closes = UTCDateTimeAttribute(null=True)

    @classmethod
    def of(cls, series: Series) -> "SeriesItem":
        return cls(SERIES, series.id, title=series.title, opens=series.opens, closes=series.closes)

    def to_domain(self) -> Series:
        return Series(SeriesId(self.sk), self.title, self.opens, self.closes)


class AssessmentItem(MarksItem, discriminator="assessment"):
    """An assessment in one series, with its qualification and scale."""

    title = UnicodeAttribute()
    qualification = UnicodeAttribute()
    qualification_title = UnicodeAttribute()
    maximum = NumberAttribute(null=True)
    grades = JSONAttribute(null=True)
    boundaries = JSONAttribute(null=True)
    opens = UTCDateTimeAttribute()
    deadline = UTCDateTimeAttribute()
    closes = UTCDateTimeAttribute(null=True)
    circumstances = JSONAttribute(null=True)
    criteria = JSONAttribute(null=True)

    @staticmethod
    def partition(series: SeriesId) -> str:
        """For example ``CATALOGUE#2027-06``."""
        return f"CATALOGUE#{series}"

    @classmethod
    def key(cls, series: SeriesId, code: AssessmentCode) -> tuple[str, str]:
        """For example ``("CATALOGUE#2027-06", "H446/03")``."""
        return cls.partition(series), code

    @classmethod
    def of(cls, a: Assessment) -> "AssessmentItem":
        return cls(
            *cls.key(a.series, a.code),
            title=a.title,
            qualification=a.qualification.code,
            qualification_title=a.qualification.title,
            maximum=a.scale.maximum if isinstance(a.scale, MarkScale) else None,
            grades=dict(a.scale.grades) if isinstance(a.scale, GradeScale) else None,
            boundaries=dict(a.boundaries) or None,
            opens=a.window.opens,
            deadline=a.window.deadline,
            closes=a.window.closes,
            circumstances={code: [kind.title, kind.sampled] for code, kind in a.circumstances.items()} or None,
            criteria=[encode(criterion) for criterion in a.criteria] or None,
        )

    def to_domain(self) -> Assessment:
        kinds: dict[str, list[Any]] = self.circumstances or {}
        scale: Scale = GradeScale(self.grades) if self.grades else MarkScale(int(self.maximum))
        return Assessment(
            SeriesId(self.pk.partition("#")[2]),
            AssessmentCode(self.sk),
            self.title,
            Qualification(self.qualification, self.qualification_title),
            scale,
            Window(self.opens, self.deadline, self.closes),
            self.boundaries or {},
            {code: CircumstanceKind(*kind) for code, kind in kinds.items()},
            tuple(decode(Criterion, plain) for plain in self.criteria or ()),
        )


class CentreItem(MarksItem, discriminator="centre"):
    """A centre."""

    name = UnicodeAttribute()

    @staticmethod
    def partition(number: CentreNumber) -> str:
        """For example ``CENTRE#64235``."""
        return f"CENTRE#{number}"

    @classmethod
    def key(cls, number: CentreNumber) -> tuple[str, str]:
        """For example ``("CENTRE#64235", "CENTRE")``."""
        return cls.partition(number), "CENTRE"

    @classmethod
    def of(cls, centre: Centre) -> "CentreItem":
        return cls(*cls.key(centre.number), name=centre.name)


class SettingsItem(MarksItem, discriminator="settings"):
    """A centre's settings, and who chose them."""

    second_checker = BooleanAttribute()
    by = JSONAttribute(null=True)
    at = UTCDateTimeAttribute(null=True)

    @staticmethod
    def key(centre: CentreNumber) -> tuple[str, str]:
        """For example ``("CENTRE#64235", "SETTINGS")``."""
        return CentreItem.partition(centre), "SETTINGS"

    @classmethod
    def of(cls, centre: CentreNumber, settings: CentreSettings) -> "SettingsItem":
        by = settings.changed_by
        return cls(
            *cls.key(centre),
            second_checker=settings.second_checker,
            by=by and [by.id, by.name, by.channel],
            at=settings.changed_at,
        )

    def to_domain(self) -> CentreSettings:
        by: list[str] = self.by or []
        return CentreSettings(self.second_checker, By(by[0], by[1], Channel(by[2])) if by else None, self.at)


class MemberItem(MarksItem, discriminator="member"):
    """A person or machine client with every membership; those stored by 0.1.0 have no version."""

    version = NumberAttribute(attr_name="v", null=True)
    name = UnicodeAttribute()
    roles = JSONAttribute()
    machine = BooleanAttribute(default=False)
    email = UnicodeAttribute(default="")
    names = JSONAttribute(null=True)
    limits = JSONAttribute(null=True)

    @staticmethod
    def key(subject: str) -> tuple[str, str]:
        """For example ``("MEMBER#1c9f…", "MEMBER")``."""
        return f"MEMBER#{subject}", "MEMBER"

    @classmethod
    def of(cls, member: Member, version: int) -> "MemberItem":
        return cls(
            *cls.key(member.subject),
            version=version,
            name=member.name,
            roles={centre: sorted(roles) for centre, roles in member.memberships.items()},
            machine=member.machine,
            email=member.email,
            names=dict(member.names) or None,
            limits={centre: _limits_to_json(held) for centre, held in member.limits.items()} or None,
        )

    @classmethod
    def at(cls, version: int) -> Condition:
        """The condition that nobody has changed the member since this version; 0 is before the first."""
        return cls.version == version if version else cls.version.does_not_exist()

    def to_domain(self) -> Member:
        memberships = {CentreNumber(c): frozenset(map(Role, roles)) for c, roles in self.roles.items()}
        names: dict[str, str] = self.names or {}
        named = {CentreNumber(centre): name for centre, name in names.items()}
        stored: dict[str, dict[str, list[str]]] = self.limits or {}
        limits = {CentreNumber(centre): _limits_of(held) for centre, held in stored.items()}
        return Member(self.pk.partition("#")[2], self.name, memberships, self.machine, self.email, named, limits)


class ColleagueItem(MarksItem, discriminator="colleague"):
    """A copy of one membership where its centre finds it; written together with the `MemberItem`."""

    name = UnicodeAttribute()
    roles = JSONAttribute()
    machine = BooleanAttribute()
    limits = JSONAttribute(null=True)

    @staticmethod
    def key(centre: CentreNumber, subject: str) -> tuple[str, str]:
        """For example ``("CENTRE#64235", "MEMBER#1c9f…")``."""
        return CentreItem.partition(centre), f"MEMBER#{subject}"

    @classmethod
    def of(cls, member: Member, centre: CentreNumber) -> "ColleagueItem":
        return cls(
            *cls.key(centre, member.subject),
            name=member.name_at(centre),
            roles=sorted(member.memberships[centre]),
            machine=member.machine,
            limits=_limits_to_json(member.limits.get(centre, {})) or None,
        )

    def to_domain(self) -> Member:
        """Read a member, with only this membership."""
        centre, subject = CentreNumber(self.pk.partition("#")[2]), self.sk.partition("#")[2]
        limits = {centre: _limits_of(self.limits)} if self.limits else {}
        return Member(subject, self.name, {centre: frozenset(map(Role, self.roles))}, self.machine, limits=limits)


def _limits_to_json(limits: Limits) -> dict[str, list[str]]:
    return {role: sorted(codes) for role, codes in sorted(limits.items())}


def _limits_of(stored: Mapping[str, Sequence[str]]) -> Limits:
    return {Role(role): frozenset(map(AssessmentCode, codes)) for role, codes in stored.items()}


class SheetItem(MarksItem, discriminator="sheet"):
    """All marks of a sheet: from candidate number to the form of `row_to_list`, with people by their place in `people`.

    `beside` and `named_at` say which other items belong to it; sheets stored by 0.1.0 have neither.
    """

    turn = NumberAttribute(attr_name="v")
    outcomes = NumberAttribute(attr_name="o", null=True)
    rows = CompactAttribute(attr_name="r")
    people = CompactAttribute(attr_name="p", null=True)
    submission = JSONAttribute(attr_name="s", null=True)
    late = CompactAttribute(attr_name="l", null=True)
    withdrawn_at = CompactAttribute(attr_name="w", null=True)
    beside = UnicodeAttribute(attr_name="b", null=True)
    named_at = NumberAttribute(attr_name="n", null=True)

    @staticmethod
    def partition(series: SeriesId, centre: CentreNumber) -> str:
        """For example ``C#2027-06#64235``."""
        return f"C#{series}#{centre}"

    @classmethod
    def key(cls, sheet: SheetId) -> tuple[str, str]:
        """For example ``("C#2027-06#64235", "SHEET#H446/03")``."""
        return cls.partition(sheet.series, sheet.centre), f"SHEET#{sheet.assessment}"

    @classmethod
    def of(cls, sheet: MarkSheet) -> "SheetItem":
        places = {id_: place for place, id_ in enumerate(sheet.people)}
        return cls(
            *cls.key(sheet.id),
            turn=sheet.turn,
            outcomes=sheet.outcomes or None,
            rows={c: row_to_list(row, places) for c, row in sheet.rows.items()},
            people=list(sheet.people.items()) or None,
            submission=sheet.submission and encode(sheet.submission),
            late=sorted(sheet.late) or None,
            withdrawn_at=sheet.withdrawn_at,
            beside=what_stands_beside(sheet),
            named_at=sheet.named_at or None,
        )

    def stands_beside(self, sheet: MarkSheet) -> bool:
        """Whether the sheet was given the items that stood beside this one when it was written."""
        return self.beside in {None, what_stands_beside(sheet)}

    def to_domain(self, assessment: Assessment) -> MarkSheet:
        """Read a sheet of an assessment; without `withdrawn_at` it counts as having had a withdrawal just now."""
        _, series, centre = self.pk.split("#")
        people: dict[str, str] = dict(self.people or ())
        ids, outcomes = list(people), int(self.outcomes or 0)
        version = int(self.turn) - outcomes
        return MarkSheet(
            SheetId(SeriesId(series), CentreNumber(centre), assessment.code),
            assessment,
            {CandidateNumber(c): row_from_list(row, ids) for c, row in self.rows.items()},
            version,
            decode(Submission, self.submission) if self.submission else None,
            people,
            late=frozenset(map(CandidateNumber, self.late or ())),
            withdrawn_at=version if self.withdrawn_at is None else self.withdrawn_at,
            outcomes=outcomes,
            named_at=int(self.named_at or 0),
        )


class KeyItem(MarksItem, discriminator="key"):
    """A used idempotency key, its request's fingerprint and its answer, compressed."""

    fingerprint = UnicodeAttribute()
    packed = BinaryAttribute(legacy_encoding=False)
    expires = NumberAttribute(attr_name="ttl")

    @staticmethod
    def key(subject: str, value: str) -> tuple[str, str]:
        """For example ``("KEY#1c9f…#3f2a…", "KEY")``."""
        return f"KEY#{subject}#{value}", "KEY"

    @classmethod
    def of(cls, claim: IdempotencyRecord, expires: datetime) -> "KeyItem":
        return cls(
            *cls.key(claim.key.subject, claim.key.value),
            fingerprint=claim.key.fingerprint,
            packed=zlib.compress(json.dumps(encode(claim.answer), separators=(",", ":")).encode()),
            expires=int(expires.timestamp()),
        )

    def answer[A](self, answer_type: type[A]) -> A:
        """The stored answer."""
        return decode(answer_type, json.loads(zlib.decompress(self.packed)))


class FactItem(_Item):
    """A fact in the ledger, which is the audit row and the outbox at once."""

    class Meta:  # pyright: ignore[reportIncompatibleVariableOverride]
        """Its table is named by `bind`."""

        table_name = ""

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    name = UnicodeAttribute()
    version = NumberAttribute(null=True)
    at = UTCDateTimeAttribute()
    by_id = UnicodeAttribute()
    by_name = UnicodeAttribute()
    channel = UnicodeAttribute()
    body = CompactAttribute()

    @staticmethod
    def partition(sheet: SheetId) -> str:
        """For example ``2027-06#64235#H446/03``."""
        return f"{sheet.series}#{sheet.centre}#{sheet.assessment}"

    @staticmethod
    def place(version: int, beside: str = "") -> str:
        """For example ``00000007``, or ``00000007#report-2027-04-20`` and ``00000007#notice-8f2c…`` beside it."""
        return f"{version:0{LEDGER_VERSION_DIGITS}d}{beside and f'#{beside}'}"


def bind(marks_table: str, ledger_table: str) -> None:
    """Name the tables of the items; once in a process, at its start."""
    MarksItem.Meta.table_name = marks_table
    FactItem.Meta.table_name = ledger_table
