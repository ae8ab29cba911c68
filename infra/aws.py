"""Clients for the operators' tools."""

from typing import Any

import botocore.session

from infra.stage import use_region


def client(service: str) -> Any:  # noqa: ANN401  # botocore makes its clients' methods at run time
    """A client with the operator's own credentials, in the region of the environment or of `samconfig.toml`."""
    use_region()
    return botocore.session.get_session().create_client(service)


def outputs_of(stack: str) -> tuple[dict[str, str], dict[str, str]]:
    """A stack's outputs and parameters."""
    [found] = client("cloudformation").describe_stacks(StackName=stack)["Stacks"]
    outputs = {output["OutputKey"]: output["OutputValue"] for output in found["Outputs"]}
    parameters = {given["ParameterKey"]: given["ParameterValue"] for given in found["Parameters"]}
    return outputs, parameters
