"""What the check of a built site finds, on pages of a few lines."""

from pathlib import Path

import pytest

from strategy import output

GOOD = '<!doctype html><html lang="ja"><p id="a"><a href="#a">x</a></p></html>'


def _codes(site: Path, name: str, text: str) -> list[str]:
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return [problem.code for problem in output.check(site)]


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
    ],
)
def test_found(tmp_path: Path, name: str, found: str, code: str | None) -> None:
    assert _codes(tmp_path, name, found) == ([code] if code else [])
