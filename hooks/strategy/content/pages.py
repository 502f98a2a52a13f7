"""The pages of ``docs/``, each read once: front matter, body and markers."""

from pathlib import Path

from pydantic import Field

from strategy.content import headings, markers
from strategy.content.data import Loaded
from strategy.content.page import Page, Pages
from strategy.content.review import Review, Reviewed
from strategy.languages.say import Language
from strategy.problems import Location, Problems
from strategy.reading import front_matter, placeholders
from strategy.reading.fields import Line, Model
from strategy.reading.source import Mapping, Scalar, read_text
from strategy.reading.validate import validate
from strategy.reading.yaml_nodes import split_front_matter

DOCS = "docs"
_OTHER_SUFFIXES = (".markdown", ".mdown", ".mkdn", ".mkd")  # MkDocs would build these as well


class Search(Model):
    """How the site's search treats a page."""

    exclude: bool = Field(default=False, description="trueのとき、検索の対象から外す")


class PageSettings(Model):
    """The block between the ``---`` lines at the top of a page."""

    description: Line = Field(description="検索結果などに出る、ページの要約")
    search: Search = Search()
    review: Review | None = Field(default=None, description="担当課と、内容を確かめる時期")


def read(root: Path, loaded: Loaded, problems: Problems) -> Pages:
    """The pages of ``docs/`` by name; reports what is wrong with each by itself."""
    found: Pages = {}
    for path in sorted((root / DOCS).rglob("*")):
        if path.suffix.lower() in _OTHER_SUFFIXES:
            problems.tell("page-suffix", Location(path.relative_to(root).as_posix()))
        elif path.suffix == ".md" and (page := _read(path, root, loaded, problems)):
            found.setdefault(page.name, {})[page.language] = page
    return found


def _read(path: Path, root: Path, loaded: Loaded, problems: Problems) -> Page | None:
    file = path.relative_to(root).as_posix()
    text = read_text(path, root, problems)
    if text is None or not front_matter.check(text, file, problems):
        return None
    front = split_front_matter(text, file, problems)
    stem = path.relative_to(root / DOCS).as_posix().removesuffix(".md")
    language: Language = "en" if stem.endswith(".en") else "ja"
    page = Page(stem.removesuffix(".en"), language, file, text, front.body, front.body_line)
    before_body = text[: len(text) - len(front.body)]
    placeholders.check_text(before_body + page.prose, file, problems)
    if front.node is not None:
        if settings := validate(PageSettings, front.node, problems):
            page.excluded, page.review = settings.search.exclude, settings.review
        if isinstance(front.node, Mapping):
            description = front.node.entries.get("description")
            page.description = description if isinstance(description, Scalar) else None
    elif front.body_line == 1:
        problems.tell("front-matter", Location(file))
    before = len(problems)
    page.markers = tuple(markers.find(page, problems))
    markers.check(page.markers, loaded, problems)
    page.sound = len(problems) == before
    headings.check(page, problems)
    return page


def reviewed(pages: Pages, language: Language) -> list[Reviewed]:
    """The pages that have a review, with their titles in ``language``."""
    return [
        Reviewed(pair[language].headings[0].text, pair["ja"].file, pair["ja"].review)
        for pair in pages.values()
        if len(pair) == 2 and pair["ja"].review
    ]
