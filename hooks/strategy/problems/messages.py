"""The words of problems: one catalogue a language, ``messages.ja.json`` and the others.

A name is a code, or a code, ``/`` and a word that tells the message from others of that code. It
stands for what is wrong and what to do, with ``{values}`` as `str.format` writes them.
"""

import json
from pathlib import Path

from strategy.languages.say import LANGUAGES, Language, Say

CATALOGUES: dict[Language, dict[str, tuple[str, str]]] = {
    language: json.loads(
        Path(__file__).with_name(f"messages.{language}.json").read_text(encoding="utf-8")
    )
    for language in LANGUAGES
}
"""Language → name → what is wrong, and what to do."""


Value = str | float | Say
"""What may stand in a message; a `Say` is told in each language."""


def message(name: str, /, **values: Value) -> tuple[Say, Say]:
    """What is wrong and what to do, by the name of the message."""
    told = []
    for language, catalogue in CATALOGUES.items():
        own = {
            key: value[language] if isinstance(value, Say) else value
            for key, value in values.items()
        }
        told.append([text.format(**own) for text in catalogue[name]])
    what, fix = (Say(*texts) for texts in zip(*told, strict=True))
    return what, fix
