"""How the icons and the cards of a site are drawn.

All are flat, in two colours, so that a card takes a few kilobytes.
"""

import io
import zlib
from collections.abc import Iterable
from functools import cache, lru_cache

from noto_cjk_sans_jp_bold import FONT_PATH
from PIL import Image, ImageDraw, ImageFont

from strategy.languages.say import LANGUAGES, Language
from strategy.markup.phrases import phrases
from strategy.site.metadata import CARD

BLUE, WHITE = (0x00, 0x11, 0x8F), (0xFF, 0xFF, 0xFF)  # blue-1000 of the design tokens
SHADES = 2  # previews show cards smaller than they are, which smooths the edges
MARGIN = 80
WIDTH = CARD[0] - 2 * MARGIN
# Upright bars as in favicon.svg: x, top, bottom and stroke in the units of its 32 x 32 view box.
BARS = ((8, 14, 24), (16, 8, 24), (24, 18, 24))
STROKE = 4


def icon(size: int) -> bytes:
    """`cards.icon`."""
    scale = 4  # drawn larger and reduced, for smooth edges
    mask = Image.new("L", (size * scale, size * scale))
    _bars(ImageDraw.Draw(mask), 0, 0, size * scale / 32)
    return _png(mask.resize((size, size), Image.Resampling.LANCZOS))


def card(title: str, above: str, below: str, language: Language) -> bytes:
    """`cards.card`."""
    mask = _ground(above, below).copy()
    draw = ImageDraw.Draw(mask)
    size = 84
    while True:
        lines = _lines(title, _font(size), WIDTH, language)
        if len(lines) * size * 1.35 <= 330 or size <= 40:
            break
        size -= 4
    top = 330 - len(lines) * size * 1.35 / 2
    for number, line in enumerate(lines):
        draw.text((MARGIN, top + number * size * 1.35), line, fill=255, font=_font(size))
    return _png(mask)


@lru_cache(maxsize=len(LANGUAGES))
def _ground(above: str, below: str) -> Image.Image:
    """What all cards of a language share: the bars, and the texts above and below the title."""
    mask = Image.new("L", CARD)
    draw = ImageDraw.Draw(mask)
    draw.text((MARGIN, 70), above, fill=255, font=_fitting(above, WIDTH, 40))
    draw.text((MARGIN, 520), below, fill=255, font=_fitting(below, WIDTH - 120, 36))
    _bars(draw, CARD[0] - MARGIN - 96, 460, 3.5)
    return mask


def _lines(text: str, font: ImageFont.FreeTypeFont, width: int, language: Language) -> list[str]:
    """The text in lines of at most ``width`` pixels, broken between phrases or words.

    Only a phrase that alone is wider is broken inside.
    """
    parts = phrases(text) if language == "ja" else _words(text)
    lines = [""]
    for part in parts:
        if font.getlength((lines[-1] + part).rstrip()) <= width:
            lines[-1] += part
            continue
        if lines[-1]:
            lines.append("")
        for char in part:
            if font.getlength(lines[-1] + char) > width:
                lines.append("")
            lines[-1] += char
    return [line.rstrip() for line in lines]


def _words(text: str) -> Iterable[str]:
    return [f"{word} " for word in text.split()]


def _fitting(text: str, width: int, size: int) -> ImageFont.FreeTypeFont:
    while _font(size).getlength(text) > width:
        size -= 2
    return _font(size)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    # The basic layout does not depend on what else is installed on the machine.
    return ImageFont.truetype(str(FONT_PATH), size, layout_engine=ImageFont.Layout.BASIC)


def _bars(draw: ImageDraw.ImageDraw, left: float, top: float, unit: float) -> None:
    half = STROKE / 2
    for x, upper, lower in BARS:
        box = (x - half, upper - half, x + half, lower + half)
        corners = [
            offset + unit * value for offset, value in zip((left, top) * 2, box, strict=True)
        ]
        draw.rounded_rectangle(corners, radius=unit * half, fill=255)


def _png(mask: Image.Image) -> bytes:
    """White on blue where the mask is white, in a palette of `SHADES`."""
    step = 255 / (SHADES - 1)
    picture = mask.point([round(value / step) for value in range(256)]).convert("P")
    picture.putpalette(
        [
            round(blue + (white - blue) * shade / (SHADES - 1))
            for shade in range(SHADES)
            for blue, white in zip(BLUE, WHITE, strict=True)
        ]
    )
    stream = io.BytesIO()
    # Runs of one colour are all there is to find; the search for more takes ten times as long.
    picture.save(stream, "PNG", bits=1, compress_level=6, compress_type=zlib.Z_RLE)
    return stream.getvalue()
