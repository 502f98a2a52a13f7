"""The guide for staff, done as it says: its six changes, with its own examples, in this publication."""

from __future__ import annotations

import re
from pathlib import Path

from conftest import ROOT, run
from strategy.problems import CODES
from strategy.reading.placeholders import PLACEHOLDERS

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
FILL = {
    "kind:": "kind: wording",
    "decided:": "decided: 令和8年12月1日",
    "ja:": "ja: 見本の変更です",
    "en:": "en: A sample change",
}
WORDS = {
    "（加える目標の文）": "窓口で待たずに手続ができます。",
    "(the goal in English)": "complete procedures without waiting",
    "/00000.html": "/12345.html",
    "（担当課の名前）": "見本課",
    "(its name in English)": "Sample Section",
}


def _part(title: str) -> str:
    """A part of the guide, from its heading to the next."""
    found = re.search(rf"^#+ [^\n]*{re.escape(title)}\n.*?(?=^#+ )", GUIDE, re.S | re.M)
    assert found, title
    return found[0]


def _examples(title: str) -> list[str]:
    """The YAML of a part, with the indentation of the guide's own lists taken off."""
    blocks = re.findall(r"^( *)```yaml\n(.*?)^ *```", _part(title), re.S | re.M)
    return [re.sub(rf"^{indent}", "", text, flags=re.M) for indent, text in blocks]


def _write_over(city: Path, path: Path) -> None:
    """Each placeholder of an example is told, until it is written over."""
    text = path.read_text(encoding="utf-8")
    left = [each for each in WORDS if each in text]
    told = run(city, "check", "--lang", "ja").stdout
    assert re.findall(r"\[placeholder\] 「(.*?)」は、書き方の例のまま", told) == left
    assert told.count(": [") - told.count("（参考）") - told.count("（注意）") == len(left)
    for each in left:
        text = text.replace(each, WORDS[each])
    path.write_text(text, encoding="utf-8")


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")


def _declare(city: Path) -> None:
    """Copy the entry that the check shows, and fill in what is empty, as the guide says."""
    shown = run(city, "check", "--lang", "ja")
    assert shown.returncode == 1
    codes = set(re.findall(r"\[([a-z-]+)\]", shown.stdout))
    errors = {code for code in codes if CODES[code].level == "error"}
    assert errors == {"undeclared-change", "undeclared-changes"}
    (entry,) = re.findall(r"^  - id: revision\..*?(?=\n\n|\Z)", shown.stdout, re.S | re.M)
    for empty, filled in FILL.items():
        entry = re.sub(rf"{empty}$", filled, entry, flags=re.M)
    path = city / "data/revisions.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text.rstrip()}\n{entry.rstrip()}\n", encoding="utf-8")
    _sound(city)


def _sound(city: Path) -> str:
    done = run(city, "check", "--lang", "ja")
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_correct_a_word_and_translate_it(city: Path) -> None:
    _replace(city / "docs/introduction.md", "仕事は増えています。次の", "業務は増えています。次の")
    _declare(city)
    noted = re.search(r"「(strategy translated introduction \S+)」", _sound(city))
    assert noted
    assert run(city, *noted[1].split()[1:]).returncode == 0
    assert "translation-older" not in _sound(city)


def test_add_a_goal(city: Path) -> None:
    (goal,) = _examples("2. 目標を加える")
    _replace(city / "data/vision.yml", "\n  - id: efficiency\n", f"{goal}\n  - id: efficiency\n")
    _write_over(city, city / "data/vision.yml")
    assert "「13の将来めざす姿」と書いて" in run(city, "check", "--lang", "ja").stdout
    _declare(city)
    assert "translation-older" not in _sound(city)
    assert "市民は、窓口で待たずに" in run(city, "compare", "r8-05", "now").stdout


def test_enter_an_event(city: Path) -> None:
    (event,) = _examples("3. できごとを加える")
    _replace(city / "data/timeline.yml", "\nretired:", f"{event}\nretired:")
    _write_over(city, city / "data/timeline.yml")
    assert "translation-older" not in _sound(city)


def test_renew_a_figure(city: Path) -> None:
    (example,) = _examples("4. 数値を新しくする")
    figures = city / "data/figures.yml"
    old = "    printed: {ja: 228人, en: 228 people}\n    value: 228\n"
    _replace(figures, old, example)
    shown = run(city, "check", "--lang", "ja").stdout
    computed = re.search(r"「(computed: [\d.]+)」と書いてください", shown)
    bar = re.search(r"「(value: 230)」と書き、「printed」も", shown)
    assert computed and bar
    _replace(figures, "computed: 77.8", computed[1])
    text = figures.read_text(encoding="utf-8")
    text = (
        text.replace("value: 228", bar[1])
        .replace("228人", "230人")
        .replace("228 people", "230 people")
        .replace("228 (about", "230 (about")
    )
    figures.write_text(text, encoding="utf-8")
    told = re.findall(
        r"^(docs/\S+?):.*前の数値「228人」", run(city, "check", "--lang", "ja").stdout, re.M
    )
    assert told == ["docs/figures.md", "docs/introduction.md"]
    _declare(city)


def test_a_figure_whose_two_places_differ_is_told(city: Path) -> None:
    figures = city / "data/figures.yml"
    _replace(figures, "    printed: {ja: 228人, en:", "    printed: {ja: 230人, en:")
    _replace(figures, "            value: 293\n", "            value: 300\n")
    shown = run(city, "check", "--lang", "ja").stdout
    assert shown.count("[printed-number]") == 1
    assert "「value: 230」" in shown
    assert "その数を228に" in shown


def test_publish_an_edition(city: Path) -> None:
    ident, updated = _examples("6. 版を公開する")
    path = city / "data/strategy.yml"
    _replace(path, "  id: r8-05\n", ident)
    text = path.read_text(encoding="utf-8")
    start, end = text.index("  updated:\n"), text.index("\n# title は本文")
    path.write_text(f"{text[:start]}{updated}{text[end:]}", encoding="utf-8")
    for command in re.findall(r"^ *strategy (edition .*)$", _part("6. 版を公開する"), re.M):
        done = run(city, *command.split(), "--lang", "ja")
        assert done.returncode == 0, done.stderr
    listed = run(city, "edition", "list", "--lang", "ja").stdout
    assert re.findall(r"^(\S+)\t(\S+)", listed, re.M)[:2] == [
        ("r9-04", "現在の版"),
        ("r8-05", "前の版"),
    ]
    _sound(city)


def test_an_edition_that_is_not_frozen_is_told(city: Path) -> None:
    path = city / "data/strategy.yml"
    _replace(path, "  id: r8-05\n", "  id: r9-04\n")
    shown = run(city, "check", "--lang", "ja")
    assert shown.returncode == 1
    assert "data/strategy.yml:18:7: [edition-not-frozen] 版「r9-04」は、まだ" in shown.stdout
    assert "「strategy edition freeze r9-04」" in shown.stdout
    _replace(path, "  id: r9-04\n", "  id: r8-05\n")
    text = path.read_text(encoding="utf-8")
    for old, new in (
        ("date: 令和8年5月", "date: 令和9年4月"),
        ("令和8年5月更新", "令和9年4月更新"),
    ):
        path.write_text(text.replace(old, new), encoding="utf-8")
        assert "[edition-date]" in run(city, "check", "--lang", "ja").stdout
    # Corrected English is no new edition.
    path.write_text(text.replace("Updated May", "Updated in May"), encoding="utf-8")
    _sound(city)


def test_an_edition_that_was_replaced_is_not_published_again(city: Path) -> None:
    path = city / "data/strategy.yml"
    _replace(path, "  id: r8-05\n", "  id: r9-04\n")
    refused = run(city, "edition", "freeze", "r9-04", "--lang", "ja")
    assert "「令和8年5月更新」は、版「r8-05」と同じです" in refused.stderr
    assert not (city / "editions/r9-04").exists()
    _replace(path, "    date: 令和8年5月\n", "    date: 令和9年4月\n")
    _replace(path, "令和8年5月更新", "令和9年4月更新")
    assert run(city, "edition", "freeze", "r9-04").returncode == 0
    _replace(path, "  id: r9-04\n", "  id: r8-05\n")
    shown = run(city, "check", "--lang", "ja").stdout
    assert "現在の版ではありません → 「id: r9-04」と書いて" in shown


def test_undeclared_changes_are_not_frozen(city: Path) -> None:
    _replace(city / "docs/introduction.md", "仕事は増えています。次の", "業務は増えています。次の")
    _replace(city / "data/strategy.yml", "  id: r8-05\n", "  id: r9-04\n")
    shown = run(city, "check", "--lang", "ja").stdout
    refused = run(city, "edition", "freeze", "r9-04", "--lang", "ja")
    assert refused.returncode == 1
    assert "確定しました" not in refused.stdout
    (told,) = re.findall(
        r"^data/revisions.yml.*?\[undeclared-changes\].*?\n\n.*?\n\n", shown, re.S | re.M
    )
    assert told in refused.stderr
    assert "[undeclared-change]" in refused.stderr
    assert refused.stderr.endswith("「r9-04」は確定していません。\n")
    assert not (city / "editions/r9-04").exists()


def test_what_to_do_where_two_proposals_meet(city: Path) -> None:
    """The marks that the guide says to erase are those that the check knows."""
    marks = re.findall(r"`([<=>]{7})`", _part("ほかの変更案とぶつかったら"))
    assert len(marks) == 3
    path = city / "data/revisions.yml"
    lines = [f"{mark} main" if mark != "=======" else mark for mark in marks]
    path.write_text("\n".join([path.read_text(encoding="utf-8"), *lines]), encoding="utf-8")
    assert run(city, "check", "--lang", "ja").stdout.count("[conflict]") == 3


def test_a_review_is_written_as_shown(city: Path) -> None:
    (review,) = _examples("ページの担当と確かめる時期")
    _replace(city / "docs/about.md", "---\ndescription:", f"---\n{review}description:")
    _write_over(city, city / "docs/about.md")
    _sound(city)
    assert "見本課" in run(city, "check", "--due", "--lang", "ja").stdout


def test_every_placeholder_of_the_guide_is_known() -> None:
    code = "\n".join(re.findall(r"```yaml\n.*?```|`[^`\n]+`", GUIDE, re.S)).replace("\\|", "|")
    form = r"（[^（）0-9]+）|\((?:its|the) [^()]+\)|/0+\.html|!\[[^\]]+\]|\| 列1 \| 列2 \|"
    found = set(re.findall(form, code))
    assert {*WORDS, "（会議の名前）", "（日本語の文）", "（英語の文）"} < found <= set(PLACEHOLDERS)


def test_the_rules_stand_in_the_guide_as_they_are() -> None:
    rules = run(ROOT, "check", "--rules", "--lang", "ja").stdout
    assert f"<!-- rules -->\n{rules}<!-- /rules -->" in GUIDE


def test_commands_and_places_of_the_guide_exist() -> None:
    for command in re.findall(r"`strategy ([a-z]+)", GUIDE):
        assert run(ROOT, command, "--help").returncode == 0, command
    text = re.sub(r"`[^`\n]*`", "", GUIDE)
    for place in re.findall(r"\]\((?!http|#|\.\./)([^)]+)\)", text):
        assert (ROOT / place).exists(), place
    for anchor in re.findall(r"\]\(#([^)]+)\)", text):
        assert f'id="{anchor}"' in GUIDE or anchor == "english-summary"


def test_the_guide_speaks_of_proposals_previews_and_approval() -> None:
    japanese = GUIDE.partition("## English summary")[0]
    assert not re.search(r"プルリク|コミット|マージ|プッシュ|クローン|枝", japanese)
    explained, _, rest = japanese.partition("| ブランチ | 変更案を置いておくところ")
    assert rest and "ブランチ" not in explained
