"""Clients for the operators' tools."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import botocore.session
from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError

from infra.stage import use_default_region


def client(service: str) -> Any:  # noqa: ANN401  # botocore makes its clients' methods at run time
    """A client with the operator's own credentials, in the region of the environment or of `samconfig.toml`."""
    use_default_region()
    return botocore.session.get_session().create_client(service)


@contextmanager
def in_a_sentence() -> Generator[None]:
    """End an operator's command with a sentence where AWS refuses or cannot be reached."""
    try:
        yield
    except NoCredentialsError:
        raise SystemExit("There are no AWS credentials in the environment.") from None
    except ClientError as error:
        raise SystemExit(f"AWS refused: {error}") from error
    except BotoCoreError as error:
        raise SystemExit(f"AWS could not be asked: {error}") from error


def outputs_of(stack: str) -> tuple[dict[str, str], dict[str, str]]:
    """A stack's outputs and parameters; raises `SystemExit` for a stack whose first deployment failed."""
    [found] = client("cloudformation").describe_stacks(StackName=stack)["Stacks"]
    if not found.get("Outputs"):
        raise SystemExit(f"{stack} is {found['StackStatus']} and has no outputs. See docs/runbook.md, Deploy.")
    outputs = {output["OutputKey"]: output["OutputValue"] for output in found["Outputs"]}
    parameters = {given["ParameterKey"]: given["ParameterValue"] for given in found["Parameters"]}
    return outputs, parameters
