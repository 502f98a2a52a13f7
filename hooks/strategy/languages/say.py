"""What is said in both languages of the publication, and in which of them a command speaks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple, TypeVar

Language = Literal["ja", "en"]
LANGUAGES: tuple[Language, ...] = ("ja", "en")
_Value = TypeVar("_Value")


class Say(NamedTuple):
    """One message in both languages of the publication."""

    ja: str
    en: str

    def __getitem__(self, language: object) -> str:  # type: ignore[override]
        """The message in ``language`` (``"ja"`` or ``"en"``)."""
        return str(getattr(self, str(language)))

    def format(self, *values: object, **named: object) -> Say:
        """The message with values in the places of ``{}``, as `str.format` puts them.

        A `Say` among them is told in each language.
        """
        return Say(
            *(
                self[language].format(
                    *(_told(value, language) for value in values),
                    **{name: _told(value, language) for name, value in named.items()},
                )
                for language in LANGUAGES
            )
        )


def _told(value: object, language: Language) -> object:
    return value[language] if isinstance(value, Say) else value


NOTHING = Say("", "")


def in_each(shown: Callable[[_Value, Language], str], value: _Value) -> Say:
    """A value as a function shows it in each language."""
    return Say(*(shown(value, language) for language in LANGUAGES))


def enumerated(words: Iterable[str | Say]) -> Say:
    """Words as each language lists them."""
    told = [Say(word, word) if isinstance(word, str) else word for word in words]
    return Say("、".join(word.ja for word in told), ", ".join(word.en for word in told))


def locale_language() -> Language:
    """The language of messages: English if the environment's locale is English, else Japanese.

    Reads LC_ALL, LC_MESSAGES, LANG in the order of POSIX (Environment Variables, 8.2).
    """
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "en" if value.lower().startswith("en") else "ja"
    return "ja"
