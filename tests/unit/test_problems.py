import json

import pytest

from strategy.languages.say import Say, enumerated, locale_language
from strategy.problems import Location, Problems, location_of, report

SAY = Say("誤り", "wrong"), Say("正しい", "right")


def _problems() -> Problems:
    problems = Problems()
    problems.report("value", Location("b.yml", 2, 1), *SAY)
    problems.report("empty", Location("a.yml", 10, 1), *SAY)
    problems.report("empty", Location("a.yml", 9, 3), *SAY)
    problems.report("empty", Location("a.yml", 9, 3), *SAY)
    problems.report("printed-value", Location("c.yml"), *SAY)
    return problems


def test_sorted_by_place_and_each_once() -> None:
    assert [str(problem.location) for problem in _problems()] == [
        "a.yml:9:3",
        "a.yml:10:1",
        "b.yml:2:1",
        "c.yml:1:1",
    ]
    assert len(_problems().errors) == 3


@pytest.mark.parametrize(
    ("offset", "line", "column"), [(0, 1, 1), (2, 1, 3), (3, 2, 1), (4, 3, 1), (6, 3, 3)]
)
def test_an_offset_has_one_place(offset: int, line: int, column: int) -> None:
    """A line feed is the last character of its line; the end of the text has a place as well."""
    assert location_of("ab\n\ncd", offset, "x.md", 10) == Location("x.md", 9 + line, column)


def test_text_in_both_languages() -> None:
    assert report(_problems(), "ja").splitlines()[0] == "a.yml:9:3: [empty] 誤り → 正しい"
    assert report(_problems(), "en").splitlines()[0] == "a.yml:9:3: [empty] wrong → right"


def test_json() -> None:
    found = json.loads(report(_problems(), "ja", "json"))
    assert found[0] == {
        "file": "a.yml",
        "line": 9,
        "column": 3,
        "level": "error",
        "code": "empty",
        "what": "誤り",
        "fix": "正しい",
    }
    assert found[3]["level"] == "note"


def test_github_annotations_are_escaped() -> None:
    problems = Problems()
    problems.report("empty", Location("x,y:z.yml", 1, 2), Say("50%\n行", ""), Say("後", ""))
    assert report(problems, "ja", "github") == (
        "::error file=x%2Cy%3Az.yml,line=1,col=2,title=empty::50%25%0A行 → 後"
    )
    assert report(_problems(), "en", "github").splitlines()[-1].startswith("::notice file=c.yml")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "ja"),
        ({"LANG": "C.UTF-8"}, "ja"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
    ],
)
def test_language_of_the_locale(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert locale_language() == language


def test_a_value_that_is_said_in_two_languages_is_told_in_each() -> None:
    told = Say("{}と{n}", "{} and {n}").format(Say("版", "edition"), n=2)
    assert told == Say("版と2", "edition and 2")
    assert enumerated([Say("版", "edition"), "r8-05"]) == Say("版、r8-05", "edition, r8-05")
