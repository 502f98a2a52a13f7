"""Writing: what ``strategy check`` knows of good writing, one small module a family of rules.

textlint has some of these rules, but it needs Node, which those who edit do not have; no kept Python
library knows Japanese public writing, and most rules here are about this publication anyway.

Used from outside: the rules, judging by them, and the corrections that are certain.
"""

from strategy.checks.writing.correct import corrected, difference, write
from strategy.checks.writing.judging import Correction, judge
from strategy.checks.writing.rules import RULES

__all__ = ["RULES", "Correction", "corrected", "difference", "judge", "write"]
