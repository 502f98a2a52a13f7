"""What commands say: one word for one thing, and what to type instead."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from conftest import PUBLICATION, ROOT, run
from strategy.reading.quantities import things

STAFF = [
    *(path for path in (ROOT / "hooks").rglob("*.py") if path.name != "grammar.py"),
    *(path for path in (ROOT / "overrides").rglob("*.html")),
    *(path for path in (ROOT / ".github").rglob("*.[my]*") if path.suffix in (".md", ".yml")),
    *(ROOT / name for name in ("CONTRIBUTING.md", "README.md", "editions/README.md")),
]
OTHER_WORDS = re.compile(
    r"かっこ|カッコ|施行中|旧版|以前の版|今の文章|だれ|お問い合わせ先|ソフトウエア|プルリク|コミット"
)


def test_what_is_said_twice_is_said_in_one_place() -> None:
    said = Counter(
        ast.unparse(call)
        for path in (ROOT / "hooks").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "Say"
        if any(isinstance(part, ast.Constant) for part in ast.walk(call))
    )
    assert said and [words for words, times in said.items() if times > 1] == []


@pytest.mark.parametrize("path", STAFF, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_one_thing_has_one_word(path: Path) -> None:
    assert OTHER_WORDS.findall(path.read_text(encoding="utf-8")) == []


def test_things_are_counted_as_japanese_does() -> None:
    assert [things(number) for number in (1, 9, 10, 12)] == ["1つの", "9つの", "10の", "12の"]


def test_only_a_build_says_that_the_site_was_not_rebuilt(sample: Path) -> None:
    (sample / "data" / "mission.yml").write_text("mission\n", encoding="utf-8")
    said = {name: run(sample, *name.split(), "--lang", "ja").stderr for name in ("build", "pdf")}
    assert said["build"].endswith("1件の誤りがあります。サイトは作り直していません。\n")
    assert said["pdf"].endswith("1件の誤りがあります。\n")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("compare r8-06 now", "「r8-06」という版の文章はありません → 使えるもの: r8-05、now"),
        ("compare r8-05 data/vision.yml", "版の記録（record.json）ではありません → 版のIDか"),
        ("edition show x", "「x」という版の文章はありません → 使えるもの: r8-05"),
        ("pdf --edition x", "「x」という版の文章はありません → 使えるもの: r8-05、now"),
        ("pdf --since r5-07", "「r5-07」という版の文章はありません → 使えるもの: r8-05"),
        ("edition freeze r8-05", "確定しています。新しい版なら、data/strategy.yml の"),
        ("consult check x", "「x」という募集はありません → 使えるもの: 2023-call-for-opinions、"),
        ("report --output no/report.md", "を使えません（"),
    ],
)
def test_a_refusal_says_what_to_type(
    command: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(PUBLICATION)
    done = run(PUBLICATION, *command.split(), "--lang", "ja")
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert said in done.stderr
