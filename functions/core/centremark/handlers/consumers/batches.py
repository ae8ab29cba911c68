"""Batches of records, each handled by itself: one that fails comes again without the others."""

from collections.abc import Callable
from typing import Any

from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response  # pyright: ignore[reportUnknownVariableType]
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.typing import LambdaContext


def each[R](
    kind: EventType, event: dict[str, Any], context: LambdaContext, handle: Callable[[R], None]
) -> PartialItemFailureResponse:
    """Handle every record of a batch and say which ones failed."""
    processor = BatchProcessor(kind, raise_on_entire_batch_failure=False)
    return process_partial_response(event, handle, processor, context)
