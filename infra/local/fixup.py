"""Complete what the emulator's CloudFormation accepts and then leaves out.

ministack 1.5.33 answers CREATE_COMPLETE and drops an HTTP API's routes, integrations and authorizers, a table's
time-to-live and point-in-time recovery, and a bucket's object lock. Here the processed template is read back and the
same is set through the ordinary APIs. Repeating it changes nothing; a route the template no longer has is removed.

One thing is removed: the buckets' refusal of plain HTTP, which is all the emulator speaks. One is added: permission to
send mail from any address, because the emulator checks the permission without the address. The address counts as
verified.
"""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final

from botocore.exceptions import ClientError

from infra.local.cloud import LocalCloud
from infra.local.stack import Stack
from infra.local.template import Json, Values

FUNCTION_IN_URI: Final = re.compile(r"functions/(arn:[^/]+)/invocations")
SEND: Final = "ses:SendEmail"
METHODS: Final = {"x-amazon-apigateway-any-method": "ANY"}


def complete(cloud: LocalCloud, name: str) -> None:
    """Set what is missing on every resource of a deployed stack."""
    stack = Stack.read(cloud, name)
    for resource, physical in stack.ids.items():
        kind, properties = stack.resource(resource)
        match kind:
            case "AWS::ApiGatewayV2::Api":
                HttpApi(cloud.client("apigatewayv2"), physical).complete(stack.values.of(properties["Body"]))
            case "AWS::DynamoDB::Table":
                _complete_table(cloud.client("dynamodb"), physical, properties, stack.values)
            case "AWS::S3::Bucket" if properties.get("ObjectLockEnabled"):
                lock = stack.values.of(properties["ObjectLockConfiguration"])
                cloud.client("s3").put_object_lock_configuration(Bucket=physical, ObjectLockConfiguration=lock)
            case "AWS::S3::BucketPolicy":
                _let_plain_http_in(cloud.client("s3"), stack.values.of(properties["Bucket"]))
            case "AWS::IAM::Role":
                _let_mail_go(cloud, physical, properties.get("Policies", []), stack.values)
            case _:
                pass


class HttpApi:
    """One HTTP API, completed from the OpenAPI body that SAM made of the functions' events."""

    def __init__(self, gateway: Any, api: str) -> None:  # noqa: ANN401  # a botocore client
        self._gateway = gateway
        self._api = api

    def complete(self, body: Json) -> None:
        """Make authorizers, integrations and routes match the body's."""
        self._set_cors(body.get("x-amazon-apigateway-cors", {}))
        authorizers = self._complete_authorizers(body.get("components", {}).get("securitySchemes", {}))
        integrations = self._integrations()
        wanted: dict[str, Json] = {}
        for path, operations in body.get("paths", {}).items():
            for method, operation in operations.items():
                wanted[f"{METHODS.get(method, method.upper())} {path}"] = {
                    "Target": f"integrations/{self._integration(operation, integrations)}",
                    **_authorization(operation, authorizers),
                }
        self._set_routes(wanted)

    def _set_cors(self, cors: Json) -> None:
        if cors:
            configuration = {key[0].upper() + key[1:]: value for key, value in cors.items()}
            self._gateway.update_api(ApiId=self._api, CorsConfiguration=configuration)

    def _complete_authorizers(self, schemes: Mapping[str, Json]) -> dict[str, str]:
        """Make the JWT authorizers that are missing and update the others; gives their ids by name."""
        have = {a["Name"]: a["AuthorizerId"] for a in self._gateway.get_authorizers(ApiId=self._api)["Items"]}
        for name, scheme in schemes.items():
            authorizer = scheme["x-amazon-apigateway-authorizer"]
            source = authorizer["identitySource"]
            jwt = authorizer["jwtConfiguration"]
            settings = {
                "ApiId": self._api,
                "Name": name,
                "AuthorizerType": "JWT",
                "IdentitySource": [source] if isinstance(source, str) else source,
                "JwtConfiguration": {"Issuer": jwt["issuer"], "Audience": jwt["audience"]},
            }
            if name in have:
                self._gateway.update_authorizer(AuthorizerId=have[name], **settings)
            else:
                have[name] = self._gateway.create_authorizer(**settings)["AuthorizerId"]
        return have

    def _integrations(self) -> dict[str, str]:
        items = self._gateway.get_integrations(ApiId=self._api)["Items"]
        return {item["IntegrationUri"]: item["IntegrationId"] for item in items}

    def _integration(self, operation: Json, have: dict[str, str]) -> str:
        """The id of the integration with an operation's function, made if it is missing."""
        integration = operation["x-amazon-apigateway-integration"]
        found = FUNCTION_IN_URI.search(integration["uri"])
        if not found:
            raise ValueError(f"The local cloud serves functions only, not {integration['uri']}.")
        function = found[1]
        if function not in have:
            have[function] = self._gateway.create_integration(
                ApiId=self._api,
                IntegrationType="AWS_PROXY",
                IntegrationUri=function,
                PayloadFormatVersion=integration["payloadFormatVersion"],
            )["IntegrationId"]
        return have[function]

    def _set_routes(self, wanted: Mapping[str, Json]) -> None:
        have = {route["RouteKey"]: route["RouteId"] for route in self._gateway.get_routes(ApiId=self._api)["Items"]}
        for key in have.keys() - wanted.keys():
            self._gateway.delete_route(ApiId=self._api, RouteId=have[key])
        for key, settings in wanted.items():
            if key in have:
                self._gateway.update_route(ApiId=self._api, RouteId=have[key], RouteKey=key, **settings)
            else:
                self._gateway.create_route(ApiId=self._api, RouteKey=key, **settings)


def _authorization(operation: Json, authorizers: Mapping[str, str]) -> Json:
    for requirement in operation.get("security", []):
        for name, scopes in requirement.items():
            if name in authorizers:
                return {
                    "AuthorizationType": "JWT",
                    "AuthorizerId": authorizers[name],
                    "AuthorizationScopes": scopes,
                }
    return {"AuthorizationType": "NONE"}


def _complete_table(dynamodb: Any, table: str, properties: Json, values: Values) -> None:  # noqa: ANN401
    if recovery := values.of(properties.get("PointInTimeRecoverySpecification")):
        dynamodb.update_continuous_backups(TableName=table, PointInTimeRecoverySpecification=recovery)
    if wanted := values.of(properties.get("TimeToLiveSpecification")):
        have = dynamodb.describe_time_to_live(TableName=table)["TimeToLiveDescription"]
        if (have["TimeToLiveStatus"] == "ENABLED") != wanted["Enabled"]:
            dynamodb.update_time_to_live(TableName=table, TimeToLiveSpecification=wanted)


def _let_plain_http_in(s3: Any, bucket: str) -> None:  # noqa: ANN401
    try:
        policy: Json = json.loads(s3.get_bucket_policy(Bucket=bucket)["Policy"])
    except ClientError as error:
        if error.response.get("Error", {}).get("Code") == "NoSuchBucketPolicy":
            return
        raise
    kept = [s for s in policy["Statement"] if s.get("Condition", {}).get("Bool", {}).keys() != {"aws:SecureTransport"}]
    if kept:
        s3.put_bucket_policy(Bucket=bucket, Policy=json.dumps({**policy, "Statement": kept}))
    else:
        s3.delete_bucket_policy(Bucket=bucket)


def _let_mail_go(cloud: LocalCloud, role: str, policies: list[Json], values: Values) -> None:
    for statement in (s for policy in policies for s in policy["PolicyDocument"]["Statement"]):
        if statement["Action"] == SEND:
            allowed = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": SEND, "Resource": "*"}]}
            cloud.client("iam").put_role_policy(
                RoleName=role, PolicyName="emulator-mail", PolicyDocument=json.dumps(allowed)
            )
            mail, condition = cloud.client("sesv2"), values.of(statement["Condition"])
            with suppress(mail.exceptions.AlreadyExistsException):
                mail.create_email_identity(EmailIdentity=condition["StringEquals"]["ses:FromAddress"])
