"""The words of problems: one catalogue a language, ``messages.ja.json`` and the others.

A name is a code, or a code, ``/`` and a word that tells the message from others of that code. It
stands for what is wrong and what to do, with ``{values}`` as `str.format` writes them. What begins
with ``refused/`` is no problem of the input: it stands for why a command cannot do what it was asked.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from strategy.languages.say import LANGUAGES, Language, Say

CATALOGUES: dict[Language, dict[str, tuple[str, ...]]] = {
    language: json.loads(
        Path(__file__).with_name(f"messages.{language}.json").read_text(encoding="utf-8")
    )
    for language in LANGUAGES
}
"""Language → name → what is wrong, and what to do; of a refusal, the one text."""


Value = str | float | Say
"""What may stand in a message; a `Say` is told in each language."""


def message(name: str, /, **values: Value) -> tuple[Say, Say]:
    """What is wrong and what to do, by the name of the message."""
    what, fix = _told(name, values)
    return what, fix


def refusal(name: str, /, **values: Value) -> Say:
    """Why something cannot be done, by the name of the refusal (without ``refused/``)."""
    (why,) = _told(f"refused/{name}", values)
    return why


def _told(name: str, values: Mapping[str, Value]) -> Iterator[Say]:
    texts = zip(*(catalogue[name] for catalogue in CATALOGUES.values()), strict=True)
    return (Say(*each).format(**values) for each in texts)
