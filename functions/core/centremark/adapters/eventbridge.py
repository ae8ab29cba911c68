"""The bus: facts that others care about, as events."""

import json
from collections.abc import Mapping
from typing import Any, Final

from centremark.adapters.aws import client
from centremark.domain.moderation import WorkState

PUBLISHED: Final = frozenset(
    {
        *("EntriesChanged.v1", "MarksSubmitted.v1", "MarksConfirmed.v1", "ReportRequested.v1", "SlipsRequested.v1"),
        *("AmendmentRequested.v1", "AmendmentApplied.v1", "AmendmentDeclined.v1", "AmendmentWithdrawn.v1"),
        *("AmendmentWorkRequested.v1", "AmendmentWorkSent.v1", "ModerationStarted.v1", "SampleRequested.v1"),
        *("SampleWorkSent.v1", "SampleWorkLost.v1", "ModerationOutcomeRecorded.v1"),
        *("ExtensionRequested.v1", "ExtensionDecided.v1"),
    }
)
SUBMISSION_FIELDS: Final = ("number", "reference", "sha256", "late", "candidates")


def event_of(item: Mapping[str, Any]) -> dict[str, Any] | None:
    """The event a ledger item (as the stream shows it) gives rise to, or None.

    No names, no marks: only what consumers need. `id` lets them drop repeats.
    """
    if item["name"] not in PUBLISHED:
        return None
    series, centre, assessment = item["pk"].split("#")
    detail: dict[str, Any] = {
        "id": f"{item['pk']}/{item['sk']}",
        "name": item["name"],
        "at": item["at"],
        "sheet": {"series": series, "centre": centre, "assessment": assessment},
        "version": int(item["version"]),
    }
    body = json.loads(item["body"])
    if "entered" in body:
        detail["entries"] = {"entered": len(body["entered"]), "withdrawn": len(body.get("withdrawn", ()))}
    if submission := body.get("submission"):
        detail["submission"] = {field: submission[field] for field in SUBMISSION_FIELDS}
    if amendment := body.get("amendment"):
        detail["amendment"] = {field: amendment[field] for field in ("number", "state")}
    if moderation := body.get("moderation"):
        detail["moderation"] = _moderation(moderation)
    if extension := body.get("extension"):
        detail["extension"] = {field: extension[field] for field in ("until", "granted")}
    if slips := body.get("slips"):
        detail["slips"] = slips
    return detail


def _moderation(moderation: Mapping[str, Any]) -> dict[str, Any]:
    """What to do next, without whom it is about and without what was found."""
    states = [WorkState(state) for _, _, _, state, _ in moderation["sample"]]
    return {
        "method": moderation["method"],
        "due": moderation["due"],
        "sampled": sum(state.is_wanted for state in states),
        "sent": states.count(WorkState.SENT),
        "release_at": moderation["outcome"] and moderation["outcome"]["release_at"],
    }


def publish(bus: str, event: Mapping[str, Any]) -> None:
    """Put an event on the bus; raises RuntimeError when the bus refuses it."""
    entry = {
        "EventBusName": bus,
        "Source": "centremark",
        "DetailType": event["name"],
        "Detail": json.dumps(event),
    }
    answer = client("events").put_events(Entries=[entry])
    if answer["FailedEntryCount"]:
        raise RuntimeError(f"the bus refused {event['id']}: {answer['Entries'][0]['ErrorCode']}")
