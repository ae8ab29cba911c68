"""A stage as `samconfig.toml` has it: which stack, in which region."""

import os
import tomllib
from argparse import ArgumentParser
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

CONFIG: Final = Path(__file__).parents[1] / "samconfig.toml"


@dataclass(frozen=True, slots=True)
class Stage:
    """Where `sam deploy --config-env NAME` deploys to."""

    stack: str
    region: str

    @classmethod
    def named(cls, name: str, config: Path = CONFIG) -> Self:
        """Read a stage's settings; raises `SystemExit`, naming the stages there are, for one that is not there."""
        tables = _read(config)
        stages = {known: table["deploy"]["parameters"] for known, table in tables.items() if "deploy" in table}
        if name not in stages:
            raise SystemExit(f"samconfig.toml has no stage {name}. It has: {', '.join(sorted(stages))}.")
        settings = stages[name]
        return cls(settings["stack_name"], settings.get("region") or default_region(config))

    def use_region(self) -> None:
        """Let every AWS client of this process work in the stage's region, whatever the environment names."""
        os.environ["AWS_DEFAULT_REGION"] = os.environ["AWS_REGION"] = self.region


def ask_for_stage(arguments: ArgumentParser) -> None:
    """Let a command be told its stage, by the name that `sam deploy --config-env` and `make publish` take."""
    arguments.add_argument("--stage", required=True, type=Stage.named, help="a stage of samconfig.toml, as prod")


def default_region(config: Path = CONFIG) -> str:
    """The region that every stage is in unless it says otherwise."""
    return _read(config)["default"]["global"]["parameters"]["region"]


def use_default_region(config: Path = CONFIG) -> None:
    """Let every AWS client of this process use the region of `samconfig.toml`, unless the environment names one."""
    if not os.environ.get("AWS_REGION"):
        os.environ.setdefault("AWS_DEFAULT_REGION", default_region(config))


def _read(config: Path) -> dict[str, dict[str, Any]]:
    """The file's tables but its version."""
    with config.open("rb") as file:
        return {name: table for name, table in tomllib.load(file).items() if name != "version"}
