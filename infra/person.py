"""Help a person sign in: `python -m infra.person invite EMAIL --stage STAGE --by "Name <name@board.example>"`.

`invite` sends an invitation again to someone who has not chosen a password. `reset-factor` lets someone who lost their
second factor set up another, and signs them out everywhere.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from centremark.bootstrap import Services
from centremark.domain.people.centre_people import roles_in_words
from centremark.domain.shared.actor import Actor
from infra.aws import client, in_a_sentence, outputs_of
from infra.catalogue import named_operator
from infra.dataset import Person
from infra.load import UserPool, Users, loader_for
from infra.stage import ask_for_stage


class SignIns(Users, Protocol):
    """The people who can sign in, and what an operator may do for one of them."""

    def has_password(self, email: str) -> bool:
        """Whether a person has chosen a password."""
        ...

    def invite_again(self, email: str) -> None:
        """Send the invitation again, with a new temporary password."""
        ...

    def sign_out(self, email: str) -> None:
        """End what a person is signed in to."""
        ...

    def must_have_factor(self) -> bool:
        """Whether nobody signs in without a second factor."""
        ...

    def drop_factor(self, email: str) -> None:
        """Ask a person for no second factor until they set one up; of no effect where everyone must have one."""
        ...

    def remove(self, email: str) -> None:
        """Remove a person's sign-in."""
        ...


@dataclass(frozen=True, slots=True)
class SignInsOfPool(UserPool):
    """Those of the stack's user pool."""

    def has_password(self, email: str) -> bool:
        """Whether a person has chosen a password."""
        user = self.cognito.admin_get_user(UserPoolId=self.pool, Username=email)
        return user["UserStatus"] != "FORCE_CHANGE_PASSWORD"

    def invite_again(self, email: str) -> None:
        """Send the invitation again, with a new temporary password."""
        self.cognito.admin_create_user(
            UserPoolId=self.pool, Username=email, MessageAction="RESEND", DesiredDeliveryMediums=["EMAIL"]
        )

    def sign_out(self, email: str) -> None:
        """End what a person is signed in to."""
        self.cognito.admin_user_global_sign_out(UserPoolId=self.pool, Username=email)

    def must_have_factor(self) -> bool:
        """Whether nobody signs in without a second factor."""
        described = self.cognito.describe_user_pool(UserPoolId=self.pool)
        return described["UserPool"].get("MfaConfiguration") == "ON"

    def drop_factor(self, email: str) -> None:
        """Ask a person for no second factor until they set one up; of no effect where everyone must have one."""
        none = {"Enabled": False, "PreferredMfa": False}
        self.cognito.admin_set_user_mfa_preference(UserPoolId=self.pool, Username=email, SoftwareTokenMfaSettings=none)

    def remove(self, email: str) -> None:
        """Remove a person's sign-in."""
        self.cognito.admin_delete_user(UserPoolId=self.pool, Username=email)


@dataclass(frozen=True, slots=True)
class Help:
    """Help in one installation."""

    services: Services
    users: SignIns
    by: Actor

    def invite(self, email: str) -> str:
        """Invite someone again, and give what was done; raises `SystemExit` when there is nobody to invite."""
        self._subject(email)
        if self.users.has_password(email):
            raise SystemExit(f"{email} has chosen a password. The sign-in page sends a code to those who forgot it.")
        self.users.invite_again(email)
        return f"{email} has a new invitation, which works for 7 days."

    def reset_factor(self, email: str) -> str:
        """Let someone set up another second factor, and give what was done.

        Cognito forgets no factor where everyone must have one. There the person gets a new sign-in with the same roles,
        by an invitation, and the old one keeps no role.
        """
        subject = self._subject(email)
        self.users.sign_out(email)
        if not self.users.must_have_factor():
            self.users.drop_factor(email)
            return f"{email} signs in with the password alone until they set up another second factor."
        member = self.services.members.get(subject)
        held = (
            f"{', '.join(roles_in_words(roles, member.limits.get(centre, {})))} at {centre}"
            for centre, roles in sorted(member.memberships.items())
        )
        print(f"{member.name} has these roles: {'; '.join(held) or 'none'}")
        self.users.remove(email)
        anew = self.users.ensure(Person(email, member.name, "", member.memberships), "")
        self.services.give_roles(replace(member, subject=anew), self.by)
        self.services.give_roles(replace(member, memberships={}, limits={}, email=""), self.by)
        return f"{email} has a new invitation and the same roles, and sets up a second factor when they accept it."

    def _subject(self, email: str) -> str:
        if subject := self.users.find(email):
            return subject
        raise SystemExit(f"Nobody signs in as {email}. To invite them, name them in the catalogue.")


def help_for(stack: str, by: Actor) -> Help:
    """Help in a stack."""
    outputs, _ = outputs_of(stack)
    return Help(loader_for(stack, by).services, SignInsOfPool(client("cognito-idp"), outputs["UserPoolId"]), by)


def run(argv: Sequence[str], help_in: Callable[[str, Actor], Help] = help_for) -> None:
    """Do what an operator asks for one person."""
    arguments = argparse.ArgumentParser(prog="python -m infra.person", description=__doc__)
    arguments.add_argument("do", choices=["invite", "reset-factor"])
    arguments.add_argument("email", help="the address they sign in with")
    ask_for_stage(arguments)
    arguments.add_argument(
        "--by", required=True, type=named_operator, help="who you are, as 'Name <name@board.example>'"
    )
    asked = arguments.parse_args(argv)
    asked.stage.use_region()
    helping = help_in(asked.stage.stack, asked.by)
    print(helping.invite(asked.email) if asked.do == "invite" else helping.reset_factor(asked.email))


if __name__ == "__main__":
    with in_a_sentence():
        run(sys.argv[1:])
