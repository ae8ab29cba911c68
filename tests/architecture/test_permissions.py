"""What each function may do, read from the template as SAM expands it, so that nothing SAM adds is overlooked."""

import ast
import json
import re
from collections.abc import Iterator
from typing import Any, Final, cast

import pytest

from infra.local.template import Json
from infra.package.build import ROOT

OF_SES: Final = "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:"
READS: Final = {"dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"}
WRITES: Final = {"dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"}
COUNTS: Final = {"dynamodb:UpdateItem"}
DELETES: Final = {"dynamodb:DeleteItem"}
LEDGER: Final = {"dynamodb:PutItem", "dynamodb:Query"}
CHANGES: Final = {
    *("dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem"),
    *("dynamodb:PartiQLInsert", "dynamodb:PartiQLUpdate", "dynamodb:PartiQLDelete"),
}
ADAPTERS: Final = ROOT / "functions" / "core" / "centremark" / "adapters" / "dynamodb"
ROLE_NAME_LETTERS: Final = 64
RANDOM_LETTERS: Final = 12
"""What CloudFormation adds to the names it gives."""
LOGS: Final = {"logs:CreateLogStream", "logs:PutLogEvents"}
POLLS: Final = {"sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"}
FOLLOWS: Final = {"dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"}
ANYWHERE: Final = {
    "xray:PutTraceSegments": "X-Ray has no resources",
    "xray:PutTelemetryRecords": "X-Ray has no resources",
}
"""What may be allowed on every resource, and why."""
SHEETS: Final = frozenset({"C#*", "BOARD#*"})
"""A mark sheet, what stands beside it, and its line for the board."""
OF_SHEETS: Final = frozenset({"????-??#*"})
OF_OFFICES: Final = frozenset({"CENTRE#*"})
NONE: Final = frozenset[str]()
MAY_WRITE: Final[dict[str, tuple[frozenset[str], frozenset[str]]]] = {
    "SheetsFunction": (SHEETS | {"ASKED#*", "LIVE#*", "KEY#*", "RATE#*"}, OF_SHEETS),
    "AccountFunction": (frozenset({"CENTRE#*", "MEMBER#*", "WEBHOOK#*", "RATE#*"}), OF_OFFICES),
    "PeopleFunction": (frozenset({"CENTRE#*", "MEMBER#*", "KEY#*", "RATE#*"}), OF_OFFICES),
    "RecordsFunction": (frozenset({"RATE#*"}), OF_SHEETS),
    "FilesFunction": (SHEETS | {"UPLOAD#*", "RATE#*"}, OF_SHEETS),
    "ReadFilesFunction": (frozenset({"UPLOAD#*", "READING#*", "RATE#*"}), NONE),
    "AfterSubmissionFunction": (SHEETS | {"KEY#*", "RATE#*"}, OF_SHEETS),
    "BoardFunction": (SHEETS | {"CONSORTIA#*", "RATE#*"}, OF_SHEETS | OF_OFFICES),
    "IntakeFunction": (SHEETS, OF_SHEETS),
    "CheckFileFunction": (frozenset({"UPLOAD#*"}), NONE),
    "TellCentreFunction": (frozenset({"WEBHOOK#*"}), OF_OFFICES),
    "MailFunction": (frozenset({"KEY#notice to *"}), OF_SHEETS),
    "BouncesFunction": (frozenset({"MEMBER#*"}), NONE),
}
"""The partitions of the Marks table and of the Ledger that a function writes; others write none."""
MAY_DELETE: Final = {"BoardFunction": frozenset({"CONSORTIA#*"}), "PeopleFunction": frozenset({"CENTRE#*"})}
"""The partitions of the Marks table in which a function deletes items; others delete none, and nothing a fact."""
READ_WITH_A_FILE: Final = frozenset({"C#*", "CATALOGUE#*", "CENTRE#*", "MEMBER#*", "UPLOAD#*", "READING#*"})
MAY_READ: Final[dict[str, tuple[frozenset[str], frozenset[str]]]] = {
    "AccountFunction": (frozenset({"CENTRE#*", "MEMBER#*", "WEBHOOK#*"}), NONE),
    "PeopleFunction": (frozenset({"CENTRE#*", "MEMBER#*", "KEY#*"}), NONE),
    "RecordsFunction": (NONE, OF_SHEETS | OF_OFFICES),
    "IntakeFunction": (frozenset({"C#*", "CATALOGUE#*", "CONSORTIA#*"}), OF_SHEETS),
    "ReadFilesFunction": (READ_WITH_A_FILE, OF_SHEETS),
    "CheckFileFunction": (READ_WITH_A_FILE, OF_SHEETS),
    "ReportFunction": (frozenset({"SERIES", "C#*", "CATALOGUE#*", "CENTRE#*"}), NONE),
    "TellCentreFunction": (frozenset({"WEBHOOK#*"}), NONE),
    "NotifyFunction": (frozenset({"SERIES", "C#*", "CATALOGUE#*", "BOARD#*", "CENTRE#*", "MEMBER#*", "ASKED#*"}), NONE),
    "MailFunction": (frozenset({"C#*", "CATALOGUE#*", "CENTRE#*", "MEMBER#*", "ASKED#*", "KEY#notice to *"}), NONE),
    "BouncesFunction": (frozenset({"MEMBER#*"}), NONE),
}
"""The partitions that a function reads by name; the others behind the API read all but webhooks, or none."""
FOLDERS: Final[dict[str, dict[str, set[str]]]] = {
    "RecordsFunction": {"drafts": {"s3:GetObject"}, "slips": {"s3:GetObject"}, "submissions": {"s3:GetObject"}},
    "FilesFunction": {
        "received": {"s3:PutObject", "s3:GetObject", "s3:GetObjectVersion"},
        "checked": {"s3:GetObject"},
    },
    "ReadFilesFunction": {
        "received": {"s3:GetObject", "s3:GetObjectVersion"},
        "checked": {"s3:PutObject", "s3:GetObject"},
    },
    "CheckFileFunction": {"received": {"s3:GetObject", "s3:GetObjectVersion"}, "checked": {"s3:PutObject"}},
    "IntakeFunction": {"*": {"s3:PutObject", "s3:GetObject"}},
    "ReportFunction": {"models": {"s3:PutObject"}},
    "RendererFunction": {
        "models": {"s3:GetObject"},
        **{kind: {"s3:PutObject"} for kind in ("drafts", "slips", "submissions")},
    },
}
"""What a function may do in which folder of its bucket."""
GRANTS: Final[dict[str, dict[str, set[str]]]] = {
    "SignInFunction": {"UserPool": {"cognito-idp:DescribeUserPoolClient", "cognito-idp:UpdateUserPoolClient"}},
    "SheetsFunction": {"MarksTable": READS | {"dynamodb:PutItem"} | COUNTS, "LedgerTable": {"dynamodb:PutItem"}},
    "AccountFunction": {"MarksTable": READS | {"dynamodb:PutItem"} | COUNTS, "LedgerTable": {"dynamodb:PutItem"}},
    "PeopleFunction": {
        "MarksTable": READS | {"dynamodb:PutItem", "dynamodb:DeleteItem"} | COUNTS,
        "LedgerTable": {"dynamodb:PutItem"},
        "UserPool": {"cognito-idp:AdminCreateUser", "cognito-idp:AdminGetUser"},
        "MailQueue": {"sqs:SendMessage"},
    },
    "RecordsFunction": {
        "MarksTable": READS | COUNTS,
        "LedgerTable": LEDGER,
        "ReportsBucket": {"s3:GetObject", "s3:ListBucket"},
    },
    "FilesFunction": {
        "MarksTable": READS | {"dynamodb:PutItem"} | COUNTS,
        "LedgerTable": {"dynamodb:PutItem"},
        "UploadsBucket": {"s3:PutObject", "s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket"},
    },
    "ReadFilesFunction": {
        "MarksTable": READS | {"dynamodb:PutItem"} | COUNTS,
        "LedgerTable": {"dynamodb:Query"},
        "UploadsBucket": {"s3:PutObject", "s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket"},
    },
    "CheckFileFunction": {
        "MarksTable": READS | {"dynamodb:PutItem"},
        "LedgerTable": {"dynamodb:Query"},
        "UploadsBucket": {"s3:PutObject", "s3:GetObject", "s3:GetObjectVersion"},
    },
    "TellCentreFunction": {
        "MarksTable": {"dynamodb:GetItem", "dynamodb:PutItem"},
        "LedgerTable": {"dynamodb:PutItem"},
        "WebhookQueue": {"sqs:ChangeMessageVisibility"},
    },
    "AfterSubmissionFunction": {
        "MarksTable": READS | {"dynamodb:PutItem"} | COUNTS,
        "LedgerTable": {"dynamodb:PutItem"},
    },
    "BoardFunction": {
        "MarksTable": READS | {"dynamodb:PutItem", "dynamodb:DeleteItem"} | COUNTS,
        "LedgerTable": {"dynamodb:PutItem"},
    },
    "RelayFunction": {"Bus": {"events:PutEvents"}, "RelayDeadLetter": {"sqs:SendMessage"}},
    "IntakeFunction": {
        "MarksTable": {"dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PutItem"},
        "LedgerTable": LEDGER,
        "IntakeBucket": {"s3:PutObject", "s3:GetObject"},
    },
    "ReportFunction": {
        "MarksTable": {"dynamodb:GetItem", "dynamodb:BatchGetItem"},
        "ReportsBucket": {"s3:PutObject"},
        "RenderQueue": {"sqs:SendMessage"},
    },
    "NotifyFunction": {"MarksTable": READS, "MailQueue": {"sqs:SendMessage"}},
    "MailFunction": {
        "MarksTable": {"dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PutItem"},
        "LedgerTable": {"dynamodb:PutItem"},
        "identity/*": {"ses:SendEmail"},
        "configuration-set/${MailConfiguration}": {"ses:SendEmail"},
    },
    "BouncesFunction": {"MarksTable": {"dynamodb:GetItem", "dynamodb:PutItem"}},
    "RendererFunction": {"ReportsBucket": {"s3:GetObject", "s3:PutObject"}},
}


def functions_of(resources: dict[str, Json]) -> dict[str, Json]:
    return {name: r["Properties"] for name, r in resources.items() if r["Type"] == "AWS::Lambda::Function"}


def statements(resources: dict[str, Json], function: str) -> list[Json]:
    role = resources[resources[function]["Properties"]["Role"]["Fn::GetAtt"][0]]["Properties"]
    return [s for policy in role["Policies"] for s in policy["PolicyDocument"]["Statement"]]


def listed(value: Any) -> list[Any]:
    return cast("list[Any]", value) if isinstance(value, list) else [value]


def granted(resources: dict[str, Json], function: str) -> Iterator[tuple[str, str]]:
    """What a function may do to what, as (resource, action)."""
    for statement in statements(resources, function):
        for resource in listed(statement["Resource"]):
            for action in listed(statement["Action"]):
                yield place_of(resource), action


def place_of(resource: Any) -> str:
    match resource:
        case {"Fn::GetAtt": [name, *_]}:
            return name
        case {"Fn::Sub": str(text)}:
            return text.removeprefix(OF_SES).removeprefix("${").partition(".")[0]
        case _:
            return str(resource)


def own(resources: dict[str, Json], function: str) -> Iterator[tuple[str, str]]:
    """What Lambda does in a function's name: write its log, trace, and take from its own queue or stream."""
    logs = functions_of(resources)[function]["LoggingConfig"]["LogGroup"]["Ref"]
    yield from ((logs, action) for action in LOGS)
    yield from (("*", action) for action in ANYWHERE)
    for resource in resources.values():
        source = resource.get("Properties", {})
        if resource["Type"] == "AWS::Lambda::EventSourceMapping" and source["FunctionName"] == {"Ref": function}:
            place, kind = source["EventSourceArn"]["Fn::GetAtt"]
            yield from ((place, action) for action in (FOLLOWS if kind == "StreamArn" else POLLS))


@pytest.mark.parametrize("name", GRANTS)
def test_a_function_may_do_what_its_work_needs_and_nothing_else(expanded: dict[str, Json], name: str) -> None:
    work = {(place, action) for place, actions in GRANTS[name].items() for action in actions}

    assert set(granted(expanded, name)) == work | set(own(expanded, name))


def test_no_function_goes_without_a_written_grant(expanded: dict[str, Json]) -> None:
    assert set(functions_of(expanded)) == set(GRANTS)


def test_each_function_has_a_role_of_its_own(expanded: dict[str, Json]) -> None:
    roles = [function["Role"]["Fn::GetAtt"][0] for function in functions_of(expanded).values()]

    assert len(roles) == len(set(roles))


def test_no_role_has_a_policy_that_aws_writes(expanded: dict[str, Json]) -> None:
    roles = {name: r["Properties"] for name, r in expanded.items() if r["Type"] == "AWS::IAM::Role"}

    assert {name: role["ManagedPolicyArns"] for name, role in roles.items() if role.get("ManagedPolicyArns")} == {}


def test_what_is_allowed_everywhere_is_explained(expanded: dict[str, Json]) -> None:
    everywhere = {action for f in functions_of(expanded) for place, action in granted(expanded, f) if place == "*"}

    assert everywhere == set(ANYWHERE)


@pytest.mark.parametrize("name", GRANTS)
def test_a_function_writes_its_own_items_only(expanded: dict[str, Json], name: str) -> None:
    assert partitions(expanded, name, WRITES - DELETES) == MAY_WRITE.get(name, (NONE, NONE))
    assert partitions(expanded, name, DELETES) == (MAY_DELETE.get(name, NONE), NONE)


@pytest.mark.parametrize("name", GRANTS)
def test_a_function_reads_the_items_of_its_work_only(expanded: dict[str, Json], name: str) -> None:
    assert partitions(expanded, name, READS) == MAY_READ.get(name, (NONE, NONE))


def partitions(resources: dict[str, Json], function: str, actions: set[str]) -> tuple[set[str], ...]:
    """The partitions of the Marks table and of the Ledger that a function names for any of these actions."""
    named: dict[str, set[str]] = {"MarksTable": set(), "LedgerTable": set()}
    for statement in statements(resources, function):
        if actions & set(listed(statement["Action"])):
            named[place_of(statement["Resource"])] |= set(keys_of(statement, "StringLike"))
    return tuple(named.values())


@pytest.mark.parametrize("name", GRANTS)
def test_a_function_touches_objects_in_its_folders_only(expanded: dict[str, Json], name: str) -> None:
    touched: dict[str, set[str]] = {}
    for statement in statements(expanded, name):
        for resource in listed(statement["Resource"]):
            if found := re.search(r"\${\w+Bucket\.Arn}/([a-z]+|\*)", json.dumps(resource)):
                touched.setdefault(found[1], set()).update(listed(statement["Action"]))

    assert touched == FOLDERS.get(name, {})


def test_every_permission_on_items_names_their_partitions_and_refuses_a_request_without_any(
    expanded: dict[str, Json],
) -> None:
    """`ForAllValues` is true of a request that has no such key; so a scan would pass."""
    on_items = [
        statement
        for name in functions_of(expanded)
        for statement in statements(expanded, name)
        if (READS | WRITES) & set(listed(statement["Action"]))
    ]

    assert on_items
    for statement in on_items:
        assert keys_of(statement, "StringLike") or keys_of(statement, "StringNotLike") == ["WEBHOOK#*"]
        assert statement["Condition"]["Null"] == {"dynamodb:LeadingKeys": "false"}


def test_only_people_who_set_up_webhooks_and_what_sends_them_reach_their_secrets(expanded: dict[str, Json]) -> None:
    reaching = {
        name
        for name in functions_of(expanded)
        for statement in statements(expanded, name)
        if "WEBHOOK#*" in keys_of(statement, "StringLike")
    }

    assert reaching == {"AccountFunction", "TellCentreFunction"}


def keys_of(statement: Json, operator: str) -> list[str]:
    return statement.get("Condition", {}).get(f"ForAllValues:{operator}", {}).get("dynamodb:LeadingKeys", [])


def test_nothing_may_change_or_delete_the_ledger(expanded: dict[str, Json]) -> None:
    allowed = {pair for name in functions_of(expanded) for pair in granted(expanded, name)}

    assert {action for place, action in allowed if place == "LedgerTable"} <= LEDGER | FOLLOWS


def test_the_ledger_itself_refuses_every_function_that_would_change_or_forget_a_fact(expanded: dict[str, Json]) -> None:
    [refusal] = expanded["LedgerTable"]["Properties"]["ResourcePolicy"]["PolicyDocument"]["Statement"]
    of_the_stack = "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${AWS::StackName}-*"

    assert (refusal["Effect"], refusal["Principal"]) == ("Deny", "*")
    assert set(refusal["Action"]) == CHANGES
    assert refusal["Condition"] == {"ArnLike": {"aws:PrincipalArn": {"Fn::Sub": of_the_stack}}}


def test_the_name_of_every_role_begins_with_the_whole_name_of_its_stack(expanded: dict[str, Json]) -> None:
    """CloudFormation shortens longer ones to 64 letters, and the ledger's refusal would not know them."""
    stacks = re.findall(r'^stack_name = "(.+)"$', (ROOT / "samconfig.toml").read_text(), re.MULTILINE)
    roles = [resource for resource in expanded.items() if resource[1]["Type"] == "AWS::IAM::Role"]
    longest = max(len(name) for name, _ in roles)

    assert stacks
    assert {name for name, role in roles if "RoleName" in role["Properties"]} == set()
    assert max(map(len, stacks)) + longest + len("--") + RANDOM_LETTERS <= ROLE_NAME_LETTERS


def test_a_fact_is_written_only_where_there_is_none() -> None:
    """IAM knows no difference between a new item and one put in its place, so every write of one has this condition."""
    conditions = [
        next((ast.unparse(keyword.value) for keyword in call.keywords if keyword.arg == "condition"), "")
        for path in ADAPTERS.glob("*.py")
        for call in ast.walk(ast.parse(path.read_text()))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "save"
        if any(made(part) in {"fact_item", "office_fact_item", "FactItem"} for part in (call.func.value, *call.args))
    ]

    assert conditions == ["FactItem.pk.does_not_exist()"] * 4


def test_facts_are_made_by_two_functions_alone() -> None:
    makers = {
        f"{path.stem}.{function.name}"
        for path in ADAPTERS.glob("*.py")
        for function in ast.walk(ast.parse(path.read_text()))
        if isinstance(function, ast.FunctionDef) and any(made(node) == "FactItem" for node in ast.walk(function))
    }

    assert makers == {"facts.fact_item", "facts.office_fact_item"}


def made(node: ast.AST) -> str:
    """What a call calls, by its name."""
    return node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""


def test_mail_goes_from_the_one_address_the_stage_names(expanded: dict[str, Json]) -> None:
    [sending] = [s for s in statements(expanded, "MailFunction") if s["Action"] == "ses:SendEmail"]

    assert sending["Condition"] == {"StringEquals": {"ses:FromAddress": {"Ref": "MailFrom"}}}


def test_every_print_the_renderer_may_write_can_be_shown_and_nothing_else(expanded: dict[str, Json]) -> None:
    kinds = {f"${{ReportsBucket.Arn}}/{kind}/*" for kind in ("drafts", "slips", "submissions")}

    assert places(expanded, "RendererFunction", "s3:PutObject") == kinds
    assert places(expanded, "RecordsFunction", "s3:GetObject") == kinds


def places(resources: dict[str, Json], function: str, action: str) -> set[str]:
    """Where in a bucket a function may do this."""
    granting = (s for s in statements(resources, function) if listed(s["Action"]) == [action])
    return {resource["Fn::Sub"] for s in granting for resource in listed(s["Resource"])}
