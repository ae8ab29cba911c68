"""The functions' environment, which the template sets; the only code that reads it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Self


@dataclass(frozen=True, slots=True)
class Settings:
    """Names of the tables, bus, buckets and queues this process works with."""

    marks_table: str
    ledger_table: str
    bus: str
    intake_bucket: str
    reports_bucket: str
    uploads_bucket: str
    render_queue: str
    webhook_queue: str
    mail_queue: str
    mail_from: str
    mail_configuration: str
    origin: str
    """Where people work; links in notices begin with it."""
    webhook_targets: str
    """`public`, or `local` on one machine: see `OutsideSender`."""

    @classmethod
    def from_env(cls, env: Mapping[str, str] = os.environ) -> Self:
        """Read `CENTREMARK_<NAME>` for each; raises KeyError, naming the one that is missing."""
        return cls(**{field.name: env[f"CENTREMARK_{field.name.upper()}"] for field in fields(cls)})
