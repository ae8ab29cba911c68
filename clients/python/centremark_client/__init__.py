"""Sends marks to an exam board through Centremark's API."""

from centremark_client.client import Centremark, Problem

__all__ = ["Centremark", "Problem"]
