"""Charts: the SVG in a record's HTML as a drawing that Typst can set, with its alternative text.

The HTML parser has put names into lower case, and ``currentColor`` means nothing outside a page:
the drawing is written anew from the few elements and attributes that the charts use. Any other is
an error, because Typst would pass over it in silence.
"""

import base64
import io
import re
from typing import Any

from strategy.markup.html import Html, element

SHAPES = {"rect", "path", "text", "g", "circle", "line", "polyline", "polygon"}
ATTRIBUTES = {
    "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "d", "points",
    "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "font-weight",
    "font-size", "text-anchor", "transform",
}  # fmt: skip
SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
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
        size = dict(zip(("width", "height"), image.size, strict=True))
    shown = element("image", **size, **{"xlink:href": address})
    return element("svg", shown, xmlns=SVG, **{"xmlns:xlink": XLINK}, **size)


def svg(drawn: Any) -> Html:
    """The drawing of an ``<svg>`` of lxml. Raises `UnknownShapeError`."""
    return element(
        "svg",
        *(_shape(child) for child in drawn if child.tag not in ("title", "desc")),
        xmlns=SVG,
        viewBox=drawn.get("viewbox"),
        width=drawn.get("width"),
        height=drawn.get("height"),
        font_size=drawn.get("font-size", "15"),
        font_family=FONT,
    )


def alternative(drawn: Any) -> str:
    """What the drawing shows, in words: its title and its description."""
    parts = [(drawn.findtext(name) or "").strip() for name in ("title", "desc")]
    return "\n".join(part for part in parts if part)


def width(drawn: Any) -> float:
    """The width in units of the drawing's own text size."""
    return float(drawn.get("width")) / float(drawn.get("font-size", "15"))


def _shape(shape: Any) -> Html:
    if shape.tag not in SHAPES:
        raise UnknownShapeError(f"<svg> <{shape.tag}>")
    if unknown := set(shape.attrib) - ATTRIBUTES:
        raise UnknownShapeError(f"<svg> <{shape.tag} {min(unknown)}>")
    given = {name: value.replace("currentColor", INK) for name, value in shape.attrib.items()}
    return element(shape.tag, shape.text or "", *map(_shape, shape), **given)
