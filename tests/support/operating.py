"""An operator at a shell, on a local cloud of their own."""

import os
import subprocess
from pathlib import Path
from typing import Final

from infra.local.cloud import ROOT, LocalCloud

SAM: Final = ROOT / ".venv-sam" / "bin" / "sam"
STACK: Final = "centremark-dev"
PYTHONPATH: Final = f".:{ROOT / 'functions' / 'deployment'}"
"""What `make publish` sets."""


def deploy(cloud: LocalCloud) -> dict[str, str]:
    """The outputs of the example stage, deployed by SAM as its settings say."""
    done = run(cloud, SAM, "deploy", "--config-env", "dev")
    assert done.returncode == 0, done.stdout + done.stderr
    [stack] = cloud.client("cloudformation").describe_stacks(StackName=STACK)["Stacks"]
    return {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}


def run(
    cloud: LocalCloud, *command: str | Path, cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run an operator's command in the project's folder, with credentials of the cloud and no region."""
    access = {name: value for name, value in cloud.access.items() if "REGION" not in name}
    ours = {"PATH": os.environ["PATH"], "HOME": str(cloud.state), "SAM_CLI_TELEMETRY": "0", "PYTHONPATH": PYTHONPATH}
    env = {**ours, **access, **environment}
    return subprocess.run(
        command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
