"""Icons and cards: size, colours, and texts that stay inside."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from strategy.languages.say import Language
from strategy.site import cards


def _open(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("size", [180, 192, 512])
def test_icon(size: int) -> None:
    icon = _open(cards.icon(size))
    assert icon.size == (size, size)
    assert icon.convert("RGB").getpixel((0, 0)) == cards.BLUE
    middle_bar = icon.convert("RGB").getpixel((size // 2, size // 2))
    assert middle_bar == cards.WHITE


LONG = "市民と職員がこの戦略の必要性と方向性を共有したうえで実現をめざすことについての長い題名" * 2


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("短い題名", "ja"),
        (LONG, "ja"),
        ("あ" * 60, "ja"),
        ("A title in English that is rather long, and then even longer than that", "en"),
        ("W" * 80, "en"),
    ],
)
def test_card_keeps_its_texts_inside(title: str, language: Language) -> None:
    card = _open(cards.card(title, "戦略の題名", "市の名前　概要版", language))
    assert card.size == (1200, 630)
    rgb = card.convert("RGB")
    ink = rgb.point(lambda value: 255 if value > 200 else 0).convert("L").getbbox()
    assert ink is not None
    left, top, right, bottom = ink
    assert left >= cards.MARGIN - 8 and right <= 1200 - cards.MARGIN + 8
    assert top >= 60 and bottom <= 580


def test_cards_differ_by_their_texts_and_are_the_same_each_time() -> None:
    one = cards.card("題名", "戦略", "市", "ja")
    cards.card.cache_clear()
    assert cards.card("題名", "戦略", "市", "ja") == one
    assert cards.card("別の題名", "戦略", "市", "ja") != one


def test_lines_break_between_phrases() -> None:
    font = cards._font(84)
    lines = cards._lines("鹿島市がめざす職員のDXリテラシーのあり方", font, 1040, "ja")
    assert lines == ["鹿島市がめざす職員の", "DXリテラシーのあり方"]
