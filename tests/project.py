"""A project as read, for tests of single checks."""

from pathlib import Path

from strategy.checks import pages as page_checks
from strategy.content import pages
from strategy.content.articles import Articles
from strategy.content.data import Loaded, load_data
from strategy.content.page import Page, Pages
from strategy.problems import Problems


def read(root: Path) -> tuple[Loaded, Pages, Articles, Problems]:
    """Data, pages, articles, and what reading them and looking at the pages found wrong."""
    problems = Problems()
    loaded = load_data(root, problems)
    found = pages.read(root, loaded, problems)
    strategy = None if problems.errors else loaded.strategy
    articles = Articles(strategy, strategy.glossary.terms if strategy else ())
    page_checks.check(root, loaded, found, articles, problems)
    return loaded, found, articles, problems


def page(body: str, first_line: int = 1) -> Page:
    """A page that is not in a file."""
    return Page("p", "ja", "p.md", body, body, first_line)
