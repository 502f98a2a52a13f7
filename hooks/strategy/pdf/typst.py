"""The source of a whole document: how it looks, its settings, and its text."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from strategy.languages.say import Language
from strategy.pdf import labels, qr
from strategy.pdf.quoting import call, literal, words


def document(
    templates: Iterable[str], function: str, settings: Mapping[str, str], body: str
) -> str:
    """``body`` as the templates' ``function`` sets it; ``settings`` are its arguments, as code."""
    looks = (
        Path(__file__).with_name(f"{name}.typ").read_text(encoding="utf-8") for name in templates
    )
    given = ", ".join(f"{name}: {value}" for name, value in settings.items())
    return "\n".join((*looks, f"#show: {function}.with({given})", body, ""))


def day(moment: date) -> str:
    """A date in Typst's code."""
    return f"datetime(year: {moment.year}, month: {moment.month}, day: {moment.day})"


def code(address: str, language: Language) -> str:
    """An address that can be clicked and, on paper, read by a telephone."""
    drawing = literal(qr.svg(address))
    alternative = literal(labels.QR[language].format(address=address))
    link = call("outside", literal(address), literal(""), body=words(address))
    picture = f'image(bytes({drawing}), format: "svg", alt: {alternative}, width: 28mm)'
    return link + call("code", picture)
