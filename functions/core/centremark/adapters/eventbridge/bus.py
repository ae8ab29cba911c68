"""The bus: facts that others subscribe to, as events."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from centremark.adapters.aws import client
from centremark.adapters.codec.facts import fact_of
from centremark.domain.prints.facts import SlipsRequested
from centremark.domain.requests.facts import AboutRequest, ColleagueReminded, MarksReady
from centremark.domain.sheet.facts import AboutAmendment, AboutExtension, AboutModeration, EntriesChanged, submission_of
from centremark.domain.sheet.moderation import Moderation, WorkState

PUBLISHED: Final = frozenset(
    {
        *("EntriesChanged.v1", "MarksSubmitted.v1", "MarksConfirmed.v1", "ReportRequested.v1", "SlipsRequested.v1"),
        *("AmendmentRequested.v1", "AmendmentApplied.v1", "AmendmentDeclined.v1", "AmendmentWithdrawn.v1"),
        *("AmendmentWorkRequested.v1", "AmendmentWorkSent.v1", "ModerationStarted.v1", "SampleRequested.v1"),
        *("SampleWorkSent.v1", "SampleWorkCorrected.v1", "SampleWorkLost.v1", "ModerationOutcomeRecorded.v1"),
        *("ExtensionRequested.v1", "ExtensionDecided.v1"),
        *("ColleagueAsked.v1", "ColleagueReminded.v1", "MarksReady.v1"),
    }
)
SUBMISSION_FIELDS: Final = ("number", "reference", "sha256", "late", "candidates")


def event_of(item: Mapping[str, Any]) -> dict[str, Any] | None:
    """The event of a ledger item (as the stream shows it), or None if its fact is not published.

    It has what consumers need, without names and marks. `id` lets them drop repeats.
    """
    if item["name"] not in PUBLISHED:
        return None
    fact = fact_of({**item, "body": json.loads(item["body"])})
    sheet = fact.sheet
    detail: dict[str, Any] = {
        "id": f"{item['pk']}/{item['sk']}",
        "name": fact.NAME,
        "at": item["at"],
        "sheet": {"series": sheet.series, "centre": sheet.centre, "assessment": sheet.assessment},
        "version": fact.version,
    }
    if submission := submission_of(fact):
        detail["submission"] = {field: getattr(submission, field) for field in SUBMISSION_FIELDS}
    match fact:
        case EntriesChanged():
            detail["entries"] = {"entered": len(fact.entered), "withdrawn": len(fact.withdrawn)}
        case AboutAmendment():
            detail["amendment"] = {"number": fact.amendment.number, "state": fact.amendment.state}
        case AboutModeration():
            detail["moderation"] = _moderation(fact.moderation)
        case AboutExtension():
            detail["extension"] = {"until": fact.extension.until.isoformat(), "granted": fact.extension.granted}
        case SlipsRequested():
            detail["slips"] = {"group": fact.group, "review_by": fact.review_by.isoformat()}
        case AboutRequest():
            detail["request"] = _request(fact)
        case _:
            pass
    return detail


def _request(fact: AboutRequest) -> dict[str, Any]:
    """Say who gets a message about which requests: people by their ids, requests by their numbers."""
    ready = isinstance(fact, MarksReady)
    told: dict[str, Any] = {
        "number": fact.request.number,
        "by": fact.by.id,
        "to": fact.request.asked.by.id if ready else fact.request.wanted.to.id,
    }
    if isinstance(fact, ColleagueReminded):
        told["reminder"] = fact.reminder
        told["all"] = [[str(asked.sheet), asked.number] for asked in fact.all_asked]
    return told


def _moderation(moderation: Moderation) -> dict[str, Any]:
    """What to do next, without candidates and without what was found."""
    states = [work.state for work in moderation.sample]
    return {
        "method": moderation.method,
        "due": moderation.due and moderation.due.isoformat(),
        "sampled": sum(state.is_wanted for state in states),
        "sent": states.count(WorkState.SENT),
        "release_at": moderation.outcome and moderation.outcome.release_at.isoformat(),
    }


@dataclass(frozen=True, slots=True)
class EventBus:
    """One bus of EventBridge."""

    name: str

    def publish(self, event: Mapping[str, Any]) -> None:
        """Put an event on the bus; raises RuntimeError when the bus refuses it."""
        entry = {
            "EventBusName": self.name,
            "Source": "centremark",
            "DetailType": event["name"],
            "Detail": json.dumps(event),
        }
        answer = client("events").put_events(Entries=[entry])
        if answer["FailedEntryCount"]:
            raise RuntimeError(f"the bus refused {event['id']}: {answer['Entries'][0]['ErrorCode']}")
