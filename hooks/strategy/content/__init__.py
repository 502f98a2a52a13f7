"""The project as read, each file once: data, pages, editions; and what is derived from a page.

Used from outside: the modules below.
"""

__all__ = [
    "allowances",
    "compose",
    "data",
    "editions",
    "git",
    "made_page",
    "markers",
    "opinions",
    "pages",
    "review",
    "sections",
    "translation_places",
    "translations",
]
