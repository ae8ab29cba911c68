"""What the template says is what stands in the cloud: read back through the cloud's own APIs."""

from typing import Any

import httpx
import pytest

from infra.local.service import LocalService
from tests.integration.conftest import As
from tests.support.waiting import A_BUSY_MACHINE

READ, WRITE, SUBMIT = "centremark/read", "centremark/write", "centremark/submit"
ROUTES = {
    "GET /v1/me": READ,
    "GET /v1/me/notices": READ,
    "PUT /v1/me/notices": WRITE,
    "POST /v1/me/notices/works": WRITE,
    "GET /v1/series": READ,
    "GET /v1/centres/{centre}/people": READ,
    "POST /v1/centres/{centre}/people": WRITE,
    "PUT /v1/centres/{centre}/people/{person}/roles": WRITE,
    "POST /v1/centres/{centre}/people/{person}/invitation": WRITE,
    "POST /v1/centres/{centre}/people/{person}/declined": WRITE,
    "GET /v1/centres/{centre}/administrators": READ,
    "POST /v1/centres/{centre}/role-requests": WRITE,
    "POST /v1/centres/{centre}/leave": WRITE,
    "GET /v1/centres/{centre}/series/{series}/assessments": READ,
    "GET /v1/centres/{centre}/series/{series}/submissions": READ,
    "GET /v1/centres/{centre}/settings": READ,
    "PUT /v1/centres/{centre}/settings": WRITE,
    "GET /v1/centres/{centre}/departments": READ,
    "PUT /v1/centres/{centre}/departments": WRITE,
    "GET /v1/sheets/{sheet}": READ,
    "GET /v1/sheets/{sheet}/now": READ,
    "GET /v1/sheets/{sheet}/review": READ,
    "GET /v1/sheets/{sheet}/requests": READ,
    "POST /v1/sheets/{sheet}/requests": WRITE,
    "PUT /v1/sheets/{sheet}/requests/{number}": WRITE,
    "DELETE /v1/sheets/{sheet}/requests/{number}": WRITE,
    "POST /v1/sheets/{sheet}/requests/{number}/ready": WRITE,
    "POST /v1/centres/{centre}/series/{series}/reminders": WRITE,
    "GET /v1/sheets/{sheet}/history": READ,
    "GET /v1/sheets/{sheet}/report": READ,
    "POST /v1/sheets/{sheet}/report": READ,
    "GET /v1/sheets/{sheet}/slips": READ,
    "POST /v1/sheets/{sheet}/slips": READ,
    "PATCH /v1/sheets/{sheet}/marks": WRITE,
    "PUT /v1/sheets/{sheet}/marks": WRITE,
    "GET /v1/centres/{centre}/webhook": READ,
    "PUT /v1/centres/{centre}/webhook": WRITE,
    "DELETE /v1/centres/{centre}/webhook": WRITE,
    "POST /v1/centres/{centre}/webhook/secret": WRITE,
    "GET /v1/centres/{centre}/webhook/deliveries": READ,
    "GET /v1/sheets/{sheet}/receipt": READ,
    "GET /v1/sheets/{sheet}/submissions": READ,
    "GET /v1/sheets/{sheet}/submissions/{number}": READ,
    "GET /v1/centres/{centre}/series/{series}/changes": READ,
    "POST /v1/sheets/{sheet}/submit": SUBMIT,
    "GET /v1/sheets/{sheet}/file": READ,
    "GET /v1/centres/{centre}/series/{series}/file": READ,
    "GET /v1/centres/{centre}/series/{series}/uploads": READ,
    "POST /v1/centres/{centre}/series/{series}/uploads": WRITE,
    "GET /v1/uploads/{upload}": READ,
    "GET /v1/uploads/{upload}/lines": READ,
    "GET /v1/uploads/{upload}/errors": READ,
    "GET /v1/uploads/{upload}/file": READ,
    "GET /v1/uploads/{upload}/columns": READ,
    "PUT /v1/uploads/{upload}/reading": WRITE,
    "POST /v1/uploads/{upload}/check": WRITE,
    "POST /v1/uploads/{upload}/accept": WRITE,
    "POST /v1/uploads/{upload}/submit": SUBMIT,
    "POST /v1/uploads/{upload}/cancel": WRITE,
    "GET /v1/sheets/{sheet}/amendments": READ,
    "POST /v1/sheets/{sheet}/amendments": SUBMIT,
    "POST /v1/sheets/{sheet}/amendments/{number}/withdraw": SUBMIT,
    "POST /v1/sheets/{sheet}/amendments/{number}/sent": SUBMIT,
    "GET /v1/sheets/{sheet}/moderation": READ,
    "POST /v1/sheets/{sheet}/moderation/sent": SUBMIT,
    "POST /v1/sheets/{sheet}/moderation/lost": SUBMIT,
    "GET /v1/board/series/{series}/sheets": READ,
    "GET /v1/board/series/{series}/consortia": READ,
    "GET /v1/board/history": READ,
    "GET /v1/centres/{centre}/history": READ,
    "GET /v1/board/sheets/{sheet}/consortium": READ,
    "PUT /v1/board/sheets/{sheet}/consortium": SUBMIT,
    "DELETE /v1/board/sheets/{sheet}/consortium": SUBMIT,
    "POST /v1/board/sheets/{sheet}/moderation": SUBMIT,
    "POST /v1/board/sheets/{sheet}/moderation/outcome": SUBMIT,
    "GET /v1/sheets/{sheet}/extension": READ,
    "GET /v1/sheets/{sheet}/sense": READ,
    "POST /v1/sheets/{sheet}/extension": SUBMIT,
    "POST /v1/board/sheets/{sheet}/extension": SUBMIT,
    "POST /v1/board/sheets/{sheet}/entries": SUBMIT,
    "POST /v1/board/sheets/{sheet}/withdrawals": SUBMIT,
    "POST /v1/board/sheets/{sheet}/moves": SUBMIT,
    "PUT /v1/sheets/{sheet}/candidates/{candidate}/circumstance": WRITE,
    "POST /v1/board/sheets/{sheet}/amendments/{number}/decision": SUBMIT,
    "POST /v1/board/sheets/{sheet}/amendments/{number}/work": SUBMIT,
}


def test_every_route_stands_behind_the_authorizer_with_its_scope(service: LocalService) -> None:
    gateway, api = service.cloud.client("apigatewayv2"), service.stack.outputs["ApiId"]
    [authorizer] = gateway.get_authorizers(ApiId=api)["Items"]
    routes = gateway.get_routes(ApiId=api)["Items"]

    assert {route["RouteKey"]: route["AuthorizationScopes"] for route in routes} == {
        key: [scope] for key, scope in ROUTES.items()
    }
    assert {route["AuthorizerId"] for route in routes} == {authorizer["AuthorizerId"]}
    assert authorizer["JwtConfiguration"]["Issuer"] == service.stack.outputs["Issuer"]
    assert set(authorizer["JwtConfiguration"]["Audience"]) == {
        service.stack.outputs["SpaClientId"],
        service.stack.outputs["MisClientId"],
    }


@pytest.mark.parametrize("route", ROUTES)
def test_no_route_answers_without_a_token(service: LocalService, route: str) -> None:
    method, path = route.split()
    sheet = "2027-06.64235.H446-03"
    path = path.format(
        centre="64235", series="2027-06", sheet=sheet, upload="any", number=1, candidate="1001", person="asha"
    )
    answer = httpx.request(method, f"{service.url}/api{path}", trust_env=False, timeout=A_BUSY_MACHINE)

    assert answer.status_code == 401


def test_a_forged_token_is_refused(service: LocalService, as_: As) -> None:
    header, payload, _ = as_("asha@harbourview.example").headers["Authorization"].split(".")
    forged = httpx.get(
        f"{service.url}/api/v1/me",
        headers={"Authorization": f"{header}.{payload}.{'A' * 342}"},
        trust_env=False,
        timeout=A_BUSY_MACHINE,
    )

    assert forged.status_code == 401


@pytest.mark.parametrize(("who", "name"), [("asha@harbourview.example", "Asha Patel"), ("MIS", "Demonstration MIS")])
def test_people_and_the_mis_are_recognised_by_their_real_tokens(as_: As, who: str, name: str) -> None:
    answer = as_(who).get("/v1/me")

    assert answer.status_code == 200, answer.text
    assert answer.json()["name"] == name


@pytest.mark.parametrize("table", ["MarksTable", "LedgerTable"])
def test_both_tables_can_be_restored_to_any_point_in_time(service: LocalService, table: str) -> None:
    backups = service.cloud.client("dynamodb").describe_continuous_backups(TableName=service.stack.outputs[table])
    recovery = backups["ContinuousBackupsDescription"]["PointInTimeRecoveryDescription"]

    assert recovery["PointInTimeRecoveryStatus"] == "ENABLED"


def test_idempotency_keys_expire(service: LocalService) -> None:
    live = service.cloud.client("dynamodb").describe_time_to_live(TableName=service.stack.outputs["MarksTable"])

    assert live["TimeToLiveDescription"] == {"TimeToLiveStatus": "ENABLED", "AttributeName": "ttl"}


def test_the_ledger_streams_what_was_written(service: LocalService) -> None:
    table = service.cloud.client("dynamodb").describe_table(TableName=service.stack.outputs["LedgerTable"])

    assert table["Table"]["StreamSpecification"] == {"StreamEnabled": True, "StreamViewType": "NEW_IMAGE"}


def test_what_the_board_received_is_versioned_and_locked(service: LocalService) -> None:
    s3, bucket = service.cloud.client("s3"), service.stack.outputs["IntakeBucket"]
    lock = s3.get_object_lock_configuration(Bucket=bucket)["ObjectLockConfiguration"]

    assert s3.get_bucket_versioning(Bucket=bucket)["Status"] == "Enabled"
    assert lock["ObjectLockEnabled"] == "Enabled"
    assert lock["Rule"]["DefaultRetention"]["Mode"] == "GOVERNANCE"


def test_every_source_of_work_reports_the_records_that_failed(service: LocalService) -> None:
    sources = _event_sources(service)

    assert len(sources) == 9
    for source in sources:
        assert source["FunctionResponseTypes"] == ["ReportBatchItemFailures"], source["EventSourceArn"]


def test_a_relay_that_cannot_go_on_leaves_its_records_in_a_dead_letter_queue(service: LocalService) -> None:
    [stream] = [source for source in _event_sources(service) if ":dynamodb:" in source["EventSourceArn"]]
    destination = stream["DestinationConfig"]["OnFailure"]["Destination"]

    assert destination == _arn(service, service.stack.outputs["RelayDeadLetterUrl"])


@pytest.mark.parametrize("queue", ["Intake", "Report", "Render", "Check", "Webhook"])
def test_a_message_that_keeps_failing_rests_in_its_dead_letter_queue(service: LocalService, queue: str) -> None:
    outputs = service.stack.outputs
    policy = _attributes(service, outputs[f"{queue}QueueUrl"])["RedrivePolicy"]

    assert _arn(service, outputs[f"{queue}DeadLetterUrl"]) in policy


def _event_sources(service: LocalService) -> list[dict[str, Any]]:
    return service.cloud.client("lambda").list_event_source_mappings()["EventSourceMappings"]


def _attributes(service: LocalService, url: str) -> dict[str, str]:
    return service.cloud.client("sqs").get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]


def _arn(service: LocalService, url: str) -> str:
    return _attributes(service, url)["QueueArn"]
