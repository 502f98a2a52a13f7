"""Markdown that was typed a little wrong, and would be published as it stands: raw marks, lost cells.

Some slips show in the source. The others are what the page's HTML still has of Markdown's marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from strategy.checks.slips import emphasis, items, left_over, lines, stopped, tables, tags
from strategy.checks.slips.slip import CELLS, CODE, STOPPED, TITLE, Slip, at
from strategy.content.articles import Article, Articles
from strategy.content.page import Page, Pages
from strategy.languages.say import Say
from strategy.problems import Location, Problem, Problems

_FENCE = re.compile(r"^ *(?:`{3,}|~{3,}|｀{3,})", re.MULTILINE)
_TITLE = re.compile(r"^#[ \t]+\S", re.MULTILINE)


def check(pages: Pages, articles: Articles, problems: Problems) -> None:
    """Report what each page would show raw, or lose. A slip on several lines in a row counts once.

    Rows of tables and HTML are told one by one: each has a mistake of its own.
    """
    for pair in pages.values():
        for page in pair.values():
            found: dict[tuple[str, int], Slip] = {}
            for slip in _slips(page, articles.of(page)):
                found.setdefault((slip.code, slip.line), slip)
            for (code, line), slip in found.items():
                above = found.get((code, line - 1))
                if code in (CELLS, STOPPED) or above is None or above.level != slip.level:
                    where = Location(page.file, page.body_line + line, slip.column + 1)
                    problems.add(Problem(code, where, slip.what, slip.fix, slip.level))


def _slips(page: Page, article: Article) -> Iterator[Slip]:
    text = page.prose
    if fences := list(_FENCE.finditer(text)):
        yield at(
            text,
            fences[-1].start(),
            CODE,
            Say("「```」が閉じられていません", "“```” is not closed"),
            Say("終わりの行にも、半角で「```」と打ってください", "end it with a line ```"),
        )
        return  # everything below it is code
    yield from stopped.find(text)
    text = stopped.without(text)
    for title in list(_TITLE.finditer(text))[1:]:
        yield at(
            text,
            title.start(),
            TITLE,
            Say("題名（「# 」の見出し）が2つあります", "the page has a second title (“# ”)"),
            Say("「## 」で始めてください", "begin it with “## ”"),
        )
    source = text.split("\n")
    yield from lines.find(source)
    yield from items.find(source)
    yield from tables.find(source)
    yield from tags.find(text)
    yield from emphasis.find(article.own, text)
    yield from left_over.find(article.own, source)
