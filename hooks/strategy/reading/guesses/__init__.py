"""What somebody probably meant to type in a data file: one slip that explains many problems.

Used from outside: `explanation`.
"""

from strategy.reading.guesses.explain import explanation

__all__ = ["explanation"]
