"""Rules for the template beyond AWS's own; cfn-lint runs them."""

from collections.abc import Iterator
from typing import Any

from cfnlint.rules import CloudFormationLintRule, RuleMatch
from cfnlint.template import Template

Properties = dict[str, Any]


class HouseRule(CloudFormationLintRule):
    """A rule about resources of some types."""

    source_url = "docs/runbook.md"
    tags = ["house"]  # noqa: RUF012  # cfn-lint's own attribute

    def match(self, cfn: Template) -> list[RuleMatch]:
        """Find what breaks the rule."""
        return [RuleMatch(["Resources", name], f"{name}: {why}") for name, why in self.faults(cfn)]

    def faults(self, cfn: Template) -> Iterator[tuple[str, str]]:
        """The resources that break the rule, and why."""
        raise NotImplementedError


def properties(cfn: Template, kind: str) -> Iterator[tuple[str, Properties]]:
    """The name and properties of every resource of a kind."""
    for name, resource in cfn.get_resources(kind).items():
        yield name, resource.get("Properties", {})


def targets(cfn: Template) -> Iterator[tuple[str, int, Properties]]:
    """Each target of a rule or a schedule, with its name and place."""
    for name, rule in properties(cfn, "AWS::Events::Rule"):
        for place, target in enumerate(rule.get("Targets", [])):
            yield name, place, target
    for name, schedule in properties(cfn, "AWS::Scheduler::Schedule"):
        yield name, 0, schedule.get("Target", {})


def names_in(value: Any) -> Iterator[str]:  # noqa: ANN401  # a template holds any JSON
    """The logical names that an expression refers to."""
    match value:
        case {"Ref": str(name)}:
            yield name
        case {"Fn::GetAtt": [str(name), *_]}:
            yield name
        case {"Fn::GetAtt": str(path)}:
            yield path.partition(".")[0]
        case dict():
            for inner in value.values():
                yield from names_in(inner)
        case list():
            for inner in value:
                yield from names_in(inner)
        case _:
            pass


class EveryQueueHasADeadLetterQueueWithAnAlarm(HouseRule):
    """A message that cannot be handled is kept, and an alarm reports it."""

    id = "E9101"
    shortdesc = "Every queue has a dead-letter queue, and that an alarm"
    description = "A message that cannot be handled is kept, and someone hears of it."

    def faults(self, cfn: Template) -> Iterator[tuple[str, str]]:
        """Queues without a dead-letter queue, and dead-letter queues without an alarm."""
        queues = dict(properties(cfn, "AWS::SQS::Queue"))
        rests = {target for queue in queues.values() for target in names_in(queue.get("RedrivePolicy"))}
        streams = (e for _, f in properties(cfn, "AWS::Serverless::Function") for e in f.get("Events", {}).values())
        rests |= {n for e in streams for n in names_in(e.get("Properties", {}).get("DestinationConfig"))}
        rests |= {name for _, _, target in targets(cfn) for name in names_in(target.get("DeadLetterConfig"))}
        alarmed = {n for _, a in properties(cfn, "AWS::CloudWatch::Alarm") for n in names_in(a.get("Dimensions"))}
        for name, queue in queues.items():
            if name not in rests and "RedrivePolicy" not in queue:
                yield name, "a queue without a RedrivePolicy loses what it cannot deliver"
            if name in rests and name not in alarmed:
                yield name, "a dead-letter queue without an alarm is never looked at"


class EveryFunctionHasALogGroupWithRetention(HouseRule):
    """Logs are deleted after some time."""

    id = "E9102"
    shortdesc = "Every function has a log group with retention"
    description = "Logs are kept for a while and not for ever."

    def faults(self, cfn: Template) -> Iterator[tuple[str, str]]:
        """Functions whose log group keeps logs for ever."""
        kept = {name for name, group in properties(cfn, "AWS::Logs::LogGroup") if "RetentionInDays" in group}
        for name, function in properties(cfn, "AWS::Serverless::Function"):
            if not kept & set(names_in(function.get("LoggingConfig"))):
                yield name, "LoggingConfig must name a log group of this template with RetentionInDays"


class NoWildcardActions(HouseRule):
    """Every permission is named."""

    id = "E9103"
    shortdesc = "No policy allows a wildcard action"
    description = "Every permission is written out."

    def faults(self, cfn: Template) -> Iterator[tuple[str, str]]:
        """Resources that allow actions by wildcard."""
        for name, resource in cfn.get_resources().items():
            for statement in _statements(resource):
                actions = statement.get("Action", [])
                for action in actions if isinstance(actions, list) else [actions]:
                    if statement.get("Effect") == "Allow" and "*" in action:
                        yield name, f"it allows {action}; name the actions it needs"


class EveryTableCanBeRestored(HouseRule):
    """Point-in-time recovery is on."""

    id = "E9104"
    shortdesc = "Every table has point-in-time recovery"
    description = "Point-in-time recovery is on."

    def faults(self, cfn: Template) -> Iterator[tuple[str, str]]:
        """Tables that cannot be restored to a point in time."""
        for name, table in properties(cfn, "AWS::DynamoDB::Table"):
            if not table.get("PointInTimeRecoverySpecification", {}).get("PointInTimeRecoveryEnabled"):
                yield name, "PointInTimeRecoveryEnabled must be true"


class NoPublicBucket(HouseRule):
    """No bucket can be made public, even by mistake."""

    id = "E9105"
    shortdesc = "Every bucket blocks public access"
    description = "No bucket can be opened to the public, not even by mistake."

    def faults(self, cfn: Template) -> Iterator[tuple[str, str]]:
        """Buckets that can be made public."""
        switches = {"BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"}
        for name, bucket in properties(cfn, "AWS::S3::Bucket"):
            closed = bucket.get("PublicAccessBlockConfiguration", {})
            if not all(closed.get(switch) is True for switch in switches):
                yield name, "PublicAccessBlockConfiguration must switch all four on"


class EveryPoolSignsInWhateverTheCase(HouseRule):
    """A name is the same in capitals, and an invitation that is written is one that Cognito sends."""

    id = "E9106"
    shortdesc = "Every user pool ignores the case of names, and its own words go from its own address"
    description = "The case of names cannot be changed later, and Cognito takes words only with a sender."

    def faults(self, cfn: Template) -> Iterator[tuple[str, str]]:
        """Pools where Asha@ and asha@ are two people, or that Cognito refuses for their words or second factors."""
        for name, pool in properties(cfn, "AWS::Cognito::UserPool"):
            if pool.get("UsernameConfiguration", {}).get("CaseSensitive") is not False:
                yield name, "UsernameConfiguration must set CaseSensitive to false; it cannot be changed later"
            words = pool.get("VerificationMessageTemplate") or pool.get("AdminCreateUserConfig", {}).get(
                "InviteMessageTemplate"
            )
            if words and "DEVELOPER" not in str(pool.get("EmailConfiguration")):
                yield name, "Cognito takes messages of our own only with EmailSendingAccount: DEVELOPER"
            if pool.get("EnabledMfas") and pool.get("MfaConfiguration", "OFF") == "OFF":
                yield name, "EnabledMfas must be left out where MfaConfiguration is OFF"


class NoEventIsLostOnItsWay(HouseRule):
    """What a rule or a schedule cannot deliver is kept."""

    id = "E9107"
    shortdesc = "Every target of a rule and a schedule has a dead-letter queue"
    description = "An event that its queue did not take for a day is kept, and someone hears of it."

    def faults(self, cfn: Template) -> Iterator[tuple[str, str]]:
        """Targets without a dead-letter queue, and such queues that do not take what the rule sends."""
        allowed = {
            (queue, sender)
            for _, policy in properties(cfn, "AWS::SQS::QueuePolicy")
            for statement in _statements(policy)
            for queue in names_in(statement.get("Resource"))
            for sender in names_in(statement.get("Condition"))
        }
        rules = dict(properties(cfn, "AWS::Events::Rule"))
        for name, place, target in targets(cfn):
            rests = set(names_in(target.get("DeadLetterConfig")))
            if not rests:
                yield name, f"target {place} has no DeadLetterConfig, so what it does not take for a day is lost"
            elif name in rules and not {(rest, name) for rest in rests} & allowed:
                yield name, f"the dead-letter queue of target {place} has no policy that lets this rule send there"


def _statements(value: Any) -> Iterator[Properties]:  # noqa: ANN401  # a template holds any JSON
    if isinstance(value, dict):
        if "Effect" in value and "Action" in value:
            yield value
        for inner in value.values():
            yield from _statements(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _statements(inner)
