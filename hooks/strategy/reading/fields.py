"""Field types shared by the models: bilingual text, ids, references, addresses.

A field type decides two things: what a value may be, and what the JSON Schema tells an editor
about it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
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

from strategy.languages.say import Language, Say
from strategy.problems import Fault, Invalid
from strategy.reading.yaml_slips import LINE_BREAK


class Model(BaseModel):
    """A frozen record in which an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


EMPHASIS = Fault(
    "markdown-emphasis",
    Say(
        "強調の「**」が閉じていないか、すぐ内側に空白があるか、全角です",
        "“**” is not closed, has a space inside, or is full-width",
    ),
    Say(
        "「**強調する言葉**」のように、半角の「**」で、空白を入れずに囲んでください",
        "put ** right before and after the words, as in **important**",
    ),
)
"""``**`` that would be shown."""
UNEVEN = replace(
    EMPHASIS,
    what=Say(
        "強調の「*」の数が違います（言葉の前と後ろに2つずつです）",
        "the number of asterisks is wrong: two stand before the words, and two after them",
    ),
)
"""More of them than are needed."""


def _not_blank(text: str) -> str:
    if not text.strip():
        raise Invalid(
            "empty",
            Say("値が空です", "the value is empty"),
            Say("値を書いてください", "give a value"),
        )
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
        raise Invalid(
            "word-list",
            Say(f"言葉が「{mark[0]}」で区切られています", f"words are separated by “{mark[0]}”"),
            Say(
                f"「{mark[0]}」ではなく、半角の「, 」で区切ってください（「{words}」）",
                f"separate them by an ordinary comma and a space: {words}",
            ),
        )
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
            begin = f"「{self.prefix}」で始め、" if self.prefix else ""
            raise Invalid(
                "id",
                Say(f"「{text}」は、IDの書き方が違います", f"“{text}” is not a valid id"),
                Say(
                    f"{begin}半角の英小文字・数字・ハイフン{'・ピリオド' if self.dots else ''}で書いてください",
                    f"use a-z, 0-9{', hyphens and full stops' if self.dots else ' and hyphens'}"
                    + (f", beginning with “{self.prefix}”" if self.prefix else ""),
                ),
            )
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
    return Fault(
        "web-address",
        Say(f"アドレス「{text}」は使えません", f"the address “{text}” cannot be used"),
        Say(
            "「https://」で始まるアドレスを書いてください",
            "write an address that begins with https://",
        ),
    )


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
            raise Invalid(
                "id-place",
                Say(
                    f"ID「{ident}」が置かれている場所と合っていません",
                    f"the id “{ident}” does not fit its place",
                ),
                Say(f"「{prefix}」で始めてください", f"begin it with “{prefix}”"),
                at=(field, index, "id"),
            )
