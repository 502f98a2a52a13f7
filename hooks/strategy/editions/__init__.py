"""Editions and what changed between them: freezing, revisions, pages, feeds, sheets.

Used from outside: the modules below.
"""

__all__ = [
    "comparing_page",
    "comparison_page",
    "edition_page",
    "feeds",
    "freeze",
    "pairs",
    "revision_check",
    "revisions",
    "sheets",
]
