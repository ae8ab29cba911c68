"""Load a dataset into an installation, through the same use cases as everyone.

Done again it adds nothing: saves carry idempotency keys, entries and people already there are kept. To load the
demonstration into the stack that the AWS environment variables point at: `python -m infra.load STACK`.
"""

import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from centremark.adapters.aws import client
from centremark.bootstrap import Services, wire
from centremark.domain.actor import Actor, Channel
from centremark.domain.declaration import DECLARATION, Agreement
from centremark.domain.errors import AlreadySubmitted
from centremark.domain.ports import Key, Member
from centremark.settings import Settings
from centremark.usecases.enter_marks import EnterMarksCommand
from centremark.usecases.submit_marks import SubmitMarksCommand
from infra.dataset import Dataset, Person, Sheet
from infra.local.demo import demonstration

AGREED = Agreement(DECLARATION.version, frozenset(DECLARATION.statements))


@dataclass(frozen=True, slots=True)
class Loader:
    """Loads into one stack, known by its outputs."""

    services: Services
    users: "Users"
    mis_client: str

    def __call__(self, data: Dataset) -> None:
        """Load everything; raises what the use cases raise when the data are wrong."""
        for item in (*data.series, *data.assessments, *data.centres):
            self.services.catalogue.put(item)
        actors = {person.email: self._enrol(person, data.password) for person in data.people}
        self.services.members.put(Member(self.mis_client, "Demonstration MIS", data.mis, machine=True))
        for choice in data.choices:
            self.services.change_centre_settings(choice.centre, actors[choice.by], second_checker=choice.second_checker)
        for sheet in data.sheets:
            with suppress(AlreadySubmitted):
                self._fill(sheet, actors)

    def _enrol(self, person: Person, password: str) -> Actor:
        subject = self.users.ensure(person, password)
        self.services.members.put(Member(subject, person.name, person.memberships, email=person.email))
        return Actor(subject, person.name, Channel.WEB, person.memberships)

    def _fill(self, sheet: Sheet, actors: Mapping[str, Actor]) -> None:
        self.services.enter_candidates(sheet.id, sheet.candidates)
        if not sheet.changes:
            return
        actor = actors[sheet.by]
        saved = self.services.enter_marks(
            EnterMarksCommand(sheet.id, sheet.changes, Key(actor.id, f"load-marks-{sheet.id}", "")), actor
        )
        if sheet.submitted:
            key = Key(actor.id, f"load-submit-{sheet.id}", "")
            self.services.submit_marks(SubmitMarksCommand(sheet.id, saved.version, AGREED, key), actor)


@dataclass(frozen=True, slots=True)
class Users:
    """The user pool's people."""

    cognito: Any
    pool: str

    def ensure(self, person: Person, password: str) -> str:
        """Make a person's sign-in unless it is there, set the password, and give the subject their tokens carry."""
        with suppress(self.cognito.exceptions.UsernameExistsException):
            self.cognito.admin_create_user(
                UserPoolId=self.pool,
                Username=person.email,
                MessageAction="SUPPRESS",
                UserAttributes=[
                    {"Name": "email", "Value": person.email},
                    {"Name": "email_verified", "Value": "true"},
                    {"Name": "name", "Value": person.name},
                ],
            )
        self.cognito.admin_set_user_password(
            UserPoolId=self.pool, Username=person.email, Password=password, Permanent=True
        )
        user = self.cognito.admin_get_user(UserPoolId=self.pool, Username=person.email)
        return next(a["Value"] for a in user["UserAttributes"] if a["Name"] == "sub")


def loader_for(stack: str) -> Loader:
    """Find a stack's resources by its outputs."""
    [described] = client("cloudformation").describe_stacks(StackName=stack)["Stacks"]
    outputs = {output["OutputKey"]: output["OutputValue"] for output in described["Outputs"]}
    settings = Settings(
        marks_table=outputs["MarksTable"],
        ledger_table=outputs["LedgerTable"],
        bus=outputs["BusName"],
        intake_bucket=outputs["IntakeBucket"],
        reports_bucket=outputs["ReportsBucket"],
        uploads_bucket=outputs["UploadsBucket"],
        render_queue=outputs["RenderQueueUrl"],
        webhook_queue=outputs["WebhookQueueUrl"],
        webhook_targets="public",
        mail_queue=outputs["MailQueueUrl"],
        mail_from="",
        mail_configuration=outputs["MailConfiguration"],
        origin=outputs["SpaUrl"],
    )
    users = Users(client("cognito-idp"), outputs["UserPoolId"])
    return Loader(wire(settings), users, outputs["MisClientId"])


if __name__ == "__main__":
    loader_for(sys.argv[1])(demonstration())
