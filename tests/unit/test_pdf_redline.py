"""見え消し: a record in which what changed since another is marked, and nothing else is different."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from test_pdf_markup import booklet, chapter

import verapdf
from pdf_reader import Pdf, plain
from strategy.languages.say import LANGUAGES, Language
from strategy.pdf.press import press
from strategy.pdf.redline import redline
from strategy.record import Record

pytestmark = pytest.mark.xdist_group("pdf")

ROW = "<table><thead><tr><th>年</th><th>値</th></tr></thead><tbody><tr><th>甲</th><td>{}</td></tr>{}</tbody></table>"
NOTE = (
    '<sup id="fnref:a"><a class="footnote-ref" href="#fn:a">1</a></sup></p>'
    '<section class="footnote"><ol><li id="fn:a"><p>注の文です。</p></li></ol></section>'
)
OLD = (
    "<h1>章</h1><p>変わらない<strong>段落</strong>です。</p><p>約77%まで減少しました。</p><p>消える段落です。</p>"
    "<ul><li>一つ目</li><li>消える項目</li></ul>"
    + ROW.format("12人", "<tr><th>乙</th><td>消える値</td></tr>")
)
NEW = (
    "<h1>章</h1><p>変わらない<strong>段落</strong>です。</p><p>約75%まで減少しました。"
    + NOTE
    + "<ul><li>一つ目</li><li>新たな事項を加えます</li></ul>"
    + ROW.format("15人", "")
)


def record(source: str) -> Record:
    return booklet(chapter(source)).record


def left(source: str, *dropped: str) -> str:
    """The text without the content of these elements."""
    root = html.fragment_fromstring(source, "div")
    for name in dropped:
        for element in root.findall(f".//{name}"):
            element.drop_tree()
    return plain(root.text_content())


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_what_is_deleted_it_is_the_new_text(language: Language) -> None:
    new = record(NEW)
    (marked,) = redline(new, record(OLD)).chapters
    (before,) = new.chapters
    assert left(marked.html(language), "del", "small") == left(before.html(language))
    numbers = [block.number for block in marked.blocks if block.number]
    assert numbers == [block.number for block in before.blocks if block.number]


def test_what_was_deleted_is_there_once_without_a_number() -> None:
    (marked,) = redline(record(NEW), record(OLD)).chapters
    source = marked.html("ja")
    gone = re.findall(r'<del class="deleted">(.*?)</del>', source)
    assert {"消える段落です。", "消える値"} <= set(gone)
    assert "77" in "".join(gone)
    assert "12" in "".join(gone)
    whole = [b for b in marked.blocks if re.fullmatch(r"<del[^>]*>[^<]*</del>", b.ja.html)]
    assert [block.ja.text for block in whole] == ["消える段落です。", "消える項目"]
    assert all(not block.number for block in whole)


def test_nothing_is_marked_where_nothing_changed() -> None:
    same = record(NEW)
    assert redline(same, same) == same


def test_a_redline_is_printed(tmp_path: Path) -> None:
    made = booklet(chapter(NEW))
    base = ("前の版", record(OLD))
    asked = (("期間", "六月一日から"),)
    path = tmp_path / "redline.pdf"
    draft = replace(made, base=base, status="in_consultation", name="案", asked=asked)
    path.write_bytes(press(draft))
    for flavour in verapdf.FLAVOURS:
        assert not verapdf.failures(path, flavour)
    pdf = Pdf(path)
    said = plain(pdf.root.text)
    for words in (
        "この案への意見を募集しています",
        "期間六月一日から",
        "「前の版」から変わったところを示しています。",
        "消える段落です。",
        "注の文です。",
        "1-2約7",
    ):
        assert words in said, words
    source = draft.source
    assert '#deleted[#"消える段落です。";]' in source
    assert "#inserted[" in source


def test_only_a_draft_asks_and_numbers_its_lines() -> None:
    for status in (None, "in_force", "draft"):
        made = replace(booklet(chapter(NEW)), status=status, asked=(("期間", "六月"),))
        cover = made.source[made.source.index("#cover(") :]
        assert "意見を募集しています" not in cover
        assert ("#with-lines[" in cover) == (status == "draft")
