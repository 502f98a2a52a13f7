"""HTML and SVG, written: every element that the core makes is made here.

Text and values of attributes are escaped; only what is `Html` already stands as it is. An element
is a call, so it cannot be left open, and an attribute that may be missing needs no other wording::

    element("p", element("a", name, href=address), " ", note, class_="over", hidden=is_over)

A library of safe templates (markupsafe) would keep the tags in strings, where neither holds.
"""

from collections.abc import Iterable
from html import escape

from strategy.languages import japanese
from strategy.languages.say import Language

VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}
"""Elements in which nothing stands."""
SHAPES = {"circle", "image", "line", "path", "polygon", "polyline", "rect"}
"""Elements of SVG in which nothing has to stand."""

Value = str | int | None
"""Of an attribute: one that is None or False is left out, one that is True has no value."""


class Html(str):
    """HTML that is sound and stands as it is. What is made of it by means of `str` is text again."""

    __slots__ = ()


def element(tag: str, /, *children: str | int, **attributes: Value) -> Html:
    """An element: what stands in it, and its attributes in the order given.

    ``class_`` stands for ``class``, ``data_kind`` for ``data-kind``.
    """
    given = "".join(_attribute(name, value) for name, value in attributes.items())
    inside = join("", children)
    if inside and tag in VOID:
        raise ValueError(f"nothing stands in {tag}")
    if not inside and tag in VOID | SHAPES:
        return Html(f"<{tag}{given}{'/' if tag in SHAPES else ''}>")
    return Html(f"<{tag}{given}>{inside}</{tag}>")


def _attribute(name: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    name = name.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'


def escaped(text: str | int) -> Html:
    """The text as HTML; what is HTML already as it is."""
    return text if isinstance(text, Html) else Html(escape(str(text)))


def join(between: str, parts: Iterable[str | int]) -> Html:
    """The parts as HTML, with ``between`` between them."""
    return Html(escaped(between).join(map(escaped, parts)))


def lines(parts: Iterable[str | int]) -> Html:
    """The parts as HTML, each on a line of its own in the source."""
    return Html("\n" + "".join(f"{escaped(part)}\n" for part in parts))


def fill(words: str, *values: str | int, **named: str | int) -> Html:
    """Words with values in their places ``{}``, as `str.format` does; words and values may be HTML."""
    return Html(
        escaped(words).format(
            *map(escaped, values), **{name: escaped(v) for name, v in named.items()}
        )
    )


def marked(text: str, language: Language) -> Html:
    """The text, its Japanese words marked as such on an English page."""
    if language == "ja":
        return escaped(text)
    parts = japanese.split(text)
    return join(
        "", (element("span", part, lang="ja") if i % 2 else part for i, part in enumerate(parts))
    )


def broken(rows: Iterable[str | int]) -> Html:
    """The rows, with a line break between them."""
    return join(element("br"), rows)


def link(name: str, path: str, class_: str | None = None, **attributes: Value) -> Html:
    """A link to a path from the root of the site."""
    return element("a", name, class_=class_, href=f"/{path}", **attributes)


def listed(items: Iterable[str | int], **attributes: Value) -> Html:
    """A list."""
    return element("ul", lines(element("li", item) for item in items), **attributes)


def terms(values: Iterable[tuple[str, str | int]]) -> Html:
    """A list of terms, each with what is said of it."""
    rows = (part for name, value in values for part in (element("dt", name), element("dd", value)))
    return element("dl", lines(rows))


def column_heads(names: Iterable[str]) -> Html:
    """The head of a table."""
    return element("thead", element("tr", *(element("th", name, scope="col") for name in names)))


def row(head: str | int, cells: Iterable[tuple[str, str | int]], **attributes: Value) -> Html:
    """A row of a table: what it is about, then the names of the columns with what stands there.

    Narrow screens show the name of a column in each cell.
    """
    shown = (element("td", cell, data_label=name) for name, cell in cells)
    return element("tr", element("th", head, scope="row"), *shown, **attributes)


def document(language: str, title: str, *head: Html, body: Html) -> Html:
    """A file that stands alone, with none of the site's frame."""
    metas = (
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
    )
    parts = (
        element("head", lines([*metas, *head, element("title", title)])),
        element("body", lines([body])),
    )
    return Html(f"<!doctype html>\n{element('html', lines(parts), lang=language)}\n")
