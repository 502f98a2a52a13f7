"""Markdown → accessible HTML: terms, readings, phrases, marks.

Used from outside: the modules below.
"""

__all__ = [
    "filter_lists",
    "glossary_terms",
    "markdown",
    "numbering",
    "phrases",
    "plain_markdown",
    "ruby",
]
