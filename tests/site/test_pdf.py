"""The PDFs: they conform, hold the whole text in order, and are set as Japanese should be."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import typst
from lxml import html
from pypdf import PdfReader, PdfWriter
from pypdf.generic import BooleanObject, NameObject

import verapdf
from conftest import PUBLICATION, revise, run
from pdf_reader import Pdf, plain
from strategy.checks import everything
from strategy.languages.say import LANGUAGES, Language
from strategy.pdf.booklet import booklet, printed
from strategy.pdf.fonts import fonts
from strategy.record import Block, Record, sha256

pytestmark = pytest.mark.xdist_group("pdf")

SITE = "https://example.org/dx/"
KINDS = [(language, large) for language in LANGUAGES for large in (False, True)]
MARGIN = 34 / 25.4 * 72 - 1
TOP_MARGIN = (297 - 28) / 25.4 * 72
# JIS X 4051, 4.3: what no line begins with, and what none ends with.
NOT_FIRST = "、。，．・：；？！）〕］｝〉》」』】’”ゝゞーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ々～…,.)"
NOT_LAST = "（〔［｛〈《「『【‘“("


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pdf")


@pytest.fixture(scope="session")
def record() -> Record:
    found = everything.checked(PUBLICATION, gate=False)
    chosen = booklet(found.strategy, found.composition, "ja", SITE)
    return chosen.record


@pytest.fixture(scope="session", params=KINDS, ids=lambda kind: f"{kind[0]}{'-large' * kind[1]}")
def path(request: pytest.FixtureRequest, folder: Path) -> Path:
    language, large = request.param
    return _written(folder, language, large=large)


@pytest.fixture(scope="session")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _written(tmp_path_factory.mktemp("english"), "en", large=False)


def _written(folder: Path, language: Language, *, large: bool) -> Path:
    found = everything.checked(PUBLICATION, gate=False)
    made = printed(booklet(found.strategy, found.composition, language, SITE, large=large))
    path = folder / made.name
    path.write_bytes(made.data)
    return path


@pytest.fixture(scope="session")
def pdf(path: Path) -> Pdf:
    return Pdf(path)


@pytest.fixture(scope="session")
def language(path: Path) -> Language:
    return "en" if path.name.endswith(".en.pdf") else "ja"


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_conforms(path: Path, flavour: str) -> None:
    assert not verapdf.failures(path, flavour)


def _without_language(writer: PdfWriter) -> None:
    del writer._root_object[NameObject("/Lang")]


def _without_title(writer: PdfWriter) -> None:
    shown = writer._root_object["/ViewerPreferences"]
    shown.get_object()[NameObject("/DisplayDocTitle")] = BooleanObject(False)  # type: ignore[index]


def _without_alternative(writer: PdfWriter) -> None:
    for index in range(1, len(writer._objects) + 1):
        found = writer.get_object(index)
        if isinstance(found, dict) and found.get("/S") == "/Figure":
            found.pop("/Alt")


def _skipping_a_level(writer: PdfWriter) -> None:
    for index in range(1, len(writer._objects) + 1):
        found = writer.get_object(index)
        if isinstance(found, dict) and found.get("/S") == "/H2":
            found[NameObject("/S")] = NameObject("/H4")


@pytest.mark.parametrize(
    ("spoil", "clause"),
    [
        (None, ""),
        (_without_language, "7.2"),
        (_without_title, "7.1"),
        (_without_alternative, "7.3"),
        (_skipping_a_level, "7.4.2"),
    ],
)
def test_validator_finds_what_is_spoilt(
    english: Path, tmp_path: Path, spoil: Callable[[PdfWriter], None] | None, clause: str
) -> None:
    """The validator as we call it; nothing is found in what was written anew without a change."""
    writer = PdfWriter(clone_from=english)
    if spoil:
        spoil(writer)
    writer.write(tmp_path / "written.pdf")
    found = verapdf.failures(tmp_path / "written.pdf", "ua1")
    assert {rule.rpartition("-")[0] for rule in found} == ({clause} if spoil else set())


def test_validator_finds_what_is_not_tagged(tmp_path: Path) -> None:
    source = b'#set document(title: "x")\n#set text(lang: "ja", font: "BIZ UDGothic")\n= x\n#rect(width: 2cm)\n'
    compiler = typst.Compiler(font_paths=fonts(), ignore_system_fonts=True)
    for tags in (True, False):
        made = compiler.compile(source, format="pdf", pdf_tags=tags)
        (tmp_path / "made.pdf").write_bytes(made)  # type: ignore[arg-type]
        assert ("7.1-3" in verapdf.failures(tmp_path / "made.pdf", "ua1")) is not tags


def _expected(cited: str, block: Block, language: Language) -> list[str]:
    """What a block says, in the order of reading: a figure's caption comes before its drawing."""
    source = block.written(language)
    if block.kind != "figure":
        return [plain(cited + source.text)]
    root = html.fragment_fromstring(source.html, "div")
    (caption,) = root.xpath(".//figcaption")
    drawn = "".join(root.xpath(".//svg/text/text()"))
    return [plain(caption.text_content()), plain(cited + drawn)]


def test_every_block_is_there_once_in_order_with_its_number(
    pdf: Pdf, record: Record, language: Language
) -> None:
    text = plain(pdf.root.text)
    # What the print adds to links: addresses and pages.
    text = re.sub(r"[（(]https?://[^）)]*[）)]|[：:]https?://[^）)]*(?=[）)])", "", text)
    text = re.sub(r"（\d+ページ）|\(p\.\d+\)", "", text)
    position = 0
    count = 0
    for chapter in record.chapters:
        for block in chapter.blocks:
            for words in _expected(chapter.cite(block), block, language):
                found = text.find(words, position)
                assert found >= 0, f"{chapter.cite(block)} {block.written(language).text}"
                position = found + len(words)
            if block.number:
                count += 1
    marks = [n.text for n in pdf.pieces if n.mark is not None and n.x < MARGIN]
    numbers = re.findall(r"\d+-\d+", "".join(f"{mark} " for mark in marks).replace("- ", "-"))
    assert len(numbers) == len(set(numbers)) == count


def test_bookmarks_are_the_headings(pdf: Pdf, record: Record, language: Language) -> None:
    headings = [plain(node.text) for node in pdf.headings]
    assert [plain(title) for title in pdf.bookmarks] == headings
    for chapter in record.chapters:
        for title in re.findall(r"<(h[1-6])[^>]*><!--block (\d+)-->", chapter.layout[language]):
            assert plain(chapter.blocks[int(title[1])].written(language).text) in headings


def test_contents_name_the_right_pages(pdf: Pdf) -> None:
    headings = [node for node in pdf.headings[1:] if node.role in ("H1", "H2")]
    listed = [plain(node.text) for node in pdf.root.all() if node.role == "TOCI"]
    assert listed == [f"{plain(node.text)}{node.page}" for node in headings]


def test_running_head_names_the_chapter_that_the_page_begins_with(pdf: Pdf) -> None:
    current = ""
    for number in range(2, len(pdf.reader.pages) + 1):
        shown = [piece for piece in pdf.pieces if piece.page == number]
        head = plain("".join(p.text for p in shown if p.mark is None and p.y > TOP_MARGIN))
        top = max(p.y for p in shown if p.mark is not None and p.x >= MARGIN)
        first = plain("".join(p.text for p in shown if p.mark is not None and p.y > top - 150))
        begun = [plain(n.text) for n in pdf.headings if n.role == "H1" and n.page == number]
        is_said = any(first.startswith(title) for title in begun)
        assert head == ("" if is_said else current), f"page {number}"
        current = begun[-1] if begun else current


def test_no_page_is_blank_and_no_heading_is_last(pdf: Pdf) -> None:
    titles = {plain(node.text) for node in pdf.headings}
    for number in range(1, len(pdf.reader.pages) + 1):
        shown = [p for p in pdf.pieces if p.page == number and p.mark is not None]
        assert len("".join(piece.text for piece in shown)) > 40, f"page {number}"
        lowest = min(piece.y for piece in shown)
        last = plain("".join(p.text for p in shown if abs(p.y - lowest) < 1 and p.x >= MARGIN))
        assert not any(title.endswith(last) for title in titles), f"page {number}: {last}"


def test_no_line_begins_or_ends_with_what_must_not(pdf: Pdf, language: Language) -> None:
    if language == "en":
        return
    for line in pdf.lines(MARGIN):
        text = "".join(piece.text for piece in sorted(line, key=lambda piece: piece.x)).strip()
        assert text[:1] not in NOT_FIRST or not text, text
        assert text[-1:] not in NOT_LAST or not text, text


def test_fonts_are_embedded_subsets(pdf: Pdf) -> None:
    for font in pdf.fonts():
        assert font["/Subtype"] == "/Type0"
        assert re.match(r"/[A-Z]{6}\+", font["/BaseFont"])
        (inner,) = font["/DescendantFonts"]
        descriptor = inner.get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)
    assert "\ufffd" not in pdf.root.text


def test_document_says_what_it_is(pdf: Pdf, record: Record, language: Language) -> None:
    facts = pdf.reader.metadata
    assert facts is not None
    assert record.title[language] in str(facts.title)
    assert facts.author == record.city[language]
    assert pdf.reader.trailer["/Root"]["/Lang"].startswith(language)
    size = min(p.size for p in pdf.pieces if p.mark is not None and p.x >= MARGIN)
    body = max(
        {p.size for p in pdf.pieces},
        key=lambda size: sum(len(p.text) for p in pdf.pieces if p.size == size),
    )
    assert body in (10.5, 18.0)
    assert size >= 7.5


def test_figures_have_words(pdf: Pdf) -> None:
    figures = [node for node in pdf.root.all() if node.role == "Figure"]
    assert len(figures) == 5, "four drawings and the QR code"
    assert all(len(figure.alternative) > 20 for figure in figures)


def test_site_offers_the_pdfs_with_size_pages_and_date(site: Path) -> None:
    for page, count in (("", 4), ("en/", 4), ("editions/", 4), ("purpose/", 2), ("en/history/", 2)):
        root = html.fromstring((site / page / "index.html").read_text(encoding="utf-8"))
        links = root.xpath("//article//a[@type='application/pdf']")
        assert len(links) == count, page
        for link in links:
            target = (site / page / link.get("href")).resolve()
            pages = len(PdfReader(target).pages)
            size = f"{target.stat().st_size / 1_000_000:.1f}"
            said = link.text_content()
            assert re.search(rf"\b{pages}(ページ| pages)", said)
            assert size in said
            assert target.stat().st_size < 600_000
            assert re.search(r"令和8年5月|May 2026", said)


def test_without_the_fonts_none_is_printed(sample: Path) -> None:
    env = {"HOME": str(sample), "STRATEGY_FONT_FOLDERS": str(sample)}
    done = run(sample, "pdf", "--lang", "en", env=env)
    assert done.returncode == 1
    assert "fonts-morisawa-bizud-gothic" in done.stderr


def test_prints_the_edition_in_force_where_its_text_is_held(project: Path) -> None:
    def text() -> str:
        done = run(project, "pdf", "--output", str(project / "out"))
        assert done.returncode == 0, done.stderr
        return plain(Pdf(project / "out" / "kashima-dx-strategy-r8-05.ja.pdf").root.text)

    before = text()
    assert "ウェブサイトの現在の文章（版のID：r8-05）から作成しました。" in before
    assert run(project, "edition", "freeze", "r8-05").returncode == 0
    revise(project)
    after = text()
    assert "現在の版「令和8年5月" in after
    assert "仕事は増えています" in after, "the frozen text, not the revised one"
    kept = sha256((project / "editions" / "r8-05" / "record.json").read_bytes())
    assert kept in after
    for ident in ("r5-07", "none"):
        done = run(project, "pdf", "--edition", ident, "--lang", "en")
        assert done.returncode == 1
        assert done.stderr == f"there is no text of an edition “{ident}” → known: r8-05, now\n"


def test_changes_since_an_edition_are_marked_in_the_present_text(project: Path) -> None:
    assert run(project, "edition", "freeze", "r8-05").returncode == 0
    revise(project)
    options = ("--edition", "now", "--since", "r8-05", "--output", str(project / "out"))
    done = run(project, "pdf", *options)
    assert done.returncode == 0, done.stderr
    path = project / "out" / "kashima-dx-strategy-now-since-r8-05.ja.pdf"
    said = plain(Pdf(path).root.text)
    assert "のに、仕事業務は増え" in said
    assert "から変わったところを示しています。" in said
    assert "［移動：改正前は3-" in said
    for flavour in verapdf.FLAVOURS:
        assert not verapdf.failures(path, flavour)
