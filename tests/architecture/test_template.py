"""What the template promises and no emulator enforces."""

import json
import re
import tomllib
from collections.abc import Callable
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Final

import pytest
import yaml
from aws_lambda_powertools.event_handler.openapi.models import HTTPBearer

from centremark.domain.notices.news import NEWS
from centremark.domain.people.centre_people import INVITATION_WORKS
from centremark.domain.prints.progress import KEPT, PATIENCE
from centremark.domain.webhooks.webhook import PAUSES, TYPES
from centremark.usecases.notices.tell_people import NEWS_OF_REQUESTS
from infra.local.template import Json
from infra.package.build import ROOT

VISIBILITY_FACTOR: Final = 6
"""How many times a function's timeout a message stays hidden from others, by AWS's advice for SQS sources."""
CONCURRENT_EXECUTIONS: Final = 1000
"""How many functions run at once in an account and region: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html."""
OUTPUTS: Final = {
    *("ApiUrl", "ApiId", "BoardName", "BoardContact", "SpaUrl", "SpaBucket", "DistributionId", "DistributionDomain"),
    *("UserPoolId", "SpaClientId", "MisClientId", "SignInUrl", "Issuer"),
    *("MarksTable", "LedgerTable", "BusName", "IntakeBucket", "ReportsBucket", "UploadsBucket"),
    *("IntakeQueueUrl", "ReportQueueUrl", "RenderQueueUrl", "CheckQueueUrl", "CheckDeadLetterUrl"),
    *("WebhookQueueUrl", "WebhookDeadLetterUrl"),
    *("NotifyQueueUrl", "NotifyDeadLetterUrl", "MailQueueUrl", "MailDeadLetterUrl"),
    *("BouncesQueueUrl", "BouncesDeadLetterUrl", "MailConfiguration"),
    *(
        "DeliveryDeadLetterUrl",
        "RelayDeadLetterUrl",
        "IntakeDeadLetterUrl",
        "ReportDeadLetterUrl",
        "RenderDeadLetterUrl",
    ),
}

type Reader = Callable[[Path], Json]


def of_type(template: Json, kind: str) -> dict[str, Json]:
    return {name: r["Properties"] for name, r in template["Resources"].items() if r["Type"] == kind}


def shape(path: str) -> str:
    """A path without its parameters' names, which say nothing to a router."""
    return re.sub(r"{\w+}", "{}", path)


def test_a_message_stays_hidden_for_six_times_its_functions_timeout(template: Json) -> None:
    queues = of_type(template, "AWS::SQS::Queue")
    default = template["Globals"]["Function"]["Timeout"]
    for function in of_type(template, "AWS::Serverless::Function").values():
        for event in function.get("Events", {}).values():
            if event["Type"] == "SQS":
                queue = queues[event["Properties"]["Queue"]["Fn::GetAtt"][0]]
                assert queue["VisibilityTimeout"] >= VISIBILITY_FACTOR * function.get("Timeout", default)


def test_what_waits_in_queues_leaves_the_api_four_fifths_of_what_may_run_at_once(template: Json) -> None:
    """A night on which every queue is full must not throttle those who still enter marks."""
    events = [e for f in of_type(template, "AWS::Serverless::Function").values() for e in f.get("Events", {}).values()]
    queued = [event["Properties"] for event in events if event["Type"] == "SQS"]

    assert all("ScalingConfig" in source for source in queued)
    assert sum(source["ScalingConfig"]["MaximumConcurrency"] for source in queued) <= CONCURRENT_EXECUTIONS / 5


def test_every_route_asks_for_the_scope_that_the_api_document_states(template: Json) -> None:
    document = json.loads((ROOT / "infra" / "openapi.json").read_text())
    stated = {
        f"{method.upper()} {shape(path)}": {
            scope for way in operation["security"] for scopes in way.values() for scope in scopes
        }
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
    }
    events = [e for f in of_type(template, "AWS::Serverless::Function").values() for e in f.get("Events", {}).values()]
    routes = [e["Properties"] for e in events if e["Type"] == "HttpApi"]

    assert {f"{r['Method']} {shape(r['Path'])}": set(r["Auth"]["AuthorizationScopes"]) for r in routes} == stated


def test_each_queue_takes_messages_from_its_own_rule_alone(template: Json) -> None:
    policies = of_type(template, "AWS::SQS::QueuePolicy").values()
    allowed = [s for policy in policies for s in policy["PolicyDocument"]["Statement"] if s["Effect"] == "Allow"]
    senders = {s["Resource"]["Fn::GetAtt"][0]: s["Condition"]["ArnEquals"]["aws:SourceArn"] for s in allowed}

    undelivered = {rule["Fn::GetAtt"][0] for rule in senders.pop("DeliveryDeadLetter")}

    assert undelivered == set(of_type(template, "AWS::Events::Rule"))
    assert senders == {
        "IntakeQueue": {"Fn::GetAtt": ["IntakeRule", "Arn"]},
        "CheckQueue": {"Fn::GetAtt": ["CheckRule", "Arn"]},
        "WebhookQueue": {"Fn::GetAtt": ["WebhookRule", "Arn"]},
        "ReportQueue": {"Fn::GetAtt": ["ReportRule", "Arn"]},
        "NotifyQueue": {"Fn::GetAtt": ["NotifyRule", "Arn"]},
        "BouncesQueue": {"Fn::GetAtt": ["BouncesRule", "Arn"]},
    }


def test_every_event_a_rule_waits_for_has_a_schema(template: Json) -> None:
    schemas = {path.stem for path in (ROOT / "infra" / "events").glob("*.json")}
    rules = [rule for rule in of_type(template, "AWS::Events::Rule").values() if "EventBusName" in rule]

    assert {kind for rule in rules for kind in rule["EventPattern"]["detail-type"]} <= schemas


def test_a_centres_own_system_is_told_of_every_event_there_is_a_type_for(template: Json) -> None:
    rule = of_type(template, "AWS::Events::Rule")["WebhookRule"]

    assert set(rule["EventPattern"]["detail-type"]) == set(TYPES)


def test_people_are_told_of_every_event_that_is_news(template: Json) -> None:
    rule = of_type(template, "AWS::Events::Rule")["NotifyRule"]

    assert set(rule["EventPattern"]["detail-type"]) == NEWS | NEWS_OF_REQUESTS.keys()


def test_without_an_address_to_send_from_nothing_is_told_and_nothing_piles_up(template: Json) -> None:
    off = {"Fn::If": ["SendsMail", "ENABLED", "DISABLED"]}

    assert of_type(template, "AWS::Events::Rule")["NotifyRule"]["State"] == off
    assert of_type(template, "AWS::Scheduler::Schedule")["Morning"]["State"] == off


def test_the_morning_comes_by_the_clock_of_london(template: Json) -> None:
    morning = of_type(template, "AWS::Scheduler::Schedule")["Morning"]

    assert (morning["ScheduleExpression"], morning["ScheduleExpressionTimezone"]) == (
        "cron(0 7 * * ? *)",
        "Europe/London",
    )


def test_prints_that_can_be_asked_for_again_are_cleared_away_and_those_of_submissions_are_kept(template: Json) -> None:
    rules = of_type(template, "AWS::S3::Bucket")["ReportsBucket"]["LifecycleConfiguration"]["Rules"]

    assert {rule["Prefix"]: rule["ExpirationInDays"] for rule in rules if rule["Status"] == "Enabled"} == {
        "models/": 2,
        "drafts/": KEPT.days,
        "slips/": KEPT.days,
    }


def test_a_file_is_kept_for_a_year_in_every_version_that_was_sent(template: Json) -> None:
    uploads = of_type(template, "AWS::S3::Bucket")["UploadsBucket"]
    [received] = [rule for rule in uploads["LifecycleConfiguration"]["Rules"] if rule["Prefix"] == "received/"]

    assert uploads["VersioningConfiguration"] == {"Status": "Enabled"}
    assert received["NoncurrentVersionExpiration"]["NoncurrentDays"] >= 365


def test_a_print_is_given_up_only_after_every_queue_on_its_way_has(template: Json) -> None:
    queues = of_type(template, "AWS::SQS::Queue")
    ways = [queues[name] for name in ("ReportQueue", "RenderQueue")]

    longest = sum(way["VisibilityTimeout"] * way["RedrivePolicy"]["maxReceiveCount"] for way in ways)

    assert timedelta(seconds=longest) < PATIENCE


def test_tables_are_encrypted_and_protected_by_the_parameter(template: Json) -> None:
    for table in of_type(template, "AWS::DynamoDB::Table").values():
        assert table["SSESpecification"] == {"SSEEnabled": True}
        assert table["DeletionProtectionEnabled"] == {"Fn::If": ["IsProtected", True, False]}


def test_every_bucket_refuses_plain_http(template: Json) -> None:
    policies = of_type(template, "AWS::S3::BucketPolicy").values()
    refusing = {
        policy["Bucket"]["Ref"]
        for policy in policies
        for s in policy["PolicyDocument"]["Statement"]
        if s["Effect"] == "Deny" and s.get("Condition") == {"Bool": {"aws:SecureTransport": False}}
    }

    assert refusing == set(of_type(template, "AWS::S3::Bucket"))


def test_the_page_may_reach_its_own_origin_the_sign_in_and_the_bucket_in_its_region(template: Json) -> None:
    [policy] = of_type(template, "AWS::CloudFront::ResponseHeadersPolicy").values()
    headers = policy["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
    allowed = headers["ContentSecurityPolicy"]["ContentSecurityPolicy"]["Fn::Sub"]
    rules = {name: values for name, *values in (rule.split() for rule in allowed.split(";"))}

    assert rules["connect-src"] == [
        "'self'",
        "https://${SignInPrefix}.auth.${AWS::Region}.amazoncognito.com",
        "https://${UploadsBucket}.s3.${AWS::Region}.amazonaws.com",
    ]


def test_the_page_signs_in_without_a_secret_and_the_mis_with_one(template: Json) -> None:
    clients = of_type(template, "AWS::Cognito::UserPoolClient")

    assert (clients["SpaClient"]["GenerateSecret"], clients["SpaClient"]["AllowedOAuthFlows"]) == (False, ["code"])
    assert clients["MisClient"]["GenerateSecret"]
    assert clients["MisClient"]["AllowedOAuthFlows"] == ["client_credentials"]
    # What Cognito allows where nothing is said takes passwords outside the sign-in pages too.
    assert [client["ExplicitAuthFlows"] for client in clients.values()] == [["ALLOW_REFRESH_TOKEN_AUTH"]] * 2


def test_nobody_signs_up_by_themselves_and_a_sign_in_lasts_ten_hours(template: Json) -> None:
    [pool] = of_type(template, "AWS::Cognito::UserPool").values()
    page = of_type(template, "AWS::Cognito::UserPoolClient")["SpaClient"]

    assert pool["AdminCreateUserConfig"]["AllowAdminCreateUserOnly"]
    assert pool["Policies"]["PasswordPolicy"]["MinimumLength"] == 12
    assert (page["RefreshTokenValidity"], page["TokenValidityUnits"]["RefreshToken"]) == (10, "hours")


def test_an_invitation_works_for_as_long_as_administrators_are_told(template: Json) -> None:
    [pool] = of_type(template, "AWS::Cognito::UserPool").values()

    assert pool["Policies"]["PasswordPolicy"]["TemporaryPasswordValidityDays"] == INVITATION_WORKS.days


def test_a_second_factor_is_a_parameter_and_on_in_production(template: Json) -> None:
    [pool] = of_type(template, "AWS::Cognito::UserPool").values()
    settings = tomllib.loads((ROOT / "samconfig.toml").read_text())["prod"]["deploy"]["parameters"]

    assert pool["MfaConfiguration"] == {"Ref": "MfaConfiguration"}
    assert pool["EnabledMfas"] == {"Fn::If": ["AsksSecondFactor", ["SOFTWARE_TOKEN_MFA"], {"Ref": "AWS::NoValue"}]}
    assert template["Conditions"]["AsksSecondFactor"] == {
        "Fn::Not": [{"Fn::Equals": [{"Ref": "MfaConfiguration"}, "OFF"]}]
    }
    assert "MfaConfiguration=ON" in settings["parameter_overrides"]


def test_an_address_is_one_person_whatever_its_capitals(template: Json) -> None:
    [pool] = of_type(template, "AWS::Cognito::UserPool").values()

    assert pool["UsernameConfiguration"] == {"CaseSensitive": False}


def test_invitations_and_codes_come_from_our_address_in_english_and_welsh(template: Json) -> None:
    [pool] = of_type(template, "AWS::Cognito::UserPool").values()
    _, sender, otherwise = pool["EmailConfiguration"]["Fn::If"]
    invitation, code = pool["AdminCreateUserConfig"]["InviteMessageTemplate"], pool["VerificationMessageTemplate"]

    assert (sender["EmailSendingAccount"], sender["From"]) == ("DEVELOPER", {"Ref": "MailFrom"})
    assert sender["SourceArn"]["Fn::Sub"][1] == {
        "Domain": {"Fn::Select": [1, {"Fn::Split": ["@", {"Ref": "MailFrom"}]}]}
    }
    assert otherwise == {"EmailSendingAccount": "COGNITO_DEFAULT"}
    for words in (invitation, code):
        condition, ours, cognitos = words["Fn::If"]
        said = str(ours["EmailMessage"])
        assert (condition, cognitos) == ("SendsMail", {"Ref": "AWS::NoValue"})
        assert (said.count("{####}"), '<p lang="cy">' in said, len(ours["EmailSubject"]) <= 140) == (1, True, True)
    invited, named = invitation["Fn::If"][1]["EmailMessage"]["Fn::Sub"]
    assert "{username}" in invited
    assert "${Address}" in invited
    assert "https://${DomainName}/" in str(named["Address"]["Fn::If"][1])


def test_dead_letters_events_and_submissions_are_kept_as_long_as_we_say(template: Json) -> None:
    queues = of_type(template, "AWS::SQS::Queue")
    dead = {name: queue["MessageRetentionPeriod"] for name, queue in queues.items() if name.endswith("DeadLetter")}
    [archive] = of_type(template, "AWS::Events::Archive").values()
    lock = of_type(template, "AWS::S3::Bucket")["IntakeBucket"]["ObjectLockConfiguration"]

    assert dead
    assert set(dead.values()) == {timedelta(days=14).total_seconds()}
    assert archive["RetentionDays"] == 400
    assert lock["Rule"]["DefaultRetention"]["Years"] == 2


def test_the_api_is_throttled_and_its_log_holds_no_query_and_no_token(template: Json) -> None:
    api = template["Resources"]["Api"]["Properties"]
    logged = api["AccessLogSettings"]["Format"]

    assert api["DefaultRouteSettings"] == {
        "ThrottlingBurstLimit": {"Ref": "ApiBurst"},
        "ThrottlingRateLimit": {"Ref": "ApiRate"},
    }
    assert not any(word in logged for word in ("query", "path", "header", "authorizer", "identity"))


def test_production_takes_the_evening_of_a_national_deadline() -> None:
    """The arithmetic is in ADR 22, and in ADR 29 for what open pages ask."""
    settings = tomllib.loads((ROOT / "samconfig.toml").read_text())["prod"]["deploy"]["parameters"]
    given = dict(pair.split("=") for pair in settings["parameter_overrides"])
    sheets_in_the_busiest_hour, requests_a_sheet, busiest_seconds = 200_000 // 10, 45, 3

    open_at_a_time, together, alone, one_in = sheets_in_the_busiest_hour * 20 // 60, 5, 10, 20
    pages_ask = open_at_a_time / one_in / together + open_at_a_time * (1 - 1 / one_in) / alone

    needed = sheets_in_the_busiest_hour * requests_a_sheet * busiest_seconds / timedelta(hours=1).total_seconds()
    needed += pages_ask

    rate, burst = int(given["ApiRate"]), int(given["ApiBurst"])
    assert 1_000 < needed <= rate <= burst
    assert f"{rate:,} a second and {burst:,} at once" in (ROOT / "docs" / "mis-guide.md").read_text()


def test_each_route_is_an_event_of_the_function_that_answers_it_and_the_reverse(template: Json) -> None:
    functions = of_type(template, "AWS::Serverless::Function").values()
    apis = [f for f in functions if f["Handler"].startswith("centremark.handlers.api.")]
    routes = [e for f in functions for e in f.get("Events", {}).values() if e["Type"] == "HttpApi"]

    answered = {f["Handler"]: answered_by(f["Handler"].removesuffix(".handler")) for f in apis}
    routed = {
        f["Handler"]: {
            f"{e['Properties']['Method']} {shape(e['Properties']['Path'])}"
            for e in f["Events"].values()
            if e["Type"] == "HttpApi"
        }
        for f in apis
    }

    assert routed == answered
    assert len(routes) == sum(map(len, routed.values()))


def answered_by(module: str) -> set[str]:
    """The routes of a function's own resolver, as its decorators say."""
    document = json.loads(
        import_module(module).app.get_openapi_json_schema(security_schemes={"token": HTTPBearer(bearerFormat="JWT")})
    )
    return {f"{method.upper()} {shape(path)}" for path, of in document["paths"].items() for method in of}


def test_a_web_acl_stands_before_the_page_where_one_is_given(template: Json) -> None:
    [distribution] = of_type(template, "AWS::CloudFront::Distribution").values()

    given = {"Fn::If": ["HasWebAcl", {"Ref": "WebAclArn"}, {"Ref": "AWS::NoValue"}]}
    assert distribution["DistributionConfig"]["WebACLId"] == given


def test_what_a_loop_repeats_is_read_as_cloudformation_repeats_it(template_at: Reader, tmp_path: Path) -> None:
    written = tmp_path / "template.yaml"
    written.write_text("""
Resources:
  Fn::ForEach::Alarms:
    - Name
    - [Read, Write]
    - "${Name}Alarm":
        Queue: !GetAtt [!Sub "${Name}Queue", QueueName]
        Function: { Ref: !Sub "${Name}Function" }
        Kind: !Ref Name
        Words: !Sub "${Name} of ${AWS::StackName}"
        Left: "${Name}"
  Other: { Type: AWS::SQS::Queue }
""")

    resources = template_at(written)["Resources"]

    assert list(resources) == ["ReadAlarm", "WriteAlarm", "Other"]
    assert resources["WriteAlarm"] == {
        "Queue": {"Fn::GetAtt": ["WriteQueue", "QueueName"]},
        "Function": {"Ref": "WriteFunction"},
        "Kind": "Write",
        "Words": {"Fn::Sub": "Write of ${AWS::StackName}"},
        "Left": "${Name}",
    }


def test_sam_is_asked_to_repeat_what_loops_repeat_at_every_stage() -> None:
    stages = tomllib.loads((ROOT / "samconfig.toml").read_text())
    deployed = [stage["deploy"] for name, stage in stages.items() if name not in {"version", "default"}]
    settings = [stages["default"]["global"], *deployed]

    assert all(of["parameters"]["language_extensions"] is True for of in settings)


@pytest.mark.parametrize("metric", ["Errors", "Throttles"])
def test_every_function_has_an_alarm_on(template: Json, metric: str) -> None:
    watched = {a["Dimensions"][0]["Value"]["Ref"] for a in alarms_on(template, metric)}

    functions = of_type(template, "AWS::Serverless::Function")
    # CloudFormation calls those without events, and a failure of theirs rolls the deployment back.
    assert watched == {name for name, function in functions.items() if "Events" in function}


@pytest.mark.parametrize("metric", ["ReadThrottleEvents", "WriteThrottleEvents"])
def test_every_table_has_an_alarm_on(template: Json, metric: str) -> None:
    watched = {a["Dimensions"][0]["Value"]["Ref"] for a in alarms_on(template, metric)}

    assert watched == set(of_type(template, "AWS::DynamoDB::Table"))


def test_every_working_queue_has_an_alarm_that_waits_longer_than_a_repeat_and_less_than_the_queue_keeps(
    template: Json,
) -> None:
    queues = {n: q for n, q in of_type(template, "AWS::SQS::Queue").items() if not n.endswith("DeadLetter")}

    patience = patience_of_queues(template)

    assert set(patience) == set(queues)
    for name, queue in queues.items():
        kept = queue.get("MessageRetentionPeriod", timedelta(days=4).total_seconds())
        assert queue["VisibilityTimeout"] < patience[name] < kept


def test_an_endpoint_that_is_away_for_as_long_as_we_try_raises_no_alarm(template: Json) -> None:
    assert patience_of_queues(template)["WebhookQueue"] > sum(PAUSES, timedelta()).total_seconds()


def test_an_alarm_goes_when_no_morning_came_for_longer_than_the_longest_day(template: Json) -> None:
    filtered = of_type(template, "AWS::Logs::MetricFilter")["MorningCame"]
    [counted] = filtered["MetricTransformations"]
    word = re.fullmatch(r'{ \$\.message = "(\w+)" }', filtered["FilterPattern"])
    handler = of_type(template, "AWS::Serverless::Function")["NotifyFunction"]["Handler"].removesuffix(".handler")
    source = (ROOT / "functions" / "core" / handler.replace(".", "/")).with_suffix(".py").read_text()

    alarm = template["Resources"]["MorningAlarm"]["Properties"]

    assert (alarm["Namespace"], alarm["MetricName"]) == (counted["MetricNamespace"], counted["MetricName"])
    assert alarm["TreatMissingData"] == "breaching"
    assert timedelta(seconds=alarm["Period"] * alarm["EvaluationPeriods"]) > timedelta(hours=25)
    assert word
    assert f'logger.info("{word[1]}"' in source
    assert template["Resources"]["MorningAlarm"]["Condition"] == "SendsMail"


def test_an_alarm_goes_when_a_fact_is_changed_or_removed(template: Json) -> None:
    counted, alarm = (template["Resources"][name]["Properties"] for name in ("LedgerChanged", "LedgerChangedAlarm"))
    [metric] = counted["MetricTransformations"]
    source = (ROOT / "functions" / "core" / "centremark" / "handlers" / "consumers" / "relay.py").read_text()

    assert counted["FilterPattern"] == '{ $.message = "ledger_changed" }'
    assert counted["LogGroupName"] == {"Ref": "RelayLogs"}
    assert '"ledger_changed"' in source
    assert (alarm["Namespace"], alarm["MetricName"]) == (metric["MetricNamespace"], metric["MetricName"])
    assert alarm["Threshold"] == 1


def test_the_runbook_says_what_every_alarm_means_and_names_no_other(template: Json) -> None:
    runbook = (ROOT / "docs" / "runbook.md").read_text()
    table = runbook.partition("\n## Alarms\n")[2].partition("\n## ")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    named = [name for row in rows for name in re.findall(r"`…?(\w+)`", row)]
    alarms = list(of_type(template, "AWS::CloudWatch::Alarm"))

    assert [alarm for alarm in alarms if not alarm.endswith(tuple(named))] == []
    assert [name for name in named if not any(alarm.endswith(name) for alarm in alarms)] == []


def alarms_on(template: Json, metric: str) -> list[Json]:
    return [a for a in of_type(template, "AWS::CloudWatch::Alarm").values() if a["MetricName"] == metric]


def patience_of_queues(template: Json) -> dict[str, int]:
    """How many seconds each queue's oldest message may be old before an alarm goes."""
    return {
        a["Dimensions"][0]["Value"]["Fn::GetAtt"][0]: template["Mappings"][of][name][key]
        for a in alarms_on(template, "ApproximateAgeOfOldestMessage")
        for of, name, key in [a["Threshold"]["Fn::FindInMap"]]
    }


def test_what_checkov_finds_is_explained_once_for_a_kind_that_the_template_has(template: Json) -> None:
    kinds = {resource["Type"] for resource in template["Resources"].values()}
    explained: list[dict[str, str]] = yaml.safe_load((ROOT / "infra" / "checkov.yaml").read_text())

    assert all(finding.keys() == {"rule", "of", "why"} and finding["why"] for finding in explained)
    assert len({finding["rule"] for finding in explained}) == len(explained)
    assert {finding["of"] for finding in explained} <= kinds


def test_every_queue_is_encrypted_as_we_told_checkov(template: Json) -> None:
    assert all(queue["SqsManagedSseEnabled"] is True for queue in of_type(template, "AWS::SQS::Queue").values())


def test_the_outputs_that_the_tools_read_are_there(template: Json) -> None:
    assert set(template["Outputs"]) == OUTPUTS


def test_the_runbook_says_what_to_do_for_every_dead_letter_queue(template: Json) -> None:
    runbook = (ROOT / "docs" / "runbook.md").read_text()
    queues = of_type(template, "AWS::SQS::Queue")

    assert [name for name in queues if name.endswith("DeadLetter") and name not in runbook] == []
