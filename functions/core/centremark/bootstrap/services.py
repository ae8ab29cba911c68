"""Every use case, imported and joined to its ports when it is first called."""

from functools import cached_property
from secrets import token_bytes
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from centremark.bootstrap.ports import Ports


class Services:
    """The use cases by their names."""

    def __init__(self, ports: "Ports") -> None:
        self.ports = ports
        self.catalogue = ports.catalogue
        self.members = ports.members

    @cached_property
    def recognise(self):
        from centremark.usecases.people.read_memberships import Recognise

        return Recognise(self.ports.members)

    @cached_property
    def limit_rate(self):
        from centremark.usecases.people.limit_rate import LimitRate

        return LimitRate(self.ports.rates, self.ports.clock)

    @cached_property
    def read_memberships(self):
        from centremark.usecases.people.read_memberships import ReadMemberships

        return ReadMemberships(self.ports.catalogue)

    @cached_property
    def read_series(self):
        from centremark.usecases.sheet.read_sheets import ReadSeries

        return ReadSeries(self.ports.catalogue, self.ports.clock)

    @cached_property
    def read_centre(self):
        from centremark.usecases.sheet.read_sheets import ReadCentre

        return ReadCentre(
            self.ports.sheets,
            self.ports.catalogue,
            self.ports.members,
            self.ports.departments,
            self.ports.clock,
        )

    @cached_property
    def read_centre_settings(self):
        from centremark.usecases.people.centre_settings import ReadCentreSettings

        return ReadCentreSettings(self.ports.centre_settings, self.ports.catalogue)

    @cached_property
    def change_centre_settings(self):
        from centremark.usecases.people.centre_settings import ChangeCentreSettings

        return ChangeCentreSettings(self.ports.centre_settings, self.ports.clock)

    @cached_property
    def read_departments(self):
        from centremark.usecases.people.departments import ReadDepartments

        return ReadDepartments(self.ports.departments, self.ports.catalogue)

    @cached_property
    def change_departments(self):
        from centremark.usecases.people.departments import ChangeDepartments

        return ChangeDepartments(self.ports.departments, self.ports.clock)

    @cached_property
    def manage_people(self):
        from centremark.usecases.people.manage_people import ManagePeople

        return ManagePeople(
            self.ports.people,
            self.ports.sign_ins,
            self.ports.idempotency,
            self.ports.rates,
            self.ports.post,
            self.ports.clock,
        )

    @cached_property
    def ask_for_role(self):
        from centremark.usecases.people.manage_people import AskForRole

        return AskForRole(self.ports.people, self.ports.idempotency, self.ports.post, self.ports.clock)

    @cached_property
    def leave_centre(self):
        from centremark.usecases.people.leave_centre import LeaveCentre

        return LeaveCentre(self.ports.people, self.ports.idempotency, self.ports.clock)

    @cached_property
    def note_sighting(self):
        from centremark.usecases.people.note_sighting import NoteSighting

        return NoteSighting(self.ports.sightings, self.ports.clock)

    @cached_property
    def read_sheet(self):
        from centremark.usecases.sheet.read_sheets import ReadSheet

        return ReadSheet(
            self.ports.sheets,
            self.ports.rosters,
            self.ports.catalogue,
            self.ports.members,
            self.ports.centre_settings,
            self.ports.clock,
        )

    @cached_property
    def see_colleagues(self):
        from centremark.usecases.sheet.see_colleagues import SeeColleagues

        return SeeColleagues(self.ports.sheets, self.ports.presences, self.ports.clock)

    @cached_property
    def read_history(self):
        from centremark.usecases.history.read_history import ReadHistory

        return ReadHistory(self.ports.sheets, self.ports.rosters, self.ports.ledger, self.ports.clock)

    @cached_property
    def read_changes(self):
        from centremark.usecases.history.read_changes import ReadChanges

        return ReadChanges(self.ports.sheets, self.ports.ledger, self.ports.catalogue)

    @cached_property
    def read_receipt(self):
        from centremark.usecases.submission.read_receipt import ReadReceipt

        return ReadReceipt(self.ports.sheets)

    @cached_property
    def read_submissions(self):
        from centremark.usecases.submission.read_submissions import ReadSubmissions

        return ReadSubmissions(
            self.ports.sheets, self.ports.rosters, self.ports.ledger, self.ports.prints, self.ports.clock
        )

    @cached_property
    def change_once(self):
        from centremark.usecases.sheet.change import ChangeSheetOnce

        return ChangeSheetOnce(self.ports.sheets, self.ports.idempotency, self.ports.clock)

    @cached_property
    def enter_marks(self):
        from centremark.usecases.marks.enter_marks import EnterMarks

        return EnterMarks(self.change_once, self.ports.centre_settings)

    @cached_property
    def put_marks(self):
        from centremark.usecases.marks.put_marks import PutMarks

        return PutMarks(self.change_once, self.ports.centre_settings)

    @cached_property
    def record_circumstance(self):
        from centremark.usecases.marks.record_circumstance import RecordCircumstance

        return RecordCircumstance(self.ports.sheets, self.ports.rosters, self.ports.clock)

    @cached_property
    def submit_marks(self):
        from centremark.usecases.submission.submit_marks import SubmitMarks

        return SubmitMarks(self.change_once, self.ports.members)

    @cached_property
    def confirm_submission(self):
        from centremark.usecases.submission.confirm_submission import ConfirmSubmission

        return ConfirmSubmission(self.ports.sheets, self.ports.ledger, self.ports.intake, self.ports.clock)

    @cached_property
    def amend_marks(self):
        from centremark.usecases.amendments.amend_marks import AmendMarks

        return AmendMarks(self.change_once)

    @cached_property
    def follow_amendment(self):
        from centremark.usecases.amendments.amend_marks import FollowAmendment

        return FollowAmendment(self.ports.sheets, self.ports.clock)

    @cached_property
    def decide_amendment(self):
        from centremark.usecases.amendments.amend_marks import DecideAmendment

        return DecideAmendment(self.ports.sheets, self.ports.clock)

    @cached_property
    def read_series_of_board(self):
        from centremark.usecases.moderation.moderate import ReadSeriesOfBoard

        return ReadSeriesOfBoard(self.ports.overview, self.ports.catalogue, self.ports.clock)

    @cached_property
    def read_consortia(self):
        from centremark.usecases.moderation.consortia import ReadConsortia

        return ReadConsortia(self.ports.catalogue, self.ports.overview)

    @cached_property
    def read_consortium(self):
        from centremark.usecases.moderation.consortia import ReadConsortium

        return ReadConsortium(self.ports.catalogue, self.read_sheet)

    @cached_property
    def arrange_consortium(self):
        from centremark.usecases.moderation.consortia import ArrangeConsortium

        return ArrangeConsortium(self.ports.sheets, self.ports.catalogue, self.ports.clock)

    @cached_property
    def read_moderation(self):
        from centremark.usecases.moderation.consortia import ReadModeration

        return ReadModeration(self.ports.catalogue, self.read_sheet)

    @cached_property
    def start_moderation(self):
        from centremark.usecases.moderation.moderate import StartModeration

        return StartModeration(self.ports.sheets, self.ports.catalogue, self.ports.seeds, self.ports.clock)

    @cached_property
    def follow_moderation(self):
        from centremark.usecases.moderation.moderate import FollowModeration

        return FollowModeration(self.ports.sheets, self.ports.clock)

    @cached_property
    def record_outcome(self):
        from centremark.usecases.moderation.moderate import RecordOutcome

        return RecordOutcome(self.ports.sheets, self.ports.clock)

    @cached_property
    def top_up_sample(self):
        from centremark.usecases.moderation.moderate import TopUpSample

        return TopUpSample(self.ports.sheets, self.ports.catalogue, self.ports.clock)

    @cached_property
    def read_sheet_patterns(self):
        from centremark.usecases.checks.read_patterns import ReadSheetPatterns

        return ReadSheetPatterns(self.ports.sheets, self.ports.rosters, self.ports.catalogue)

    @cached_property
    def put_catalogue(self):
        from centremark.usecases.board.arrange_board import PutCatalogue

        return PutCatalogue(self.ports.catalogue, self.ports.clock)

    @cached_property
    def restore_sheet(self):
        from centremark.usecases.board.restore_sheet import RestoreSheet

        return RestoreSheet(self.ports.sheets, self.ports.ledger, self.ports.clock)

    @cached_property
    def give_roles(self):
        from centremark.usecases.board.arrange_board import GiveRoles

        return GiveRoles(self.ports.members, self.ports.clock)

    @cached_property
    def read_office_history(self):
        from centremark.usecases.history.read_centre_history import ReadOfficeHistory

        return ReadOfficeHistory(self.ports.ledger, self.ports.catalogue)

    @cached_property
    def change_entries(self):
        from centremark.usecases.entries.enter_candidates import ChangeEntries

        return ChangeEntries(self.ports.sheets, self.ports.rosters, self.ports.catalogue, self.ports.clock)

    @cached_property
    def move_candidate(self):
        from centremark.usecases.entries.move_candidate import MoveCandidate

        return MoveCandidate(self.ports.sheets, self.ports.rosters, self.ports.catalogue, self.ports.clock)

    @cached_property
    def ask_for_extension(self):
        from centremark.usecases.extensions.extend_deadline import AskForExtension

        return AskForExtension(self.ports.sheets, self.ports.clock)

    @cached_property
    def decide_extension(self):
        from centremark.usecases.extensions.extend_deadline import DecideExtension

        return DecideExtension(self.ports.sheets, self.ports.clock)

    @cached_property
    def find_print(self):
        from centremark.usecases.prints.prints import FindPrint

        return FindPrint(self.ports.sheets, self.ports.ledger, self.ports.prints, self.ports.clock)

    @cached_property
    def request_print(self):
        from centremark.usecases.prints.prints import RequestPrint

        return RequestPrint(self.read_sheet, self.find_print, self.ports.ledger)

    @cached_property
    def make_print(self):
        from centremark.usecases.prints.prints import MakePrint

        return MakePrint(self.read_sheet, self.ports.prints)

    @cached_property
    def find_reach(self):
        from centremark.usecases.requests.remind import FindReach

        return FindReach(self.ports.members, self.ports.preferences)

    @cached_property
    def read_requests(self):
        from centremark.usecases.requests.read_requests import ReadRequests

        return ReadRequests(
            self.ports.requests,
            self.ports.sheets,
            self.ports.rosters,
            self.ports.members,
            self.find_reach,
            self.ports.clock,
        )

    @cached_property
    def ask_colleague(self):
        from centremark.usecases.requests.ask_colleagues import AskColleague

        return AskColleague(
            self.ports.requests,
            self.ports.sheets,
            self.ports.rosters,
            self.ports.members,
            self.ports.idempotency,
            self.ports.clock,
        )

    @cached_property
    def say_ready(self):
        from centremark.usecases.requests.ask_colleagues import SayReady

        return SayReady(self.ports.requests, self.ports.sheets, self.ports.rosters, self.ports.clock)

    @cached_property
    def remind_colleagues(self):
        from centremark.usecases.requests.remind import RemindColleagues

        return RemindColleagues(
            self.ports.requests,
            self.ports.sheets,
            self.ports.rosters,
            self.ports.members,
            self.find_reach,
            self.ports.idempotency,
            self.ports.clock,
        )

    @cached_property
    def send_file(self):
        from centremark.usecases.files.send_file import SendFile

        return SendFile(self.ports.uploads, self.ports.files, self.ports.catalogue, self.ports.clock)

    @cached_property
    def find_upload(self):
        from centremark.usecases.files.send_file import FindUpload

        return FindUpload(self.ports.uploads, self.ports.files, self.ports.clock)

    @cached_property
    def check_file(self):
        from centremark.usecases.files.check_file import CheckFile

        return CheckFile(
            self.ports.uploads,
            self.ports.files,
            self.ports.formats,
            self.ports.readings,
            self.ports.sheets,
            self.ports.rosters,
            self.ports.members,
            self.ports.ledger,
            self.ports.clock,
        )

    @cached_property
    def export_marks(self):
        from centremark.usecases.files.export_marks import ExportMarks

        return ExportMarks(self.ports.sheets, self.ports.rosters, self.ports.formats)

    @cached_property
    def accept_file(self):
        from centremark.usecases.files.accept_file import AcceptFile

        return AcceptFile(
            self.ports.uploads,
            self.ports.files,
            self.ports.sheets,
            self.ports.centre_settings,
            self.ports.members,
            self.ports.clock,
        )

    @cached_property
    def read_preview(self):
        from centremark.usecases.files.accept_file import ReadPreview

        return ReadPreview(self.ports.uploads, self.ports.files)

    @cached_property
    def cancel_file(self):
        from centremark.usecases.files.accept_file import CancelFile

        return CancelFile(self.ports.uploads, self.ports.clock)

    @cached_property
    def manage_webhook(self):
        from centremark.usecases.webhooks.manage_webhook import ManageWebhook

        return ManageWebhook(self.ports.webhooks, self.ports.sender, token_bytes, self.ports.clock)

    @cached_property
    def tell_centre(self):
        from centremark.usecases.webhooks.tell_centre import TellCentre

        return TellCentre(self.ports.webhooks, self.ports.sender, self.ports.clock)

    @cached_property
    def manage_mail(self):
        from centremark.usecases.notices.preferences import ManageMail

        return ManageMail(self.ports.members, self.ports.preferences)

    @cached_property
    def tell_of_event(self):
        from centremark.usecases.notices.tell_people import TellOfEvent

        return TellOfEvent(self.ports.sheets, self.ports.members, self.ports.post)

    @cached_property
    def tell_of_day(self):
        from centremark.usecases.notices.tell_people import TellOfDay

        return TellOfDay(
            self.ports.catalogue,
            self.ports.overview,
            self.ports.members,
            self.ports.preferences,
            self.ports.requests,
            self.ports.post,
        )

    @cached_property
    def tell_of_request(self):
        from centremark.usecases.notices.tell_people import TellOfRequest

        return TellOfRequest(self.ports.members, self.ports.post)

    @cached_property
    def send_notice(self):
        from centremark.usecases.notices.send_notice import SendNotice

        return SendNotice(
            self.ports.sheets,
            self.ports.catalogue,
            self.ports.members,
            self.ports.preferences,
            self.ports.idempotency,
            self.ports.ledger,
            self.ports.mailer,
            self.ports.requests,
            self.ports.rosters,
            self.ports.clock,
            self.ports.origin,
        )

    @cached_property
    def note_trouble(self):
        from centremark.usecases.notices.preferences import NoteTrouble

        return NoteTrouble(self.ports.members, self.ports.preferences)
