"""Which runs of text are blocks, what they are, and where their marks belong."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy.record import blocks

CASES = [
    ("<p>one</p><p>two</p>", ["paragraph one", "paragraph two"]),
    ("<ul><li>one<ul><li>two</li></ul></li></ul>", ["item one", "item two"]),
    ("<ul><li><p>one</p><p>two</p></li></ul>", ["item one", "paragraph two"]),
    ("<dl><dt>a</dt><dd>b</dd></dl>", ["term a", "definition b"]),
    (
        "<table><thead><tr><th>h</th></tr></thead>"
        "<tbody><tr><th>a</th><td>b<br>c</td></tr></tbody></table>",
        ["head h", "row a b c"],
    ),
    ('<h2 id="s">t</h2><p>a</p>', ["heading t", "paragraph a"]),
    ("<p>a &amp; b &lt;c&gt;</p>", ["paragraph a & b <c>"]),
    ('<p>a<br>b <img src="x" alt="picture"></p>', ["paragraph a b picture"]),
    ("<pre><code>x\ny</code></pre>", ["code x y"]),
    ("<p><ruby>鹿島<rp>（</rp><rt>かしま</rt><rp>）</rp></ruby>市</p>", ["paragraph 鹿島（かしま）市"]),
    (
        '<figure><svg><title>t</title><text>80%</text></svg><figcaption>c</figcaption></figure>',
        ["figure 80% c"],
    ),
    ('<p class="label">label</p><p class="data-links"><a>x</a></p><p>a</p>', ["paragraph a"]),
    ('<p>a <span class="translation-note">note</span></p>', ["paragraph a"]),
    ("<section>loose <b>text</b><p>a</p></section>", ["paragraph loose text", "paragraph a"]),
    ("<blockquote><p>a</p></blockquote><p></p>", ["paragraph a"]),
]  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), CASES)
def test_blocks(html: str, expected: list[str]) -> None:
    found = blocks.find(html)
    assert [f"{b.kind} {blocks.text(html[b.start : b.end])}" for b in found] == expected


def test_sections_and_stable_ids() -> None:
    html = (
        '<h1 id="title">t</h1><p>a</p><h2 id="s">s</h2><ol><li id="goal.1">b</li></ol>'
        '<div id="statement.x"><blockquote><p>c</p><p>d</p></blockquote></div>'
        '<dl><dt id="body.x">e</dt><dd>f</dd></dl>'
    )
    assert [(b.section, b.id) for b in blocks.find(html)] == [
        ("", ""),
        ("", ""),
        ("s", "s"),
        ("s", "goal.1"),
        ("s", "statement.x/1"),
        ("s", "statement.x/2"),
        ("s", "body.x"),
        ("s", "body.x/1"),
    ]


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>a </p>", "<p>a# </p>|"),
        ("<li>a<ul><li>b</li></ul></li>", "<li>a#<ul><li>b#</li>|</ul></li>|"),
        (
            "<table><tbody><tr><th>a</th><td>b</td></tr></tbody></table>",
            "<table><tbody><tr><th>a#</th><td>b</td></tr>|</tbody></table>",
        ),
        (
            "<figure><svg></svg><figcaption>c</figcaption></figure>",
            "<figure><svg></svg><figcaption>c#</figcaption></figure>|",
        ),
    ],
)
def test_marks_stand_at_the_end_of_the_text_and_elements_end_where_they_do(
    html: str, marked: str
) -> None:
    edits = [(b.number_at, "#") for b in blocks.find(html)]
    edits += [(b.outer_end, "|") for b in blocks.find(html)]
    for offset, mark in sorted(edits, reverse=True):
        html = f"{html[:offset]}{mark}{html[offset:]}"
    assert html == marked


TEXT = st.text("あいう漢字abc 12", min_size=1, max_size=8)
INLINE = st.builds(lambda t: f"<b>{t}</b>", TEXT) | TEXT
LEAF = st.builds(
    lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
    st.sampled_from(["p", "li", "dt", "dd", "h2", "h3"]),
    st.lists(INLINE, max_size=3),
)
TREE = st.recursive(
    LEAF,
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(["div", "ul", "li", "blockquote", "section"]),
        st.lists(inner | INLINE, max_size=4),
    ),
    max_leaves=12,
)


@given(TREE)
def test_every_text_is_in_exactly_one_block(html: str) -> None:
    found = blocks.find(html)
    said = "".join(blocks.text(html[b.start : b.end]) for b in found)
    whole = re.sub(r"<[^>]+>", "", html)
    assert re.sub(r"\s", "", said) == re.sub(r"\s", "", whole)
    for before, after in pairwise(found):
        assert before.end <= after.start
    for block in found:
        assert block.start <= block.number_at <= block.end <= block.outer_end


def test_what_says_nothing_is_no_block() -> None:
    (found,) = blocks.find('<p><img src="line.png" alt=""></p>\n<p>Text.</p>')
    assert found.text == "Text."


@pytest.mark.parametrize("words", ["a\n b", " a\u00a0\u3000b\t", "a\x1c\x85b", ""])
def test_plain_text_says_what_it_says_among_marks(words: str) -> None:
    assert blocks.text(words) == blocks.text(f"<b></b>{words}")
