"""Markdown → accessible HTML: terms, readings, phrases, marks.

Used from outside: the modules below.
"""

__all__ = [
    "filter_lists",
    "glossary_terms",
    "html",
    "markdown",
    "numbering",
    "phrases",
    "plain_markdown",
    "ruby",
]
