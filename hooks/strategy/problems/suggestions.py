"""What somebody probably meant who wrote a word that is not known."""

import difflib
from collections.abc import Iterable, Mapping
from typing import Any

from strategy.languages.say import Say, enumerated

MOST_SUGGESTED = 15
NONE_YET = Say("（まだありません）", "(none yet)")
"""What stands in the place of what is known where there is nothing."""


def suggestion(found: str, known: Iterable[str], names: Mapping[Any, Say] | None = None) -> Say:
    """What was probably meant by a word that is not known, or all that is known.

    ``names`` are what people call those words: they see these, and may have written one.
    """
    words = list(dict.fromkeys(known))
    named = {word: _with_name(word, (names or {}).get(word)) for word in words}
    for word, name in (names or {}).items():
        if found.strip() in name:
            return Say(f"{named[word].ja}と書いてください", f"write {named[word].en}")
    if near := difflib.get_close_matches(found, words, n=1):
        return misspelling(near[0], named[near[0]] if names else None)
    rest = ["…"] if len(words) > MOST_SUGGESTED else []
    told: list[str | Say] = [*(named[word] for word in words[:MOST_SUGGESTED]), *rest]
    return Say("使えるもの: {}", "known: {}").format(enumerated(told) if told else NONE_YET)


def to_write(text: str) -> Say:
    """That a text is to be written as it is given."""
    return Say(f"「{text}」と書いてください", f"write “{text}”")


def misspelling(meant: str, named: Say | None = None) -> Say:
    """That a word was probably meant; ``named`` is how people see it."""
    shown = named or Say(f"「{meant}」", f"“{meant}”")
    return Say(f"{shown.ja}の書き間違いではありませんか", f"did you mean {shown.en}?")


def _with_name(word: str, name: Say | None) -> Say:
    return Say(f"「{word}」（{name.ja}）", f"“{word}” ({name.en})") if name else Say(word, word)
