"""The lists by which readers choose what a long page shows."""

from collections.abc import Iterable
from typing import NamedTuple

from strategy.languages.labels import BY_CHAPTER
from strategy.languages.say import Language, Say
from strategy.markup.html import Html, element, join

FILTER = Say("絞り込み", "Filter")
ALL_CHAPTERS = Say("すべての章", "All chapters")

Choice = tuple[str, str]
"""A value, and what it is called."""


class Labels(NamedTuple):
    """What a page calls its kinds, all of them, and how many are shown (with ``{}``)."""

    by_kind: Say
    all_kinds: Say
    shown: Say


OPTION = element("option", "{text}", value="{value}")


def by_chapter_and_kind(
    chapters: Iterable[Choice], kinds: Iterable[Choice], labels: Labels, language: Language
) -> Html:
    """Two lists to choose from; the script that answers them shows them, too."""
    return _lists(_options(chapters), _options(kinds), labels, language)


def pattern(labels: Labels, language: Language) -> Html:
    """The same, to be filled by a script, at ``{chapters}`` and ``{kinds}`` with `OPTION`."""
    return _lists(Html("{chapters}"), Html("{kinds}"), labels, language)


def _lists(chapters: Html, kinds: Html, labels: Labels, language: Language) -> Html:
    selects = (
        _select("chapter", BY_CHAPTER, ALL_CHAPTERS, chapters, language),
        _select("kind", labels.by_kind, labels.all_kinds, kinds, language),
    )
    told = element("span", role="status", data_shown=labels.shown[language])
    name = {"role": "group", "aria_label": FILTER[language]}
    return element("div", *selects, told, class_="filter needs-script", **name)


def _options(choices: Iterable[Choice]) -> Html:
    return join("", (element("option", text, value=value) for value, text in choices))


def _select(name: str, label: Say, every: Say, options: Html, language: Language) -> Html:
    choice = element("select", element("option", every[language], value=""), options, name=name)
    return element("label", label[language], " ", choice)
