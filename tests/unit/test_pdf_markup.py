"""From HTML to Typst: what is known is set, what is not is an error, no text becomes mark-up."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

import verapdf
from pdf_reader import Pdf, plain
from record_maker import of_chapters
from strategy.languages.say import Language
from strategy.markup import numbering
from strategy.markup.markdown import Renderer
from strategy.pdf import drawing, fonts, quoting
from strategy.pdf.document import Booklet
from strategy.pdf.errors import FontsMissingError, PdfError
from strategy.pdf.links import Links
from strategy.pdf.press import press
from strategy.pdf.spaces import Spaces
from strategy.record import Block, RecordedChapter, Written, blocks
from strategy.record.blocks import UNNUMBERED

pytestmark = pytest.mark.xdist_group("pdf")

PROSE = Path(__file__).parents[1] / "fixtures" / "prose.md"
# JIS X 4051, 4.3: what no line begins with, and what none ends with.
NOT_FIRST = "、。，．・：；？！）〕］｝〉》」』】’”ゝゞーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ々～…,.)"
NOT_LAST = "（〔［｛〈《「『【‘“("
MARGIN = 34 / 25.4 * 72 - 1


def chapter(source: str, ident: str = "chapter", number: int = 1) -> RecordedChapter:
    """A chapter of this HTML, the same in both languages."""
    found = blocks.find(source)
    made, count = [], 0
    for block in found:
        count += block.kind not in UNNUMBERED
        content = source[block.start : block.end]
        written = Written(text=blocks.text(content), html=content)
        cited = 0 if block.kind in UNNUMBERED else count
        made.append(
            Block(
                number=cited,
                kind=block.kind,
                section=block.section,
                id=block.id,
                ja=written,
                en=written,
                translation="confirmed",
            )
        )
    layout = numbering.layout(source, found, range(len(made)), made)
    return RecordedChapter(
        number=number,
        id=ident,
        title={"ja": "見本", "en": "Sample"},
        blocks=tuple(made),
        layout={"ja": layout, "en": layout},
    )


def booklet(*chapters: RecordedChapter, language: Language = "ja", site_url: str = "") -> Booklet:
    return Booklet(
        record=of_chapters(chapters, "r8-05"),
        language=language,
        date=date(2026, 5, 1),
        name=None,
        status=None,
        glossary=(),
        website="https://example.org/",
        site_url=site_url,
    )


def printed(source: str, tmp_path: Path, site_url: str = "") -> Pdf:
    path = tmp_path / "made.pdf"
    html = f"<h1>見本</h1>\n{source}"
    path.write_bytes(press(booklet(chapter(html), site_url=site_url)))
    return Pdf(path)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1))
def test_no_text_becomes_mark_up(texts: list[str]) -> None:
    """Typst gives back every string as it was, whatever stands in it."""
    literals = ", ".join(map(quoting.literal, texts))
    source = f"#metadata(({literals},)) <found>".encode()
    compiler = typst.Compiler(source, font_paths=[], ignore_system_fonts=True)
    assert json.loads(compiler.eval("query(<found>).first().value")) == texts


@pytest.mark.parametrize(
    "text",
    ["#let x = 1", "*a* _b_ `c` $d$ <e> @f", "= g", "- h", "\\ i ~ -- ...", "] [ } {", '"j"; //k'],
)
def test_special_characters_are_set_as_they_are(text: str, tmp_path: Path) -> None:
    escaped = text.replace("<", "&lt;")
    assert plain(f"1-1{text}") in plain(printed(f"<p>{escaped}</p>", tmp_path).root.text)


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("<p>前</p><p>後<video></video></p>", "<video>"),
        ('<p>前</p><p>後<span class="secret">x</span></p>', '<span class="secret">'),
        ('<p>前</p><p class="secret">後</p>', '<p class="secret">'),
        ('<p>前</p><p>後<img src="a.png" alt="x"></p>', '<img src="a.png">'),
        ("<p>前</p><ul><p>後</p></ul>", "<ul> <p>"),
        ('<p>前</p><p>後<a href="#nowhere">x</a></p>', '<a href="#nowhere">'),
        ("<p>前</p><figure>後<video></video></figure>", "<figure> <video>"),
    ],
)
def test_what_has_no_form_is_an_error_that_names_it(source: str, named: str) -> None:
    with pytest.raises(PdfError) as caught:
        _ = booklet(chapter(source)).source
    for said in caught.value.message:
        assert named in said
        assert "docs/chapter.md" in said
    if "figure" not in source and "<ul>" not in source and "class=" not in source[:12]:
        assert "1-2" in caught.value.message.en or "1-1" in caught.value.message.en


def test_unknown_shape_of_a_drawing_is_an_error() -> None:
    source = '<figure><svg viewBox="0 0 1 1" width="1" height="1"><image/></svg></figure>'
    with pytest.raises(PdfError, match="<svg> <image>"):
        _ = booklet(chapter(f"{source}<p>x</p>".replace("</svg>", "<text>a</text></svg>"))).source


def test_character_that_no_font_has_is_an_error_with_its_paragraph() -> None:
    with pytest.raises(PdfError) as caught:
        press(booklet(chapter("<p>前</p><p>魚は🐟です</p>")))
    assert "🐟 (U+1F41F) in paragraph 1-2 of docs/chapter.md" in caught.value.message.en
    assert "🐟（U+1F41F）（docs/chapter.md、段落1-2）" in caught.value.message.ja


def test_missing_fonts_are_said_with_where_to_get_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(fonts.FOLDERS, str(tmp_path))
    with pytest.raises(FontsMissingError) as caught:
        fonts.fonts()
    assert "BIZ UDGothic" in caught.value.message.ja
    assert "fonts-morisawa-bizud-gothic" in caught.value.message.ja


def test_rare_kanji_come_from_the_second_font(tmp_path: Path) -> None:
    assert "𠮷野家" in printed("<p>𠮷野家の髙田さん</p>", tmp_path).root.text


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (["  a ", " b  ", "c\n"], "a b c"),
        (["日本", "\n語"], "日本語"),
        (["日本 ", "語"], "日本 語"),
        (["Web\n", "サイト"], "Web サイト"),
        (["a\u00a0", "\u00a0b"], "a\u00a0\u00a0b"),
    ],
)
def test_spaces_are_those_of_a_browser(pieces: list[str], expected: str) -> None:
    spaces = Spaces()
    assert "".join(map(spaces.collapse, pieces)) == expected


def test_space_before_a_link_does_not_belong_to_it() -> None:
    source = booklet(chapter('<p>See <a href="https://e.org/">this</a>.</p>')).source
    assert '#"See";#" ";#outside("https://e.org/", "https://e.org/")[#"this";];#".";' in source


def test_everything_that_staff_may_write_is_set(tmp_path: Path) -> None:
    text = PROSE.read_text(encoding="utf-8").split("---\n", 2)[2]
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    address = f"data:image/svg+xml;base64,{base64.b64encode(drawn.encode()).decode()}"
    text = text.replace("assets/favicon.svg", address)
    source = Renderer("ja").render(text).article
    made = chapter(source)
    path = tmp_path / "prose.pdf"
    path.write_bytes(press(booklet(made, site_url="https://example.org/dx/")))
    said = plain(Pdf(path).root.text)
    for block in made.blocks:
        words = plain(f"{made.cite(block)}{block.ja.text}")
        words = words.replace("リンク", "リンク（https://example.org/dx/about/）")
        assert words in said or "脚注" in words or block.ja.text == "棒グラフの見本", words
    figures = [node.alternative for node in Pdf(path).root.all() if node.role == "Figure"]
    assert figures[0] == "棒グラフの見本"
    notes = [node for node in Pdf(path).root.all() if node.role == "Note"]
    assert [plain(note.text)[-8:] for note in notes] == [
        "脚注の内容です。"[-8:],
        "つ目の脚注です。",
    ]
    assert "［完了］" in said
    assert not verapdf.failures(path, "ua1")
    assert not verapdf.failures(path, "2a")


def test_readings_stand_above_their_words_and_are_read_after_them(tmp_path: Path) -> None:
    long = "とても長い言葉なので分けられます"
    source = Renderer("ja").render(f"{{鹿島|かしま}}市、{{{long}|とてもながい}}").article
    pdf = printed(source + "<p><ruby>東<rt>ひがし</rt>西<rt>にし</rt></ruby></p>", tmp_path)
    said = plain(pdf.root.text)
    assert f"1-1鹿島（かしま）市、{long}（とてもながい）" in said
    assert "1-2東ひがし西にし" in said
    word = next(piece for piece in pdf.pieces if piece.text == "鹿島")
    reading = next(piece for piece in pdf.pieces if piece.text == "かしま")
    assert reading.size == word.size / 2
    assert 0.5 * word.size < reading.y - word.y < 1.7 * word.size
    assert not verapdf.failures(tmp_path / "made.pdf", "ua1")
    assert not verapdf.failures(tmp_path / "made.pdf", "2a")


def test_a_note_is_on_the_page_of_its_call(tmp_path: Path) -> None:
    notes = "".join(f"\n[^{n}]: 注{n}の文です。" for n in range(60))
    text = "".join(f"{n}番の段落です。" * 9 + f"呼び出し[^{n}]。\n\n" for n in range(60))
    pdf = printed(Renderer("ja").render(text + notes).article, tmp_path)
    pages: dict[int, str] = {}
    for piece in pdf.pieces:
        pages[piece.page] = pages.get(piece.page, "") + plain(piece.text)
    where: dict[str, list[int]] = {
        words: [page for page, said in pages.items() if words in said]
        for number in range(60)
        for words in (f"呼び出し{number + 1}。", f"注{number}の文です")
    }
    for number in range(60):
        (call,) = where[f"呼び出し{number + 1}。"]
        assert where[f"注{number}の文です"] == [call]
    assert len(pages) > 5


def test_long_tables_repeat_their_head(tmp_path: Path) -> None:
    rows = "".join(f"<tr><th>行{n}</th><td>値{n}</td></tr>" for n in range(200))
    head = "<thead><tr><th>見出し甲</th><th>見出し乙</th></tr></thead>"
    pdf = printed(f"<table>{head}<tbody>{rows}</tbody></table>", tmp_path)
    said: dict[int, str] = {}
    for piece in pdf.pieces:
        said[piece.page] = said.get(piece.page, "") + piece.text
    pages = {page for page, text in said.items() if "値" in text}
    assert len(pages) > 3
    assert pages == {page for page, text in said.items() if "見出し甲" in text}


def test_merged_cells_and_nested_lists_are_set(tmp_path: Path) -> None:
    table = (
        "<table><tbody><tr><th rowspan='2'>甲</th><td colspan='2'>乙</td></tr>"
        "<tr><td>丙</td><td>丁</td></tr></tbody></table>"
    )
    lists = "<ol start='3'><li>一<ul><li>二<ol><li>三</li></ol></li></ul></li></ol>"
    said = plain(printed(f"{table}{lists}", tmp_path).root.text)
    assert "1-1甲乙1-2丙丁" in said
    assert "31-3一" in said
    for flavour in verapdf.FLAVOURS:
        assert not verapdf.failures(tmp_path / "made.pdf", flavour)


def test_heads_of_rows_and_of_groups_of_columns_are_tagged(tmp_path: Path) -> None:
    head = "<thead><tr><th rowspan='2'>年</th><th colspan='2'>数</th></tr><tr><th>前</th><th>後</th></tr></thead>"
    rows = "<tr><th rowspan='2'>甲</th><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr>"
    plain_table = (
        "<table><thead><tr><th>子</th></tr></thead><tbody><tr><td>5</td></tr></tbody></table>"
    )
    pdf = printed(f"<table>{head}<tbody>{rows}</tbody></table>{plain_table}", tmp_path)
    found: dict[str, list[tuple[str, str]]] = {"/TH": [], "/TD": []}
    for index in range(1, pdf.reader.trailer["/Size"]):
        element = pdf.reader.get_object(index)
        if isinstance(element, dict) and element.get("/S") in found:
            table = next(a for a in element["/A"] if a["/O"] == "/Table")
            told = (str(table.get("/Scope", "")), str(table.get("/RowSpan", "")))
            found[element["/S"]].append((*told, str("/Headers" in table)))  # type: ignore[arg-type]
    assert ("/Row", "2", "False") in found["/TH"]
    assert len(found["/TH"]) == 6
    assert [told[-1] for told in found["/TD"]] == ["False"] * 4 + ["True"]
    for flavour in verapdf.FLAVOURS:
        assert not verapdf.failures(tmp_path / "made.pdf", flavour)


def test_links_lead_to_pages_and_addresses(tmp_path: Path) -> None:
    first = chapter(
        '<h1>甲</h1><p><a href="second.md#part">部分</a>と<a href="about.md">案内</a></p>', "first"
    )
    second = chapter('<h1>乙</h1><h2 id="part">部分の見出し</h2><p>本文</p>', "second", 2)
    path = tmp_path / "links.pdf"
    path.write_bytes(press(booklet(first, second, site_url="https://example.org/dx/")))
    said = plain(Pdf(path).root.text)
    assert "部分（3ページ）と案内（https://example.org/dx/about/）" in said
    links = Links(booklet(first, second).record, "en", "https://example.org/dx/")
    assert links.outside("editions/index.md#x") == "https://example.org/dx/en/editions/#x"
    assert links.outside("/data/figures.csv") == "https://example.org/dx/data/figures.csv"
    assert Links(booklet(first).record, "ja", "").outside("about.md") == ""


def test_english_tells_what_is_older_and_what_is_not_translated(tmp_path: Path) -> None:
    made = chapter("<h1>A</h1><p>One</p><p>Two</p>")
    states = ("confirmed", "older", "missing")
    changed = [
        block.model_copy(update={"translation": state})
        for block, state in zip(made.blocks, states, strict=True)
    ]
    source = booklet(made.model_copy(update={"blocks": tuple(changed)}), language="en").source
    assert "The Japanese is newer than this translation." in source
    assert "Not translated yet; this is the Japanese text." in source


def test_draft_says_so_on_every_page(tmp_path: Path) -> None:
    draft = replace(booklet(chapter("<h1>甲</h1><p>本文</p>")), status="in_consultation", name="案")
    path = tmp_path / "draft.pdf"
    path.write_bytes(press(draft))
    pdf = Pdf(path)
    shown = {piece.page for piece in pdf.pieces if piece.text == "案" and piece.mark is None}
    assert shown == set(range(1, len(pdf.reader.pages) + 1))
    assert not verapdf.failures(path, "ua1")
    assert not verapdf.failures(path, "2a")


def test_no_line_begins_with_what_must_not_at_any_width(tmp_path: Path) -> None:
    text = "令和5年～令和12年、（市民）「意見」を、ー々っゃ・ッョ。サービスをデータ・シート※1。約～など！？"
    widths = range(60, 360, 5)
    made = booklet(chapter("<h1>甲</h1><p>本文</p>"))
    before, _cover = made.source.split("#cover(")
    columns = ""
    for width in widths:
        note = quoting.call("note", quoting.literal(f"n{width}"), body=quoting.words("注"))
        set_text = quoting.words(text) + note + quoting.words(text)
        columns += f"#block(width: {width}pt)[{set_text}]\n"
    source = f'{before}\n#head(1, "x")[x]\n{columns}'.encode()
    compiler = typst.Compiler(font_paths=fonts.fonts(), ignore_system_fonts=True)
    path = tmp_path / "stress.pdf"
    path.write_bytes(compiler.compile(source, format="pdf", pdf_standards=["ua-1"]))  # type: ignore[arg-type]
    pdf = Pdf(path)
    lines = 0
    for line in pdf.lines(MARGIN):
        pieces = sorted(line, key=lambda piece: piece.x)
        said = "".join(piece.text for piece in pieces).strip("\u2060 ")
        lines += any(piece.size == 10.5 for piece in pieces)
        assert said[:1] not in NOT_FIRST or not said, said
        assert said[-1:] not in NOT_LAST or not said, said
    assert len(widths) == 60
    assert lines > 300
    marks = [piece for piece in pdf.pieces if 6 < piece.size < 7 and piece.text.isdigit()]
    assert len({piece.text for piece in marks}) == 60
    assert min(piece.x for piece in marks) > MARGIN + 5, "a note's mark begins a line"


def test_very_long_words_and_addresses_stay_inside_the_margins(tmp_path: Path) -> None:
    word, address = "Supercali" * 25, "https://example.org/" + "very-long/" * 20
    source = (
        f"<p>長い語は{word}です。</p><p><a href='{address}'>見本</a>。</p><ul><li>{word}</li></ul>"
        f"<table><tbody><tr><th>{word}</th><td>{word}</td><td>{'値' * 90}</td></tr></tbody></table>"
    )
    pdf = printed(source, tmp_path)
    assert plain(pdf.root.text).count(word) == 4
    assert address in plain(pdf.root.text)
    right = (210 - 22) / 25.4 * 72
    for piece in pdf.pieces:
        width = sum(1.0 if ord(char) > 0x2E80 else 0.45 for char in piece.text) * piece.size
        assert piece.x + width < right + 12 or piece.mark is None, piece


def test_drawing_keeps_shapes_and_words() -> None:
    from lxml import html

    element = html.fragment_fromstring(
        '<svg viewBox="0 0 30 15" width="30" height="15" font-size="15"><title>題</title>'
        '<desc>説明</desc><rect fill="currentColor" width="3"/><text>字&lt;</text></svg>'
    )
    made = drawing.svg(element)
    assert 'viewBox="0 0 30 15"' in made
    assert "currentColor" not in made
    assert "字&lt;</text>" in made
    assert drawing.alternative(element) == "題\n説明"
    assert drawing.width(element) == 2.0
