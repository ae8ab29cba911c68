"""The ports over AWS. What every process needs is imported here, the rest when first used."""

from datetime import UTC, datetime
from secrets import token_hex
from typing import TYPE_CHECKING

from centremark.adapters.dynamodb.items import bind
from centremark.adapters.dynamodb.people import DynamoCentreSettings, DynamoMembers
from centremark.adapters.dynamodb.rates import DynamoRates
from centremark.adapters.dynamodb.stores import (
    DynamoCatalogue,
    DynamoIdempotency,
    DynamoOverview,
    DynamoRosters,
    DynamoSheets,
)

if TYPE_CHECKING:
    from centremark.domain.shared.ports import Clock
    from centremark.settings import Settings


def utc_now() -> datetime:
    """The present instant."""
    return datetime.now(UTC)  # noqa: TID251  # this is the clock


def a_seed() -> str:
    """A seed that nobody can predict."""
    return token_hex(16)


class AwsPorts:
    """Makes an adapter for each port; adapters keep no state, so every use case can have its own."""

    sheets = DynamoSheets()
    idempotency = DynamoIdempotency()
    rosters = DynamoRosters()
    catalogue = DynamoCatalogue()
    centre_settings = DynamoCentreSettings()
    members = DynamoMembers()
    rates = DynamoRates()
    overview = DynamoOverview()
    seeds = staticmethod(a_seed)

    def __init__(self, settings: "Settings", clock: "Clock") -> None:
        bind(settings.marks_table, settings.ledger_table)
        self._settings = settings
        self.clock = clock

    @property
    def origin(self):
        return self._settings.origin

    @property
    def ledger(self):
        from centremark.adapters.dynamodb.ledger import DynamoLedger

        return DynamoLedger()

    @property
    def departments(self):
        from centremark.adapters.dynamodb.departments import DynamoDepartments

        return DynamoDepartments()

    @property
    def intake(self):
        from centremark.adapters.s3.intake import S3Intake

        return S3Intake(self._settings.intake_bucket)

    @property
    def prints(self):
        from centremark.adapters.s3.prints import S3Prints

        return S3Prints(self._settings.reports_bucket, self._settings.render_queue)

    @property
    def uploads(self):
        from centremark.adapters.dynamodb.uploads import DynamoUploads

        return DynamoUploads()

    @property
    def files(self):
        from centremark.adapters.s3.files import S3Files

        return S3Files(self._settings.uploads_bucket)

    @property
    def formats(self):
        from centremark.adapters.files.formats import FileFormats

        return FileFormats()

    @property
    def readings(self):
        from centremark.adapters.dynamodb.readings import DynamoReadings

        return DynamoReadings()

    @property
    def webhooks(self):
        from centremark.adapters.dynamodb.webhooks import DynamoWebhooks

        return DynamoWebhooks()

    @property
    def sender(self):
        from centremark.adapters.https.sender import OutsideSender

        return OutsideSender(local=self._settings.webhook_targets == "local")

    @property
    def retries(self):
        from centremark.adapters.sqs.retries import SqsRetries

        return SqsRetries(self._settings.webhook_queue)

    @property
    def presences(self):
        from centremark.adapters.dynamodb.presences import DynamoPresences

        return DynamoPresences()

    @property
    def requests(self):
        from centremark.adapters.dynamodb.requests import DynamoRequests

        return DynamoRequests()

    @property
    def preferences(self):
        from centremark.adapters.dynamodb.preferences import DynamoNotificationPreferences

        return DynamoNotificationPreferences()

    @property
    def people(self):
        from centremark.adapters.dynamodb.centre_people import DynamoPeopleOfCentres

        return DynamoPeopleOfCentres()

    @property
    def sightings(self):
        from centremark.adapters.dynamodb.centre_people import DynamoSightings

        return DynamoSightings()

    @property
    def sign_ins(self):
        from centremark.adapters.cognito.sign_ins import CognitoSignIns

        return CognitoSignIns(self._settings.user_pool)

    @property
    def post(self):
        from centremark.adapters.sqs.post import SqsPost

        return SqsPost(self._settings.mail_queue)

    @property
    def mailer(self):
        from centremark.adapters.ses.mailer import SesMailer

        return SesMailer(self._settings.mail_from, self._settings.mail_configuration)
