"""What is said in both languages of the publication, and in which of them a command speaks."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Literal, NamedTuple

Language = Literal["ja", "en"]
LANGUAGES: tuple[Language, ...] = ("ja", "en")


class Say(NamedTuple):
    """One message in both languages of the publication."""

    ja: str
    en: str

    def __getitem__(self, language: object) -> str:  # type: ignore[override]
        """The message in ``language`` (``"ja"`` or ``"en"``)."""
        return str(getattr(self, str(language)))

    def format(self, *values: object, **named: object) -> Say:
        """The message with values in the places of ``{}``, as `str.format` puts them."""
        return Say(self.ja.format(*values, **named), self.en.format(*values, **named))


NOTHING = Say("", "")


def enumerated(words: Iterable[str]) -> Say:
    """Words as each language lists them."""
    told = list(words)
    return Say("、".join(told), ", ".join(told))


def locale_language() -> Language:
    """The language of messages: English if the environment's locale is English, else Japanese.

    Reads LC_ALL, LC_MESSAGES, LANG in the order of POSIX (Environment Variables, 8.2).
    """
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "en" if value.lower().startswith("en") else "ja"
    return "ja"
