"""Settings to adapters to use cases: the only place that knows both sides, and a process loads of it what it calls."""

from functools import cache
from typing import TYPE_CHECKING

from centremark.bootstrap.aws import AwsPorts, utc_now
from centremark.bootstrap.services import Services
from centremark.settings import Settings

if TYPE_CHECKING:
    from centremark.domain.shared.ports import Clock


def wire(settings: Settings, clock: "Clock" = utc_now) -> Services:
    """The use cases over AWS."""
    return Services(AwsPorts(settings, clock))


@cache
def services() -> Services:
    """The process's use cases, made when first asked for."""
    return wire(Settings.from_env())
