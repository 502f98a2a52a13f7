"""What can be seen: screenshots compared by the contrast of their pixels (WCAG 2.2, 1.4.11)."""

from __future__ import annotations

import io
from collections import Counter
from functools import cache

from PIL import Image

Colour = tuple[int, int, int]
LEAST = 3.0


@cache
def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, as WCAG defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _pixels(png: bytes) -> list[Colour]:
    raw = Image.open(io.BytesIO(png)).convert("RGB").tobytes()
    return list(zip(raw[::3], raw[1::3], raw[2::3], strict=True))


def changed(before: bytes, after: bytes) -> int:
    """How many pixels differ by 3:1 or more between two screenshots of the same place."""
    pairs = Counter(zip(_pixels(before), _pixels(after), strict=True))
    return sum(count for (one, other), count in pairs.items() if contrast(one, other) >= LEAST)


def ink(png: bytes) -> list[int]:
    """How many pixels of each row differ by 3:1 or more from the first pixel of the picture."""
    width = Image.open(io.BytesIO(png)).width
    pixels = _pixels(png)
    marks = [contrast(pixels[0], pixel) >= LEAST for pixel in pixels]
    return [sum(marks[start : start + width]) for start in range(0, len(marks), width)]


def framed(png: bytes, margin: int) -> bool:
    """Whether a line stands on all four sides of a thing shown with a margin around it."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    middle, centre = image.width // 2, image.height // 2
    depth = range(margin + 3)
    ground = image.getpixel((0, 0))
    sides = (
        [(step, centre) for step in depth],
        [(image.width - 1 - step, centre) for step in depth],
        [(middle, step) for step in depth],
        [(middle, image.height - 1 - step) for step in depth],
    )
    return all(
        any(contrast(ground, image.getpixel(place)) >= LEAST for place in side)  # type: ignore[arg-type]
        for side in sides
    )
