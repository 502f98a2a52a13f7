"""Where, which code, what is wrong, what to do: each finding on the input is a `Problem`.

Used from outside: the names below. Every code stands in `CODES`, with its level and its rooms.
"""

from strategy.problems.codes import CODES, Level
from strategy.problems.messages import Value, message, refusal
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
from strategy.problems.suggestions import NONE_YET, misspelling, suggestion, to_write

__all__ = [
    "CODES",
    "LEVELS",
    "NONE_YET",
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
    "Value",
    "counted",
    "line_starts",
    "location_of",
    "message",
    "misspelling",
    "refusal",
    "report",
    "suggestion",
    "to_write",
]
