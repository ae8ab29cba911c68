"""What each function is told: the settings that it reads, found from what its handler calls."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from centremark.bootstrap import wire
from centremark.settings import Settings
from infra.local.template import Json, read_template
from infra.package.build import ROOT
from tests.contract.conftest import ENVIRONMENT

CORE: Final = ROOT / "functions" / "core"
FUNCTIONS: Final[dict[str, Json]] = {
    name: resource["Properties"]
    for name, resource in read_template(ROOT / "template.yaml")["Resources"].items()
    if resource["Type"] == "AWS::Serverless::Function" and resource["Properties"]["CodeUri"] == "functions/core/"
}


class Environment(dict[str, str]):
    """An environment that remembers what was read of it."""

    def __init__(self, held: Mapping[str, str]) -> None:
        super().__init__(held)
        self.read: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.read.add(name)
        return super().__getitem__(name)


def modules_of(module: str) -> Iterator[ast.Module]:
    """A handler's module and those of the handlers that it imports."""
    waiting, seen = [module], set[Path]()
    while waiting:
        name = waiting.pop()
        path = (CORE / name.replace(".", "/")).with_suffix(".py")
        if not name.startswith("centremark.handlers.") or path in seen or not path.exists():
            continue
        seen.add(path)
        tree = ast.parse(path.read_text())
        yield tree
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                waiting += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]


def called_on(maker: str, module: str) -> set[str]:
    """What a handler asks the answer of `maker()` for, such as `services().read_sheet`; a port with its place."""
    found: set[str] = set()
    for node in (node for tree in modules_of(module) for node in ast.walk(tree)):
        match node:
            case ast.Attribute(value=ast.Attribute(ast.Call(func=ast.Name(id=name)), "ports"), attr=port):
                found |= {f"ports.{port}"} if name == maker else set()
            case ast.Attribute(value=ast.Call(func=ast.Name(id=name)), attr=attr) if name == maker and attr != "ports":
                found.add(attr)
            case _:
                pass
    return found


def reached(holder: Any, place: str) -> None:
    for name in place.split("."):
        holder = getattr(holder, name)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_is_told_the_settings_it_reads_and_no_others(name: str) -> None:
    module = FUNCTIONS[name]["Handler"].rpartition(".")[0]
    told = FUNCTIONS[name]["Environment"]["Variables"]
    environment = Environment(ENVIRONMENT)

    for use_case in called_on("services", module):
        reached(wire(Settings(environment)), use_case)
    for setting in called_on("Settings", module):
        reached(Settings(environment), setting)

    assert environment.read == set(told)
