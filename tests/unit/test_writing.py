"""The rules of writing: each with texts that break it and texts that look alike."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import project
from conftest import PUBLICATION, ROOT, run
from strategy.cache import KEEPS_NOTHING
from strategy.checks import everything
from strategy.checks.writing import RULES, Correction, corrected, judge
from strategy.problems import CODES, InvalidStrategy, Problem, Problems

GOLDEN = yaml.safe_load((ROOT / "tests/golden/writing.yml").read_text(encoding="utf-8"))


def _cases(kind: str) -> list[Any]:
    return [
        pytest.param(code, case, id=f"{code}-{number}")
        for code, cases in GOLDEN.items()
        for number, case in enumerate(cases[kind], 1)
    ]


def _write(sample: Path, case: dict[str, str]) -> str:
    """Append a text to the sample's home page; the file that has it now."""
    language = "ja" if "ja" in case else "en"
    file = "docs/index.md" if language == "ja" else "docs/index.en.md"
    for name, text in (("docs/index.md", "例です。"), ("docs/index.en.md", "An example.")):
        added = case[language] if name == file else text
        headings = [line for line in case[language].split("\n") if line.startswith("#")]
        if name != file and headings:  # both languages have the same sections
            added = "\n\n".join(f"{line}\n\n{text}" for line in headings)
        path = sample / name
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{added}\n", encoding="utf-8")
    return file


def _judge(root: Path) -> tuple[list[Problem], list[Correction]]:
    loaded, pages, articles, problems = project.read(root)
    assert not problems.errors, [problem.text("en") for problem in problems.errors]
    problems = Problems()
    corrections = judge(loaded, pages, articles, KEEPS_NOTHING, problems)
    return list(problems), corrections


def test_every_rule_has_cases_a_reason_and_a_source() -> None:
    assert set(GOLDEN) == set(RULES)
    for code, rule in RULES.items():
        assert GOLDEN[code]["wrong"] and GOLDEN[code]["right"]
        assert all([*rule.reason, *rule.source])


def test_the_sample_is_well_written(sample: Path) -> None:
    assert _judge(sample) == ([], [])


@pytest.mark.parametrize(("code", "case"), _cases("wrong"))
def test_a_breach_is_found_where_it_stands(code: str, case: dict[str, str], sample: Path) -> None:
    file = _write(sample, case)
    problems, corrections = _judge(sample)
    found = [p for p in problems if p.code == code and p.location.file == file]
    assert found
    assert {problem.level for problem in found} == {CODES[code].level}
    where = found[0].location
    line = (sample / file).read_text(encoding="utf-8").split("\n")[where.line - 1]
    assert line[where.column - 1 :].startswith(case["at"])
    news = [c.new for c in corrections if c.location == where]
    assert news == ([case["new"]] if "new" in case else [])


@pytest.mark.parametrize(("code", "case"), _cases("right"))
def test_what_looks_alike_is_left_alone(code: str, case: dict[str, str], sample: Path) -> None:
    file = _write(sample, case)
    problems, _ = _judge(sample)
    assert not [p for p in problems if p.code == code and p.location.file == file]


def test_the_publication_itself_is_well_written() -> None:
    problems, corrections = _judge(PUBLICATION)
    assert [problem.text("en") for problem in problems] == []
    assert corrections == []


def test_texts_of_data_are_judged_but_not_adopted_wording(sample: Path, replace: Any) -> None:
    mission = (sample / "data/mission.yml").read_text(encoding="utf-8")
    assert "ja: " in mission
    (sample / "data/mission.yml").write_text(
        mission.replace("ja: ", "ja: ＤＸと人材と①、", 1), encoding="utf-8"
    )
    glossary = sample / "data/glossary.yml"
    text = glossary.read_text(encoding="utf-8")
    meaning = text.index("ja:", text.index("meaning:"))
    glossary.write_text(f"{text[: meaning + 4]}ＩＣＴの{text[meaning + 4 :]}", encoding="utf-8")
    problems, corrections = _judge(sample)
    assert [(p.code, p.location.file) for p in problems] == [
        ("full-width-alphanumeric", "data/glossary.yml")
    ]
    (correction,) = corrections
    line = glossary.read_text(encoding="utf-8").split("\n")[correction.location.line - 1]
    assert line[correction.location.column - 1 :].startswith("ＩＣＴ")


def test_the_translation_of_adopted_wording_is_judged(sample: Path) -> None:
    """It is no wording of the strategy: Japanese that was left there is told."""
    path = sample / "data/mission.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"en: [^},\n]+", "en: 基本理念", text), encoding="utf-8")
    assert [(p.code, p.location.file) for p in _judge(sample)[0]] == [
        ("japanese-paragraph", "data/mission.yml")
    ]


def test_adopted_wording_that_a_page_repeats_is_not_judged(sample: Path) -> None:
    quoted = "人材の育成と①の目標を大切にします"
    mission = sample / "data/mission.yml"
    text = mission.read_text(encoding="utf-8")
    at = text.index("ja: ") + 4
    end = (
        text.index("\n", at) if "}" not in text[at : text.index("\n", at)] else text.index(",", at)
    )
    mission.write_text(f"{text[:at]}{quoted}{text[end:]}", encoding="utf-8")
    _write(sample, {"ja": f"戦略には、{quoted}と書かれています。\n\n> 人材という引用です。"})
    assert _judge(sample) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "人材という語の説明です。 <!-- writing: allow strategy-term 語の説明のため -->",
        "<!-- writing: allow strategy-term 語の説明のため -->\n\n人材という語の説明です。",
        "<!-- writing: allow strategy-term 語の説明のため -->\n人材という\n人材です。",
    ],
)
def test_one_place_is_excepted_with_a_reason(text: str, sample: Path) -> None:
    _write(sample, {"ja": text})
    assert _judge(sample) == ([], [])
    _write(sample, {"ja": "別の段落の人材です。"})
    assert [problem.code for problem in _judge(sample)[0]] == ["strategy-term"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("人財です。 <!-- writing: allow strategy-term -->", "writing-exception"),
        ("人財です。 <!-- writing: alow strategy-term 理由 -->", "writing-exception"),
        ("人財です。 <!-- writing: allow strategy-trem 理由 -->", "writing-exception"),
        ("人財です。 <!-- writing: allow strategy-term 理由 -->", "writing-exception-unused"),
    ],
)
def test_a_faulty_exception_is_reported(text: str, code: str, sample: Path) -> None:
    _write(sample, {"ja": text})
    assert [problem.code for problem in _judge(sample)[0]] == [code]


def test_exceptions_do_not_reach_the_record(sample: Path) -> None:
    page = sample / "docs/chapter.md"
    before = everything.checked(sample).composition
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\n<!-- writing: allow city-name 見本のため -->\n", encoding="utf-8")
    assert everything.checked(sample).composition.record == before.record


def test_corrections_are_shown_and_written_on_a_yes(sample: Path) -> None:
    page = sample / "docs/index.md"
    page.write_bytes(
        page.read_bytes().replace(b"\n", b"\r\n") + "\r\nＤＸとﾃﾞｰﾀの①です。\r\n".encode()
    )
    english = sample / "docs/index.en.md"
    english.write_text(english.read_text(encoding="utf-8") + "\nDX.\n", encoding="utf-8")
    before = page.read_bytes()
    asked = run(sample, "check", "--fix")  # nobody answers: nothing is written
    assert asked.returncode == 0
    assert "-ＤＸとﾃﾞｰﾀの①です。\n+DXとデータの①です。\n" in asked.stdout
    assert page.read_bytes() == before
    assert run(sample, "check", "--fix", "--yes").returncode == 0
    assert page.read_bytes() == before.replace("ＤＸとﾃﾞｰﾀ".encode(), "DXとデータ".encode())
    assert "直すところはありません" in run(sample, "check", "--fix", "--lang", "ja").stdout


def test_a_file_keeps_its_mark_and_several_corrections_on_a_line(sample: Path) -> None:
    page = sample / "docs/index.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"\ufeff{text}\nＡと鹿嶋とＢです。\n", encoding="utf-8")
    english = sample / "docs/index.en.md"
    english.write_text(english.read_text(encoding="utf-8") + "\nA sample.\n", encoding="utf-8")
    (after,) = [new for _, new in corrected(sample, _judge(sample)[1]).values()]
    assert after == f"\ufeff{text}\nAと鹿島とBです。\n"


def test_levels_reach_annotations_and_data(sample: Path) -> None:
    _write(sample, {"ja": "- ①の人材です。"})
    shown = run(sample, "check", "--format", "github").stdout
    assert "::error file=docs/index.md," in shown and "title=machine-dependent::" in shown
    assert "::warning file=docs/index.md," in shown and "title=strategy-term::" in shown
    assert "::notice file=docs/index.md," in shown and "title=single-item-list::" in shown
    data = json.loads(run(sample, "check", "--format", "json").stdout)
    assert {item["level"] for item in data} == {"error", "warning", "note"}
    with pytest.raises(InvalidStrategy):
        everything.checked(sample)


def test_the_rules_are_listed_with_reason_and_source() -> None:
    listed = run(ROOT, "check", "--rules", "--lang", "ja").stdout
    for code, rule in RULES.items():
        assert f"| `{code}` |" in listed
        assert f"| {rule.reason.ja} | {rule.source.ja} |" in listed
