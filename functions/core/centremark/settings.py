"""The functions' environment, which the template sets; the only code that reads it."""

import os
from collections.abc import Mapping


class FromEnv:
    """The variable `CENTREMARK_<NAME>`, read when it is used; raises KeyError, naming it, when it is missing."""

    def __set_name__(self, _: type, name: str) -> None:
        self._variable = f"CENTREMARK_{name.upper()}"

    def __get__(self, settings: "Settings", _: type | None = None) -> str:
        return settings.env[self._variable]


class Settings:
    """Names of the tables, bus, buckets and queues; each function is told those that it works with."""

    marks_table = FromEnv()
    ledger_table = FromEnv()
    bus = FromEnv()
    intake_bucket = FromEnv()
    reports_bucket = FromEnv()
    uploads_bucket = FromEnv()
    render_queue = FromEnv()
    webhook_queue = FromEnv()
    mail_queue = FromEnv()
    user_pool = FromEnv()
    mail_from = FromEnv()
    mail_configuration = FromEnv()
    origin = FromEnv()
    """Where people work; links in notices begin with it."""
    webhook_targets = FromEnv()
    """`public`, or `local` on one machine: see `OutsideSender`."""

    def __init__(self, env: Mapping[str, str] = os.environ) -> None:
        self.env = env
