"""What the check of a built site finds, on pages of a few lines."""

from pathlib import Path

import pytest

from strategy.site import result

GOOD = '<!doctype html><html lang="ja"><p id="a"><a href="#a">x</a></p></html>'


def _codes(site: Path, name: str, text: str) -> list[str]:
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return [problem.code for problem in result.check(site)]


@pytest.mark.parametrize(
    ("name", "found", "code"),
    [
        ("x.html", GOOD, None),
        ("en/x.html", GOOD.replace('"ja"', '"en"'), None),
        ("x.html", GOOD.replace('"ja"', '"en"'), "page-language"),
        ("en/x.html", GOOD, "page-language"),
        ("x.html", GOOD.replace("#a", "#b"), "dead-link"),
        ("x.html", GOOD.replace("#a", "y.html"), "dead-link"),
        ("x.html", GOOD.replace("#a", "folder/"), "dead-link"),
        ("x.html", GOOD.replace("#a", "https://[住所]/"), "dead-link"),
        ("x.html", GOOD.replace("#a", "/x.html"), "dead-link"),
        ("404.html", GOOD.replace("#a", "/x.html"), None),
        ("x.html", GOOD.replace("#a", "https://www.example.org/#b"), None),
        ("x.html", GOOD.replace("<p id", '<p id="a"><p id'), "repeated-id"),
        ("x.html", GOOD.replace("<p", '<div markdown="block"></div><p'), "marker-left"),
        ("x.html", GOOD.replace("<p", "<!-- strategy: vision --><p"), "marker-left"),
        ("x.html", GOOD.replace("<p", '<div class="b"\n文です。\n<p'), "broken-tag"),
        ("x.html", GOOD.replace("</html>", "文</b\n</html>"), "broken-tag"),
        ("x.html", GOOD.replace("</html>", "文<b"), "broken-tag"),
        ("x.html", GOOD.replace("</html>", '<i title="x>文</i><i title="y">文</i>'), "broken-tag"),
        ("x.html", GOOD.replace("</html>", "<i title='x>文</i><b>a</b>"), "broken-tag"),
        ("x.html", GOOD.replace("</html>", "<script>a<b</script><!-- <b -->"), None),
        ("x.html", GOOD.replace("</html>", "<i title='a < b > c' hidden data-a=1>1 < 2</i>"), None),
    ],
)
def test_found(tmp_path: Path, name: str, found: str, code: str | None) -> None:
    assert _codes(tmp_path, name, found) == ([code] if code else [])


def test_a_broken_tag_is_told_with_its_file_and_line(tmp_path: Path) -> None:
    text = GOOD.replace("<p", '\n<div class="b"\n文です。\n<p')
    (tmp_path / "x.html").write_text(text, encoding="utf-8")
    (problem,) = result.check(tmp_path)
    assert problem.text("ja").startswith(
        'x.html:2:1: [broken-tag] タグが途中で切れています（「<div class="b"」） → 「>」、引用符'
    )
    assert 'a tag is broken: “<div class="b"” → look for a missing “>”' in problem.text("en")
