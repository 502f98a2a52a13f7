"""Markdown typed a little wrong: what would be published raw, or be lost, is told with its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import project
from conftest import FIXTURES
from strategy.cache import KEEPS_NOTHING
from strategy.checks import everything, slips
from strategy.problems import InvalidStrategy, Problem, Problems


def _check(root: Path) -> list[Problem]:
    _, pages, articles, _ = project.read(root)
    problems = Problems()
    slips.check(pages, articles, KEEPS_NOTHING, problems)
    return list(problems)


def _written(root: Path, text: str) -> tuple[list[Problem], list[str]]:
    """What is said of a text, which is added to a page, and the page's lines from there."""
    path = root / "docs/about.md"
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before}\n{text}\n", encoding="utf-8")
    return _check(root), [""] * before.count("\n") + ["", *text.split("\n")]


WRONG = [
    ("markdown-list", "・一つ目\n・二つ目", "・一つ目", "「- 項目」のように"),
    ("markdown-list", "● 一つ目", "●", "「- 項目」のように"),
    ("markdown-list", "－ 一つ目", "－", "印が全角です"),
    ("markdown-list", "ー　一つ目", "ー", "印が全角です"),
    ("markdown-list", "　- 一つ目\n　- 二つ目", "　- 一", "全角スペースを消して"),
    ("markdown-list", "-一つ目\n-二つ目", "-一", "印の後に半角スペース"),
    ("markdown-list", "-　一つ目", "-　", "印の後に半角スペース"),
    ("markdown-list", "1.一つ目", "1.", "印の後に半角スペース"),
    ("maybe-list", "1．一つ目", "1．", "「1. 項目」のように"),
    ("markdown-list", "次のとおりです。\n- 一つ目\n- 二つ目", "- 一つ目", "空の行を1つ"),
    ("markdown-list", "次のとおりです。\n1. 一つ目", "1. 一つ目", "空の行を1つ"),
    ("markdown-list", "次の点です。\n○一つ目\n○二つ目\n○三つ目", "○一", "「- 一つ目」のように"),
    ("markdown-list", "※ 一つ目\n※ 二つ目", "※", "「- 一つ目」のように"),
    ("markdown-list", "（1）一つ目\n（2）二つ目", "（1）", "「1. 一つ目」のように"),
    ("markdown-list", "1) 一つ目\n2) 二つ目", "1)", "「1. 一つ目」のように"),
    ("markdown-list", "①一つ目\n②二つ目", "①", "「1. 一つ目」のように"),
    ("markdown-list", "ア　一つ目\nイ　二つ目", "ア", "「- 一つ目」のように"),
    ("maybe-list", "- 一つ目\n - 入れ子\n - 入れ子", " - 入", "空白を4個に"),
    ("markdown-list", "1. 一つ目\n   - 入れ子", "   - 入", "同じ段階なら、空白を消して"),
    (
        "markdown-list",
        "- 一\n    - 二\n      - 三",
        "      - 三",
        "8個にしてください。同じ段階なら、空白を4個に",
    ),
    ("indented-code", "文です。\n\n    字下げした文です。", "    字下げ", "行頭の空白を消して"),
    ("markdown-code", "```\nコード", "```", "終わりの行にも"),
    ("markdown-code", "次の`コードです。", "`コード", "閉じられていません"),
    ("markdown-emphasis", "これは**大切です。", "**大切", "「**強調する言葉**」"),
    ("markdown-emphasis", "これは** 大切 **です。", "** 大切", "「**強調する言葉**」"),
    ("markdown-emphasis", "これは＊＊大切＊＊です。", "＊＊大切", "「**強調する言葉**」"),
    ("markdown-emphasis", "[表](figures.md)と**大切", "**大切", "「**強調する言葉**」"),
    ("markdown-emphasis", "これは***大切**です。", "***大切", "前と後ろに2つずつ"),
    ("markdown-emphasis", "- **大切***です。\n- 次", "**大切", "前と後ろに2つずつ"),
    ("markdown-emphasis", "***[数値](figures.md)**です。", "***[", "前と後ろに2つずつ"),
    ("markdown-link", "これは[数値]（figures.md）です。", "[数値]", "「[数値](figures.md)」と"),
    ("markdown-link", "これは［数値］(figures.md)です。", "［数値］", "「[数値](figures.md)」と"),
    ("markdown-link", "これは[数値] (figures.md)です。", "[数値]", "「[数値](figures.md)」と"),
    ("markdown-link", "これは[数値](figures.mdです。", "](fig", "「[言葉](figures.md)」"),
    ("markdown-link", "これは[数値(figures.md)です。", "[数値", "「[言葉](figures.md)」"),
    ("markdown-link", "これは[数値][表]です。", "][表", "「[言葉](figures.md)」"),
    ("markdown-link", "［市］（https：//example.jp/）", "［市", "「[市](https://example.jp/)」と"),
    ("markdown-link", "文の(市)[https://example.jp/]", "(市)", "「[市](https://example.jp/)」と"),
    ("markdown-link", "これは（数値）[figures.md]です。", "（数", "「[数値](figures.md)」と"),
    (
        "bare-address",
        "市（https://example.jp/a?b=1&c）",
        "https:",
        "[ページの題名](https://example.jp/a?b=1&c)」",
    ),
    (
        "bare-address",
        "See https://example.jp/a.",
        "https:",
        "[ページの題名](https://example.jp/a)」",
    ),
    ("markdown-link", "文です。！[市役所](a.png)", "！[", "「![何の画像か](ファイル名)」"),
    ("markdown-link", "! [市役所](a.png)", "! [", "「![何の画像か](ファイル名)」"),
    ("markdown-link", "![市役所]（a.png）", "![市", "「![何の画像か](ファイル名)」"),
    ("markdown-table", "｜左｜右｜\n｜---｜---｜\n｜あ｜い｜", "｜左", "「|---|---|」の行"),
    ("markdown-table", "| 左 | 右 |\n| あ | い |", "| 左", "「|---|---|」の行"),
    ("markdown-table", "表です。\n| 左 | 右 |\n|---|---|\n| あ | い |", "| 左", "空の行を1つ"),
    (
        "markdown-table",
        "| 左 | 右 |\n|---|\n| あ | い |",
        "| 左",
        "2列ですが、次の行の「---」は1個",
    ),
    ("markdown-table", "年度\t件数\n令和7年度\t12", "年度", "表計算ソフトから貼り付けた"),
    ("table-cells", "| 左 | 右 |\n|---|---|\n| あ | い | う |", "| あ", "2列ですが、この行は3列"),
    ("table-cells", "| 左 | 右 |\n|---|---|\n| あ |", "| あ", "2列ですが、この行は1列"),
    (
        "table-cells",
        "| 左 | 右 |\n|---|---|\n| あ | い |\n次の文です。",
        "次の",
        "表の後に、空の行",
    ),
    ("markdown-mark", "~~古い文~~です。", "~~", "「~~」を消して"),
    ("markdown-mark", "{{ chart }}です。", "{{", "<!-- strategy: 名前 -->"),
    ("footnote", "注が要ります[^1]。", "[^1]", "「[^1]: 脚注の内容」"),
    ("second-title", "# もう一つの題名", "# もう", "「## 」で始めて"),
    ("obsolete-html", '文の<font color="red">色</font>です。', "<font", "「<font>」は使えません"),
    ("markdown-html", "文の<b>強調です。", "<b>", "「</b>」と書いてください"),
    ("markdown-html", "文の強調</b>です。", "</b>", "「</b>」の前に「<b>」が"),
    (
        "broken-tag",
        "文の<b 強調</b>です。",
        "<b 強",
        "タグが途中で切れています（「<b 強調</b>です。」）",
    ),
    ("broken-tag", "文の<b>強調</b です。", "</b で", "「>」、引用符"),
    ("broken-tag", '文の<a href="index.md>市</a>です。', "<a href", "「>」、引用符"),
    ("broken-tag", '文の<a href=index.md">市</a>です。', "<a href", "「>」、引用符"),
    ("broken-tag", '<div class="card"\n文です。\n\n</div>', "<div", '（「<div class="card"」）'),
    (
        "html-stopped",
        "<script>\na('・');\n\n・b\n</script>",
        "<script",
        "「<script>」は、サイトの安全",
    ),
    ("html-stopped", '<link rel="stylesheet" href="a.css">', "<link", "→ 消してください"),
    ("html-stopped", '文<meta http-equiv="refresh">', "<meta", "ページの本文では使えません"),
    ("html-stopped", "<form>\n文です。", "<form", "入力を受け取る仕組み"),
    ("html-stopped", "<style>p {color: red}</style>", "<style", "→ 消してください"),
    ("html-stopped", '<IFRAME src="https://example.jp/"></IFRAME>', "<IFR", "「[題名](アドレス)」"),
    ("html-stopped", '<button onclick="f()">押す</button>', "<button", "入力を受け取る仕組み"),
    ("html-stopped", '文の<span style="color:red">色</span>', "style", '「style="color:red"」を'),
    (
        "html-stopped",
        '<div class="a" onclick="f()" style=\'x\'>\n字\n</div>',
        "onclick",
        "「onclick=\"f()\" style='x'」を消して",
    ),
    ("html-stopped", '段落です。\n{: style="color:red" }', "style", "を消して"),
]

LEVELS = {"1．一つ目": "warning", "- 一つ目\n - 入れ子\n - 入れ子": "warning"} | {
    w[1]: "note" for w in WRONG if w[0] == "bare-address"
}


@pytest.mark.parametrize(("code", "text", "at", "told"), WRONG, ids=[w[1] for w in WRONG])
def test_a_slip_is_told_once_where_it_stands(
    code: str, text: str, at: str, told: str, sample: Path
) -> None:
    found, lines = _written(sample, text)
    assert [problem.code for problem in found] == [code], [p.text("ja") for p in found]
    (problem,) = found
    assert lines[problem.location.line - 1][problem.location.column - 1 :].startswith(at)
    assert told in problem.text("ja")
    assert problem.level == LEVELS.get(text, "error")


@pytest.mark.parametrize(
    "text",
    [
        "- 一つ目\n- 二つ目\n\n1. 一つ目\n2. 二つ目\n",
        "- 一つ目\n    - 入れ子\n\n    続きの段落です。",
        "- 一つ目\n  続きの行\n\n    - 入れ子\n\n 9. 九つ目\n10. 十\n\n文です。\n\n - 一\n - 二",
        "○一つ目です。\n\n○二つ目です。\n\n○○市は、\n○○です。差は\n△1.5、\n△2.5、（注）です。",
        "○一つ目<br>\n○二つ目  \n○三つ目",
        "これは**大切**で、*やや大切*です。",
        r"これは\*\*大切\*\*ではなく、\[数値\](figures.md)でもありません。",
        "`**` と `| 左 |` と `<font>` は、コードです。",
        "```\n**\n・\n    字下げ\n```\n\n字下げ",
        "<!-- ・ここは**覚え書き | です -->",
        "お知らせです！[数値](figures.md)をご覧ください。",
        "配列[1]（最初のもの）、[注]（あとで）、-5度、3.5倍、A|Bの順。",
        "| 左 | 右 |\n|:--|--:|\n| あ \\| い | `a | b` |\n| | え |\n\n次の文です。",
        "左 | 右\n---|---\nあ | い",
        "文です[^1]。\n\n[^1]: 注です。",
        r"***大切***と\***大切**と**大切**\*と***a** b*と2*3*4です。",
        "[https://example.jp/](https://example.jp/)と「https://」と`https://example.jp`です。",
        "市（[県](https://example.jp)）[国](https://example.jp)と関数(x)[1]です。",
        "[市][a]です。\n\n[a]: https://example.jp/",
        "<kbd>Tab</kbd>と<br>と<https://example.jp/>と<a@example.jp>と a < b と x<y です。",
        '<abbr title="a > b < c" data-x>D</abbr\n>と<br/>と`<b`です。',
        "<details markdown>\n<summary>題名</summary>\n\n中身です。\n\n</details>",
        "{鹿島|かしま}の-1つ、令和8年度-9年度。",
        '<a title="a style=1" href="https://example.jp/?on=1">市</a>と<abbr title="onload=2">D</abbr>',
        "`<script>` と <!-- <script> --> と onclick=1 と style=2 です。",
        "<details open>\n<summary>題名</summary>\n中身\n</details>\n\n段落 {: #style .on }",
    ],
)
def test_what_is_right_is_left_alone(text: str, sample: Path) -> None:
    found, _ = _written(sample, text)
    assert [problem.text("ja") for problem in found] == []


def test_all_slips_of_a_line_are_told(sample: Path) -> None:
    found, _ = _written(sample, "（市）[https://example.jp/]の`コードと~~字~~です。")
    assert {p.code for p in found} == {"markdown-link", "markdown-code", "markdown-mark"}


def test_an_error_is_told_below_a_warning(sample: Path) -> None:
    found, _ = _written(sample, "- 一つ目\n - 二つ目\n   - 三つ目")
    assert [problem.level for problem in found] == ["warning", "error"]


def test_the_publication_and_the_page_of_everything_have_none(city: Path) -> None:
    for name in ("prose.md", "prose.en.md"):
        shutil.copy(FIXTURES / name, city / "docs")
    assert _check(city) == []


def test_in_a_chapter_the_slip_is_told_instead_of_an_undeclared_change(city: Path) -> None:
    path = city / "docs/introduction.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("のに、仕事は", "のに、**仕事は"), encoding="utf-8")
    with pytest.raises(InvalidStrategy) as caught:
        everything.checked(city)
    assert [problem.code for problem in caught.value.problems.errors] == ["markdown-emphasis"]
