"""Figures, pictures and listings in Typst: what is drawn, the words for it, its number."""

from typing import Any

from lxml import etree

from strategy.pdf import drawing, elements
from strategy.pdf.conversion import Conversion
from strategy.pdf.quoting import call, literal


def figure(converter: Conversion, element: Any) -> str:
    """A chart or a picture with its caption."""
    number = shown = caption = ""
    for child in element:
        if child.tag is etree.Comment:
            number += converter.mark(child.text)
        elif child.tag == "svg":
            shown = _drawing(converter, child)
        elif child.tag == "img" or elements.is_picture(child):
            (image,) = child.iter("img")
            shown = f"picture({', '.join(picture(converter, image))})"
        elif child.tag == "figcaption":
            caption = converter.cell(child).strip()
        else:
            raise converter.unknown(f"<figure> <{child.tag}>")
    return f"\n\n{call('chart', f'[{number}]', shown, body=caption)}\n\n"


def picture(converter: Conversion, element: Any) -> tuple[str, str]:
    """The drawing and the words for it."""
    address = element.get("src") or ""
    try:
        source = drawing.picture(address)
    except ValueError as error:
        raise converter.unknown(f'<img src="{address[:60]}">') from error
    return literal(source), literal(element.get("alt") or "")


def _drawing(converter: Conversion, element: Any) -> str:
    try:
        source = drawing.svg(element)
    except drawing.UnknownShapeError as error:
        raise converter.unknown(str(error)) from error
    alternative = drawing.alternative(element)
    size = f"width: {drawing.width(element):.2f}em"
    return f'image(bytes({literal(source)}), format: "svg", alt: {literal(alternative)}, {size})'


def listing(converter: Conversion, element: Any) -> str:
    """Kept to the letter; long lines break."""
    number = "".join(converter.mark(node.text) for node in element.iter(etree.Comment))
    text = "".join(element.itertext(tag=("pre", "code", "span")))
    return f"\n\n{call('listing', f'[{number}]', literal(text.strip(chr(10))))}\n\n"
