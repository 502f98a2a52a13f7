"""Markdown that was typed a little wrong, and would be published as it stands: raw marks, lost cells.

Some slips show in the source. The others are what the page's HTML still has of Markdown's marks.
"""

import re
from collections.abc import Iterator

from strategy.cache import Cache
from strategy.checks.kept_faults import kept
from strategy.checks.slips import emphasis, items, left_over, lines, stopped, tables, tags
from strategy.checks.slips.slip import CELLS, STOPPED
from strategy.content.articles import Article, Articles
from strategy.content.page import Page, Pages
from strategy.problems import Fault, Problem, Problems

_FENCE = re.compile(r"^ *(?:`{3,}|~{3,}|｀{3,})", re.MULTILINE)
_TITLE = re.compile(r"^#[ \t]+\S", re.MULTILINE)


def check(pages: Pages, articles: Articles, cache: Cache, problems: Problems) -> None:
    """Report what each page would show raw, or lose. A slip on several lines in a row counts once.

    Rows of tables and HTML are told one by one: each has a mistake of its own.
    """
    for pair in pages.values():
        for page in pair.values():
            found: dict[tuple[str, int], Problem] = {}
            for slip in _kept(page, articles.of(page), cache):
                where = page.location(slip.start)
                found.setdefault((slip.code, where.line), slip.at(where))
            for (code, line), problem in found.items():
                if code in (CELLS, STOPPED) or (code, line - 1) not in found:
                    problems.add(problem)


def _kept(page: Page, article: Article, cache: Cache) -> list[Fault]:
    made_of = page.prose, article.own
    (found,) = kept(cache, "slips", made_of, lambda: [_slips(*made_of)])
    return found


def _slips(text: str, html: str) -> Iterator[Fault]:
    """The slips in the prose of a page, of which ``html`` was made."""
    if fences := list(_FENCE.finditer(text)):
        yield Fault.of("markdown-code/fence", fences[-1].start())
        return  # everything below it is code
    yield from stopped.find(text)
    text = stopped.without(text)
    for title in list(_TITLE.finditer(text))[1:]:
        yield Fault.of("second-title", title.start())
    yield from lines.find(text)
    yield from items.find(text)
    yield from tables.find(text)
    yield from tags.find(text)
    yield from emphasis.find(html, text)
    yield from left_over.find(html, text)
