"""Every command of the README and the runbook, run as it stands there, on a local cloud with a deployed stage.

A command that is new in the text is run too: it fails here until it works, or stands in a list below with a reason.
"""

import json
import re
import sys
from collections.abc import Generator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pytest

from infra.local.cloud import ROOT, LocalCloud
from tests.support.operating import SAM, STACK, deploy, run

AWS: Final = ROOT / ".venv-sam" / "bin" / "aws"
SH: Final = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
YAML: Final = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FENCED: Final = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
INLINE: Final = re.compile(r"`(aws [^`]+)`")

ELSEWHERE: Final = {
    "make run ": "tests/integration/conftest.py starts the same service",
    "sam build\n": "tests/integration/test_deploying_with_sam.py deploys and publishes what `make build` made",
    # The local cloud has no CodeDeploy.
    "release=$(aws cloudformation describe-stack-resource": "tests/architecture/test_release.py holds the name",
    # The local cloud forgets what a deleted stack left, which AWS tells for 90 days.
    "OLD=$(aws cloudformation list-stacks": "tests/architecture/test_adopt.py holds the files of the import",
}
"""Blocks that are not run here, by how they begin, and what tests them."""
NAMED: Final = {
    "aws logs tail": "of version 2 of the AWS command line; its options are for whoever reads a log",
    "aws dynamodb update-table --warm-throughput": "the sentence says for what",
}
"""Commands that a sentence names without all of their options, with the reason."""
LACKING: Final = {
    # It restores what is in the table now; an earlier copy is there already.
    "dynamodb restore-table-to-point-in-time": "TableAlreadyExistsException",
    "sqs start-message-move-task": "InvalidAction",
    # Nothing is being deployed.
    "cloudformation cancel-update-stack": "ValidationError",
    "cognito-idp add-user-pool-client-secret": "InvalidAction",
    "service-quotas request-service-quota-increase": "400",
}
"""What the local cloud lacks, with its answer: the AWS command line checks the command and all of its options first."""
RELAY: Final = (
    '"$(aws cloudformation describe-stack-resource --stack-name "$STACK" --logical-resource-id RelayFunction'
    ' --query StackResourceDetail.PhysicalResourceId --output text)"'
)
GIVEN: Final = {
    "STAGE=prod": "STAGE=dev",
    'named("prod")': 'named("dev")',
    "centremark-prod": STACK,
    "CLIENT ID": "a-client",
    "--function-name F": f"--function-name {RELAY}",
}
"""What an operator puts in place of a word of the text."""


@dataclass(frozen=True)
class Command:
    """What a document says to run."""

    text: str

    @property
    def name(self) -> str:
        return self.text.partition("\n")[0]

    @property
    def is_run_elsewhere(self) -> bool:
        return self.text.startswith(tuple(ELSEWHERE))


def commands(document: str) -> list[Command]:
    text = (ROOT / document).read_text()
    inline = (re.sub(r"\s+", " ", found) for found in INLINE.findall(FENCED.sub("", text)))
    return [Command(found) for found in (*SH.findall(text), *(one for one in inline if one not in NAMED))]


FIRST, *REST = commands("docs/runbook.md")
ALL: Final = [*commands("README.md"), *REST]
[RESTORING] = [command for command in ALL if "infra.restore" in command.text]
[REPUBLISHING] = [command for command in ALL if "infra.republish" in command.text]
RUN_HERE: Final = [one for one in ALL if not one.is_run_elsewhere and one is not RESTORING]


@dataclass(frozen=True)
class Shell:
    """A shell in a folder that looks like the project's, after what the runbook says comes first."""

    cloud: LocalCloud
    folder: Path
    environment: dict[str, str]

    def __call__(self, text: str) -> str:
        script = f"{FIRST.text}\n{text}"
        for word, given in GIVEN.items():
            script = script.replace(word, given)
        done = run(self.cloud, "bash", "-euo", "pipefail", "-c", script, cwd=self.folder, **self.environment)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Generator[Shell]:
    """A shell at a deployed stage to which the catalogues of the runbook were applied."""
    folder = tmp_path_factory.mktemp("project")
    for name in (".venv", ".aws-sam", "functions", "infra", "tests", "samconfig.toml", "template.yaml"):
        (folder / name).symlink_to(ROOT / name)
    with LocalCloud(tmp_path_factory.mktemp("cloud") / "state") as cloud:
        deploy(cloud)
        opened = Shell(cloud, folder, {"PATH": f"{an_aws(folder, cloud.url)}:/usr/bin:/bin"})
        catalogue = next(command for command in ALL if "infra.catalogue" in command.text)
        for written in YAML.findall((ROOT / "docs/runbook.md").read_text()):
            (folder / "catalogue.yaml").write_text(written)
            assert opened(catalogue.text).endswith("Done.\n")
        yield opened


def an_aws(folder: Path, url: str) -> Path:
    """A folder with SAM and an AWS command line to which the local cloud may say that it lacks something."""
    bin_ = folder / "bin"
    bin_.mkdir()
    (bin_ / "aws").write_text(
        f"""#!{sys.executable}
import subprocess, sys
at = ["--endpoint-url", {url!r}]  # version 1 reaches SQS at another address than the one of the environment
done = subprocess.run([{str(AWS)!r}, *at, *sys.argv[1:]], stderr=subprocess.PIPE, text=True)
answer = {LACKING!r}.get(" ".join(sys.argv[1:3]))
sys.stderr.write(done.stderr)
raise SystemExit(0 if answer and f"({{answer}})" in done.stderr else done.returncode)
"""
    )
    (bin_ / "aws").chmod(0o755)
    (bin_ / "sam").symlink_to(SAM)
    return bin_


@pytest.mark.parametrize("command", RUN_HERE, ids=lambda command: command.name)
def test_a_command_works_as_it_stands_in_the_text(command: Command, shell: Shell) -> None:
    shell(command.text)


def test_what_is_left_out_here_stands_in_the_text() -> None:
    texts = "".join((ROOT / name).read_text() for name in ("README.md", "docs/runbook.md"))

    assert [begin for begin in ELSEWHERE if not any(c.text.startswith(begin) for c in ALL)] == []
    assert [named for named in (*NAMED, *GIVEN) if named not in texts] == []
    assert [lacking for lacking in LACKING if f"aws {lacking}" not in texts] == []


def test_a_restored_sheet_takes_marks_again_and_its_history_says_who_restored_it(shell: Shell) -> None:
    tables = shell.cloud.client("dynamodb")
    marks = shell("output MarksTable").strip()
    shell(marking(45))
    tables.restore_table_to_point_in_time(
        SourceTableName=marks, TargetTableName=f"{marks}-restored", UseLatestRestorableTime=True
    )
    shell(marking(3))

    said = shell(RESTORING.text)

    assert "2027-06.64235.H446-03: has the marks of version 2, as version 4." in said
    assert shell(marking(46)).splitlines()[-2:] == ["4 SheetRestored.v1 Olu Perator", "5 MarksSaved.v1 Asha Patel"]
    assert f"{marks}-restored" not in tables.list_tables()["TableNames"]


def marking(mark: int) -> str:
    return f"PYTHONPATH=.:functions/core .venv/bin/python -m tests.support.marking {STACK} {mark}"


@pytest.mark.parametrize("shard", ["", "shardId-00000000000000000000-00000000"], ids=["in the stream", "no more there"])
def test_what_the_relay_could_not_publish_is_given_to_it_again(shell: Shell, shard: str) -> None:
    queue, letters = shell.cloud.client("sqs"), shell("output RelayDeadLetterUrl").strip()
    batch = what_a_dead_letter_says(shell)
    queue.send_message(
        QueueUrl=letters, MessageBody=json.dumps({"DDBStreamBatchInfo": batch | ({"shardId": shard} if shard else {})})
    )

    said = shell(REPUBLISHING.text)

    assert re.match(r"1 messages handled, [1-9]\d* facts given to the relay", said)
    assert "Messages" not in queue.receive_message(QueueUrl=letters)


def what_a_dead_letter_says(shell: Shell) -> dict[str, Any]:
    """Where the ledger's first fact stands in its stream."""
    streams = shell.cloud.client("dynamodbstreams")
    [stream] = streams.list_streams(TableName=shell("output LedgerTable").strip())["Streams"]
    place = {"StreamArn": stream["StreamArn"]}
    shard = streams.describe_stream(**place)["StreamDescription"]["Shards"][0]["ShardId"]
    first = streams.get_shard_iterator(**place, ShardId=shard, ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
    record, *_ = streams.get_records(ShardIterator=first)["Records"]
    now = datetime.now(UTC).isoformat()
    return {
        "streamArn": stream["StreamArn"],
        "shardId": shard,
        "startSequenceNumber": record["dynamodb"]["SequenceNumber"],
        "batchSize": 1,
        "approximateArrivalOfFirstRecord": now,
        "approximateArrivalOfLastRecord": now,
    }
