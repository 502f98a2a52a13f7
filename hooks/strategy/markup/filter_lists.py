"""The lists by which readers choose what a long page shows."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from strategy.languages.labels import BY_CHAPTER
from strategy.languages.say import Language, Say

FILTER = Say("絞り込み", "Filter")
ALL_CHAPTERS = Say("すべての章", "All chapters")

Choice = tuple[str, str]
"""A value, and what it is called."""


class Labels(NamedTuple):
    """What a page calls its kinds, all of them, and how many are shown (with ``{}``)."""

    by_kind: Say
    all_kinds: Say
    shown: Say


def by_chapter_and_kind(
    chapters: Iterable[Choice], kinds: Iterable[Choice], labels: Labels, language: Language
) -> str:
    """Two lists to choose from; the script that answers them shows them, too."""
    selects = "".join(
        f'<label>{label[language]} <select name="{name}"><option value="">{every[language]}</option>'
        + "".join(f'<option value="{value}">{escape(text)}</option>' for value, text in choices)
        + "</select></label>"
        for name, label, every, choices in (
            ("chapter", BY_CHAPTER, ALL_CHAPTERS, chapters),
            ("kind", labels.by_kind, labels.all_kinds, kinds),
        )
    )
    return (
        f'<div class="filter needs-script" role="group" aria-label="{FILTER[language]}">{selects}'
        f'<span role="status" data-shown="{labels.shown[language]}"></span></div>'
    )
