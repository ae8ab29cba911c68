"""Who can sign in, in the stack's Cognito user pool."""

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from botocore.exceptions import ClientError, HTTPClientError
from botocore.exceptions import ConnectionError as Unreached

from centremark.adapters.aws import client
from centremark.domain.people.ports import SignIn
from centremark.domain.shared.errors import InvitationNotSent, Malformed, SignInsBusy

BUSY: Final = frozenset(
    {"TooManyRequestsException", "InternalErrorException", "ThrottlingException", "ServiceUnavailable"}
)
"""What Cognito answers beyond a quota of requests, or when it is at fault; the client has tried again by then."""
UNSENT: Final = frozenset({"CodeDeliveryFailureException", "LimitExceededException", "UnsupportedUserStateException"})
"""Mail that SES refused, 50 mails sent today without an address of our own, a password chosen a moment ago:
https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html."""
INVITED: Final = "FORCE_CHANGE_PASSWORD"


@dataclass(frozen=True, slots=True)
class CognitoSignIns:
    """People are found by their address; the pool takes capitals for small letters."""

    pool: str

    def ensure(self, email: str, name: str) -> SignIn:
        """Find somebody's sign-in, or make one without mailing anything."""
        if found := self.find(email):
            return found
        with _in_words():
            try:
                made = _cognito().admin_create_user(
                    UserPoolId=self.pool,
                    Username=email,
                    UserAttributes=[
                        {"Name": "email", "Value": email},
                        {"Name": "email_verified", "Value": "true"},
                        {"Name": "name", "Value": name},
                    ],
                    MessageAction="SUPPRESS",
                )["User"]
            except _cognito().exceptions.UsernameExistsException:  # someone else made it a moment ago
                return self.find(email) or _vanished()
        return _sign_in(made, made["Attributes"])

    def find(self, email: str) -> SignIn | None:
        """Somebody's sign-in, if there is one."""
        with _in_words():
            try:
                user = _cognito().admin_get_user(UserPoolId=self.pool, Username=email)
            except _cognito().exceptions.UserNotFoundException:
                return None
        return _sign_in(user, user["UserAttributes"])

    def invite(self, email: str) -> None:
        """Mail a new temporary password, in the words of the pool's InviteMessageTemplate."""
        with _in_words():
            _cognito().admin_create_user(
                UserPoolId=self.pool, Username=email, MessageAction="RESEND", DesiredDeliveryMediums=["EMAIL"]
            )


def _cognito() -> Any:  # noqa: ANN401  # botocore makes its clients' methods at run time
    return client("cognito-idp")


def _sign_in(user: Mapping[str, Any], attributes: Sequence[Mapping[str, str]]) -> SignIn:
    subject = next(one["Value"] for one in attributes if one["Name"] == "sub")
    return SignIn(subject, has_password=user["UserStatus"] != INVITED)


def _vanished() -> SignIn:
    raise SignInsBusy("The sign-in changed at the same moment. Nothing was saved. Send the same request again.")


@contextmanager
def _in_words() -> Generator[None]:
    """Say what Cognito refuses in words of ours; raises `Malformed`, `InvitationNotSent`, `SignInsBusy`."""
    try:
        yield
    except ClientError as error:
        code = str(error.response.get("Error", {}).get("Code"))
        if code in BUSY:
            raise SignInsBusy(
                "The sign-in service is busy. Nothing was half done. Wait a little, then send the same request again."
            ) from error
        if code in UNSENT:
            raise InvitationNotSent(
                "The invitation could not be mailed now. Check the address. If it is right, the service may "
                "have mailed as much as it may today: send the invitation again tomorrow."
            ) from error
        if code == "InvalidParameterException":
            raise Malformed("The sign-in service does not take this address. Check it, or use another one.") from error
        raise
    except (Unreached, HTTPClientError) as error:
        raise SignInsBusy(
            "The sign-in service does not answer. Nothing was half done. Wait, then send the same request again."
        ) from error
