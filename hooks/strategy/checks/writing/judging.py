"""Judging all texts by all rules."""

from functools import partial
from typing import NamedTuple

from strategy.cache import Cache
from strategy.checks.kept_faults import kept
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


def _parts(passage: Passage) -> tuple[str, ...]:
    """All of a passage but the terms, which are those of the glossary."""
    return passage.language, passage.markup, passage.prose, passage.shown, str(passage.adopted)


def judge(
    loaded: Loaded, pages: Pages, articles: Articles, cache: Cache, problems: Problems
) -> list[Correction]:
    """Report every breach of a rule; returns the corrections that are certain.

    ``data/`` and ``docs/`` must be free of other errors.
    """
    corrections, terms = [], repr(loaded.models.get("glossary"))
    for file, source, texts in by_file(loaded, pages, articles):
        allowed = allowances.find(source, file, RULES, problems)
        passages = [text.passage for text in texts]
        made_of = (terms, *(part for each in passages for part in _parts(each)))
        found = kept(cache, "writing", made_of, partial(map, _breaches, passages))
        for (passage, locate, exact), faults in zip(texts, found, strict=True):
            for fault in faults:
                where = locate(fault.start)
                if allowances.holds(allowed, fault.code, where):
                    continue
                problems.add(fault.at(where))
                if exact and fault.right is not None:
                    old = passage.markup[fault.start : fault.end]
                    corrections.append(Correction(where, old, fault.right))
        allowances.report_unused(allowed, problems)
    return corrections
