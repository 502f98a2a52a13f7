from strategy import markers
from strategy.problems import Problems


def _find(text: str) -> tuple[list[tuple[str, str, str]], list[str]]:
    problems = Problems()
    found = [(m.name, m.argument, str(m.location)) for m in markers.find(text, "p.md", 5, problems)]
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
