import pytest

import project
from strategy.content import markers
from strategy.problems import Problems


def _find(text: str) -> tuple[list[tuple[str, str, str]], list[str]]:
    problems = Problems()
    found = [
        (m.name, m.argument, str(m.location)) for m in markers.find(project.page(text, 5), problems)
    ]
    return found, [problem.code for problem in problems]


def test_name_argument_and_place() -> None:
    text = "文\n\n<!-- strategy: chart chart.x -->\n\n<!--strategy:vision-->\n"
    assert _find(text) == ([("chart", "chart.x", "p.md:7:1"), ("vision", "", "p.md:9:1")], [])


def test_markers_in_code_are_text() -> None:
    text = "```\n<!-- strategy: vision -->\n```\n\n`<!-- strategy: vision -->`\n\n~~~\n<!-- strategy: x -->\n~~~\n"
    assert _find(text) == ([], [])


def test_other_comments_are_left_alone() -> None:
    assert _find("<!-- memo: ask the office -->\n<!-- 覚え書き -->\n") == ([], [])


def test_near_misses_are_reported() -> None:
    for text in (
        "<!-- stratgy: vision -->",
        "<!-- Strategy: vision -->",
        "<!-- strategy：vision -->",
        "<!-- strategy vision -->",
        "<!-- strategy: -->",
        "<!-- strategy: a b c -->",
    ):
        assert _find(text) == ([], ["marker"]), text


@pytest.mark.parametrize(
    ("text", "why", "right"),
    [
        (
            "<!-- strategy: chart　chart.staff -->",
            "全角スペースが入っています",
            "chart chart.staff",
        ),
        ("<!-- strategy: vision", "終わりの「-->」がありません", "vision"),
        ("<!-- strategy: vision --", "終わりの「-->」がありません", "vision"),
        ("<!-- strategy: vision ーー＞", "終わりが半角の「-->」ではありません", "vision"),
        ("‹!ーー strategy: vision ーー›", "始まりが半角の「<!--」ではありません", "vision"),
        ("<!— strategy: vision —>", "始まりが半角の「<!--」ではありません", "vision"),
        ("{{ strategy: vision }}", "始まりが半角の「<!--」ではありません", "vision"),
        ("<!-- Strategy: Timeline -->", "「strategy」は小文字で書きます", "timeline"),
        ("<!-- stratgy: vision -->", "「strategy」のつづりが違います", "vision"),
        ("<!-- ｓｔｒａｔｅｇｙ: vision -->", "全角の文字があります", "vision"),
        ("<!-- strategy：vision -->", "コロンが全角です", "vision"),
        ("<!-- strategy vision -->", "コロン「:」がありません", "vision"),
    ],
)
def test_what_is_wrong_is_said_with_the_marker_of_that_line(
    text: str, why: str, right: str
) -> None:
    problems = Problems()
    page = f"文です。\n\n{text}\n\n次の文です。\n\n<!-- strategy: values -->\n"
    found = [marker.name for marker in markers.find(project.page(page, 5), problems)]
    assert found == ["values"]
    (problem,) = problems
    assert str(problem.location) == "p.md:7:1"
    assert f"「{text}」は、目印の書き方が違います（{why}）" in problem.text("ja")
    assert f"「<!-- strategy: {right} -->」と書いてください" in problem.text("ja")


def test_any_comment_is_to_be_closed() -> None:
    problems = Problems()
    assert (
        list(markers.find(project.page("文です。\n\n<!-- あとで直す\n\n次の文です。\n"), problems))
        == []
    )
    (problem,) = problems
    assert problem.location.line == 3
    assert "終わりに「-->」と打ってください" in problem.text("ja")
