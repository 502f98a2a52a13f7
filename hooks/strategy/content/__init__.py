"""The project as read, each file once: data, pages, editions; and what is derived from a page.

Used from outside: the modules below.
"""

__all__ = [
    "allowances",
    "articles",
    "compose",
    "data",
    "data_files",
    "editions",
    "embed_pictures",
    "git",
    "heading_ids",
    "headings",
    "made_page",
    "opinions",
    "page",
    "pages",
    "review",
    "sections",
    "translation_places",
    "translations",
]
