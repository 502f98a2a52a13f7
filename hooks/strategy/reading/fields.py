"""Field types shared by the models: bilingual text, ids, references, addresses.

A field type decides two things: what a value may be, and what the JSON Schema tells an editor
about it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    WithJsonSchema,
)
from pydantic_core import core_schema

from strategy.languages.say import NOTHING, Language, Say
from strategy.problems import Fault, Invalid
from strategy.reading.yaml_slips import LINE_BREAK


class Model(BaseModel):
    """A frozen record in which an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


EMPHASIS = Fault.of("markdown-emphasis")
"""``**`` that would be shown."""
UNEVEN = Fault.of("markdown-emphasis/uneven")
"""More of them than are needed."""


def _not_blank(text: str) -> str:
    if not text.strip():
        raise Invalid.of("empty")
    if "\n" in text.strip():
        raise LINE_BREAK.invalid()
    if "***" in text:
        raise UNEVEN.invalid()
    if "**" in plain(text) or "＊＊" in text:
        raise EMPHASIS.invalid()
    return text.strip()


Line = Annotated[str, AfterValidator(_not_blank)]
"""One line or paragraph of plain text. ``**strong**`` is the only mark-up."""


def _one_word(text: str) -> str:
    if mark := re.search("[、，]", text):
        words = ", ".join(re.split(" *[、，] *", text))
        raise Invalid.of("word-list", mark=mark[0], words=words)
    return text


Word = Annotated[Line, AfterValidator(_one_word)]
"""One of a list of words or ids, ``[進捗, 進み具合]``."""


class Text(Model):
    """The same text in Japanese and in English."""

    ja: Line = Field(description="日本語")
    en: Line = Field(description="英語（参考訳）")

    def __getitem__(self, language: Language) -> str:
        """The text in ``language``, mark-up included."""
        return self.ja if language == "ja" else self.en


def plain(text: str) -> str:
    """A text without its ``**strong**`` mark-up."""
    return re.sub(r"\*\*(?! )(.+?)(?<! )\*\*", r"\1", text)


def number(value: float) -> str:
    """A number as people write it: 77.8, 228, 1234567."""
    return f"{value:.10f}".rstrip("0").rstrip(".")


@dataclass(frozen=True)
class Identifier:
    """Marks an id: ``prefix``, then words of a-z, 0-9 and hyphens, joined by full stops.

    Without ``dots`` it is a single word, as pages, sections and months have.
    """

    prefix: str = ""
    dots: bool = True

    @property
    def pattern(self) -> str:
        """The regular expression of such ids."""
        word = "[a-z0-9]+(-[a-z0-9]+)*"
        more = rf"(\.{word})*" if self.dots else ""
        return f"^{re.escape(self.prefix)}{word}{more}$"

    def checked(self, text: str) -> str:
        """The id itself. Raises `Invalid` with code ``id``."""
        if not re.fullmatch(self.pattern.strip("^$"), text):
            prefix, more = self.prefix, Say("・ピリオド", ", hyphens and full stops")
            begin = (
                Say(f"「{prefix}」で始め、", f", beginning with “{prefix}”") if prefix else NOTHING
            )
            dots = more if self.dots else Say("", " and hyphens")
            raise Invalid.of("id", text=text, begin=begin, dots=dots)
        return text

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(self.checked, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "pattern": self.pattern, "description": "変更も再利用もしないID"}


@dataclass(frozen=True)
class RefersTo:
    """Marks a field whose value must be the id of an existing item (or page section)."""

    kind: str


@dataclass(frozen=True, eq=False)
class Named:
    """Marks a field of a few values: what people call each of them, and read on the site."""

    names: Mapping[str, Say]


@dataclass(frozen=True)
class Adopted:
    """Marks a text that is quoted from the strategy: it is never judged, and never corrected."""


AdoptedText = Annotated[Text, Adopted()]
"""A text quoted from the strategy, letter for letter."""


def no_web_address(text: str) -> Fault:
    """What is said of an address that does not begin as those of the web do."""
    return Fault.of("web-address", text=text)


def _web_address(text: str) -> str:
    if not re.fullmatch(r"https://[a-z0-9.-]+(/[\x21-\x7e]*)?", text):
        raise no_web_address(text).invalid()
    return text


WebAddress = Annotated[
    str,
    AfterValidator(_web_address),
    WithJsonSchema({"type": "string", "pattern": "^https://", "description": "ページのアドレス"}),
]


def ids_begin_with(prefix: str, field: str, ids: list[str]) -> None:
    """Raise `Invalid` at the first id in the list ``field`` that does not begin with ``prefix``."""
    for index, ident in enumerate(ids):
        if not ident.startswith(prefix):
            raise Invalid.of("id-place", at=(field, index, "id"), id=ident, prefix=prefix)
