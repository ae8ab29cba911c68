"""Deploy to AWS and publish the page: `make deploy STAGE=dev`.

The first deployment of a stage runs twice: the address that people sign in from exists only after the distribution.
"""

import os
import subprocess
from contextlib import suppress
from pathlib import Path

from infra.aws import client
from infra.publish import publish

ROOT = Path(__file__).parents[1]


def sam_deploy(stage: str, *overrides: str) -> None:
    """Run `sam deploy` with the stage's settings of samconfig.toml."""
    command = ["sam", "deploy", "--config-env", stage, "--template-file", ".aws-sam/build/template.yaml"]
    if overrides:
        command += ["--parameter-overrides", *overrides]
    subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, "SAM_CLI_TELEMETRY": "0"})


def outputs_of(stack: str) -> tuple[dict[str, str], dict[str, str]]:
    """A stack's outputs and parameters."""
    [found] = client("cloudformation").describe_stacks(StackName=stack)["Stacks"]
    outputs = {output["OutputKey"]: output["OutputValue"] for output in found["Outputs"]}
    parameters = {given["ParameterKey"]: given["ParameterValue"] for given in found["Parameters"]}
    return outputs, parameters


def may_send_from(address: str) -> bool:
    """Whether SES has verified an address or its domain."""
    mail = client("sesv2")
    for identity in (address, address.partition("@")[2]):
        with suppress(mail.exceptions.NotFoundException):
            if mail.get_email_identity(EmailIdentity=identity)["VerifiedForSendingStatus"]:
                return True
    return False


def main() -> None:
    """Deploy, give the sign-in the page's address, and publish the page."""
    stage = os.environ.get("STAGE", "dev")
    stack = f"centremark-{stage}"
    sam_deploy(stage)
    outputs, parameters = outputs_of(stack)
    if parameters["SpaOrigin"] != outputs["SpaUrl"]:
        print("Telling the sign-in where the page is")
        sam_deploy(stage, f"SpaOrigin={outputs['SpaUrl']}")  # every other parameter keeps the value it just got
    publish(ROOT / "frontend" / "dist", outputs)
    if (sender := parameters["MailFrom"]) and not may_send_from(sender):
        print(f"SES has not verified {sender}, so nobody is told by e-mail yet: see docs/runbook.md, Send mail")
    print(f"Centremark is at {outputs['SpaUrl']}")


if __name__ == "__main__":
    main()
