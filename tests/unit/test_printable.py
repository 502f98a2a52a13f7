"""What cannot be printed is said by the check, with file and line; pictures are in the record."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from PIL import Image

import verapdf
from conftest import run
from pdf_reader import Pdf, plain
from strategy.checks import everything
from strategy.content.embed_pictures import MOST
from strategy.pdf.booklet import booklet
from strategy.pdf.press import press
from strategy.problems import InvalidStrategy, Problem

pytestmark = pytest.mark.xdist_group("pdf")

NAMES = ("chapter.md", "chapter.en.md")


def add(project: Path, *texts: str) -> int:
    """Write below the chapter in Japanese and English; the line of the Japanese file it begins on."""
    line = 0
    for name, text in zip(NAMES, texts * (3 - len(texts)), strict=False):
        path = project / "docs" / name
        before = path.read_text(encoding="utf-8")
        line = line or before.count("\n") + 2
        path.write_text(f"{before}\n{text}\n", encoding="utf-8")
    return line


def found(project: Path) -> list[Problem]:
    with pytest.raises(InvalidStrategy) as caught:
        everything.checked(project, gate=False)
    return list(caught.value.problems.errors)


def picture(project: Path, name: str = "map.png") -> None:
    Image.new("RGB", (40, 20), (9, 90, 9)).save(project / "docs" / name)


def test_emoji_are_refused_where_they_stand(sample: Path) -> None:
    line = add(sample, "魚は🐟です。𠮷野家は書けます。", "A fish.")
    (problem,) = found(sample)
    assert str(problem.location) == f"docs/chapter.md:{line}:3"
    assert (problem.code, problem.what.ja) == (
        "pdf-character",
        "「🐟」（U+1F41F）は、PDFの書体にありません",
    )
    done = run(sample, "check", "--lang", "en")
    assert f"docs/chapter.md:{line}:3: [pdf-character] no font of the PDF has 🐟" in done.stdout


def test_what_has_no_form_is_refused_where_it_stands(sample: Path) -> None:
    line = add(sample, "見本の割合です<progress></progress>。", "A share.")
    (problem,) = found(sample)
    assert (str(problem.location), problem.code) == (f"docs/chapter.md:{line}:1", "pdf-form")
    assert "<progress>" in problem.fix.ja


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("gone.png", "there is no picture gone.png"),
        ("map.gif", "pictures such as map.gif cannot be used"),
        ("big.png", f"at most {MOST // 1000} KB"),
        ("https://example.org/map.png", "put it into docs"),
    ],
)
def test_pictures_that_a_record_cannot_hold_are_refused(
    sample: Path, address: str, said: str
) -> None:
    (sample / "docs" / "big.png").write_bytes(b"0" * (MOST + 1))
    line = add(sample, f"文の中の![見本の地図]({address})です。", "No picture.")
    (problem,) = found(sample)
    assert str(problem.location) == f"docs/chapter.md:{line}:14"
    assert said in f"{problem.what.en} → {problem.fix.en}"


def test_pictures_with_captions_are_in_the_record_and_in_the_pdf(
    sample: Path, tmp_path: Path
) -> None:
    picture(sample)
    picture(sample, "photo.jpg")
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    (sample / "docs" / "drawing.svg").write_text(drawn, encoding="utf-8")
    figure = '<figure markdown="span">\n![図の説明](photo.jpg)\n<figcaption>図の題</figcaption>\n</figure>'
    english = figure.replace("図の説明", "A photograph").replace("図の題", "Caption")
    add(
        sample,
        f"![見本の地図](map.png)\n\n文の中の![小さな絵](drawing.svg)。\n\n{figure}",
        f"![Sample map](map.png)\n\nA ![small drawing](drawing.svg).\n\n{english}",
    )
    checked = everything.checked(sample, gate=False)
    (chapter,) = checked.composition.record.chapters
    data = base64.b64encode((sample / "docs" / "map.png").read_bytes()).decode()
    assert f'src="data:image/png;base64,{data}"' in chapter.html("ja")
    path = tmp_path / "made.pdf"
    path.write_bytes(press(booklet(checked.strategy, checked.composition, "ja", "", now=True)))
    pdf = Pdf(path)
    told = [node.alternative for node in pdf.root.all() if node.role == "Figure"]
    assert [words for words in told if "グラフ" not in words][-3:] == [
        "見本の地図",
        "小さな絵",
        "図の説明",
    ]
    assert "図の題" in plain(pdf.root.text)
    for flavour in verapdf.FLAVOURS:
        assert not verapdf.failures(path, flavour)
    images = [image for page in pdf.reader.pages for image in page.images]
    assert {Image.open(io.BytesIO(image.data)).size for image in images} >= {(40, 20)}
