"""A deployed stack, read back."""

from dataclasses import dataclass
from typing import Self

from infra.local.cloud import REGION, LocalCloud
from infra.local.template import Json, Values


@dataclass(frozen=True, slots=True)
class Stack:
    """The template a stack runs, as SAM expanded it, and the state of its resources."""

    template: Json
    ids: dict[str, str]
    """Logical to physical id, of the resources that were made."""
    outputs: dict[str, str]
    values: Values

    @classmethod
    def read(cls, cloud: LocalCloud, name: str) -> Self:
        """Read a stack of this name."""
        formation = cloud.client("cloudformation")
        template: Json = formation.get_template(StackName=name, TemplateStage="Processed")["TemplateBody"]
        [described] = formation.describe_stacks(StackName=name)["Stacks"]
        resources = formation.describe_stack_resources(StackName=name)["StackResources"]
        ids = {r["LogicalResourceId"]: r["PhysicalResourceId"] for r in resources if r.get("PhysicalResourceId")}
        account = cloud.client("sts").get_caller_identity()["Account"]
        names = {
            "AWS::Region": REGION,
            "AWS::AccountId": account,
            "AWS::Partition": "aws",
            "AWS::StackName": name,
            "AWS::URLSuffix": "amazonaws.com",
            **{p["ParameterKey"]: p["ParameterValue"] for p in described.get("Parameters", [])},
            **ids,
        }

        def attribute(resource: str, attribute: str) -> str:
            if (template["Resources"][resource]["Type"], attribute) == ("AWS::Lambda::Function", "Arn"):
                return f"arn:aws:lambda:{REGION}:{account}:function:{ids[resource]}"
            raise ValueError(f"The local cloud cannot tell {resource}.{attribute}.")

        outputs = {output["OutputKey"]: output["OutputValue"] for output in described.get("Outputs", [])}
        return cls(template, ids, outputs, Values(template, names, attribute))

    def resource(self, name: str) -> tuple[str, Json]:
        """A resource's type and its properties, not yet evaluated."""
        resource = self.template["Resources"][name]
        return resource["Type"], resource.get("Properties", {})
