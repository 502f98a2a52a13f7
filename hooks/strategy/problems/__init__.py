"""Where, which code, what is wrong, what to do: each finding on the input is a `Problem`.

Used from outside: the names below. Every code stands in `CODES`, with its level and its rooms.
"""

from strategy.problems.codes import CODES, Level
from strategy.problems.problem import (
    LEVELS,
    BilingualError,
    Fault,
    Format,
    Invalid,
    InvalidStrategy,
    KeyPath,
    Location,
    Problem,
    Problems,
    counted,
    line_starts,
    location_of,
    report,
)
from strategy.problems.suggestions import NEW_ID, REMOVE_ONE, misspelling, suggestion, to_write

__all__ = [
    "CODES",
    "LEVELS",
    "NEW_ID",
    "REMOVE_ONE",
    "BilingualError",
    "Fault",
    "Format",
    "Invalid",
    "InvalidStrategy",
    "KeyPath",
    "Level",
    "Location",
    "Problem",
    "Problems",
    "counted",
    "line_starts",
    "location_of",
    "misspelling",
    "report",
    "suggestion",
    "to_write",
]
