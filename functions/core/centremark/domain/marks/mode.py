"""What happens to the good rows when others are refused."""

from enum import StrEnum


class Mode(StrEnum):
    """Which rows of a request, or lines of a file, to save when some are refused."""

    ALL_OR_NOTHING = "all-or-nothing"
    GOOD_ROWS = "good-rows"
