"""Judging all texts by all rules."""

from __future__ import annotations

from typing import NamedTuple

from strategy.checks.writing.passages import by_file
from strategy.checks.writing.rule import Passage
from strategy.checks.writing.rules import RULES
from strategy.content import allowances
from strategy.content.articles import Articles
from strategy.content.data import Loaded
from strategy.content.page import Pages
from strategy.problems import Fault, Location, Problems


class Correction(NamedTuple):
    """What stands at a place of a file, and what is right there."""

    location: Location
    old: str
    new: str


def _breaches(passage: Passage) -> tuple[Fault, ...]:
    rules = (rule for rule in RULES.values() if rule.of_translation or not passage.adopted)
    return tuple(fault for rule in rules for fault in rule.find(passage))


def judge(loaded: Loaded, pages: Pages, articles: Articles, problems: Problems) -> list[Correction]:
    """Report every breach of a rule; returns the corrections that are certain.

    ``data/`` and ``docs/`` must be free of other errors.
    """
    corrections = []
    for file, source, texts in by_file(loaded, pages, articles):
        allowed = allowances.find(source, file, RULES, problems)
        for passage, locate, exact in texts:
            for fault in _breaches(passage):
                where = locate(fault.start)
                if allowances.holds(allowed, fault.code, where):
                    continue
                problems.add(fault.at(where))
                if exact and fault.right is not None:
                    old = passage.markup[fault.start : fault.end]
                    corrections.append(Correction(where, old, fault.right))
        allowances.report_unused(allowed, problems)
    return corrections
