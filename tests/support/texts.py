"""Texts that can be sent and cannot be seen."""

from typing import Final

SHOWS_NOTHING: Final = (
    "",
    " ",
    "\n",
    "\u00a0",
    "\u00ad",
    "\u034f",
    "\u115f\u1160",
    "\u17b4\u17b5",
    "\u180b\u180e\u180f",
    "\u200b",
    "\u200d\u2060",
    "\u2800",
    "\u3164",
    "\ufe00\ufe0f",
    "\ufeff",
    "\uffa0",
    "\U0001d159",
    "\U000e0001",
    "\U000e0020\U000e0041\U000e007f",
    "\U000e0100\U000e01ef",
)
"""Spaces, joiners, fillers, tags and variation selectors, alone."""
