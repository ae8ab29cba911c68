"""Publish the facts that the relay could not: `python -m infra.republish --stage STAGE`.

A message in RelayDeadLetter only says where in the ledger's stream they stood. They are read from there, or after 24
hours from the ledger by their time, and handed to the relay; then the message is deleted. Repeats do no harm.
"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import batched
from typing import Any, Final

from pynamodb.attributes import UTCDateTimeAttribute

from infra.aws import client, in_a_sentence, outputs_of
from infra.stage import ask_for_stage

Json = dict[str, Any]
AT_ONCE: Final = 25
"""As many facts as the stream gives the relay at once."""
MARGIN: Final = timedelta(minutes=5)
"""How far the time of a fact may be from when it came into the stream."""
HANDLED_WITHIN_SECONDS: Final = 900
GONE: Final = {"TrimmedDataAccessException", "ResourceNotFoundException", "ExpiredIteratorException"}
"""How a stream answers about what it no longer has."""


def facts_of(batch: Mapping[str, Any], ledger: str) -> list[Json]:
    """The items of the ledger that a dead letter is about."""
    streams = client("dynamodbstreams")
    try:
        return list(_from_stream(streams, batch))
    except streams.exceptions.ClientError as error:
        if error.response["Error"]["Code"] not in GONE:
            raise
        return list(_from_ledger(ledger, batch))


def _from_stream(streams: Any, batch: Mapping[str, Any]) -> Iterator[Json]:  # noqa: ANN401  # a botocore client
    place = {"StreamArn": batch["streamArn"], "ShardId": batch["shardId"]}
    begin = {"ShardIteratorType": "AT_SEQUENCE_NUMBER", "SequenceNumber": batch["startSequenceNumber"]}
    iterator = streams.get_shard_iterator(**place, **begin)["ShardIterator"]
    left = int(batch["batchSize"])
    while iterator and left:
        page = streams.get_records(ShardIterator=iterator, Limit=left)
        yield from (record["dynamodb"]["NewImage"] for record in page["Records"] if record["eventName"] == "INSERT")
        iterator, left = page.get("NextShardIterator"), left - len(page["Records"])


def _from_ledger(ledger: str, batch: Mapping[str, Any]) -> Iterator[Json]:
    first, last = (datetime.fromisoformat(batch[f"approximateArrivalOf{end}Record"]) for end in ("First", "Last"))
    written = UTCDateTimeAttribute()
    between = {
        ":first": {"S": written.serialize(first - MARGIN)},
        ":last": {"S": written.serialize(last + MARGIN)},
    }
    pages = (
        client("dynamodb")
        .get_paginator("scan")
        .paginate(
            TableName=ledger,
            FilterExpression="#at BETWEEN :first AND :last",
            ExpressionAttributeNames={"#at": "at"},
            ExpressionAttributeValues=between,
        )
    )
    yield from (item for page in pages for item in page["Items"])


def publish(facts: Sequence[Json], relay: str) -> None:
    """Hand facts to the relay; raises `SystemExit` when it does not publish one."""
    for some in batched(facts, AT_ONCE, strict=False):
        records = [
            {
                "eventID": str(place),
                "eventName": "INSERT",
                "eventSource": "aws:dynamodb",
                "dynamodb": {"NewImage": fact, "SequenceNumber": str(place)},
            }
            for place, fact in enumerate(some, 1)
        ]
        answer = client("lambda").invoke(FunctionName=relay, Payload=json.dumps({"Records": records}).encode())
        if "FunctionError" in answer or json.loads(answer["Payload"].read())["batchItemFailures"]:
            raise SystemExit("The relay still cannot publish them. Its log says why; the messages stay where they are.")


def main(stack: str) -> None:
    """Empty RelayDeadLetter, a message at a time."""
    outputs, _ = outputs_of(stack)
    of_relay = {"StackName": stack, "LogicalResourceId": "RelayFunction"}
    relay = client("cloudformation").describe_stack_resource(**of_relay)["StackResourceDetail"]["PhysicalResourceId"]
    queue, letters = client("sqs"), outputs["RelayDeadLetterUrl"]
    published = handled = 0
    while messages := queue.receive_message(QueueUrl=letters, VisibilityTimeout=HANDLED_WITHIN_SECONDS).get("Messages"):
        for message in messages:
            facts = facts_of(json.loads(message["Body"])["DDBStreamBatchInfo"], outputs["LedgerTable"])
            publish(facts, relay)
            queue.delete_message(QueueUrl=letters, ReceiptHandle=message["ReceiptHandle"])
            published, handled = published + len(facts), handled + 1
    sys.stdout.write(f"{handled} messages handled, {published} facts given to the relay.\n")


if __name__ == "__main__":
    ask = ArgumentParser(prog="python -m infra.republish", description=__doc__)
    ask_for_stage(ask)
    asked = ask.parse_args()
    asked.stage.use_region()
    with in_a_sentence():
        main(asked.stage.stack)
