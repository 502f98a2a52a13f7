"""Charts: the SVG in a record's HTML as a drawing that Typst can set, with its alternative text.

The HTML parser has put names into lower case, and ``currentColor`` means nothing outside a page:
the drawing is written anew from the few elements and attributes that the charts use. Any other is
an error, because Typst would pass over it in silence.
"""

from __future__ import annotations

import base64
import io
import re
from typing import Any
from xml.sax.saxutils import escape, quoteattr

SHAPES = {"rect", "path", "text", "g", "circle", "line", "polyline", "polygon"}
ATTRIBUTES = {
    "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "d", "points",
    "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "font-weight",
    "font-size", "text-anchor", "transform",
}  # fmt: skip
FONT = "BIZ UDPGothic, BIZ UDGothic, Noto Sans CJK JP"
INK = "#1a1a1a"


class UnknownShapeError(ValueError):
    """An element or attribute that drawings of the site do not use; the argument names it."""


def picture(address: str) -> str:
    """The picture of a ``data:`` address as an SVG document.

    Raises ValueError for another address, and for a picture of an unknown kind.
    """
    match = re.fullmatch(r"data:image/([a-z]+)(?:\+xml)?;base64,([A-Za-z0-9+/=]+)", address)
    if match is None:
        raise ValueError(address)
    data = base64.b64decode(match[2])
    if match[1] == "svg":
        return data.decode("utf-8-sig")
    from PIL import Image  # noqa: PLC0415 - few texts have such pictures

    with Image.open(io.BytesIO(data)) as image:
        size = 'width="{}" height="{}"'.format(*image.size)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {size}>'
        f'<image {size} xlink:href="{address}"/></svg>'
    )


def svg(element: Any) -> str:
    """The drawing of an ``<svg>`` of lxml. Raises `UnknownShapeError`."""
    shapes = "".join(_shape(child) for child in element if child.tag not in ("title", "desc"))
    size = "".join(f" {name}={quoteattr(element.get(name))}" for name in ("width", "height"))
    view, text = element.get("viewbox"), element.get("font-size", "15")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox={quoteattr(view)}{size} '
        f"font-size={quoteattr(text)} font-family={quoteattr(FONT)}>{shapes}</svg>"
    )


def alternative(element: Any) -> str:
    """What the drawing shows, in words: its title and its description."""
    parts = [(element.findtext(name) or "").strip() for name in ("title", "desc")]
    return "\n".join(part for part in parts if part)


def width(element: Any) -> float:
    """The width in units of the drawing's own text size."""
    return float(element.get("width")) / float(element.get("font-size", "15"))


def _shape(element: Any) -> str:
    if element.tag not in SHAPES:
        raise UnknownShapeError(f"<svg> <{element.tag}>")
    if unknown := set(element.attrib) - ATTRIBUTES:
        raise UnknownShapeError(f"<svg> <{element.tag} {min(unknown)}>")
    given = "".join(
        f" {name}={quoteattr(value.replace('currentColor', INK))}"
        for name, value in element.attrib.items()
    )
    inner = escape(element.text or "") + "".join(map(_shape, element))
    return f"<{element.tag}{given}>{inner}</{element.tag}>"
