"""Reading YAML: values as written, and the place of each."""

import pytest

from strategy.problems import Location, Problems
from strategy.reading.source import Mapping, locate, node_at
from strategy.reading.yaml_nodes import parse_yaml, split_front_matter


def _parse(text: str) -> Mapping:
    problems = Problems()
    node = parse_yaml(text, "x.yml", problems)
    assert not len(problems)
    assert isinstance(node, Mapping)
    return node


def test_no_type_is_guessed() -> None:
    node = _parse("a: no\nb: 2023-07-01\nc: 1_000\nd: 'null'\ne: null\nf:\ng: ~\nh: 0o7\n")
    assert node.value() == {
        "a": "no",
        "b": "2023-07-01",
        "c": "1_000",
        "d": "null",
        "e": None,
        "f": None,
        "g": None,
        "h": "0o7",
    }


def test_places_count_characters_after_japanese() -> None:
    node = _parse("題名: {ja: 日本語, en: English}\n並び:\n  - 一\n  - 二\n")
    assert locate(node, ("題名", "en")) == Location("x.yml", 1, 19)
    assert locate(node, ("題名", "en"), key=True) == Location("x.yml", 1, 15)
    assert locate(node, ("並び", 1)) == Location("x.yml", 4, 5)


def test_the_deepest_existing_place_stands_for_what_is_missing() -> None:
    node = _parse("a:\n  b: 1\n")
    assert locate(node, ("a", "c", 3)) == Location("x.yml", 2, 3)
    assert node_at(node, ("a", "c")) is None


def test_empty_file_is_an_empty_mapping() -> None:
    assert _parse("# nothing\n").value() == {}


def test_front_matter_keeps_line_numbers() -> None:
    problems = Problems()
    front = split_front_matter("---\ndescription: 要約\nx: 1\n---\n\n# 題\n", "p.md", problems)
    assert isinstance(front.node, Mapping)
    assert front.node.keys["x"] == Location("p.md", 3, 1)
    assert (front.body, front.body_line) == ("\n# 題\n", 5)


def test_rule_in_the_text_is_no_front_matter() -> None:
    front = split_front_matter("# 題\n\n---\n\n文\n", "p.md", Problems())
    assert (front.node, front.body_line) == (None, 1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('a: "b\nc: d\n', (1, "引用符が閉じられていません")),
        ("a: {b: c\nd: e\n", (1, "括弧が閉じられていないか、値に記号が入っています")),
        ("a: b: c\n", (1, "値の中に「: 」があるか、字下げがずれています")),
        ("a: b\nc\nd: e\n", (2, "キーの後に「: 」がありません")),
        ("a:\n    b: c\n  d: e\n", (3, "字下げがそろっていません")),
        ("a:\n  b: c\n d: e\n", (3, "字下げがそろっていません（行頭の空白：1個）")),
        ("a:\n  - b: c\n - d: e\n", (3, "字下げがそろっていません")),
        ("a: {b: @c}\n", (1, "データの書き方に誤りがあります")),
    ],
)
def test_what_the_parser_says_is_put_in_words(text: str, told: tuple[int, str]) -> None:
    problems = Problems()
    assert parse_yaml(text, "x.yml", problems) is None
    assert [(problem.location.line, problem.what.ja) for problem in problems] == [told]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("a: 市民は\n  続き\n", ["line-break"]),
        ("a: the city of\n  鹿島\n", ["line-break"]),
        ("a: >-\n  市民は\n  続き\n", ["line-break"]),
        ("a: Citizens\n  can\nb: >-\n  市民は続きます\n\nc: >\n  One\n  two\n", []),
    ],
)
def test_japanese_does_not_go_on_in_the_next_line(text: str, codes: list[str]) -> None:
    problems = Problems()
    parse_yaml(text, "x.yml", problems)
    assert [problem.code for problem in problems] == codes


def test_a_symbol_is_told_once() -> None:
    problems = Problems()
    parse_yaml("a: *b: c\nd: e\n", "x.yml", problems)
    assert [problem.code for problem in problems] == ["yaml-symbol"]


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ('市民は"', "市民は"),
        ("The “DX”.”", "The “DX”."),
        ("citizens.'", "citizens."),
        ("“市民は", "市民は"),
        ('“市民は"', "市民は"),
        ("“A” and “B”", None),
        ("市民の“DX”", None),
        ("for the citizens'", None),
        ("it's the 'DX'", None),
        ("the city’s", None),
        ("“DX” is", None),
    ],
)
def test_quotation_marks_without_their_partner(value: str, meant: str | None) -> None:
    problems = Problems()
    parse_yaml(f"a: [x, {{ja: {value}, en: b}}]\n", "x.yml", problems)
    told = [(problem.code, problem.fix.ja.partition("」")[0]) for problem in problems]
    right = f'「a: [x, {{ja: "{meant}", en: b}}]'
    assert told == ([("yaml-quotes", right)] if meant else [])


def test_a_mark_may_be_a_part_of_the_text() -> None:
    problems = Problems()
    assert parse_yaml("a: '24\"'\n", "x.yml", problems) is not None
    assert not len(problems)
    parse_yaml('a: 24"\n', "x.yml", problems)
    assert [problem.fix.ja for problem in problems] == [
        '「a: "24"」と書いてください（引用符も文の一部なら、値の全体を「\'」で囲んでください）'
    ]


def test_lines_with_one_wrong_indentation_are_told_once() -> None:
    problems = Problems()
    parse_yaml("a:\n  b: 1\n\u3000c: 2\n\u3000d: 3\n  e: 4\n\u3000f: 5\n", "x.yml", problems)
    assert [(problem.location.line, problem.what.ja) for problem in problems] == [
        (3, "字下げに全角スペースが使われています（この行を含めて3行）")
    ]
    # In a text such spaces may stand.
    problems = Problems()
    parse_yaml("a: 市民\u3000様\n", "x.yml", problems)
    assert not len(problems)
