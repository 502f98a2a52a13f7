"""The builder of HTML: what it escapes, and that nothing else writes elements."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from strategy.markup.html import (
    Html,
    broken,
    document,
    element,
    escaped,
    fill,
    join,
    lines,
    link,
    listed,
    marked,
    row,
    terms,
)

CORE = Path(__file__).parents[2] / "hooks" / "strategy"
BUILDER = "markup/html.py"
OTHERS = {
    "checks/slips/stopped.py",  # tells people which elements are not shown
    "editions/comparison_page.py",
    "model/identity.py",  # docs/<id>.md
    "site/hosting.py",  # the XML of a server's settings
}
# No group of a pattern, no target of a link in Markdown.
_TAG = re.compile(r"(?<!\?P)(?<!\]\()<[a-z][a-z0-9]*(?=[\s>/]|$)")


def _elements(source: str) -> list[int]:
    """The lines with a string in which an element begins; no docstring, no pattern, no message."""
    tree = ast.parse(source)
    return [node.lineno for node, text in _strings(tree) if _TAG.search(text)]


def _strings(node: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    match node:
        case ast.Expr(ast.Constant()):
            return
        case ast.Call(function) if re.match(
            r"(re\..*|Say|len|.*Error|.*\.(unknown|startswith|rindex))$", ast.unparse(function)
        ):
            return
        case ast.Constant(str(text)):
            yield node, text
        case ast.JoinedStr(parts):
            shown = (str(part.value) if isinstance(part, ast.Constant) else "x" for part in parts)
            yield node, "".join(shown)
    for child in ast.iter_child_nodes(node):
        yield from _strings(child)


def test_nothing_else_writes_elements() -> None:
    sources = {
        path.relative_to(CORE).as_posix(): path.read_text(encoding="utf-8")
        for path in CORE.rglob("*.py")
    }
    assert {name for name, source in sources.items() if _elements(source)} == {BUILDER, *OTHERS}


@pytest.mark.parametrize(
    "source",
    [
        'x = "<p>"',
        'x = f"<p>{y}</p>"',
        'x = f"<{tag}>{y}"',
        "f(f\"a {g('<a href=')}\")",
        'x = "<br/>"',
    ],
)
def test_elements_in_strings_are_seen(source: str) -> None:
    assert _elements(source)


@pytest.mark.parametrize(
    "source",
    [
        '"""An ``<a>``."""',
        'x = re.compile("<a>")',
        'x = Say("<a>", "")',
        'x = "a < b"',
        'x = "<!-- a"',
    ],
)
def test_other_strings_are_passed_over(source: str) -> None:
    assert not _elements(source)


def test_text_and_values_are_escaped_and_html_is_not() -> None:
    told = element("p", "a < b & c", element("b", "d"), title='"e" <f>')
    assert told == '<p title="&quot;e&quot; &lt;f&gt;">a &lt; b &amp; c<b>d</b></p>'


def test_what_is_made_of_html_as_a_string_is_text_again() -> None:
    bold = element("b", "x")
    for text in (bold + "<i>", f"{bold}", bold.strip(), bold.replace("x", "<i>")):
        assert escaped(text) != text


def test_attributes_stand_in_their_order_and_may_be_missing_or_bare() -> None:
    told = element("p", data_b="1", class_="c", aria_label="", id=None, hidden=True, inert=False)
    assert told == '<p data-b="1" class="c" aria-label="" hidden></p>'


def test_void_elements_and_shapes_have_no_end() -> None:
    assert element("br") == "<br>"
    assert element("meta", http_equiv="a") == '<meta http-equiv="a">'
    assert element("rect", x=1, stroke_width="0.5") == '<rect x="1" stroke-width="0.5"/>'
    assert element("rect", element("title", "a")) == "<rect><title>a</title></rect>"
    with pytest.raises(ValueError, match="br"):
        element("br", "text")


def test_parts_are_escaped_wherever_they_are_put() -> None:
    bold = element("b", "x")
    assert join(" & ", ["<", bold, 1]) == "&lt; &amp; <b>x</b> &amp; 1"
    assert lines(["<", bold]) == "\n&lt;\n<b>x</b>\n"
    assert broken(["a", "<"]) == "a<br>&lt;"
    assert fill("<{}> {name}", bold, name="<") == "&lt;<b>x</b>&gt; &lt;"
    assert all(isinstance(made, Html) for made in (join("", []), lines([]), fill("")))


def test_lists_links_and_rows() -> None:
    assert link("<", "a/b", hreflang="en") == '<a href="/a/b" hreflang="en">&lt;</a>'
    assert listed(["<"], class_="c") == '<ul class="c">\n<li>&lt;</li>\n</ul>'
    assert terms([("a", "<")]) == "<dl>\n<dt>a</dt>\n<dd>&lt;</dd>\n</dl>"
    assert row(1, [("n", "<")], id="i") == (
        '<tr id="i"><th scope="row">1</th><td data-label="n">&lt;</td></tr>'
    )


def test_japanese_words_of_an_english_page_are_marked() -> None:
    assert marked("<Kashima 鹿島>", "en") == '&lt;Kashima <span lang="ja">鹿島</span>&gt;'
    assert marked("<鹿島>", "ja") == "&lt;鹿島&gt;"


def test_a_document_tells_its_language_and_title() -> None:
    made = document("ja", "<題>", element("style", Html("a > b {}")), body=element("p", "&"))
    assert made.startswith('<!doctype html>\n<html lang="ja">\n<head>\n<meta charset="utf-8">\n')
    assert made.endswith(
        "<style>a > b {}</style>\n<title>&lt;題&gt;</title>\n</head>\n"
        "<body>\n<p>&amp;</p>\n</body>\n</html>\n"
    )
