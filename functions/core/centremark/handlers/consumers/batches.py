"""Batches of records: each is handled by itself, and only those that fail are delivered again."""

from collections.abc import Callable
from typing import Any

from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response  # pyright: ignore[reportUnknownVariableType]
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.typing import LambdaContext


def each[R](
    kind: EventType, event: dict[str, Any], context: LambdaContext, handle: Callable[[R], None]
) -> PartialItemFailureResponse:
    """Handle every record of a batch and return those that failed."""
    processor = BatchProcessor(kind, raise_on_entire_batch_failure=False)
    return process_partial_response(event, handle, processor, context)
