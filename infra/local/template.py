"""The built template as data, and its expressions as values."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, cast

import yaml

Json = dict[str, Any]
NO_VALUE: Final = object()
"""What `AWS::NoValue` means: the property is not there."""
PLACEHOLDER: Final = re.compile(r"\$\{([^!}][^}]*)\}")
LOOP: Final = "Fn::ForEach::"


class _Loader(yaml.SafeLoader):
    """Reads CloudFormation's short forms: `!Ref x` is `{"Ref": x}`, `!Sub x` is `{"Fn::Sub": x}`."""


def _short_form(loader: _Loader, suffix: str, node: yaml.Node) -> Json:
    match node:
        case yaml.ScalarNode():
            value: Any = loader.construct_scalar(node)
        case yaml.SequenceNode():
            value = loader.construct_sequence(node, deep=True)
        case _:
            value = loader.construct_mapping(cast("yaml.MappingNode", node), deep=True)
    if suffix == "GetAtt" and isinstance(value, str):
        value = value.split(".", 1)
    return {suffix if suffix in {"Ref", "Condition"} else f"Fn::{suffix}": value}


_Loader.add_multi_constructor("!", _short_form)  # pyright: ignore[reportUnknownMemberType]


def read_template(path: Path) -> Json:
    """Read a template; short forms come out long, and what `Fn::ForEach` repeats as often as it says."""
    with path.open() as text:
        template: Json = yaml.load(text, Loader=_Loader)  # noqa: S506  # derives from SafeLoader
    return {**template, "Resources": dict(_repeated(template["Resources"]))}


def _repeated(resources: Json) -> Iterator[tuple[str, Json]]:
    for name, resource in resources.items():
        if not name.startswith(LOOP):
            yield name, resource
            continue
        identifier, items, fragment = resource
        for item in items:
            for key, value in _repeated(fragment):
                yield key.replace(f"${{{identifier}}}", item), _filled(value, identifier, item)


def _filled(value: Any, identifier: str, item: str) -> Any:  # noqa: ANN401  # a template is JSON of any shape
    """A loop's value for one item, which CloudFormation puts into `Ref` and `Fn::Sub` and nowhere else."""
    match value:
        case {"Ref": name} if name == identifier:
            return item
        case {"Fn::Sub": str(text)}:
            text = text.replace(f"${{{identifier}}}", item)
            return {"Fn::Sub": text} if "${" in text else text
        case dict():
            return {key: _filled(inner, identifier, item) for key, inner in cast("Json", value).items()}
        case list():
            return [_filled(inner, identifier, item) for inner in cast("list[Any]", value)]
        case _:
            return value


class Values:
    """Evaluates a deployed template's expressions.

    `names` gives what `Ref` gives for parameters, resources and pseudo parameters; `attribute` what `Fn::GetAtt` does.
    Raises ValueError for a function it does not know.
    """

    def __init__(self, template: Json, names: Mapping[str, str], attribute: Callable[[str, str], str]) -> None:
        self._template = template
        self._names = names
        self._attribute = attribute

    def of(self, expression: Any) -> Any:  # noqa: ANN401  # a template is JSON of any shape
        """Give an expression's value; properties without a value are left out."""
        match expression:
            case dict():
                items = cast("Json", expression)
                if len(items) == 1 and ((name := next(iter(items))) == "Ref" or name.startswith("Fn::")):
                    return self._call(name, items[name])
                values = {key: self.of(value) for key, value in items.items()}
                return {key: value for key, value in values.items() if value is not NO_VALUE}
            case list():
                elements = [self.of(value) for value in cast("list[Any]", expression)]
                return [value for value in elements if value is not NO_VALUE]
            case _:
                return expression

    def holds(self, condition: Any) -> bool:  # noqa: ANN401  # a condition is a name or an expression
        """Whether a condition, by name or written out, holds."""
        if isinstance(condition, str):
            return self.holds(self._template["Conditions"][condition])
        [(name, arguments)] = condition.items()
        match name:
            case "Condition":
                return self.holds(arguments)
            case "Fn::Equals":
                left, right = self.of(arguments)
                return str(left) == str(right)
            case "Fn::Not":
                return not self.holds(arguments[0])
            case "Fn::And":
                return all(map(self.holds, arguments))
            case "Fn::Or":
                return any(map(self.holds, arguments))
            case _:
                raise ValueError(f"The local cloud cannot evaluate the condition {name}.")

    def _call(self, name: str, argument: Any) -> Any:  # noqa: ANN401
        match name:
            case "Ref":
                return NO_VALUE if argument == "AWS::NoValue" else self._names[argument]
            case "Fn::GetAtt":
                return self._attribute(argument[0], argument[1])
            case "Fn::Sub":
                text, extra = (argument, Json()) if isinstance(argument, str) else argument
                return self._substitute(text, self.of(extra))
            case "Fn::Join":
                return argument[0].join(str(part) for part in self.of(argument[1]))
            case "Fn::If":
                return self.of(argument[1] if self.holds(argument[0]) else argument[2])
            case _:
                raise ValueError(f"The local cloud cannot evaluate {name}.")

    def _substitute(self, text: str, extra: Mapping[str, str]) -> str:
        def value(match: re.Match[str]) -> str:
            name = match[1]
            if name in extra:
                return str(extra[name])
            resource, dot, attribute = name.partition(".")
            return self._attribute(resource, attribute) if dot else self._names[name]

        return PLACEHOLDER.sub(value, text).replace("${!", "${")
