"""Editions and what changed between them: freezing, revisions, pages, feeds, sheets.

Used from outside: the modules below.
"""

__all__ = ["comparison_page", "edition_page", "feeds", "freeze", "revisions", "sheets"]
