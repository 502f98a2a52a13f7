"""The summary of a proposed change, from a branch of a small project, against golden files."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import ROOT, SAMPLE, run
from strategy.cli.proposal_text import _marked

MAY = {"SOURCE_DATE_EPOCH": "1778025600"}  # 6 May 2026
GOLDEN = ROOT / "tests" / "golden" / "summary"
Replace = Callable[[Path, str, str], None]


def _git(folder: Path, *arguments: str) -> None:
    name = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    subprocess.run(["git", *name, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with its text frozen and translated, on the branch 変更案 of main."""
    root = Path(shutil.copytree(SAMPLE, tmp_path_factory.mktemp("begun") / "repository"))
    for command in (("translated", "chapter"), ("edition", "freeze", "r8-05")):
        done = run(root, *command, env=MAY)
        assert done.returncode == 0, done.stderr
    _git(root, "init", "--quiet", "--initial-branch=main")
    _git(root, "add", ".")
    _git(root, "commit", "--quiet", "-m", "見本")
    _git(root, "switch", "--quiet", "--create", "変更案")
    return root


@pytest.fixture
def repository(begun: Path, tmp_path: Path) -> Path:
    """The same, to be changed."""
    return Path(shutil.copytree(begun, tmp_path / "repository"))


def _change(root: Path, replace: Replace) -> None:
    """A sentence, a goal, a date of a consultation, another page; the last one is not committed."""
    replace(root / "docs/chapter.md", "二つ目の文です。", "二つ目の文を*直しました*。")
    vision = root / "data/vision.yml"
    text = vision.read_text(encoding="utf-8")
    goal = "      - id: vision.one.8\n        text: {ja: 加えた|目標, en: An added goal}\n"
    at = text.index("      - id: ")
    assert "vision.one.8" not in text
    vision.write_text(f"{text[:at]}{goal}{text[at:]}", encoding="utf-8")
    replace(root / "data/consultations/sample.yml", "closes: 2026-02-28", "closes: 2026-03-31")
    about = root / "docs/about.md"
    review = "---\nreview: {owner: null, reviewed: 2025-01-06, every: 1年}\n"
    about.write_text(
        about.read_text(encoding="utf-8").replace("---\n", review, 1), encoding="utf-8"
    )
    (root / "README.md").write_text("見本\n", encoding="utf-8")
    _git(root, "add", ".")
    _git(root, "commit", "--quiet", "-m", "変更案")
    replace(root / "docs/index.md", "# 見本戦略\n", "# 見本戦略\n\n書き足した文です。\n")
    replace(
        root / "docs/index.en.md", "# Sample Strategy\n", "# Sample Strategy\n\nAn added line.\n"
    )


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_summary_shows_all_that_a_change_touches(
    language: str, repository: Path, replace: Replace
) -> None:
    _change(repository, replace)
    done = run(repository, "summary", "main", "--lang", language, env=MAY)
    assert done.returncode == 0, done.stderr
    golden = GOLDEN / f"{language}.md"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(done.stdout, encoding="utf-8")
    assert done.stdout == golden.read_text(encoding="utf-8")


def test_the_printed_entry_declares_the_change(repository: Path, replace: Replace) -> None:
    _change(repository, replace)
    summary = run(repository, "summary", "main", "--lang", "ja", env=MAY).stdout
    entry = summary.partition("```yaml\n")[2].partition("```")[0]
    filled = (
        entry.replace("kind:", "kind: wording").replace("decided:\n", "decided: 2026-05-01\n")
        .replace("ja:", "ja: 見本").replace("en:", "en: Sample")
    )  # fmt: skip
    path = repository / "data/revisions.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("revisions:\n", f"revisions:\n{filled}", 1), encoding="utf-8")
    summary = run(repository, "summary", "main", "--lang", "ja", env=MAY).stdout
    assert "```yaml" not in summary


def test_nothing_changed(repository: Path) -> None:
    summary = run(repository, "summary", "main", "--lang", "ja", env=MAY).stdout
    for words in ("公開されるページは変わりません", "文章は変わりません"):
        assert words in summary
    assert summary.count("ありません。\n") == 4


def test_a_file_that_cannot_be_read_is_told_in_the_summary(
    repository: Path, replace: Replace
) -> None:
    replace(
        repository / "data/consultations/sample.yml", "closes: 2026-02-28", 'closes: "2026-02-28'
    )
    replace(repository / "data/vision.yml", "groups:", "groups：")
    done = run(repository, "summary", "main", "--lang", "ja", env=MAY)
    assert done.returncode == 0
    *parts, result = done.stdout.split("\n## ")
    assert len(parts) == 7
    for part in parts[1:]:
        assert "誤りがあるため、作れません" in part
    assert "- 変わるファイル：`data/consultations/sample.yml`、`data/vision.yml`\n" in parts[1]
    assert "- `data/vision.yml:" in result


def test_another_hour_of_the_deadline_is_a_change(repository: Path, replace: Replace) -> None:
    call = repository / "data/consultations/sample.yml"
    replace(call, "closes: 2026-02-28", "closes: 2026-02-28 17:00")
    _git(repository, "commit", "--quiet", "--all", "-m", "時刻")
    replace(call, "closes: 2026-02-28 17:00", "closes: 2026-02-28 12:00")
    for base, before in (("main", ""), ("HEAD", "17時")):
        summary = run(repository, "summary", base, "--lang", "ja", env=MAY).stdout
        day = "令和8年2月28日（2026年2月28日、土曜日）"
        assert f"| 見本の意見募集 | 終わりの日 | {day}{before} | {day}12時 |\n" in summary


def test_a_paragraph_changed_in_both_languages_is_to_be_looked_at(
    repository: Path, replace: Replace
) -> None:
    replace(repository / "docs/chapter.md", "二つ目の文です。", "二つ目の文を直しました。")
    replace(repository / "docs/chapter.en.md", "A second sentence.", "It was changed.")
    replace(repository / "data/vision.yml", "en: Goal 2}", "en: The goal 2}")
    summary = run(repository, "summary", "main", "--lang", "ja", env=MAY).stdout
    older, _, rest = summary.partition("## 英語訳が古くなる段落\n\n")[2].partition("\n\n## ")
    assert older == "ありません。"
    assert rest.startswith(
        "日本語と英語を共に変えた段落、加えた段落（訳を確かめてください）\n\n"
        "| 段落 | 日本語（新しい文） | 英語（新しい訳） | ファイル |\n|---|---|---|---|\n"
        "| 1-1 | 見本の章の要約です。二つ目の文を直しました。 "
        "| The summary of the sample chapter. It was changed. | `docs/chapter.en.md` |\n\n"
    )


def test_english_that_was_confirmed_as_it_is_is_named(repository: Path, replace: Replace) -> None:
    replace(repository / "docs/chapter.md", "二つ目の文です。", "二つ目の文を直しました。")
    replace(repository / "data/vision.yml", "ja: 目標2,", "ja: 目標二,")
    replace(repository / "data/vision.yml", "en: Goal 2}", "en: Goal two}")
    assert run(repository, "translated", "chapter", "1-1", env=MAY).returncode == 0
    summary = run(repository, "summary", "main", "--lang", "ja", env=MAY).stdout
    assert summary.count("ありません。\n") == 2
    named = summary.partition("確認済みとした段落（今の訳でよいか確かめてください）\n\n")[2]
    rows = named.partition("\n\n")[0].split("\n")[2:]
    assert rows == [
        "| 1-1 | 見本の章の要約です。二つ目の文を直しました。 "
        "| The summary of the sample chapter. A second sentence. | `docs/chapter.en.md` |"
    ]
    # Once that is approved, it is no longer news.
    _git(repository, "add", ".")
    _git(repository, "commit", "--quiet", "-m", "変更案")
    summary = run(repository, "summary", "HEAD", "--lang", "ja", env=MAY).stdout
    assert "確認済みとした" not in summary


def test_words_keep_their_spaces_in_the_comparison(repository: Path, replace: Replace) -> None:
    replace(repository / "docs/chapter.md", "二つ目の文です。", "二つ目の文を直しました。")
    replace(repository / "docs/chapter.en.md", "A second sentence.", "A very short sentence.")
    summary = run(repository, "summary", "main", "--lang", "en", env=MAY).stdout
    assert "| The summary of the sample chapter. A **very short** sentence. |" in summary
    assert " chapter. A ~~second~~ sentence. |" in summary


@pytest.mark.parametrize(
    ("text", "marked"),
    [("new ", "**new** "), (" a\\*b", " **a\\\\\\*b**"), (" ", " "), ("新しい", "**新しい**")],
)
def test_marks_stand_beside_the_words(text: str, marked: str) -> None:
    assert _marked(text, "**") == marked


def test_a_new_edition_is_what_the_change_publishes(repository: Path, replace: Replace) -> None:
    replace(repository / "data/strategy.yml", "  id: r8-05\n", "  id: r9-04\n")
    replace(repository / "data/strategy.yml", "{ja: 令和8年5月更新,", "{ja: 令和9年4月更新,")
    assert run(repository, "edition", "freeze", "r9-04", env=MAY).returncode == 0
    summary = run(repository, "summary", "main", "--lang", "ja", env=MAY).stdout
    assert (
        "\n- 新しい版 r9-04（令和9年4月更新版）を公開します。版の一覧に加わり、印刷用のPDFがこの版のものになります"
        "（`editions/r8-05/edition.yml`、`editions/r9-04/edition.yml`、`editions/r9-04/record.json`）\n"
    ) in summary
    assert "そのほかのファイル" not in summary
    assert "公開されるページは変わりません" not in summary


def test_only_what_the_branch_changed_counts(repository: Path, replace: Replace) -> None:
    _git(repository, "switch", "--quiet", "main")
    replace(
        repository / "data/consultations/sample.yml", "closes: 2026-02-28", "closes: 2026-03-31"
    )
    _git(repository, "commit", "--quiet", "--all", "-m", "別の変更")
    _git(repository, "switch", "--quiet", "変更案")
    summary = run(repository, "summary", "main", "--lang", "ja", env=MAY).stdout
    assert "公開されるページは変わりません" in summary


def test_an_unknown_branch_is_an_error(repository: Path, tmp_path: Path) -> None:
    done = run(repository, "summary", "nowhere", "--lang", "ja", env=MAY)
    assert done.returncode == 1
    assert "「nowhere」と比べられません" in done.stderr
    plain = Path(shutil.copytree(SAMPLE, tmp_path / "plain"))
    assert run(plain, "summary", "main", env={"GIT_DIR": str(tmp_path / "none")}).returncode == 1


def test_the_summary_is_added_to_a_file(repository: Path, tmp_path: Path) -> None:
    output = tmp_path / "summary.md"
    output.write_text("前からある文\n", encoding="utf-8")
    done = run(repository, "summary", "main", "--lang", "ja", "--output", str(output), env=MAY)
    assert (done.returncode, done.stdout) == (0, "")
    assert output.read_text(encoding="utf-8").startswith("前からある文\n# 変更案の要約\n")
