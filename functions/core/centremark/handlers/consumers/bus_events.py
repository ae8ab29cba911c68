"""Events of the bus as they come out of a queue."""

import json

from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber, SeriesId, SheetId


def detail_of(record: SQSRecord) -> dict[str, object]:
    """The detail of the bus event in a message; raises KeyError or ValueError when it is none."""
    return json.loads(record.body)["detail"]


def sheet_of(detail: dict[str, object]) -> SheetId:
    """The sheet an event is about; raises `Malformed`, KeyError or TypeError."""
    match detail["sheet"]:
        case {"series": str(series), "centre": str(centre), "assessment": str(assessment)}:
            return SheetId(SeriesId(series), CentreNumber(centre), AssessmentCode(assessment))
        case other:
            raise TypeError(f"an event's sheet cannot be {type(other).__name__}")
