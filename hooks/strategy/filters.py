"""The lists by which readers choose what a long page shows."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from strategy.problems import Language, Say

FILTER = Say("絞り込み", "Filter")
ALL_CHAPTERS, ALL_KINDS = Say("すべての章", "All chapters"), Say("すべての種類", "All kinds")
BY_CHAPTER, BY_KIND = Say("章", "Chapter"), Say("種類", "Kind")

Choice = tuple[str, str]
"""A value, and what it is called."""


def by_chapter_and_kind(
    chapters: Iterable[Choice], kinds: Iterable[Choice], shown: Say, language: Language
) -> str:
    """Two lists to choose from; the script that answers them shows them, too.

    ``shown`` tells how many are shown, with ``{}`` for the number.
    """
    selects = "".join(
        f'<label>{label[language]} <select name="{name}"><option value="">{every[language]}</option>'
        + "".join(f'<option value="{value}">{escape(text)}</option>' for value, text in choices)
        + "</select></label>"
        for name, label, every, choices in (
            ("chapter", BY_CHAPTER, ALL_CHAPTERS, chapters),
            ("kind", BY_KIND, ALL_KINDS, kinds),
        )
    )
    return (
        f'<div class="filter needs-script" role="group" aria-label="{FILTER[language]}">{selects}'
        f'<span role="status" data-shown="{shown[language]}"></span></div>'
    )
