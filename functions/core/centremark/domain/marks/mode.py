"""What becomes of the good rows when others are refused."""

from enum import StrEnum


class Mode(StrEnum):
    """Which lines of a file, or rows of a request, are wanted when some are refused."""

    ALL_OR_NOTHING = "all-or-nothing"
    GOOD_ROWS = "good-rows"
