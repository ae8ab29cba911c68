"""Load a dataset into an installation, through the same use cases as everyone else.

Repeating it adds nothing: saves have idempotency keys; entries, people and decisions that exist are kept. To load the
demonstration into the stack that the AWS environment variables point at: `python -m infra.load STACK`.
"""

import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, Protocol

from centremark.adapters.aws import client
from centremark.bootstrap import Services, wire
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import BOARD_CENTRE, Actor, Channel, Role
from centremark.domain.shared.errors import AlreadySubmitted
from centremark.domain.shared.identifiers import SheetId
from centremark.domain.shared.ports import Key
from centremark.domain.sheet.declaration import DECLARATION, Agreement
from centremark.settings import Settings
from centremark.usecases.amendments.amend_marks import AmendMarksCommand
from centremark.usecases.marks.enter_marks import EnterMarksCommand
from centremark.usecases.moderation.moderate import OutcomeFound
from centremark.usecases.submission.submit_marks import SubmitMarksCommand
from infra.aws import outputs_of
from infra.dataset import Dataset, Moderated, Person, Sheet
from infra.local.demo import demonstration

AGREED = Agreement(DECLARATION.version, frozenset(DECLARATION.statements))
ENTERED: Final = "Entered for the series"


def operator(id_: str, name: str) -> Actor:
    """The operator who loads data, under the name that the ledgers keep."""
    return Actor(id_, name, Channel.BOARD, {BOARD_CENTRE: frozenset({Role.OPERATOR})})


DEMONSTRATION: Final = operator("demonstration", "Demonstration")


class Users(Protocol):
    """The people who can sign in."""

    def find(self, email: str) -> str | None:
        """The subject in a person's tokens, if they can sign in."""
        ...

    def ensure(self, person: Person, password: str) -> str:
        """Make a person's sign-in unless it is there, and give the subject in their tokens.

        The password is set; without one, a new person is invited by email to choose theirs.
        """
        ...


@dataclass(frozen=True, slots=True)
class Loader:
    """Loads into one stack, known by its outputs."""

    services: Services
    users: Users
    mis_client: str
    services_at: Callable[[datetime], Services]
    """The same use cases at an instant."""
    by: Actor
    """Whoever loads, as the ledgers name them."""

    def __call__(self, data: Dataset) -> None:
        """Load everything; raises what the use cases raise when the data are wrong."""
        for item in (*data.series, *data.assessments, *data.centres):
            self.services.put_catalogue(item, self.by)
        actors = {person.email: self._enrol(person, data.password) for person in data.people}
        if data.mis:
            self.services.give_roles(Member(self.mis_client, "Demonstration MIS", data.mis, machine=True), self.by)
        for choice in data.choices:
            self.services.change_centre_settings(choice.centre, actors[choice.by], second_checker=choice.second_checker)
        for sheet in data.sheets:
            with suppress(AlreadySubmitted):
                self._at(sheet.at).fill(sheet, actors)
        for together in data.consortia:
            first, *others = together.centres
            sheet_id = SheetId(together.series, first, together.assessment)
            self.services.arrange_consortium(sheet_id, others, self.by)
        for moderated in data.moderated:
            self._moderate(moderated, actors)
        for amended in data.amended:
            key = Key(actors[amended.by].id, f"load-amendment-{amended.sheet}", "")
            if not self.services.read_sheet.for_print(amended.sheet).sheet.amendments:
                command = AmendMarksCommand(amended.sheet, amended.wanted, key)
                self.services.amend_marks(command, actors[amended.by])

    def _enrol(self, person: Person, password: str) -> Actor:
        subject = self.users.ensure(person, password)
        self.services.give_roles(Member(subject, person.name, person.memberships, email=person.email), self.by)
        return Actor(subject, person.name, Channel.WEB, person.memberships)

    def _at(self, instant: datetime | None) -> "Loader":
        """The same loader at an instant in the past."""
        return replace(self, services=self.services_at(instant)) if instant else self

    def fill(self, sheet: Sheet, actors: Mapping[str, Actor]) -> None:
        """Enter a sheet's candidates and marks, and submit it, as far as the dataset says."""
        self.services.change_entries.enter(sheet.id, sheet.candidates, ENTERED, self.by, sheet.carried)
        if not sheet.changes:
            return
        actor = actors[sheet.by]
        for candidate, circumstance in sheet.circumstances.items():
            self.services.record_circumstance(sheet.id, candidate, circumstance, actor)
        saved = self.services.enter_marks(
            EnterMarksCommand(sheet.id, sheet.changes, Key(actor.id, f"load-marks-{sheet.id}", "")), actor
        )
        if sheet.submitted:
            key = Key(actor.id, f"load-submit-{sheet.id}", "")
            self.services.submit_marks(SubmitMarksCommand(sheet.id, frozenset({saved.version}), AGREED, key), actor)
        if sheet.at:
            self.services.confirm_submission(sheet.id, 1)

    def _moderate(self, moderated: Moderated, actors: Mapping[str, Actor]) -> None:
        """Start moderation, send the work and record the outcome, as far as that is not done.

        Moderation needs confirmed marks. They are confirmed here in the same way as the intake does, which then finds
        it done.
        """
        actor = actors[moderated.by]
        sheets = [view.sheet for view in self.services.read_consortium(moderated.sheet, actor)]
        if not all(sheet.moderation and sheet.moderation.due for sheet in sheets):
            for sheet in sheets:
                if sheet.submission:
                    self.services.confirm_submission(sheet.id, sheet.submission.number)
            self.services.start_moderation(moderated.sheet, moderated.arrangement, actor)
        view = self.services.read_sheet.for_print(moderated.sheet)
        held = view.sheet.moderation
        if held is None or held.outcome:
            return
        if moderated.sent_by:
            asked = frozenset(work.candidate for work in held.sample)
            self.services.follow_moderation.sent(moderated.sheet, asked, "By courier", actors[moderated.sent_by])
        if moderated.found:
            found = OutcomeFound(moderated.found.adjusted, view.at, moderated.found.note)
            self.services.record_outcome(moderated.sheet, found, actor)


@dataclass(frozen=True, slots=True)
class UserPool:
    """The stack's user pool."""

    cognito: Any
    pool: str

    def find(self, email: str) -> str | None:
        """Look a person up."""
        try:
            return self._subject(email)
        except self.cognito.exceptions.UserNotFoundException:
            return None

    def ensure(self, person: Person, password: str) -> str:
        """Make a person's sign-in unless it is there."""
        with suppress(self.cognito.exceptions.UsernameExistsException):
            self.cognito.admin_create_user(
                UserPoolId=self.pool,
                Username=person.email,
                UserAttributes=[
                    {"Name": "email", "Value": person.email},
                    {"Name": "email_verified", "Value": "true"},
                    {"Name": "name", "Value": person.name},
                ],
                **({"MessageAction": "SUPPRESS"} if password else {"DesiredDeliveryMediums": ["EMAIL"]}),
            )
        if password:
            self.cognito.admin_set_user_password(
                UserPoolId=self.pool, Username=person.email, Password=password, Permanent=True
            )
        return self._subject(person.email)

    def _subject(self, email: str) -> str:
        user = self.cognito.admin_get_user(UserPoolId=self.pool, Username=email)
        return next(a["Value"] for a in user["UserAttributes"] if a["Name"] == "sub")


def loader_for(stack: str, by: Actor) -> Loader:
    """Make a loader for a stack, from its outputs."""
    outputs, _ = outputs_of(stack)
    told = {"MARKS_TABLE": "MarksTable", "LEDGER_TABLE": "LedgerTable", "INTAKE_BUCKET": "IntakeBucket"}
    settings = Settings({f"CENTREMARK_{name}": outputs[output] for name, output in told.items()})
    users = UserPool(client("cognito-idp"), outputs["UserPoolId"])
    return Loader(wire(settings), users, outputs["MisClientId"], lambda instant: wire(settings, lambda: instant), by)


def main(stack: str) -> None:
    """Load the demonstration, whose people all have one known password; raises `SystemExit` for a stack in AWS."""
    if outputs_of(stack)[1]["Stage"] != "local":
        raise SystemExit(f"{stack} is not on one machine: its people would have a password that everyone can read.")
    loader_for(stack, DEMONSTRATION)(demonstration())


if __name__ == "__main__":
    main(sys.argv[1])
