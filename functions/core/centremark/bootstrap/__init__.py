"""Joins settings, adapters and use cases; the only place that knows all three. A process loads only what it calls."""

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
    return wire(Settings())
