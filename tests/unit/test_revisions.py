"""Changes of the text and their declarations: what is asked for, and what stands once published."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from strategy.checks import everything
from strategy.content import translations
from strategy.content.sections import SECTIONS
from strategy.editions import feeds, freeze
from strategy.editions.revisions import reasons, undeclared
from strategy.languages.calendar import today
from strategy.model import published_data
from strategy.problems import InvalidStrategy, Problem
from strategy.record.compare import compare
from strategy.site import record_pages

Replace = Callable[[Path, str, str], None]
FILL = {
    "kind:": "kind: wording",
    "decided:": "decided: 2026-05-20",
    "ja:": "ja: 見本",
    "en:": "en: Sample",
}


@pytest.fixture
def frozen(sample: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample with its translations confirmed and its text frozen, and no revisions; May 2026."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1778025600")
    (sample / "data/revisions.yml").write_text("revisions:\n", encoding="utf-8")
    found = everything.checked(sample, gate=False)
    translations.confirm(sample, found.composition.record.chapters[0])
    found = everything.checked(sample, gate=False)
    freeze.freeze(sample, "r8-05", found.strategy, found.composition.record)
    return sample


def _problems(root: Path) -> list[Problem]:
    return [p for p in everything.findings(root) if p.location.file != "docs/about.md"]


def _codes(root: Path) -> list[str]:
    return [p.code for p in _problems(root) if p.level == "error"]


def _entry(root: Path) -> str:
    found = everything.checked(root, gate=False)
    return undeclared(found.strategy, found.composition.record, today())[1]


def _declare(root: Path, **filled: str) -> str:
    """Paste the entry that is shown at the end of the file, filled in; returns its id."""
    entry = _entry(root)
    for empty, value in {**FILL, **filled}.items():
        entry = re.sub(rf"{empty}$", value, entry, flags=re.M)
    path = root / "data/revisions.yml"
    path.write_text(f"{path.read_text(encoding='utf-8')}{entry}", encoding="utf-8")
    assert _codes(root) == []
    return entry.split()[2]


def test_the_shown_id_names_the_page_and_is_free(frozen: Path, replace: Replace) -> None:
    replace(frozen / "docs/chapter.md", "二つ目の文です。", "二つ目の文を直しました。")
    replace(frozen / "data/vision.yml", "{ja: 目標2, en: Goal 2}", "{ja: 直した目標, en: Mended}")
    first = _declare(frozen)
    assert re.fullmatch(r"revision\.2026-05-06-chapter-[0-9a-f]{4}", first)
    # The same change, taken back and made again on the same day.
    for text, back in (("です", "を直しました"), ("を直しました", "です")):
        replace(frozen / "docs/chapter.md", f"二つ目の文{back}。", f"二つ目の文{text}。")
        ids = [_declare(frozen)]
    assert ids == [f"{first}-3"]


def test_what_was_published_stays_when_the_text_changes_again(
    frozen: Path, replace: Replace
) -> None:
    chapter = frozen / "docs/chapter.md"
    replace(chapter, "二つ目の文です。", "二つ目の文を直しました。")
    _declare(frozen)
    first = (frozen / "data/revisions.yml").read_text(encoding="utf-8")
    line = first.rstrip().rpartition("- ")[2]
    # A paragraph before it shifts its number.
    replace(chapter, "二つ目の文を直しました。", "二つ目の文をまた直しました。")
    replace(chapter, "# 1. 見本の章\n", "# 1. 見本の章\n\n最初に加えた短い段落です。\n")
    replace(
        frozen / "docs/chapter.en.md",
        "# 1. Sample chapter\n",
        "# 1. Sample chapter\n\nA first one.\n",
    )
    problems = [p for p in _problems(frozen) if p.level == "error"]
    gone = next(p for p in problems if p.code == "declared-gone")
    assert "公開した項目なら、この行を残し" in gone.fix.ja
    assert "最後に加えてください" in gone.fix.ja
    assert f"    replaces:\n      - {line}\n" in _entry(frozen)
    _declare(frozen)
    now = (frozen / "data/revisions.yml").read_text(encoding="utf-8")
    assert now.startswith(first)
    # A change of the text that only takes the last one back is a change as well.
    replace(chapter, "二つ目の文をまた直しました。", "二つ目の文です。")
    assert set(_codes(frozen)) == {"declared-gone", "undeclared-changes"}
    assert "    changes: []\n    replaces:\n      - changed 1-2 " in _entry(frozen)
    _declare(frozen)
    # And so is the same text for the second time.
    replace(chapter, "二つ目の文です。", "二つ目の文を直しました。")
    assert "undeclared-change" in _codes(frozen)
    assert "replaces" not in _entry(frozen)
    _declare(frozen)


def test_the_history_links_only_what_is_still_so(frozen: Path, replace: Replace) -> None:
    chapter = frozen / "docs/chapter.md"
    replace(chapter, "二つ目の文です。", "二つ目の文を直しました。")
    _declare(frozen)
    replace(chapter, "二つ目の文を直しました。", "二つ目の文をまた直しました。")
    _declare(frozen)
    strategy = everything.checked(frozen).strategy
    history = SECTIONS["revisions"].render(strategy, "ja", "")
    first, last = strategy.revisions.all
    assert f"[1-1](/editions/r8-05/changes/index.html#{last.declared()[0].mark})" in history
    assert ":   1-1（のちに再び変更）\n" in history
    assert history.index(last.id + "}") < history.index(first.id + "}")
    change = record_pages.last_change(strategy, 1, "ja")
    assert change and change["id"] == last.id
    replace(chapter, "二つ目の文をまた直しました。", "二つ目の文です。")
    back = _declare(frozen)
    strategy = everything.checked(frozen).strategy
    entry = SECTIONS["revisions"].render(strategy, "ja", "").partition(f"{{#{back}}}")[2]
    assert ":   1-1\n" in entry.partition("\n## ")[0]
    change = record_pages.last_change(strategy, 1, "ja")
    assert change and change["id"] == back


def test_english_changed_after_its_line_was_copied_is_noted(frozen: Path, replace: Replace) -> None:
    replace(frozen / "docs/chapter.md", "二つ目の文です。", "二つ目の文を直しました。")
    _declare(frozen)
    replace(frozen / "docs/chapter.en.md", "A second sentence.", "It was changed.")
    (note,) = [p for p in _problems(frozen) if p.code == "declared-english"]
    assert note.level == "note"
    line = note.fix.ja.partition("「- ")[2].partition("」")[0]
    path = frozen / "data/revisions.yml"
    replace(path, path.read_text(encoding="utf-8").rstrip().rpartition("- ")[2], line)
    assert "declared-english" not in [p.code for p in _problems(frozen)]
    replace(frozen / "docs/chapter.md", "二つ目の文を直しました。", "二つ目の文をまた直しました。")
    assert "translation-older" in [p.code for p in _problems(frozen)]


def test_english_alone_is_declared_as_a_translation(frozen: Path, replace: Replace) -> None:
    replace(frozen / "docs/chapter.en.md", "A second sentence.", "The second sentence.")
    assert re.search(r"      - translation 1-1 [0-9a-f]{16} [0-9a-f]{16}\n", _entry(frozen))
    _declare(frozen, **{"kind:": "kind: translation"})
    assert {p.code for p in _problems(frozen)} == {"printed-value"}
    # The Japanese alone after that: the English is known to be of the text before.
    replace(frozen / "docs/chapter.md", "二つ目の文です。", "二つ目の文を直しました。")
    _declare(frozen)
    assert "translation-older" in {p.code for p in _problems(frozen)}


def test_facts_of_the_public_record_need_no_entry(frozen: Path, replace: Replace) -> None:
    timeline = frozen / "data/timeline.yml"
    with timeline.open("a", encoding="utf-8") as file:
        file.write(
            "  - id: evidence.2026-06-01-headquarters\n    date: 令和8年6月1日\n"
            "    text: {ja: 加えた事実です。, en: An added fact.}\n"
            "    page: https://www.example.org/new.html\n"
        )
    replace(timeline, "{ja: 見本の事実です。, en: A sample fact.}", "{ja: 直した事実, en: Mended}")
    codes = {p.code: p for p in _problems(frozen)}
    assert _codes(frozen) == []
    assert "translation-older" not in codes
    day = codes["future-day"]
    assert (day.level, str(day.location)) == ("warning", "data/timeline.yml:31:11")
    replace(timeline, "{ja: 進捗2, en: Progress 2}", "{ja: 直した進捗, en: Mended progress}")
    assert _entry(frozen).count("      - ") == 1
    found = everything.checked(frozen, gate=False)
    base = found.strategy.editions.in_force
    assert base and base.record
    comparison = compare(base.record, found.composition.record)
    told = reasons(comparison, found.strategy, "ja")
    assert [*told.values()] == ["公表資料の事実（戦略の文章ではありません）"]


def test_a_correction_may_have_no_day(frozen: Path, replace: Replace) -> None:
    replace(frozen / "docs/chapter.md", "二つ目の文です。", "二つ目の文を直しました。")
    first = _declare(frozen, **{"decided:": "decided: 2026-05-20"})
    replace(frozen / "docs/chapter.md", "見本の章の要約です。", "見本の章の要約でした。")
    second = _declare(frozen, **{"decided:": "decided: null"})
    strategy = everything.checked(frozen).strategy
    assert [day for day, _ in strategy.dated_revisions] == [date(2026, 5, 20)] * 2
    history = SECTIONS["revisions"].render(strategy, "ja", "")
    assert f"## 決めた日の記録なし {{#{second}}}" in history
    assert history.index(second + "}") < history.index(first + "}")
    assert "## Date of decision not recorded" in SECTIONS["revisions"].render(strategy, "en", "")
    assert "- 決めた日の記録なし：見本\n" in SECTIONS["changes"].render(strategy, "ja", "")
    change = record_pages.last_change(strategy, 1, "ja")
    assert change and (change["name"], change["id"]) == ("決めた日の記録なし", second)
    published = json.loads(published_data.published(strategy)["data/revisions.json"])
    assert [revision["decided"] for revision in published["revisions"]["revisions"]] == [
        "2026-05-20",
        None,
    ]
    items = json.loads(feeds.files(strategy, "ja", "")["feed.json"])["items"]
    assert ["date_published" in item for item in items if "#revision." in item["id"]] == [
        False,
        True,
    ]


def test_two_proposals_that_meet_keep_both_entries(
    frozen: Path, tmp_path: Path, replace: Replace
) -> None:
    """As the guide says: both entries stay, the three lines of marks go."""
    other = Path(shutil.copytree(frozen, tmp_path / "other"))
    base = shutil.copy(frozen / "data/revisions.yml", tmp_path / "base.yml")
    replace(frozen / "docs/chapter.md", "二つ目の文です。", "二つ目の文を直しました。")
    _declare(frozen)
    replace(other / "data/vision.yml", "{ja: 目標2, en: Goal 2}", "{ja: 直した目標, en: Mended}")
    _declare(other, **{"ja:": "ja: もう1つ", "en:": "en: Another"})
    ours, theirs = frozen / "data/revisions.yml", other / "data/revisions.yml"
    command = ["git", "merge-file", "-p", str(ours), str(base), str(theirs)]
    merged = subprocess.run(command, check=False, capture_output=True, text=True).stdout
    kept, marks = re.subn(r"^(<{7}|={7}|>{7}).*\n", "", merged, flags=re.M)
    assert marks == 3
    shutil.copy(other / "data/vision.yml", frozen / "data/vision.yml")
    ours.write_text(kept, encoding="utf-8")
    assert _codes(frozen) == []


def test_leftovers_of_a_conflict_stop_the_check(frozen: Path) -> None:
    for mark in ("<<<<<<< main", "=======", ">>>>>>> 変更案"):
        path = frozen / "data/revisions.yml"
        path.write_text(f"revisions:\n{mark}\n", encoding="utf-8")
        with pytest.raises(InvalidStrategy) as caught:
            everything.checked(frozen)
        (problem,) = caught.value.problems.errors
        assert (problem.code, str(problem.location)) == ("conflict", "data/revisions.yml:2:1")
        assert f"「{mark[:7]}」" in problem.fix.ja


def test_whatever_the_edition_is_called_it_can_be_read_once_frozen(
    sample: Path, replace: Replace
) -> None:
    name, kind = "Updated April 2027, corrected", 'Sample: the "short" \\ form'
    replace(sample / "data/strategy.yml", "en: Updated May 2026", f'en: "{name}"')
    replace(sample / "data/strategy.yml", "en: Sample edition", f"en: '{kind}'")
    found = everything.checked(sample, gate=False)
    freeze.freeze(sample, "r8-05", found.strategy, found.composition.record)
    (edition,) = everything.checked(sample, gate=False).strategy.editions.held
    assert edition.facts.name.en == name
    assert edition.facts.kind is not None and edition.facts.kind.en == kind


def test_an_id_that_is_gone_is_told_in_the_file_of_its_kind(city: Path) -> None:
    """An id of the glossary is more alike."""
    path = city / "data/governance.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("body.secretariat", "body.office"), encoding="utf-8")
    with pytest.raises(InvalidStrategy) as caught:
        everything.checked(city)
    assert [str(p.location) for p in caught.value.problems.errors if p.code == "deleted-id"] == [
        "data/governance.yml:1:1"
    ]
