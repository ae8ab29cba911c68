"""Tell the sign-in client where people work: a custom resource of the stack.

CloudFormation can make the client only before the distribution, whose address the client has to know: the API needs
the client, and the distribution the API. So the client is made without an address, and completed here.
"""

import json
from functools import cache
from typing import Any, Final
from urllib.request import Request, urlopen

import botocore.session
from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.data_classes import CloudFormationCustomResourceEvent, event_source
from aws_lambda_powertools.utilities.typing import LambdaContext

logger = Logger()
ONLY_TOLD: Final = {"ClientSecret", "CreationDate", "LastModifiedDate"}
"""What a client is described with and cannot be given."""
SECONDS: Final = 60
"""How long CloudFormation may take to accept the answer."""


@cache
def users() -> Any:  # noqa: ANN401  # botocore makes its clients' methods at run time
    """The process's one client of the user pool's service."""
    return botocore.session.get_session().create_client("cognito-idp")


def complete(pool: str, client: str, origin: str) -> None:
    """Let people sign in from an origin and return to it; everything else about the client stays."""
    described = users().describe_user_pool_client(UserPoolId=pool, ClientId=client)["UserPoolClient"]
    kept = {key: value for key, value in described.items() if value != "" and key not in ONLY_TOLD}
    kept |= {"CallbackURLs": [f"{origin}/signed-in"], "LogoutURLs": [f"{origin}/signed-out"]}
    users().update_user_pool_client(**kept)


@event_source(data_class=CloudFormationCustomResourceEvent)
def handler(event: CloudFormationCustomResourceEvent, _context: LambdaContext) -> None:
    """Do what CloudFormation asks, and answer where it listens; a failure is answered too, and rolls the stack back."""
    answer = {
        "Status": "SUCCESS",
        "StackId": event.stack_id,
        "RequestId": event.request_id,
        "LogicalResourceId": event.logical_resource_id,
        "PhysicalResourceId": event.logical_resource_id,
    }
    try:
        if event.request_type != "Delete":
            wanted = event.resource_properties
            complete(wanted["UserPoolId"], wanted["ClientId"], wanted["Origin"])
    except Exception as error:
        logger.exception("sign_in_not_completed")
        answer |= {"Status": "FAILED", "Reason": f"{type(error).__name__}: {error}"}
    respond(event.response_url, answer)


def respond(url: str, answer: dict[str, str]) -> None:
    """Put an answer to the signed address that CloudFormation gave, which was signed without a kind of content."""
    put = Request(url, json.dumps(answer).encode(), {"Content-Type": ""}, method="PUT")  # noqa: S310  # as below
    with urlopen(put, timeout=SECONDS):  # noqa: S310  # CloudFormation's own address
        pass
