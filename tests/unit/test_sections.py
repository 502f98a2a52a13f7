"""Each section as HTML, in both languages, against its golden file in ``golden/sections/``.

The sample project has four groups, one with five goals, and texts full of characters that mean
something in Markdown. UPDATE_GOLDEN=1 rewrites the files; read the difference before committing.
"""

from __future__ import annotations

import os
import re
from datetime import datetime
from pathlib import Path

import markdown
import pytest

from strategy.checks.everything import checked
from strategy.content.sections import SECTIONS
from strategy.languages.calendar import JAPAN
from strategy.languages.say import Language

TESTS = Path(__file__).parents[1]
GOLDEN = TESTS / "golden" / "sections"
MAY = datetime(2026, 5, 1, tzinfo=JAPAN)
STRATEGY = checked(TESTS / "fixtures" / "sample")[0].model_copy(update={"moment": MAY})
CASES = [
    (name, argument)
    for name, section in SECTIONS.items()
    for argument in section.arguments(STRATEGY) or [""]
]


def _render(name: str, language: Language, argument: str) -> str:
    text = SECTIONS[name].render(STRATEGY, language, argument)
    return markdown.markdown(text, extensions=["attr_list", "def_list", "md_in_html", "tables"])


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(("name", "argument"), CASES)
def test_section(name: str, argument: str, language: Language) -> None:
    html = _render(name, language, argument) + "\n"
    path = GOLDEN / f"{'-'.join(filter(None, (name, argument)))}.{language}.html"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(html, encoding="utf-8")
    assert html == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    expected = {
        f"{'-'.join(filter(None, case))}.{language}.html"
        for case in CASES
        for language in ("ja", "en")
    }
    assert {path.name for path in GOLDEN.iterdir()} == expected


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_item_is_shown_with_its_id_and_its_text_as_written(language: Language) -> None:
    html = _render("vision", language, "")
    for group in STRATEGY.vision.groups:
        assert f'<h3 id="{group.id}">' in html
        for goal in group.goals:
            assert f'<li id="{goal.id}">' in html
    # Texts come out letter for letter, however much they look like Markdown or HTML.
    text = (
        re.sub(r"<[^>]+>", "", html).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    )
    for group in STRATEGY.vision.groups:
        for goal in group.goals:
            assert goal.text[language] in text
