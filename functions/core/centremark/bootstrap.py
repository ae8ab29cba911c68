"""Settings to adapters to use cases: the only place that knows both sides."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from secrets import token_bytes, token_hex
from typing import Self

from centremark.adapters.dynamodb.items import bind
from centremark.adapters.dynamodb.ledger import DynamoLedger
from centremark.adapters.dynamodb.preferences import DynamoNotificationPreferences
from centremark.adapters.dynamodb.rates import DynamoRates
from centremark.adapters.dynamodb.readings import DynamoReadings
from centremark.adapters.dynamodb.stores import (
    DynamoCatalogue,
    DynamoCentreSettings,
    DynamoIdempotency,
    DynamoMembers,
    DynamoOverview,
    DynamoRosters,
    DynamoSheets,
)
from centremark.adapters.dynamodb.uploads import DynamoUploads
from centremark.adapters.dynamodb.webhooks import DynamoWebhooks
from centremark.adapters.https.sender import OutsideSender
from centremark.adapters.s3.files import S3Files
from centremark.adapters.s3.intake import S3Intake
from centremark.adapters.s3.prints import S3Reports
from centremark.adapters.ses.mailer import SesMailer
from centremark.adapters.sqs.post import SqsPost
from centremark.domain.board.ports import Overview
from centremark.domain.catalogue.ports import Catalogue, Rosters
from centremark.domain.files.ports import Files, Formats, Readings, Uploads
from centremark.domain.history.ports import Ledger
from centremark.domain.moderation.ports import SeedSource
from centremark.domain.notices.ports import Mailer, NotificationPreferences, Post
from centremark.domain.people.ports import CentreSettingsStore, Members, Rates
from centremark.domain.prints.ports import Reports
from centremark.domain.shared.ports import Clock, IdempotencyStore
from centremark.domain.sheet.ports import Sheets
from centremark.domain.submission.ports import Intake
from centremark.domain.webhooks.ports import Sender, Webhooks
from centremark.settings import Settings
from centremark.usecases.amendments.amend_marks import AmendMarks, DecideAmendment, FollowAmendment
from centremark.usecases.board.arrange_board import GiveRoles, PutCatalogue
from centremark.usecases.checks.read_patterns import ReadSheetPatterns
from centremark.usecases.entries.enter_candidates import ChangeEntries
from centremark.usecases.entries.move_candidate import MoveCandidate
from centremark.usecases.extensions.extend_deadline import AskForExtension, DecideExtension
from centremark.usecases.files.accept_file import AcceptFile, CancelFile, ReadPreview
from centremark.usecases.files.check_file import CheckFile
from centremark.usecases.files.export_marks import ExportMarks
from centremark.usecases.files.send_file import FindUpload, SendFile
from centremark.usecases.history.read_centre_history import ReadOfficeHistory
from centremark.usecases.history.read_changes import ReadChanges
from centremark.usecases.history.read_history import ReadHistory
from centremark.usecases.marks.enter_marks import EnterMarks
from centremark.usecases.marks.put_marks import PutMarks
from centremark.usecases.marks.record_circumstance import RecordCircumstance
from centremark.usecases.moderation.consortia import ArrangeConsortium, ReadConsortia, ReadConsortium, ReadModeration
from centremark.usecases.moderation.moderate import (
    FollowModeration,
    ReadSeriesOfBoard,
    RecordOutcome,
    StartModeration,
    TopUpSample,
)
from centremark.usecases.notices.preferences import ManageMail, NoteTrouble
from centremark.usecases.notices.send_notice import SendNotice
from centremark.usecases.notices.tell_people import TellOfDay, TellOfEvent
from centremark.usecases.people.centre_settings import ChangeCentreSettings, ReadCentreSettings
from centremark.usecases.people.limit_rate import LimitRate
from centremark.usecases.people.read_memberships import ReadMemberships, Recognise
from centremark.usecases.prints.print_report import FindReport, PrintReport, RequestReport
from centremark.usecases.prints.print_slips import FindSlips, PrintSlips, RequestSlips
from centremark.usecases.sheet.read_sheets import ReadCentre, ReadSeries, ReadSheet
from centremark.usecases.submission.confirm_submission import ConfirmSubmission
from centremark.usecases.submission.read_receipt import ReadReceipt
from centremark.usecases.submission.submit_marks import SubmitMarks
from centremark.usecases.webhooks.manage_webhook import ManageWebhook
from centremark.usecases.webhooks.tell_centre import TellCentre


@dataclass(frozen=True, slots=True)
class Ports:
    """Everything the use cases need of the world."""

    sheets: Sheets
    idempotency: IdempotencyStore
    rosters: Rosters
    catalogue: Catalogue
    centre_settings: CentreSettingsStore
    members: Members
    rates: Rates
    ledger: Ledger
    intake: Intake
    reports: Reports
    uploads: Uploads
    files: Files
    readings: Readings
    webhooks: Webhooks
    sender: Sender
    overview: Overview
    preferences: NotificationPreferences
    post: Post
    mailer: Mailer
    seeds: SeedSource
    clock: Clock
    origin: str
    """Where people work: what links in notices begin with."""


@dataclass(frozen=True, slots=True)
class FileServices:
    """The use cases that read and write files."""

    check_file: CheckFile
    export_marks: ExportMarks

    @classmethod
    def of(cls, p: Ports, formats: Formats) -> Self:
        """Wire them to their ports."""
        return cls(
            CheckFile(p.uploads, p.files, formats, p.readings, p.sheets, p.rosters, p.members, p.ledger, p.clock),
            ExportMarks(p.sheets, p.rosters, formats),
        )


@dataclass(frozen=True, slots=True)
class Services:
    """Every use case, ready to call."""

    catalogue: Catalogue
    members: Members
    recognise: Recognise
    limit_rate: LimitRate
    read_memberships: ReadMemberships
    read_series: ReadSeries
    read_centre: ReadCentre
    read_centre_settings: ReadCentreSettings
    change_centre_settings: ChangeCentreSettings
    read_sheet: ReadSheet
    read_history: ReadHistory
    read_changes: ReadChanges
    read_receipt: ReadReceipt
    enter_marks: EnterMarks
    put_marks: PutMarks
    record_circumstance: RecordCircumstance
    submit_marks: SubmitMarks
    confirm_submission: ConfirmSubmission
    amend_marks: AmendMarks
    follow_amendment: FollowAmendment
    decide_amendment: DecideAmendment
    read_series_of_board: ReadSeriesOfBoard
    read_consortia: ReadConsortia
    read_consortium: ReadConsortium
    arrange_consortium: ArrangeConsortium
    read_moderation: ReadModeration
    start_moderation: StartModeration
    follow_moderation: FollowModeration
    record_outcome: RecordOutcome
    top_up_sample: TopUpSample
    read_sheet_patterns: ReadSheetPatterns
    put_catalogue: PutCatalogue
    give_roles: GiveRoles
    read_office_history: ReadOfficeHistory
    change_entries: ChangeEntries
    move_candidate: MoveCandidate
    ask_for_extension: AskForExtension
    decide_extension: DecideExtension
    find_report: FindReport
    request_report: RequestReport
    print_report: PrintReport
    find_slips: FindSlips
    request_slips: RequestSlips
    print_slips: PrintSlips
    send_file: SendFile
    find_upload: FindUpload
    accept_file: AcceptFile
    read_preview: ReadPreview
    cancel_file: CancelFile
    manage_webhook: ManageWebhook
    tell_centre: TellCentre
    manage_mail: ManageMail
    tell_of_event: TellOfEvent
    tell_of_day: TellOfDay
    send_notice: SendNotice
    note_trouble: NoteTrouble
    with_formats: Callable[[Formats], FileServices]
    """What needs the readers and writers of files, which most processes do without."""

    @classmethod
    def of(cls, p: Ports) -> Self:
        """Wire the use cases to their ports."""
        read_sheet = ReadSheet(p.sheets, p.rosters, p.catalogue, p.members, p.centre_settings, p.clock)
        find_report = FindReport(p.sheets, p.ledger, p.reports, p.clock)
        find_slips = FindSlips(p.sheets, p.ledger, p.reports, p.clock)
        return cls(
            catalogue=p.catalogue,
            members=p.members,
            recognise=Recognise(p.members),
            limit_rate=LimitRate(p.rates, p.clock),
            read_memberships=ReadMemberships(p.catalogue),
            read_series=ReadSeries(p.catalogue, p.clock),
            read_centre=ReadCentre(p.sheets, p.catalogue, p.members, p.clock),
            read_centre_settings=ReadCentreSettings(p.centre_settings, p.catalogue),
            change_centre_settings=ChangeCentreSettings(p.centre_settings, p.clock),
            read_sheet=read_sheet,
            read_history=ReadHistory(p.sheets, p.ledger, p.clock),
            read_changes=ReadChanges(p.sheets, p.ledger, p.catalogue),
            read_receipt=ReadReceipt(p.sheets),
            put_catalogue=PutCatalogue(p.catalogue, p.clock),
            give_roles=GiveRoles(p.members, p.clock),
            read_office_history=ReadOfficeHistory(p.ledger, p.catalogue),
            change_entries=ChangeEntries(p.sheets, p.rosters, p.catalogue, p.clock),
            move_candidate=MoveCandidate(p.sheets, p.rosters, p.catalogue, p.clock),
            enter_marks=EnterMarks(p.sheets, p.idempotency, p.centre_settings, p.clock),
            put_marks=PutMarks(p.sheets, p.idempotency, p.centre_settings, p.clock),
            record_circumstance=RecordCircumstance(p.sheets, p.rosters, p.clock),
            submit_marks=SubmitMarks(p.sheets, p.idempotency, p.members, p.clock),
            confirm_submission=ConfirmSubmission(p.sheets, p.ledger, p.intake, p.clock),
            amend_marks=AmendMarks(p.sheets, p.idempotency, p.clock),
            follow_amendment=FollowAmendment(p.sheets, p.clock),
            decide_amendment=DecideAmendment(p.sheets, p.clock),
            read_series_of_board=ReadSeriesOfBoard(p.overview, p.catalogue, p.clock),
            read_consortia=ReadConsortia(p.catalogue, p.overview),
            read_consortium=ReadConsortium(p.catalogue, read_sheet),
            arrange_consortium=ArrangeConsortium(p.sheets, p.catalogue, p.clock),
            read_moderation=ReadModeration(p.catalogue, read_sheet),
            start_moderation=StartModeration(p.sheets, p.catalogue, p.seeds, p.clock),
            follow_moderation=FollowModeration(p.sheets, p.clock),
            record_outcome=RecordOutcome(p.sheets, p.clock),
            ask_for_extension=AskForExtension(p.sheets, p.clock),
            decide_extension=DecideExtension(p.sheets, p.clock),
            read_sheet_patterns=ReadSheetPatterns(p.sheets, p.rosters, p.catalogue),
            top_up_sample=TopUpSample(p.sheets, p.catalogue, p.clock),
            find_report=find_report,
            request_report=RequestReport(find_report, p.ledger, p.clock),
            print_report=PrintReport(read_sheet, p.reports),
            find_slips=find_slips,
            request_slips=RequestSlips(read_sheet, find_slips, p.ledger, p.clock),
            print_slips=PrintSlips(read_sheet, p.reports),
            send_file=SendFile(p.uploads, p.files, p.catalogue, p.clock),
            find_upload=FindUpload(p.uploads, p.files, p.clock),
            accept_file=AcceptFile(p.uploads, p.files, p.sheets, p.centre_settings, p.members, p.clock),
            read_preview=ReadPreview(p.uploads, p.files),
            cancel_file=CancelFile(p.uploads),
            manage_webhook=ManageWebhook(p.webhooks, p.sender, token_bytes, p.clock),
            tell_centre=TellCentre(p.webhooks, p.sender, p.clock),
            manage_mail=ManageMail(p.members, p.preferences),
            tell_of_event=TellOfEvent(p.sheets, p.members, p.post),
            tell_of_day=TellOfDay(p.catalogue, p.overview, p.members, p.preferences, p.post),
            send_notice=SendNotice(
                p.sheets, p.catalogue, p.members, p.preferences, p.idempotency, p.ledger, p.mailer, p.clock, p.origin
            ),
            note_trouble=NoteTrouble(p.members, p.preferences),
            with_formats=partial(FileServices.of, p),
        )


def utc_now() -> datetime:
    """Give the present instant."""
    return datetime.now(UTC)


def a_seed() -> str:
    """Cast a lot that nobody can foresee."""
    return token_hex(16)


def wire(settings: Settings, clock: Clock = utc_now) -> Services:
    """The use cases over AWS."""
    bind(settings.marks_table, settings.ledger_table)
    return Services.of(
        Ports(
            sheets=DynamoSheets(),
            idempotency=DynamoIdempotency(),
            rosters=DynamoRosters(),
            catalogue=DynamoCatalogue(),
            centre_settings=DynamoCentreSettings(),
            members=DynamoMembers(),
            rates=DynamoRates(),
            ledger=DynamoLedger(),
            intake=S3Intake(settings.intake_bucket),
            reports=S3Reports(settings.reports_bucket, settings.render_queue),
            uploads=DynamoUploads(),
            files=S3Files(settings.uploads_bucket),
            readings=DynamoReadings(),
            webhooks=DynamoWebhooks(),
            sender=OutsideSender(local=settings.webhook_targets == "local"),
            overview=DynamoOverview(),
            preferences=DynamoNotificationPreferences(),
            post=SqsPost(settings.mail_queue),
            mailer=SesMailer(settings.mail_from, settings.mail_configuration),
            seeds=a_seed,
            clock=clock,
            origin=settings.origin,
        )
    )


@cache
def services() -> Services:
    """The process's use cases, made when first asked for."""
    return wire(Settings.from_env())
