"""Circumstances of a candidate's work that the board needs to know beside the mark, which is still given.

Source: JCQ, guidance on lost or damaged work, and on special consideration: the centre sends the mark it can give, and
any allowance is the board's to make afterwards.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CircumstanceKind:
    """A circumstance that can be recorded for an assessment; `sampled` says whether the work can still be moderated."""

    title: str
    sampled: bool


@dataclass(frozen=True, slots=True)
class Circumstance:
    """One candidate's circumstance: its code in the catalogue, and the reason in the centre's words."""

    code: str
    reason: str
