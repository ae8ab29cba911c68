"""Finds everything an actor can do: public methods of use cases, and public functions, that take an actor."""

import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType

from centremark import domain, usecases


def acts() -> Iterator[tuple[str, type | None, Callable[..., object]]]:
    """Everything that takes an actor, as `Class`, `Class.method` or `function`, with its class and callable."""
    for module in modules_in(usecases):
        for name, function in members_of(module, inspect.isfunction):
            if is_act(name, function):
                yield name, None, function
        for class_name, kind in members_of(module, inspect.isclass):
            for name, method in inspect.getmembers(kind, inspect.isfunction):
                if is_act(name, method):
                    yield class_name if name == "__call__" else f"{class_name}.{name}", kind, method


def changing_acts() -> Iterator[str]:
    """The acts of a use case that change something."""
    for name, kind, _ in acts():
        if kind and re.search(what_changes(), all_it_runs(kind, set())):
            yield name


def is_act(name: str, function: Callable[..., object]) -> bool:
    """Whether it is public and takes an actor."""
    public = name == "__call__" or not name.startswith("_")
    return public and "actor" in inspect.signature(function).parameters


def modules_in(layer: ModuleType) -> Iterator[ModuleType]:
    """Every module of a layer."""
    for module in pkgutil.walk_packages(layer.__path__, f"{layer.__name__}."):
        yield import_module(module.name)


def members_of(module: ModuleType, wanted: Callable[[object], bool]) -> Iterator[tuple[str, type]]:
    """What a module defines itself."""
    for name, member in inspect.getmembers(module, wanted):
        if member.__module__ == module.__name__:
            yield name, member


def what_changes() -> str:
    """A call of a port's method that returns nothing, which such methods do only to change something."""
    named = {
        name
        for module in modules_in(domain)
        if module.__name__.endswith(".ports")
        for _, port in members_of(module, inspect.isclass)
        if getattr(port, "_is_protocol", False)
        for name, method in inspect.getmembers(port, inspect.isfunction)
        if not name.startswith(("_", "must_")) and inspect.signature(method).return_annotation is None
    }
    return rf"\.({'|'.join(sorted(named))})\("


def all_it_runs(kind: object, seen: set[object]) -> str:
    """The source of a use case and of everything in the use cases that it names."""
    if not (inspect.isclass(kind) or inspect.isfunction(kind)) or kind in seen:
        return ""
    if not kind.__module__.startswith(usecases.__name__):
        return ""
    seen.add(kind)
    source, around = inspect.getsource(kind), vars(import_module(kind.__module__))
    return source + "".join(all_it_runs(around.get(name), seen) for name in set(re.findall(r"\w+", source)))
