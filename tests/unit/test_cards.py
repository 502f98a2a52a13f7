"""Icons and cards: size, colours, and texts that stay inside."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from strategy.cache import KEEPS_NOTHING, Cache
from strategy.languages.say import Language
from strategy.site import card_drawing, cards


def _open(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("size", [180, 192, 512])
def test_icon(size: int) -> None:
    icon = _open(cards.icon(size, KEEPS_NOTHING))
    assert icon.size == (size, size)
    assert icon.convert("RGB").getpixel((0, 0)) == card_drawing.BLUE
    middle_bar = icon.convert("RGB").getpixel((size // 2, size // 2))
    assert middle_bar == card_drawing.WHITE


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
    card = _open(cards.card(title, "戦略の題名", "市の名前　概要版", language, KEEPS_NOTHING))
    assert card.size == (1200, 630)
    rgb = card.convert("RGB")
    ink = rgb.point(lambda value: 255 if value > 200 else 0).convert("L").getbbox()
    assert ink is not None
    left, top, right, bottom = ink
    assert left >= card_drawing.MARGIN - 8 and right <= 1200 - card_drawing.MARGIN + 8
    assert top >= 60 and bottom <= 580


def test_cards_differ_by_each_of_their_texts_and_are_the_same_each_time(tmp_path: Path) -> None:
    texts = [
        ("題名", "戦略", "市"),
        ("別の題名", "戦略", "市"),
        ("題名", "別の戦略", "市"),
        ("題名", "戦略", "別の市"),
    ]
    drawn = [cards.card(*each, "ja", KEEPS_NOTHING) for each in texts]
    assert len(set(drawn)) == len(texts)
    kept = Cache(tmp_path)
    for _ in range(2):
        assert [cards.card(*each, "ja", kept) for each in texts] == drawn


def test_lines_break_between_phrases() -> None:
    font = card_drawing._font(84)
    lines = card_drawing._lines("鹿島市がめざす職員のDXリテラシーのあり方", font, 1040, "ja")
    assert lines == ["鹿島市がめざす職員の", "DXリテラシーのあり方"]
