"""Links and images that lead nowhere: found by the check, with their place and what to type."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import project
from conftest import FIXTURES, PUBLICATION
from strategy.checks import links
from strategy.languages.say import Language
from strategy.problems import Problem, Problems


@pytest.fixture
def city(city: Path) -> Path:
    """A copy of the publication, with a picture."""
    (city / "docs/shiyakusho.png").write_bytes(b"")
    return city


def _check(root: Path) -> list[Problem]:
    loaded, pages, articles, problems = project.read(root)
    assert not problems.errors
    problems = Problems()
    links.check(root, loaded.strategy, pages, articles, problems)
    return list(problems)


def _written(root: Path, text: str, page: str = "about.md") -> list[Problem]:
    path = root / "docs" / page
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")
    found = _check(root)
    line = path.read_text(encoding="utf-8").count("\n")
    assert {(p.location.file, p.location.line) for p in found} <= {(f"docs/{page}", line)}
    return found


@pytest.mark.parametrize(
    ("text", "at", "told"),
    [
        ("[表](figures.html)", "figures.html", "「figures.md」と書いて"),
        ("[表](/figures/)", "/figures/", "「figures.md」と書いて"),
        ("[表](/en/figures/#table)", "/en/", "「figures.md#table」と書いて"),
        ("[表](docs/figures.md)", "docs/", "「figures.md」と書いて"),
        ("[表](figures)", "figures)", "「figures.md」と書いて"),
        ("[表](figure.md)", "figure.md", "「figures.md」と書いて"),
        ("[表](<figure.md> '題名')", "figure.md", "「figures.md」と書いて"),
        ("[表][f]\n\n[f]: figure.md", "figure.md", "「figures.md」と書いて"),
        ("[版](editions/)", "editions/", "「editions/index.md」と書いて"),
        ("[版](/editions/r8-05/)", "/editions", "「/editions/r8-05/index.html」と書いて"),
        ("[版](/editions/r8-06/index.html)", "/editions", "がありません"),
        ("[表](/data/figure.csv)", "/data", "「/data/figures.csv」と書いて"),
        ("[表](zzz.md)", "zzz.md", "「https://」で始めて"),
        ("[表](shiryo.md)", "shiryo", "「docs」のフォルダーにあるファイル"),
        ("[表](mission.md)", "mission", "「mission-vision-values.md」と書いて"),
        ("[資料](shiryo.pdf)", "shiryo", "「docs」のフォルダーに「shiryo.pdf」を置き"),
        ("[資料](files/history.xlsx)", "files", "「docs」のフォルダーに「history.xlsx」を置き"),
        ("[押す](javascript:alert(1))", "javascript", "行き先のアドレスを書いて"),
        ("[https://example.jp/](市)", "市", "「[市](https://example.jp/)」と書いて"),
        ("[連絡先](about.md#contakt)", "about.md#", "「#contact」の書き間違い"),
        ("[連絡先](#contakt)", "#contakt", "「#contact」の書き間違い"),
        ("[段落](introduction.md#p1-3)", "introduction", "段落の番号（#p1-3）には"),
        ("[市](www.city.saga-kashima.lg.jp/)", "www.", "「https://www.city.saga-kashima.lg.jp/」"),
        ("[市](https:www.example.jp)", "https:", "「https://www.example.jp」"),
        ("[市](htps://www.example.jp)", "htps:", "「https://www.example.jp」"),
        ("[市](https：//www.example.jp)", "https：", "「https://www.example.jp」"),
        ("[市](dx@example.jp)", "dx@", "「mailto:dx@example.jp」"),
        ("[表](http://127.0.0.1:8000/figures/)", "http://127", "見本のアドレス"),
        ("[表]()", ")", "リンク先が書かれていません"),
        ("![市役所](shiyakusyo.png)", "shiya", "「shiyakusho.png」の書き間違い"),
        ("![市長](shicho.png)", "shicho", "「docs」のフォルダーに画像を置き"),
        ("![市役所](city/hall.jpg)", "city/", "「docs」のフォルダーに画像を置き"),
        ("[![市役所](city/hall.jpg)](figures.md)", "city/", "「docs」のフォルダーに画像を置き"),
        (r"![市役所](C:\Users\kashima\hall.png)", "C:", "あなたのパソコンの中"),
        ("![市役所](https://example.jp/hall.png)", "https:", "ほかのサイトの画像"),
        ('文<img src="shiyakusho.png" alt="市役所">', "shiya", "「![…](shiyakusho.png)」の形で"),
        ('文<a href="figures.md">表</a>', "figures.md", "「[…](figures.md)」の形で"),
    ],
)
def test_what_leads_nowhere_is_told_with_what_to_type(
    text: str, at: str, told: str, city: Path
) -> None:
    (problem,) = _written(city, text)
    line = text.rpartition("\n")[2]
    assert line[problem.location.column - 1 :].startswith(at)
    assert told in problem.text("ja")
    assert problem.level == "error"


@pytest.mark.parametrize("page", ["about.md", "about.en.md", "editions/index.md"])
def test_what_leads_somewhere_is_left_alone(page: str, city: Path) -> None:
    up = "../" if "/" in page else ""
    language: Language = "en" if page.endswith(".en.md") else "ja"
    below = {"ja": "", "en": "en/"}[language]
    text = (
        f'[a]({up}figures.md) [b]({up}about.md#contact "title") [c](/about.md) [d](#top) '
        f"[e](/data/figures.csv) [f](/{below}feed.xml) [g](/{below}editions/r8-05/index.html) "
        f"[h](/editions/r8-05/record.json) [i](/pdf/kashima-dx.pdf) [j](https://example.jp/a_(b)) "
        f"[k](mailto:dx@example.jp) <https://example.jp> ![l]({up}shiyakusho.png) [m[n]]({up}figures.md) "
        f"![o](/assets/favicon.svg) [p]({up}mission-vision-values.md#vision.convenience.1) "
        f"`[q](nowhere.md)` <!-- [r](nowhere.md) --> 配列[1]、(注)"
    )
    assert _written(city, text, page) == []


def test_a_page_links_to_its_own_language(city: Path) -> None:
    assert _written(city, "[a](figures.en.md) [b](/en/feed.xml)", "about.en.md") == []
    for text, right in (
        ("[a](/feed.xml)", "/en/feed.xml"),
        ("[a](/editions/r8-05/index.html)", "/en/editions/r8-05/index.html"),
    ):
        (problem,) = _written(city, text, "policy.en.md")[-1:]
        assert f"「{right}」と書いてください" in problem.text("ja"), problem
        shutil.copy(PUBLICATION / "docs/policy.en.md", city / "docs")
    (problem,) = _written(city, "[a](figures.en.md)")
    assert "「figures.md」と書いてください" in problem.text("ja")


def test_the_publication_and_the_page_of_everything_lead_somewhere(city: Path) -> None:
    for name in ("prose.md", "prose.en.md"):
        shutil.copy(FIXTURES / name, city / "docs")
    assert _check(city) == []
